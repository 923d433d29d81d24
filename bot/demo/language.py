"""Turns a whole phone into another language, so that the same story can be looked at in each."""

from sqlalchemy import func, select

from backend.chats import Chat
from backend.database import Work
from backend.delivery import Parcel
from backend.outbox import OutboxMessage, OutboxState
from bot.notices import compose
from bot.webchat.board import rewrite


async def translate(work: Work, chat: Chat, language: str) -> None:
    """What the product said is said anew; what people wrote stays as they wrote it."""
    chat.language = language
    await work.session.flush()
    for row in await _newest_of_each_message(work, chat.id):
        await rewrite(work, int(row.reference or 0), await compose(work, _parcel(row, chat)))


async def _newest_of_each_message(work: Work, chat_id: int) -> list[OutboxMessage]:
    newest = (
        select(func.max(OutboxMessage.id))
        .where(OutboxMessage.chat_id == chat_id, OutboxMessage.state == OutboxState.SENT)
        .group_by(OutboxMessage.reference)
    )
    found = await work.session.execute(
        select(OutboxMessage).where(OutboxMessage.id.in_(newest)).order_by(OutboxMessage.id)
    )
    return list(found.scalars())


def _parcel(row: OutboxMessage, chat: Chat) -> Parcel:
    return Parcel(
        id=row.id,
        chat_id=chat.id,
        channel=chat.channel,
        address=chat.address,
        language=chat.language,
        kind=row.kind,
        args=row.args,
        card=row.card,
        replaces=row.reference,
        repeated=False,
        attempts=row.attempts,
        not_before=row.created_at,
    )

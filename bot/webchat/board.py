"""The messages of a web chat: written by the sender and by what visitors say, read by their pages."""

from sqlalchemy import func, select

from backend.chats import Chat, ChatKey
from backend.database import Json, JsonObject, Work
from backend.outbox import OutboxMessage
from bot.channels import WEB
from bot.rendered import Rendered
from bot.webchat.models import WebMessage

CHANNEL = "web"


async def post(
    work: Work, chat_id: int, message: Rendered, outbox_id: int, replaces: int | None, instead_of: int | None = None
) -> int:
    """Puts a message up, or a new state of one that stands there. A second time the same outbox row: nothing.

    `instead_of` is the message that showed the same card until now; it keeps its words, not its buttons.
    """
    await _lock(work, chat_id)
    known = await work.session.execute(select(WebMessage).where(WebMessage.outbox_id == outbox_id))
    row = known.scalar_one_or_none()
    if row is None and replaces is not None:
        row = await work.session.get(WebMessage, replaces)
    if row is None:
        await retire(work, chat_id, instead_of)
    revision = await _next_revision(work, chat_id)
    if row is None:
        row = WebMessage(chat_id=chat_id, mine=False, outbox_id=outbox_id, at=work.now)
        work.session.add(row)
    row.revision = revision
    row.text, row.rows, row.photo = message.text, _rows(message), message.photo
    row.wants = message.wants if WEB.offers(message.wants, choice=message.has_choice) else None
    await work.session.flush()
    return row.id


async def rewrite(work: Work, message_id: int, message: Rendered) -> None:
    """Says a message anew in other words. Buttons that went stay away."""
    row = await work.session.get(WebMessage, message_id)
    if row is not None:
        row.text, row.revision = message.text, await _next_revision(work, row.chat_id)
        row.rows = _rows(message) if row.rows else []
        await work.session.flush()


async def echo(work: Work, chat_id: int, frame: str, text: str, photo: str | None = None) -> None:
    """What the visitor said, as it stands in the chat. The chat is locked already."""
    revision = await _next_revision(work, chat_id)
    work.session.add(
        WebMessage(
            chat_id=chat_id, revision=revision, mine=True, text=text, rows=[], photo=photo, echo=frame, at=work.now
        )
    )
    await work.session.flush()


async def retire(work: Work, chat_id: int, message_id: int | None) -> None:
    """Takes the buttons off a message."""
    row = await work.session.get(WebMessage, message_id) if message_id is not None else None
    if row is not None and row.chat_id == chat_id and row.rows:
        await _lock(work, chat_id)
        row.rows, row.wants, row.revision = [], None, await _next_revision(work, chat_id)
        await work.session.flush()


async def is_blank(work: Work, chat_id: int) -> bool:
    """Whether nothing stands in the chat and nothing is owed to it."""
    for held in (WebMessage, OutboxMessage):
        if (await work.session.execute(select(held.id).where(held.chat_id == chat_id).limit(1))).first() is not None:
            return False
    return True


async def chat_at(work: Work, address: str) -> Chat | None:
    key = ChatKey(CHANNEL, address)
    found = await work.session.execute(select(Chat).where(Chat.channel == key.channel, Chat.address == key.address))
    return found.scalar_one_or_none()


async def since(work: Work, chat_id: int, revision: int, base: str) -> list[JsonObject]:
    """Frames of everything newer than the revision, in its order. `base` is where the page fetches pictures."""
    rows = await work.session.execute(
        select(WebMessage)
        .where(WebMessage.chat_id == chat_id, WebMessage.revision > revision)
        .order_by(WebMessage.revision)
    )
    return [_frame(row, base) for row in rows.scalars()]


async def shows(work: Work, chat_id: int, photo: str) -> bool:
    """Whether the picture stands in the chat."""
    found = select(WebMessage.id).where(WebMessage.chat_id == chat_id, WebMessage.photo == photo).limit(1)
    return (await work.session.execute(found)).scalar_one_or_none() is not None


def _frame(row: WebMessage, base: str) -> JsonObject:
    frame: JsonObject = {
        "type": "message",
        "id": row.id,
        "revision": row.revision,
        "from": "me" if row.mine else "bot",
        "text": row.text,
        "buttons": row.rows,
        "image": f"{base}/photos/{row.photo}" if row.photo else None,
        "wants": [row.wants] if row.wants else [],
        "at": row.at.isoformat(),
    }
    return {**frame, "echo": row.echo} if row.echo else frame


def _rows(message: Rendered) -> Json:
    return [[{"text": key.label, "data": key.data} for key in row] for row in message.rows]


async def _lock(work: Work, chat_id: int) -> None:
    await work.session.execute(select(Chat.id).where(Chat.id == chat_id).with_for_update(key_share=True))


async def _next_revision(work: Work, chat_id: int) -> int:
    newest = select(func.coalesce(func.max(WebMessage.revision), 0)).where(WebMessage.chat_id == chat_id)
    return int((await work.session.execute(newest)).scalar_one()) + 1

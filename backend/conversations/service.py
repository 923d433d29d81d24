"""Conversations of a chat and the inbox."""

from dataclasses import dataclass

from sqlalchemy import select, update

from backend.chats import Chat
from backend.conversations.models import Conversation, SeenUpdate
from backend.database import JsonObject, Work


@dataclass(frozen=True)
class Stored:
    id: int
    chat_id: int
    form: str
    subject: str
    state: JsonObject
    open: bool


async def first_seen(work: Work, channel: str, update_id: str, failed: str | None = None) -> bool:
    """Enters the update into the inbox. False when it is there already."""
    row = work.insert(SeenUpdate).values(channel=channel, update_id=update_id, at=work.now, failed=failed)
    done = await work.session.execute(row.on_conflict_do_nothing().returning(SeenUpdate.id))
    return done.scalar_one_or_none() is not None


async def begin_conversation(work: Work, chat_id: int, form: str, subject: str, state: JsonObject) -> Stored:
    row = Conversation(
        chat_id=chat_id, form=form, subject=subject, state=state, created_at=work.now, touched_at=work.now
    )
    work.session.add(row)
    await work.session.flush()
    return _stored(row)


async def conversation(work: Work, conversation_id: int) -> Stored | None:
    found = await work.session.execute(select(Conversation).where(Conversation.id == conversation_id))
    row = found.scalar_one_or_none()
    return _stored(row) if row else None


async def open_conversation(work: Work, chat_id: int, form: str, subject: str) -> Stored | None:
    """The open conversation of the form about the subject, if there is one."""
    found = await work.session.execute(
        select(Conversation)
        .where(
            Conversation.chat_id == chat_id,
            Conversation.form == form,
            Conversation.subject == subject,
            Conversation.open,
        )
        .limit(1)
    )
    row = found.scalar_one_or_none()
    return _stored(row) if row else None


async def latest_open(work: Work, chat_id: int) -> Stored | None:
    """The open conversation that was touched last."""
    found = await work.session.execute(
        select(Conversation)
        .where(Conversation.chat_id == chat_id, Conversation.open)
        .order_by(Conversation.touched_at.desc(), Conversation.id.desc())
        .limit(1)
    )
    row = found.scalar_one_or_none()
    return _stored(row) if row else None


async def keep_state(work: Work, conversation_id: int, state: JsonObject, *, is_open: bool) -> None:
    await work.session.execute(
        update(Conversation)
        .where(Conversation.id == conversation_id)
        .values(state=state, open=is_open, touched_at=work.now)
    )


async def close_about(work: Work, subject: str) -> list[Stored]:
    """Closes every open conversation about the subject and takes the focus from it."""
    found = await work.session.execute(select(Conversation).where(Conversation.subject == subject, Conversation.open))
    rows = list(found.scalars())
    for row in rows:
        row.open = False
        await work.session.execute(update(Chat).where(Chat.focus_id == row.id).values(focus_id=None))
    return [_stored(row) for row in rows]


def _stored(row: Conversation) -> Stored:
    return Stored(row.id, row.chat_id, row.form, row.subject, row.state, row.open)

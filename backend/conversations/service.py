"""Conversations of a chat and the inbox."""

from dataclasses import dataclass

from sqlalchemy import or_, select, update

from backend.chats import Chat
from backend.conversations.models import Conversation, SeenUpdate, Takeover
from backend.database import JsonObject, Work
from backend.errors import Invalid, TooLate


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


async def is_open_about(work: Work, subject: str) -> bool:
    """Whether a conversation about the subject is still open; one that was cancelled is not."""
    found = select(Conversation.id).where(Conversation.subject == subject, Conversation.open).limit(1)
    return (await work.session.execute(found)).scalar_one_or_none() is not None


async def close_about(work: Work, subject: str) -> list[Stored]:
    """Closes every open conversation about the subject and takes the focus from it."""
    found = await work.session.execute(select(Conversation).where(Conversation.subject == subject, Conversation.open))
    rows = list(found.scalars())
    for row in rows:
        row.open = False
        await work.session.execute(update(Chat).where(Chat.focus_id == row.id).values(focus_id=None))
    return [_stored(row) for row in rows]


async def take_over(work: Work, chat_id: int, desk_id: int, person_id: int) -> None:
    """The desk answers in the chat from now on. Raises TooLate when another desk does, Invalid for its own chat."""
    if chat_id == desk_id:
        raise Invalid("nobody takes over their own chat", what="takeover")
    row = work.insert(Takeover).values(
        chat_id=chat_id, desk_id=desk_id, person_id=person_id, opened_at=work.now, closed_at=None
    )
    made = await work.session.execute(row.on_conflict_do_nothing().returning(Takeover.id))
    if made.scalar_one_or_none() is None:
        raise TooLate("somebody else answers already", what="takeover")


async def give_back(work: Work, desk_id: int) -> list[int]:
    """Ends what the desk's chat has taken over; the ids of the chats given back."""
    found = await work.session.execute(
        select(Takeover).where(Takeover.desk_id == desk_id, Takeover.closed_at.is_(None)).with_for_update()
    )
    rows = list(found.scalars())
    for row in rows:
        row.closed_at = work.now
    await work.session.flush()
    return [row.chat_id for row in rows]


async def other_side(work: Work, chat_id: int) -> int | None:
    """The chat at the other end of an open takeover."""
    found = await work.session.execute(
        select(Takeover).where(
            or_(Takeover.chat_id == chat_id, Takeover.desk_id == chat_id), Takeover.closed_at.is_(None)
        )
    )
    row = found.scalars().first()
    if row is None:
        return None
    return row.desk_id if row.chat_id == chat_id else row.chat_id


async def is_taken_over(work: Work, chat_id: int) -> bool:
    found = select(Takeover.id).where(Takeover.chat_id == chat_id, Takeover.closed_at.is_(None))
    return (await work.session.execute(found)).scalar_one_or_none() is not None


def _stored(row: Conversation) -> Stored:
    return Stored(row.id, row.chat_id, row.form, row.subject, row.state, row.open)

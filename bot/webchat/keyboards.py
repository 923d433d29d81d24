"""Keyboards of messages that have had their answer: the words of the tapped button stay, the buttons go."""

from sqlalchemy import select

from backend.chats import Chat
from backend.conversations import service as conversations
from backend.database import Work
from backend.outbox import Card
from bot.buttons import FormTap, read_tap
from bot.webchat.board import retire
from bot.webchat.models import WebMessage
from dialogs.answers import ADD, DROP
from dialogs.forms import FORMS
from dialogs.lookup import GROUP
from dialogs.model import Kind
from dialogs.prompts import NAVIGATION

_DONE = f"{NAVIGATION}done"
_ENDS = (_DONE, f"{NAVIGATION}skip", f"{NAVIGATION}cancel")


async def answer_of(work: Work, chat_id: int, message_id: int | None, data: str) -> str | None:
    """What a tap on a question says, in the words of the button, or of the marks that it sends off.

    None for a tap that only changes the question in place, and for buttons outside forms: their cards tell what came
    of it.
    """
    tap = read_tap(data)
    message = await work.session.get(WebMessage, message_id) if message_id is not None else None
    if not isinstance(tap, FormTap) or message is None or message.chat_id != chat_id or await _stays(work, tap):
        return None
    labels = _labels(message)
    marked = [label for each, label in labels.items() if _is_mark(each)] if tap.option == _DONE else []
    return "\n".join(marked) or labels.get(data)


async def _stays(work: Work, tap: FormTap) -> bool:
    """Whether the question goes on in the same message."""
    stored = await conversations.conversation(work, tap.conversation)
    form = FORMS.get(stored.form) if stored else None
    question = form.question(tap.question) if form else None
    match question.kind if question else None:
        case Kind.SEVERAL:
            return tap.option.startswith((ADD, DROP))
        case Kind.LOOKUP:
            return tap.option.startswith(GROUP)
        case Kind.MATRIX:
            return tap.option not in _ENDS
        case _:
            return False


async def conversation_of(work: Work, chat_id: int, data: str | None) -> int | None:
    """The conversation that an event in the chat goes to."""
    tap = read_tap(data) if data is not None else None
    if isinstance(tap, FormTap):
        return tap.conversation
    return (await work.session.execute(select(Chat.focus_id).where(Chat.id == chat_id))).scalar_one()


async def is_over(work: Work, conversation: int) -> bool:
    stored = await conversations.conversation(work, conversation)
    return stored is not None and not stored.open


async def close_keyboard(work: Work, chat_id: int, conversation: int) -> None:
    """Takes the buttons off the last question of a conversation that is over."""
    await retire(work, chat_id, await shown_as(work, chat_id, f"form:{conversation}"))


async def shown_as(work: Work, chat_id: int, card: str) -> int | None:
    """The message that shows the card."""
    found = await work.session.execute(select(Card.reference).where(Card.chat_id == chat_id, Card.card == card))
    reference = found.scalar_one_or_none()
    return int(reference) if reference is not None else None


def _labels(message: WebMessage) -> dict[str, str]:
    rows = message.rows if isinstance(message.rows, list) else []
    keys = [key for row in rows if isinstance(row, list) for key in row if isinstance(key, dict)]
    return {str(key["data"]): str(key["text"]) for key in keys}


def _is_mark(data: str) -> bool:
    tap = read_tap(data)
    return isinstance(tap, FormTap) and tap.option.startswith(DROP)

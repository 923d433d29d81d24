"""What a button carries, in at most 64 bytes: a conversation's question and option, or an action and its subject."""

from dataclasses import dataclass

from backend.errors import NotFound
from dialogs.prompts import NAVIGATION

MOST_BYTES = 64


@dataclass(frozen=True)
class FormTap:
    conversation: int
    question: str
    option: str

    def __str__(self) -> str:
        return _checked(f"f:{self.conversation}:{self.question}:{self.option}")


@dataclass(frozen=True)
class ActionTap:
    """`subject` is an id or another short word the verb acts on."""

    verb: str
    subject: str = ""

    def __str__(self) -> str:
        return _checked(f"a:{self.verb}:{self.subject}")


def read_tap(data: str) -> FormTap | ActionTap | None:
    """None for what no button of ours carries."""
    match data.split(":", 3):
        case ["f", conversation, question, option] if conversation.isdecimal() and len(conversation) < 16:
            return FormTap(int(conversation), question, option)
        case ["a", verb, subject]:
            return ActionTap(verb, subject)
        case _:
            return None


def row_id(text: str) -> int:
    """The id in a button's subject. Raises NotFound for what no button of ours carries."""
    if not text.isdecimal() or len(text) > 12:
        raise NotFound(f"no button for {text[:20]!r}", what="button")
    return int(text)


def navigates(data: str) -> bool:
    """Whether a button moves within a form instead of answering."""
    tap = read_tap(data)
    return isinstance(tap, FormTap) and tap.option.startswith(NAVIGATION)


def _checked(data: str) -> str:
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"too long for a button: {data}")
    return data

"""What a button carries, in at most 64 bytes: a conversation's question and option, or an action and its subject."""

from dataclasses import dataclass

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


def _checked(data: str) -> str:
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"too long for a button: {data}")
    return data

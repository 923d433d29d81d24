"""One event in one chat: what everything that answers it shares."""

from collections.abc import Sequence
from dataclasses import dataclass

from backend.chats import Chat
from backend.database import Json, Work
from backend.outbox import owe
from backend.people.service import Known
from bot.buttons import ActionTap
from bot.context import TurnContext
from dialogs.phrases import Phrase, Words, phrase_to_json

Key = tuple[Phrase, ActionTap]


@dataclass
class Turn:
    """`me` is whoever sent the event; it changes when they join the staff."""

    work: Work
    chat: Chat
    me: Known
    context: TurnContext

    async def say(self, *paragraphs: Phrase, rows: Sequence[Sequence[Key]] = ()) -> None:
        """Owes the chat a message of its own, outside any form."""
        await say_to(self.work, self.chat.id, *paragraphs, rows=rows)


async def say_to(work: Work, chat_id: int, *paragraphs: Phrase, rows: Sequence[Sequence[Key]] = ()) -> None:
    keys: list[Json] = [[{"label": phrase_to_json(label), "data": str(tap)} for label, tap in row] for row in rows]
    said: list[Json] = [phrase_to_json(paragraph) for paragraph in paragraphs]
    await owe(work, chat_id, "say", {"paragraphs": said, "rows": keys})


def menu_of(me: Known) -> list[list[Key]]:
    """The buttons that greet each kind of person."""
    language: list[Key] = [(Words("button-language"), ActionTap("languages"))]
    if me.role is None:
        first: list[Key] = [(Words("button-report"), ActionTap("report"))]
        more: list[Key] = [
            (Words("button-return"), ActionTap("send-back")),
            (Words("button-complain"), ActionTap("complain")),
        ]
        return [first, [(Words("button-status"), ActionTap("status"))], more, language]
    jobs: list[Key] = [(Words(f"button-status-{me.role}"), ActionTap("status"))]
    if me.role == "technician":
        duty = "off" if me.on_duty else "on"
        report: Key = (Words("button-report"), ActionTap("report"))
        return [jobs, [(Words(f"button-duty-{duty}"), ActionTap("duty", duty))], [report], language]
    return [jobs, language]

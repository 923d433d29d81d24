"""An outbox row becomes words and buttons, in the reader's language."""

from collections.abc import Awaitable, Callable, Mapping

from backend.database import JsonObject, Work
from backend.delivery import Parcel, Unacceptable, outlived
from backend.errors import Refusal
from backend.tickets import service as tickets
from backend.tickets.rules import Kind
from bot import cards, daily, desk_cards, field_cards
from bot.alarms import alarms
from bot.buttons import ActionTap, FormTap, read_tap
from bot.cards import suits_phrase
from bot.rendered import Key, Rendered
from bot.shown import Shown
from bot.ticket_file import ticket_file
from bot.turn import Key as PhraseKey
from bot.wording import say
from dialogs.outcome import Prompt
from dialogs.phrases import Moment, Money, Phrase, Words, phrase_from_json
from locales import text

Compose = Callable[[Work, Parcel], Awaitable[Shown]]

WRITES = frozenset({"job-card"})
"""Kinds whose composing leaves a trace in the journal: a look at a full phone number."""

_OF_QUESTIONS = frozenset({"accepted", "solved", "solved-reminder", "confirmed-thanks", "closed-unanswered"})
"""Kinds that have words of their own for a question about use."""


async def compose(work: Work, parcel: Parcel) -> Rendered:
    """Raises Unacceptable for what can never be put into words, such as a message about something that is gone."""
    try:
        return await _compose(work, parcel)
    except (LookupError, ValueError, Refusal) as error:
        raise Unacceptable(f"{parcel.kind}: {error!r}") from error


async def _compose(work: Work, parcel: Parcel) -> Rendered:
    maker = _CARDS.get(parcel.kind, _plain)
    shown = await maker(work, parcel)
    zone, language = work.settings.time_zone, parcel.language
    paragraphs = [say(paragraph, language, zone) for paragraph in shown.paragraphs]
    if parcel.repeated and parcel.replaces is None:
        paragraphs.append(text(language, "sent-again"))
    live = () if await outlived(work, parcel) else shown.rows
    rows = tuple(tuple(Key(say(label, language, zone), str(tap)) for label, tap in row) for row in live)
    label = text(language, f"button-share-{shown.wants}") if shown.wants else ""
    return Rendered("\n\n".join(paragraphs), rows, shown.wants, label, shown.photo)


async def _plain(work: Work, parcel: Parcel) -> Shown:
    """A notice that its arguments say in full."""
    is_answer = parcel.kind in _OF_QUESTIONS and await _is_question(work, parcel)
    key = f"notice-{parcel.kind}-question" if is_answer else f"notice-{parcel.kind}"
    args = {name: _argument(name, value) for name, value in parcel.args.items()}
    paragraphs = (Words(key, args), *_to_pay(work, parcel))
    return Shown(paragraphs, tuple(_buttons(key.removeprefix("notice-"), parcel)))


def _to_pay(work: Work, parcel: Parcel) -> list[Phrase]:
    """What the customer owes for the work that is put before them."""
    match parcel.kind, parcel.args.get("charge"):
        case "solved", int(charge) if charge:
            return [Words("solved-charge", {"price": Money(charge, work.settings.currency)})]
        case _:
            return []


async def _is_question(work: Work, parcel: Parcel) -> bool:
    return (await tickets.ticket_numbered(work, str(parcel.args["number"]))).kind is Kind.QUESTION


def _buttons(kind: str, parcel: Parcel) -> list[tuple[PhraseKey, ...]]:
    ticket = str(parcel.args.get("ticket", ""))
    match kind:
        case "solved-question" | "solved-reminder-question":
            clear = (Words("button-answered-yes"), ActionTap("solved", ticket))
            unclear = (Words("button-answered-no"), ActionTap("unsolved", ticket))
            return [(clear, unclear)]
        case "closed-unanswered-question":
            return [((Words("button-answered-no"), ActionTap("unsolved", ticket)),)]
        case "solved" | "solved-reminder":
            solved = (Words("button-solved"), ActionTap("solved", ticket))
            unsolved = (Words("button-unsolved"), ActionTap("unsolved", ticket))
            return [(solved, unsolved)]
        case "said":
            return [((Words("button-reply"), ActionTap("talk", ticket)),)]
        case "remote-agreed":
            return [((Words("button-talk-customer"), ActionTap("talk", ticket)),)]
        case "no-access" | "no-access-reminder":
            return [((Words("button-retime"), ActionTap("retime", ticket)),)]
        case "closed-no-access":
            return [((Words("button-still-needed"), ActionTap("unsolved", ticket)),)]
        case "closed-unanswered":
            return [((Words("button-unsolved"), ActionTap("unsolved", ticket)),)]
        case _:
            return []


def _argument(name: str, value: object) -> Phrase:
    if name.endswith("_at") and isinstance(value, str):
        return Moment(value)
    if name == "words" and value == "":
        return Words("added-photo")
    if name == "reason":
        return Words("reason-why", {"reason": str(value)})
    if name == "suits":
        return suits_phrase(value)
    return value if isinstance(value, str | int) else ""


async def _prompt(work: Work, parcel: Parcel) -> Shown:
    shown, conversation = _asked(parcel.args)
    rows = tuple(
        tuple((key.label, FormTap(conversation, key.question, key.option)) for key in row) for row in shown.rows
    )
    return Shown(shown.paragraphs, rows, shown.wants)


def _asked(args: JsonObject) -> tuple[Prompt, int]:
    match args:
        case {"prompt": dict(prompt), "conversation": int(conversation)}:
            return Prompt.from_json(prompt), conversation
        case _:
            raise ValueError(f"not a prompt: {args!r}")


async def _said(work: Work, parcel: Parcel) -> Shown:
    match parcel.args:
        case {"paragraphs": list(paragraphs), "rows": list(rows)}:
            keys = tuple(tuple(_key(key) for key in row) for row in rows if isinstance(row, list))
            return Shown(tuple(phrase_from_json(each) for each in paragraphs), keys)
        case _:
            raise ValueError(f"not said: {parcel.args!r}")


def _key(value: object) -> PhraseKey:
    match value:
        case {"label": label, "data": str(data)}:
            tap = read_tap(data)
            if isinstance(tap, ActionTap):
                return phrase_from_json(label), tap
    raise ValueError(f"not a button: {value!r}")


_CARDS: Mapping[str, Compose] = {
    "prompt": _prompt,
    "say": _said,
    "ticket-card": cards.ticket_card,
    "job-card": cards.job_card,
    "job-photo": cards.job_photo,
    "solved-answered": cards.solved_answered,
    "unassigned": cards.unassigned,
    "ticket-file": ticket_file,
    "alarms": alarms,
    "remote-consent": field_cards.remote_consent,
    "remote-answered": field_cards.remote_consent,
    "proposal": field_cards.proposal,
    "help-wanted": field_cards.help_wanted,
    "daily-report": daily.daily_report,
    "daily-summary": daily.daily_summary,
    "call-back": cards.call_back,
    "reopen-asked": cards.reopening,
    "reopen-answered": cards.reopening,
    "said-photo": desk_cards.photo,
    "relayed-photo": desk_cards.photo,
    "complaint": desk_cards.complaint,
    "return": desk_cards.goods_return,
    "feedback": desk_cards.feedback,
    "unmatched": desk_cards.unmatched,
    "wants-person": desk_cards.wants_person,
}

"""The language of a chat: named in words, set, and what stands there already turned into it."""

from backend.dispatch import service as dispatch
from backend.errors import NotFound
from backend.outbox import ShownCard, owe, shown_cards
from bot import running
from bot.buttons import ActionTap
from bot.turn import Turn
from dialogs.phrases import Words
from locales import LANGUAGES, fold, spellings

_MOST_CARDS = 20
"""Shown anew after a change: a chat takes about one message a second."""


def language_named(words: str) -> str | None:
    """The language that the words name, in any language."""
    return next((code for code in LANGUAGES if fold(words) in spellings(f"words-language-{code}")), None)


async def choose_language(turn: Turn, words: str = "") -> None:
    """Sets the language that is named; where none is, asks which."""
    code = language_named(words)
    if code is not None:
        await set_language(turn, code)
        return
    rows = [[(Words(f"language-{each}"), ActionTap("language", each))] for each in LANGUAGES]
    await turn.say(Words("language-which"), rows=rows)


async def set_language(turn: Turn, code: str) -> Words:
    """From now on everything in this chat is in the language, the live cards and the present question, too."""
    if code not in LANGUAGES:
        raise NotFound(f"no language {code[:20]!r}", what="button")
    is_new, turn.chat.language = turn.chat.language != code, code
    await turn.work.session.flush()
    if is_new:
        await _show_cards_anew(turn)
    if not await running.ask_again(turn, (Words("language-set"),)):
        await turn.say(Words("language-set"))
    return Words("language-set")


async def _show_cards_anew(turn: Turn) -> None:
    """Questions are left out: the present one is put anew, and earlier ones are over."""
    offered = {f"ticket:{offer.ticket_id}" for offer in await dispatch.open_offers_to(turn.work, turn.me.id)}
    for shown in await shown_cards(turn.work, turn.chat.id, _MOST_CARDS, but="form:%"):
        await _show_anew(turn, shown, fresh=shown.kind == "job-card" and shown.card in offered)


async def _show_anew(turn: Turn, shown: ShownCard, *, fresh: bool) -> None:
    """An offer is never an edit of what stood there before, so it comes in a new message."""
    await owe(turn.work, turn.chat.id, shown.kind, shown.args, card=shown.card, fresh=fresh)

"""Words that named nothing go to the supervisors, with what they may have meant."""

from backend.catalog import service as catalog
from backend.catalog.values import Kind
from backend.database import JsonObject
from backend.journal import record as journal
from backend.people import service as people
from bot.actions.reading import entry, words
from bot.turn import Turn


async def keep_unknown_words(turn: Turn, answers: JsonObject) -> None:
    """Those of a product and of a fault, as far as the form asks for them."""
    for kind in (Kind.PRODUCT, Kind.FAULT):
        said = words(answers, kind)
        if entry(answers, kind) is not None or not said:
            continue
        kept = await catalog.keep_unmatched(turn.work, said, turn.chat.language, kind)
        if kept is None:
            continue
        found = turn.context.catalogue.find(kind, said, entry(answers, "product"))
        args: JsonObject = {"unmatched": kept, "candidates": list(found.candidates)}
        owes = await people.to_supervisors(turn.work, "unmatched", args, card=f"unmatched:{kept}")
        await journal(turn.work, "words-unmatched", turn.me.as_customer, data={"kind": kind.value}, owes=owes)

"""What becomes of words that named nothing, once somebody has said what they mean."""

from collections.abc import Iterable

from sqlalchemy import func, select

from backend.catalog.models import UnmatchedWords
from backend.catalog.normalise import normalise
from backend.catalog.service import learn_alias, resolve_unmatched
from backend.catalog.values import Kind
from backend.database import Work
from backend.journal import Actor, record
from backend.outbox import show_anew


async def teach(
    work: Work, actor: Actor, kind: Kind, entry_id: int, text: str, language: str, *, settles: int | None = None
) -> None:
    """The words mean the entry from now on; whatever waits in the same words, or is named, is settled.

    Raises Invalid for words that name nothing, and NotFound.
    """
    await learn_alias(work, kind, entry_id, text, language)
    named = [settles] if settles is not None else []
    await settle(work, actor, {*await _waiting(work, kind, text), *named})


async def settle(work: Work, actor: Actor, unmatched: Iterable[int]) -> None:
    """Nobody is asked about the words any more: the cards that ask say so. Raises NotFound."""
    for row in sorted(unmatched):
        await resolve_unmatched(work, row)
        await show_anew(work, f"unmatched:{row}")
        await record(work, "words-settled", actor, data={"unmatched": row})


async def _waiting(work: Work, kind: Kind, text: str) -> list[int]:
    """Spelling makes no difference: case, width, Traditional or Simplified characters."""
    still_open = (~UnmatchedWords.resolved, UnmatchedWords.kind == kind)
    rows = await work.session.execute(select(UnmatchedWords.id, UnmatchedWords.words).where(*still_open))
    return [row for row, words in rows.all() if normalise(words) == normalise(text)]


async def open_words(work: Work) -> int:
    """How many wait for somebody to say what they mean."""
    waiting = select(func.count()).select_from(UnmatchedWords).where(~UnmatchedWords.resolved)
    return (await work.session.execute(waiting)).scalar_one()

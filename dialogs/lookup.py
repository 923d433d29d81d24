"""Naming a thing of the catalogue: exact words are taken, else candidates, then categories, then the words stand."""

from dataclasses import dataclass

from dialogs.flow import effective
from dialogs.model import Form, Question, State
from dialogs.phrases import JsonObject
from dialogs.world import Context

ENTRY, GROUP, NONE, UNKNOWN = "e", "g", "none", "unknown"
"""`NONE` leads from candidates to categories and `UNKNOWN` gives up: so a double tap gives up nothing."""


@dataclass(frozen=True)
class Offer:
    """What to show: entries to pick from, or groups when no entry is near."""

    entries: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()


def narrowing(form: Form, state: State, question: Question) -> int | None:
    """The entry of the other lookup that narrows this one."""
    answer = effective(form, state).get(question.within) if question.within else None
    entry = answer.get("entry") if isinstance(answer, dict) else None
    return entry if isinstance(entry, int) else None


def own_words(form: Form, state: State, question: Question) -> str:
    """The words the search goes by: typed at this question, else those of its source."""
    typed = draft_of(state).get("words")
    told = typed or (effective(form, state).get(question.source) if question.source else None)
    return told if isinstance(told, str) else ""


def draft_of(state: State) -> JsonObject:
    return state.draft if isinstance(state.draft, dict) else {}


def offer(form: Form, state: State, question: Question, context: Context) -> Offer:
    draft, within = draft_of(state), narrowing(form, state, question)
    group = draft.get("group")
    if isinstance(group, str):
        return Offer(entries=context.catalogue.members(question.lookup, group, within))
    if not draft.get("misses"):
        found = context.catalogue.find(question.lookup, own_words(form, state, question), within)
        entries = (found.exact,) if found.exact is not None else found.candidates
        if entries:
            return Offer(entries=entries)
    return Offer(groups=context.catalogue.groups(question.lookup, within))


def entry_of(question: Question, option: str, context: Context) -> int | None:
    """The entry that a button carries, if there is such a one."""
    if not (option.startswith(ENTRY) and option[1:].isdecimal()):
        return None
    entry = int(option[1:])
    return entry if context.catalogue.names(question.lookup, entry) is not None else None


def way_out(form: Form, state: State, question: Question, context: Context) -> str:
    """What the button for "none of these" carries."""
    draft, within = draft_of(state), narrowing(form, state, question)
    if draft.get("group") or draft.get("misses") or not context.catalogue.groups(question.lookup, within):
        return UNKNOWN
    return NONE


def certain(form: Form, state: State, question: Question, context: Context) -> int | None:
    """The entry that the source's words name without doubt."""
    words = own_words(form, state, question)
    return context.catalogue.find(question.lookup, words, narrowing(form, state, question)).exact if words else None

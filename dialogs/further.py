"""More than one thing is wrong: what else the same sentence names, and what is added one by one."""

from dialogs import lookup
from dialogs.flow import effective
from dialogs.model import Form, Kind, Question, State
from dialogs.phrases import Json
from dialogs.world import Context, Found

MOST = 3


def kept(state: State, question: Question) -> list[Json]:
    """What was told so far, in this draft or an earlier answer."""
    told = state.draft if isinstance(state.draft, list) else state.answers.get(question.id)
    return list(told) if isinstance(told, list) else []


def added(state: State, thing: Json) -> list[Json]:
    """With one more thing; who comes back to the question begins anew, and the same thing counts once."""
    told = list(state.draft) if isinstance(state.draft, list) else []
    return told if thing in told else [*told, thing][:MOST]


def exact(form: Form, state: State, question: Question, text: str, context: Context) -> int | None:
    """The entry that the words name without doubt."""
    return _find(form, state, question, text, context).exact


def named(form: Form, state: State, question: Question, context: Context) -> list[Json]:
    """What the source's sentence names without doubt besides the first."""
    found = (each.exact for each in _parts(form, state, question, context))
    told: list[Json] = [{"entry": entry} for entry in dict.fromkeys(found) if entry is not None]
    return told[:MOST]


def suggested(form: Form, state: State, question: Question, context: Context) -> tuple[int, ...]:
    """What each further part of the sentence seems to name, and was not told yet."""
    told = kept(state, question)
    likeliest = (
        each.exact if each.exact is not None else next(iter(each.candidates), None)
        for each in _parts(form, state, question, context)
    )
    new = (entry for entry in likeliest if entry is not None and {"entry": entry} not in told)
    return tuple(dict.fromkeys(new))[: MOST - len(told)]


def _parts(form: Form, state: State, question: Question, context: Context) -> list[Found]:
    """What is found in the parts of a sentence of several, without those parts that may mean the first thing."""
    sentence, first = effective(form, state).get(question.source), _first(form, state, question)
    parts = context.parts(sentence) if isinstance(sentence, str) else ()
    if len(parts) < 2 or first is None:
        return []
    found = [_find(form, state, question, part, context) for part in parts]
    return [each for each in found if first not in (each.exact, *each.candidates[:1])]


def _find(form: Form, state: State, question: Question, text: str, context: Context) -> Found:
    main = _main(form, question)
    within = lookup.narrowing(form, state, main) if main else None
    return context.catalogue.find(question.lookup, text, within)


def _first(form: Form, state: State, question: Question) -> int | None:
    main = _main(form, question)
    answer = effective(form, state).get(main.id) if main else None
    entry = answer.get("entry") if isinstance(answer, dict) else None
    return entry if isinstance(entry, int) else None


def _main(form: Form, question: Question) -> Question | None:
    """The lookup that names the first."""
    same = (each for each in form.questions if each.kind is Kind.LOOKUP and each.lookup == question.lookup)
    return next(same, None)

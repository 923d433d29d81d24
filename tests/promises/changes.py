"""A form as its next version might be: a question renamed, one removed, one inserted, an option gone, all at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialogs.conditions import Condition, Has, Holds, Is, Not, Some, asks_about
from dialogs.model import Form, Kind, Question
from dialogs.phrases import Json, JsonObject

INSERTED, RENAMED = "inserted", "renamed"


@dataclass(frozen=True)
class Change:
    """What became of the form; `option` is the question that has one option less, by its old name, and that option."""

    old: Form
    new: Form
    removed: str
    renamed: str
    option: tuple[str, str]

    def __str__(self) -> str:
        return f"{self.renamed} renamed, {self.removed} removed"

    def meaning(self, answers: Mapping[str, Json]) -> JsonObject:
        """The answers that have still a meaning, by their present names."""
        return {
            RENAMED if name == self.renamed else name: answer
            for name, answer in answers.items()
            if name != self.removed and not self._is_gone(name, answer)
        }

    def _is_gone(self, name: str, answer: Json) -> bool:
        question, option = self.option
        return name == question and option in (answer if isinstance(answer, list) else [answer])

    def as_before(self, answers: JsonObject, removed: Json) -> JsonObject:
        """What the action of the old version reads."""
        named = {self.renamed if name == RENAMED else name: answer for name, answer in answers.items()}
        return {**{name: answer for name, answer in named.items() if name != INSERTED}, self.removed: removed}


def changes_of(form: Form) -> list[Change]:
    """Each question renamed once; what is removed with it, and which option, changes from one to the next."""
    asked = [question.id for question in form.questions if question.kind is not Kind.NOTED]
    looked_at = {name for question in form.questions for name in _looks_at(question)}
    free = [name for name in asked if name not in looked_at]
    choice = max((each for each in form.questions if each.kind is Kind.CHOICE), key=lambda each: len(each.options))
    return [
        _changed(form, name, next(each for each in [*free[place:], *free] if each not in (name, choice.id)), option)
        for number, name in enumerate(asked)
        for place in (number % len(free),)
        for option in ((choice.id, choice.options[number % len(choice.options)]),)
    ]


def _changed(form: Form, renamed: str, removed: str, option: tuple[str, str]) -> Change:
    kept = [each for each in form.questions if each.id != removed]
    fewer = [_without(question, option[1]) if question.id == option[0] else question for question in kept]
    named = [_under(question, renamed) for question in fewer]
    place = len(named) // 2
    asked = (*named[:place], Question(INSERTED, Kind.TEXT), *named[place:])
    new = replace(form, version=form.version + 1, questions=asked, renamed={**form.renamed, renamed: RENAMED})
    return Change(form, new, removed, renamed, option)


def _looks_at(question: Question) -> set[str]:
    return {question.source, question.within, *(asks_about(question.relevant) if question.relevant else ())}


def _without(question: Question, option: str) -> Question:
    return replace(question, options=tuple(each for each in question.options if each != option))


def _under(question: Question, renamed: str) -> Question:
    """The question with its own id, and those that it looks at, by their present names."""
    source, within = (RENAMED if name == renamed else name for name in (question.source, question.within))
    relevant = _named(question.relevant, renamed) if question.relevant else None
    name = RENAMED if question.id == renamed else question.id
    return replace(question, id=name, source=source, within=within, relevant=relevant)


def _named(condition: Condition, renamed: str) -> Condition:
    match condition:
        case Not(inner):
            return Not(_named(inner, renamed))
        case Is(question) | Has(question) | Holds(question) | Some(question):
            return replace(condition, question=RENAMED) if question == renamed else condition
        case _:
            return replace(condition, conditions=tuple(_named(each, renamed) for each in condition.conditions))

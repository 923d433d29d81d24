"""What typed words mean everywhere: orders, greetings, yes and no, and the names of options, in every language."""

import re
from functools import cache

from dialogs.forms import FORMS
from dialogs.lookup import NONE
from dialogs.model import CANCEL, CHANGE, REVIEW, Kind, Question
from locales import LANGUAGES, fold, spellings, text

_COMMANDS = (
    "back",
    "edit",
    "cancel",
    "help",
    "skip",
    "done",
    "again",
    "language",
    "status",
    "person",
    "privacy",
    "stop",
    "report",
    "complaint",
    "return",
    "menu",
    "keep",
)

_SAID = {
    "yes": ("words-yes",),
    "no": ("words-no",),
    "safe": ("words-yes", "words-safe"),
    "unsafe": ("words-no", "words-unsafe"),
}
"""Options of yes-or-no questions, and what people type for them."""


def command_of(words: str) -> str | None:
    """The global command that these words are, if they are nothing else besides."""
    return _commands().get(fold(words))


def means(words: str, *keys: str) -> bool:
    """Whether the words are one of those listed, in any language, and nothing else besides."""
    return any(fold(words) in spellings(f"words-{key}") for key in keys)


def option_named(form: str, question: Question, words: str) -> str | None:
    """The option that the words name: its label in any language, its id, or yes and no where that is asked."""
    folded = fold(words)
    if question.kind in (Kind.TEXT, Kind.LOOKUP):
        return _neither(question.lookup).get(folded)
    return _options(form, question.id, question.options).get(folded) if folded else None


@cache
def _neither(kind: str) -> dict[str, str]:
    """What answers a question for words without being the words asked for."""
    none = spellings("words-no") | (spellings(f"button-none-{kind}") if kind else frozenset())
    return {**dict.fromkeys(spellings("words-yes"), "yes"), **dict.fromkeys(none, NONE)}


@cache
def _commands() -> dict[str, str]:
    return {word: command for command in _COMMANDS for word in spellings(f"words-{command}")}


@cache
def _options(form: str, question: str, options: tuple[str, ...]) -> dict[str, str]:
    if question == REVIEW:
        return {word: "send" for key in ("words-yes", "words-send", f"button-send-{form}") for word in spellings(key)}
    if question == CANCEL:
        said = {"yes": ("words-yes", "button-cancel-yes"), "no": ("words-no", "button-cancel-no")}
        return {word: option for option, keys in said.items() for key in keys for word in spellings(key)}
    if question == CHANGE:
        return {
            word: asked.id
            for asked in FORMS[form].questions
            if asked.kind is not Kind.NOTED
            for word in spellings(f"name-{form}-{asked.id}")
        }
    named = {fold(option): option for option in options}
    if set(options) <= _SAID.keys():
        named |= {word: option for option in options for key in _SAID[option] for word in spellings(key)}
    for language in LANGUAGES:
        for option in options:
            label = text(language, f"option-{form}-{question}", {"option": option})
            for part in (label, re.split("[:\uff1a]", label)[0]):
                named.setdefault(fold(part), option)
    if not options:
        named |= dict.fromkeys(spellings("window-soon"), "soon")
    return named

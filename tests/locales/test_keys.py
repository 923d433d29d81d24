"""The code and the files agree: nothing is asked for that is not there, nothing stands there for nobody."""

import re
from collections.abc import Sequence

from backend.followups.service import CallBackState
from backend.people.rules import StaffRole
from backend.settings import Settings
from backend.tickets.rules import Clock, Status, Urgency
from bot.notices import _CARDS
from bot.telegram.channel import _COMMANDS
from dialogs.forms import FORMS
from dialogs.model import PSEUDO, Form, Kind, Question
from locales import LANGUAGES, has
from tests.locales.code import HOLE, ROOT, files, strings, uses
from tests.locales.files import PLURALS, messages, options

HAN = re.compile(r"[\u3400-\u9fff]")
READERS = ("customer", *StaffRole)
NEVER_ASKED = frozenset({Kind.NOTED})


def test_every_key_that_the_code_names_is_there() -> None:
    assert [f"{use.where}: {use.key}" for use in uses() if HOLE not in use.key and not has(use.key)] == []


def test_the_variables_that_the_code_gives_are_those_of_the_message() -> None:
    known = messages("en")
    differing = [
        f"{use.where}: {use.key} has {sorted(known[use.key].variables)}, is given {sorted(use.given)}"
        for use in uses()
        if use.key in known and use.given is not None and known[use.key].variables != use.given
    ]
    assert differing == []


def test_every_pattern_of_keys_fits_some_message() -> None:
    lonely = [
        f"{use.where}: {use.key.replace(HOLE, '…')}"
        for use in uses()
        if HOLE in use.key
        and use.key.strip(HOLE)
        and not any(_fits(use.key.split(HOLE), key) for key in messages("en"))
    ]
    assert lonely == []


def test_every_message_is_asked_for_somewhere() -> None:
    settings = {name.replace("_", "-") for name in Settings.model_fields}
    fillings = {text for text in strings() if HOLE not in text} | settings | set(LANGUAGES)
    patterns = [text.split(HOLE) for text in strings() if HOLE in text and re.match(r"[a-z]+-", text)]
    unused = [
        key
        for key in messages("en")
        if key not in strings() and not any(_fits(parts, key, fillings) for parts in patterns)
    ]
    assert unused == []


def _fits(parts: Sequence[str], key: str, fillings: set[str] | None = None) -> bool:
    """Whether the key is the pattern with its holes filled, from the fillings where they are given."""
    if not key.startswith(parts[0]):
        return False
    if len(parts) == 1:
        return key == parts[0]
    rest = key[len(parts[0]) :]
    return any(
        (fillings is None or rest[:end] in fillings) and _fits(parts[1:], rest[end:], fillings)
        for end in range(1, len(rest) + 1)
    )


def test_every_form_has_all_its_words() -> None:
    wanted = {key for form in FORMS.values() for key in _keys_of(form)}
    assert sorted(key for key in wanted if not has(key)) == []


def _keys_of(form: Form) -> set[str]:
    keys = {f"cancel-{form.id}", f"cancelled-{form.id}"}
    if form.review:
        keys |= {f"review-{form.id}", f"button-send-{form.id}"}
    for question in form.questions:
        if question.kind not in NEVER_ASKED:
            keys |= {f"{what}-{form.id}-{question.id}" for what in ("ask", "name", "help")}
        keys |= {f"option-{form.id}-{question.id}"} if question.options else set()
        keys |= {f"row-{form.id}-{question.id}"} if question.rows else set()
        if question.kind is Kind.LOOKUP:
            keys |= {f"button-none-{question.lookup}"}
            keys |= {f"taken-{question.lookup}"} if question.source else set()
            keys |= {f"button-all-{question.lookup}"} if question.within else set()
    return keys


def test_every_option_has_a_label_of_its_own() -> None:
    asked = [(form, question) for form in FORMS.values() for question in form.questions if question.options]
    unnamed = {
        f"{form.id}-{question.id}": _unnamed(form, question) for form, question in asked if _unnamed(form, question)
    }
    assert unnamed == {}


def _unnamed(form: Form, question: Question) -> set[str]:
    """Options without a variant; a message that simply says the option needs none."""
    named = options(f"option-{form.id}-{question.id}", "option")
    return (set(question.options) - PLURALS) ^ named if named else set()


def test_every_reader_kind_and_side_question_has_its_words() -> None:
    families = [
        *(f"{what}-{reader}" for what in ("welcome", "help", "nothing-asked") for reader in READERS),
        *(f"{what}-{role}" for what in ("joined", "button-status") for role in StaffRole),
        *(f"misfit-{kind}" for kind in Kind if kind not in NEVER_ASKED),
        *(f"{what}-{side}" for what in ("misfit", "help") for side in PSEUDO),
        *(f"button-{order}" for order in ("back", "skip", "done", "cancel", "edit", "cancel-yes", "cancel-no")),
        *(f"kept-{kind}" for kind in (Kind.PLACE, Kind.CONTACT, Kind.PHOTOS)),
        *(f"button-share-{wanted}" for wanted in ("place", "contact", "photo")),
        *(f"language-{language}" for language in LANGUAGES),
        *(f"command-{name}" for name in _COMMANDS),
        *(f"button-{verb}" for verb in ("depart", "arrive", "finish")),
    ]
    assert [key for key in families if not has(key)] == []


def test_every_notice_has_words_or_a_card() -> None:
    kinds = {kind for file in files() for kind in _notices(file.read_text(encoding="utf-8"))}
    assert {"accepted", "solved", "undelivered"} <= kinds
    assert sorted(kind for kind in kinds if kind not in _CARDS and not has(f"notice-{kind}")) == []


def _notices(source: str) -> set[str]:
    return set(re.findall(r'(?:Notice\([\w.]+|to_supervisors\(\s*work), "([a-z-]+)"', source))


def test_every_state_is_called_by_its_name() -> None:
    assert options("card-status-customer", "status") == set(Status)
    assert options("card-urgency", "urgency") == set(Urgency)
    assert options("clock", "clock") >= set(Clock)
    assert options("call-back-head", "state") == set(CallBackState)


def test_no_chinese_stands_in_the_code() -> None:
    found = [str(file.relative_to(ROOT)) for file in files() if HAN.search(file.read_text(encoding="utf-8"))]
    assert found == []

"""Anything that may reach a conversation, for generated tests, and the straight way to its end."""

from hypothesis import strategies as st

from dialogs import flow
from dialogs.engine import step
from dialogs.events import ContactShared, Event, Order, Ordered, PhotoSent, PlaceShared, Said, Tapped, Unsupported
from dialogs.lookup import ENTRY
from dialogs.model import CANCEL, CHANGE, REVIEW, Form, Kind, Question, Stage, State
from dialogs.outcome import Button
from dialogs.prompts import prompt
from dialogs.world import Context

_WORDS = (
    "k-1",
    "there is smoke",
    "cold and loud",
    "toaster",
    "kettle",
    "cold",
    "t",
    "yes",
    "no",
    "send",
    "fast",
    "slow",
    "A",
    "10",
    "31",
    "a, z",
    "z",
    "2025",
)
_MORE = ("", "  ", "x" * 2000, "13800138000", "place", "pace", "jam", "good", "\u0000", "12/34", "-5", "\u4e00\u4e8c")
_OPTIONS = ("~back", "~skip", "~done", "~cancel", "~edit", "~help", "~again", "none", "unknown", "e1", "e2", "e99", "g")
_FORGED = (
    "gkitchen",
    "gnowhere",
    "soon",
    "far",
    "send",
    "yes",
    "no",
    "",
    "+",
    "-",
    "+a",
    "-a",
    "~",
    "one.good",
    "two.x",
)

texts = st.sampled_from(_WORDS + _MORE) | st.text(max_size=12)
degrees = st.sampled_from((0.0, 31.2, 80.0, -90.0))
photos = st.sampled_from([f"{name}.jpg" for name in "abcdefghijklm"])


def events(form: Form) -> st.SearchStrategy[Event | int]:
    """A number stands for a button that was shown: the newest ones first, old ones further back."""
    names = [*(question.id for question in form.questions), REVIEW, CHANGE, CANCEL, "nowhere"]
    options = [*_OPTIONS, *_FORGED, *names, *(option for question in form.questions for option in question.options)]
    forged = st.builds(Tapped, st.sampled_from(names), st.sampled_from(options) | st.text(max_size=6))
    return st.one_of(
        st.integers(0, 30),
        forged,
        st.builds(Said, texts),
        st.builds(Ordered, st.sampled_from(Order)),
        st.builds(PhotoSent, photos, st.sampled_from(("", "toaster"))),
        st.builds(PlaceShared, degrees, degrees),
        st.builds(ContactShared, st.sampled_from(("13800138000", "1")), st.booleans()),
        st.just(Unsupported()),
    )


def buttons(form: Form, state: State, context: Context) -> list[Button]:
    return [button for row in prompt(form, state, context).rows for button in row]


def tap(button: Button) -> Tapped:
    return Tapped(button.question, button.option)


def finished(form: Form, state: State, context: Context) -> State:
    """Answers whatever is asked, shortly. Fails when that does not come to an end."""
    steps = 4 * sum(1 + len(question.rows) for question in form.questions) + 8
    for _ in range(steps):
        if state.stage is not Stage.OPEN:
            return state
        state = step(form, state, answer(form, state, context), context).state
    raise AssertionError(f"no end in {steps} steps: {state}")


def answer(form: Form, state: State, context: Context) -> Event:
    """The next sensible thing to say."""
    now = flow.present(form, state)
    if now in (REVIEW, CANCEL):
        return Tapped(now, "send" if now == REVIEW else "no")
    question = form.question(now) if now else None
    return _plain_answer(state, question) if question else Ordered(Order.BACK)


def _plain_answer(state: State, question: Question) -> Event:
    match question.kind:
        case Kind.NUMBER if not question.options:
            return Said(str(question.high))
        case Kind.CHOICE | Kind.NUMBER | Kind.DATE:
            return Tapped(question.id, question.options[0]) if question.options else Said("2025")
        case Kind.SEVERAL | Kind.PHOTOS:
            return _gathering(state, question)
        case Kind.MATRIX:
            draft = state.draft if isinstance(state.draft, dict) else {}
            row = draft.get("row", 0)
            return Tapped(question.id, f"{question.rows[row if isinstance(row, int) else 0]}.{question.options[0]}")
        case Kind.LOOKUP:
            return Tapped(question.id, f"{ENTRY}{1 if question.lookup == 'product' else 11}")
        case Kind.PLACE:
            return PlaceShared(31.2, 40.0)
        case Kind.CONTACT:
            return ContactShared("13800138000", own=True)
        case Kind.TIME:
            return Tapped(question.id, "soon")
        case Kind.FURTHER:
            return Ordered(Order.DONE)
        case Kind.TEXT | Kind.NOTED:
            return Said("in my own words")


def _gathering(state: State, question: Question) -> Event:
    if isinstance(state.draft, list) and state.draft:
        return Ordered(Order.DONE)
    return Tapped(question.id, f"+{question.options[0]}") if question.options else PhotoSent("a.jpg")

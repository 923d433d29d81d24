"""Runs forms in a chat: begins them, takes one event through the engine, keeps the state, owes what follows."""

from collections.abc import Sequence

from backend.conversations import service as conversations
from backend.conversations.service import Stored
from backend.database import JsonObject
from backend.outbox import owe
from bot.actions.table import FINISHED, PROGRESS
from bot.turn import Turn
from dialogs import engine, flow
from dialogs.events import Event, Order, Ordered
from dialogs.forms import FORMS
from dialogs.model import Form, Stage, State
from dialogs.outcome import Showing, Step
from dialogs.phrases import Words
from dialogs.prompts import prompt


async def begin(
    turn: Turn, form_id: str, subject: str, known: JsonObject | None = None, notes: Sequence[Words] = ()
) -> Stored:
    """Opens the form about the subject, or takes up the one that is open, and asks."""
    form = FORMS[form_id]
    stored = await conversations.open_conversation(turn.work, turn.chat.id, form_id, subject)
    if stored is None:
        first = engine.start(form, turn.context, known)
        state = first.state.to_json()
        stored = await conversations.begin_conversation(turn.work, turn.chat.id, form_id, subject, state)
        notes = (*notes, *first.notes)
    turn.chat.focus_id = stored.id
    if not await ask_again(turn, notes):
        await advance(turn, stored, Ordered(Order.AGAIN))
    return stored


async def begin_with(turn: Turn, form_id: str, subject: str, known: JsonObject, event: Event) -> None:
    """Opens the form with an event that answers its first question."""
    form = FORMS[form_id]
    state = State(form.id, form.version, known)
    stored = await conversations.begin_conversation(turn.work, turn.chat.id, form_id, subject, state.to_json())
    turn.chat.focus_id = stored.id
    await advance(turn, stored, event)


async def focus(turn: Turn) -> Stored | None:
    """The conversation that plain words go to."""
    if turn.chat.focus_id is None:
        return None
    stored = await conversations.conversation(turn.work, turn.chat.focus_id)
    return stored if stored and stored.open else None


async def advance(turn: Turn, stored: Stored, event: Event) -> Words | None:
    """One event of a conversation; gives the toast for a tap."""
    form = FORMS[stored.form]
    state = _state(turn, stored, form)
    turn.chat.focus_id = stored.id
    step = engine.step(form, state, event, turn.context)
    await conversations.keep_state(turn.work, stored.id, step.state.to_json(), is_open=step.state.stage is Stage.OPEN)
    await _settle(turn, stored, form, state, step)
    return step.toast


async def ask_again(turn: Turn, notes: Sequence[Words] = ()) -> bool:
    """Puts the present question once more. False when no form is open, or the one that is has nothing left to ask
    since it was changed: then the next event finishes it."""
    stored = await focus(turn) or await conversations.latest_open(turn.work, turn.chat.id)
    if stored is None:
        return False
    turn.chat.focus_id = stored.id
    form = FORMS[stored.form]
    state = _state(turn, stored, form)
    if flow.present(form, state) is None:
        return False
    await _ask(turn, stored, form, state, notes)
    return True


async def _settle(turn: Turn, stored: Stored, form: Form, before: State, step: Step) -> None:
    match step.state.stage:
        case Stage.OPEN:
            answers = flow.effective(form, step.state)
            if form.partial and answers != flow.effective(form, before):
                await PROGRESS[form.id](turn, stored, answers)
            if step.showing is not Showing.NOTHING:
                await _ask(turn, stored, form, step.state, step.notes, fresh=step.showing is Showing.NEW)
        case Stage.FINISHED:
            turn.chat.focus_id = None
            await FINISHED[form.id](turn, stored, flow.effective(form, step.state))
            await _resume(turn)
        case Stage.CANCELLED:
            turn.chat.focus_id = None
            await turn.say(Words(f"cancelled-{form.id}"))
            await _resume(turn)


async def _resume(turn: Turn) -> None:
    if await conversations.latest_open(turn.work, turn.chat.id) is not None:
        await ask_again(turn, (Words("resuming"),))


async def _ask(
    turn: Turn,
    stored: Stored,
    form: Form,
    state: State,
    notes: Sequence[Words],
    *,
    fresh: bool = True,
) -> None:
    shown = prompt(form, state, turn.context, notes)
    args: JsonObject = {"conversation": stored.id, "prompt": shown.to_json()}
    await owe(turn.work, turn.chat.id, "prompt", args, card=f"form:{stored.id}", fresh=fresh)


def _state(turn: Turn, stored: Stored, form: Form) -> State:
    return engine.carried(form, State.from_json(stored.state), turn.context)

"""Deep links: an invite makes staff of whoever opens it, a serial number begins a request for that product."""

from backend.catalog import service as catalog
from backend.database import JsonObject
from backend.people import service as people
from backend.tickets.rules import Writer
from bot import running
from bot.turn import Turn, menu_of
from dialogs.forms import FORMS
from dialogs.phrases import Words

INVITE, SERIAL = "i_", "s_"
_LONGEST_SERIAL = 64


async def open_link(turn: Turn, payload: str) -> None:
    """Raises NotFound or TooLate for an invite that is not good."""
    if payload.startswith(INVITE):
        turn.me = await people.redeem(turn.work, payload.removeprefix(INVITE), turn.me.id)
        await turn.say(Words(f"joined-{turn.me.role}", {"name": turn.me.name}), rows=menu_of(turn.me))
    elif payload.startswith(SERIAL) and payload != SERIAL:
        await report_unit(turn, payload.removeprefix(SERIAL))
    else:
        await greet(turn)


async def greet(turn: Turn) -> None:
    """Welcomes; a form that is open goes on."""
    company = turn.work.settings.company
    if await running.focus(turn) and await running.ask_again(turn, (Words("welcome-back", {"company": company}),)):
        return
    welcome = Words(f"welcome-{turn.me.role or 'customer'}", {"company": company, "name": turn.me.name})
    await turn.say(welcome, rows=menu_of(turn.me))


def known_of(turn: Turn) -> JsonObject:
    """What earlier requests told about the customer, as answers."""
    me = turn.me
    if me.role is not None or me.phone is None:
        return {}
    known: JsonObject = {"name": me.name, "phone": {"phone": me.phone}, "place": me.place}
    known |= {"honorific": me.honorific, "writer": me.writer or ("self" if me.place else None)}
    known["organisation"] = me.organisation
    if me.writer == Writer.DEALER:
        del known["place"]
    return {question: answer for question, answer in known.items() if answer is not None}


def _asked_in(form: str, known: JsonObject) -> JsonObject:
    """Of what is known, what the form asks for."""
    return {question: answer for question, answer in known.items() if FORMS[form].question(question) is not None}


async def report(turn: Turn) -> None:
    """Begins a repair request, or takes up the one that is open."""
    stored = await running.focus(turn)
    if not (stored and stored.form == "repair" and await running.ask_again(turn)):
        await running.begin(turn, "repair", "", known_of(turn))


async def complain(turn: Turn) -> None:
    await running.begin(turn, "complaint", "", _asked_in("complaint", known_of(turn)))


async def send_back(turn: Turn) -> None:
    await running.begin(turn, "return", "", _asked_in("return", known_of(turn)))


async def is_serial(turn: Turn, text: str) -> bool:
    """Whether the words are the serial number of a unit that we know, and nothing else besides."""
    is_short = len(text) <= _LONGEST_SERIAL and any(sign.isdecimal() for sign in text)
    return is_short and await catalog.unit_by_serial(turn.work, text) is not None


async def report_unit(turn: Turn, serial: str) -> None:
    if await running.focus(turn) and await running.ask_again(turn, (Words("finish-this-first"),)):
        return
    unit = await catalog.unit_by_serial(turn.work, serial)
    known = known_of(turn)
    if unit is None:
        note = Words("serial-unknown", {"serial": serial[:40]})
    else:
        known["product"] = {"entry": unit.product.id}
        if unit.purchased_on is not None:
            day = unit.purchased_on.isoformat()
            known["bought"] = {"earliest": day, "latest": day, "known": True}
        note = Words("serial-known", {"serial": unit.serial})
    await running.begin(turn, "repair", f"unit:{serial[:40]}", known, (note,))

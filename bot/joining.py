"""Deep links: an invite makes staff of whoever opens it, a serial number begins a request for that product."""

from backend.catalog import service as catalog
from backend.database import JsonObject
from backend.people import service as people
from bot import running
from bot.turn import Turn, menu_of
from dialogs.phrases import Words

INVITE, SERIAL = "i_", "s_"


async def open_link(turn: Turn, payload: str) -> None:
    """Raises NotFound or TooLate for an invite that is not good."""
    if payload.startswith(INVITE):
        turn.me = await people.redeem(turn.work, payload.removeprefix(INVITE), turn.me.id)
        await turn.say(Words(f"joined-{turn.me.role}", {"name": turn.me.name}), rows=menu_of(turn.me))
    elif payload.startswith(SERIAL) and payload != SERIAL:
        await _report_unit(turn, payload.removeprefix(SERIAL))
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
    if turn.me.role is not None or turn.me.phone is None or turn.me.place is None:
        return {}
    return {"name": turn.me.name, "phone": {"phone": turn.me.phone}, "place": turn.me.place}


async def report(turn: Turn) -> None:
    """Begins a repair request, or takes up the one that is open."""
    stored = await running.focus(turn)
    if not (stored and stored.form == "repair" and await running.ask_again(turn)):
        await running.begin(turn, "repair", "", known_of(turn))


async def complain(turn: Turn) -> None:
    known = {name: answer for name, answer in known_of(turn).items() if name != "place"}
    await running.begin(turn, "complaint", "", known)


async def send_back(turn: Turn) -> None:
    await running.begin(turn, "return", "", known_of(turn))


async def _report_unit(turn: Turn, serial: str) -> None:
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

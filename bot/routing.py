"""Where an event goes: global words first, then the form in focus, then a new request."""

from collections.abc import Awaitable, Callable, Mapping
from typing import assert_never

from backend.conversations import service as conversations
from backend.errors import NotFound
from backend.people import service as people
from backend.tickets import service as tickets
from backend.tickets.rules import Prefix, Status
from bot import desk, joining, running, talking, taps
from bot.actions.reading import subject_id
from bot.buttons import ActionTap, FormTap, read_tap
from bot.incoming import Chosen, Command, Lost, Moved, Pressed, What
from bot.language import choose_language, set_language
from bot.lexicon import command_of, means
from bot.overview import show_case, show_status
from bot.turn import Turn, menu_of
from dialogs.events import ContactShared, Event, Order, Ordered, PhotoSent, PlaceShared, Said, Tapped, Unsupported
from dialogs.phrases import Words


async def route(turn: Turn, what: What) -> Words | None:
    """Answers the event and gives the toast for a tap. Raises Refusal for what cannot be done."""
    match what:
        case Command(name, argument):
            return await _command(turn, name, argument)
        case Pressed(data):
            return await _pressed(turn, data)
        case Chosen(language):
            return await set_language(turn, language)
        case Moved(latitude, longitude):
            if turn.me.role == "technician":
                await people.set_place(turn.work, turn.me.id, latitude, longitude)
            return None
        case Lost(words):
            await _hint(turn, words)
            return None
        case Said() | PhotoSent() if await desk.relayed(turn, what):
            return None
        case Said(text) if (order := command_of(text)) is not None:
            return await _command(turn, order, "")
        case Said() | Tapped() | PlaceShared() | ContactShared() | PhotoSent() | Unsupported() | Ordered():
            return await _told(turn, what)
        case _:
            assert_never(what)


async def _told(turn: Turn, event: Event) -> Words | None:
    stored = await running.focus(turn)
    if stored is not None and stored.form == "talk" and isinstance(event, PhotoSent):
        await talking.pass_on(turn, subject_id(stored), event)
        return None
    if stored is not None and not (isinstance(event, Said) and means(event.text, "greeting")):
        return await running.advance(turn, stored, event)
    match event:
        case Said(text) if (number := _ticket_number(text)) is not None:
            await _one_status(turn, number)
        case Said(text) if means(text, "return-start"):
            await joining.send_back(turn)
        case Said(text) if (verb := await _judgement(turn, text)) is not None:
            return await taps.press(turn, verb)
        case Said() | PhotoSent() if (talked := await talking.talked_about(turn, event)) is not None:
            await talking.pass_on(turn, talked, event)
        case Said() if (ticket := await talking.asked_when(turn)) is not None:
            await running.begin_with(turn, "retime", f"ticket:{ticket}", {}, event)
        case Said(text) if means(text, "greeting"):
            await joining.greet(turn)
        case Said(text) if means(text, "thanks", "yes", "no", "solved"):
            await turn.say(Words("thanks-reply"))
        case Said(text) if turn.me.role is None and await joining.is_serial(turn, text):
            await joining.report_unit(turn, text.strip())
        case Said(text) if not any(sign.isalpha() for sign in text):
            await _nothing_asked(turn)
        case PhotoSent(photo, caption) if (
            not talking.tells_of_danger(turn, event) and (ticket := await _pictured(turn, caption)) is not None
        ):
            await talking.add_photo(turn, ticket, caption, photo)
        case Said() | PhotoSent() if turn.me.role is None:
            await running.begin_with(turn, "repair", "", joining.known_of(turn), event)
        case PlaceShared(latitude, longitude) if turn.me.role == "technician":
            await people.set_place(turn.work, turn.me.id, latitude, longitude)
            await turn.say(Words("place-noted"))
        case _:
            await _nothing_asked(turn)
    return None


async def _pictured(turn: Turn, caption: str) -> int | None:
    """The open request that a picture belongs to: that of the picture just before it, unless its words name another
    product; else the newest."""
    if not caption and (same := await talking.photographed(turn)) is not None:
        return same
    mine = await tickets.open_tickets_of(turn.work, turn.me.id)
    found = turn.context.catalogue.find("product", caption, None)
    named = {found.exact, *found.candidates} - {None}
    about = [each.id for each in mine if not named or each.product_id in named]
    return about[-1] if about else None


async def _nothing_asked(turn: Turn) -> None:
    await turn.say(Words(f"nothing-asked-{turn.me.role or 'customer'}"), rows=menu_of(turn.me))


async def _judgement(turn: Turn, text: str) -> ActionTap | None:
    """The button that typed words stand for while a request waits for the customer's word."""
    waiting = [each for each in await tickets.open_tickets_of(turn.work, turn.me.id) if each.status is Status.AWAITING]
    if len(waiting) != 1:
        return None
    if text == Order.DONE or means(text, "yes", "solved"):
        return ActionTap("solved", str(waiting[0].id))
    return ActionTap("unsolved", str(waiting[0].id)) if means(text, "no", "unsolved") else None


async def _pressed(turn: Turn, data: str) -> Words | None:
    match read_tap(data):
        case FormTap(conversation, question, option):
            stored = await conversations.conversation(turn.work, conversation)
            if stored is None or stored.chat_id != turn.chat.id:
                raise NotFound("no such conversation in this chat", what="button")
            if not stored.open:
                await running.ask_again(turn)
                return Words("toast-form-over")
            return await running.advance(turn, stored, Tapped(question, option))
        case ActionTap() as tap:
            return await taps.press(turn, tap)
        case None:
            raise NotFound(f"no button {data[:20]!r}", what="button")


async def _command(turn: Turn, name: str, argument: str) -> Words | None:
    handler = _COMMANDS.get(name)
    if handler is not None:
        await handler(turn, argument)
    elif name in set(Order):
        await _order(turn, Order(name))
    else:
        await _hint(turn, Words("command-unknown", {"command": f"/{name[:32]}"}))
    return None


async def _order(turn: Turn, order: Order) -> None:
    stored = await running.focus(turn)
    if stored is not None:
        await running.advance(turn, stored, Ordered(order))
    elif order is Order.DONE and (verb := await _judgement(turn, order)) is not None:
        await taps.press(turn, verb)
    elif order is Order.HELP:
        await turn.say(Words(f"help-{turn.me.role or 'customer'}"), rows=menu_of(turn.me))
    elif order is Order.CANCEL and await tickets.open_tickets_of(turn.work, turn.me.id):
        await show_status(turn)
    else:
        await turn.say(Words("nothing-open"), rows=menu_of(turn.me))


async def _start(turn: Turn, payload: str) -> None:
    await joining.open_link(turn, payload)


async def _menu(turn: Turn, _: str) -> None:
    await joining.greet(turn)


async def _report(turn: Turn, _: str) -> None:
    await joining.report(turn)


async def _status(turn: Turn, argument: str) -> None:
    if argument:
        await _one_status(turn, argument)
    else:
        await show_status(turn)
    if await running.focus(turn):
        await running.ask_again(turn)


async def _one_status(turn: Turn, number: str) -> None:
    """Raises NotFound, also for somebody else's ticket."""
    unknown = NotFound(f"no ticket {number[:40]!r} of this person", number=number[:40], what="ticket")
    try:
        if not await show_case(turn, number):
            raise unknown
    except NotFound as error:
        raise unknown from error


async def _language(turn: Turn, argument: str) -> None:
    await choose_language(turn, argument)


async def _person(turn: Turn, _: str) -> None:
    """The supervisors are told; the form waits as it is."""
    await desk.call(turn)
    await _hint(turn, Words("person-called"))


async def _complain(turn: Turn, _: str) -> None:
    await joining.complain(turn)


async def _send_back(turn: Turn, _: str) -> None:
    await joining.send_back(turn)


async def _privacy(turn: Turn, _: str) -> None:
    await _hint(turn, Words("privacy", {"company": turn.work.settings.company}))


async def _stop(turn: Turn, _: str) -> None:
    await people.opt_out(turn.work, turn.me.id)
    await _hint(turn, Words("opted-out"))


async def _hint(turn: Turn, words: Words) -> None:
    """Says something beside the question that is open, and puts that question again."""
    if not await running.ask_again(turn, (words,)):
        await turn.say(words)


def _ticket_number(text: str) -> str | None:
    compact = text.strip().upper()
    return compact if compact[:2] in set(Prefix) and compact[2:].isdecimal() and len(compact) > 10 else None


_COMMANDS: Mapping[str, Callable[[Turn, str], Awaitable[None]]] = {
    "start": _start,
    "menu": _menu,
    "report": _report,
    "complaint": _complain,
    "return": _send_back,
    "status": _status,
    "language": _language,
    "person": _person,
    "privacy": _privacy,
    "stop": _stop,
}

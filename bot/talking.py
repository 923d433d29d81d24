"""Words and pictures between customer and technician without a button: whoever answers just writes."""

from datetime import timedelta

from backend.database import JsonObject
from backend.outbox import newest_message, owe
from backend.tickets import changes
from backend.tickets import service as tickets
from backend.tickets.rules import IN_TOUCH, OPEN, Status
from backend.tickets.values import TicketView
from bot.turn import Turn
from dialogs.events import Event, PhotoSent, Said

_ANSWERS_FOR = timedelta(minutes=30)
"""How long words that follow a line of the other side are an answer to it."""
_ALBUM_FOR = timedelta(minutes=1)
"""How long pictures are taken for one sending."""
_LINES = frozenset({"said", "said-photo", "talk-sent", "remote-agreed"})

_ASKED_WHEN = frozenset({"no-access", "no-access-reminder"})


async def talked_about(turn: Turn, event: Event) -> int | None:
    """The request that the event is a line about: whose line came last, or the one that is being solved by chat.

    Words that tell of danger go the way that warns, and those that name another product are a matter of their own.
    """
    if not isinstance(event, Said | PhotoSent) or tells_of_danger(turn, event):
        return None
    ticket = await _answered(turn) or await _helped(turn)
    return None if ticket is None or _names_another(turn, event, ticket) else ticket.id


async def _answered(turn: Turn) -> TicketView | None:
    """The request whose other side wrote last in the chat, not long ago."""
    newest = await newest_message(turn.work, turn.chat.id)
    if newest is None or newest.kind not in _LINES or turn.work.now - newest.owed_at > _ANSWERS_FOR:
        return None
    ticket = await tickets.ticket(turn.work, int(str(newest.args["ticket"])))
    is_between = turn.me.id in (ticket.customer_id, ticket.technician_id)
    return ticket if is_between and ticket.status in IN_TOUCH else None


async def _helped(turn: Turn) -> TicketView | None:
    """The one request that is being solved by chat."""
    helped = [each for each in await _under_way(turn) if each.status is Status.REMOTE]
    return helped[0] if len(helped) == 1 else None


async def asked_when(turn: Turn) -> int | None:
    """The request whose customer was just asked for another time, since nobody was at home."""
    newest = await newest_message(turn.work, turn.chat.id)
    if newest is None or newest.kind not in _ASKED_WHEN:
        return None
    ticket = await tickets.ticket(turn.work, int(str(newest.args["ticket"])))
    return ticket.id if ticket.status is Status.NO_ACCESS else None


async def pass_on(turn: Turn, ticket_id: int, event: Said | PhotoSent) -> None:
    """Pictures that come together are acknowledged once."""
    photos = [event.photo] if isinstance(event, PhotoSent) else []
    ticket = await changes.talk(turn.work, ticket_id, turn.me.actor, _words(event), photos)
    await _acknowledge(turn, "talk-sent", ticket, photo=bool(photos))


async def photographed(turn: Turn) -> int | None:
    """The request that a picture was added to just before: only the first of an album has words."""
    newest = await newest_message(turn.work, turn.chat.id)
    if newest is None or newest.kind != "photo-added" or turn.work.now - newest.owed_at > _ALBUM_FOR:
        return None
    ticket = await tickets.ticket(turn.work, int(str(newest.args["ticket"])))
    return ticket.id if ticket.status in OPEN else None


async def add_photo(turn: Turn, ticket_id: int, caption: str, photo: str) -> None:
    """Adds a picture to a request; pictures that come together are acknowledged once."""
    added = await changes.add_words(turn.work, ticket_id, turn.me.as_customer, caption, [photo])
    await _acknowledge(turn, "photo-added", added, photo=True)


async def _acknowledge(turn: Turn, kind: str, ticket: TicketView, *, photo: bool) -> None:
    """Unless the last thing in the chat is the answer to a picture that came just before."""
    args: JsonObject = {"ticket": ticket.id, "number": ticket.number, "photo": photo}
    newest = await newest_message(turn.work, turn.chat.id)
    is_answered = newest is not None and (newest.kind, newest.args) == (kind, args)
    if not (photo and is_answered and newest and turn.work.now - newest.owed_at <= _ALBUM_FOR):
        await owe(turn.work, turn.chat.id, kind, args)


async def _under_way(turn: Turn) -> list[TicketView]:
    if turn.me.role is None:
        return await tickets.open_tickets_of(turn.work, turn.me.id)
    return await tickets.jobs_of(turn.work, turn.me.id)


def tells_of_danger(turn: Turn, event: Said | PhotoSent) -> bool:
    return bool(turn.context.noted("danger", _words(event)))


def _names_another(turn: Turn, event: Said | PhotoSent, ticket: TicketView) -> bool:
    named = turn.context.catalogue.find("product", _words(event), None).exact
    return turn.me.role is None and named is not None and named != ticket.product_id


def _words(event: Said | PhotoSent) -> str:
    return event.text if isinstance(event, Said) else event.caption

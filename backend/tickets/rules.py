"""The life of a ticket: one table of moves (handbook D, flow charts 16-1 to 16-5), numbers, groups."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backend.actors import Role
from backend.errors import Fact, WrongMove
from backend.standard.values import Clock as Clock
from backend.values import RequestKind


class Status(StrEnum):
    RECEIVED = "received"
    GRADED = "graded"
    OFFERED = "offered"
    UNASSIGNED = "unassigned"
    ACCEPTED = "accepted"
    REMOTE = "remote"
    """The engineer tries to solve it by chat or phone before anyone travels (flow charts 16-1 and 16-5)."""
    EN_ROUTE = "en-route"
    ARRIVED = "arrived"
    DIAGNOSED = "diagnosed"
    WAITING_PARTS = "waiting-parts"
    NO_ACCESS = "no-access"
    """Nobody opened the door; the customer is asked for another time."""
    REPAIRED = "repaired"
    AWAITING = "awaiting-confirmation"
    OBJECTED = "objected"
    CONFIRMED = "confirmed"
    UNANSWERED = "unanswered"
    """Closed without the customer's word: two reminders stayed without an answer. Marked as such for good."""
    CANCELLED = "cancelled"


Kind = RequestKind


class Urgency(StrEnum):
    NORMAL = "normal"
    EXPEDITED = "expedited"
    URGENT = "urgent"


class Honorific(StrEnum):
    """How the customer wishes to be addressed; `NONE` by the name alone (handbook D, step 1)."""

    MS = "ms"
    MR = "mr"
    NONE = "none"


class Writer(StrEnum):
    """For whom somebody writes: a dealer sends in a customer's product (table 16-10)."""

    SELF = "self"
    ORGANISATION = "organisation"
    DEALER = "dealer"


class Prefix(StrEnum):
    """What a number begins with tells what it numbers."""

    TICKET = "SN"
    COMPLAINT = "CP"
    RETURN = "RT"


@dataclass(frozen=True)
class Move:
    """`needs` names the facts that must be there; `stops` the clocks that the move ends."""

    source: Status
    target: Status
    roles: frozenset[Role]
    needs: frozenset[str] = frozenset()
    stops: frozenset[Clock] = frozenset()


def _move(source: Status, target: Status, *roles: Role, needs: str = "", stops: Collection[Clock] = ()) -> Move:
    return Move(source, target, frozenset(roles), frozenset(needs.split()), frozenset(stops))


_ARRANGED = (Clock.FIRST_CONTACT, Clock.ARRANGED, Clock.REPLY)
_SOLVED = (
    Clock.ANSWER,
    Clock.ARRIVAL,
    Clock.PLAN,
    Clock.SOLUTION,
    Clock.CLEARED,
    Clock.SECOND_SOLUTION,
    Clock.REPLY,
    Clock.SUPPLIER,
)
_NOT_YET_THERE = (Status.ACCEPTED, Status.EN_ROUTE)
_ON_SITE = (Status.ARRIVED, Status.DIAGNOSED)
_CANCELLABLE = (
    Status.RECEIVED,
    Status.GRADED,
    Status.OFFERED,
    Status.UNASSIGNED,
    *_NOT_YET_THERE,
    Status.REMOTE,
    Status.WAITING_PARTS,
    Status.NO_ACCESS,
)

MOVES: tuple[Move, ...] = (
    _move(Status.RECEIVED, Status.GRADED, Role.SYSTEM),
    _move(Status.GRADED, Status.OFFERED, Role.SYSTEM, Role.SUPERVISOR),
    _move(Status.GRADED, Status.UNASSIGNED, Role.SYSTEM),
    _move(Status.OFFERED, Status.UNASSIGNED, Role.SYSTEM),
    _move(Status.UNASSIGNED, Status.OFFERED, Role.SYSTEM, Role.SUPERVISOR),
    _move(Status.OFFERED, Status.ACCEPTED, Role.TECHNICIAN, stops=_ARRANGED),
    *(_move(source, Status.GRADED, Role.TECHNICIAN, needs="reason") for source in _NOT_YET_THERE),
    # Remote help needs the customer's consent and leaves a log (handbook D, step 3).
    # Whoever asks how to use a thing has given it by asking.
    _move(Status.ACCEPTED, Status.REMOTE, Role.CUSTOMER, Role.TECHNICIAN, needs="consent"),
    _move(Status.REMOTE, Status.ACCEPTED, Role.TECHNICIAN),
    _move(Status.REMOTE, Status.DIAGNOSED, Role.TECHNICIAN, needs="cause presence"),
    _move(Status.ACCEPTED, Status.EN_ROUTE, Role.TECHNICIAN),
    _move(Status.EN_ROUTE, Status.ARRIVED, Role.TECHNICIAN, stops=(Clock.ARRIVAL,)),
    *(
        _move(source, Status.NO_ACCESS, Role.TECHNICIAN, needs="presence photo")
        for source in (Status.EN_ROUTE, Status.ARRIVED)
    ),
    _move(Status.NO_ACCESS, Status.ACCEPTED, Role.CUSTOMER, Role.DESK, Role.SUPERVISOR, Role.TECHNICIAN),
    _move(Status.NO_ACCESS, Status.UNANSWERED, Role.SYSTEM, needs="reminders", stops=tuple(Clock)),
    _move(Status.ARRIVED, Status.DIAGNOSED, Role.TECHNICIAN, needs="cause presence", stops=(Clock.PLAN,)),
    *(_move(source, Status.WAITING_PARTS, Role.TECHNICIAN, needs="parts") for source in (Status.ACCEPTED, *_ON_SITE)),
    _move(Status.WAITING_PARTS, Status.ACCEPTED, Role.TECHNICIAN, Role.SUPERVISOR, Role.DESK),
    _move(Status.DIAGNOSED, Status.REPAIRED, Role.TECHNICIAN, needs="presence cause solution minutes agreed"),
    _move(Status.REPAIRED, Status.AWAITING, Role.TECHNICIAN, Role.SYSTEM, stops=_SOLVED),
    # The desk on the word of a customer who has no chat.
    _move(Status.AWAITING, Status.CONFIRMED, Role.CUSTOMER, Role.DESK),
    _move(Status.AWAITING, Status.UNANSWERED, Role.SYSTEM, needs="reminders"),
    *(
        _move(source, Status.OBJECTED, Role.CUSTOMER, needs="objection")
        # A confirmed one only after a call-back, when the customer agrees to be visited again (handbook D, step 4).
        for source in (Status.AWAITING, Status.UNANSWERED, Status.CONFIRMED)
    ),
    _move(Status.OBJECTED, Status.OFFERED, Role.SYSTEM, Role.SUPERVISOR),
    _move(Status.OBJECTED, Status.UNASSIGNED, Role.SYSTEM),
    *(
        _move(source, Status.CANCELLED, Role.CUSTOMER, Role.DESK, Role.SUPERVISOR, stops=tuple(Clock))
        for source in _CANCELLABLE
    ),
)
"""`presence` is an arrival or, for remote help, its log; `agreed` the customer's yes to what is to be paid."""
CLOSED = frozenset({Status.CONFIRMED, Status.UNANSWERED, Status.CANCELLED})
OPEN = frozenset(Status) - CLOSED
WITH_TECHNICIAN = frozenset(
    {
        Status.ACCEPTED,
        Status.REMOTE,
        Status.EN_ROUTE,
        Status.ARRIVED,
        Status.DIAGNOSED,
        Status.WAITING_PARTS,
        Status.NO_ACCESS,
        Status.REPAIRED,
    }
)
IN_TOUCH = WITH_TECHNICIAN | {Status.AWAITING}
"""While the customer and the technician have something to say to each other."""
BEFORE_ARRIVAL = frozenset({*_CANCELLABLE, Status.OBJECTED})
"""While the time of the visit may still be changed."""


def check_move(
    source: Status, target: Status, role: Role, facts: Collection[str] = (), *, number: str | None = None
) -> Move:
    """The table's line for this move. Raises WrongMove when there is none, not for this role, or facts are missing."""
    told: dict[str, Fact] = {"status": source.value, "target": target.value}
    if number is not None:
        told["number"] = number
    move = next((move for move in MOVES if move.source is source and move.target is target), None)
    if move is None:
        raise WrongMove(f"a ticket that is {source} cannot become {target}", **told)
    if role not in move.roles:
        raise WrongMove(f"a {role} cannot take a ticket from {source} to {target}", **told)
    missing = sorted(move.needs - set(facts))
    if missing:
        raise WrongMove(f"from {source} to {target} needs {', '.join(missing)}", **told)
    return move


def number(prefix: Prefix, day: date, count: int) -> str:
    """`SN20240501001`: the first of that day; past 999 the count goes on with four digits (handbook D)."""
    return f"{prefix}{day:%Y%m%d}{count:03d}"


def group_of(kind: Kind) -> str:
    """The service group that a kind of request goes to (handbook D, step 2)."""
    return "software" if kind in (Kind.SOFTWARE, Kind.FUNCTION, Kind.QUESTION) else "hardware"

"""The life of a ticket: one table of moves (handbook D, flow charts 16-1 to 16-5), numbers, groups."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from backend.actors import Role
from backend.errors import WrongMove


class Status(StrEnum):
    RECEIVED = "received"
    GRADED = "graded"
    OFFERED = "offered"
    UNASSIGNED = "unassigned"
    ACCEPTED = "accepted"
    EN_ROUTE = "en-route"
    ARRIVED = "arrived"
    DIAGNOSED = "diagnosed"
    REPAIRED = "repaired"
    AWAITING = "awaiting-confirmation"
    OBJECTED = "objected"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"


class Kind(StrEnum):
    """Table 16-9 and handbook D."""

    HARDWARE = "hardware"
    SOFTWARE = "software"
    EQUIPMENT = "equipment"
    FUNCTION = "function"
    QUESTION = "question"
    OTHER = "other"


class Urgency(StrEnum):
    NORMAL = "normal"
    EXPEDITED = "expedited"
    URGENT = "urgent"


class Honorific(StrEnum):
    """How the customer wishes to be addressed; `NONE` by the name alone (handbook D, step 1)."""

    MS = "ms"
    MR = "mr"
    NONE = "none"


class Prefix(StrEnum):
    """What a number begins with tells what it numbers."""

    TICKET = "SN"
    COMPLAINT = "CP"
    RETURN = "RT"


class Clock(StrEnum):
    """Names of the clocks that the life of a ticket stops."""

    FIRST_CONTACT = "first-contact"
    ARRANGED = "arranged"
    ANSWER = "answer"
    ARRIVAL = "arrival"
    PLAN = "plan"
    SOLUTION = "solution"
    CLEARED = "cleared"
    SECOND_SOLUTION = "second-solution"


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


_ARRANGED = (Clock.FIRST_CONTACT, Clock.ARRANGED)
_SOLVED = (Clock.ANSWER, Clock.PLAN, Clock.SOLUTION, Clock.CLEARED, Clock.SECOND_SOLUTION)
_CANCELLABLE = (Status.RECEIVED, Status.GRADED, Status.OFFERED, Status.UNASSIGNED, Status.ACCEPTED, Status.EN_ROUTE)

MOVES: tuple[Move, ...] = (
    _move(Status.RECEIVED, Status.GRADED, Role.SYSTEM),
    _move(Status.GRADED, Status.OFFERED, Role.SYSTEM, Role.SUPERVISOR),
    _move(Status.GRADED, Status.UNASSIGNED, Role.SYSTEM),
    _move(Status.OFFERED, Status.UNASSIGNED, Role.SYSTEM),
    _move(Status.UNASSIGNED, Status.OFFERED, Role.SYSTEM, Role.SUPERVISOR),
    _move(Status.OFFERED, Status.ACCEPTED, Role.TECHNICIAN, stops=_ARRANGED),
    _move(Status.ACCEPTED, Status.EN_ROUTE, Role.TECHNICIAN),
    _move(Status.EN_ROUTE, Status.ARRIVED, Role.TECHNICIAN, stops=(Clock.ARRIVAL,)),
    _move(Status.ARRIVED, Status.DIAGNOSED, Role.TECHNICIAN, needs="cause"),
    _move(Status.DIAGNOSED, Status.REPAIRED, Role.TECHNICIAN, needs="arrival solution minutes"),
    _move(Status.REPAIRED, Status.AWAITING, Role.TECHNICIAN, Role.SYSTEM, stops=_SOLVED),
    _move(Status.AWAITING, Status.CONFIRMED, Role.CUSTOMER),
    _move(Status.AWAITING, Status.OBJECTED, Role.CUSTOMER, needs="objection"),
    _move(Status.OBJECTED, Status.OFFERED, Role.SYSTEM, Role.SUPERVISOR),
    _move(Status.OBJECTED, Status.UNASSIGNED, Role.SYSTEM),
    *(
        _move(source, Status.CANCELLED, Role.CUSTOMER, Role.DESK, Role.SUPERVISOR, stops=tuple(Clock))
        for source in _CANCELLABLE
    ),
)
OPEN = frozenset(Status) - {Status.CONFIRMED, Status.CANCELLED}
WITH_TECHNICIAN = frozenset({Status.ACCEPTED, Status.EN_ROUTE, Status.ARRIVED, Status.DIAGNOSED, Status.REPAIRED})
IN_TOUCH = WITH_TECHNICIAN | {Status.AWAITING}
"""While the customer and the technician have something to say to each other."""
BEFORE_ARRIVAL = frozenset({*_CANCELLABLE, Status.OBJECTED})
"""While the time of the visit may still be changed."""


def check_move(source: Status, target: Status, role: Role, facts: Collection[str] = ()) -> Move:
    """The table's line for this move. Raises WrongMove when there is none, not for this role, or facts are missing."""
    move = next((move for move in MOVES if move.source is source and move.target is target), None)
    if move is None:
        raise WrongMove(f"a ticket that is {source} cannot become {target}", status=source.value, target=target.value)
    if role not in move.roles:
        raise WrongMove(
            f"a {role} cannot take a ticket from {source} to {target}", status=source.value, target=target.value
        )
    missing = sorted(move.needs - set(facts))
    if missing:
        raise WrongMove(
            f"from {source} to {target} needs {', '.join(missing)}", status=source.value, target=target.value
        )
    return move


def number(prefix: Prefix, day: date, count: int) -> str:
    """`SN20240501001`: the first of that day; past 999 the count goes on with four digits (handbook D)."""
    return f"{prefix}{day:%Y%m%d}{count:03d}"


def group_of(kind: Kind) -> str:
    """The service group that a kind of request goes to (handbook D, step 2)."""
    return "software" if kind in (Kind.SOFTWARE, Kind.FUNCTION, Kind.QUESTION) else "hardware"

"""Updates that wait for the bot, until it confirms them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.botapi.pulse import Pulse
from tests.botapi.refusals import Json

KEPT_SECONDS = 24 * 3600
TAP_SECONDS = 150
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True)
class Update:
    """One update. Updates of one `lane` are delivered in order: messages by chat, taps by person."""

    id: int
    kind: str
    body: Json = field(repr=False)
    at: float

    @property
    def lane(self) -> str:
        """What it queues behind."""
        place = "from" if self.kind == "callback_query" else "chat"
        match self.body.get(place):
            case {"id": who}:
                return f"{place} {who}"
            case _:
                return f"update {self.id}"

    def json(self) -> Json:
        """Return the Update."""
        return {"update_id": self.id, self.kind: self.body}

    def expired(self, now: float) -> bool:
        """Tell whether the server has given up on it."""
        return now - self.at > (TAP_SECONDS if self.kind == "callback_query" else KEPT_SECONDS)


@dataclass(eq=False)
class Waiting:
    """An update in the queue. One that comes `again` is kept until it was handed out once more."""

    update: Update
    again: bool = False


class UpdateQueue:
    """All updates that were not confirmed yet, oldest first."""

    def __init__(self, pulse: Pulse, first_id: int) -> None:
        self._pulse = pulse
        self._waiting: list[Waiting] = []
        self.next_id = first_id
        self.allowed: frozenset[str] | None = None
        self.on_change: Callable[[], None] = lambda: None

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, update: Update, again: bool = False) -> Update:
        """Queue an update, unless the bot did not ask for its kind."""
        if again or self._wanted(update.kind):
            self._waiting.append(Waiting(update, again))
            self.on_change()
        self._pulse.beat()
        return update

    def take_id(self) -> int:
        """Return the next update_id."""
        self.next_id += 1
        return self.next_id - 1

    def allow(self, kinds: Iterable[str]) -> None:
        """Keep only these kinds from now on; none given means the server's default."""
        self.allowed = frozenset(kinds) or None

    def confirm(self, offset: int) -> None:
        """Forget what lies before the offset; a negative one keeps that many at the end."""
        if offset < 0:
            self._waiting = self._waiting[offset:]
        else:
            self._waiting = [one for one in self._waiting if one.again or one.update.id >= offset]
        self._pulse.beat()

    def batch(self, limit: int) -> list[Update]:
        """Hand out the oldest updates; they stay until confirmed."""
        head = self._waiting[:limit]
        for one in head:
            one.again = False
        return [one.update for one in head]

    def lanes(self) -> list[str]:
        """Return the lanes with something to deliver."""
        return list(dict.fromkeys(one.update.lane for one in self._waiting))

    def first(self, lane: str) -> Waiting | None:
        """Return the oldest update of a lane."""
        return next((one for one in self._waiting if one.update.lane == lane), None)

    def drop(self, waiting: Waiting) -> None:
        """Forget one that was delivered."""
        self._waiting = [one for one in self._waiting if one is not waiting]
        self._pulse.beat()

    def expire(self, now: float) -> None:
        """Forget what was kept for too long."""
        self._waiting = [one for one in self._waiting if not one.update.expired(now)]
        self._pulse.beat()

    def _wanted(self, kind: str) -> bool:
        return kind not in NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed

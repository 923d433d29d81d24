"""Every call the bot made, and how fast they came."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from time import monotonic


@dataclass(frozen=True)
class Call:
    """One call. `at` is monotonic; `status` is None while it runs, and 0 if it was cut or the client left."""

    method: str
    params: Mapping[str, str]
    at: float
    status: int | None = None

    @property
    def chat_id(self) -> int | None:
        """The chat the call is about."""
        value = self.params.get("chat_id", "")
        return int(value) if value.lstrip("-").isdigit() else None

    @property
    def sends(self) -> bool:
        """True if it shows something new to somebody, so that flood limits count it."""
        return self.method.startswith("send") and self.method != "sendChatAction"


@dataclass(frozen=True)
class Pace:
    """The most send calls seen in one window: in all, and for each chat."""

    overall: int
    chats: Mapping[int, int] = field(default_factory=dict)

    @property
    def busiest_chat(self) -> int:
        """The most that one chat got."""
        return max(self.chats.values(), default=0)


class CallLog(list[Call]):
    """The calls in the order they came in."""

    def open(self, method: str, params: Mapping[str, str]) -> int:
        """Write a call down when it comes in."""
        self.append(Call(method, params, monotonic()))
        return len(self) - 1

    def close(self, slot: int, status: int) -> None:
        """Write down how it ended."""
        self[slot] = replace(self[slot], status=status)


def fastest(calls: Iterable[Call], window: float) -> Pace:
    """Return the pace of the send calls; `window` in seconds."""
    times: dict[int, list[float]] = defaultdict(list)
    for call in calls:
        if call.sends and call.chat_id is not None:
            times[call.chat_id].append(call.at)
    everything = sorted(at for chat in times.values() for at in chat)
    return Pace(_most(everything, window), {chat: _most(at, window) for chat, at in times.items()})


def _most(times: list[float], window: float) -> int:
    return max((sum(1 for at in times if start <= at < start + window) for start in times), default=0)

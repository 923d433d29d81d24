"""Kills a service at chosen points of a story."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from enum import StrEnum

from tests.journeys.service import Service

_PATIENCE = 30.0


class Moment(StrEnum):
    """When the kill comes after somebody's act: before anything can have come of it, or while the answer goes out."""

    AT_ONCE = "at-once"
    ANSWERING = "answering"


@dataclass
class Killer:
    """The disturbance of a story. Each point is struck once; `kills` counts."""

    service: Service
    plan: MutableMapping[str, Moment]
    kills: int = 0

    async def __call__(self, point: str) -> None:
        moment = self.plan.pop(point, None)
        if moment is None:
            return
        if moment is Moment.ANSWERING:
            shown = self._shown()
            await self.service.api.world.pulse.until(lambda: True if self._shown() > shown else None, _PATIENCE)
        self.kills += 1
        await self.service.restart()

    def _shown(self) -> int:
        return sum(1 for call in self.service.api.calls if call.sends or call.method == "editMessageText")

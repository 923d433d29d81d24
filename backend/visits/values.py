"""What others see of a visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.visits.rules import PartUsed, WorkType


@dataclass(frozen=True)
class ServiceRecord:
    """What was found and done. `minutes` is the time spent; `charge` in the currency's smallest unit."""

    cause: str
    solution: str
    parts: str
    minutes: int
    photos: Sequence[str] = ()
    work_type: WorkType = WorkType.REPAIR
    parts_used: Sequence[PartUsed] = ()
    charge: int = 0


@dataclass(frozen=True)
class Proposal:
    """What the technician means to do and what it will cost outside warranty, in the currency's smallest unit."""

    plan: str
    price: int
    proposed_at: datetime
    agreed_at: datetime | None
    refused_at: datetime | None


@dataclass(frozen=True)
class VisitView:
    """`departed_at` is when the drive or the remote help began, `left_at` when it ended with the job still open."""

    id: int
    ticket_id: int
    round: int
    technician_id: int
    remote: bool
    departed_at: datetime
    arrived_at: datetime | None
    far_km: float | None
    left_at: datetime | None
    finished_at: datetime | None
    proposal: Proposal | None
    cause: str | None
    record: ServiceRecord | None
    help_words: str | None
    helper_id: int | None
    confirmed_at: datetime | None
    confirmed_by: int | None

    @property
    def presence(self) -> bool:
        """Whether the technician was there, in person or over the wire with the customer's consent."""
        return self.remote or self.arrived_at is not None

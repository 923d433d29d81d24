"""The numbers of tickets, complaints and returns: a prefix, the day, and the count of that day."""

from datetime import date

from backend.database import Work
from backend.tickets.models import DailyCount
from backend.tickets.rules import Prefix, number


async def hold_count(work: Work, prefix: Prefix) -> None:
    """Nobody else gets a number with the prefix until the transaction ends: for what may be asked for twice at once."""
    row = work.insert(DailyCount).values(prefix=prefix, day=_today(work), count=0)
    held = row.on_conflict_do_update(index_elements=["prefix", "day"], set_={"count": DailyCount.count})
    await work.session.execute(held)


async def next_number(work: Work, prefix: Prefix) -> str:
    """The day's next one, without gaps: a transaction that fails gives its number back."""
    first = work.insert(DailyCount).values(prefix=prefix, day=_today(work), count=1)
    counted = first.on_conflict_do_update(index_elements=["prefix", "day"], set_={"count": DailyCount.count + 1})
    count = (await work.session.execute(counted.returning(DailyCount.count))).scalar_one()
    return number(prefix, _today(work), int(count))


def _today(work: Work) -> date:
    return work.now.astimezone(work.settings.time_zone).date()

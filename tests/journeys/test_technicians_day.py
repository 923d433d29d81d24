"""A technician's day over Telegram, from an offer that another declined to the report in the evening."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from backend.clock import FixedClock
from tests.conftest import ENGINES
from tests.journeys.databases import copy_for
from tests.journeys.day import Day
from tests.journeys.house import living, stock

PARTS = "control board CB-7 x1"


@pytest.fixture(params=ENGINES)
async def day(
    request: pytest.FixtureRequest, tmp_path: Path, stocked: Path, unpaced: None, clock: FixedClock
) -> AsyncIterator[Day]:
    """Ten in the morning on each database: a supervisor, Ding near by, and Bo farther off."""
    with copy_for(request, tmp_path, request.param) as url:
        if request.param == "postgresql":
            await stock(url)
        async with living(tmp_path, stocked, clock, database_url=url) as house:
            yield await Day.begun(house, clock)
            await house.api.delivered()


async def test_a_technicians_day_from_the_offer_to_the_evenings_report(day: Day) -> None:
    await day.reports("The water heater shows error code E1 on the screen")
    await day.is_declined_with_a_reason()
    await day.is_taken()
    await day.is_not_to_be_tried_by_chat()
    await day.departs_and_runs_late()
    await day.arrives_far_away()
    await day.agrees_on("Control board burnt", "Replace the board, one hour", "300")
    await day.waits_for_parts(PARTS)
    await day.comes_again()
    await day.finishes("Replaced the board and tested", PARTS, minutes=60, price="300")
    await day.is_confirmed()
    assert await day.charges() == [30_000]
    draft = await day.drafts_the_report()
    for line in ("Replacement: 1 job, 40 min", "Not finished: 1 job, 20 min", "Travel: 1 job, 45 min"):
        assert line in draft.text
    await day.sends_the_report()
    summed = await day.sums_up()
    assert "1 report" in summed.text
    assert "In all: 1 h 45 min" in summed.text
    assert "Still missing" not in summed.text

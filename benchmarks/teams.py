"""Made-up teams in a city sixty kilometres across, the same for the same numbers."""

from collections.abc import Sequence
from random import Random

from backend.dispatch.day import Day, Insertion, cheapest, plan_day, with_job
from backend.dispatch.travel import Travel
from backend.dispatch.values import Hold, Job, Point, Technician, Visit

SKILLS = tuple(f"skill-{number}" for number in range(10))
SKILLS_EACH = 3
"""Three in ten know a given skill."""
CENTRE, ACROSS = (31.23, 121.47), 0.27
DISTRICT = 0.05
"""Jobs are within some five kilometres of whoever holds them."""
DAY = 600.0


def place(dice: Random) -> Point:
    return CENTRE[0] + dice.uniform(-ACROSS, ACROSS), CENTRE[1] + dice.uniform(-ACROSS, ACROSS)


def near(dice: Random, here: Point) -> Point:
    return here[0] + dice.uniform(-DISTRICT, DISTRICT), here[1] + dice.uniform(-DISTRICT, DISTRICT)


def job(dice: Random, number: int, at: Point | None = None) -> Job:
    """Half of them have a window of two hours."""
    opens = dice.uniform(30, DAY - 180)
    windows = ((opens, opens + 120),) if dice.random() < 0.5 else ((0.0, DAY),)
    return Job(number, 45.0, at or place(dice), windows, None, {dice.choice(SKILLS): 1})


def technician(dice: Random, number: int) -> Technician:
    home = place(dice)
    skills = dict.fromkeys(dice.sample(SKILLS, SKILLS_EACH), 2)
    return Technician(number, str(number), home, skills=skills, shift=((0.0, DAY),), home=home, home_by=DAY + 60)


def team(dice: Random, size: int, travel: Travel, visits: int = 4) -> dict[int, Day]:
    """Everybody with up to so many visits in the day."""
    return {number: _day(dice, number, travel, visits) for number in range(1, size + 1)}


def _day(dice: Random, number: int, travel: Travel, visits: int) -> Day:
    day = plan_day(technician(dice, number), (), travel)
    for count in range(visits):
        one = job(dice, number * 100 + count, near(dice, day.technician.home or CENTRE))
        found = cheapest(day, one, travel)
        if isinstance(found, Insertion):
            day = with_job(day, Visit(one, Hold.ACCEPTED), found.position, travel)
    return day


def share_at(times: Sequence[float], share: float) -> float:
    """The time that so large a share of them does not exceed."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]

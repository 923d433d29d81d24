"""A day planned anew from the command line: what would change, and on a yes the offers go out."""

import asyncio
from datetime import date, datetime, timedelta

from backend.actors import Actor, Role
from backend.database import Database
from backend.dispatch.planner import Change
from backend.dispatch.proposals import DayPlan, carry_out, load_day, plan_anew
from backend.dispatch.solver import SolverMissing, load_solver
from backend.errors import Refusal
from backend.settings import Settings
from bot.commands.desk import opened
from bot.startup import CannotStart, words

_DESK = Actor(Role.DESK, None, "aftercare plan")
_YES = ("y", "yes")


async def plan_a_day(settings: Settings, day: date | None, *, apply: bool, unasked: bool) -> None:
    """Tomorrow unless told otherwise. Raises CannotStart without the solver, Invalid for another day than can be
    planned."""
    try:
        solve = load_solver()
    except SolverMissing as error:
        raise CannotStart("cli-plan-no-solver") from error
    async with opened(settings) as database:
        wanted = day or database.clock.now().astimezone(settings.time_zone).date() + timedelta(days=1)
        async with database.read() as work:
            found = await load_day(work, wanted)
        plan = await asyncio.to_thread(plan_anew, found, solve)
        _show(plan, settings)
        moves = [change for change in plan.proposal.changes if change.is_move]
        if not moves:
            return
        if not apply:
            print(words("cli-plan-only-shown", jobs=len(moves)))
        elif unasked or await _is_wanted(len(moves)):
            await _carry_out(database, plan, moves)
        else:
            print(words("cli-plan-left"))


def _show(plan: DayPlan, settings: Settings) -> None:
    proposal = plan.proposal
    print(words("cli-plan-title", day=plan.day.isoformat(), jobs=proposal.jobs))
    if not proposal.changes:
        print(words("cli-plan-nothing"))
    for change in proposal.changes:
        print(_line(plan, change, settings))
    for key, before, after in (
        ("cli-plan-driving", proposal.before.driving, proposal.after.driving),
        ("cli-plan-open", proposal.before.open, proposal.after.open),
        ("cli-plan-late", proposal.before.late, proposal.after.late),
    ):
        print(words(key, before=round(before), after=round(after)))


def _line(plan: DayPlan, change: Change, settings: Settings) -> str:
    """`SN…  10:15 → 09:30  from → to`, or one name where it stays the same."""
    times = " → ".join(_time(plan, minutes, settings) for minutes in (change.begins_before, change.begins_after))
    before = ", ".join(plan.names[who] for who in change.holders) or words("cli-plan-nobody")
    if change.to is None:
        return f"{change.number}  {times}  {before}  {words('cli-plan-no-place')}"
    after = f" → {plan.names[change.to]}" if change.is_move else ""
    return f"{change.number}  {times}  {before}{after}"


def _time(plan: DayPlan, minutes: float | None, settings: Settings) -> str:
    if minutes is None:
        return "  -  "
    moment: datetime = plan.moment(minutes).astimezone(settings.time_zone)
    return f"{moment:%H:%M}"


async def _is_wanted(jobs: int) -> bool:
    try:
        answer = await asyncio.to_thread(input, words("cli-plan-ask", jobs=jobs))
    except EOFError:
        print()
        return False
    return answer.strip().casefold() in _YES


async def _carry_out(database: Database, plan: DayPlan, moves: list[Change]) -> None:
    """Each in a transaction of its own: what changed meanwhile stays as it is, and is said."""
    done = 0
    for change in moves:
        try:
            async with database.begin() as work:
                await carry_out(work, plan, change, _DESK)
        except Refusal:
            print(words("cli-plan-changed", number=change.number))
        else:
            done += 1
    print(words("cli-plan-done", jobs=done))

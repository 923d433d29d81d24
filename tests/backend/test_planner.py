"""A day is planned anew: nobody's promise breaks, and the offers go out as shown."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.dispatch.planner import Change, propose
from backend.dispatch.routing import Outset, Problem, Routes, Stop, problem
from backend.dispatch.solver import load_solver
from backend.dispatch.spans import first_from, starts
from backend.dispatch.travel import GreatCircle
from backend.dispatch.values import ALWAYS, Job, Spans, Technician

TRAVEL = GreatCircle()
SHIFT: Spans = ((0.0, 180.0), (240.0, 480.0))
SOLVE = load_solver()
TOMORROW = date(2026, 5, 7)
WEST, EAST = (31.20, 121.30), (31.20, 121.60)


def technician(key: int, place: tuple[float, float] = WEST, **given: object) -> Technician:
    return replace(Technician(key, f"T{key}", place, skills={"washer": 2}, shift=SHIFT), **given)  # type: ignore[arg-type]


def stop(key: int, place: tuple[float, float], may: Sequence[int], holder: int | None = None, **of_job: object) -> Stop:
    job = replace(Job(key, 60.0, place), **of_job)  # type: ignore[arg-type]
    return Stop(job, f"SN{key}", frozenset(may), () if holder is None else (holder,))


def outset(team: Sequence[Technician], stops: Sequence[Stop], room: int = 8) -> Outset:
    return Outset({each.id: each for each in team}, {each.id: room for each in team}, tuple(stops), TRAVEL, 0.0, 480.0)


def given_to(changes: Sequence[Change]) -> dict[int, int | None]:
    return {change.job_id: change.to for change in changes}


def test_jobs_across_the_town_are_exchanged_and_the_way_gets_shorter() -> None:
    stops = [stop(1, EAST, [1, 2], holder=1), stop(2, WEST, [1, 2], holder=2)]
    proposal = propose(outset([technician(1), technician(2, EAST)], stops), SOLVE)
    assert given_to(proposal.changes) == {1: 2, 2: 1}
    assert proposal.after.driving < 1 < 100 < proposal.before.driving
    assert [change.begins_before for change in proposal.changes] > [change.begins_after for change in proposal.changes]


def test_an_accepted_job_stays_though_somebody_else_is_nearer() -> None:
    mine = replace(stop(1, EAST, [1], holder=1), is_accepted=True)
    proposal = propose(outset([technician(1), technician(2, EAST)], [mine, stop(2, EAST, [1, 2])]), SOLVE)
    assert [change.job_id for change in proposal.changes if change.is_move] == [2]
    assert given_to(proposal.changes).get(1, 1) == 1
    assert proposal.after.open == 0


def test_a_plan_that_is_no_better_changes_nothing() -> None:
    stops = [stop(1, WEST, [1, 2], holder=1), stop(2, EAST, [1, 2], holder=2)]
    proposal = propose(outset([technician(1), technician(2, EAST)], stops), SOLVE)
    assert (proposal.changes, proposal.jobs) == ((), 2)
    assert proposal.before == proposal.after


def test_a_job_without_a_place_is_told_and_stays_with_nobody() -> None:
    stops = [stop(key, WEST, [1], minutes=170.0) for key in (1, 2, 3)]
    proposal = propose(outset([technician(1)], stops), SOLVE)
    assert sorted(str(to) for to in given_to(proposal.changes).values()) == ["1", "1", "None"]
    assert (proposal.before.open, proposal.after.open) == (3, 1)


def test_parts_in_the_van_are_not_promised_twice() -> None:
    seal = {"seal": 1}
    stops = [stop(key, WEST, [1, 2], parts=seal) for key in (1, 2, 3)]
    team = [technician(1, stock={"seal": 1}), technician(2, EAST, stock={"seal": 2})]
    assert sorted(str(to) for to in given_to(propose(outset(team, stops), SOLVE).changes).values()) == ["1", "2", "2"]


def test_somebody_who_cannot_keep_what_they_accepted_is_given_nothing_more() -> None:
    late = replace(stop(1, EAST, [1], holder=1, windows=((0.0, 10.0),)), is_accepted=True)
    proposal = propose(outset([technician(1), technician(2, EAST)], [late, stop(2, WEST, [1, 2])]), SOLVE)
    assert given_to(proposal.changes) == {2: 2}
    assert proposal.after.late == proposal.before.late == 1


def test_a_deadline_decides_the_order_and_one_nobody_can_keep_leaves_the_job_in_the_plan() -> None:
    stops = [
        stop(1, WEST, [1]),
        stop(2, EAST, [1], deadline=70.0),
        stop(3, EAST, [1], deadline=1.0),
    ]
    proposal = propose(outset([technician(1)], stops), SOLVE)
    begins = {change.job_id: change.begins_after or 0.0 for change in proposal.changes}
    assert begins[2] <= 70.0 < begins[3]
    assert (proposal.after.open, proposal.after.late) == (0, 1)


def test_a_route_that_breaks_a_promise_is_refused() -> None:
    def wrong(asked: Problem) -> Routes:
        return {1: tuple(task.id for task in asked.tasks)}

    stops = [stop(1, EAST, [1], windows=((0.0, 90.0),)), stop(2, WEST, [1], windows=((0.0, 90.0),))]
    with pytest.raises(ValueError, match="breaks a promise"):
        propose(outset([technician(1)], stops), wrong)


def test_without_anybody_at_work_nothing_is_asked_of_the_solver() -> None:
    assert SOLVE(problem(outset([], [stop(1, WEST, [])]))) == {}
    assert propose(outset([technician(1)], []), SOLVE).changes == ()


places = st.tuples(st.floats(31.1, 31.4), st.floats(121.3, 121.6))
hours = st.integers(0, 7).map(lambda hour: ((hour * 60.0, hour * 60.0 + 120.0),))


@st.composite
def outsets(draw: st.DrawFn) -> Outset:
    keys = range(1, draw(st.integers(1, 4)) + 1)
    team = []
    for key in keys:
        stock = draw(st.none() | st.integers(0, 2).map(lambda count: {"seal": count}))
        free_at = draw(st.sampled_from([0.0, 100.0, 200.0, 300.0]))
        team.append(technician(key, draw(places), stock=stock, free_at=free_at))
    stops = []
    for key in range(1, draw(st.integers(1, 9)) + 1):
        job = Job(
            key,
            draw(st.sampled_from([20.0, 45.5, 90.0])),
            draw(places | st.none()),
            draw(hours | st.just(ALWAYS)),
            draw(st.none() | st.floats(0, 480)),
            parts=draw(st.sampled_from([{}, {"seal": 1}])),
        )
        holder = draw(st.none() | st.sampled_from(keys))
        accepted = holder is not None and draw(st.integers(0, 3)) == 0
        may = {holder} if accepted else draw(st.sets(st.sampled_from(keys)))
        stops.append(
            Stop(
                job,
                str(key),
                frozenset(each for each in may if each),
                (holder,) if holder else (),
                is_accepted=accepted,
            )
        )
    return outset(team, stops, room=draw(st.integers(1, 5)))


@settings(max_examples=60)
@given(outsets())
def test_whatever_the_day_every_move_keeps_the_rules(begin: Outset) -> None:
    seen: list[Routes] = []

    def watched(asked: Problem) -> Routes:
        seen.append(SOLVE(asked))
        return seen[-1]

    proposal = propose(begin, watched)
    stops = {each.job.id: each for each in begin.stops}
    for key, route in seen[-1].items():
        _check_route(begin, key, [stops[job] for job in route])
    assert all(not stops[change.job_id].is_accepted for change in proposal.changes if change.is_move)
    before, after = proposal.before, proposal.after
    assert (after.open, after.late, round(after.driving, 1)) <= (before.open, before.late, round(before.driving, 1))


def _check_route(begin: Outset, key: int, route: Sequence[Stop]) -> None:
    """By walking through the day."""
    who = begin.team[key]
    here, moment = who.place, who.free_at
    for each in route:
        assert key in each.may
        start = first_from(starts(each.job, who.shift), moment + TRAVEL.minutes(here, each.job.place))
        assert start is not None
        here, moment = each.job.place, start + each.job.minutes
    used = sum(each.job.parts.get("seal", 0) for each in route)
    assert who.stock is None or used <= who.stock["seal"]
    assert len(route) <= max(begin.room[key], sum(each.is_accepted for each in route))

"""Who is asked first, and why. Rules only, no database."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from backend.dispatch.day import Day, Insertion, cheapest, plan_day, with_job
from backend.dispatch.fitness import MOST_JOBS, against
from backend.dispatch.foresight import Foresight, likely_jobs
from backend.dispatch.placement import Basis, place
from backend.dispatch.planning import plan_jobs
from backend.dispatch.reorder import reordered
from backend.dispatch.rules import Ranked, Ranking, Weights
from backend.dispatch.travel import GreatCircle, TravelTable, distance_km
from backend.dispatch.values import ALWAYS, Hold, Job, Reason, Technician, Visit
from tests.backend.dispatch_oracle import Plane, least_added, on_time

PLANE, GLOBE = Plane(), GreatCircle()
SKILLS = ("washer", "fridge", "router")
spots = st.tuples(st.integers(0, 60).map(float), st.integers(0, 60).map(float))
windows = st.one_of(
    st.just(ALWAYS), st.tuples(st.integers(0, 300), st.integers(0, 90)).map(lambda w: ((float(w[0]), float(sum(w))),))
)
shifts = st.sampled_from([((0.0, 480.0),), ((0.0, 180.0), (240.0, 480.0)), ((30.0, 120.0),)])


def jobs(first: int = 1) -> st.SearchStrategy[Job]:
    return st.builds(
        Job,
        id=st.integers(first, first + 10_000),
        minutes=st.integers(5, 60).map(float),
        place=spots,
        windows=windows,
        skills=st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 3), max_size=1),
        tools=st.frozensets(st.sampled_from(["gauge", "ladder"]), max_size=1),
        parts=st.dictionaries(st.sampled_from(["seal", "fuse"]), st.integers(1, 2), max_size=1),
    )


technicians = st.builds(
    Technician,
    id=st.integers(1, 10_000),
    name=st.just("someone"),
    place=spots,
    skills=st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 3)),
    tools=st.one_of(st.none(), st.frozensets(st.sampled_from(["gauge", "ladder"]))),
    stock=st.one_of(st.none(), st.dictionaries(st.sampled_from(["seal", "fuse"]), st.integers(0, 4))),
    shift=shifts,
    home=st.one_of(st.none(), spots),
    home_by=st.one_of(st.none(), st.just(540.0)),
    on_duty=st.booleans(),
    familiar=st.booleans(),
    asked=st.booleans(),
)


@st.composite
def days(draw: st.DrawFn) -> Day:
    """A day on time, of visits as they came."""
    day = plan_day(draw(technicians), (), PLANE)
    for number, job in enumerate(draw(st.lists(jobs(20_000), max_size=4))):
        found = cheapest(day, job, PLANE)
        if isinstance(found, Insertion):
            day = with_job(day, Visit(replace(job, id=20_000 + number)), found.position, PLANE)
    return day


def numbered(day: Day, first: int) -> Day:
    """The same day with job numbers of its own."""
    visits = [replace(visit, job=replace(visit.job, id=first + at)) for at, visit in enumerate(day.visits)]
    return plan_day(day.technician, visits, PLANE)


teams = st.lists(days(), min_size=1, max_size=6, unique_by=lambda day: day.technician.id).map(
    lambda listed: {day.technician.id: numbered(day, 20_000 + 100 * at) for at, day in enumerate(listed)}
)


def team_of(*listed: Technician) -> dict[int, Day]:
    return {each.id: plan_day(each, (), GLOBE) for each in listed}


@given(days(), jobs())
def test_the_place_in_the_day_is_the_cheapest_that_keeps_every_promise(day: Day, job: Job) -> None:
    found, expected = cheapest(day, job, PLANE), least_added(day, job)
    if expected is None:
        assert isinstance(found, Reason)
    else:
        assert isinstance(found, Insertion)
        assert abs(found.added - expected) < 1e-6
        assert on_time(with_job(day, Visit(job), found.position, PLANE))


@settings(max_examples=25)
@given(days(), jobs())
def test_a_day_put_in_order_keeps_every_promise_and_is_the_shortest(day: Day, job: Job) -> None:
    visits = (*day.visits[:3], Visit(job))
    found = reordered(day.technician, visits, PLANE)
    orders = (plan_day(day.technician, order, PLANE) for order in permutations(visits))
    least = min((each.travel for each in orders if on_time(each)), default=None)
    assert (found is None) == (least is None)
    assert found is None or abs(found.travel - (least or 0.0)) < 1e-6


@given(jobs(), teams)
def test_everybody_is_ranked_once_and_the_fit_come_first_in_order(job: Job, team: dict[int, Day]) -> None:
    ranked = list(Ranking(job, team, PLANE))
    assert sorted(each.technician_id for each in ranked) == sorted(team)
    scores = [(not each.fit, each.late, each.minutes if each.fit else 0.0) for each in ranked]
    assert scores == sorted(scores)


@given(jobs(), teams, st.integers(1, 6))
def test_the_first_few_are_the_same_without_judging_the_rest(job: Job, team: dict[int, Day], most: int) -> None:
    fit = [each for each in Ranking(job, team, PLANE) if each.fit]
    assert Ranking(job, team, PLANE).best(most) == fit[:most]


@given(jobs(), teams)
def test_nobody_unfit_goes_without_a_reason_and_nobody_fit_has_one_against_them(job: Job, team: dict[int, Day]) -> None:
    lost = {"late-for", "too-late", "home-late", "off-shift"}
    for each in Ranking(job, team, PLANE):
        barred = list(against(job, team[each.technician_id]))
        late = lost & {reason.code for reason in each.reasons}
        assert each.fit == (not barred and not late)


@given(jobs(), teams.flatmap(lambda team: st.tuples(st.just(team), st.permutations(list(team)))))
def test_the_order_in_which_technicians_are_listed_changes_nothing(
    job: Job, listed: tuple[dict[int, Day], list[int]]
) -> None:
    team, order = listed
    assert list(Ranking(job, team, PLANE)) == list(Ranking(job, {key: team[key] for key in order}, PLANE))


@settings(max_examples=25)
@given(jobs(), teams)
def test_making_room_breaks_no_promise_and_moves_no_accepted_job(job: Job, team: dict[int, Day]) -> None:
    accepted = {
        key: plan_day(day.technician, (replace(visit, hold=Hold.ACCEPTED) for visit in day.visits), PLANE)
        for key, day in team.items()
    }
    free, firm = place(job, team, Basis(PLANE)), place(job, accepted, Basis(PLANE))
    for placed, before in ((free, team), (firm, accepted)):
        if placed is not None:
            after = {**before, **placed.days}
            assert all(on_time(day) for day in placed.days.values())
            planned = sorted(visit.job.id for day in after.values() for visit in day.visits)
            assert planned == sorted([job.id, *(visit.job.id for day in before.values() for visit in day.visits)])
    assert firm is None or firm.moved == ()


@settings(max_examples=25)
@given(st.lists(jobs(), max_size=6, unique_by=lambda job: job.id), teams)
def test_a_plan_for_many_jobs_loses_none_and_breaks_no_promise(listed: list[Job], team: dict[int, Day]) -> None:
    basis = Basis(PLANE, foresight=Foresight(likely_jobs(listed, 0.0, 480.0, 10), PLANE))
    plan = plan_jobs(listed, team, basis)
    there = [visit.job.id for day in plan.days.values() for visit in day.visits]
    before = [visit.job.id for day in team.values() for visit in day.visits]
    assert sorted([*there, *(job.id for job in plan.unplaced)]) == sorted([*before, *(job.id for job in listed)])
    assert all(on_time(day) for day in plan.days.values())


def test_one_job_offered_but_not_accepted_gives_way_to_another_that_only_fits_there() -> None:
    cold = Technician(1, "Cold", (0.0, 0.0), skills={"fridge": 2, "washer": 2}, shift=((0.0, 60.0),))
    plain = Technician(2, "Plain", (0.0, 30.0), skills={"washer": 2}, shift=((0.0, 60.0),))
    wash = Job(10, 40.0, (0.0, 1.0), skills={"washer": 1})
    freeze = Job(11, 40.0, (0.0, 2.0), skills={"fridge": 1})
    team = {1: plan_day(cold, [Visit(wash)], PLANE), 2: plan_day(plain, [], PLANE)}
    assert place(replace(freeze, minutes=70.0), team, Basis(PLANE)) is None
    team[2] = plan_day(replace(plain, shift=((0.0, 90.0),)), [], PLANE)
    placed = place(freeze, team, Basis(PLANE))
    assert placed is not None
    assert (placed.technician_id, placed.moved) == (1, (10,))


def test_the_reason_says_how_late_for_which_visit() -> None:
    who = Technician(1, "One", (0.0, 0.0))
    promised = Job(7, 30.0, (0.0, 10.0), windows=((0.0, 20.0),))
    day = plan_day(who, [Visit(promised, Hold.ACCEPTED)], PLANE)
    [ranked] = Ranking(Job(8, 30.0, (0.0, 5.0), windows=((0.0, 6.0),)), {1: day}, PLANE)
    assert ranked.reasons[0] == Reason("late-for", 20.0, 7)


def test_each_thing_that_is_missing_is_named() -> None:
    who = Technician(1, "One", None, skills={"fridge": 1}, tools=frozenset(), stock={}, on_duty=False, on_leave=True)
    job = Job(1, 30.0, None, skills={"fridge": 2, "gas": 1}, tools=frozenset({"gauge"}), parts={"seal": 1})
    assert [(reason.code, reason.figure) for reason in against(job, plan_day(who, (), PLANE))] == [
        ("low-level", "fridge"),
        ("no-skill", "gas"),
        ("no-tool", "gauge"),
        ("no-part", "seal"),
        ("on-leave", None),
        ("off-duty", None),
    ]


def test_whoever_would_miss_the_deadline_comes_after_whoever_keeps_it() -> None:
    near = Technician(1, "Near", (0.0, 1.0), free_at=100.0)
    far = Technician(2, "Far", (0.0, 50.0))
    days = {each.id: plan_day(each, (), PLANE) for each in (near, far)}
    ranked = list(Ranking(Job(1, 30.0, (0.0, 0.0), deadline=60.0), days, PLANE))
    assert [each.name for each in ranked] == ["Far", "Near"]
    assert ranked[1].reasons[0] == Reason("late", 41.0)


def test_who_has_a_scarce_skill_is_kept_for_those_who_need_it() -> None:
    plain, both = Technician(1, "Plain", (31.24, 121.48)), Technician(2, "Both", (31.24, 121.48), spare=4.0)
    assert [each.name for each in Ranking(Job(1, 30.0, (31.2, 121.4)), team_of(both, plain), GLOBE)] == [
        "Plain",
        "Both",
    ]


def test_a_likely_job_that_nobody_else_could_do_keeps_its_technician_free() -> None:
    likely = [Job(-1, 30.0, (0.0, 0.0), windows=((0.0, 20.0),), skills={"fridge": 1})]
    cold = Technician(1, "Cold", (0.0, 0.0), skills={"fridge": 1}, shift=((0.0, 60.0),))
    plain = Technician(2, "Plain", (0.0, 5.0), shift=((0.0, 60.0),))
    team = {each.id: plan_day(each, (), PLANE) for each in (cold, plain)}
    job = Job(5, 30.0, (0.0, 1.0))
    blind, foreseeing = (
        place(job, team, Basis(PLANE)),
        place(job, team, Basis(PLANE, foresight=Foresight(likely, PLANE))),
    )
    assert blind is not None
    assert foreseeing is not None
    assert (blind.technician_id, foreseeing.technician_id) == (1, 2)


def test_of_two_alike_the_nearer_is_asked_first_unless_the_farther_is_known_to_the_customer() -> None:
    far, near = Technician(1, "Far", (31.27, 121.5)), Technician(2, "Near", (31.24, 121.48))
    job = Job(1, 60.0, (31.2353, 121.4737))
    assert names(Ranking(job, team_of(far, near), GLOBE)) == ["Near", "Far"]
    assert names(Ranking(job, team_of(replace(far, familiar=True), near), GLOBE)) == ["Far", "Near"]


def test_a_full_day_takes_nothing_more() -> None:
    who = Technician(1, "One", (0.0, 0.0))
    full = plan_day(who, [Visit(Job(number, 1.0, (0.0, 0.0))) for number in range(MOST_JOBS)], PLANE)
    [ranked] = Ranking(Job(99, 1.0, (0.0, 0.0)), {1: full}, PLANE)
    assert (ranked.fit, ranked.reasons[0]) == (False, Reason("full", MOST_JOBS))


def test_a_day_that_is_late_already_may_not_get_later() -> None:
    who = Technician(1, "One", (0.0, 0.0), free_at=50.0)
    late = plan_day(who, [Visit(Job(1, 10.0, (0.0, 10.0), windows=((0.0, 20.0),)), Hold.ACCEPTED)], PLANE)
    assert not late.on_time
    found = cheapest(late, Job(2, 10.0, (0.0, 10.0)), PLANE)
    assert isinstance(found, Insertion)
    assert found.position == 1


def test_distances_are_those_of_the_globe() -> None:
    shanghai, beijing = (31.2304, 121.4737), (39.9042, 116.4074)
    assert abs(distance_km(shanghai, beijing) - 1067) < 5
    assert abs(distance_km((0, 179.5), (0, -179.5)) - 111) < 1
    assert abs(GLOBE.minutes(shanghai, beijing) - GLOBE.way_from(shanghai)(beijing)) < 1e-6


def test_known_travel_times_go_before_the_estimate() -> None:
    here, there = (31.2304, 121.4737), (31.3, 121.5)
    table = TravelTable({(here, there): 77.0})
    assert table.minutes(here, there) == table.way_from(here)(there) == 77.0
    assert table.minutes(there, here) == GLOBE.minutes(there, here)
    assert table.minutes(None, there) == GLOBE.unknown


@given(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
def test_a_distance_is_the_same_both_ways_and_never_beyond_half_the_globe(
    here: tuple[float, float], there: tuple[float, float]
) -> None:
    assert abs(distance_km(here, there) - distance_km(there, here)) < 1e-6
    assert 0 <= distance_km(here, there) < 20_100


def names(ranked: Ranking | list[Ranked]) -> list[str]:
    return [each.name for each in ranked]


def test_what_counts_is_the_companys_to_weigh() -> None:
    busy = plan_day(Technician(1, "Busy", (0.0, 1.0)), [Visit(Job(9, 10.0, (0.0, 1.0)))], PLANE)
    free = plan_day(Technician(2, "Free", (0.0, 8.0)), [], PLANE)
    job = Job(1, 10.0, (0.0, 0.0))
    light, heavy = Weights(load=0.0), Weights(load=45.0)
    assert names(Ranking(job, {1: busy, 2: free}, PLANE, light)) == ["Busy", "Free"]
    assert names(Ranking(job, {1: busy, 2: free}, PLANE, heavy)) == ["Free", "Busy"]

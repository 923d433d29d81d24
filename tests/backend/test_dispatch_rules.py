"""Who is asked first, and why. Rules only, no database."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from backend.dispatch.rules import MOST_JOBS, Applicant, Job, distance_km, rank

SKILLS = ["washer", "fridge", "router"]
latitudes = st.floats(-90, 90)
longitudes = st.floats(-180, 180)
places = st.one_of(st.just((None, None)), st.tuples(latitudes, longitudes))
applicants = st.builds(
    lambda at, **rest: Applicant(latitude=at[0], longitude=at[1], **rest),
    at=places,
    id=st.integers(1, 10_000),
    name=st.just("someone"),
    skills=st.frozensets(st.sampled_from(SKILLS)),
    on_duty=st.booleans(),
    jobs=st.integers(0, MOST_JOBS + 1),
    familiar=st.booleans(),
    asked=st.booleans(),
)
teams = st.lists(applicants, max_size=8, unique_by=lambda each: each.id)
jobs = st.builds(lambda skill, at: Job(skill, *at), skill=st.one_of(st.none(), st.sampled_from(SKILLS)), at=places)


@given(jobs, teams)
def test_everybody_is_ranked_once_and_the_fit_come_first(job: Job, team: list[Applicant]) -> None:
    ranked = rank(job, team)
    assert sorted(each.technician_id for each in ranked) == sorted(each.id for each in team)
    assert [each.fit for each in ranked] == sorted((each.fit for each in ranked), reverse=True)


@given(jobs, teams)
def test_nobody_fit_lacks_the_skill_is_off_duty_full_or_asked_already(job: Job, team: list[Applicant]) -> None:
    for each in rank(job, team):
        who = next(applicant for applicant in team if applicant.id == each.technician_id)
        can = job.skill is None or job.skill in who.skills
        assert each.fit == (can and who.on_duty and who.jobs < MOST_JOBS and not who.asked)
        against = {reason.code for reason in each.reasons} & {"no-skill", "off-duty", "full", "asked-already"}
        assert bool(against) != each.fit


@given(jobs, teams.flatmap(lambda team: st.tuples(st.just(team), st.permutations(team))))
def test_the_order_in_which_technicians_are_listed_changes_nothing(
    job: Job, listed: tuple[list[Applicant], list[Applicant]]
) -> None:
    assert rank(job, listed[0]) == rank(job, listed[1])


@given(jobs, applicants)
def test_more_work_in_hand_never_helps_and_being_known_never_hurts(job: Job, one: Applicant) -> None:
    [plain], [busier] = rank(job, [one]), rank(job, [replace(one, jobs=one.jobs + 1)])
    [known], [unknown] = rank(job, [replace(one, familiar=True)]), rank(job, [replace(one, familiar=False)])
    assert busier.minutes > plain.minutes
    assert known.minutes < unknown.minutes


@given(jobs, applicants)
def test_every_ranking_tells_of_distance_and_load(job: Job, one: Applicant) -> None:
    [ranked] = rank(job, [one])
    codes = {reason.code for reason in ranked.reasons}
    assert "load" in codes
    assert len(codes & {"distance", "distance-unknown"}) == 1


def test_of_two_alike_the_nearer_is_asked_first() -> None:
    far = Applicant(1, "Far", frozenset(), True, 0, 31.4, 121.5)
    near = Applicant(2, "Near", frozenset(), True, 0, 31.24, 121.48)
    ranked = rank(Job(None, 31.2353, 121.4737), [far, near])
    assert [each.name for each in ranked] == ["Near", "Far"]


def test_a_nearer_technician_with_a_full_day_comes_after_a_farther_free_one() -> None:
    far = Applicant(1, "Far", frozenset(), True, 0, 31.3, 121.5)
    near = Applicant(2, "Near", frozenset(), True, 2, 31.24, 121.48)
    assert rank(Job(None, 31.2353, 121.4737), [far, near])[0].name == "Far"


def test_distances_are_those_of_the_globe() -> None:
    shanghai, beijing = (31.2304, 121.4737), (39.9042, 116.4074)
    assert abs(distance_km(shanghai, beijing) - 1067) < 5
    assert abs(distance_km((0, 179.5), (0, -179.5)) - 111) < 1


@given(st.tuples(latitudes, longitudes), st.tuples(latitudes, longitudes))
def test_a_distance_is_the_same_both_ways_and_never_beyond_half_the_globe(
    here: tuple[float, float], there: tuple[float, float]
) -> None:
    assert abs(distance_km(here, there) - distance_km(there, here)) < 1e-6
    assert 0 <= distance_km(here, there) < 20_100

"""The rest of the survey, questions 3 to 7: answered bit by bit, taken up again days later, closed in the end."""

from datetime import timedelta

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.clock import FixedClock
from backend.database import Database, JsonObject, Work
from backend.errors import Invalid, TooLate
from backend.followups import service as followups
from backend.people.rules import StaffRole
from backend.surveys import service as surveys
from backend.surveys.rest import STATEMENTS, ClaimHandling, Holds, SurveyRest, checked, is_whole, merged
from backend.surveys.service import SurveyState, SurveyView
from tests.backend import trade
from tests.backend.test_surveys import sent

WHOLE = SurveyRest(True, False, True, "B", dict.fromkeys(STATEMENTS, "mostly-holds"))
RESTS = st.builds(
    SurveyRest,
    told_care=st.none() | st.booleans(),
    called_back=st.none() | st.booleans(),
    claimed=st.none() | st.booleans(),
    claim_handling=st.none() | st.sampled_from([*ClaimHandling]).map(str),
    statements=st.dictionaries(st.sampled_from(STATEMENTS), st.sampled_from([*Holds]).map(str)),
    opinion=st.none() | st.text(),
)
LAPSE_DUE = timedelta(days=7)


async def lapsing(database: Database) -> list[SurveyView | None]:
    """What comes of the surveys whose waiting is over by now."""
    lapsed: list[SurveyView | None] = []

    async def lapse(work: Work, args: JsonObject) -> None:
        assert isinstance(args["survey"], int)
        lapsed.append(await surveys.lapse(work, args["survey"]))

    await trade.do_due(database, {"survey-lapse": lapse})
    return lapsed


async def test_after_the_short_form_there_is_no_reminder_and_more_may_be_said(database: Database) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        short = await surveys.answer(work, survey.id, owner.actor, 4, ["B"], None, complete=True)
        assert (short.state, short.going_on) == (SurveyState.ANSWERED, True)
        assert await surveys.remind(work, survey.id) is None
        assert len(await followups.call_backs(work)) == 1


async def test_the_rest_is_taken_up_again_days_later_at_the_same_row(database: Database, clock: FixedClock) -> None:
    survey, owner = await sent(database)
    clock.forward(timedelta(days=4))
    async with database.begin() as work:
        await surveys.answer(work, survey.id, owner.actor, 9, ["C"], None, complete=True)
    clock.forward(timedelta(days=6))
    assert await lapsing(database) == [None]
    async with database.begin() as work:
        first = SurveyRest(told_care=True, statements={"1": "holds"})
        again = await surveys.answer(work, survey.id, owner.actor, 9, ["C"], None, complete=False, rest=first)
        assert (again.id, again.state, again.going_on, again.rest) == (survey.id, SurveyState.ANSWERED, True, first)
        more = SurveyRest(called_back=False, statements={"3": "so-so"})
        again = await surveys.answer(work, survey.id, owner.actor, 9, ["C"], None, complete=False, rest=more)
        assert again.rest == SurveyRest(True, False, None, None, {"1": "holds", "3": "so-so"})
    clock.forward(LAPSE_DUE - timedelta(seconds=1))
    assert await lapsing(database) == [None]
    clock.forward(timedelta(seconds=1))
    [lapsed] = await lapsing(database)
    assert lapsed is not None
    assert (lapsed.state, lapsed.going_on, lapsed.rest) == (SurveyState.ANSWERED, False, again.rest)
    async with database.begin() as work:
        with pytest.raises(TooLate):
            await surveys.answer(work, survey.id, owner.actor, 9, ["C"], None, complete=False, rest=WHOLE)


async def test_a_survey_answered_in_full_is_closed_and_never_lapses(database: Database, clock: FixedClock) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        asked = await surveys.answer(work, survey.id, owner.actor, 10, [], None, complete=False, rest=WHOLE)
        assert asked.going_on
        whole = await surveys.answer(
            work, survey.id, owner.actor, 10, [], None, complete=True, rest=SurveyRest(opinion="polite people")
        )
        assert (whole.state, whole.going_on) == (SurveyState.ANSWERED, False)
        assert (whole.rest.statements, whole.rest.opinion) == (WHOLE.statements, "polite people")
    clock.forward(timedelta(days=30))
    assert await lapsing(database) == []
    async with database.begin() as work:
        assert await surveys.lapse(work, survey.id) is None


async def test_the_supervisor_hears_of_a_bad_answer_once_however_many_questions_follow(database: Database) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        for number in STATEMENTS:
            rest = SurveyRest(statements={number: "does-not-hold"})
            await surveys.answer(work, survey.id, owner.actor, 3, ["D"], None, complete=False, rest=rest)
        history = await trade.events(work, survey.ticket_id)
        assert (history.count("call-back-opened"), history.count("call-back-updated")) == (1, 0)
        await surveys.answer(work, survey.id, owner.actor, 2, ["D"], None, complete=False)
        assert (await trade.events(work, survey.ticket_id)).count("call-back-updated") == 1


async def test_answers_that_the_table_does_not_have_are_refused(database: Database) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        for wrong in (
            SurveyRest(claimed=True, claim_handling="F"),
            SurveyRest(statements={"16": "holds"}),
            SurveyRest(statements={"1": "perhaps"}),
        ):
            with pytest.raises(Invalid):
                await surveys.answer(work, survey.id, owner.actor, 9, [], None, complete=True, rest=wrong)
        assert (await surveys.survey(work, survey.id)).rest == SurveyRest()


async def test_the_desk_sees_every_answer(api: httpx.AsyncClient, database: Database) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        await trade.staff(work, "Zhou", StaffRole.SUPERVISOR)
        await surveys.answer(work, survey.id, owner.actor, 8, ["G"], None, complete=True, rest=WHOLE)
    [item] = (await api.get("surveys")).json()["items"]
    assert (item["state"], item["going_on"], item["score"], item["reasons"]) == ("answered", False, 8, ["G"])
    assert item["rest"] == {
        "told_care": True,
        "called_back": False,
        "claimed": True,
        "claim_handling": "B",
        "statements": dict.fromkeys(STATEMENTS, "mostly-holds"),
        "opinion": None,
    }


@given(RESTS)
def test_answers_of_the_table_are_taken_as_they_are(rest: SurveyRest) -> None:
    assert checked(rest) == rest


@given(RESTS, RESTS)
def test_a_later_answer_goes_first_and_an_open_question_takes_nothing_away(one: SurveyRest, two: SurveyRest) -> None:
    found = merged(one, two)
    for name in ("told_care", "called_back", "claimed", "opinion"):
        assert getattr(found, name) == (getattr(one, name) if getattr(two, name) is None else getattr(two, name))
    for number in STATEMENTS:
        assert found.statements.get(number) == two.statements.get(number, one.statements.get(number))
    assert list(found.statements) == sorted(found.statements, key=int)


@given(RESTS, RESTS)
def test_only_who_claimed_says_how_the_claim_was_handled(one: SurveyRest, two: SurveyRest) -> None:
    found = merged(one, two)
    assert found.claimed or found.claim_handling is None


@given(RESTS)
def test_answering_the_same_twice_changes_nothing(rest: SurveyRest) -> None:
    once = merged(SurveyRest(), rest)
    assert merged(once, rest) == once


@given(st.booleans(), st.sampled_from([*STATEMENTS, "told_care", "called_back", "claimed", "claim_handling", ""]))
def test_the_rest_is_whole_when_nothing_is_left_to_ask(claimed: bool, missing: str) -> None:
    given = {"told_care": True, "called_back": False, "claimed": claimed, "claim_handling": "A" if claimed else None}
    statements = {number: "holds" for number in STATEMENTS if number != missing}
    rest = SurveyRest(
        **{name: None if name == missing else value for name, value in given.items()},  # type: ignore[arg-type]
        statements=statements,
    )
    assert is_whole(rest) == (missing == "" or (missing == "claim_handling" and not claimed))

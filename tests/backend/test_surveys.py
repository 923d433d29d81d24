"""Surveys and call-backs: sent by day, reminded once, and a bad answer opens one call-back."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.clock import FixedClock
from backend.database import Database, JsonObject, Work
from backend.errors import Invalid, NotAllowed, TooLate
from backend.followups import service as followups
from backend.followups.service import CallBackState
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.surveys import service as surveys
from backend.surveys.rules import REASONS, band, check_reasons, needs_call_back
from backend.surveys.service import SurveyState, SurveyView
from tests.backend import trade

WEEK = timedelta(days=7)
SCORES, CODES = st.integers(1, 10), st.sets(st.sampled_from(REASONS))


async def sent(database: Database) -> tuple[SurveyView, Known]:
    ticket, owner, _ = await trade.confirmed(database)
    async with database.begin() as work:
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        found = await surveys.send(work, ticket.id)
    assert found is not None
    return found, owner


async def test_a_survey_is_sent_once_for_a_ticket(database: Database) -> None:
    survey, _ = await sent(database)
    async with database.begin() as work:
        assert await surveys.send(work, survey.ticket_id) is None


async def test_nobody_is_asked_at_night(database: Database, clock: FixedClock) -> None:
    ticket, _, _ = await trade.confirmed(database)
    clock.forward(timedelta(hours=11, minutes=30))
    asked = []

    async def ask(work: Work, args: JsonObject) -> None:
        found = await surveys.send(work, ticket.id)
        asked.append((work.now.astimezone(work.settings.time_zone).strftime("%d %H:%M"), found is not None))

    for _ in range(24):
        await trade.do_due(database, {"survey": ask})
        clock.forward(timedelta(minutes=30))
    assert asked == [("06 21:30", False), ("07 08:00", True)]


async def test_who_opted_out_or_has_no_chat_is_not_asked(database: Database) -> None:
    ticket, owner, _ = await trade.confirmed(database)
    async with database.begin() as work:
        caller = await people.add_customer(work, "Caller", "+8613912345678", None)
        phoned = await trade.opened(work, caller, "desk:1")
        assert await surveys.send(work, phoned.id) is None
        await people.opt_out(work, owner.id)
        assert await surveys.send(work, ticket.id) is None


async def test_there_is_one_reminder_and_none_after_an_answer(database: Database) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        assert await surveys.remind(work, survey.id) is not None
        assert await surveys.remind(work, survey.id) is None
        await surveys.answer(work, survey.id, owner.actor, 9, ["C"], None, complete=False)
        assert await surveys.remind(work, survey.id) is None


async def test_what_was_answered_counts_even_when_the_rest_never_comes(database: Database, clock: FixedClock) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        await surveys.answer(work, survey.id, owner.actor, 9, ["C"], None, complete=False)
    clock.forward(WEEK)
    async with database.begin() as work:
        lapsed = await surveys.lapse(work, survey.id)
        assert lapsed is not None
        assert (lapsed.state, lapsed.score) == (SurveyState.PARTIAL, 9)
        with pytest.raises(TooLate):
            await surveys.answer(work, survey.id, owner.actor, 1, [], None, complete=True)


async def test_a_survey_that_nobody_answers_lapses(database: Database, clock: FixedClock) -> None:
    survey, _ = await sent(database)
    clock.forward(WEEK)
    async with database.begin() as work:
        lapsed = await surveys.lapse(work, survey.id)
        assert lapsed is not None
        assert lapsed.state is SurveyState.LAPSED


async def test_a_low_score_opens_one_call_back_that_takes_on_what_is_said_later(database: Database) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        await surveys.answer(work, survey.id, owner.actor, 6, [], None, complete=False)
        await surveys.answer(work, survey.id, owner.actor, 6, ["B", "I"], "rude", complete=True)
        [task] = await followups.call_backs(work)
        assert (task.state, task.score, task.reasons, task.words) == (CallBackState.OPEN, 6, ("B", "I"), "rude")
        history = await trade.events(work, survey.ticket_id)
        assert history.count("call-back-opened") == 1
        assert await trade.owed(work, "call-back")


@pytest.mark.parametrize(("score", "reasons"), [(10, []), (7, []), (8, ["C", "F", "G", "I"])])
async def test_a_good_answer_opens_none(database: Database, score: int, reasons: list[str]) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        await surveys.answer(work, survey.id, owner.actor, score, reasons, None, complete=True)
        assert await followups.call_backs(work) == []


async def test_a_call_back_is_taken_and_closed_by_one_supervisor(database: Database) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        chen, zhou = [await trade.staff(work, name, StaffRole.SUPERVISOR) for name in ("Chen", "Zhou")]
        await surveys.answer(work, survey.id, owner.actor, 2, ["A"], None, complete=True)
        [task] = await followups.call_backs(work)
        with pytest.raises(NotAllowed):
            await followups.take(work, task.id, owner.actor)
        assert (await followups.take(work, task.id, chen.actor)).taken_by == chen.id
        with pytest.raises(TooLate):
            await followups.take(work, task.id, zhou.actor)
        with pytest.raises(TooLate):
            await followups.close(work, task.id, zhou.actor, "mine")
        closed = await followups.close(work, task.id, chen.actor, "apologised")
        assert (closed.state, closed.result) == (CallBackState.CLOSED, "apologised")
        with pytest.raises(TooLate):
            await followups.close(work, task.id, chen.actor, "again")


@pytest.mark.parametrize("score", [0, 11, -1])
async def test_a_score_outside_the_table_is_refused(database: Database, score: int) -> None:
    survey, owner = await sent(database)
    async with database.begin() as work:
        with pytest.raises(Invalid):
            await surveys.answer(work, survey.id, owner.actor, score, [], None, complete=True)


@given(SCORES, CODES)
def test_a_call_back_is_owed_for_six_and_under_and_for_bad_work_or_manners(score: int, codes: set[str]) -> None:
    assert needs_call_back(score, codes) == (score <= 6 or any(code in codes for code in "ABDEH"))


@given(SCORES, CODES)
def test_reasons_stand_in_the_tables_order_and_a_ten_has_none(score: int, codes: set[str]) -> None:
    assert check_reasons(score, codes) == ([] if score == 10 else sorted(codes))


@given(SCORES, st.text(min_size=1))
def test_a_reason_that_the_table_does_not_have_is_refused(score: int, code: str) -> None:
    if code not in set(REASONS):
        with pytest.raises(Invalid):
            check_reasons(score, [code])


def test_two_scores_make_a_band() -> None:
    assert [band(score) for score in range(1, 11)] == [
        *["very-dissatisfied"] * 2, *["dissatisfied"] * 2, *["so-so"] * 2, *["fairly-satisfied"] * 2, *["satisfied"] * 2
    ]  # fmt: skip

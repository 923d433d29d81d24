"""The feedback form: planned when a job is done, once a period, by day, to who wants it; answered bit by bit."""

from datetime import timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend import duework
from backend.chats import chat_of
from backend.clock import FixedClock
from backend.database import Database, JsonObject, Work
from backend.errors import Invalid, NotAllowed, TooLate
from backend.followups import service as followups
from backend.people import service as people
from backend.people.rules import StaffRole
from backend.people.service import Known
from backend.surveys import feedback, ratings
from backend.surveys import service as surveys
from backend.surveys.feedback import FeedbackView
from backend.surveys.ratings import PRODUCT, STAFF, FeedbackAnswers, Satisfaction
from backend.surveys.rules import SurveyState
from backend.tickets import service as tickets
from backend.visits import service as visits
from tests.backend import trade

PERIOD, WEEK = timedelta(days=180), timedelta(days=7)
WHOLE = FeedbackAnswers(
    "the washer", "WM-9", 1, dict.fromkeys(PRODUCT, "very-satisfied"), dict.fromkeys(STAFF, "basically-satisfied")
)
GRADES = st.sampled_from([*Satisfaction]).map(str)
ANSWERS = st.builds(
    FeedbackAnswers,
    product_words=st.none() | st.text(),
    model=st.none() | st.text(),
    quantity=st.none() | st.integers(0, 99),
    product=st.dictionaries(st.sampled_from(PRODUCT), GRADES),
    staff=st.dictionaries(st.sampled_from(STAFF), GRADES),
    suggestions=st.none() | st.text(),
)


class Post:
    """Does the due work of forms and notes what came of it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.sent: list[str] = []

    async def run(self) -> None:
        await trade.do_due(self._database, {"survey": self._survey, "feedback": self._feedback})

    async def _survey(self, work: Work, args: JsonObject) -> None:
        assert isinstance(args["ticket"], int)
        await surveys.send(work, args["ticket"])

    async def _feedback(self, work: Work, args: JsonObject) -> None:
        assert isinstance(args["person"], int)
        if await feedback.send_feedback(work, args["person"]):
            self.sent.append(work.now.astimezone(work.settings.time_zone).strftime("%m-%d %H:%M"))


async def sent(database: Database) -> tuple[FeedbackView, Known]:
    async with database.begin() as work:
        owner = await trade.customer(work)
        await trade.staff(work, "Chen", StaffRole.SUPERVISOR)
        found = await feedback.send_feedback(work, owner.id)
    assert found is not None
    return found, owner


async def test_a_customer_is_asked_half_a_year_after_a_job_and_not_sooner(
    database: Database, clock: FixedClock
) -> None:
    await trade.confirmed(database)
    post = Post(database)
    clock.forward(timedelta(hours=4))
    await post.run()
    clock.forward(PERIOD - timedelta(hours=5))
    await post.run()
    assert post.sent == []
    clock.forward(timedelta(hours=1))
    await post.run()
    assert post.sent == ["11-02 10:00"]
    clock.forward(2 * PERIOD)
    await post.run()
    assert post.sent == ["11-02 10:00"]


async def test_a_newer_job_moves_the_form_on_so_that_it_comes_once_and_after_the_last_one(
    database: Database, clock: FixedClock
) -> None:
    _, owner, technician = await trade.confirmed(database)
    clock.forward(PERIOD / 2)
    async with database.begin() as work:
        again = await trade.opened(work, owner, "chat:2")
    await trade.accepted(database, again, technician)
    await trade.repaired(database, again, technician)
    async with database.begin() as work:
        await visits.confirm(work, again.id, owner.actor)
    post = Post(database)
    clock.forward(PERIOD / 2)
    await post.run()
    assert post.sent == []
    clock.forward(PERIOD / 2 + timedelta(hours=4))
    await post.run()
    assert len(post.sent) == 1


async def test_a_cancelled_request_is_no_job_to_ask_about(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)
        ticket = await trade.opened(work, owner)
        await tickets.cancel_ticket(work, ticket.id, owner.actor)
    post = Post(database)
    clock.forward(PERIOD * 2)
    await post.run()
    assert post.sent == []


async def test_a_form_that_comes_too_early_waits_for_the_period_to_be_over(
    database: Database, clock: FixedClock
) -> None:
    _, owner = await sent(database)
    clock.forward(timedelta(days=10))
    async with database.begin() as work:
        assert await feedback.send_feedback(work, owner.id) is None
    post = Post(database)
    clock.forward(PERIOD - timedelta(days=10))
    await post.run()
    assert len(post.sent) == 1


async def test_nobody_is_asked_at_night(database: Database, clock: FixedClock) -> None:
    async with database.begin() as work:
        owner = await trade.customer(work)
        await duework.plan(work, "feedback", f"feedback:{owner.id}", clock.now() + PERIOD, {"person": owner.id})
    post = Post(database)
    clock.forward(PERIOD + timedelta(hours=13))
    await post.run()
    assert post.sent == []
    clock.forward(timedelta(hours=9))
    await post.run()
    assert post.sent == ["11-03 08:00"]


async def test_who_opted_out_or_has_no_chat_is_not_asked(database: Database) -> None:
    async with database.begin() as work:
        owner, caller = await trade.customer(work), await people.add_customer(work, "Caller", "+8613912345678", None)
        await people.opt_out(work, owner.id)
        assert await chat_of(work, caller.id) is None
        assert await feedback.send_feedback(work, owner.id) is None
        assert await feedback.send_feedback(work, caller.id) is None


async def test_what_was_answered_counts_even_when_the_rest_never_comes(database: Database, clock: FixedClock) -> None:
    form, owner = await sent(database)
    async with database.begin() as work:
        first = FeedbackAnswers(product_words="the washer", product={"quality": "very-satisfied"})
        part = await feedback.answer_feedback(work, form.id, owner.actor, first)
        assert (part.state, part.going_on, part.answers) == (SurveyState.PARTIAL, True, first)
    clock.forward(WEEK - timedelta(seconds=1))
    async with database.begin() as work:
        assert await feedback.lapse_feedback(work, form.id) is None
    clock.forward(timedelta(seconds=1))
    async with database.begin() as work:
        lapsed = await feedback.lapse_feedback(work, form.id)
        assert lapsed is not None
        assert (lapsed.state, lapsed.going_on, lapsed.answers) == (SurveyState.PARTIAL, False, first)
        assert await feedback.lapse_feedback(work, form.id) is None
        with pytest.raises(TooLate):
            await feedback.answer_feedback(work, form.id, owner.actor, WHOLE)


async def test_a_form_that_nobody_answers_lapses(database: Database, clock: FixedClock) -> None:
    form, _ = await sent(database)
    clock.forward(WEEK)
    async with database.begin() as work:
        lapsed = await feedback.lapse_feedback(work, form.id)
        assert lapsed is not None
        assert lapsed.state is SurveyState.LAPSED


async def test_ten_ratings_make_it_answered_and_the_customers_last_word_closes_it(database: Database) -> None:
    form, owner = await sent(database)
    async with database.begin() as work:
        rated = await feedback.answer_feedback(work, form.id, owner.actor, WHOLE)
        assert (rated.state, rated.going_on) == (SurveyState.ANSWERED, True)
        last = FeedbackAnswers(suggestions="a quieter pump")
        done = await feedback.answer_feedback(work, form.id, owner.actor, last, complete=True)
        assert (done.state, done.going_on, done.answers.suggestions) == (SurveyState.ANSWERED, False, "a quieter pump")
        assert done.answers.product == WHOLE.product
        assert await feedback.feedback(work, form.id) == done


async def test_supervisors_see_what_a_customer_is_dissatisfied_with_and_nobody_is_sent_to_call(
    database: Database,
) -> None:
    form, owner = await sent(database)
    async with database.begin() as work:
        for staff in ({"skill": "very-satisfied"}, {"manner": "dissatisfied"}, {"initiative": "basically-satisfied"}):
            rated = await feedback.answer_feedback(work, form.id, owner.actor, FeedbackAnswers(staff=staff))
        assert rated.dissatisfied_with == ("manner",)
        [card] = await trade.owed(work, "feedback")
        assert (card.args, card.card) == ({"feedback": form.id}, f"feedback:{form.id}")
        assert await followups.call_backs(work) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"product": {"smell": "dissatisfied"}},
        {"staff": {"quality": "dissatisfied"}},
        {"staff": {"manner": "so-so"}},
        {"quantity": -1},
    ],
)
async def test_ratings_that_the_table_does_not_have_are_refused(database: Database, wrong: dict[str, Any]) -> None:
    form, owner = await sent(database)
    async with database.begin() as work:
        with pytest.raises(Invalid):
            await feedback.answer_feedback(work, form.id, owner.actor, FeedbackAnswers(**wrong))
        assert (await feedback.feedback(work, form.id)).state is SurveyState.SENT


async def test_nobody_answers_for_another(database: Database) -> None:
    form, _ = await sent(database)
    async with database.begin() as work:
        mallory = await trade.customer(work, "Mallory")
        with pytest.raises(NotAllowed):
            await feedback.answer_feedback(work, form.id, mallory.actor, WHOLE)


async def test_the_desk_sees_every_answer(api: httpx.AsyncClient, database: Database) -> None:
    form, owner = await sent(database)
    async with database.begin() as work:
        await feedback.answer_feedback(work, form.id, owner.actor, WHOLE)
        other = await trade.customer(work, "Zhao")
        assert await feedback.send_feedback(work, other.id)
    first = (await api.get("feedback", params={"limit": 1})).json()
    [item] = (await api.get("feedback", params={"cursor": first["next"]})).json()["items"]
    assert [each["customer_id"] for each in first["items"]] == [other.id]
    assert (item["id"], item["state"], item["going_on"]) == (form.id, "answered", True)
    assert item["answers"]["product"] == dict.fromkeys(PRODUCT, "very-satisfied")
    assert (item["answers"]["product_words"], item["answers"]["quantity"]) == ("the washer", 1)
    assert item["dissatisfied_with"] == []


@given(ANSWERS, ANSWERS)
def test_a_later_answer_goes_first_and_an_open_question_takes_nothing_away(
    one: FeedbackAnswers, two: FeedbackAnswers
) -> None:
    found = ratings.merged(one, ratings.checked(two))
    for name in ("product_words", "model", "quantity", "suggestions"):
        assert getattr(found, name) == (getattr(one, name) if getattr(two, name) is None else getattr(two, name))
    for aspect in PRODUCT:
        assert found.product.get(aspect) == two.product.get(aspect, one.product.get(aspect))
    for aspect in STAFF:
        assert found.staff.get(aspect) == two.staff.get(aspect, one.staff.get(aspect))


@given(ANSWERS)
def test_it_is_whole_with_ten_ratings_and_the_bad_ones_stand_in_the_tables_order(answers: FeedbackAnswers) -> None:
    assert ratings.is_whole(answers) == (len(answers.product) + len(answers.staff) == 10)
    bad = [each for each in PRODUCT if answers.product.get(each) == "dissatisfied"]
    bad += [each for each in STAFF if answers.staff.get(each) == "dissatisfied"]
    assert list(ratings.dissatisfied_with(answers)) == bad

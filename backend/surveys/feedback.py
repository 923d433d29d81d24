"""The information feedback form of table 16-11: sent to past customers on a schedule, answered bit by bit."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.duework import forget, plan
from backend.errors import NotAllowed, NotFound, TooLate
from backend.journal import SYSTEM, Actor, record
from backend.people import service as people
from backend.surveys.models import Feedback
from backend.surveys.ratings import FeedbackAnswers, checked, dissatisfied_with, is_whole, merged
from backend.surveys.rules import SurveyState
from backend.tickets.asking import can_be_asked, put_off
from backend.tickets.service import feedback_key


@dataclass(frozen=True)
class FeedbackView:
    """`going_on`: more may be answered, at the same row."""

    id: int
    customer_id: int
    state: SurveyState
    answers: FeedbackAnswers
    going_on: bool
    sent_at: datetime
    answered_at: datetime | None

    @property
    def dissatisfied_with(self) -> tuple[str, ...]:
        return dissatisfied_with(self.answers)


async def send_feedback(work: Work, person_id: int) -> FeedbackView | None:
    """Sends the form, or puts it off to the morning or until the period since the last one is over.

    None when it was put off or the customer cannot be asked. The conversation itself is the caller's.
    """
    if not await can_be_asked(work, person_id):
        return None
    if (wait := await _still_to_wait(work, person_id)) > timedelta():
        await _plan_in(work, person_id, wait)
        return None
    if await put_off(work, person_id, "feedback", feedback_key(person_id), {"person": person_id}):
        return None
    row = Feedback(customer_id=person_id, state=SurveyState.SENT, product={}, staff={}, sent_at=work.now)
    work.session.add(row)
    await work.session.flush()
    await _plan_lapse(work, row)
    await record(work, "feedback-sent", SYSTEM, data={"feedback": row.id, "person": person_id})
    return _view(row)


async def answer_feedback(
    work: Work, feedback_id: int, actor: Actor, answers: FeedbackAnswers, *, complete: bool = False
) -> FeedbackView:
    """Stores what has been answered so far; what `answers` leave open stays as it was. `complete`: nothing more comes.

    The supervisors get a live card of whatever was rated dissatisfied. Raises Invalid, NotAllowed for anyone but the
    customer, NotFound, TooLate.
    """
    row = await _row(work, feedback_id)
    if row.customer_id != actor.person_id:
        raise NotAllowed("the feedback form is somebody else's")
    if row.closed_at is not None:
        raise TooLate("the feedback form is closed", what="feedback")
    before, now = _answers(row), merged(_answers(row), checked(answers))
    _keep(row, now)
    row.state = SurveyState.ANSWERED if complete or is_whole(now) else SurveyState.PARTIAL
    row.answered_at = work.now
    if complete:
        row.closed_at = work.now
        await forget(work, f"feedback-lapse:{row.id}")
    await work.session.flush()
    owes = []
    if dissatisfied_with(now) != dissatisfied_with(before):
        owes = await people.to_supervisors(work, "feedback", {"feedback": row.id}, card=f"feedback:{row.id}")
    data: JsonObject = {"feedback": row.id, "complete": complete}
    await record(work, "feedback-answered", actor, data=data, owes=owes)
    return _view(row)


async def lapse_feedback(work: Work, feedback_id: int) -> FeedbackView | None:
    """Ends the waiting. None when it ended before, or was put off since the customer answered in the meantime."""
    row = await _row(work, feedback_id)
    if row.closed_at is not None:
        return None
    if _ends_at(work, row) > work.now:
        await _plan_lapse(work, row)
        return None
    if row.state == SurveyState.SENT:
        row.state = SurveyState.LAPSED
    row.closed_at = work.now
    await record(work, "feedback-lapsed", SYSTEM, data={"feedback": row.id, "state": row.state})
    return _view(row)


async def feedback(work: Work, feedback_id: int) -> FeedbackView:
    """Raises NotFound."""
    return _view(await _row(work, feedback_id))


async def feedbacks(work: Work, *, after: int | None = None, limit: int = 50) -> list[FeedbackView]:
    """Newest first; `after` is the id of the last one of the page before."""
    query = select(Feedback).order_by(Feedback.id.desc()).limit(limit)
    if after is not None:
        query = query.where(Feedback.id < after)
    return [_view(row) for row in (await work.session.execute(query)).scalars()]


async def _still_to_wait(work: Work, person_id: int) -> timedelta:
    """How long the period since the customer's last form still runs."""
    newest = select(Feedback.sent_at).where(Feedback.customer_id == person_id).order_by(Feedback.id.desc()).limit(1)
    sent_at = (await work.session.execute(newest)).scalar_one_or_none()
    return timedelta() if sent_at is None else sent_at + work.settings.feedback_every - work.now


async def _plan_in(work: Work, person_id: int, wait: timedelta) -> None:
    await plan(work, "feedback", feedback_key(person_id), work.now + wait, {"person": person_id})


def _ends_at(work: Work, row: Feedback) -> datetime:
    return (row.answered_at or row.sent_at) + work.settings.survey_lapses_after


async def _plan_lapse(work: Work, row: Feedback) -> None:
    await plan(work, "feedback-lapse", f"feedback-lapse:{row.id}", _ends_at(work, row), {"feedback": row.id})


async def _row(work: Work, feedback_id: int) -> Feedback:
    held = select(Feedback).where(Feedback.id == feedback_id).with_for_update()
    found = await work.session.execute(held.execution_options(populate_existing=True))
    row = found.scalar_one_or_none()
    if row is None:
        raise NotFound(f"no feedback {feedback_id}")
    return row


def _answers(row: Feedback) -> FeedbackAnswers:
    product = {aspect: str(rating) for aspect, rating in row.product.items()}
    staff = {aspect: str(rating) for aspect, rating in row.staff.items()}
    return FeedbackAnswers(row.product_words, row.model, row.quantity, product, staff, row.suggestions)


def _keep(row: Feedback, answers: FeedbackAnswers) -> None:
    row.product_words, row.model, row.quantity = answers.product_words, answers.model, answers.quantity
    row.product, row.staff, row.suggestions = {**answers.product}, {**answers.staff}, answers.suggestions


def _view(row: Feedback) -> FeedbackView:
    return FeedbackView(
        row.id,
        row.customer_id,
        SurveyState(row.state),
        _answers(row),
        row.closed_at is None,
        row.sent_at,
        row.answered_at,
    )

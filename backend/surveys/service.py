"""Commands and queries of surveys. What was answered counts at once, even when the rest never comes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from backend.database import JsonObject, Work
from backend.duework import forget, plan
from backend.errors import NotFound, TooLate
from backend.followups import service as followups
from backend.journal import SYSTEM, Actor, record
from backend.people import service as people
from backend.surveys.models import Survey
from backend.surveys.rest import SurveyRest, checked, is_whole, merged
from backend.surveys.rules import SurveyState as SurveyState
from backend.surveys.rules import check_reasons, check_score, needs_call_back
from backend.tickets import service as tickets
from backend.tickets.asking import can_be_asked, put_off


@dataclass(frozen=True)
class SurveyView:
    """`going_on`: more may be answered, at the same row. An answered one goes on with the rest until it lapses."""

    id: int
    ticket_id: int
    ticket: str
    customer_id: int
    technician_id: int | None
    state: SurveyState
    score: int | None
    reasons: tuple[str, ...]
    words: str | None
    rest: SurveyRest
    going_on: bool
    sent_at: datetime
    reminded_at: datetime | None
    answered_at: datetime | None


async def send(work: Work, ticket_id: int) -> SurveyView | None:
    """Sends the ticket's survey, or puts it off to the morning. None when it was put off, sent before, or nobody
    can be asked. The conversation itself is the caller's."""
    ticket = await tickets.ticket(work, ticket_id)
    known = await work.session.execute(select(Survey.id).where(Survey.ticket_id == ticket_id))
    if known.scalar_one_or_none() is not None or not await can_be_asked(work, ticket.customer_id):
        return None
    if await put_off(work, ticket.customer_id, "survey", f"survey:{ticket_id}", {"ticket": ticket_id}):
        return None
    row = Survey(
        ticket_id=ticket_id,
        ticket=ticket.number,
        customer_id=ticket.customer_id,
        technician_id=ticket.technician_id,
        state=SurveyState.SENT,
        reasons=[],
        sent_at=work.now,
    )
    work.session.add(row)
    await work.session.flush()
    settings = work.settings
    args = {"survey": row.id}
    await plan(
        work, "survey-reminder", f"survey-reminder:{row.id}", work.now + settings.survey_reminder_after, {**args}
    )
    await plan(work, "survey-lapse", f"survey-lapse:{row.id}", work.now + settings.survey_lapses_after, {**args})
    await record(work, "survey-sent", SYSTEM, ticket_id=ticket_id)
    return _view(row)


async def remind(work: Work, survey_id: int) -> SurveyView | None:
    """The one reminder. None when there is nothing to remind of, or it was put off to the morning."""
    row = await _row(work, survey_id)
    if row.state != SurveyState.SENT or row.reminded_at or await people.has_opted_out(work, row.customer_id):
        return None
    key = f"survey-reminder:{row.id}"
    if await put_off(work, row.customer_id, "survey-reminder", key, {"survey": row.id}):
        return None
    row.reminded_at = work.now
    await record(work, "survey-reminded", SYSTEM, ticket_id=row.ticket_id)
    return _view(row)


async def lapse(work: Work, survey_id: int) -> SurveyView | None:
    """Ends the waiting. None when it ended before, or was put off since the customer answered in the meantime."""
    row = await _row(work, survey_id)
    if row.closed_at is not None:
        return None
    ends_at = (row.answered_at or row.sent_at) + work.settings.survey_lapses_after
    if ends_at > work.now:
        await plan(work, "survey-lapse", f"survey-lapse:{row.id}", ends_at, {"survey": row.id})
        return None
    if row.state == SurveyState.SENT:
        row.state = SurveyState.LAPSED
    row.closed_at = work.now
    await record(work, "survey-lapsed", SYSTEM, ticket_id=row.ticket_id, data={"state": row.state})
    return _view(row)


async def answer(
    work: Work,
    survey_id: int,
    actor: Actor,
    score: int,
    reasons: Sequence[str],
    words: str | None,
    *,
    complete: bool,
    rest: SurveyRest | None = None,
) -> SurveyView:
    """Stores what has been answered so far; a bad answer opens a call-back. Raises Invalid, NotFound, TooLate.

    `complete` says that the short form, questions 1 and 2, is: so it is where there is a `rest`. What `rest` leaves
    open stays as it was. The survey closes when it is complete and nothing is left to ask, or when it lapses.
    """
    row = await _row(work, survey_id)
    if row.closed_at is not None:
        raise TooLate("the survey is closed", what="survey")
    before = (row.score, row.reasons, row.words)
    row.score = check_score(score)
    row.reasons, row.words = check_reasons(score, reasons), words
    if rest is not None:
        _keep_rest(row, merged(_rest(row), checked(rest)))
    short_form_is_done = complete or rest is not None or row.state == SurveyState.ANSWERED
    row.state = SurveyState.ANSWERED if short_form_is_done else SurveyState.PARTIAL
    row.answered_at = work.now
    if complete and is_whole(_rest(row)):
        row.closed_at = work.now
        await forget(work, f"survey-lapse:{row.id}")
    await forget(work, f"survey-reminder:{row.id}")
    await work.session.flush()
    data: JsonObject = {"score": row.score, "reasons": [*row.reasons], "complete": complete}
    await record(work, "survey-answered", actor, ticket_id=row.ticket_id, data=data)
    if needs_call_back(row.score, row.reasons) and before != (row.score, row.reasons, row.words):
        cause = f"survey:{row.id}"
        await followups.open_call_back(
            work, cause, row.ticket_id, row.ticket, row.customer_id, row.score, row.reasons, row.words
        )
    return _view(row)


async def survey(work: Work, survey_id: int) -> SurveyView:
    """Raises NotFound."""
    return _view(await _row(work, survey_id))


async def surveys(work: Work, *, after: int | None = None, limit: int = 50) -> list[SurveyView]:
    """Newest first; `after` is the id of the last one of the page before."""
    query = select(Survey).order_by(Survey.id.desc()).limit(limit)
    if after is not None:
        query = query.where(Survey.id < after)
    return [_view(row) for row in (await work.session.execute(query)).scalars()]


async def _row(work: Work, survey_id: int) -> Survey:
    held = select(Survey).where(Survey.id == survey_id).with_for_update()
    found = await work.session.execute(held.execution_options(populate_existing=True))
    row = found.scalar_one_or_none()
    if row is None:
        raise NotFound(f"no survey {survey_id}")
    return row


def _rest(row: Survey) -> SurveyRest:
    statements = {number: str(answer) for number, answer in (row.statements or {}).items()}
    return SurveyRest(row.told_care, row.called_back, row.claimed, row.claim_handling, statements, row.opinion)


def _keep_rest(row: Survey, rest: SurveyRest) -> None:
    row.told_care, row.called_back, row.claimed = rest.told_care, rest.called_back, rest.claimed
    row.claim_handling, row.statements, row.opinion = rest.claim_handling, {**rest.statements}, rest.opinion


def _view(row: Survey) -> SurveyView:
    return SurveyView(
        row.id,
        row.ticket_id,
        row.ticket,
        row.customer_id,
        row.technician_id,
        SurveyState(row.state),
        row.score,
        tuple(row.reasons),
        row.words,
        _rest(row),
        row.closed_at is None,
        row.sent_at,
        row.reminded_at,
        row.answered_at,
    )

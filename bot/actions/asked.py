"""Answers to what we asked: the survey of table 16-8, the feedback form 16-11, the supervisor's call-backs."""

from backend.conversations.service import Stored
from backend.database import Json, JsonObject
from backend.followups import service as followups
from backend.surveys import feedback as feedbacks
from backend.surveys import service as surveys
from backend.surveys.ratings import FeedbackAnswers
from backend.surveys.rest import SurveyRest
from backend.surveys.rules import LOW_SCORE
from backend.surveys.service import SurveyView
from bot.actions.reading import listed, record, subject_id, words
from bot.buttons import ActionTap
from bot.turn import Turn
from dialogs.phrases import Words


async def answer_survey(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    """The end of the survey, or of its short form: then the rest is offered once more for later."""
    survey = await _store_survey(turn, stored, answers, complete=True)
    thanks = Words("survey-thanks-low" if (survey.score or 10) <= LOW_SCORE else "survey-thanks")
    more = [[(Words("button-survey-more"), ActionTap("survey-more", str(survey.id)))]] if survey.going_on else []
    await turn.say(thanks, rows=more)


async def survey_so_far(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    if "score" in answers:
        await _store_survey(turn, stored, answers, complete=False)


def survey_answers(survey: SurveyView) -> JsonObject:
    """What is stored, as the form's answers, for whoever goes on later."""
    rest = survey.rest
    known: JsonObject = {"score": str(survey.score), "reasons": list(survey.reasons), "more": "yes"}
    told: dict[str, Json] = {
        "words": survey.words,
        "care": _option(rest.told_care),
        "called": _option(rest.called_back),
        "claim": _option(rest.claimed),
        "handling": rest.claim_handling,
        "statements": dict(rest.statements) or None,
    }
    return {**known, **{name: answer for name, answer in told.items() if answer is not None}}


async def answer_feedback(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    await feedbacks.answer_feedback(
        turn.work, subject_id(stored), turn.me.as_customer, _feedback(answers), complete=True
    )
    await turn.say(Words("feedback-thanks"))


async def feedback_so_far(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    await feedbacks.answer_feedback(turn.work, subject_id(stored), turn.me.as_customer, _feedback(answers))


async def close_call_back(turn: Turn, stored: Stored, answers: JsonObject) -> None:
    await followups.close(turn.work, subject_id(stored), turn.me.actor, words(answers, "words"))
    await turn.say(Words("call-back-filed"))


async def _store_survey(turn: Turn, stored: Stored, answers: JsonObject, *, complete: bool) -> SurveyView:
    return await surveys.answer(
        turn.work,
        subject_id(stored),
        turn.me.as_customer,
        int(str(answers["score"])),
        listed(answers.get("reasons")),
        words(answers, "words") or None,
        complete=complete,
        rest=_rest(answers) if answers.get("more") == "yes" else None,
    )


def _rest(answers: JsonObject) -> SurveyRest:
    handling = answers.get("handling")
    return SurveyRest(
        told_care=_truth(answers.get("care")),
        called_back=_truth(answers.get("called")),
        claimed=_truth(answers.get("claim")),
        claim_handling=str(handling) if handling else None,
        statements=_marks(answers, "statements"),
        opinion=words(answers, "remarks") or None,
    )


def _feedback(answers: JsonObject) -> FeedbackAnswers:
    return FeedbackAnswers(
        product_words=words(answers, "used") or None,
        product=_marks(answers, "product"),
        staff=_marks(answers, "staff"),
        suggestions=words(answers, "suggestions") or None,
    )


def _marks(answers: JsonObject, question: str) -> dict[str, str]:
    return {row: str(option) for row, option in record(answers, question).items()}


def _truth(answer: Json) -> bool | None:
    return None if answer is None else answer == "yes"


def _option(answer: bool | None) -> str | None:
    return None if answer is None else "yes" if answer else "no"

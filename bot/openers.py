"""Conversations that we begin: the survey, its reminder, its end, and the feedback form. Handlers of due work."""

from typing import cast

from backend.catalog.service import Catalogue
from backend.chats import chat_of, hold_chat
from backend.conversations import service as conversations
from backend.database import JsonObject, Work
from backend.people import service as people
from backend.surveys import feedback as feedbacks
from backend.surveys import service as surveys
from backend.surveys.service import SurveyView
from bot import running
from bot.context import turn_context
from bot.turn import Turn
from dialogs.phrases import Words


class SurveyOpener:
    """Opens the survey's form in the customer's chat, without taking the word from a form that is under way."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    async def send(self, work: Work, args: JsonObject) -> None:
        survey = await surveys.send(work, cast(int, args["ticket"]))
        if survey is not None:
            await self._ask(work, survey, "survey-intro")

    async def remind(self, work: Work, args: JsonObject) -> None:
        survey = await surveys.remind(work, cast(int, args["survey"]))
        if survey is not None and await conversations.is_open_about(work, _subject(survey)):
            await self._ask(work, survey, "survey-reminder")

    async def lapse(self, work: Work, args: JsonObject) -> None:
        survey = await surveys.lapse(work, cast(int, args["survey"]))
        if survey is not None:
            await conversations.close_about(work, _subject(survey))

    async def send_feedback(self, work: Work, args: JsonObject) -> None:
        sent = await feedbacks.send_feedback(work, cast(int, args["person"]))
        if sent is not None:
            await self._begin(work, sent.customer_id, "feedback", f"feedback:{sent.id}", Words("feedback-intro"))

    async def lapse_feedback(self, work: Work, args: JsonObject) -> None:
        lapsed = await feedbacks.lapse_feedback(work, cast(int, args["feedback"]))
        if lapsed is not None:
            await conversations.close_about(work, f"feedback:{lapsed.id}")

    async def _ask(self, work: Work, survey: SurveyView, intro: str) -> None:
        words = Words(intro, {"number": survey.ticket})
        await self._begin(work, survey.customer_id, "survey", _subject(survey), words)

    async def _begin(self, work: Work, person_id: int, form: str, subject: str, intro: Words) -> None:
        found = await chat_of(work, person_id)
        if found is None:
            return
        chat = await hold_chat(work, found.id)
        me = await people.known(work, person_id)
        turn = Turn(work, chat, me, await turn_context(work, self._catalogue, me.id))
        busy = await running.focus(turn)
        await running.begin(turn, form, subject, notes=(intro,))
        if busy is not None and busy.subject != subject:
            chat.focus_id = busy.id


def _subject(survey: SurveyView) -> str:
    return f"survey:{survey.id}"

"""Conversations that we begin: the survey, its reminder, its end. Handlers of due work."""

from typing import cast

from backend.catalog.service import Catalogue
from backend.chats import chat_of
from backend.conversations import service as conversations
from backend.database import JsonObject, Work
from backend.people import service as people
from backend.surveys import service as surveys
from backend.surveys.service import SurveyView
from backend.tickets import service as tickets
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
        if survey is not None:
            await self._ask(work, survey, "survey-reminder")

    async def lapse(self, work: Work, args: JsonObject) -> None:
        survey = await surveys.lapse(work, cast(int, args["survey"]))
        if survey is not None:
            await conversations.close_about(work, _subject(survey))

    async def _ask(self, work: Work, survey: SurveyView, intro: str) -> None:
        chat = await chat_of(work, survey.customer_id)
        if chat is None:
            return
        me = await people.known(work, survey.customer_id)
        turn = Turn(work, chat, me, await turn_context(work, self._catalogue))
        ticket = await tickets.ticket(work, survey.ticket_id)
        busy = await running.focus(turn)
        await running.begin(turn, "survey", _subject(survey), notes=(Words(intro, {"number": ticket.number}),))
        if busy is not None and busy.subject != _subject(survey):
            chat.focus_id = busy.id


def _subject(survey: SurveyView) -> str:
    return f"survey:{survey.id}"

"""Puts the parts of the running product together."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import cast

from fastapi import FastAPI

from backend.app import create_app
from backend.catalog.service import Catalogue
from backend.chats import chat_by_id
from backend.clock import Clock, SystemClock
from backend.complaints.handling import complaint_is_due
from backend.database import Database, Work
from backend.delivery import Courier, Delivery, Parcel
from backend.dispatch import service as dispatch
from backend.duework import Handler, run_due
from backend.goods.collecting import collection_is_due
from backend.journal import SYSTEM, record
from backend.migrate import migrate
from backend.pacing import Pace
from backend.people import service as people
from backend.reports import service as reports
from backend.schedule import Schedule
from backend.settings import Settings
from backend.tickets.alarms import clock_is_due, tell_alarms
from backend.visits.reminders import remind
from bot.conversation import FrontDoor
from bot.form_check import check_forms_fit
from bot.notices import WRITES, compose
from bot.openers import SurveyOpener
from bot.photos import Photos
from bot.rendered import Rendered
from bot.telegram.channel import LONGEST_PAUSE, TelegramChannel
from bot.telegram.polling import poll
from bot.telegram.webhook import set_webhook, webhook_router
from bot.webchat import board
from bot.webchat.hub import Hub
from bot.webchat.routes import WebChat, chat_router, mount_static
from bot.webchat.sender import WebSender
from dialogs.forms import check_forms

PACES: Mapping[str, Pace] = {
    # The Bot API's limits: 30 a second in all, one a second in a chat, 20 a minute in a group.
    "telegram": Pace(timedelta(seconds=1) / 30, timedelta(seconds=1), timedelta(seconds=3))
}
_log = logging.getLogger(__name__)


class Product:
    """Everything that runs in one process."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        check_forms()
        check_forms_fit()
        self.settings = settings
        self.database = Database(settings, clock or SystemClock())
        self.photos = Photos(settings.photo_dir)
        self.door = FrontDoor(self.database, catalogue := Catalogue())
        self.hub = Hub()
        self.webchat = WebChat(self.database, self.door, self.photos, self.hub)
        self.telegram = TelegramChannel(settings, self.door, self.photos) if settings.telegram_token else None
        boards = {board.CHANNEL: WebSender(self.hub).post}
        couriers = {"telegram": self._telegram_courier(self.telegram)} if self.telegram else {}
        self._delivery = Delivery(
            self.database, couriers, self.undelivered, PACES, boards=boards, wake=lambda: self.schedule.wake()
        )
        self._handlers = _handlers(SurveyOpener(catalogue))
        self.schedule = Schedule(self.database, [self._delivery.drain, self.run_due])

    def app(self) -> FastAPI:
        """The HTTP application; its lifespan starts and stops the rest."""
        app = create_app(self.database, self._lifespan)
        mount_static(app)
        app.include_router(chat_router(self.webchat))
        if self.telegram and self.settings.webhook_secret and self.settings.public_url:
            app.include_router(webhook_router(self.telegram, self.settings.webhook_secret.get_secret_value()))
        return app

    @asynccontextmanager
    async def _lifespan(self, app: FastAPI) -> AsyncIterator[None]:
        await migrate(self.database)
        listening = asyncio.create_task(self._listen(self.telegram)) if self.telegram else None
        async with self.database.begin() as work:
            await reports.plan_drafts(work)
        self.schedule.start()
        try:
            yield
        finally:
            if listening is not None:
                listening.cancel()
                await asyncio.gather(listening, return_exceptions=True)
            await self.schedule.stop()
            if self.telegram:
                await self.telegram.close()
            await self.database.close()

    async def _listen(self, telegram: TelegramChannel) -> None:
        """Polls, or has the webhook called where a public address is set. A fault of ours does not end the polling."""
        if self.settings.public_url and self.settings.webhook_secret:
            await set_webhook(telegram, self.settings.public_url, self.settings.webhook_secret.get_secret_value())
            return
        while True:
            try:
                await poll(telegram)
            except Exception:
                _log.exception("polling broke off; it begins anew")
                await asyncio.sleep(LONGEST_PAUSE)

    def _telegram_courier(self, telegram: TelegramChannel) -> Courier:
        async def carry(parcel: Parcel) -> str:
            return await telegram.sender.send(parcel, await self._composed(parcel))

        return carry

    async def _composed(self, parcel: Parcel) -> Rendered:
        opened = self.database.begin() if parcel.kind in WRITES else self.database.read()
        async with opened as work:
            return await compose(work, parcel)

    async def run_due(self) -> int:
        """Does what is due now; returns how much that was."""
        return await run_due(self.database, self._handlers, _due_work_failed)

    async def undelivered(self, work: Work, parcel: Parcel, why: str) -> None:
        """A message that was given up: the supervisors hear of it, unless that itself is what failed."""
        chat = await chat_by_id(work, parcel.chat_id)
        name = (await people.known(work, chat.person_id)).name if chat.person_id else parcel.address
        owes = []
        if parcel.kind != "undelivered":
            told = {"kind": parcel.kind, "name": name, "why": why[:200]}
            owes = await people.to_supervisors(work, "undelivered", {**told})
        await record(work, "undelivered", SYSTEM, data={"kind": parcel.kind, "why": why[:200]}, owes=owes)
        if parcel.kind == "job-card" and chat.person_id is not None:
            await dispatch.offer_undelivered(work, cast(int, parcel.args["ticket"]), chat.person_id)


async def _due_work_failed(work: Work, key: str, error: str) -> None:
    owes = await people.to_supervisors(work, "due-work-failed", {"key": key, "error": error[:200]})
    await record(work, "due-work-failed", SYSTEM, data={"key": key, "error": error[:500]}, owes=owes)


def _handlers(surveys: SurveyOpener) -> Mapping[str, Handler]:
    return {
        "dispatch": dispatch.dispatch,
        "offer-timeout": dispatch.offer_timed_out,
        "offer-displaced": dispatch.offer_displaced,
        "clock": clock_is_due,
        "alarms": tell_alarms,
        "answer-reminder": remind,
        "daily-drafts": reports.draft_all,
        "daily-summary": reports.sum_up,
        "survey": surveys.send,
        "survey-reminder": surveys.remind,
        "survey-lapse": surveys.lapse,
        "complaint-due": complaint_is_due,
        "return-due": collection_is_due,
        "feedback": surveys.send_feedback,
        "feedback-lapse": surveys.lapse_feedback,
    }

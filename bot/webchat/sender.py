"""Delivers to web chats: putting a message up is a row, so that it stands there exactly once."""

from backend.database import Work
from backend.delivery import Parcel
from bot.notices import compose
from bot.webchat.board import post
from bot.webchat.hub import Hub
from bot.webchat.keyboards import shown_as


class WebSender:
    """Its pages look again once the message is committed."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub

    async def post(self, work: Work, parcel: Parcel) -> str:
        """The message id."""
        message = await compose(work, parcel)
        replaces = int(parcel.replaces) if parcel.replaces else None
        work.after_commit.append(lambda: self._hub.wake(parcel.address))
        before = await shown_as(work, parcel.chat_id, parcel.card) if parcel.card and replaces is None else None
        return str(await post(work, parcel.chat_id, message, parcel.id, replaces, before))

"""Delivers to web chats: putting a message up is a row, so that it stands there exactly once."""

from backend.chats import chat_by_id
from backend.database import Database
from backend.delivery import Parcel
from bot.rendered import Rendered
from bot.webchat.board import post
from bot.webchat.hub import Hub


class WebSender:
    def __init__(self, database: Database, hub: Hub) -> None:
        self._database = database
        self._hub = hub

    async def send(self, parcel: Parcel, message: Rendered) -> str:
        """The message id."""
        async with self._database.begin() as work:
            chat = await chat_by_id(work, parcel.chat_id)
            replaces = int(parcel.replaces) if parcel.replaces else None
            posted = await post(work, chat.id, message, parcel.id, replaces)
        self._hub.wake(parcel.address)
        return str(posted)

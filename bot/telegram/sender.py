"""Sends and edits messages on Telegram, and says in our terms what went wrong."""

import httpx
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter

from backend.delivery import Parcel, TryLater, Unacceptable, Unclear, Unreachable
from bot.channels import TELEGRAM
from bot.photos import Photos
from bot.rendered import Key, Rendered

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_GONE = ("chat not found", "user is deactivated", "peer_id_invalid", "not enough rights", "have no rights")
_CANNOT_EDIT = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
_OUTAGE_SECONDS = 5.0
"""How long everything waits when the Bot API cannot be reached at all; that is no failed try of any message."""
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class TelegramSender:
    def __init__(self, bot: Bot, photos: Photos) -> None:
        self._bot = bot
        self._photos = photos

    async def send(self, parcel: Parcel, message: Rendered) -> str:
        """The message id. Raises Unreachable, Unacceptable, TryLater or Unclear."""
        try:
            can_edit = TELEGRAM.editing and message.photo is None
            if parcel.replaces is not None and can_edit and await self._edited(parcel, message):
                return parcel.replaces
            return await self._sent(parcel, message)
        except RetryAfter as error:
            wait = error.retry_after
            seconds = wait if isinstance(wait, int | float) else wait.total_seconds()
            raise TryLater(seconds) from error
        except Forbidden as error:
            raise Unreachable(error.message) from error
        except ChatMigrated as error:
            raise Unreachable(f"the group moved to {error.new_chat_id}") from error
        except BadRequest as error:
            reason = error.message.lower()
            raise (Unreachable if any(sign in reason for sign in _GONE) else Unacceptable)(error.message) from error
        except NetworkError as error:
            if isinstance(error.__cause__, _NOT_SENT):
                raise TryLater(_OUTAGE_SECONDS, everyone=True) from error
            if isinstance(error.__cause__, httpx.HTTPError):
                raise Unclear(error.message) from error
            raise

    async def toast(self, query_id: str, text: str | None) -> None:
        """Ends the spinner of a tap. Raises TelegramError."""
        await self._bot.answer_callback_query(query_id, text=text[:200] if text else None)

    async def _sent(self, parcel: Parcel, message: Rendered) -> str:
        file = self._photos.path(message.photo) if message.photo else None
        if file is not None:
            with file.open("rb") as picture:
                caption = TELEGRAM.cut_caption(message.text)
                sent = await self._bot.send_photo(parcel.address, picture, caption=caption)
            return str(sent.message_id)
        sent = await self._bot.send_message(
            parcel.address, TELEGRAM.cut(message.text), reply_markup=keyboard(message), link_preview_options=_NO_PREVIEW
        )
        return str(sent.message_id)

    async def _edited(self, parcel: Parcel, message: Rendered) -> bool:
        """False when the old message cannot be edited any more."""
        try:
            await self._bot.edit_message_text(
                TELEGRAM.cut(message.text),
                chat_id=parcel.address,
                message_id=int(parcel.replaces or 0),
                reply_markup=_inline(message.rows),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            reason = error.message.lower()
            if "not modified" in reason:
                return True
            if any(sign in reason for sign in _CANNOT_EDIT):
                return False
            raise
        return True


def keyboard(message: Rendered) -> InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove:
    """Buttons under the message; where a place or contact is wanted, keys that share it, unless there is a choice
    to tap: a message has room for one of the two. One that has neither takes away keys that were left unused."""
    if not TELEGRAM.offers(message.wants, choice=message.has_choice):
        return _inline(message.rows) or ReplyKeyboardRemove()
    share = KeyboardButton(
        message.wants_label, request_location=message.wants == "place", request_contact=message.wants == "contact"
    )
    orders = [[KeyboardButton(key.label) for key in row] for row in message.rows]
    return ReplyKeyboardMarkup([[share], *orders], resize_keyboard=True, one_time_keyboard=True)


def _inline(rows: tuple[tuple[Key, ...], ...]) -> InlineKeyboardMarkup | None:
    keys = [[InlineKeyboardButton(key.label, callback_data=key.data) for key in row] for row in rows if row]
    return InlineKeyboardMarkup(keys) if keys else None

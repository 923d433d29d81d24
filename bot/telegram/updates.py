"""A Telegram update becomes an event of ours."""

import logging

from telegram import Bot, CallbackQuery, Document, Message, PhotoSize, Update, User
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.incoming import Incoming, Lost, Moved, Pressed, What, as_command
from bot.photos import MOST_BYTES, NotAPhoto, Photos
from dialogs.events import ContactShared, PhotoSent, PlaceShared, Unsupported
from dialogs.phrases import Words
from locales import best_language

CHANNEL = "telegram"
ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
_log = logging.getLogger(__name__)


class Reader:
    """Reads updates of one bot. Pictures are fetched before the event's transaction begins."""

    def __init__(self, bot: Bot, bot_id: str, photos: Photos) -> None:
        self._bot, self._bot_id = bot, bot_id
        self._photos = photos

    async def read(self, update: Update) -> Incoming | None:
        """None for what is nothing to us, such as edited words or a member who joined a group."""
        if update.callback_query is not None:
            return self._tap(update, update.callback_query)
        if update.message is not None and update.message.from_user is not None:
            what = await self._message(update.message)
            return self._incoming(update, update.message.from_user, what) if what else None
        moved = update.edited_message
        if moved is not None and moved.location is not None and moved.from_user is not None:
            place = Moved(float(moved.location.latitude), float(moved.location.longitude))
            return self._incoming(update, moved.from_user, place)
        return None

    def _tap(self, update: Update, query: CallbackQuery) -> Incoming | None:
        if update.effective_chat is None:
            return None
        return self._incoming(update, query.from_user, Pressed(query.data or ""))

    async def _message(self, message: Message) -> What | None:
        if message.text is not None:
            return as_command(message.text)
        if message.location is not None:
            return PlaceShared(float(message.location.latitude), float(message.location.longitude))
        if message.contact is not None:
            own = message.from_user is not None and message.contact.user_id == message.from_user.id
            phone = message.contact.phone_number
            return ContactShared(phone if phone.startswith("+") else f"+{phone}", own)
        if message.chat.type != ChatType.PRIVATE:
            return None
        if message.photo:
            return await self._photo(message.photo[-1], message.caption or "")
        if message.document is not None and (message.document.mime_type or "").startswith("image/"):
            return await self._photo(message.document, message.caption or "")
        return None if _is_service(message) else Unsupported()

    async def _photo(self, sent: PhotoSize | Document, caption: str) -> What:
        if (sent.file_size or 0) > MOST_BYTES:
            return Lost(Words("photo-lost"))
        try:
            file = await self._bot.get_file(sent.file_id)
            return PhotoSent(await self._photos.keep(bytes(await file.download_as_bytearray())), caption)
        except (TelegramError, NotAPhoto):
            _log.warning("a picture could not be fetched", exc_info=True)
            return Lost(Words("photo-lost"))

    def _incoming(self, update: Update, sender: User, what: What) -> Incoming | None:
        chat = update.effective_chat
        if chat is None or sender.is_bot:
            return None
        return Incoming(
            source=f"{CHANNEL}:{self._bot_id}",
            update_id=str(update.update_id),
            channel=CHANNEL,
            address=str(chat.id),
            name=sender.full_name,
            language=best_language(sender.language_code),
            what=what,
            private=chat.type == ChatType.PRIVATE,
        )


def _is_service(message: Message) -> bool:
    """Members who come and go, titles, pins: news about the chat, not words to us."""
    news = (
        message.new_chat_members,
        message.left_chat_member,
        message.new_chat_title,
        message.pinned_message,
        message.group_chat_created,
        message.migrate_to_chat_id,
        message.migrate_from_chat_id,
    )
    return any(news)

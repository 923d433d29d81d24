"""Every method this server has, with the parameters it takes."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.botapi import editing, receiving, sending, settings
from tests.botapi.parameters import Parameters
from tests.botapi.refusals import Refusal
from tests.botapi.world import World


@dataclass(frozen=True)
class Method:
    """A method by its documented name."""

    name: str
    run: Callable[[World, Parameters], Awaitable[object]]
    known: frozenset[str]


SENDING = "chat_id reply_markup reply_parameters disable_notification protect_content"
WORDS = "text parse_mode entities link_preview_options"
MESSAGE = "chat_id message_id"
SCOPE = "scope language_code"

_TABLE: dict[str, tuple[Callable[[World, Parameters], Awaitable[object]], str]] = {
    "getMe": (settings.get_me, ""),
    "getUpdates": (receiving.get_updates, "offset limit timeout allowed_updates"),
    "setWebhook": (
        receiving.set_webhook,
        "url secret_token max_connections allowed_updates drop_pending_updates",
    ),
    "deleteWebhook": (receiving.delete_webhook, "drop_pending_updates"),
    "getWebhookInfo": (receiving.get_webhook_info, ""),
    "sendMessage": (sending.send_message, f"{SENDING} {WORDS}"),
    "sendPhoto": (
        sending.send_photo,
        f"{SENDING} photo caption parse_mode caption_entities show_caption_above_media has_spoiler",
    ),
    "sendLocation": (sending.send_location, f"{SENDING} latitude longitude horizontal_accuracy"),
    "sendChatAction": (sending.send_chat_action, "chat_id action"),
    "editMessageText": (editing.edit_message_text, f"{MESSAGE} {WORDS} reply_markup"),
    "editMessageReplyMarkup": (editing.edit_message_reply_markup, f"{MESSAGE} reply_markup"),
    "deleteMessage": (editing.delete_message, MESSAGE),
    "answerCallbackQuery": (editing.answer_callback_query, "callback_query_id text show_alert cache_time"),
    "getFile": (sending.get_file, "file_id"),
    "setMyCommands": (settings.set_my_commands, f"commands {SCOPE}"),
    "deleteMyCommands": (settings.delete_my_commands, SCOPE),
    "setMyDescription": (settings.set_my_description, "description language_code"),
    "setMyShortDescription": (settings.set_my_short_description, "short_description language_code"),
}
METHODS = {name.lower(): Method(name, run, frozenset(known.split())) for name, (run, known) in _TABLE.items()}


def find_method(name: str) -> Method:
    """Return a method, in whatever case it is written, or refuse with 404."""
    if name.lower() not in METHODS:
        raise Refusal(404, "Not Found: method not found")
    return METHODS[name.lower()]

"""Methods that change what stands in a chat, and the answer to a tap."""

from dataclasses import replace

from tests.botapi import limits
from tests.botapi.chats import Chat, Message
from tests.botapi.keyboards import InlineKeyboard, inline_markup
from tests.botapi.parameters import Parameters
from tests.botapi.refusals import Json, bad_request
from tests.botapi.world import World

DELETE_SECONDS = 48 * 3600


async def edit_message_text(world: World, params: Parameters) -> object:
    """editMessageText: without a keyboard, it takes the keyboard away."""
    rich = limits.message_text(params, too_long="MESSAGE_TOO_LONG")
    markup = inline_markup(params)
    chat, message = _editable(world, params)
    if message.content is not None:
        raise bad_request("there is no text in the message to edit")
    return _rewrite(world, chat, message, replace(message, rich=rich, markup=markup))


async def edit_message_reply_markup(world: World, params: Parameters) -> object:
    """editMessageReplyMarkup."""
    markup = inline_markup(params)
    chat, message = _editable(world, params)
    return _rewrite(world, chat, message, replace(message, markup=markup))


async def delete_message(world: World, params: Parameters) -> object:
    """deleteMessage: within 48 hours; others' messages only in private chats, or as an administrator."""
    chat = world.chat(params.text("chat_id"))
    message = _find(chat, params, "delete")
    others = not (message.from_bot or chat.private or chat.bot_is_admin)
    if others or world.now() - message.date > DELETE_SECONDS:
        raise bad_request("message can't be deleted")
    del chat.messages[message.id]
    chat.tell(f"message {message.id} deleted")
    world.pulse.beat()
    return True


async def answer_callback_query(world: World, params: Parameters) -> object:
    """answerCallbackQuery: once, and in time."""
    limits.check_answer(params.text("text"))
    tap = world.open_tap(params.text("callback_query_id"))
    world.toast(tap, params.text("text"), params.boolean("show_alert"))
    return True


def _find(chat: Chat, params: Parameters, what: str) -> Message:
    message = chat.messages.get(params.integer("message_id", 0))
    if message is None:
        raise bad_request(f"message to {what} not found")
    return message


def _editable(world: World, params: Parameters) -> tuple[Chat, Message]:
    chat = world.chat(params.text("chat_id"))
    message = _find(chat, params, "edit")
    # A message that brought or removed a reply keyboard can never be edited.
    if not message.from_bot or not isinstance(message.markup, InlineKeyboard | None):
        raise bad_request("message can't be edited")
    return chat, message


def _rewrite(world: World, chat: Chat, old: Message, new: Message) -> Json:
    if (old.rich, old.markup) == (new.rich, new.markup):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as a "
            "current content and reply markup of the message"
        )
    return world.rewrite(chat, new).json(chat.json())

"""Methods that show something new."""

from dataclasses import replace

from tests.botapi import limits
from tests.botapi.chats import Chat, Content, Location, Message
from tests.botapi.files import Photo
from tests.botapi.keyboards import reply_markup
from tests.botapi.parameters import Parameters, as_object
from tests.botapi.refusals import Json, bad_request, strict
from tests.botapi.rich_text import RichText
from tests.botapi.world import World

REPLY_FIELDS = frozenset({"message_id", "chat_id", "allow_sending_without_reply"})


async def send_message(world: World, params: Parameters) -> object:
    """sendMessage."""
    return _send(world, params, limits.message_text(params))


async def send_photo(world: World, params: Parameters) -> object:
    """sendPhoto: an upload, or a file_id."""
    caption = limits.caption(params)
    world.chat(params.text("chat_id"))
    return _send(world, params, caption, _photo(world, params))


async def send_location(world: World, params: Parameters) -> object:
    """sendLocation."""
    place = Location(params.number("latitude"), params.number("longitude"))
    if abs(place.latitude) > 90 or abs(place.longitude) > 180:
        raise strict("latitude is within 90 and longitude within 180 degrees")
    return _send(world, params, RichText(""), place)


async def send_chat_action(world: World, params: Parameters) -> object:
    """sendChatAction."""
    limits.check_action(params.text("action"))
    world.chat(params.text("chat_id"))
    return True


def _send(world: World, params: Parameters, rich: RichText, content: Content = None) -> Json:
    chat = world.chat(params.text("chat_id"))
    markup = reply_markup(params, chat.private)
    reply_to = _reply_to(chat, params)

    def filled(blank: Message) -> Message:
        return replace(blank, rich=rich, content=content, markup=markup, reply_to=reply_to)

    return world.post(chat, world.bot, filled).json(chat.json())


def _reply_to(chat: Chat, params: Parameters) -> int | None:
    value = params.json("reply_parameters", "reply parameters")
    if value is None:
        return None
    reply = as_object(value, "reply parameters", REPLY_FIELDS)
    message_id = reply.get("message_id")
    if isinstance(message_id, int) and message_id in chat.messages:
        return message_id
    if reply.get("allow_sending_without_reply") is True:
        return None
    raise bad_request("message to be replied not found")


def _photo(world: World, params: Parameters) -> Photo:
    value = params.text("photo")
    data = params.files.get(value.removeprefix("attach://") if value else "photo")
    if data is not None:
        limits.check_photo(data)
        return world.files.keep_photo(data)
    if not value:
        raise bad_request("there is no photo in the request")
    return world.files.photo(value)


async def get_file(world: World, params: Parameters) -> object:
    """getFile: a link for an hour, up to 20 MB."""
    return world.files.link(params.text("file_id"), world.now())

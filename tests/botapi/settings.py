"""Methods by which the bot describes itself."""

import json

from tests.botapi import limits
from tests.botapi.parameters import Parameters, as_array, as_object
from tests.botapi.refusals import Json, bad_request
from tests.botapi.rich_text import utf16_length
from tests.botapi.world import World

COMMAND_FIELDS = frozenset({"command", "description"})
WIDE_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


async def get_me(world: World, params: Parameters) -> object:
    """getMe."""
    rights: Json = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return world.bot.json() | rights


async def set_my_commands(world: World, params: Parameters) -> object:
    """setMyCommands."""
    commands = _commands(params)
    limits.check_commands(commands)
    world.settings.commands[_scope(world, params), _language(params)] = commands
    return True


async def delete_my_commands(world: World, params: Parameters) -> object:
    """deleteMyCommands."""
    world.settings.commands.pop((_scope(world, params), _language(params)), None)
    return True


async def set_my_description(world: World, params: Parameters) -> object:
    """setMyDescription: at most 512 characters."""
    return _describe(world, params, "description", limits.DESCRIPTION)


async def set_my_short_description(world: World, params: Parameters) -> object:
    """setMyShortDescription: at most 120 characters."""
    return _describe(world, params, "short_description", limits.SHORT_DESCRIPTION)


def _describe(world: World, params: Parameters, field: str, most: int) -> bool:
    if utf16_length(params.text(field)) > most:
        raise bad_request("BOT_INFO_TOO_LONG" if field == "description" else "BOT_SHORT_DESCRIPTION_TOO_LONG")
    world.settings.descriptions[field, _language(params)] = params.text(field)
    return True


def _commands(params: Parameters) -> tuple[tuple[str, str], ...]:
    items = as_array(params.json("commands", "commands") or [], "BotCommand")
    return tuple(_command(as_object(item, "BotCommand", COMMAND_FIELDS)) for item in items)


def _command(item: Json) -> tuple[str, str]:
    for field in sorted(COMMAND_FIELDS - item.keys()):
        raise bad_request(f"can't parse BotCommand: Can't find field \"{field}\"")
    return str(item["command"]).strip().removeprefix("/"), str(item["description"]).strip()


def _language(params: Parameters) -> str:
    code = params.text("language_code")
    limits.check_language(code)
    return code


def _scope(world: World, params: Parameters) -> str:
    value = params.json("scope", "BotCommandScope")
    if value is None:
        return "default"
    scope = as_object(value, "BotCommandScope", frozenset({"type", "chat_id", "user_id"}))
    kind = scope.get("type")
    if kind in WIDE_SCOPES:
        return str(kind)
    if kind not in CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    world.chat(str(scope.get("chat_id", "")))
    return json.dumps(scope, sort_keys=True)

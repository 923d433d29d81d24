"""Inline keyboards and reply keyboards: their shapes, and what is refused."""

import json
from dataclasses import dataclass

from tests.botapi.parameters import Parameters, as_object
from tests.botapi.refusals import Json, bad_request, strict

BUTTONS = 100
BUTTONS_IN_ROW = 8
DATA_BYTES = 64
# Observed: a hundred buttons with long texts are refused although a hundred is allowed.
MARKUP_BYTES = 10_000

ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
STYLE = frozenset({"text", "icon_custom_emoji_id", "style"})
REQUESTS = frozenset({"request_contact", "request_location"})
REPLY_OPTIONS = frozenset({"resize_keyboard", "one_time_keyboard", "is_persistent", "selective"})
MARKUPS = {
    "inline_keyboard": frozenset({"inline_keyboard"}),
    "keyboard": REPLY_OPTIONS | {"keyboard", "input_field_placeholder"},
    "remove_keyboard": frozenset({"remove_keyboard", "selective"}),
    "force_reply": frozenset({"force_reply", "selective", "input_field_placeholder"}),
}


@dataclass(frozen=True)
class Button:
    """A button under a message; `data` is empty if it does not call back."""

    text: str
    data: str = ""
    url: str = ""
    source: str = ""


@dataclass(frozen=True)
class Key:
    """A button of a reply keyboard."""

    text: str
    request: str = ""


@dataclass(frozen=True)
class InlineKeyboard:
    """Buttons under a message."""

    rows: tuple[tuple[Button, ...], ...]

    def json(self) -> Json:
        """Return the InlineKeyboardMarkup."""
        return {"inline_keyboard": [[json.loads(button.source) for button in row] for row in self.rows]}


@dataclass(frozen=True)
class ReplyKeyboard:
    """Buttons in place of the phone's keyboard."""

    rows: tuple[tuple[Key, ...], ...]
    one_time: bool = False


@dataclass(frozen=True)
class RemoveKeyboard:
    """Takes the reply keyboard away."""


@dataclass(frozen=True)
class ForceReply:
    """Opens a reply to the message."""


Markup = InlineKeyboard | ReplyKeyboard | RemoveKeyboard | ForceReply


def reply_markup(params: Parameters, private: bool) -> Markup | None:
    """Return the keyboard of a call; an inline keyboard without rows is none at all."""
    value = params.json("reply_markup", "reply keyboard markup")
    if value is None:
        return None
    if len(json.dumps(value, ensure_ascii=False).encode()) > MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    kinds = [name for name in MARKUPS if isinstance(value, dict) and name in value]
    if len(kinds) != 1:
        raise bad_request("object expected as reply markup") if not kinds else strict(f"one markup, not {kinds}")
    markup = as_object(value, "reply markup", MARKUPS[kinds[0]])
    match kinds[0]:
        case "inline_keyboard":
            return _inline(markup["inline_keyboard"])
        case "keyboard":
            return _reply(markup, private)
        case "remove_keyboard":
            return RemoveKeyboard()
        case _:
            return ForceReply()


def inline_markup(params: Parameters) -> InlineKeyboard | None:
    """Return the keyboard for an edit, which can only be an inline one."""
    markup = reply_markup(params, private=True)
    if markup is None or isinstance(markup, InlineKeyboard):
        return markup
    raise bad_request("inline keyboard expected")


def _inline(value: object) -> InlineKeyboard | None:
    rows = [[_button(one) for one in row] for row in _rows(value, "inline_keyboard")]
    if sum(map(len, rows)) > BUTTONS:
        raise bad_request("reply markup is too long")
    if any(len(row) > BUTTONS_IN_ROW for row in rows):
        raise strict(f"at most {BUTTONS_IN_ROW} buttons a row")
    return InlineKeyboard(tuple(tuple(row) for row in rows if row)) if any(rows) else None


def _rows(value: object, field: str) -> list[list[object]]:
    if not isinstance(value, list) or not all(isinstance(row, list) for row in value):
        raise bad_request(f'field "{field}" must be an Array of Arrays')
    return value


def _button(value: object) -> Button:
    item = as_object(value, "InlineKeyboardButton", STYLE | ACTIONS)
    text = _label(item.get("text"), "inline keyboard button")
    actions = sorted(item.keys() & ACTIONS)
    if len(actions) > 1:
        raise strict(f'button "{text}" must have exactly one action, not {actions}')
    if not actions or item[actions[0]] in ("", None):
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        )
    data = item.get("callback_data", "")
    if not isinstance(data, str) or len(data.encode()) > DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    return Button(text, data, str(item.get("url", "")), json.dumps(item))


def _reply(markup: Json, private: bool) -> ReplyKeyboard | None:
    rows = [[_key(one, private) for one in row] for row in _rows(markup["keyboard"], "keyboard")]
    if any(name in markup and not isinstance(markup[name], bool) for name in REPLY_OPTIONS):
        raise strict("options of a reply keyboard are Booleans")
    if len(str(markup.get("input_field_placeholder", ""))) > 64:
        raise strict("input_field_placeholder has at most 64 characters")
    if not any(rows):
        return None
    return ReplyKeyboard(tuple(tuple(row) for row in rows if row), markup.get("one_time_keyboard") is True)


def _key(value: object, private: bool) -> Key:
    if isinstance(value, str):
        return Key(_label(value, "keyboard button"))
    item = as_object(value, "KeyboardButton", STYLE | REQUESTS)
    requests = [name for name in sorted(REQUESTS) if item.get(name)]
    if len(requests) > 1:
        raise strict("a key requests one thing")
    if requests and not private:
        what = "phone number" if requests == ["request_contact"] else "location"
        raise bad_request(f"{what} can be requested in private chats only")
    return Key(_label(item.get("text"), "keyboard button"), *requests)


def _label(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise bad_request(f"can't parse {what}: Can't find field \"text\"")
    if not value.strip():
        raise bad_request(f"{what} text must be non-empty")
    return value

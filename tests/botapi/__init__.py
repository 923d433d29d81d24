"""A small strict Telegram Bot API: it refuses what the real one refuses, and users speak to the bot through it."""

from tests.botapi.calls import Call, Pace
from tests.botapi.chats import Location, Message, Toast
from tests.botapi.faults import FaultKind
from tests.botapi.groups import Group
from tests.botapi.server import FakeBotApi
from tests.botapi.updates import Update
from tests.botapi.users import Member, User

__all__ = [
    "Call",
    "FakeBotApi",
    "FaultKind",
    "Group",
    "Location",
    "Member",
    "Message",
    "Pace",
    "Toast",
    "Update",
    "User",
]

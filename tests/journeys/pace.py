"""How closely the bot's messages followed one another."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from tests.botapi import Call


def closest_in_a_chat(calls: Iterable[Call]) -> float:
    """The least time between two messages to one chat, edits not counted, in seconds."""
    times: dict[int, list[float]] = defaultdict(list)
    for call in calls:
        if call.sends and call.chat_id is not None:
            times[call.chat_id].append(call.at)
    return min(later - earlier for at in times.values() for earlier, later in pairwise(sorted(at)))

"""When a customer may be asked."""

from backend.chats import chat_of
from backend.database import JsonObject, Work
from backend.duework import plan
from backend.people import service as people
from backend.standard.quiet import contact_time


async def can_be_asked(work: Work, customer_id: int) -> bool:
    """Whoever has a chat and has not opted out."""
    return await chat_of(work, customer_id) is not None and not await people.has_opted_out(work, customer_id)


async def put_off(work: Work, customer_id: int, kind: str, key: str, args: JsonObject) -> bool:
    """Whether it is night for the customer; then the due work is planned anew for the morning."""
    chat, settings = await chat_of(work, customer_id), work.settings
    seen_at = chat.seen_at if chat else None
    allowed = contact_time(work.now, settings.time_zone, settings.quiet_from, settings.quiet_until, seen_at)
    if allowed <= work.now:
        return False
    await plan(work, kind, key, allowed, args)
    return True

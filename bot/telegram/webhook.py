"""The webhook: 200 only after the commit, and only to who knows the secret."""

import hmac
import json

from fastapi import APIRouter, Request, Response
from telegram import Update

from backend.errors import Invalid, NotAllowed
from bot.telegram.channel import TelegramChannel
from bot.telegram.updates import ALLOWED

PATH = "/telegram/webhook"
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_MOST_BYTES = 1024 * 1024


async def set_webhook(channel: TelegramChannel, public_url: str, secret: str) -> None:
    """Returns once the Bot API has taken it."""

    async def ask() -> None:
        await channel.bot.set_webhook(f"{public_url}{PATH}", secret_token=secret, allowed_updates=ALLOWED)

    await channel.until_it_answers(ask)
    await channel.until_it_answers(channel.show_commands)


def webhook_router(channel: TelegramChannel, secret: str) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    @router.post(PATH)
    async def take(request: Request) -> Response:
        given = request.headers.get(_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            raise NotAllowed("the secret token of the webhook is missing or wrong")
        await channel.take(_update(channel, await request.body()))
        return Response()

    return router


def _update(channel: TelegramChannel, body: bytes) -> Update:
    """Raises Invalid for what is no update."""
    if len(body) > _MOST_BYTES:
        raise Invalid("the body is larger than any update")
    try:
        data = json.loads(body)
        if not isinstance(data, dict) or not isinstance(data.get("update_id"), int):
            raise ValueError("no update_id")
        return Update.de_json(data, channel.bot)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise Invalid("the body is no update of the Bot API; expected its JSON") from error

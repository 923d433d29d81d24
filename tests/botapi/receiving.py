"""Methods that bring updates to the bot: polling and the webhook."""

import re

from tests.botapi.parameters import Parameters, as_array
from tests.botapi.refusals import Json, bad_request, conflict
from tests.botapi.webhook import Courier, Webhook
from tests.botapi.world import World

LOOPBACK = re.compile(r"http://(127\.0\.0\.1|localhost|\[::1\])[:/]")
PUBLIC = re.compile(r"https://[^/:]+(:(443|80|88|8443))?(/|$)")


async def get_updates(world: World, params: Parameters) -> object:
    """getUpdates: waits up to `timeout`, and ends at once when another poll or a webhook comes."""
    if world.courier is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(world, params)
    world.queue.confirm(params.integer("offset", 0))
    world.polls += 1
    mine = world.polls
    limit = min(max(params.integer("limit", 100), 1), 100)

    def found() -> bool | None:
        return True if world.queue or world.closing or world.polls != mine or world.courier else None

    seconds = min(max(params.integer("timeout", 0), 0), world.longest_poll)
    await world.pulse.until(found, seconds)
    if world.courier is not None:
        raise conflict("terminated by setWebhook request")
    if world.polls != mine:
        raise conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
    return [update.json() for update in world.queue.batch(limit)]


async def set_webhook(world: World, params: Parameters) -> object:
    """setWebhook: HTTPS on the allowed ports, and here plain HTTP on loopback."""
    url, secret = params.text("url"), params.text("secret_token")
    if not url:
        return await delete_webhook(world, params)
    if not LOOPBACK.match(url) and not url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not LOOPBACK.match(url) and not PUBLIC.match(url):
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", secret):
        raise bad_request("secret token contains unallowed characters")
    await delete_webhook(world, params)
    _allow(world, params)
    connections = min(max(params.integer("max_connections", 40), 1), 100)
    world.courier = Courier(Webhook(url, secret, connections), world.queue, world.pulse, world.retry)
    world.queue.on_change = world.courier.wake
    world.courier.wake()
    world.pulse.beat()
    return True


async def delete_webhook(world: World, params: Parameters) -> object:
    """deleteWebhook."""
    courier, world.courier = world.courier, None
    world.queue.on_change = lambda: None
    if courier is not None:
        await courier.close()
    if params.boolean("drop_pending_updates"):
        world.queue.confirm(world.queue.next_id)
    return True


async def get_webhook_info(world: World, params: Parameters) -> object:
    """getWebhookInfo."""
    none: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.queue)}
    info = none if world.courier is None else world.courier.info()
    allowed = world.queue.allowed
    return info | ({"allowed_updates": sorted(allowed)} if allowed else {})


def _allow(world: World, params: Parameters) -> None:
    kinds = params.json("allowed_updates", "allowed_updates")
    if kinds is not None:
        world.queue.allow(map(str, as_array(kinds, "String")))

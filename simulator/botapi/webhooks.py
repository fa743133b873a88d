"""setWebhook, deleteWebhook and getWebhookInfo."""

import re

from simulator.botapi.parameters import Arguments
from simulator.errors import ASSUMED, SERVER, bad_request
from simulator.faults import WEBHOOK
from simulator.model import Bot, Json
from simulator.webhooks import Perform, Webhook
from simulator.world import World

CONNECTIONS, MOST_CONNECTIONS = 40, 100  #: without max_connections, and at most
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


async def set_webhook(world: World, bot: Bot, arguments: Arguments, perform: Perform) -> bool:
    """An empty address removes it. Plain http is taken on this computer alone, where there is no certificate."""
    url, secret = arguments.text("url"), arguments.text("secret_token") or None
    if url and not url.startswith(("https://", "http://127.0.0.1:", "http://localhost:")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook", SERVER)
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters", SERVER)
    connections = arguments.number("max_connections", CONNECTIONS)
    if not 1 <= connections <= MOST_CONNECTIONS:
        raise bad_request("simulator: max_connections must be 1 to 100", ASSUMED)
    queue = world.queues[bot.id]
    queue.allow(arguments.items("allowed_updates"))
    await remove(world, bot, drop=arguments.flag("drop_pending_updates"))
    if url:
        queue.hook()
        hook = Webhook(url, secret, connections, queue, perform, world.clock.timestamp, lambda: _is_cut_off(world))
        world.webhooks[bot.id] = hook
        hook.start()
    return True


def _is_cut_off(world: World) -> bool:
    return world.faults.strike(WEBHOOK, None, now_s=world.clock.seconds()) is not None


async def delete_webhook(world: World, bot: Bot, arguments: Arguments) -> bool:
    await remove(world, bot, drop=arguments.flag("drop_pending_updates"))
    return True


async def remove(world: World, bot: Bot, *, drop: bool) -> None:
    hook = world.webhooks.pop(bot.id, None)
    world.queues[bot.id].hooked = False
    if hook is not None:
        await hook.stop()
    if drop:
        world.queues[bot.id].clear()


def get_webhook_info(world: World, bot: Bot, arguments: Arguments) -> Json:
    queue, hook = world.queues[bot.id], world.webhooks.get(bot.id)
    body: Json = {"url": "", "has_custom_certificate": False, "pending_update_count": queue.pending()}
    if hook is not None:
        body |= {"url": hook.url, "max_connections": hook.max_connections}
        if hook.last_error is not None:
            body["last_error_date"], body["last_error_message"] = hook.last_error
    if queue.allowed_as_given:
        body["allowed_updates"] = queue.allowed_as_given
    return body

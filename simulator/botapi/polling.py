"""getMe and getUpdates."""

from simulator import wire
from simulator.botapi.parameters import Arguments
from simulator.model import Bot, Json
from simulator.updates import MAX_BATCH
from simulator.world import World

POLL_MAX_S = 50  #: what Telegram waits at most


def get_me(world: World, bot: Bot, arguments: Arguments) -> Json:
    return wire.bot_itself(bot)


async def get_updates(world: World, bot: Bot, arguments: Arguments) -> list[Json]:
    """Long polling. Out-of-range limits and timeouts are moved into range, as the server does."""
    queue = world.queues[bot.id]
    queue.allow(arguments.items("allowed_updates"))
    limit = arguments.number("limit", MAX_BATCH)
    return await queue.poll(
        offset=arguments.number("offset"),
        limit=limit if 1 <= limit <= MAX_BATCH else MAX_BATCH,
        timeout_s=min(max(arguments.number("timeout"), 0), POLL_MAX_S),
    )

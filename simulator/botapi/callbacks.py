"""answerCallbackQuery: the toast or alert the person who pressed sees, once and soon."""

from simulator.acts import start_link
from simulator.botapi.parameters import Arguments
from simulator.errors import ASSUMED, MTPROTO, SERVER, bad_request
from simulator.model import Bot, Json
from simulator.world import World

ANSWER_MAX = 200  #: Bot API, answerCallbackQuery
ANSWERABLE_S = 60  #: how long Telegram takes an answer (assumed; nobody documents it, reports differ)


def answer_callback_query(world: World, bot: Bot, arguments: Arguments) -> bool:
    query = world.queries.get(arguments.text("callback_query_id"))
    too_late = query is not None and world.clock.seconds() - query.at > ANSWERABLE_S
    if query is None or query.bot is not bot or too_late or query.answered:
        raise bad_request("query is too old and response timeout expired or query ID is invalid", SERVER)
    text, url = arguments.text("text"), arguments.text("url")
    if len(text) > ANSWER_MAX:
        raise bad_request("MESSAGE_TOO_LONG", MTPROTO)
    if url:  # without a game it may only open the bot itself (Bot API, answerCallbackQuery)
        link = start_link(world, url)
        if link is None or link[0] is not bot:
            raise bad_request("URL_INVALID", MTPROTO)
    if arguments.number("cache_time") < 0:
        raise bad_request("simulator: cache_time is negative", ASSUMED)
    query.answered, query.text, query.alert, query.url = True, text, arguments.flag("show_alert"), url or None
    event: Json = {"kind": "answer", "query": query.id, "text": text, "alert": query.alert}
    if url:
        event["url"] = url
    person = query.person.id
    world.events.tell(lambda reader: event if reader in (None, person) else None)
    return True

"""sendPoll and stopPoll."""

import secrets

from simulator import polls, wire
from simulator.botapi import addressing
from simulator.botapi.messages import placed, styled
from simulator.botapi.parameters import Arguments
from simulator.entities import clean, is_blank
from simulator.errors import ASSUMED, DOCS, SERVER, TDLIB, Refusal, bad_request
from simulator.keyboards import check_data, read_markup
from simulator.model import Bot, Json, Poll
from simulator.world import World

QUESTION_MAX, OPTION_MAX, DESCRIPTION_MAX = 300, 100, 1024  #: characters (Bot API, sendPoll, InputPollOption)
OPTIONS_MAX = 12
OPEN_MIN_S, OPEN_MAX_S = 5, 2_628_000


def send_poll(world: World, bot: Bot, arguments: Arguments) -> Json:
    """A regular poll; quizzes, media and options that people add are not simulated."""
    markup = read_markup(arguments.object("reply_markup"))
    if arguments.text("type", "regular") != "regular":
        raise bad_request("simulator: quizzes are not simulated", ASSUMED)
    question = clean(arguments.text("question")).strip()
    options = [clean(str(option["text"])).strip() for option in arguments.items("options") or []]
    description, entities = styled(world, arguments, "description", "description_entities")
    chat = addressing.chat_for(world, bot, arguments)
    _check(question, options, description)
    close_at = _closing(world, arguments)
    content = placed(world, bot, chat, arguments, markup)
    member = chat.member(bot.id)
    if chat.id in world.without_polls and not (member is not None and member.leads):
        raise bad_request("not enough rights to send polls to the chat", TDLIB)
    addressing.spend(world, bot, chat)
    poll = Poll(
        id=str(secrets.randbits(62) + 1),
        bot=bot,
        question=question,
        options=options,
        anonymous=arguments.flag("is_anonymous", True),
        several=arguments.flag("allows_multiple_answers"),
        revoting=arguments.flag("allows_revoting", True),
        hidden=arguments.flag("hide_results_until_closes"),
        close_at=close_at,
        open_period=arguments.number("open_period") if arguments.has("open_period") else None,
        description=description,
        description_entities=entities,
        closed=arguments.flag("is_closed"),
    )
    message = world.post(chat, bot, poll=poll, **content)
    world.polls[poll.id] = message
    return wire.message(message, bot, world.files)


def _check(question: str, options: list[str], description: str) -> None:
    if is_blank(question):
        raise bad_request("poll question must be non-empty", TDLIB)
    if len(question) > QUESTION_MAX:
        raise bad_request(f"poll question length must not exceed {QUESTION_MAX}", TDLIB)
    if not options:
        raise bad_request("poll must have at least 1 option", TDLIB)
    if len(options) > OPTIONS_MAX:
        raise bad_request(f"poll can't have more than {OPTIONS_MAX} options", TDLIB)
    if any(is_blank(option) for option in options):
        raise bad_request("poll options must be non-empty", TDLIB)
    if any(len(option) > OPTION_MAX for option in options):
        raise bad_request(f"poll options length must not exceed {OPTION_MAX}", TDLIB)
    if len(description) > DESCRIPTION_MAX:
        raise bad_request("poll description is too long", ASSUMED)


def _closing(world: World, arguments: Arguments) -> int | None:
    """Unix seconds; None: nobody but its bot closes it."""
    if arguments.has("open_period") and arguments.has("close_date"):
        raise bad_request("open_period can't be used together with close_date", DOCS)
    now = world.clock.timestamp()
    if arguments.has("open_period"):
        close_at = now + arguments.number("open_period")
    elif arguments.has("close_date"):
        close_at = arguments.number("close_date")
    else:
        return None
    if not OPEN_MIN_S <= close_at - now <= OPEN_MAX_S:
        raise bad_request(f"a poll is open for {OPEN_MIN_S} to {OPEN_MAX_S} seconds", DOCS)
    return close_at


def stop_poll(world: World, bot: Bot, arguments: Arguments) -> Json:
    markup = read_markup(arguments.object("reply_markup"))
    check_data(markup)
    chat = addressing.chat_for(world, bot, arguments)
    message = chat.message(arguments.number("message_id"))
    if message is None:
        raise Refusal(400, "Bad Request: message with poll to stop not found", SERVER)
    if message.poll is None:
        raise bad_request("message is not a poll", TDLIB)
    if message.sender is not bot:
        raise bad_request("poll can't be stopped", TDLIB)
    if message.poll.closed:
        raise bad_request("poll has already been closed", TDLIB)
    addressing.spend(world, bot, chat)
    message.keyboard = markup.keyboard
    polls.close(world, message)
    return wire.poll(message.poll)

"""Two client libraries, unchanged, work against the simulator."""

import io

import aiogram
import aiogram.types
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram.constants import ParseMode

from simulator.client import World as Story
from simulator.pictures import drawn
from simulator.server import RunningServer
from simulator.voices import recorded
from simulator.world import World
from tests.simulator.conftest import TOKEN
from tests.simulator.fidelity import judge


async def test_python_telegram_bot(world: World, story: Story, running: RunningServer) -> None:
    await story.limits(False)
    wang = await story.person("王阿姨")
    await wang.starts("w-1")
    base = f"{running.base_url}/bot"
    async with telegram.Bot(TOKEN, base_url=base, base_file_url=f"{running.base_url}/file/bot") as bot:
        assert bot.username == "wishwell_bot"
        [update] = await bot.get_updates(allowed_updates=[telegram.Update.MESSAGE, telegram.Update.CALLBACK_QUERY])
        assert update.effective_user is not None
        assert update.effective_user.language_code == "zh-hans"
        assert update.message is not None
        keys = telegram.InlineKeyboardMarkup.from_button(telegram.InlineKeyboardButton("按", callback_data="x"))
        sent = await update.message.reply_text(
            "<b>好</b>", parse_mode=ParseMode.HTML, do_quote=True, reply_markup=keys, disable_notification=True
        )
        assert sent.reply_to_message == update.message
        await wang.act("press", chat=wang.id, message=sent.message_id, label="按")
        query = (await bot.get_updates(offset=update.update_id + 1))[0].callback_query
        assert query is not None
        assert await query.answer("记下了", show_alert=True)
        edited = await query.edit_message_text("改了")
        assert isinstance(edited, telegram.Message)
        photo = await bot.send_photo(wang.id, io.BytesIO(drawn("a")), caption="一张")
        media = telegram.InputMediaPhoto(drawn("b"), caption="另一张")
        await bot.edit_message_media(media, wang.id, photo.message_id)
        again = await bot.send_photo(wang.id, photo.photo[-1], reply_markup=telegram.ForceReply(selective=True))
        content = await (await again.photo[-1].get_file()).download_as_bytearray()
        assert bytes(content) == drawn("a")
        voice = await bot.send_voice(wang.id, io.BytesIO(recorded(3, "a")), duration=3, caption="听")
        assert voice.voice is not None
        again = await bot.send_voice(wang.id, voice.voice, reply_markup=keys, disable_notification=True)
        assert again.voice == voice.voice
        assert bytes(await (await voice.voice.get_file()).download_as_bytearray()) == recorded(3, "a")
        await bot.set_my_commands([("want", "我想要")], telegram.BotCommandScopeAllPrivateChats(), "zh")
        await bot.set_my_commands([("want", "I want")], scope=telegram.BotCommandScopeChat(wang.id))
        await bot.get_chat(wang.id)
        await bot.delete_webhook()
        await bot.send_message(
            wang.id,
            "看",
            link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
            reply_parameters=telegram.ReplyParameters(99, allow_sending_without_reply=True),
            entities=[telegram.MessageEntity("bold", 0, 1)],
        )
    assert (await wang.reads())[-1].html == "<b>看</b>"
    assert all(call["ok"] for call in await story.calls())
    judge(world)


async def test_aiogram(story: Story, running: RunningServer) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    session = AiohttpSession(api=TelegramAPIServer.from_base(running.base_url))
    async with aiogram.Bot(TOKEN, session=session).context() as bot:
        [update] = await bot.get_updates()
        assert update.message is not None
        assert update.message.text == "/start"
        key = aiogram.types.InlineKeyboardButton(text="按", callback_data="x")
        markup = aiogram.types.InlineKeyboardMarkup(inline_keyboard=[[key]])
        sent = await bot.send_message(wang.id, "<b>好</b>", parse_mode="HTML", reply_markup=markup)
        await bot.edit_message_reply_markup(chat_id=wang.id, message_id=sent.message_id)
        await bot.send_photo(wang.id, aiogram.types.BufferedInputFile(drawn("a"), "a.png"), caption="一张")
        spoken = await bot.send_voice(
            wang.id, aiogram.types.BufferedInputFile(recorded(2, "a"), "a.oga"), caption="一段"
        )
        assert spoken.voice is not None
        assert (spoken.voice.duration, spoken.voice.mime_type) == (2, "audio/ogg")
    assert [message.text for message in (await wang.reads())[1:]] == ["好", "一张", "一段"]

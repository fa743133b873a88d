"""Voice notes: recorded, sent, sent again, fetched, refused."""

from __future__ import annotations

import pytest

from simulator.client import Refused as ActRefused
from simulator.client import World as Story
from simulator.files import MAX_DOWNLOAD_BYTES
from simulator.pictures import drawn
from simulator.voices import length_s, recorded
from simulator.world import World
from tests.simulator.bot_api import Api, Json, MakeBot, Refused


@pytest.mark.parametrize("seconds", [1, 2, 12, 61])
def test_a_recorded_note_is_as_long_as_it_says(seconds: int) -> None:
    assert length_s(recorded(seconds, "王")) == seconds
    assert recorded(seconds, "王") == recorded(seconds, "王") != recorded(seconds, "李")


@pytest.mark.parametrize("content", [b"", b"OggS", drawn("x"), b"OggS" + bytes(60), recorded(1, "x")[:40]])
def test_what_is_no_ogg_opus_has_no_length(content: bytes) -> None:
    assert length_s(content) is None


async def _voice(story: Story, api: Api, seconds: int = 12) -> tuple[int, Json]:
    """Somebody's private chat, and the note they spoke there."""
    wang = await story.person("王阿姨")
    await wang.starts()
    await wang.speaks(seconds)
    return wang.id, (await api.updates())[-1]["message"]["voice"]


async def test_a_spoken_note_can_be_fetched_by_the_bot_and_heard_by_people(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    shown = await wang.speaks(12)
    voice = (await api.updates())[-1]["message"]["voice"]
    assert (voice["duration"], voice["mime_type"], shown.voice_s) == (12, "audio/ogg", 12)
    file = await api("getFile", file_id=voice["file_id"])
    assert file["file_unique_id"] == voice["file_unique_id"]
    async with api.session.get(f"{api.base_url}/file/bot{api.token}/{file['file_path']}") as response:
        content = await response.read()
    assert (len(content), length_s(content)) == (voice["file_size"], 12)
    async with api.session.get(f"{api.base_url}{shown.voice}") as response:
        assert (response.content_type, await response.read()) == ("audio/ogg", content)
    for asked, given in (("bytes=0-", content), ("bytes=10-19", content[10:20]), ("bytes=-7", content[-7:])):
        async with api.session.get(f"{api.base_url}{shown.voice}", headers={"Range": asked}) as response:
            assert (response.status, await response.read()) == (206, given)
    async with api.session.get(f"{api.base_url}/control/photos/{voice['file_unique_id']}") as response:
        assert response.status == 404


async def test_a_note_is_sent_by_upload_attachment_or_file_id_with_all_that_goes_with_it(
    story: Story, api: Api
) -> None:
    chat, voice = await _voice(story, api)
    keys = {"inline_keyboard": [[{"text": "写成一句话", "callback_data": "x"}]]}
    sent = await api(
        "sendVoice", chat_id=chat, voice=voice["file_id"], caption="<b>第12件</b>", parse_mode="HTML",
        reply_markup=keys, disable_notification=True, reply_parameters={"message_id": 2},
    )  # fmt: skip
    assert sent["voice"] == voice
    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 4}]
    assert sent["reply_markup"] == keys
    assert sent["reply_to_message"]["voice"] == voice
    uploaded = await api.upload("sendVoice", {"voice": recorded(3, "a")}, chat_id=chat)
    assert uploaded["voice"]["duration"] == 3
    attached = await api.upload("sendVoice", {"f": recorded(3, "a")}, chat_id=chat, voice="attach://f", duration=4)
    assert attached["voice"]["duration"] == 4, "as its sender states it"
    assert attached["voice"]["file_unique_id"] != uploaded["voice"]["file_unique_id"]
    changed = await api("editMessageCaption", chat_id=chat, message_id=sent["message_id"], caption="写好了")
    assert (changed["caption"], changed["voice"], changed.get("reply_markup")) == ("写好了", voice, None)
    await api("deleteMessage", chat_id=chat, message_id=sent["message_id"])
    assert "message to edit not found" in await api.refusal(
        "editMessageCaption", chat_id=chat, message_id=sent["message_id"], caption="x"
    )


async def test_a_file_id_is_good_for_its_own_kind_and_its_own_bot(story: Story, api: Api, another_bot: MakeBot) -> None:
    chat, voice = await _voice(story, api)
    photo = (await api.upload("sendPhoto", {"photo": drawn("a")}, chat_id=chat))["photo"][-1]
    refusal = await api.refusal("sendVoice", chat_id=chat, voice=photo["file_id"])
    assert "can't use file of type Photo as VoiceNote" in refusal
    refusal = await api.refusal("sendPhoto", chat_id=chat, photo=voice["file_id"])
    assert "can't use file of type VoiceNote as Photo" in refusal
    other = await another_bot()
    assert "wrong file_id" in await other.refusal("getFile", file_id=voice["file_id"])


async def test_what_is_no_voice_note_is_refused(story: Story, api: Api) -> None:
    chat, voice = await _voice(story, api)
    assert "no voice in the request" in await api.refusal("sendVoice", chat_id=chat)
    assert "no voice in the request" in await api.refusal("sendVoice", chat_id=chat, voice="attach://x")
    assert "wrong file identifier" in await api.refusal("sendVoice", chat_id=chat, voice="AwACnothing")
    assert "caption is too long" in await api.refusal(
        "sendVoice", chat_id=chat, voice=voice["file_id"], caption="长" * 1025
    )
    for content in (b"no sound", drawn("a")):
        with pytest.raises(Refused, match="OGG file encoded with OPUS"):
            await api.upload("sendVoice", {"voice": content}, chat_id=chat)
    sent = await api("sendVoice", chat_id=chat, voice=voice["file_id"])
    assert "no text in the message" in await api.refusal(
        "editMessageText", chat_id=chat, message_id=sent["message_id"], text="x"
    )


async def test_a_note_too_large_to_be_fetched_can_still_be_sent_by_its_file_id(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    await wang.speaks(3000, file_size=MAX_DOWNLOAD_BYTES + 1)
    voice = (await api.updates())[-1]["message"]["voice"]
    assert (voice["duration"], voice["file_size"]) == (3000, MAX_DOWNLOAD_BYTES + 1)
    assert "file is too big" in await api.refusal("getFile", file_id=voice["file_id"])
    assert (await api("sendVoice", chat_id=wang.id, voice=voice["file_id"]))["voice"] == voice


async def test_who_takes_no_voice_notes_gets_none(world: World, story: Story, api: Api) -> None:
    chat, voice = await _voice(story, api)
    world.people[chat].refuses_voices = True
    assert "VOICE_MESSAGES_FORBIDDEN" in await api.refusal("sendVoice", chat_id=chat, voice=voice["file_id"])


async def test_privacy_mode_lets_a_note_through_only_as_an_answer_to_the_bot(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    group = await story.group("3号楼邻居群", creator=wang)
    asked = await api("sendMessage", chat_id=group.id, text="说吧")
    await api.updates()
    await wang.speaks(2, to=group)
    assert await api.updates() == []
    question = (await wang.reads(to=group))[-2]
    assert question.id == asked["message_id"]
    await wang.speaks(3, to=group, reply_to=question)
    (update,) = await api.updates()
    assert update["message"]["voice"]["duration"] == 3


async def test_people_cannot_speak_what_no_app_records(story: Story) -> None:
    wang = await story.person("王阿姨")
    with pytest.raises(ActRefused, match="before Start"):
        await wang.speaks()
    await wang.starts()
    for seconds in (0, 3601):
        with pytest.raises(ActRefused, match="lasts 1 to"):
            await wang.speaks(seconds)
    with pytest.raises(ActRefused, match="not base64"):
        await wang.act("voice", chat=wang.id, seconds=2, bytes_base64="*")

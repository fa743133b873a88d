"""Files a bot sends: named, sent again, fetched by the bot, saved by people; refused where Telegram refuses."""

import pytest

from simulator.client import World as Story
from simulator.documents import MAX_DOCUMENT_BYTES, Documents, Upload
from simulator.errors import Refusal
from tests.simulator.bot_api import Api, MakeBot, Refused

CONTENT = '{"说": "灯"}'.encode()
NAME = {"document": "my-data.json"}


async def test_a_file_keeps_its_name_and_kind_and_can_be_saved(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    sent = await api.upload("sendDocument", {"document": CONTENT}, names=NAME, chat_id=wang.id, caption="在这里")
    assert sent["document"]["file_name"] == "my-data.json"
    assert sent["document"]["mime_type"] == "application/json"
    assert sent["document"]["file_size"] == len(CONTENT)
    shown = await wang.sees("在这里")
    assert shown.document is not None
    assert await story.fetches(shown.document) == CONTENT
    async with api.session.get(f"{api.base_url}{shown.document}") as response:
        assert response.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''")
        assert response.content_type == "application/json"
    assert "[my-data.json]" in repr(shown)


async def test_a_file_is_fetched_and_sent_again_by_its_id_by_this_bot_alone(
    story: Story, api: Api, another_bot: MakeBot
) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    sent = await api.upload("sendDocument", {"document": CONTENT}, names=NAME, chat_id=wang.id)
    file_id = sent["document"]["file_id"]
    again = await api("sendDocument", chat_id=wang.id, document=file_id)
    assert again["document"] == sent["document"]
    attached = await api.upload("sendDocument", {"file0": CONTENT}, chat_id=wang.id, document="attach://file0")
    assert attached["document"]["file_unique_id"] != sent["document"]["file_unique_id"]
    file = await api("getFile", file_id=file_id)
    async with api.session.get(f"{api.base_url}/file/bot{api.token}/{file['file_path']}") as response:
        assert await response.read() == CONTENT
    other = await another_bot()
    await wang.act("start", bot=int(other.token.split(":")[0]))
    assert "wrong file identifier" in await other.refusal("sendDocument", chat_id=wang.id, document=file_id)


@pytest.mark.parametrize(
    ("document", "text"),
    [
        ("https://example.com/a.json", "failed to get HTTP URL content"),
        ("BQACnonsense", "wrong file identifier/HTTP URL specified"),
        ("attach://nowhere", "there is no document in the request"),
        ("", "there is no document in the request"),
    ],
)
async def test_a_file_that_is_not_there_is_refused(story: Story, api: Api, document: str, text: str) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    assert text in await api.refusal("sendDocument", chat_id=wang.id, document=document)


async def test_what_is_empty_or_said_at_too_great_length_is_refused(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    with pytest.raises(Refused, match="file must be non-empty"):
        await api.upload("sendDocument", {"document": b""}, chat_id=wang.id)
    with pytest.raises(Refused, match="caption is too long"):
        await api.upload("sendDocument", {"document": CONTENT}, chat_id=wang.id, caption="字" * 1025)


def test_a_file_has_fifty_megabytes_at_most() -> None:
    with pytest.raises(Refusal, match="file is too big"):
        Documents().keep(Upload("x", bytes(MAX_DOCUMENT_BYTES + 1)))

"""Photos: posted, sent, sent again, fetched."""

import io
import json

import aiohttp
import pytest
from PIL import Image

from simulator.client import Refused as ActRefused
from simulator.client import World as Story
from simulator.errors import Refusal
from simulator.files import Files
from simulator.pictures import dimensions, drawn
from tests.simulator.bot_api import Api, MakeBot, Refused


def encoded(kind: str, size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_the_size_of_a_picture_is_read_from_its_head(kind: str) -> None:
    assert dimensions(encoded(kind, (321, 123))) == (321, 123)


def test_what_is_no_picture_has_no_size() -> None:
    for content in (b"", b"hello", b"\xff\xd8\xff", b"\xff\xd8" + b"\x00" * 20, b"RIFF1234WAVE" + b"\x00" * 30):
        assert dimensions(content) is None


def test_a_drawn_picture_is_a_real_one() -> None:
    picture = Image.open(io.BytesIO(drawn("王", 200, 150)))
    picture.load()
    assert picture.size == (200, 150)
    assert len(picture.getcolors(maxcolors=1 << 16) or []) >= 4
    assert drawn("王") != drawn("李")


async def test_a_posted_photo_can_be_fetched_by_the_bot_and_seen_by_people(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    content = encoded("JPEG", (1000, 500))
    shown = await wang.photographs(caption="楼道", png=content)
    update = (await api.updates())[-1]["message"]
    assert update["caption"] == "楼道"
    assert [(size["width"], size["height"]) for size in update["photo"]] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1000, 500),
    ]
    file = await api("getFile", file_id=update["photo"][-1]["file_id"])
    async with api.session.get(f"{api.base_url}/file/bot{api.token}/{file['file_path']}") as response:
        assert await response.read() == content
    async with api.session.get(f"{api.base_url}{shown.photo}") as response:
        assert response.content_type == "image/jpeg"
        assert await response.read() == content


async def test_downloads_and_file_ids_belong_to_their_bot(story: Story, api: Api, another_bot: MakeBot) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    await wang.photographs()
    mine = (await api.updates())[-1]["message"]["photo"][0]
    other = await another_bot()
    await wang.act("start", bot=int(other.token.split(":")[0]))
    refusal = await other.refusal("getFile", file_id=mine["file_id"])
    assert "wrong file_id or the file is temporarily unavailable" in refusal
    refusal = await other.refusal("sendPhoto", chat_id=wang.id, photo=mine["file_id"])
    assert "wrong file identifier/HTTP URL specified" in refusal
    for token, path, status in ((api.token, "photos/none.jpg", 404), ("1:x", "photos/none.jpg", 401)):
        async with api.session.get(f"{api.base_url}/file/bot{token}/{path}") as response:
            assert response.status == status


async def test_a_photo_is_sent_by_upload_attachment_or_file_id(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    sent = await api.upload("sendPhoto", {"photo": drawn("a")}, chat_id=wang.id, caption="<b>一</b>", parse_mode="HTML")
    assert sent["caption_entities"] == [{"type": "bold", "offset": 0, "length": 1}]
    again = await api("sendPhoto", chat_id=wang.id, photo=sent["photo"][-1]["file_id"])
    assert again["photo"] == sent["photo"]
    attached = await api.upload("sendPhoto", {"file0": drawn("b")}, chat_id=wang.id, photo="attach://file0")
    assert attached["photo"][-1]["file_unique_id"] != sent["photo"][-1]["file_unique_id"]
    media = {"type": "photo", "media": "attach://file0", "caption": "换了"}
    changed = await api.upload(
        "editMessageMedia", {"file0": drawn("c")}, chat_id=wang.id, message_id=sent["message_id"], media=media
    )
    assert changed["caption"] == "换了"
    assert changed["photo"] != sent["photo"]


@pytest.mark.parametrize(
    ("photo", "text"),
    [
        ("https://example.com/a.png", "failed to get HTTP URL content"),
        ("AgACnonsense", "wrong file identifier/HTTP URL specified"),
        ("attach://nowhere", "there is no photo in the request"),
        ("", "there is no photo in the request"),
    ],
)
async def test_a_photo_that_is_not_there_is_refused(story: Story, api: Api, photo: str, text: str) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    assert text in await api.refusal("sendPhoto", chat_id=wang.id, photo=photo)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"not an image", "IMAGE_PROCESS_FAILED"),
        (encoded("PNG", (2100, 100)), "PHOTO_INVALID_DIMENSIONS"),
        (encoded("PNG", (9000, 1001)), "PHOTO_INVALID_DIMENSIONS"),
    ],
)
async def test_a_photo_telegram_cannot_use_is_refused(story: Story, api: Api, content: bytes, text: str) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    with pytest.raises(Refused, match=text):
        await api.upload("sendPhoto", {"photo": content}, chat_id=wang.id)


def test_a_photo_has_ten_megabytes_at_most() -> None:
    padding = b"\x00" * (10 * 1024 * 1024)
    with pytest.raises(Refusal, match="file is too big"):
        Files().keep(encoded("PNG", (9, 9)) + padding)


async def test_an_upload_nobody_asked_for_is_refused(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    with pytest.raises(Refused, match="nothing refers to"):
        await api.upload("sendMessage", {"photo": drawn("x")}, chat_id=wang.id, text="好")


async def test_bodies_of_all_four_kinds_say_the_same(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    keys = {"inline_keyboard": [[{"text": "按", "callback_data": "x"}]]}
    flat = {"chat_id": str(wang.id), "text": "好", "disable_notification": "true", "reply_markup": json.dumps(keys)}
    multipart = aiohttp.MultipartWriter("form-data")
    for name, value in flat.items():
        multipart.append(value).set_content_disposition("form-data", name=name)
    requests = [
        {"params": flat},
        {"data": flat},
        {"data": multipart},
        {"json": {"chat_id": wang.id, "text": "好", "disable_notification": True, "reply_markup": keys}},
    ]
    for request in requests:
        status, body = await api.raw("sendMessage", **request)
        assert status == 200, body
    messages = (await wang.reads())[1:]
    assert [(m.text, m.silent, m.labels) for m in messages] == [("好", True, ["按"])] * 4
    assert len({json.dumps(call["params"], sort_keys=True) for call in await story.calls("sendMessage")}) == 1
    status, body = await api.raw("sendMessage", data=b"{", headers={"Content-Type": "application/json"})
    assert (status, body["description"]) == (400, "Bad Request: can't parse JSON object")
    status, _ = await api.raw("sendMessage", data=b"x", headers={"Content-Type": "text/plain"})
    assert status == 400


async def test_people_cannot_post_what_is_no_photo(story: Story) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    with pytest.raises(ActRefused, match="IMAGE_PROCESS_FAILED"):
        await wang.photographs(png=b"x")
    with pytest.raises(ActRefused, match="not base64"):
        await wang.act("photo", chat=wang.id, bytes_base64="*")


async def test_an_album_arrives_as_separate_updates(story: Story, api: Api) -> None:
    wang = await story.person("王阿姨")
    await wang.starts()
    for _ in range(2):
        await wang.photographs(album="a1")
    updates = (await api.updates())[1:]
    assert [update["message"]["media_group_id"] for update in updates] == ["a1", "a1"]

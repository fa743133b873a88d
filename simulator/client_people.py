"""The people of the story client: what they do and what they see (see `simulator.client`)."""

import base64
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.client_view import Message, Pressed, fitting_button, transcript

if TYPE_CHECKING:
    from simulator.client import World

Json = dict[str, Any]
ANSWER_WAIT_S = 10.0  #: how long a press waits for the bot, real seconds
A_SCREENFUL = 30  #: messages, in which most of what is looked for stands


@dataclass(frozen=True)
class BotAccount:
    id: int
    name: str
    username: str

    def link(self, payload: str = "") -> str:
        """The deep link that starts the bot."""
        return f"https://t.me/{self.username}" + (f"?start={payload}" if payload else "")


@dataclass(frozen=True)
class Group:
    id: int
    title: str


class Person:
    """Somebody with a phone. `to=None` is always the private chat with the bot."""

    def __init__(self, world: "World", id: int, name: str) -> None:
        self.world = world
        self.id = id
        self.name = name
        self.last_alert: str | None = None
        self.last_toast: str | None = None

    def __repr__(self) -> str:
        return f"<{self.name} {self.id}>"

    @property
    def mention(self) -> str:
        return f"tg://user?id={self.id}"

    # talking

    async def says(
        self,
        text: str,
        to: Group | None = None,
        reply_to: Message | None = None,
        plainly: bool = False,
        quote: str | None = None,
        openly: bool = False,
        settle: bool | None = None,
    ) -> Message:
        """Write. Where the bot asked this person for a reply (ForceReply), the app answers that, unless `plainly`.

        `quote`: the part of the answered message that they marked. `openly`: the app is too old for ephemeral commands.
        """
        answer = {} if plainly and reply_to is None else _reply(reply_to)
        if quote is not None:
            answer["quote"] = quote
        if openly:
            answer["openly"] = True
        return await self._posted("say", {"chat": self._chat(to), "text": text, **answer}, settle)

    async def starts(self, payload: str | None = None, settle: bool | None = None) -> Message:
        """Press Start in the bot's private chat, or follow its deep link."""
        return await self._posted("start", {"payload": payload}, settle)

    async def follows(self, link: str, settle: bool | None = None) -> Pressed:
        """Open a link; the bot's own deep link starts it."""
        result = await self.act("follow", url=link)
        await self.world.after_act(settle)
        return Pressed(url=result.get("url"))

    async def photographs(
        self,
        to: Group | None = None,
        caption: str | None = None,
        png: bytes | None = None,
        reply_to: Message | None = None,
        album: str | None = None,
        settle: bool | None = None,
    ) -> Message:
        """Post a photo; one is drawn if no bytes are given."""
        fields: Json = {"chat": self._chat(to), "caption": caption, "album": album, **_reply(reply_to)}
        if png is not None:
            fields["bytes_base64"] = base64.b64encode(png).decode()
        return await self._posted("photo", fields, settle)

    async def sends_file(
        self,
        name: str,
        content: bytes,
        to: Group | None = None,
        caption: str | None = None,
        reply_to: Message | None = None,
        plainly: bool = False,
        settle: bool | None = None,
    ) -> Message:
        """Post a file; `plainly` and `reply_to` as in `says`."""
        answer = {} if plainly and reply_to is None else _reply(reply_to)
        sent = {"name": name, "bytes_base64": base64.b64encode(content).decode(), "caption": caption}
        return await self._posted("file", {"chat": self._chat(to), **sent, **answer}, settle)

    async def speaks(
        self,
        seconds: int = 5,
        to: Group | None = None,
        reply_to: Message | None = None,
        plainly: bool = False,
        file_size: int | None = None,
        caption: str | None = None,
        settle: bool | None = None,
    ) -> Message:
        """Send a voice note; `plainly` and `reply_to` as in `says`. `file_size`: what it is said to weigh."""
        answer = {} if plainly and reply_to is None else _reply(reply_to)
        fields: Json = {"chat": self._chat(to), "seconds": seconds, "file_size": file_size, "caption": caption}
        return await self._posted("voice", {**fields, **answer}, settle)

    async def edits(self, message: Message, text: str, settle: bool | None = None) -> Message:
        return await self._posted("edit", {"chat": message.chat_id, "message": message.id, "text": text}, settle)

    async def forwards(self, message: Message, to: Group | None = None, settle: bool | None = None) -> Message:
        fields = {"chat": message.chat_id, "message": message.id, "to": self._chat(to)}
        return await self._posted("forward", fields, settle)

    async def deletes(self, message: Message, settle: bool | None = None) -> None:
        await self._does("delete", settle, chat=message.chat_id, message=message.id)

    async def presses(
        self,
        label: str,
        on: Message | None = None,
        to: Group | None = None,
        wait_s: float = ANSWER_WAIT_S,
        settle: bool | None = None,
    ) -> Pressed:
        """Press the button with this label: exactly, else one that begins with it, else one that contains it.

        Without `on` it is the newest message there that has such a button. What the bot answers within `wait_s` real
        seconds is in the result and in `last_toast` / `last_alert`.
        """
        message, button = await self._find_button(label, on, to)
        which = {"data": button["callback_data"]} if "callback_data" in button else {"label": button["text"]}
        result = await self.act("press", chat=message.chat_id, message=message.id, wait_s=wait_s, **which)
        pressed = Pressed(
            toast=result.get("toast"),
            alert=result.get("alert"),
            url=result.get("url"),
            answered=bool(result.get("answered")),
        )
        if "query" in result:
            self.last_toast, self.last_alert = pressed.toast, pressed.alert
        await self.world.after_act(settle)
        return pressed

    async def votes(self, message: Message, *options: str, settle: bool | None = None) -> Message:
        """Choose these options of a poll, by their texts; without any, take the answer back."""
        there = message.options
        missing = [option for option in options if option not in there]
        assert not missing, f"no options {missing}; there are {there}"
        fields: Json = {"chat": message.chat_id, "message": message.id}
        return await self._posted("vote", {**fields, "options": [there.index(each) for each in options]}, settle)

    async def allows_polls(self, group: Group, allowed: bool = True, settle: bool | None = None) -> None:
        """As an administrator, say whether members may post polls there."""
        await self._does("allow_polls", settle, chat=group.id, allowed=allowed)

    # seeing

    async def reads(self, to: Group | None = None, *, newest: int | None = None) -> list[Message]:
        """All this person's app shows there, oldest first, or so many of the newest."""
        query = {"chat": self._chat(to), "as": self.id}
        if newest is not None:
            query["newest"] = newest
        return [Message(body) for body in await self.world.control("GET", "messages", query=query)]

    async def last(self, to: Group | None = None) -> Message:
        messages = await self.reads(to, newest=1)
        assert messages, f"{self.name} sees nothing in {self._where(to)}"
        return messages[-1]

    async def sees(self, what: str | re.Pattern[str], to: Group | None = None) -> Message:
        """The newest message there that contains these words (or fits the pattern)."""
        messages: list[Message] = []
        for newest in (A_SCREENFUL, None):
            messages = await self.reads(to, newest=newest)
            for message in reversed(messages):
                if message.contains(what):
                    return message
        raise AssertionError(f"{self.name} does not see {what!r} in {self._where(to)}:\n{transcript(messages)}")

    async def does_not_see(self, what: str | re.Pattern[str], to: Group | None = None) -> None:
        messages = await self.reads(to)
        if any(message.contains(what) for message in messages):
            raise AssertionError(f"{self.name} sees {what!r} in {self._where(to)}:\n{transcript(messages)}")

    async def menu(self, to: Group | None = None) -> list[tuple[str, str]]:
        """The command menu as `(command, description)`."""
        shown = (await self.act("menu", chat=self._chat(to)))["menu"]
        return [(one["command"], one["description"]) for one in shown]

    async def is_at_start(self) -> bool:
        """Whether the bot's private chat still shows the Start button."""
        state = await self.world.control("GET", "state", query={"as": self.id})
        return not any(chat["type"] == "private" and chat["started"] for chat in state["chats"])

    # groups and the bot

    async def blocks(self, settle: bool | None = None) -> None:
        await self._does("block", settle)

    async def unblocks(self, settle: bool | None = None) -> None:
        await self._does("unblock", settle)

    async def joins(self, group: Group, settle: bool | None = None) -> None:
        await self._does("join", settle, chat=group.id)

    async def leaves(self, group: Group, settle: bool | None = None) -> None:
        await self._does("leave", settle, chat=group.id)

    async def promotes(
        self, who: "Person | BotAccount", in_: Group, rights: Iterable[str] | None = None, settle: bool | None = None
    ) -> None:
        fields: Json = {} if rights is None else {"rights": list(rights)}
        await self._does("promote", settle, chat=in_.id, **_whom(who), **fields)

    async def demotes(self, who: "Person | BotAccount", in_: Group, settle: bool | None = None) -> None:
        await self._does("demote", settle, chat=in_.id, **_whom(who))

    async def remains_anonymous(self, in_: Group, anonymous: bool = True, settle: bool | None = None) -> None:
        """As an administrator, write as the group from now on, or as oneself again."""
        await self._does("anonymous", settle, chat=in_.id, anonymous=anonymous)

    async def restricts(
        self, who: "Person | BotAccount", in_: Group, may_write: bool = False, settle: bool | None = None
    ) -> None:
        await self._does("restrict", settle, chat=in_.id, may_write=may_write, **_whom(who))

    async def removes(self, who: "Person", from_: Group, settle: bool | None = None) -> None:
        await self._does("remove", settle, chat=from_.id, person=who.id)

    async def adds_bot(self, group: Group, settle: bool | None = None) -> None:
        await self._does("add_bot", settle, chat=group.id)

    async def removes_bot(self, group: Group, settle: bool | None = None) -> None:
        await self._does("remove_bot", settle, chat=group.id)

    async def upgrades(self, group: Group, settle: bool | None = None) -> Group:
        """Make a basic group a supergroup, as its creator; the group it is from then on."""
        made = (await self._does("upgrade", settle, chat=group.id))["chat"]
        return Group(made["id"], made["title"])

    async def pins(self, message: Message, settle: bool | None = None) -> None:
        await self._does("pin", settle, chat=message.chat_id, message=message.id)

    async def unpins(self, message: Message, settle: bool | None = None) -> None:
        await self._does("unpin", settle, chat=message.chat_id, message=message.id)

    # below the surface

    async def act(self, name: str, /, **fields: object) -> Json:
        """Any act of the control API, without settling."""
        if self.world.act_takes_s > 0:
            await self.world.control("POST", "clock", {"advance_s": self.world.act_takes_s})
        given = {key: value for key, value in fields.items() if value is not None}
        result: Json = await self.world.control("POST", "act", {"as": self.id, "act": name, **given})
        return result

    async def _does(self, act: str, settle: bool | None, **fields: object) -> Json:
        result = await self.act(act, **fields)
        await self.world.after_act(settle)
        return result

    async def _posted(self, act: str, fields: Json, settle: bool | None) -> Message:
        return Message((await self._does(act, settle, **fields))["message"])

    def _chat(self, to: Group | None) -> int:
        return self.id if to is None else to.id

    def _where(self, to: Group | None) -> str:
        return "private" if to is None else to.title

    async def _find_button(self, label: str, on: Message | None, to: Group | None) -> tuple[Message, Json]:
        if on is not None:
            to = None if on.chat_id == self.id else Group(on.chat_id, on.chat_title)
        messages: list[Message] = []
        for newest in (A_SCREENFUL, None):
            messages = await self.reads(to, newest=newest)
            if on is not None:
                messages = [message for message in messages if message.id == on.id]
            for message in reversed(messages):
                button = fitting_button(message, label)
                if button is not None:
                    return message, button
        there = [f"  {message.labels} on {message.text[:60]!r}" for message in messages if message.labels]
        shown = "\n".join(there) or "  (no buttons at all)"
        raise AssertionError(f"{self.name} sees no button {label!r} in {self._where(to)}; there are\n{shown}")


def _whom(who: Person | BotAccount) -> Json:
    return {"bot": who.id} if isinstance(who, BotAccount) else {"person": who.id}


def _reply(to: Message | None) -> Json:
    return {"answer_asked": True} if to is None else {"reply_to": to.id}

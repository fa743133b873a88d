"""A wish as far as the answers tell it: what was chosen counts, the rest is guessed from the words as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.domain.categories import SHIPPED, OwnCategory, guessed
from bot.domain.guess import guess
from bot.domain.people import Chat, ChatUse, Estate, Purpose
from bot.domain.places import Place
from bot.domain.whereabouts import Whereabouts, whereabouts_of
from bot.domain.wishes import Category, Kind, VoiceNote
from bot.messages import Spot, Voice
from conversations.questions import Answers

SAID = "said"  #: in a place that was typed: the words, which may say more than the place holds


def place_value(place: Place) -> dict[str, Any]:
    """The stated parts as a JSON object."""
    parts = {"building": place.building, "unit": place.unit, "floor": place.floor, "door": place.door}
    return {name: part for name, part in parts.items() if part is not None}


def place_of_value(value: Any) -> Place:
    return Place(**{name: part for name, part in value.items() if name != SAID}) if value else Place()


def spot(place: Place) -> Spot:
    return Spot(place.building, place.unit, place.floor, place.door)


def kind(answers: Answers) -> Kind:
    return Kind(answers["kind"]) if answers.get("kind") else guess(answers["words"]).kind


def category(answers: Answers) -> Category:
    """As chosen, else as the words say, among those that are offered here."""
    return Category(answers["category"]) if answers.get("category") else guessed(answers["words"], offered(answers))


def offered(answers: Answers) -> tuple[OwnCategory, ...]:
    """The categories there are; those that come along where config.yaml names none."""
    return (
        tuple(
            OwnCategory(Category(key), zh, en, tuple(words)) for key, zh, en, words in answers.get("categories") or ()
        )
        or SHIPPED
    )


def offer(answers: Answers, estate: Estate | None) -> Answers:
    """The answers with the categories of the installation."""
    own = estate.categories if estate else ()
    if not own or own == SHIPPED:
        return answers
    return {**answers, "categories": [[each.category.value, each.zh, each.en, list(each.words)] for each in own]}


def place(answers: Answers) -> Place:
    """As chosen, else as the words say; within the building whose chat it goes to, unless it is the estate's."""
    if answers.get("place") is not None:
        chosen = place_of_value(answers["place"])
        return chosen.or_else(_place_of_chat(answers)) if chosen.is_stated else chosen
    guessed = guess(answers["words"])
    return guessed.place if guessed.whole_estate else guessed.place.or_else(_place_of_chat(answers))


def where(answers: Answers) -> Whereabouts:
    """Finer than the place: what the words say, unless the author chose the place."""
    chosen = answers.get("place")
    said = None if chosen is None else str(chosen.get(SAID, ""))
    return whereabouts_of(str(answers["words"]), place(answers), chosen=said)


def _place_of_chat(answers: Answers) -> Place:
    for chat_id, _title, *value in answers.get("chats", ()):
        if str(chat_id) == answers.get("chat") and value:
            return place_of_value(value[0])
    return Place()


def chats_value(chats: Sequence[Chat]) -> dict[str, Any]:
    """The groups a wish may go to, as answers: `chats` with the place each stands for.

    `wide`: those of more than a building. `cardless`: those that take no cards, where none of them does.
    """
    takes = any(ChatUse.WISHES in chat.says for chat in chats)
    return {
        "chats": [[chat.id, chat.title, place_value(chat.place)] for chat in chats],
        "wide": [chat.id for chat in chats if chat.purpose is Purpose.BUILDING and chat.place.building is None],
        "cardless": bool(chats) and not takes,
    }


def lacks_place(answers: Answers) -> bool:
    """Nobody said where it is, and the group it goes to is of more than a building."""
    if answers.get("place") is not None or answers.get("chat") not in {str(each) for each in answers.get("wide", ())}:
        return False
    guessed = guess(answers["words"])
    return not guessed.whole_estate and guessed.place.building is None


def photo(answers: Answers) -> str | None:
    photos = answers.get("photo") or ()
    return str(photos[0]) if photos else None


def voice_value(voice: Voice, *, key: str) -> dict[str, Any]:
    """A voice note as a JSON object. `key`: of `files`."""
    return {"key": key, "length_s": voice.length_s}


def voice(answers: Answers) -> VoiceNote | None:
    value = answers.get("voice")
    return VoiceNote(str(value["key"]), int(value["length_s"])) if value else None


def chat_title(answers: Answers) -> str | None:
    """Of the chosen building chat, where there was a choice."""
    chats = answers.get("chats", ())
    if len(chats) < 2:
        return None
    return next((str(title) for chat_id, title, *_ in chats if str(chat_id) == answers.get("chat")), None)

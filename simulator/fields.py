"""The fields of a control call, read with plain-words errors."""

from typing import Any

from simulator.errors import Impossible
from simulator.model import Bot, Chat, Json, Person, User
from simulator.world import World


class Fields:
    def __init__(self, values: Json) -> None:
        self.values = values

    def only(self, *names: str) -> None:
        """Refuse names nobody reads, so that a misspelt one is noticed."""
        unknown = sorted(set(self.values) - set(names))
        if unknown:
            raise Impossible(f"unknown field {', '.join(unknown)}; there are {', '.join(names)}")

    def text(self, name: str) -> str:
        value = self.values.get(name)
        if not isinstance(value, str):
            raise Impossible(f"{name} must be a text")
        return value

    def optional_text(self, name: str) -> str | None:
        return None if self.values.get(name) is None else self.text(name)

    def number(self, name: str) -> int:
        value = self.values.get(name)
        if isinstance(value, str) and value.lstrip("-").isdigit():  # from a query string
            return int(value)
        if isinstance(value, bool) or not isinstance(value, int):
            raise Impossible(f"{name} must be a whole number")
        return value

    def optional_number(self, name: str) -> int | None:
        return None if self.values.get(name) is None else self.number(name)

    def seconds(self, name: str, default: float = 0.0) -> float:
        value: Any = self.values.get(name, default)
        try:
            return float(value)
        except (TypeError, ValueError):
            raise Impossible(f"{name} must be a number of seconds") from None

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.values.get(name, default)
        if not isinstance(value, bool):
            raise Impossible(f"{name} must be true or false")
        return value

    def strings(self, name: str) -> list[str] | None:
        value = self.values.get(name)
        if value is None:
            return None
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise Impossible(f"{name} must be a list of texts")
        return value

    def person(self, world: World, name: str) -> Person:
        person = world.people.get(self.number(name))
        if person is None:
            raise Impossible(f"{name}: there is no person {self.values.get(name)}")
        return person

    def people(self, world: World, name: str) -> list[Person]:
        given = self.values.get(name, [])
        if not isinstance(given, list):
            raise Impossible(f"{name} must be a list of ids")
        return [Fields({name: item}).person(world, name) for item in given]

    def bot(self, world: World) -> Bot:
        """The bot of field `bot`, else the world's first."""
        given = self.values.get("bot")
        if given is None or isinstance(given, bool):
            if not world.bots:
                raise Impossible("there is no bot in this world yet")
            return next(iter(world.bots.values()))
        bot = world.bots.get(self.number("bot"))
        if bot is None:
            raise Impossible(f"there is no bot {given}")
        return bot

    def group(self, world: World) -> Chat:
        group = world.groups.get(self.number("chat"))
        if group is None:
            raise Impossible(f"there is no group {self.values.get('chat')}")
        return group

    def chat(self, world: World, person: Person) -> Chat:
        """The chat of field `chat` as this person reaches it: a group they are in, or their private chat."""
        number = self.number("chat")
        if number == person.id:
            return world.private_chat(self.bot(world), person)
        if number > 0:
            raise Impossible("this is somebody else's private chat")
        group = self.group(world)
        if group.member(person.id) is None:
            raise Impossible(f"{person.first_name} is not in {group.title}")
        return group

    def user(self, world: World) -> User:
        """The person of field `person`, or the bot if `bot` is given."""
        if self.values.get("person") is not None:
            return self.person(world, "person")
        return self.bot(world)

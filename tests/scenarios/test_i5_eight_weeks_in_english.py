"""One wish over eight weeks, in English: argued through, built, sent back once, found fixed, told of."""

from __future__ import annotations

from simulator.client import Message, Person
from tests.scenarios.deliberating import types
from tests.scenarios.estate import Estate
from tests.scenarios.test_i5_ten_weeks import until


async def _card(town: Estate) -> Message:
    read = await town.emma.reads(to=town.building5)
    [shown] = [each for each in read if each.text.startswith("No. 1 · ") and "“Chairs at the door”" in each.text]
    return shown


async def _asks(town: Estate, person: Person, button: str, *said: str, on: Message | None = None) -> None:
    """A dialog in the staff chat: its button, then one answer after another."""
    await person.presses(button, to=town.staff, on=on)
    for words in said:
        if words.startswith("#"):
            await person.presses(words[1:], to=town.staff)
        else:
            await types(town, person, words)


async def _reports_done(town: Estate, words: str) -> None:
    await _asks(town, town.foreman, "Answer", "#Done", words, on=await town.foreman.sees("Chairs at", to=town.staff))
    await town.foreman.photographs(to=town.staff, reply_to=await town.foreman.last(to=town.staff))
    await town.foreman.presses("Done", to=town.staff)
    await town.foreman.presses("Yes", to=town.staff)
    await town.world.advances(minutes=5)


async def test_a_wish_over_eight_weeks_in_english(english_town: Estate) -> None:
    town = english_town
    emma, secretary = town.emma, town.secretary
    await secretary.starts()
    await secretary.says("/language en")
    await emma.presses("I want", to=town.building5)
    await emma.says("Chairs at the door")
    await emma.presses("Post")
    await town.chen.presses("Same here", to=town.building5)

    await secretary.presses("More", to=town.staff)
    council = ("#Council", "Where do the chairs go?", "skip", "13 March", "#Yes")
    await _asks(town, secretary, "Open a deliberation", *council)
    await emma.presses("Say why for", to=town.building5, on=await emma.sees("No. 1 · council", to=town.building5))
    await emma.says("My legs")
    await emma.presses("Yes")
    await until(town, "3-14")
    await secretary.does_not_see("Overdue", to=town.staff)
    await _asks(town, secretary, "Write the minutes", "#agreed in part", "Two, in the garden", "#Yes")
    assert "Two, in the garden" in (await emma.sees("No. 1 · minutes")).text

    await secretary.says("/project")
    await secretary.presses("Building works")
    for words in ("Chairs", "1", "building 5", "April 24"):
        await secretary.says(words)
    await secretary.presses("Yes")
    await secretary.says("/project 1")
    await secretary.presses("Note money", on=await secretary.last())
    await secretary.presses("How much is planned")
    await secretary.presses("government")
    await secretary.says("3,000 yuan")
    await secretary.presses("Skip")
    await secretary.presses("Yes")
    for _ in range(2):
        await secretary.says("/project 1")
        await secretary.presses("Next", on=await secretary.last())
        await secretary.presses("Skip")
        await secretary.presses("Yes")
    await until(town, "3-16")
    assert "will be done by Fri 24 April" in (await _card(town)).text

    await until(town, "4-22")
    await _reports_done(town, "All there")
    await emma.presses("Not yet", on=await emma.sees("Is it? One press is enough."))
    await town.world.advances(minutes=10)
    assert (
        "please tell people where it stands by Mon 27 April"
        in (await secretary.sees("has come back", to=town.staff)).text
    )
    card = await _card(town)
    assert "Reported done, and not yet so" in card.text
    assert card.photo
    await until(town, "4-24")
    await _reports_done(town, "Fixed to the ground")
    await emma.presses("Yes, fixed", on=(await emma.reads())[-1])
    card = await _card(town)
    assert "Fixed to the ground" in card.text
    await until(town, "4-26", 19)
    week = await emma.sees("📰 Building 5 this week", to=town.building5)
    assert week.text.splitlines()[1:] == ["✅ Done", "No. 1 “Chairs at the door”"]

    await secretary.presses("More", to=town.staff, on=await secretary.sees("Chairs at the door", to=town.staff))
    history = (await secretary.last(to=town.staff)).text.splitlines()
    assert [each for each in history if each[0] in "🗣📝🏗📅✅🔎↩"] == [
        "🗣 李书记 of the committee opened a council, until Fri 13 March: “Where do the chairs go?”",
        "📝 李书记 of the committee wrote the minutes: agreed in part",
        "🏗 Project 1 “Chairs”: proposed",
        "🏗 Project 1 “Chairs”: feasibility and cost checked",
        "📅 李书记 of the committee: will be done by Fri 24 April. Chairs",
        "🏗 Project 1 “Chairs”: approved",
        "✅ 张师傅 of the property office: done. All there",
        "🔎 A neighbour said: Not yet",
        "↩️ Neighbours say it is not done; it went back.",
        "✅ 张师傅 of the property office: done. Fixed to the ground",
        "🔎 A neighbour said: Yes, fixed",
    ]

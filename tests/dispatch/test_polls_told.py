"""What is told of polls reaches the front desk; nobody is met by it, nobody is answered."""

from __future__ import annotations

from bot.messages import PollStood
from tests.dispatch.office import Office
from tests.intake.test_polls_told import ANSWER, poll
from tests.intake.updates import GROUP, WANG, message


async def test_an_answer_makes_its_giver_known_and_does_not_say_that_they_can_be_written_to(office: Office) -> None:
    stranger = {**WANG, "id": 777, "first_name": "新来的"}
    assert await office.handles({"update_id": 41, "poll_answer": {**ANSWER, "user": stranger}}) is None
    assert office.front.polled == [("11", 777, (0, 2))]
    async with office.town.store.units.reading() as uow:
        person = await uow.people.known(777)
    assert person is not None
    assert not person.started
    assert await office.said() == []
    assert office.count("inbox") == 0


async def test_how_a_poll_stands_is_passed_on_as_numbers(office: Office) -> None:
    await office.handles(poll())
    [(poll_id, stood, is_closed, _)] = office.front.polled
    assert (poll_id, stood, is_closed) == ("11", PollStood((2, 1), 3), False)


async def test_a_group_that_moved_is_named_by_its_new_number(office: Office) -> None:
    await office.handles(message(chat={**GROUP, "type": "group"}, migrate_to_chat_id=-100999))
    assert office.front.upgraded == [-100999]

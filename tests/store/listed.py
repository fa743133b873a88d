"""A list of services and a phone card with a row in each of their tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.directory import Duty, Entry, Particulars, Provider
from bot.domain.people import Body, Speaker
from bot.domain.service_questions import QuestionState
from bot.ports import UnitOfWork
from tests.store.building import Building

CARD = Particulars("老年卡", Provider(None, "街道办事大厅"), Duty.MUST, "带身份证", "周一到周五", "2号窗口")
LIFT = Entry("电梯困人", "021-6543 2100", "24小时", "困在电梯里")


async def listed(building: Building, by: Speaker, uow: UnitOfWork) -> None:
    now, li = building.clock.now(), building.li
    service = await uow.services.add(CARD, estate_key="east", today=now.date(), by=by, by_id=li.id)
    await uow.services.add(
        Particulars("修水管", Provider(Body.PROPERTY), Duty.MAY),
        estate_key="east",
        today=now.date(),
        by=by,
        by_id=li.id,
    )
    await uow.services.opened(service.id, li.id, day=now.date())
    asked = {"service_id": service.id, "estate_key": "east", "due_on": now.date(), "now": now}
    await uow.service_questions.add(asker_id=building.wang.id, words="周末能办吗", **asked)
    question = await uow.service_questions.add(asker_id=li.id, words="要带照片吗", **asked)
    await answer(question.id, by, li.id, uow, at=now)
    await uow.phones.add(LIFT, estate_key="east", by=by, by_id=li.id)
    await uow.services.set_review("east", now + timedelta(days=300))


async def answer(question_id: int, by: Speaker, by_id: int, uow: UnitOfWork, *, at: datetime) -> None:
    """It is out, with its answer, for everybody."""
    question = await uow.service_questions.lock(question_id)
    held = replace(question, answer="不用", by=by, by_id=by_id, answered_at=at, out_at=at, shown=True)
    await uow.service_questions.save(replace(held, state=QuestionState.OUT))

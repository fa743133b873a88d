"""How the dialogs about services and phone numbers begin, for the walks."""

from __future__ import annotations

from datetime import UTC, date, datetime

from bot.domain.directory import Duty, Entry, Particulars, Phone, Provider, Service
from bot.domain.people import Body, Speaker
from bot.domain.service_questions import ServiceQuestion
from conversations import ask_service, list_phone, list_service

_BY = Speaker(9001, "李书记", Body.COMMITTEE)
_DAY = date(2026, 3, 2)
SERVICE = Service(
    1, "sunny", 1, Particulars("老年卡", Provider(None, "街道办事大厅"), Duty.MUST, "带身份证"), _DAY, _DAY, _BY
)
PHONE = Phone(1, "sunny", Entry("电梯困人", "12345", "24小时"), _BY)
QUESTION = ServiceQuestion(1, 1, "sunny", 1, "周末能办吗", datetime(2026, 3, 2, 4, tzinfo=UTC), date(2026, 3, 5))
DIRECTORY_DIALOGS = {
    "list-service": list_service.given(),
    "take-service-off": list_service.given_off(SERVICE),
    "ask-service": ask_service.given(SERVICE),
    "answer-service": ask_service.given_answer(QUESTION, SERVICE),
    "list-phone": list_phone.given(),
    "take-phone-off": list_phone.given_off(PHONE),
}
CHANGED = {"list-service": list_service.given(SERVICE), "list-phone": list_phone.given(PHONE)}

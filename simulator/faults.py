"""Planned misfortunes: the next fitting calls are refused, dropped or delayed."""

from dataclasses import dataclass

from simulator.errors import Impossible

KINDS = ("429", "500", "502", "drop_before", "drop_after", "slow")
#: As a fault's method: what Telegram brings to a webhook does not get through, whatever the kind.
WEBHOOK = "webhook"
#: A fault for any method never hits these: they are how a bot listens, not what it does.
NOT_ANY = frozenset({"getupdates", WEBHOOK})


@dataclass
class Fault:
    method: str  #: as the Bot API spells it, "*" or "webhook"
    kind: str
    times: int = 1
    retry_after_s: int = 1
    delay_s: float = 1.0  #: real seconds
    chat: int | None = None
    until: float | None = None  #: simulator seconds: an outage, which hits however often it is tried until then

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise Impossible(f"no such fault: {self.kind}; there are {', '.join(KINDS)}")
        if self.times < 1:
            raise Impossible("a fault happens at least once")

    def fits(self, method: str, chat_id: str | None) -> bool:
        name = method.lower()
        if self.method == "*":
            if name in NOT_ANY:
                return False
        elif self.method.lower() != name:
            return False
        return self.chat is None or str(self.chat) == chat_id


class Faults:
    def __init__(self) -> None:
        self._planned: list[Fault] = []

    @property
    def planned(self) -> int:
        return len(self._planned)

    def plan(self, fault: Fault) -> None:
        self._planned.append(fault)

    def forget(self) -> None:
        self._planned.clear()

    def strike(self, method: str, chat_id: str | None, *, now_s: float) -> Fault | None:
        """The fault that hits this call, if any; it has then happened once. Outages that are over are forgotten."""
        self._planned = [fault for fault in self._planned if fault.until is None or now_s < fault.until]
        for fault in self._planned:
            if fault.fits(method, chat_id):
                if fault.until is None:
                    self._happened(fault)
                return fault
        return None

    def _happened(self, fault: Fault) -> None:
        fault.times -= 1
        if fault.times == 0:
            self._planned.remove(fault)

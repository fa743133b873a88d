"""What is told of a sign-up: to whoever is on the list, to whoever opened it, and in its groups."""

from __future__ import annotations

from bot.domain.buttons import data
from bot.domain.signups import Roll, SignupEntry, SignupNews
from bot.domain.topics import TopicUse
from bot.messages import Arg, Button, Line, Moment, Reply, line
from bot.services import signup_files
from bot.services.signup_lines import head_lines


def _args(roll: Roll) -> dict[str, Arg]:
    signup = roll.signup
    return {
        "what": signup.event.what,
        "number": str(signup.number),
        "moment": Moment(signup.event.starts_at, signup.zone),
        "reason": signup.reason,
    }


def told(roll: Roll, entry: SignupEntry, news: SignupNews) -> Reply:
    """To whom the entry is, or to who put it on the list.

    Texts: signup-told-moved-up, -changed, -cancelled, -reminder; signup-told-for, before these.
    """
    lines: list[Line] = []
    if entry.person_id is None:
        lines.append(line("signup-told-for", name=entry.name))
    lines.append(Line(f"signup-told-{news}", _args(roll)))
    if news is SignupNews.CANCELLED:
        return Reply(tuple(lines))
    lines += head_lines(roll.signup)[1:]
    if entry.person_id is None:
        off = Button("button-signup-for-off", data("signup-for", roll.signup.id, entry.id), args={"name": entry.name})
    else:
        off = Button("button-sign-out", data("attend", roll.signup.id, "out"))
    return Reply(tuple(lines), buttons=((off, _look(roll)),))


def _look(roll: Roll) -> Button:
    return Button("button-signup-look", data("signup", roll.signup.id), args={"number": str(roll.signup.number)})


def in_group(roll: Roll, news: SignupNews) -> Reply:
    """For those who cannot be written to in private, without a sound. Texts: signup-group-changed, -cancelled."""
    where = [] if news is SignupNews.CANCELLED else list(head_lines(roll.signup)[1:-1])
    lines = (Line(f"signup-group-{news}", _args(roll)), *where)
    return Reply(lines, silent=True, topic=TopicUse.NEWS)


def listed(roll: Roll, language: str) -> Reply:
    """The list as a file, as it stands when it is sent."""
    document = signup_files.document_of(roll.signup.id, language, roll.signup.estate_key)
    args = {**_args(roll), "n": roll.signup.taken}
    lines = [Line("signup-list", args)]
    if roll.waiting:
        lines.append(line("signup-waiting", n=roll.heads_waiting))
    return Reply(tuple(lines), document=document, silent=True)


def left(roll: Roll) -> Reply:
    lines = (Line("signup-told-left", {**_args(roll), "n": roll.signup.taken}),)
    return Reply(lines, buttons=((Button("button-signup-list", data("signup-do", roll.signup.id, "list")),),))

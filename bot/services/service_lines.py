"""What a service, and a question about one, look like in a message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.buttons import data
from bot.domain.directory import Entry, Particulars, Provider, Service
from bot.domain.people import Purpose
from bot.domain.service_questions import QuestionState, ServiceQuestion, is_overdue
from bot.messages import Arg, Button, Day, Line, Reply, Term, line

ASK_LINK = "serviceask"  #: deep-link payload, with the service's id: the question is written in private
BELOW = "below"  #: in a button: the message that bears it stays as it is
STAFF = Purpose.STAFF
SHOWN_AT_ONCE = 2  #: questions below a service; the others behind a button


def slot_of(question: ServiceQuestion) -> str:
    return f"service-question:{question.id}"


def provider_arg(provider: Provider) -> str | Term:
    return provider.name if provider.body is None else Term(f"body-{provider.body}")


def row(service: Service) -> Line:
    particulars = service.particulars
    return line(
        "service-row",
        number=str(service.number),
        name=particulars.name,
        provider=provider_arg(particulars.provider),
        duty=Term(f"duty-{particulars.duty}"),
    )


def particular_lines(particulars: Particulars) -> list[Line]:
    """Who provides it and how one gets it, as far as that is known."""
    provider = provider_arg(particulars.provider)
    lines = [line("service-provider", provider=provider, duty=Term(f"duty-{particulars.duty}"))]
    told = (("apply", particulars.apply), ("hours", particulars.hours), ("contact", particulars.contact))
    return [*lines, *(line(f"service-{key}", words=words) for key, words in told if words)]


def view_lines(service: Service, questions: Sequence[ServiceQuestion], *, kept: bool) -> tuple[Line, ...]:
    """`questions`: those shown, newest first. `kept`: for those who keep the list."""
    lines = [line("service-head", number=str(service.number), name=service.name)]
    if not service.listed:
        lines.append(line("service-is-off"))
    lines += particular_lines(service.particulars)
    for question in questions[:SHOWN_AT_ONCE]:
        lines += said(question)
    lines.append(line("service-checked", day=Day(service.checked_on)))
    if kept:
        lines.append(line("service-by", body=Term(f"body-{service.by.body}"), name=service.by.name))
    return tuple(lines)


def said(question: ServiceQuestion) -> tuple[Line, Line]:
    """What everybody may read of it: no name of who asked."""
    return line("service-asked", words=question.words), line("service-answered", **_answer_args(question))


def _answer_args(question: ServiceQuestion) -> dict[str, Arg]:
    assert question.answer is not None, "this question has no answer"
    assert question.by is not None, "somebody answered it"
    return {"words": question.answer, "body": Term(f"body-{question.by.body}"), "name": question.by.name}


def for_staff(question: ServiceQuestion, service: Service) -> Reply:
    """In the staff chat: the question with its button, later what came of it."""
    lines = [line("service-question-head", number=str(service.number), name=service.name)]
    lines.append(line("card-words", words=question.words))
    rows: tuple[tuple[Button, ...], ...] = ()
    match question.state:
        case QuestionState.OPEN:
            rows = ((answer_button(question), look(service)),)
        case _:
            lines.append(line("service-answered", **_answer_args(question)))
            lines.append(line("service-question-shown" if question.shown else "service-question-unshown"))
    if question.state is QuestionState.HELD:
        rows = ((Button("button-service-takeback", data("service-question", question.id, "takeback")),),)
    return Reply(tuple(lines), buttons=rows, slot=slot_of(question))


def answer_button(question: ServiceQuestion) -> Button:
    return Button("button-service-answer", data("service-answer", question.id))


def look(service: Service) -> Button:
    return Button("button-service-look", data("service", service.id, BELOW))


def for_asker(question: ServiceQuestion, service: Service) -> Reply:
    """The answer, in private."""
    args = {**_answer_args(question), "service": service.name, "asked": question.words}
    return Reply((Line("service-question-told", args),), buttons=((look(service),),))


def waiting_lines(question: ServiceQuestion, service: Service, *, today: date) -> Line:
    late = is_overdue(question, today=today)
    args: dict[str, Arg] = {"number": str(service.number), "name": service.name, "words": question.words}
    if question.due_on is None:
        return Line("service-waits-undated", args)
    return Line("service-waits-late" if late else "service-waits", {**args, "day": Day(question.due_on)})


#: By whether hours and purpose are known.
_PHONE_ROWS = {
    (False, False): "phone-row",
    (True, False): "phone-row-hours",
    (False, True): "phone-row-about",
    (True, True): "phone-row-whole",
}


def phone_row(entry: Entry) -> Line:
    """A number as it stands on the card."""
    key = _PHONE_ROWS[bool(entry.hours), bool(entry.about)]
    return Line(key, {"name": entry.name, "number": entry.number, "hours": entry.hours, "about": entry.about})

"""How the open ledger looks: its list, one entry with its corrections and documents, its questions."""

from __future__ import annotations

from collections.abc import Sequence

from bot.domain.buttons import MAX_BYTES, data
from bot.domain.ledger import Draft, Entry, EntryQuestion, Totals
from bot.domain.rights import RIGHTS, Act, sees_staff_matters
from bot.messages import Actor, Arg, Button, Day, Line, Moment, Money, Reply, Term, Texts, line
from bot.ports.ledger import LedgerFilter
from bot.services import boards
from bot.services.ledger import Page, View

ALL = "all"
LINK = "entry"  #: deep-link payload: `entry-<id>-<code of the group>`
MOST_YEARS = 4  #: with buttons of their own; earlier ones are typed
MOST_CATEGORIES = 16
QUESTIONS_A_PAGE = 3
MOST_VERSIONS = 10  #: of a history, the last ones
_REASON_COLUMNS = 160  #: of a history; the entry itself has it whole
_WORDS_COLUMNS = 48


def category(key: str) -> Term:
    """Texts: ledger-category-affairs and so on; config.yaml may name others."""
    return Term(f"ledger-category-{key}")


def amount(cents: int | None) -> Money:
    return Money(cents or 0)


def args_of(entry: Entry) -> dict[str, Arg]:
    return {"number": str(entry.number)}


# ---- the list -------------------------------------------------------------------------------------------------------


def page_of(page: Page, *, private: bool, edits: int | None = None) -> Reply:
    """In groups entries are opened by their numbers, typed, so that the list stays quiet."""
    lines = [line("ledger-head", estate=page.estate.name, n=page.total), *_asked_for(page.which)]
    if page.entries:
        lines += total_lines(page.totals)
        lines += [row(each) for each in page.entries]
    else:
        lines.append(line("ledger-empty" if page.which == LedgerFilter() else "ledger-empty-filter"))
    if page.pages > 1:
        lines.append(line("list-page", page=str(page.number + 1), pages=str(page.pages)))
    if page.entries and not private:
        lines.append(line("ledger-open-typed", number=str(page.entries[0].number)))
    return Reply(tuple(lines), buttons=_rows(page, private=private), edits=edits, silent=True)


def _asked_for(which: LedgerFilter) -> tuple[Line, ...]:
    lines = []
    if which.year is not None:
        lines.append(line("ledger-of-year", year=str(which.year)))
    if which.category is not None:
        lines.append(line("ledger-of-category", category=category(which.category)))
    if which.words is not None:
        lines.append(line("ledger-with-words", words=which.words))
    return tuple(lines)


def total_lines(totals: Totals) -> tuple[Line, ...]:
    """Nothing where there is no money in it."""
    lines = []
    if totals.income or totals.expense:
        key = "ledger-totals" if totals.balance >= 0 else "ledger-totals-short"
        sums = {"income": Money(totals.income), "expense": Money(totals.expense), "balance": Money(abs(totals.balance))}
        lines.append(Line(key, dict(sums)))
    if totals.assets:
        lines.append(line("ledger-total-assets", assets=Money(totals.assets)))
    return tuple(lines)


def row(entry: Entry) -> Line:
    """Texts: ledger-row-decision, -income, -expense, -asset; ledger-row-cancelled."""
    what = "cancelled" if entry.cancels else entry.draft.kind.value
    return Line(f"ledger-row-{what}", {**args_of(entry), **_said(entry.draft)})


def unnumbered(draft: Draft) -> Line:
    """As a row of the list, before it has a number. Texts: ledger-new-decision, -income, -expense, -asset."""
    return Line(f"ledger-new-{draft.kind}", _said(draft))


def _said(draft: Draft) -> dict[str, Arg]:
    return {
        "day": Day(draft.day),
        "category": category(draft.category),
        "amount": amount(draft.cents),
        "words": boards.shortened(draft.words, columns=_WORDS_COLUMNS),
    }


def _rows(page: Page, *, private: bool) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if private:
        opens = [
            Button("button-entry-number", data("entry", each.id), args={"number": str(each.number)})
            for each in page.entries
        ]
        rows += _by(4, opens)
    which = page.which
    turns = []
    if page.number > 0 and (back := list_data(which, page.number - 1)):
        turns.append(Button("button-page-back", back))
    if page.number + 1 < page.pages and (on := list_data(which, page.number + 1)):
        turns.append(Button("button-page-on", on))
    rows += [tuple(turns)] if turns else []
    if len(page.years) > 1 or which.year is not None:
        rows.append(_years(page))
    if len(page.categories) > 1 or which.category is not None:
        rows += _by(2, _categories(page))
    if page.entries and which.words is None:
        rows.append((Button("button-ledger-xlsx", data("ledger-file", *_args(which))),))
    return tuple(rows)


def _args(which: LedgerFilter) -> tuple[str, str]:
    return (str(which.year or ALL), which.category or ALL)


def list_data(which: LedgerFilter, page: int) -> str | None:
    """The button of such a page; None: the words looked for are too long for a button, or would break it."""
    year, key = _args(which)
    if which.words is None:
        return data("ledger", year, key, page)
    parts = ("ledger", year, key, str(page), which.words)
    fits = ":" not in which.words and len(":".join(parts).encode()) <= MAX_BYTES
    return data(*parts) if fits else None


def _years(page: Page) -> tuple[Button, ...]:
    which = page.which
    shown = list(page.years[:MOST_YEARS])
    if which.year is not None and which.year not in shown:
        shown = [*shown[: MOST_YEARS - 1], which.year]
    buttons = [_choice("button-ledger-years", {}, LedgerFilter(None, which.category), ticked=which.year is None)]
    for year in shown:
        to = LedgerFilter(year, which.category)
        buttons.append(_choice("button-ledger-year", {"year": str(year)}, to, ticked=which.year == year))
    return tuple(buttons)


def _categories(page: Page) -> list[Button]:
    which = page.which
    keys = list(page.categories[:MOST_CATEGORIES])
    if which.category is not None and which.category not in keys:
        keys.append(which.category)
    buttons = [_choice("button-ledger-categories", {}, LedgerFilter(which.year), ticked=which.category is None)]
    for key in keys:
        to = LedgerFilter(which.year, key)
        buttons.append(_choice(category(key).key, {}, to, ticked=which.category == key))
    return buttons


def _choice(key: str, args: dict[str, str | int | Term | Texts], to: LedgerFilter, *, ticked: bool) -> Button:
    where = data("ledger", *_args(to), 0)
    if ticked:
        return Button("button-ticked", where, args={"label": Term(key, args)})
    return Button(key, where, args=dict(args))


def _by(columns: int, buttons: Sequence[Button]) -> list[tuple[Button, ...]]:
    return [tuple(buttons[at : at + columns]) for at in range(0, len(buttons), columns)]


# ---- an entry -------------------------------------------------------------------------------------------------------


def draft_lines(draft: Draft) -> tuple[Line, ...]:
    """What it says: kind and category, sum, day, words. Texts: ledger-kind-decision and so on."""
    args: dict[str, Arg] = {"kind": Term(f"ledger-kind-{draft.kind}"), "category": category(draft.category)}
    lines = [Line("entry-what", args)]
    if draft.cents is not None:
        lines.append(line("entry-amount", amount=amount(draft.cents)))
    lines.append(line("entry-day", day=Day(draft.day)))
    lines.append(line("card-words", words=draft.words))
    return tuple(lines)


def view_lines(view: View, *, zone: str) -> tuple[Line, ...]:
    """All of it but the questions themselves."""
    entry = view.entry
    lines = [line("entry-head", **args_of(entry))]
    if entry.corrected_by is not None:
        newest = view.newest
        key = "entry-cancelled-by" if newest.cancels else "entry-corrected-by"
        lines.append(line(key, newest=str(newest.number)))
    if entry.cancels:
        lines.append(line("entry-cancels", corrects=str(entry.corrects), words=entry.reason))
    elif entry.corrects is not None:
        lines.append(line("entry-corrects", corrects=str(entry.corrects), words=entry.reason))
    lines += draft_lines(entry.draft)
    if entry.draft.files:
        lines.append(line("entry-files", n=len(entry.draft.files)))
    by: dict[str, Arg] = {"body": Term(f"body-{entry.by.body}"), "who": entry.by.name, "moment": Moment(entry.at, zone)}
    lines.append(Line("entry-by", by))
    if view.questions:
        lines.append(line("entry-asked", n=len(view.questions)))
    return tuple(lines)


def view_rows(view: View, actor: Actor) -> tuple[tuple[Button, ...], ...]:
    """In a group they all lead to the private chat, where nobody else is disturbed."""
    entry = view.entry
    at_desk = actor.chat.private or sees_staff_matters(actor.chat, entry.estate_key)
    if not at_desk:
        if actor.chat.link_code is None:
            return ()
        return ((Button("button-entry-private", start=f"{LINK}-{entry.id}-{actor.chat.link_code}"),),)

    def see(key: str, *what: str | int, **args: Arg) -> Button:
        return Button(key, data("entry-see", entry.id, *what), args=dict(args))

    rows: list[tuple[Button, ...]] = []
    if entry.draft.files:
        rows.append((see("button-entry-files", "files", n=len(entry.draft.files)),))
    if len(view.chain) > 1:
        newest = (Button("button-entry-newest", data("entry", view.newest.id)),) if not entry.stands else ()
        rows.append((see("button-entry-history", "history"), *newest))
    if view.questions or view.folded:
        rows.append((see("button-entry-questions", "questions", 0, n=len(view.questions)),))
    if actor.chat.private and actor.roles_in(entry.estate_key) & RIGHTS[Act.ASK_OF_ENTRY]:
        rows.append((Button("button-entry-ask", data("entry-ask", entry.id)),))
    speaker = None
    if (estate := actor.estate_named(entry.estate_key)) is not None:
        speaker = estate.speakers.get(actor.person.telegram_id)
    if speaker is not None and speaker.body is entry.by.body and entry.stands:
        rows.append((Button("button-entry-correct", data("entry-correct", entry.id)),))
    return tuple(rows)


def history(view: View, *, zone: str) -> Reply:
    """Every version, what it said, and why the next one took its place."""
    lines = [line("entry-history", **args_of(view.chain[0]))]
    if len(view.chain) > MOST_VERSIONS:
        lines.append(line("entry-history-more", n=len(view.chain) - MOST_VERSIONS))
    for each in view.chain[-MOST_VERSIONS:]:
        lines.append(line("entry-version", moment=Moment(each.at, zone), who=each.by.name))
        lines.append(row(each))
        if each.reason:
            lines.append(line("entry-why", words=boards.shortened(each.reason, columns=_REASON_COLUMNS)))
    return Reply(tuple(lines), silent=True)


# ---- questions ------------------------------------------------------------------------------------------------------


def _question_lines(question: EntryQuestion, *, of: str | None = None) -> tuple[Line, ...]:
    """`of`: the number of another version of the entry, of which it was asked."""
    if question.name:
        lines = [line("entry-question-named", name=question.name, words=question.words)]
    else:
        lines = [line("entry-question", words=question.words)]
    if of is not None:
        lines.append(line("entry-question-of", number=of))
    if question.answered_by is not None:
        by = question.answered_by
        lines.append(line("entry-answer", body=Term(f"body-{by.body}"), who=by.name, words=question.answer))
    else:
        lines.append(line("entry-answer-none"))
    return tuple(lines)


def questions(view: View, page: int, *, edits: int | None = None) -> Reply:
    """The newest first; a page past the end is the last one."""
    entry = view.entry
    asked = list(reversed(view.questions))
    pages = max(1, -(-len(asked) // QUESTIONS_A_PAGE))
    number = max(0, min(page, pages - 1))
    numbers = {each.id: each.number for each in view.chain}
    lines = [line("entry-questions-head", **args_of(entry), n=len(asked))]
    for each in asked[number * QUESTIONS_A_PAGE : (number + 1) * QUESTIONS_A_PAGE]:
        of = None if each.entry_id == entry.id else str(numbers[each.entry_id])
        lines += _question_lines(each, of=of)
    if view.folded:
        lines.append(line("entry-questions-folded", n=view.folded))
    if pages > 1:
        lines.append(line("list-page", page=str(number + 1), pages=str(pages)))
    turns = []
    if number > 0:
        turns.append(Button("button-page-back", data("entry-see", entry.id, "questions", number - 1, "here")))
    if number + 1 < pages:
        turns.append(Button("button-page-on", data("entry-see", entry.id, "questions", number + 1, "here")))
    return Reply(tuple(lines), buttons=(tuple(turns),) if turns else (), edits=edits, silent=True)


def asked(entry: Entry, question: EntryQuestion) -> Reply:
    """The question as those hear it who keep the ledger."""
    lines = (line("entry-asked-head", **args_of(entry)), row(entry), *_question_lines(question))
    buttons = (
        (Button("button-entry-answer", data("entry-answer", question.id)),),
        (Button("button-entry-fold", data("entry-fold", question.id)), look(entry)),
    )
    return Reply(lines, buttons=buttons)


def answered(entry: Entry, question: EntryQuestion) -> Reply:
    """The answer as whoever asked gets it."""
    lines = (line("entry-answered-head", **args_of(entry)), *_question_lines(question))
    return Reply(lines, buttons=((look(entry),),), silent=True)


def look(entry: Entry) -> Button:
    return Button("button-entry-look", data("entry", entry.id))

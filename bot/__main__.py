"""The command line: `python -m bot run | demo | migrate | export | import | failed | lexicon | rights | check`."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import os
import signal
from typing import Annotated

import structlog
import typer
from rich.markup import escape
from rich.table import Table

from bot import __version__, app, check, demo, logs, progress
from bot.commands import files, terminal
from bot.commands.terminal import ConfigPath, err, out
from bot.domain.similarity import Advice, Proposal, proposals
from bot.from_settings import lexicon_of
from bot.ports import Gone, Rejected
from bot.reach import Stopped
from bot.settings import DEFAULT_PATH, Settings, SettingsError
from bot.store import current_revision, head_revision, migrate, steps_from
from bot.texts import rights_page
from bot.texts.catalog import Catalog
from bot.webhook import Address, WrongAddress

cli = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Wishwell (邻愿): the wish bot of a building's chats."
)
failed = typer.Typer(
    no_args_is_help=True, help="What could not be done: updates that failed, messages Telegram refused."
)
cli.add_typer(failed, name="failed")
lexicon = typer.Typer(no_args_is_help=True, help="The words by which similar wishes are found.")
cli.add_typer(lexicon, name="lexicon")

_log = structlog.get_logger("bot")


@cli.command()
def run(
    config: ConfigPath = DEFAULT_PATH,
    webhook: Annotated[
        str | None, typer.Option(metavar="URL", help="Let Telegram bring updates to this https address.")
    ] = None,
    listen: Annotated[
        str | None, typer.Option(metavar="HOST:PORT", help="With --webhook: listen here, whatever the file says.")
    ] = None,
    name: Annotated[
        str | None, typer.Option(help="Of this process among several on PostgreSQL, the same when it starts again.")
    ] = None,
) -> None:
    """Answer Telegram, by long polling unless --webhook is given, until SIGTERM or Ctrl-C. Needs BOT_TOKEN.

    Several may run for one bot on one PostgreSQL database, behind one address with --webhook: they share the work, and
    go on when one of them dies.
    """
    settings = terminal.settings_of(config)
    try:
        settings = settings if listen is None else settings.listening_at(listen)
    except SettingsError as error:
        terminal.refuse(error)
    terminal.run_to_end(_serve(settings, _address(webhook), name))


def _address(url: str | None) -> Address | None:
    try:
        return None if url is None else Address.read(url)
    except WrongAddress as error:
        err.print(str(error), style="red", markup=False, highlight=False, soft_wrap=True)
        raise typer.Exit(2) from None


async def _serve(settings: Settings, webhook: Address | None, name: str | None) -> None:
    refusal: Exception | None = None
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    with contextlib.suppress(Stopped):
        async with app.opened(settings, stop=stop, webhook=webhook, name=name) as running:
            _log.info("started", bot_id=running.me.id, version=__version__)
            await app.show_menus(running)
            # Texts, words and tables stay to the end: looking through them for garbage would stop everybody each time.
            gc.collect()
            gc.freeze()
            try:
                await running.run(stop)
            except (SettingsError, Rejected, Gone) as error:
                refusal = error  # raised in here it would come out as one of a group of failures
    if refusal is not None:
        raise refusal
    _log.info("stopped")


@cli.command(name="demo")
def show_demo(
    port: Annotated[int, typer.Option(help="Port of the page on 127.0.0.1; 0 takes a free one.")] = 8080,
    seed: Annotated[bool, typer.Option(help="Begin with six weeks of life in the estate.")] = True,
) -> None:
    """A small estate on this computer: open the page and be any of its residents. No token, no network."""
    terminal.run_to_end(demo.show(port=port, with_seed=seed, say=lambda words: out.print(words, highlight=False)))


@cli.command(name="migrate")
def migrate_database(config: ConfigPath = DEFAULT_PATH) -> None:
    """Bring the database up to date (`run` does it as well)."""
    settings = terminal.settings_of(config)
    before = terminal.run_to_end(current_revision(settings.database_url))
    with progress.shown("migrate", total=steps_from(before)) as work:
        terminal.run_to_end(migrate(settings.database_url, on_step=work.step))
    head = head_revision()
    out.print(f"up to date: {head}" if before == head else f"{before or 'empty'} -> {head}")


@cli.command("rights")
def show_rights() -> None:
    """Print who may do what, as docs/rights.md has it."""
    typer.echo(rights_page.page(Catalog.load()), nl=False)


@cli.command(name="check")
def check_all(config: ConfigPath = DEFAULT_PATH) -> None:
    """A table of what is right and what is wrong; exits with 1 if anything is."""
    try:
        settings = Settings.load(config, os.environ)
    except SettingsError as error:
        _show([check.Finding("settings", check.Verdict.WRONG, str(problem)) for problem in error.problems])
        raise typer.Exit(1) from None
    logs.configure(style=settings.log.format, level="error", secrets=terminal.secrets_of(settings))
    findings = terminal.run_to_end(check.findings(settings))
    _show(findings)
    if any(finding.verdict is check.Verdict.WRONG for finding in findings):
        raise typer.Exit(1)


cli.command(name="export")(files.export_file)
cli.add_typer(files.imports, name="import")

_STYLE = {check.Verdict.RIGHT: "green", check.Verdict.LOOK: "yellow", check.Verdict.WRONG: "red"}


def _show(findings: list[check.Finding]) -> None:
    table = Table("", "what", "found")
    for finding in findings:
        table.add_row(f"[{_STYLE[finding.verdict]}]{finding.verdict}[/]", finding.what, finding.words)
    out.print(table)


@failed.command(name="list")
def failed_list(config: ConfigPath = DEFAULT_PATH) -> None:
    """Failed updates (u…) and refused messages (m…)."""
    terminal.run_to_end(_list_failed(terminal.settings_of(config)))


async def _list_failed(settings: Settings) -> None:
    async with terminal.rows_of(settings) as store:
        table = Table("id", "what", "when", "why")
        for row, why in await store.inbox.failed():
            table.add_row(
                f"u{row.update_id}", f"update, tried {row.attempts} times", f"{row.received_at:%Y-%m-%d %H:%M}", why
            )
        for number, state, why in await store.queue.problems():
            table.add_row(f"m{number}", f"message, {state}", "", why)
    out.print(table if table.row_count else "nothing failed")


@failed.command(name="show")
def failed_show(name: str, config: ConfigPath = DEFAULT_PATH) -> None:
    """One of them whole; an update's text holds people's words: show it to nobody."""
    terminal.run_to_end(_show_failed(terminal.settings_of(config), name))


async def _show_failed(settings: Settings, name: str) -> None:
    kind, number = _read(name)
    async with terminal.rows_of(settings) as store:
        if kind == "u":
            found = [(row.payload, why) for row, why in await store.inbox.failed() if row.update_id == number]
        else:
            found = [(state, why) for each, state, why in await store.queue.problems() if each == number]
    if not found:
        err.print(f"no {name} among the failed")
        raise typer.Exit(1)
    for words, why in found:
        out.print(words, markup=False, soft_wrap=True)
        out.print(why, markup=False, soft_wrap=True)


@failed.command(name="retry")
def failed_retry(name: str, config: ConfigPath = DEFAULT_PATH) -> None:
    """Put one back, to be tried anew by the running bot."""
    terminal.run_to_end(_retry_failed(terminal.settings_of(config), name))


async def _retry_failed(settings: Settings, name: str) -> None:
    kind, number = _read(name)
    async with terminal.rows_of(settings) as store:
        done = await (store.inbox.retry(number) if kind == "u" else store.queue.retry(number))
    if not done:
        err.print(f"no {name} among the failed")
        raise typer.Exit(1)
    out.print(f"{name} waits to be tried again")


@lexicon.callback()
def _lexicon() -> None:
    """One command so far; more may come, so it keeps its name."""


@lexicon.command(name="proposals")
def lexicon_proposals(
    config: ConfigPath = DEFAULT_PATH,
    sentences: Annotated[
        bool, typer.Option(help="Show the sentences too: people's words, show them to nobody.")
    ] = False,
) -> None:
    """What neighbours' taps on suggested wishes propose for `similar.lexicon_file`; nothing is changed."""
    found = terminal.run_to_end(_proposals(terminal.settings_of(config)))
    table = Table("people", "what", "example for the file")
    for proposal in found:
        what, example = _told(proposal)
        pairs = "".join(f"\n{one} | {other}" for one, other in proposal.examples) if sentences else ""
        table.add_row(str(proposal.persons), escape(what + pairs), escape(example))
    out.print(table if found else "nothing to propose: it takes two people who say the same")


async def _proposals(settings: Settings) -> list[Proposal]:
    known = lexicon_of(settings)
    async with terminal.rows_of(settings) as store, store.units.reading() as uow:
        return proposals(await uow.similar.taps(), known)


def _told(proposal: Proposal) -> tuple[str, str]:
    """In words, and as lines for the steward's file."""
    concepts, words = proposal.concepts, proposal.words
    match proposal.advice:
        case Advice.WORD:
            language = "en" if words[0].isascii() else "zh"
            return f"{words[0]} may mean {' or '.join(concepts)}", f"{concepts[0]}: {{{language}: {words[0]}}}"
        case Advice.AKIN:
            return f"{concepts[0]} and {concepts[1]} were said to be the same", f"akin: [[{', '.join(concepts)}]]"
        case Advice.PART:
            return (
                f"{words[0]} and {words[1]} both mean {concepts[0]}, and were said to be different",
                "(a concept for each?)",
            )
    return f"{concepts[0]} and {concepts[1]} count as akin, and were said to be different", "(remove the pair?)"


def _read(name: str) -> tuple[str, int]:
    kind, number = name[:1], name[1:]
    if kind not in ("u", "m") or not number.isdecimal():
        err.print("say which one as `failed list` shows it: u123 or m45")
        raise typer.Exit(2)
    return kind, int(number)


if __name__ == "__main__":
    cli()

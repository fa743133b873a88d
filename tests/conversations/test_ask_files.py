"""The question for documents and photos: what it takes, what it refuses, and what a file is called."""

from __future__ import annotations

import pytest

from bot.domain import ledger_refusals
from bot.domain.ledger import EntryFile
from bot.messages import Document
from conversations import ask_files
from conversations.ask_files import AskFiles
from conversations.controls import Control
from conversations.questions import Heard
from tests.conversations.fakes import FakeUnitOfWork
from tests.conversations.walking import PRIVATE

STEP = AskFiles("files", "entry-ask-files", most=3, optional=True)


def heard(answers, **what):
    return STEP.hear(Heard(**what), answers, PRIVATE).answers


def test_files_and_photos_are_taken_in_their_order_each_once():
    answers = heard({}, document=("a", "合同.pdf"))
    answers = heard(answers, photo="p", pictured=True)
    answers = heard(answers, document=("a", "合同.pdf"))
    assert ask_files.files_of(answers["files"]) == (EntryFile("a", "合同.pdf"), EntryFile("p"))
    answers = heard(answers, document=("b", "发票.pdf"))
    with pytest.raises(ledger_refusals.TooManyFiles):
        heard(answers, photo="q", pictured=True)
    assert heard(answers, words="好了") == answers
    assert STEP.press(Control.CLEAR, answers, PRIVATE).answers["files"] == []


@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ({"words": "就是那张"}, ledger_refusals.NotAFile),
        ({"words": "重新发"}, ledger_refusals.NotAFile),
        ({"document": ("", "大.pdf")}, ledger_refusals.FileTooBig),
    ],
)
def test_what_is_no_file_or_too_big_is_refused(what, refusal):
    with pytest.raises(refusal):
        heard({}, **what)


async def test_a_file_is_called_as_its_sender_calls_it_on_one_line_and_in_no_folder():
    uow, most = FakeUnitOfWork(), ask_files.MOST_MEGABYTES * 1024 * 1024
    assert await ask_files.kept(Document("f", "u", "../合同\n 一.pdf", most), uow) == ("u", ".. 合同 一.pdf")
    assert await ask_files.kept(Document("f", "u", ""), uow) == ("u", "file")
    assert await ask_files.kept(Document("f", "u", "大.pdf", most + 1), uow) == ("", "大.pdf")
    _, name = await ask_files.kept(Document("f", "u", "长" * 500 + ".pdf"), uow)
    assert len(name) == ask_files.MAX_NAME_CHARS
    assert name.endswith(".pdf")

"""The question for documents and photos, in any order. Each is taken on arrival; the answer is `[key, name]` each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain import ledger_refusals as refusals
from bot.domain.ledger import EntryFile
from bot.messages import Document, Line
from bot.ports import UnitOfWork
from conversations.controls import Control, typed
from conversations.gathering import Gather
from conversations.questions import Answers, Choice, Context, Heard, Heed

MOST_MEGABYTES = 20  #: what a bot can fetch (Bot API, getFile)
MAX_NAME_CHARS = 120
_UNNAMED = "file"


async def kept(document: Document, uow: UnitOfWork) -> tuple[str, str]:
    """Keep a file; its key and name. One that is too big is named with an empty key, for the question to refuse.

    The name is its sender's: on one line, and without what would lead out of a folder.
    """
    name = " ".join(document.name.replace("/", " ").replace("\\", " ").split())[-MAX_NAME_CHARS:] or _UNNAMED
    if (document.size_bytes or 0) > MOST_MEGABYTES * 1024 * 1024:
        return ("", name)
    return (await uow.files.keep(document), name)


def files_of(value: Sequence[Sequence[str]] | None) -> tuple[EntryFile, ...]:
    return tuple(EntryFile(key, name) for key, name in value or ())


def kept_of(files: Sequence[EntryFile]) -> list[list[str]]:
    return [[each.key, each.name] for each in files]


@dataclass(frozen=True, slots=True)
class AskFiles(Gather):
    """Up to `most` photos and documents, and a Done button."""

    def takes_document(self, answers: Answers) -> bool:
        return True

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        asked = super(AskFiles, self).lines(answers, context)
        count = len(self.taken(answers))
        return (*asked, Line("files-so-far", {"files": count, "most": self.most})) if count else asked

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        if not self.taken(answers):
            return ()
        return ((Choice(Control.DONE, "button-done"),), (Choice(Control.CLEAR, "button-clear-files"),))

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        captioned = bool(heard.words.strip())
        if heard.document is not None:
            key, name = heard.document
            if not key:
                raise refusals.FileTooBig(most=MOST_MEGABYTES)
            return self.add([key, name], answers, captioned=captioned)
        if heard.photo is not None:
            return self.add([heard.photo, ""], answers, captioned=captioned)
        control = typed(heard.words, (Control.DONE, Control.CLEAR))
        if control is None or (control is Control.CLEAR and not self.taken(answers)):
            raise refusals.NotAFile
        return self.press(control, answers, context)

    def add(self, file: list[str], answers: Answers, *, captioned: bool) -> Heed:
        """Take a file; the same one twice counts once.

        Raises:
            TooManyFiles: the first `most` stay.
        """
        taken = self.taken(answers)
        if all(key != file[0] for key, _ in taken):
            if len(taken) >= self.most:
                raise refusals.TooManyFiles(most=self.most)
            taken.append(file)
        notes = (Line("dialog-caption-not-kept"),) if captioned else ()
        return Heed(self.put(answers, taken), stays=True, notes=notes, quiet=len(taken) > 1 and not captioned)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        if value == Control.DONE:
            if not self.taken(answers) and not self.may_be_skipped(answers):
                raise refusals.NotAFile
            return Heed(self.put(answers, self.taken(answers)))
        if value == Control.CLEAR and self.taken(answers):
            return Heed(self.put(answers, []), stays=True, notes=(Line("files-cleared"),))
        return super(AskFiles, self).press(value, answers, context)

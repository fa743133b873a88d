"""The question for photos. An album arrives as separate messages without an end mark: each is taken on arrival."""

from __future__ import annotations

from dataclasses import dataclass

from bot.domain.errors import NotAPhoto, TooManyPhotos
from bot.messages import Line
from conversations.controls import Control, typed
from conversations.gathering import Gather
from conversations.questions import Answers, Choice, Context, Heard, Heed


@dataclass(frozen=True, slots=True)
class AskPhoto(Gather):
    """Up to `most` photos and a Done button; the answer is a list of keys of `files`, in order of arrival."""

    def leads_away(self, context: Context) -> bool:
        return context.go_on is not None

    def lines(self, answers: Answers, context: Context) -> tuple[Line, ...]:
        if self.leads_away(context):
            return (Line("whisper-photo"),)
        asked = super(AskPhoto, self).lines(answers, context)
        count = len(self.taken(answers))
        return (*asked, Line("dialog-photos-so-far", {"photos": count, "most": self.most})) if count else asked

    def rows(self, answers: Answers, context: Context) -> tuple[tuple[Choice, ...], ...]:
        if self.leads_away(context):
            return ((Choice("", "button-go-on", start=context.go_on),),)
        if not self.taken(answers):
            return ()
        return ((Choice(Control.DONE, "button-done"),), (Choice(Control.CLEAR, "button-clear-photos"),))

    def hear(self, heard: Heard, answers: Answers, context: Context) -> Heed:
        if heard.photo is not None:
            return self.add(heard.photo, answers, captioned=bool(heard.words.strip()))
        control = typed(heard.words, (Control.DONE, Control.CLEAR))
        if control is None or (control is Control.CLEAR and not self.taken(answers)):
            raise NotAPhoto
        return self.press(control, answers, context)

    def add(self, photo: str, answers: Answers, *, captioned: bool) -> Heed:
        """Take a photo; the same one twice counts once.

        Raises:
            TooManyPhotos: the first `most` stay.
        """
        taken = self.taken(answers)
        if photo not in taken:
            if len(taken) >= self.most > 1:
                raise TooManyPhotos(most=self.most)
            taken = [*taken, photo][-self.most :]
        notes = (Line("dialog-caption-not-kept"),) if captioned else ()
        if self.most == 1:
            return Heed(self.put(answers, taken), notes=notes)
        return Heed(self.put(answers, taken), stays=True, notes=notes, quiet=len(taken) > 1 and not captioned)

    def press(self, value: str, answers: Answers, context: Context) -> Heed:
        if value == Control.DONE:
            if not self.taken(answers) and not self.may_be_skipped(answers):
                raise NotAPhoto
            return Heed(self.put(answers, self.taken(answers)))
        if value == Control.CLEAR and self.taken(answers):
            return Heed(self.put(answers, []), stays=True, notes=(Line("dialog-photos-cleared"),))
        return super(AskPhoto, self).press(value, answers, context)

"""The one question about a photo that neighbours will see: are there other people's faces in it, or children?"""

from __future__ import annotations

from dataclasses import dataclass

from conversations import wish_draft
from conversations.questions import Answers, Context, Option
from conversations.steps import Choose

SEND, OTHER_PHOTO, NO_PHOTO, COMMITTEE = "send", "photo", "no-photo", "committee"

_SEEN = "photo_seen"  #: the key of the photo that was asked about


def is_due(answers: Answers) -> bool:
    """There is a photo, and nobody was asked about this very one."""
    photo = wish_draft.photo(answers)
    return photo is not None and answers.get(_SEEN) != photo


def _options(answers: Answers, context: Context) -> tuple[Option, ...]:
    return (
        Option(
            SEND,
            "button-no-faces",
            ("没有", "没有，发", "沒有", "发", "發", "发吧", "no", "none", "no, post it", "post", "send"),
            sets={_SEEN: wish_draft.photo(answers)},
        ),
        Option(OTHER_PHOTO, "button-other-photo", ("换张照片", "换照片", "換照片", "another photo", "other photo")),
        Option(
            NO_PHOTO,
            "button-post-without-photo",
            ("去掉照片", "不要照片", "去掉照片再发", "post without the photo", "without the photo", "remove photo"),
            sets={"photo": []},
        ),
        Option(
            COMMITTEE,
            "button-committee-only",
            ("只给居委会", "只給居委會", "居委会", "committee only", "committee"),
            sets={"preview": COMMITTEE},
        ),
    )


@dataclass(frozen=True, slots=True)
class AskFaces(Choose):
    """Asked once a photo, after it was settled who may see the wish and before it goes out."""

    def may_be_skipped(self, answers: Answers) -> bool:
        """Typed, "没有" is the word for skipping at every question: here it answers this one."""
        return True

    def offers_skip(self, answers: Answers) -> bool:
        return False

    def skipped(self, answers: Answers) -> Answers:
        return {**self.put(answers, SEND), _SEEN: wish_draft.photo(answers)}


ASK_FACES = AskFaces("faces", "faces-ask", options=_options)

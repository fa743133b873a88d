"""Which dialogs end in their middle when a role does: each that a role is needed for, and no other."""

from __future__ import annotations

from bot.domain.rights import RIGHTS, Role
from conversations.dialogs import DIALOGS, NEEDS

#: Whoever lives here may begin them, or they are about what is one's own, or it is asked of one person alone.
OF_EVERYBODY = {
    *("file-wish", "edit-wish", "add-to-wish", "withdraw-wish", "contest-removal", "retell", "reply-question"),
    *("contribute", "answer-question", "add-to-verdict", "object-to-project", "ask-service", "ask-of-entry"),
    *("claim-wish", "pass-contact", "put-off-claim", "file-quarrel", "quarrel-view", "quarrel-time", "name-guests"),
    *("post-thing", "answer-thing", "pass-thing-contact"),
}


def test_every_dialog_needs_a_right_or_is_everybodys() -> None:
    assert set(NEEDS) | OF_EVERYBODY == set(DIALOGS)
    assert not set(NEEDS) & OF_EVERYBODY


def test_what_it_needs_comes_with_a_role_alone() -> None:
    assert all(Role.RESIDENT not in RIGHTS[act] for act in NEEDS.values())

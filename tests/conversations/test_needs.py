"""Which dialogs end in their middle when a role does: each that a role is needed for, were it a neighbour's."""

from __future__ import annotations

from bot.domain.rights import RIGHTS, Role
from conversations.dialogs import DIALOGS, LIVES_HERE, NEEDS

#: They are about what is one's own, or it is asked of one person alone.
OF_EVERYBODY = {
    *("edit-wish", "add-to-wish", "withdraw-wish", "contest-removal", "retell", "reply-question"),
    *("answer-question", "add-to-verdict", "object-to-project"),
    *("pass-contact", "put-off-claim", "quarrel-view", "quarrel-time", "pass-thing-contact"),
}


def test_every_dialog_needs_a_right_or_is_everybodys() -> None:
    told = [*NEEDS, *LIVES_HERE, *OF_EVERYBODY]
    assert sorted(told) == sorted(DIALOGS)


def test_what_it_needs_comes_with_a_role_alone() -> None:
    assert all(Role.RESIDENT not in RIGHTS[act] for act in NEEDS.values())
    assert all(Role.RESIDENT in RIGHTS[act] for act in LIVES_HERE.values())

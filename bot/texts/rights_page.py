"""The table of rights as a page (Markdown), in the words of the catalogs: what docs/rights.md is made of."""

from __future__ import annotations

from bot.domain.rights import BARRED, IN_PARTS, RIGHTS, Act, Role
from bot.texts.catalog import Catalog
from bot.texts.fitting import plain

LANGUAGES = ("zh", "en")
MAY, NEVER = "✓", "✗"
_COMMAS = {"zh": "、", "en": ", "}
#: From whoever comes by to whoever answers; those who only look on, and who give roles, last.
COLUMNS = (
    *(Role.OUTSIDER, Role.RESIDENT, Role.PANEL, Role.CAPTAIN, Role.VOLUNTEER, Role.MEDIATOR, Role.ORGANISATION),
    *(Role.MODERATOR, Role.RESIDENT_MODERATOR, Role.COMMITTEE_MODERATOR, Role.GRID_WORKER),
    *(Role.PROPERTY, Role.OWNERS, Role.COMMITTEE, Role.AUDITOR, Role.ADMINISTRATOR),
)


def page(catalog: Catalog) -> str:
    """The whole table, once in each of `LANGUAGES`, and where roles hold.

    Texts: rights-title, rights-how, rights-act, act-…, role-…, rights-parts-title, rights-parts.
    """
    return "\n".join(_table(catalog, language) for language in LANGUAGES)


def _table(catalog: Catalog, language: str) -> str:
    def words(key: str) -> str:
        return plain(catalog.text(key, {}, language))

    head = [words("rights-act"), *(words(f"role-{role}") for role in COLUMNS)]
    rows = [head, ["---", *(":-:" for _ in COLUMNS)]]
    rows += [[words(f"act-{act}"), *(_cell(act, role) for role in COLUMNS)] for act in Act]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    parts = _COMMAS[language].join(words(f"role-{role}") for role in COLUMNS if role in IN_PARTS)
    where = plain(catalog.text("rights-parts", {"roles": parts}, language))
    title, foot = f"# {words('rights-title')}\n\n{words('rights-how')}", f"## {words('rights-parts-title')}\n\n{where}"
    return f"{title}\n\n{table}\n\n{foot}\n"


def _cell(act: Act, role: Role) -> str:
    if role in BARRED.get(act, frozenset()):
        return NEVER
    return MAY if role in RIGHTS[act] else ""

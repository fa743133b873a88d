"""Templates: an estate's own beside those that come along; kept, changed, removed by its officers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bot.domain import broadcast_templates as rules
from bot.domain import planned_refusals as refusals
from bot.domain.broadcast_templates import Template
from bot.domain.people import Estate, Speaker
from bot.domain.rights import Act
from bot.domain.wishes import clean_words
from bot.messages import Actor
from bot.ports import UnitOfWork
from bot.services import broadcasts, standing
from bot.services.project_standing import speaker_of

_EVER = datetime.min.replace(tzinfo=UTC)  #: when what comes along was written


def shipped(language: str) -> tuple[Template, ...]:
    """Those that come along, with their names in this language; of nobody's."""
    name_in = "en" if language == "en" else "zh"
    return tuple(Template(0, "", names[name_in], words, 0, "", _EVER) for names, words in rules.SHIPPED)


async def of_estate(estate: Estate, *, language: str, uow: UnitOfWork) -> Sequence[Template]:
    """The estate's own, then those that come along of which it has none with the same name."""
    own = await uow.broadcast_templates.of_estate(estate.key)
    taken = {each.name for each in own}
    hidden = {at for at, (names, _) in enumerate(rules.SHIPPED) if taken & set(names.values())}
    return (*own, *(each for at, each in enumerate(shipped(language)) if at not in hidden))


async def list_templates(*, actor: Actor, uow: UnitOfWork) -> tuple[Estate, Speaker, Sequence[Template]]:
    """Raises what `broadcasts.officer` does."""
    estate, by = broadcasts.officer(actor)
    return estate, by, await of_estate(estate, language=actor.language, uow=uow)


async def to_run(*, actor: Actor, template_id: int, uow: UnitOfWork) -> Template:
    """The estate's own template of a button.

    Raises:
        TemplateGone: there is none, or none of an estate the actor has to do with here.
        NotAllowed, NotAResident: the role may not.
        OnlyInPrivate: in a building's group.
    """
    try:
        template = await uow.broadcast_templates.get(template_id)
    except LookupError:
        raise refusals.TemplateGone from None
    standing.check_estate(actor, template.estate_key, Act.RUN_BROADCASTS, gone=refusals.TemplateGone())
    standing.require_away_from_neighbours(actor)
    return template


async def keep(
    *,
    actor: Actor,
    name: str,
    words: Mapping[str, str],
    uow: UnitOfWork,
    now: datetime,
    template_id: int | None = None,
) -> Template:
    """A new one, or the one of that id changed.

    Raises:
        TemplateNameTaken, TooManyTemplates, TemplateTooLong, TemplateBlanksDiffer.
        EmptyWords, TooLong: of the name. And what `to_run` and `broadcasts.officer` raise.
    """
    name = " ".join(clean_words(name, max_chars=rules.MAX_NAME_CHARS).split())
    rules.check(words)
    if template_id is not None:
        estate_key = (await to_run(actor=actor, template_id=template_id, uow=uow)).estate_key
        by = speaker_of(actor, standing.estate_of(estate_key, actor))
    else:
        estate, by = broadcasts.officer(actor)
        estate_key = estate.key
    own = await uow.broadcast_templates.of_estate(estate_key)
    if any(each.name == name and each.id != template_id for each in own):
        raise refusals.TemplateNameTaken(name=name)
    template = Template(template_id or 0, estate_key, name, dict(words), actor.person.id, by.name, now)
    if template_id is not None:
        await uow.broadcast_templates.save(template)
        return template
    if len(own) >= rules.MOST_OF_ESTATE:
        raise refusals.TooManyTemplates(most=rules.MOST_OF_ESTATE)
    return await uow.broadcast_templates.add(template)


async def remove(*, actor: Actor, template_id: int, uow: UnitOfWork) -> Template:
    """Raises what `to_run` does."""
    template = await to_run(actor=actor, template_id=template_id, uow=uow)
    await uow.broadcast_templates.remove(template_id)
    return template

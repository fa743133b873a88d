"""What settings become: the house and its numbers, the texts, the words by which similar wishes are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.delivery import Limits
from bot.domain import ready
from bot.domain.floods import FloodLimits
from bot.domain.house import House, Pace, Retention
from bot.domain.people import Estate
from bot.domain.similarity import Lexicon
from bot.ports import Me
from bot.settings import Problem, Settings, SettingsError
from bot.settings.categories import categories_of
from bot.texts import concepts, terms
from bot.texts.catalog import Catalog
from bot.texts.concepts import ConceptsRefused
from bot.texts.own_categories import Categories
from bot.texts.traditional import traditional


def catalog_for(settings: Settings) -> Catalog:
    """All texts, with the house's own names for the bodies.

    Raises:
        SettingsError: the file of names cannot be used.
    """
    own: Categories = (
        *categories_of(settings.categories),
        *settings.ledger.offered,
        *settings.places.level_names,
    )
    catalog = Catalog.load(categories=own)
    if (path := settings.texts.terms_path) is None:
        return catalog
    try:
        return Catalog.load(terms=terms.load(path, languages=catalog.languages), categories=own)
    except terms.BadTerms as error:
        raise SettingsError([Problem("texts.terms_file", None, str(error))]) from None


def lexicon_of(settings: Settings) -> Lexicon:
    """The words this installation goes by.

    Raises:
        SettingsError: the steward's file cannot be used.
    """
    try:
        return concepts.standing(settings.similar.lexicon_path)
    except ConceptsRefused as error:
        raise SettingsError([Problem("similar.lexicon_file", None, str(error))]) from None


def house_of(settings: Settings, *, catalog: Catalog, me: Me) -> House:
    """The house as its steward wants it."""
    return House(
        bot_username=me.username,
        bot_sees_all=me.sees_all,
        default_language=settings.language,
        languages=tuple(sorted(catalog.languages, key=lambda language: language != settings.language)),
        estates={key: _in_their_script(estate) for key, estate in settings.estates_by_key().items()},
        pace=Pace(
            remind_after=timedelta(minutes=settings.dialogs.remind_after_min),
            expire_after=timedelta(hours=settings.dialogs.expire_after_h),
        ),
        watch=settings.danger.watch,
        longest_voice_s=settings.voices.longest_min * 60,
        retention=Retention(
            names_of_ended_wishes=_days(settings.retention.names_of_ended_wishes_days),
            photos_of_ended_wishes=_days(settings.retention.photos_of_ended_wishes_days),
            similar_taps=_days(settings.retention.similar_taps_days),
            strangers=_days(settings.retention.strangers_days),
        ),
        floods=FloodLimits(in_10_s=settings.quiet.flood_in_10_s, in_a_minute=settings.quiet.flood_in_a_minute),
        whispers=settings.telegram.ephemeral == "auto",
    )


def limits_of(settings: Settings) -> Limits:
    """How fast delivery may speak."""
    pace = settings.delivery
    return Limits(
        per_s=pace.messages_per_s, per_chat_per_s=pace.per_chat_per_s, per_group_per_min=pace.per_group_per_min
    )


def _days(value: int | None) -> timedelta | None:
    return None if value is None else timedelta(days=value)


def _in_their_script(estate: Estate) -> Estate:
    """What comes along in simplified characters is said in traditional ones where the estate writes these."""
    if estate.language != "zh-Hant" or estate.ready_answers != ready.DEFAULTS["zh"]:
        return estate
    return replace(estate, ready_answers=tuple(traditional(each) for each in estate.ready_answers))

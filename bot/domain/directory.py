"""What an estate's residents can turn to: services with who provides them and how, and phone numbers. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.domain.directory_refusals import (
    ListingUnchanged,
    NotAPhoneNumber,
    PhoneListed,
    PhoneOff,
    ServiceListed,
    ServiceOff,
)
from bot.domain.folding import folded
from bot.domain.people import Body, Speaker

MAX_NAME_CHARS = 40
MAX_PROVIDER_CHARS = 40
MAX_APPLY_CHARS = 500
MAX_HOURS_CHARS = 100
MAX_CONTACT_CHARS = 200
MOST_SERVICES = 200  #: on the list of an estate

#: The card is one message of at most 4096 characters, whatever stands on it.
MAX_PHONE_NAME_CHARS = 30
MAX_NUMBER_CHARS = 40
MAX_PHONE_HOURS_CHARS = 40
MAX_ABOUT_CHARS = 40
MOST_PHONES = 20

PROVIDERS = (Body.COMMITTEE, Body.PROPERTY, Body.OWNERS)  #: offered as buttons; anybody else is named

#: What people type for a body, whatever an installation calls it in its texts.
_SAID_OF_BODY = {
    Body.COMMITTEE: "居委会 居委 社区 committee",
    Body.PROPERTY: "物业 property",
    Body.OWNERS: "业委会 业委 owners",
    Body.MODERATOR: "",
}


class Duty(StrEnum):
    """Whether a service has to be provided."""

    MUST = "must"
    MAY = "may"


@dataclass(frozen=True, slots=True)
class Provider:
    """A body of the estate, or anybody else by name."""

    body: Body | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What the list says of a service; what is empty is not said."""

    name: str
    provider: Provider
    duty: Duty
    apply: str = ""  #: how to get it, perhaps several lines
    hours: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    id: int
    estate_key: str
    number: int  #: within the estate, from 1, never given out again
    particulars: Particulars
    listed_on: date  #: the estate's day on which it was put on the list
    checked_on: date  #: when somebody last said that it is right: added, changed, put back or kept
    by: Speaker  #: who did
    listed: bool = True  #: False: taken off, to be put back

    @property
    def name(self) -> str:
        return self.particulars.name


@dataclass(frozen=True, slots=True)
class Entry:
    """What the card says of a number."""

    name: str
    number: str  #: see `read_number`
    hours: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Phone:
    id: int
    estate_key: str
    entry: Entry
    by: Speaker  #: who put it there, or changed it last
    listed: bool = True

    @property
    def name(self) -> str:
        return self.entry.name


# ---- services --------------------------------------------------------------------------------------------------------


def change(service: Service, particulars: Particulars, *, by: Speaker, today: date) -> Service:
    """Return the service as it is from now on.

    Raises:
        ServiceOff: it was taken off the list.
        ListingUnchanged: nothing is different.
    """
    if not service.listed:
        raise ServiceOff(name=service.name)
    if particulars == service.particulars:
        raise ListingUnchanged
    return replace(service, particulars=particulars, checked_on=today, by=by)


def keep(service: Service, *, by: Speaker, today: date) -> Service:
    """It is right as it stands.

    Raises:
        ServiceOff: it was taken off the list.
    """
    if not service.listed:
        raise ServiceOff(name=service.name)
    return replace(service, checked_on=today, by=by)


def take_off(service: Service, *, by: Speaker) -> Service:
    """Raises ServiceOff: it is off already."""
    if not service.listed:
        raise ServiceOff(name=service.name)
    return replace(service, listed=False, by=by)


def put_back(service: Service, *, by: Speaker, today: date) -> Service:
    """Raises ServiceListed: it is on the list."""
    if service.listed:
        raise ServiceListed(name=service.name)
    return replace(service, listed=True, checked_on=today, by=by)


def found(services: Iterable[Service], words: str) -> list[Service]:
    """Those in which every one of the words stands somewhere, in their order. No words: all of them."""
    wanted = folded(words).split()
    return [service for service in services if all(word in _said(service.particulars) for word in wanted)]


def _said(particulars: Particulars) -> str:
    provider = particulars.provider
    body = _SAID_OF_BODY[provider.body] if provider.body is not None else ""
    said = (particulars.name, provider.name, body, particulars.apply, particulars.hours, particulars.contact)
    return folded("\n".join(said))


# ---- phone numbers ---------------------------------------------------------------------------------------------------

_NUMBER = re.compile(
    r"\+?\(?\d[\d ()./-]*?\d(?:\s*(?:转|轉|分机|分機|ext\.?|x|#|,)\s*\d{1,6})?",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"转|轉|分机|分機|ext|x|#|,", re.IGNORECASE)
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-"))
MIN_DIGITS, MAX_DIGITS = 3, 15  #: 110, and the longest there is (ITU-T E.164), without an extension


def read_number(words: str) -> str:
    """A phone number as it is shown: digits with blanks, dashes and brackets as typed, perhaps an extension.

    Short ones such as 110 or 12345 are numbers, too: no plan of any country is looked up.

    Raises:
        NotAPhoneNumber: it is none, or several.
    """
    plain = " ".join(unicodedata.normalize("NFKC", words).translate(_DASHES).split())
    main = _EXTENSION.split(plain, maxsplit=1)[0]
    digits = sum(sign.isdigit() for sign in main)
    fits = len(plain) <= MAX_NUMBER_CHARS and MIN_DIGITS <= digits <= MAX_DIGITS
    if not fits or not plain.isprintable() or _NUMBER.fullmatch(plain) is None or not _brackets_match(main):
        raise NotAPhoneNumber(words=words.strip()[:40])
    return plain


def _brackets_match(words: str) -> bool:
    depth = 0
    for sign in words:
        depth += (sign == "(") - (sign == ")")
        if depth not in (0, 1):
            return False
    return depth == 0


def change_phone(phone: Phone, entry: Entry, *, by: Speaker) -> Phone:
    """Return the number as it is from now on.

    Raises:
        PhoneOff: it was taken off the card.
        ListingUnchanged: nothing is different.
    """
    if not phone.listed:
        raise PhoneOff(name=phone.name)
    if entry == phone.entry:
        raise ListingUnchanged
    return replace(phone, entry=entry, by=by)


def take_phone_off(phone: Phone, *, by: Speaker) -> Phone:
    """Raises PhoneOff: it is off already."""
    if not phone.listed:
        raise PhoneOff(name=phone.name)
    return replace(phone, listed=False, by=by)


def put_phone_back(phone: Phone, *, by: Speaker) -> Phone:
    """Raises PhoneListed: it is on the card."""
    if phone.listed:
        raise PhoneListed(name=phone.name)
    return replace(phone, listed=True, by=by)

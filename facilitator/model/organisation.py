"""The organisation that runs the groups, and the people who facilitate them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """Who answers for the groups; `country` is a two-letter code that chooses the helplines."""

    name: str = ""
    country: str = "GB"
    controller_contact: str = ""
    lead_name: str = ""
    lead_contact: str = ""
    deputy_name: str = ""
    deputy_contact: str = ""
    supervisor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilitatorDraft:
    """What is known of somebody who runs circles. `lived_experience` says that they have it, never of what; None
    where nobody asked. Of checks only the day somebody saw the paper is kept, never the paper.
    """

    name: str
    availability: str = ""
    lived_experience: bool | None = None
    checks_seen_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facilitator(FacilitatorDraft):
    """A person who runs circles; `holder` is their key in the vault's header, None when they have none."""

    id: Id
    holder: bytes | None = None


class VenueFact(StrEnum):
    """What makes a place easy to come to; ticked, where somebody has looked."""

    STEP_FREE = "step-free"
    WIDE_DOORS = "wide-doors"
    LIFT = "lift"
    TOILET = "toilet"
    LOOP = "loop"
    PARKING = "parking"
    BAYS = "bays"
    BUS = "bus"
    QUIET_ROOM = "quiet-room"
    KITCHEN = "kitchen"
    ARMLESS_CHAIRS = "armless-chairs"
    PRIVATE = "private"
    DEFIBRILLATOR = "defibrillator"
    DOGS = "dogs"


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueDraft:
    """The room: what an ambulance, a newcomer and a facilitator in a hurry need to know."""

    name: str = ""
    address: str = ""
    exits: str = ""
    phone_signal: str = ""
    first_aid: str = ""
    access: str = ""
    notes: str = ""
    facts: tuple[VenueFact, ...] = ()
    cost: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(VenueDraft):
    """A venue that is kept."""

    id: Id


def spoken_address(name: str, address: str) -> str:
    """Where we are, as it is read to an ambulance: the place and its address, nothing said twice."""
    name, address = " ".join(name.split()), " ".join(address.split())
    place, _comma, rest = address.partition(", ")
    if place and name.casefold().startswith(place.casefold()):
        address = rest
    return ", ".join(part for part in (name, address) if part)


def fact_words(fact: VenueFact) -> str:
    """A fact about a place, as it is ticked and printed."""
    return {
        VenueFact.STEP_FREE: _("No step at the way in"),
        VenueFact.WIDE_DOORS: _("Doors wide enough for a wheelchair"),
        VenueFact.LIFT: _("On the ground floor, or a lift"),
        VenueFact.TOILET: _("Accessible toilet"),
        VenueFact.LOOP: _("Hearing loop"),
        VenueFact.PARKING: _("Parking"),
        VenueFact.BAYS: _("Blue badge bays"),
        VenueFact.BUS: _("Bus or train near"),
        VenueFact.QUIET_ROOM: _("Quiet room"),
        VenueFact.KITCHEN: _("Kitchen or kettle"),
        VenueFact.ARMLESS_CHAIRS: _("Some chairs without arms"),
        VenueFact.PRIVATE: _("Nobody can hear or look in"),
        VenueFact.DEFIBRILLATOR: _("Defibrillator near"),
        VenueFact.DOGS: _("Assistance dogs welcome"),
    }[fact]

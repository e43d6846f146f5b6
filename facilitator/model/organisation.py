"""The organisation that runs the groups, and the people who facilitate them."""

from __future__ import annotations

from dataclasses import dataclass

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
class Facilitator:
    """A person who runs circles; `holder` is their key in the vault's header, None when they have none."""

    id: Id
    name: str
    holder: bytes | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(VenueDraft):
    """A venue that is kept."""

    id: Id

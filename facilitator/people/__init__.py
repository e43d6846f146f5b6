"""Who the vault is about: the organisation, its facilitators and venues, groups, members and what they agreed to."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facilitator.people.consents import Consents
    from facilitator.people.exporting.exports import Exports
    from facilitator.people.facilitators import Facilitators
    from facilitator.people.groups import Groups
    from facilitator.people.importing.roster import RosterImport
    from facilitator.people.keyholders import KeyHolders
    from facilitator.people.members import Members
    from facilitator.people.needs import AccessNeeds
    from facilitator.people.organisations import Organisations
    from facilitator.people.pairings import Pairings
    from facilitator.people.venues import Venues

__all__ = [
    "AccessNeeds", "Consents", "Exports", "Facilitators", "Groups", "KeyHolders", "Members", "Organisations",
    "Pairings", "RosterImport", "Venues",
]

_HOMES = {
    "AccessNeeds": "needs",
    "Consents": "consents",
    "Exports": "exporting.exports",
    "Facilitators": "facilitators",
    "Groups": "groups",
    "KeyHolders": "keyholders",
    "Members": "members",
    "Organisations": "organisations",
    "Pairings": "pairings",
    "RosterImport": "importing.roster",
    "Venues": "venues",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

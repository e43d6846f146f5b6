"""What is asked of a person, in words: how each thing stands, and what a no does at once."""

from __future__ import annotations

from datetime import date

from facilitator.i18n import _, listed
from facilitator.model.group import Group, RecordLevel
from facilitator.model.member import Consent, ConsentPurpose, ConsentState
from ui.screens.groups.words import day_words


def purposes(group: Group) -> tuple[ConsentPurpose, ...]:
    """What a group asks, in the order it is asked."""
    asked = [ConsentPurpose.LIST]
    if group.for_under_18s:
        asked.insert(0, ConsentPurpose.PARENT)
    if group.record_level >= RecordLevel.CONTACTABLE:
        asked.append(ConsentPurpose.CONTACT)
    return (*asked, ConsentPurpose.DATES, ConsentPurpose.PHOTO, ConsentPurpose.QUOTE)


def state_words(consent: Consent, today: date) -> str:
    """How it stands, with the day and how it was said."""
    said = {
        ConsentState.NOT_ASKED: _("Not asked yet"),
        ConsentState.GIVEN: _("Said yes"),
        ConsentState.REFUSED: _("Said no"),
        ConsentState.WITHDRAWN: _("Took the yes back"),
    }[consent.state]
    if consent.state is ConsentState.NOT_ASKED and consent.basis:
        said = _("Not asked. The reason is written down")
    parts = [said]
    if consent.on is not None:
        parts.append(day_words(consent.on, today))
    if consent.how == "list":
        parts.append(consent.basis or _("by list"))
    elif consent.how:
        parts.append(consent.how)
    elif consent.basis:
        parts.append(consent.basis)
    return listed(parts)


def no_words(purpose: ConsentPurpose, young: bool) -> str:
    """What a no does, the moment it is written down."""
    if purpose is ConsentPurpose.PARENT and young:
        return _("The young person is taken off every list at once.")
    return {
        ConsentPurpose.LIST: _("The name is taken off every list at once. The person is just as welcome, and counted."),
        ConsentPurpose.CONTACT: _("The number is not shown any more, from this moment on."),
        ConsentPurpose.DATES: _("From this moment on, no day of this person is shown."),
        ConsentPurpose.PHOTO: _("From this moment on, no photo of this person is used. Delete the copies you have."),
        ConsentPurpose.QUOTE: _("From this moment on, none of their words are used."),
        ConsentPurpose.PARENT: _("It is written down, and nothing else changes in a group of adults."),
    }[purpose]

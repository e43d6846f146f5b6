"""Checks shipped words as a careful editor would: easy to read aloud, honest, gentle, and complete."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitator.library.checker.agendas import check_agenda
from facilitator.library.checker.agreements import check_agreements, check_overlay
from facilitator.library.checker.cards import check_card, check_cards
from facilitator.library.checker.directories import check_directories
from facilitator.library.checker.easy_read import check_easy_read, check_easy_reads
from facilitator.library.checker.finding import Finding
from facilitator.library.checker.forms import check_form, check_forms, check_role
from facilitator.library.checker.handouts import check_handout, check_handouts
from facilitator.library.checker.hard_moments import check_hard_moment, check_hard_moments
from facilitator.library.checker.prompts import check_prompt, check_prompts
from facilitator.library.checker.readings import check_reading, check_readings
from facilitator.library.checker.safeguarding import check_flow, check_instrument, check_safeguarding
from facilitator.library.checker.scripts import check_script, check_scripts
from facilitator.library.checker.walk import origins, spoken, whole
from facilitator.library.checker.words import check_ease, check_words
from facilitator.library.library import Library
from facilitator.model.content import Origin

__all__ = [
    "Finding", "check", "check_agenda", "check_card", "check_ease", "check_easy_read", "check_flow", "check_form",
    "check_handout", "check_handouts", "check_hard_moment", "check_hard_moments", "check_instrument", "check_overlay",
    "check_prompt", "check_reading", "check_role", "check_script", "check_words", "origins", "spoken",
]

REVIEW_DAYS = 366


def check(library: Library, today: date) -> tuple[Finding, ...]:
    """All findings over every item, in reading order; reading anything that is broken raises ContentBroken."""
    return tuple(_findings(library, today))


def _findings(library: Library, today: date) -> Iterator[Finding]:
    for item, said in spoken(library):
        yield from check_words(item, said)
    for item, said in whole(library):
        yield from check_ease(item, said)
    for item, origin in origins(library):
        yield from _origin(item, origin, today)
    yield from check_agreements(library)
    yield from check_scripts(library)
    for template in library.agenda_templates():
        yield from check_agenda(template)
    yield from check_cards(library)
    yield from check_directories(library)
    yield from check_hard_moments(library)
    yield from check_prompts(library)
    yield from check_readings(library)
    yield from check_handouts(library)
    yield from check_forms(library)
    yield from check_safeguarding(library)
    yield from check_easy_reads(library)


def _origin(item: str, origin: Origin, today: date) -> Iterator[Finding]:
    if origin.reviewed_on > today:
        yield Finding(item, "reviewed in the future")
    if (origin.review_by - origin.reviewed_on).days > REVIEW_DAYS:
        yield Finding(item, "not looked at again for more than a year")

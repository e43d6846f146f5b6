"""Rules for agreements: lines that fit a wall, and overlays that leave the core's promises standing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library
from facilitator.library.readability import words
from facilitator.model.agreement import Clause
from facilitator.model.content import AgreementOverlay
from facilitator.model.group import Application

CLAUSE_WORDS, REASON_WORDS, BROKEN_WORDS = 7, 12, 24
FEWEST, MOST = 2, 5
"""Clauses of an overlay."""
ROOM = 12
"""Clauses that a poster shows with their reasons."""
_STILL = {
    "core.phones": (r"record",),
    "core.one-voice": (r"one\b.*\bvoice",),
    "core.own-life": (r"Say “I”|your own",),
    "core.ask-first": (r"\bask", r"advice|advise|idea"),
    "core.clear-head": (r"drink", r"drugs", r"medicine"),
    "core.on-time": (r"end on time",),
}
"""What a clause must still say when it stands for one of the core."""


def check_agreements(library: Library) -> Iterator[Finding]:
    """What is wrong with the core and its overlays, beyond their words."""
    yield from check_clauses(library.agreement_core().clauses)
    own: dict[Application, str] = {}
    for overlay in library.agreement_overlays():
        yield from check_overlay(overlay, library)
        for application in () if overlay.offered else overlay.applications:
            if application in own:
                yield Finding(overlay.id, f"a second overlay that {application} starts with", own[application])
            own[application] = overlay.id
    for application in Application:
        if len(library.agreement_for(application)) > ROOM:
            yield Finding(application, f"starts with more than {ROOM} clauses, so that the poster drops the reasons")


def check_clauses(clauses: Iterable[Clause]) -> Iterator[Finding]:
    """Whether each clause is short enough to be read aloud and to fit the wall."""
    for clause in clauses:
        for said, most, what in ((clause.text, CLAUSE_WORDS, "clause"), (clause.why, REASON_WORDS, "reason"),
                                 (clause.if_broken, BROKEN_WORDS, "way to mend it")):
            if not said:
                yield Finding(clause.source, f"no {what}")
            if len(words(said)) > most:
                yield Finding(clause.source, f"a {what} of more than {most} words", said)
        if clause.text.endswith("."):
            yield Finding(clause.source, "a clause with a full stop", clause.text)


def check_overlay(overlay: AgreementOverlay, library: Library) -> Iterator[Finding]:
    """Whether an overlay is of the right size, and keeps what the core clauses it stands for have promised."""
    core = {clause.source: clause for clause in library.agreement_core().clauses}
    yield from check_clauses(overlay.clauses)
    if not FEWEST <= len(overlay.clauses) <= MOST:
        yield Finding(overlay.id, f"not {FEWEST} to {MOST} clauses")
    for clause in overlay.clauses:
        if clause.theme not in {kept.theme for kept in core.values()}:
            yield Finding(clause.source, "a quarter the core does not have", clause.theme)
        stood_for = dict(overlay.stands_for).get(clause.source)
        for pattern in _STILL.get(stood_for or "", ()):
            if not re.search(pattern, f"{clause.text}. {clause.why}", re.IGNORECASE):
                yield Finding(clause.source, f"stands for {stood_for} and no longer says it", pattern)

"""Texts that ship with the app and name nobody, so that a room may show them whatever people are called."""

from __future__ import annotations

from contextlib import suppress

from facilitator.errors import NotFound
from facilitator.library.library import Library
from facilitator.model.agenda import Segment


def nameless(library: Library, plan: str) -> frozenset[str]:
    """The clauses of all agreements, the prompts, and titles and words of the plan with this id, as they ship."""
    plain = library.plain
    segments: tuple[Segment, ...] = ()
    with suppress(NotFound):  # a plan of the group's own
        segments = plain.agenda_template(plan).agenda.segments
    texts = {" ".join(clause.text.split()) for item in plain.agreement_items() for clause in item.clauses}
    texts.update(" ".join(prompt.text.split()) for prompt in plain.prompts())
    for segment in segments:
        texts.add(" ".join(segment.title.split()))
        texts.update(" ".join(line.text.split()) for line in segment.lines)
    return frozenset(texts)


def clauses(library: Library) -> frozenset[str]:
    """All words of the clauses that ship: what is agreed on, why, and what if it is broken."""
    return frozenset(text for item in library.plain.agreement_items() for clause in item.clauses
                     for text in (clause.text, clause.why, clause.if_broken, clause.theme))

"""Rules for acting on a concern and for questions of others: act before writing, never warn whom it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library
from facilitator.model.feedback import Instrument
from facilitator.model.safeguarding import Branch, SafeguardingFlow

STEPS = ("listen", "honest", "tell", "write", "hand-over", "rest")
"""What is done, in this order: whoever it is has to be told before anything is written."""
NEVER = 6
"""What must never be done: so many have their place on the sheet."""
_UNWARNED = re.compile(r"\bDon’t tell the person it is about\b")
_OUTSIDE = re.compile(r"\boutside body\b|\bsocial services\b")
_SUM = re.compile(r"\bapart\b|\bDon’t add\b")


def check_safeguarding(library: Library) -> Iterator[Finding]:
    """What is wrong with the way to act, and with the questions of others."""
    yield from check_flow(library.safeguarding())
    for instrument in library.instruments():
        yield from check_instrument(instrument)


def check_flow(flow: SafeguardingFlow) -> Iterator[Finding]:
    """What is wrong with the way to act beyond its words."""
    item = "safeguarding"
    if tuple(step.id for step in flow.steps) != STEPS:
        yield Finding(item, "not the six steps in their order", ", ".join(step.id for step in flow.steps))
    if len(flow.never) != NEVER:
        yield Finding(item, f"not {NEVER} things never to do", str(len(flow.never)))
    for branch in (Branch.FACILITATOR, Branch.ABOUT_LEAD):
        said = " ".join(flow.branch(branch).lines)
        if not _UNWARNED.search(said):
            yield Finding(item, "a case in which whom it is about might be told", branch.value)
    for branch in (Branch.NO_LEAD, Branch.FACILITATOR, Branch.ABOUT_LEAD):
        if not _OUTSIDE.search(" ".join(flow.branch(branch).lines)):
            yield Finding(item, "a case without a way out of the group", branch.value)


def check_instrument(instrument: Instrument) -> Iterator[Finding]:
    """What is wrong with a question of somebody else."""
    item = f"measure {instrument.id}"
    if not instrument.citation or not instrument.licence:
        yield Finding(item, "does not say where it is from and under which licence")
    if not _SUM.search(instrument.alone):
        yield Finding(item, "does not say that its figures are never added up", instrument.alone)

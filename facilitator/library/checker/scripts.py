"""Rules for words to say: limits that are complete, a time to read them that their place has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library
from facilitator.model.agenda import LineKind
from facilitator.model.content import LimitPoint, Script, ScriptKind

SECONDS = {
    ScriptKind.OPENING: 150, ScriptKind.FIRST_MEETING: 120, ScriptKind.LIMITS: 75, ScriptKind.WELCOME: 60,
    ScriptKind.RESET: 45, ScriptKind.HAND_OVER: 75, ScriptKind.LAST_MEETING: 75, ScriptKind.CLOSING: 30,
    ScriptKind.GROUNDING: 65, ScriptKind.NOT_AS_PLANNED: 60,
}
"""How long each may take to read aloud, so that its part of the evening has room for people."""
SLOWLY = (60, 90)
"""Seconds of a calm pause, from and to, read slowly."""
_MADE_BY = {
    LimitPoint.STAYS: (r"other people",),
    LimitPoint.NO_PROMISE: (r"can’t promise",),
    LimitPoint.WE_ACT: (r"life is in danger", r"\bchild", r"adult", r"\blaw\b"),
    LimitPoint.TELL_FIRST: (r"tell you first",),
    LimitPoint.WHO: (r"safeguarding lead", r"\d{3}|emergency number"),
}
"""The words that must be among those marked for each point."""


def check_scripts(library: Library) -> Iterator[Finding]:
    """What is wrong with words to say, beyond the words themselves."""
    for script in library.scripts():
        yield from check_script(script)


def check_script(script: Script) -> Iterator[Finding]:
    """What is wrong with one script: too long for its place, nothing to say, or a point about limits not made."""
    item = f"script {script.id}"
    if not any(line.kind is LineKind.SAY for line in script.lines):
        yield Finding(item, "nothing to say")
    if script.seconds > SECONDS[script.kind]:
        yield Finding(item, f"takes {script.seconds} seconds, more than {SECONDS[script.kind]}")
    if script.kind is ScriptKind.GROUNDING and not SLOWLY[0] <= script.seconds_slowly <= SLOWLY[1]:
        yield Finding(item, f"takes {script.seconds_slowly} seconds slowly, not {SLOWLY[0]} to {SLOWLY[1]}")
    if script.kind is not ScriptKind.LIMITS:
        return
    for point in script.missing_points:
        yield Finding(item, f"does not make the point “{point}”")
    for point, patterns in _MADE_BY.items():
        marked = " ".join(words for known, words in script.points if known is point)
        for pattern in patterns:
            if not re.search(pattern, marked, re.IGNORECASE):
                yield Finding(item, f"leaves out a part of the point “{point}”", pattern)

"""Rules for forms and cards around an evening: no names, questions that can be answered, a light for each state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import gcd

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library
from facilitator.library.readability import words
from facilitator.model.form import CONCERN, DEBRIEF, Form, RoleCard
from facilitator.model.rota import ROTATING

LIGHTS = ("green", "amber", "red")
DEBRIEF_QUESTIONS = 4
ASK_WORDS, LINE_WORDS, CHAIR_LINES = 16, 18, 6
"""Words of a question, words of a line for the facilitator, lines of the card on a chair."""
WELLBEING = 12
"""How many lines for the facilitator there are at least."""
_NO_NAME = re.compile(r"\bno member’s name\b", re.IGNORECASE)
CONCERN_ASKS = ("who", "when", "words", "seen", "done", "told", "passed", "reference", "why-not", "sign")
"""What a concern has to say, by the ids of its questions."""
_ACT = re.compile(r"^Act first\b")
_APART = re.compile(r"\bNever in the group’s notes\b")
_NOT = re.compile(r"\b[Dd]on’t\b")


def check_forms(library: Library) -> Iterator[Finding]:
    """What is wrong with forms, role cards, the chair card and the lines for the facilitator."""
    for form in library.forms():
        yield from check_form(form)
    roles = tuple(card.role for card in library.role_cards())
    if roles != ROTATING:
        yield Finding("roles", "not one card for each role that goes round", ", ".join(roles))
    for card in library.role_cards():
        yield from check_role(card)
    lines = sum(len(part.lines) for part in library.chair_card().parts)
    if lines > CHAIR_LINES:
        yield Finding("chair card", f"{lines} lines, more than {CHAIR_LINES}")
    wellbeing = library.wellbeing_lines()
    if len(wellbeing) < WELLBEING or gcd(len(wellbeing), 7) > 1:
        yield Finding("wellbeing", "too few lines, or a number that a weekly circle does not come to all of",
                      str(len(wellbeing)))
    for line in wellbeing:
        if len(words(line.text)) > LINE_WORDS:
            yield Finding(f"wellbeing {line.id}", f"more than {LINE_WORDS} words", line.text)


def check_form(form: Form) -> Iterator[Finding]:
    """What is wrong with one form beyond its words."""
    item = f"form {form.id}"
    if form.id == CONCERN:
        yield from _concern(item, form)
    elif not form.cautions or not _NO_NAME.search(form.cautions[0]):
        yield Finding(item, "does not begin by keeping names out", form.cautions[0] if form.cautions else "")
    for question in form.questions:
        if len(words(question.ask)) > ASK_WORDS:
            yield Finding(item, f"a question of more than {ASK_WORDS} words", question.ask)
    if form.lights and tuple(light.id for light in form.lights) != LIGHTS:
        yield Finding(item, "lights that are not green, amber, red", str([light.id for light in form.lights]))
    if any(not light.often for light in form.lights[1:]):
        yield Finding(item, "nothing to say when a light comes three times running")
    if form.id == DEBRIEF and (len(form.questions) != DEBRIEF_QUESTIONS or not form.lights):
        yield Finding(item, f"not {DEBRIEF_QUESTIONS} questions and a light")


def _concern(item: str, form: Form) -> Iterator[Finding]:
    """The one form that needs names: it sends the writer to act first, and keeps itself out of the notes."""
    if not form.cautions or not _ACT.search(form.cautions[0]):
        yield Finding(item, "does not begin by acting first", form.cautions[0] if form.cautions else "")
    if not any(_APART.search(line) for line in form.cautions):
        yield Finding(item, "does not keep itself out of the group’s notes")
    missing = [id for id in CONCERN_ASKS if all(question.id != id for question in form.questions)]
    if missing:
        yield Finding(item, "does not ask all that a concern has to say", ", ".join(missing))


def check_role(card: RoleCard) -> Iterator[Finding]:
    """What is wrong with one role card beyond its words."""
    for line in card.dont:
        if not _NOT.search(line):
            yield Finding(f"role {card.id}", "a caution that says the opposite when its heading is not seen", line)

"""Walks over every item we ship, so that no word escapes the editor."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.library.checker.walk_evening import evening_origins, evening_spoken, evening_whole
from facilitator.library.library import Library
from facilitator.model.agenda import Line, LineKind
from facilitator.model.agreement import Clause
from facilitator.model.content import Origin
from facilitator.model.group import RecordLevel
from facilitator.model.member import ConsentPurpose


def origins(library: Library) -> Iterator[tuple[str, Origin]]:
    """Every item's origin, under a name that finds it."""
    yield "agreement core", library.agreement_core().origin
    for overlay in library.agreement_overlays():
        yield f"overlay {overlay.id}", overlay.origin
    for script in library.scripts():
        yield f"script {script.id}", script.origin
    for template in library.agenda_templates():
        yield f"agenda {template.id}", template.origin
    for card in library.coping_cards():
        yield f"card {card.id}", card.origin
    yield "emergency card", library.emergency_card().origin
    yield "welcome leaflet", library.welcome().origin
    for purpose in ConsentPurpose:
        yield f"consent {purpose.value}", library.consent_wording(purpose).origin
    yield from evening_origins(library)


def spoken(library: Library) -> Iterator[tuple[str, str]]:
    """Every line of words we ship, under the name of its item."""
    for item, said in whole(library):
        for line in said.split("\n"):
            yield item, line
    for overlay in library.agreement_overlays():
        yield from ((f"overlay {overlay.id}", text) for text in (overlay.title, overlay.summary))
    yield from ((f"script {script.id}", script.title) for script in library.scripts())
    for template in library.agenda_templates():
        yield f"agenda {template.id}", template.summary
        for segment in template.agenda.segments:
            yield from ((f"agenda {template.id}", text) for text in (segment.title, segment.hint, *segment.materials))
    for card in library.coping_cards():
        yield from ((f"card {card.id}", text) for text in (
            card.title, card.short_title, *card.own_lines, card.alt, card.short_caution,
            *(step.short for step in card.steps)))
    for never in library.emergency_card().never:
        yield "emergency card", never
    yield from (("welcome leaflet", text) for text in (library.welcome().title, *(
        part.title for part in library.welcome().parts)))
    for code, _name in library.countries():
        directory = library.directory(code)
        for helpline in (*directory.emergency, *directory.lines):
            yield from ((helpline.id, text) for text in (helpline.what, helpline.audience, helpline.hours,
                                                         helpline.cost, helpline.access, helpline.note) if text)
    yield from evening_spoken(library)


def whole(library: Library) -> Iterator[tuple[str, str]]:
    """Every item's running words as one text, a line for each thing said."""
    yield "agreement core", _clauses(library.agreement_core().clauses)
    for overlay in library.agreement_overlays():
        yield f"overlay {overlay.id}", _clauses(overlay.clauses)
    for script in library.scripts():
        yield f"script {script.id}", "\n".join(map(_bare, script.lines))
    for template in library.agenda_templates():
        yield f"agenda {template.id}", "\n".join(_bare(line) for segment in template.agenda.segments
                                                 for line in segment.lines)
    for card in library.coping_cards():
        steps = (f"{step.key}. {step.text}" for step in card.steps)
        yield f"card {card.id}", "\n".join((card.when, card.summary, *card.cautions, *steps, card.again, card.if_not))
    emergency = library.emergency_card()
    yield "emergency card", "\n".join(f"{step.key}. {step.text}" for step in emergency.steps)
    welcome = library.welcome()
    yield "welcome leaflet", "\n".join((welcome.summary, *(line for part in welcome.parts for line in part.lines)))
    for purpose in ConsentPurpose:
        wording = library.consent_wording(purpose)
        yield f"consent {purpose.value}", "\n".join((*wording.lines, wording.ask, wording.withdraw))
    for level in RecordLevel:
        entry = library.level_explained(level)
        yield f"level {level.value}", "\n".join((entry.short, *entry.kept, *entry.meaning, entry.suits))
    yield "kinds of group", "\n".join(entry.line for entry in library.applications())
    yield "moments", "\n".join(entry.line for entry in library.moments())
    yield from evening_whole(library)


def _clauses(clauses: tuple[Clause, ...]) -> str:
    return "\n".join(text for clause in clauses for text in (clause.text, clause.why, clause.if_broken))


def _bare(line: Line) -> str:
    """The words of a line, without the case that an "if" begins with."""
    return line.text.partition(": ")[2] if line.kind is LineKind.IF else line.text

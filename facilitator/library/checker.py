"""Checks shipped words as a careful editor would: easy to read aloud, honest, gentle, and complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from facilitator.library.library import Library
from facilitator.library.readability import grade, sentences, words
from facilitator.model.agenda import Line, LineKind, Segment
from facilitator.model.content import PLACEHOLDERS, AgendaTemplate, Origin
from facilitator.model.group import RecordLevel
from facilitator.model.member import ConsentPurpose

LONGEST_SENTENCE = 20
HARDEST = 6.0
"""The school grade we aim below: age 11. It means little for less than `ENOUGH` words, which may reach `CEILING`."""
CEILING = 9.0
ENOUGH = 60
LAST_CHANCE = 10
"""Minutes before the protected ending at which two facilitators ask each other who should not go home alone."""
CLAUSE_WORDS, REASON_WORDS = 7, 12
REVIEW_DAYS = 366
WHAT_LETTERS = 42
"""What fits on one line of a helpline sheet beside its number."""

_OPEN = re.compile(r"\{(\w+)\}")
_BANNED = (
    (r"commit(s|ted|ting)? suicide|successful suicide|failed suicide", "say “died by suicide”"),
    (r"\baddicts?\b|\balcoholics?\b|\bjunkies?\b|\bsubstance abusers?\b|\bdrug abusers?\b", "name the person first"),
    (r"\bschizophrenics?\b|\bthe mentally ill\b|\bthe disabled\b|\bthe elderly\b|\bsufferers?\b|\bvictims?\b",
     "name the person first"),
    (r"\bcrazy\b|\binsane\b|\bnormal people\b|\bclean time\b", "words that hurt"),
    (r"your secrets? (is|are) safe|keep (it|this|that|your) (a )?secret\b|completely private|strictly confidential|"
     r"totally confidential|stays secret|nobody will ever know", "no promise of secrecy"),
    (r"\bguarantees?d?\b|will (cure|heal|fix)|you will feel better|always works|makes it go away|"
     r"\bproven to\b", "no promise of outcome"),
    (r"\bDEADS\b|\bSHUSH\b|\bHALT\b|Serenity Prayer|higher power|Desiderata|Twelve Steps|\b12[- ]steps?\b",
     "somebody else’s name or text"),
    (r"\bdiagnos\w+|\bpatients?\b|\btreatment plan\b|\bclients?\b|\bservice users?\b", "a clinic’s word"),
)
_NEVER_BANNED = frozenset({"promise to keep it secret"})
"""What the emergency card forbids has to be named in order to be forbidden."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an editor would send back: which item, what is wrong, and the words in question."""

    item: str
    wrong: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.item}: {self.wrong}" + (f" — {self.words}" if self.words else "")


def check(library: Library, today: date) -> tuple[Finding, ...]:
    """All findings over every item, in reading order; reading anything that is broken raises ContentBroken."""
    return tuple(_findings(library, today))


def _findings(library: Library, today: date) -> Iterator[Finding]:
    for item, said in spoken(library):
        yield from check_words(item, said)
    for item, said in _whole(library):
        yield from _easy(item, said)
    for item, origin in origins(library):
        yield from _origin(item, origin, today)
    yield from _clauses(library)
    for template in library.agenda_templates():
        yield from check_agenda(template)
    yield from _directories(library)


def check_words(item: str, said: str) -> Iterator[Finding]:
    """What is wrong with one line of words, wherever it stands."""
    for sentence in sentences(said):
        if len(words(sentence)) > LONGEST_SENTENCE:
            yield Finding(item, f"a sentence of more than {LONGEST_SENTENCE} words", sentence)
    if "'" in said or '"' in said:
        yield Finding(item, "a straight quote mark", said)
    if "  " in said or said != said.strip() or re.search(r"\s[,.;:?!]|\.\.\.|--", said):
        yield Finding(item, "a slip of spacing or of points", said)
    for name in _OPEN.findall(said):
        if name not in PLACEHOLDERS:
            yield Finding(item, f"an open place nobody fills: {name}", said)
    for pattern, why in _BANNED:
        if said not in _NEVER_BANNED and (found := re.search(pattern, said, re.IGNORECASE)):
            yield Finding(item, why, found[0])


def check_agenda(template: AgendaTemplate) -> Iterator[Finding]:
    """What is wrong with a plan beyond its sums, which reading it has checked: words, turns, the last chance."""
    starts = template.agenda.starts(0)
    segments = template.agenda.segments
    ending = next(start for start, segment in zip(starts, segments, strict=True) if segment.protected)
    moments = [start + (line.minute or 0) for start, segment in zip(starts, segments, strict=True)
               for line in segment.lines if line.kind is LineKind.AT]
    if ending - LAST_CHANCE not in moments:
        yield Finding(template.id, f"no last chance {LAST_CHANCE} minutes before the protected ending")
    for segment in segments:
        yield from _segment(f"{template.id}, {segment.title}", segment)


def _segment(item: str, segment: Segment) -> Iterator[Finding]:
    if not any(line.kind is LineKind.SAY for line in segment.lines):
        yield Finding(item, "nothing to say")
    if segment.kind.is_round and segment.per_person is None:
        yield Finding(item, "a round without seconds a person")
    if segment.kind.is_round and not any("pass" in line.text.lower() for line in segment.lines):
        yield Finding(item, "a round that does not offer to pass")
    if not segment.leader or not segment.hint:
        yield Finding(item, "no leader or no hint")


def _clauses(library: Library) -> Iterator[Finding]:
    core = library.agreement_core()
    for clause in core.clauses:
        if len(words(clause.text)) > CLAUSE_WORDS:
            yield Finding(clause.source, f"a clause of more than {CLAUSE_WORDS} words", clause.text)
        if len(words(clause.why)) > REASON_WORDS:
            yield Finding(clause.source, f"a reason of more than {REASON_WORDS} words", clause.why)


def _easy(item: str, said: str) -> Iterator[Finding]:
    found, most = grade(said), HARDEST if len(words(said)) >= ENOUGH else CEILING
    if found > most:
        yield Finding(item, f"reads at grade {found}, more than {most}")


def _origin(item: str, origin: Origin, today: date) -> Iterator[Finding]:
    if origin.reviewed_on > today:
        yield Finding(item, "reviewed in the future")
    if (origin.review_by - origin.reviewed_on).days > REVIEW_DAYS:
        yield Finding(item, "not looked at again for more than a year")


def _directories(library: Library) -> Iterator[Finding]:
    for code, _name in library.countries():
        directory = library.directory(code)
        for line in directory.lines:
            if len(line.what) > WHAT_LETTERS:
                yield Finding(line.id, f"“what” is longer than {WHAT_LETTERS} letters", line.what)
            if line.verified_on or line.review_by or line.verified_by or line.how:
                yield Finding(line.id, "shipped as checked, though only a person who called can say so")
        if not any(line.section == "any" for line in directory.lines):
            yield Finding(code, "no line for any worry")


# ---------------------------------------------------------------- walking over every item
def origins(library: Library) -> Iterator[tuple[str, Origin]]:
    """Every item's origin, under a name that finds it."""
    yield "agreement core", library.agreement_core().origin
    for script in library.scripts():
        yield f"script {script.id}", script.origin
    for template in library.agenda_templates():
        yield f"agenda {template.id}", template.origin
    for card in library.coping_cards():
        yield f"card {card.id}", card.origin
    yield "emergency card", library.emergency_card().origin
    for purpose in ConsentPurpose:
        yield f"consent {purpose.value}", library.consent_wording(purpose).origin


def spoken(library: Library) -> Iterator[tuple[str, str]]:
    """Every line of words we ship, under the name of its item."""
    for item, said in _whole(library):
        for line in said.split("\n"):
            yield item, line
    for template in library.agenda_templates():
        yield f"agenda {template.id}", template.summary
        for segment in template.agenda.segments:
            yield from ((f"agenda {template.id}", text) for text in (segment.title, segment.hint, *segment.materials))
    for card in library.coping_cards():
        yield from ((f"card {card.id}", text) for text in (card.title, card.short_title, *card.own_lines, card.alt))
    for never in library.emergency_card().never:
        yield "emergency card", never
    for code, _name in library.countries():
        directory = library.directory(code)
        for helpline in (*directory.emergency, *directory.lines):
            yield from ((helpline.id, text) for text in (helpline.what, helpline.audience, helpline.hours,
                                                         helpline.cost, helpline.access, helpline.note) if text)


def _whole(library: Library) -> Iterator[tuple[str, str]]:
    """Every item's running words as one text, a line for each thing said."""
    core = library.agreement_core()
    yield "agreement core", "\n".join(text for clause in core.clauses
                                      for text in (clause.text, clause.why, clause.if_broken))
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
    for purpose in ConsentPurpose:
        wording = library.consent_wording(purpose)
        yield f"consent {purpose.value}", "\n".join((*wording.lines, wording.ask, wording.withdraw))
    for level in RecordLevel:
        entry = library.level_explained(level)
        yield f"level {level.value}", "\n".join((entry.short, *entry.kept, *entry.meaning, entry.suits))
    yield "kinds of group", "\n".join(entry.line for entry in library.applications())


def _bare(line: Line) -> str:
    """The words of a line, without the case that an "if" begins with."""
    return line.text.partition(": ")[2] if line.kind is LineKind.IF else line.text

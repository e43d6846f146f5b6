"""Rules for Easy Read: one idea a row, very short sentences, one key word, and nothing that its original does not say.

That it says no less is for a careful reader; that its original is the one it was made from is looked up here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library
from facilitator.library.readability import grade, sentences, words
from facilitator.model.easy_read import EasyRead, EasyRow
from facilitator.model.member import ConsentPurpose

LONGEST_SENTENCE, MEAN_SENTENCE = 12, 8
HARDEST = 3.0
"""The school grade we aim below: age 8."""
LINES, A_SIDE, CAUTIONS, STEPS = 2, 7, 4, 5
"""The most lines a row has, rows a side has, cautions a card has; and the steps of a coping card."""
KEY_WORDS = 6

_KEY = re.compile(r"\*\*(.+?)\*\*")
_SHORTENED = re.compile(r"\w’(?:t|re|ve|ll|d|m)\b", re.IGNORECASE)
_CHOICE = "You choose."
_ENDS = (".", "!", "?", ".”", "?”")


def check_easy_reads(library: Library) -> Iterator[Finding]:
    """What is wrong with Easy Read versions, each by itself, and beside what they say again."""
    found = library.shipped.evening.easy_reads
    for one in found:
        yield from check_easy_read(one)
    yield from _beside_originals(library, {(one.document, one.item): one for one in found})


def check_easy_read(one: EasyRead) -> Iterator[Finding]:
    """What is wrong with one version beyond its words."""
    item = f"easy read {one.id}"
    if one.id != "-".join(filter(None, (one.document, one.item))):
        yield Finding(item, "not called by its document and its item")
    for line in one.lines:
        yield from _line(item, line)
    lengths = [len(words(sentence)) for line in one.lines for sentence in sentences(line)]
    if lengths and sum(lengths) > MEAN_SENTENCE * len(lengths):
        yield Finding(item, f"sentences of more than {MEAN_SENTENCE} words on average")
    if (found := grade("\n".join(one.lines))) > HARDEST:
        yield Finding(item, f"reads at grade {found}, more than {HARDEST}")
    for row in one.rows:
        yield from _row(item, row)
    if len(one.cautions) > CAUTIONS:
        yield Finding(item, f"more than {CAUTIONS} cautions")
    if one.document != "agreement-poster":  # its rows are those that a group agreed on
        side = 0
        for part in one.parts:
            side = len(part.rows) if part.turn else side + len(part.rows)
            if side > A_SIDE:
                yield Finding(item, f"more than {A_SIDE} rows on a side")


def _line(item: str, line: str) -> Iterator[Finding]:
    for sentence in sentences(line):
        if len(words(sentence)) > LONGEST_SENTENCE:
            yield Finding(item, f"a sentence of more than {LONGEST_SENTENCE} words", sentence)
    if not line.endswith(_ENDS):
        yield Finding(item, "a line that is no sentence", line)
    if found := _SHORTENED.search(line):
        yield Finding(item, "a word that is cut short", found[0])


def _row(item: str, row: EasyRow) -> Iterator[Finding]:
    said = " ".join(row.lines)
    keys = _KEY.findall(said)
    if not 1 <= len(keys) <= 2:
        yield Finding(item, "no key word, or more than two", said)
    if any(len(words(key)) > KEY_WORDS for key in keys):
        yield Finding(item, "a key word that is a sentence", said)
    if len(row.lines) > LINES + (item.endswith("parent")):
        yield Finding(item, f"more than {LINES} lines in a row", said)


def _beside_originals(library: Library, found: dict[tuple[str, str], EasyRead]) -> Iterator[Finding]:
    """Whether each has the original that it names, and the originals that need a version have it."""
    for card in library.plain.coping_cards():
        one = found.get(("coping-handout", card.id))
        if one is None:
            yield Finding(f"card {card.id}", "no Easy Read version")
        elif [len(part.rows) for part in one.parts if part.steps] != [STEPS] or not one.cautions:
            yield Finding(f"easy read {one.id}", f"no cautions, or not {STEPS} steps")
        elif not one.cautions[0].startswith(_CHOICE):
            yield Finding(f"easy read {one.id}", "a first caution that does not say that it is a choice")
    for purpose in ConsentPurpose:
        one, wording = found.get(("consent-form", purpose.value)), library.consent_wording(purpose)
        if one is None or one.made_from != wording.version:
            yield Finding(f"consent {purpose.value}", "no Easy Read version of this wording", wording.version)
        elif not one.ask or not one.withdraw:
            yield Finding(f"easy read {one.id}", "no question, or no way to take a yes back")
    clauses = {clause.source for clauses in (library.agreement_core().clauses, *(
        overlay.clauses for overlay in library.agreement_overlays())) for clause in clauses}
    agreement = found.get(("agreement-poster", ""))
    said = {row.id for row in agreement.rows} if agreement else set()
    for id in sorted(clauses ^ said):
        yield Finding("easy read agreement-poster", "a clause that only one of the two knows", id)
    for (document, item), one in found.items():
        asked = {question.id for form in library.forms() if document == "to-fill-in" and form.id == item
                 for part in form.parts for question in part.questions if not question.lines}
        if document == "to-fill-in" and asked != {row.id for row in one.rows}:
            yield Finding(f"easy read {one.id}", "other boxes to tick than the form has")
    known = {"handout": {one.id for one in library.handouts()},
             "coping-handout": {card.id for card in library.plain.coping_cards()},
             "consent-form": {purpose.value for purpose in ConsentPurpose},
             "to-fill-in": {form.id for form in library.forms()}}
    for document, item in found:
        if item not in known.get(document, {""}):
            yield Finding(f"easy read {document}", "made of something that there is not", item)

"""What a careful editor would say about own words: advice in plain words, never a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.i18n import _, ngettext
from facilitator.library.checker.words import LONGEST_SENTENCE, Banned, banned
from facilitator.library.readability import sentences, words
from facilitator.library.reading_age import age, running
from facilitator.model.agenda import LineKind
from facilitator.model.content import LimitPoint, Script
from facilitator.model.own import Written

EASY = 6.0
"""The school grade we aim below; age is about grade + 5."""
_STEPS, _ALOUD = 6, 150


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice: what it is about, and the words in question where there are some."""

    said: str
    words: str = ""


def advice(item: Written) -> tuple[Advice, ...]:
    """All there is to say about an item, what may hurt somebody first."""
    return tuple(_advice(item))


def _advice(item: Written) -> Iterator[Advice]:
    lines = [line for line in running(item) if line.strip()]
    for line in lines:
        for kind, found in banned(line):
            yield Advice(_phrase(kind), found)
    if isinstance(item, Script):
        yield from (Advice(_point(point), "; ".join(said for known, said in item.points if known is point))
                    for point in item.missing_points)
        if lines and not any(line.kind is LineKind.SAY for line in item.lines):
            yield Advice(_("Nothing here is said aloud yet."))
        if item.seconds > _ALOUD:
            minutes = round(item.seconds / 60)
            yield Advice(ngettext("Takes about {n} minute to say. That is long for people who listen.",
                                  "Takes about {n} minutes to say. That is long for people who listen.",
                                  minutes).format(n=minutes))
    else:
        if len(item.steps) > _STEPS:
            yield Advice(_("More than six steps are hard to follow when one is upset."))
        if item.figure and any(int(mark) > len(item.steps) for mark in re.findall(r"\d+", item.alt)):
            yield Advice(_("The drawing shows steps that are not there any more. Print the card without it."))
    for line in lines:
        for sentence in sentences(line):
            if len(words(sentence)) > LONGEST_SENTENCE:
                yield Advice(_("This sentence is long. Make two of it."), sentence)
    old = age(item)
    if old > EASY + 5:
        yield Advice(_("Reads like a text for age {age}. Shorter words help people who are tired or upset.")
                     .format(age=old))


def _phrase(kind: Banned) -> str:
    return {
        Banned.SUICIDE: _("Say “died by suicide”. The other words blame the person."),
        Banned.PERSON_FIRST: _("Name the person first, such as “a person who drinks”."),
        Banned.HURTS: _("These words can hurt people in the room."),
        Banned.PHRASE: _("Well meant, but many people are hurt by this phrase."),
        Banned.SECRECY: _("Nobody can promise secrecy. There are times when you must get help."),
        Banned.OUTCOME: _("Nobody can promise that it helps."),
        Banned.OTHERS: _("This is somebody else’s name or text."),
        Banned.CLINIC: _("This is a clinic’s word. Your group is not a clinic."),
    }[kind]


def _point(point: LimitPoint) -> str:
    return {
        LimitPoint.STAYS: _("Do your words still say what stays in the room? The original says:"),
        LimitPoint.NO_PROMISE: _("Do they still say that nobody can promise for every member? The original says:"),
        LimitPoint.WE_ACT: _("Do they still say when you have to act? The original says:"),
        LimitPoint.TELL_FIRST: _("Do they still say that you tell the person first, if that is safe? "
                                 "The original says:"),
        LimitPoint.WHO: _("Do they still say who is told? The original says:"),
    }[point]

"""Shipped content as the library hands it on: frozen, checked, with source, caution and review date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.i18n import Translator, interface
from facilitator.model.agenda import AgendaDraft, Line, LineKind, SegmentKind, seconds_aloud
from facilitator.model.agreement import Clause
from facilitator.model.group import Application, RecordLevel
from facilitator.model.member import ConsentPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an item's facts come from, when it was last looked at, and how easy it reads.

    `source` is the line of credit, `sources` the keys it was made from.
    """

    source: str
    licence: str = "CC BY 4.0"
    reviewed_on: date
    review_by: date
    reading_grade: float | None = None
    sources: tuple[str, ...] = ()
    language: str = ""
    """The language the item is written in, as it ships; empty for a group's own words."""


class Moment(StrEnum):
    """When a coping card may be of use: a short closed list to look cards up by."""

    SUDDEN_DISTRESS = "sudden-distress"
    WORRY = "worry"
    LOW_MOOD = "low-mood"
    ANGER = "anger"
    SELF_CRITICISM = "self-criticism"
    BODY_TENSION = "body-tension"
    SLEEP = "sleep"
    DECISIONS = "decisions"
    URGE = "urge"
    LOSS = "loss"
    TIREDNESS = "tiredness"
    OTHER_PEOPLE = "other-people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a coping card: a key word and what to do; `short` is the same in a line of a small card."""

    key: str
    text: str
    short: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopingCard:
    """A coping strategy as a handout: cautions before steps; `figure` names a drawing, `alt` says what it shows.

    `number` is its place among the shipped cards (0 for a group's own); no `applications` means every kind of group.
    `short_caution` is what a small card has room for; a card that somebody reworded may have none.
    """

    id: str
    title: str
    short_title: str
    when: str
    summary: str
    cautions: tuple[str, ...]
    steps: tuple[Step, ...]
    again: str
    if_not: str
    own_lines: tuple[str, ...]
    short_caution: str = ""
    figure: str = ""
    alt: str = ""
    number: int = 0
    moments: tuple[Moment, ...] = ()
    applications: tuple[Application, ...] = ()
    origin: Origin

    def suits(self, application: Application | None = None, moment: Moment | None = None) -> bool:
        """Whether the card is for this kind of group, and for this moment; None asks for nothing."""
        return ((application is None or not self.applications or application in self.applications)
                and (moment is None or moment in self.moments))


class ScriptKind(StrEnum):
    """What words to say are for: in the order of an evening, the usual before the rare."""

    OPENING = "opening"
    FIRST_MEETING = "first-meeting"
    LIMITS = "limits"
    WELCOME = "welcome"
    """For somebody who is new."""
    RESET = "reset"
    """For the middle, when the circle is tired, loud or heavy."""
    GROUNDING = "grounding"
    """For the calm pause: read slowly, a line at a time."""
    CLOSING = "closing"
    LAST_MEETING = "last-meeting"
    HAND_OVER = "hand-over"
    """Another facilitator takes the chair."""
    NOT_AS_PLANNED = "not-as-planned"
    """At the door, when the evening is called off or made shorter."""

    @property
    def segments(self) -> tuple[SegmentKind, ...]:
        """The parts of an evening in which such words are said."""
        return _SAID_IN[self]


_SAID_IN = {
    ScriptKind.OPENING: (SegmentKind.OPENING,),
    ScriptKind.FIRST_MEETING: (SegmentKind.OPENING,),
    ScriptKind.LIMITS: (SegmentKind.OPENING, SegmentKind.AGREEMENT),
    ScriptKind.WELCOME: (SegmentKind.OPENING, SegmentKind.CHECK_IN),
    ScriptKind.RESET: (SegmentKind.ROUND, SegmentKind.DISCUSSION, SegmentKind.GROUNDING, SegmentKind.ACTIVITY,
                       SegmentKind.SPEAKER, SegmentKind.HOT_SEAT, SegmentKind.BREAK),
    ScriptKind.GROUNDING: (SegmentKind.GROUNDING,),
    ScriptKind.CLOSING: (SegmentKind.CLOSING,),
    ScriptKind.LAST_MEETING: (SegmentKind.CLOSING,),
    ScriptKind.HAND_OVER: (SegmentKind.NOTICES, SegmentKind.CLOSING),
    ScriptKind.NOT_AS_PLANNED: (),
}


BREATH_SECONDS = 3
"""How long one waits after a line that is read slowly."""


class LimitPoint(StrEnum):
    """What words about the limits of confidentiality have to say, all five, in this order."""

    STAYS = "stays"
    """What stays in the room."""
    NO_PROMISE = "no-promise"
    """That we cannot vouch for every member."""
    WE_ACT = "we-act"
    """When we act: a life in danger, a child or an adult at risk, the law."""
    TELL_FIRST = "tell-first"
    """That we tell the person first, where that is safe."""
    WHO = "who"
    """Who is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Words to say, in lines of saying and doing.

    Limits of confidentiality mark in `points` the words that make each point. `anonymous` ones are for groups that
    take no names.
    """

    id: str
    title: str
    kind: ScriptKind
    applications: tuple[Application, ...]
    lines: tuple[Line, ...]
    points: tuple[tuple[LimitPoint, str], ...] = ()
    anonymous: bool = False
    origin: Origin

    @property
    def seconds(self) -> int:
        """How long the words to say take, read aloud without a hurry; what is only done is not counted."""
        return seconds_aloud(self.lines)

    @property
    def seconds_slowly(self) -> int:
        """The same with a breath after each line that is said, as in a calm pause."""
        return self.seconds + BREATH_SECONDS * sum(line.kind is LineKind.SAY for line in self.lines)

    @property
    def missing_points(self) -> tuple[LimitPoint, ...]:
        """The points about limits that are not made, because nothing marks them or their words are gone; else none."""
        if self.kind is not ScriptKind.LIMITS:
            return ()
        said = "\n".join(line.text for line in self.lines if line.kind is LineKind.SAY)
        marked = {point for point, _words in self.points}
        lost = {point for point, words in self.points if words not in said}
        return tuple(point for point in LimitPoint if point not in marked or point in lost)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementTemplate:
    """Clauses to start a group's agreement from."""

    id: str
    title: str
    clauses: tuple[Clause, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementOverlay:
    """Clauses that a kind of group adds to the core, or puts in the place of one; `summary` says when to take it.

    `stands_for` pairs a clause's `source` with the core clause whose promise it makes in this group's own words, so
    that both are not needed. An overlay that is `offered` is for some groups of its kinds, and comes in only if chosen.
    """

    id: str
    title: str
    summary: str
    applications: tuple[Application, ...]
    offered: bool
    clauses: tuple[Clause, ...]
    stands_for: tuple[tuple[str, str], ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTemplate:
    """A shipped plan for an evening, scripts already filled in."""

    id: str
    title: str
    summary: str
    applications: tuple[Application, ...]
    agenda: AgendaDraft
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Helpline:
    """A number to call or text. `section` is emergency, any or one; unchecked until a person called (`verified_on`)."""

    id: str
    name: str
    what: str
    number: str
    channel: str = "call"
    keyword: str = ""
    section: str = "any"
    region: str = ""
    topics: tuple[str, ...] = ()
    audience: str = ""
    hours: str = ""
    cost: str = ""
    languages: str = ""
    access: str = ""
    url: str = ""
    verified_on: date | None = None
    verified_by: str = ""
    how: str = ""
    review_by: date | None = None
    failed_on: date | None = None  # somebody called it, and it is not what it says
    confidence: str = ""
    note: str = ""

    def holds(self, today: date) -> bool:
        """Whether a person has called it and that has not run out."""
        return self.verified_on is not None and (self.review_by is None or self.review_by >= today)


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyCard:
    """Steps for the worst minute, written per country's numbers; holds no data about anybody."""

    title: str
    steps: tuple[Step, ...]
    never: tuple[str, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class LeafletPart:
    """A heading and its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaflet:
    """What somebody reads who comes for the first time."""

    title: str
    summary: str
    parts: tuple[LeafletPart, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """A country's lines. `emergency` are never marked as unverified."""

    country: str
    name: str
    emergency: tuple[Helpline, ...]
    lines: tuple[Helpline, ...]

    def checked(self, today: date) -> tuple[Helpline, ...]:
        """The lines a person has rung and whose check has not run out."""
        return tuple(line for line in self.lines if line.holds(today))


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentWording:
    """What is said when one thing is asked for; `version` is what a consent keeps, so that old yeses stay readable."""

    purpose: ConsentPurpose
    version: str
    title: str
    lines: tuple[str, ...]
    ask: str
    withdraw: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelExplained:
    """A record level in plain consequences: `kept` is what is written down, `meaning` what that does to a person."""

    level: RecordLevel
    name: str
    short: str
    kept: tuple[str, ...]
    meaning: tuple[str, ...]
    suits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationExplained:
    """One of the nine kinds of group, in a name and one plain line."""

    application: Application
    name: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentExplained:
    """A moment to look cards up by, in a name and one plain line."""

    moment: Moment
    name: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnContent:
    """What a group wrote itself, handed to the library; an item with a shipped item's id stands in its place."""

    agreements: tuple[AgreementTemplate, ...] = ()
    overlays: tuple[AgreementOverlay, ...] = ()
    agendas: tuple[AgendaTemplate, ...] = ()
    scripts: tuple[Script, ...] = ()
    cards: tuple[CopingCard, ...] = ()
    helplines: tuple[Helpline, ...] = ()


PLACEHOLDERS = ("lead", "second", "emergency", "next_time", "group", "keep_for")
"""What words may leave open, as {lead}: who leads, who is second, the country's emergency number, the next session
(“on Thursday 27 November at 19:00”), the group's name, how long names are kept (“12 months”)."""

_OPEN = re.compile(r"\{(\w+)\}")


def fill(text: str, values: Mapping[str, str], translator: Translator | None = None) -> str:
    """Put values in place of {placeholders}; one without a value becomes words or a blank to fill in aloud.

    `translator` is the sheet's, when its language is not the window's. Braces we do not know stay as they are.
    """
    gettext = (translator or interface()).gettext
    blanks = {
        "lead": gettext("[your name]"),
        "second": gettext("[second facilitator]"),
        "emergency": gettext("the emergency number"),
        "next_time": gettext("on [day and time]"),
        "group": gettext("this group"),
        "keep_for": gettext("12 months"),
    }
    return _OPEN.sub(lambda found: values.get(found[1]) or blanks.get(found[1], found[0]), text)

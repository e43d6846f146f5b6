"""Easy Read: the own short version of a sheet's words, one idea a row with a picture beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from facilitator.model.content import Origin


class Picture(StrEnum):
    """The pictures that rows may have beside them: one small set, so that a picture always means the same."""

    CIRCLE = "circle"
    PERSON = "person"
    TWO = "two"
    TALK = "talk"
    LISTEN = "listen"
    EAR = "ear"
    PASS = "pass"
    ONE_VOICE = "one-voice"
    ASK = "ask"
    TELL = "tell"
    NOT_TELL = "not-tell"
    ADULT_CHILD = "adult-child"
    THINK = "think"
    FEELING = "feeling"
    ROOM = "room"
    KIND = "kind"
    PUT_DOWN = "put-down"
    BED = "bed"
    PHONE = "phone"
    DIAL = "dial"
    TEXT = "text"
    PHONE_OFF = "phone-off"
    CAMERA = "camera"
    NO_PHOTO = "no-photo"
    PRIVATE = "private"
    NOT_PRIVATE = "not-private"
    LOCKED_AWAY = "locked-away"
    PAPER = "paper"
    WRITE = "write"
    LIST = "list"
    CROSS_OUT = "cross-out"
    READ = "read"
    CALENDAR = "calendar"
    AGAIN = "again"
    CUP = "cup"
    WATER = "water"
    FOOD = "food"
    NO_DRINK = "no-drink"
    DOCTOR = "doctor"
    NOT_DOCTOR = "not-doctor"
    LAW = "law"
    IDEA = "idea"
    CLOCK = "clock"
    PLACE = "place"
    TICK = "tick"
    CROSS = "cross"
    CHOICE = "choice"
    STOP = "stop"
    WARNING = "warning"
    QUESTION = "question"
    GO_OUT = "go-out"
    WAY_HOME = "way-home"
    MEET = "meet"
    STREET = "street"
    AMBULANCE = "ambulance"
    SUN = "sun"
    NIGHT = "night"
    WEATHER = "weather"
    SIGNPOST = "signpost"
    WAVE = "wave"
    SMALL_STEP = "small-step"
    FEET = "feet"
    CHAIR = "chair"
    SIT = "sit"
    EYES = "eyes"
    TOUCH = "touch"
    SMELL = "smell"
    BREATHE_IN = "breathe-in"
    BREATHE_OUT = "breathe-out"
    LEGS = "legs"
    ARMS = "arms"
    SHOULDERS = "shoulders"
    FACE = "face"


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyRow:
    """One idea: a picture and the lines that say it. A key word stands between ** and **.

    `id` is what the row says in other words, such as a clause of an agreement.
    """

    picture: Picture
    lines: tuple[str, ...]
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyPart:
    """Rows under a heading, or under none; `steps` are numbered. `turn`: it begins on a side of its own."""

    rows: tuple[EasyRow, ...]
    title: str = ""
    steps: bool = False
    turn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EasyRead:
    """The words of one document, or of one library item that it can be made of.

    `language` is that of the words; `made_from` the wording of a consent that it says again, by its version.
    """

    id: str
    document: str
    language: str
    title: str
    parts: tuple[EasyPart, ...]
    origin: Origin
    item: str = ""
    cautions: tuple[str, ...] = ()
    own_lines: tuple[str, ...] = ()
    ask: str = ""
    withdraw: tuple[str, ...] = ()
    made_from: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """All that it says in sentences, in order."""
        return lines_of(self.cautions, self.parts, self.ask, *self.withdraw)

    @property
    def rows(self) -> tuple[EasyRow, ...]:
        """All rows, in order."""
        return tuple(row for part in self.parts for row in part.rows)


def lines_of(cautions: tuple[str, ...], parts: tuple[EasyPart, ...], *more: str) -> tuple[str, ...]:
    """The lines of a version without the marks of its key words."""
    said = (line.replace("**", "") for part in parts for row in part.rows for line in row.lines)
    return (*cautions, *said, *(line.replace("**", "") for line in more if line))

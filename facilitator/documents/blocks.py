"""The neutral parts that sheets are made of: frozen, and without a font, a colour or a size in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from facilitator.documents.words import Text
from facilitator.model.agenda import Give, LineKind


class Mark(StrEnum):
    """What stands before each line of a list."""

    DOT = "dot"
    TICK_BOX = "tick-box"
    CROSS = "cross"


class Rank(StrEnum):
    """How much weight a paragraph has."""

    INTRO = "intro"
    BODY = "body"
    STRONG = "strong"
    SMALL = "small"


class Axis(StrEnum):
    """Which of the page's text axes steps hang on: a number beside, or the verb at the left."""

    NUMBERS = "numbers"
    VERBS = "verbs"


class ColumnKind(StrEnum):
    """What a column holds, which says how wide it is and how its cells are set."""

    NAME = "name"
    COUNT = "count"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Title:
    """What the sheet is for, said as an act. `lines` is a poster's title, broken on purpose."""

    text: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a part; stays with what follows."""

    text: Text


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `give` 0 is never left out; a higher number may be, when the sheet would not fit otherwise."""

    text: Text
    rank: Rank = Rank.BODY
    give: int = 0
    short: Text = ""
    """What is left of it then."""


@dataclass(frozen=True, slots=True)
class Items:
    """A list of lines with the same mark before each, in one or more columns that are read downwards."""

    items: tuple[Text, ...]
    mark: Mark = Mark.DOT
    columns: int = 1
    small: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a key word, what to do, and words to say aloud."""

    key: str
    text: Text
    say: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """Numbered steps."""

    steps: tuple[Step, ...]
    axis: Axis = Axis.NUMBERS


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    title: str
    kind: ColumnKind = ColumnKind.NOTE


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a flagged one carries the black bar of personal data before its name."""

    cells: tuple[Text, ...]
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row names the row."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class WriteLines:
    """Labels with a line to write on, side by side in columns; `each` is the number of lines below one another."""

    labels: tuple[str, ...]
    columns: int = 1
    each: int = 1
    give: int = 0
    """When the sheet would not fit: lines after a label's first go, or else labels after the first (0 = never)."""


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks in a keyline; heavy for what must not be missed, flagged for what holds personal data."""

    blocks: tuple[Block, ...]
    title: Text = ""
    heavy: bool = False
    flagged: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks side by side, equal in width and height."""

    cells: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Blocks that take one place, beside others.

    The end of a page parts `whole` ones only where they are to be read, and the page would else be half empty; `firm`
    ones not even there.
    """

    blocks: tuple[Block, ...]
    whole: bool = False
    firm: bool = False


@dataclass(frozen=True, slots=True)
class Danger:
    """Red keyline and the number to ring at once."""

    title: str
    text: Text
    number: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing by its name; `alt` says what is seen."""

    name: str
    alt: str


@dataclass(frozen=True, slots=True)
class Caution:
    """What to know before any step, with a figure beside it where there is one."""

    title: str
    items: tuple[Text, ...]
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A big figure and the words under it."""

    figure: str
    words: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Big figures in a row."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Contact:
    """A number to ring or text. `checked` says who looked and when; without it the number wants verifying."""

    name: str
    what: str
    number: str
    channel: str = ""
    checked: str = ""
    verify: bool = False


@dataclass(frozen=True, slots=True)
class Contacts:
    """Numbers under a head; the number is what the eye finds first. `verify` is the stamp of an unchecked one."""

    title: str
    contacts: tuple[Contact, ...]
    verify: str = ""


@dataclass(frozen=True, slots=True)
class StripPart:
    """A part of the evening in the strip: its number and title, its minutes, and what may give."""

    number: int
    title: str
    minutes: int
    give: Give


@dataclass(frozen=True, slots=True)
class Strip:
    """The evening to scale with the clock under it; `alt` says it in words."""

    parts: tuple[StripPart, ...]
    start_minute: int
    alt: str


@dataclass(frozen=True, slots=True)
class PartLine:
    """A line of a part: words to say, a thing to do, a case, or a moment; `at` is the clock time of a moment."""

    kind: LineKind
    text: Text
    at: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the evening with its clock time hanging at the left."""

    title: str
    clock: str
    length: str
    give: Give
    give_words: str
    leader: str
    lines: tuple[PartLine, ...]


@dataclass(frozen=True, slots=True)
class ClauseLine:
    """A clause: the line to read aloud, and why."""

    number: str
    text: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Clauses:
    """Clauses under their theme; `give` says when the reasons may be left out (0 = never)."""

    theme: str
    clauses: tuple[ClauseLine, ...]
    give: int = 0


@dataclass(frozen=True, slots=True)
class Circles:
    """Numbered circles to cross off, from `first` on, fives heavier; the last one crossed is the total."""

    count: int
    alt: str
    first: int = 1


@dataclass(frozen=True, slots=True)
class Blanks:
    """Empty boxes with a label, to write one number in each."""

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignIn:
    """Numbered rows to write a name in, with boxes to tick under each further heading."""

    name: str
    ticks: tuple[str, ...]
    rows: int
    first: int = 1


@dataclass(frozen=True, slots=True)
class Pair:
    """What is asked for at the left, and the answer; without one there are lines to write it on."""

    label: str
    text: Text = ""
    lines: int = 1


@dataclass(frozen=True, slots=True)
class Pairs:
    """Short answers that are looked up by their label."""

    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class ClockLine:
    """A clock time to be read across a room, and what begins then."""

    clock: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Clock times below one another."""

    lines: tuple[ClockLine, ...]


@dataclass(frozen=True, slots=True)
class TickGrid:
    """Names by days: a word for each cell that is said, empty where nothing is. `here` is drawn as a tick."""

    name: str
    days: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    here: str = ""


@dataclass(frozen=True, slots=True)
class Faces:
    """Lines to answer with one of three faces, the friendliest first; each face has its word above it."""

    words: tuple[str, str, str]
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hang:
    """A head that hangs at the left of its blocks, on the axis of verbs."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Say:
    """Words to say aloud, each with a bar at its left."""

    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A question with `lines` to write the answer on; `hint` stands small below it. Never cut in two."""

    text: str
    hint: str = ""
    lines: int = 2


@dataclass(frozen=True, slots=True)
class CardTitle:
    """The head of a card; `first` where it is also the head of the sheet, `clause` where it is all there is to read."""

    text: str
    first: bool = False
    clause: bool = False


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out along dashes, `rows` of them below one another on a side. `copies`: all are the first one."""

    cards: tuple[tuple[Block, ...], ...]
    columns: int
    rows: int
    copies: bool = False


class DeckSize(StrEnum):
    """How large the cards of a deck are: for a wallet, for the table, or for the hand, where the print is large."""

    WALLET = "wallet"
    TABLE = "table"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class CardRow:
    """A line of a card with a number to call; `heavy` for the one in danger, `verify` where nobody has checked it."""

    name: str
    number: str
    verify: str = ""
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a small card, from its head to the line at its foot; `strong` is what must not be missed.

    `first` where its head is also the head of the sheet, `clause` where the head is all there is to read, `write` are
    labels of lines to write on, `ring` the ornament.
    """

    title: str
    small: Text = ""
    steps: tuple[Text, ...] = ()
    rows: tuple[CardRow, ...] = ()
    strong: Text = ""
    write: tuple[str, ...] = ()
    foot: Text = ""
    first: bool = False
    clause: bool = False
    ring: bool = False


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards of one size to cut out along marks, as many as a side holds, and what stands on their backs.

    `backs` are as many as the cards, one for all of them, or none. `copies`: the first card fills the sheet.
    """

    cards: tuple[Face, ...]
    backs: tuple[Face, ...] = ()
    size: DeckSize = DeckSize.WALLET
    copies: bool = False

    def back(self, place: int) -> Face:
        """What stands behind a card."""
        return self.backs[place if len(self.backs) > 1 else 0]


@dataclass(frozen=True, slots=True)
class CountLine:
    """Short blanks in one line, the last with a box to tick: in, out, same?"""

    blanks: tuple[str, ...]
    tick: str


@dataclass(frozen=True, slots=True)
class DoneLine:
    """A box to tick and a line to write who did it."""

    label: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code in groups, big enough to be typed from paper without a doubt; each group with its number above it."""

    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PictureRow:
    """One idea: its picture, what that shows, and the lines that say it. `step` numbers it; `number` is one to call."""

    picture: str
    alt: str
    lines: tuple[Text, ...]
    step: int = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class PictureRows:
    """Ideas below one another, the picture left, the words right.

    `faces` are words for an answer to each row; `boxes`: each row is an answer, with a box to tick.
    """

    rows: tuple[PictureRow, ...]
    faces: tuple[str, ...] = ()
    boxes: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across; heavy between groups. `give` says when it may be left out (0 = never)."""

    heavy: bool = False
    give: int = 0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new side."""


Block: TypeAlias = (
    Title | Heading | Para | Items | Steps | Table | WriteLines | Box | Beside | Group | Danger | Figure | Caution
    | Facts | Contacts | Strip | Part | Clauses | Circles | Blanks | SignIn | CountLine | DoneLine | Code | Rule
    | PageBreak | Pairs | Clocks | TickGrid | Faces | Hang | Say | Ask | CardTitle | Cards | Deck | PictureRows)

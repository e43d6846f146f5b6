"""What a printed document declares about itself, and the sheet that it builds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.documents.blocks import Block
from facilitator.documents.words import Text
from facilitator.model.paper import Layout, Paper, PersonalData, Style, Turn

if TYPE_CHECKING:
    from facilitator.documents.context import SheetContext
    from facilitator.i18n import Translator


NOTE_DOT = " · "
"""Parts the words beside the tab."""
LAYOUT = "layout"
"""The key by which a piece keeps how it stands on the paper, among what was chosen of its options."""


class Audience(StrEnum):
    """Who a sheet is for, which its tab shows: solid for the team, outline for everybody else."""

    TEAM = "team"
    GIVE = "give"
    TABLE = "table"
    WALL = "wall"


class Per(StrEnum):
    """How many copies of a document an evening usually takes."""

    ONE = "one"
    LEADER = "leader"
    PERSON = "person"
    NEWCOMER = "newcomer"
    FOUR = "four"
    """Slips, four of them to a sheet, one for each person."""


class Need(StrEnum):
    """Data a document cannot be made without; named as `messages.py` names it."""

    SESSION = "session"
    AGENDA = "agenda"
    AGREEMENT = "agreement"
    GROUP = "group"
    CARD = "card"
    DIRECTORY = "directory"
    EMERGENCY = "emergency"
    PACK = "pack"
    RECOVERY = "recovery"
    SCRIPT = "script"
    OFFER = "offer"
    WELCOME = "welcome"
    SHELF = "shelf"
    """The words of an evening that ship with the program."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A choice a document offers: a whole number between `least` and `most`."""

    key: str
    label: Callable[[Translator], str]
    default: int
    least: int
    most: int
    zero: Callable[[Translator], str] | None = None
    """What 0 stands for, where it does not mean none."""

    def clean(self, value: int | None) -> int:
        """The value when it may be used, the nearest that may, or the default."""
        return self.default if value is None else max(self.least, min(self.most, value))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A document built for one occasion: what stands on it, and what its head and foot say."""

    document: str
    title: str
    language: str
    kind: str
    audience: Audience
    note: str = ""
    """Beside the tab on page 1: use and group."""
    running: str = ""
    """Beside the tab from page 2 on."""
    warning: str = ""
    """Instead of the note: what is not in order yet."""
    blocks: tuple[Block, ...]
    crisis: Text = ""
    crisis_short: Text = ""
    source: str = ""
    source_short: str = ""
    """What is left of it where the foot has to be small."""
    personal: PersonalData = PersonalData.NONE
    privacy: str = ""
    privacy_note: str = ""
    page_words: str = "{page} / {pages}"
    pages: int = 1
    """How many sides the document promises in its style."""
    fewest: int = 0
    """Those that are tried for before, where few enough words may need no more; 0: none."""
    both_sides: bool = True
    style: Style = Style.STANDARD
    discreet: bool = False
    poster: bool = False
    ring: bool = True
    """The ornament; a sheet that must not tell what it is for has none."""
    fold: bool = False
    """Whether marks show where to fold it, printed side in: then nothing but blank paper is outside."""
    item: str = ""
    """The library item it is made of, where somebody chose one."""
    faces: tuple[str, ...] = ()
    """Of cards to cut out: what is said below the fronts, and below the backs."""
    layout: Layout = Layout.PAGE

    @property
    def turn(self) -> Turn:
        """The edge on which its paper is turned: a book is printed across the sheet."""
        return Turn.SHORT if self.layout is Layout.BOOK else Turn.LONG


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document's declaration. `prints` names register columns (table.column); `by_hand_only` bars files and packs."""

    id: str
    title: Callable[[Translator], str]
    audience: Audience
    order: int
    build: Callable[[SheetContext], Sheet]
    needs: tuple[Need, ...] = ()
    options: tuple[Option, ...] = ()
    papers: tuple[Paper, ...] = (Paper.A4, Paper.LETTER)
    easy: Callable[[SheetContext], Sheet | None] | None = None
    """Builds its Easy Read version, which has words of its own; None where this occasion has none."""
    pages: int = 1
    more_pages: Mapping[Style, int] = field(default_factory=dict, hash=False)
    """The sides it promises in other styles, where they are not as many as in the standard one."""
    both_sides: bool = True
    personal: PersonalData = PersonalData.NONE
    prints: tuple[str, ...] = ()
    listed: Callable[[SheetContext], str] | None = None
    """What a cover slip calls it, when that is not its title."""
    place: Callable[[Translator], str] | None = None
    """Where it lies on the evening, for the cover slip."""
    for_evening: bool = True
    """Whether an evening may need it; what does not is printed on its own, and no pack offers it."""
    by_hand_only: bool = False
    outside: Callable[[Translator], str] | None = None
    """What a discreet one is called: nothing that tells of a group or a purpose. None: simply “Notes”."""
    taken_home: bool = False
    """Whether the person keeps it, so that nobody waits for it to come back and be shredded."""
    kept: bool = False
    """Whether it stays in the folder from one evening to the next, so that nobody shreds it after this one."""
    per: Per = Per.ONE
    """Where its usual number of copies comes from."""
    choices: Callable[[SheetContext], tuple[tuple[str, str], ...]] | None = None
    """The library items it can be made of, by id and title, the usual one first; of which one, its context says."""
    by_days: bool = False
    """Whether it can show the evenings between two days, alone or with who came."""
    layouts: tuple[Layout, ...] = (Layout.PAGE,)
    """How it can stand on the paper, the usual way first."""
    cut: bool = False
    """Whether it is cut out, with a back right behind each front: then it is printed at its actual size."""

    @property
    def styles(self) -> tuple[Style, ...]:
        """The styles it comes in; Easy Read for some of what it can be made of, where it has that at all."""
        return tuple(style for style in Style if style is not Style.EASYREAD or self.easy is not None)

    def has(self, style: Style, context: SheetContext) -> bool:
        """Whether it comes in a style for this occasion, whose needs are met."""
        if style is not Style.EASYREAD:
            return True
        return self.easy is not None and self.easy(replace(context, style=style)) is not None

    def promised(self, style: Style) -> int:
        """How many sides it takes in a style; wide spacing takes as many as large print where nothing else is said."""
        alike = self.more_pages.get(Style.LARGE, self.pages) if style is Style.SPACED else self.pages
        return self.more_pages.get(style, alike)

    def neutral(self, translator: Translator) -> str:
        """Its name where nobody may learn what it is."""
        return (self.outside or _notes)(translator)


def _notes(translator: Translator) -> str:
    return translator.gettext("Notes")

"""Everything a sheet may be made from, handed in as frozen values; documents read nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from facilitator.documents.declaration import LAYOUT, Need, Option
from facilitator.errors import DocumentNeeds
from facilitator.i18n import Translator
from facilitator.model.agenda import AgendaDraft
from facilitator.model.agreement import AgreementVersion
from facilitator.model.concern import ConcernWords
from facilitator.model.content import (
    AgreementOverlay,
    AgreementTemplate,
    ConsentWording,
    CopingCard,
    Directory,
    EmergencyCard,
    Leaflet,
    Script,
)
from facilitator.model.easy_read import EasyRead
from facilitator.model.form import Form, RoleCard
from facilitator.model.group import GroupDraft
from facilitator.model.handout import Handout
from facilitator.model.hard_moment import HardMoment
from facilitator.model.organisation import Organisation, VenueDraft
from facilitator.model.paper import Layout, Paper, PersonalData, Style, Turn
from facilitator.model.prompt import Prompt
from facilitator.model.reading import Reading
from facilitator.model.safeguarding import SafeguardingFlow
from facilitator.model.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLine:
    """One line of the cover slip. `pages` are the sides of one copy; `sheets` the paper of all copies."""

    document: str
    title: str
    copies: int
    pages: int
    sheets: int
    both_sides: bool
    place: str = ""
    personal: PersonalData = PersonalData.NONE
    style: Style = Style.STANDARD
    discreet: bool = False
    taken_home: bool = False
    kept: bool = False
    """Whether it stays in the folder, for the evenings to come."""
    item: str = ""

    @property
    def variant(self) -> tuple[str, Style, bool, str]:
        """Which piece of the pack it is, as it is printed."""
        return self.document, self.style, self.discreet, self.item

    @property
    def comes_back(self) -> bool:
        """Whether it holds or will hold personal data, and is not its reader's to keep."""
        return self.personal is not PersonalData.NONE and not self.taken_home

    @property
    def shredded(self) -> bool:
        """Whether it is shredded once the evening is over."""
        return self.comes_back and not self.kept


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySlip:
    """A recovery code in its groups, check symbols included, and the day it was made."""

    groups: tuple[str, ...]
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingSlip:
    """A vault that is closed for good: its name, who keeps what must be kept, and the backups there still are."""

    name: str
    closed_on: date
    holder: str
    backups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PresenceRow:
    """One person's ticks, in the order of the grid's days; None where nobody noted anything."""

    name: str
    ticks: tuple[bool | None, ...]


@dataclass(frozen=True, slots=True)
class PresenceGrid:
    """Who was there on which day."""

    days: tuple[date, ...]
    rows: tuple[PresenceRow, ...]


T_co = TypeVar("T_co", covariant=True)


class Choices(Protocol[T_co]):
    """Library items of a kind that a piece can be made of; each is read when a piece asks for it."""

    @property
    def titles(self) -> Mapping[str, str]:
        """What a list calls them, by id."""

    def find(self, id: str) -> T_co | None:
        """One of them; None where it is not there any more."""


class EveningItems(Protocol):
    """The words of an evening that ship with the program; each kind is read when a sheet first asks for it."""

    @property
    def hard_moments(self) -> tuple[HardMoment, ...]:
        """Cards for hard moments, by their numbers."""

    @property
    def prompts(self) -> tuple[Prompt, ...]:
        """Prompts, use by use, the light ones first."""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Readings, our own first."""

    @property
    def handouts(self) -> tuple[Handout, ...]:
        """Handouts, by their numbers."""

    @property
    def shipped_cards(self) -> tuple[CopingCard, ...]:
        """Coping cards as they ship, whatever a group made of them."""

    def easy_read(self, document: str, item: str = "") -> EasyRead | None:
        """The Easy Read version of a document, or of the library item it is made of; None where there is none."""

    @property
    def forms(self) -> tuple[Form, ...]:
        """Forms around an evening."""

    @property
    def roles(self) -> tuple[RoleCard, ...]:
        """Cards for the roles that go round."""

    @property
    def consents(self) -> tuple[ConsentWording, ...]:
        """What is said when one thing is asked for."""

    @property
    def safeguarding(self) -> SafeguardingFlow:
        """What to do when somebody may be hurt, or tells us so."""

    @property
    def chair_card(self) -> Leaflet:
        """What lies on each chair."""

    @property
    def paper_evening(self) -> Leaflet:
        """How to run an evening with the laptop shut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetContext:
    """The occasion a sheet is made for. What is None or empty is not known; `leaders` are names, first the lead."""

    translator: Translator
    today: date
    paper: Paper = Paper.A4
    style: Style = Style.STANDARD
    discreet: bool = False
    organisation: Organisation | None = None
    group: GroupDraft | None = None
    session: Session | None = None
    venue: VenueDraft | None = None
    agenda: AgendaDraft | None = None
    agreement: AgreementVersion | None = None
    card: CopingCard | None = None
    cards: Choices[CopingCard] | None = None
    """Those that a piece can ask for instead of `card`."""
    script: Script | None = None
    scripts: Choices[Script] | None = None
    """Those that a piece can ask for instead of `script`."""
    offer: AgreementTemplate | AgreementOverlay | None = None
    """Clauses that a group could agree on."""
    offers: tuple[AgreementTemplate | AgreementOverlay, ...] = ()
    """Those that a piece can ask for instead of `offer`."""
    directory: Directory | None = None
    emergency: EmergencyCard | None = None
    leaders: tuple[str, ...] = ()
    expected: int | None = None
    next_session: date | None = None
    pack: tuple[PackLine, ...] = ()
    recovery: RecoverySlip | None = None
    closing: ClosingSlip | None = None
    concern: ConcernWords | None = None
    """A concern that is being typed, to be printed before it is sealed; of any other occasion there is none."""
    grid: PresenceGrid | None = None
    welcome: Leaflet | None = None
    shelf: EveningItems | None = None
    item: str = ""
    """Which of its library items a document that names its `choices` is made of; empty for the usual one."""
    shred_by: date | None = None
    cost_a_side: int = 0
    """In the currency's smallest unit; 0 says nothing about cost."""
    options: Mapping[str, int] = field(default_factory=dict)
    in_language: Callable[[SheetContext, str], SheetContext] | None = None
    """The same occasion in another language; None where there is no other."""
    read: frozenset[str] = frozenset()
    """The languages whose translation a fluent speaker has read."""
    both_sides: bool = True
    """Whether the printer turns the paper; if not, every side takes a sheet."""
    turn: Turn | None = None
    """The one edge on which the printer can turn it; None where it does as it is told."""

    def option(self, option: Option) -> int:
        """The chosen value of an option, within its bounds."""
        return option.clean(self.options.get(option.key))

    def layout(self, offered: tuple[Layout, ...]) -> Layout:
        """The chosen way to stand on the paper, where it is one of these; else the first of them."""
        known, chosen = tuple(Layout), self.options.get(LAYOUT, -1)
        return known[chosen] if 0 <= chosen < len(known) and known[chosen] in offered else offered[0]

    def lacks(self, needs: tuple[Need, ...]) -> tuple[Need, ...]:
        """Which of these needs are not met, in their order."""
        return tuple(need for need in needs if not getattr(self, need.value))

    def require(self, document: str, needs: tuple[Need, ...]) -> None:
        """Nothing when all needs are met. Raises DocumentNeeds with the first that is not."""
        for need in self.lacks(needs):
            raise DocumentNeeds(document=document, need=need.value)

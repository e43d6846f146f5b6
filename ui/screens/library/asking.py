"""What the Library asks the core about one item: the whole of it, what a form begins with, and which one is meant."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from facilitator import finding
from facilitator.errors import NotFound
from facilitator.i18n import PSEUDO, _, interface
from facilitator.model.content import (
    AgendaTemplate,
    AgreementOverlay,
    AgreementTemplate,
    CopingCard,
    Helpline,
    Leaflet,
    Moment,
    Origin,
    Script,
    ScriptKind,
)
from facilitator.model.form import Form, RoleCard
from facilitator.model.group import Application
from facilitator.model.handout import Handout
from facilitator.model.hard_moment import HardMoment
from facilitator.model.ids import Id
from facilitator.model.own import OwnKind, Written, is_new
from facilitator.model.prompt import Prompt
from facilitator.model.reading import Reading
from facilitator.model.search import Hit
from facilitator.model.shelfmark import ShelfMark

if TYPE_CHECKING:
    from facilitator.library import Library
    from facilitator.workspace import Workspace

Thing: TypeAlias = (CopingCard | Handout | Script | HardMoment | Prompt | Reading | AgreementTemplate
                    | AgreementOverlay | AgendaTemplate | Form | RoleCard | Leaflet | Helpline)  # fmt: skip


class Kind(StrEnum):
    """The shelves, in their order."""

    CARD = "card"
    HANDOUT = "handout"
    """To take home, and background for facilitators."""
    SCRIPT = "script"
    HARD_MOMENT = "hard-moment"
    PROMPT = "prompt"
    READING = "reading"
    AGREEMENT = "agreement"
    PLAN = "plan"
    FORM = "form"
    """Forms, the cards of roles, and sheets for the room."""
    HELPLINE = "helpline"

    @property
    def own(self) -> OwnKind | None:
        """What the core calls it, where a group may put it in its own words."""
        return OwnKind(self.value) if self in (Kind.CARD, Kind.SCRIPT) else None


COPIED = (Kind.HANDOUT, Kind.HARD_MOMENT, Kind.PROMPT, Kind.READING, Kind.FORM)
"""What stays in the words it ships in; those can be taken elsewhere."""
_ROLE = "role-"
"""How the id of a role card begins here, where it stands among forms."""


@dataclass(frozen=True, slots=True)
class Key:
    """What tells one item from all others."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One item whole. `original` is what ships where the words are our own, `draft` what a form begins with."""

    key: Key
    thing: Thing
    today: date
    names: tuple[tuple[Application, str], ...]
    moments: tuple[tuple[Moment, str], ...] = ()
    own: bool = False
    original: Written | None = None
    draft: Written | None = None
    changed: bool = False
    age: int = 0
    values: dict[str, str] = field(default_factory=dict)
    group: Id | None = None
    """The one group that clauses are for, where there is just one."""
    mark: ShelfMark = field(default_factory=ShelfMark)
    read: frozenset[str] = frozenset()
    """The languages whose translation a fluent speaker has read."""

    @property
    def untranslated(self) -> bool:
        """Whether it came in English because there is none in the window's language."""
        return self.origin is not None and self.origin.language not in ("", interface().language) and not _written()

    @property
    def drafted(self) -> bool:
        """Whether its words are a translation that nobody has read yet."""
        return self.origin is not None and self.origin.language not in ("", "en", *self.read)

    @property
    def origin(self) -> Origin | None:
        """Where its facts come from; numbers have a check of their own."""
        return None if isinstance(self.thing, Helpline) else self.thing.origin

    @property
    def new(self) -> bool:
        """Whether the group wrote it itself."""
        return is_new(self.key.id)

    @property
    def stale(self) -> bool:
        """Whether it should have been looked at again by now."""
        return self.origin is not None and self.origin.review_by < self.today


def opened(workspace: Workspace, key: Key) -> Opened:
    """One item with its marks. Raises NotFound."""
    return replace(_opened(workspace, key), mark=workspace.shelf_marks.of(key.kind.value, key.id),
                   read=workspace.translations.read)


def _written() -> bool:
    return interface().language in ("en", PSEUDO)


def _opened(workspace: Workspace, key: Key) -> Opened:
    library, today = workspace.library, workspace.clock.today()
    common = {"names": names(library), "today": today,
              "moments": tuple((entry.moment, entry.name) for entry in library.moments())}
    kind = key.kind.own
    thing = _thing(workspace, key)
    if kind is None or not isinstance(thing, CopingCard | Script):
        return Opened(key=key, thing=thing, group=_only_group(workspace, thing), **common)  # type: ignore[arg-type]
    from facilitator.library.reading_age import age

    own = library.own_text(kind, key.id) is not None
    return Opened(
        key=key, thing=thing, own=own, original=library.original(kind, key.id) if own else None,
        draft=workspace.bench.opened(kind, key.id), changed=own and workspace.bench.changed_since(kind, key.id),
        age=age(thing) if _written() else 0, values=_open_words(library), **common)  # type: ignore[arg-type]


def to_write(workspace: Workspace, kind: Kind, id: str) -> Opened:
    """An item as a form begins with it; without an id, a new one. Raises NotFound."""
    if id:
        return opened(workspace, Key(kind, id))
    library, today, new = workspace.library, workspace.clock.today(), workspace.own_items.new_id()
    draft: Written = workspace.bench.new_card(new, today) if kind is Kind.CARD else workspace.bench.new_script(
        new, ScriptKind.OPENING, today)
    return Opened(key=Key(kind, new), thing=draft, draft=draft, today=today, names=names(library),
                  moments=tuple((entry.moment, entry.name) for entry in library.moments()), values=_open_words(library))


def key_of(workspace: Workspace, show: object) -> Key:
    """The item that somebody wants to see: a key, (kind, id), a hit, a row of own words, or an item. Raises NotFound.
    """
    match show:
        case Key():
            return show
        case (str() as kind, str() as id) if kind in {one.value for one in Kind}:
            return Key(Kind(kind), id)
        case Hit(kind="library", id=id) | (bytes() as id):
            text = workspace.own_items.find(id)
            return Key(Kind(text.kind.value), text.item)
        case Hit(show=show):
            return key_of(workspace, show)
        case CopingCard(id=id):
            return Key(Kind.CARD, id)
        case Script(id=id):
            return Key(Kind.SCRIPT, id)
        case AgreementTemplate(id=id) | AgreementOverlay(id=id):
            return Key(Kind.AGREEMENT, id)
        case AgendaTemplate(id=id):
            return Key(Kind.PLAN, id)
        case Handout(id=id):
            return Key(Kind.HANDOUT, id)
        case HardMoment(id=id):
            return Key(Kind.HARD_MOMENT, id)
        case Prompt(id=id):
            return Key(Kind.PROMPT, id)
        case Reading(id=id):
            return Key(Kind.READING, id)
        case Form() | RoleCard():
            return form_key(show)
        case Helpline(id=id):
            return Key(Kind.HELPLINE, id)
        case _:
            raise NotFound("library")


def _thing(workspace: Workspace, key: Key) -> Thing:
    library = workspace.library
    match key.kind:
        case Kind.CARD:
            return library.coping_card(key.id)
        case Kind.SCRIPT:
            return library.script(key.id)
        case Kind.PLAN:
            return library.agenda_template(key.id)
        case Kind.HANDOUT:
            return library.handout(key.id)
        case Kind.HARD_MOMENT:
            return library.hard_moment(key.id)
        case Kind.PROMPT:
            return library.prompt(key.id)
        case Kind.READING:
            return library.reading(key.id)
        case Kind.FORM:
            return _form(library, key.id)
        case Kind.AGREEMENT:
            found = next((one for one in library.agreement_overlays() if one.id == key.id), None)
            return found or library.agreement(key.id)
        case _:
            line = next((one for one in helplines(workspace) if one.id == key.id), None)
            if line is None:
                raise NotFound("library")
            return line


def helplines(workspace: Workspace) -> tuple[Helpline, ...]:
    """The country's lines, then all of our own, whichever group they are for."""
    return finding.helplines(workspace.library, country(workspace) or "", workspace.numbers.kept())


def form_key(thing: Form | RoleCard) -> Key:
    """The key of a form or a role card: they stand on one shelf."""
    return Key(Kind.FORM, thing.id if isinstance(thing, Form) else _ROLE + thing.id)


def sheets(library: Library) -> tuple[tuple[Key, Leaflet], ...]:
    """Sheets for the room, which stand beside the forms."""
    return ((Key(Kind.FORM, "chair-card"), library.chair_card()),
            (Key(Kind.FORM, "paper-evening"), library.paper_evening()))  # fmt: skip


def _form(library: Library, id: str) -> Form | RoleCard | Leaflet:
    for key, leaflet in sheets(library):
        if key.id == id:
            return leaflet
    for card in library.role_cards():
        if form_key(card).id == id:
            return card
    return library.form(id)


def _only_group(workspace: Workspace, thing: Thing) -> Id | None:
    """The group that clauses are for: of their kind, where they are for some kinds only."""
    if not isinstance(thing, AgreementTemplate | AgreementOverlay):
        return None
    kinds = thing.applications if isinstance(thing, AgreementOverlay) else tuple(Application)
    fitting = [group.id for group in workspace.groups.all() if group.application in kinds]
    return fitting[0] if len(fitting) == 1 else None


def _open_words(library: Library) -> dict[str, str]:
    """What is put for reading in place of what words leave open; the rest is a blank in square brackets."""
    numbers = [line.number for line in library.directory().emergency]
    return {"emergency": _(" or ").join(numbers)} if numbers else {}


def names(library: Library) -> tuple[tuple[Application, str], ...]:
    """The kinds of group by their names."""
    return tuple((entry.application, entry.name) for entry in library.applications())


def country(workspace: Workspace) -> str | None:
    """The country whose helplines are shown; None for the library's own."""
    return workspace.organisations.get().country or None

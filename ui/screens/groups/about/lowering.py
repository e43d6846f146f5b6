"""Keeping less about people: which level, what goes for good, what stays, and where copies still lie."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtWidgets import QButtonGroup, QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.content import LevelExplained
from facilitator.model.exporting import ExportNote
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.lowering import Goes, LowerPreview, ShorterName
from facilitator.people.words import alike
from facilitator.workspace import Workspace
from ui.screens.groups.about.level import Consequences
from ui.screens.groups.form import FORM
from ui.screens.groups.going import Out, confirm_erasing, copies_left, goes_words, out_of, papers_out
from ui.screens.groups.halftyped import forget_people
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.where import Path
from ui.screens.groups.words import people_words
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Fact,
    Flow,
    Label,
    Notice,
    Paragraph,
    RadioCard,
    TextField,
    box,
    down,
    heading,
)

_RECENT = timedelta(days=60)
_TYPED = 30
"""The longest name that somebody is asked to type, in characters."""


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    levels: tuple[LevelExplained, ...]
    previews: tuple[LowerPreview, ...]
    papers: tuple[Out, ...]
    saved: tuple[ExportNote, ...]
    evenings: frozenset[Id]


def _read(workspace: Workspace, group_id: Id, clock: Clock) -> _Known:
    group, today = workspace.groups.get(group_id), clock.today()
    lower = () if group.for_under_18s else tuple(level for level in reversed(RecordLevel) if level < group.record_level)
    recent = workspace.sessions.planned(group_id, today - _RECENT, today)
    return _Known(
        group,
        tuple(workspace.library.level_explained(level) for level in lower),
        tuple(workspace.groups.preview_lower(group_id, level) for level in lower),
        out_of(workspace, group_id),
        workspace.exports.saved(),
        frozenset(session.id for session in recent),
    )


class LowerLevel(Leaf):
    """Says what a lower record level takes away, and takes it once the person has typed the group's name."""

    areas = ("groups", "members", "attendance", "papers", "pairings", "roles", "sessions")

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path[:2], _("Keep less about people"), back=_("This group"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self._wanted = str(path[2]) if len(path) > 2 else ""
        self._known: _Known | None = None
        self._cards: list[RadioCard] = []
        self.names: dict[Id, TextField] = {}
        self._goes, self._aside = Holder(room.theme), Holder(room.theme)
        self._top = Holder(room.theme)
        self.erase = Button(room.theme, _("Erase it, and keep less"), "danger", "bin")
        self.erase.clicked.connect(self._ask)
        self.cancel = Button(room.theme, _("Leave it as it is"), "plain")
        self.cancel.clicked.connect(self.go_back)
        self._buttons = box(Flow(room.theme, self.cancel, self.erase, gap=12))
        left = box(down(room.theme, self._top, self._goes, 22, self.refusal, 4, self._buttons, STRETCH))
        columns = Columns(room.theme, left, self._aside, fixed=(FORM, None), gap=44, below=FORM + 44 + 280)
        self.body.put(box(columns), 8, STRETCH)

    def read(self) -> None:
        """Ask for what each lower level would take away."""
        clock = self.room.desk.clock
        self.ask(lambda workspace: _read(workspace, self.group_id, clock), self._show)

    def begins(self) -> QWidget | None:
        """The level that is chosen, or the way back."""
        return next((card for card in self._cards if card.isChecked()), self.back)

    # ------------------------------------------------------------ drawing
    def _show(self, known: _Known) -> None:
        theme, was = self.theme, self._chosen()
        if was is not None:
            self._wanted = str(int(was.level))
        self._known = known
        self.head.say(known.group.name, self.head.title.words)
        self._buttons.setVisible(bool(known.levels))
        if not known.levels:
            self._cards = []
            self._top.swap(self._nothing(known.group))
            self._goes.swap()
            self._aside.swap()
            return
        self._group = QButtonGroup(self)
        self._cards = [RadioCard(theme, level.name, level.short) for level in known.levels]
        for n, card in enumerate(self._cards):
            self._group.addButton(card, n)
            card.setChecked(str(int(known.levels[n].level)) == self._wanted or len(self._cards) == 1)
        if self._group.checkedId() < 0:
            self._cards[0].setChecked(True)
        words = _("What the new level does not allow is erased, and nothing brings it back. The head-counts stay.")
        parts: list[QWidget | int] = [Paragraph(theme, words, "lead"), 16]
        for card in self._cards:
            parts += [card, 8]
        self._top.swap(*parts[:-1])
        self._group.idToggled.connect(lambda _n, on: self._turn() if on else None)
        self._turn()

    def _nothing(self, group: Group) -> QWidget:
        if group.for_under_18s:
            return Notice(
                self.theme,
                _("People under 18 come to this group."),
                _("You must be able to reach a parent, so the level stays as it is."),
            )
        return Notice(self.theme, _("This group keeps a head-count only."), _("There is no lower level."))

    def _chosen(self) -> LowerPreview | None:
        if self._known is None or not self._cards:
            return None
        return self._known.previews[self._group.checkedId()]

    def _turn(self) -> None:
        preview, known, theme = self._chosen(), self._known, self.theme
        if preview is None or known is None:
            return
        typed = {member_id: field.text for member_id, field in self.names.items()}
        shown = [one for one in preview.names if one.listed]
        self.names = {one.member_id: self._name(one, typed.get(one.member_id, one.short)) for one in shown}
        parts: list[QWidget | int] = [28, box(heading(theme, _("What goes for good"))), 10]
        gone = [goes_words(what, n) for what, n in preview.goes]
        hidden = len(preview.names) - len(shown)
        if preview.names:
            gone.append(ngettext("{n} surname", "{n} surnames", len(preview.names)).format(n=len(preview.names)))
        for words in gone:
            parts += [Fact(theme, "minus", words), 8]
        if not gone:
            parts += [Label(theme, _("Nothing: the group has kept no more than this."), wrap=True), 8]
        if shown:
            help = _("Look at each name. The new one may be a first name, or any name the person chooses.")
            parts += [18, box(heading(theme, _("What names become"))), 6, Paragraph(theme, help, "body", "soft"), 12]
            fields = list(self.names.values())
            for n in range(0, len(fields), 2):
                pair = fields[n : n + 2]
                beside = pair[1] if len(pair) > 1 else QWidget()
                parts += [box(Columns(theme, pair[0], beside, gap=20, stacked_gap=14, below=420)), 14]
            if hidden:
                more = ngettext(
                    "{n} more, who is off the list, is shortened in the same way.",
                    "{n} more, who are off the list, are shortened in the same way.",
                    hidden,
                )
                parts += [Label(theme, more.format(n=hidden), "small", "soft", wrap=True), 8]
        parts += [16, box(heading(theme, _("What stays"))), 10]
        for words in _stays(preview):
            parts += [Fact(theme, "check", words), 8]
        self._goes.swap(box(down(theme, *parts)))
        self._tell_apart()
        level = known.levels[self._group.checkedId()]
        papers, copies = papers_out(theme, known.papers), copies_left(theme, known.saved)
        self._aside.swap(Consequences(theme, level), 24, papers, 24, copies, STRETCH)

    def _name(self, one: ShorterName, text: str) -> TextField:
        field = TextField(self.theme, _("{name} becomes").format(name=one.name), text)
        field.changed.connect(self._tell_apart)
        return field

    def _tell_apart(self, _text: str = "") -> None:
        """Say where two would be called the same: later nobody could tell any more whose tick is whose."""
        called = Counter(alike(field.text) for field in self.names.values())
        twice = _("Somebody else would be called so too. A letter after it tells them apart.")
        for field in self.names.values():
            field.set_help(twice if field.text and called[alike(field.text)] > 1 else "")

    # ------------------------------------------------------------ doing
    def _ask(self) -> None:
        preview = self._chosen()
        if preview is None:
            return
        self.refusal.clear()
        for field in self.names.values():
            if not field.text:
                field.refuse(_("A name is needed."))
                field.setFocus()
                self.reveal(field)
                return
        what = bool(preview.goes or preview.names)
        people = preview.many(Goes.PEOPLE) + preview.many(Goes.REMOVED)
        if people:
            words = _("All that is kept about {people} goes. There is no Undo for this.").format(
                people=people_words(people)
            )
        else:
            words = _("There is no Undo for this.")
        typed = to_type(preview.group.name) if what else ""
        confirm_erasing(self.theme, self, words, typed, lambda: self._lower(preview))

    def _lower(self, preview: LowerPreview) -> None:
        known, names = self._known, {member_id: field.text for member_id, field in self.names.items()}
        evenings: frozenset[Id] = frozenset() if known is None else known.evenings

        def command(workspace: Workspace) -> Change:
            return workspace.groups.lower_level(self.group_id, preview.level, names)

        def lowered(_change: Change) -> None:
            forget_people(self.room, self.group_id, evenings)
            self.room.open((self.group_id,))

        self._off = True
        self.erase.busy(_("Erasing"))
        self.do(command, lowered)

    def refuse(self, error: UserError) -> None:
        """Say it over the buttons."""
        self.erase.rest()
        super().refuse(error)


def to_type(name: str) -> str:
    """What has to be typed before it goes: the name, where every keyboard has its letters and it is not long."""
    return name if name.isascii() and len(name) <= _TYPED else _("erase")


def _stays(preview: LowerPreview) -> list[str]:
    counts = ngettext("The head-count of {n} evening", "The head-counts of {n} evenings", preview.evenings)
    stays = [counts.format(n=preview.evenings)] if preview.evenings else []
    if preview.level is RecordLevel.FIRST_NAME:
        stays.append(_("First names, and who was there"))
        stays.append(_("What people agreed to, and what helps them"))
    return [*stays, _("The plans, the agreement and the meeting days")]

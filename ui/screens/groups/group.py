"""A group's page: what it is in a line, and one of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.workspace import Workspace
from ui.go import Go
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.part import Part
from ui.screens.groups.where import PARTS, Path
from ui.screens.groups.words import day_words
from ui.theme import Theme
from ui.widgets import Button, Chip, Flow, Notice


@dataclass(frozen=True, slots=True)
class _Head:
    group: Group
    kind: str
    level: str
    due: int = 0
    """How many of its notes somebody has to look at again."""


def _read(workspace: Workspace, group_id: Id) -> _Head:
    group = workspace.groups.get(group_id)
    library = workspace.library
    return _Head(
        group,
        library.application_explained(group.application).name,
        library.level_explained(group.record_level).name,
        workspace.notes.due_count(group_id),
    )


class PartBar(QWidget):
    """The parts of a group side by side; arrows move between them. `turned` carries the part."""

    turned = Signal(str)

    def __init__(self, theme: Theme, parts: Sequence[tuple[str, str]], part: str) -> None:
        super().__init__()
        self._keys = [key for key, _words in parts]
        self._group = QButtonGroup(self)
        chips = [Chip(theme, words, key == part) for key, words in parts]
        for n, chip in enumerate(chips):
            self._group.addButton(chip, n)
        self.setLayout(Flow(theme, *chips, gap=8))
        self.setAccessibleName(_("Parts of this group"))
        self._group.idToggled.connect(self._toggled)

    @property
    def checked(self) -> QWidget | None:
        """The chip of the part shown."""
        return self._group.checkedButton()

    def _toggled(self, at: int, on: bool) -> None:
        if on:
            self.turned.emit(self._keys[at])


class GroupPage(Leaf):
    """One group. The path's second step is the part shown."""

    areas = ("groups", "notes")

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, "", back=_("All groups"))
        self.group_id = bytes(path[0]) if isinstance(path[0], bytes) else b""
        names = {
            "about": _("This group"),
            "people": _("People"),
            "meetings": _("When we meet"),
            "rota": _("Who does what"),
            "came": _("Who came"),
            "agreement": _("Agreement"),
            "team": _("Team and venue"),
        }
        self.bar = PartBar(room.theme, [(key, names[key]) for key in PARTS], str(path[1]))
        self.bar.turned.connect(self._turn)
        self._away, self._place = Holder(room.theme), Holder(room.theme)
        self.part: Part | None = None
        self.body.put(self._away, self.bar, 18, self.refusal, (self._place, 1))

    def read(self) -> None:
        """Ask for the line at the top; the part asks for itself."""
        if self.part is None:
            self._turn(str(self.path[1]))
        self.ask(lambda workspace: _read(workspace, self.group_id), self._show)

    def begins(self) -> QWidget | None:
        """The part's own start, or its chip."""
        return self.bar.checked

    def changed(self, change: Change) -> None:
        """The part hears it too."""
        super().changed(change)
        if self.part is not None:
            self.part.changed(change)

    def _show(self, head: _Head) -> None:
        line = _("{kind}. {level}.").format(kind=head.kind, level=head.level)
        self.head.say(line, head.group.name)
        away = head.group.archived_on
        if away is None:
            held = self._away.isAncestorOf(self.window().focusWidget() or self)
            self._away.swap(*self._due(head.due))
            if held and self.bar.checked is not None:  # the button that was pressed is gone
                self.bar.checked.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        back = Button(self.theme, _("Bring it back"), "plain", "undo")
        back.clicked.connect(lambda: self.do(lambda workspace: workspace.groups.bring_back(self.group_id)))
        said = _("This group was put away on {day}.").format(day=day_words(away, self.room.desk.clock.today()))
        more = _("It has no evenings to come. All that it kept is still here.")
        self._away.swap(Notice(self.theme, said, more, icon="folder", button=back), 16)

    def _due(self, due: int) -> tuple[QWidget | int, ...]:
        """That notes of it are to be looked at again."""
        if not due:
            return ()
        look = Button(self.theme, _("Look at them"), "plain", "calendar")
        look.clicked.connect(lambda: self.room.desk.go(Go("tonight", ("notes", "due"))))
        said = ngettext("{n} note of this group is to be looked at again.",
                        "{n} notes of this group are to be looked at again.", due).format(n=due)
        return Notice(self.theme, said, _("You say whether they are still needed. Nothing goes by itself."),
                      icon="calendar", button=look), 16

    def _turn(self, key: str) -> None:
        self.path = (self.group_id, key)
        self.refusal.clear()
        self.part = _part(self, key)
        self._place.swap((self.part, 1))
        self.part.read()
        self.view.verticalScrollBar().setValue(0)


def _part(page: GroupPage, key: str) -> Part:
    match key:
        case "people":
            from ui.screens.groups.people.listing import PeoplePart

            return PeoplePart(page, page.group_id)
        case "meetings":
            from ui.screens.groups.evenings.meetings import MeetingsPart

            return MeetingsPart(page, page.group_id)
        case "rota":
            from ui.screens.groups.evenings.rota import RotaPart

            return RotaPart(page, page.group_id)
        case "came":
            from ui.screens.groups.evenings.came import CamePart

            return CamePart(page, page.group_id)
        case "agreement":
            from ui.screens.groups.agreement.newest import AgreementPart

            return AgreementPart(page, page.group_id)
        case "team":
            from ui.screens.groups.about.team import TeamPart

            return TeamPart(page, page.group_id)
        case _:
            from ui.screens.groups.about.overview import AboutPart

            return AboutPart(page, page.group_id)

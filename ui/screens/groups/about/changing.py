"""Changing a group's profile: all of it on one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from PySide6.QtWidgets import QWidget

from facilitator.errors import LevelCannotDrop, LevelRequired, UserError
from facilitator.i18n import _
from facilitator.model.group import Group, GroupDraft
from ui.screens.groups.about.profile import AudienceFields, Explained, KindFields, LevelFields, explained
from ui.screens.groups.form import FORM, Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import Path
from ui.widgets import STRETCH, Columns, Flow, Label, box


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    words: Explained


class ChangeGroup(Form):
    """The profile of a group. Its record level can be raised here; lowering it has a page of its own."""

    def __init__(self, room: Room, path: Path) -> None:
        self._at_level = path[2:] == ("level",)
        super().__init__(room, path[:2], _("Change this group"), back=_("This group"), does=_("Save"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.kind: KindFields | None = None

    def read(self) -> None:
        """Ask for the group."""
        if self.kind is None:
            self.ask(lambda w: _Known(w.groups.get(self.group_id), explained(w)), self._show)

    def begins(self) -> QWidget | None:
        """The name, or the level for whoever came for that."""
        if self.kind is None:
            return None
        if self._at_level and self.level.cards.checked is not None:
            self.reveal(self.level.cards)
            return self.level.cards.checked
        return self.kind.name.edit

    def _show(self, known: _Known) -> None:
        theme, group = self.theme, known.group
        self._group = group
        self.head.say(group.name, self.head.title.words)
        self.kind = KindFields(theme, known.words.kinds, group)
        self.name_field = self.kind.name
        self.audience = AudienceFields(theme, group)
        self.level = LevelFields(theme, known.words.levels, group, kept=True)
        self.level.lowering.connect(self._see)
        self.kind.picked.connect(self._follow)
        self.audience.aged.connect(self._follow)
        levels = box(Columns(theme, self.level, self.level.meaning, fixed=(FORM, None), gap=44, below=FORM + 324))
        title = Label(theme, _("What may be written down?"), "h3", wrap=True)
        buttons = box(Flow(theme, self.primary, self.cancel, gap=12))
        self.body.put(
            self.kind, 26, self.audience, 30, title, 10, levels, 20, self.refusal, 4, buttons, 8, STRETCH
        )  # fmt: skip
        self.keep()

    def _follow(self) -> None:
        if self.kind is not None and self.kind.application is not None:
            self.level.follow(self.kind.application, self.audience.min_age)

    def _see(self, level: int) -> None:
        """Off to what a lower level takes away; here the level stays as it is."""
        self.level.cards.choose(self._group.record_level)
        self.room.open((self.group_id, "lower", str(level)))

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.kind is None:
            return {}
        return {**self.kind.fields(), **self.audience.fields(), **self.level.fields()}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.kind is not None:
            self.kind.restore(fields)
            self.audience.restore(fields)
            self.level.restore(fields)
            self._follow()

    def save(self) -> None:
        """Keep it."""
        if self.kind is None:
            return
        missing = self.kind.check()
        if missing is not None:
            self.point(missing)
            return
        before = GroupDraft(**{field.name: getattr(self._group, field.name) for field in fields(GroupDraft)})
        draft = self.level.put_into(self.audience.put_into(self.kind.put_into(before)))
        seen = self.names_seen
        self.send(lambda w: w.groups.save(draft, self.group_id, names_seen=seen), lambda change: (self.group_id,))

    def refuse(self, error: UserError) -> None:
        """What the level does not allow is said where the level is chosen, too."""
        super().refuse(error)
        if isinstance(error, LevelCannotDrop | LevelRequired) and self.level.cards.checked is not None:
            self.level.cards.checked.setFocus()

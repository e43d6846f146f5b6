"""Making a group in three short steps; when it meets is asked next, on its own page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.group import Application, GroupDraft
from facilitator.workspace import Workspace
from ui.screens.groups.about.profile import ADULT, YOUNG, AudienceFields, Explained, KindFields, LevelFields, explained
from ui.screens.groups.form import FORM, Form
from ui.screens.groups.leaf import Holder, Room
from ui.screens.groups.where import Path
from ui.widgets import STRETCH, Button, Columns, Flow, Label, box


class NewGroup(Form):
    """A new group: its kind, whom it is for, and how much it keeps."""

    STEPS: ClassVar[int] = 3

    def __init__(self, room: Room) -> None:
        super().__init__(room, ("new",), _("New group"), back=_("All groups"), does=_("Next"))
        self.step = 0
        self.kind: KindFields | None = None
        self.before = Button(self.theme, _("One step back"), "quiet", "left")
        self.before.clicked.connect(self._step_back)

    def read(self) -> None:
        """Ask for the words that explain."""
        if self.kind is None:
            self.ask(explained, self._show)

    def begins(self) -> QWidget | None:
        """The name."""
        return self.kind.name.edit if self.kind else None

    # ------------------------------------------------------------ drawing
    def _show(self, words: Explained) -> None:
        theme, draft = self.theme, GroupDraft(name="")
        self.kind = KindFields(theme, words.kinds, None)
        self.audience = AudienceFields(theme, draft)
        self.level = LevelFields(theme, words.levels, draft, kept=False)
        self.name_field = self.kind.name
        self.kind.picked.connect(self._follow)
        self.audience.aged.connect(self._follow_age)
        self._titles = (_("What is it?"), _("Who is it for?"), _("What may be written down?"))
        self._title = Label(theme, "", "h2", wrap=True)
        buttons = box(Flow(theme, self.primary, self.before, self.cancel, gap=12))
        self._side = Holder(theme, self.level.meaning)
        third = box(Columns(theme, self.level, self._side, fixed=(FORM, None), gap=44, below=FORM + 44 + 280))
        self._steps: tuple[QWidget, ...] = (self.kind, self.audience, third)
        self.body.put(self._title, 14, *self._steps, 22, self.refusal, 4, buttons, 8, STRETCH)
        self._turn(0)
        self.keep()

    def _turn(self, step: int) -> None:
        self.step = step
        last = step == self.STEPS - 1
        self.head.say(_("Step {n} of {all}").format(n=step + 1, all=self.STEPS), _("New group"))
        self._title.setText(self._titles[step])
        for n, widget in enumerate(self._steps):
            widget.setVisible(n == step)
        self.before.setVisible(step > 0)
        self.primary.setText(_("Make the group") if last else _("Next"))
        self.refusal.clear()

    def _follow(self) -> None:
        if self.kind is None or self.kind.application is None:
            return
        if self.kind.application is Application.YOUTH and self.audience.min_age == ADULT:
            self.audience.propose_age(YOUNG)
        elif self.kind.application is not Application.YOUTH and self.audience.min_age == YOUNG:
            self.audience.propose_age(ADULT)
        self._follow_age()

    def _follow_age(self) -> None:
        if self.kind is not None and self.kind.application is not None:
            self.level.follow(self.kind.application, self.audience.min_age)

    # ------------------------------------------------------------ doing
    def fields(self) -> Mapping[str, str]:
        """What stands in all three steps."""
        if self.kind is None:
            return {}
        return {**self.kind.fields(), **self.audience.fields(), **self.level.fields(), "step": str(self.step)}

    @property
    def touched(self) -> bool:
        """Turning a page alone loses nothing."""
        now = {**self.fields(), "step": ""}
        return self._kept and now != {**self._was, "step": ""}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Go on where it was left."""
        if self.kind is None:
            return
        self.kind.restore(fields)
        self.audience.restore(fields)
        self.level.restore(fields)
        self._follow_age()
        self._turn(int(fields.get("step") or 0))

    def save(self) -> None:
        """The next step, or the group."""
        if self.kind is None:
            return
        missing = self.kind.check()
        if missing is not None:
            self._turn(0)
            self.point(missing)
            return
        if self.step < self.STEPS - 1:
            self._turn(self.step + 1)
            self._start()
            return
        draft = self.level.put_into(self.audience.put_into(self.kind.put_into(GroupDraft(name=""))))

        seen = self.names_seen

        def command(workspace: Workspace) -> Change:
            me = workspace.me
            return workspace.groups.save(draft if me is None else replace(draft, team=(me.id,)), names_seen=seen)

        self.send(command, _made)

    def refuse(self, error: UserError) -> None:
        """A name that is taken is mended on the first step."""
        super().refuse(error)
        if self.kind is not None and self.kind.name.wrong:
            self._turn(0)
            self.point(self.kind.name)

    def _step_back(self) -> None:
        self._turn(max(0, self.step - 1))
        self._start()

    def _start(self) -> None:
        """The keyboard goes to the first control of a step, the eye to its top."""
        starts: tuple[QWidget | None, ...] = (
            self.kind.name.edit if self.kind else None,
            self.audience.audience.edit,
            self.level.cards.checked,
        )
        self.view.verticalScrollBar().setValue(0)
        start = starts[self.step]
        if start is not None:
            start.setFocus()


def _made(change: Change) -> Path:
    """On to when the new group meets."""
    group_id = next(iter(change.ids))
    return (group_id, "meetings", "new")

"""What the last evening did not come to, offered for this one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening import timing
from facilitator.evening.running import engine
from facilitator.evening.running.run import part_of
from facilitator.i18n import _, joined
from facilitator.model.agenda import AgendaDraft, Segment
from ui.screens.plans.asking import Table
from ui.theme import Theme
from ui.widgets import Button, Notice, box, down


class Carrying(QWidget):
    """Hidden where nothing is left over, or it is in the plan already. `putting` carries the plan with it."""

    putting = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._draft = AgendaDraft(name="", minutes=1)
        self._left: tuple[Segment, ...] = ()
        self.put_button = Button(theme, _("Put it in"))
        self.put_button.clicked.connect(self._put)
        self.notice = Notice(theme, "", "", icon="carry", button=self.put_button)
        self.setLayout(down(theme, box(down(theme, self.notice)), 14))
        self.hide()

    def show_plan(self, draft: AgendaDraft, table: Table) -> None:
        """Show what was left over, if anything was."""
        left = left_over(draft, table.carried)
        shown = bool(left) and bool(draft.segments) and not table.settled
        if shown and (left != self._left or self.isHidden()):
            self.put_button.setText(_("Put it in") if len(left) == 1 else _("Put them in"))
            self.notice.say(_("Last time you did not come to: {titles}.").format(
                titles=joined(one.title for one in left)), _("It goes in before the ending."))
        self._draft, self._left = draft, left
        self.setVisible(shown)

    def _put(self) -> None:
        self.putting.emit(with_left_over(self._draft, self._left))


def left_over(draft: AgendaDraft, carried: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """What of it is not in the plan: by its kind and title, as its minutes and words may have changed since."""
    there = {(one.kind, one.title.casefold()) for one in draft.segments}
    return tuple(one for one in carried if one.kind not in timing.WHOLE and not one.protected
                 and (one.kind, one.title.casefold()) not in there)


def with_left_over(draft: AgendaDraft, left: tuple[Segment, ...]) -> AgendaDraft:
    """The plan with it before its ending."""
    at = engine.ending(tuple(map(part_of, draft.segments)))
    for n, segment in enumerate(left):
        draft = timing.add(draft, segment, None if at is None else at + n)
    return draft

"""Words from the library for a segment: what suits it, how long it takes aloud, put in and taken out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening import attached
from facilitator.evening.attached import Presence
from facilitator.i18n import _
from facilitator.model.agenda import Segment
from facilitator.model.content import Script
from ui.screens.plans import words
from ui.screens.plans.saying import Saying
from ui.theme import Theme
from ui.widgets import Button, Flow, Glyph, Label, RowItem, RowList, across, box, down


class Borrowing(QWidget):
    """A list of scripts, the chosen one's words under it. `changed` carries the segment with what was done."""

    changed = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._segment: Segment | None = None
        self._scripts: tuple[Script, ...] = ()
        self._values: Mapping[str, str] = {}
        self.rows = RowList(theme, _("Words to say"))
        self.rows.opened.connect(self._choose)
        self.rows.picked.connect(self._choose)
        self._title = Label(theme, "", "strong", wrap=True)
        self._aloud = Label(theme, "", "small", "soft")
        line = box(across(theme, Glyph(theme, "speak", "ink_soft", 18), self._aloud, gap=6))
        self._part = Label(theme, _("Part of it is here already, in your own words."), "small", "look", wrap=True)
        self.saying = Saying(theme)
        self.put_button = Button(theme, _("Put these words in"), icon="plus")
        self.take_button = Button(theme, _("Take these words out"), icon="minus")
        done = Button(theme, _("Done"), "quiet")
        self.put_button.clicked.connect(self._put)
        self.take_button.clicked.connect(self._take)
        done.clicked.connect(self.left)
        self._shown = box(down(theme, 12, across(theme, (self._title, 1), line), self._part, 4, self.saying))
        buttons = box(Flow(theme, self.put_button, self.take_button, done, gap=8))
        self.setLayout(down(theme, Label(theme, _("Words we have for this part"), "label", "soft", wrap=True), 4,
                            self.rows, self._shown, 12, buttons))  # fmt: skip

    def show_segment(self, segment: Segment, scripts: tuple[Script, ...], values: Mapping[str, str]) -> None:
        """Show what suits a segment; the script that was looked at stays."""
        self._segment, self._scripts, self._values = segment, scripts, values
        there = {one.id: _state(attached.presence(segment.lines, one)) for one in scripts}
        items = [RowItem(one.id, one.title, there[one.id], side=words.aloud(one.seconds)) for one in scripts]
        if items != list(self.rows.items):
            self.rows.show_items(items)
        if self.rows.key is None and scripts:
            self.rows.choose(scripts[0].id)
        self._show()

    def focus_first(self) -> None:
        """Give the keyboard to the list."""
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def script(self) -> Script | None:
        """The script looked at."""
        return next((one for one in self._scripts if one.id == self.rows.key), None)

    @property
    def _instead(self) -> Script | None:
        """Words of the same kind that stand here, as nobody opens twice."""
        script, segment = self.script, self._segment
        if script is None or segment is None:
            return None
        return next((one for one in self._scripts if one.kind is script.kind and one != script
                     and attached.presence(segment.lines, one) is Presence.WHOLE), None)

    def _show(self) -> None:
        script, segment = self.script, self._segment
        self._shown.setVisible(script is not None)
        if script is None or segment is None:
            self.put_button.hide()
            self.take_button.hide()
            return
        there = attached.presence(segment.lines, script)
        self._title.setText(script.title)
        self._aloud.setText(words.aloud(script.seconds))
        self._part.setVisible(there is Presence.PART)
        self.saying.show_lines(script.lines, self._values)
        self.put_button.setVisible(there is not Presence.WHOLE)
        self.put_button.setText(_("Put these words in") if self._instead is None else _("Put these in its place"))
        self.take_button.setVisible(there is not Presence.NONE)

    def _choose(self, _key: object) -> None:
        self._show()

    def _put(self) -> None:
        old = self._instead
        if old is None:
            self._change(attached.attach, _("{title} was put in."))
        else:
            self._change(lambda segment, new: attached.exchange(segment, old, new), _("{title} was put in."))

    def _take(self) -> None:
        self._change(attached.take_off, _("{title} was taken out."))

    def _change(self, change: Callable[[Segment, Script], Segment], said: str) -> None:
        script, segment = self.script, self._segment
        if script is None or segment is None:
            return
        self.changed.emit(change(segment, script), said.format(title=script.title))
        self.focus_first()


def _state(there: Presence) -> str:
    return {Presence.WHOLE: _("In this part"), Presence.PART: _("Partly in this part"), Presence.NONE: ""}[there]

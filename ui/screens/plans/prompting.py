"""Prompts for a round or a talk: by how deep they go, with when not to ask them, put in and taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, pgettext
from facilitator.model.agenda import Line, LineKind, Segment, SegmentKind
from facilitator.model.prompt import Prompt, PromptUse
from ui.theme import Theme
from ui.widgets import Button, ChoiceBar, Flow, Label, RowItem, RowList, box, down

_USES = {
    SegmentKind.CHECK_IN: PromptUse.CHECK_IN,
    SegmentKind.CHECK_OUT: PromptUse.CHECK_OUT,
    SegmentKind.ROUND: PromptUse.DISCUSSION,
    SegmentKind.DISCUSSION: PromptUse.DISCUSSION,
    SegmentKind.PAIRS: PromptUse.DISCUSSION,
}


class Prompting(QWidget):
    """A list of prompts by depth. `changed` carries the segment with what was done."""

    changed = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._segment: Segment | None = None
        self._prompts: tuple[Prompt, ...] = ()
        self._every: tuple[Prompt, ...] = ()
        self.how_deep = ChoiceBar(theme, depths(), 1, name=_("How deep"))
        self.how_deep.chosen.connect(lambda _depth: self._show())
        self.rows = RowList(theme, _("Prompts"))
        self.rows.opened.connect(lambda _key: self._put())
        self.rows.picked.connect(self._choose)
        self._gentle = Label(theme, _("Deep prompts are left out for this group."), "small", "soft", wrap=True)
        self.put_button = Button(theme, _("Ask this"), icon="plus")
        self.take_button = Button(theme, _("Take it out"), icon="minus")
        done = Button(theme, _("Done"), "quiet")
        self.put_button.clicked.connect(self._put)
        self.take_button.clicked.connect(self._take)
        done.clicked.connect(self.left)
        buttons = box(Flow(theme, self.put_button, self.take_button, done, gap=8))
        self.setLayout(down(theme, Label(theme, _("Choose a prompt"), "label", "soft"), 6, self.how_deep, 8, buttons, 6,
                            self._gentle, self.rows))  # fmt: skip

    def show_segment(self, segment: Segment, prompts: Sequence[Prompt]) -> None:
        """Show what suits a segment."""
        self._segment = segment
        self._every = tuple(prompts)
        self._prompts = suited(segment, prompts)
        most = max((one.depth for one in self._every), default=3)
        self._gentle.setVisible(most < 3)
        self._show()

    def focus_first(self) -> None:
        """Give the keyboard to the list."""
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def prompt(self) -> Prompt | None:
        """The prompt looked at."""
        return next((one for one in self._prompts if one.id == self.rows.key), None)

    def _show(self) -> None:
        segment = self._segment
        if segment is None:
            return
        asked = asked_in(segment, self._every)
        shown = [one for one in self._prompts if one.depth == self.how_deep.value]
        items = [RowItem(one.id, one.text, _avoid(one), "check" if one == asked else "", look=bool(one.avoid_if))
                 for one in shown]
        if items != list(self.rows.items):
            self.rows.show_items(items)
        if self.prompt not in shown and shown:
            self.rows.choose((asked if asked in shown else shown[0]).id)
        self.put_button.setVisible(bool(shown) and self.prompt != asked)
        self.put_button.setText(_("Ask this") if asked is None else _("Ask this instead"))
        self.take_button.setVisible(asked is not None)

    def _choose(self, _key: object) -> None:
        self._show()

    def _put(self) -> None:
        if self._segment is not None and self.prompt is not None:
            changed = asking(self._segment, self.prompt, self._every)
            self.changed.emit(changed, _("{title} has a prompt now.").format(title=self._segment.title))
            self.focus_first()

    def _take(self) -> None:
        if self._segment is not None:
            changed = asking(self._segment, None, self._every)
            self.changed.emit(changed, _("The prompt of {title} was taken out.").format(title=self._segment.title))
            self.focus_first()


def depths() -> tuple[tuple[object, str], ...]:
    """How deep prompts go, as a choice."""
    return (1, pgettext("how deep a prompt goes", "Light")), (2, _("Everyday")), (3, _("Deep"))


def suited(segment: Segment, prompts: Sequence[Prompt]) -> tuple[Prompt, ...]:
    """The prompts for this kind of segment; none where nothing is asked of everybody."""
    use = _USES.get(segment.kind)
    return tuple(one for one in prompts if one.use is use)


def asked_in(segment: Segment, prompts: Sequence[Prompt]) -> Prompt | None:
    """The prompt that stands in a segment."""
    said = {line.text for line in segment.lines if line.kind is LineKind.SAY}
    return next((one for one in prompts if one.text in said), None)


def asking(segment: Segment, prompt: Prompt | None, prompts: Sequence[Prompt]) -> Segment:
    """The segment with a prompt before its other words to say, in place of the one that stood there; or without one."""
    old = asked_in(segment, prompts)
    lines = [line for line in segment.lines if old is None or line != Line(LineKind.SAY, old.text)]
    if prompt is not None:
        at = next((n for n, line in enumerate(lines) if line.kind is LineKind.SAY), len(lines))
        lines.insert(at, Line(LineKind.SAY, prompt.text))
    return replace(segment, lines=tuple(lines))


def _avoid(prompt: Prompt) -> str:
    return _("Not if {when}").format(when=prompt.avoid_if) if prompt.avoid_if else ""

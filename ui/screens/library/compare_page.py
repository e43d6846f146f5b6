"""Our words beside the original: what differs, said in words and set in bold; what is alike in one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, listed, ngettext
from facilitator.library.compare import Difference, Differs, Run, compared
from facilitator.model.content import CopingCard, Script
from ui.screens.library.asking import Opened
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Header,
    Label,
    Notice,
    Page,
    Panel,
    Paragraph,
    Rule,
    Sheet,
    box,
    down,
)
from ui.widgets.layout import Item
from ui.widgets.text import escape


class ComparePage(Page):
    """`changing` and `restoring` ask for what their buttons say, `keeping` that ours stays; `left` goes back."""

    changing = Signal()
    restoring = Signal()
    keeping = Signal()
    left = Signal()

    def __init__(self, theme: Theme, opened: Opened) -> None:
        self._theme, self.opened = theme, opened
        back = Button(theme, _("Back"), "quiet", "left", flush=True)
        self.change_button = Button(theme, _("Change your words"), "primary", "pencil")
        restore = Button(theme, _("Go back to the original"), "plain", "undo")
        line = opened.thing.title if isinstance(opened.thing, CopingCard | Script) else ""
        title = _("Yours and the original")
        super().__init__(theme, Header(theme, line, title, restore, self.change_button, back=back), 16)
        back.clicked.connect(self.left)
        self.change_button.clicked.connect(self.changing)
        restore.clicked.connect(self.restoring)
        self.body.put(*self._parts(), STRETCH)

    def focus_first(self) -> None:
        """Give the keyboard to the way on."""
        self.change_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _parts(self) -> list[Item]:
        theme, opened = self._theme, self.opened
        if not isinstance(opened.thing, CopingCard | Script) or opened.original is None:
            return [Label(theme, _("There is nothing to compare any more."), wrap=True)]
        found = compared(opened.thing, opened.original)
        differing = [one for one in found if one.how is not Differs.SAME]
        out: list[Item] = []
        if opened.changed:
            keep = Button(theme, _("Keep ours as it is"))
            keep.clicked.connect(self.keeping)
            out += [Notice(theme, _("The original has changed since you put it in your words."),
                           _("Look at both. Then take over what you like, or keep yours."), button=keep), 14]
        n = len(differing)
        said = ngettext("{n} part differs. The words that differ are bold.",
                        "{n} parts differ. The words that differ are bold.", n).format(n=n) if n else \
            _("Both say the same.")  # fmt: skip
        rows: list[Item] = [Label(theme, said, "body", "soft", wrap=True), 14]
        for place, one in enumerate(differing):
            if place:
                rows += [Rule(theme), 14]
            rows += [self._row(one), 14]
        same = _names([one for one in found if one.how is Differs.SAME], differing)
        if same:
            alike = _("The same in both: {parts}.").format(parts=listed(same))
            rows += [Rule(theme), 12, Label(theme, alike, "small", "soft", wrap=True)]
        return [*out, Sheet(theme, down(theme, *rows, margins=(26, 22, 24, 24)), stack=2)]

    def _row(self, one: Difference) -> QWidget:
        theme = self._theme
        ours = self._side(_("Yours"), one.ours, one.how is Differs.THEIRS, _("Not in yours."))
        theirs = self._side(_("The original"), one.theirs, one.how is Differs.OURS, _("Not in the original."))
        said = {Differs.CHANGED: _("{part}: changed"), Differs.OURS: _("{part}: only in yours"),
                Differs.THEIRS: _("{part}: only in the original")}[one.how].format(part=one.name)  # fmt: skip
        columns = box(Columns(theme, ours, theirs, gap=24, stacked_gap=10, below=560))
        return box(down(theme, Label(theme, said, "strong", wrap=True), 8, columns))

    def _side(self, name: str, runs: tuple[Run, ...], missing: bool, instead: str) -> QWidget:
        theme = self._theme
        head = Label(theme, name, "small", "soft")
        if missing:
            words = Paragraph(theme, instead, "body", "soft")
        else:
            words = Paragraph(theme, " ".join(map(_run, runs)), "body", markup=True)
            words.setAccessibleName(_aloud(runs))
        column = down(theme, head, 2, words, margins=(16, 10, 14, 12))
        return Panel(theme, column, "ground", None if missing else "seat")


def _run(run: Run) -> str:
    return f"<b>{escape(run.text)}</b>" if run.other else escape(run.text)


def _aloud(runs: tuple[Run, ...]) -> str:
    """The words for those who hear them: what differs is said to differ."""
    return " ".join(_("different: {words};").format(words=run.text) if run.other else run.text for run in runs)


def _names(same: Sequence[Difference], differing: Sequence[Difference]) -> tuple[str, ...]:
    """The names of parts that are the same whole."""
    others = {one.name for one in differing}
    return tuple(dict.fromkeys(one.name.lower() for one in same if one.name not in others))

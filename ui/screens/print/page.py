"""The page of the Print screen: pieces, proof, and what goes with them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QWidget

from facilitator.i18n import _
from ui.desk import Desk
from ui.screens.print.how import HowPanel
from ui.screens.print.locking import LockPanel
from ui.screens.print.pieces import PieceList
from ui.screens.print.proof_view import ProofView
from ui.screens.print.single import SinglePanel
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Flow,
    Header,
    Label,
    MenuButton,
    Page,
    Sheet,
    box,
    down,
)

PIECES = 410
WORDS_BELOW = 1120
"""Design px of page below which picture and words take turns."""


class EveningMenu(MenuButton):
    """Which evening, in line with the title under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, name=_("What to print"), kind="quiet")
        self._flush = True


class PrintPage(Page):
    """Lays the screen out; what it does stands in screen.py."""

    def __init__(self, desk: Desk) -> None:
        theme = desk.theme
        self.evenings = EveningMenu(theme)
        self.takes = Label(theme, "", "lead", tabular=True)
        self.save_button = Button(theme, _("Save as PDF"), "plain")
        self.print_button = Button(theme, _("Print"), "primary", "print", tip=_("Print  Ctrl+P"))
        self.next_button = Button(theme, _("Back to Tonight"), "primary", "tonight")
        self.next_button.hide()
        self.header = Header(
            theme, "", " ", self.takes, self.save_button, self.print_button, self.next_button, back=self.evenings
        )
        super().__init__(theme, self.header, gap=16)
        self.notices = down(theme)
        self._notice_box = box(self.notices)
        self._notice_box.hide()
        self.list_title = Label(theme, "", "h3", wrap=True)
        self.pieces = PieceList(theme)
        self.single = SinglePanel(theme)
        self.how = HowPanel(theme)
        self.locking = LockPanel(theme)
        self.mode_button = Button(theme, _("One sheet"), "quiet", "paper")
        self.how_button = Button(theme, "", "quiet", "settings")
        self._lists = box(down(theme, self.pieces, self.single, STRETCH, 10,
                               box(Flow(theme, self.mode_button, self.how_button, gap=4))))  # fmt: skip
        self.sheet = Sheet(
            theme, down(theme, (self._lists, 1), (self.how, 1), (self.locking, 1), margins=(12, 10, 12, 12)), stack=2
        )
        self.sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.proof = ProofView(desk)
        columns = Columns(theme, self.sheet, self.proof, fixed=(PIECES, None), gap=24, below=900)
        self.body.put(self._notice_box, (box(columns), 1))
        self.turn_to()
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+PgDown", lambda: self.proof.turn(1)), ("Ctrl+PgUp", lambda: self.proof.turn(-1)),
            ("Ctrl+P", self.print_button.click),
        )  # fmt: skip
        for sequence, act in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._arrange()

    def show_notice(self, notice: QWidget | None) -> None:
        """Say something over the pieces, or nothing."""
        self.notices.clear()
        self._notice_box.setVisible(notice is not None)
        if notice is not None:
            self.notices.put(notice, 16)
            self.view.ensureWidgetVisible(notice)

    @property
    def notice(self) -> QWidget | None:
        """What is said over the pieces."""
        item = self.notices.itemAt(0)
        return item.widget() if item is not None and not self._notice_box.isHidden() else None

    # ------------------------------------------------------------ what the sheet shows
    def turn_to(self, panel: QWidget | None = None) -> None:
        """Show the lists, or one of the panels in their place."""
        shown = panel or self._lists
        for one in (self._lists, self.how, self.locking):
            one.setVisible(one is shown)

    def show_mode(self, single: bool, pack: bool) -> None:
        """The pack, or one sheet on its own; `pack` says whether there is one to go back to."""
        self.pieces.setVisible(not single)
        self.single.setVisible(single)
        self.mode_button.setText(_("The whole pack") if single else _("One sheet"))
        self.mode_button.setVisible(pack or not single)

    def order_tabs(self) -> None:
        """Tab goes as one reads: the head, the sheet, the page, its neighbours, the pack, the words."""
        parts = (self.header, self.pieces, self.single, self.mode_button, self.how_button, self.how, self.locking,
                 *self.proof.parts)  # fmt: skip
        stops = [stop for part in parts for stop in _stops(part)]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    # ------------------------------------------------------------ measures
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when the page is given another size."""
        found = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.Resize:
            self._arrange()
        return found

    def _arrange(self) -> None:
        if hasattr(self, "proof"):
            self.proof.be_wide(self.view.viewport().width() >= self._theme.px(WORDS_BELOW))


def _stops(part: QWidget) -> list[QWidget]:
    """Where Tab stops in a part of the page, itself among them."""
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    ]

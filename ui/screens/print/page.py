"""The page of the Print screen: pieces, proof, and what goes with them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QWidget

from facilitator.i18n import _, ngettext
from facilitator.messages import Message
from ui.desk import Desk
from ui.screens.print.choosing import PiecePanel
from ui.screens.print.how import HowPanel
from ui.screens.print.locking import LockPanel
from ui.screens.print.pieces import MOST, PieceList, PieceRow
from ui.screens.print.proof_view import ProofView
from ui.screens.print.scroller import Scroller
from ui.screens.print.single import SinglePanel
from ui.screens.print.stick import StickPanel
from ui.theme import Theme
from ui.widgets import (
    MIDDLE,
    STRETCH,
    Button,
    Columns,
    Flow,
    Glyph,
    Header,
    Label,
    MenuButton,
    Notice,
    Page,
    Rule,
    Sheet,
    Stepper,
    across,
    box,
    down,
)
from ui.widgets.standing import standing

P = TypeVar("P", bound=QWidget)
PIECES = 410
PACK, SHEET, STICK, PAGE, OUT = "pack", "sheet", "stick", "page", "out"
"""Where the menu at the foot of the sheet leads."""
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
        self._today = desk.clock.today()
        self._wires: dict[type[QWidget], list[Callable[[Any], object]]] = {}
        self.evenings = EveningMenu(theme)
        self.takes = Label(theme, "", "lead", tabular=True)
        self.save_button = Button(theme, _("Save as PDF"), "plain")
        self.print_button = Button(theme, _("Print"), "primary", "print", tip=_("Print  Ctrl+P"))
        self.next_button = Button(theme, _("Back to Tonight"), "primary", "tonight")
        self.next_button.hide()
        self.header = Header(
            theme, "", " ", self.takes, self.save_button, self.print_button, self.next_button, back=self.evenings
        )
        super().__init__(theme, self.header, gap=12)
        self.notices = down(theme)
        self._notice_box = box(self.notices)
        self._notice_box.hide()
        self.holds = Label(theme, "", "body", "look", wrap=True)
        self._holds_glyph = Glyph(theme, "info", "look_ink", 20)
        self.out_button = Button(theme, "", "quiet", "bring")
        self._holds = across(theme, (self._holds_glyph, 0, MIDDLE), (self.holds, 1), self.out_button, gap=8)
        self._holds_box = box(down(theme, self._holds, 8))
        self.presets = MenuButton(theme, name=_("The pack"), kind="quiet")
        self.undo_button = Button(theme, _("Undo"), "quiet", "undo", tip=_("Take the last change back  Ctrl+Z"))
        self.for_people = Label(theme, "", "small", "soft", wrap=True)
        presets = Flow(theme, self.presets, self.undo_button, gap=2)
        self._head = box(down(theme, box(presets), box(down(theme, self.for_people, margins=(12, 0, 12, 0)))))
        self.pieces = PieceList(theme)
        self.single = SinglePanel(theme)
        self.chosen_title = Label(theme, " ", "strong", wrap=True)
        self.chosen_about = Label(theme, " ", "small", "soft", wrap=True)
        self.copies = Stepper(theme, 1, _("Copies"), most=MOST)
        self.choices_button = Button(theme, _("Choices"), "quiet", "settings")
        words = box(down(theme, self.chosen_title, self.chosen_about))
        self._chosen = box(down(theme, Rule(theme), 8, across(
            theme, (words, 1), self.copies, self.choices_button, gap=8, margins=(12, 0, 0, 0))))  # fmt: skip
        self.how_button = Button(theme, "", "quiet", "settings")
        self.more = MenuButton(theme, name=_("More"), prompt=_("More"), kind="quiet")
        self._keys = box(down(theme, self.pieces.keys, margins=(12, 14, 12, 6)))
        self.scroller = Scroller(theme, box(down(theme, self.pieces, self._keys, self.single, STRETCH)))
        self._filling = box(down(theme, self.single.filling, margins=(12, 8, 12, 10)))
        self._lists = box(down(theme, self._head, self._filling, 4, (self.scroller, 1), 6, self._chosen, 4,
                               box(Flow(theme, self.how_button, self.more, gap=4))))  # fmt: skip
        self._panels: list[QWidget] = [self._lists]
        self._leaves = down(theme, (self._lists, 1), margins=(12, 10, 12, 12))
        self.sheet = Sheet(theme, self._leaves, stack=2)
        self.sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.proof = ProofView(desk)
        self._columns = Columns(theme, self.sheet, self.proof, fixed=(PIECES, None), gap=24, below=900)
        self.body.put(self._notice_box, self._holds_box, (box(self._columns), 1))
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

    # ------------------------------------------------------------ panels: each is made when it is first opened
    @cached_property
    def how(self) -> HowPanel:
        """How it is printed."""
        return self._made(HowPanel(self._theme))

    @cached_property
    def choosing(self) -> PiecePanel:
        """The choices of one piece."""
        return self._made(PiecePanel(self._theme, self._today))

    @cached_property
    def locking(self) -> LockPanel:
        """The words that lock a PDF."""
        return self._made(LockPanel(self._theme))

    @cached_property
    def stick(self) -> StickPanel:
        """A copy for a stick."""
        return self._made(StickPanel(self._theme))

    def when_made(self, kind: type[P], wire: Callable[[P], object]) -> None:
        """Connect what a panel says, once there is one."""
        self._wires.setdefault(kind, []).append(wire)
        for panel in self._panels:
            if type(panel) is kind:
                wire(panel)

    def wipe(self) -> None:
        """Forget words that lock a file."""
        for panel in self._panels:
            if isinstance(panel, LockPanel):
                panel.wipe()

    def _made(self, panel: P) -> P:
        panel.hide()
        self._leaves.put((panel, 1))
        self._panels.append(panel)
        for wire in self._wires.get(type(panel), ()):
            wire(panel)
        self.order_tabs()
        return panel

    # ------------------------------------------------------------ what stands above the lists
    def show_holds(self, words: str, late: int) -> None:
        """Say what has to come back of what is chosen, and how many papers are past their day."""
        self.holds.setText(words)
        self._holds_glyph.setVisible(bool(words))
        self.out_button.setText(
            ngettext("{n} paper is past its day", "{n} papers are past their day", late).format(n=late))
        self.out_button.setVisible(late > 0)
        self._holds_box.setVisible(bool(words) or late > 0)

    def show_chosen(self, title: str, about: str, choices: bool) -> None:
        """The piece one is on, and where its copies come from."""
        self._chosen.setVisible(bool(title))
        self.chosen_title.setText(title)
        self.chosen_about.setText(about)
        self.chosen_about.setVisible(bool(about))
        self.choices_button.setVisible(choices)
        self.choices_button.setAccessibleName(_("Choices for {title}").format(title=title))

    def show_notice(self, notice: QWidget | None) -> None:
        """Say something over the pieces, or nothing."""
        self.notices.clear()
        self._notice_box.setVisible(notice is not None)
        if notice is not None:
            self.notices.put(notice, 16)
            self.view.ensureWidgetVisible(notice)

    def show_refusal(self, message: Message, step: Button | None = None) -> None:
        """Say what could not be done, and the next step."""
        self.show_notice(Notice(self._theme, message.said, message.next, "danger", button=step))

    @property
    def notice(self) -> QWidget | None:
        """What is said over the pieces."""
        found = () if self._notice_box.isHidden() else standing(self.notices)
        return next((one for one in found if isinstance(one, QWidget)), None)

    # ------------------------------------------------------------ what the sheet shows
    def turn_to(self, panel: QWidget | None = None) -> None:
        """Show the lists, or one of the panels in their place."""
        shown = panel or self._lists
        for one in self._panels:
            one.setVisible(one is shown)

    @property
    def panel(self) -> QWidget | None:
        """The panel that is shown in place of the lists."""
        return next((one for one in self._panels[1:] if not one.isHidden()), None)

    def show_mode(self, single: bool, pack: bool, out: int) -> None:
        """The pack, or one sheet on its own; `pack` says whether there is one to go back to, `out` how many papers are.
        """
        self._head.setVisible(not single)
        self._filling.setVisible(single and not self.single.filling.isHidden())
        self.pieces.setVisible(not single)
        self._keys.setVisible(not single)
        self.single.setVisible(single)
        self.copies.setVisible(single)
        ways: list[tuple[object, str]] = []
        if single and pack:
            ways.append((PACK, _("The whole pack")))
        if not single:
            ways += [(SHEET, _("One sheet on its own")), (STICK, _("A copy for a stick"))]
        ways.append((PAGE, _("Print only the page shown")))
        papers = _("Papers that are out: {n}").format(n=out) if out else _("Papers that are out")
        self.more.set_choices((*ways, (OUT, papers)))

    def order_tabs(self) -> None:
        """Tab goes as one reads: the head, the sheet, the page, its neighbours, the pack, the words."""
        parts = (self.header, self.out_button, self._head, self._filling, self.pieces, self.single, self._chosen,
                 self.how_button, self.more, *self._panels[1:], *self.proof.parts)  # fmt: skip
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
            wide = self.view.viewport().width()
            self.proof.be_wide(wide >= self._theme.px(WORDS_BELOW))
            self.scroller.lie(not self._columns.side_by_side(wide - self._theme.px(76)))


def _stops(part: QWidget) -> list[QWidget]:
    """Where Tab stops in a part of the page, itself among them."""
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if (widget.focusPolicy() & Qt.FocusPolicy.TabFocus or isinstance(widget, PieceRow))
        and widget.focusProxy() is None
        and not isinstance(widget.parentWidget(), QAbstractSpinBox)
    ]

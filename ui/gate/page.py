"""One step of the way in: a title, a form of 560 px, and a foot; refusals show in place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from facilitator.model.progress import Progress
from ui.gate.porch import Porch
from ui.later import later
from ui.spare import with_viewport
from ui.theme import Theme
from ui.widgets import STRETCH, Box, Button, Flow, Label, across, box, down
from ui.widgets.layout import mirrored

if TYPE_CHECKING:
    from facilitator.errors import UserError
    from facilitator.vault.opening import Opening, State
    from ui.widgets.notice import Notice
    from ui.widgets.notice import Progress as ProgressBar

FORM = 560
LOOK_MS = 20
"""How long the first picture may take, before the disk is looked at for vaults."""
SETTLED_MS = 50
"""Until what was shown has its place, and what has the keyboard was scrolled to."""
Command: TypeAlias = "Callable[[Opening, Progress], object]"
"""A step of the state machine, run where the vault shall live."""


class Asked:
    """A step to take; `saying` is shown while it runs, "" for one that takes no time; `cancel` offers to give it up."""

    __slots__ = ("cancel", "command", "saying")

    def __init__(self, command: Command, saying: str = "", cancel: bool = True) -> None:
        self.command, self.saying, self.cancel = command, saying, cancel


class Trouble(QWidget):
    """What could not be done, and the next step, in place; the notice is made when there is something to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.words = theme, ""
        self._notice: Notice | None = None
        self._place = down(theme)
        self.setLayout(self._place)

    def say(self, fact: str, more: str = "") -> None:
        """Say what happened."""
        from ui.widgets.notice import Notice

        if self._notice is None:
            self._notice = Notice(self._theme, fact, more, mood="danger")
            self._place.put(self._notice, 16)  # air between it and the button below
        self.words = f"{fact} {more}".strip()
        self._notice.say(fact, more)


class _View(QScrollArea):
    """Tells of its room by itself."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        with_viewport(self)
        self.room = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page has other room."""
        super().resizeEvent(event)
        self.room = event.size().width()
        self.resized.emit()


class GatePage(QWidget):
    """A step of the way in. `asked` hands a command to the gate, which draws whatever state follows.

    Put controls into `form` and `foot`; `wait` and `rest` are called while a command runs and when it ends.
    """

    asked = Signal(Asked)
    cancelled = Signal()
    first: ClassVar[bool] = False
    """Whether one begins here, with nothing found out yet."""

    def __init__(self, porch: Porch, title: str = "", lead: str = "") -> None:
        super().__init__()
        theme = porch.theme
        self.porch, self.theme = porch, theme
        self.title = Label(theme, title, "h1", wrap=True)
        self.lead = Label(theme, lead, "lead", "soft", wrap=True)
        if not lead:
            self.lead.hide()
        self.form = down(theme, self.title, 6, self.lead)
        self.foot = down(theme)
        self.trouble = Trouble(theme)
        self.trouble.hide()
        self._work = box(down(theme))
        self._work.hide()
        self._bar: ProgressBar | None = None
        self.may_cancel = True
        """Whether what runs here can be given up."""
        self._whole = down(theme, STRETCH, box(self.form), STRETCH, box(self.foot))
        column = box(self._whole)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._column = column
        self._ground = QWidget()
        self._line = across(theme, STRETCH, (column, 1000), STRETCH, gap=0)
        self._ground.setLayout(self._line)
        self.view = _View()
        self.view.setWidgetResizable(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.resized.connect(self._measure)
        theme.dress(self.view.verticalScrollBar(), "scroll")
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(self.view)
        theme.follow(self._measure)

    def unroll(self) -> None:
        """Lay the form out, once the page stands where it belongs.

        Before, every part of it would take its looks anew at each step on the way into the window.
        """
        self.view.setWidget(self._ground)
        self._ground.setAutoFillBackground(False)

    # ------------------------------------------------------------ for pages
    def show_state(self, state: State) -> None:
        """Draw a state; called again where a step leads to the same kind of page."""

    def prefer(self, folder: Path) -> None:
        """Begin with this vault, where the page is about one."""

    def arrive(self) -> None:
        """It is on screen: put the focus where one would begin."""

    def read_out(self) -> None:
        """Tell a screen reader what the page is; the focus alone tells of one field."""
        from ui.widgets.announce import announce

        lead = self.lead.words if not self.lead.isHidden() else ""
        announce(self, f"{self.title.words}. {lead}")

    def refuse(self, error: UserError) -> None:
        """Say in place what could not be done, and the next step."""
        from facilitator.messages import explain

        message = explain(error)
        self.trouble.say(message.said, message.next)
        self.trouble.show()
        later(self, SETTLED_MS, lambda: self.view.ensureWidgetVisible(self.trouble))

    def leave(self) -> None:
        """It goes: wipe what must not stay."""

    def ask(self, command: Command, saying: str = "", cancel: bool = True) -> None:
        """Take a step; a second press while one is taken does nothing."""
        if not self.property("waiting"):
            self.trouble.hide()
            self.asked.emit(Asked(command, saying, cancel))

    def buttons(self, *items: QWidget, gap: float = 12) -> Box:
        """A line of buttons for the form, the step onwards first."""
        return down(self.theme, box(Flow(self.theme, *items, gap=gap)))

    def back_button(self, words: str) -> Button:
        """A quiet way back by one step."""
        button = Button(self.theme, words, "quiet", "left", flush=True)
        button.clicked.connect(lambda: self.ask(lambda opening, progress: opening.back()))
        return button

    # ------------------------------------------------------------ while something runs
    def wait(self, saying: str, cancel: bool = True) -> None:
        """A command runs: say what, and offer to cancel. One that says nothing is over before anybody looks."""
        self.setProperty("waiting", True)
        self.may_cancel = cancel
        if saying:
            self._show_work(saying, cancel)

    def _show_work(self, saying: str, cancel: bool) -> None:
        from ui.widgets.notice import Progress as ProgressBar

        bar = self._bar = ProgressBar(self.theme, saying, can_cancel=cancel)
        bar.cancelled.connect(self.cancelled)
        layout = self._work.layout()
        if isinstance(layout, Box):
            layout.clear()
            layout.put(16, bar)
        self._work.show()
        bar.show()
        bar.take_focus()
        for child in self._ground.findChildren(QWidget):
            if child.focusPolicy() != Qt.FocusPolicy.NoFocus and child.isEnabled() and not bar.isAncestorOf(child):
                child.setProperty("rests", True)
                child.setEnabled(False)
        self.view.ensureWidgetVisible(self._work)

    def advance(self, done: int, total: int) -> None:
        """How far what runs is."""
        if self._bar is not None:
            self._bar.advance(done, total)

    def rest(self) -> None:
        """What ran has ended."""
        self.setProperty("waiting", False)
        for child in self._ground.findChildren(QWidget):
            if child.property("rests"):
                child.setProperty("rests", None)
                child.setEnabled(True)
        self._work.hide()
        self._bar = None

    @property
    def work(self) -> QWidget:
        """Where running work is shown; a page puts it under its buttons."""
        return self._work

    # ------------------------------------------------------------ measures
    def _measure(self) -> None:
        theme = self.theme
        self._column.setMaximumWidth(theme.px(FORM))
        roomy = self.view.room >= theme.px(FORM + 80)
        margins = (40, 32, 40, 20) if roomy else (28, 22, 28, 20)
        self._line.setContentsMargins(*mirrored(theme, margins))

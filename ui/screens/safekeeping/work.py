"""Long work in place: what runs and how far it is, then what came of it, with its next step."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.progress import Cancelled
from facilitator.model.progress import Progress as Watch
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.jobs import Job
from ui.widgets import Button, Notice, Progress, announce, down

T = TypeVar("T")


class _Stopped:
    """What came of work that was cancelled, and did stop."""


class WorkPlace(QWidget):
    """Runs one thing at a time on the vault, and says here what happens: also of what ended before it could stop."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self._button: Button | None = None
        self._given_up = threading.Event()
        self._line = down(desk.theme)
        self.setLayout(self._line)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether something runs."""
        return self._job is not None

    @property
    def notice(self) -> Notice | None:
        """What it says now, once nothing runs."""
        found = self.findChildren(Notice)
        return found[-1] if found and not self.isHidden() else None

    def run(
        self, saying: str, command: Callable[[Workspace, Watch], T], then: Callable[[T], None], *,
        again: Callable[[], None] | None = None, refused: Callable[[UserError], bool] = lambda error: False,
        button: Button | None = None, stops: bool = True,
    ) -> None:  # fmt: skip
        """Run a command. `again` is offered after a refusal; `refused` may take one itself by saying True.

        `stops` is False for what is done or not done, with no way between: then there is no Cancel.
        """
        given_up = threading.Event()

        def whole(workspace: Workspace, watch: Watch) -> T | _Stopped:
            return _unless(given_up, lambda heard: command(workspace, heard), watch)

        def start(done: Callable[[T | _Stopped], None], no: Callable[[UserError], None], bar: Progress) -> Job:
            return self._desk.jobs.long(self, whole, done, progress=bar.advance, refused=no)

        self._run(saying, start, then, again, refused, button, given_up, stops)

    def run_aside(
        self, saying: str, work: Callable[[Watch], T], then: Callable[[T], None], *,
        again: Callable[[], None] | None = None, button: Button | None = None,
    ) -> None:  # fmt: skip
        """As `run`, for what needs nothing of the vault and may take long: a lock shall not wait for it."""

        given_up = threading.Event()

        def whole(watch: Watch) -> T | _Stopped:
            return _unless(given_up, work, watch)

        def start(done: Callable[[T | _Stopped], None], no: Callable[[UserError], None], bar: Progress) -> Job:
            return self._desk.jobs.paper(self, whole, done, progress=bar.advance, refused=no)

        self._run(saying, start, then, again, lambda error: False, button, given_up, True)

    def _run(
        self, saying: str,
        start: Callable[[Callable[[T | _Stopped], None], Callable[[UserError], None], Progress], Job],
        then: Callable[[T], None], again: Callable[[], None] | None, refused: Callable[[UserError], bool],
        button: Button | None, given_up: threading.Event, stops: bool,
    ) -> None:  # fmt: skip
        if self._job is not None:
            return
        self._given_up = given_up
        theme, bar = self._desk.theme, Progress(self._desk.theme, saying, can_cancel=stops, percent=True)
        if button is not None:
            button.busy(saying)
        self._button = button
        self._put(bar)
        announce(self, saying)
        bar.take_focus()

        def done(answer: T | _Stopped) -> None:
            self._end()
            if isinstance(answer, _Stopped):
                self._put(Notice(theme, _("Stopped."), _("Nothing half done was left behind."), "action"))
            else:
                then(answer)

        def no(error: UserError) -> None:
            self._end()
            if refused(error):
                return
            message = explain(error)
            step = None
            if again is not None:
                step = Button(theme, _("Try again"), "plain", "again")
                step.clicked.connect(again)
            self._put(Notice(theme, message.said, message.next, "danger", button=step))

        self._job = start(done, no, bar)
        bar.cancelled.connect(self._stop)

    def tell(self, notice: Notice | None) -> None:
        """Say something here, or nothing."""
        if notice is None:
            self._line.clear()
            self.hide()
        else:
            self._put(notice)

    def drop(self) -> None:
        """Nobody waits for it any more: what can stop, stops."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _stop(self) -> None:
        """Only what ran knows whether it could: it may have been done in that very moment."""
        self._given_up.set()

    def _end(self) -> None:
        self._job = None
        if self._button is not None:
            self._button.rest()
            self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._line.clear()
        self.hide()

    def _put(self, widget: QWidget) -> None:
        self._line.clear()
        self._line.put(widget)
        self.show()
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(self)


def _unless(given_up: threading.Event, work: Callable[[Watch], T], watch: Watch) -> T | _Stopped:
    """What came of work that stops at its next step once it is given up."""

    def heard(done: int, total: int) -> None:
        if given_up.is_set():
            raise Cancelled
        watch(done, total)

    try:
        if given_up.is_set():
            raise Cancelled
        return work(heard)
    except Cancelled:
        if given_up.is_set():
            return _Stopped()
        raise  # the vault is being locked

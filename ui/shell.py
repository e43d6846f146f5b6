"""The window: the cover, the places, the notice bar, and the keys that always work. A frame, and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.errors import UserError
from facilitator.messages import explain
from facilitator.model.change import Change
from ui.alive import alive
from ui.go import Go
from ui.screen import Screen
from ui.theme import Theme
from ui.widgets import FocusRing, NoticeBar
from ui.widgets.cover import Cloth
from ui.widgets.frame import Cover, Entry, Sidebar, TopCover
from ui.widgets.tabbing import keep_focus_in_sight, stops

TITLE = "Facilitator"  # constant: a window title is read over a shoulder and kept by the system
LEAST_WIDTH, LEAST_HEIGHT = 1200, 640  # design px below which the cover lies along the top
ZOOM_LEAST, ZOOM_MOST, ZOOM_STEP = 80, 200, 10
_TWICE_MS = 600
_TURNS = ("F8", "Ctrl+R")


class Shell(QWidget):
    """The frame of the window. It knows places by their keys, and speaks by signals; app.py connects it to the rest."""

    searched = Signal()
    hidden = Signal()  # the screen is blank already; now lock
    locked = Signal()
    emergency = Signal()
    undone = Signal()
    turned = Signal()  # to the room, or back
    zoomed = Signal(int)  # per cent, to be remembered

    def __init__(
        self,
        theme: Theme,
        app: QApplication,
        places: Sequence[type[Screen]],
        make: Callable[[type[Screen]], Screen],
    ) -> None:
        super().__init__()
        self._theme, self._app, self._make = theme, app, make
        self._kinds = {kind.place: kind for kind in places}
        self._made: dict[str, Screen] = {}
        self._missed: dict[str, list[Change]] = {}
        self._over: QWidget | None = None
        self._left: dict[str, QWidget | None] = {}  # what had the keyboard in a place, when it was left
        self.here = ""
        self.setWindowTitle(TITLE)
        self.setAccessibleName(TITLE)
        entries = tuple(
            Entry(kind.place, kind.title(), kind.icon, kind.foot, f"Ctrl+{n}") for n, kind in enumerate(places, 1)
        )
        self._covers: tuple[Cover, Cover] = (Sidebar(theme, entries), TopCover(theme, entries))
        self._stack = QStackedWidget()
        self.notice = NoticeBar(theme)
        self._frame = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._frame.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        page = QVBoxLayout()
        page.setSpacing(0)
        page.addWidget(self._stack, 1)
        page.addWidget(self.notice)
        for cover in self._covers:
            self._frame.addWidget(cover)
            cover.went.connect(self._went)
            cover.searched.connect(self.searched)
            cover.hidden.connect(self.hide_all)
            cover.locked.connect(self.locked)
            cover.emergency.connect(self.emergency)
        self._frame.addLayout(page, 1)
        self._curtain = Cloth(theme)
        self._curtain.setParent(self)
        self._curtain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._curtain.setProperty("ringless", True)
        self._curtain.setAccessibleName(TITLE)
        self._curtain.hide()
        self.ring = FocusRing(theme, self, app)
        self._escapes = QElapsedTimer()
        self.notice.undo.connect(self.undone)
        self.notice.closed.connect(self._bar_closed)
        self._keys(entries)
        theme.follow(self._measure)

    @property
    def compact(self) -> bool:
        """Whether the cover lies along the top."""
        zoom = self._theme.zoom
        return self.width() / zoom < LEAST_WIDTH or self.height() / zoom < LEAST_HEIGHT

    def go(self, go: Go) -> None:
        """Go to a place, making it when it is first needed."""
        if go.place not in self._made:
            screen = self._make(self._kinds[go.place])
            self._made[go.place] = screen
            self._stack.addWidget(screen)
        screen = self._made[go.place]
        self.lift()
        if self.here and self.here != go.place:
            self._left[self.here] = self._app.focusWidget()
            self._made[self.here].leave()
        self.here = go.place
        for cover in self._covers:
            cover.show_place(go.place)
        self._stack.setCurrentWidget(screen)
        for change in self._missed.pop(go.place, []):
            screen.changed(change)
        screen.arrive(go)
        self._take_keyboard(screen)
        screen.tell_title()

    def _take_keyboard(self, screen: Screen) -> None:
        """Whoever came by a key is on the place they came to: where they were in it, until it says otherwise."""
        now, then = self._app.focusWidget(), self._left.pop(screen.place, None)
        if now is not None and screen.isAncestorOf(now) and now.isVisible():
            return
        if then is None or not alive(then) or not screen.isAncestorOf(then) or not then.isVisible():
            then = next(iter(stops(screen)), screen)
        then.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bar_closed(self) -> None:
        """Back to the place, from a bar that was shut by its own button."""
        if self.here:
            self._take_keyboard(self._made[self.here])

    def lay_over(self, page: QWidget) -> None:
        """Show a page over the place one is in, such as the emergency card; it is deleted once it is lifted."""
        self.lift()
        self._over = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def lift(self) -> None:
        """Take away what was laid over, and show the place again."""
        page, self._over = self._over, None
        if page is not None:
            self._stack.removeWidget(page)
            page.deleteLater()
            if self.here:
                self._stack.setCurrentWidget(self._made[self.here])

    def veil(self) -> None:
        """Hide every name, before the room's window goes over this one or away from it."""
        from ui.room.veil import Veil

        self.notice.hide()
        if self._over is None and self.here and not self._made[self.here].veil():
            veil = Veil(self._theme)
            veil.lifted.connect(self._unveil)
            self.lay_over(veil)
            veil.begin()

    def _unveil(self) -> None:
        self.lift()
        if self.here:
            self._take_keyboard(self._made[self.here])

    def changed(self, change: Change) -> None:
        """A command changed something: the screen in sight hears it now, the others when they are gone to."""
        if change.label:
            self.notice.tell(change.label, change.can_undo)
        for place, screen in self._made.items():
            if place == self.here:
                screen.changed(change)
            else:
                self._missed.setdefault(place, []).append(change)

    def tell(self, words: str) -> None:
        """Say what happened in the notice bar."""
        self.notice.tell(words)

    def refuse(self, error: UserError) -> None:
        """Say in the notice bar what could not be done, and the next step."""
        message = explain(error)
        self.notice.refuse(message.said, message.next)

    def hide_all(self) -> None:
        """Blank the whole window at once, then have it locked."""
        self._curtain.setGeometry(self.rect())
        self._curtain.show()
        self._curtain.raise_()
        self._curtain.setFocus(Qt.FocusReason.OtherFocusReason)  # what is typed from now on goes nowhere
        self.repaint()
        QTimer.singleShot(0, self.hidden.emit)

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller by steps of ten per cent; 0 goes back to 100."""
        now = round(self._theme.zoom * 100)
        then = 100 if steps == 0 else max(ZOOM_LEAST, min(ZOOM_MOST, now + steps * ZOOM_STEP))
        if then != now:
            keep_focus_in_sight()
            self._theme.use(self._app, zoom=then / 100)
            self.zoomed.emit(then)

    def _keys(self, entries: Sequence[Entry]) -> None:
        standard = QKeySequence.StandardKey
        always: tuple[tuple[QKeySequence, Callable[[], object]], ...] = (
            (QKeySequence("Ctrl+K"), self.searched.emit),
            (QKeySequence("Ctrl+L"), self.locked.emit),
            (QKeySequence("F12"), self.hide_all),
            (QKeySequence("Ctrl+9"), self.emergency.emit),
            *((QKeySequence(keys), self.turned.emit) for keys in _TURNS),
            (QKeySequence(standard.Undo), self._undo),
            (QKeySequence(standard.ZoomIn), lambda: self.zoom_by(1)),
            (QKeySequence("Ctrl+="), lambda: self.zoom_by(1)),
            (QKeySequence(standard.ZoomOut), lambda: self.zoom_by(-1)),
            (QKeySequence("Ctrl+0"), lambda: self.zoom_by(0)),
        )
        for keys, act in (*always, *((QKeySequence(entry.keys), self._goes(entry.key)) for entry in entries)):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(keys.toString() not in _TURNS)  # a key that is held must not turn to and fro
            shortcut.activated.connect(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the emergency card back, twice it hides, as F12 is a media key on many laptops."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            if self._over is not None:
                self.emergency.emit()
            elif self._escapes.isValid() and self._escapes.elapsed() < _TWICE_MS:
                self._escapes.invalidate()
                self.hide_all()
            else:
                self._escapes.start()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cover along the side or the top."""
        self._measure()
        self._curtain.setGeometry(self.rect())

    def _undo(self) -> None:
        """Take back what the bar offers; where it offers nothing, the last step of what is shown."""
        if self.notice.words and not self.notice.undo_button.isHidden():
            self.notice.undo_button.click()
        elif self._over is None and self.here:
            self._made[self.here].take_back()

    def _goes(self, place: str) -> Callable[[], None]:
        return lambda: self._went(place)

    def _went(self, place: str) -> None:
        self.go(Go(place))

    def _measure(self) -> None:
        # At 200 % a strip above the places takes 190 of the 700 px that small laptops have.
        self.setMinimumSize(min(self._theme.px(460), 920), min(self._theme.px(320), 480))
        side, top = self._covers
        compact = self.compact
        across, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._frame.setDirection(under if compact else across)
        side.setVisible(not compact)
        top.setVisible(compact)

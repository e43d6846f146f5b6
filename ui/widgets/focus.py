"""The keyboard ring: one over the window, so that no widget's own style can lose it, clip it or shift it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from ui.alive import alive
from ui.theme import RADIUS, Theme
from ui.widgets.tabbing import reveal

_TEXT = (QLineEdit, QPlainTextEdit, QTextEdit)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.KeyRelease)


class FocusRing(QWidget):
    """Follows keyboard focus inside `window`, which may be part of a real one; shown for keys and text fields only."""

    def __init__(self, theme: Theme, window: QWidget, app: QApplication) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self._chain: list[QWidget] = []  # the focused widget and all that may move it
        self._chosen: QItemSelectionModel | None = None  # its rows: another may be chosen without a key or a scroll
        self._bar: QScrollBar | None = None  # that of the focused list, where the ring stands round a row of it
        self._by_keyboard = False
        self._pointed = False  # the last thing pressed was under the pointer, not on the keyboard
        self._surface: QWindow | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        app.focusChanged.connect(self._moved)
        theme.changed.connect(self._follow)
        self._moved(None, app.focusWidget())

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._chain:
            if alive(widget):
                widget.removeEventFilter(self)
        self._chain = []
        if self._bar is not None and alive(self._bar):
            self._bar.valueChanged.disconnect(self._follow)
        if self._chosen is not None and alive(self._chosen):
            self._chosen.currentChanged.disconnect(self._follow)
        self._bar = self._chosen = None
        if not alive(self._window):  # it is about to go too
            return
        self._listen()
        pressing = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if old is not None:  # None: the window was only activated, so nothing changes
            self._by_keyboard = not pressing and not self._pointed
        wanted = self._by_keyboard or isinstance(new, _TEXT)
        if wanted and new is not None and self._window.isAncestorOf(new):
            step: QWidget | None = new
            while step is not None and step is not self._window:
                self._chain.append(step)
                step.installEventFilter(self)
                step = step.parentWidget()
            if isinstance(new, QAbstractItemView) and new.property("rows"):
                self._bar, self._chosen = new.verticalScrollBar(), new.selectionModel()
                self._bar.valueChanged.connect(self._follow)
                self._chosen.currentChanged.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        if new is not None and not pressing and self._window.isAncestorOf(new):
            # Once it has its place, as it may be shown only now; what is being pressed never moves.
            QTimer.singleShot(0, new, lambda: reveal(new))
        self._follow()

    def _listen(self) -> None:
        """Hear what is pressed in this window, key or pointer; a page may set the focus only after the press."""
        surface = self._window.window().windowHandle()
        if alive(surface) and surface is not self._surface:
            self._surface = surface
            surface.installEventFilter(self)

    def _lost(self) -> None:
        self._chain = []
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along with whatever moves the focused widget; note what is pressed."""
        kind = event.type()
        if watched is self._surface:
            if kind == QEvent.Type.KeyPress:
                self._pointed = False
            elif kind == QEvent.Type.MouseButtonPress:
                self._pointed = True
        elif kind == QEvent.Type.DeferredDelete:
            self._lost()
        elif kind in _MOVES:
            self._follow()
        return False

    def _follow(self) -> None:
        if not all(map(alive, self._chain)):  # an event tells of most that go; to connect to `destroyed` leaks
            self._lost()
        target = self._chain[0] if self._chain else None
        if target is None or not _wants(target):
            self.hide()
            return
        gap, place, beside = self._theme.px(5), self._place(target), 0
        if target.property("flush"):  # air at the ends of the words, and none of the line above or below them
            gap, beside = 0, self._theme.px(9)
        if (row := _row_of(target)) is not None:
            whole, place = place, row.translated(place.topLeft())
            gap = self._theme.px(2)
            if not whole.contains(place.center()):
                self.hide()
                return
        if self._scrolled_away(place.center()):
            self.hide()
            return
        self.setGeometry(place.adjusted(-gap - beside, -gap, gap + beside, gap))
        self._clip(gap, beside)
        self.raise_()
        self.show()

    def _place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    def _clip(self, gap: int, beside: int) -> None:
        """Keep off what lies beside the scroll view, such as the notice bar, where its widget is half out of sight."""
        ring, seen = self.geometry(), self.geometry()
        for area in self._chain[0 if self._bar is not None else 1 :]:
            if isinstance(area, QAbstractScrollArea):
                seen = seen.intersected(self._place(area.viewport()).adjusted(-gap - beside, -gap, gap + beside, gap))
        if seen == ring:
            self.clearMask()
        else:
            self.setMask(QRegion(seen.translated(-ring.topLeft())))

    def _scrolled_away(self, centre: QPoint) -> bool:
        for area in self._chain[1:]:
            if isinstance(area, QAbstractScrollArea) and not self._place(area.viewport()).contains(centre):
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two tones, so that it is seen on paper and on cloth."""
        painter, width = QPainter(self), self._theme.px(3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outer, inner = (width * 0.5, "focus", float(width)), (width * 1.25, "sheet", width * 0.5)
        for inset, token, pen in (outer, inner):
            painter.setPen(QPen(self._theme.colour("focus" if token == "focus" else "sheet"), pen))
            radius = self._theme.px(RADIUS + 5) - inset
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def _wants(target: QWidget) -> bool:
    return alive(target) and target.isVisible() and not target.property("ringless")


def _row_of(target: QWidget) -> QRect | None:
    """The chosen row, where the focus is in a list of ours; told by its mark first, as few screens need load lists."""
    if not target.property("rows"):
        return None
    from ui.widgets.rows import RowList

    return target.ring_rect() if isinstance(target, RowList) else None

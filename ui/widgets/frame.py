"""The window's frame: the cover along the side, or along the top when there is little room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from facilitator.i18n import _, pgettext
from ui.icons import STROKE_CHOSEN, paint_icon
from ui.theme import Theme
from ui.widgets.button import Button, IconButton
from ui.widgets.cover import Cloth, EmergencyCard, PlaceTab, paint_cloth
from ui.widgets.layout import BOTTOM, STRETCH, Item, across, box, down
from ui.widgets.marks import Mark
from ui.widgets.picklist import PickList
from ui.widgets.placing import Columns
from ui.widgets.press import from_lead, pressable, pressed_by_key
from ui.widgets.rows import RowItem
from ui.widgets.text import Label, draw_words, words_width

_CURVE = 10  # radius of the tab's hollow and round corners, design px


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as the cover shows it; `foot` puts it beside Hide and Lock. `keys` go there from anywhere."""

    key: str
    title: str
    icon: str
    foot: bool = False
    keys: str = ""


class Cover(Cloth):
    """What both covers share: signals for what can be pressed."""

    went = Signal(str)
    searched = Signal()
    hidden = Signal()
    locked = Signal()
    emergency = Signal()

    def show_place(self, key: str) -> None:
        """Mark the place you are in."""
        raise NotImplementedError


class Sidebar(Cover):
    """The cover along the side, 224 px: mark, search, places, settings, hide and lock, the emergency card."""

    def __init__(self, theme: Theme, entries: Sequence[Entry]) -> None:
        super().__init__(theme)
        self._tabs: dict[str, PlaceTab] = {}
        for entry in entries:
            tab = PlaceTab(theme, entry.title, entry.icon, entry.keys)
            tab.clicked.connect(lambda _on=False, key=entry.key: self.went.emit(key))
            self._tabs[entry.key] = tab
        search = _SearchBox(theme)
        hide = Button(theme, pgettext("what is on the screen", "Hide"), "cover", "hide",
                      tip=_("Hide the screen  F12"), snug=True)
        lock = Button(theme, _("Lock"), "cover", "lock", tip=_("Lock  Ctrl+L"), snug=True)
        card = EmergencyCard(theme)
        presses: tuple[tuple[QPushButton | EmergencyCard, Callable[[], None]], ...] = (
            (search, self.searched.emit),
            (hide, self.hidden.emit),
            (lock, self.locked.emit),
            (card, self.emergency.emit),
        )
        for button, tell in presses:
            button.clicked.connect(lambda _on=False, tell=tell: tell())
        pair = box(Columns(theme, hide, lock, gap=8, stacked_gap=8, below=0))
        brand = Label(theme, "Facilitator", "h3", "cover")
        places: list[Item] = [self._tabs[entry.key] for entry in entries if not entry.foot]
        feet: list[Item] = [self._tabs[entry.key] for entry in entries if entry.foot]
        self.setLayout(
            down(
                theme,
                22,
                across(theme, Mark(theme), brand, STRETCH, gap=12, margins=(16, 0, 16, 0)),
                18,
                across(theme, (search, 1), margins=(16, 0, 16, 0)),
                14,
                down(theme, *places, gap=2, margins=(12, 0, 0, 0)),
                STRETCH,
                down(theme, *feet, gap=2, margins=(12, 0, 0, 0)),
                10,
                across(theme, (pair, 1), margins=(16, 0, 16, 0)),
                8,
                across(theme, (card, 1), margins=(16, 0, 16, 0)),
                16,
            )
        )
        theme.follow(self._measure)

    def show_place(self, key: str) -> None:
        """Mark the place you are in."""
        for place, tab in self._tabs.items():
            tab.set_here(place == key)
        self.update()

    def _measure(self) -> None:
        self.setFixedWidth(self._theme.px(224))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cloth, and the chosen place as a tab of the page with a hollow curve into it."""
        painter, theme = QPainter(self), self._theme
        paint_cloth(painter, theme, self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loud, wide = theme.tokens.name == "contrast", self.width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if rtl:
            painter.translate(wide, 0)
            painter.scale(-1, 1)
        if loud:
            painter.fillRect(QRectF(wide - 2, 0, 2, self.height()), theme.colour("edge"))
        for tab in self._tabs.values():
            if tab.here:
                place = QRectF(tab.mapTo(self, tab.rect().topLeft()), tab.rect().size())
                lead = wide - place.right() if rtl else place.left()
                self._paint_tab(painter, lead, place.top(), place.bottom(), loud)

    def _paint_tab(self, painter: QPainter, lead: float, top: float, bottom: float, loud: bool) -> None:
        curve, wide = self._theme.px(_CURVE), self.width()
        path = QPainterPath(QPointF(wide, top - curve))
        path.quadTo(wide, top, wide - curve, top)
        path.lineTo(lead + curve, top)
        path.quadTo(lead, top, lead, top + curve)
        path.lineTo(lead, bottom - curve)
        path.quadTo(lead, bottom, lead + curve, bottom)
        path.lineTo(wide - curve, bottom)
        path.quadTo(wide, bottom, wide, bottom + curve)
        painter.fillPath(path, self._theme.colour("ground"))
        if loud:
            painter.fillRect(QRectF(wide - 2, top, 2, bottom - top), self._theme.colour("ground"))
            painter.setPen(QPen(self._theme.colour("edge"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)


class TopCover(Cover):
    """The cover along the top, 64 px: mark, one tab that opens the places, search, hide, lock, emergency card."""

    def __init__(self, theme: Theme, entries: Sequence[Entry]) -> None:
        super().__init__(theme)
        self._entries = tuple(entries)
        self._tab = _TopTab(theme)
        self._tab.clicked.connect(self._open)
        self._here = ""
        search = IconButton(theme, "search", _("Search  Ctrl+K"), "cover")
        hide = IconButton(theme, "hide", _("Hide the screen  F12"), "cover")
        lock = IconButton(theme, "lock", _("Lock  Ctrl+L"), "cover")
        card = EmergencyCard(theme)
        presses: tuple[tuple[QPushButton | EmergencyCard, Callable[[], None]], ...] = (
            (search, self.searched.emit),
            (hide, self.hidden.emit),
            (lock, self.locked.emit),
            (card, self.emergency.emit),
        )
        for button, tell in presses:
            button.clicked.connect(lambda _on=False, tell=tell: tell())
        self._mark = Mark(theme)
        self._needs = (search, hide, lock, card)
        self.setLayout(
            across(
                theme,
                self._mark,
                6,
                (self._tab, 0, BOTTOM),
                STRETCH,
                search,
                hide,
                lock,
                4,
                card,
                gap=8,
                margins=(16, 0, 16, 0),
            )
        )
        theme.follow(self._measure)

    def show_place(self, key: str) -> None:
        """Name the place you are in on the tab."""
        self._here = key
        for entry in self._entries:
            if entry.key == key:
                self._tab.show_entry(entry)
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is very short the mark goes first, then the words on the tab: the page's title says the same."""
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._theme.px(16 * 2 + 6 + 4 + 8 * 6)
        room -= sum(widget.minimumSizeHint().width() for widget in self._needs)
        room -= self._tab.full_width()
        self._mark.setVisible(room >= self._mark.width())
        self._tab.set_short(room < 0)

    def _open(self) -> None:
        items = [RowItem(entry.key, entry.title, icon=entry.icon) for entry in self._entries]
        places = PickList(self._theme, self._tab, _("Places"), items, self._here)
        places.picked.connect(lambda key: self.went.emit(str(key)))
        places.open()

    def _measure(self) -> None:
        self.setFixedHeight(self._theme.px(64))
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cloth, and the tab hanging into the page."""
        painter, theme = QPainter(self), self._theme
        paint_cloth(painter, theme, self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, curve, foot = QRectF(self._tab.geometry()), theme.px(_CURVE), self.height()
        loud = theme.tokens.name == "contrast"
        if loud:
            painter.fillRect(QRect(0, foot - 2, self.width(), 2), theme.colour("edge"))
        path = QPainterPath(QPointF(rect.left() - curve, foot))
        path.quadTo(rect.left(), foot, rect.left(), foot - curve)
        path.lineTo(rect.left(), rect.top() + curve)
        path.quadTo(rect.left(), rect.top(), rect.left() + curve, rect.top())
        path.lineTo(rect.right() - curve, rect.top())
        path.quadTo(rect.right(), rect.top(), rect.right(), rect.top() + curve)
        path.lineTo(rect.right(), foot - curve)
        path.quadTo(rect.right(), foot, rect.right() + curve, foot)
        painter.fillPath(path, theme.colour("ground"))
        if loud:
            painter.setPen(QPen(theme.colour("edge"), 2))
            painter.drawPath(path)


class _TopTab(QPushButton):
    """Where you are; opens the list of places."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._icon, self._short = theme, "", False
        pressable(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    def show_entry(self, entry: Entry) -> None:
        """Name another place."""
        self._icon = entry.icon
        self.setText(entry.title)
        self.setAccessibleName(_("{place}. Choose another place").format(place=entry.title))
        self.updateGeometry()
        self.update()

    def full_width(self) -> int:
        """Width with its words."""
        return self._theme.px(102) + words_width(self._theme, self.text(), "strong")

    def set_short(self, short: bool) -> None:
        """Leave the words out, or not; screen readers hear them all the same."""
        if short != self._short:
            self._short = short
            self.setToolTip(self.text() if short else "")
            self.updateGeometry()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Its tip may show from now on."""
        self._theme.dress_tip(self)
        super().enterEvent(event)

    def sizeHint(self) -> QSize:
        """Icon, words and arrow."""
        return QSize(self._theme.px(76) if self._short else self.full_width(), self._theme.px(50))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Down open the list."""
        if event.key() == Qt.Key.Key_Down:
            self.click()
        elif not pressed_by_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, words and arrow; the cover paints the tab."""
        painter, theme, high = QPainter(self), self._theme, self.height()
        if not self._icon:
            return
        side, small = theme.px(22), theme.px(18)
        square = QRectF(from_lead(self, theme.px(14), side), (high - side) / 2, side, side)
        paint_icon(painter, self._icon, square, theme.colour("action"), STROKE_CHOSEN)
        arrow = QRectF(
            from_lead(self, self.width() - theme.px(14) - small, small), (high - small) / 2 + theme.px(2), small, small
        )
        paint_icon(painter, "down", arrow, theme.colour("ink"), 2.2)
        if self._short:
            return
        room = self.width() - theme.px(46 + 36)
        draw_words(painter, theme, QRectF(from_lead(self, theme.px(46), room), 0, room, high), self.text(), "strong")


class _SearchBox(Button):
    """The search button, with its keys at the trailing end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Search"), "cover", "search", tip=_("Search everything  Ctrl+K"), wide=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then the keys where they have room."""
        super().paintEvent(event)
        theme, keys = self._theme, "Ctrl K"
        wide = words_width(theme, keys, "small")
        if self._beside() + self._line() + wide + theme.px(8) <= self.width():
            place = QRectF(from_lead(self, self.width() - theme.px(12) - wide, wide), 0, wide, self.height())
            draw_words(QPainter(self), theme, place, keys, "small", "cover_soft")

"""Search: a sheet over the page with a field and what was found under headings; it asks, and is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.i18n import _, ngettext
from ui.alive import alive
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.button import IconButton
from ui.widgets.layout import across, down
from ui.widgets.marks import Glyph
from ui.widgets.paper import Rule, Sheet
from ui.widgets.rows import HEADING, RowItem, RowList
from ui.widgets.tabbing import STAYS
from ui.widgets.text import Label

_QUIET_MS = 500
"""How long nobody types before it is said aloud what was found: a word for every key would drown the keys."""
_ROWS = 7
"""So many rows are seen at once, where the window is high enough."""
_LETTERS = 2
"""From so many letters on it looks; where a sign is a word, from one."""


@dataclass(frozen=True, slots=True)
class FoundGroup:
    """What was found of one kind, under its heading."""

    title: str
    rows: tuple[RowItem, ...]


class SearchPanel(Sheet):
    """Search over a window. `asked` carries what was typed; answer with `show_found`.

    `picked` carries the key of the row chosen; the panel is shut by then. The keyboard stays in the field: up and down
    go through the rows, page up and page down from heading to heading, Enter opens, Escape shuts.
    """

    asked = Signal(str)
    picked = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, stack=2)
        self.setParent(window)
        self.setProperty(STAYS, True)
        self._theme, self._over = theme, window
        self._before: QWidget | None = None
        self._aloud = ""
        self.edit = QLineEdit()
        self.edit.setMaxLength(200)
        theme.dress(self.edit, "typed")
        self.edit.setAccessibleName(_("Search"))
        self.edit.setAccessibleDescription(
            _("Up and down go through what is found, page up and page down to the next kind, Enter opens."))
        self.edit.setPlaceholderText(_("A person, an evening, a sheet, or what you want to do"))
        shut = IconButton(theme, "close", _("Close search"), token="ink_soft")
        shut.clicked.connect(self.shut)
        self._said = Label(theme, "", "small", "soft", wrap=True)
        self.rows = RowList(theme, _("Found"), fit=False)
        self._rule = Rule(theme)
        top = across(theme, Glyph(theme, "search"), (self.edit, 1), shut, gap=12)
        self.setLayout(
            down(
                theme,
                top,
                8,
                self._said,
                8,
                self._rule,
                (self.rows, 1),
                margins=(20, 16, 12, 12),
            )
        )
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(lambda: announce(self, self._aloud))
        self.edit.textEdited.connect(lambda _text: self.ask())
        self.edit.installEventFilter(self)
        self.rows.opened.connect(self._open)
        self.hide()
        theme.follow(self._place)

    def open(self) -> None:
        """Show it empty, ready to type."""
        window = self._over
        self._before = window.focusWidget()
        window.installEventFilter(self)
        self.edit.clear()
        self.show_found((), "")
        self.show()
        self.raise_()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut(self) -> None:
        """Put it away and forget what was typed."""
        if self.isHidden():
            return
        self._quiet.stop()
        self.edit.setText("")  # clear() would keep it for undo
        self.show_found((), "")
        self.hide()
        self._over.removeEventFilter(self)
        if alive(self._before) and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, groups: Sequence[FoundGroup], asked: str, near: bool = False) -> None:
        """Show what was found for some words, the first row chosen; an answer to older words is let go.

        `near` says that it fits some of the words only.
        """
        if asked != self.edit.text().strip():
            return
        rows: list[RowItem] = []
        for group in groups:
            rows += [RowItem(group, group.title, heading=True), *group.rows]
        self.rows.show_items(rows)
        count = sum(len(group.rows) for group in groups)
        words = ngettext("{n} found", "{n} found", count).format(n=count) if rows else ""
        if near and rows:
            words = _("Nothing has all of these words. These come near.")
        if asked and not rows:
            words = _("Nothing found for “{words}”. Try fewer letters.").format(words=asked)
        self._said.setText(words or _("Type at least two letters."))
        self.rows.setVisible(bool(rows))
        self._rule.setVisible(bool(rows))
        self._place()
        if rows:
            self.rows.scrollToTop()
            self.rows.choose_at(1)
        parts = [_("{kind}: {n}").format(kind=group.title, n=len(group.rows)) for group in groups]
        self._aloud = ". ".join([words, *parts, self.rows.said()] if rows else [words])
        if asked:
            self._quiet.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; the field's keys move through the rows."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape shuts."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.shut()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.rows.key is not None:
            self._open(self.rows.key)
        elif key in _STEPS and self.rows.items:
            self._go(_STEPS[key])
        elif key in _LEAPS and self.rows.items:
            self._leap(_LEAPS[key])
        else:
            return False
        return True

    def _go(self, step: int) -> None:
        at = self.rows.at + step
        while 0 <= at < len(self.rows.items) and self.rows.item(at).heading:
            at += step
        self._choose(at)

    def _leap(self, step: int) -> None:
        """To the first row below another heading."""
        firsts = [n + 1 for n, row in enumerate(self.rows.items) if row.heading]
        here = max((n for n, first in enumerate(firsts) if first <= self.rows.at), default=0)
        if step < 0 and self.rows.at > firsts[here]:
            self._choose(firsts[here])
        elif 0 <= here + step < len(firsts):
            self._choose(firsts[here + step])

    def _choose(self, at: int) -> None:
        if 0 < at < len(self.rows.items):
            self.rows.choose_at(at)
            if at == 1:
                self.rows.scrollToTop()  # its heading is seen too
            self._quiet.stop()
            announce(self, self.rows.said())

    def ask(self) -> None:
        """Ask for what stands in the field, as at every key; also when more can be found than before."""
        words = self.edit.text().strip()
        if len(words) >= _LETTERS or not words.isascii():
            self.asked.emit(words)
        else:
            self.show_found((), words)

    def _open(self, key: object) -> None:
        self.shut()
        self.picked.emit(key)

    def _place(self) -> None:
        window, layout = self._over, self.layout()
        gap = self._theme.px(24)
        wide = min(window.width() - 2 * gap, self._theme.px(640))
        least = layout.totalMinimumSize().height() if layout is not None else 0
        room = _ROWS * self._theme.px(60) + 2 * self._theme.px(HEADING)
        rows = min(self.rows.all_rows(), room) - self.rows.minimumSizeHint().height()
        high = min(window.height() - 2 * gap, least + (rows + self._theme.px(8) if self.rows.items else 0))
        self.setGeometry((window.width() - wide) // 2, gap, wide, high)


_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LEAPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}

"""Search: a sheet over the page with a field and what was found; it asks, and is told."""

from __future__ import annotations

from collections.abc import Sequence

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
from ui.widgets.rows import RowItem, RowList
from ui.widgets.tabbing import STAYS
from ui.widgets.text import Label

_PAUSE_MS = 120


class SearchPanel(Sheet):
    """Search over a window. `asked` carries what was typed after a short pause; answer with `show_found`.

    `picked` carries the key of the row chosen; the panel is shut by then. Down goes from the field to the rows.
    """

    asked = Signal(str)
    picked = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, stack=2)
        self.setParent(window)
        self.setProperty(STAYS, True)
        self._theme, self._over = theme, window
        self._before: QWidget | None = None
        self.edit = QLineEdit()
        self.edit.setMaxLength(200)
        self.edit.setAccessibleName(_("Search"))
        self.edit.setPlaceholderText(_("A group, a person or a session"))
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
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.edit.textEdited.connect(lambda _text: self._pause.start())
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
        self._pause.stop()
        self.edit.clear()
        self.show_found((), "")
        self.hide()
        self._over.removeEventFilter(self)
        if alive(self._before) and self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_found(self, rows: Sequence[RowItem], asked: str) -> None:
        """Show what was found for some words; an answer to older words is let go."""
        if asked != self.edit.text().strip():
            return
        self.rows.show_items(rows)
        words = ngettext("{n} found", "{n} found", len(rows)).format(n=len(rows)) if rows else ""
        if asked and not rows:
            words = _("Nothing found for “{words}”. Try fewer letters.").format(words=asked)
        self._said.setText(words or _("Type at least two letters."))
        self.rows.setVisible(bool(rows))
        self._rule.setVisible(bool(rows))
        self._place()
        if asked:
            announce(self, words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; Down goes to the rows, Enter opens the first, Escape shuts."""
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
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return True
        if event.key() == Qt.Key.Key_Down and self.rows.items:
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            self.rows.choose(self.rows.items[0].key)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.rows.items:
            self._open(self.rows.items[0].key)
            return True
        return False

    def _ask(self) -> None:
        words = self.edit.text().strip()
        if len(words) >= 2:
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
        rows = min(self.rows.all_rows(), 6 * self._theme.px(60)) - self.rows.minimumSizeHint().height()
        high = min(window.height() - 2 * gap, least + (rows + self._theme.px(8) if self.rows.items else 0))
        self.setGeometry((window.width() - wide) // 2, gap, wide, high)

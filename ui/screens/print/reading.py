"""The words of a page beside its picture, for who cannot see it and for who would rather read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit

from facilitator.i18n import _
from facilitator.model.paper import PersonalData
from ui.screens.print import words
from ui.theme import Theme
from ui.widgets import TOP, Glyph, Label, Sheet, across, box, down
from ui.widgets.text import escape


class PageWords(QTextEdit):
    """Words to be read, line by line with the arrows; what is copied goes by the clipboard that is cleared again."""

    def __init__(self, theme: Theme, copy: Callable[[str], None]) -> None:
        super().__init__()
        self._theme, self._copy = theme, copy
        self._said: tuple[str, ...] = ()
        self._heads: frozenset[int] = frozenset()
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Words on this page"))
        self.document().setDocumentMargin(0)
        theme.dress(self, "typed")
        theme.follow(self._set)

    @property
    def said(self) -> str:
        """What it says."""
        return "\n".join(self._said)

    def say(self, lines: tuple[str, ...], heads: tuple[int, ...]) -> None:
        """Show other words; headings stand out."""
        if (lines, frozenset(heads)) != (self._said, self._heads):
            self._said, self._heads = lines, frozenset(heads)
            self._set()

    def _set(self) -> None:
        air = self._theme.px(8)  # beside the scroll bar
        self.setViewportMargins(*((air, 0, 0, 0) if QApplication.isRightToLeft() else (0, 0, air, 0)))
        above, below = self._theme.px(8), self._theme.px(4)
        parts = []
        for number, line in enumerate(self._said):
            head = number in self._heads
            said = f"<b>{escape(line)}</b>" if head else escape(line)
            top = above if head and number else 0
            parts.append(f'<p style="line-height:117%; margin:{top}px 0 {below}px 0">{said}</p>')
        self.setHtml("".join(parts))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying goes round Qt's own clipboard."""
        if event.matches(QKeySequence.StandardKey.Copy):
            chosen = self.textCursor().selectedText().replace("\u2029", "\n")
            if chosen:
                self._copy(chosen)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu, as its Copy would leave words on the clipboard."""
        event.accept()


class ReadingPane(Sheet):
    """The sheet with the words, and what the page tells about people."""

    def __init__(self, theme: Theme, copy: Callable[[str], None]) -> None:
        super().__init__(theme)
        self.text = PageWords(theme, copy)
        self._glyph = Glyph(theme, "check", "action", 20)
        self._privacy = Label(theme, "", "small", "soft", wrap=True)
        self._foot = box(across(theme, (self._glyph, 0, TOP), (self._privacy, 1), gap=8))
        self._foot.hide()
        head = Label(theme, _("Words on this page"), "h3", wrap=True)
        self.setLayout(down(theme, head, 10, (self.text, 1), 12, self._foot, margins=(20, 18, 16, 16)))
        theme.follow(self._size)

    def say(self, text: str, heads: tuple[int, ...], personal: PersonalData | None) -> None:
        """Show a page's words."""
        # said with a comma, a row of a table can be told apart by ear
        self.text.say(tuple(text.replace("\t", ", ").split("\n")) if text else (), heads)
        self._foot.setVisible(personal is not None)
        if personal is None:
            return
        quiet = personal is PersonalData.NONE
        self._glyph.draw("check" if quiet else "info", "action" if quiet else "look_ink")
        self._privacy.setText(words.privacy(personal))
        self._privacy.set_tone("soft" if quiet else "look")

    def _size(self) -> None:
        self.text.setMinimumHeight(self._theme.px(160))

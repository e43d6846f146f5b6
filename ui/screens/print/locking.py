"""Saving a pack with names in it: locked with words unless the person chooses otherwise."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.vault import passphrase
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    CheckRow,
    Flow,
    Label,
    Paragraph,
    PassphraseField,
    box,
    down,
)


class LockPanel(QWidget):
    """Asks for the words that lock a PDF. `chosen` carries them, "" for none; `gone` is the way back."""

    chosen = Signal(str)
    gone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._offered = ""
        self.tick = CheckRow(theme, _("Lock the PDF with words"), True, softens=False)
        self.words = PassphraseField(
            theme, _("Words that open it"), _("Whoever gets the file needs these words too."),
            complete=passphrase.complete,
        )  # fmt: skip
        self.offer_button = Button(theme, _("Offer me five words"), "quiet", "again", flush=True)
        said = _("Anybody who finds the file can read the names in it.")
        self.open_note = Label(theme, said, "small", "look", wrap=True)
        self.save_button = Button(theme, _("Choose where to save it"), "plain", "folder")
        self.back_button = Button(theme, _("Back"), "quiet", "left")
        self._secret = box(down(theme, self.words, 2, self.offer_button))
        self.setLayout(
            down(
                theme, Label(theme, _("Save as PDF"), "h3"), 8,
                Paragraph(theme, _("There are names in this pack."), "body", "soft"), 12, self.tick, 10, self._secret,
                self.open_note, 20, box(Flow(theme, self.save_button, self.back_button, gap=10)), STRETCH,
                margins=(12, 8, 12, 0),
            )
        )  # fmt: skip
        self.tick.toggled.connect(lambda _on: self._show())
        self.offer_button.clicked.connect(self._offer)
        self.save_button.clicked.connect(self._save)
        self.words.entered.connect(self._save)
        self.back_button.clicked.connect(self.gone)
        self._show()

    def begin(self) -> None:
        """Lock it is what is chosen, and the words are asked first."""
        self.tick.setChecked(True)
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say what is wrong with the words."""
        self.words.refuse(words)
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Forget the words."""
        self.words.wipe()
        self.words.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the way back."""
        if event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self._secret.setVisible(self.tick.isChecked())
        self.open_note.setVisible(not self.tick.isChecked())

    def _offer(self) -> None:
        self.words.set_text(passphrase.generate())
        self.words.set_shown(True)
        self.words.set_help(_("Write them down, and give them to whoever may open it: not in the same message."))
        self.words.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        if not self.tick.isChecked():
            self.chosen.emit("")
            return
        words = passphrase.normal(self.words.text)
        if words:
            self.chosen.emit(words)
        else:
            self.refuse(_("Type words of your own, or have five offered."))

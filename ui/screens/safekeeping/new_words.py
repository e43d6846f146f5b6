"""New words for a key: five drawn by lot, or one's own with a frank word on them; typed once more from paper."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import TypedDifferently, UserError, WeakPassphrase
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.vault import passphrase
from facilitator.vault.passphrase import Strength
from ui.desk import Desk
from ui.screens.safekeeping import asking
from ui.widgets import Button, ChoiceBar, Fact, Flow, Label, PassphraseField, Sheet, across, box, down


class NewWords(QWidget):
    """Five words on a sheet first, one's own if wanted. `entered` fires at Enter in the last field."""

    entered = Signal()

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        theme = self._theme = desk.theme
        self._desk = desk
        self.offered: tuple[str, ...] = ()
        self.kind = ChoiceBar(theme, ((False, _("Five new words")), (True, _("Words of my own"))), False, name=title)
        self._rows = Flow(theme, gap=28, line_gap=8)
        sheet = Sheet(theme, down(theme, box(self._rows), margins=(28, 18, 28, 20)), stack=1)
        self.other_button = Button(theme, _("Five other words"), "quiet", "again", flush=True)
        paper = Fact(theme, "pencil", _("Write them on paper, in this order, before you go on."))
        self._five = box(down(theme, sheet, 12, paper, 2, self.other_button))
        self.own = PassphraseField(theme, _("Words of your own"), _("15 letters or more that nobody could guess."))
        self.strength = Label(theme, "", "small", "soft", wrap=True)
        self._mine = box(down(theme, self.own, 6, self.strength))
        self.again = PassphraseField(
            theme, _("The new words once more, from your paper"), complete=passphrase.complete
        )
        self.setLayout(
            down(theme, Label(theme, title, "strong"), 6, self.kind, 14, self._five, self._mine, 20, self.again)
        )
        self.kind.chosen.connect(lambda _own: self._other_kind())
        self.other_button.clicked.connect(self._draw)
        self.own.changed.connect(self._weigh)
        self.own.entered.connect(self.entered)
        self.again.entered.connect(self.entered)
        self._show_kind()

    def begin(self) -> None:
        """Five fresh words."""
        self.kind.choose(False)
        self.again.completes(passphrase.complete)
        self._show_kind()
        self._draw()

    def wipe(self) -> None:
        """Forget all words."""
        for field in (self.own, self.again):
            field.wipe()
            field.accept()
        self.strength.setText("")
        self.offered = ()
        self._rows.clear()

    def read(self) -> str | None:
        """The words that were chosen, once they were typed again right; else it says in place what is wanted."""
        own = self.kind.value is True
        new, again = self.own.text if own else " ".join(self.offered), self.again.text
        if own and not new.strip():
            self.refuse(self.own, _("Type the new words."))
        elif passphrase.normal(new) != passphrase.normal(again):
            self.refuse(self.again, str(explain(TypedDifferently(_differs(new, again)))))
        else:
            return new
        return None

    def weak(self, error: UserError) -> bool:
        """Say under its field that one's own words are too weak; False where the refusal is about something else."""
        if not isinstance(error, WeakPassphrase):
            return False
        self.strength.setText("")  # the refusal says it
        self.refuse(self.own if self.kind.value is True else self.again, str(explain(error)))
        return True

    def refuse(self, field: PassphraseField, said: str) -> None:
        """Say in place what is wanted."""
        field.refuse(said)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _other_kind(self) -> None:
        """What was typed again is not of these words."""
        self.again.wipe()
        self.again.accept()
        self.again.completes(None if self.kind.value is True else passphrase.complete)
        self._show_kind()

    def _show_kind(self) -> None:
        own = self.kind.value is True
        self._five.setVisible(not own)
        self._mine.setVisible(own)

    def _draw(self) -> None:
        self.offered = tuple(passphrase.generate().split())
        self._rows.clear()
        for number, word in enumerate(self.offered, 1):
            self._rows.put(self._word(number, word))

    def _word(self, number: int, word: str) -> QWidget:
        theme = self._theme
        said = Label(theme, word, "h2")
        said.setAccessibleName(_("Word {number}: {word}").format(number=number, word=word))
        return box(across(theme, Label(theme, str(number), "body", "soft", tabular=True), said, gap=10))

    def _weigh(self) -> None:
        typed = self.own.text

        def said(strength: Strength) -> None:
            self.strength.setText(strength.words if typed else "")
            self.strength.set_tone("action" if strength.ok else "soft")

        self._desk.jobs.ask(self, lambda w: passphrase.strength(typed, asking.names(w)), said, key="strength")


def _differs(one: str, other: str) -> int:
    """The first word that is another, from 1; 0 where it cannot be told."""
    first, second = passphrase.normal(one).split(), passphrase.normal(other).split()
    if len(first) != len(second):
        return 0
    return next((n for n, (a, b) in enumerate(zip(first, second, strict=True), 1) if a != b), 0)

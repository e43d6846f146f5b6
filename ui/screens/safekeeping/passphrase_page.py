"""Changing one's words: the old ones, then five new ones or one's own, typed twice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.errors import TypedDifferently, UserError, WeakPassphrase, WrongPassphrase
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.vault import passphrase
from facilitator.vault.passphrase import Strength
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.screens.safekeeping import asking
from ui.screens.safekeeping.steps import StepPage
from ui.screens.safekeeping.work import WorkPlace
from ui.widgets import (
    Button,
    ChoiceBar,
    Fact,
    Flow,
    Label,
    Notice,
    PassphraseField,
    Sheet,
    across,
    box,
    down,
)


class PassphrasePage(StepPage):
    """One page, top to bottom."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Change my words"))
        theme = desk.theme
        complete = passphrase.complete
        self.offered: tuple[str, ...] = ()
        self.old = PassphraseField(theme, _("The words you use now"), complete=complete)
        self.kind = ChoiceBar(theme, ((False, _("Five new words")), (True, _("Words of my own"))), False,
                              name=_("The new words"))  # fmt: skip
        self._rows = Flow(theme, gap=28, line_gap=8)
        sheet = Sheet(theme, down(theme, box(self._rows), margins=(28, 18, 28, 20)), stack=1)
        self.other_button = Button(theme, _("Five other words"), "quiet", "again", flush=True)
        paper = Fact(theme, "pencil", _("Write them on paper, in this order, before you go on."))
        self._five = box(down(theme, sheet, 12, paper, 2, self.other_button))
        self.own = PassphraseField(theme, _("Words of your own"), _("15 letters or more that nobody could guess."))
        self._strength = Label(theme, "", "small", "soft", wrap=True)
        self._mine = box(down(theme, self.own, 6, self._strength))
        self.again = PassphraseField(theme, _("The new words once more, from your paper"), complete=complete)
        self.change_button = Button(theme, _("Change my words"), "primary", "key", big=True)
        self.work = WorkPlace(desk)
        self._form = box(
            down(
                theme, self.old, 20, Label(theme, _("The new words"), "strong"), 6, self.kind, 14, self._five,
                self._mine, 20, self.again, 24, self.change_button,
            )
        )  # fmt: skip
        self.done_button = Button(theme, _("Back to Safe-keeping"), "primary", big=True)
        self.done_button.hide()
        self.column.put(self._form, 14, self.work, 18, self.done_button)
        self.kind.chosen.connect(lambda _own: self._show_kind())
        self.other_button.clicked.connect(self._draw_words)
        self.own.changed.connect(self._weigh)
        for field in (self.old, self.own, self.again):
            field.entered.connect(self._change)
        self.change_button.clicked.connect(self._change)
        self.done_button.clicked.connect(self.gone)
        self._show_kind()

    def begin(self) -> None:
        """The old words first."""
        self._form.show()
        self.done_button.hide()
        self.work.tell(None)
        self.kind.choose(False)
        self._show_kind()
        self._draw_words()
        self.old.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def wipe(self) -> None:
        """Forget all words."""
        for field in (self.old, self.own, self.again):
            field.wipe()
            field.accept()
        self.offered = ()
        self._rows.clear()

    # ------------------------------------------------------------ words
    def _show_kind(self) -> None:
        own = self.kind.value is True
        self._five.setVisible(not own)
        self._mine.setVisible(own)

    def _draw_words(self) -> None:
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
            self._strength.setText(strength.words if typed else "")
            self._strength.set_tone("action" if strength.ok else "soft")

        self.desk.jobs.ask(self, lambda w: passphrase.strength(typed, asking.names(w)), said, key="strength")

    # ------------------------------------------------------------ the change
    def _change(self) -> None:
        own = self.kind.value is True
        old, new, again = self.old.text, self.own.text if own else " ".join(self.offered), self.again.text
        if not old.strip():
            self._refuse(self.old, _("Type the words that open the vault now."))
        elif own and not new.strip():
            self._refuse(self.own, _("Type the new words."))
        elif passphrase.normal(new) != passphrase.normal(again):
            self._refuse(self.again, str(explain(TypedDifferently(_differs(new, again)))))
        else:
            self._set(old, new)

    def _set(self, old: str, new: str) -> None:
        self.work.run(
            _("Changing your words"),
            lambda workspace, _watch: _set_words(workspace, old, new), lambda _nothing: self._changed(),
            refused=self._refused, button=self.change_button,
        )  # fmt: skip

    def _changed(self) -> None:
        self.wipe()
        self._form.hide()
        self.work.tell(
            Notice(
                self._theme, _("Your new words open the vault from now on."),
                _("Backups made before still open with the old words. Make a fresh backup today."), "action", "check",
            )
        )  # fmt: skip
        self.done_button.show()
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: UserError) -> bool:
        if isinstance(error, WrongPassphrase):
            self._refuse(self.old, str(explain(error)))
        elif isinstance(error, WeakPassphrase):
            self._refuse(self.own, str(explain(error)))
        else:
            return False
        return True

    def _refuse(self, field: PassphraseField, said: str) -> None:
        field.refuse(said)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)


def _set_words(workspace: Workspace, old: str, new: str) -> None:
    passphrase.require(new, asking.names(workspace))
    workspace.vault.set_passphrase(old, new)


def _differs(one: str, other: str) -> int:
    """The first word that is another, from 1; 0 where it cannot be told."""
    first, second = passphrase.normal(one).split(), passphrase.normal(other).split()
    if len(first) != len(second):
        return 0
    return next((n for n, (a, b) in enumerate(zip(first, second, strict=True), 1) if a != b), 0)

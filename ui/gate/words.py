"""New words: five that are shown and written down, or words of one's own with a frank word on them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError, WeakPassphrase
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.vault import passphrase
from facilitator.vault.opening import NewWords, Purpose, State
from facilitator.vault.passphrase import Strength
from ui.gate.page import GatePage
from ui.gate.porch import Porch
from ui.later import later
from ui.widgets import Button, Fact, Label, PassphraseField, Sheet, across, box, down


class WordsPage(GatePage):
    """Five words on a sheet to copy by hand; or one's own."""

    def __init__(self, porch: Porch) -> None:
        super().__init__(porch, _("Your five words"), " ")
        theme = porch.theme
        self._own = self._begun = False
        self._name = ""
        self.shown: tuple[str, ...] = ()
        self._sheet = Sheet(theme, stack=1)
        self._sheet.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that it can be come back to, and read out
        self._sheet.setAccessibleName(_("Your five words"))
        self._rows = down(theme, gap=2, margins=(28, 18, 28, 20))
        self._sheet.setLayout(self._rows)
        self._paper = Fact(
            theme, "pencil", _("Write them on paper now, in this order. Keep the paper where you keep your keys."),
            _("Nobody can look them up for you: not us, not your charity."),
        )  # fmt: skip
        self.own = PassphraseField(theme, _("Words of your own"), _("15 letters or more that nobody could guess."))
        self.strength = Label(theme, "", "small", "soft", wrap=True)
        self.go_button = Button(theme, "", "primary", big=True)
        self.other_button = Button(theme, _("Five other words"), "quiet", "again")
        self.own_button = Button(theme, "", "quiet", flush=True)
        self._offered = box(down(theme, self._sheet, 18, self._paper))
        self._chosen = box(down(theme, self.own, 6, self.strength))
        self.form.put(
            24, self._offered, self._chosen, 24, self.trouble, self.buttons(self.go_button, self.other_button),
            self.work, 8, self.own_button, 2, self.back_button(_("Back")),
        )  # fmt: skip
        self.go_button.clicked.connect(self._on)
        self.own.entered.connect(self._on)
        self.own.changed.connect(self._weigh)
        self.other_button.clicked.connect(lambda: self.ask(lambda opening, progress: opening.other_words()))
        self.own_button.clicked.connect(self._turn)
        self.view.verticalScrollBar().rangeChanged.connect(lambda _least, _most: later(self, 0, self._keep_in_sight))
        theme.changed.connect(self._stay)

    def show_state(self, state: State) -> None:
        """Show the words that are offered, or ask for one's own."""
        if not isinstance(state, NewWords):
            return
        self._own, self._name = state.own, state.name
        self.shown = tuple(state.offered.split())
        self.title.setText(_("Words of your own") if state.own else _("Your five words"))
        self.lead.setText(_lead(state))
        self.lead.show()
        self._rows.clear()
        for number, word in enumerate(self.shown, 1):
            self._rows.put(self._row(number, word))
        # Whoever cannot see the sheet hears it with the button that says it was written down.
        heard = [_spoken(number, word) for number, word in enumerate(self.shown, 1)]
        self.go_button.setAccessibleDescription("" if state.own else ". ".join(heard))
        self._sheet.setAccessibleDescription(". ".join(heard))
        self._offered.setVisible(not state.own)
        self._chosen.setVisible(state.own)
        self.other_button.setVisible(not state.own)
        self.go_button.setText(_("Go on") if state.own else _("I have written them down"))
        self.own_button.setText(_("Use the five words instead") if state.own else _("I would rather choose my own"))
        if self.isVisible():
            self.arrive()

    def _row(self, number: int, word: str) -> QWidget:
        figure = Label(self.theme, str(number), "body", "soft", tabular=True)
        said = Label(self.theme, word, "h2")
        said.setAccessibleName(_spoken(number, word))
        return box(across(self.theme, figure, said, (QWidget(), 1), gap=16))

    def arrive(self) -> None:
        """The words are read first, so the button waits with the focus; where both have no room, the words have it."""
        target = self.own.edit if self._own else self.go_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begun = not self._own
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """Once the page has its measures, whenever that is; not again after somebody came back to the button."""
        begun = self._begun and self.window().focusWidget() is self.go_button
        if begun and self.view.verticalScrollBar().maximum() and self._apart() > self.view.viewport().height():
            self._begun = False
            self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stay(self) -> None:
        """Somebody made all of it larger: the keyboard stays where it is."""
        self._begun = False

    def _apart(self) -> int:
        """From the top of the words to the foot of the button."""
        button = self.go_button.mapTo(self._ground, QPoint(0, self.go_button.height()))
        return button.y() - self._sheet.mapTo(self._ground, QPoint(0, 0)).y()

    def leave(self) -> None:
        """Forget the words."""
        self.own.wipe()
        self._rows.clear()
        self.go_button.setAccessibleDescription("")
        self._sheet.setAccessibleDescription("")

    def refuse(self, error: UserError) -> None:
        """Weak words are said under their field."""
        if isinstance(error, WeakPassphrase) and self._own:
            self.own.refuse(str(explain(error)))
        else:
            super().refuse(error)

    def _on(self) -> None:
        own = self.own.text if self._own else ""
        self.ask(lambda opening, progress: opening.written_down(own))

    def _turn(self) -> None:
        if self._own:
            self.ask(lambda opening, progress: opening.other_words())
        else:
            self.ask(lambda opening, progress: opening.own_words())

    def _weigh(self) -> None:
        words, name = self.own.text, self._name

        def said(strength: Strength) -> None:
            self.strength.setText(strength.words if words else "")
            self.strength.set_tone("action" if strength.ok else "soft")

        self.porch.jobs.ask(self, lambda opening: passphrase.strength(words, (name,)), said, key="strength")


def _spoken(number: int, word: str) -> str:
    return _("Word {number}: {word}").format(number=number, word=word)


def _lead(state: NewWords) -> str:
    if state.carrier:
        return _("{service} copies this folder elsewhere, so the words are all that guards it.").format(
            service=state.carrier
        )
    if state.own:
        return _("A whole sentence is good. Names, dates and songs are easy to guess.")
    if state.purpose is Purpose.CREATE:
        return _("They open “{name}”. They were drawn by lot, so nobody can guess them.").format(name=state.name)
    said = _("These new words open “{name}” from now on. The old ones do not, and what was sealed for you alone, "
             "such as half-typed text or a concern, is lost with them.")
    return said.format(name=state.name)

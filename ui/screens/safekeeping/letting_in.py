"""Somebody gets a key of their own: who it is, then words that they type themselves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import BadValue, NameMissing, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.organisation import Facilitator
from ui.desk import Desk
from ui.screens.safekeeping.new_words import NewWords
from ui.screens.safekeeping.work import WorkPlace
from ui.widgets import Button, Fact, Flow, Notice, Paragraph, RadioCard, TextField, box, down
from ui.widgets.tabbing import focus_in_sight


class LettingIn(QWidget):
    """Three steps: who, their words, done. `done` fires for the way back."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = self._theme = desk.theme
        self._desk = desk
        self.cards: dict[Id | None, RadioCard] = {}
        self._cards = down(theme, gap=8)
        self._name = ""
        self.name = TextField(theme, _("Their first name, or the name they go by"))
        self.on_button = Button(theme, _("Go on"), "primary", big=True)
        self._asked = box(
            down(
                theme, Paragraph(theme, _("Who is it? They should be here: they choose their own words."), "lead"),
                18, box(self._cards), 14, self.name, 10,
                Fact(theme, "info", _("They will be able to read everything that is in the vault, also what was "
                                      "written before.")), 24, self.on_button,
            )
        )  # fmt: skip
        self._hand = Paragraph(theme, " ", "lead")
        self.words = NewWords(desk, _("Their words"))
        self.let_button = Button(theme, " ", "primary", "key", big=True)
        self.back_button = Button(theme, _("Somebody else"), "quiet", "left")
        self._worded = box(
            down(theme, self._hand, 18, self.words, 24, box(Flow(theme, self.let_button, self.back_button, gap=12)))
        )
        self.work = WorkPlace(desk)
        self.done_button = Button(theme, _("Back to the list"), "primary", big=True)
        self.setLayout(down(theme, self._asked, self._worded, 14, self.work, 18, self.done_button))
        self.name.entered.connect(self._on)
        self.on_button.clicked.connect(self._on)
        self.words.entered.connect(self._let_in)
        self.let_button.clicked.connect(self._let_in)
        self.back_button.clicked.connect(lambda: self._turn(self._asked))
        self.done_button.clicked.connect(self.done)

    def begin(self, known: Sequence[Facilitator]) -> None:
        """Ask who it is: somebody who facilitates and has no key, or somebody new."""
        theme = self._theme
        self._cards.clear()
        self.cards = {one.id: RadioCard(theme, one.name, _("Facilitates, and has no key yet")) for one in known}
        if known:
            self.cards[None] = RadioCard(theme, _("Somebody new"))
            next(iter(self.cards.values())).setChecked(True)
        for card in self.cards.values():
            card.toggled.connect(lambda _on: self._turn_name())
            self._cards.put(card)
        self.name.set_text("")
        self.work.tell(None)
        self._turn_name()
        self._turn(self._asked)

    def wipe(self) -> None:
        """Forget the words."""
        self.words.wipe()

    # ------------------------------------------------------------ steps
    def _turn(self, part: QWidget | None) -> None:
        self._asked.setVisible(part is self._asked)
        self._worded.setVisible(part is self._worded)
        self.done_button.setVisible(part is None)
        if part is self._asked:
            self.words.wipe()
            checked = next((card for card in self.cards.values() if card.isChecked()), None)
            (checked or self.name).setFocus(Qt.FocusReason.OtherFocusReason)
        elif part is self._worded:
            self.words.begin()
            focus_in_sight(self.words.again.edit)
        else:
            self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _chosen(self) -> Id | None:
        return next((key for key, card in self.cards.items() if card.isChecked()), None)

    def _turn_name(self) -> None:
        self.name.setVisible(self._chosen is None)

    def _on(self) -> None:
        chosen, typed = self._chosen, self.name.text
        if chosen is not None:
            self._worded_for(self.cards[chosen].words)
        else:
            self._desk.jobs.ask(
                self, lambda w: w.key_holders.check_name(typed), self._worded_for,
                refused=lambda error: None if self._refused(error) else self._desk.refuse(error),
            )  # fmt: skip

    def _worded_for(self, name: str) -> None:
        self._name = name
        self._hand.setText(
            _("Give {name} the laptop now, and look away. These words are theirs alone.").format(name=self._name)
        )
        self.let_button.setText(_("Let {name} in").format(name=self._name))
        self.work.tell(None)
        self._turn(self._worded)

    def _let_in(self) -> None:
        typed = self.words.read()
        if typed is None:
            return
        who: Id | str = self._chosen or self._name
        self.work.run(
            _("Making the key"), lambda workspace, _watch: workspace.key_holders.add(who, typed), self._in,
            refused=self._refused, button=self.let_button, stops=False,
        )  # fmt: skip

    def _in(self, change: Change) -> None:
        self.words.wipe()
        self.work.tell(
            Notice(
                self._theme, change.label,
                _("Their words open it from now on. Backups made until now do not."),
                "action", "check",
            )
        )  # fmt: skip
        self._turn(None)

    def _refused(self, error: UserError) -> bool:
        if isinstance(error, NameMissing | BadValue):
            self._turn(self._asked)
            self.name.refuse(str(explain(error)))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.words.weak(error)

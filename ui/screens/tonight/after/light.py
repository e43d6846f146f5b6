"""My own traffic light: safe to go home? Sealed to me; nobody else ever opens it, and no report counts it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.form import Light
from ui.screens.tonight.after.asking import After
from ui.theme import Theme
from ui.widgets import Button, Flow, Label, Notice, RadioCard, announce, box, down


class LightPart(QWidget):
    """Asks, says what to do now, and seals it. `sealing` carries the id of a light, `opening` leads to my own pages."""

    sealing = Signal(str)
    opening = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self._lights: tuple[Light, ...] = ()
        self.cards: dict[str, RadioCard] = {}
        self._column = down(theme)
        self._cards = QWidget()
        self._then = Label(theme, "", "body", "look", wrap=True)
        self._talk = Notice(theme, "", "", icon="speak")
        self.seal_button = Button(theme, _("Seal it for me alone"), "plain", "lock")
        self.pages_button = Button(theme, _("My own pages"), "quiet", "book")
        self.seal_button.clicked.connect(self._seal)
        self.pages_button.clicked.connect(self.opening)
        more = _("Only you can open it. No report counts it. It is lost if your words are ever reset by recovery.")
        self._column.put(Label(theme, more, "small", "soft", wrap=True), 8, self._cards, 8, self._then, 8, self._talk,
                         8, box(Flow(theme, self.seal_button, self.pages_button, gap=8)))  # fmt: skip
        self.setLayout(self._column)
        self._then.hide()
        self._talk.hide()
        self.seal_button.off(_("Choose one first."))

    def show_after(self, after: After) -> None:
        """Show the lights and what I chose."""
        key = (after.form.lights, after.light, after.talk)
        if key == self._shown:
            return
        self._shown = key
        if after.form.lights != self._lights:
            self._lights = after.form.lights
            self.cards = {one.id: RadioCard(self._theme, one.name, one.words) for one in self._lights}
            for id, card in self.cards.items():
                card.clicked.connect(lambda _on=False, id=id: self._choose(id))
            column = down(self._theme, *self.cards.values(), gap=8)
            self._cards.setLayout(column)
        if after.light in self.cards:
            self.cards[after.light].setChecked(True)
            self._say(after.light)
            self.seal_button.setText(_("Sealed. Seal it anew"))
        often = next((one.often for one in self._lights if one.id == after.light and one.often), "")
        self._talk.setVisible(after.talk)
        if after.talk:
            self._talk.say(often or _("That is three in a row that were not green."), _("Only you can see this."))

    def _choose(self, id: str) -> None:
        self._say(id)
        self.seal_button.on()
        announce(self, self._then.words)

    def _say(self, id: str) -> None:
        """What to do now."""
        light = next((one for one in self._lights if one.id == id), None)
        self._then.setText(light.next if light is not None else "")
        self._then.setVisible(light is not None)

    def _seal(self) -> None:
        chosen = next((id for id, card in self.cards.items() if card.isChecked()), "")
        if chosen:
            self.sealing.emit(chosen)

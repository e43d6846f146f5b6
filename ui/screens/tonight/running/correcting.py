"""Putting a beginning right: when the circle began, and where it is by now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.running import PartPhase, Phase, Running
from ui.screens.tonight.running import words
from ui.screens.tonight.running.asking import Named
from ui.theme import Theme
from ui.widgets import Button, ChoiceField, Flow, Label, Panel, TimeField, announce, box, down

_HERE = -1


class Correcting(QWidget):
    """A quiet way, and the form it opens. `corrected` carries minutes after midnight and a part, or None for it.

    `unfolded` fires once the form is there; Enter in the time puts it right.
    """

    corrected = Signal(int, object)
    unfolded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._now: Running | None = None
        self._named: Named = ()
        self.open_button = Button(theme, _("It began at another time"), "quiet", "clock", flush=True)
        self.open_button.clicked.connect(self.open)
        self._column = down(theme, gap=10, margins=(18, 14, 18, 16))
        self._form = Panel(theme, self._column, "well")
        self._form.hide()
        self.time: TimeField | None = None
        self.place: ChoiceField | None = None
        self._wrong = Label(theme, "", "body", "danger", wrap=True)
        self.setLayout(down(theme, self.open_button, self._form))

    def tell(self, now: Running, named: Named) -> None:
        """Know where the circle is; what is being typed stays."""
        self._now, self._named = now, named
        self.setVisible(now.phase is not Phase.WAITING)

    def open(self) -> None:
        """Show the form, ready to type."""
        now = self._now
        if now is None or now.began is None:
            return
        theme = self._theme
        self._column.clear()
        began = now.moment.at(now.began)
        self.time = TimeField(theme, _("It began at"), began.hour * 60 + began.minute)
        self.time.changed.connect(lambda _words: self._wrong.hide())
        self.time.entered.connect(self.save)
        places: list[tuple[object, str]] = [(_HERE, _("{title}, as shown").format(title=self._title(now.at)))]
        if now.phase is not Phase.ENDED:
            places += [(part.index, self._title(part.index)) for part in now.parts[now.at + 1:]
                       if part.phase is PartPhase.COMING]
        self.place = ChoiceField(theme, _("By now it is at"), tuple(places), _HERE)
        self._wrong = Label(theme, "", "body", "danger", wrap=True)
        self._wrong.hide()
        if len(places) == 1:  # shown before it has a parent it would flash up as a window
            self.place.hide()
        save = Button(theme, _("Put it right"), "plain", "check")
        leave = Button(theme, _("Leave as it was"), "quiet")
        save.clicked.connect(self.save)
        leave.clicked.connect(self.shut)
        self._column.put(self.time, self.place, self._wrong, box(Flow(theme, save, leave, gap=8)))
        self._form.show()
        self.open_button.hide()
        self.time.edit.setFocus()
        self.time.edit.selectAll()
        self.unfolded.emit()

    @property
    def opened(self) -> bool:
        """Whether somebody is typing here."""
        return not self._form.isHidden()

    def save(self) -> None:
        """Hand it on."""
        if self.time is None or self.place is None:
            return
        minute = self.time.check()
        if minute is not None:
            part = self.place.value
            self.corrected.emit(minute, part if isinstance(part, int) and part != _HERE else None)

    def refuse(self, error: UserError) -> None:
        """Say in place why it cannot be."""
        self._wrong.setText(str(explain(error)))
        self._wrong.show()
        announce(self, self._wrong.words)

    def shut(self) -> None:
        """Put the form away."""
        if self.opened:
            self._form.hide()
            self.open_button.show()
            self.open_button.setFocus()

    def _title(self, index: int) -> str:
        return "" if self._now is None else words.title(self._now.parts[index], self._named[index])

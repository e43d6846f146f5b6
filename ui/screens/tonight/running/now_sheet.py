"""The part that runs on its sheet: what it is, the minutes left, the one next step, and what comes then."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.running import PartPhase, Phase, Running
from ui.screens.tonight.once import Once
from ui.screens.tonight.running import words
from ui.screens.tonight.running.asking import Named
from ui.screens.tonight.running.minutes import Minutes
from ui.theme import Theme
from ui.widgets import TOP, Button, Flow, Label, Rule, Sheet, across, box, down

_THEN = 2
MORE = (2, 5)
"""Minutes that one press gives."""


class NowSheet(Sheet):
    """Shows where the circle is. `going_on` is the one next step; the others are what a person may do beside it."""

    going_on = Signal()
    pausing = Signal()
    extending = Signal(int)
    skipping = Signal()
    undoing = Signal()
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, stack=2)
        self._theme = theme
        self._since = Label(theme, "", "body", "soft", wrap=True)
        self.title = Label(theme, "", "h1", wrap=True)
        self._leads = Label(theme, "", "lead", "soft", wrap=True)
        self._lead_place, self._low_place = down(theme, self._leads), down(theme)
        self._narrow = False
        self.minutes = Minutes(theme)
        self.pace = Label(theme, "", "lead", wrap=True)
        self.next_button = Button(theme, "", "primary", "play", big=True, wide=True)
        self.pause_button = Button(theme, _("Pause"))
        self.more_buttons = tuple(Button(theme, ngettext("{n} minute more", "{n} minutes more", n).format(n=n))
                                  for n in MORE)
        self.skip_button = Button(theme, _("Leave it out"), "quiet")
        self.back_button = Button(theme, _("Back a part"), "quiet")
        self.undo_button = Button(theme, _("Take back"), "quiet", "undo")
        self.undo_button.setAccessibleName(_("Take the last step back"))
        self._then = Label(theme, _("Then"), "label", "soft")
        self._rows = down(theme, gap=6)
        self._shown: object = None
        self._ending = Label(theme, "", "small", "soft", wrap=True)
        self._coming = box(down(theme, 14, Rule(theme), 10, self._then, 4, box(self._rows), 6, self._ending))
        self._aside = box(Flow(theme, self.pause_button, *self.more_buttons, self.skip_button, self.back_button,
                               self.undo_button, gap=8, line_gap=8))  # fmt: skip
        self._step = down(theme, self.next_button)
        self.setLayout(down(
            theme, self._since, self.title, box(self._lead_place), 8, self.minutes, 8, self.pace,
            box(self._low_place), 12, box(self._step), 10,
            self._aside, self._coming, margins=(28, 20, 28, 20),
        ))  # fmt: skip
        self.once = Once(self.next_button)
        self.next_button.clicked.connect(lambda: self.going_on.emit())
        self.pause_button.clicked.connect(lambda: self.pausing.emit())
        for n, button in zip(MORE, self.more_buttons, strict=True):
            button.clicked.connect(lambda _on=False, n=n: self.extending.emit(n))
        self.skip_button.clicked.connect(lambda: self.skipping.emit())
        self.back_button.clicked.connect(lambda: self.back.emit())
        self.undo_button.clicked.connect(lambda: self.undoing.emit())

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Every button, in the order of the eye."""
        return (self.next_button, self.pause_button, *self.more_buttons, self.skip_button, self.back_button,
                self.undo_button)

    def tell(self, now: Running, named: Named, me: str) -> None:
        """Show where the circle is."""
        segment = named[now.at]
        self._since.setText(words.since(now))
        self._since.setVisible(not self._narrow or now.phase is not Phase.GOING)
        over = now.phase is Phase.ENDED
        self.title.setText(_("The circle is over") if over else words.title(now.current, segment))
        said = words.leads(segment, me)
        self._leads.setText(said)
        self._leads.setVisible(bool(said) and not over)
        self.minutes.say(*words.left(now), words.gone(now), now.phase is not Phase.GOING)
        self.minutes.setVisible(not over)
        self.pace.setText(words.pace(now))
        self.pace.set_tone("look" if now.behind >= 2 and not over else "ink")
        self._tell_steps(now, named)
        self._tell_coming(now, named)

    def take_back(self, button: Button) -> None:
        """Have the next step among the others again, where it stood elsewhere for a while."""
        self._step.put(button)

    def be_narrow(self, narrow: bool) -> None:
        """A smaller figure where there is little room, and less before it."""
        self._narrow = narrow
        self.minutes.be_small(narrow)
        (self._low_place if narrow else self._lead_place).put(self._leads)

    # ------------------------------------------------------------ parts
    def _tell_steps(self, now: Running, named: Named) -> None:
        going = now.phase in (Phase.GOING, Phase.PAUSED)
        text, icon = self._next(now, named)
        self.next_button.setText(text)
        self.next_button.set_icon(icon)
        self.pause_button.setText(_("Go on") if now.phase is Phase.PAUSED else _("Pause"))
        self.pause_button.setVisible(now.phase is Phase.GOING)
        for button in self.more_buttons:
            button.setVisible(now.phase is Phase.GOING)
        self.skip_button.setVisible(now.phase is Phase.GOING and not now.current.whole and not now.last)
        before = any(part.phase is PartPhase.DONE for part in now.parts[:now.at])
        self.back_button.setVisible(now.phase is Phase.GOING and before)
        self.undo_button.setVisible(going or now.phase is Phase.ENDED)
        self._hand_on()

    def _hand_on(self) -> None:
        """The keyboard goes to the next step when the button that has it goes."""
        here = self.window().focusWidget()
        if isinstance(here, QWidget) and self.isAncestorOf(here) and not here.isVisibleTo(self):
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self, now: Running, named: Named) -> tuple[str, str]:
        match now.phase:
            case Phase.WAITING:
                return _("Begin the circle"), "play"
            case Phase.PAUSED:
                return _("Go on"), "play"
            case Phase.ENDED:
                return _("Count who goes home"), "door"
        if now.last:
            return _("End the circle"), "check"
        following = now.coming[0]
        return _("Next: {title}").format(title=words.title(following, named[following.index])), "forward"

    def _tell_coming(self, now: Running, named: Named) -> None:
        """The next two, and by when the ending must begin."""
        shown = now.coming[:_THEN] if now.phase is not Phase.ENDED else ()
        said = tuple((now.clock(part.begins or 0), words.title(part, named[part.index]), part.minutes)
                     for part in shown)
        if said != self._shown:
            self._shown = said
            self._rows.clear()
            for row in said:
                self._rows.put(_row(self._theme, *row))
        ending = words.ending(now, None if now.ending is None else named[now.ending])
        self._ending.setText(ending)
        self._ending.setVisible(bool(ending))
        self._coming.setVisible(bool(said or ending))


def _row(theme: Theme, time: str, title: str, minutes: int) -> QWidget:
    """When, what, how long."""
    long = ngettext("{n} min", "{n} min", minutes).format(n=minutes)
    return box(across(theme, (Label(theme, time, "strong", tabular=True), 0, TOP), (Label(theme, title, wrap=True), 1),
                      (Label(theme, long, "body", "soft", tabular=True), 0, TOP), gap=14))  # fmt: skip

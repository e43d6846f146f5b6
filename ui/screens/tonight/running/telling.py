"""What the page has to tell beside the time: what would give, the doorknob minute, and a clock that jumped."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening.running.run import proposal
from facilitator.i18n import _, ngettext
from facilitator.model.running import MINUTE, Offer, Running
from ui.screens.tonight.running import words
from ui.screens.tonight.running.asking import Named
from ui.theme import Theme
from ui.widgets import TOP, Button, Flow, Glyph, Label, Panel, across, announce, box, down


class _Telling(Panel):
    """An icon, one bold fact, a soft line, and buttons."""

    def __init__(self, theme: Theme, icon: str, *buttons: Button) -> None:
        super().__init__(theme, None, "look_tint")
        self._fact = Label(theme, "", "strong", wrap=True)
        self._more = Label(theme, "", "small", "soft", wrap=True)
        said = down(theme, self._fact, self._more, 8, box(Flow(theme, *buttons, gap=8, line_gap=6)), gap=2)
        self.setLayout(across(theme, (Glyph(theme, icon, "look_ink"), 0, TOP), (said, 1), gap=12,
                              margins=(18, 12, 14, 12)))  # fmt: skip
        self.buttons = buttons
        self._about = ""
        self.hide()

    @property
    def words(self) -> str:
        """What it says, "" while it says nothing."""
        return "" if self.isHidden() else f"{self._fact.words} {self._more.words}".strip()

    def say(self, fact: str, more: str = "", about: str = "") -> None:
        """Say it, aloud too where it is news; nothing where there is no fact.

        `about` is what it is about, where a fact that only counts down is no news.
        """
        news = bool(fact) and (self.isHidden() or (about or fact) != self._about)
        self._about = about or fact
        self._fact.setText(fact)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(f"{fact} {more}".strip())
        for button in self.buttons:
            button.setAccessibleDescription(fact)
        self.setVisible(bool(fact))
        if news:
            announce(self, self.accessibleName())


class Telling(QWidget):
    """Tells at most what matters now. `accepted` carries the offer as it was read, `declined` its lateness.

    `later` carries the minutes by which the evening shall end later than it should.
    """

    accepted = Signal(object)
    declined = Signal(int)
    later = Signal(int)
    knows = Signal()
    jumped = Signal(int)
    settled = Signal()
    """The button the keyboard was on is gone."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._offer: Offer | None = None
        self._jump = 0
        self.do_button = Button(theme, _("Do that"))
        self.not_button = Button(theme, _("Not now"), "quiet")
        self.later_button = Button(theme, "", "quiet")
        self._late = 0
        self.know_button = Button(theme, _("We know who"))
        self.out_button = Button(theme, _("Take them out"))
        self.offering = _Telling(theme, "clock", self.do_button, self.not_button, self.later_button)
        self.doorknob = _Telling(theme, "door", self.know_button)
        self.clock = _Telling(theme, "clock", self.out_button)
        self.do_button.clicked.connect(self.accept)
        self.not_button.clicked.connect(self.decline)
        self.later_button.clicked.connect(lambda: self.later.emit(self._late))
        self.know_button.clicked.connect(lambda: self.knows.emit())
        self.out_button.clicked.connect(self._take_out)
        self.setLayout(down(theme, self.clock, self.doorknob, self.offering, gap=12, margins=(0, 0, 0, 14)))
        self.hide()

    def tell(self, now: Running, named: Named) -> None:
        """Tell what follows from where the circle is."""
        had = self._at_hand()
        self._offer = now.offer
        self._tell_offer(now, named)
        self._tell_doorknob(now, named)
        self._fit(had)

    def tell_jump(self, ms: int) -> None:
        """The clock went on by so many ms at once; 0 for nothing to tell."""
        had = self._at_hand()
        self._jump = ms
        n = round(ms / MINUTE)
        said = ngettext("The clock went on by {n} minute at once.", "The clock went on by {n} minutes at once.",
                        n).format(n=n)
        self.clock.say(said if ms else "", _("If the circle sat on all the while, leave it so.") if ms else "")
        self._fit(had)

    def accept(self) -> None:
        """Do what is proposed, if anything is."""
        if self._offer is not None:
            self.accepted.emit(self._offer)

    def decline(self) -> None:
        """Leave it."""
        if self._offer is not None:
            self.declined.emit(self._offer.late)

    # ------------------------------------------------------------ parts
    def _tell_offer(self, now: Running, named: Named) -> None:
        if self._offer is None:
            late = words.short(now) if now.behind >= 2 and now.at < (now.ending or 0) else ""
            self.offering.say(late)
        else:
            titles = [words.title(part, segment) for part, segment in zip(now.parts, named, strict=True)]
            said = proposal(self._offer, titles).sentence
            self.offering.say(said, "" if now.short else _("Then it ends in time, and the ending stays whole."))
        for button in (self.do_button, self.not_button):
            button.setVisible(self._offer is not None)
        self._late = max(0, -(-(now.ends - now.ends_due) // MINUTE))
        self.later_button.setText(_("Let it end at {time}").format(time=now.clock(now.ends)))
        self.later_button.setVisible(bool(now.short) and self._late > 0)

    def _tell_doorknob(self, now: Running, named: Named) -> None:
        if not now.doorknob_due or now.ending is None:
            self.doorknob.say("")
            return
        begins = now.parts[now.ending].begins or now.ending_latest
        soon = max(0, -(-(min(begins, now.ending_latest) - now.now) // MINUTE))
        name = words.title(now.parts[now.ending], named[now.ending])
        said = _("{title} begins in {minutes}.").format(title=name, minutes=words.minutes(soon)) if soon else \
            _("{title} is due now.").format(title=name)
        more = _("For the two of you: is somebody holding something big? Who stays behind with them?")
        self.doorknob.say(said, more, "soon" if soon else "due")

    def _take_out(self) -> None:
        self.jumped.emit(self._jump)

    def _at_hand(self) -> Button | None:
        """The button the keyboard is on."""
        parts = (self.clock, self.doorknob, self.offering)
        return next((one for part in parts for one in part.buttons if one.hasFocus()), None)

    def _fit(self, had: Button | None) -> None:
        self.setVisible(any(not part.isHidden() for part in (self.clock, self.doorknob, self.offering)))
        if had is not None and not had.hasFocus():
            self.settled.emit()

"""The page after the circle: the count, hands, loose ends, next time's jobs, the two of you, and your own light."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.agenda import clock_text
from facilitator.model.session import SessionStatus
from ui.screens.tonight.after.asking import After
from ui.screens.tonight.after.hands import Hands
from ui.screens.tonight.after.jobs import NextJobs
from ui.screens.tonight.after.light import LightPart
from ui.screens.tonight.after.loose import Loose
from ui.screens.tonight.settled import counted
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Fact,
    Flow,
    Header,
    Label,
    Notice,
    Page,
    Rule,
    Sheet,
    box,
    down,
    heading,
)


class AfterPage(Page):
    """`left` goes back to the evening, `debriefing` and `handing` go on, `forgetting` takes times
    away; what is done here is kept as it is done."""

    left = Signal()
    counting = Signal()
    debriefing = Signal()
    handing = Signal()
    noting = Signal()
    concerning = Signal()
    reporting = Signal()
    forgetting = Signal()

    def __init__(self, theme: Theme) -> None:
        way = Button(theme, _("Tonight"), "quiet", "left", flush=True)
        self.hand_button = Button(theme, _("Lock and hand on"), "primary", "lock", big=True)
        self._header = Header(theme, "", _("After the circle"), self.hand_button, back=way)
        super().__init__(theme, self._header, 16)
        self._theme = theme
        way.clicked.connect(self.left)
        self.hand_button.clicked.connect(self.handing)
        self._shown: object = None
        self._times_shown: tuple[tuple[int, str], ...] = ()
        self._figures = down(theme)
        self.hands = Hands(theme)
        self.loose = Loose(theme)
        self.jobs = NextJobs(theme)
        self.light = LightPart(theme)
        self._times = down(theme, gap=4)
        self._times_box = box(down(theme, box(self._times), 8))
        self._times_box.hide()
        self._kind = Label(theme, "", "lead", "soft", wrap=True)
        self.debrief_button = Button(theme, "", "plain", "speak")
        self.debrief_button.clicked.connect(self.debriefing)
        self._debriefed = Fact(theme, "check", _("Held, and kept."))
        self._debriefed.hide()
        self.note_button = Button(theme, "", "plain", "pencil")
        self.note_button.clicked.connect(self.noting)
        self._noted = Fact(theme, "check", _("Written, and kept."))
        self._noted.hide()
        self.concern_button = Button(theme, _("A concern"), "plain", "warning")
        self.concern_button.setAccessibleName(_("A concern about somebody’s safety"))
        self.concern_button.clicked.connect(self.concerning)
        self.incident_button = Button(theme, _("Write down an incident"), "quiet", "pencil")
        self.incident_button.clicked.connect(self.reporting)
        wrong = _("Worried about somebody’s safety? That never goes in the note. Act first: here is how.")
        notes = _("Themes first, then a few words without names.")
        says = _("Ten minutes, the two of you. Each answers alone; then both answers are shown.")
        circle = Sheet(theme, down(
            theme, box(self._figures), 16, self._times_box, Rule(theme), 14,
            box(heading(theme, _("How was it? Fist to five"))), 8, self.hands, 18, Rule(theme), 14,
            box(heading(theme, _("Loose ends"))), 6, self.loose, 18, Rule(theme), 14,
            box(heading(theme, _("Did something go wrong?"))), 4, Label(theme, wrong, "body", "soft", wrap=True), 8,
            box(Flow(theme, self.concern_button, self.incident_button, gap=10)), STRETCH, margins=(24, 20, 24, 22),
        ), stack=2)  # fmt: skip
        side = box(down(
            theme, box(heading(theme, _("The note"))), 4, Label(theme, notes, "body", "soft", wrap=True), 8,
            self._noted, 4, self.note_button, 22,
            box(heading(theme, _("Who does what next time"))), 4, self.jobs, 22,
            box(heading(theme, _("The two of you"))), 4, Label(theme, says, "body", "soft", wrap=True), 8,
            self._debriefed, 4, self.debrief_button, 22,
            box(heading(theme, _("You: safe to go home?"))), 4, self.light, 18, self._kind, STRETCH,
        ))  # fmt: skip
        self.body.put((Columns(theme, circle, side, shares=(48, 52), gap=40), 1))
        self.narrowed.connect(self.jobs.be_narrow)
        self.jobs.be_narrow(self.narrow)

    def show_after(self, after: After) -> None:
        """Show an evening."""
        session = after.session
        self._header.say(after.evening.group.name, _("After the circle"))
        if (session.count, session.status) != self._shown:
            self._shown = session.count, session.status
            self._show_figures(after)
        self._show_times(after)
        self.hands.show_hands(after.outcome.closing_fist)
        self.loose.show_ends(after.loose_ends)
        self.jobs.show_jobs(after.jobs, after.evening.following)
        self.light.show_after(after)
        self._debriefed.setVisible(after.debriefed)
        self.debrief_button.setText(_("Look at the debrief") if after.debriefed else _("Debrief for two"))
        self._noted.setVisible(after.noted)
        self.note_button.setText(_("Look at the note") if after.noted else _("What came up?"))
        self._kind.setText(after.kind_line)

    def focus_first(self) -> None:
        """Give the keyboard to the first hand."""
        self.hands.steppers[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_times(self, after: After) -> None:
        """Times noted tonight, to be copied on to a form, and then to be taken away."""
        if after.times == self._times_shown:
            return
        self._times_shown = after.times
        theme = self._theme
        self._times.clear()
        if after.times:
            away = Button(theme, _("Take them away"), "quiet", "bin", flush=True)
            away.clicked.connect(self.forgetting)
            facts = [Fact(theme, "clock", f"{clock_text(minute)}  {words}") for minute, words in after.times]
            more = Label(theme, _("Does a concern form want them? Copy them first."), "small", "soft", wrap=True)
            self._times.put(box(heading(theme, _("Times noted"))), *facts, more, away)
        self._times_box.setVisible(bool(after.times))

    def _show_figures(self, after: After) -> None:
        theme, session = self._theme, after.session
        self._figures.clear()
        figures: list[QWidget] = [
            Fact(theme, "person" if n else "door", f"{number} {words}")
            for n, (number, words) in enumerate(counted(session.count))
        ]
        self._figures.put(box(heading(theme, _("Counted"))), 6, box(Flow(theme, *figures, gap=24, line_gap=6)))
        heads, out = session.count.heads, session.count.out
        if session.status is not SessionStatus.HELD or (heads is not None and out != heads):
            held = session.status is SessionStatus.HELD
            count = Button(theme, _("Everybody has gone home") if held else _("Count who goes home"), "plain", "door")
            count.clicked.connect(self.counting)
            said = _("Not everybody is counted out.") if held else _("The circle is not written down as held yet.")
            more = _("In and out must be the same. Look in every room before you lock up.")
            self._figures.put(12, Notice(theme, said, more, icon="door", button=count))

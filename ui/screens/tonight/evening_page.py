"""The page of one evening: its head, its plan on the sheet, and what is to be seen to beside it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from facilitator.i18n import _
from facilitator.model.session import SessionStatus
from ui.screens.tonight.aside import Checklist, Easy, LastTime, beside
from ui.screens.tonight.asking import Look
from ui.screens.tonight.baton_card import BatonCard
from ui.screens.tonight.catchup.line import UnfinishedLine
from ui.screens.tonight.concern.line import ConcernLine
from ui.screens.tonight.doing import Doing
from ui.screens.tonight.hero import Hero
from ui.screens.tonight.last_note import LastNote
from ui.screens.tonight.plan_sheet import PlanSheet
from ui.screens.tonight.remembering import Remembering
from ui.screens.tonight.reminding import ReminderLine
from ui.screens.tonight.reviewing import Reviewing
from ui.screens.tonight.settled import Settled
from ui.screens.tonight.venue import VenueCard
from ui.theme import Theme
from ui.widgets import STRETCH, Aside, Button, Columns, Label, Page, Rule, box, down


class EveningPage(Page):
    """Shows an evening and keeps showing it: what changes is changed in place, so that the keyboard stays."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.hero = Hero(theme)
        self.reminder = ReminderLine(theme)
        self.concerns = ConcernLine(theme)
        self.unfinished = UnfinishedLine(theme)
        self.settled = Settled(theme)
        self.venue = VenueCard(theme)
        self.plan = PlanSheet(theme)
        self.checklist = Checklist(theme)
        self.easy = Easy(theme)
        self.last_time = LastTime(theme)
        self._before = box(down(theme, self.checklist, 18, Rule(theme), 20))
        self.last_note = LastNote(theme)
        self.days = Remembering(theme)
        self.doing = Doing(theme)
        self.reviewing = Reviewing(theme)
        self.hard_button = Button(theme, _("Hard moments"), "plain", "pebble")
        said = Label(theme, _("Somebody is struggling? Press M, here and in the circle."), "body", "soft", wrap=True)
        hard = box(down(theme, 22, box(Aside(theme, said, self.hard_button, gap=16))))
        side = down(theme, self._before, self.doing, beside(theme, self.easy, self.last_time), self.last_note,
                    self.days, self.reviewing, hard, STRETCH)  # fmt: skip
        columns = Columns(theme, self.plan, box(side), shares=(46, 54), gap=40)
        self._card = box(down(theme, self.venue, 14))
        self._card.hide()
        self.baton = BatonCard(theme)
        self._baton_box = box(down(theme, self.baton, 18))
        self._baton_box.hide()
        self.body.put(self.hero, 20, self.settled, self._baton_box, self._card, 6, self.concerns, self.unfinished,
                      self.reminder, (columns, 1))
        self.hero.venue.connect(self._venue)
        self.venue.closed.connect(self._shut)
        self.narrowed.connect(self._be_narrow)
        self._be_narrow(self.narrow)

    def show_look(self, look: Look, now: datetime) -> None:
        """Show an evening."""
        evening = look.evening
        if evening is None:
            return
        self.hero.show_look(look, now)
        self.settled.show_look(look)
        if evening.venue is None:
            self._card.hide()
        else:
            self.venue.show_venue(evening.venue)
        self.plan.show_look(look)
        self.checklist.show_items(evening.checklist)
        self._before.setVisible(evening.session.status is SessionStatus.PLANNED)
        self.doing.show_evening(evening)
        self.easy.show_needs(evening.adjustments)
        self.days.show_days(evening.dates)
        self.reviewing.show_evening(evening, now.date())
        over = evening.session.status is SessionStatus.HELD
        out = tuple(one for one in look.out if over or one.paper.printed_on < evening.session.held_on)
        ends = tuple(one for one in look.loose_ends if over or one.session_id != evening.session.id)
        self.last_time.show_out(out, ends, look.follow_ups)
        self.last_note.show_note(look.note, look.due)
        baton = look.baton
        if baton is not None:  # on the evening it was left it can be read; it is taken at the next one
            self.baton.show_baton(baton, baton.session_id != evening.session.id)
        self._baton_box.setVisible(baton is not None)

    def focus_first(self) -> None:
        """Give the keyboard to the next step."""
        hero, settled = self.hero, self.settled
        buttons = (hero.mend_button, hero.print_button, hero.start_button, *settled.findChildren(QPushButton))
        shown = [button for button in buttons if button.isVisibleTo(self) and button.isEnabled()]
        shown.sort(key=lambda button: not (isinstance(button, Button) and button.kind == "primary"))
        if shown:
            shown[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _be_narrow(self, narrow: bool) -> None:
        self.hero.be_narrow(narrow)
        self.checklist.be_narrow(narrow)

    def _venue(self) -> None:
        self.venue.unfold()
        self._card.setVisible(self._card.isHidden())
        if not self._card.isHidden():
            self.venue.close_button.setFocus(Qt.FocusReason.TabFocusReason)

    def _shut(self) -> None:
        self.hero.venue_button.setFocus(Qt.FocusReason.TabFocusReason)
        self._card.hide()

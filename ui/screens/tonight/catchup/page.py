"""The page for a paper evening: which one, and its form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from facilitator.i18n import _, interface
from ui.screens.tonight import words
from ui.screens.tonight.catchup.asking import Paper
from ui.screens.tonight.catchup.form import PaperForm
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Empty,
    Flow,
    Header,
    KeyCap,
    Label,
    Page,
    RowItem,
    RowList,
    across,
    box,
    down,
    heading,
)


class CatchUpPage(Page):
    """`chosen` carries another evening; `left` goes back."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        way = Button(theme, _("Tonight"), "quiet", "left", flush=True)
        self._header = Header(theme, "", _("Take in a paper evening"), back=way)
        super().__init__(theme, self._header, 14)
        way.clicked.connect(self.left)
        self._back = way
        self._theme = theme
        self.form = PaperForm(theme)
        self.rows = RowList(theme, _("Evenings that nobody wrote down"))
        self.rows.opened.connect(self.chosen)
        self._none = Empty(theme, _("No evening waits"),
                           _("Here an evening that was held on paper is written down afterwards."))
        keys = Flow(theme, *(box(across(theme, KeyCap(theme, key), Label(theme, said, "small", "soft"), gap=6))
                             for key, said in ((_("0 – 9"), _("type the number")), (_("Enter"), _("on to the next")),
                                               (_("Space"), _("tick")))), gap=16, line_gap=6)  # fmt: skip
        self._waiting = box(heading(theme, _("Not written down yet")))
        more = _("Have the paper before you: the tally, the run sheet. Two minutes, and no names.")
        self._side = box(down(theme, Label(theme, more, "body", "soft", wrap=True), 10, box(keys), 18,
                              self._waiting, 6, self.rows, STRETCH))  # fmt: skip
        self._pair = box(Columns(theme, self.form, self._side, shares=(60, 40), gap=36))
        self.body.put(self._none, (self._pair, 1))
        self._none.hide()
        self.narrowed.connect(self.form.be_narrow)
        self.form.be_narrow(self.narrow)

    def show_paper(self, paper: Paper) -> None:
        """Show an evening, and those that wait."""
        self._none.setVisible(paper.evening is None)
        self._pair.setVisible(paper.evening is not None)
        if paper.evening is None:
            return
        session = paper.evening.session
        day = interface().date(session.held_on)
        self._header.say(_("{group}, {day}").format(group=paper.evening.group.name, day=day),
                         _("Take in a paper evening"))  # fmt: skip
        self.form.show_paper(paper)
        self.rows.show_items([RowItem(one, interface().date(one.held_on), f"{group}, {words.hours(one)}", "calendar")
                              for group, one in paper.waiting])  # fmt: skip
        for part in (self.rows, self._waiting):
            part.setVisible(bool(paper.waiting))
        here = next((one for _group, one in paper.waiting if one.id == session.id), None)
        if here is not None:
            self.rows.choose(here)

    def focus_first(self) -> None:
        """Give the keyboard to the first number, or to the way back where no evening waits."""
        if self._pair.isHidden():
            self._back.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.form.focus_first()

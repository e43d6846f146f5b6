"""Choosing a plan to start from: made for this kind of group, the group's own, others, or an empty one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from facilitator.i18n import _, interface, ngettext
from facilitator.model.content import AgendaTemplate
from facilitator.model.session import Session
from ui.screens.plans.asking import Choices, Source, Table, empty_plan
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Header, Page, Paragraph, RowItem, RowList, Sheet, box, down, heading


class ChoosingPage(Page):
    """Lists of plans. `chosen` carries the plan to use; `left` goes back without one."""

    chosen = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, back: str) -> None:
        self._theme = theme
        way = Button(theme, back, "quiet", "left", flush=True)
        self._header = Header(theme, "", _("Choose a plan"), back=way)
        super().__init__(theme, self._header)
        way.clicked.connect(self.left)
        self._lists: list[RowList] = []
        self._session: Session | None = None

    def show_choices(self, table: Table, choices: Choices) -> None:
        """Show the plans for an evening."""
        session = self._session = table.session
        day = interface().date(session.held_on)
        line = _("{group}, {day}.").format(group=table.evening.group.name, day=day)
        self._header.say(line, _("Choose a plan"))
        self.body.clear()
        self._lists = []
        theme = self._theme
        said = ngettext("The evening has {n} minute. A plan that is longer or shorter can be changed to fit.",
                        "The evening has {n} minutes. A plan that is longer or shorter can be changed to fit.",
                        session.minutes).format(n=session.minutes)  # fmt: skip
        self.body.put(Paragraph(theme, said, "body", "soft"), 18)
        parts = ((_("For this kind of group"), choices.fitting), (_("The group’s own"), choices.own),
                 (_("Other plans") if choices.fitting else _("Plans to start from"), choices.others))  # fmt: skip
        for title, sources in parts:
            if sources:
                self._list(title, sources)
        blank = Source(_("An empty plan"), _("Put the segments together yourself."), empty_plan(session))
        self._list(_("From nothing"), (blank,))
        self.body.put(STRETCH)

    def focus_first(self) -> None:
        """Give the keyboard to the first list."""
        if self._lists:
            self._lists[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _list(self, title: str, sources: tuple[Source, ...]) -> None:
        theme = self._theme
        rows = RowList(theme, title)
        rows.show_items([RowItem(n, one.title, one.detail, "plans", _side(one)) for n, one in enumerate(sources)])
        rows.opened.connect(lambda n: self.chosen.emit(sources[n].plan))
        sheet = Sheet(theme, down(theme, rows, margins=(12, 6, 12, 6)))
        self.body.put(box(down(theme, heading(theme, title), 8, sheet)), 22)
        self._lists.append(rows)


def _side(source: Source) -> str:
    plan = source.plan.agenda if isinstance(source.plan, AgendaTemplate) else source.plan
    return ngettext("{n} minute", "{n} minutes", plan.total).format(n=plan.total) if plan.segments else ""

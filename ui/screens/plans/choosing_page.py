"""Choosing a plan to start from: like last time, for this kind of group, own ones, all others, or an empty one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from facilitator.evening import fitting
from facilitator.i18n import _, interface, ngettext
from facilitator.model.ids import Id
from facilitator.model.matching import Names
from ui.screens.plans import words
from ui.screens.plans.asking import Choices, Source, Table
from ui.screens.plans.finder import Finder
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Aside,
    Button,
    Header,
    Label,
    Page,
    Paragraph,
    RowItem,
    RowList,
    Sheet,
    announce,
    box,
    down,
    heading,
)

_FEW = 6
"""Below so many rows nobody needs to search."""


class ChoosingPage(Page):
    """Lists of plans, calm: most are folded away, and a few typed letters find any.

    `looked` carries a plan to look at first, `again` asks for last time's, `begun` for an empty one; `left` goes back.
    """

    looked = Signal(object)
    again = Signal()
    begun = Signal()
    left = Signal()

    def __init__(self, theme: Theme, back: str) -> None:
        self._theme = theme
        way = Button(theme, back, "quiet", "left", flush=True)
        self._header = Header(theme, "", _("Choose a plan"), back=way)
        super().__init__(theme, self._header)
        way.clicked.connect(self.left)
        self._choices = Choices()
        self._for: Id | None = None
        self._parts: list[tuple[str, tuple[Source, ...]]] = []
        self._folded: tuple[str, tuple[Source, ...]] = ("", ())
        self.unfolded = False
        self.lists: list[RowList] = []
        self._again: Button | None = None
        self._top = down(theme)
        self._first = box(self._top)
        self.finder = Finder(theme)
        self.finder.typed.connect(lambda _typed: self._show())
        self.finder.onward.connect(self._onward)
        self._said = Paragraph(theme, "", "body", "soft")
        self._column = down(theme)
        self.body.put(self._said, 18, self._first, self.finder, 18, box(self._column), STRETCH)

    # ------------------------------------------------------------ showing
    def shows(self, table: Table | None) -> bool:
        """Whether the plans for this very evening are shown already, or those for none."""
        return self._for == (None if table is None else table.id)

    def show_choices(self, table: Table | None, choices: Choices) -> None:
        """Show the plans for an evening, or all there are; what was typed stays."""
        self._choices, self._for = choices, None if table is None else table.id
        self._parts = [(_("For this kind of group"), choices.fitting), (_("Shorter, in one hour"), choices.cuts),
                       (_("Your own plans"), choices.own)]  # fmt: skip
        self._folded = (_("All other plans"), choices.others)
        minutes = 0 if table is None or table.session is None else table.session.minutes
        if any(one.plan.total == minutes for one in choices.cuts) and not any(
                one.plan.total == minutes for one in choices.fitting):  # fmt: skip
            self._parts[:2] = reversed(self._parts[:2])  # for an evening of one hour they come first
        if table is None:
            self._parts = [(_("Your own plans"), choices.own), (_("Plans we made for you"), choices.others),
                           (_("Shorter, in one hour"), choices.cuts)]  # fmt: skip
            self._folded = ("", ())
        self._head(table)
        self._offer_last(table)
        self._show()

    def focus_first(self) -> None:
        """Give the keyboard to last time's plan, or to the first list."""
        if self._again is not None:
            self._again.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.lists:
            self.lists[0].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_plan(self, source: Source) -> None:
        """Give the keyboard to a plan's row, as after it was looked at; its list is unfolded for it."""
        if not self._row(source) and source in self._folded[1]:
            self.unfolded = True
            self._show()
        if not self._row(source):
            self.focus_first()

    def _row(self, source: Source) -> bool:
        for rows in self.lists:
            if any(one.key == source for one in rows.items):
                rows.choose(source)
                rows.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return False

    def _head(self, table: Table | None) -> None:
        if table is None or table.evening is None:
            self._header.say(_("Look at any of them. A copy becomes one of your own."), _("All plans"))
            self._said.hide()
            return
        session = table.evening.session
        line = _("{group}, {day}.").format(group=table.evening.group.name, day=interface().date(session.held_on))
        self._header.say(line, _("Choose a plan"))
        said = ngettext("The evening has {n} minute. A plan that is longer or shorter can be changed to fit.",
                        "The evening has {n} minutes. A plan that is longer or shorter can be changed to fit.",
                        session.minutes).format(n=session.minutes)  # fmt: skip
        self._said.setText(said)
        self._said.show()

    def _offer_last(self, table: Table | None) -> None:
        theme, last = self._theme, self._choices.last
        self._top.clear()
        self._again = None
        self._first.setVisible(last is not None and table is not None)
        if last is None or table is None:
            return
        day = interface().date(last.session.held_on)
        fact = _("{day}: {plan}, {minutes}. Your own words come along.").format(
            day=day, plan=last.agenda.name, minutes=words.minutes(last.agenda.total))  # fmt: skip
        if table.session is not None:
            made = fitting.fitted(replace(last.agenda, minutes=table.session.minutes), self._choices.heads)
            if made.sentence:
                fact = _("{fact} Made to fit: {what}").format(fact=fact, what=made.sentence)
        self._again = Button(theme, _("Plan it like last time"), "primary", "again")
        self._again.clicked.connect(self.again)
        told = box(down(theme, Label(theme, _("The same as last time"), "h3", wrap=True), 2,
                        Label(theme, fact, "body", "soft", wrap=True)))  # fmt: skip
        line = Aside(theme, told, self._again, gap=24)
        sheet = Sheet(theme, down(theme, box(line), margins=(24, 18, 24, 18)), stack=2)
        self._top.put(sheet, 24)
        sheet.show()

    def _show(self) -> None:
        theme, typed = self._theme, self.finder.text
        rows = sum(len(sources) for _title, sources in self._parts) + len(self._folded[1])
        self.finder.setVisible(rows > _FEW)
        self._column.clear()
        self.lists = []
        if typed:
            self._show_found(typed)
            return
        for title, sources in self._parts:
            if sources:
                self._list(title, sources)
        title, sources = self._folded
        if sources and not self.unfolded and self._parts_shown:
            more = Button(theme, _("{title} ({n})").format(title=title, n=len(sources)), "quiet", "down", flush=True)
            more.clicked.connect(self._unfold)
            self._column.put(box(down(theme, more)), 16)
        elif sources:
            self._list(title, sources)
        empty = Button(theme, _("Begin with an empty plan"), "quiet", "plus", flush=True)
        empty.clicked.connect(self.begun)
        self._column.put(empty)

    @property
    def _parts_shown(self) -> bool:
        return any(sources for _title, sources in self._parts)

    def _show_found(self, typed: str) -> None:
        every = [one for _title, sources in (*self._parts, self._folded) for one in sources]
        names = Names((n, f"{one.title} {one.detail}") for n, one in enumerate(every))
        ranks = names.find(typed, 1)
        found = [every[n] for n in sorted(ranks, key=lambda n: (ranks[n], n))]
        if found:
            self._list(_("Found"), tuple(found))
            said = ngettext("{n} plan found", "{n} plans found", len(found)).format(n=len(found))
        else:
            said = _("No plan is called that. Try fewer letters.")
            nothing = Label(self._theme, said, "body", "soft", wrap=True)
            self._column.put(nothing)
            nothing.show()
        announce(self.finder.edit, said)

    def _list(self, title: str, sources: Sequence[Source]) -> None:
        theme = self._theme
        rows = RowList(theme, title)
        rows.show_items([RowItem(one, one.title, one.detail, "plans", words.minutes(one.plan.total))
                         for one in sources])  # fmt: skip
        rows.opened.connect(self.looked)
        sheet = Sheet(theme, down(theme, rows, margins=(12, 6, 12, 6)))
        part = box(down(theme, heading(theme, title), 8, sheet))
        self._column.put(part, 22)
        part.show()  # at once, as only what is shown can be given the keyboard
        self.lists.append(rows)

    # ------------------------------------------------------------ acts
    def _onward(self) -> None:
        if self.lists:
            self.lists[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _unfold(self) -> None:
        self.unfolded = True
        self._show()
        if self.lists:
            self.lists[-1].setFocus(Qt.FocusReason.TabFocusReason)

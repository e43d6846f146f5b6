"""A plan looked at before it is chosen: what it is for, its segments to scale and in order, and whether it fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening import fitting, timing
from facilitator.i18n import _, ngettext
from facilitator.model.agenda import AgendaDraft, clock_text
from facilitator.model.content import fill
from ui.screens.plans import words
from ui.screens.plans.asking import Source, Table
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Glyph,
    Header,
    KindMark,
    Label,
    ListRow,
    Notice,
    Page,
    Part,
    RowStack,
    SegmentStrip,
    Sheet,
    across,
    box,
    down,
)


class PreviewPage(Page):
    """`used` carries the plan to use, made to fit or as it is; `changing` the own plan's id; `left` goes back."""

    used = Signal(object)
    changing = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, source: Source, table: Table | None, heads: int) -> None:
        self.source = source
        way = Button(theme, _("Back to the plans"), "quiet", "left", flush=True)
        plan = _for(source.plan, table)
        fitted = fitting.fitted(plan, heads).draft
        fits = not plan.over or table is None
        self.use_button = Button(theme, _use(table, fits or bool(fitted.over)), "primary")
        buttons: list[QWidget] = [self.use_button]
        if not fits and not fitted.over:
            as_it_is = Button(theme, _("Use it as it is"))
            as_it_is.clicked.connect(lambda: self.used.emit(plan))
            buttons.insert(0, as_it_is)
        chosen = plan if fits or fitted.over else fitted
        self.use_button.clicked.connect(lambda: self.used.emit(chosen))
        if source.kept is not None:
            change = Button(theme, _("Change this plan"), "quiet", "pencil")
            change.clicked.connect(lambda: self.changing.emit(source.kept))
            buttons.insert(0, change)
        super().__init__(theme, Header(theme, source.detail, source.title, *buttons, back=way))
        way.clicked.connect(self.left)
        start = 0 if table is None else table.start
        strip = SegmentStrip(theme)
        strip.show_parts([Part(one.title, one.minutes, timing.gives(one), words.shorter(one))
                          for one in plan.segments], start, plan.minutes)  # fmt: skip
        values: Mapping[str, str] = {} if table is None else table.values
        rows = RowStack(theme, _("Segments"))
        rows.show_rows([_row(theme, plan, n, at, values) for n, at in enumerate(plan.starts(start))])
        length = words.minutes(plan.total)
        if table is not None and fits:
            length = timing.fit_sentence(plan, start)
        foot = across(theme, Glyph(theme, "check" if fits else "clock", "action" if fits else "look_ink"),
                      (Label(theme, length, "strong", wrap=True), 1), gap=8)  # fmt: skip
        sheet = Sheet(theme, down(theme, rows, 8, box(foot), margins=(20, 12, 20, 16)), stack=2)
        if not fits:
            self.body.put(_differs(theme, plan, heads), 16)
        self.body.put(strip, 10, sheet, STRETCH)

    def focus_first(self) -> None:
        """Give the keyboard to the way on."""
        self.use_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _for(plan: AgendaDraft, table: Table | None) -> AgendaDraft:
    """The plan against the evening's minutes; without an evening it is as long as it is."""
    minutes = plan.total if table is None or table.session is None else table.session.minutes
    return replace(plan, minutes=minutes)


def _use(table: Table | None, as_it_is: bool) -> str:
    if table is None:
        return _("Make it one of your own")
    return _("Use this plan") if as_it_is else _("Use it, made to fit")


def _differs(theme: Theme, plan: AgendaDraft, heads: int) -> Notice:
    """By how much it does not fit, and what would give."""
    over = plan.over
    said = ngettext("It is {n} minute longer than the evening.", "It is {n} minutes longer than the evening.", over) \
        if over > 0 else ngettext("It is {n} minute shorter than the evening.",
                                  "It is {n} minutes shorter than the evening.", -over)  # fmt: skip
    made = fitting.fitted(plan, heads)
    more = _("Made to fit: {what}").format(what=made.sentence) if made.draft != plan else \
        _("Nothing in it can give. You can change its minutes yourself.")  # fmt: skip
    return Notice(theme, said.format(n=abs(over)), more, icon="clock")


def _row(theme: Theme, plan: AgendaDraft, n: int, at: int, values: Mapping[str, str]) -> ListRow:
    segment = plan.segments[n]
    clock = Label(theme, clock_text(at), "strong", tabular=True)
    what: list[QWidget] = [Label(theme, segment.title, "strong", wrap=True)]
    if segment.hint:
        what.append(Label(theme, fill(segment.hint, values), "small", "soft", wrap=True))
    gives = timing.gives(segment)
    minutes = Label(theme, words.minutes(segment.minutes), "body", "soft", tabular=True)
    line = across(theme, clock, 14, (box(down(theme, STRETCH, *what, STRETCH)), 1), 8, KindMark(theme, gives), 8,
                  minutes, gap=6, margins=(8, 4, 8, 4))  # fmt: skip
    name = f"{clock_text(at)}, {segment.title}, {words.minutes(segment.minutes)}, {words.may(gives)}"
    return ListRow(theme, name, line, high=52, choosable=False)

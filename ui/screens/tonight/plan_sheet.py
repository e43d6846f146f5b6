"""The plan on its sheet: clock times, marks on a thread, titles, and minutes as figures and short bars."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.evening import timing
from facilitator.i18n import _, interface, ngettext
from facilitator.model.agenda import AgendaDraft, Give, Segment, clock_text
from facilitator.model.session import SessionStatus
from ui.screens.tonight.asking import Look
from ui.theme import Theme
from ui.widgets import (
    MIDDLE,
    STRETCH,
    TOP,
    Button,
    Flow,
    KindMark,
    Label,
    MinutesBar,
    Paragraph,
    RadioCard,
    Rule,
    Sheet,
    across,
    box,
    down,
)
from ui.widgets.marks import paint_kind


class PlanSheet(Sheet):
    """The one document of Tonight. `changing` asks for the plan's own place, `chosen` carries a plan to use.

    `again` asks for the plan of the evening that was held last.
    """

    changing = Signal()
    chosen = Signal(object)
    again = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, stack=2)
        self._theme = theme
        self._shown: object = None
        self._column = down(theme, margins=(28, 20, 28, 16))
        self.setLayout(self._column)

    def show_look(self, look: Look) -> None:
        """Show the evening's plan, or the plans it may have."""
        evening = look.evening
        if evening is None:
            return
        key = (evening.agenda, evening.session.start_minute, evening.session.status, look.me, look.templates, look.last)
        if key == self._shown:
            return
        self._shown = key
        self._column.clear()
        if evening.agenda is None or not evening.agenda.segments:
            if evening.session.status is SessionStatus.PLANNED:
                self._offer(look)
            else:
                words = _("There is no plan for this evening.")
                self._column.put(Label(self._theme, words, "body", "soft", wrap=True), STRETCH)
        else:
            self._show_plan(evening.agenda, evening.session.start_minute, look.me)

    # ------------------------------------------------------------ a plan
    def _show_plan(self, plan: AgendaDraft, start: int, me: str) -> None:
        theme = self._theme
        change = Button(theme, _("Change"), "quiet", flush=True)
        change.setAccessibleName(_("Change the plan"))
        change.clicked.connect(self.changing)
        minutes = Label(theme, _length(plan), "body", "look" if plan.over else "soft", wrap=True)
        head = across(theme, Label(theme, _("The plan"), "h3"), (minutes, 1, MIDDLE), change, gap=12)
        self._column.put(head, 8)
        starts = plan.starts(start)
        last = len(plan.segments) - 1
        for n, (segment, at) in enumerate(zip(plan.segments, starts, strict=True)):
            leader = _("You") if segment.leader and segment.leader == me else segment.leader
            self._column.put((_Row(theme, segment, leader, at, n == 0, n == last), max(segment.minutes, 4)))
        key = Flow(theme, *(_mark(theme, give, name) for give, name in _kinds()), gap=20)
        self._column.put(6, Rule(theme), 12, box(key))

    # ------------------------------------------------------------ no plan yet
    def _offer(self, look: Look) -> None:
        theme = self._theme
        self._column.put(
            Label(theme, _("No plan for this evening yet"), "h3", wrap=True),
            6,
            Paragraph(theme, _("A plan says what happens when, so that you can look at faces, not at the clock. "
                               "Choose one. You can change it afterwards."), "body", "soft"),
            14,
        )  # fmt: skip
        if look.last is not None:
            day = interface().date(look.last.session.held_on)
            fact = _("{day}: {plan}, {n} minutes. Your own words come along.").format(
                day=day, plan=look.last.agenda.name, n=look.last.agenda.total)  # fmt: skip
            card = RadioCard(theme, _("The same as last time"), fact)
            card.setAutoExclusive(False)
            card.clicked.connect(lambda _on=False: self.again.emit())
            self._column.put(card, 8)
        for template in look.templates:
            fact = _("{summary} {n} minutes.").format(summary=template.summary, n=template.agenda.minutes)
            card = RadioCard(theme, template.title, fact)
            card.setAutoExclusive(False)
            card.clicked.connect(lambda _on=False, template=template: self.chosen.emit(template))
            self._column.put(card, 8)
        other = Button(theme, _("Other plans"), "quiet", "plans", flush=True)
        other.clicked.connect(self.changing)
        self._column.put(other, STRETCH)


class _Row(QWidget):
    """A segment: when, its mark on the thread, what, how long. Taller where it is longer, to feel the evening."""

    def __init__(self, theme: Theme, segment: Segment, leader: str, at: int, first: bool, last: bool) -> None:
        super().__init__()
        clock = clock_text(at)
        title = Label(theme, segment.title, "strong", wrap=True)
        what = [title]
        hint = segment.hint
        if leader:
            hint = _("{name}. {hint}").format(name=leader, hint=hint) if hint else leader
        if hint:
            what.append(Label(theme, hint, "small", "soft", wrap=True))
        said = ngettext("{n} min", "{n} min", segment.minutes).format(n=segment.minutes)
        minutes = Label(theme, said, "body", "soft", tabular=True)
        minutes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        length = down(
            theme, minutes, 4, (MinutesBar(theme, segment.minutes, width=72), 0, Qt.AlignmentFlag.AlignRight), STRETCH
        )  # fmt: skip
        when = Label(theme, clock, "strong", tabular=True)
        self.setLayout(
            across(
                theme,
                (when, 0, TOP),
                10,
                _Thread(theme, timing.gives(segment), first, last),
                8,
                (box(down(theme, *what, STRETCH, margins=(0, 0, 0, 8))), 1),
                12,
                box(length),
                gap=0,
            )
        )
        self.setAccessibleName(f"{clock}, {segment.title}, {said}")


class _Thread(QWidget):
    """The mark of a segment on the thread that runs through the evening."""

    def __init__(self, theme: Theme, give: Give, first: bool, last: bool) -> None:
        super().__init__()
        self._theme, self._give, self._first, self._last = theme, give, first, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.follow(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as a mark with air."""
        return QSize(self._theme.px(32), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the thread above and below, then the mark."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, mark, gap = self.width() / 2, theme.px(12), theme.px(11)
        strong = 1.0 if theme.tokens.name == "contrast" else 0.5
        painter.setPen(QPen(theme.colour("seat", strong), max(1.5, theme.px(1.6))))
        if not self._first:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, max(0, mark - gap)))
        if not self._last:
            painter.drawLine(QPointF(middle, mark + gap), QPointF(middle, self.height()))
        paint_kind(painter, self._give, QPointF(middle, mark), theme.px(6), theme.colour("seat"))


def _length(plan: AgendaDraft) -> str:
    if plan.over > 0:
        return ngettext("{n} minute too long", "{n} minutes too long", plan.over).format(n=plan.over)
    if plan.over < 0:
        return ngettext("{n} minute still free", "{n} minutes still free", -plan.over).format(n=-plan.over)
    return ngettext("{n} minute", "{n} minutes", plan.total).format(n=plan.total)


def _kinds() -> tuple[tuple[Give, str], ...]:
    return (Give.FIXED, _("Fixed")), (Give.SHRINK, _("Can shrink")), (Give.DROP, _("Can drop"))


def _mark(theme: Theme, give: Give, name: str) -> QWidget:
    return box(across(theme, KindMark(theme, give), Label(theme, name, "small", "soft"), gap=6))

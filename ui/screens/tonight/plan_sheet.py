"""The plan on its sheet: clock times, marks on a thread, titles, and minutes as figures and short bars."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.evening import timing
from facilitator.i18n import _, interface, listed, ngettext
from facilitator.model.agenda import AgendaDraft, Give, Segment, clock_text
from facilitator.model.session import SessionStatus
from ui.screens.tonight.asking import Look
from ui.theme import Theme
from ui.widgets import (
    MIDDLE,
    STRETCH,
    Button,
    Label,
    Paragraph,
    RadioCard,
    Rule,
    Sheet,
    across,
    down,
)
from ui.widgets.announce import SAID_AS
from ui.widgets.marks import paint_kind
from ui.widgets.press import from_lead
from ui.widgets.segments import paint_minutes
from ui.widgets.text import breakable, draw_words, longest_word, words_height, words_width

END = Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value  # a painter mirrors it by itself
_THREAD, _BAR, _LEAST, _MARK = 32, 72, 40, 18
"""Design px: the thread's width, the longest bar, the least height of a row, a mark in the key."""
_FULL = 45
"""Minutes of the longest bar."""


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
            self._column.put((PlanRow(theme, segment, leader, at, n == 0, n == last), max(segment.minutes, 4)))
        self._column.put(6, Rule(theme), 12, _Key(theme), STRETCH)

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


class PlanRow(QWidget):
    """A segment: when, its mark on the thread, what, how long. Taller where it is longer, to feel the evening.

    Painted as one: an evening has a dozen, and as many labels each would take longer to lay out than all the rest.
    """

    def __init__(self, theme: Theme, segment: Segment, leader: str, at: int, first: bool, last: bool) -> None:
        super().__init__()
        self._theme, self._segment, self._first, self._last = theme, segment, first, last
        self._clock = clock_text(at)
        self._title = breakable(segment.title)
        hint = segment.hint
        if leader:
            hint = _("{name}. {hint}").format(name=leader, hint=hint) if hint else leader
        self._hint = breakable(hint)
        self._said = ngettext("{n} min", "{n} min", segment.minutes).format(n=segment.minutes)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty(SAID_AS, "row")
        self.setAccessibleName(f"{self._clock}, {segment.title}, {self._said}")
        self.setAccessibleDescription(hint)
        self._kept: dict[int, tuple[int, int]] = {}
        theme.follow(self._measure)

    def _measure(self) -> None:
        self._kept.clear()
        self.updateGeometry()

    @property
    def words(self) -> tuple[str, ...]:
        """What stands in it."""
        return tuple(said for said in (self._clock, self._title, self._hint, self._said) if said)

    def _sides(self) -> tuple[int, int]:
        """Px taken by the time and the thread before the words, and by the minutes after them."""
        theme = self._theme
        before = words_width(theme, self._clock, "strong", True) + theme.px(10) + theme.px(_THREAD) + theme.px(8)
        after = theme.px(12) + max(words_width(theme, self._said, "body", True), theme.px(_BAR))
        return before, after

    def sizeHint(self) -> QSize:
        """Words on one line each."""
        wide = max(words_width(self._theme, self._title, "strong"), words_width(self._theme, self._hint, "small"))
        width = sum(self._sides()) + wide
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        wide = max(longest_word(self._theme, self._title, "strong"), longest_word(self._theme, self._hint, "small"))
        return QSize(sum(self._sides()) + wide, self._theme.px(_LEAST))

    def hasHeightForWidth(self) -> bool:
        """Narrow means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the words need, with air below."""
        title, hint = self._heights(width - sum(self._sides()))
        return max(self._theme.px(_LEAST), title + hint + self._theme.px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow by a px a minute at most: beside a long list of papers the plan would else fall apart."""
        most = self.heightForWidth(self.width()) + self._theme.px(self._segment.minutes)
        if most != self.maximumHeight():
            self.setMaximumHeight(most)

    def _heights(self, room: int) -> tuple[int, int]:
        """Px of title and hint in this width; kept, as a layout asks again and again."""
        if room not in self._kept:
            title = words_height(self._theme, self._title, room, "strong")
            self._kept[room] = title, words_height(self._theme, self._hint, room, "small") if self._hint else 0
        return self._kept[room]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint time, thread, words, minutes and their bar."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        before, after = self._sides()
        room = self.width() - before - after
        title, hint = self._heights(room)
        line = round(theme.metrics("strong").height() + 0.5)
        when = words_width(theme, self._clock, "strong", True)
        draw_words(painter, theme, QRectF(from_lead(self, 0, when), 0, when, line), self._clock, "strong", tabular=True)
        thread = theme.px(_THREAD)
        self._paint_thread(painter, from_lead(self, when + theme.px(10), thread) + thread / 2)
        left = from_lead(self, before, room)
        draw_words(painter, theme, QRectF(left, 0, room, title), self._title, "strong")
        if self._hint:
            draw_words(painter, theme, QRectF(left, title, room, hint), self._hint, "small", "ink_soft")
        end = after - theme.px(12)
        ending = from_lead(self, self.width() - end, end)
        draw_words(painter, theme, QRectF(ending, 0, end, line), self._said, "body", "ink_soft", END, tabular=True)
        bar = theme.px(_BAR)
        place = QRectF(self.width() - bar, line + theme.px(4), bar, theme.px(4))
        paint_minutes(painter, theme, self, self._segment.minutes / _FULL, place)

    def _paint_thread(self, painter: QPainter, middle: float) -> None:
        theme = self._theme
        mark, gap = theme.px(12), theme.px(11)
        strong = 1.0 if theme.tokens.name == "contrast" else 0.5
        painter.setPen(QPen(theme.colour("seat", strong), max(1.5, theme.px(1.6))))
        if not self._first:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, max(0, mark - gap)))
        if not self._last:
            painter.drawLine(QPointF(middle, mark + gap), QPointF(middle, self.height()))
        give = timing.gives(self._segment)
        paint_kind(painter, give, QPointF(middle, mark), theme.px(6), theme.colour("seat"))


class _Key(QWidget):
    """What the marks on the thread mean, side by side, or in lines where there is little room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._kinds = theme, _kinds()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty(SAID_AS, "group")
        self.setAccessibleName(listed(name for _give, name in self._kinds))
        theme.follow(self.updateGeometry)

    def _wide(self, name: str) -> int:
        return self._theme.px(_MARK + 6) + words_width(self._theme, name, "small")

    def _places(self, width: int) -> list[tuple[int, int]]:
        """Where each begins: px from the leading edge, and its line."""
        places, at, line = list[tuple[int, int]](), 0, 0
        for _give, name in self._kinds:
            if at and at + self._wide(name) > width:
                at, line = 0, line + 1
            places.append((at, line))
            at += self._wide(name) + self._theme.px(20)
        return places

    def _line(self) -> int:
        return max(self._theme.px(_MARK), round(self._theme.metrics("small").height() + 0.5))

    def sizeHint(self) -> QSize:
        """All in one line."""
        wide = sum(self._wide(name) for _give, name in self._kinds) + self._theme.px(20) * (len(self._kinds) - 1)
        return QSize(wide, self._line())

    def minimumSizeHint(self) -> QSize:
        """The longest."""
        return QSize(max(self._wide(name) for _give, name in self._kinds), self._line())

    def hasHeightForWidth(self) -> bool:
        """Narrow means more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        lines = self._places(width)[-1][1] + 1
        return lines * self._line() + (lines - 1) * self._theme.px(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks and words."""
        painter, theme, high = QPainter(self), self._theme, self._line()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for (give, name), (at, line) in zip(self._kinds, self._places(self.width()), strict=True):
            top, mark, wide = line * (high + theme.px(6)), theme.px(_MARK), words_width(theme, name, "small")
            middle = from_lead(self, at, mark) + mark / 2
            paint_kind(painter, give, QPointF(middle, top + high / 2), theme.px(6), theme.colour("seat"))
            place = QRectF(from_lead(self, at + mark + theme.px(6), wide), top, wide, high)
            draw_words(painter, theme, place, name, "small", "ink_soft")


def _length(plan: AgendaDraft) -> str:
    if plan.over > 0:
        return ngettext("{n} minute too long", "{n} minutes too long", plan.over).format(n=plan.over)
    if plan.over < 0:
        return ngettext("{n} minute still free", "{n} minutes still free", -plan.over).format(n=-plan.over)
    return ngettext("{n} minute", "{n} minutes", plan.total).format(n=plan.total)


def _kinds() -> tuple[tuple[Give, str], ...]:
    return (Give.FIXED, _("Fixed")), (Give.SHRINK, _("Can shrink")), (Give.DROP, _("Can drop"))

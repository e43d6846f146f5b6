"""Every part on two pages, to look at while drawing; a window for development, never part of the app."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.model.agenda import Give
from ui.icons import ICONS, paint_icon
from ui.theme import Theme, Token
from ui.widgets import (
    STRETCH,
    Button,
    CheckRow,
    Chip,
    ChoiceBar,
    ChoiceField,
    Columns,
    Empty,
    Fact,
    Flow,
    Grid,
    Grip,
    Header,
    KeyCap,
    KindMark,
    Label,
    ListRow,
    MinutesBar,
    Notice,
    Page,
    Part,
    PassphraseField,
    Progress,
    RadioCard,
    Reason,
    RowItem,
    RowList,
    RowStack,
    Rule,
    Seat,
    SeatRing,
    SegmentStrip,
    Sheet,
    Stepper,
    TextField,
    across,
    box,
    down,
    heading,
)
from ui.widgets.text import CENTRE

_SWATCHES: tuple[Token, ...] = (
    "ground", "sheet", "well", "ink", "ink_soft", "cover", "action", "action_tint", "seat", "look", "look_tint",
    "danger", "danger_tint",
)  # fmt: skip


class _Swatches(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.follow(self._measure)

    def _measure(self) -> None:
        self.setFixedHeight(self._theme.px(74))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / len(_SWATCHES)
        for n, token in enumerate(_SWATCHES):
            painter.setPen(QPen(theme.colour("edge"), 1))
            painter.setBrush(theme.colour(token))
            painter.drawEllipse(QPointF(wide * n + wide / 2, theme.px(22)), theme.px(19), theme.px(19))
            painter.setPen(theme.colour("ink"))
            painter.setFont(theme.font("small"))
            words = "tint" if token.endswith("tint") else "soft" if token == "ink_soft" else token
            painter.drawText(QRectF(wide * n - 10, theme.px(46), wide + 20, theme.px(24)), CENTRE, words)


class _Icons(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(36))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across_ = max(1, width // self._theme.px(33))
        return -(-len(ICONS) // across_) * self._theme.px(36)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side = QPainter(self), self._theme.px(24)
        across_ = max(1, self.width() // self._theme.px(33))
        wide = self.width() / across_
        for n, name in enumerate(ICONS):
            left, top = wide * (n % across_) + (wide - side) / 2, self._theme.px(6) + n // across_ * self._theme.px(36)
            paint_icon(painter, name, QRectF(left, top, side, side), self._theme.colour("ink"))


def parts(theme: Theme) -> Page:
    """Buttons, fields, choices, an empty place, notices and icons."""
    page = Page(theme, Header(theme, "", "Parts"), 12)
    off = Button(theme, "Save the note")
    off.off("Type a title first.")
    busy = Button(theme, "Print", "primary", "print")
    busy.busy("Printing")
    wrong = TextField(theme, "Start", "25:90")
    wrong.refuse("That is not a time. Try 19:00.")
    secret = PassphraseField(theme, "Your five words", "Small letters, a space between words.")
    secret.set_text("cedar lantern quilt")
    bar = ChoiceBar(
        theme,
        [(Give.FIXED, "Fixed"), (Give.SHRINK, "Shrink"), (Give.DROP, "Drop")],
        Give.SHRINK,
        name="If time runs short",
        gives=tuple(Give),
    )
    ticks = Grid(theme, 12, 0)
    for n, (words, on) in enumerate((("Tissues in reach", True), ("Quiet room open", False))):
        ticks.put(CheckRow(theme, words, on), 0, n)
    left = down(
        theme,
        heading(theme, "Buttons"),
        10,
        Flow(
            theme,
            Button(theme, "Print tonight’s pack", "primary", "print"),
            Button(theme, "Save as PDF"),
            Button(theme, "Change the plan", "quiet", "pencil"),
            Button(theme, "Shred these names", "danger"),
            off,
            Reason(theme, off),
            busy,
            gap=10,
        ),
        22,
        heading(theme, "Fields"),
        10,
        Columns(theme, TextField(theme, "Place", "St Anne’s Hall"), wrong, gap=16, stacked_gap=12, below=420),
        12,
        secret,
        12,
        ChoiceField(theme, "Paper", [("a4", "A4"), ("letter", "US Letter")], "a4"),
        20,
        heading(theme, "Choices"),
        10,
        Flow(
            theme,
            Chip(theme, "Sleep", True, 4),
            Chip(theme, "Work"),
            Chip(theme, "Add a theme", icon="plus", checkable=False),
        ),
        10,
        across(theme, (bar, 1), Stepper(theme, 20, "Minutes", unit=" min"), gap=12),
        8,
        ticks,
        6,
        RadioCard(theme, "Mill Lane circles", "Opened last on Thursday", True),
        8,
        RadioCard(theme, "Hope Street carers", "On the blue stick, plugged in now"),
        STRETCH,
    )
    empty = Empty(
        theme,
        "No plans yet",
        "A plan says what happens and when, so that you can look at faces, not the clock.",
        Button(theme, "Use the 90-minute plan", "primary"),
    )
    work = Progress(theme, "Bringing in the roster")
    work.advance(1200, 5000)
    right = down(
        theme,
        heading(theme, "An empty place"),
        10,
        empty,
        20,
        heading(theme, "Notices"),
        10,
        Notice(theme, "Two helpline numbers need checking.", "They were last rung in April.", icon="calendar"),
        8,
        Notice(
            theme,
            "The stick was pulled out.",
            "Nothing is lost. Plug it in again, then choose Try again.",
            "danger",
            button=Button(theme, "Try again"),
        ),
        20,
        work,
        20,
        heading(theme, "Icons"),
        8,
        _Icons(theme),
        STRETCH,
    )
    page.body.put(_Swatches(theme), 16, (Columns(theme, box(left), box(right), shares=(55, 45), gap=36), 1))
    return page


def evening(theme: Theme) -> Page:
    """A plan to scale, rows of both kinds, facts, and the ring of chairs."""
    plan = (
        Part("Welcome and agreement", 8, Give.FIXED, ("Welcome",)),
        Part("Check-in round", 20, Give.SHRINK, ("Check-in",)),
        Part("Pick tonight’s topic", 4, Give.DROP, ("Topic",)),
        Part("Open talk", 35, Give.SHRINK),
        Part("Steady feet", 8, Give.DROP),
        Part("Check-out round", 10, Give.FIXED, ("Check-out",)),
        Part("Closing words", 5, Give.FIXED, ("Close",)),
    )
    strip = SegmentStrip(theme)
    strip.show_parts(plan, 19 * 60, 90, 1)
    header = Header(
        theme, "Thursday 20 November. Doors open in 24 minutes.", "Lantern circle",
        Button(theme, "Undo", "quiet", "undo"), Button(theme, "Use this plan tonight", "primary"),
    )  # fmt: skip
    page = Page(theme, header, 14)
    rows = RowStack(theme, "Segments", movable=True)
    made = []
    for part in plan:
        words = box(down(theme, Label(theme, part.title, "strong", wrap=True)))
        line = across(
            theme, Grip(theme, part.title), KindMark(theme, part.give), (words, 1), MinutesBar(theme, part.minutes),
            Stepper(theme, part.minutes, f"Minutes of {part.title}"), gap=12, margins=(4, 6, 12, 6),
        )  # fmt: skip
        made.append(ListRow(theme, part.title, line))
    rows.show_rows(made, 1)
    left = Sheet(theme, down(theme, rows, STRETCH, margins=(14, 12, 14, 14)), stack=2)
    people = RowList(theme, "Members")
    people.show_items(
        (
            RowItem(1, "Joan", "Here since March", "person", "9 of 11"),
            RowItem(2, "Dev", "Asks for a seat near the door", "person"),
            RowItem(3, "Sign-in sheet still out", "From 13 November. Shred it.", "sheetout", look=True),
        )
    )
    people.choose(2)
    seats: list[Seat] = ["full" if n < 9 else "spare" for n in range(11)]
    ring = SeatRing(theme, seats, "9", "likely, 2 spare")
    facts = Flow(
        theme,
        Fact(theme, "clock", "19:00 to 20:30", lead=True),
        Fact(theme, "place", "St Anne’s Hall, back room", lead=True),
        Fact(theme, "person", "You and Dev", lead=True),
        Button(theme, "Venue card", "quiet", flush=True),
        gap=24,
    )
    right = down(
        theme, ring, 12, people, 16, Rule(theme), 16,
        Fact(theme, "paper", "Large print: 2 copies", "In tonight’s pack"), 12,
        Fact(theme, "sheetout", "One sign-in sheet still out", "From 13 November. Shred it.", look=True), 12,
        Flow(theme, KeyCap(theme, "F8"), Label(theme, "next", "small", "soft"), KeyCap(theme, "Enter")), STRETCH,
    )  # fmt: skip
    columns = Columns(theme, left, box(right), shares=(60, 40), gap=28)
    page.body.put(facts, 14, strip, 12, (columns, 1))
    return page


def show_all(theme: Theme) -> tuple[Page, ...]:
    """Every page of the gallery."""
    return parts(theme), evening(theme)



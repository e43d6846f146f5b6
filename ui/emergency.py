"""The emergency card on screen: numbers and steps, in one action, locked or not; unlocked also where we are and whom
to tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facilitator.i18n import PSEUDO, _, interface, listed
from facilitator.model.content import Directory, EmergencyCard, Helpline
from facilitator.model.organisation import spoken_address
from facilitator.model.reached import before_number, to_reach
from ui.theme import Role, Theme
from ui.widgets import (
    TOP,
    Button,
    Columns,
    Header,
    Label,
    MenuButton,
    Page,
    Panel,
    Paragraph,
    Sheet,
    across,
    box,
    down,
    heading,
)
from ui.widgets.layout import Item

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

_MOST_LINES = 4
_CRISIS = "crisis"
_TWO = 760  # design px of page from which there are two columns


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereWeAre:
    """What the open vault knows of the place and of whom to tell; nothing of it is shown while locked."""

    venue: str = ""
    address: str = ""
    exits: str = ""
    phone_signal: str = ""
    first_aid: str = ""
    lead: tuple[str, str] = ("", "")
    deputy: tuple[str, str] = ("", "")
    read: frozenset[str] = frozenset()
    """The languages whose translation a fluent speaker has read."""


NOWHERE = WhereWeAre()


def where_we_are(workspace: Workspace) -> WhereWeAre:
    """Tonight's venue, or the only one there is, and the organisation's lead and deputy."""
    organisation = workspace.organisations.get()
    evening = workspace.evenings.tonight()
    venue = evening.venue if evening is not None else None
    if venue is None:
        venues = workspace.venues.all()
        venue = venues[0] if len(venues) == 1 else None
    told = {} if venue is None else {
        "venue": venue.name, "address": " ".join(venue.address.split()), "exits": venue.exits,
        "phone_signal": venue.phone_signal, "first_aid": venue.first_aid,
    }  # fmt: skip
    return WhereWeAre(
        lead=(organisation.lead_name, organisation.lead_contact),
        deputy=(organisation.deputy_name, organisation.deputy_contact), read=workspace.translations.read,
        **told,
    )


def _translated(theme: Theme, card: EmergencyCard, where: WhereWeAre) -> tuple[Item, ...]:
    """What is said of steps that are not translated, or whose translation nobody is known to have read."""
    language = card.origin.language
    if language not in ("en", *where.read):
        said = _("Draft translation: have a fluent speaker read it.")
    elif language != interface().language and interface().language != PSEUDO:
        said = _("This part is in English: it is not translated yet.")
    else:
        return ()
    return (Label(theme, said, "small", "soft", wrap=True),)


class EmergencyView(QWidget):
    """The card as a page. `closed` fires at Escape or Close; whoever shows it puts the page before back.

    `moved` carries the code of another country whose numbers are wanted; `countries` are codes and names.
    With a vault open, `moments` leads to the cards for hard moments.
    """

    closed = Signal()
    moved = Signal(str)
    moments = Signal()

    def __init__(
        self,
        theme: Theme,
        card: EmergencyCard,
        directory: Directory,
        today: date,
        where: WhereWeAre = NOWHERE,
        countries: Sequence[tuple[str, str]] = (),
        moments: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Emergency card"))
        self.close_button = Button(theme, _("Close  Esc"), "plain", "close")
        self.close_button.setAccessibleName(_("Close the emergency card"))
        self.close_button.clicked.connect(self.closed)
        self.country = MenuButton(
            theme, tuple(countries), directory.country, name=_("Country"), prompt=directory.name, icon="place"
        )
        self.country.chosen.connect(lambda code: self.moved.emit(str(code)))
        self.moments_button = Button(theme, _("Hard moments"), "plain", "pebble")
        self.moments_button.clicked.connect(self.moments)
        actions = [self.country, self.close_button] if not moments else \
            [self.moments_button, self.country, self.close_button]
        page = Page(theme, Header(theme, "", card.title, *actions))
        self.numbers = [NumberRow(theme, line, "figure") for line in directory.emergency]
        crisis = [line for line in directory.lines if _CRISIS in line.topics][:_MOST_LINES]
        checked = directory.checked(today)
        self.unknown = None if self.numbers else Told(
            theme, _("Emergency number"), _("It is not known here for your country. Ask for it today, and write it on "
                                            "the printed card."), "h3")  # fmt: skip
        calls = down(theme, *self.numbers, *([self.unknown] if self.unknown else []), gap=12)
        calls.put(*self._where(where))
        self.lines = [NumberRow(theme, line, "h3", checked=line in checked) for line in crisis]
        said: list[Item] = [heading(theme, _("For a crisis without danger to life")), *self.lines] if crisis else []
        self._crisis = box(down(theme, *said, gap=10))
        steps = down(theme, *(_step(theme, n, key, text) for n, (key, text) in enumerate(_steps(card), 1)), gap=14)
        steps.setContentsMargins(0, 0, 0, 0)
        self.steps = Sheet(theme, down(theme, steps, margins=(24, 20, 24, 24)), stack=1)
        calls.put(8)
        calls.put(*_translated(theme, card, where))
        self._beside, self._under = down(theme), down(theme)
        left = box(down(theme, box(calls), box(self._beside), gap=16))
        right = box(down(theme, self.steps, *self._never(card), gap=20))
        page.body.put(Columns(theme, left, right, shares=(5, 6), gap=28, below=_TWO), 8, box(self._under), 20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        theme.follow(self._measure)

    def begin(self) -> None:
        """Put the focus on the first number, so that a screen reader says it at once."""
        first: QWidget = self.numbers[0] if self.numbers else self.unknown or self.close_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is one column, what to do comes before the further numbers."""
        self._measure()

    def _measure(self) -> None:
        wide = self.width() >= self._theme.px(_TWO + 90)
        wanted = self._beside if wide else self._under
        if wanted.count() == 0:
            (self._under if wide else self._beside).removeWidget(self._crisis)
            wanted.addWidget(self._crisis)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _where(self, where: WhereWeAre) -> list[QWidget | int]:
        theme, parts = self._theme, []
        address = spoken_address(where.venue, where.address)
        said = ((_("Say this address"), address, True), (_("Ways out"), where.exits, False),
                (_("Where the phone works"), where.phone_signal, False),
                (_("First aid"), where.first_aid, False))  # fmt: skip
        for name, words, bold in said:
            if words.strip():
                parts.append(Told(theme, name, words, "h3" if bold else "body"))
        people = ((_("Safeguarding lead"), where.lead), (_("Deputy"), where.deputy))
        for name, (who, contact) in people:
            words = listed(filter(None, (who, contact)))
            if words:
                parts.append(Told(theme, name, words, "strong", number=contact))
        return [16, *parts] if parts else []

    def _never(self, card: EmergencyCard) -> list[QWidget]:
        if not card.never:
            return []
        lines = [Paragraph(self._theme, line[:1].upper() + line[1:] + ".") for line in card.never]
        return [box(down(self._theme, heading(self._theme, _("Never")), 6, *lines, gap=4))]


class NumberRow(Panel):
    """A number to ring, large, with what it is for; a screen reader says it figure by figure."""

    def __init__(self, theme: Theme, line: Helpline, role: Role, checked: bool = True) -> None:
        urgent = role == "figure"
        super().__init__(theme, None, "danger_tint" if urgent else "well", "danger" if urgent else None)
        number = Label(theme, line.number, role, "danger" if urgent else "ink", wrap=True, tabular=True)
        how = to_reach(line, interface())
        words: list[QWidget] = [Label(theme, line.name, "strong", wrap=True)]
        when = listed(filter(None, (line.hours, line.cost)))
        told = (line.what, how if line.keyword else before_number(line, interface()), when, line.note)
        words += [Label(theme, said, "small", "soft", wrap=True) for said in told if said]
        if not checked:
            words.append(Label(theme, _("Nobody has checked yet that this works."), "small", "look", wrap=True))
        body = box(down(theme, *words, gap=1))
        if urgent:
            number.setSizePolicy(number.sizePolicy().Policy.Fixed, number.sizePolicy().Policy.Minimum)
            number.setWordWrap(False)
            self.setLayout(across(theme, number, (body, 1), gap=20, margins=(20, 14, 16, 14)))
        else:
            self.setLayout(down(theme, number, 2, body, margins=(16, 10, 16, 12)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{line.name}: {spoken(how)}")
        self.setAccessibleDescription(" ".join(part for part in (line.what, line.hours, line.note) if part))


class Told(QWidget):
    """A fact to say on the phone, or somebody to tell."""

    def __init__(self, theme: Theme, name: str, words: str, role: Role, number: str = "") -> None:
        super().__init__()
        self.setLayout(
            down(theme, Label(theme, name, "small", "soft", wrap=True), Label(theme, words, role, wrap=True),
                 margins=(0, 5, 0, 5))
        )  # fmt: skip
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{name}: {words.replace(number, spoken(number)) if number else words}")


def _step(theme: Theme, number: int, key: str, text: str) -> QWidget:
    said = box(down(theme, Label(theme, key, "h3", wrap=True), 2, Paragraph(theme, text)))
    return box(across(theme, (Label(theme, str(number), "h2", "action", tabular=True), 0, TOP), (said, 1), gap=14))


def _steps(card: EmergencyCard) -> list[tuple[str, str]]:
    return [(step.key, step.text) for step in card.steps]


def spoken(number: str) -> str:
    """A number as a screen reader should say it: figure by figure, never as nine hundred and ninety-nine."""
    out: list[str] = []
    for before, sign in zip(" " + number, number, strict=False):
        out.append(f" {sign}" if sign.isdigit() and before.isdigit() else sign)
    return "".join(out)

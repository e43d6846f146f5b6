"""One card for a hard moment on its sheet: the first thing, what not to do, words, steps, numbers, times by a tap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, listed
from facilitator.model.agenda import LineKind
from facilitator.model.content import Step
from facilitator.model.hard_moment import HardMoment, LocalNumber, Tap
from facilitator.model.organisation import spoken_address
from ui.emergency import NumberRow, Told
from ui.screens.tonight.moments.asking import PAUSE_TAPS, Hard
from ui.theme import Role, Theme
from ui.widgets import TOP, Button, Flow, Label, Panel, Paragraph, Sheet, across, box, down, heading
from ui.widgets.layout import Item

_MARGINS = (28, 22, 28, 24)


class CardSheet(Sheet):
    """Shows a card, or what is always right when somebody is struggling. `tapped` carries a tap's id.

    `concerning` leads to what to do about somebody's safety, from the cards that call for the lead.
    """

    tapped = Signal(str)
    concerning = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, stack=2)
        self._theme = theme
        self._shown: object = None
        self.taps: dict[str, Button] = {}
        self._column = down(theme, margins=_MARGINS)
        self.setLayout(self._column)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_card(self, hard: Hard, card: HardMoment | None) -> None:
        """Show one of the cards; without one, the steps for any moment."""
        if (hard, card) == self._shown:
            return
        self._shown = hard, card
        self._column.clear()
        self.taps = {}
        if card is None:
            self._always(hard)
        else:
            self._card(hard, card)

    # ------------------------------------------------------------ somebody is struggling
    def _always(self, hard: Hard) -> None:
        theme = self._theme
        lead, second = hard.leaders
        self.setAccessibleName(_("Somebody is struggling"))
        self._column.put(Label(theme, _("Somebody is struggling"), "h2", wrap=True), 10)
        steps = (
            Step(key=_("Ask."), text=_("“Would you like to stay, or step out with one of us?”")),
            Step(key=_("One goes out."), text=_("{name} goes along, if they wish.").format(name=second) if second
                 else _("One of you goes along, if they wish. Never alone behind a locked door.")),
            Step(key=_("One stays."), text=_("{name} stays in the circle, and may read this slowly.").format(name=lead)
                 if lead else _("The other stays with the circle, and may read this slowly.")),
        )  # fmt: skip
        self._column.put(_steps(theme, hard, steps), 14)
        self._taps([tap for tap in hard.taps if tap.id in PAUSE_TAPS], hard)
        said = [line.text for line in hard.steady if line.kind is LineKind.SAY]
        if said:
            self._column.put(box(heading(theme, _("To read slowly"))), 8, _words(theme, hard, said), 18)
        self._numbers(hard, (LocalNumber.CRISIS, LocalNumber.LEAD))

    # ------------------------------------------------------------ a card
    def _card(self, hard: Hard, card: HardMoment) -> None:
        theme = self._theme
        self.setAccessibleName(card.title)
        first = Panel(theme, down(theme, Label(theme, hard.filled(card.first), "lead", wrap=True),
                                  margins=(20, 12, 16, 14)), "look_tint", "look")  # fmt: skip
        self._column.put(Label(theme, card.title, "h2", wrap=True), 10, first, 18)
        if card.urgent:
            self._numbers(hard, (LocalNumber.EMERGENCY,))
        self._column.put(_points(theme, hard, _("Don’t"), card.dont, "danger"), 18)
        self._column.put(box(heading(theme, _("Say"))), 8, _words(theme, hard, card.say), 18)
        self._column.put(box(heading(theme, _("Do"))), 8, _steps(theme, hard, card.steps), 18)
        self._taps(card.taps, hard)
        rest = [kind for kind in card.numbers if kind is not LocalNumber.EMERGENCY]
        self._numbers(hard, rest)
        self._column.put(_points(theme, hard, _("You may notice"), card.notice), 18)
        self._column.put(_points(theme, hard, _("Afterwards"), card.after))

    # ------------------------------------------------------------ parts
    def _taps(self, taps: Sequence[Tap], hard: Hard) -> None:
        if not taps:
            return
        theme = self._theme
        for tap in taps:
            button = self.taps[tap.id] = Button(theme, hard.filled(tap.words), "plain", "clock")
            button.clicked.connect(lambda _on=False, id=tap.id: self.tapped.emit(id))
        more = _("One press notes the time. No name, nothing of what was said.")
        self._column.put(box(heading(theme, _("Note the time"))), 4, Label(theme, more, "small", "soft", wrap=True), 8,
                         box(Flow(theme, *self.taps.values(), gap=8)), 20)  # fmt: skip

    def _numbers(self, hard: Hard, kinds: Sequence[LocalNumber]) -> None:
        theme, where = self._theme, hard.where
        rows: list[Item] = []
        for kind in kinds:
            role: Role = "figure" if kind is LocalNumber.EMERGENCY else "h3"
            lines = hard.numbers(kind)[:1] if kind is LocalNumber.EMERGENCY else hard.numbers(kind)
            rows += [NumberRow(theme, line, role) for line in lines]
            if kind is LocalNumber.EMERGENCY:
                address = spoken_address(where.venue, where.address)
                rows += [Told(theme, _("Say this address"), address, "strong")] if address else []
            if kind is LocalNumber.CRISIS and not lines:
                words = _("No line is checked yet. The numbers on the emergency card are there all the same.")
                rows.append(Label(theme, words, "small", "look", wrap=True))
            if kind is LocalNumber.LEAD:
                for name, (who, contact) in ((_("Safeguarding lead"), where.lead), (_("Deputy"), where.deputy)):
                    words = listed(filter(None, (who, contact)))
                    rows += [Told(theme, name, words, "strong", number=contact)] if words else []
                way = Button(theme, _("A concern: act first"), "plain", "warning")
                way.clicked.connect(self.concerning)
                rows.append(box(Flow(theme, way)))
        if rows:
            self._column.put(box(down(theme, *rows, gap=8)), 18)


def _steps(theme: Theme, hard: Hard, steps: Sequence[Step]) -> QWidget:
    """Numbered steps: the key word in bold, then what to do."""
    rows = [across(theme, (Label(theme, str(number), "h3", "action", tabular=True), 0, TOP),
                   (box(down(theme, Label(theme, step.key, "strong", wrap=True),
                             Paragraph(theme, hard.filled(step.text)))), 1), gap=14)
            for number, step in enumerate(steps, 1)]  # fmt: skip
    return box(down(theme, *rows, gap=10))


def _words(theme: Theme, hard: Hard, said: Sequence[str]) -> QWidget:
    """Words to say, behind a marigold bar."""
    lines = [Paragraph(theme, _("“{words}”").format(words=hard.filled(line))) for line in said]
    return Panel(theme, down(theme, *lines, gap=6, margins=(20, 10, 14, 12)), "ground", "look")


def _points(theme: Theme, hard: Hard, title: str, lines: Sequence[str], tone: str = "ink") -> QWidget:
    """A heading and its plain lines."""
    said = [Paragraph(theme, hard.filled(line)) for line in lines]
    head = Label(theme, title, "h3", "danger" if tone == "danger" else "ink", wrap=True)
    return box(down(theme, head, 4, *said, gap=4))

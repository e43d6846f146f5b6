"""How it was: slips typed in one after the other, and what they say together once nobody can be picked out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.errors import NameInNote, UserError
from facilitator.i18n import _, interface, ngettext
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.feedback import ENOUGH, Face, Heard, Instrument, Item, Measure, Slip, face_words, item_words
from facilitator.workspace import Workspace
from ui.screens.groups.feedback.measured import Measured
from ui.screens.groups.feedback.shares import answers_line
from ui.screens.groups.feedback.slip_pad import SlipPad
from ui.screens.groups.leaf import Holder, Leaf, Refusal, Room
from ui.screens.groups.where import Path, pack
from ui.widgets import (
    STRETCH,
    Button,
    ChoiceField,
    Columns,
    Label,
    Paragraph,
    Sheet,
    box,
    down,
    heading,
)
from ui.widgets.layout import Item as Part

MONTHS = 12
"""How far back slips are typed in."""
_MONTH = "month"


@dataclass(frozen=True, slots=True)
class _Found:
    group: str
    heard: Heard
    measures: tuple[Measure, ...]
    instruments: tuple[Instrument, ...]


class FeedbackPage(Leaf):
    """Typing at one side, what they say at the other."""

    areas = ("feedback", "groups")

    def __init__(self, room: Room, path: Path) -> None:
        theme = room.theme
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        super().__init__(room, path, _("How it was"), "", back=_("This group"))
        self._today = room.desk.clock.today()
        self.month = ChoiceField(theme, _("Slips of which month?"), [
            (day, interface().date(day, "MMMM y")) for day in months_back(self._today)], self._today.replace(day=1))
        self.month.chosen.connect(lambda _day: self.read())
        self.pad = SlipPad(theme)
        self.pad.kept.connect(lambda slip: self._keep(slip, False))
        self._warned = Refusal(room, below=12)
        self._said = Holder(theme)
        sheet = Sheet(theme, down(theme, box(heading(theme, _("Type a slip in"))), 8, self.month, 14, self._warned,
                                  self.pad, margins=(28, 20, 28, 24)), stack=2)  # fmt: skip
        self.body.put((Columns(theme, box(down(theme, sheet, STRETCH)), box(down(theme, self._said, STRETCH)),
                               shares=(52, 48), gap=40), 1))  # fmt: skip
        self._kept, self._keeping = False, False

    @property
    def shown(self) -> date:
        """The month that is typed in and shown."""
        value = self.month.value
        return value if isinstance(value, date) else self._today.replace(day=1)

    def read(self) -> None:
        """Ask for what the slips say."""
        month = self.shown

        def found(workspace: Workspace) -> _Found:
            return _Found(workspace.groups.get(self.group_id).name, workspace.feedback.heard(self.group_id, month),
                          workspace.feedback.measures(self.group_id), workspace.library.instruments())

        self.ask(found, self._show)

    def begins(self) -> QWidget | None:
        """The first line of the slip."""
        self.pad.begin()
        return None

    # ------------------------------------------------------------ what it shows
    def _show(self, found: _Found) -> None:
        self.head.say(found.group, _("How it was"))
        self._said.swap(*self._heard(found.heard), 26, self._measured(found), STRETCH)
        if not self._kept:
            self._kept = True
            self.room.desk.drafting.register(
                self, self._where, title=lambda: _("A feedback slip"), read=self._half_typed, restore=self._restore,
                record=pack(self.path))  # fmt: skip

    def _heard(self, heard: Heard) -> list[Part]:
        theme, month = self.theme, interface().date(heard.month, "MMMM y")
        parts: list[Part] = [box(heading(theme, month)), 4]
        count = ngettext("{n} slip so far.", "{n} slips so far.", heard.slips).format(n=heard.slips)
        if not heard.enough:
            more = _("Their answers are shown once there are {n} slips. "
                     "With fewer, people could guess who wrote what.").format(n=ENOUGH)
            return [*parts, Label(theme, count, "strong", wrap=True), 2, Paragraph(theme, more, "body", "soft")]
        parts += [Label(theme, count, "body", "soft", wrap=True), 12]
        for item in Item:
            counts = heard.counts[item]
            answers = [(_("{answer} {n}").format(answer=face_words(face), n=counts[face]), counts[face])
                       for face in Face]  # fmt: skip
            parts += [answers_line(theme, item_words(item), answers), 12]
        if heard.said:
            parts += [6, box(heading(theme, _("In their words"))), 6]
            for line in heard.said:
                parts += [Paragraph(theme, _("“{words}”").format(words=line)), 6]
        return parts

    def _measured(self, found: _Found) -> Measured:
        part = Measured(self.theme, found.measures, found.instruments)
        part.counting.connect(lambda: self.room.open((self.group_id, "feedback", "measure")))
        part.dropped.connect(lambda id: self.do(lambda workspace: workspace.feedback.bin(id)))
        return part

    # ------------------------------------------------------------ steps
    def _keep(self, slip: object, seen: bool) -> None:
        if not isinstance(slip, Slip) or self._keeping:  # a second Enter is no second slip
            return
        self._keeping = True
        group_id, month = self.group_id, self.shown

        def command(workspace: Workspace) -> Change:
            return workspace.feedback.add(group_id, month, slip, names_seen=seen)

        def kept(_change: Change) -> None:
            self._keeping = False
            self._warned.clear()
            self.pad.clear()

        def refused(error: UserError) -> None:
            self._keeping = False
            message = explain(error)
            keep = Button(self.theme, _("Keep it as it is"))
            keep.clicked.connect(lambda: self._keep(slip, True))
            self._warned.tell(message.said, message.next, keep if isinstance(error, NameInNote) else None)
            self.reveal(self._warned)

        self.room.desk.jobs.do(self, command, kept, refused=refused)

    def _half_typed(self) -> dict[str, str]:
        """A slip and the month it is of; nothing where nothing stands on it."""
        typed = self.pad.read()
        return {**typed, _MONTH: self.shown.isoformat()} if typed else {}

    def _restore(self, fields: Mapping[str, str]) -> None:
        self.pad.restore(fields)
        if (month := month_of(fields.get(_MONTH, ""), self._today)) not in (None, self.shown):
            self.month.choose(month)
            self.read()

    @property
    def _where(self) -> str:
        return "groups" + pack(self.path).decode()


def months_back(today: date) -> list[date]:
    """The first days of this month and those before it, newest first."""
    at, out = today.replace(day=1), []
    for _month in range(MONTHS):
        out.append(at)
        at = (at.replace(year=at.year - 1, month=12) if at.month == 1 else at.replace(month=at.month - 1))
    return out


def month_of(text: str, today: date) -> date | None:
    """The month that was written down with what was half typed, as long as it can still be chosen."""
    return next((day for day in months_back(today) if day.isoformat() == text), None)

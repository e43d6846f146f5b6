"""The form for how an evening was: how many people, how many of them new; written down once, corrected later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from facilitator.evening.counts import ADULTS
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.session import Count, OneAdult, Session, SessionStatus, one_adult_words
from facilitator.workspace import Workspace
from ui.screens.groups.evenings.finding import find
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.where import Path
from ui.screens.groups.words import day_words
from ui.widgets import CheckRow, ChoiceField, Columns, Fact, Field, Label, Panel, Stepper, box, down

_MOST = 999


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    session: Session
    ticked: int
    count: Count
    """What is kept, or what the ticks and the evenings before tell."""


class HappenedForm(Form):
    """Heads, and where they were counted: who was new and who came before."""

    enter_saves = False

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("How was it?"), back=_("This evening"), does=_("Write it down"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.session_id: Id = path[2] if isinstance(path[2], bytes) else b""
        self.heads: Stepper | None = None

    def read(self) -> None:
        """Ask for the evening as it is known."""
        if self.heads is not None:
            return
        today = self.room.desk.clock.today()

        def known(workspace: Workspace) -> _Known:
            session = find(workspace, self.group_id, self.session_id, today)
            counts = workspace.sessions.counts
            group, ticked = workspace.groups.get(self.group_id), counts.ticked(session.id)
            count = session.count
            if session.status is not SessionStatus.HELD:
                heads = ticked or counts.expected(group.id) if count.heads is None else count.heads
                count = workspace.attendance.told(session, replace(count, heads=heads))
            return _Known(group, session, ticked, count)

        self.ask(known, self._show)

    def begins(self) -> QWidget | None:
        """The head-count."""
        return self.heads

    # ------------------------------------------------------------ drawing
    def _show(self, known: _Known) -> None:
        theme, count = self.theme, known.count
        self._session, self._young = known.session, known.group.for_under_18s
        held = known.session.status is SessionStatus.HELD
        day = day_words(known.session.held_on, self.room.desk.clock.today())
        self.head.say(_("{group}, {when}").format(group=known.group.name, when=day),
                      _("Correct the count") if held else _("How was it?"))
        if held:
            self.primary.setText(_("Save the count"))
        self.heads = Stepper(theme, count.heads or 0, _("How many people were there?"), most=_MOST)
        everybody = Field(theme, _("How many people were there?"), self.heads, _("Everybody in the room, you too."))
        told = not held or count.newcomers is not None or count.returning is not None
        self.told = CheckRow(theme, _("We know who was new"), told, softens=False)
        self.newcomers = Stepper(theme, count.newcomers or 0, _("First time"), most=_MOST)
        self.returning = Stepper(theme, count.returning or 0, _("Came before"), most=_MOST)
        self._new = Field(theme, _("First time"), self.newcomers)
        self._before = Field(theme, _("Came before"), self.returning, _("Leave out those who run it."))
        self._pair = box(Columns(theme, self._new, self._before, gap=20, stacked_gap=14, below=380))
        self.adults = Stepper(theme, count.adults or 0, _("Adults in the room"), most=_MOST)
        adults = Field(theme, _("Adults in the room"), self.adults,
                       _("A circle for under-18s needs {n}.").format(n=ADULTS))  # fmt: skip
        self.why = ChoiceField(theme, _("Fewer than two adults? Say why"),
                               tuple((one, one_adult_words(one)) for one in OneAdult), known.session.one_adult,
                               _("It is marked for your safeguarding lead."))  # fmt: skip
        if not self._young:
            adults.hide()
            self.why.hide()
        self._sum = Label(theme, "", "body", "soft", wrap=True)
        facts: list[QWidget | int] = [Fact(theme, "info", _("Counts only. No name is needed, and none is kept here."))]
        if known.ticked:
            words = ngettext("{n} name is ticked as here.", "{n} names are ticked as here.", known.ticked)
            facts += [10, Fact(theme, "check", words.format(n=known.ticked))]
        if held:
            facts += [10, Fact(theme, "clock", _("What was written before is kept beside it."))]
        aside = Panel(theme, down(theme, *facts, margins=(20, 14, 16, 16)), "action_tint")
        self.lay(everybody, 16, self.told, 8, self._pair, 16, adults, 12, self.why, 12, self._sum, aside=aside)
        self.told.toggled.connect(self._say)
        for stepper in (self.heads, self.newcomers, self.returning):
            stepper.valueChanged.connect(self._say)
        self._say()
        self.keep()

    def _say(self, _value: object = None) -> None:
        """Say what the figures come to, before anybody saves them."""
        if self.heads is None:
            return
        heads, told = self.heads.value(), self.told.isChecked()
        self._pair.setVisible(told)
        named = self.newcomers.value() + self.returning.value() if told else 0
        self._new.accept()
        if named > heads:
            words = _("{named} is more than the {heads} who were there.").format(named=named, heads=heads)
            self._sum.set_tone("danger")
        elif not told or named == heads:
            words = ""
        else:
            self._sum.set_tone("soft")
            left = heads - named
            words = ngettext("That leaves {n} person: those who run it, or nobody asked.",
                             "That leaves {n} people: those who run it, or nobody asked.", left).format(n=left)
        self._sum.setText(words)

    # ------------------------------------------------------------ doing
    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.heads is None:
            return {}
        return {"heads": str(self.heads.value()), "told": str(int(self.told.isChecked())),
                "newcomers": str(self.newcomers.value()), "returning": str(self.returning.value()),
                "adults": str(self.adults.value()), "why": str(self.why.value or "")}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.heads is None:
            return
        self.heads.setValue(int(fields.get("heads", "0")))
        self.told.setChecked(fields.get("told", "1") == "1")
        self.newcomers.setValue(int(fields.get("newcomers", "0")))
        self.returning.setValue(int(fields.get("returning", "0")))
        self.adults.setValue(int(fields.get("adults", "0")))
        self.why.choose(next((one for one in OneAdult if one.value == fields.get("why")), None))

    def save(self) -> None:
        """Write it down, or correct it."""
        if self.heads is None:
            return
        session, told, chosen = self._session, self.told.isChecked(), self.why.value
        why = chosen if self._young and isinstance(chosen, OneAdult) else None
        was: Count = session.count
        count = replace(
            was, heads=self.heads.value(), newcomers=self.newcomers.value() if told else None,
            returning=self.returning.value() if told else None,
            adults=self.adults.value() if self._young else was.adults)

        def command(workspace: Workspace) -> Change:
            counts = workspace.sessions.counts
            held = workspace.sessions.now(session).status is SessionStatus.HELD
            if why is not None and (count.adults or 0) < ADULTS:
                return counts.hold(session, count, why)
            return counts.save(session, count) if held else counts.hold(session, count)

        self.send(command, lambda change: (self.group_id, "evenings", self.session_id))

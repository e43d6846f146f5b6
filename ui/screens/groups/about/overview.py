"""What a group is: whom it is for, how it takes people in, what it writes down, and what is still to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext, pgettext
from facilitator.model.content import ApplicationExplained, LevelExplained
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.workspace import Workspace
from ui.screens.groups.about.level import Consequences
from ui.screens.groups.part import Part
from ui.screens.groups.words import people_words, session_words
from ui.widgets import STRETCH, Aside, Button, Columns, Fact, Label, Panel, Paragraph, Sheet, box, down, heading


@dataclass(frozen=True, slots=True)
class _About:
    group: Group
    kind: ApplicationExplained
    level: LevelExplained
    next: str
    has_rule: bool
    has_agreement: bool
    venue: str


def _read(workspace: Workspace, group_id: Id, today: date) -> _About:
    group = workspace.groups.get(group_id)
    coming = workspace.sessions.next(group_id)
    return _About(
        group,
        workspace.library.application_explained(group.application),
        workspace.library.level_explained(group.record_level),
        "" if coming is None else session_words(coming, today),
        coming is not None or bool(workspace.sessions.series.of(group_id)),
        workspace.agreements.current(group_id) is not None,
        "" if group.venue_id is None else workspace.venues.get(group.venue_id).name,
    )


class AboutPart(Part):
    """The profile in words."""

    areas = ("groups", "sessions", "agreements", "venues")

    def read(self) -> None:
        """Ask for the profile."""
        today = self.room.desk.clock.today()
        self.ask(lambda workspace: _read(workspace, self.group_id, today), self._show)

    def _show(self, about: _About) -> None:
        theme, group = self.theme, about.group
        facts: list[Fact] = [Fact(theme, "calendar", about.next or _("No meeting planned yet"))]
        if about.venue:
            facts.append(Fact(theme, "place", about.venue))
        facts.append(Fact(theme, "groups", about.kind.name, about.kind.line))
        if group.is_open:
            facts.append(Fact(theme, "door", pgettext("a group", "Open"), _("Anybody may come, any time.")))
        else:
            facts.append(Fact(theme, "door", pgettext("a group", "Closed"), _("The same people come each time.")))
        if not group.is_ongoing:
            facts.append(Fact(theme, "clock", _("It has an end"), _("It runs for a set number of meetings.")))
        if group.size_cap is not None:
            facts.append(Fact(theme, "chair", _("Room for {people}").format(people=people_words(group.size_cap))))
        if group.min_age is not None:
            age = ngettext("From {n} year of age", "From {n} years of age", group.min_age).format(n=group.min_age)
            more = _("Two adults at every meeting, and a parent agrees first.") if group.for_under_18s else ""
            facts.append(Fact(theme, "person", age, more))
        change = self.way(_("Change"), "change", icon="pencil", quiet=True)
        parts: list[Fact | int] = []
        for fact in facts:
            parts += [fact, 12]
        sheet = Sheet(
            theme,
            down(
                theme,
                heading(theme, _("Who it is for"), change),
                4,
                Paragraph(theme, group.audience or _("Nobody has written this yet.")),
                18,
                *parts[:-1],
                margins=(26, 16, 26, 24),
            ),
            stack=2,
        )
        kept: list[QWidget | int] = [Consequences(theme, about.level)]
        kept += [8, self.way(_("How it was: feedback"), "feedback", icon="numbers", flush=True),
                 0, self.way(_("What went wrong: incidents"), "incidents", icon="warning", flush=True)]  # fmt: skip
        if group.record_level > RecordLevel.TALLY and not group.for_under_18s:
            kept += [0, self.way(_("Keep less about people"), "lower", icon="minus", flush=True)]
        if group.archived_on is None:
            kept += [0, self.way(_("Put this group away"), "away", icon="folder", flush=True)]
        columns = Columns(theme, sheet, box(down(theme, *kept, STRETCH)), shares=(55, 45), gap=32)
        step = self._step(about)
        self.redraw(*(() if step is None else (step, 18)), columns, STRETCH)

    def _step(self, about: _About) -> Panel | None:
        """The next thing that makes the group ready, if something is still open."""
        if about.group.archived_on is not None:
            return None
        if not about.has_rule:
            words, why = _("Next: say when you meet."), _("Then every evening gets its plan and its papers.")
            button = self.way(_("Say when you meet"), "meetings", "new", primary=True)
        elif not about.group.team or about.group.venue_id is None:
            runs = bool(about.group.team)
            words = _("Next: say where it meets.") if runs else _("Next: say who runs it, and where.")
            why = _("The address is there to read out if you ever need an ambulance.")
            button = self.way(_("Team and venue"), "team", primary=True)
        elif not about.has_agreement:
            words = _("Next: agree how you look after each other.")
            why = _("Twelve clauses are ready to start from.")
            button = self.way(_("Start the agreement"), "agreement", "change", primary=True)
        else:
            return None
        return next_step(self, words, why, button)


def next_step(part: Part, words: str, why: str, button: Button) -> Panel:
    """A panel that says what to do next."""
    theme = part.theme
    said = box(down(theme, Label(theme, words, "strong", wrap=True), 2, Label(theme, why, "small", "soft", wrap=True)))
    line = Aside(theme, said, button, gap=16, least=260)
    return Panel(theme, down(theme, box(line), margins=(20, 12, 14, 12)), "action_tint")

"""The attendance grid: names by days, filled from what is kept or empty for a pen. It has no sums of anybody."""

from __future__ import annotations

from datetime import date

from facilitator.documents.blocks import Block, PageBreak, Para, Rank, TickGrid, Title
from facilitator.documents.context import PresenceRow, SheetContext
from facilitator.documents.declaration import Audience, Document, Option, Sheet
from facilitator.documents.surround import dress, note, plain_day, shred_note
from facilitator.i18n import Translator
from facilitator.model.paper import PersonalData, Style

_DAYS = {Style.STANDARD: 10, Style.LARGE: 6, Style.SPACED: 8}
_ROWS = {Style.STANDARD: 18, Style.LARGE: 12, Style.SPACED: 16}
ROWS = Option(key="rows", label=lambda t: t.gettext("Rows"), default=0, least=0, most=60,
              zero=lambda t: t.gettext("As many as fit on one side."))
"""For a grid without names."""


def build(context: SheetContext) -> Sheet:
    """One side, more for many people or days; without names, empty rows to be filled in by hand, and so without days.
    """
    t = context.translator
    _ = t.gettext
    grid, days, rows = context.grid, _DAYS[context.style], _ROWS[context.style]
    title = _("Who was here")
    blocks: list[Block] = [Title(title)]
    if grid is None:
        count = context.option(ROWS) or rows
        blocks += [Para(_("Write the days along the top. Tick who was here."), Rank.INTRO),
                   TickGrid(_("First name"), ("",) * days, (("", ("",) * days),) * count)]
        when, sides = "", -(-count // rows)
    else:
        count = len(grid.days)
        people = grid.rows or (PresenceRow("", (None,) * count),) * (context.option(ROWS) or rows)
        parts = [range(start, min(start + days, count)) for start in range(0, count, days)] or [range(0)]
        for part in parts:
            if part.start:
                blocks.append(PageBreak())
            said = tuple((row.name, tuple(_word(row.ticks[at], t) for at in part)) for row in people)
            blocks.append(TickGrid(_("Name"), tuple(_day(grid.days[at], t) for at in part), said, _("here")))
        when = _span(grid.days, t)
        sides = len(parts) * max(1, -(-len(people) // rows))
    holds = grid is not None and bool(grid.rows)
    # Never the group's name: beside names it may tell what somebody lives with.
    return dress(DOCUMENT, context, title=title, kind=_("List"), blocks=tuple(blocks), note=note(when), handed=when,
                 source=_("A tick: here. A dash: not here. Empty: nobody noted it. Shredded within a week."),
                 brief=_("Tick: here. Dash: not here."), pages=sides,
                 personal=PersonalData.CONTAINED if holds else PersonalData.ONCE_FILLED,
                 privacy_note=shred_note(context))


def _word(tick: bool | None, t: Translator) -> str:
    return "" if tick is None else t.gettext("here") if tick else t.gettext("not here")


def _day(day: date, t: Translator) -> str:
    return f"{day.day}\n{t.date(day, 'MMM')}"


def _span(days: tuple[date, ...], t: Translator) -> str:
    if not days:
        return ""
    return t.gettext("{first} to {last}").format(first=plain_day(days[0], t), last=plain_day(days[-1], t))


DOCUMENT = Document(
    id="attendance-grid", title=lambda t: t.gettext("Attendance grid"), audience=Audience.TEAM, order=85, build=build,
    options=(ROWS,), by_days=True, both_sides=False, personal=PersonalData.CONTAINED,
    prints=("member.name", "attendance.present", "session.held_on"), place=lambda t: t.gettext("Facilitators"),
    outside=lambda t: t.gettext("A list"))

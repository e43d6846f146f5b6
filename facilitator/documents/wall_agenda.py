"""The agenda for the wall: when what begins, big enough to be read from every chair."""

from __future__ import annotations

from facilitator.documents.blocks import ClockLine, Clocks, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.surround import dress, full_day, given, group_name, note
from facilitator.model.agenda import clock_text
from facilitator.model.paper import Layout

_EVENING = 17 * 60


def build(context: SheetContext) -> Sheet:
    """One side, without anybody's name. Raises DocumentNeeds without a session or a plan."""
    t = context.translator
    _ = t.gettext
    session = given(context.session, "wall-agenda", Need.SESSION)
    agenda = given(context.agenda, "wall-agenda", Need.AGENDA)
    title = _("Tonight") if session.start_minute >= _EVENING else _("Today")
    starts = agenda.starts(session.start_minute)
    lines = [ClockLine(clock_text(start), segment.title)
             for start, segment in zip(starts, agenda.segments, strict=True)]
    lines.append(ClockLine(clock_text(session.start_minute + agenda.minutes), _("We stop, on time")))
    return dress(DOCUMENT, context, title=title, kind=_("Agenda"), blocks=(Title(title), Clocks(tuple(lines))),
                 note=note(_("For the wall"), group_name(context)),
                 source=note(full_day(session.held_on, t)) + ". " + _("You can pass on anything. You can step out."),
                 brief=_("You can pass on anything."))


DOCUMENT = Document(
    id="wall-agenda", title=lambda t: t.gettext("Agenda for the wall"), audience=Audience.WALL, order=25, build=build,
    needs=(Need.SESSION, Need.AGENDA), both_sides=False, layouts=(Layout.PAGE, Layout.POSTER),
    prints=("groups.name", "session.held_on", "session.start_minute", "agenda.segments"),
    place=lambda t: t.gettext("Wall"), outside=lambda t: t.gettext("Times"))

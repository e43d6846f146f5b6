"""The welcome leaflet: what somebody wants to know who comes for the first time, and when we meet."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Box, Heading, Items, Para, Rank, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Per, Sheet
from facilitator.documents.easy import welcome
from facilitator.documents.surround import dress, given, group_name, note, source_line
from facilitator.documents.words import Text, join, rich
from facilitator.model.agenda import clock_text
from facilitator.model.organisation import spoken_address
from facilitator.model.paper import Layout, Style


def build(context: SheetContext) -> Sheet:
    """One side, two in large print; when and where we meet, where that is known. Raises DocumentNeeds without words."""
    _ = context.translator.gettext
    leaflet = given(context.welcome, "welcome-leaflet", Need.WELCOME)
    blocks: list[Block] = [Title(leaflet.title), Para(leaflet.summary, Rank.INTRO)]
    for part in leaflet.parts:
        blocks += [Heading(part.title), Items(part.lines)]
    meeting = _meeting(context)
    if meeting:
        blocks.append(Box(tuple(Para(line) for line in meeting), title=_("When and where"), heavy=True))
    return dress(DOCUMENT, context, title=leaflet.title, kind=_("Welcome"), blocks=tuple(blocks),
                 note=note(_("Yours to keep"), group_name(context)), source=source_line(leaflet.origin, context))


def _meeting(context: SheetContext) -> tuple[Text, ...]:
    """When this evening is, and the next one; the place; never the group."""
    t = context.translator
    _ = t.gettext
    out: list[Text] = []
    if context.session is not None:
        start = context.session.start_minute
        when = {"start": clock_text(start), "end": clock_text(start + context.session.minutes)}
        out.append(rich(_("<b>We meet:</b> {start} to {end}."), **when))
        if context.next_session is not None:
            following = rich(_("<b>Next time:</b> {day}."), day=t.date(context.next_session))
            # In one line where that is read at a glance: on the shorter paper it saves the second side.
            out = [join(*out, " ", following)] if context.style is Style.STANDARD else [*out, following]
    if context.venue is not None and context.venue.name:
        place = spoken_address(context.venue.name, context.venue.address)
        out.append(rich(_("<b>Where:</b> {place}."), place=place.rstrip(".")))
        if context.venue.access.strip():
            out.append(rich(_("<b>Getting in:</b> {access}"), access=" ".join(context.venue.access.split())))
    return tuple(out)


def _easy(context: SheetContext) -> Sheet | None:
    return welcome.build(DOCUMENT, context)


DOCUMENT = Document(
    id="welcome-leaflet", title=lambda t: t.gettext("Welcome leaflet"), audience=Audience.GIVE, order=47, build=build,
    needs=(Need.WELCOME,), per=Per.NEWCOMER, more_pages={Style.LARGE: 2},
    easy=_easy, layouts=(Layout.PAGE, Layout.BOOK),
    prints=("groups.name", "session.start_minute", "session.minutes", "session.held_on", "venue.name", "venue.address",
            "venue.access"),
    place=lambda t: t.gettext("By the door"), outside=lambda t: t.gettext("A few notes"))

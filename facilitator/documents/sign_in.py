"""The sign-in sheet: a first name and two ticks, and nothing that would put a name beside a topic."""

from __future__ import annotations

from facilitator.documents.blocks import (
    Beside,
    Block,
    Box,
    CountLine,
    DoneLine,
    PageBreak,
    Para,
    Rank,
    SignIn,
    Title,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Option, Sheet
from facilitator.documents.surround import dress, full_day, note, plain_day, shred_day
from facilitator.model.agenda import clock_text
from facilitator.model.paper import PersonalData, Style

_A_PAGE = {Style.STANDARD: 14, Style.LARGE: 8, Style.SPACED: 10}
_SPARE = 2
ROWS = Option(key="rows", label=lambda t: t.gettext("Rows"), default=0, least=0, most=112,
              zero=lambda t: t.gettext("As many as the people we expect need."))


def build(context: SheetContext) -> Sheet:
    """Fourteen rows a sheet, more sheets for more people; without a session the day is written in by hand."""
    t = context.translator
    _ = t.gettext
    session = context.session
    wanted = context.option(ROWS) or (context.expected or 0) + _SPARE
    rows = _A_PAGE[context.style]
    sheets = max(1, -(-wanted // rows))
    title = _("Sign in: a first name and a tick")
    how = _("Write the name you like to be called. No surname, no phone number. Prefer no name? Make a dot.")
    blocks: list[Block] = [Title(title), Para(how, Rank.INTRO)]
    for place in range(sheets):
        if place:
            blocks.append(PageBreak())
        blocks.append(SignIn(_("First name"), (_("Here"), _("Gone home")), rows, first=place * rows + 1))
    count = Box((CountLine((_("In"), _("Out")), _("Same?")),), title=_("Count"))
    shred = Box((DoneLine(_("Done by")),), heavy=True,
                title=_shred(context))
    blocks.append(Beside((count, shred)))
    # Never the group's name: beside a first name it may tell what somebody lives with.
    day = note(full_day(session.held_on, t), clock_text(session.start_minute)) if session else _("Day and time:")
    return dress(DOCUMENT, context, title=title, kind=_("Sign-in"), blocks=tuple(blocks), note=day, handed=day,
                 brief=_("Shredded within a week."),
                 source=_("For counting in and out, and for a fire roll-call. Shredded within a week."),
                 personal=PersonalData.ONCE_FILLED, privacy_note=_("Keep face down"), pages=sheets)


def _shred(context: SheetContext) -> str:
    t = context.translator
    if context.session is None:
        return t.gettext("Shred within a week")
    return t.gettext("Shred by {day}").format(day=plain_day(shred_day(context), t))


DOCUMENT = Document(
    id="sign-in", title=lambda t: t.gettext("Sign-in sheet"), audience=Audience.TABLE, order=40, build=build,
    options=(ROWS,), both_sides=False, more_pages={Style.LARGE: 2}, personal=PersonalData.ONCE_FILLED,
    prints=("session.held_on", "session.start_minute"), place=lambda t: t.gettext("By the door"),
    outside=lambda t: t.gettext("Sign in: a first name and a tick"))

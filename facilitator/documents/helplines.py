"""Who to call or text: for people in the circle what somebody has checked, for the team everything with its state."""

from __future__ import annotations

from facilitator.documents.blocks import (
    Block,
    Contact,
    Contacts,
    Danger,
    Heading,
    PageBreak,
    Para,
    Rule,
    Title,
    WriteLines,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Per, Sheet
from facilitator.documents.easy import helplines as easy_helplines
from facilitator.documents.surround import (
    dress,
    emergency_number,
    given,
    group_name,
    month,
    note,
    own_first,
    plain_day,
)
from facilitator.i18n import PSEUDO
from facilitator.model.content import Directory, Helpline
from facilitator.model.paper import PersonalData, Style
from facilitator.model.reached import before_number

_A_SIDE = 9
_TO_WRITE, _MORE = 4, 2
"""Lines to write numbers on, and those that are added where half a side would be empty."""
_ONE_SIDE = 5
"""Lines for one worry that have a side of their own in large print; more of them flow on."""


def build(context: SheetContext) -> Sheet:
    """For people in the circle: never refuses. Raises DocumentNeeds without a directory."""
    _ = context.translator.gettext
    directory = given(context.directory, "helplines", Need.DIRECTORY)
    lines = directory.checked(context.today)
    blocks = _top(directory, context) + _sections(lines, directory, context, team=False)
    rows = max(0, _TO_WRITE - len(lines) // 2)
    if context.style is Style.STANDARD:
        rows += _MORE if not lines else _TO_WRITE if len(lines) > _A_SIDE else 0
    if rows:
        blocks += [Rule(heavy=True), Heading(_("Numbers I trust")), WriteLines((_("Name:"), _("Number:")) * rows,
                                                                             columns=2)]
    blocks += _near_us(context)
    return dress(PARTICIPANTS, context, title=_("Who to call or text"), kind=_("Helplines"), blocks=tuple(blocks),
                 note=note(_("Yours to keep"), directory.name), source=_source(context),
                 personal=PersonalData.NONE, pages=_pages(len(lines), context), brief=_brief(context))


def build_for_team(context: SheetContext) -> Sheet:
    """For facilitators: every line, unchecked ones stamped. Raises DocumentNeeds without a directory."""
    t = context.translator
    _ = t.gettext
    directory = given(context.directory, "helplines-team", Need.DIRECTORY)
    checked = directory.checked(context.today)
    open_ = len(directory.lines) - len(checked)
    blocks = _top(directory, context) + _sections(directory.lines, directory, context, team=True) + _near_us(context)
    draft = t.ngettext("Draft: {open} of {all} number not checked yet",
                       "Draft: {open} of {all} numbers not checked yet", len(directory.lines))
    warning = draft.format(open=open_, all=len(directory.lines)) if open_ else ""
    return dress(TEAM, context, title=_("Who to call or text"), kind=_("Helplines, team"), blocks=tuple(blocks),
                 note=note(_("For facilitators"), directory.name),
                 running=note(_("For facilitators"), directory.name, group_name(context)), warning=warning,
                 source=_source(context), pages=_pages(len(directory.lines), context), brief=_brief(context))


def _top(directory: Directory, context: SheetContext) -> list[Block]:
    t = context.translator
    _ = t.gettext
    out: list[Block] = [Title(_("Who to call or text"))]
    number = emergency_number(directory, t)
    if number:
        what = directory.emergency[0].what
        out.append(Danger(_("In danger now?"), " ".join(
            part for part in (_("You, or someone with you."), f"{what.rstrip('.')}." if what else "") if part), number))
    return out


def _sections(lines: tuple[Helpline, ...], directory: Directory, context: SheetContext, team: bool) -> list[Block]:
    t = context.translator
    _ = t.gettext
    checked = directory.checked(context.today)
    heads = (("any", _("Any worry")), ("one", _("For one kind of worry")))
    out: list[Block] = []
    for section, head in heads:
        rows = tuple(_contact(line, line in checked, context, team)
                     for line in own_first(lines, context) if line.section == section)
        if rows:
            if section == "one" and out and context.style is not Style.STANDARD and len(rows) <= _ONE_SIDE:
                out.append(PageBreak())
            out.append(Contacts(head, rows, _("Verify\nbefore print")))
    if not out:
        out.append(Para(_("No helpline has been checked yet. Ask us which numbers are right, and write them here.")))
    return out


def _contact(line: Helpline, checked: bool, context: SheetContext, team: bool) -> Contact:
    t = context.translator
    _ = t.gettext
    told = (line.what, *((line.hours, line.cost) if not team else ()))
    if line.failed_on is not None:
        told = (_("Did not work when we tried in {month}").format(month=month(line.failed_on, t)),)
    what = ". ".join(part.rstrip(".") for part in told if part)
    rang = ""
    if team and checked and line.verified_on is not None:
        rang = _("Checked\n{month}").format(month=month(line.verified_on, t))
    return Contact(line.name, what, line.number, before_number(line, t), rang, verify=team and not checked)


def _near_us(context: SheetContext) -> list[Block]:
    _ = context.translator.gettext
    return [Rule(heavy=True), Heading(_("Near us")),
            WriteLines((_("Crisis team:"), _("Our group phone:")), columns=2, each=2, give=1)]


def _pages(lines: int, context: SheetContext) -> int:
    sides = 1 if lines <= _A_SIDE else 2
    return sides if context.style is Style.STANDARD else sides + 1


def _brief(context: SheetContext) -> str:
    t = context.translator
    return " ".join((t.gettext("Printed {day}.").format(day=plain_day(context.today, t)),
                     t.gettext("Not a substitute for professional help.")))


def _source(context: SheetContext) -> str:
    t = context.translator
    _ = t.gettext
    english = context.directory is None or not context.directory.lines or t.language in ("en", PSEUDO)
    return " ".join((*(() if english else (_("What is said of each line is in English."),)),
                     _("Printed {day}.").format(day=plain_day(context.today, t)),
                     _("Numbers are checked again after six months."), _("Not a substitute for professional help.")))


def _easy(context: SheetContext) -> Sheet | None:
    return easy_helplines.build(PARTICIPANTS, context)


PARTICIPANTS = Document(
    id="helplines", title=lambda t: t.gettext("Helplines"), audience=Audience.GIVE, order=60, build=build,
    needs=(Need.DIRECTORY,), per=Per.PERSON, more_pages={Style.LARGE: 2}, easy=_easy,
    place=lambda t: t.gettext("Chairs"), outside=lambda t: t.gettext("Useful numbers"))

TEAM = Document(
    id="helplines-team", title=lambda t: t.gettext("Helplines for facilitators"), audience=Audience.TEAM, order=65,
    build=build_for_team, needs=(Need.DIRECTORY,), more_pages={Style.LARGE: 2}, prints=("groups.name",),
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("Useful numbers"))

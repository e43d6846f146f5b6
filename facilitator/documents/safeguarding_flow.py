"""Act first, write later: what to do when somebody may be hurt, on one side, with whom to call and what never to do."""

from __future__ import annotations

from facilitator.documents.blocks import (
    Beside,
    Block,
    Box,
    Danger,
    Hang,
    Items,
    Mark,
    Para,
    Rank,
    Say,
    Title,
    WriteLines,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.leads import lead_lines
from facilitator.documents.picking import shelf
from facilitator.documents.surround import dress, emergency_number, note, source_line
from facilitator.documents.words import Text, rich
from facilitator.model.content import Directory
from facilitator.model.paper import PersonalData, Style
from facilitator.model.safeguarding import OUTSIDE, Branch, FlowStep, SafeguardingFlow

_TELL = "tell"


def build(context: SheetContext) -> Sheet:
    """One side, two in large print. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    flow = shelf(context, DOCUMENT.id).safeguarding
    number = emergency_number(context.directory, context.translator)
    leads = lead_lines(context)
    blocks: list[Block] = [Title(flow.title), Para(flow.summary, Rank.INTRO, give=1)]
    if number:
        blocks.append(Danger(flow.danger, flow.call, number))
    blocks += [_step(place, step, flow) for place, step in enumerate(flow.steps, 1)]
    narrow = context.style is not Style.STANDARD
    blocks.append(Box((Items(flow.never, Mark.CROSS, columns=1 if narrow else 2, small=True),), title=_("Never")))
    named = tuple(Para(line) for line in leads)
    blocks += named if narrow else [Beside(named)] if named else []
    if not leads:
        blocks.append(WriteLines((_("Lead:"), _("Deputy:")), columns=2))
    outside = _outside(context)
    services = WriteLines((_("Social services:"),))
    blocks.append(services if not outside or narrow else Beside((services, Para(outside, Rank.SMALL))))
    if outside and narrow:
        blocks.append(Para(outside))
    return dress(
        DOCUMENT, context, title=flow.title, kind=_("Safeguarding"), blocks=tuple(blocks),
        note=note(_("For facilitators"), _("keep it in the folder")), source=source_line(flow.origin, context),
        brief=_("Not legal advice."), personal=PersonalData.CONTAINED if leads else PersonalData.ONCE_FILLED)


def _step(place: int, step: FlowStep, flow: SafeguardingFlow) -> Block:
    """A step with its words to say; whom to tell in each case stands where one is told to tell."""
    told: list[Block] = [Para(step.text)]
    if step.id == _TELL:
        told = [Para(f"{step.text} {flow.branch(Branch.LEAD).short} {flow.branch(Branch.NO_LEAD).short}"),
                Para(f"{flow.branch(Branch.FACILITATOR).short} {flow.branch(Branch.ABOUT_LEAD).short}")]
    if step.say:
        told.append(Say(step.say))
    return Hang(f"{place}  {step.key}", tuple(told))


def _outside(context: SheetContext) -> Text:
    """Whom to call outside: on a sheet for the team also a line that nobody has checked yet, and it says so."""
    _ = context.translator.gettext
    directory = context.directory or Directory(country="", name="", emergency=(), lines=())
    checked = directory.checked(context.today)
    said: list[Text] = []
    for line in directory.lines:
        if OUTSIDE[0] in line.topics:
            words = _("<b>{name} {line}</b>") if line in checked else _("{name} {line} (verify)")
            said.append(rich(words, name=line.name, line=line.number.replace(" ", "\u00a0")))
    return said[0] if said else ""


DOCUMENT = Document(
    id="safeguarding-flow", title=lambda t: t.gettext("Safeguarding: act first"), audience=Audience.TEAM, order=73,
    build=build, needs=(Need.SHELF,), personal=PersonalData.CONTAINED, both_sides=False, more_pages={Style.LARGE: 2},
    prints=("organisation.lead_name", "organisation.lead_contact", "organisation.deputy_name",
            "organisation.deputy_contact"),
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("First things first, step by step"))

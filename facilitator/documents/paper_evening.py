"""An evening with the laptop shut: how to run it on the front, and on the back what is taken in later, in its order."""

from __future__ import annotations

from facilitator.documents.blocks import (
    Blanks,
    Block,
    Circles,
    Hang,
    Heading,
    Items,
    Mark,
    PageBreak,
    Para,
    Rank,
    Rule,
    Title,
)
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.picking import shelf
from facilitator.documents.surround import dress, full_day, group_name, note, source_line
from facilitator.i18n import Translator
from facilitator.model.content import Leaflet
from facilitator.model.paper import Style
from facilitator.model.rota import ROTATING, Role
from facilitator.model.running import FINGERS

_HEADS = 20


def build(context: SheetContext) -> Sheet:
    """Two sides: the second asks the numbers and ticks that the program asks afterwards. Raises DocumentNeeds."""
    t = context.translator
    _ = t.gettext
    leaflet = shelf(context, DOCUMENT.id).paper_evening
    day = full_day(context.session.held_on, t) if context.session else _("Day:")
    return dress(DOCUMENT, context, title=leaflet.title, kind=_("Paper evening"),
                 blocks=(*_front(leaflet), PageBreak(), *_back(context)),
                 note=note(_("One of you keeps it"), group_name(context)), running=note(day, group_name(context)),
                 handed=day, source=source_line(leaflet.origin, context), brief=_("Numbers and ticks, no names."))


def _front(leaflet: Leaflet) -> list[Block]:
    return [Title(leaflet.title), Para(leaflet.summary, Rank.INTRO),
            *(Hang(part.title, (Items(part.lines, Mark.TICK_BOX, small=True),)) for part in leaflet.parts)]


def _back(context: SheetContext) -> list[Block]:
    """In the order of the form that takes a paper evening in: numbers, what was held, hands, jobs, papers."""
    t = context.translator
    _ = t.gettext
    alt = _("Came: circles numbered 1 to {last} to cross off").format(last=_HEADS)
    numbers = [_("Came"), _("First time"), _("Went home")]
    if context.group is not None and context.group.for_under_18s:
        numbers.append(_("Adults"))
    blocks: list[Block] = [
        Heading(_("As they come")),
        Para(_("Cross off one for each person, you too. First time here? Circle it twice.")),
        Circles(_HEADS, alt), Rule(heavy=True), Heading(_("To type in afterwards, in this order")),
        Hang(_("Numbers"), (Blanks(tuple(numbers)),))]
    parts = tuple(segment.title for segment in context.agenda.segments) if context.agenda else ()
    if parts:
        blocks.append(Hang(_("What was held"), (Items(parts, Mark.TICK_BOX, columns=2),)))
    jobs = tuple(_role(role, t) for role in ROTATING)
    blocks += [
        Hang(_("Read aloud"), (Items((_("Agreement read"), _("Limits read")), Mark.TICK_BOX, columns=2),)),
        Hang(_("Last show of hands"), (Blanks((_("Fist"), *(str(fingers) for fingers in range(1, FINGERS)))),)),
        Hang(_("Taken for next time"), (Items(jobs, Mark.TICK_BOX, columns=2),)),
        Hang(_("Shredded"), (Items((_("All that was entered"),), Mark.TICK_BOX),))]
    return blocks


def _role(role: Role, t: Translator) -> str:
    """A job by its name, in the language of the sheet."""
    _ = t.gettext
    return {Role.WELCOMER: _("Welcomes"), Role.TIMEKEEPER: _("Keeps time"), Role.READER: _("Reads"),
            Role.FIRST_SPEAKER: _("Speaks first"), Role.TEA: _("Makes tea")}[role]


DOCUMENT = Document(
    id="paper-evening", title=lambda t: t.gettext("Paper evening"), audience=Audience.TEAM, order=23, build=build,
    needs=(Need.SHELF,), pages=2, more_pages={Style.LARGE: 4},
    prints=("session.held_on", "groups.name", "agenda.segments"), place=lambda t: t.gettext("Facilitators"),
    outside=lambda t: t.gettext("On paper"))

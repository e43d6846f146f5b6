"""The cover slip of a pack: how much paper, in which order, where each piece lies, what comes back to be shredded."""

from __future__ import annotations

from facilitator.documents.blocks import (
    Beside,
    Block,
    Box,
    Column,
    ColumnKind,
    Fact,
    Facts,
    Items,
    Mark,
    Para,
    Row,
    Table,
    Title,
)
from facilitator.documents.context import PackLine, SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.surround import dress, full_day, group_name, note
from facilitator.documents.words import Text, join, rich
from facilitator.i18n import Translator
from facilitator.model.agenda import clock_text
from facilitator.model.paper import PersonalData, Style

_SPARE_CHAIRS = 2
_MONEY = {"GB": ("GBP", "{n}p"), "IE": ("EUR", "{n}c"), "US": ("USD", "{n}¢")}
_EVENING = 17 * 60


def build(context: SheetContext) -> Sheet:
    """One side, more for a long pack. Raises DocumentNeeds without the pack's lines."""
    t = context.translator
    _ = t.gettext
    context.require("cover-slip", (Need.PACK,))
    evening = context.session is None or context.session.start_minute >= _EVENING
    title = _("Tonight’s pack") if evening else _("Today’s pack")
    blocks: list[Block] = [Title(title)]
    when = _when(context)
    if when:
        blocks.append(Para(when))
    blocks += [_facts(context), _order(context, t), _lists(context.pack, t)]
    return dress(DOCUMENT, context, title=title, kind=_("Cover slip"), blocks=tuple(blocks),
                 note=note(_("For facilitators"), group_name(context)),
                 source=_("A black bar marks what holds personal data, or will once it is filled in."))


def _when(context: SheetContext) -> Text:
    t = context.translator
    _ = t.gettext
    parts: list[Text] = []
    if context.session is not None:
        parts.append(rich(_("<b>{day}, {start}.</b>"), day=full_day(context.session.held_on, t),
                          start=clock_text(context.session.start_minute)))
    if context.venue is not None and context.venue.name:
        parts.append(f" {context.venue.name}.")
    if context.expected:
        parts.append(" " + _("Expect {n}; put out {chairs} chairs.").format(
            n=context.expected, chairs=context.expected + _SPARE_CHAIRS))
    return join(*parts)


def _facts(context: SheetContext) -> Facts:
    t = context.translator
    sheets = sum(line.sheets for line in context.pack)
    sides = sum(line.pages * line.copies for line in context.pack)
    facts = [Fact(str(sheets), t.ngettext("sheet of paper", "sheets of paper", sheets)),
             Fact(str(sides), t.ngettext("printed side", "printed sides", sides))]
    country = context.organisation.country if context.organisation else ""
    if context.cost_a_side and country in _MONEY:
        currency, small = _MONEY[country]
        facts.append(Fact(t.money(sides * context.cost_a_side / 100, currency),
                          t.gettext("at {cost} a side").format(cost=small.format(n=context.cost_a_side))))
    return Facts(tuple(facts))


def _order(context: SheetContext, t: Translator) -> Table:
    _ = t.gettext
    lines = context.pack
    if context.style is not Style.STANDARD:
        return _short_order(lines, t)
    columns = (Column(_("In this order"), ColumnKind.NAME), Column(_("Copies"), ColumnKind.COUNT),
               Column(_("Sheets"), ColumnKind.COUNT), Column(_("Print on")), Column(_("Where")))
    rows = tuple(Row((line.title, str(line.copies), str(line.sheets),
                      _sides(line, t), line.place), flagged=line.personal is not PersonalData.NONE) for line in lines)
    return Table(columns, rows)


def _short_order(lines: tuple[PackLine, ...], t: Translator) -> Table:
    """The same in three columns: how it is printed stands under what it is."""
    _ = t.gettext
    columns = (Column(_("In this order"), ColumnKind.NAME), Column(_("Copies"), ColumnKind.COUNT),
               Column(_("Sheets"), ColumnKind.COUNT))
    rows = tuple(Row((join(line.title, "\n", note(line.place, _sides(line, t))), str(line.copies), str(line.sheets)),
                     flagged=line.personal is not PersonalData.NONE) for line in lines)
    return Table(columns, rows)


def _sides(line: PackLine, t: Translator) -> str:
    return t.gettext("both sides") if line.both_sides and line.pages > 1 else t.gettext("one side")


def _lists(lines: tuple[PackLine, ...], t: Translator) -> Block:
    _ = t.gettext
    found = {line.document for line in lines}
    first = [_("Sort by the tab at the top")]
    if "agreement-poster" in found:
        first.append(_("Poster up"))
    if found & {"coping-handout", "helplines", "chair-card"}:
        first.append(_("Handouts on chairs"))
    if found & {"sign-in", "tally"}:
        first.append(_("Sign-in by the door, with a pen") if "sign-in" in found else _("Tally by the door, with a pen"))
    if any(line.discreet for line in lines):
        first.append(_("Discreet sheets folded, printed side in"))
    before = Box((Items(tuple(first), Mark.TICK_BOX),), title=_("Before people arrive"))
    back: list[Text] = [t.ngettext("{title}, {n} copy", "{title}, {n} copies", line.copies).format(
        title=line.title, n=line.copies) for line in lines if line.shredded]
    back.append(_("Any slip with a name on it"))
    return Beside((before, Box((Items(tuple(back), Mark.TICK_BOX),), title=_("Bring back and shred"), heavy=True,
                               flagged=True)))


DOCUMENT = Document(
    id="cover-slip", title=lambda t: t.gettext("Cover slip"), audience=Audience.TEAM, order=10, build=build,
    needs=(Need.PACK,), more_pages={Style.LARGE: 2},
    prints=("groups.name", "venue.name", "session.held_on", "session.start_minute"),
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("What to print"))

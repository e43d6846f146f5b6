"""The tally sheet: circles to cross off, so that a count needs no name."""

from __future__ import annotations

from facilitator.documents.blocks import Blanks, Block, Circles, Heading, PageBreak, Para, Rank, Rule, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Option, Sheet
from facilitator.documents.surround import dress, full_day, group_name, note
from facilitator.i18n import Translator
from facilitator.model.paper import Style

_A_PAGE = 20
_NEW = 10
_SPARE = 2
CIRCLES = Option(key="circles", label=lambda t: t.gettext("Circles"), default=0, least=0, most=4 * _A_PAGE,
                 zero=lambda t: t.gettext("As many as the people we expect need."))


def build(context: SheetContext) -> Sheet:
    """Twenty heads a side, a second side for more; without a session the day is written in by hand."""
    t = context.translator
    _ = t.gettext
    day = full_day(context.session.held_on, t) if context.session else _("Day:")
    wanted = context.option(CIRCLES) or (context.expected or 0) + _SPARE
    tables = max(1, -(-wanted // _A_PAGE))
    large = context.style is not Style.STANDARD
    title = _("Count heads, not names")
    blocks: list[Block] = [Title(title), Para(
        _("Cross off one number for each person. The last number you cross is the total."), Rank.INTRO)]
    for side in range(tables):
        first = side * _A_PAGE + 1
        if side:
            blocks.append(PageBreak())
        blocks += _circles(_("Came in"), _("Everyone, facilitators too."), _A_PAGE, first, t)
        if not side:
            blocks += _circles(_("First time here"), _("Cross one here as well. Say hello to each one."), _NEW, 1, t)
        if large:
            blocks.append(PageBreak())
        blocks += _circles(_("Went home"),
                           _("Is this the same as “Came in”? If not, look for the missing person now."),
                           _A_PAGE, first, t)
    blocks += [Rule(heavy=True), Heading(_("Totals")), Blanks((_("Came in"), _("First time"), _("Went home")))]
    return dress(DOCUMENT, context, title=title, kind=_("Tally"), blocks=tuple(blocks), handed=day,
                 pages=tables * (2 if large else 1), note=note(day, group_name(context)),
                 brief=_("Copy the totals, then recycle."),
                 source=_("Also the roll-call if there is a fire. Copy the totals, then recycle."))


def _circles(head: str, words: str, count: int, first: int, t: Translator) -> tuple[Block, ...]:
    alt = t.gettext("{head}: circles numbered {first} to {last} to cross off").format(
        head=head, first=first, last=first + count - 1)
    return Heading(head), Para(words), Circles(count, alt, first)


DOCUMENT = Document(
    id="tally", title=lambda t: t.gettext("Tally sheet"), audience=Audience.TEAM, order=45, build=build,
    options=(CIRCLES,), both_sides=False, more_pages={Style.LARGE: 2}, prints=("session.held_on", "groups.name"),
    place=lambda t: t.gettext("By the door"), outside=lambda t: t.gettext("A count"))

"""The group's agreement for the wall: a big line to read aloud, a small line of why."""

from __future__ import annotations

from itertools import groupby

from facilitator.documents.blocks import Block, ClauseLine, Clauses, PageBreak, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.easy import agreement
from facilitator.documents.surround import dress, given, group_name, month, note, plain_day
from facilitator.model.agreement import AgreementVersion
from facilitator.model.paper import Layout, Style

_REASONS_GO_SECOND = 2


def build(context: SheetContext) -> Sheet:
    """One side: the title shrinks first, then the reasons go. Raises DocumentNeeds without an agreement."""
    _ = context.translator.gettext
    agreement = given(context.agreement, "agreement-poster", Need.AGREEMENT)
    title = _("How we look after each other")
    book = context.layout(DOCUMENT.layouts) is Layout.BOOK
    lines = () if book else tuple(_("How we look\nafter each other").split("\n"))
    blocks: list[Block] = [Title(title, lines), *_groups(agreement)]
    if context.style is not Style.STANDARD and len(blocks) > 2 and not book:
        blocks.insert(_middle(agreement, blocks), PageBreak())
    return dress(DOCUMENT, context, title=title, kind=_("Our agreement"), blocks=tuple(blocks),
                 note=note(_("Yours to keep") if book else _("For the wall"), group_name(context)),
                 source=_source(agreement, context),
                 brief=_("We agreed this together on {day}.").format(
                     day=plain_day(agreement.adopted_on, context.translator).replace(" ", "\u00a0")),
                 poster=True)


def _groups(agreement: AgreementVersion) -> list[Clauses]:
    """Clauses under their theme, numbered through."""
    numbered = enumerate(agreement.clauses, 1)
    return [Clauses(theme, tuple(ClauseLine(str(place), clause.text, clause.why) for place, clause in found),
                    give=_REASONS_GO_SECOND)
            for theme, found in groupby(numbered, key=lambda pair: pair[1].theme)]


def _middle(agreement: AgreementVersion, blocks: list[Block]) -> int:
    """Before which block the second side begins: both sides hold about as many clauses."""
    seen, best = 0, (len(agreement.clauses), 1)
    for place, block in enumerate(blocks[:-1]):
        seen += len(block.clauses) if isinstance(block, Clauses) else 0
        best = min(best, (abs(2 * seen - len(agreement.clauses)), place + 1))
    return best[1]


def _source(agreement: AgreementVersion, context: SheetContext) -> str:
    t = context.translator
    _ = t.gettext
    parts = [_("We agreed this together on {day}.").format(day=plain_day(agreement.adopted_on, t)),
             _("Version {number}.").format(number=agreement.number)]
    if agreement.review_by is not None:
        parts.append(_("We look at it again in {month}.").format(month=month(agreement.review_by, t)))
        parts.append(_("Anyone can ask sooner."))
    else:
        parts.append(_("Anyone can ask to look at it again."))
    return " ".join(parts)


def _easy(context: SheetContext) -> Sheet | None:
    return agreement.build(DOCUMENT, context)


DOCUMENT = Document(
    id="agreement-poster", title=lambda t: t.gettext("Agreement poster"), audience=Audience.WALL, order=30, build=build,
    needs=(Need.AGREEMENT,), both_sides=False, more_pages={Style.LARGE: 2},
    layouts=(Layout.PAGE, Layout.POSTER, Layout.BOOK),
    prints=("agreement_version.clauses", "agreement_version.adopted_on", "agreement_version.number",
            "agreement_version.review_by", "groups.name"),
    easy=_easy, place=lambda t: t.gettext("Wall"), outside=lambda t: t.gettext("How we do things"))

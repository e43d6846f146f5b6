"""Who is told when somebody is not safe, as lines of a sheet."""

from __future__ import annotations

from facilitator.documents.blocks import Beside, Block, Para
from facilitator.documents.context import SheetContext
from facilitator.documents.words import Text, rich
from facilitator.model.paper import Style


def lead_lines(context: SheetContext, lead: str = "") -> tuple[Text, ...]:
    """The safeguarding lead and the deputy with how to reach them, as far as they are known.

    `lead` stands before the lead in place of the short word, with {who} in it.
    """
    _ = context.translator.gettext
    organisation = context.organisation
    if organisation is None:
        return ()
    rows = ((lead or _("<b>Lead:</b> {who}"), organisation.lead_name, organisation.lead_contact),
            (_("<b>Deputy:</b> {who}"), organisation.deputy_name, organisation.deputy_contact))
    return tuple(rich(template, who=context.translator.listed(filter(None, (name, contact))))
                 for template, name, contact in rows if name or contact)


def in_pairs(lines: tuple[Text, ...], context: SheetContext) -> tuple[Block, ...]:
    """Such lines two by two, where the style has room for that; else one below the other."""
    told = [Para(line) for line in lines]
    if context.style is not Style.STANDARD:
        return tuple(told)
    pairs = [told[place:place + 2] for place in range(0, len(told), 2)]
    return tuple(Beside(tuple(pair)) if len(pair) == 2 else pair[0] for pair in pairs)

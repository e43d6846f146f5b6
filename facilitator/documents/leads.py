"""Who is told when somebody is not safe, as lines of a sheet."""

from __future__ import annotations

from facilitator.documents.context import SheetContext
from facilitator.documents.words import Text, rich


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
    return tuple(rich(template, who=", ".join(part for part in (name, contact) if part))
                 for template, name, contact in rows if name or contact)

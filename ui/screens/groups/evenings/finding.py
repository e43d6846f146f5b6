"""Finding one evening of a group by its id, kept or only planned by a rule; and saying in a line what became of it."""

from __future__ import annotations

from datetime import date, timedelta

from facilitator.errors import NotFound
from facilitator.i18n import _, listed, ngettext
from facilitator.model.ids import Id
from facilitator.model.session import Session, SessionStatus, reason_words
from facilitator.workspace import Workspace

_BACK, _AHEAD, _FAR = 366, 800, 3660
"""Days from today between which an evening is looked for that nobody has touched; then as far as its rules go."""


def find(workspace: Workspace, group_id: Id, session_id: Id, today: date) -> Session:
    """The evening. Raises NotFound."""
    try:
        session = workspace.sessions.get(session_id)
    except NotFound:
        near = today - timedelta(days=_BACK), today + timedelta(days=_AHEAD)
        began = min((rule.first_on for rule in workspace.sessions.series.of(group_id)), default=today)
        for start, end in (near, (began, today + timedelta(days=_FAR))):
            for one in workspace.sessions.planned(group_id, start, end):
                if one.id == session_id:
                    return one
        raise
    if session.group_id != group_id:
        raise NotFound("session")
    return session


def happened(session: Session) -> str:
    """What is known of an evening, in one line of counts."""
    count = session.count
    if session.status is SessionStatus.CANCELLED:
        if session.why is None:
            return _("Called off.")
        return _("Called off. {why}.").format(why=reason_words(session.why))
    if session.status is not SessionStatus.HELD or count.heads is None:
        return _("Nobody has written this evening down yet.")
    said = [ngettext("{n} person counted", "{n} people counted", count.heads).format(n=count.heads)]
    if count.newcomers is not None:
        said.append(ngettext("{n} new", "{n} new", count.newcomers).format(n=count.newcomers))
    if count.returning is not None:
        said.append(ngettext("{n} came before", "{n} came before", count.returning).format(n=count.returning))
    return _("{facts}.").format(facts=listed(said))

"""A shorter evening: the hour's plan in the place of the long one, and the end that goes with it, in one command."""

from __future__ import annotations

from dataclasses import replace

from facilitator.errors import AgendaDoesNotFit
from facilitator.evening.agendas import Agendas
from facilitator.evening.fitting import fitted
from facilitator.evening.go import CUT
from facilitator.evening.sessions import Sessions
from facilitator.i18n import ngettext
from facilitator.model.agenda import AgendaDraft
from facilitator.model.change import Change
from facilitator.model.content import AgendaTemplate
from facilitator.model.session import Session
from facilitator.store import Store


class Shortening:
    """Makes one evening an hour long. Nothing of its ending is cut."""

    def __init__(self, store: Store, sessions: Sessions, agendas: Agendas) -> None:
        self._store = store
        self._sessions = sessions
        self._agendas = agendas

    def cut(self, session: Session, short: AgendaTemplate | None = None, heads: int = 0) -> Change:
        """Give the evening its hour's plan: `short` where there is one, else its own plan made to fit.

        Raises AgendaMissing, SessionSettled, and AgendaDoesNotFit where it cannot give so much; then nothing changes.
        """
        session = self._sessions.open(session)
        with self._store.command("evening.shorten") as c:
            own: AgendaDraft = self._agendas.ready(session)
            self._sessions.change(session, minutes=CUT)
            shorter = self._sessions.get(session.id)
            source = fitted(replace(own, minutes=CUT), heads).draft if short is None else short
            if isinstance(source, AgendaDraft) and source.over:
                raise AgendaDoesNotFit(source.over)
            self._agendas.save(self._agendas.draft(source, shorter), shorter)
            c.label = ngettext("The evening is {n} minute long now.", "The evening is {n} minutes long now.",
                               CUT).format(n=CUT)
        return c.change()


def fits_the_hour(plan: AgendaDraft, heads: int = 0) -> bool:
    """Whether a plan can give so much that it takes an hour, without its ending and with everybody's turn."""
    return not fitted(replace(plan, minutes=CUT), heads).draft.over


def short_of(template: str, templates: tuple[AgendaTemplate, ...]) -> AgendaTemplate | None:
    """The hour's cut of a shipped plan, by the plan's id; None where there is none."""
    stem = template.rpartition("-")[0]
    return next((one for one in templates if one.agenda.minutes == CUT and one.id.rpartition("-")[0] == stem), None) \
        if stem else None


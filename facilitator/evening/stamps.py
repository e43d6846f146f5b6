"""Times noted in a hard moment by one tap: what was done and when, never for whom and never why."""

from __future__ import annotations

from dataclasses import replace

from facilitator.evening.running.runs import Runs
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _
from facilitator.model.agenda import clock_text
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.running import Outcome
from facilitator.model.session import Session
from facilitator.store import Store


class Stamps:
    """Keeps such times with how the evening went; the circle may run on paper, and nothing need have begun."""

    def __init__(self, store: Store, clock: Clock, sessions: Sessions, runs: Runs) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions
        self._runs = runs

    def of(self, session: Session) -> tuple[tuple[str, int], ...]:
        """What was noted on an evening: the id of what was done, and minutes after midnight, in the order of taps."""
        return self._runs.outcome(session).taps

    def note(self, session: Session, tap: str) -> Change:
        """Note that something was done, now; pressed once more in the same minute, it is the same."""
        now = self._clock.now()
        minute = now.hour * 60 + now.minute
        if self.of(session)[-1:] == ((tap, minute),):
            return Change()
        with self._store.command("run.tap") as c:
            session = self._sessions.touch(c, session)
            outcome = self._runs.outcome(session)
            self._runs.keep(c, session, replace(outcome, taps=(*outcome.taps, (tap, minute))))
            c.label = _("{time} is noted.").format(time=clock_text(minute))
        return c.change()

    def forget(self, session: Session) -> Change:
        """Take all times of an evening away, as when the concern form has them."""
        with self._store.command("run.taps-away") as c:
            session = self._sessions.touch(c, session)
            self._runs.keep(c, session, replace(self._runs.outcome(session), taps=Outcome().taps))
            c.label = _("The times were taken away.")
        return c.change()

"""Agendas: a plan for an evening, kept whether it fits or not; only printing it and starting wait until it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, BadValue, NotFound, SessionSettled
from facilitator.evening import kept, timing
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _, ngettext
from facilitator.model.agenda import Agenda, AgendaDraft, Give, Segment, SegmentKind
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.content import AgendaTemplate
from facilitator.model.ids import Id, hash_id
from facilitator.model.session import Session, SessionStatus
from facilitator.people import words
from facilitator.store import Store

MOST = 60
"""The most segments of an agenda."""


def agenda_id(session_id: Id) -> Id:
    """The id of a session's own agenda: there is one, on every laptop the same."""
    return hash_id("agenda", session_id)


class Agendas:
    """Reads and keeps agendas: a session's own, and those a group keeps to use again."""

    def __init__(self, store: Store, clock: Clock, sessions: Sessions) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions

    # ------------------------------------------------------------ questions
    def of(self, session: Session) -> Agenda | None:
        """The session's own agenda, measured against the session's length as it is now; None when it has none."""
        row = self._store.one("select * from agenda_live where id = ?", (agenda_id(session.id),))
        return None if row is None else replace(_agenda(row), minutes=self._sessions.now(session).minutes)

    def kept(self, group_id: Id) -> tuple[Agenda, ...]:
        """Agendas the group keeps to use again, by name."""
        rows = self._store.all("select * from agenda_live where group_id = ? and session_id is null", (group_id,))
        return tuple(sorted(map(_agenda, rows), key=lambda agenda: words.order(agenda.name)))

    def last(self, group_id: Id, before: Session) -> Agenda | None:
        """The agenda of the newest earlier session of the group that has one, to start the next from."""
        row = self._store.one(
            """select a.* from agenda_live a join session_live s on s.id = a.session_id
               where s.group_id = ? and s.id <> ? and (s.held_on, s.start_minute) <= (?, ?)
               order by s.held_on desc, s.start_minute desc limit 1""",
            (group_id, before.id, before.held_on.isoformat(), before.start_minute))
        return None if row is None else _agenda(row)

    def get(self, agenda: Id) -> Agenda:
        """One agenda. Raises NotFound."""
        row = self._store.one("select * from agenda_live where id = ?", (agenda,))
        if row is None:
            raise NotFound("agenda")
        return _agenda(row)

    def draft(self, source: AgendaTemplate | AgendaDraft, session: Session) -> AgendaDraft:
        """A plan for a session from a shipped or kept one, not yet saved; it may not fit yet, and says so (`over`)."""
        template = source.id if isinstance(source, AgendaTemplate) else source.template
        plan = source.agenda if isinstance(source, AgendaTemplate) else source
        return AgendaDraft(name=plan.name, minutes=self._sessions.now(session).minutes, segments=plan.segments,
                           template=template, group_id=session.group_id, session_id=session.id)

    def ready(self, session: Session) -> Agenda:
        """The agenda to print or to start with. Raises AgendaMissing, AgendaDoesNotFit."""
        agenda = self.of(session)
        if agenda is None or not agenda.segments:
            raise AgendaMissing
        if agenda.over:
            raise AgendaDoesNotFit(agenda.over)
        return agenda

    # ------------------------------------------------------------ commands
    def save(self, draft: AgendaDraft, session: Session, said: str = "") -> Change:
        """Keep a session's own agenda, fitting or not; the label is `said`, or else by how much it does not fit.

        Raises SessionSettled for a held or cancelled session, BadValue.
        """
        session = self._sessions.open(session)
        values = _values(replace(draft, minutes=session.minutes))
        with self._store.command("agenda.save") as c:
            self._sessions.touch(c, session)
            c.put("agenda", agenda_id(session.id), {
                **values, "group_id": session.group_id, "session_id": session.id})
            c.label = said or saved(draft.total - session.minutes)
        return c.change()

    def keep(self, group_id: Id, draft: AgendaDraft, agenda: Id | None = None) -> Change:
        """Keep an agenda for the group to use again, a new one without an id. Raises NotFound, BadValue."""
        values = {**_values(draft), "name": words.name(draft.name, _("name"), "agenda")}
        if agenda is not None:
            self.get(agenda)
        with self._store.command("agenda.keep") as c:
            if agenda is None:
                c.insert("agenda", {**values, "group_id": group_id})
            else:
                c.update("agenda", agenda, values)
            c.label = saved(draft.over)
        return c.change()

    def bin(self, agenda: Id) -> Change:
        """Put an agenda in the bin. Raises NotFound, SessionSettled for one of a session that was held."""
        found = self.get(agenda)
        if found.session_id is not None:
            session = self._sessions.get(found.session_id)
            if session.status is SessionStatus.HELD:
                raise SessionSettled(session.status.value)
        with self._store.command("agenda.bin") as c:
            c.bin("agenda", agenda)
            c.label = _("The plan was put in the bin.")
        return c.change()


def saved(over: int) -> str:
    """What to say after saving a plan that is so many minutes too long (or, negative, too short)."""
    if over > 0:
        return ngettext("The plan was saved. It is {n} minute too long.", "The plan was saved. It is {n} minutes too "
                        "long.", over).format(n=over)
    if over < 0:
        return ngettext("The plan was saved. {n} minute is still free.", "The plan was saved. {n} minutes are still "
                        "free.", -over).format(n=-over)
    return _("The plan was saved.")


def _values(draft: AgendaDraft) -> dict[str, Any]:
    if len(draft.segments) > MOST:
        raise BadValue(_("number of segments"), "range")
    if not 0 < draft.minutes <= timing.LONGEST:
        raise BadValue(_("minutes"), "range")
    return {"name": words.line(draft.name, _("name")), "template": draft.template, "minutes": draft.minutes,
            "segments": kept.segments_out(_cleaned(draft.segments))}


def _cleaned(segments: Sequence[Segment]) -> list[Segment]:
    clean = []
    for segment in segments:
        if not 0 <= segment.minutes <= timing.LONGEST or not 0 <= segment.least <= timing.LONGEST:
            raise BadValue(_("minutes"), "range")
        if segment.per_person is not None and not 0 <= segment.per_person <= 3600:
            raise BadValue(_("seconds for each person"), "range")
        title = words.line(segment.title, _("title"), 120)
        if not title:
            raise BadValue(_("title"), "empty")
        clean.append(replace(
            segment, title=title, kind=SegmentKind(segment.kind), give=Give(segment.give),
            leader=words.line(segment.leader, _("who leads")), hint=words.line(segment.hint, _("hint")),
            materials=tuple(words.line(one, _("materials")) for one in segment.materials),
            lines=tuple(replace(line, text=words.text(line.text, _("words to say"))) for line in segment.lines),
        ))
    return clean


def _agenda(row: dict[str, Any]) -> Agenda:
    return Agenda(id=row["id"], name=row["name"], minutes=row["minutes"], template=row["template"],
                  segments=kept.segments_in(row["segments"]), group_id=row["group_id"], session_id=row["session_id"])

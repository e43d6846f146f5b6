"""Agendas: a plan for an evening, kept whether it fits or not; only printing it and starting wait until it fits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, BadValue, NotFound, SessionSettled
from facilitator.evening import fitting, kept, timing
from facilitator.evening.sessions import Sessions, batched
from facilitator.i18n import _, interface, ngettext
from facilitator.model.agenda import Agenda, AgendaDraft, Give, Segment, SegmentKind
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.content import AgendaTemplate
from facilitator.model.ids import Id, hash_id
from facilitator.model.session import Session, SessionStatus
from facilitator.people import words
from facilitator.people.screening import NamesIn, nobody, warned
from facilitator.store import Store

MOST = 60
"""The most segments of an agenda."""


def agenda_id(session_id: Id) -> Id:
    """The id of a session's own agenda: there is one, on every laptop the same."""
    return hash_id("agenda", session_id)


@dataclass(frozen=True, slots=True)
class Last:
    """The evening that was held last, and its plan, to plan the next one like it."""

    session: Session
    agenda: Agenda


class Agendas:
    """Reads and keeps agendas: a session's own, and own templates to plan any evening from."""

    def __init__(self, store: Store, clock: Clock, sessions: Sessions, names_in: NamesIn = nobody) -> None:
        self._store = store
        self._clock = clock
        self._sessions = sessions
        self._names_in = names_in

    # ------------------------------------------------------------ questions
    def of(self, session: Session) -> Agenda | None:
        """The session's own agenda, measured against the session's length as it is now; None when it has none."""
        row = self._store.one("select * from agenda_live where id = ?", (agenda_id(session.id),))
        return None if row is None else replace(_agenda(row), minutes=self._sessions.now(session).minutes)

    def of_each(self, sessions: Sequence[Session]) -> dict[Id, Agenda]:
        """The own agendas of sessions as they are now, by session; those that have none are left out."""
        wanted = {agenda_id(session.id): session for session in sessions if session.kept}
        found = {}
        for part in batched(tuple(wanted)):
            marks = ", ".join("?" * len(part))
            for row in self._store.all(f"select * from agenda_live where id in ({marks})", part):
                session = wanted[row["id"]]
                found[session.id] = replace(_agenda(row), minutes=session.minutes)
        return found

    def templates(self) -> tuple[Agenda, ...]:
        """Own templates, for the evenings of any group, by name."""
        rows = self._store.all("select * from agenda_live where session_id is null")
        return tuple(sorted(map(_agenda, rows), key=lambda agenda: words.order(agenda.name)))

    def named(self, name: str) -> Agenda | None:
        """The own template of that name, however it is spelt."""
        return next((one for one in self.templates() if words.alike(one.name) == words.alike(name)), None)

    def last_held(self, before: Session) -> Last | None:
        """The group's newest earlier evening that was held and had a plan, None when there is none."""
        row = self._store.one(
            """select a.* from agenda_live a join session_live s on s.id = a.session_id
               where s.group_id = ? and s.id <> ? and s.status = 'held' and a.segments not in (x'', ?)
               and (s.held_on, s.start_minute) <= (?, ?)
               order by s.held_on desc, s.start_minute desc limit 1""",
            (before.group_id, before.id, kept.segments_out(()), before.held_on.isoformat(), before.start_minute))
        return None if row is None else Last(self._sessions.get(row["session_id"]), _agenda(row))

    def get(self, agenda: Id) -> Agenda:
        """One agenda. Raises NotFound."""
        row = self._store.one("select * from agenda_live where id = ?", (agenda,))
        if row is None:
            raise NotFound("agenda")
        return _agenda(row)

    def can_undo(self, agenda: Id) -> bool:
        """Whether the newest command changed this plan, so that it can be taken back beside it."""
        return self._store.undoable(agenda)

    def draft(self, source: AgendaTemplate | AgendaDraft, session: Session) -> AgendaDraft:
        """A plan for a session from a shipped or kept one, not yet saved; it may not fit yet, and says so (`over`)."""
        template = source.id if isinstance(source, AgendaTemplate) else source.template
        plan = source.agenda if isinstance(source, AgendaTemplate) else source
        return AgendaDraft(name=plan.name, minutes=self._sessions.now(session).minutes, segments=plan.segments,
                           template=template, group_id=session.group_id, session_id=session.id)

    def ready(self, session: Session) -> Agenda:
        """The agenda to print or to start with. Raises AgendaMissing, AgendaDoesNotFit."""
        return checked(self.of(session))

    # ------------------------------------------------------------ commands
    def save(self, draft: AgendaDraft, session: Session, said: str = "") -> Change:
        """Keep a session's own agenda, fitting or not; the label is `said`, or else by how much it does not fit.

        Of typed words that name somebody it warns; a plan that one begins from is not asked about.

        Raises SessionSettled for a held or cancelled session, BadValue.
        """
        session = self._sessions.open(session)
        values = _values(replace(draft, minutes=session.minutes))
        before = self._store.one("select * from agenda_live where id = ?", (agenda_id(session.id),))
        warning = "" if before is None else self._warning(values, before)
        with self._store.command("agenda.save") as c:
            self._sessions.touch(c, session)
            c.put("agenda", agenda_id(session.id), {
                **values, "group_id": session.group_id, "session_id": session.id})
            c.label = _two(said or saved(draft.total - session.minutes), warning)
        return c.change()

    def again(self, session: Session, heads: int = 0) -> Change:
        """Plan an evening like the last one that was held, own words and all, with its minutes made to fit.

        What cannot be made to fit is kept and said. Raises AgendaMissing when no earlier plan is known.
        """
        last = self.last_held(session)
        if last is None:
            raise AgendaMissing
        found = fitting.fitted(self.draft(last.agenda, session), heads)
        day = interface().date(last.session.held_on)
        said = _("The plan is the same as on {day}.").format(day=day)
        return self.save(found.draft, session, " ".join(filter(None, (said, found.sentence))))

    def keep(self, draft: AgendaDraft, template: Id | None = None, said: str = "") -> Change:
        """Keep a plan as an own template, a new one without an id; it is as long as its segments.

        Of typed words that name somebody it warns: of a new one only in its name and what it is for.

        Raises NotFound, NameMissing, and BadValue "taken" for the name of another own template.
        """
        name = words.name(draft.name, _("name"), "agenda")
        values = {**_values(replace(draft, minutes=draft.total or draft.minutes)), "name": name,
                  "summary": words.line(draft.summary, _("what it is for"))}
        same = self.named(name)
        if same is not None and same.id != template:
            raise BadValue(_("name"), "taken")
        before: dict[str, Any] = {"name": "", "summary": "", "segments": values["segments"]}
        if template is not None:
            self._template(template)
            before = self._store.one("select * from agenda_live where id = ?", (template,)) or before
        warning = self._warning(values, before)
        with self._store.command("agenda.keep") as c:
            if template is None:
                c.insert("agenda", values)
            else:
                c.update("agenda", template, values)
            c.label = _two(said or _("{name} is one of your own plans now.").format(name=name), warning)
        return c.change()

    def rename(self, template: Id, name: str, summary: str) -> Change:
        """Call an own template something else, and say what it is for. Raises as `keep` does."""
        return self.keep(replace(self._template(template), name=name, summary=summary), template,
                         _("The plan is called {name} now.").format(name=name.strip()))

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

    def _warning(self, values: Mapping[str, Any], before: Mapping[str, Any]) -> str:
        return warned(_texts(values), self._names_in, _texts(before))

    def _template(self, agenda: Id) -> Agenda:
        """An own template. Raises NotFound for none, and for the plan of an evening."""
        found = self.get(agenda)
        if found.session_id is not None:
            raise NotFound("agenda")
        return found


def checked(agenda: Agenda | None) -> Agenda:
    """The agenda, when it can be printed or started with. Raises AgendaMissing, AgendaDoesNotFit."""
    if agenda is None or not agenda.segments:
        raise AgendaMissing
    if agenda.over:
        raise AgendaDoesNotFit(agenda.over)
    return agenda


def saved(over: int) -> str:
    """What to say after saving a plan that is so many minutes too long (or, negative, too short)."""
    if over > 0:
        return ngettext("The plan was saved. It is {n} minute too long.", "The plan was saved. It is {n} minutes too "
                        "long.", over).format(n=over)
    if over < 0:
        return ngettext("The plan was saved. {n} minute is still free.", "The plan was saved. {n} minutes are still "
                        "free.", -over).format(n=-over)
    return _("The plan was saved.")


def _two(said: str, warning: str) -> str:
    return f"{said} {warning}" if warning else said


def _texts(row: Mapping[str, Any]) -> tuple[str, ...]:
    """What somebody may have typed into a plan, but who leads a part: that is where a name belongs."""
    typed = [row["name"], row.get("summary", "")]
    for segment in kept.segments_in(row["segments"]):
        typed += [segment.title, segment.hint, *segment.materials, *(line.text for line in segment.lines)]
    return tuple(filter(None, typed))


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
                  summary=row["summary"],
                  segments=kept.segments_in(row["segments"]), group_id=row["group_id"], session_id=row["session_id"])

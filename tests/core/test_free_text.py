"""Every column that holds words: what stands between a name and it. A new column has to be told here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.errors import NameInNote, NameInWords, NamesUnsettled, PointsToSomebody, WordMayBeName
from facilitator.library import Library
from facilitator.model.agenda import AgendaDraft, Give, Line, LineKind, Segment, SegmentKind
from facilitator.model.agreement import Clause
from facilitator.model.change import Change
from facilitator.model.concern import Pointer
from facilitator.model.debrief import Answer, DebriefDraft
from facilitator.model.feedback import Slip
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.incident import IncidentDraft, IncidentKind
from facilitator.model.member import MemberDraft
from facilitator.model.note import NoteDraft
from facilitator.model.numbers import NumberDraft
from facilitator.model.organisation import VenueDraft
from facilitator.model.sealed import SealedDraft, SealedKind
from facilitator.model.session import SeriesDraft, Session
from facilitator.store.register import TABLES, DataClass
from facilitator.workspace import Workspace
from tests.core.vaults import a_vault
from tests.make import FakeClock

NAME = "Zahra"
SAID = f"Ask {NAME} about it"
Try = Callable[[Workspace, Session, str], Change]


@pytest.fixture
def open_(tmp_path: Path) -> Iterator[tuple[Workspace, Session]]:
    """A vault with Zahra on the list of a group that meets today."""
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    workspace = Workspace(opened, clock, Library())
    opened.confirm_recovery(pending := opened.new_recovery(), pending.code)
    workspace.groups.save(GroupDraft(name="Lantern", record_level=RecordLevel.FIRST_NAME))
    group = workspace.groups.named("Lantern")
    workspace.members.save(group.id, MemberDraft(name=NAME))
    workspace.sessions.series.save(group.id, SeriesDraft(weekday=3, start_minute=1140, minutes=90,
                                                         first_on=clock.today()))
    [session] = workspace.sessions.on(group.id, clock.today())
    yield workspace, session
    workspace.close()


def _plan(**changes: str) -> AgendaDraft:
    segment = Segment(title=changes.get("title", "Open"), kind=SegmentKind.OPENING, minutes=90, give=Give.FIXED,
                      hint=changes.get("hint", ""), lines=(Line(LineKind.SAY, changes.get("line", "Welcome.")),),
                      materials=(changes["material"],) if "material" in changes else ())
    return AgendaDraft(name=changes.get("name", "Ours"), summary=changes.get("summary", ""), minutes=90,
                       segments=(segment,))


def _template(w: Workspace, **changes: str) -> Change:
    made = w.agendas.named("Ours")
    if made is None:
        w.agendas.keep(_plan())
        made = w.agendas.named("Ours")
    assert made is not None
    return w.agendas.keep(_plan(**changes), made.id)


def _tonight(w: Workspace, session: Session, **changes: str) -> Change:
    w.agendas.save(_plan(), session)
    return w.agendas.save(_plan(**changes), session)


def _group(w: Workspace, **changes: str) -> Change:
    group = w.groups.named("Lantern")
    draft = GroupDraft(name=changes.get("name", group.name), audience=changes.get("audience", ""),
                       record_level=group.record_level)
    return w.groups.save(draft, group.id)


def _card(w: Workspace, **changes: str) -> Change:
    return w.own_items.save(replace(w.library.coping_cards()[0], **changes))  # type: ignore[arg-type]


def _venue(column: str) -> Try:
    return lambda w, s, t: w.venues.save(replace(VenueDraft(name="Hall"), **{column: t}))  # type: ignore[arg-type]


def _number(column: str) -> Try:
    return lambda w, s, t: w.numbers.save(replace(NumberDraft(name="Team", number="1"), **{column: t}))  # type: ignore[arg-type]


def _part(part: str) -> Try:
    return lambda w, s, t: _tonight(w, s, **{part: t})


def _own_part(part: str) -> Try:
    return lambda w, s, t: _template(w, **{part: t})


def _note(w: Workspace, session: Session) -> bytes:
    w.notes.save(session, NoteDraft(body="We drank tea."))
    return w.notes.of_session(session.id)[0].id


GUARDED: dict[tuple[str, str], Try] = {
    ("groups", "name"): lambda w, s, t: _group(w, name=t),
    ("groups", "audience"): lambda w, s, t: _group(w, audience=t),
    ("venue", "name"): lambda w, s, t: w.venues.save(VenueDraft(name=t)),
    **{("venue", column): _venue(column)
       for column in ("address", "exits", "phone_signal", "first_aid", "access", "notes", "cost")},
    ("agreement_version", "clauses"): lambda w, s, t: w.agreements.adopt(s.group_id, [Clause(theme="Trust", text=t)]),
    ("library_item", "title"): lambda w, s, t: _card(w, title=t),
    ("library_item", "body"): lambda w, s, t: _card(w, again=t),
    **{("helpline", column): _number(column) for column in ("name", "number", "what", "hours")},
    ("shelf_mark", "tags"): lambda w, s, t: w.shelf_marks.tag("card", "sleep", "Sleep", (t,)),
    ("loose_end", "words"): lambda w, s, t: w.loose_ends.add(s, t),
    ("baton", "words"): lambda w, s, t: w.batons.hand_on(s, [t]),
    ("debrief", "answers"): lambda w, s, t: w.debriefs.save(s, DebriefDraft(sides=((Answer("well", t),),))),
    ("debrief", "follow_ups"): lambda w, s, t: w.debriefs.save(s, DebriefDraft(sides=(), follow_ups=(t,))),
    ("theme", "label"): lambda w, s, t: w.themes.add(s, t),
    ("note", "body"): lambda w, s, t: w.notes.save(s, NoteDraft(body=t)),
    ("note_amendment", "body"): lambda w, s, t: w.notes.amend(_note(w, s), t),
    ("kept_word", "word"): lambda w, s, t: w.kept_words.add(t),
    ("incident", "facts"): lambda w, s, t: w.incidents.save(
        s.group_id, IncidentDraft(kind=IncidentKind.CONFLICT, on=s.held_on, facts=t)),
    ("incident", "action"): lambda w, s, t: w.incidents.save(
        s.group_id, IncidentDraft(kind=IncidentKind.CONFLICT, on=s.held_on, facts="A row.", action=t)),
    ("feedback", "words"): lambda w, s, t: w.feedback.add(s.group_id, s.held_on, Slip(words=t)),
    ("concern", "passed_to"): lambda w, s, t: w.concerns.note(Pointer(made_on=s.held_on, passed_to=t)),
    ("concern", "reference"): lambda w, s, t: w.concerns.note(Pointer(made_on=s.held_on, reference=t)),
    ("concern", "why_not"): lambda w, s, t: w.concerns.note(Pointer(made_on=s.held_on, why_not=t)),
    ("sealed", "body"): lambda w, s, t: w.sealed.add(
        SealedDraft(kind=SealedKind.LOG, on=s.held_on, answers=(Answer("learned", t),))),
}
"""Stops once before a name is kept."""

WARNED: dict[tuple[str, str], tuple[Try, ...]] = {
    ("agenda", "name"): (lambda w, s, t: _template(w, name=t), lambda w, s, t: _tonight(w, s, name=t)),
    ("agenda", "summary"): (lambda w, s, t: _template(w, summary=t),),
    ("agenda", "segments"): tuple(
        one for part in ("title", "hint", "line", "material") for one in (_part(part), _own_part(part))),
    ("access_need", "adjustment"): (lambda w, s, t: w.members.needs.add(s.group_id, t),),
}
"""Saved as one types, so that nothing is lost: it says so at once, with Undo beside it."""

NAMES = {
    ("organisation", column) for column in ("name", "controller_contact", "lead_name", "lead_contact", "deputy_name",
                                            "deputy_contact", "supervisor")
} | {
    ("facilitator", "name"), ("facilitator", "availability"), ("role", "name"), ("member", "name"),
    ("member", "contact"), ("member", "contact_preference"), ("member", "emergency_contact"),
    ("member", "if_another_answers"), ("member", "age_band"), ("consent", "basis"), ("consent", "how"),
    ("translation", "read_by"),
}
"""Where a name belongs: the row is somebody's own, or says who answers for the groups; it goes when they are erased."""

CODED = {("pairing", "one"), ("pairing", "other")}
"""Codes: a name in them is refused outright, and tests of pairings say so."""

SEALED = {("concern", "body"), ("concern_amendment", "body")}
"""Needs names, and opens for one reader alone."""

NOT_TYPED = {
    ("organisation", "country"), ("facilitator", "checks_seen_on"), ("venue", "facts"), ("groups", "application"),
    ("groups", "team"), ("groups", "last_pack"), ("groups", "created_on"), ("groups", "setting"), ("groups", "format"),
    ("groups", "archived_on"), ("series", "first_on"), ("series", "last_on"), ("session", "held_on"),
    ("session", "status"), ("session", "checklist"), ("session", "why"), ("member", "first_seen"),
    ("consent", "purpose"), ("consent", "state"), ("consent", "wording_version"), ("consent", "on_date"),
    ("agenda", "template"), ("role", "role"), ("pairing", "kind"), ("pairing", "started_on"), ("pairing", "ended_on"),
    ("pairing", "checklist"), ("pairing_meeting", "met_on"), ("member_date", "kind"), ("library_item", "kind"),
    ("library_item", "item"), ("library_item", "language"), ("library_item", "based_on"),
    ("agreement_version", "adopted_on"), ("agreement_version", "review_by"), ("paper_out", "document"),
    ("paper_out", "printed_on"), ("paper_out", "personal"), ("paper_out", "shred_by"), ("paper_out", "shredded_on"),
    ("run", "plan"), ("run", "log"), ("run", "outcome"), ("loose_end", "raised_on"), ("loose_end", "settled_on"),
    ("baton", "written_on"), ("baton", "taken_on"), ("debrief", "held_on"), ("sealed", "kind"), ("sealed", "on_date"),
    ("note", "template"), ("note", "written_on"), ("note", "review_on"), ("note", "sealed_on"),
    ("note_amendment", "written_on"), ("concern", "made_on"), ("concern", "passed_on"), ("concern", "opened_on"),
    ("concern", "closed_on"), ("concern_amendment", "made_on"), ("incident", "kind"), ("incident", "roles"),
    ("incident", "on_date"), ("feedback", "month"), ("feedback", "answers"), ("measure", "instrument"),
    ("measure", "licence"), ("measure", "month"), ("measure", "counts"), ("setting", "key"), ("setting", "value"),
    ("helpline", "channel"), ("number_called", "line"), ("number_called", "number"), ("number_called", "checked_on"),
    ("number_called", "until"), ("shelf_mark", "kind"), ("shelf_mark", "item"), ("translation", "language"),
    ("translation", "read_on"),
}
"""Days, choices, ids, counts, what ships, and a run's plan, which is the agenda's."""


def test_every_column_of_words_is_told_here(open_: tuple[Workspace, Session]) -> None:
    """A new column of words fails until somebody says what stands between a name and it."""
    workspace, _session = open_
    held = set()
    for table in TABLES:
        for row in workspace.vault.store.all(f"select name, type from pragma_table_info('{table.name}')"):
            if row["type"] == "TEXT" or (row["name"] in ("body", "segments", "clauses")):
                held.add((table.name, row["name"]))
    told = [set(GUARDED), set(WARNED), NAMES, CODED, SEALED, NOT_TYPED]
    assert held - set().union(*told) == set(), "nobody has said what keeps names out of these"
    assert set().union(*told) - held == set(), "these are not kept any more"
    assert sum(map(len, told)) == len(set().union(*told)), "one column, one way"


def test_names_belong_only_where_rows_are_somebodys_own() -> None:
    """Invariant 5: no free text but these may hold a name unasked, and each of them is personal data."""
    kept = {(table.name, column.name): column.data for table in TABLES for column in table.columns}
    own = (NAMES | SEALED | CODED) - {("organisation", "name")}
    assert all(kept[column] is not DataClass.NONE for column in own)


@pytest.mark.parametrize("column", GUARDED, ids=lambda column: ".".join(column))
def test_a_name_is_stopped_before_it_is_kept(open_: tuple[Workspace, Session], column: tuple[str, str]) -> None:
    workspace, session = open_
    said = NAME if column[0] == "kept_word" else SAID
    with pytest.raises((NameInNote, NameInWords, NamesUnsettled, PointsToSomebody, WordMayBeName)) as refused:
        GUARDED[column](workspace, session, said)
    assert NAME not in str(refused.value)
    rows = workspace.vault.store.all(f"select * from {column[0]}_live")
    assert not any(NAME in str(row[column[1]]) for row in rows)


@pytest.mark.parametrize(("column", "try_it"), [(column, one) for column, tries in WARNED.items() for one in tries],
                         ids=lambda value: ".".join(value) if isinstance(value, tuple) else "")
def test_of_a_name_that_is_kept_as_one_types_it_is_warned_at_once(
        open_: tuple[Workspace, Session], column: tuple[str, str], try_it: Try) -> None:
    workspace, session = open_
    change = try_it(workspace, session, SAID)
    assert f"“{NAME}” is on one of your lists" in change.label and change.can_undo
    assert "is on one of your lists" not in try_it(workspace, session, "Ask about it").label


def test_words_that_stood_there_before_and_words_that_ship_are_not_asked_about(
        open_: tuple[Workspace, Session]) -> None:
    workspace, session = open_
    core = workspace.library.agreement_core().clauses
    first = core[0].text.split()[0]
    workspace.members.save(session.group_id, MemberDraft(name=first))
    workspace.agreements.adopt(session.group_id, core)
    with pytest.raises(NameInNote):
        workspace.agreements.adopt(session.group_id, [replace(core[0], text=f"{first} {NAME}")])
    workspace.agreements.adopt(session.group_id, [replace(core[0], text=f"{first} {NAME}")], names_seen=True)
    workspace.agreements.adopt(session.group_id, [replace(core[0], text=f"{first} {NAME}"), core[1]])
    workspace.venues.save(VenueDraft(name="Hall", notes=SAID), names_seen=True)
    [venue] = workspace.venues.all()
    workspace.venues.save(VenueDraft(name="Hall", notes=SAID, exits="The front door"), venue.id)
    with pytest.raises(NameInNote):
        workspace.venues.save(VenueDraft(name="Hall", notes=SAID, exits=f"{NAME} has the key"), venue.id)

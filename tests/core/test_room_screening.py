"""What may be shown to a room: no form of any name on the lists, and what ships with the app as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.evening.roomplan import Rooms
from facilitator.library import Library
from facilitator.model.agenda import AgendaDraft, Line, LineKind, Segment, SegmentKind
from facilitator.model.agreement import Clause
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.member import MemberDraft
from facilitator.model.organisation import Organisation
from facilitator.model.rosterforms import RosterForms
from facilitator.model.running import Moment
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from tests.core.vaults import a_vault
from tests.make import FakeClock

NAMES = ("Zoë Ćwikła", "Anne-Marie", "O’Brien", "Jörg", "Will", "ruth van der Berg", "李明", "Ng", "İpek",
         "François-Xavier")  # fmt: skip


@pytest.mark.parametrize("text", [
    "Zoë reads",
    "zoe reads", "ZOE’S turn", "Zoe's turn", "Zoes turn", "with Cwikla", "ćwikła", "Z\u00adoë", "Zo\u200bë",
    "Ｚｏｅ", "Zoe\u0308", "(zoë)", "zoë/ruth", "Anne-Marie’s", "annemarie", "Anne Marie", "marie", "O'Brien",
    "OBrien", "brien", "Joerg", "JÖRG", "jorg", "what will help", "Ruth", "berg", "RuthVanDerBerg", "今天李明说", "ng",
    "ipek", "IPEK", "İPEK’in", "François", "francois xavier", "_Ruth_", "Ruth2",
])  # fmt: skip
def test_every_form_of_a_name_is_found(text: str) -> None:
    assert RosterForms(NAMES).found(text)


@pytest.mark.parametrize("text", [
    "", "Naming round", "willing hearts", "truthful words", "the van comes", "Zo", "a long evening", "bergamot tea",
    "One voice at a time.", "Open talk", "angle",
])  # fmt: skip
def test_other_words_are_shown(text: str) -> None:
    assert RosterForms(NAMES).shown(text) == text


def test_nobody_on_the_lists_keeps_nothing_back() -> None:
    assert RosterForms(()).shown("Ruth reads") == "Ruth reads"
    assert not RosterForms(("", " ", "-", "J")).found("I speak, J.")


# ---------------------------------------------------------------- an evening
class Evening:
    """A vault with planted names, a plan and an agreement in somebody's own words."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        self.workspace = Workspace(a_vault(folder, self.clock, sample=True), self.clock, Library())
        w = self.workspace
        w.groups.save(GroupDraft(name="Lantern", record_level=RecordLevel.CONTACTABLE))
        self.group = w.groups.all()[0]
        w.members.save(self.group.id, MemberDraft(name="Zoë Ćwikła", emergency_contact="sister Bożena, 07700 900123"))
        w.facilitators.add("Ruth")
        w.organisations.save(Organisation(lead_name="Ngozi Ekwueme"))
        self.session = Session(id=b"s" * 16, group_id=self.group.id, held_on=date(2025, 11, 20), start_minute=1140,
                               minutes=90)  # fmt: skip

    def agenda(self, *segments: Segment, template: str = "") -> AgendaDraft:
        """A plan of these segments."""
        return AgendaDraft(name="Tonight", minutes=90, segments=segments, template=template)


@pytest.fixture
def evening(tmp_path: Path) -> Iterator[Evening]:
    """An evening in a vault of its own."""
    made = Evening(tmp_path)
    yield made
    made.workspace.close()


def a_segment(title: str, said: str = "", kind: SegmentKind = SegmentKind.ROUND) -> Segment:
    """Ten minutes."""
    return Segment(title=title, kind=kind, minutes=10, lines=(Line(LineKind.SAY, said),) if said else ())


def test_own_words_with_a_name_are_kept_back_and_told_on_the_laptops_side(evening: Evening) -> None:
    w = evening.workspace
    agenda = evening.agenda(
        a_segment("zoe’s round", "How was your week, Bozena?"), a_segment("With RUTH", "One word each."),
        a_segment("A quiet talk", kind=SegmentKind.DISCUSSION), a_segment("Thank Ngozi", kind=SegmentKind.CLOSING),
    )  # fmt: skip
    w.agreements.adopt(evening.group.id, (Clause(text="Cwikla goes first"), Clause(text="We drink tea"),
                                          Clause(text="Ruth keeps it safe", source="core.limits")),
                       names_seen=True)  # fmt: skip
    plan = w.rooms.plan(evening.session, agenda, b"r" * 16)
    assert [(one.title, one.prompt) for one in plan.segments] == [
        ("", ""), ("", "One word each."), ("A quiet talk", ""), ("", "")]
    assert [(one.text, one.limits) for one in plan.clauses] == [("We drink tea.", False), ("", True)], (
        "the limits stay in the reading even where the group's own words may not be shown")
    assert set(plan.kept_back) == {"zoe’s round", "How was your week, Bozena?", "With RUTH", "Thank Ngozi",
                                   "Cwikla goes first", "Ruth keeps it safe"}  # fmt: skip


def test_what_ships_is_shown_whatever_people_are_called(evening: Evening) -> None:
    w = evening.workspace
    w.members.save(evening.group.id, MemberDraft(name="Will"))
    w.members.save(evening.group.id, MemberDraft(name="Naming Voice"))
    template = w.library.agenda_template("grief-90")
    w.agreements.adopt(evening.group.id, w.library.agreement_core().clauses)
    plan = w.rooms.plan(evening.session, replace(template.agenda, template="grief-90"), "run")
    assert plan.kept_back == ()
    assert "Naming round" in [one.title for one in plan.segments]
    assert sum(clause.limits for clause in plan.clauses) == 1
    own = w.rooms.plan(evening.session, replace(template.agenda, template=""), "run")
    assert "Naming round" in own.kept_back


def test_words_with_a_place_for_a_name_are_never_asked(evening: Evening) -> None:
    w = evening.workspace
    lines = (Line(LineKind.SAY, "I am {lead}. How are you?"), Line(LineKind.DO, "Pass it on"),
             Line(LineKind.SAY, "Tea?"))  # fmt: skip
    agenda = evening.agenda(replace(a_segment("Round"), lines=lines))
    assert w.rooms.plan(evening.session, agenda, "run").segments[0].prompt == "Tea?"


def test_a_guard_that_knows_more_is_asked_too(evening: Evening) -> None:
    w = evening.workspace
    rooms = Rooms(w.vault.store, w.agreements, lambda plan: (), guard=lambda names: lambda text: "ghost" in text)
    plan = rooms.plan(evening.session, evening.agenda(a_segment("A ghost talks"), a_segment("Tea")), "run")
    assert [one.title for one in plan.segments] == ["", "Tea"]


def test_strangers_numbers_and_slips_are_kept_back_too(evening: Evening) -> None:
    """The name guard is asked, beside the forms of the names on the lists."""
    titles = ("Sarah’s story", "Tea with Mrs Patel", "Ring 07700 900123", "Ask Ngozl", "Naming round", "Open talk",
              "Joy and hope", "Will you stay?", "How was your week?", "A walk in the rose garden")  # fmt: skip
    plan = evening.workspace.rooms.plan(evening.session, evening.agenda(*map(a_segment, titles)), "run")
    assert [one.title for one in plan.segments if one.title] == [
        "Naming round", "Open talk", "Joy and hope", "Will you stay?", "How was your week?",
        "A walk in the rose garden"]  # fmt: skip


def test_the_part_that_runs_is_told_by_the_clock(evening: Evening) -> None:
    from facilitator.evening.running.run import Run, plan_of
    from facilitator.model.running import Event, Step

    w, clock = evening.workspace, evening.clock
    agenda = evening.agenda(a_segment("First"), replace(a_segment("zoe"), kind=SegmentKind.BREAK))
    clock.at = evening.session.starts
    plan, run = w.rooms.plan(evening.session, agenda, "run"), plan_of(agenda, evening.session, Moment.of(clock))
    log = (Event(step=Step.STARTED, at=clock.now_ms()),)
    clock.move(minutes=4)
    part = plan.at(Run(session_id=evening.session.id, plan=run, log=log).at(Moment.of(clock)), 30)
    assert (part.title, part.following, part.following_kind) == ("First", "", SegmentKind.BREAK)
    assert (part.ends_ms - clock.now_ms(), clock.now_ms() - part.began_ms) == (6 * 60_000, 4 * 60_000)
    assert (part.seats, part.goes_round) == (30, True)

"""Numbers of our own, and which of all were called: what is printed follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.errors import BadValue, NameInNote, NotFound
from facilitator.library import Library
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.member import MemberDraft
from facilitator.model.numbers import SIX, Channel, NumberDraft, six
from facilitator.workspace import Workspace
from tests.core.vaults import a_vault
from tests.make import FakeClock

CRISIS = NumberDraft(name="Harbour crisis team", number="01632 960 111", what="At night and at weekends")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A vault with two groups."""
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    workspace = Workspace(opened, clock, Library())
    opened.confirm_recovery(pending := opened.new_recovery(), pending.code)
    for name in ("Lantern", "Harbour"):
        workspace.groups.save(GroupDraft(name=name, record_level=RecordLevel.FIRST_NAME))
    yield workspace
    workspace.close()


def test_our_own_number_stands_on_the_sheets_of_its_group_once_it_was_called(workspace: Workspace) -> None:
    lantern, harbour = workspace.groups.named("Lantern").id, workspace.groups.named("Harbour").id
    shipped = len(workspace.library.directory().lines)
    workspace.numbers.save(CRISIS, group_id=lantern)
    workspace.numbers.save(NumberDraft(name="Group telephone", number="07700 900 222", channel=Channel.TEXT))
    of_lantern = workspace.library.directory(group_id=lantern)
    assert [line.name for line in of_lantern.lines[shipped:]] == ["Group telephone", "Harbour crisis team"]
    assert [line.name for line in workspace.library.directory(group_id=harbour).lines[shipped:]] == ["Group telephone"]
    today = workspace.clock.today()
    assert of_lantern.checked(today) == ()

    mine = of_lantern.lines[-1]
    said = workspace.numbers.called(mine, works=True).label
    assert said == "“Harbour crisis team” works, and is printed from now on."
    [checked] = workspace.library.directory(group_id=lantern).checked(today)
    assert (checked.id, checked.verified_on) == (mine.id, today)
    assert workspace.library.directory(group_id=lantern).checked(today + timedelta(days=184)) == ()
    workspace.numbers.bin(workspace.numbers.kept().own[1].id)
    assert workspace.library.directory(group_id=lantern).checked(today) == ()


def test_a_check_holds_for_the_number_that_was_called(workspace: Workspace) -> None:
    workspace.numbers.save(CRISIS)
    [own] = workspace.numbers.kept().own
    workspace.numbers.called(own.line, works=True)
    workspace.numbers.save(NumberDraft(name=CRISIS.name, number="01632 960 222"), own.id)
    assert workspace.library.directory().checked(workspace.clock.today()) == ()
    workspace.numbers.called(workspace.numbers.get(own.id).line, works=False)
    line = workspace.library.directory().lines[-1]
    assert line.failed_on == workspace.clock.today() and line.verified_on is None
    workspace.numbers.called(line, works=True)
    assert [one.failed_on for one in workspace.library.directory().checked(workspace.clock.today())] == [None]


def test_six_to_call_before_anything_is_printed(workspace: Workspace) -> None:
    assert workspace.numbers.none_called
    first = six(workspace.library.directory())
    assert len(first) == SIX and all(line.verified_on is None for line in first)
    assert "crisis" in first[0].topics and first[0].section == "any"
    for line in first:
        workspace.numbers.called(line, works=True)
    assert {line.id for line in workspace.library.directory().checked(workspace.clock.today())} == {
        line.id for line in first}
    assert not workspace.numbers.none_called
    change = workspace.numbers.called(first[0], works=False)
    assert change.can_undo
    workspace.vault.store.undo()
    assert first[0].id in {line.id for line in workspace.library.directory().checked(workspace.clock.today())}


def test_what_cannot_be_a_number_of_ours(workspace: Workspace) -> None:
    for draft in (NumberDraft(name="", number="1"), NumberDraft(name="Team", number="  "),
                  NumberDraft(name="x" * 61, number="1")):
        with pytest.raises(BadValue):
            workspace.numbers.save(draft)
    with pytest.raises(NotFound):
        workspace.numbers.save(CRISIS, group_id=b"\1" * 16)
    with pytest.raises(NotFound):
        workspace.numbers.bin(b"\1" * 16)
    assert workspace.numbers.kept().own == ()


def test_favourites_and_tags(workspace: Workspace) -> None:
    marks = workspace.shelf_marks
    assert marks.of("card", "feet-and-chair").tags == ()
    marks.favour("card", "feet-and-chair", "Feet and chair")
    marks.tag("card", "feet-and-chair", "Feet and chair", ("Winter", " winter", "First evening", ""))
    kept = marks.of("card", "feet-and-chair")
    assert kept.favourite and kept.tags == ("Winter", "First evening")
    assert marks.tags() == ("First evening", "Winter") and list(marks.all()) == [("card", "feet-and-chair")]
    marks.favour("card", "feet-and-chair", "Feet and chair", on=False)
    assert marks.of("card", "feet-and-chair").tags == ("Winter", "First evening")
    workspace.members.save(workspace.groups.named("Lantern").id, MemberDraft(name="Zahra"))
    with pytest.raises(NameInNote):
        marks.tag("card", "feet-and-chair", "Feet and chair", ("For Zahra",))
    with pytest.raises(BadValue):
        marks.tag("card", "feet-and-chair", "Feet and chair", map(str, range(13)))

"""The charity with years behind it: whole, with a version for every row, the same from every seed, or not there."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from facilitator import vault
from facilitator.library import Library
from facilitator.model.group import Application, RecordLevel
from facilitator.model.progress import Cancelled
from facilitator.sample import decade
from facilitator.sample.circles import CIRCLES
from facilitator.vault import UnlockedVault
from facilitator.workspace import Workspace
from tests.core.vaults import a_vault
from tests.make import FakeClock

NAMES = """select g.name as circle, s.held_on, m.name, m.active from attendance_live a
    join session_live s on s.id = a.session_id join member_live m on m.id = a.member_id
    join groups_live g on g.id = s.group_id order by 1, 2, 3"""


def a_year(folder: Path, seed: int = decade.SEED) -> UnlockedVault:
    opened = a_vault(folder, sample=True)
    decade.furnish(Workspace(opened, FakeClock(), Library()), 1, seed)
    return opened


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> UnlockedVault:
    """One year of it."""
    return a_year(tmp_path_factory.mktemp("decade"))


def rows(opened: UnlockedVault, sql: str) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in opened.store.all(sql)]


def test_it_is_whole_and_every_row_has_its_version(made: UnlockedVault) -> None:
    made.store.integrity()
    counts = made.store.counts()
    assert {name: counts[name] for name in ("groups", "session", "agenda", "member", "library_item")} == {
        "groups": 20, "session": 1000, "agenda": 1000, "member": 200, "library_item": 50}
    held = made.store.all("select id from session_live where status = 'held'")
    twice = made.store.all("select l.id from ledger l where tbl = 'session' and json_array_length(seen) = 1")
    assert {row["id"] for row in held} <= {row["id"] for row in twice}  # planned first, held later, as in life


def test_every_kind_of_group_and_nothing_that_cannot_be(made: UnlockedVault) -> None:
    assert {circle.application for circle in CIRCLES} == set(Application)
    workspace = Workspace(made, FakeClock(), Library())
    tallies = {group.id for group in workspace.groups.all() if group.record_level is RecordLevel.TALLY}
    assert tallies and tallies.isdisjoint(row["group_id"] for row in made.store.all("select group_id from member"))
    assert not made.store.all("""select s.id from session_live s where status = 'held' and headcount <
        (select count(*) from attendance_live a where a.session_id = s.id)""")
    tonight = workspace.sessions.tonight()
    assert tonight and workspace.agendas.of(tonight[0]) is not None
    for session in workspace.sessions.planned(tonight[0].group_id, tonight[0].held_on - timedelta(weeks=60),
                                              tonight[0].held_on):
        plan = workspace.agendas.of(session)
        assert plan is not None and not plan.over


def test_the_same_seed_makes_the_same_charity(made: UnlockedVault, tmp_path: Path) -> None:
    again, other = a_year(tmp_path / "again"), a_year(tmp_path / "other", seed=2)
    assert rows(again, NAMES) == rows(made, NAMES) != rows(other, NAMES)
    for opened in (again, other):
        opened.close()


def test_when_it_is_cancelled_nothing_is_left(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []

    def until_the_third(done: int, total: int) -> None:
        heard.append((done, total))
        if done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        decade.make(tmp_path / "Years.vault", FakeClock(), Library(), 1, until_the_third)
    assert heard == [(done, 20) for done in range(4)] and not list(tmp_path.iterdir())


def test_it_opens_with_the_words_it_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decade, "CIRCLES", CIRCLES[:2])
    words = decade.make(tmp_path / "Years.vault", FakeClock(), Library(), 1)
    opened = vault.unlock(tmp_path / "Years.vault", words, FakeClock())
    assert opened.sample and opened.store.counts()["groups"] == 2
    opened.close()

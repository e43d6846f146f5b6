"""A vault of every schema so far opens, is brought up to date with nothing lost, and can still go on from there."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.library import Library
from facilitator.model.ids import Id, hash_id
from facilitator.model.translation import Reading
from facilitator.store.migrations import MIGRATIONS
from facilitator.workspace import Workspace
from tests.core.vaults import WORDS
from tests.make import FakeClock

KEPT = Path(__file__).parents[1] / "kept"
VAULTS = sorted(KEPT.glob("*.vault"))


def test_there_is_one_for_every_schema_but_the_newest() -> None:
    assert [kept.stem for kept in VAULTS] == [f"schema-{number}" for number in range(1, len(MIGRATIONS))]


@pytest.mark.fault("schemas")
@pytest.mark.parametrize("kept", VAULTS, ids=lambda kept: kept.stem)
def test_it_opens_with_all_that_is_in_it(kept: Path, tmp_path: Path) -> None:
    clock = FakeClock()
    folder = tmp_path / "Blue folder.vault"
    shutil.copytree(kept, folder)
    workspace = Workspace(vault.unlock(folder, WORDS, clock), clock, Library())
    workspace.vault.store.integrity()
    counts = workspace.vault.store.counts()
    assert counts["groups"] and counts["member"] and counts["session"] and counts["agenda"]
    names = [member.name for group in workspace.groups.all() for member in workspace.members.of(group.id)]
    assert names and workspace.search(names[0])[0].title == names[0]
    taken_on = _add(workspace)
    workspace.close()

    again = Workspace(vault.unlock(folder, WORDS, clock), clock, Library())
    assert taken_on in [venue.id for venue in again.venues.all()]
    assert again.vault.store.counts() == {**counts, "venue": counts["venue"] + 1}
    again.close()


def test_who_read_a_translation_moved_where_erasing_reaches(tmp_path: Path) -> None:
    clock = FakeClock()
    shutil.copytree(KEPT / "schema-5.vault", folder := tmp_path / "Blue folder.vault")
    workspace = Workspace(vault.unlock(folder, WORDS, clock), clock, Library())
    store = workspace.vault.store
    assert workspace.translations.readings() == (Reading("es", "Marta Ruiz", date(2025, 11, 20)),)
    [row] = store.all("select id, l.seen, l.rev > 0 as made, l.state from translation t join ledger l using (id)")
    assert row == {"id": hash_id("translation", "es"), "seen": None, "made": 1, "state": 0}
    olds = tuple(hash_id("setting", f"translation.{language}") for language in ("es", "ar"))  # live, and in the bin
    assert store.all("select tbl, state, rev, seen from ledger where id in (?, ?)", olds) == [
        {"tbl": "setting", "state": 2, "rev": None, "seen": None}] * 2
    assert not store.all("select * from setting where value like '%Marta%' or key like 'translation%'")
    workspace.translations.mark_draft("es")
    assert not store.all("select * from translation where read_by <> ''")
    workspace.undo()
    assert workspace.translations.read == {"es"}
    store.integrity()
    workspace.close()


def _add(workspace: Workspace) -> Id:
    """One row more, in the newest schema."""
    with workspace.vault.store.command("test.venue") as command:
        return command.insert("venue", {"name": "Library", "cost": "Free", "facts": "[]"})

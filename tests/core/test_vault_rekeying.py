"""Somebody is removed: the vault goes on under a new key, which everybody gets but they."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import apsw
import pytest

from facilitator import vault
from facilitator.errors import JournalMissing, NotABackup, NotFound, OwnKey, VaultSwapped, VaultTorn, WrongPassphrase
from facilitator.library import Library
from facilitator.model.debrief import Answer
from facilitator.model.progress import Cancelled
from facilitator.model.sealed import SealedDraft, SealedKind
from facilitator.settings import DeviceSettings
from facilitator.vault import UnlockedVault, archive, headerfiles, holders, rekeying
from facilitator.vault.unlocking import enter
from facilitator.workspace import Workspace
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group, bytes_of, crash, groups
from tests.make import FakeClock

THIRD_WORDS = "marble kettle four silent penguins"
FOURTH_WORDS = "cobalt thimble eleven dusty waltzes"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Workspace]:
    """An open vault of Ruth's, with a live recovery code; Dev and Jo have keys."""
    clock = FakeClock()
    workspace = Workspace(a_vault(tmp_path, clock), clock, Library())
    workspace.facilitators.add("Ruth", workspace.vault.holder)
    workspace.key_holders.add("Dev", OTHER_WORDS)
    workspace.key_holders.add("Jo", THIRD_WORDS)
    add_group(workspace.vault, "Wren")
    yield workspace
    workspace.close()


def key_of(room: Workspace, name: str) -> bytes:
    """Whose key."""
    return next(one.holder for one in room.key_holders.all() if one.name == name)


def opened_by(folder: Path, words: str) -> UnlockedVault:
    """The vault opened with somebody's words."""
    return vault.unlock(folder, words, FakeClock())


def test_it_opens_for_those_who_stay_and_for_nobody_else(room: Workspace) -> None:
    folder, pending = room.vault.folder, room.new_recovery()
    room.confirm_recovery(pending, pending.code)
    old = bytes_of(folder)
    old_key = room.vault._keys.data
    change = room.key_holders.remove(key_of(room, "Dev"))
    assert change.label == "Dev cannot open the vault any more." and not change.can_undo
    assert [one.name for one in room.key_holders.all()] == ["Ruth", "Jo"]
    assert [one.name for one in room.key_holders.without()] == ["Dev"]
    add_group(room.vault, "Lark")  # the open vault goes on
    room.close()
    assert {p.name for p in folder.iterdir()} == {"header.json", "header.bak.json", "data-2.db", "data-2.db-journal",
                                                  "lock"}
    with pytest.raises(WrongPassphrase):
        opened_by(folder, OTHER_WORDS)
    for words in (WORDS, THIRD_WORDS):
        again = opened_by(folder, words)
        assert groups(again) == ["Lark", "Wren"] and not again.opened_after_crash
        again.store.integrity()
        again.close()
    assert enter(headerfiles.read(folder).header, WORDS).keys.data != old_key
    # the header of before opens for Dev, but no file that is there now
    for name in headerfiles.NAMES:
        (folder / name).write_bytes(old[name])
    with pytest.raises(VaultSwapped):
        opened_by(folder, OTHER_WORDS)
    shutil.copy(folder / "data-2.db", folder / "data-1.db")
    with pytest.raises((VaultTorn, JournalMissing)):
        opened_by(folder, OTHER_WORDS)


def test_the_recovery_code_goes_on_working(room: Workspace) -> None:
    pending = room.new_recovery()
    room.confirm_recovery(pending, pending.code)
    room.key_holders.remove(key_of(room, "Dev"))
    assert room.vault.recovery_live
    room.close()
    again = vault.recover(room.vault.folder, pending.code, FOURTH_WORDS, FakeClock())
    assert groups(again) == ["Wren"]
    again.close()


def test_another_program_finds_the_old_key_worthless_and_the_new_one_good(room: Workspace) -> None:
    old = room.vault._keys.database
    room.key_holders.remove(key_of(room, "Dev"))
    new = room.vault._keys.database
    room.close()
    for key, opens in ((old, False), (new, True)):
        other = apsw.Connection(str(room.vault.folder / "data-2.db"), flags=apsw.SQLITE_OPEN_READONLY)
        for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key.hex()}'\""):
            other.execute(f"PRAGMA {pragma}")
        try:
            assert other.execute("SELECT name FROM groups").fetchall() == [("Wren",)] and opens
        except apsw.NotADBError:
            assert not opens
        finally:
            other.close()


def test_the_journal_goes_on_and_the_copy_stays_the_same(room: Workspace) -> None:
    copy_id, head = room.vault.copy_id, room.vault.store.journal_head()
    counts = room.vault.store.counts()
    room.key_holders.remove(key_of(room, "Dev"))
    assert room.vault.copy_id == copy_id and room.vault.store.journal_holds(head)
    assert room.vault.store.counts() == counts
    newest = room.vault.store.journal(1)[0]
    assert newest.kind == "facilitator.key" and newest.by == room.vault.holder
    assert room.vault.store.undo_label is None  # what was done before is not taken back in the new file


def test_what_is_said_before_is_what_happens(room: Workspace, tmp_path: Path) -> None:
    stick = tmp_path / "KINGSTON"
    stick.mkdir()
    kept = room.backup(stick).path
    room.vault.drafts.save("note", {"text": "mine"})
    room.close()
    theirs = opened_by(room.vault.folder, OTHER_WORDS)
    theirs.drafts.save("note", {"text": "half"})
    theirs.drafts.save("member", {"name": "Ro"})
    Workspace(theirs, FakeClock(), Library()).sealed.add(SealedDraft(
        kind=SealedKind.LOG, on=date(2025, 11, 20), answers=(Answer("learned", "I talked too much."),)))
    theirs.close()
    again = Workspace(opened_by(room.vault.folder, WORDS), FakeClock(), Library())
    again.key_holders.add("Mo", FOURTH_WORDS)
    said = again.key_holders.leaving(key_of(again, "Dev"))
    assert (said.drafts, said.recovery_live, [one.place for one in said.backups]) == (2, False, ["KINGSTON"])
    assert said.pages and not again.key_holders.leaving(key_of(again, "Mo")).pages
    assert again.key_holders.leaving(key_of(again, "Mo")).backups == ()
    again.key_holders.remove(key_of(again, "Dev"))
    assert [draft.fields for draft in again.drafts.list()] == [{"text": "mine"}]
    assert len(list((again.vault.folder / "drafts").iterdir())) == 1
    assert vault.prove_backup(kept, OTHER_WORDS, FakeClock()).counts["groups"] == 1  # as was said
    with pytest.raises(NotABackup) as refused:
        again.vault.prove(kept)
    assert refused.value.reason == "other"
    fresh = again.backup(stick)
    with archive.opened(fresh.path) as found:
        assert {h.id for h in found.header.holders} == set(again.vault.facilitators)
    assert again.key_holders.leaving(key_of(again, "Jo")).backups != ()
    again.close()


def test_nobody_removes_themselves_or_somebody_who_is_not_there(room: Workspace) -> None:
    before = bytes_of(room.vault.folder)
    with pytest.raises(OwnKey):
        room.key_holders.remove(room.vault.holder)
    with pytest.raises(NotFound):
        room.key_holders.remove(b"x" * 16)
    assert bytes_of(room.vault.folder) == before


@pytest.mark.parametrize("last", [False, True])
def test_it_can_be_cancelled_until_the_last_moment(room: Workspace, last: bool) -> None:
    before = bytes_of(room.vault.folder)

    def cancel(done: int, total: int) -> None:
        if not last or done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        room.key_holders.remove(key_of(room, "Dev"), cancel)
    assert bytes_of(room.vault.folder) == before
    add_group(room.vault, "Lark")
    room.close()
    for words in (WORDS, OTHER_WORDS, THIRD_WORDS):
        again = opened_by(room.vault.folder, words)
        assert groups(again) == ["Lark", "Wren"]
        again.close()


def test_a_lock_while_it_runs_leaves_the_old_or_the_new(room: Workspace) -> None:
    """The lid is shut half-way: another thread interrupts, and the vault is locked."""
    removed = True
    try:
        room.key_holders.remove(key_of(room, "Dev"), lambda done, total: room.vault.interrupt())
    except Cancelled:
        removed = False
    room.vault.lock()
    for words, opens in ((WORDS, True), (OTHER_WORDS, not removed), (THIRD_WORDS, True)):
        if opens:
            again = opened_by(room.vault.folder, words)
            assert groups(again) == ["Wren"] and not again.opened_after_crash
            again.close()
        else:
            with pytest.raises(WrongPassphrase):
                opened_by(room.vault.folder, words)


def test_several_can_be_removed_one_after_the_other(room: Workspace) -> None:
    room.key_holders.remove(key_of(room, "Dev"))
    room.key_holders.remove(key_of(room, "Jo"))
    assert [one.name for one in room.key_holders.all()] == ["Ruth"]
    room.key_holders.add("Dev again", OTHER_WORDS)
    header = headerfiles.read(room.vault.folder).header
    assert header.generation.number == 3 and len(header.generation.parents) == 2
    assert all(len(holder.keys) == 1 for holder in header.holders)
    for n in range(10):  # more than a header has room to name
        room.key_holders.add(f"Helper {n}", THIRD_WORDS)
        room.key_holders.remove(key_of(room, f"Helper {n}"))
    room.close()
    again = opened_by(room.vault.folder, OTHER_WORDS)
    assert groups(again) == ["Wren"]
    again.close()


def test_a_key_without_a_name_can_be_taken_away(room: Workspace) -> None:
    holder = room.vault.add_facilitator(FOURTH_WORDS)
    assert room.key_holders.remove(holder).label == "That key does not open the vault any more."
    assert len(room.vault.facilitators) == 3


def test_a_crash_after_it_opens_in_the_new_file(room: Workspace) -> None:
    room.key_holders.remove(key_of(room, "Dev"))
    add_group(room.vault, "Lark")
    crash(room.vault)
    room.vault._closed = True
    again = opened_by(room.vault.folder, THIRD_WORDS)
    assert again.opened_after_crash and groups(again) == ["Lark", "Wren"]
    again.close()


def test_a_database_that_was_put_back_is_never_written_over_nor_taken_away(room: Workspace) -> None:
    """Without the mark nothing says that a second database is ours to take away: it may be all that is left of one."""
    stray = room.vault.folder / "data-2.db"
    stray.write_bytes(b"somebody's")
    room.key_holders.remove(key_of(room, "Dev"))
    room.close()
    assert headerfiles.read(room.vault.folder).header.data_name == "data-3.db"
    opened_by(room.vault.folder, WORDS).close()
    assert stray.read_bytes() == b"somebody's"


def test_an_older_state_that_is_put_back_is_warned_of(room: Workspace, tmp_path: Path) -> None:
    """The removed one's words open what was there before, as they open an old backup; whoever comes next is told."""
    folder, clock = room.vault.folder, FakeClock()
    seen = vault.SeenInSettings(DeviceSettings(tmp_path / "settings.json"))
    room.close()
    old = bytes_of(folder)
    clock.move(days=1)
    again = Workspace(vault.unlock(folder, WORDS, clock, seen=seen), clock, Library())
    again.key_holders.remove(key_of(again, "Dev"))
    again.close()
    for path in folder.glob("data-*"):
        path.unlink()
    for name, data in old.items():
        (folder / name).write_bytes(data)
    back = vault.unlock(folder, WORDS, clock, seen=seen)
    assert back.rolled_back is not None
    back.close()


def test_the_private_key_of_who_was_removed_opens_nothing_in_the_new_header(room: Workspace) -> None:
    header = room.vault._header
    block = header.blocks[0]
    theirs = holders.open_with(header, holders.Secret.passphrase(OTHER_WORDS, block))
    assert theirs is not None
    room.key_holders.remove(theirs.holder.id)
    new = headerfiles.read(room.vault.folder).header
    assert holders.open_key(new.vault_id, theirs, new.generation) is None
    for holder in new.holders:
        assert holders.open_key(new.vault_id, holders.OpenHolder(holder, theirs.private), new.generation) is None
    assert not (room.vault.folder / rekeying.MARK).exists()

"""The vault: made, unlocked, recovered, closed; and every change behind its back noticed before it can do harm."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from facilitator import vault
from facilitator.errors import (
    JournalMissing,
    NameMissing,
    NewerVault,
    NoRecovery,
    PlaceMissing,
    PlaceTaken,
    UserError,
    VaultSwapped,
    VaultTorn,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from facilitator.model.progress import Cancelled
from facilitator.settings import DeviceSettings
from facilitator.vault import UnlockedVault, headerfiles, holders, process
from facilitator.vault.header import HolderKind
from facilitator.vault.unlocking import enter
from tests.core.vaults import (
    OTHER_WORDS,
    TINY,
    WORDS,
    a_closed_vault,
    a_vault,
    add_group,
    bytes_of,
    crash,
    groups,
)
from tests.make import FakeClock


def test_what_was_saved_is_there_after_locking(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    assert opened.name == "Blue folder" and not opened.sample and not opened.recovery_live
    add_group(opened, "Wren")
    opened.close()
    opened.close()
    assert opened.closed
    opened = vault.unlock(opened.folder, WORDS, FakeClock())
    assert groups(opened) == ["Wren"] and not opened.opened_after_crash and not opened.healed
    assert opened.store.by == opened.holder and len(opened.holder) == 16
    opened.close()


def test_folder_and_files_are_for_their_owner_alone(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    opened.drafts.save("note", {"text": "half"})
    opened.backup(tmp_path)
    opened.snapshot(1 << 30)
    opened.close()
    assert {p.name for p in opened.folder.iterdir()} == {
        "header.json", "header.bak.json", "data-1.db", "data-1.db-journal", "lock", "spare", "drafts", "backups"}
    if sys.platform != "win32":
        for path in (opened.folder, *opened.folder.rglob("*"), *tmp_path.glob("*.vaultbackup")):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_another_program_reads_the_same_database_with_the_derived_key(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path, "Wren Group")
    key = enter(headerfiles.read(folder).header, WORDS).keys.database
    other = apsw.Connection(str(folder / "data-1.db"), flags=apsw.SQLITE_OPEN_READONLY)
    for pragma in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key.hex()}'\""):
        other.execute(f"PRAGMA {pragma}")
    assert other.execute("SELECT name FROM groups").fetchall() == [("Wren Group",)]
    other.close()


def test_no_word_of_anybody_stands_in_any_file(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren Group")
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.drafts.save("note of Wren", {"text": "Philippa was here"})
    opened.backup(tmp_path)
    opened.close()
    for path in (p for p in tmp_path.rglob("*") if p.is_file()):
        data = path.read_bytes().lower()
        for canary in ("wren", "philippa", "lantern", "orchard", "groups", pending.groups[3].lower(), "attendance"):
            assert canary.encode() not in data, path


def test_a_vault_is_never_made_over_something(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path)
    before = bytes_of(folder)
    with pytest.raises(PlaceTaken):
        vault.create(folder, OTHER_WORDS, FakeClock(), kdf=TINY)
    assert bytes_of(folder) == before
    with pytest.raises(PlaceMissing):
        vault.create(tmp_path / "nowhere" / "a.vault", WORDS, FakeClock(), kdf=TINY)
    with pytest.raises(WeakPassphrase):
        vault.create(tmp_path / "b.vault", "short", FakeClock(), kdf=TINY)
    assert [p.name for p in tmp_path.iterdir()] == [folder.name]


def test_what_a_cut_off_making_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / ".Blue folder.vault.part"
    left.mkdir()
    (left / "data-1.db").write_bytes(b"half")
    a_vault(tmp_path).close()
    assert not left.exists()


@pytest.mark.parametrize(("name", "folder"), [
    ("Blue folder", "Blue folder.vault"), ("  a/b:c\\d  ", "abcd.vault"), ("..", None), ("", None), ("x" * 200, None),
    ("Grün 蓝", "Grün 蓝.vault"), ("a\nb", "ab.vault"), ("...hidden", "hidden.vault"),
])
def test_a_name_becomes_a_folder(tmp_path: Path, name: str, folder: str | None) -> None:
    if name.startswith("x"):
        assert vault.folder_for(tmp_path, name).name == "x" * 60 + ".vault"
    elif folder is None:
        with pytest.raises(NameMissing):
            vault.folder_for(tmp_path, name)
    else:
        assert vault.folder_for(tmp_path, name) == tmp_path / folder


def test_a_stick_that_knows_no_rights_is_good_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **more: object) -> None:
        raise PermissionError(errno.EPERM, "not on this file system")

    for name in ("chmod", "fchmod"):
        monkeypatch.setattr(os, name, refuse, raising=False)
    opened = a_vault(tmp_path)
    opened.drafts.save("note", {"text": "half"})
    opened.backup(tmp_path)
    opened.close()
    vault.unlock(opened.folder, WORDS, FakeClock()).close()


def test_a_sample_is_marked_inside(tmp_path: Path) -> None:
    opened = a_vault(tmp_path, sample=True)
    opened.close()
    assert vault.facts(opened.folder).sample
    opened = vault.unlock(opened.folder, WORDS, FakeClock())
    assert opened.sample
    opened.close()


# ---------------------------------------------------------------- passphrase and recovery
def test_the_passphrase_is_changed(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    opened.drafts.save("note", {"text": "half"})
    holder, salt = opened.holder, headerfiles.read(opened.folder).header.blocks[0].salt
    with pytest.raises(WrongPassphrase):
        opened.set_passphrase(OTHER_WORDS, OTHER_WORDS)
    with pytest.raises(WeakPassphrase):
        opened.set_passphrase(WORDS, "short")
    add_group(opened, "Heliotrope Marigold Quicksilver")
    with pytest.raises(WeakPassphrase):  # long, but the group's own name
        opened.set_passphrase(WORDS, "heliotrope marigold quicksilver")
    opened.set_passphrase(WORDS, OTHER_WORDS)
    with pytest.raises(WrongPassphrase):
        opened.set_passphrase(WORDS, WORDS)
    opened.close()
    with pytest.raises(WrongPassphrase):
        vault.unlock(opened.folder, WORDS, FakeClock())
    opened = vault.unlock(opened.folder, OTHER_WORDS, FakeClock())
    assert opened.holder == holder and headerfiles.read(opened.folder).header.blocks[0].salt != salt
    assert [d.fields for d in opened.drafts.list()] == [{"text": "half"}]
    opened.close()


def test_recovery_is_live_only_once_it_is_typed_back(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    pending = opened.new_recovery()
    with pytest.raises(WrongRecoveryCode) as refused:
        opened.confirm_recovery(pending, " ".join(pending.groups[:6]))
    assert refused.value.group == 7 and not opened.recovery_live
    opened.close()
    with pytest.raises(NoRecovery):
        vault.recover(opened.folder, pending.code, OTHER_WORDS, FakeClock())
    assert not vault.facts(opened.folder).has_recovery
    opened = vault.unlock(opened.folder, WORDS, FakeClock())
    opened.confirm_recovery(pending, pending.code)
    assert opened.recovery_live
    opened.close()
    assert vault.facts(opened.folder).has_recovery


def test_the_code_opens_once_and_is_burned(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    opened.drafts.save("note", {"text": "half"})
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    folder, holder = opened.folder, opened.holder
    opened.close()
    before = bytes_of(folder)
    slipped = pending.code[:-1] + ("0" if pending.code[-1] != "0" else "1")
    other = opened.new_recovery().code
    for code, words, refusal, group in ((slipped, OTHER_WORDS, WrongRecoveryCode, 7),
                                        (other, OTHER_WORDS, WrongRecoveryCode, 0),
                                        (pending.code, "short", WeakPassphrase, None)):
        with pytest.raises(refusal) as refused:
            vault.recover(folder, code, words, FakeClock())
        assert getattr(refused.value, "group", None) == group
        assert bytes_of(folder) == before

    opened = vault.recover(folder, pending.code, OTHER_WORDS, FakeClock())
    assert groups(opened) == ["Wren"] and not opened.recovery_live and opened.holder == holder
    assert opened.drafts.list() == () and opened.drafts.lost() == 1
    opened.drafts.discard_lost()
    assert opened.drafts.lost() == 0
    opened.close()
    with pytest.raises(NoRecovery):
        vault.recover(folder, pending.code, WORDS, FakeClock())
    with pytest.raises(WrongPassphrase):
        vault.unlock(folder, WORDS, FakeClock())
    vault.unlock(folder, OTHER_WORDS, FakeClock()).close()


def test_where_there_are_several_the_others_keep_their_keys(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    header, keys = opened._header, opened._keys
    second = holders.new_holder(header.vault_id, HolderKind.FACILITATOR,
                                holders.Secret.passphrase(OTHER_WORDS, header.blocks[0]), header.generation, keys.data)
    opened._write(header.with_holder(second.holder))
    opened.close()
    third = "marble kettle four silent penguins"
    recovered = vault.recover(opened.folder, pending.code, third, FakeClock())
    recovered.close()
    ids = []
    for words in (WORDS, OTHER_WORDS, third):
        again = vault.unlock(opened.folder, words, FakeClock())
        ids.append(again.holder)
        again.close()
    assert ids == [opened.holder, second.holder.id, recovered.holder] and len(set(ids)) == 3


def test_a_new_code_takes_the_place_of_the_old(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    first, second = opened.new_recovery(), opened.new_recovery()
    opened.confirm_recovery(first, first.code)
    opened.confirm_recovery(second, second.code)
    opened.close()
    with pytest.raises(WrongRecoveryCode):
        vault.recover(opened.folder, first.code, OTHER_WORDS, FakeClock())
    vault.recover(opened.folder, second.code, OTHER_WORDS, FakeClock()).close()


def test_a_code_of_another_vault_is_not_confirmed(tmp_path: Path) -> None:
    one, two = a_vault(tmp_path / "one"), a_vault(tmp_path / "two")
    pending = one.new_recovery()
    with pytest.raises(WrongRecoveryCode):
        two.confirm_recovery(pending, pending.code)
    one.close()
    two.close()


# ---------------------------------------------------------------- what was changed behind our back
def test_every_kind_of_flip_and_cut_of_the_data_is_noticed(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path, "Wren")
    data = folder / "data-1.db"
    whole = data.read_bytes()
    before = bytes_of(folder)
    flips = [*range(16), *range(16, len(whole), 9973), len(whole) - 1]
    for at in flips:
        hurt = bytearray(whole)
        hurt[at] ^= 1
        data.write_bytes(hurt)
        with pytest.raises(VaultTorn):
            vault.unlock(folder, WORDS, FakeClock())
        assert data.read_bytes() == bytes(hurt)
    for size in (0, 1, 4095, 4096, len(whole) - 4096, len(whole) - 1):
        data.write_bytes(whole[:size])
        with pytest.raises(VaultTorn):
            vault.unlock(folder, WORDS, FakeClock())
        assert data.stat().st_size == size
    data.write_bytes(whole + bytes(4096))
    with pytest.raises(VaultTorn):
        vault.unlock(folder, WORDS, FakeClock())
    data.write_bytes(whole)
    assert bytes_of(folder) == before
    vault.unlock(folder, WORDS, FakeClock()).close()


def test_an_old_page_pasted_in_is_noticed(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path, "Wren")
    old = (folder / "data-1.db").read_bytes()
    opened = vault.unlock(folder, WORDS, FakeClock())
    add_group(opened, "Lark")
    opened.close()
    new = (folder / "data-1.db").read_bytes()
    changed = [n for n in range(0, len(old), 4096) if old[n:n + 4096] != new[n:n + 4096]]
    assert changed
    for at in changed:
        (folder / "data-1.db").write_bytes(new[:at] + old[at:at + 4096] + new[at + 4096:])
        with pytest.raises(VaultTorn):
            vault.unlock(folder, WORDS, FakeClock())


def _swap_data(folder: Path, other: Path) -> None:
    (folder / "data-1.db").write_bytes((other / "data-1.db").read_bytes())


def _data_gone(folder: Path, other: Path) -> None:
    (folder / "data-1.db").unlink()


def _data_renamed(folder: Path, other: Path) -> None:
    (folder / "data-1.db").rename(folder / "data-2.db")


def _journal_grown(folder: Path, other: Path) -> None:
    (folder / "data-1.db-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(504))


def _older_header(folder: Path, other: Path) -> None:
    old = {name: (folder / name).read_bytes() for name in headerfiles.NAMES}
    opened = vault.unlock(folder, WORDS, FakeClock())
    add_group(opened, "Lark")
    opened.close()
    for name, raw in old.items():
        (folder / name).write_bytes(raw)


def _older_data(folder: Path, other: Path) -> None:
    old = (folder / "data-1.db").read_bytes()
    opened = vault.unlock(folder, WORDS, FakeClock())
    add_group(opened, "Lark")
    opened.close()
    (folder / "data-1.db").write_bytes(old)


@pytest.mark.parametrize(("change", "refusals"), [
    (_swap_data, (VaultTorn,)), (_data_gone, (VaultTorn,)), (_data_renamed, (VaultSwapped,)),
    (_journal_grown, (JournalMissing,)), (_older_header, (VaultTorn,)), (_older_data, (VaultTorn,)),
])
def test_a_closed_vault_whose_parts_were_swapped_is_refused_and_left_alone(
    tmp_path: Path, change: Callable[[Path, Path], None], refusals: tuple[type[UserError], ...]
) -> None:
    folder, other = a_closed_vault(tmp_path / "one", "Wren"), a_closed_vault(tmp_path / "two")
    change(folder, other)
    before = bytes_of(folder)
    with pytest.raises(refusals):
        vault.unlock(folder, WORDS, FakeClock())
    assert bytes_of(folder) == before


def test_a_journal_that_is_gone_after_a_clean_close_does_no_harm(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path, "Wren")
    (folder / "data-1.db-journal").unlink()
    opened = vault.unlock(folder, WORDS, FakeClock())
    assert groups(opened) == ["Wren"] and (folder / "data-1.db-journal").exists()
    opened.close()


# ---------------------------------------------------------------- unclean closes
def _crashed(folder: Path) -> UnlockedVault:
    opened = a_vault(folder)
    add_group(opened, "Wren")
    opened.close()
    opened = vault.unlock(opened.folder, WORDS, FakeClock())
    add_group(opened, "Lark")
    crash(opened)
    return opened


def test_after_a_crash_it_is_looked_all_over_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = _crashed(tmp_path).folder
    assert not vault.facts(folder).clean
    told: list[tuple[int, int]] = []
    opened = vault.unlock(folder, WORDS, FakeClock(), progress=lambda done, total: told.append((done, total)))
    assert opened.opened_after_crash and groups(opened) == ["Lark", "Wren"]
    assert len(told) > 5 and told[-1][0] == told[-1][1]
    opened.close()
    opened = vault.unlock(folder, WORDS, FakeClock())
    assert not opened.opened_after_crash
    opened.close()


def test_looking_it_over_can_be_cancelled_and_done_another_time(tmp_path: Path) -> None:
    folder = _crashed(tmp_path).folder

    def cancel(done: int, total: int) -> None:
        if done > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        vault.unlock(folder, WORDS, FakeClock(), progress=cancel)
    opened = vault.unlock(folder, WORDS, FakeClock())
    assert opened.opened_after_crash and groups(opened) == ["Lark", "Wren"]
    opened.close()


def test_a_code_is_not_burned_by_an_opening_that_was_cancelled(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    crash(opened)

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        vault.recover(opened.folder, pending.code, OTHER_WORDS, FakeClock(), progress=cancel)
    vault.unlock(opened.folder, WORDS, FakeClock()).close()
    vault.recover(opened.folder, pending.code, OTHER_WORDS, FakeClock()).close()


def _no_journal(folder: Path) -> None:
    (folder / "data-1.db-journal").unlink()


def _flipped(folder: Path) -> None:
    raw = bytearray((folder / "data-1.db").read_bytes())
    raw[-100] ^= 1
    (folder / "data-1.db").write_bytes(raw)


def _emptied(folder: Path) -> None:
    (folder / "data-1.db").write_bytes(b"")


def _another(folder: Path) -> None:
    other = a_closed_vault(folder.parent / "other")
    (folder / "data-1.db").write_bytes((other / "data-1.db").read_bytes())


@pytest.mark.parametrize(("change", "refusal"), [
    (_no_journal, JournalMissing), (_flipped, VaultTorn), (_emptied, VaultTorn), (_another, VaultTorn),
])
def test_what_was_changed_after_a_crash_is_refused_and_left_alone(
    tmp_path: Path, change: Callable[[Path], None], refusal: type[UserError]
) -> None:
    folder = _crashed(tmp_path).folder
    change(folder)
    data = (folder / "data-1.db").read_bytes()
    for _again in range(2):
        with pytest.raises(refusal):
            vault.unlock(folder, WORDS, FakeClock())
    assert (folder / "data-1.db").read_bytes() == data


def test_an_older_database_after_a_crash_is_told_by_its_journal(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path)
    older = (folder / "data-1.db").read_bytes()
    opened = vault.unlock(folder, WORDS, FakeClock())
    add_group(opened, "Wren")
    opened.close()
    crash(vault.unlock(folder, WORDS, FakeClock()))
    (folder / "data-1.db").write_bytes(older)
    with pytest.raises(VaultSwapped):
        vault.unlock(folder, WORDS, FakeClock())


def test_a_vault_of_a_newer_version_is_left_byte_for_byte(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    opened.store._connection.execute("PRAGMA user_version = 999")
    opened.close()
    before = bytes_of(opened.folder)
    with pytest.raises(NewerVault):
        vault.unlock(opened.folder, WORDS, FakeClock())
    assert bytes_of(opened.folder) == before
    with pytest.raises(NewerVault):
        vault.unlock(opened.folder, WORDS, FakeClock())


# ---------------------------------------------------------------- lock, drafts, warnings
def test_lock_stops_what_runs_and_keeps_what_was_saved(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    threading.Timer(0.2, opened.interrupt).start()
    with pytest.raises(Cancelled), opened.store.command("test.half") as command:
        command.insert("groups", {"name": "Half", "application": "grief", "record_level": 1,
                                  "created_on": "2025-01-01"})
        opened.store.all("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n")
    opened.lock()
    opened.lock()
    opened = vault.unlock(opened.folder, WORDS, FakeClock())
    assert groups(opened) == ["Wren"] and not opened.opened_after_crash
    opened.close()


def test_a_draft_is_for_its_author_alone(tmp_path: Path) -> None:
    clock = FakeClock()
    opened = a_vault(tmp_path, clock)
    opened.drafts.save("member:1", {"name": "Ro"})
    clock.move(minutes=1)
    opened.drafts.save("agenda:2", {"title": "x"})
    opened.drafts.save("member:1", {"name": "Robin", "contact": "door on the left"})
    (opened.folder / "drafts" / ("0" * 32 + ".draft")).write_bytes(b"draft 1 somebody else's")
    opened.close()
    opened = vault.unlock(opened.folder, WORDS, clock)
    first, second = sorted(opened.drafts.list(), key=lambda d: d.place)
    assert (first.place, second.place) == ("agenda:2", "member:1") and not first.old
    assert second.fields == {"name": "Robin", "contact": "door on the left"}
    assert opened.drafts.get("member:1") == second and opened.drafts.get("nothing") is None
    opened.drafts.discard_lost()
    assert len(list((opened.folder / "drafts").iterdir())) == 3  # nobody throws another's draft away
    opened.drafts.discard("member:1")
    opened.drafts.discard("member:1")
    clock.move(days=31)
    assert [(d.place, d.old) for d in opened.drafts.list()] == [("agenda:2", True)]
    opened.close()


def test_a_draft_put_in_the_place_of_another_is_not_taken(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    opened.drafts.save("one", {"text": "1"})
    opened.drafts.save("two", {"text": "2"})
    one, two = sorted((opened.folder / "drafts").iterdir())
    one.write_bytes(two.read_bytes())
    assert len(opened.drafts.list()) == 1 and opened.drafts.lost() == 1
    opened.close()


def test_the_size_of_a_draft_tells_little(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    sizes = set()
    for length in (1, 100, 300):
        opened.drafts.save("note", {"text": "x" * length})
        sizes.update(p.stat().st_size for p in (opened.folder / "drafts").iterdir())
    assert len(sizes) == 1
    opened.close()


def test_an_older_state_is_warned_of_with_both_dates_and_never_refused(tmp_path: Path) -> None:
    clock, seen = FakeClock(), vault.SeenInSettings(DeviceSettings(tmp_path / "settings.json"))
    opened = a_vault(tmp_path, clock, seen=seen)
    opened.close()
    old, then = bytes_of(opened.folder), clock.now_ms()
    clock.move(days=3)
    opened = vault.unlock(opened.folder, WORDS, clock, seen=seen)
    assert opened.rolled_back is None
    add_group(opened, "Wren")
    opened.close()
    newest = clock.now_ms()
    clock.move(days=3)
    for name, data in old.items():
        (opened.folder / name).write_bytes(data)
    seen = vault.SeenInSettings(DeviceSettings(tmp_path / "settings.json"))
    opened = vault.unlock(opened.folder, WORDS, clock, seen=seen)
    assert opened.rolled_back is not None
    assert [int(d.timestamp() * 1000) for d in (opened.rolled_back.seen, opened.rolled_back.opened)] == [newest, then]
    opened.close()
    opened = vault.unlock(opened.folder, WORDS, clock, seen=seen)
    assert opened.rolled_back is None
    opened.close()
    assert opened.vault_id.hex() not in (tmp_path / "settings.json").read_text()


def test_a_clock_that_jumps_ten_years_changes_nothing(tmp_path: Path) -> None:
    clock, seen = FakeClock(), vault.SeenInSettings(DeviceSettings(tmp_path / "settings.json"))
    opened = a_vault(tmp_path, clock, seen=seen)
    for jump in (3650, -7300, -20000, 30000):
        opened.close()
        clock.move(days=jump)
        opened = vault.unlock(opened.folder, WORDS, clock, seen=seen)
        assert not opened.opened_after_crash and opened.rolled_back is None
        assert vault.facts(opened.folder).written is not None
        opened.drafts.save("note", {"text": "x"})
        assert len(opened.drafts.list()) == 1
    opened.close()


def test_a_damaged_memory_of_what_was_seen_reads_as_none(tmp_path: Path) -> None:
    settings = DeviceSettings(tmp_path / "settings.json")
    for rubbish in (None, 7, [1], {"a": 1, "b": [1], "c": [1, 2, 3], "d": ["1", 2]}):
        settings.remember("seen", rubbish)
        seen = vault.SeenInSettings(settings)
        assert seen.recall("a") is None and seen.recall("d") is None
        seen.note("a", 3, 4)
        assert seen.recall("a") == (3, 4)
    for n in range(80):
        seen.note(f"m{n}", n, n)
    assert seen.recall("m0") is None and seen.recall("m79") == (79, 79)


@pytest.mark.parametrize(("path", "carrier"), [
    ("OneDrive/a", "OneDrive"), ("OneDrive - Charity/Documents", "OneDrive"), ("Dropbox", "Dropbox"),
    ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"), ("iCloudDrive", "iCloud"),
    ("Nextcloud/x/y", "Nextcloud"), ("Documents", ""), ("Megaphone", ""), ("MEGA", "MEGA"),
])
def test_a_folder_that_is_carried_elsewhere_is_warned_of(tmp_path: Path, path: str, carrier: str) -> None:
    assert vault.facts(tmp_path / path / "Blue folder.vault").carrier == carrier


def test_nothing_heavy_is_loaded_before_or_for_an_unlock(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path)
    code = f"""
import sys
from pathlib import Path
from facilitator import vault
from facilitator.model.clock import SystemClock
assert vault.facts(Path({str(folder)!r})).refusal is None
vault.Opening(SystemClock(), Path({str(tmp_path)!r}), known=(Path({str(folder)!r}),))
early = {{"cryptography", "sqlcipher3", "sqlite_utils", "zxcvbn", "keyring", "zipfile"}} & set(sys.modules)
vault.unlock(Path({str(folder)!r}), {WORDS!r}, SystemClock()).close()
late = {{"sqlite_utils", "zxcvbn", "keyring", "zipfile", "babel"}} & set(sys.modules)
print(early, late)
"""
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set() set()\n"


def test_a_process_leaves_no_memory_image() -> None:
    if sys.platform == "win32":
        pytest.skip("there are none to forbid there")
    code = """
import os, resource
from facilitator.vault import process
process.harden()
print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.umask(0)))
"""
    assert process.harden is not None
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "(1, 1) 0o77\n"


def test_a_check_looks_at_everything_and_leaves_a_closed_vault(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path, "Wren")
    report = vault.check(folder, WORDS, FakeClock())
    assert report.counts["groups"] == 1 and not report.healed and not report.after_crash and not report.sample
    assert vault.facts(folder).clean
    with pytest.raises(WrongPassphrase):
        vault.check(folder, OTHER_WORDS, FakeClock())

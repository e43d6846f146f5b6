"""A backup brought back over its own vault does not bring back who was erased since; and knows the later backups."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator import vault
from facilitator.library import Library
from facilitator.model.group import GroupDraft
from facilitator.vault import UnlockedVault
from facilitator.vault.carrying import CarriedOver
from facilitator.workspace import Workspace
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, bytes_of, crash
from tests.make import FakeClock

ERASED = "Quillon"


def a_circle(place: Path, clock: FakeClock) -> tuple[UnlockedVault, str, Path]:
    """A vault with two people and a role that names one of them, a recovery code, and a backup of all that."""
    opened = a_vault(place, clock)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    w = Workspace(opened, clock, Library())
    w.groups.save(GroupDraft(name="Wren"))
    [group] = w.groups.all()
    with opened.store.command("test.people") as c:
        for name in (ERASED, "Joan"):
            c.insert("member", {"group_id": group.id, "name": name, "first_seen": "2025-01-01"})
        session = c.insert("session", {"group_id": group.id, "held_on": "2025-11-20", "start_minute": 1140,
                                       "minutes": 90, "status": "planned"})
        for name in (ERASED.upper(), "Joan"):
            c.insert("role", {"session_id": session, "role": "chairs", "filled": 1, "name": name})
    return opened, pending.code, opened.backup(place).path


def erase(opened: UnlockedVault, clock: FakeClock) -> None:
    """Erase the one, as the place for people does, and make another backup."""
    w = Workspace(opened, clock, Library())
    [row] = opened.store.all("SELECT id FROM member WHERE name = ?", (ERASED,))
    w.members.erase(row["id"])
    clock.move(minutes=5)
    opened.backup(opened.folder.parent)


def people(opened: UnlockedVault) -> tuple[list[str], list[str]]:
    """Who is on the list, and who is named by a role."""
    names = [row["name"] for row in opened.store.all("SELECT name FROM member ORDER BY name")]
    return names, [row["name"] for row in opened.store.all("SELECT name FROM role ORDER BY name")]


@pytest.mark.parametrize("how", ["closed", "crashed", "other words", "code"])
def test_who_was_erased_since_stays_erased(tmp_path: Path, how: str) -> None:
    clock = FakeClock()
    opened, code, file = a_circle(tmp_path, clock)
    erase(opened, clock)
    made = opened.backups
    if how == "other words":  # the backup opens by the words of then; its key is still the vault's
        opened.set_passphrase(WORDS, OTHER_WORDS)
    if how == "crashed":
        crash(opened)
    else:
        opened.close()
    before = bytes_of(opened.folder)
    new = {"code": code, "words": OTHER_WORDS} if how == "code" else {"words": WORDS}
    back = vault.restore(file, opened.folder, clock=clock, aside=True, **new)  # type: ignore[arg-type]
    assert people(back) == (["Joan"], ["", "Joan"])
    assert back.carried_over == CarriedOver(1)
    assert list(back.backups) == list(made)
    back.store.integrity()
    back.close()
    [kept] = list(tmp_path.glob("*until*.vault"))
    assert bytes_of(kept) == before
    again = vault.unlock(opened.folder, new["words"], clock)
    assert people(again)[0] == ["Joan"] and again.carried_over is None
    again.close()
    assert ERASED.encode() not in b"".join(bytes_of(tmp_path).values())


def test_a_later_key_is_opened_by_the_words_if_they_still_hold(tmp_path: Path) -> None:
    """After somebody's key was taken away the vault is under a new key; the words of who stays open both."""
    clock = FakeClock()
    opened, _code, _file = a_circle(tmp_path, clock)
    gone = opened.add_facilitator(OTHER_WORDS)
    second = opened.backup(tmp_path).path
    erase(opened, clock)
    opened.remove_facilitator(gone)
    opened.close()
    back = vault.restore(second, opened.folder, WORDS, clock, aside=True)
    assert people(back)[0] == ["Joan"] and back.carried_over == CarriedOver(1, keys_back=1)
    back.close()


def test_where_the_replaced_vault_cannot_be_read_that_is_said(tmp_path: Path) -> None:
    clock = FakeClock()
    opened, _code, file = a_circle(tmp_path, clock)
    erase(opened, clock)
    opened.close()
    [data] = opened.folder.glob("data-*.db")
    data.write_bytes(b"x" * 8192)
    back = vault.restore(file, opened.folder, WORDS, clock, aside=True)
    assert people(back)[0] == ["Joan", ERASED] and back.carried_over == CarriedOver(known=False)
    back.close()


def test_another_vault_or_none_has_nothing_to_say(tmp_path: Path) -> None:
    clock = FakeClock()
    opened, _code, file = a_circle(tmp_path / "one", clock)
    opened.close()
    other = a_vault(tmp_path / "two", clock)
    other.close()
    for place in (other.folder, tmp_path / "New.vault"):
        back = vault.restore(file, place, WORDS, clock, aside=True)
        assert people(back)[0] == ["Joan", ERASED] and back.carried_over is None
        back.close()


def test_ways_in_that_come_back_with_a_backup_are_told(tmp_path: Path) -> None:
    clock = FakeClock()
    opened, _code, _file = a_circle(tmp_path, clock)
    gone = opened.add_facilitator(OTHER_WORDS)
    opened.add_facilitator("seven wooden kettles whistle northward")
    file = opened.backup(tmp_path / "later.vaultbackup").path
    opened.remove_facilitator(gone)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.close()
    back = vault.restore(file, opened.folder, WORDS, clock, aside=True)
    assert back.carried_over == CarriedOver(keys_back=1, sheet_back=True) and gone in back.facilitators
    back.remove_facilitator(gone)
    back.close()
    vault.restore(file, tmp_path / "Another.vault", WORDS, clock).close()  # beside, nothing is known to compare with

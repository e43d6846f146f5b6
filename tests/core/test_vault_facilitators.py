"""Who can open the vault: each with words of their own, given, changed and named; nobody more and nobody fewer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import (
    BadValue,
    KeysFull,
    NameMissing,
    NoRecovery,
    NoSpace,
    NotFound,
    OwnKey,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from facilitator.library import Library
from facilitator.vault import KdfCost, headerfiles, holders, keys, passphrase
from facilitator.vault.parsing import MOST_BYTES, MOST_HOLDERS
from facilitator.workspace import Workspace
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group, groups
from tests.make import FakeClock

THIRD_WORDS = "marble kettle four silent penguins"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Workspace]:
    """An open vault of Ruth's; Dev facilitates and has no key."""
    workspace = Workspace(a_vault(tmp_path), FakeClock(), Library())
    workspace.facilitators.add("Ruth", workspace.vault.holder)
    workspace.facilitators.add("Dev")
    add_group(workspace.vault, "Wren")
    yield workspace
    workspace.close()


def again(room: Workspace, words: str) -> Workspace:
    """The vault of a room that was closed, opened with these words."""
    return Workspace(vault.unlock(room.vault.folder, words, FakeClock()), FakeClock(), Library())


def dev(room: Workspace) -> bytes:
    """Dev's row."""
    return next(one.id for one in room.facilitators.all() if one.name == "Dev")


def test_each_opens_it_with_their_own_words_and_is_known_by_name(room: Workspace) -> None:
    change = room.key_holders.add(dev(room), OTHER_WORDS)
    assert change.label == "Dev can open the vault now." and not change.can_undo and change.touches("safekeeping")
    assert [(one.name, one.mine) for one in room.key_holders.all()] == [("Ruth", True), ("Dev", False)]
    assert room.key_holders.without() == ()
    room.close()
    assert not vault.facts(room.vault.folder).needs_healing
    for words, name in ((WORDS, "Ruth"), (OTHER_WORDS, "Dev")):
        opened = again(room, words)
        assert opened.me is not None and opened.me.name == name and groups(opened.vault) == ["Wren"]
        assert opened.vault.store.by == opened.me.holder
        opened.close()
    with pytest.raises(WrongPassphrase):
        vault.unlock(room.vault.folder, THIRD_WORDS, FakeClock())


def test_one_derivation_opens_it_however_many_there_are(room: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(3):
        room.key_holders.add(f"Helper {n}", passphrase.generate())
    room.key_holders.add(dev(room), OTHER_WORDS)
    room.close()
    runs: list[bytes] = []
    def counted(secret: bytes, salt: bytes, cost: KdfCost) -> bytes:
        runs.append(salt)
        return keys.stretch(secret, salt, cost)

    monkeypatch.setattr(holders, "stretch", counted)
    again(room, OTHER_WORDS).close()
    assert len(runs) == 1


def test_somebody_new_is_put_on_the_list_with_their_key(room: Workspace) -> None:
    room.key_holders.add("Jo", OTHER_WORDS)
    assert [one.name for one in room.facilitators.all()] == ["Dev", "Jo", "Ruth"]
    assert [one.name for one in room.key_holders.all()] == ["Ruth", "Jo"]
    assert [one.name for one in room.key_holders.without()] == ["Dev"]
    assert room.vault.store.undo_label is None or "Jo" not in room.vault.store.undo_label


def test_what_cannot_be_given_leaves_the_header_as_it_was(room: Workspace) -> None:
    before = headerfiles.read(room.vault.folder).raw
    with pytest.raises(WeakPassphrase) as refused:
        room.key_holders.add(dev(room), WORDS)  # Ruth's: the two would be one
    assert refused.value.reason == "used"
    for who, words, refusal in ((dev(room), "short", WeakPassphrase), ("  ", OTHER_WORDS, NameMissing),
                                ("dev", OTHER_WORDS, BadValue), (b"x" * 16, OTHER_WORDS, NotFound)):
        with pytest.raises(refusal):
            room.key_holders.add(who, words)
    assert headerfiles.read(room.vault.folder).raw == before
    assert [one.name for one in room.key_holders.all()] == ["Ruth"]


def test_a_key_whose_name_could_not_be_kept_is_taken_back(room: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise NoSpace

    monkeypatch.setattr(room.facilitators, "give_key", full)
    with pytest.raises(NoSpace):
        room.key_holders.add(dev(room), OTHER_WORDS)
    assert len(room.vault.facilitators) == 1
    monkeypatch.undo()
    room.key_holders.add(dev(room), OTHER_WORDS)


def test_a_key_without_a_name_is_listed_last(room: Workspace) -> None:
    room.vault.add_facilitator(OTHER_WORDS)
    room.key_holders.add(dev(room), THIRD_WORDS)
    assert [(one.name, one.person is None) for one in room.key_holders.all()] == [
        ("Ruth", False), ("Dev", False), ("", True)]


def test_a_key_of_somebody_who_facilitates_no_more_is_still_listed(room: Workspace) -> None:
    room.key_holders.add(dev(room), OTHER_WORDS)
    assert "can still open the vault" in room.facilitators.leave(dev(room)).label
    assert [one.name for one in room.key_holders.all()] == ["Ruth", "Dev"]


def test_each_changes_their_own_words_and_nobody_elses(room: Workspace) -> None:
    room.key_holders.add(dev(room), OTHER_WORDS)
    room.close()
    opened = again(room, OTHER_WORDS)
    with pytest.raises(WrongPassphrase):
        opened.vault.set_passphrase(WORDS, THIRD_WORDS)
    with pytest.raises(WeakPassphrase) as refused:
        opened.vault.set_passphrase(OTHER_WORDS, WORDS)
    assert refused.value.reason == "used"
    opened.vault.set_passphrase(OTHER_WORDS, THIRD_WORDS)
    opened.close()
    for words, name in ((WORDS, "Ruth"), (THIRD_WORDS, "Dev")):
        opened = again(room, words)
        assert opened.me is not None and opened.me.name == name
        opened.close()
    with pytest.raises(WrongPassphrase):
        again(room, OTHER_WORDS)


def test_the_header_has_room_for_thirty_one_people_and_their_recovery(room: Workspace) -> None:
    pending = room.vault.new_recovery()
    room.vault.confirm_recovery(pending, pending.code)
    while len(room.vault.facilitators) < MOST_HOLDERS - 1:
        room.vault.add_facilitator(passphrase.generate())
    with pytest.raises(KeysFull):
        room.vault.add_facilitator(OTHER_WORDS)
    room.close()
    assert len(headerfiles.read(room.vault.folder).raw) < MOST_BYTES / 2
    # after a recovery there may be one more; then no code is made live until somebody's key is taken away
    opened = vault.recover(room.vault.folder, pending.code, OTHER_WORDS, FakeClock())
    pending = opened.new_recovery()
    with pytest.raises(KeysFull):
        opened.confirm_recovery(pending, pending.code)
    opened.withdraw(opened.facilitators[5])
    opened.confirm_recovery(pending, pending.code)
    opened.close()


def test_words_of_another_are_not_taken_after_a_recovery_either(room: Workspace) -> None:
    room.key_holders.add(dev(room), OTHER_WORDS)
    pending = room.vault.new_recovery()
    room.vault.confirm_recovery(pending, pending.code)
    room.close()
    with pytest.raises(WeakPassphrase):
        vault.recover(room.vault.folder, pending.code, OTHER_WORDS, FakeClock())
    vault.recover(room.vault.folder, pending.code, THIRD_WORDS, FakeClock()).close()


def test_nobody_takes_their_own_key(room: Workspace) -> None:
    with pytest.raises(OwnKey):
        room.vault.withdraw(room.vault.holder)


def test_of_two_headers_only_one_of_which_has_the_new_key_the_newer_counts(room: Workspace) -> None:
    older = (room.vault.folder / "header.bak.json").read_bytes()
    room.key_holders.add(dev(room), OTHER_WORDS)
    room.close()
    (room.vault.folder / "header.bak.json").write_bytes(older)
    opened = again(room, OTHER_WORDS)
    assert opened.vault.healed and opened.me is not None and opened.me.name == "Dev"
    opened.close()
    assert headerfiles.read(room.vault.folder).hurt == ()


# ---------------------------------------------------------------- recovery: used, replaced, tried
def recovered(room: Workspace, words: str) -> Workspace:
    """The vault opened by its recovery code, under new words."""
    pending = room.new_recovery()
    room.confirm_recovery(pending, pending.code)
    room.close()
    opened = vault.recover(room.vault.folder, pending.code, words, FakeClock())
    return Workspace(opened, FakeClock(), Library())


def test_after_a_recovery_the_lost_words_go_and_nobody_elses(room: Workspace) -> None:
    room.key_holders.add(dev(room), OTHER_WORDS)
    room.vault.drafts.save("note", {"text": "half"})
    opened = recovered(room, THIRD_WORDS)
    assert opened.vault.recovered and [one.name for one in opened.key_holders.all()] == ["", "Dev", "Ruth"]
    opened.key_holders.claim(next(one.id for one in opened.facilitators.all() if one.name == "Ruth"))
    assert opened.me is not None and opened.me.name == "Ruth"
    assert [(one.name, one.mine) for one in opened.key_holders.all()] == [("Ruth", True), ("Dev", False)]
    assert not list((opened.vault.folder / "drafts").iterdir())  # nobody could open them any more
    opened.close()
    with pytest.raises(WrongPassphrase):
        again(room, WORDS)
    for words in (OTHER_WORDS, THIRD_WORDS):
        again(room, words).close()


def test_somebody_new_after_a_recovery_takes_nobodys_key(room: Workspace) -> None:
    room.key_holders.add(dev(room), OTHER_WORDS)
    opened = recovered(room, THIRD_WORDS)
    opened.key_holders.claim("Jo")
    assert [one.name for one in opened.key_holders.all()] == ["Jo", "Dev", "Ruth"]
    opened.close()
    again(room, WORDS).close()


def test_without_a_recovery_a_name_is_noted_and_no_key_taken(room: Workspace) -> None:
    room.vault.add_facilitator(OTHER_WORDS)
    room.close()
    opened = again(room, OTHER_WORDS)
    assert not opened.vault.recovered
    opened.key_holders.claim(dev(opened))
    assert sorted(one.name for one in opened.key_holders.all()) == ["Dev", "Ruth"]
    opened.close()
    again(room, WORDS).close()


def test_the_code_is_tried_without_being_used_up(tmp_path: Path) -> None:
    clock = FakeClock()
    room = Workspace(a_vault(tmp_path, clock), clock, Library())
    pending = room.new_recovery()
    with pytest.raises(NoRecovery):
        room.try_recovery(pending.code)
    assert (room.recovery_typed, room.recovery_due) == (None, False)
    room.confirm_recovery(pending, pending.code)
    first = clock.today()
    clock.move(days=182)
    assert (room.recovery_typed, room.recovery_due) == (first, False)
    clock.move(days=1)
    assert room.recovery_due
    with pytest.raises(WrongRecoveryCode):
        room.try_recovery(room.new_recovery().code)
    with pytest.raises(WrongRecoveryCode) as refused:
        room.try_recovery(" ".join(pending.groups[:3]))
    assert refused.value.group == 4
    assert "not used up" in room.try_recovery(pending.code.lower()).label
    assert (room.recovery_typed, room.recovery_due, room.vault.recovery_live) == (clock.today(), False, True)
    room.close()
    opened = vault.recover(room.vault.folder, pending.code, OTHER_WORDS, clock)
    assert opened.recovered
    opened.close()

"""The header: told damaged before any key is derived, healed from its copy, and no edit on purpose passes."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator import vault
from facilitator.errors import (
    HeaderDamaged,
    NewerVault,
    NotAVault,
    PlaceMissing,
    UserError,
    VaultSwapped,
    WrongPassphrase,
)
from facilitator.vault import headerfiles, holders, keys, seals
from facilitator.vault.header import Generation, Header, HolderKind, canonical
from facilitator.vault.keys import KdfCost, Keys
from facilitator.vault.parsing import MOST_BYTES, Malformed, TooNew, parse
from tests.core.vaults import OTHER_WORDS, TINY, WORDS, a_closed_vault, a_vault, bytes_of, checked, edited, text
from tests.make import FakeClock

VAULT, COPY = b"V" * 16, b"C" * 16
KEYS = Keys.of(b"k" * 32, VAULT)


def a_header(words: tuple[str, ...] = (WORDS,)) -> Header:
    """A header with one facilitator per passphrase."""
    generation, block = Generation(1, b"G" * 16), holders.new_block(TINY)
    return Header(
        vault_id=VAULT, copy_id=COPY, sequence=7, written_at=1_700_000_000_000, sample=False, generation=generation,
        blocks=(block,), seal=b"s" * 32, journal=b"j" * 32,
        holders=tuple(
            holders.new_holder(VAULT, HolderKind.FACILITATOR, holders.Secret.passphrase(w, block), generation,
                               KEYS.data).holder for w in words))


RAW = a_header((WORDS, OTHER_WORDS)).pack(KEYS.header)


@pytest.fixture
def derivations(monkeypatch: pytest.MonkeyPatch) -> list[KdfCost]:
    """The costs of every key derivation that runs, which it still does."""
    ran: list[KdfCost] = []

    def stretch(secret: bytes, salt: bytes, cost: KdfCost) -> bytes:
        ran.append(cost)
        return keys.stretch(secret, salt, cost)

    monkeypatch.setattr(holders, "stretch", stretch)
    return ran


def test_a_header_comes_back_as_it_was_written() -> None:
    header = parse(RAW)
    assert header.pack(KEYS.header) == RAW and header.authentic(KEYS.header)
    assert replace(header, seal=None, sample=True, journal=b"").pack(KEYS.header) != RAW
    opened = parse(replace(header, seal=None, journal=b"").pack(KEYS.header))
    assert opened.seal is None and opened.journal == b""


def test_every_flipped_byte_and_every_cut_is_noticed() -> None:
    for at in range(len(RAW)):
        for bit in (1, 0x80):
            hurt = bytearray(RAW)
            hurt[at] ^= bit
            with pytest.raises(Malformed):
                parse(bytes(hurt))
        with pytest.raises(Malformed):
            parse(RAW[:at])
    for more in (b" ", b"\n", b"\0", b"x\n"):
        with pytest.raises(Malformed):
            parse(RAW + more)


def _holder(**values: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda h: h["holders"][0].update(values)


def _block(**values: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda h: h["kdf"][0].update(values)


def _unlocker(**values: Any) -> Callable[[dict[str, Any]], Any]:
    return lambda h: h["holders"][0]["unlockers"][0].update(values)


MALFORMED: dict[str, Callable[[dict[str, Any]], Any]] = {
    "no vault id": lambda h: h.pop("vault"),
    "a field too many": lambda h: h.update(label="Anna"),
    "short vault id": lambda h: h.update(vault=text(b"x" * 15)),
    "vault id no text": lambda h: h.update(vault=7),
    "not base 64": lambda h: h.update(vault="*" * 24),
    "loose base 64": lambda h: h.update(vault=text(b"x" * 16)[:-3] + "h=="),
    "sequence nought": lambda h: h.update(sequence=0),
    "sequence a truth": lambda h: h.update(sequence=True),
    "sequence too great": lambda h: h.update(sequence=2**53),
    "sequence below nought": lambda h: h.update(sequence=-1),
    "written as text": lambda h: h.update(written="yesterday"),
    "sample a number": lambda h: h.update(sample=1),
    "no holders": lambda h: h.update(holders=[]),
    "holders no list": lambda h: h.update(holders={}),
    "33 holders": lambda h: h.update(holders=[{**h["holders"][0], "id": text(bytes([n]) * 16)} for n in range(33)]),
    "the same holder twice": lambda h: h["holders"].append(dict(h["holders"][0])),
    "only a recovery": lambda h: h.update(holders=[{**h["holders"][0], "kind": "recovery", "unlockers": [
        {**h["holders"][0]["unlockers"][0], "kind": "code", "block": ""}]}]),
    "unknown kind of holder": _holder(kind="administrator"),
    "recovery with a passphrase": _holder(kind="recovery"),
    "short public key": _holder(public=text(b"p" * 31)),
    "a holder with a name": _holder(name="Anna"),
    "a holder without a way in": _holder(unlockers=[]),
    "five ways in": lambda h: _holder(unlockers=h["holders"][0]["unlockers"] * 5)(h),
    "a holder without a key": _holder(keys=[]),
    "a key of another generation": lambda h: h["holders"][0]["keys"][0].update(generation=text(b"X" * 16)),
    "unknown way in": _unlocker(kind="face"),
    "code for a facilitator": _unlocker(kind="code", block=""),
    "device with a block": _unlocker(kind="device"),
    "passphrase without a block": _unlocker(block=""),
    "passphrase of a block that is not there": _unlocker(block=text(b"b" * 8)),
    "short wrap": _unlocker(wrapped=text(b"w" * 47)),
    "long nonce": _unlocker(nonce=text(b"n" * 13)),
    "no block": lambda h: h.update(kdf=[]),
    "three blocks": lambda h: h.update(kdf=[{**h["kdf"][0], "id": text(bytes([n]) * 8)} for n in range(3)]),
    "the same block twice": lambda h: h.update(kdf=h["kdf"] * 2),
    "another derivation": _block(algorithm="md5"),
    "memory to hang us": _block(memory=1024 * 1024 + 1),
    "work to hang us": _block(memory=1024 * 1024, passes=4),
    "passes without end": _block(passes=10**9),
    "two blocks to hang us": lambda h: h.update(kdf=[{**h["kdf"][0], "memory": 1024 * 1024, "passes": 2},
                                                     {**h["kdf"][0], "memory": 1024 * 1024, "passes": 2,
                                                      "id": text(b"b" * 8)}]),
    "too many lanes": _block(lanes=17, memory=4096),
    "no lanes": _block(lanes=0),
    "too little memory for the lanes": _block(memory=7),
    "memory a fraction": _block(memory=64.0),
    "memory as text": _block(memory="64"),
    "short salt": _block(salt=text(b"s" * 15)),
    "generation nought": lambda h: h["generation"].update(number=0),
    "generation as a path": lambda h: h["generation"].update(number="../1"),
    "nine parents": lambda h: h["generation"].update(parents=[text(b"p" * 16)] * 9),
    "short seal": lambda h: h.update(seal=text(b"s" * 31)),
    "short journal head": lambda h: h.update(journal=text(b"j" * 16)),
    "no mac": lambda h: h.update(mac=None),
    "format nought": lambda h: h.update(format=0),
    "format as text": lambda h: h.update(format="1"),
}


@pytest.mark.parametrize("what", MALFORMED)
def test_a_malformed_header_is_refused_before_any_key(what: str) -> None:
    with pytest.raises(Malformed):
        parse(edited(RAW, MALFORMED[what]))


BODY = RAW.split(b"\n")[0]


@pytest.mark.parametrize("body", [
    b"", b"{}", b"[]", b"null", b"7", b'"x"', b"{", b"\xff\xfe", b"[" * 30000, b'{"format":' * 6000,
    b'{"format":1e400}', b'{"format":NaN}', b'{"format":' + b"9" * 5000 + b"}", BODY[:-1], BODY + b" ",
    BODY.replace(b",", b", ", 1), b'{"copy":1,' + BODY[1:], BODY.replace(b'"format":1,', b'"format":1.0,'),
    json.dumps(dict(reversed(json.loads(BODY).items())), separators=(",", ":")).encode(),
], ids=lambda body: repr(body[:14]))
def test_bytes_that_are_no_header_are_refused(body: bytes) -> None:
    with pytest.raises(Malformed):
        parse(checked(body))


def test_a_huge_file_is_never_loaded() -> None:
    with pytest.raises(Malformed):
        parse(b"x" * (MOST_BYTES + 1))


def test_a_newer_format_is_told_apart_from_damage() -> None:
    with pytest.raises(TooNew):
        parse(checked(b'{"format":2,"all":"different"}'))


@given(st.data())
def test_whatever_stands_there_it_is_read_or_refused(data: st.DataObject) -> None:
    values = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=30), st.binary(max_size=80).map(text),
                       st.lists(st.none(), max_size=3), st.floats(allow_nan=False, allow_infinity=False))
    header = json.loads(BODY)
    place: Any = header
    while True:
        key = data.draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
            place = place[key]
        else:
            place[key] = data.draw(values)
            break
    with contextlib.suppress(Malformed, TooNew):
        assert parse(checked(canonical(header))).vault_id


def _foreign(h: dict[str, Any]) -> None:
    """A holder of the attacker's own, sealed a data key of their own."""
    block = holders.new_block(TINY)
    other = holders.new_holder(VAULT, HolderKind.FACILITATOR, holders.Secret.passphrase("attacker", block),
                               Generation(1, b"G" * 16), b"a" * 32).holder
    h["holders"].append(json.loads(json.dumps(other.plain())))
    h["kdf"].append(block.plain())


EDITS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "another public key": lambda h: h["holders"][1].update(public=text(seals.new_pair()[1])),
    "my public key": lambda h: h["holders"][0].update(public=text(seals.new_pair()[1])),
    "another generation": lambda h: h["generation"].update(number=2),
    "parents of the generation": lambda h: h["generation"].update(parents=[text(b"p" * 16)]),
    "a later sequence": lambda h: h.update(sequence=9),
    "an earlier sequence": lambda h: h.update(sequence=3),
    "another date": lambda h: h.update(written=1),
    "the seal taken away": lambda h: h.update(seal=None),
    "another seal": lambda h: h.update(seal=text(b"x" * 32)),
    "another journal head": lambda h: h.update(journal=text(b"x" * 32)),
    "a holder taken away": lambda h: h["holders"].pop(1),
    "holders in another order": lambda h: h["holders"].reverse(),
    "a holder of the attacker's": _foreign,
    "a cheaper derivation": _block(memory=32),
    "another salt": _block(salt=text(b"x" * 16)),
    "the other's data key": lambda h: h["holders"][0].update(keys=h["holders"][1]["keys"]),
    "the other's way in": lambda h: h["holders"][0].update(unlockers=h["holders"][1]["unlockers"]),
    "another id for a holder": lambda h: h["holders"][0].update(id=text(b"x" * 16)),
    "another vault id": lambda h: h.update(vault=text(b"x" * 16)),
    "another copy id": lambda h: h.update(copy=text(b"x" * 16)),
    "marked as a sample": lambda h: h.update(sample=True),
    "another mac": lambda h: h.update(mac=text(b"x" * 32)),
}


@pytest.mark.parametrize("what", EDITS)
def test_no_edit_on_purpose_is_taken(what: str) -> None:
    from facilitator.vault.unlocking import enter

    header = parse(edited(RAW, EDITS[what]))
    with pytest.raises((WrongPassphrase, VaultSwapped)):
        enter(header, WORDS)


def test_the_header_tells_nobody_by_name(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path, "Wren Group")
    body = json.loads((folder / "header.json").read_bytes().split(b"\n")[0])
    flat = json.dumps(body).lower()
    assert not any(word in flat for word in ("wren", "blue", "folder", "name", "label", *WORDS.split()))


# ---------------------------------------------------------------- the two copies
def test_a_damaged_copy_is_told_and_made_whole(tmp_path: Path) -> None:
    for name in headerfiles.NAMES:
        for hurt in (b"", b"rubbish", None, "cut"):
            folder = a_closed_vault(tmp_path / f"{name}{hurt!r}".replace("/", ""))
            path = folder / name
            raw = path.read_bytes()
            if hurt is None:
                path.unlink()
            else:
                path.write_bytes(raw[:300] if hurt == "cut" else hurt)
            facts = vault.facts(folder)
            assert facts.needs_healing and facts.refusal is None
            opened = vault.unlock(folder, WORDS, FakeClock())
            assert opened.healed
            assert (folder / "header.json").read_bytes() == (folder / "header.bak.json").read_bytes()
            opened.close()
            assert not vault.facts(folder).needs_healing


def test_the_newest_sound_copy_counts(tmp_path: Path) -> None:
    folder = a_closed_vault(tmp_path)
    older = (folder / "header.json").read_bytes()
    vault.unlock(folder, WORDS, FakeClock()).close()
    newer = (folder / "header.json").read_bytes()
    for name in headerfiles.NAMES:
        (folder / "header.json").write_bytes(newer)
        (folder / "header.bak.json").write_bytes(newer)
        (folder / name).write_bytes(older)
        found = headerfiles.read(folder)
        assert found.raw == newer and found.hurt == (name,)


def test_damage_is_told_before_any_key_is_derived(tmp_path: Path, derivations: list[KdfCost]) -> None:
    folder = a_closed_vault(tmp_path)
    derivations.clear()
    for name in headerfiles.NAMES:
        raw = bytearray((folder / name).read_bytes())
        raw[100] ^= 1
        (folder / name).write_bytes(bytes(raw))
    before = bytes_of(folder)
    for work in (lambda: vault.unlock(folder, WORDS, FakeClock()), lambda: vault.unlock(folder, "", FakeClock()),
                 lambda: vault.recover(folder, "", OTHER_WORDS, FakeClock())):
        with pytest.raises(HeaderDamaged):
            work()
    assert not derivations and bytes_of(folder) == before
    assert isinstance(vault.facts(folder).refusal, HeaderDamaged)


def test_wrong_words_cost_the_derivation_and_read_alike(tmp_path: Path, derivations: list[KdfCost]) -> None:
    folder = a_closed_vault(tmp_path)
    before = bytes_of(folder)
    said = set()
    for words in ("", "x", WORDS + "x", WORDS[:-1], OTHER_WORDS, "\0", "ü" * 5000):
        derivations.clear()
        with pytest.raises(WrongPassphrase) as refused:
            vault.unlock(folder, words, FakeClock())
        said.add(repr(refused.value.args))
        assert derivations == [TINY]
    hurt = edited((folder / "header.json").read_bytes(), _unlocker(wrapped=text(b"w" * 48)))
    for name in headerfiles.NAMES:
        (folder / name).write_bytes(hurt)
    with pytest.raises(WrongPassphrase) as refused:
        vault.unlock(folder, WORDS, FakeClock())
    said.add(repr(refused.value.args))
    assert len(said) == 1
    for name in headerfiles.NAMES:
        (folder / name).write_bytes(before[name])
    vault.unlock(folder, WORDS, FakeClock()).close()


def _swap_in(folder: Path, other: Path) -> type[UserError]:
    (folder / "header.bak.json").write_bytes((other / "header.bak.json").read_bytes())
    return VaultSwapped


def _same_sequence(folder: Path, other: Path) -> type[UserError]:
    raw = edited((folder / "header.json").read_bytes(), lambda h: h.update(written=5))
    (folder / "header.json").write_bytes(raw)
    return VaultSwapped


def _edited_in_both(folder: Path, other: Path) -> type[UserError]:
    for name in headerfiles.NAMES:
        (folder / name).write_bytes(edited((folder / name).read_bytes(), lambda h: h.update(seal=None)))
    return VaultSwapped


def _newer(folder: Path, other: Path) -> type[UserError]:
    (folder / "header.bak.json").write_bytes(checked(b'{"format":2}'))
    return NewerVault


def _gone(folder: Path, other: Path) -> type[UserError]:
    for name in headerfiles.NAMES:
        (folder / name).unlink()
    return HeaderDamaged


def _huge(folder: Path, other: Path) -> type[UserError]:
    for name in headerfiles.NAMES:
        (folder / name).write_bytes(b"x" * (MOST_BYTES * 2))
    return HeaderDamaged


def _folders(folder: Path, other: Path) -> type[UserError]:
    for name in headerfiles.NAMES:
        (folder / name).unlink()
        (folder / name).mkdir()
    return HeaderDamaged


def _pipes(folder: Path, other: Path) -> type[UserError]:
    for name in headerfiles.NAMES:
        (folder / name).unlink()
        os.mkfifo(folder / name)
    return HeaderDamaged


def _links(folder: Path, other: Path) -> type[UserError]:
    for name in headerfiles.NAMES:
        (folder / name).unlink()
        (folder / name).symlink_to("/dev/zero")
    return HeaderDamaged


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such files there")
@pytest.mark.parametrize("change", [_pipes, _links])
def test_what_only_looks_like_a_file_hangs_nobody(
    tmp_path: Path, change: Callable[[Path, Path], type[UserError]]
) -> None:
    folder = a_closed_vault(tmp_path)
    with pytest.raises(change(folder, folder)):
        vault.unlock(folder, WORDS, FakeClock())


@pytest.mark.parametrize("change", [_swap_in, _same_sequence, _edited_in_both, _newer, _gone, _huge, _folders])
def test_headers_that_do_not_fit_are_refused_and_left_alone(
    tmp_path: Path, change: Callable[[Path, Path], type[UserError]]
) -> None:
    folder, other = a_closed_vault(tmp_path / "one"), a_closed_vault(tmp_path / "two")
    refusal = change(folder, other)
    before = bytes_of(folder)
    with pytest.raises(refusal):
        vault.unlock(folder, WORDS, FakeClock())
    assert bytes_of(folder) == before


def test_what_is_no_vault_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "letter.vault").write_text("Dear")
    for path, refusal in ((tmp_path / "photos", NotAVault), (tmp_path / "letter.vault", NotAVault),
                          (tmp_path / "nowhere", PlaceMissing)):
        with pytest.raises(refusal):
            vault.unlock(path, WORDS, FakeClock())
        assert isinstance(vault.facts(path).refusal, refusal)
    assert not (tmp_path / "photos" / "lock").exists()


# ---------------------------------------------------------------- several holders
def test_each_facilitator_opens_with_their_own_words_and_one_derivation(derivations: list[KdfCost]) -> None:
    from facilitator.vault.unlocking import enter

    header = parse(RAW)
    ids = set()
    for words in (WORDS, OTHER_WORDS):
        derivations.clear()
        entry = enter(header, words)
        ids.add(entry.opened.holder.id)
        assert entry.keys == KEYS and len(derivations) == 1
    assert len(ids) == 2


def test_a_new_key_goes_to_everybody_who_stays_without_their_being_there() -> None:
    from facilitator.vault.unlocking import enter

    header, fresh, following = parse(RAW), Keys.of(b"n" * 32, VAULT), Generation(2, b"H" * 16, (b"G" * 16,))
    stays, goes = header.holders
    sealed = replace(stays, keys=(holders.seal_key(VAULT, stays, following, fresh.data),))
    rekeyed = parse(replace(header, generation=following, holders=(sealed,)).pack(fresh.header))
    assert enter(rekeyed, WORDS).keys == fresh
    with pytest.raises(WrongPassphrase):
        enter(rekeyed, OTHER_WORDS)
    back = replace(rekeyed, holders=(sealed, replace(goes, keys=(replace(goes.keys[0], generation=following.id),))))
    with pytest.raises(VaultSwapped):
        enter(back, OTHER_WORDS)


def test_a_device_secret_opens_its_holder() -> None:
    header = parse(RAW)
    entry = holders.open_with(header, holders.Secret.passphrase(WORDS, header.blocks[0]))
    assert entry is not None
    secret = holders.Secret(holders.UnlockerKind.DEVICE, b"d" * 32)
    with_device = header.with_holder(holders.rewrap(VAULT, entry, secret))
    again = parse(with_device.pack(KEYS.header))
    opened = holders.open_with(again, secret)
    assert opened is not None and opened.private == entry.private
    assert holders.open_with(again, holders.Secret(holders.UnlockerKind.DEVICE, b"e" * 32)) is None
    assert holders.open_with(again, holders.Secret.passphrase(WORDS, header.blocks[0])) is not None


def test_the_cost_is_raised_at_a_later_unlock(tmp_path: Path, derivations: list[KdfCost]) -> None:
    folder, dearer = a_closed_vault(tmp_path), KdfCost(128, 1, 1)
    vault.unlock(folder, WORDS, FakeClock(), at_least=dearer).close()
    derivations.clear()
    opened = vault.unlock(folder, WORDS, FakeClock(), at_least=dearer)
    opened.close()
    assert derivations == [dearer] and len(headerfiles.read(folder).header.blocks) == 1


def test_while_it_is_raised_two_blocks_stand_and_both_open(derivations: list[KdfCost]) -> None:
    from facilitator.vault.changing import rekeyed
    from facilitator.vault.unlocking import enter

    header, dearer = parse(RAW), KdfCost(128, 1, 1)
    half = parse(rekeyed(header, enter(header, WORDS).opened, WORDS, dearer).pack(KEYS.header))
    assert [b.cost for b in half.blocks] == [TINY, dearer]
    assert enter(half, WORDS).keys == enter(half, OTHER_WORDS).keys == KEYS
    derivations.clear()
    with pytest.raises(WrongPassphrase):
        enter(half, "neither of the two")
    assert derivations == [dearer, TINY]
    done = parse(rekeyed(half, enter(half, OTHER_WORDS).opened, OTHER_WORDS, dearer).pack(KEYS.header))
    assert [b.cost for b in done.blocks] == [dearer] and enter(done, WORDS).keys == KEYS


def test_a_changed_header_stands_in_both_copies(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    copies = {(opened.folder / name).read_bytes() for name in headerfiles.NAMES}
    assert len(copies) == 1 and parse(copies.pop()).recovery is not None
    opened.close()

"""Personal seals: for one reader alone, in one place alone; what nobody can read any more is told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import NotFound, SealedToAnother, SealLost
from facilitator.vault import UnlockedVault
from facilitator.vault.personal import Reader, is_for
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault
from tests.make import FakeClock

THIRD_WORDS = "marble kettle four silent penguins"
PLACE = "supervision 0123 text"
SAID = "I was shaken after the evening, and Łukasz too.".encode()


@pytest.fixture
def mine(tmp_path: Path) -> Iterator[UnlockedVault]:
    """An open vault, with a recovery code and a second facilitator."""
    opened = a_vault(tmp_path)
    opened.add_facilitator(OTHER_WORDS)
    yield opened
    opened.close()


def other_of(opened: UnlockedVault) -> bytes:
    """The second facilitator's holder id."""
    return next(holder for holder in opened.facilitators if holder != opened.holder)


def opened_by(folder: Path, words: str) -> UnlockedVault:
    """Opened with somebody's words."""
    return vault.unlock(folder, words, FakeClock())


def test_what_is_sealed_to_me_opens_for_me_and_for_nobody_else(mine: UnlockedVault) -> None:
    sealed = mine.personal.seal(SAID, PLACE)
    assert mine.personal.open(sealed, PLACE) == SAID and mine.personal.reader(sealed) is Reader.ME
    mine.set_passphrase(WORDS, THIRD_WORDS)  # other words, but the same key
    mine.close()
    theirs = opened_by(mine.folder, OTHER_WORDS)
    assert theirs.personal.reader(sealed) is Reader.ANOTHER
    with pytest.raises(SealedToAnother):
        theirs.personal.open(sealed, PLACE)
    theirs.close()
    again = opened_by(mine.folder, THIRD_WORDS)
    assert again.personal.open(sealed, PLACE) == SAID
    again.close()


def test_a_concern_is_sealed_to_its_recipient_and_not_even_its_author_reads_it(mine: UnlockedVault) -> None:
    sealed = mine.personal.seal(SAID, PLACE, to=other_of(mine))
    with pytest.raises(SealedToAnother):
        mine.personal.open(sealed, PLACE)
    mine.close()
    theirs = opened_by(mine.folder, OTHER_WORDS)
    assert theirs.personal.open(sealed, PLACE) == SAID
    theirs.close()


def test_it_opens_in_its_place_alone_and_whole_alone(mine: UnlockedVault) -> None:
    sealed = mine.personal.seal(SAID, PLACE)
    with pytest.raises(SealLost):
        mine.personal.open(sealed, "supervision 4567 text")
    for at in (0, 8, 25, 40, len(sealed) - 1):
        hurt = bytearray(sealed)
        hurt[at] ^= 1
        with pytest.raises(SealLost):
            mine.personal.open(bytes(hurt), PLACE)
    for cut in (b"", sealed[:10], sealed[:40], sealed[:-1]):
        with pytest.raises(SealLost):
            mine.personal.open(cut, PLACE)


def test_nothing_can_be_sealed_to_nobody(mine: UnlockedVault) -> None:
    with pytest.raises(NotFound):
        mine.personal.seal(SAID, PLACE, to=b"x" * 16)


def test_its_size_tells_little_and_nothing_of_it_is_seen(mine: UnlockedVault) -> None:
    assert len({len(mine.personal.seal(bytes(n), PLACE)) for n in (0, 1, 100, 500)}) == 1
    assert mine.personal.open(mine.personal.seal(b"", PLACE), PLACE) == b""
    long = bytes(range(256)) * 20
    assert mine.personal.open(mine.personal.seal(long, PLACE), PLACE) == long
    assert mine.personal.seal(SAID, PLACE) != mine.personal.seal(SAID, PLACE)
    assert SAID not in mine.personal.seal(SAID, PLACE)


@pytest.mark.parametrize("alone", [True, False])
def test_it_is_lost_when_its_reader_resets_by_recovery(tmp_path: Path, alone: bool) -> None:
    opened = a_vault(tmp_path)
    if not alone:
        opened.add_facilitator(OTHER_WORDS)
    sealed, holder = opened.personal.seal(SAID, PLACE), opened.holder
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.close()
    again = vault.recover(opened.folder, pending.code, THIRD_WORDS, FakeClock())
    if not alone:
        again.withdraw(holder)
    assert again.personal.reader(sealed) is Reader.NOBODY and is_for(sealed, holder)
    with pytest.raises(SealLost):
        again.personal.open(sealed, PLACE)
    fresh = again.personal.seal(SAID, PLACE)
    assert again.personal.open(fresh, PLACE) == SAID
    again.close()


def test_it_outlasts_somebody_elses_removal_and_is_lost_with_its_readers(mine: UnlockedVault) -> None:
    other = other_of(mine)
    kept, lost = mine.personal.seal(SAID, PLACE), mine.personal.seal(SAID, PLACE, to=other)
    assert [is_for(one, other) for one in (kept, lost)] == [False, True]
    mine.remove_facilitator(other)
    assert mine.personal.open(kept, PLACE) == SAID
    assert mine.personal.reader(lost) is Reader.NOBODY
    with pytest.raises(NotFound):
        mine.personal.seal(SAID, PLACE, to=other)


def test_another_vault_opens_none_of_it(mine: UnlockedVault, tmp_path: Path) -> None:
    other = a_vault(tmp_path / "elsewhere")
    assert other.personal.reader(mine.personal.seal(SAID, PLACE)) is Reader.NOBODY
    other.close()

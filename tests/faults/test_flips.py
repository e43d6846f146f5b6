"""One byte flipped, or the end cut off, in every file of a closed vault: noticed, and the header healed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.vault import headerfiles
from tests.core.vaults import WORDS
from tests.faults.tally import Tally
from tests.faults.tampering import (
    DATA,
    HEALED,
    JOURNAL,
    PAGE,
    UNNOTICED,
    WITHOUT_MEANING,
    Original,
    a_full_vault,
    count,
    flipped,
    outcome,
    sound_header,
)
from tests.make import FakeClock

pytestmark = pytest.mark.fault("flips")
SOME_OR_ALL = pytest.mark.parametrize("stride", [37, pytest.param(1, marks=pytest.mark.long)], ids=["some", "every"])


@pytest.fixture
def original(tmp_path: Path) -> Original:
    """A closed vault with one group in it, a draft, and a copy of itself."""
    return Original(a_full_vault(tmp_path, "Wren"))


@SOME_OR_ALL
def test_a_header_is_healed_from_its_copy_and_refused_without(original: Original, stride: int, tally: Tally) -> None:
    chance = random.Random(stride)
    size = len(original.files[Path(headerfiles.NAMES[0])])
    for name in headerfiles.NAMES:
        whole = original.files[Path(name)]
        for at in range(0, size, stride):
            for hurt, what in ((flipped(whole, at, chance), "flip"), (whole[:at], "cut")):
                (original.folder / name).write_bytes(hurt)
                sound_header(original.folder, tally, f"{name}, {what} at {at}")
        for at in range(0, size, stride * 40):
            (original.folder / name).write_bytes(flipped(whole, at, chance))
            count(tally, "header: one copy, healed", outcome(original.folder, "Wren"), {HEALED}, f"{name} at {at}")
            assert len({(original.folder / other).read_bytes() for other in headerfiles.NAMES}) == 1
            original.put_back()
        original.put_back()
    for at in range(0, size, stride):
        for cut in (False, True):
            for name in headerfiles.NAMES:
                whole = original.files[Path(name)]
                (original.folder / name).write_bytes(whole[:at] if cut else flipped(whole, at, chance))
            count(tally, "header: both copies", outcome(original.folder), {"HeaderDamaged"}, f"both at {at}")
    assert not tally.lost


@SOME_OR_ALL
def test_the_database(original: Original, stride: int, tally: Tally) -> None:
    """Every byte of its first page and some of every other, and what cuts it short or makes it longer."""
    chance = random.Random(stride)
    whole, path = original.files[Path(DATA)], original.folder / DATA
    places = [*range(0, PAGE, stride), *(first + chance.randrange(PAGE) for first in range(PAGE, len(whole), PAGE)
                                         for _more in range(12 if stride == 1 else 1))]
    for at in places if stride == 1 else places[::2]:
        path.write_bytes(flipped(whole, at, chance))
        count(tally, "database: flip", outcome(original.folder), {"VaultTorn"}, f"flip at {at}")
    sizes = {0, 1, 15, 16, 100, PAGE - 1, PAGE, len(whole) - 1, len(whole) + 1, len(whole) + PAGE,
             *(chance.randrange(len(whole)) for _n in range(9)), *(range(PAGE, len(whole), PAGE * stride))}
    for size in sizes:
        path.write_bytes(whole[:size] + bytes(max(0, size - len(whole))))
        count(tally, "database: cut or longer", outcome(original.folder), {"VaultTorn"}, f"cut to {size}")
    original.put_back()
    assert outcome(original.folder, "Wren") == WITHOUT_MEANING and not tally.lost


def test_the_journal_that_must_be_empty(original: Original, tally: Tally) -> None:
    chance, path = random.Random(1), original.folder / JOURNAL
    assert original.files[Path(JOURNAL)] == b""
    for size in (1, 2, 28, 511, 512, 513, PAGE, 3 * PAGE):
        for data in (bytes(size), chance.randbytes(size), (b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * size)[:size]):
            path.write_bytes(data)
            count(tally, "journal", outcome(original.folder), {"JournalMissing"}, f"{size} bytes")
    assert not tally.lost


@SOME_OR_ALL
def test_a_draft(original: Original, stride: int, tally: Tally) -> None:
    """Half-typed text comes back as it was or not at all; what cannot be opened is told, where its author can be."""
    chance = random.Random(stride)
    [name] = [name for name in original.files if name.suffix == ".draft"]
    whole, path = original.files[name], original.folder / name
    with_words = vault.unlock(original.folder, WORDS, FakeClock())
    for at in range(0, len(whole), stride):
        for hurt in (flipped(whole, at, chance), whole[:at]):
            path.write_bytes(hurt)
            found, lost = with_words.drafts.list(), with_words.drafts.lost()
            said = UNNOTICED if found else "told" if lost else "nobody's"
            authors_id_stands = hurt[:24] == whole[:24]
            count(tally, "draft", said, {"told"} if authors_id_stands else {"nobody's"}, f"draft at {at}")
    path.write_bytes(whole)
    assert with_words.drafts.list()[0].fields == {"text": "half"} and not tally.lost
    with_words.close()


def test_what_has_no_meaning_may_be_anything(original: Original, tally: Tally) -> None:
    """The lock's text and the room that is put by: whatever stands there, the vault opens as it was."""
    chance = random.Random(1)
    meaningless = [name for name in original.files if name.name in ("lock", "spare")]
    assert meaningless
    for name in meaningless:
        for data in (b"", b"\0", chance.randbytes(300), b"sealing", "ä:\n\ud800".encode("utf-8", "surrogatepass")):
            (original.folder / name).write_bytes(data)
            count(tally, "lock, spare room", outcome(original.folder, "Wren"), {WITHOUT_MEANING}, name)
            original.put_back()
    known = {".json", ".db", ".db-journal", ".draft", ".vaultbackup"}
    assert {name.suffix for name in original.files} - {""} <= known, "a new kind of file: flip its bytes too"
    assert not tally.lost

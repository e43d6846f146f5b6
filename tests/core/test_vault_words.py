"""The words of a key, the recovery code, and the key derivation."""

from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import LowMemory, WeakPassphrase, WrongRecoveryCode
from facilitator.paths import resources
from facilitator.vault import holders, keys, passphrase, recovery
from facilitator.vault.keys import FLOOR, MOST_WORK_KIB, STANDARD, KdfCost, bearable, calibrate, stretch, worth_raising
from facilitator.vault.recovery import GROUPS, SYMBOLS, PendingRecovery

TINY = KdfCost(64, 1, 1)


# ---------------------------------------------------------------- the passphrase
def test_five_words_come_from_the_public_list() -> None:
    known = passphrase.word_list()
    assert len(known) == len(set(known)) == 7776 and list(known) == sorted(known)
    words = passphrase.generate().split(" ")
    assert len(words) == 5 and set(words) <= set(known)
    assert len({passphrase.generate() for _n in range(50)}) == 50
    assert len(set(passphrase.generate(500).split(" "))) == 500  # none twice, or the phrase would not count as listed


@given(st.sampled_from(passphrase.word_list()), st.integers(1, 9))
def test_a_word_is_completed_from_its_beginning(word: str, typed: int) -> None:
    offered = passphrase.complete(f" {word[:typed].upper()} ", most=7776)
    assert word in offered and all(w.startswith(word[:typed]) for w in offered)
    assert passphrase.complete(word[:typed]) == offered[:6]


def test_words_of_loss_and_illness_are_never_drawn_and_still_count() -> None:
    known = passphrase.word_list()
    unkind = (resources() / "words" / "unkind.txt").read_text("ascii").split()
    assert 100 <= len(unkind) <= 200 and set(unkind) <= set(known)
    kind = len(known) - len(unkind)
    assert math.log2(kind) > 12.9
    assert set(passphrase.generate(kind).split(" ")) == set(known) - set(unkind)  # every other word can be drawn
    assert passphrase.from_list(" ".join(unkind[:5]))  # an older phrase counts as ever


def test_nothing_is_offered_for_nothing() -> None:
    assert passphrase.complete("") == () and passphrase.complete("  ") == () and passphrase.complete("zzz") == ()


def test_generated_words_are_always_good_enough() -> None:
    for _n in range(20):
        words = passphrase.generate()
        assert passphrase.from_list(words) and passphrase.strength(words).ok
        passphrase.require(words)


@pytest.mark.parametrize(("words", "reason"), [
    ("", "short"), ("rain on the", "short"), ("              x", "short"), ("passwordpassword", "guessable"),
    ("aaaaaaaaaaaaaaaaaaaaaaaa", "guessable"), ("qwertyuiopasdfghjkl", "guessable"),
    ("abacus abacus abacus abacus abacus", "guessable"), ("1234567890123456789", "guessable"),
])
def test_weak_words_are_refused_with_the_reason(words: str, reason: str) -> None:
    found = passphrase.strength(words)
    assert not found.ok and found.reason == reason and found.words
    with pytest.raises(WeakPassphrase) as refused:
        passphrase.require(words)
    assert refused.value.reason == reason


def test_names_of_the_group_do_not_count() -> None:
    words = "Wrexborough Hollyhock"
    assert passphrase.strength(words).ok
    assert passphrase.strength(words, ("Hollyhock", "Wrexborough")).reason == "names"


def test_very_long_words_are_scored_fast_and_well() -> None:
    assert passphrase.strength("unrelated harvest " * 4000).words


# ---------------------------------------------------------------- the derivation
def test_the_same_words_typed_differently_give_the_same_key() -> None:
    def key(words: str) -> bytes:
        return stretch(passphrase.normal(words).encode(), b"s" * 16, TINY)

    assert key("cafe\u0301 one") == key("caf\u00e9 one") == key("  caf\u00e9   one\n")
    assert key("\ufb01ne words") == key("fine words")
    assert key("Fine words") != key("fine words")
    words = passphrase.generate()
    assert key(words.upper()) == key(words.title()) == key(words)


def test_every_use_has_a_key_of_its_own() -> None:
    made = keys.Keys.of(b"k" * 32, b"v" * 16)
    assert len({made.data, made.database, made.header, made.seal, made.backup}) == 5
    assert keys.Keys.of(b"k" * 32, b"w" * 16).database != made.database
    assert "6b6b" not in repr(made) and "kkk" not in repr(made)


@pytest.mark.parametrize("costs", [
    [KdfCost(1024 * 1024 + 1, 1, 1)], [KdfCost(1024 * 1024, 4, 4)], [KdfCost(64, 1, 17)], [KdfCost(7, 1, 1)],
    [KdfCost(64, 0, 1)], [KdfCost(1024 * 1024, 2, 4), KdfCost(1024 * 1024, 2, 4)], [KdfCost(31, 1, 4)],
])
def test_costs_that_would_hang_us_are_refused(costs: list[KdfCost]) -> None:
    assert not bearable(costs)
    assert bearable([STANDARD, STANDARD]) and bearable([FLOOR]) and bearable([TINY])


@pytest.mark.parametrize(("floor_seconds", "expected"), [
    (0.02, KdfCost(256 * 1024, 6, 4)), (0.1, KdfCost(256 * 1024, 6, 4)), (0.25, STANDARD),
    (0.5, KdfCost(128 * 1024, 3, 4)), (3.0, FLOOR),
])
def test_the_cost_is_about_a_second_and_never_under_the_floor(floor_seconds: float, expected: KdfCost) -> None:
    found = calibrate(1.0, lambda cost: floor_seconds)
    assert found == expected and bearable([found, found]) and 2 * found.work_kib <= MOST_WORK_KIB


def test_a_cost_is_raised_only_where_nobody_has_to_wait() -> None:
    assert worth_raising(FLOOR, 0.2, STANDARD) and not worth_raising(FLOOR, 0.5, STANDARD)
    assert not worth_raising(STANDARD, 0.01, STANDARD) and not worth_raising(STANDARD, 0.01, FLOOR)


def test_with_little_memory_the_cost_steps_down_to_the_floor() -> None:
    def room(most: int) -> Callable[[KdfCost], float]:
        def run(cost: KdfCost) -> float:
            if cost.memory_kib > most:
                raise LowMemory
            return 0.1
        return run

    assert calibrate(1.0, room(130 * 1024)) == KdfCost(128 * 1024, 3, 4)
    assert calibrate(1.0, room(65 * 1024)) == FLOOR
    with pytest.raises(LowMemory):
        calibrate(1.0, room(1024))


def test_too_little_memory_is_told_in_words() -> None:
    code = """
import resource
from facilitator.errors import LowMemory
from facilitator.vault.keys import STANDARD, stretch
resource.setrlimit(resource.RLIMIT_AS, (200 << 20, 200 << 20))
try:
    stretch(b"words", bytes(16), STANDARD)
except LowMemory:
    print("told")
"""
    if sys.platform == "win32":
        pytest.skip("memory limits are set otherwise there")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "told\n"


# ---------------------------------------------------------------- the recovery code
def test_a_code_is_seven_groups_of_five_and_carries_140_bits() -> None:
    code = recovery.new_code()
    groups = code.split("-")
    assert len(groups) == GROUPS and all(len(g) == 5 and set(g) <= set(SYMBOLS) for g in groups)
    secrets = {recovery.secret_of(recovery.new_code()).value for _n in range(50)}
    assert len(secrets) == 50 and all(len(s) == 18 for s in secrets)
    top = max(s[0] for s in secrets)
    assert 8 <= top <= 15  # the first of 18 bytes holds the upper four of 140 bits


@given(st.data())
def test_a_wrong_symbol_or_two_swapped_ones_name_their_group(data: st.DataObject) -> None:
    groups = recovery.new_code().split("-")
    number = data.draw(st.integers(0, GROUPS - 1))
    symbols = list(groups[number])
    at = data.draw(st.integers(0, 4))
    symbols[at] = data.draw(st.sampled_from([s for s in SYMBOLS if s != symbols[at]]))
    with pytest.raises(WrongRecoveryCode) as refused:
        recovery.secret_of("-".join([*groups[:number], "".join(symbols), *groups[number + 1:]]))
    assert refused.value.group == number + 1

    symbols = list(groups[number])
    at = data.draw(st.integers(0, 3))
    symbols[at], symbols[at + 1] = symbols[at + 1], symbols[at]
    if symbols != list(groups[number]):
        with pytest.raises(WrongRecoveryCode) as refused:
            recovery.secret_of("-".join([*groups[:number], "".join(symbols), *groups[number + 1:]]))
        assert refused.value.group == number + 1


def test_swapped_groups_show() -> None:
    groups = recovery.new_code().split("-")
    if groups[2] != groups[4]:
        groups[2], groups[4] = groups[4], groups[2]
        with pytest.raises(WrongRecoveryCode) as refused:
            recovery.secret_of(" ".join(groups))
        assert refused.value.group == 3


def test_a_code_is_read_kindly() -> None:
    code = recovery.new_code()
    meant = recovery.secret_of(code).value
    alike = code.replace("0", "O").replace("1", "l").lower()
    for typed in (alike, code.replace("-", ""), code.replace("-", "   "), f"  {code}\n", code.replace("-", " - ")):
        assert recovery.secret_of(typed).value == meant


@pytest.mark.parametrize("shorten", [
    lambda c: "", lambda c: c[:-1], lambda c: c[:-6], lambda c: c + "-00000", lambda c: c + "0",
    lambda c: c.replace("-", "")[:-2], lambda c: "U" * 35, lambda c: "é" + c[1:],
])
def test_too_short_too_long_or_foreign_is_refused(shorten: Callable[[str], str]) -> None:
    with pytest.raises(WrongRecoveryCode) as refused:
        recovery.secret_of(shorten(recovery.new_code()))
    assert 1 <= refused.value.group <= GROUPS


def test_typing_back_names_the_group_even_where_its_check_symbol_fits() -> None:
    pending = PendingRecovery(recovery.new_code(), b"v" * 16)
    assert pending.slip(pending.code.lower()) == 0
    other = recovery.new_code().split("-")
    mixed = [*pending.groups[:5], other[5], pending.groups[6]]
    if other[5] != pending.groups[5]:
        assert pending.slip(" ".join(mixed)) == 6
    assert pending.slip("") == 1
    assert pending.code not in repr(pending)


def test_new_words_cost_less_where_memory_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def room(most: int) -> None:
        def run(secret: bytes, salt: bytes, cost: KdfCost) -> bytes:
            tried.append(cost.memory_kib // 1024)
            if cost.memory_kib > most * 1024:
                raise LowMemory
            return bytes(32)

        tried.clear()
        monkeypatch.setattr(holders, "stretch", run)

    room(100)
    assert holders.fresh_secret("words")[0].cost == FLOOR and tried == [256, 128, 64]
    room(300)
    assert holders.fresh_secret("words")[0].cost == STANDARD and tried == [256]
    room(10)
    with pytest.raises(LowMemory):
        holders.fresh_secret("words")
    assert tried == [256, 128, 64]

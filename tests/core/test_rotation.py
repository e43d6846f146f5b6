"""Which copies of itself a vault lets go: any dates, any sizes, any budget."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitator.vault.rotation import DAYS, MONTHS, WEEKS, Kept, to_drop

BEGIN = datetime(2024, 1, 1, 20, 0)
COPIES = st.lists(
    st.tuples(st.integers(0, 900 * 24 * 60), st.integers(1, 5000)), max_size=90, unique_by=lambda drawn: drawn[0]
).map(lambda drawn: [Kept(BEGIN + timedelta(minutes=at), f"copy {at}", size) for at, size in drawn])
BUDGETS = st.integers(0, 60_000)


def stay(copies: list[Kept], budget: int) -> list[Kept]:
    """What is left, newest first."""
    gone = to_drop(copies, budget)
    return sorted((copy for copy in copies if copy.name not in gone), reverse=True)


@given(COPIES, BUDGETS, st.randoms())
def test_the_order_of_the_list_means_nothing_and_asking_again_drops_nothing(
    copies: list[Kept], budget: int, random: object
) -> None:
    left = stay(copies, budget)
    shuffled = list(copies)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert stay(shuffled, budget) == left
    assert to_drop(left, budget) == frozenset()


@given(COPIES, BUDGETS)
def test_the_newest_stays_and_the_rest_fits(copies: list[Kept], budget: int) -> None:
    left = stay(copies, budget)
    assert bool(left) == bool(copies)
    if left:
        assert left[0] == max(copies)
        assert len(left) == 1 or sum(copy.size for copy in left) <= budget
    assert len(left) <= DAYS + WEEKS + MONTHS


@given(COPIES)
def test_with_room_the_newest_of_each_of_the_last_spans_stays_and_nothing_else(copies: list[Kept]) -> None:
    left = set(stay(copies, 10**9))
    spans = ((lambda c: c.made_at.date(), DAYS), (lambda c: c.made_at.isocalendar()[:2], WEEKS),
             (lambda c: (c.made_at.year, c.made_at.month), MONTHS))
    wanted = set()
    for span, most in spans:
        for one in sorted({span(copy) for copy in copies}, reverse=True)[:most]:
            wanted.add(max(copy for copy in copies if span(copy) == one))
    assert left == wanted


@given(COPIES, BUDGETS, BUDGETS)
def test_more_room_never_drops_more(copies: list[Kept], one: int, other: int) -> None:
    small, large = sorted((one, other))
    assert to_drop(copies, large) <= to_drop(copies, small)


@given(COPIES, BUDGETS)
def test_what_goes_for_want_of_room_is_older_than_what_stays(copies: list[Kept], budget: int) -> None:
    roomy, left = stay(copies, 10**9), stay(copies, budget)
    assert left == roomy[: len(left)]


def test_over_three_years_of_evenings_there_is_always_a_way_back() -> None:
    copies: list[Kept] = []
    for day in range(3 * 365):
        at = BEGIN + timedelta(days=day)
        copies += [Kept(at, f"{day} early", 1), Kept(at + timedelta(minutes=90), f"{day} late", 1)]
        copies = stay(copies, 10**9)
        ages = [(at.date() - copy.made_at.date()).days for copy in copies]
        assert ages[0] == 0 and all("late" in copy.name for copy in copies)
        assert set(range(min(day + 1, DAYS))) <= set(ages)
        for weeks in range(1, min(day // 7, WEEKS - 1)):
            assert any(7 * weeks <= age < 7 * (weeks + 1) + 7 for age in ages)
        if day > 270:
            assert max(ages) >= 210
    assert len(copies) <= DAYS + WEEKS + MONTHS

"""Search everywhere: evenings that only follow from a rule, the nearest first, and what ships with the app."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.documents import DOCUMENTS
from facilitator.finding import Finder, Shelf, helplines, shipped
from facilitator.library import Library
from facilitator.model.matching import Names, Rank, folded, one_slip, words_of
from facilitator.model.numbers import NumbersKept
from facilitator.model.search import Hit, grouped
from tests.core.hall import Hall

LETTERS = st.text("abcd", min_size=4, max_size=7)


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """Two groups that meet on Thursdays; one has an evening kept, one moved, one cancelled."""
    hall = Hall(tmp_path, sample=True)
    lantern, oak = hall.group(), hall.group(name="Oak circle")
    hall.weekly(lantern)
    hall.weekly(oak, every=2)
    hall.sessions.cancel(hall.sessions.on(lantern.id, date(2025, 11, 27))[0])
    hall.sessions.change(hall.sessions.on(lantern.id, date(2025, 12, 4))[0], held_on=date(2025, 12, 5))
    return hall


def evenings(hall: Hall, text: str, each: int = 8) -> list[tuple[str, str, bool]]:
    finder = Finder(hall.store, hall.clock, hall.groups, hall.sessions)
    return [(hit.title, hit.detail, hit.show is None) for hit in finder.find(text, 60, each) if hit.kind == "session"]


def test_evenings_nobody_has_touched_are_found_by_their_day(hall: Hall) -> None:
    assert evenings(hall, "20 november") == [
        ("Thursday 20 November 2025", "Lantern circle", False), ("Thursday 20 November 2025", "Oak circle", False)]
    assert evenings(hall, "27/11 lant") == [("Thursday 27 November 2025", "Lantern circle", True)]  # kept: cancelled
    assert evenings(hall, "4 december lantern") == []  # moved to the day after
    assert evenings(hall, "december lantern", 2) == [
        ("Friday 5 December 2025", "Lantern circle", True), ("Thursday 11 December 2025", "Lantern circle", False)]
    assert evenings(hall, "tonight oak") == [("Thursday 20 November 2025", "Oak circle", False)]
    assert evenings(hall, "thursday", 3) == [
        ("Thursday 20 November 2025", "Lantern circle", False), ("Thursday 20 November 2025", "Oak circle", False),
        ("Thursday 27 November 2025", "Lantern circle", True)]
    assert evenings(hall, "oak") == []  # no word of a day: the group itself is found


def test_what_is_found_follows_the_rules_and_leads_to_the_evening(hall: Hall) -> None:
    finder = Finder(hall.store, hall.clock, hall.groups, hall.sessions)
    [found] = [hit for hit in finder.find("tonight oak", 60, 8) if hit.kind == "session"]
    oak = hall.groups.named("Oak circle")
    assert found.show == hall.tonight(oak)
    hall.sessions.series.stop(hall.sessions.series.of(oak.id)[0].id, hall.clock.today())
    assert finder.find("tonight oak", 60, 8) == ()


def test_every_sheet_and_every_item_is_there() -> None:
    library = Library()
    found = shipped(library)
    assert {hit.show for hit in found if hit.kind == "document"} == {
        declared.id for declared in DOCUMENTS if not declared.by_hand_only}
    items = [hit.show for hit in found if hit.kind == "shipped"]
    assert items == [*library.hard_moments(), *library.coping_cards(), *library.handouts(),
                     *library.agenda_templates(), *library.scripts(),
                     *library.agreement_overlays(), *library.prompts(), *library.readings(), *library.forms(),
                     *library.role_cards()]
    assert all(hit.title and hit.detail for hit in found)


@pytest.mark.parametrize(("typed", "title"), [
    ("crying", "Someone cries"), ("drunk", "Someone has been drinking or using"), ("panic", "Panic or a flashback"),
    ("suicidal", "Someone speaks of suicide"), ("row", "Cross words in the circle"), ("hope", "Hope"),
    ("supervision", "Supervision: what we agree"), ("timekeeper", "Timekeeper"),
    ("coping card panic", "Come back: five senses"), ("samritans", "Samaritans"),
    ("ring domestic", "National Domestic Abuse Helpline")])
def test_what_an_evening_needs_is_found_by_what_one_would_type(typed: str, title: str) -> None:
    library = Library()
    found = shipped(library, helplines(library, "GB", NumbersKept((), {})))
    assert title in [hit.title for hit in Shelf(found).find(typed, 8)]


def test_a_slip_is_forgiven_in_what_something_is_called_and_in_the_words_of_a_thing_to_do() -> None:
    hits = [Hit("way", b"", "Who came", also="attendance register"), Hit("way", b"", "Lock")]
    assert [Shelf(hits, forgiving).find("attendence", 8) != [] for forgiving in (True, False)] == [True, False]
    assert [hit.title for hit in Shelf(hits).find("lcok", 8)] == ["Lock"]


def test_what_is_called_so_comes_before_what_is_found_by_other_words() -> None:
    hits = [Hit("way", b"", "Count who is here", also="sign in sheet"), Hit("document", b"", "Sign-in sheet"),
            Hit("way", b"", "Sign", also="anything")]
    assert [(hit.title, hit.rank) for hit in Shelf(hits).find("sign", 8)] == [
        ("Sign", Rank.EXACT), ("Sign-in sheet", Rank.WORD), ("Count who is here", Rank.PREFIX)]


def test_a_whole_question_finds_what_its_rarest_word_leads_to() -> None:
    hits = [Hit("a", b"", "Someone cries"), *(Hit("a", b"", f"What do you say {n}") for n in range(20))]
    shelf = Shelf(hits)
    assert shelf.find("what do I say when somebody cries", 8) == []
    [near] = shelf.near("what do I say when somebody cries", 8)
    assert (near.title, near.rank) == ("Someone cries", Rank.SLIP)
    assert shelf.near("what do you wish", 8) == [] and shelf.near("of it", 8) == []


def test_the_kind_of_the_best_hit_leads() -> None:
    hits = [Hit("group", b"1", "Joanna’s circle", rank=Rank.PREFIX), Hit("member", b"2", "Joan", rank=Rank.EXACT),
            Hit("member", b"3", "Joan", rank=Rank.EXACT, past=True), Hit("member", b"4", "Jon", rank=Rank.SLIP),
            Hit("venue", b"5", "Joanna House", rank=Rank.PREFIX)]
    assert [(kind, [hit.id for hit in found]) for kind, found in grouped(hits, ("group", "member", "venue"))] == [
        ("member", [b"2", b"4", b"3"]), ("group", [b"1"]), ("venue", [b"5"])]


@given(LETTERS, st.data())
def test_any_one_slip_is_forgiven(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    other = data.draw(st.sampled_from("abcdz"))
    slips = (name[:at] + other + name[at + 1:], name[:at] + name[at + 1:], name[:at] + other + name[at:],
             name[:at] + name[at:at + 2][::-1] + name[at + 2:])
    names = Names([(1, name), (2, "unlike everything")])
    for typed in slips:
        if len(typed) >= 3:
            assert names.find(typed).get(1) is not None
            assert typed == name or one_slip(typed, name)


@given(LETTERS, LETTERS)
def test_nothing_further_off_is_found(typed: str, name: str) -> None:
    begun = any(one_slip(typed, name[:end]) or typed == name[:end] for end in range(len(name) + 1))
    assert (Names([(1, name)]).find(typed) != {}) == begun


def test_words_are_folded_alike_in_every_script() -> None:
    assert folded("ŁÓDŹ Ødegård Straße İbrahim") == "lodz odegard strasse ibrahim"
    assert words_of("O’Brien, Anne-Marie") == ("o", "brien", "anne", "marie")
    assert words_of("आशा शर्मा") == ("आशा", "शरमा")
    names = Names([(1, "Zoë O’Brien"), (2, "Anne-Marie"), (3, "李明")])
    assert [list(names.find(text)) for text in ("obrien", "annema", "李", "zoe bri", "")] == [[1], [2], [3], [1], []]

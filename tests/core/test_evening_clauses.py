"""An agreement put together from the core, what a kind of group adds and own clauses; and versions side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.evening import clauses
from facilitator.evening.clauses import Comparison, Pick
from facilitator.library import Library
from facilitator.model.agreement import Clause
from facilitator.model.content import AgreementOverlay
from facilitator.model.group import Application

LIBRARY = Library()
CORE = LIBRARY.agreement_core().clauses
OVERLAYS = LIBRARY.agreement_overlays()
WHOLE = clauses.begin(CORE, CORE)


def chosen(picks: tuple[Pick, ...]) -> list[str]:
    return [pick.clause.source for pick in picks if pick.on]


@pytest.mark.parametrize("application", Application)
def test_taking_what_a_kind_adds_is_what_the_library_weaves(application: Application) -> None:
    picks = WHOLE
    taken = []
    for overlay in LIBRARY.overlays_for(application):
        picks = clauses.take(picks, overlay)
        taken.append(overlay.id)
        if overlay.id == "online":  # its clauses stand beside those that have the place already
            continue
        assert clauses.taken(picks, overlay)
    own = next(one for one in LIBRARY.overlays_for(application) if not one.offered)
    assert chosen(clauses.take(WHOLE, own)) == [one.source for one in LIBRARY.agreement_for(application)]


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda one: one.id)
def test_an_overlay_goes_in_and_out_again(overlay: AgreementOverlay) -> None:
    assert not clauses.taken(WHOLE, overlay)
    picks = clauses.take(WHOLE, overlay)
    assert clauses.taken(picks, overlay)
    assert {clause.source for clause in overlay.clauses} <= set(chosen(picks))
    assert {core for _clause, core in overlay.stands_for}.isdisjoint(chosen(picks))
    assert clauses.take(picks, overlay) == picks
    assert clauses.leave(picks, overlay) == WHOLE


def test_what_two_overlays_stand_for_comes_back_with_the_last() -> None:
    youth, online = (next(one for one in OVERLAYS if one.id == id) for id in ("trauma", "online"))
    both = clauses.take(clauses.take(WHOLE, youth), online)
    less = clauses.leave(both, youth, (online,))
    assert less == clauses.take(WHOLE, online)
    assert clauses.leave(less, online, (youth,)) == WHOLE


def test_an_overlay_taken_again_keeps_words_that_were_changed() -> None:
    overlay = next(one for one in OVERLAYS if one.id == "youth")
    picks = clauses.take(WHOLE, overlay)
    at = next(n for n, pick in enumerate(picks) if pick.clause.source == "youth.two-adults")
    own = replace(picks[at].clause, text="Two adults, always")
    reworded = (*picks[:at], Pick(own, False), *picks[at + 1:])
    assert clauses.take(reworded, overlay)[at] == Pick(own, True)


def test_what_is_out_of_the_core_can_come_back() -> None:
    own = Clause(text="We water the plants")
    picks = clauses.begin((CORE[1], own, CORE[0]), CORE)
    assert [pick.on for pick in picks] == [True] * 3 + [False] * 10
    assert [pick.clause for pick in picks[:3]] == [CORE[1], own, CORE[0]]
    assert {pick.clause.source for pick in picks[3:]} == {one.source for one in CORE[2:]}


def test_what_an_overlay_adds_ends_its_quarter_of_what_is_in() -> None:
    suicide = next(one for one in OVERLAYS if one.id == "suicide-loss")
    picks = clauses.begin(CORE[:-1], CORE)
    taken = clauses.take(picks, suicide)
    assert taken[-1] == Pick(CORE[-1], False)
    themes = [pick.clause.theme for pick in taken if pick.on]
    assert [theme for n, theme in enumerate(themes) if themes.index(theme) == n] == ["Trust", "Turns", "Care", "Safety"]
    assert themes == sorted(themes, key=["Trust", "Turns", "Care", "Safety"].index)
    only = clauses.take((Pick(CORE[0], False),), suicide)
    assert [pick.on for pick in only] == [True] * len(suicide.clauses) + [False]


def test_a_clause_carried_into_another_quarter_belongs_there() -> None:
    for at, to in ((0, 11), (11, 0), (0, 4), (5, 5), (2, 99)):
        carried = clauses.carry(WHOLE, at, to)
        pick = carried[min(to, 11)]
        assert replace(pick.clause, theme="") == replace(WHOLE[at].clause, theme="")
        themes = [one.clause.theme for one in carried]
        assert themes == sorted(themes, key=["Trust", "Turns", "Care", "Safety"].index), (at, to)
    last_of_trust = max(n for n, pick in enumerate(WHOLE) if pick.clause.theme == "Trust")
    moved = clauses.carry(WHOLE, 0, last_of_trust)
    assert moved[last_of_trust] == WHOLE[0]
    out = (*WHOLE[:3], Pick(WHOLE[3].clause, False), *WHOLE[4:])
    assert clauses.carry(out, 3, 11)[11] == out[3]  # what is not in keeps its own


def test_a_clause_that_comes_in_ends_its_quarter() -> None:
    picks = clauses.begin((*CORE[1:3], *CORE[4:]), CORE)
    assert [pick.clause for pick in picks[-2:]] == [CORE[0], CORE[3]]
    both, there = clauses.tick(picks, 10, True)
    assert (there, both[there]) == (2, Pick(CORE[0], True))
    both, there = clauses.tick(both, 11, True)
    assert both[there] == Pick(CORE[3], True)
    themes = [pick.clause.theme for pick in both]
    assert themes == sorted(themes, key=["Trust", "Turns", "Care", "Safety"].index)
    assert clauses.tick(WHOLE, 4, False) == ((*WHOLE[:4], Pick(CORE[4], False), *WHOLE[5:]), 4)
    assert clauses.tick((*WHOLE[:4], Pick(CORE[4], False), *WHOLE[5:]), 4, True) == (WHOLE, 4)


# ---------------------------------------------------------------- versions side by side
A, B, C = Clause(text="What is said here stays here", why="Trust", source="core.stays"), \
    Clause(text="Phones away", source="core.phones"), Clause(text="We bring biscuits")


def test_added_changed_and_taken_away() -> None:
    louder = replace(A, text="Take home what you learned, leave the names")
    found = clauses.compare((A, B), (louder, C))
    assert found == Comparison(added=(C,), changed=((A, louder),), gone=(B,))
    assert clauses.compare((A, B), (A, B)).same
    broken = replace(B, if_broken="We say so kindly.")
    assert clauses.compare((A, B), (A, broken)).changed == ((B, broken),)


def test_an_own_clause_in_other_words_is_the_same_one() -> None:
    more = Clause(text="We all bring biscuits")
    assert clauses.compare((C,), (more,)) == Comparison(changed=((C, more),))
    other = Clause(text="Nobody leaves alone after dark")
    assert clauses.compare((C,), (other,)) == Comparison(added=(other,), gone=(C,))


def test_a_new_order_alone_is_told() -> None:
    found = clauses.compare((A, B, C), (C, A, B))
    assert found == Comparison(moved=True)
    assert not found.same
    assert not clauses.compare((A, B, C), (A, C)).moved


LINES = st.lists(st.builds(Clause, text=st.sampled_from(["Phones away", "No phones", "Share", "We share time", "Pass"]),
                           why=st.sampled_from(["", "Because"]), source=st.sampled_from(["", "a", "b"])), max_size=6)


@given(LINES, LINES)
def test_every_clause_is_accounted_for(before: list[Clause], after: list[Clause]) -> None:
    found = clauses.compare(before, after)
    stays = len(before) - len(found.gone)
    assert stays == len(after) - len(found.added) >= len(found.changed)
    assert clauses.compare(after, after).same

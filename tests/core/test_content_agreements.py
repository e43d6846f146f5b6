"""What a kind of group adds to its agreement: loaded, woven into the core, and small enough for the wall."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.documents.registry import build
from facilitator.documents.render.pdf import Press
from facilitator.errors import ContentBroken
from facilitator.library import Library, checker
from facilitator.library.agreements import KEPT, weave
from facilitator.model.agreement import Clause
from facilitator.model.content import AgreementOverlay, OwnContent
from facilitator.model.group import Application
from facilitator.model.paper import Paper
from facilitator.paths import resources
from tests.core.test_content_fits import context

OFFERED = ("suicide-loss", "online")
CORE = Library().agreement_core().clauses
POSTER = 12
"""Clauses that a poster shows with their reasons."""


def sources(clauses: tuple[Clause, ...]) -> list[str]:
    return [clause.source for clause in clauses]


def test_each_kind_of_group_has_one_overlay_and_two_are_only_offered() -> None:
    library = Library()
    overlays = library.agreement_overlays()
    assert [overlay.id for overlay in overlays] == [*(kind.value for kind in Application), "online", "suicide-loss"]
    assert {overlay.id for overlay in overlays if overlay.offered} == set(OFFERED)
    for kind in Application:
        assert next(overlay.id for overlay in library.overlays_for(kind)) == kind.value
    assert [overlay.id for overlay in library.overlays_for(Application.GRIEF)] == ["grief", "online", "suicide-loss"]
    assert [overlay.id for overlay in library.overlays_for(Application.YOUTH)] == ["youth"], "no young people online"


def test_every_clause_has_an_id_of_its_own_and_says_all_three_things() -> None:
    clauses = [clause for overlay in Library().agreement_overlays() for clause in overlay.clauses]
    assert len({*sources(tuple(clauses)), *sources(CORE)}) == len(clauses) + len(CORE)
    assert all(clause.text and clause.why and clause.if_broken and clause.theme for clause in clauses)


def test_what_is_done_reads_on_from_if_it_is_broken() -> None:
    """It is always shown behind these words, so it does not begin with another “if”."""
    clauses = [*CORE, *(clause for overlay in Library().agreement_overlays() for clause in overlay.clauses)]
    assert [clause.source for clause in clauses if clause.if_broken.startswith("If ")] == []


@pytest.mark.parametrize("kind", list(Application))
def test_a_group_starts_with_what_fits_the_wall_with_its_reasons(kind: Application) -> None:
    clauses = Library().agreement_for(kind)
    assert len(clauses) == POSTER
    assert {f"core.{name}" for name in KEPT} <= set(sources(clauses))
    assert any(clause.source.startswith(f"{kind}.") for clause in clauses)
    themes = [clause.theme for clause in clauses]
    assert themes == sorted(themes, key=("Trust", "Turns", "Care", "Safety").index)


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("kind", list(Application))
def test_every_agreement_hangs_on_one_side_with_all_that_is_offered_too(kind: Application, paper: Paper) -> None:
    library, press = Library(country="IE"), Press(paper)
    for chosen in ((), OFFERED):
        evening = context(library, paper)
        assert evening.agreement is not None
        agreement = replace(evening.agreement, clauses=library.agreement_for(kind, chosen))
        assert press.sides(build("agreement-poster", replace(evening, agreement=agreement))) == 1


def test_a_clause_takes_the_place_it_stands_for_and_others_end_their_quarter() -> None:
    library = Library()
    grief = sources(library.agreement_for(Application.GRIEF))
    assert grief[6:9] == ["grief.own-time", "grief.no-at-least", "grief.no-comparing"]
    assert "core.own-life" not in grief and grief[:3] == ["core.stays", "core.limits", "core.phones"]
    both = sources(library.agreement_for(Application.GRIEF, ("suicide-loss",)))
    assert both[6:11] == [*grief[6:9], "suicide-loss.words", "suicide-loss.no-blame"]
    assert both[-2:] == ["suicide-loss.no-methods", "suicide-loss.tell-us"]


def test_a_place_is_taken_once() -> None:
    woven = sources(Library().agreement_for(Application.CARERS, ("online",)))
    assert "carers.care-calls" in woven and woven.index("online.private-place") == 3
    assert "core.phones" not in woven


def test_what_is_offered_to_others_does_not_come_in() -> None:
    library = Library()
    assert library.agreement_for(Application.CAREER, ("suicide-loss",)) == library.agreement_for(Application.CAREER)
    assert library.agreement_for(Application.YOUTH, ("online",)) == library.agreement_for(Application.YOUTH)


def test_a_quarter_the_core_does_not_have_comes_last() -> None:
    other = Clause(text="We sing", why="It helps.", if_broken="We hum.", theme="Joy", source="ours.sing")
    ours = replace(Library().agreement_overlays()[0], id="ours", clauses=(other,), stands_for=())
    assert weave(CORE, [ours]) == (*CORE, other)


def test_an_own_overlay_stands_in_the_place_of_a_shipped_one() -> None:
    shipped = Library().overlays_for(Application.CARERS)[0]
    mine = replace(shipped, clauses=shipped.clauses[:1], stands_for=shipped.stands_for[:1])
    library = Library(own=OwnContent(overlays=(mine,)))
    assert sources(library.agreement_for(Application.CARERS))[2] == "carers.care-calls"
    assert "core.on-time" in sources(library.agreement_for(Application.CARERS))


# ---------------------------------------------------------------- the editor notices
def wrong(overlay: AgreementOverlay) -> list[str]:
    return [finding.wrong for finding in checker.check_overlay(overlay, Library())]


@pytest.mark.parametrize(("change", "said"), [
    ({"text": "We all promise never to speak over each other"}, "a clause of more than 7 words"),
    ({"why": "Because " + "so " * 12}, "a reason of more than 12 words"),
    ({"if_broken": ""}, "no way to mend it"),
    ({"text": "Be kind."}, "a clause with a full stop"),
    ({"theme": "Joy"}, "a quarter the core does not have"),
    ({"text": "Phones are fine", "why": "Call whoever you like."}, "stands for core.phones and no longer says it"),
])
def test_the_editor_sends_back_a_clause(change: dict[str, str], said: str) -> None:
    carers = Library().overlays_for(Application.CARERS)[0]
    first, *rest = carers.clauses
    assert wrong(carers) == []
    assert said in wrong(replace(carers, clauses=(replace(first, **change), *rest)))


def test_the_editor_counts_the_clauses_of_an_overlay() -> None:
    carers = Library().overlays_for(Application.CARERS)[0]
    assert "not 2 to 5 clauses" in wrong(replace(carers, clauses=carers.clauses[:1]))


# ---------------------------------------------------------------- what is broken names its line
@pytest.mark.parametrize(("old", "new", "line", "reason"), [
    ('own-words = "own-life"', 'own-words = "own-live"', 'own-words = "', "no clause called “own-live”"),
    ('own-words = "own-life"', 'own-word = "own-life"', 'own-word = "', "no clause called “own-word”"),
    ('own-words = "own-life"', 'own-words = "respect"', 'own-words = "', "nothing can stand for “respect”"),
    ('own-words = "own-life"', 'own-words = "on-time"', 'own-words = "', "belongs to another quarter"),
    ('treatment = "difference"', 'treatment = "own-life"', 'treatment = "', "two clauses stand for “own-life”"),
    ('summary = "', 'sumary = "', 'id = "', "“summary” is missing"),
    ("licence", 'offered = "yes"\nlicence', "offered =", "true or false"),
])
def test_a_broken_overlay_names_its_line(tmp_path: Path, old: str, new: str, line: str, reason: str) -> None:
    shutil.copytree(resources() / "content/en", tmp_path / "content/en")
    file = tmp_path / "content/en/overlays/mental-health.md"
    text = file.read_text("utf-8").replace(old, new, 1)
    file.write_text(text, "utf-8")
    with pytest.raises(ContentBroken) as caught:
        Library(tmp_path).agreement_overlays()
    assert caught.value.file == "content/en/overlays/mental-health.md"
    assert reason in caught.value.reason
    assert text.split("\n")[caught.value.line - 1].startswith(line)

"""Coping cards: cautions before steps, a figure that matches them, found by moment, and the editor who must notice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from facilitator.documents.render.figures import KEY_RADIUS, NAMES, drawing
from facilitator.library import Library, checker
from facilitator.model.content import CopingCard, Moment, OwnContent
from facilitator.model.group import Application

CARDS = Library().coping_cards()


def wrong(card: CopingCard) -> list[str]:
    return [finding.wrong for finding in checker.check_card(card)]


def card(id: str) -> CopingCard:
    return Library().coping_card(id)


def test_cards_stand_in_their_order() -> None:
    assert [card.id for card in CARDS] == [
        "feet-and-chair", "senses", "slow-breathing", "unhook", "make-room", "kind-words", "small-step",
        "muscle-release", "worry-time", "small-activity", "six-steps", "sleep-basics", "move-outside", "urge-wave",
        "urge-plan", "quick-check", "pacing", "action-plan", "appointment", "grief-and-rest", "hard-day",
        "stop-start-share", "clear-limit", "who-i-can-call"]
    assert [card.number for card in CARDS] == list(range(1, 25))
    assert len({card.short_title for card in CARDS}) == len({card.title for card in CARDS}) == 24


# ---------------------------------------------------------------- figures
def test_every_drawing_is_on_a_card_and_every_card_has_its_own() -> None:
    assert sorted(card.figure for card in CARDS) == sorted(NAMES)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_marks_match_the_steps_and_are_told_in_words(card: CopingCard) -> None:
    figure = drawing(card.figure)
    assert figure is not None
    keys = [key for key, _x, _y in figure.keys]
    assert keys == sorted(set(keys)) and set(keys) <= {str(n) for n in range(1, len(card.steps) + 1)}
    assert re.findall(r"\d+", card.alt) == keys, "each mark is told once, in order"
    for _key, x, y in figure.keys:
        assert KEY_RADIUS <= x <= figure.width - KEY_RADIUS
        assert KEY_RADIUS <= y <= figure.height - KEY_RADIUS


# ---------------------------------------------------------------- finding a card
def test_every_moment_is_explained_and_leads_to_a_card() -> None:
    library = Library()
    assert [entry.moment for entry in library.moments()] == list(Moment)
    assert all(entry.name and entry.line.endswith(".") for entry in library.moments())
    for moment in Moment:
        assert library.coping_cards(moment=moment)
    assert [card.id for card in library.coping_cards(moment=Moment.SUDDEN_DISTRESS)] == [
        "feet-and-chair", "senses", "slow-breathing", "who-i-can-call"]


def test_a_card_without_kinds_of_group_is_for_all() -> None:
    library = Library()
    assert all(library.coping_cards(application) == library.coping_cards() for application in Application)
    grief = replace(card("senses"), id="ours", number=0, applications=(Application.GRIEF,))
    library = Library(own=OwnContent(cards=(grief,)))
    assert library.coping_cards(Application.GRIEF)[-1] is grief
    assert grief not in library.coping_cards(Application.CAREER)
    assert library.coping_cards(Application.GRIEF, Moment.SLEEP) == library.coping_cards(moment=Moment.SLEEP)


# ---------------------------------------------------------------- what a card must say for safety
@pytest.mark.parametrize(("id", "needed"), [
    ("senses", ("a smell or a taste", "Leave it out")),
    ("slow-breathing", ("After trauma", "“Feet and chair” instead", "Dizzy? Stop", "heart or lungs",
                        "Do not hold your breath", "five minutes")),
    ("make-room", ("Not during panic or a flashback", "after trauma")),
    ("kind-words", ("hurt yourself? Tell someone now",)),
    ("muscle-release", ("sore, hurt or healing", "after trauma")),
    ("worry-time", ("danger", "Not in bed")),
    ("small-activity", ("Do not push through", "see a doctor")),
    ("six-steps", ("Get help first", "such as a loss")),
    ("sleep-basics", ("Bipolar, or epilepsy? Do not cut down on sleep", "Do not stop drink or sleeping pills")),
    ("move-outside", ("Ask a doctor", "“Pacing” instead", "Pain in the chest")),
    ("urge-wave", ("To stop all at once can be dangerous", "After trauma", "Tell someone now")),
    ("urge-plan", ("To stop all at once can be dangerous", "Call 999 at once")),
    ("pacing", ("Never push through", "It is not a cure", "See a doctor")),
    ("action-plan", ("Ask a doctor or nurse first", "On a bad day, rest", "Below 7, make it smaller")),
    ("appointment", ("Do not wait. Call 999", "Do not stop or change a medicine", "cannot tell you what to take")),
    ("grief-and-rest", ("no right order", "Tell someone now", "See a doctor")),
    ("hard-day", ("Tell someone now",)),
    ("stop-start-share", ("Ask a nurse before you change it", "Step out if they are safe", "You count too")),
    ("clear-limit", ("Do not try this on your own", "abuse helpline", "not a threat")),
    ("who-i-can-call", ("Call 999", "Ask people first", "Learn it by heart")),
])
def test_a_card_warns_of_what_may_harm(id: str, needed: tuple[str, ...]) -> None:
    found = card(id)
    said = " ".join((found.summary, *found.cautions, *(step.text for step in found.steps)))
    assert [words for words in needed if words not in said] == []


@pytest.mark.parametrize("id", ["feet-and-chair", "senses", "slow-breathing", "make-room", "muscle-release"])
def test_eyes_may_stay_open(id: str) -> None:
    said = " ".join((*card(id).cautions, *(step.text for step in card(id).steps)))
    assert re.search(r"eyes (can stay |)open|Eyes open", said)


# ---------------------------------------------------------------- the editor notices
def test_the_editor_sends_a_bad_card_back() -> None:
    good = card("unhook")
    assert wrong(good) == []
    assert wrong(replace(good, cautions=("Be quick.", *good.cautions))) == [
        "does not begin by saying that it is a choice"]
    assert wrong(replace(good, steps=good.steps[:4])) == ["4 steps, not 5 to 6"]
    assert wrong(replace(good, cautions=good.cautions * 2)) == ["8 cautions, not 3 to 5"]
    assert wrong(replace(good, if_not="Try harder.")) == [
        "may leave people to blame themselves when it does not help"]
    assert wrong(replace(good, own_lines=("One:", "Two"))) == ["not 2 plain labels to write beside"]
    assert wrong(replace(good, moments=())) == ["nobody can find it: no moment"]
    assert wrong(replace(good, figure="")) == ["no figure, or no words for it"]
    assert wrong(replace(good, short_caution="Stop in danger.")) == [
        "no choice first on the small card, or more than 88 letters"]
    assert wrong(replace(good, steps=(replace(good.steps[0], short="word " * 8), *good.steps[1:]))) == [
        "a step without a line of 38 letters for the small card"]


def test_the_editor_knows_the_cards_that_cards_send_people_to() -> None:
    lost = replace(card("muscle-release"), cautions=("It is up to you.", "Use “Sixth sense” instead.", "Stop."))
    library = Library(own=OwnContent(cards=(lost, replace(card("senses"), id="again"))))
    found = [str(finding) for finding in checker.cards.check_cards(library)]
    assert "card muscle-release: sends people to a card that there is not — Sixth sense" in found
    assert any(line.startswith("cards: numbers that are not 1, 2, 3") for line in found)

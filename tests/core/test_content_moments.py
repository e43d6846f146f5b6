"""Cards for hard moments: all nineteen, what each says for safety, found in a hurry; the editor who must notice."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from facilitator.errors import NotFound
from facilitator.library import Library, checker
from facilitator.model.group import Application
from facilitator.model.hard_moment import HardMoment, LocalNumber, Tap

LIBRARY = Library()
CARDS = LIBRARY.hard_moments()
DANGER = ("suicide", "self-harm", "abuse", "drink-drugs", "panic", "who-is-here", "medical", "violence")


def wrong(card: HardMoment) -> list[str]:
    return [finding.wrong for finding in checker.check_hard_moment(card)]


def whole(card: HardMoment) -> str:
    steps = (f"{step.key}. {step.text}" for step in card.steps)
    return " ".join((card.first, *card.notice, *card.dont, *card.say, *steps, *card.after))


def test_all_nineteen_stand_in_their_order() -> None:
    assert [card.id for card in CARDS] == [
        "long-turn", "silence", "tears", "cross-talk", "advice", "row", "put-down", "detail", "suicide", "self-harm",
        "abuse", "drink-drugs", "panic", "story-out", "death", "walks-out", "who-is-here", "medical", "violence"]
    assert [card.number for card in CARDS] == list(range(1, 20))
    assert all(LIBRARY.hard_moments(application) == CARDS for application in Application)


# ---------------------------------------------------------------- what a card must say for safety
@pytest.mark.parametrize(("id", "needed"), [
    ("tears", ("Don’t touch anyone before you have asked", "stay, or step out")),
    ("detail", ("how it is today", "all stop for a moment")),
    ("suicide", ("Are you thinking of ending your life?", "Asking does not cause it", "Don’t leave the person alone",
                 "Don’t argue", "Don’t ask how they would do it", "Don’t promise secrecy", "One of you goes out with",
                 "Call 999", "I can’t keep this to myself", "safeguarding lead", "goes home with someone")),
    ("self-harm", ("Look after it first", "Don’t send anyone away", "are you thinking of ending your life")),
    ("abuse", ("put no words in their mouth", "Don’t promise secrecy", "Don’t look into it yourself",
               "Don’t tell the group", "The lead decides", "outside body", "their own words")),
    ("drink-drugs", ("awake and answering", "Don’t let them drive", "Way home", "what your group has agreed",
                     "Stopping drink or pills all at once can be dangerous")),
    ("panic", ("where you are, and what day it is", "Don’t touch them", "“Feet and chair”", "chest")),
    ("story-out", ("Talk alone with the person it hurt", "72 hours", "Name nobody")),
    ("death", ("what the family wishes", "Don’t say how they died", "helpline sheet", "someone to talk to")),
    ("who-is-here", ("neither yes nor no", "Don’t take a message", "Tell the member alone, if that is safe")),
    ("medical", ("Call 999 now", "address from the venue card", "Don’t leave the person alone", "on their side",
                 "Put nothing in their mouth", "don’t hold them down", "One stays", "meets the ambulance",
                 "defibrillator")),
    ("violence", ("Get everyone out", "Don’t be a hero", "only one way out", "nearest way out", "head-count")),
])
def test_a_card_says_what_keeps_people_safe(id: str, needed: tuple[str, ...]) -> None:
    said = whole(LIBRARY.hard_moment(id))
    assert [words for words in needed if words not in said] == []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_no_card_has_volunteers_play_the_doctor_or_name_a_method(card: HardMoment) -> None:
    assert not re.search(r"\b(diagnos|assess|risk|calm down|aspirin|inject|restrain|noose|pills? (he|she|they) took)",
                         whole(card), re.IGNORECASE)


def test_danger_calls_for_help_and_has_a_time_for_the_call() -> None:
    assert tuple(card.id for card in CARDS if card.urgent) == DANGER
    for card in CARDS:
        assert ("called-help" in {tap.id for tap in card.taps}) is card.urgent
    assert LIBRARY.hard_moment("suicide").numbers == tuple(LocalNumber)


@pytest.mark.parametrize(("country", "number"), [("GB", "999"), ("IE", "112 or 999"), ("US", "911")])
def test_each_country_reads_its_own_emergency_number(country: str, number: str) -> None:
    library = Library(country=country)
    assert library.hard_moment("medical").first == f"Call {number} now. Put the phone on speaker."
    assert library.tap("called-help") == Tap("called-help", f"Called {number}")
    assert not any("{" in whole(card) for card in library.hard_moments())


def test_taps_keep_no_name_and_are_known_again_by_their_ids() -> None:
    used = {tap for card in CARDS for tap in card.taps}
    assert used == set(LIBRARY.taps()), "each is on a card"
    for tap in LIBRARY.taps():
        assert LIBRARY.tap(tap.id) is tap
        assert "[" not in tap.words and len(tap.words) <= 40
    with pytest.raises(NotFound):
        LIBRARY.tap("nothing")


# ---------------------------------------------------------------- found in a hurry
@pytest.mark.parametrize(("typed", "first"), [
    ("crying", "tears"), ("cr", "tears"), ("drunk", "drink-drugs"), ("suic", "suicide"), ("kill", "suicide"),
    ("panic", "panic"), ("row", "row"), ("shouting", "row"), ("knife", "violence"), ("ambulance", "medical"),
    ("fit", "medical"), ("od", "medical"), ("police", "who-is-here"), ("cutting", "self-harm"),
    ("racist", "put-down"), ("silence", "silence"), ("died", "death"), ("suicde", "suicide"), ("flashbak", "panic"),
    ("walked out", "walks-out"), ("too much detail", "detail"),
])
def test_the_words_of_a_frightened_person_find_the_card(typed: str, first: str) -> None:
    assert LIBRARY.find_hard_moments(typed)[0].id == first


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_word_to_find_a_card_by_finds_it(card: HardMoment) -> None:
    for typed in (card.title, *card.search):
        assert card in LIBRARY.find_hard_moments(typed)


def test_nothing_typed_shows_all_and_nonsense_none() -> None:
    assert LIBRARY.find_hard_moments("  ") == CARDS
    assert LIBRARY.find_hard_moments("xyzzy") == ()
    sure = LIBRARY.find_hard_moments("kill")
    assert [card.id for card in sure] == ["suicide"], "no guesses beside a sure find"


# ---------------------------------------------------------------- the editor notices
def test_the_editor_sends_a_bad_card_back() -> None:
    good = LIBRARY.hard_moment("suicide")
    assert wrong(good) == []
    long = "First of all, when you notice something, think about what it might be and then decide."
    assert f"more than {checker.hard_moments.FIRST} words before the first thing is done" in wrong(
        replace(good, first=long))
    assert "cannot be taken in within ten seconds" in wrong(replace(good, say=(long * 3, good.say[0])))
    assert wrong(replace(good, dont=("Leave the person alone.",))) == [
        "a caution that says the opposite when its heading is not seen"]
    assert wrong(replace(good, say=good.say[1:])) == ["does not ask plainly"]
    assert wrong(replace(good, taps=())) == [
        "calls for help without a time, or has a time for a call it does not ask for"]
    assert wrong(replace(good, steps=good.steps[:3])) == ["3 lines of steps, not 4 to 7"]
    assert wrong(replace(good, search=("Suicide", *good.search))) == [
        "a word to find it by that is not in small letters"]
    assert wrong(replace(good, after=good.after * 20)) == ["80 lines of after, not 1 to 4", "more than 260 words"]


def test_the_editor_looks_at_all_cards_together(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = replace(LIBRARY.hard_moment("tears"), number=7, after=("Use the card “Nowhere”.", "Call 999."))
    library = Library()
    monkeypatch.setattr(library, "hard_moments", lambda: (lost,))
    found = [str(finding) for finding in checker.check_hard_moments(library)]
    assert "hard moment tears: sends people to a card that there is not — Nowhere" in found
    assert "hard moment tears: names the emergency number, but does not call for it" in found
    assert "hard moments: numbers that are not 1, 2, 3 — [7]" in found

"""Own words: written like the shipped ones and read back the same, in their place, told apart, and taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.errors import NameInWords, NotFound, WordsNeeded
from facilitator.library import Library
from facilitator.library.advice import advice
from facilitator.library.bench import Bench, looked_at
from facilitator.library.compare import Differs, Run, compared
from facilitator.library.reading_age import age
from facilitator.model.agenda import Line, LineKind
from facilitator.model.content import CopingCard, Script, ScriptKind, Step
from facilitator.model.group import Application, RecordLevel
from facilitator.model.own import OwnKind, OwnText
from facilitator.nameguard.showing import finder
from facilitator.paths import resources
from facilitator.writing import OwnItems
from facilitator.writing.fit import cleaned
from tests.core.hall import Hall

CARD, SCRIPT = OwnKind.CARD, OwnKind.SCRIPT


class Desk:
    """A hall with a library in it, wired as the workspace does."""

    def __init__(self, hall: Hall, folder: Path | None = None, country: str = "GB") -> None:
        self.hall = hall
        self.library = Library(folder, country=country).beside(lambda: self.items.texts())
        self.bench = Bench(self.library)
        self.items = OwnItems(hall.store, hall.clock, self.bench, hall.names_in)

    def card(self, id: str = "slow-breathing") -> CopingCard:
        """A card as it can be changed."""
        found = self.bench.opened(CARD, id)
        assert isinstance(found, CopingCard)
        return found

    def script(self, id: str) -> Script:
        """A script as it can be changed."""
        found = self.bench.opened(SCRIPT, id)
        assert isinstance(found, Script)
        return found


@pytest.fixture
def desk(hall: Hall) -> Desk:
    """A library with a vault behind it."""
    return Desk(hall)


# ---------------------------------------------------------------- written and read back
@pytest.mark.parametrize("country", ["GB", "US"])
def test_every_shipped_card_and_script_can_be_written_and_read_back(hall: Hall, country: str) -> None:
    desk = Desk(hall, country=country)
    for card in desk.library.coping_cards():
        desk.items.save(desk.card(card.id))
    for script in desk.library.scripts():
        desk.items.save(desk.script(script.id))
    shipped = Library(country=country)
    assert len(desk.items.texts()) == len(shipped.coping_cards()) + len(shipped.scripts()) == 43
    bare = shipped.coping_card("senses").origin
    for mine, theirs in zip((*desk.library.coping_cards(), *desk.library.scripts()),
                            (*shipped.coping_cards(), *shipped.scripts()), strict=True):
        assert replace(mine, origin=bare) == replace(theirs, origin=bare)
        assert mine.origin.sources == theirs.origin.sources and "hanged by the group" in mine.origin.source
    assert desk.library.agenda_templates() == shipped.agenda_templates()


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=40)
MARKS = st.text(st.sampled_from(list("ab1 .:-+#*_`[](){}<>&\\|~!\"'=>“é")), min_size=1, max_size=25)
SAID = WORDS | MARKS


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(SAID, min_size=6, max_size=6), kinds=st.lists(st.sampled_from(
    (LineKind.SAY, LineKind.DO, LineKind.IF)), min_size=3, max_size=3))
def test_whatever_is_typed_comes_back_as_it_was_typed(desk: Desk, texts: list[str], kinds: list[LineKind]) -> None:
    one, two, three, four, five, six = texts
    card = replace(desk.bench.new_card("own-1", desk.hall.clock.today()), title=one, when=two, summary=three,
                   cautions=(four, five), steps=(Step(key=six, text=one), Step(key=two, text=three)), again=four,
                   if_not=five, own_lines=(six,))
    lines = tuple(Line(kind, text) for kind, text in zip(kinds, texts, strict=False))
    script = replace(desk.bench.new_script("own-2", ScriptKind.RESET, desk.hall.clock.today()), title=six, lines=lines)
    for item in (card, script):
        try:
            clean = cleaned(item)
        except WordsNeeded:
            continue
        desk.bench.write(clean)  # raises when what is read back says something else


# ---------------------------------------------------------------- in its place
def test_own_words_stand_in_place_of_the_shipped_ones_everywhere_and_go_back(desk: Desk) -> None:
    card = desk.card()
    change = desk.items.save(replace(card, title="Breathe slowly", cautions=(*card.cautions, "Sit by a window.")))
    assert change.label == "“Breathe slowly” is kept in your words." and change.can_undo
    mine = desk.library.coping_card("slow-breathing")
    assert mine.title == "Breathe slowly" and mine.cautions[-1] == "Sit by a window." and mine.number == 3
    assert [one.title for one in desk.library.coping_cards()][2] == "Breathe slowly"
    original = desk.library.original(CARD, "slow-breathing")
    assert isinstance(original, CopingCard) and original.title == "Slow your breathing"
    assert desk.hall.store.search("window")[0].title == "Breathe slowly"
    gone = desk.items.bin(CARD, "slow-breathing")
    assert gone.label == "“Breathe slowly” is the original again."
    assert desk.library.coping_card("slow-breathing") == Library().coping_card("slow-breathing")
    desk.hall.store.undo()
    assert desk.library.coping_card("slow-breathing").title == "Breathe slowly"
    desk.items.save(replace(desk.card(), title="Out and in"))
    assert [text.title for text in desk.items.texts()] == ["Out and in"]


def test_plans_take_in_own_words_to_say(desk: Desk) -> None:
    script = desk.script("closing")
    desk.items.save(replace(script, lines=(Line(LineKind.SAY, "Go well, all of you."),)))
    said = [line.text for template in desk.library.agenda_templates() for segment in template.agenda.segments
            for line in segment.lines]
    assert "Go well, all of you." in said
    assert "Go well, all of you." not in str(Library().agenda_templates())


def test_an_item_of_ones_own_follows_the_shipped_ones(desk: Desk) -> None:
    today = desk.hall.clock.today()
    card = replace(desk.bench.new_card(desk.items.new_id(), today), title="Tea by the window",
                   when="On long evenings.", summary="It takes ten minutes.", again="Again.",
                   steps=(Step(key="Boil", text="Put the kettle on."),),
                   applications=(Application.GRIEF,))
    desk.items.save(card)
    last = desk.library.coping_cards()[-1]
    assert (last.title, last.short_title, last.number, last.origin.source) == (
        "Tea by the window", "Tea by the window", 0, "The group’s own words")
    assert last.origin.reviewed_on == today and last.suits(Application.GRIEF) and not last.suits(Application.CARERS)
    assert desk.library.original(CARD, last.id) is None and not desk.bench.changed_since(CARD, last.id)
    assert desk.items.bin(CARD, last.id).label == "“Tea by the window” is in the bin."
    assert len(desk.library.coping_cards()) == 24
    with pytest.raises(NotFound):
        desk.items.bin(CARD, last.id)


def test_the_emergency_number_stays_an_open_place(hall: Hall) -> None:
    here = Desk(hall)
    script = here.script("limits-adult")
    assert "{emergency}" in script.lines[-1].text
    here.items.save(replace(script, title="Limits, our way"))
    assert "999" in here.library.script("limits-adult").lines[-1].text
    there = Library(country="US").beside(here.items.texts)
    assert "911" in there.script("limits-adult").lines[-1].text and not there.script("limits-adult").missing_points


# ---------------------------------------------------------------- a newer original
@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Path]:
    """Content that a test may change."""
    folder = tmp_path / "resources"
    for part in ("content", "directory"):
        shutil.copytree(resources() / part, folder / part)
    yield folder


def test_a_newer_original_is_told_once_it_says_something_else(hall: Hall, copy: Path) -> None:
    desk = Desk(hall, copy)
    desk.items.save(replace(desk.card(), title="Breathe slowly"))
    file = copy / "content/en/cards/slow-breathing.md"
    text = file.read_text("utf-8")
    file.write_text(text.replace("reviewed_on = 2026-11-20", "reviewed_on = 2026-12-01"), "utf-8")
    assert not Desk(hall, copy).bench.changed_since(CARD, "slow-breathing")
    file.write_text(text.replace("Try it on calm days too.", "Try it on calm days first."), "utf-8")
    later = Desk(hall, copy)
    assert later.bench.changed_since(CARD, "slow-breathing")
    assert later.items.compared(CARD, "slow-breathing").label == "Your words of “Breathe slowly” stay."
    assert not later.bench.changed_since(CARD, "slow-breathing")


def test_a_source_that_a_later_version_no_longer_has_leaves_own_words_readable(hall: Hall, copy: Path) -> None:
    Desk(hall, copy).items.save(Desk(hall, copy).card())
    sources = copy / "content/en/sources.toml"
    sources.write_text(sources.read_text("utf-8").replace("[breath-review]", "[other]"), "utf-8")
    file = copy / "content/en/cards/slow-breathing.md"
    file.write_text(file.read_text("utf-8").replace(', "breath-review"', ""), "utf-8")
    desk = Desk(hall, copy)
    assert desk.library.unreadable() == () and desk.library.own_text(CARD, "slow-breathing") is not None


def test_a_text_that_cannot_be_read_is_told_and_the_shipped_one_stands(desk: Desk) -> None:
    with desk.hall.store.command("test") as c:
        c.insert("library_item", {"kind": "card", "item": "slow-breathing", "language": "en", "title": "Torn",
                                  "body": "no head", "based_on": ""})
        c.insert("library_item", {"kind": "poem", "item": "own-9", "language": "en", "title": "Later",
                                  "body": "", "based_on": ""})
    assert [text.title for text in desk.library.unreadable()] == ["Torn"]
    assert desk.library.coping_card("slow-breathing").title == "Slow your breathing"
    assert len(desk.library.coping_cards()) == 24
    desk.items.bin(CARD, "slow-breathing")
    assert desk.library.unreadable() == ()


# ---------------------------------------------------------------- refused, and warned of
@pytest.mark.parametrize(("part", "changes"), [
    ("title", {"title": " "}), ("cautions", {"cautions": ()}), ("cautions", {"cautions": ("  ",)}),
    ("steps", {"steps": ()}), ("steps", {"steps": (Step(key="", text="Sit."),)}), ("when", {"when": "…"}),
    ("again", {"again": ""}), ("if_not", {"if_not": ""}), ("own_lines", {"own_lines": ()}),
])
def test_what_has_to_be_there_cannot_be_emptied(desk: Desk, part: str, changes: dict[str, object]) -> None:
    with pytest.raises(WordsNeeded) as caught:
        desk.items.save(replace(desk.card(), **changes))  # type: ignore[arg-type]
    assert (caught.value.part, caught.value.why) == (part, "empty")
    assert desk.items.texts() == ()


def test_a_script_without_words_or_groups_is_refused(desk: Desk) -> None:
    script = desk.script("closing")
    for wrong, part, why in ((replace(script, lines=()), "lines", "empty"),
                             (replace(script, applications=()), "applications", "empty"),
                             (replace(script, lines=(Line(LineKind.IF, "silence"),)), "lines", "case"),
                             (replace(script, lines=(Line(LineKind.DO, "{script:opening}"),)), "lines", "empty"),
                             (replace(script, lines=(Line(LineKind.SAY, "a" * 601),)), "lines", "long")):
        with pytest.raises(WordsNeeded) as caught:
            desk.items.save(wrong)
        assert (caught.value.part, caught.value.why) == (part, why)


def test_a_name_on_a_list_is_warned_of_and_does_not_block(desk: Desk) -> None:
    group = desk.hall.group(RecordLevel.FIRST_NAME)
    desk.hall.member(group, "Zoë")
    card = replace(desk.card(), again="Zoe found this good.")
    with pytest.raises(NameInWords) as caught:
        desk.items.save(card)
    assert caught.value.name == "Zoe" and desk.items.texts() == ()
    desk.items.save(card, names_seen=True)
    assert desk.library.coping_card("slow-breathing").again == "Zoe found this good."


@pytest.mark.parametrize(("said", "name", "found"), [
    ("Ask Will first.", "Will", True), ("You will feel it.", "Will", False), ("Willow trees.", "Will", False),
    ("For Mary  Ann.", "Mary Ann", True), ("ZOË’s idea", "zoë", True), ("Plan B.", "B", False),
    ("María came", "Maria", True), ("Jean-Luc", "Jean-Luc", True), ("as dilys says", "Dilys", True),
    ("Siobahn asked", "Siobhan", True),
])
def test_a_name_is_found_however_it_is_written_and_a_word_is_none(said: str, name: str, found: bool) -> None:
    assert bool(finder([name])([said])) is found


# ---------------------------------------------------------------- advice
def test_shipped_items_need_no_advice() -> None:
    library = Library()
    for item in (*library.coping_cards(), *library.scripts()):
        assert [one for one in advice(item) if not one.said.startswith("Takes about")] == [], item.id
        assert age(item) <= 14


def test_advice_says_what_may_hurt_what_is_long_and_what_is_not_said_any_more(desk: Desk) -> None:
    script = desk.script("limits-adult")
    assert advice(script) == ()
    other = replace(script, lines=(Line(LineKind.SAY, "What is said here is strictly confidential."),))
    said = advice(other)
    assert said[0].words == "strictly confidential" and said[0].said.startswith("Nobody can promise secrecy")
    assert "leave other people’s stories here" in [one.words for one in said]
    assert len([one for one in said if one.said.endswith("The original says:")]) == 5
    card = replace(desk.card(), again="Try it " + "and try it again " * 6 + "now.")
    assert [one.said for one in advice(card)] == ["This sentence is long. Make two of it."]
    fewer = replace(desk.card(), steps=desk.card().steps[:3])
    assert [one.said[:11] for one in advice(fewer)] == ["The drawing"]
    do_only = replace(script, kind=ScriptKind.RESET, points=(), lines=(Line(LineKind.DO, "Wait."),))
    assert [one.said for one in advice(do_only)] == ["Nothing here is said aloud yet."]


def test_words_that_were_looked_at_again_carry_the_day(desk: Desk) -> None:
    card = desk.card()
    desk.items.save(replace(card, origin=looked_at(card.origin, desk.hall.clock.today())))
    origin = desk.library.coping_card("slow-breathing").origin
    assert origin.reviewed_on == desk.hall.clock.today() and origin.source == card.origin.source
    assert origin.licence == "CC BY 4.0"


def test_one_change_reads_one_text(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for card in desk.library.coping_cards()[:4]:
        desk.items.save(desk.card(card.id))
    desk.library.coping_cards()
    read: list[str] = []
    reader = desk.library._reader
    plain = type(reader).read
    monkeypatch.setattr(type(reader), "read", lambda self, text, speak=None: (
        read.append(text.item) if self is reader else None, plain(self, text, speak))[-1])
    desk.library.coping_cards()
    assert read == []
    desk.items.save(replace(desk.card(), title="Breathe"))
    assert desk.library.coping_card("slow-breathing").title == "Breathe"
    desk.library.coping_cards()
    assert read == ["slow-breathing"]
    assert isinstance(desk.items.texts()[0], OwnText)


def test_lists_know_items_by_their_heads_and_plain_ones_have_no_own_words(desk: Desk) -> None:
    desk.items.save(replace(desk.card(), title="Breathe slowly"))
    lines = desk.library.outlines()
    assert [one.kind for one in lines] == [CARD] * 24 + [SCRIPT] * 19
    assert (lines[2].title, lines[2].own, lines[2].line) == ("Breathe slowly", True, desk.card().when)
    assert not any(one.own for one in desk.library.plain.outlines())
    assert desk.library.plain.coping_card("slow-breathing").title == "Slow your breathing"


# ---------------------------------------------------------------- compared
def test_own_words_are_compared_part_by_part_and_word_by_word(desk: Desk) -> None:
    card = desk.card()
    ours = replace(card, title="Breathe slowly", cautions=(card.cautions[0], "Sit by a window.", *card.cautions[1:]),
                   steps=card.steps[:-1])
    found = compared(ours, card)
    assert [one.how for one in compared(card, card)] == [Differs.SAME] * len(compared(card, card))
    told = [(one.name, one.how) for one in found if one.how is not Differs.SAME]
    assert told == [("Title", Differs.CHANGED), ("Before you start", Differs.OURS), ("Steps", Differs.THEIRS)]
    title = found[0]
    assert title.ours == (Run("Breathe slowly", True),) and title.theirs == (Run("Slow your breathing", True),)
    reworded = compared(replace(card, again="Try it on good days too. Then you know it when you need it."), card)
    changed = next(one for one in reworded if one.how is Differs.CHANGED)
    assert changed.ours[:2] == (Run("Try it on"), Run("good", True)) and changed.theirs[1] == Run("calm", True)
    script = desk.script("closing")
    other = replace(script, lines=(*script.lines, Line(LineKind.IF, "Silence: wait.")))
    [more] = [one for one in compared(other, script) if one.how is Differs.OURS]
    assert more.ours == (Run("If: Silence: wait.", True),)

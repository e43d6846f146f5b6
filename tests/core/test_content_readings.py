"""Readings: twelve of our own and four that belong to everybody, quoted letter by letter; and the editor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facilitator.library import Library, checker
from facilitator.model.group import Application
from facilitator.model.reading import Reading, ReadingPlace
from facilitator.paths import resources

LIBRARY = Library()
READINGS = LIBRARY.readings()
QUOTED = {reading.id: reading for reading in READINGS if reading.quoted}


def wrong(reading: Reading) -> list[str]:
    return [finding.wrong for finding in checker.check_reading(reading)]


def test_there_are_twelve_of_our_own_and_four_poems() -> None:
    assert [reading.quoted for reading in READINGS] == [False] * 12 + [True] * 4
    assert set(QUOTED) == {"hope", "nobody", "spider", "grain-of-sand"}
    assert len({reading.title for reading in READINGS}) == 16
    assert len({reading.tone for reading in READINGS}) >= 5, "not all in one voice"
    assert all(LIBRARY.reading(reading.id) is reading for reading in READINGS)


@pytest.mark.parametrize("place", list(ReadingPlace))
@pytest.mark.parametrize("application", list(Application))
def test_every_group_finds_readings_to_open_and_to_close(application: Application, place: ReadingPlace) -> None:
    found = LIBRARY.readings(application, place)
    assert len(found) >= 7
    assert all(reading.seconds <= 60 for reading in found)


# ---------------------------------------------------------------- somebody else's words
@pytest.mark.parametrize(("id", "author", "year", "verses", "first", "last"), [
    ("hope", "Emily Dickinson", "1891", (4, 4, 4), "Hope is the thing with feathers", "It asked a crumb of me."),
    ("nobody", "Emily Dickinson", "1891", (4, 4), "I’m nobody! Who are you?", "To an admiring bog!"),
    ("spider", "Walt Whitman", "1881", (5, 5), "A noiseless patient spider,",
     "Till the gossamer thread you fling catch somewhere, O my soul."),
    ("grain-of-sand", "William Blake", "about 1803", (4,), "To see a World in a Grain of Sand",
     "And Eternity in an hour"),
])
def test_a_poem_is_quoted_verse_by_verse_with_its_rights(
        id: str, author: str, year: str, verses: tuple[int, ...], first: str, last: str) -> None:
    poem = QUOTED[id]
    assert (poem.author, poem.year) == (author, year)
    assert tuple(len(stanza) for stanza in poem.stanzas) == verses
    assert (poem.lines[0], poem.lines[-1]) == (first, last)
    assert poem.rights.startswith("Public domain world-wide. The author died in ")


def test_the_edition_of_dickinson_is_the_one_that_is_free() -> None:
    """Later editions put her dashes and capitals back, and are not free everywhere."""
    assert QUOTED["hope"].lines[3:7] == ("And never stops at all,", "And sweetest in the gale is heard;",
                                         "And sore must be the storm", "That could abash the little bird")
    assert QUOTED["nobody"].lines[3] == "They’d banish us, you know."


def test_a_poem_is_never_respelled(tmp_path: Path) -> None:
    folder = tmp_path / "content/en"
    (folder / "readings").mkdir(parents=True)
    (folder / "sources.toml").write_text((resources() / "content/en/sources.toml").read_text("utf-8"), "utf-8")
    text = (resources() / "content/en/readings/hope.md").read_text("utf-8")
    (folder / "readings/hope.md").write_text(text.replace("feathers", "colour"), "utf-8")
    own = (resources() / "content/en/readings/kettle.md").read_text("utf-8")
    (folder / "readings/kettle.md").write_text(own.replace("water", "colour"), "utf-8")
    kettle, hope = Library(tmp_path, country="US").readings()
    assert hope.lines[0] == "Hope is the thing with colour"
    assert "The color is hot." in kettle.lines[-1]


# ---------------------------------------------------------------- the editor notices
def test_the_editor_sends_a_bad_reading_back() -> None:
    good = LIBRARY.reading("kettle")
    assert wrong(good) == []
    assert wrong(replace(good, stanzas=good.stanzas[:1])) == ["28 words, not 60 to 150"]
    assert wrong(replace(good, title="God’s kettle")) == ["takes a faith for granted"]
    assert wrong(replace(good, title="A healing journey")) == ["sugar"]


def test_the_editor_wants_rights_that_are_certain() -> None:
    poem = QUOTED["hope"]
    assert wrong(poem) == []
    assert wrong(replace(poem, rights="Public domain in the United States.")) == ["rights that are not plain"]
    late = poem.rights.replace("1886", "1955")
    assert wrong(replace(poem, rights=late)) == ["an author who died less than 100 years ago"]
    assert wrong(replace(poem, origin=replace(poem.origin, licence="CC BY 4.0"))) == ["rights that are not plain"]

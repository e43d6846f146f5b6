"""Search: what one types finds groups, members and sessions; the index follows every save, undo and the bin."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.i18n import set_language
from facilitator.model.matching import Rank
from facilitator.store import Store
from tests.make import a_store, open_again

GROUP = {"application": "grief", "record_level": 1, "created_on": "2025-01-01"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = a_store(tmp_path_factory.mktemp("store"))
    with store.command("test.seed") as command:
        for name, audience in (("Thursday circle", "for carers"), ("Aster", "for people who grieve")):
            group = command.insert("groups", {**GROUP, "name": name, "audience": audience})
            for day in ("2025-11-20", "2025-12-04", "2026-01-01"):
                command.insert("session", {"group_id": group, "held_on": day, "start_minute": 1140, "minutes": 90})
        for name in ("Zoë O’Brien", "Robin", "Åsa Ødegård", "Anne-Marie", "李明"):
            command.insert("member", {"group_id": group, "name": name, "contact": "secretive@example.org"})
    return store


def found(store: Store, text: str, **how: object) -> list[str]:
    return [hit.title for hit in store.search(text, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "titles"), [
    ("zoe", ["Zoë O’Brien"]),
    ("ZOË o'b", ["Zoë O’Brien"]),
    ("brien zo", ["Zoë O’Brien"]),
    ("asa", ["Åsa Ødegård"]),
    ("marie", ["Anne-Marie"]),
    ("anne-m", ["Anne-Marie"]),
    ("李", ["李明"]),
    ("griev", ["Aster"]),
    ("robin x", []),
    ("secretive", []),
    ("", []),
    ("  ", []),
    ("xm11", ["Thursday 20 November 2025", "Thursday 20 November 2025"]),
])
def test_words_are_found_by_their_beginnings(store: Store, text: str, titles: list[str]) -> None:
    assert found(store, text) == titles


@pytest.mark.parametrize("text", ["20 november", "nov 20", "Thursday 20th nov", "2025-11-20", "20 Nov 2025", "novem"])
def test_sessions_are_found_by_words_of_their_day(store: Store, text: str) -> None:
    hits = store.search(text, kinds={"session"})
    assert [hit.title for hit in hits] == ["Thursday 20 November 2025"] * 2
    assert {hit.detail for hit in hits} == {"Thursday circle", "Aster"}


def test_sessions_are_found_by_their_group_newest_first(store: Store) -> None:
    hits = store.search("aster")
    assert [hit.kind for hit in hits] == ["group", "session", "session", "session"]
    assert [hit.title for hit in hits[1:]] == [
        "Thursday 1 January 2026", "Thursday 4 December 2025", "Thursday 20 November 2025"]
    assert {hit.group_id for hit in hits} == {hits[0].id}
    assert found(store, "aster dec") == ["Thursday 4 December 2025"]
    assert found(store, "aster", kinds=["group"]) == ["Aster"]
    assert len(store.search("aster", limit=2)) == 2
    assert store.search("aster", limit=0) == []


def test_days_are_found_in_the_language_of_the_window(store: Store) -> None:
    try:
        set_language("de")
        hits = store.search("dez donn", kinds={"session"})
        assert [hit.title for hit in hits] == ["Donnerstag, 4. Dezember 2025"] * 2
        set_language("fr")
        assert len(store.search("decembre", kinds={"session"})) == 2
        set_language("ru")
        assert len(store.search("ноябрь", kinds={"session"})) == len(store.search("20 ноября")) == 2
    finally:
        set_language("en")
    assert store.search("dez") == []


@pytest.mark.parametrize("text", [
    '"', "'", "*", "a* OR b*", 'zo" OR "ro', "title:zoe", "NEAR(zoe robin)", "-zoe", "^zoe", "(", ")", "zoe AND", "\0",
    "NOT", "{title}: x", "%", "_", ";", "\\", "ro\0bin",
])
def test_whatever_is_typed_is_only_looked_for(store: Store, text: str) -> None:
    assert len(store.search(text)) <= 1


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=40))
def test_any_text_is_safe(store: Store, text: str) -> None:
    store.search(text)


def test_a_very_long_text_is_cut(store: Store) -> None:
    assert store.search("robin " * 50_000) == store.search("robin")


def test_the_index_follows(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("test.seed") as command:
        group = command.insert("groups", {**GROUP, "name": "Aster"})
        member = command.insert("member", {"group_id": group, "name": "Robin"})
        session = command.insert("session", {"group_id": group, "held_on": "2025-11-20", "start_minute": 0,
                                             "minutes": 90})

    def hits(text: str) -> set[bytes]:
        return {hit.id for hit in store.search(text)}

    with store.command("test.rename") as command:
        command.update("groups", group, {"name": "Birch"})
        command.update("member", member, {"name": "Wren"})
        command.update("session", session, {"held_on": "2025-12-04"})
    assert (hits("aster"), hits("robin"), hits("nov")) == (set(), set(), set())
    assert (hits("birch"), hits("wren"), hits("dec")) == ({group, session}, {member}, {session})
    store.undo()
    assert (hits("birch"), hits("wren"), hits("dec")) == (set(), set(), set())
    assert (hits("aster"), hits("robin"), hits("nov")) == ({group, session}, {member}, {session})
    with store.command("test.bin") as command:
        command.bin("member", member)
    assert hits("robin") == set()
    store.undo()
    with store.command("test.contact") as command:
        command.update("member", member, {"contact": "07700 900123"})
    assert hits("robin") == {member}
    with store.command("test.bin group") as command:  # its people and evenings go out of sight with it
        command.bin("groups", group)
    assert hits("aster") == hits("robin") == hits("nov") == set()
    store.undo()
    assert hits("aster") == {group, session}
    assert hits("robin") == {member}
    with store.command("test.rebuild"):
        store._search.rebuild()
        command.update("groups", group, {"name": "Cedar"})
    assert hits("cedar") == {group, session}
    assert hits("robin") == {member}
    store.integrity()


def a_note(store: Store, body: str) -> bytes:
    with store.command("test.note") as command:
        group = command.insert("groups", {**GROUP, "name": "Aster"})
        return command.insert("note", {"group_id": group, "body": body, "written_on": "2025-11-20"})


def in_the_index(store: Store) -> int:
    return len(store.all("SELECT n FROM search_place p JOIN note ON note.id = p.id"))


def test_the_words_of_a_new_note_come_into_the_index_when_somebody_looks(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    first = a_note(store, "Lanterns in the hall")
    assert in_the_index(store) == 0
    assert {hit.id for hit in store.search("lantern", ["member"])} == set() and in_the_index(store) == 0
    assert {hit.id for hit in store.search("lantern")} == {first} and in_the_index(store) == 1
    second = a_note(store, "More lanterns")
    with store.command("test.change") as command:
        command.update("note", second, {"body": "Candles"})
    assert {hit.id for hit in store.search("lantern")} == {first}
    assert {hit.id for hit in store.search("candles")} == {second}
    third = a_note(store, "Candles again")
    store.undo()
    assert {hit.id for hit in store.search("candles")} == {second}
    fourth = a_note(store, "Candles for ever")
    with store.command("test.erase", undo=False) as command:
        command.erase("note", fourth)
    assert {hit.id for hit in store.search("candles")} == {second}
    assert third not in {row["id"] for row in store.all("SELECT id FROM search_place")}
    store.integrity()


def test_a_note_nobody_looked_for_is_found_after_the_next_opening(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    note = a_note(store, "Lanterns in the hall")
    again = open_again(store)
    assert {hit.id for hit in again.search("lantern")} == {note}
    again.integrity()


def test_many_new_notes_do_not_wait_together(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    for n in range(60):
        a_note(store, f"Lantern {n}")
    assert in_the_index(store) == 20
    assert len(store.search("lantern", ["note"], limit=100)) == 60 == in_the_index(store)


def test_a_disk_that_cannot_take_the_words_now_takes_them_later(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    old = a_note(store, "Lanterns in the hall")
    store.search("lantern")
    new = a_note(store, " ".join(["Lanterns", *(f"candle{n}" for n in range(1500))]))
    execute = store._connection.execute
    execute(f"PRAGMA max_page_count = {execute('PRAGMA page_count').fetchone()[0]}")
    assert {hit.id for hit in store.search("lanterns")} == {old}
    execute("PRAGMA max_page_count = 100000")
    assert {hit.id for hit in store.search("lanterns")} == {old, new}
    store.integrity()


def test_the_index_keeps_nothing_of_a_name_that_is_gone(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("test.seed") as command:
        group = command.insert("groups", {**GROUP, "name": "Canarybird"})
        member = command.insert("member", {"group_id": group, "name": "Canarybird"})
        for n in range(1, 51):  # an evening stands in the index with the name of its group
            command.insert("session", {"group_id": group, "held_on": f"2025-11-{n % 28 + 1:02}", "start_minute": n,
                                       "minutes": 90})

    def traces() -> int:
        return sum(b"anarybird" in bytes(row["block"]) for row in store.all("SELECT block FROM search_data"))

    assert traces() > 0
    with store.command("test.rename") as command:
        command.update("groups", group, {"name": "Aster"})
    assert traces() == 0 and found(store, "canarybird") == ["Canarybird"]  # a person's name stands in no index
    with store.command("test.back") as command:
        command.bin("member", member)
        command.update("groups", group, {"name": "Canarybird"})
    assert traces() > 0
    with store.command("test.erase", undo=False) as command:
        command.erase("groups", group)
    assert traces() == 0 and found(store, "canarybird") == []


@pytest.mark.parametrize("typed", [
    "mauren", "maureeen", "muareen", "amureen", "naureen", "aureen", "maurren", "okafro", "oafor", "maureen okfor",
    "mauren oka", "lukaz",
])
def test_people_are_found_through_one_slip(tmp_path: Path, typed: str) -> None:
    """One letter wrong, missing, too many, or two swapped, anywhere, while one still types."""
    store = a_store(tmp_path)
    with store.command("test.seed") as command:
        group = command.insert("groups", {**GROUP, "name": "Aster"})
        for name in ("Maureen Okafor", "Łukasz", "Bea", "Winston"):
            command.insert("member", {"group_id": group, "name": name})
    hits = store.search(typed)
    assert [hit.title for hit in hits] == ["Łukasz" if typed == "lukaz" else "Maureen Okafor"]
    assert hits[0].rank is Rank.SLIP
    assert store.search("mauern okafro") == []  # two slips are another name


def test_the_best_come_first_and_what_was_put_away_last(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("test.seed") as command:
        old = command.insert("groups", {**GROUP, "name": "Ann’s circle", "archived_on": "2025-01-01"})
        new = command.insert("groups", {**GROUP, "name": "Oak circle", "audience": "for Ann and others"})
        for name, group in (("Ann", old), ("Anna", new), ("Mary Ann", new), ("Ann", new), ("Amn", new), ("Joan", new)):
            command.insert("member", {"group_id": group, "name": name})

    def ranked() -> list[tuple[str, str]]:
        return [(hit.title, hit.rank.name) for hit in store.search("ann", ["member"])]

    assert ranked() == [("Ann", "EXACT"), ("Mary Ann", "WORD"), ("Anna", "PREFIX"), ("Amn", "SLIP"), ("Ann", "EXACT")]
    assert [(hit.title, hit.past) for hit in store.search("ann", ["group"])] == [
        ("Oak circle", False), ("Ann’s circle", True)]
    with store.command("test.back") as command:
        command.update("groups", old, {"archived_on": None})
    assert ranked()[:2] == [("Ann", "EXACT")] * 2  # the names in memory follow
    assert [hit.kind for hit in store.search("ann", each=1)] == ["group", "member"]


def test_own_plans_items_and_venues_are_found(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("test.seed") as command:
        group = command.insert("groups", {**GROUP, "name": "Aster"})
        command.insert("agenda", {"group_id": group, "name": "Long evening", "minutes": 90, "summary": "with a walk"})
        command.insert("library_item", {"kind": "card", "item": "own-1", "language": "en", "title": "Blue things",
                                        "body": "Count five of them, slowly."})
        command.insert("venue", {"name": "Quaker House", "address": "Friar’s Row"})
    for text, expected in (("lnog", ("agenda", "Long evening", "Aster")), ("walk", ("agenda", "Long evening", "Aster")),
                           ("slowly", ("library", "Blue things", "card")), ("bleu", ("library", "Blue things", "card")),
                           ("friar", ("venue", "Quaker House", "Friar’s Row"))):
        assert [(hit.kind, hit.title, hit.detail) for hit in store.search(text)] == [expected]


@pytest.mark.parametrize(("text", "days"), [
    ("today", 1), ("tomo", 0), ("20/11", 1), ("11/20/2025", 1), ("4.12.25", 1), ("2026", 1), ("12", 0), ("20", 1),
])
def test_days_are_found_as_people_write_them(store: Store, text: str, days: int) -> None:
    assert len(store.search(text, ["session"])) == days * 2

"""Search: what one types finds groups, members and sessions; the index follows every save, undo and the bin."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.i18n import set_language
from facilitator.store import Store
from tests.make import a_store

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
        assert [hit.title for hit in hits] == ["Donnerstag 4 Dezember 2025"] * 2
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


def test_the_index_keeps_nothing_of_a_name_that_is_gone(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    with store.command("test.seed") as command:
        group = command.insert("groups", {**GROUP, "name": "Aster"})
        member = command.insert("member", {"group_id": group, "name": "Canarybird"})
        for n in range(50):
            command.insert("member", {"group_id": group, "name": f"Member {n}"})

    def traces() -> int:
        return sum(b"anarybird" in bytes(row["block"]) for row in store.all("SELECT block FROM search_data"))

    assert traces() > 0
    with store.command("test.rename") as command:
        command.update("member", member, {"name": "Robin"})
    assert traces() == 0
    with store.command("test.back") as command:
        command.update("member", member, {"name": "Canarybird"})
    assert traces() > 0
    with store.command("test.bin") as command:
        command.bin("member", member)
    assert traces() == 0

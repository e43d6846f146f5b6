"""The register names every column there is, with its duties; nothing is kept that nobody thought about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from facilitator.store.register import INTERNAL, TABLES, Clash, DataClass, Erasure, Retention, Table, table
from tests.make import a_store

_THEIR_OWN = re.compile(r"search_(data|idx|content|docsize|config)|_sqlite_migrations|sqlite_\w+")
"""Tables that FTS5, sqlite-utils and SQLite make for themselves."""


def test_every_column_has_an_entry_and_every_entry_a_column(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    there = {}
    for row in store.all("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        if not _THEIR_OWN.fullmatch(row["name"]):
            columns = store.all("SELECT name FROM pragma_table_info(?)", (row["name"],))
            there[row["name"]] = {column["name"] for column in columns}
    registered = {one.name: {"id", *one.names} for one in TABLES}
    registered |= {one.name: {column.name for column in one.columns} for one in INTERNAL}
    assert there == registered


def test_ids_are_blobs_of_16_bytes_and_keys_are_the_only_unique_ones(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    for one in TABLES:
        keys = store.all("SELECT name, type FROM pragma_table_info(?) WHERE pk > 0", (one.name,))
        assert keys == [{"name": "id", "type": "BLOB"}]
        unique = store.all("""SELECT origin FROM pragma_index_list(?) WHERE "unique" = 1""", (one.name,))
        assert unique == [{"origin": "pk"}]
        sql = store.one("SELECT sql FROM sqlite_schema WHERE name = ?", (one.name,))
        assert sql is not None
        assert "AUTOINCREMENT" not in sql["sql"].upper() and sql["sql"].upper().count("CHECK (") == 1
    with pytest.raises(Exception, match="CHECK"), store.command("test") as command:
        command.insert("venue", {"name": "x"}, b"short")


def test_every_owner_is_a_reference_with_an_index(tmp_path: Path) -> None:
    store = a_store(tmp_path)
    for one in TABLES:
        references = store.all("""SELECT "from", "table" FROM pragma_foreign_key_list(?)""", (one.name,))
        assert {(row["from"], row["table"]) for row in references} == set(one.owners)
        first = {row["name"] for row in store.all(
            "SELECT i.name FROM pragma_index_list(?) l, pragma_index_info(l.name) i WHERE i.seqno = 0", (one.name,))}
        assert {column for column, _ in one.owners} <= first, one.name


def _about_a_person(one: Table) -> bool:
    return any(owner == "member" for _, owner in one.owners) or one.name == "member"


@pytest.mark.parametrize("one", TABLES, ids=lambda one: one.name)
def test_duties_agree_with_each_other(one: Table) -> None:
    assert one.columns and one.area and isinstance(one.clash, Clash)
    assert {column.name for column in one.columns} >= set(one.searched)
    assert (one.search is None) == (not one.searched)
    assert all(owner in {other.name for other in TABLES} for _, owner in one.owners)
    for column in one.columns:
        personal = column.data is not DataClass.NONE
        # Whatever tells about somebody can be erased and is shown to them; whatever does not, need not.
        assert (column.erasure is not Erasure.STAYS) == personal, column.name
        assert column.access == personal, column.name
        if _about_a_person(one):
            assert column.data in (DataClass.SPECIAL, DataClass.CHILD), column.name
            assert column.erasure is Erasure.GOES and column.retention is not Retention.KEPT, column.name


def test_facts_and_work_of_two_people_are_never_settled_by_the_last_writer() -> None:
    assert table("attendance").clash is Clash.ASK
    for one in TABLES:
        if one.insert_only:
            assert one.clash is Clash.UNION
    with pytest.raises(KeyError):
        table("ledger")

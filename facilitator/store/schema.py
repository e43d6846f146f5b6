"""Bringing a file to this version's schema, or refusing one made by a newer version before anything is touched."""

from __future__ import annotations

from facilitator.errors import NewerVault, VaultSwapped
from facilitator.store import versions
from facilitator.store.connection import APPLICATION_ID, Connection, database
from facilitator.store.migrations import SET, Migration
from facilitator.store.register import TABLES
from facilitator.store.search import Search


def pending(connection: Connection, steps: tuple[Migration, ...]) -> bool:
    """Whether steps are due. Raises NewerVault, or VaultSwapped for a database that is not ours."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise VaultSwapped
    if connection.execute("PRAGMA user_version").fetchone()[0] > len(steps):
        raise NewerVault
    if not _has(connection, "_sqlite_migrations"):
        raise VaultSwapped
    applied = {row[0] for row in connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (SET,))}
    known = [step.__name__ for step in steps]
    if applied - set(known):
        raise NewerVault
    return len(applied) < len(known)


def migrate(connection: Connection, steps: tuple[Migration, ...]) -> None:
    """Run the steps that are due, quietly, in one transaction; then make triggers, views and the search index anew."""
    from sqlite_utils.migrations import Migrations

    file = database(connection)
    plan = Migrations(SET)
    for step in steps:
        plan(name=step.__name__)(step)
    with file.atomic():
        connection.execute("PRAGMA defer_foreign_keys = ON")
        old = _has(connection, "clock")
        if old:
            connection.execute("UPDATE clock SET quiet = 1")
            versions.drop(connection)
        plan.apply(file)
        versions.remake(connection, TABLES)
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _stamp_triggers(connection)
        if old:
            Search(connection).rebuild()
        connection.execute("UPDATE clock SET quiet = 0")


def renew_triggers(connection: Connection) -> None:
    """Make triggers and views anew where another version of the app made them differently."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'triggers'").fetchone()
    if row is not None and row[0] == versions.fingerprint(TABLES):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        versions.remake(connection, TABLES)
        _stamp_triggers(connection)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def _stamp_triggers(connection: Connection) -> None:
    connection.execute("INSERT INTO meta VALUES ('triggers', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                       (versions.fingerprint(TABLES),))


def _has(connection: Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM main.sqlite_schema WHERE name = ?", (name,)).fetchone() is not None

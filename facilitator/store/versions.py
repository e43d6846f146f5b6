"""Row versions: triggers that give every save a version naming the ones it has seen, so that copies can be merged."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from facilitator.store.connection import Connection
from facilitator.store.register import TABLES, Table

LIVE, BINNED, ERASED = 0, 1, 2
"""The ledger's states; an erased row is a bare id that stays for ever."""

_NEW = "(random() & 9223372036854775807)"  # a person's version is positive; a merge will make negative ones
_LOUD = "(SELECT quiet FROM clock) = 0"
_GUARDED = ("journal", "ledger")
"""Tables of our own that are only ever added to, outside a migration, a merge or an erasure."""

DAY_MS = 86_400_000
DATED = frozenset(table.name for table in TABLES if table.dated)
_DATED = ", ".join(f"'{name}'" for name in sorted(DATED))

SET_STATE = f"""
UPDATE ledger SET seen = json_insert(coalesce(ledger.seen, '[]'), '$[#]', ledger.rev), rev = {_NEW}, state = ?,
    touched = clock.n, by = clock.by, at = clock.at - iif(ledger.tbl IN ({_DATED}), clock.at % {DAY_MS}, 0)
FROM clock WHERE ledger.id = ? AND ledger.state <> {ERASED}
"""
"""Puts a row in the bin or brings it back: parameters (state, id)."""


def statements(tables: Iterable[Table]) -> tuple[tuple[str, str], ...]:
    """Every trigger and view the register asks for, as (name, SQL)."""
    made = [entry for table in tables for entry in _of_table(table)]
    made += [
        (f"{name}_stays", f"CREATE TRIGGER {name}_stays BEFORE DELETE ON {name} WHEN {_LOUD} "
                          f"BEGIN SELECT raise(ABORT, '{name} is never deleted'); END")
        for name in _GUARDED
    ]
    made.append(("journal_fixed", f"CREATE TRIGGER journal_fixed BEFORE UPDATE ON journal WHEN {_LOUD} "
                                  "BEGIN SELECT raise(ABORT, 'journal is never changed'); END"))
    return tuple(made)


def _of_table(table: Table) -> list[tuple[str, str]]:
    name, at = table.name, f"clock.at - clock.at % {DAY_MS}" if table.dated else "clock.at"
    changed = " OR ".join(f'old."{column}" IS NOT new."{column}"' for column in table.names)
    which = " UNION ALL ".join(f"""SELECT '{column}' AS f WHERE old."{column}" IS NOT new."{column}\""""
                               for column in table.names)
    made = [
        (f"{name}_new", f"""CREATE TRIGGER {name}_new AFTER INSERT ON {name} WHEN {_LOUD} BEGIN
            INSERT INTO ledger (id, tbl, rev, state, touched, by, at)
            SELECT new.id, '{name}', {_NEW}, {LIVE}, n, by, {at} FROM clock; END"""),
        (f"{name}_kept", f"""CREATE TRIGGER {name}_kept BEFORE DELETE ON {name} WHEN {_LOUD} BEGIN
            SELECT raise(ABORT, '{name}: rows go to the bin, never away'); END"""),
        (f"{name}_id", f"""CREATE TRIGGER {name}_id BEFORE UPDATE OF id ON {name}
            WHEN old.id IS NOT new.id BEGIN SELECT raise(ABORT, '{name}: an id never changes'); END"""),
        (f"{name}_live", f"""CREATE VIEW {name}_live AS SELECT t.* FROM {name} t
            WHERE (SELECT state FROM ledger WHERE ledger.id = t.id) = {LIVE}"""),
    ]
    if table.insert_only:
        made.append((f"{name}_chg", f"""CREATE TRIGGER {name}_chg BEFORE UPDATE ON {name} WHEN {_LOUD} BEGIN
            SELECT raise(ABORT, '{name}: what happened is never changed'); END"""))
    else:
        made.append((f"{name}_chg", f"""CREATE TRIGGER {name}_chg AFTER UPDATE ON {name}
            WHEN {_LOUD} AND ({changed}) BEGIN
            UPDATE ledger SET seen = json_insert(coalesce(ledger.seen, '[]'), '$[#]', ledger.rev), rev = {_NEW},
                touched = clock.n, by = clock.by, at = {at} FROM clock WHERE ledger.id = new.id;
            UPDATE ledger SET fv = json_patch(coalesce(fv, '{{}}'), (SELECT json_group_object(f, ledger.rev)
                FROM ({which}))) WHERE id = new.id; END"""))
    return made


def fingerprint(tables: Iterable[Table]) -> bytes:
    """Tells whether the triggers and views in a file are the ones this version of the app would make."""
    return hashlib.sha256("\n".join(sql for _, sql in statements(tables)).encode()).digest()


def drop(connection: Connection) -> None:
    """Take away every trigger and view, inside the running transaction."""
    found = connection.execute("SELECT type, name FROM main.sqlite_schema WHERE type IN ('trigger', 'view')").fetchall()
    for kind, name in found:
        connection.execute(f'DROP {kind} main."{name}"')


def remake(connection: Connection, tables: Iterable[Table]) -> None:
    """Drop every trigger and view there is and make them anew from the register, inside the running transaction."""
    drop(connection)
    for _, sql in statements(tables):
        connection.execute(sql)

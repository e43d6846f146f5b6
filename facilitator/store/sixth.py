"""The sixth step of the schema: who read a translation gets a table of its own, where erasing somebody reaches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_ERASED = 2
_READ = """
CREATE TABLE translation (
    id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16), language TEXT NOT NULL, read_by TEXT NOT NULL DEFAULT '',
    read_on TEXT
) STRICT
"""
_SETTINGS = """
SELECT s.id, s.key, s.value, l.rev, l.state, l.touched, l.by, l.at FROM setting s JOIN ledger l ON l.id = s.id
WHERE s.key LIKE 'translation.%'
"""


def read_over(db: Database) -> None:
    """Who has read a translation moves out of the settings; of those settings a bare id stays."""
    db.execute(_READ)
    for id, key, value, rev, state, touched, by, at in db.execute(_SETTINGS).fetchall():
        if state == 0:
            _move(db, key.removeprefix("translation."), value, rev, (touched, by, at))
        db.execute("DELETE FROM setting WHERE id = ?", (id,))
        db.execute("DELETE FROM sibling WHERE id = ?", (id,))
        db.execute(f"UPDATE ledger SET rev = NULL, seen = NULL, fv = NULL, state = {_ERASED} WHERE id = ?", (id,))


def _move(db: Database, language: str, value: str, rev: int, saved: tuple[int, bytes, int]) -> None:
    """One row and its ledger. Id and version are hashes of the old ones: another copy of the vault makes the same."""
    from json import loads

    said = loads(value)
    id = _stamped(_hash("translation", language))
    db.execute("INSERT INTO translation VALUES (?, ?, ?, ?)", (id, language, said["by"], said["on"]))
    version = int.from_bytes(_hash("translation", language, str(rev))[:8], "big") & 0x7FFF_FFFF_FFFF_FFFF
    db.execute("INSERT INTO ledger (id, tbl, rev, state, touched, by, at) VALUES (?, 'translation', ?, 0, ?, ?, ?)",
               (id, version, *saved))


def _hash(*parts: str) -> bytes:
    from hashlib import blake2b

    whole = b"".join(len(part.encode()).to_bytes(4, "big") + part.encode() for part in parts)
    return blake2b(whole, digest_size=16).digest()


def _stamped(digest: bytes) -> bytes:
    """A UUIDv8, as every id is that two copies mean the same row by."""
    raw = bytearray(digest)
    raw[6], raw[8] = raw[6] & 0x0F | 0x80, raw[8] & 0x3F | 0x80
    return bytes(raw)

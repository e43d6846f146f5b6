"""Row ids: 16 bytes, made so that two laptops never clash and mean the same thing where they should."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeAlias

Id: TypeAlias = bytes
_LAST = (1 << 48) - 1


def new_id(at_ms: int) -> Id:
    """A time-ordered id (UUIDv7) for a record that somebody makes; `at_ms` is in milliseconds UTC.

    A clock that stands before 1970 counts as 1970: it orders wrongly, and stops nobody.
    """
    raw = bytearray(min(max(at_ms, 0), _LAST).to_bytes(6, "big") + os.urandom(10))
    return _stamp(raw, 7)


def made_ms(id: Id) -> int:
    """When a time-ordered id was made, in milliseconds UTC; 0 for an id that does not tell."""
    return int.from_bytes(id[:6], "big") if len(id) == 16 and id[6] >> 4 == 7 else 0


def random_id() -> Id:
    """An id that tells nothing (UUIDv4): vaults, copies, and records whose very moment would tell."""
    return _stamp(bytearray(os.urandom(16)), 4)


def hash_id(*parents: bytes | str) -> Id:
    """A deterministic id (UUIDv8) where two laptops mean the same thing: attendance, a planned session, a setting."""
    return hash_ids(parents[:-1], parents[-1:])[0]


def hash_ids(parents: Iterable[bytes | str], last: Iterable[bytes | str]) -> tuple[Id, ...]:
    """For each last parent what `hash_id` makes of all of them; the others are hashed once."""
    from hashlib import blake2b  # brings OpenSSL with it, which no locked screen needs

    begun = blake2b(b"".join(map(_part, parents)), digest_size=16)
    made = []
    for parent in last:
        digest = begun.copy()
        digest.update(_part(parent))
        made.append(_stamp(bytearray(digest.digest()), 8))
    return tuple(made)


def _part(parent: bytes | str) -> bytes:
    part = parent.encode() if isinstance(parent, str) else parent
    return len(part).to_bytes(4, "big") + part


def _stamp(raw: bytearray, version: int) -> Id:
    raw[6] = raw[6] & 0x0F | version << 4
    raw[8] = raw[8] & 0x3F | 0x80
    return bytes(raw)

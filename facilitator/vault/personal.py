"""Personal seals: what one holder alone may read, though everybody who unlocks the vault can see that it is there.

For supervision and reflective log, one's own traffic light, and a concern for its recipient. Sealing needs only who it
is for; nobody else opens it, and it is lost when its reader gets a new key pair by recovery, or is removed. Search,
erasure and subject access cannot look into it: whoever shows such a thing says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from enum import StrEnum

from facilitator.errors import NotFound, SealedToAnother, SealLost
from facilitator.vault import seals
from facilitator.vault.header import Holder, canonical
from facilitator.vault.holders import OpenHolder

_HEAD = b"seal 1 "
_MARK, _LENGTH = 8, 4
_PAD = 512
"""Sizes are rounded up to this many bytes, so that they do not tell how much was written."""


class Reader(StrEnum):
    """Who can open something sealed, told without opening it."""

    ME = "me"
    ANOTHER = "another"
    NOBODY = "nobody"
    """Its reader was removed, or has a new key pair since a recovery; or it is none of ours."""


class PersonalSeals:
    """Seals to any holder of the open vault, and opens what was sealed to who unlocked it."""

    def __init__(self, vault_id: bytes, opened: OpenHolder, holders: Callable[[], Iterable[Holder]]) -> None:
        self._vault_id = vault_id
        self._me = opened
        self._holders = holders

    def seal(self, content: bytes, place: str, to: bytes | None = None) -> bytes:
        """Seal content to a holder, me where none is named. `place` says what it is and where it is kept, such as a
        table, row id and column: it opens nowhere else. Raises NotFound for a holder without a key.
        """
        wanted = self._me.holder.id if to is None else to
        holder = next((one for one in self._holders() if one.id == wanted), None)
        if holder is None:
            raise NotFound("key")
        framed = len(content).to_bytes(_LENGTH, "big") + content
        framed += bytes(-len(framed) % _PAD)
        return _head(holder) + seals.seal_to(holder.public, framed, self._bound(holder, place))

    def open(self, sealed: bytes, place: str) -> bytes:
        """The content. Raises SealedToAnother, and SealLost where nobody can open it any more, there or at all."""
        reader = self.reader(sealed)
        if reader is not Reader.ME:
            raise SealedToAnother if reader is Reader.ANOTHER else SealLost
        try:
            framed = seals.open_sealed(self._me.private, sealed[len(_head(self._me.holder)):],
                                       self._bound(self._me.holder, place))
        except seals.CannotOpen as error:
            raise SealLost from error
        size = int.from_bytes(framed[:_LENGTH], "big")
        return framed[_LENGTH:_LENGTH + size]

    def reader(self, sealed: bytes) -> Reader:
        """Who can open it, as its beginning says."""
        if sealed.startswith(_head(self._me.holder)):
            return Reader.ME
        return Reader.ANOTHER if any(sealed.startswith(_head(one)) for one in self._holders()) else Reader.NOBODY

    def _bound(self, holder: Holder, place: str) -> bytes:
        return canonical(["personal", self._vault_id.hex(), holder.id.hex(), holder.public.hex(), place])


def is_for(sealed: bytes, holder_id: bytes) -> bool:
    """Whether something was sealed to this holder, with this key pair or one before: what goes when they go."""
    return sealed.startswith(_HEAD + holder_id)


def _head(holder: Holder) -> bytes:
    """How everything sealed to a holder begins: their id, and which of their key pairs it was."""
    return _HEAD + holder.id + hashlib.sha256(b"personal seal" + holder.public).digest()[:_MARK]

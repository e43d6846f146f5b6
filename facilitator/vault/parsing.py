"""From bytes to a header, or a refusal: every bound is checked here, before any key is derived."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from typing import Any

from facilitator.vault.header import (
    FORMAT,
    HEAD_BYTES,
    Block,
    Generation,
    Header,
    Holder,
    HolderKind,
    SealedKey,
    Unlocker,
    UnlockerKind,
    canonical,
)
from facilitator.vault.keys import KdfCost, bearable

MOST_BYTES = 64 * 1024
MOST_HOLDERS = 32
MOST_BLOCKS = 2
MOST_UNLOCKERS = 4
MOST_GENERATIONS = 8
_MOST_NUMBER = 2**53 - 1


class Malformed(ValueError):
    """The bytes are no header: known before any key is derived."""


class TooNew(ValueError):
    """The bytes are an undamaged header of a newer format."""


def parse(raw: bytes) -> Header:
    """A header from its bytes; every bound is checked here, before any key is derived. Raises Malformed, TooNew."""
    if len(raw) > MOST_BYTES:
        raise Malformed("too long")
    parts = raw.split(b"\n")
    if len(parts) != 3 or parts[2]:
        raise Malformed("not two lines")
    body, checksum = parts[0], parts[1]
    if not hmac.compare_digest(hashlib.sha256(body).hexdigest().encode(), checksum):
        raise Malformed("checksum")
    try:
        read = json.loads(body, parse_float=_refuse, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Malformed("not JSON") from error
    top = _Reader(read)
    shape = top.number("format", least=1)
    if shape > FORMAT:
        raise TooNew(shape)
    if canonical(read) != body:
        raise Malformed("not canonical")
    return _header(top)


def _header(top: _Reader) -> Header:
    top.only("format", "vault", "copy", "sequence", "written", "sample", "generation", "kdf", "holders", "seal",
             "journal", "mac")
    generation = _generation(top.inner("generation"))
    blocks = tuple(_block(r) for r in top.inners("kdf", 1, MOST_BLOCKS))
    if not bearable([b.cost for b in blocks]):
        raise Malformed("cost out of bounds")
    holders = tuple(_holder(r) for r in top.inners("holders", 1, MOST_HOLDERS))
    header = Header(
        vault_id=top.data("vault", 16), copy_id=top.data("copy", 16), sequence=top.number("sequence", least=1),
        written_at=top.number("written"), sample=top.truth("sample"), generation=generation, blocks=blocks,
        holders=holders, seal=None if top.empty("seal") else top.data("seal", 32),
        journal=top.data("journal", 0, HEAD_BYTES),
        mac=top.data("mac", 32))
    _agree(header)
    return header


def _agree(header: Header) -> None:
    """The parts must fit each other. Raises Malformed."""
    if len({h.id for h in header.holders}) != len(header.holders):
        raise Malformed("holder twice")
    if len({b.id for b in header.blocks}) != len(header.blocks):
        raise Malformed("block twice")
    if sum(h.kind is HolderKind.RECOVERY for h in header.holders) > 1 or not header.facilitators:
        raise Malformed("holders")
    for holder in header.holders:
        if header.generation.id not in {k.generation for k in holder.keys}:
            raise Malformed("holder without key")
        if holder.kind is HolderKind.FACILITATOR and not any(
                unlocker.kind is UnlockerKind.PASSPHRASE for unlocker in holder.unlockers):
            raise Malformed("holder without words")
        for unlocker in holder.unlockers:
            if (unlocker.kind is UnlockerKind.CODE) != (holder.kind is HolderKind.RECOVERY):
                raise Malformed("unlocker of the wrong kind")
            if unlocker.kind is UnlockerKind.PASSPHRASE:
                if header.block(unlocker.block) is None:
                    raise Malformed("block missing")
            elif unlocker.block:
                raise Malformed("block not wanted")


def _generation(reader: _Reader) -> Generation:
    reader.only("number", "id", "parents")
    return Generation(reader.number("number", least=1, most=10**6), reader.data("id", 16),
                      reader.datas("parents", 16, MOST_GENERATIONS))


def _block(reader: _Reader) -> Block:
    reader.only("id", "salt", "algorithm", "memory", "passes", "lanes")
    if reader.word("algorithm") != "argon2id":
        raise Malformed("algorithm")
    cost = KdfCost(reader.number("memory", least=1), reader.number("passes", least=1), reader.number("lanes", least=1))
    return Block(reader.data("id", 8), reader.data("salt", 16), cost)


def _holder(reader: _Reader) -> Holder:
    reader.only("id", "kind", "public", "unlockers", "keys")
    try:
        kind = HolderKind(reader.word("kind"))
    except ValueError as error:
        raise Malformed("kind of holder") from error
    return Holder(reader.data("id", 16), kind, reader.data("public", 32),
                  tuple(_unlocker(r) for r in reader.inners("unlockers", 1, MOST_UNLOCKERS)),
                  tuple(_sealed(r) for r in reader.inners("keys", 1, MOST_GENERATIONS)))


def _unlocker(reader: _Reader) -> Unlocker:
    reader.only("kind", "block", "nonce", "wrapped")
    try:
        kind = UnlockerKind(reader.word("kind"))
    except ValueError as error:
        raise Malformed("kind of unlocker") from error
    return Unlocker(kind, reader.data("block", 0, 8), reader.data("nonce", 12), reader.data("wrapped", 48))


def _sealed(reader: _Reader) -> SealedKey:
    reader.only("generation", "sealed")
    return SealedKey(reader.data("generation", 16), reader.data("sealed", 80))


def _refuse(_text: str) -> Any:
    raise Malformed("not a whole number")


class _Reader:
    """Takes values out of JSON with their exact types and lengths. Every method raises Malformed."""

    def __init__(self, value: Any) -> None:
        if type(value) is not dict:
            raise Malformed("not a record")
        self._values: dict[str, Any] = value

    def only(self, *names: str) -> None:
        """Exactly these names, no more and no fewer."""
        if set(self._values) != set(names):
            raise Malformed("names")

    def number(self, name: str, least: int = 0, most: int = _MOST_NUMBER) -> int:
        """A whole number within bounds."""
        value = self._values.get(name)
        if type(value) is not int or not least <= value <= most:
            raise Malformed(name)
        return value

    def truth(self, name: str) -> bool:
        """True or false."""
        value = self._values.get(name)
        if type(value) is not bool:
            raise Malformed(name)
        return value

    def word(self, name: str) -> str:
        """A short text."""
        value = self._values.get(name)
        if type(value) is not str or len(value) > 40:
            raise Malformed(name)
        return value

    def empty(self, name: str) -> bool:
        """Whether the value is null."""
        return self._values.get(name) is None

    def data(self, name: str, *lengths: int) -> bytes:
        """Bytes of one of these lengths."""
        return _bytes(self._values.get(name), lengths, name)

    def datas(self, name: str, length: int, most: int) -> tuple[bytes, ...]:
        """A list of byte strings of one length."""
        return tuple(_bytes(v, (length,), name) for v in self._list(name, 0, most))

    def inner(self, name: str) -> _Reader:
        """A record inside."""
        return _Reader(self._values.get(name))

    def inners(self, name: str, least: int, most: int) -> tuple[_Reader, ...]:
        """A list of records inside."""
        return tuple(_Reader(v) for v in self._list(name, least, most))

    def _list(self, name: str, least: int, most: int) -> list[Any]:
        value = self._values.get(name)
        if type(value) is not list or not least <= len(value) <= most:
            raise Malformed(name)
        return value


def _bytes(value: Any, lengths: tuple[int, ...], name: str) -> bytes:
    if type(value) is not str or len(value) > 200:
        raise Malformed(name)
    try:
        data = base64.b64decode(value, validate=True)
    except ValueError as error:
        raise Malformed(name) from error
    if len(data) not in lengths or base64.b64encode(data).decode("ascii") != value:
        raise Malformed(name)
    return data

"""The header as values and as bytes: who holds a key and how; no name or label of a person stands in it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from facilitator.vault.keys import KdfCost, mac

FORMAT = 1
HEAD_BYTES = 32


class HolderKind(StrEnum):
    """Who a key pair belongs to."""

    FACILITATOR = "facilitator"
    RECOVERY = "recovery"


class UnlockerKind(StrEnum):
    """A way to a holder's private key."""

    PASSPHRASE = "passphrase"
    DEVICE = "device"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """One salt and cost for every passphrase of the vault; a second stands beside it only while the cost is raised."""

    id: bytes
    salt: bytes
    cost: KdfCost

    def plain(self) -> dict[str, Any]:
        """As it stands in the header and in what a wrap is bound to."""
        return {"id": _text(self.id), "salt": _text(self.salt), "algorithm": "argon2id",
                "memory": self.cost.memory_kib, "passes": self.cost.passes, "lanes": self.cost.lanes}


@dataclass(frozen=True, slots=True)
class Unlocker:
    """A holder's private key, wrapped under one secret; `block` names the block of a passphrase, else empty."""

    kind: UnlockerKind
    block: bytes
    nonce: bytes
    wrapped: bytes

    def plain(self) -> dict[str, Any]:
        """As it stands in the header."""
        return {"kind": self.kind.value, "block": _text(self.block), "nonce": _text(self.nonce),
                "wrapped": _text(self.wrapped)}


@dataclass(frozen=True, slots=True)
class SealedKey:
    """The data key of one generation, sealed to one holder."""

    generation: bytes
    sealed: bytes

    def plain(self) -> dict[str, Any]:
        """As it stands in the header."""
        return {"generation": _text(self.generation), "sealed": _text(self.sealed)}


@dataclass(frozen=True, slots=True)
class Holder:
    """One facilitator, or the vault's recovery: a key pair, the ways to its private half, the data keys it opens."""

    id: bytes
    kind: HolderKind
    public: bytes
    unlockers: tuple[Unlocker, ...]
    keys: tuple[SealedKey, ...]

    def without(self, kind: UnlockerKind) -> Holder:
        """Without one kind of way in."""
        return replace(self, unlockers=tuple(way for way in self.unlockers if way.kind is not kind))

    def plain(self) -> dict[str, Any]:
        """As it stands in the header."""
        return {"id": _text(self.id), "kind": self.kind.value, "public": _text(self.public),
                "unlockers": [u.plain() for u in self.unlockers], "keys": [k.plain() for k in self.keys]}


@dataclass(frozen=True, slots=True)
class Generation:
    """Which data key the vault is under: a number for people and file names, a random id, and what came before."""

    number: int
    id: bytes
    parents: tuple[bytes, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As it stands in the header."""
        return {"number": self.number, "id": _text(self.id), "parents": [_text(p) for p in self.parents]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """All that is known of a vault before its key; `seal` None means open, or not closed cleanly.

    `written_at` is milliseconds UTC; `journal` is the journal's head at the last clean close, empty before the first.
    """

    vault_id: bytes
    copy_id: bytes
    sequence: int
    written_at: int
    sample: bool
    generation: Generation
    blocks: tuple[Block, ...]
    holders: tuple[Holder, ...]
    seal: bytes | None = None
    journal: bytes = b""
    mac: bytes = b""

    @property
    def data_name(self) -> str:
        """The name of the database file of this generation."""
        return data_name(self.generation.number)

    @property
    def recovery(self) -> Holder | None:
        """The holder that the recovery code opens, when one is live."""
        return next((h for h in self.holders if h.kind is HolderKind.RECOVERY), None)

    @property
    def facilitators(self) -> tuple[Holder, ...]:
        """Everybody with a key of their own."""
        return tuple(h for h in self.holders if h.kind is HolderKind.FACILITATOR)

    @property
    def devices(self) -> dict[bytes, str]:
        """Holders whose key a computer's keyring opens as well, and the name it has there: it tells nothing of them,
        and is another one in a copy that was brought back.
        """
        return {h.id: device_mark(self, h.id) for h in self.holders
                if any(way.kind is UnlockerKind.DEVICE for way in h.unlockers)}

    def without_devices(self) -> Header:
        """With the words and the recovery code as the only ways in, as in every backup."""
        return replace(self, holders=tuple(h.without(UnlockerKind.DEVICE) for h in self.holders))

    def block(self, block_id: bytes) -> Block | None:
        """The block of that id."""
        return next((b for b in self.blocks if b.id == block_id), None)

    def with_holder(self, holder: Holder) -> Header:
        """With this holder added, or put in the place of the one with its id."""
        if any(h.id == holder.id for h in self.holders):
            return replace(self, holders=tuple(holder if h.id == holder.id else h for h in self.holders))
        return replace(self, holders=(*self.holders, holder))

    def without_recovery(self) -> Header:
        """With the recovery code burned."""
        return replace(self, holders=self.facilitators)

    def plain(self) -> dict[str, Any]:
        """All but the MAC, as it stands in the file."""
        return {"format": FORMAT, "vault": _text(self.vault_id), "copy": _text(self.copy_id),
                "sequence": self.sequence, "written": self.written_at, "sample": self.sample,
                "generation": self.generation.plain(), "kdf": [b.plain() for b in self.blocks],
                "holders": [h.plain() for h in self.holders],
                "seal": None if self.seal is None else _text(self.seal), "journal": _text(self.journal)}

    def authentic(self, header_key: bytes) -> bool:
        """Whether nobody changed it on purpose since it was written by someone who holds the data key."""
        return hmac.compare_digest(self.mac, mac(header_key, canonical(self.plain())))

    def pack(self, header_key: bytes) -> bytes:
        """The bytes of the file, MAC and checksum made anew."""
        body = canonical({**self.plain(), "mac": _text(mac(header_key, canonical(self.plain())))})
        return body + b"\n" + hashlib.sha256(body).hexdigest().encode() + b"\n"


def device_mark(header: Header, holder: bytes) -> str:
    """The name under which a computer's keyring keeps a holder's secret."""
    told = b"facilitator keyring" + header.vault_id + header.copy_id + holder
    return hashlib.sha256(told).hexdigest()[:32]


def data_name(number: int) -> str:
    """The name of the database file of a generation."""
    return f"data-{number}.db"


def canonical(value: Any) -> bytes:
    """One way to write a value, so that its MAC is one."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")

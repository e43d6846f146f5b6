"""Holders of a key: making one, giving it ways in, and opening the data key through one of them."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace

from facilitator.errors import LowMemory
from facilitator.vault import seals
from facilitator.vault.header import (
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
from facilitator.vault.keys import FLOOR, KEY_BYTES, SALT_BYTES, STANDARD, KdfCost, expand, stretch
from facilitator.vault.passphrase import normal


@dataclass(frozen=True, slots=True)
class OpenHolder:
    """A holder whose private key is at hand."""

    holder: Holder
    private: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Secret:
    """What opens a holder: a stretched passphrase with its block, a device secret, or a recovery code's 140 bits."""

    kind: UnlockerKind
    value: bytes = field(repr=False)
    block: Block | None = None

    @classmethod
    def passphrase(cls, words: str, block: Block) -> Secret:
        """Costs one key derivation. Raises LowMemory."""
        typed = normal(words).encode("utf-8", "surrogatepass")  # a terminal may hand over what is no text
        return cls(UnlockerKind.PASSPHRASE, stretch(typed, block.salt, block.cost), block)


def new_block(cost: KdfCost) -> Block:
    """A block with a fresh salt."""
    return Block(os.urandom(8), os.urandom(SALT_BYTES), cost)


def fresh_secret(words: str, cost: KdfCost | None = None, *, exactly: bool = False) -> tuple[Block, Secret]:
    """A fresh block and new words stretched by it: at this cost, or at the standard one, less where memory is short
    unless it is to be `exactly` that. A later unlock raises it, where there is memory then.

    Raises LowMemory.
    """
    cost = cost or STANDARD
    while True:
        block = new_block(cost)
        try:
            return block, Secret.passphrase(words, block)
        except LowMemory:
            if exactly or cost.memory_kib <= FLOOR.memory_kib:
                raise
            cost = replace(cost, memory_kib=max(FLOOR.memory_kib, cost.memory_kib // 2))


def new_holder(vault_id: bytes, kind: HolderKind, secret: Secret, generation: Generation, data_key: bytes,
               holder_id: bytes | None = None) -> OpenHolder:
    """A fresh key pair with one way in, and the data key sealed to it; an id may be kept when its key is replaced."""
    private, public = seals.new_pair()
    bare = Holder(holder_id or os.urandom(16), kind, public, (), ())
    holder = replace(bare, unlockers=(wrap(vault_id, bare, private, secret),),
                     keys=(seal_key(vault_id, bare, generation, data_key),))
    return OpenHolder(holder, private)


def wrap(vault_id: bytes, holder: Holder, private: bytes, secret: Secret) -> Unlocker:
    """A new way to a holder's private key."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = os.urandom(12)
    wrapped = ChaCha20Poly1305(_kek(holder, secret)).encrypt(nonce, private, _bound(vault_id, holder, secret))
    return Unlocker(secret.kind, secret.block.id if secret.block else b"", nonce, wrapped)


def unwrap(vault_id: bytes, holder: Holder, unlocker: Unlocker, secret: Secret) -> bytes | None:
    """The private key, or None where the secret is not the one."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(_kek(holder, secret)).decrypt(unlocker.nonce, unlocker.wrapped,
                                                              _bound(vault_id, holder, secret))
    except InvalidTag:
        return None


def rewrap(vault_id: bytes, opened: OpenHolder, secret: Secret) -> Holder:
    """The holder with a new way in instead of the old one of the same kind; the key pair stays."""
    unlocker = wrap(vault_id, opened.holder, opened.private, secret)
    others = tuple(u for u in opened.holder.unlockers if u.kind is not secret.kind)
    return replace(opened.holder, unlockers=(unlocker, *others))


def seal_key(vault_id: bytes, holder: Holder, generation: Generation, data_key: bytes) -> SealedKey:
    """The data key of a generation for this holder, who need not be present."""
    return SealedKey(generation.id, seals.seal_to(holder.public, data_key, _purpose(vault_id, holder, generation)))


def open_key(vault_id: bytes, opened: OpenHolder, generation: Generation) -> bytes | None:
    """The data key of a generation, or None where it was not sealed to this holder."""
    for key in opened.holder.keys:
        if key.generation == generation.id:
            try:
                found = seals.open_sealed(opened.private, key.sealed, _purpose(vault_id, opened.holder, generation))
            except seals.CannotOpen:
                return None
            return found if len(found) == KEY_BYTES else None
    return None


def open_with(header: Header, secret: Secret) -> OpenHolder | None:
    """The first holder whom this secret opens; every holder is tried."""
    for holder in header.holders:
        for unlocker in holder.unlockers:
            if unlocker.kind is secret.kind and unlocker.block == (secret.block.id if secret.block else b""):
                private = unwrap(header.vault_id, holder, unlocker, secret)
                if private is not None:
                    return OpenHolder(holder, private)
    return None


def _kek(holder: Holder, secret: Secret) -> bytes:
    return expand(secret.value, holder.id, f"unlocker {secret.kind.value}")


def _bound(vault_id: bytes, holder: Holder, secret: Secret) -> bytes:
    return canonical([vault_id.hex(), holder.id.hex(), holder.kind.value, secret.kind.value,
                      secret.block.plain() if secret.block else None, holder.public.hex()])


def _purpose(vault_id: bytes, holder: Holder, generation: Generation) -> bytes:
    return canonical(["data key", vault_id.hex(), generation.number, generation.id.hex(), holder.id.hex()])

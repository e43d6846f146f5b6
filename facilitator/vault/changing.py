"""Changing a header: its next version, new words for a holder, and what is remembered of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.model.clock import Clock
from facilitator.store import Store
from facilitator.vault.header import HEAD_BYTES, Header
from facilitator.vault.holders import OpenHolder, Secret, fresh_secret, open_with, rewrap
from facilitator.vault.keys import KdfCost, Keys
from facilitator.vault.parsing import MOST_BLOCKS, parse
from facilitator.vault.rollback import LastSeen, mark


@dataclass(frozen=True, slots=True)
class Entry:
    """All that is needed to open a vault's database: who opens it, with which keys, from which header.

    `anew` says that a recovery code let them in, so that theirs is a new key pair.
    """

    opened: OpenHolder
    keys: Keys
    header: Header
    anew: bool = False


def signed(header: Header, keys: Keys, clock: Clock) -> tuple[Header, bytes]:
    """The next version of a header, and its bytes."""
    following = replace(header, sequence=header.sequence + 1, written_at=max(0, clock.now_ms()))
    raw = following.pack(keys.header)
    parse(raw)  # A header that we could not read again must never reach the disk.
    return following, raw


def head_of(store: Store) -> bytes:
    """The journal's head as the header keeps it; empty where this copy has no entry yet."""
    head = store.journal_head()
    return head if len(head) == HEAD_BYTES else b""


def note_seen(seen: LastSeen | None, header: Header) -> None:
    """Remember on this laptop how far the vault is."""
    if seen is not None:
        seen.note(mark(header), header.sequence, header.written_at)


def without(header: Header, holder: bytes) -> Header:
    """The header without one holder, and without a block that nobody else needs."""
    holders = tuple(h for h in header.holders if h.id != holder)
    needed = {u.block for h in holders for u in h.unlockers if u.block}
    return replace(header, holders=holders, blocks=tuple(b for b in header.blocks if b.id in needed))


def used_by_another(header: Header, words: str, own: bytes = b"") -> bool:
    """Whether the words open the vault for anybody but the holder `own`: two people with the same words would be one.

    Costs one key derivation for each block that others use. Raises LowMemory.
    """
    others = {u.block for h in header.holders if h.id != own for u in h.unlockers if u.block}
    found = (open_with(replace(header, holders=tuple(h for h in header.holders if h.id != own)),
                       Secret.passphrase(words, block)) for block in header.blocks if block.id in others)
    return any(found)


def rekeyed(header: Header, opened: OpenHolder, words: str, cost: KdfCost, *, exactly: bool = False) -> Header:
    """The header with new words for one holder: a fresh block where nobody else needs the old one.

    Where memory is short the fresh block costs less, unless it is wanted at `exactly` this cost. Raises LowMemory.
    """
    others = {u.block for h in header.holders if h.id != opened.holder.id for u in h.unlockers if u.block}
    kept = tuple(b for b in header.blocks if b.id in others)
    usable = [b for b in kept if not b.cost.weaker_than(cost)]
    if usable:
        blocks, secret = kept, Secret.passphrase(words, usable[-1])
    elif len(kept) >= MOST_BLOCKS:
        blocks, secret = kept, Secret.passphrase(words, kept[-1])
    else:
        block, secret = fresh_secret(words, cost, exactly=exactly)
        blocks = (*kept, block)
    holder = rewrap(header.vault_id, opened, secret)
    return replace(header, blocks=blocks).with_holder(holder)

"""From words to keys: Argon2id once, then HKDF with a name for each use, so that no key serves twice."""

from __future__ import annotations

import hashlib
import hmac
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from facilitator.errors import LowMemory

KEY_BYTES = 32
SALT_BYTES = 16

MOST_MEMORY_KIB = 1024 * 1024
MOST_WORK_KIB = 3 * 1024 * 1024
MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one guess costs: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int
    passes: int
    lanes: int

    @property
    def work_kib(self) -> int:
        """Memory times passes, the measure that a reader's patience is bounded by."""
        return self.memory_kib * self.passes

    def weaker_than(self, other: KdfCost) -> bool:
        """Whether a guess at this cost is cheaper than at the other."""
        return self.work_kib < other.work_kib or self.memory_kib < other.memory_kib


STANDARD = KdfCost(256 * 1024, 3, 4)
FLOOR = KdfCost(64 * 1024, 3, 4)


def bearable(costs: Sequence[KdfCost]) -> bool:
    """Whether a header's costs may be run at all: a hostile header must not hang us or eat all memory."""
    return all(8 * c.lanes <= c.memory_kib <= MOST_MEMORY_KIB and c.passes >= 1 and 1 <= c.lanes <= MOST_LANES
               for c in costs) and sum(c.work_kib for c in costs) <= MOST_WORK_KIB


def stretch(secret: bytes, salt: bytes, cost: KdfCost) -> bytes:
    """32 bytes that cost a guesser as much as they cost us. Raises LowMemory."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    free = _free_kib()
    if free is not None and free < cost.memory_kib:
        raise LowMemory
    run = Argon2id(salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    try:
        return run.derive(secret)
    except MemoryError as error:
        raise LowMemory from error


def _free_kib() -> int | None:
    """Memory that can be had, or None where the system does not say.

    Linux promises more than there is, and ends a program that takes it at its word: better not to begin.
    """
    try:
        with Path("/proc/meminfo").open(encoding="ascii") as told:
            free = {name: int(rest.split()[0]) for name, _colon, rest in (line.partition(":") for line in told)
                    if name in ("MemAvailable", "SwapFree")}
    except (OSError, ValueError, IndexError):
        return None
    return sum(free.values()) if "MemAvailable" in free else None


def calibrate(seconds: float = 1.0, run: Callable[[KdfCost], float] | None = None) -> KdfCost:
    """The cost of about so many seconds on this computer, never under FLOOR; less memory where there is too little.

    `run` derives once at a cost and says how long it took in seconds. Raises LowMemory when not even FLOOR fits.
    """
    run = run or _timed
    floor_took = max(run(FLOOR), 1e-6)
    passes_of_standard = seconds / floor_took * FLOOR.memory_kib / STANDARD.memory_kib * FLOOR.passes
    if passes_of_standard >= STANDARD.passes:
        # Twice this must stay bearable, as a header holds two blocks while its cost is being raised.
        most = MOST_WORK_KIB // 2 // STANDARD.memory_kib
        wanted = KdfCost(STANDARD.memory_kib, min(int(passes_of_standard), most), STANDARD.lanes)
    else:
        memory = max(FLOOR.memory_kib, int(FLOOR.memory_kib * seconds / floor_took) // 16384 * 16384)
        wanted = KdfCost(memory, FLOOR.passes, FLOOR.lanes)
    while wanted.memory_kib > FLOOR.memory_kib:
        try:
            run(wanted)
            return wanted
        except LowMemory:
            wanted = KdfCost(max(FLOOR.memory_kib, wanted.memory_kib // 2), FLOOR.passes, FLOOR.lanes)
    return FLOOR


def worth_raising(cost: KdfCost, took: float, wanted: KdfCost, seconds: float = 1.2) -> bool:
    """Whether a cost that took so many seconds here may be raised to `wanted` without making people wait."""
    return cost.weaker_than(wanted) and took * wanted.work_kib / cost.work_kib <= seconds


def _timed(cost: KdfCost) -> float:
    start = time.perf_counter()
    stretch(b"how long does this take", bytes(SALT_BYTES), cost)
    return time.perf_counter() - start


def expand(secret: bytes, salt: bytes, use: str) -> bytes:
    """A 32-byte key for one named use (HKDF-SHA256)."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), KEY_BYTES, salt, b"facilitator 1 " + use.encode()).derive(secret)


def mac(key: bytes, data: bytes) -> bytes:
    """HMAC-SHA256."""
    return hmac.digest(key, data, hashlib.sha256)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one generation of a vault; none of them ever shows in a log."""

    data: bytes = field(repr=False)
    database: bytes = field(repr=False)
    header: bytes = field(repr=False)
    seal: bytes = field(repr=False)
    backup: bytes = field(repr=False)

    @classmethod
    def of(cls, data_key: bytes, vault_id: bytes) -> Keys:
        """All keys that follow from a data key."""
        return cls(data_key, *(expand(data_key, vault_id, use) for use in ("database", "header", "seal", "backup")))

    @classmethod
    def fresh(cls, vault_id: bytes) -> Keys:
        """Keys of a new data key."""
        return cls.of(os.urandom(KEY_BYTES), vault_id)

"""The recovery code: 140 bits in seven groups, each with a check symbol, so that a slip names its group."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass, field

from facilitator.errors import WrongRecoveryCode
from facilitator.vault.header import UnlockerKind
from facilitator.vault.holders import Secret

GROUPS = 7
DATA_SYMBOLS = 4
GROUP_SYMBOLS = DATA_SYMBOLS + 1
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_READ_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_FIELD = 0b100101
"""x⁵ + x² + 1: the field of 32 elements in which check symbols are reckoned."""


def new_code() -> str:
    """A fresh code, groups parted by a hyphen."""
    return "-".join(_group(g, tuple(secrets.randbelow(32) for _n in range(DATA_SYMBOLS)))
                    for g in range(1, GROUPS + 1))


def secret_of(code: str) -> Secret:
    """What a code opens a holder with. Raises WrongRecoveryCode naming the group with the slip."""
    groups = read(code)
    bits = 0
    for group in groups:
        for symbol in group[:DATA_SYMBOLS]:
            bits = bits << 5 | SYMBOLS.index(symbol)
    return Secret(UnlockerKind.CODE, bits.to_bytes(18, "big"))


def read(typed: str) -> tuple[str, ...]:
    """The seven groups of a typed code, read kindly: any case, O as 0, I and L as 1. Raises WrongRecoveryCode."""
    groups = split(typed)
    for number, group in enumerate(groups, 1):
        if not sound(number, group):
            raise WrongRecoveryCode(min(number, GROUPS))
    if len(groups) != GROUPS:
        raise WrongRecoveryCode(min(len(groups), GROUPS - 1) + 1)
    return groups


def split(typed: str) -> tuple[str, ...]:
    """What was typed so far as groups; where nothing parts them, after every fifth symbol. At most seven and a rest."""
    cleaned = typed.upper().translate(_READ_ALIKE)
    groups = [g for g in re.split(r"[^0-9A-Z]+", cleaned) if g]
    if any(len(g) > GROUP_SYMBOLS for g in groups):
        whole = "".join(groups)
        groups = [whole[i:i + GROUP_SYMBOLS] for i in range(0, len(whole), GROUP_SYMBOLS)]
    return tuple(groups[:GROUPS]) + (("".join(groups[GROUPS:]),) if len(groups) > GROUPS else ())


def sound(number: int, group: str) -> bool:
    """Whether group `number` (1 to 7) is whole and its check symbol fits."""
    if not 1 <= number <= GROUPS or len(group) != GROUP_SYMBOLS or any(s not in SYMBOLS for s in group):
        return False
    return _group(number, tuple(SYMBOLS.index(s) for s in group[:DATA_SYMBOLS])) == group


@dataclass(frozen=True, slots=True)
class PendingRecovery:
    """A code that is not live yet: it is printed or copied by hand, then typed back in full."""

    code: str = field(repr=False)
    vault_id: bytes

    @property
    def groups(self) -> tuple[str, ...]:
        """The seven groups, to print."""
        return tuple(self.code.split("-"))

    def slip(self, typed: str) -> int:
        """0 when it was typed back right, else the number of the first group that was not."""
        try:
            groups = read(typed)
        except WrongRecoveryCode as error:
            return error.group
        return next((n for n, (a, b) in enumerate(zip(groups, self.groups, strict=True), 1) if a != b), 0)


def _group(number: int, values: tuple[int, ...]) -> str:
    """A group with its check symbol; the group's number counts too, so that swapped groups show."""
    check, weight = number, 1
    for value in values:
        weight = _times(weight, 2)
        check ^= _times(value, weight)
    return "".join(SYMBOLS[v] for v in (*values, check))


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0b100000:
            a ^= _FIELD
        b >>= 1
    return product

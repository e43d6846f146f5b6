"""How long work tells how far it is, and learns that nobody wants it any more."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (done, of all); raises `Cancelled` when the person has cancelled."""


class Cancelled(Exception):
    """Raised out of a progress call: stop, put everything back, say nothing."""


def no_progress(done: int, total: int) -> None:
    """For callers who do not watch."""

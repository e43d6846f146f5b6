"""How the C library keeps memory for the threads of this app."""

from __future__ import annotations

import sys
from contextlib import suppress

_ARENA_MAX = -8
"""`M_ARENA_MAX` of glibc's `malloc.h`."""
_ARENAS = 2


def share_heaps() -> None:
    """Have all threads share two heaps; to be called before the first of them begins.

    Else glibc gives each thread one of its own, and what one has let go the others cannot use: 1 MB after an hour.
    Other C libraries have no such heaps.
    """
    if sys.platform != "linux":
        return
    import ctypes

    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(_ARENA_MAX, _ARENAS)

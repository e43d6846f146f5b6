"""Hands the room to the process that takes over after a lock: through a pipe, so that it is in no file and no list."""

from __future__ import annotations

import os
import sys

MOST = 60_000
"""Bytes a pipe holds on every system we know; a state is a few thousand."""


def sent(state: bytes) -> int | None:
    """A file number the next program can read the state from, None where it cannot be handed on."""
    if not state or len(state) > MOST or sys.platform == "win32":
        return None
    try:
        read, write = os.pipe()
        os.set_blocking(write, False)
        whole = os.write(write, state) == len(state)
        os.close(write)
        if not whole:
            os.close(read)
            return None
        os.set_inheritable(read, True)
    except OSError:
        return None
    return read


def received(number: int) -> bytes:
    """What was sent; nothing where there is nothing."""
    try:
        with os.fdopen(number, "rb") as pipe:
            return pipe.read(MOST + 1)
    except OSError:
        return b""

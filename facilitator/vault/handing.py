"""Work handed to a process of its own, so that this one can be replaced at once and nobody waits for it."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Callable

PATIENCE_S = 30
"""How long the work may take; then its process is ended, as one that was cut off."""
WORTH_BYTES = 16_000_000
"""A file under this is read sooner than a process is made."""


def hand_over(work: Callable[[], object]) -> bool:
    """Have `work` done by another process, which ends with it; False where that cannot be: then do it yourself.

    It goes on whatever becomes of this process. Only for what touches files and keys: of threads and windows it has
    none. On Linux alone, as elsewhere a copied process may not call the system's own libraries.
    """
    if sys.platform != "linux":
        return False
    try:
        with warnings.catch_warnings():
            # Python warns of threads that hold locks. What is done here waits for none of theirs, and is timed.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
    except OSError:
        return False
    if child:
        os.waitpid(child, 0)
        return True
    code = 1
    try:
        if os.fork() == 0:  # a child of nobody, so that the program that takes our place has none to bury
            signal.alarm(PATIENCE_S)
            work()
        code = 0
    finally:
        os._exit(code)

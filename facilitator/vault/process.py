"""What a composition root sets for its whole process before any key is in memory."""

from __future__ import annotations

import contextlib
import os


def harden() -> None:
    """No memory image on a crash (it would hold names and keys), and no file that others may read."""
    os.umask(0o077)
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        # 1 and not 0: with 0 a crash handler that the kernel pipes to would still be given the image.
        resource.setrlimit(resource.RLIMIT_CORE, (1, 1))

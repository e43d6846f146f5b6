"""Opens the window: `python -m ui`, or the command `facilitator`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Start the face. Until the first picture nothing is thrown away, so nothing is looked through for rubbish."""
    gc.disable()
    from ui.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

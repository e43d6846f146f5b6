"""Opens the window: `python -m ui`, or the command `facilitator`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Start the face. Rubbish is collected later, by `Tidy`: until the first picture there is next to none."""
    gc.disable()
    from ui.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

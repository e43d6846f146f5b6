"""Opens the window: `python -m ui`, or the command `facilitator`."""

from __future__ import annotations

import sys

from ui.quick import make_quick


def main() -> int:
    """Start the face."""
    make_quick()
    from ui.app import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

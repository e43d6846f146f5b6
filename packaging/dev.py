#!/usr/bin/env python3
"""Set up, run, test and measure Facilitator: `python3 packaging/dev.py --help`. Needs nothing but Python 3.11."""

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 (who has an older one must be told so in words)
    sys.exit("Facilitator needs Python 3.11 or newer. This is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

# The parts stand in packaging/dev. It takes the place of packaging/ itself, which must never be importable.
sys.path[0] = os.path.join(os.path.dirname(os.path.abspath(__file__)), "dev")  # noqa: PTH100, PTH118, PTH120

import commands  # noqa: E402

if __name__ == "__main__":
    sys.exit(commands.main(sys.argv[1:]))

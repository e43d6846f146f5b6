"""What the command line says on standard output."""

from __future__ import annotations

import sys

from facilitator.errors import OutputLost


def say(*lines: str) -> None:
    """Print lines, and have them out before going on. Raises OutputLost where they cannot be written."""
    try:
        for line in lines:
            print(line)
        print(end="", flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputLost from error


def complain(sentence: str) -> None:
    """Say a sentence on stderr, if there is one."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)

"""What the command line says on standard output."""

from __future__ import annotations

import contextlib
import os
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
        _let_go()
        raise OutputLost from error


def _let_go() -> None:
    """Drop what could not be written, else Python tries once more at its end, fails aloud and changes our exit code."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def complain(sentence: str) -> None:
    """Say a sentence on stderr, if there is one."""
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)

"""What the command line says on standard output, and how far it is on the terminal."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

from facilitator.errors import OutputLost
from facilitator.i18n import _
from facilitator.model.progress import Progress, no_progress

_AWAY = "\r\033[K"
"""Takes away what stands on the terminal's line."""


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


@contextlib.contextmanager
def meter() -> Iterator[Progress]:
    """A figure on the terminal that long work moves, gone at the end; nothing where stderr is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield no_progress
        return

    def show(done: int, total: int) -> None:
        so_far = _("{done} of {total}").format(done=done, total=total)
        # Gone with the last of it, as what is said next stands on the same line of a terminal.
        print(_AWAY if done >= total else f"\r{so_far} ", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print(_AWAY, end="", file=sys.stderr, flush=True)

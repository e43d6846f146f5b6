"""Runs one command of the command line and turns refusals into one plain sentence."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

REFUSED = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0 when done, 1 when refused in one plain sentence on stderr; wrong use exits with 2."""
    _streams()
    try:
        with _stopped_in_words():
            # Loaded in here, so that stopping it is told in words from the first moment.
            return _run(argv)
    except KeyboardInterrupt:
        return _stopped()


def _run(argv: Sequence[str] | None) -> int:
    from facilitator import paths
    from facilitator.cli.arguments import parser
    from facilitator.cli.saying import complain
    from facilitator.errors import UserError
    from facilitator.i18n import _, set_language
    from facilitator.log import trouble
    from facilitator.messages import explain
    from facilitator.settings import DeviceSettings
    from facilitator.vault.process import harden

    set_language(DeviceSettings(paths.state_dir() / "settings.json").text("language"))
    try:
        options = parser().parse_args(argv)
        harden()
        options.run(options)
        return 0
    except UserError as error:
        complain(str(explain(error)))
    except BrokenPipeError:
        # Whoever read our list has seen enough.
        _silence()
        return 0
    except Exception as error:
        # Our bug: an id and places in our code, never a value.
        complain(_("Something went wrong inside the app. Nothing was half saved. Please report this: {line}")
                 .format(line=trouble(error).line))
    return REFUSED


def _stopped() -> int:
    from facilitator.cli.saying import complain
    from facilitator.i18n import _

    complain(_("Stopped. Nothing was half done."))
    return REFUSED


def _silence() -> None:
    """Let Python not complain at its end about a pipe that nobody reads."""
    if sys.stderr is not None:
        sys.stderr.close()


def _streams() -> None:
    """Make sure that the three standard handles are taken, and that any name can be written to them."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            # Else the next file we open gets the number, and whatever is printed goes into it.
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


@contextmanager
def _stopped_in_words() -> Iterator[None]:
    """Being ended or left alone by the terminal is the same as Ctrl+C: close, seal, say so."""
    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {}
    try:
        for name in names:
            before[name] = signal.signal(getattr(signal, name), stop)
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)

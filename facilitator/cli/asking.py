"""Passphrases on the command line: typed at a prompt or read from a file, never an argument that others see."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from facilitator.errors import BadValue, PlaceMissing
from facilitator.i18n import _

LONGEST = 4096


def passphrase(source: str | None, prompt: str) -> str:
    """A passphrase from a prompt (None), standard input (-) or a file's first line. Raises PlaceMissing, BadValue."""
    if source is None:
        if not sys.stdin.isatty():
            # A prompt nobody sees would wait for ever.
            raise BadValue(_("no passphrase: give --passphrase-file"), "missing")
        return getpass.getpass(prompt)
    if source == "-":
        return _first_line(sys.stdin.readline(LONGEST))
    try:
        with Path(source).open(encoding="utf-8") as file:
            return _first_line(file.readline(LONGEST))
    except (OSError, UnicodeDecodeError):
        raise PlaceMissing(source) from None


def words(source: str | None) -> str:
    """The passphrase of a vault."""
    return passphrase(source, _("Passphrase: "))


def _first_line(line: str) -> str:
    return line.rstrip("\r\n")

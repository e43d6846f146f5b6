"""Passphrases on the command line: typed at a prompt or read from a file, never an argument that others see."""

from __future__ import annotations

import codecs
import getpass
import re
import sys
from pathlib import Path

from facilitator.errors import PassphraseMissing, PassphraseUnreadable, PlaceMissing
from facilitator.i18n import _
from facilitator.vault import files

LONGEST = 4096
"""How much of a file is looked at, in bytes: a passphrase stands on its first line."""
_STANDARD_INPUT = "-"
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""What Windows' editors and shells put before a text."""


def passphrase(source: str | None, prompt: str) -> str:
    """A passphrase from a prompt (None), standard input (-) or a file's first line.

    Raises PassphraseMissing, PlaceMissing, PassphraseUnreadable, or what a closed folder means.
    """
    if source is None:
        return _asked(prompt)
    if source == _STANDARD_INPUT:
        return _first_line(_piped(), _("standard input"))
    place = Path(source)
    if files.kind(place) is None:
        raise PlaceMissing(source)
    try:
        return _first_line(files.read_given(place, LONGEST), source)
    except OSError as error:
        raise PassphraseUnreadable(source) from error


def words(source: str | None) -> str:
    """The passphrase of a vault. Raises PassphraseMissing for an empty line too: those are no words mistyped."""
    given = passphrase(source, _("Passphrase: "))
    if not given.strip():
        raise PassphraseMissing
    return given


def _asked(prompt: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        # A prompt nobody sees would wait for ever.
        raise PassphraseMissing
    try:
        return getpass.getpass(prompt)
    except EOFError:
        raise PassphraseMissing from None
    except UnicodeDecodeError:
        raise PassphraseUnreadable(_("what was typed")) from None


def _piped() -> bytes:
    if sys.stdin is None:
        raise PassphraseMissing
    line = sys.stdin.buffer.readline(LONGEST)
    return line + sys.stdin.buffer.read(1) if line.startswith(codecs.BOM_UTF16_LE) else line


def _first_line(data: bytes, source: str) -> str:
    mark, encoding = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", "utf-8"))
    line = re.split(r"[\r\n]", data[len(mark):].decode(encoding, "replace"), maxsplit=1)[0]
    if "\N{REPLACEMENT CHARACTER}" in line:
        raise PassphraseUnreadable(source)
    return line

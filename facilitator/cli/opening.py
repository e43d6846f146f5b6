"""Opens a vault for one command, and closes and seals it whatever happens."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator import vault
from facilitator.cli.asking import words
from facilitator.library import Library
from facilitator.model.clock import Clock, SystemClock
from facilitator.workspace import Workspace


def clock() -> Clock:
    """The clock of the command line."""
    return SystemClock()


@contextmanager
def opened(options: argparse.Namespace, place: Path | None = None) -> Iterator[Workspace]:
    """The workspace of the vault that the options name, with the country's library."""
    now = clock()
    unlocked = vault.unlock(place or options.path, words(options.passphrase_file), now)
    try:
        workspace = Workspace(unlocked, now, Library())
        workspace.library = Library(country=workspace.organisations.get().country)
        yield workspace
    finally:
        unlocked.close()

"""Opens a vault for one command, and closes and seals it whatever happens."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from facilitator import vault
from facilitator.cli.asking import words
from facilitator.errors import PlaceTaken
from facilitator.i18n import interface
from facilitator.library import Library
from facilitator.model.clock import Clock, SystemClock
from facilitator.vault import archive, files
from facilitator.workspace import Workspace


def clock() -> Clock:
    """The clock of the command line."""
    return SystemClock()


def a_vault(folder: Path) -> Path:
    """The folder, if it is a vault's: looked at before any words are asked. Raises what stands against opening it."""
    refusal = vault.facts(folder).refusal
    if refusal is not None:
        raise refusal
    return folder


def a_backup(file: Path) -> Path:
    """The file, if it is a backup by its looks. Raises what `restore` would."""
    with archive.opened(file):
        return file


def a_free_place(folder: Path) -> Path:
    """The folder, if nothing has its name yet. Raises PlaceTaken."""
    if files.taken(folder):
        raise PlaceTaken(folder.name)
    return folder


@contextmanager
def opened(options: argparse.Namespace, place: Path | None = None) -> Iterator[Workspace]:
    """The workspace of the vault that the options name."""
    now = clock()
    unlocked = vault.unlock(a_vault(place or options.path), words(options.passphrase_file), now)
    try:
        yield Workspace(unlocked, now, Library(language=interface().language))
    finally:
        unlocked.close()

"""Asking for a file or a folder: what screens may ask, so that tests can answer in a person's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtWidgets import QWidget

Chosen = Callable[[Path], None]
"""Called with what the person chose; not at all when they changed their mind."""


class FileKind(NamedTuple):
    """Files of one kind: their name in words, and endings without a dot, the usual one first."""

    name: str
    endings: tuple[str, ...]


class Dialogs(Protocol):
    """Asks for places on the disk. Nothing waits for an answer, so a lock is never held up by an open dialog."""

    def open_file(self, parent: QWidget, title: str, kinds: Sequence[FileKind], then: Chosen,
                  start: Path | None = None) -> None:  # fmt: skip
        """Ask for a file that is there, beginning in a folder."""
        ...

    def save_file(self, parent: QWidget, title: str, name: str, kinds: Sequence[FileKind], then: Chosen) -> None:
        """Ask where to write; `name` is what is proposed, without a folder."""
        ...

    def choose_folder(self, parent: QWidget, title: str, then: Chosen, start: Path | None = None) -> None:
        """Ask for a folder."""
        ...

"""A desk with a printer and file dialogs, for what prints and saves: both made up, all else real."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.errors import NoPrinter
from tests.ui.evenings import Hall
from tests.ui.front import FakeDialogs
from ui.printing import PrintJob, Tray
from ui.widgets import Label

Open = Callable[..., Hall]


@dataclass
class HallPrinter:
    """Takes every job, unless it is switched off."""

    jobs: list[PrintJob] = field(default_factory=list)
    off: bool = False

    def names(self) -> tuple[str, ...]:
        """Two printers, the usual one first."""
        return ("Hall", "Office")

    def trays(self, printer: str) -> tuple[Tray, ...]:
        """The one in the office has two."""
        return (Tray("Upper", "Upper"), Tray("ManualFeed", "Manual feed")) if printer == "Office" else ()

    def send(self, job: PrintJob) -> None:
        """Take it, or refuse."""
        if self.off:
            raise NoPrinter("off")
        self.jobs.append(job)


@dataclass
class Room:
    """A hall with a printer and dialogs at hand."""

    hall: Hall
    printer: HallPrinter
    dialogs: FakeDialogs
    copied: list[str]
    locked: list[bool]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is, and let its work be done."""
        self.hall.qtbot.keyClick(self.focus, key, modifier)
        self.hall.rest()

    def type(self, words: str) -> None:
        """Type where the focus is, letter by letter: the focus may move on by itself."""
        for letter in words:
            self.hall.qtbot.keyClicks(self.focus, letter)

    def tab_to(self, widget: QWidget) -> None:
        """Go to a control with Tab alone."""
        for _step in range(80):
            if self.focus is widget:
                return
            self.hall.qtbot.keyClick(self.focus, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {widget.accessibleName()}")

    @property
    def focus(self) -> QWidget:
        """What has the keyboard."""
        if QApplication.focusWidget() is None:
            self.hall.in_front()
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


def a_room(hall: Hall) -> Room:
    """Put a printer and dialogs on the hall's desk."""
    room = Room(hall, HallPrinter(), FakeDialogs(), [], [])
    hall.desk = replace(
        hall.desk, printer=room.printer, dialogs=room.dialogs, copy=room.copied.append,
        lock=lambda: room.locked.append(True),
    )  # fmt: skip
    return room


def seen(widget: QWidget) -> str:
    """Every word of labels that can be seen."""
    return " / ".join(
        label.words for label in widget.findChildren(Label) if label.isVisibleTo(widget) and label.words
    )


@contextmanager
def nothing_written(monkeypatch: pytest.MonkeyPatch, place: Path) -> Iterator[None]:
    """Fails when anything is written to the folder for temporary files, to the one we stand in, or at home."""
    folders = {name: place / name for name in ("temporary", "here", "home")}
    for folder in folders.values():
        folder.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP"):
        monkeypatch.setenv(name, str(folders["temporary"]))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setenv("HOME", str(folders["home"]))
    monkeypatch.chdir(folders["here"])
    before = {folder: folder.stat().st_mtime_ns for folder in folders.values()}
    yield
    # A file made and taken away again leaves its mark on the folder's time.
    assert {folder: folder.stat().st_mtime_ns for folder in folders.values()} == before
    assert [list(folder.iterdir()) for folder in folders.values()] == [[], [], []]

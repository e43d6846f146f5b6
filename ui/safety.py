"""Nothing left lying about on the clipboard: marked secret, cleared after half a minute, at lock and at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QClipboard

CLEAR_MS = 30_000
_OURS = "application/x-facilitator"  # told apart where a system does not say whose the clipboard is
_MARKS: tuple[tuple[str, bytes], ...] = (
    ("x-kde-passwordManagerHint", b"secret"),
    ("org.nspasteboard.ConcealedType", b""),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"\0\0\0\0"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\0\0\0\0"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\0\0\0\0"),
)


class Clipboard(QObject):
    """Watches what this window puts on the clipboard, also by Ctrl+C and by selecting with the mouse."""

    def __init__(self, board: QClipboard | None = None, clear_ms: int = CLEAR_MS) -> None:
        super().__init__()
        self._board = board or QGuiApplication.clipboard()
        self._mine = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(clear_ms)
        self._timer.timeout.connect(self.clear)
        self._board.dataChanged.connect(self._changed)
        self._board.selectionChanged.connect(self._selected)

    def copy(self, words: str) -> None:
        """Put words on the clipboard, marked secret; they are gone after 30 seconds."""
        self._board.setMimeData(secret(words))
        self._mine = True

    def clear(self) -> None:
        """Take back what we put there; what came from another program is left alone."""
        self._timer.stop()
        take_back(self._board, self._mine)
        self._mine = False

    def _changed(self) -> None:
        if not self._board.ownsClipboard():
            self._mine = False
            return
        data = self._board.mimeData()
        if data is None or not data.hasText():
            return
        if data.hasFormat(_OURS):
            self._timer.start()
        else:
            self.copy(data.text())

    def _selected(self) -> None:
        if self._board.ownsSelection():
            self._timer.start()


def secret(words: str) -> QMimeData:
    """Words for the clipboard, marked secret and as ours."""
    from PySide6.QtCore import QByteArray, QMimeData

    data = QMimeData()
    data.setText(words)
    data.setData(_OURS, QByteArray(b"1"))
    for kind, value in _MARKS:
        data.setData(kind, QByteArray(value))
    return data


def take_back(board: QClipboard, perhaps: bool = True) -> None:
    """Empty the clipboard of what this app put there; what came from another program is left alone.

    Only where it may `perhaps` be ours is it read: one of a program that hangs would hold a lock up for 5 seconds.
    """
    from PySide6.QtGui import QClipboard

    if board.ownsClipboard() or (perhaps and (data := board.mimeData()) is not None and data.hasFormat(_OURS)):
        board.clear(QClipboard.Mode.Clipboard)
    if board.supportsSelection() and board.ownsSelection():
        board.clear(QClipboard.Mode.Selection)

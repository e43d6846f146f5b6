"""Nothing left lying about on the clipboard: marked secret, cleared after half a minute, at lock and at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(clear_ms)
        self._timer.timeout.connect(self.clear)
        self._board.dataChanged.connect(self._changed)
        self._board.selectionChanged.connect(self._selected)

    def copy(self, words: str) -> None:
        """Put words on the clipboard, marked secret; they are gone after 30 seconds."""
        from PySide6.QtCore import QByteArray, QMimeData

        data = QMimeData()
        data.setText(words)
        data.setData(_OURS, QByteArray(b"1"))
        for kind, value in _MARKS:
            data.setData(kind, QByteArray(value))
        self._board.setMimeData(data)

    def clear(self) -> None:
        """Take back what we put there; what came from another program is left alone."""
        from PySide6.QtGui import QClipboard

        self._timer.stop()
        data = self._board.mimeData()
        if self._board.ownsClipboard() or (data is not None and data.hasFormat(_OURS)):
            self._board.clear(QClipboard.Mode.Clipboard)
        if self._board.supportsSelection() and self._board.ownsSelection():
            self._board.clear(QClipboard.Mode.Selection)

    def _changed(self) -> None:
        if not self._board.ownsClipboard():
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

"""The last net: an error nobody expected becomes a short notice with an id, and never shows what stood in it."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

_log = logging.getLogger("facilitator")


class CrashNet(QObject):
    """Catches what nobody caught, on any thread, and says so on the main one with `fell`.

    Only the error's type and the places in our own code are kept: a message may hold a name.
    """

    fell = Signal(object)
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        self._said = logging.StreamHandler()
        self._caught.connect(self.fell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take errors from now on, and what libraries log: a desktop keeps on the disk whatever a program says."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        sys.unraisablehook = self._dropped
        self._said.setFormatter(_Wordless())
        logging.getLogger().addHandler(self._said)

    def remove(self) -> None:
        """Hand errors back to whoever had them before."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        logging.getLogger().removeHandler(self._said)

    def catch(self, error: BaseException) -> None:
        """Tell of an error: logged at once, shown when the main thread comes round."""
        if isinstance(error, KeyboardInterrupt | SystemExit):
            return
        from facilitator.log import trouble

        told = trouble(error)
        _log.error("%s", told.line)
        self._caught.emit(told)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._before[0](kind, error, trace)
        else:
            self.catch(error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_value)

    def _dropped(self, args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            self.catch(args.exc_value)


class _Wordless(logging.Formatter):
    """A log line without a word of what was meant by it, but for our own, which have none of anybody's."""

    def format(self, record: logging.LogRecord) -> str:
        """Our line as it is; of any other, who logged it and what kind of error it was about."""
        if record.name == _log.name:
            return record.getMessage()
        from facilitator.log import trouble

        error = record.exc_info[1] if record.exc_info else None
        return f"{record.name}: {trouble(error).line if error is not None else record.levelname}"

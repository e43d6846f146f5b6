"""The last net: an error nobody expected becomes a short notice with an id, and never shows what stood in it."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from facilitator.i18n import _
from facilitator.log import Trouble, trouble
from ui.theme import Theme
from ui.widgets.button import Button, IconButton
from ui.widgets.layout import TOP, Aside, across, box, down
from ui.widgets.marks import Glyph
from ui.widgets.paper import Panel
from ui.widgets.text import Label, Paragraph

_log = logging.getLogger("facilitator")


class CrashNet(QObject):
    """Catches what nobody caught, on any thread, and says so on the main one with `fell`.

    Only the error's type and the places in our own code are kept: a message may hold a name.
    """

    fell = Signal(object)
    _caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self.fell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take errors from now on."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def remove(self) -> None:
        """Hand errors back to whoever had them before."""
        sys.excepthook, threading.excepthook = self._before

    def catch(self, error: BaseException) -> None:
        """Tell of an error: logged at once, shown when the main thread comes round."""
        if isinstance(error, KeyboardInterrupt | SystemExit):
            return
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


class CrashNotice(Panel):
    """What the person sees of an error: that it is ours, that saved work is safe, the id, and what may be copied."""

    def __init__(self, theme: Theme, copy: Callable[[str], None]) -> None:
        super().__init__(theme, None, "danger_tint", "danger")
        self._copy, self._line = copy, ""
        self._fact = Label(theme, "", "strong", wrap=True)
        self._details = Label(theme, "", "small", "soft", wrap=True)
        words = box(
            down(
                theme,
                self._fact,
                Paragraph(
                    theme,
                    _("What was saved before is safe. You can go on. If it happens again, lock and unlock."),
                    "small",
                    "soft",
                ),
                self._details,
                gap=4,
            )
        )
        take = Button(theme, _("Copy for whoever helps you"), "plain", "copy")
        take.clicked.connect(self._take)
        shut = IconButton(theme, "close", _("Close this message"), token="ink_soft")
        shut.clicked.connect(self.hide)
        body = box(Aside(theme, words, take, least=280))
        self.setLayout(
            across(
                theme,
                (Glyph(theme, "info", "danger"), 0, TOP),
                (body, 1),
                (shut, 0, TOP),
                gap=12,
                margins=(18, 12, 8, 12),
            )
        )
        self.hide()

    def tell(self, told: Trouble) -> None:
        """Show an error; several of one kind show once."""
        self._line = told.line
        self._fact.setText(_("Something went wrong in the app. Its number is {id}.").format(id=told.id))
        self._details.setText(told.line)
        self.show()

    def _take(self) -> None:
        self._copy(self._line)


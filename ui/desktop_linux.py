"""Linux: logind tells of sleep, lock, lid and user switch on the system bus, screen savers on the session bus."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from ui.desktop import Heard, Why

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver", "org.cinnamon.ScreenSaver",
           "org.xfce.ScreenSaver")
_LOGIND, _MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1"
_SESSION = f"{_LOGIND}.Session"
_OURS = f"{_MANAGER}/session/auto"
"""What logind calls the session of whoever asks."""
_POWER, _POWER_PATH = "org.freedesktop.UPower", "/org/freedesktop/UPower"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_HOLDS = "sleep:shutdown"
SYSTEM_BUS = Path("/run/dbus/system_bus_socket")


class LinuxDesktop(QObject):
    """Listens on both buses, where they are. Sleep and shutdown are held up until `let_go`, for 5 seconds at most.

    Nothing here waits for an answer: a bus or a service that hangs costs nothing but what it would have told.
    """

    def __init__(self, heard: Heard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heard = heard
        self._system: QDBusConnection | None = None
        self._session_path = ""
        self._hold: object = None
        """logind's open file: as long as it is open, sleep waits. A fresh process does not inherit it."""
        self._asking: set[object] = set()
        self._done = False

    def listen(self) -> bool:
        """Begin; says whether there is a bus to listen on."""
        session = _there("DBUS_SESSION_BUS_ADDRESS", _runtime() / "bus")
        system = _there("DBUS_SYSTEM_BUS_ADDRESS", SYSTEM_BUS)
        if not (session or system):
            return False
        from PySide6.QtDBus import QDBusConnection

        return any([session and self._listen_to_savers(QDBusConnection.sessionBus()),
                    system and self._listen_to_logind(QDBusConnection.systemBus())])

    def let_go(self) -> None:
        """Sealed: the laptop may sleep."""
        self._done = True
        self._hold = None

    # ------------------------------------------------------------ the session bus
    def _listen_to_savers(self, bus: QDBusConnection) -> bool:
        if not bus.isConnected():
            return False
        heard = [_connect(bus, "", saver, "ActiveChanged", self, "1covered(bool)") for saver in _SAVERS]
        return any(heard)

    @Slot(bool)
    def covered(self, active: bool) -> None:
        """A screen saver covers the screen, or has gone."""
        if active:
            self._heard(Why.SCREEN)

    # ------------------------------------------------------------ the system bus
    def _listen_to_logind(self, bus: QDBusConnection) -> bool:
        if not bus.isConnected():
            return False
        self._system = bus
        _connect(bus, _MANAGER, f"{_LOGIND}.Manager", "PrepareForSleep", self, "1sleeps(bool)")
        _connect(bus, _MANAGER, f"{_LOGIND}.Manager", "PrepareForShutdown", self, "1ends(bool)")
        _connect(bus, _POWER_PATH, _PROPERTIES, "PropertiesChanged", self, "1power_changed(QString)")
        self._call(_LOGIND, _MANAGER, f"{_LOGIND}.Manager", "Inhibit",
                   [_HOLDS, "Facilitator", "It locks first.", "delay"], self._holding)
        mine = os.environ.get("XDG_SESSION_ID", "")
        if mine:
            self._call(_LOGIND, _MANAGER, f"{_LOGIND}.Manager", "GetSession", [mine], self._in_session,
                       self._listen_to_session)
        else:
            self._listen_to_session()
        return True

    def _holding(self, hold: object) -> None:
        self._hold = None if self._done else hold

    def _in_session(self, path: Any) -> None:
        self._listen_to_session(path.path())

    def _listen_to_session(self, path: str = "") -> None:
        """Our own session, or every one where we do not know ours: a lock too many does no harm."""
        if self._system is not None:
            self._session_path = path or _OURS
            _connect(self._system, path, _SESSION, "Lock", self, "1locked()")
            _connect(self._system, path, _PROPERTIES, "PropertiesChanged", self, "1session_changed(QString)")

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:
        """The laptop is about to sleep, or is awake again."""
        if begins:
            self._heard(Why.SLEEP)

    @Slot(bool)
    def ends(self, begins: bool) -> None:
        """The computer is about to shut down."""
        if begins:
            self._heard(Why.END)

    @Slot()
    def locked(self) -> None:
        """Somebody asked logind to lock the session."""
        self._heard(Why.SCREEN)

    # What changed is asked for: a message of any other shape than the declared one would end the process in Qt.
    @Slot(str)
    def session_changed(self, of: str) -> None:
        """Something of our session is another: is it still the one in front?"""
        if of == _SESSION:
            self._ask(_LOGIND, self._session_path, _SESSION, "Active", lambda on: on is False, Why.SWITCH)
            self._ask(_LOGIND, self._session_path, _SESSION, "LockedHint", lambda on: on is True, Why.SCREEN)

    @Slot(str)
    def power_changed(self, of: str) -> None:
        """Something of the power supply is another: is the lid shut?"""
        if of == _POWER:
            self._ask(_POWER, _POWER_PATH, _POWER, "LidIsClosed", lambda on: on is True, Why.LID)

    def _ask(self, service: str, path: str, of: str, name: str, so: Callable[[Any], bool], why: Why) -> None:
        def answered(found: Any) -> None:
            if so(found.variant() if hasattr(found, "variant") else found):
                self._heard(why)

        self._call(service, path, _PROPERTIES, "Get", [of, name], answered)

    def _call(self, service: str, path: str, interface: str, name: str, arguments: list[Any],
              then: Callable[[Any], None], refused: Callable[[], None] = lambda: None) -> None:
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

        if self._system is None:
            return
        message: QDBusMessage = QDBusMessage.createMethodCall(service, path, interface, name)
        message.setArguments(arguments)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(message), self)
        self._asking.add(watcher)

        def finished(_watcher: object = None) -> None:
            self._asking.discard(watcher)
            watcher.deleteLater()
            reply = watcher.reply()
            said = reply.arguments() if reply.type() == QDBusMessage.MessageType.ReplyMessage else []
            if said:
                then(said[0])
            else:
                refused()

        watcher.finished.connect(finished)


def _connect(bus: QDBusConnection, path: str, interface: str, signal: str, to: QObject, slot: str) -> bool:
    # The binding's own stubs ask for bytes here and it takes only text.
    return bool(bus.connect("", path, interface, signal, to, slot))  # type: ignore[call-overload]


def _runtime() -> Path:
    return Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere")


def _there(variable: str, socket: Path) -> bool:
    """Whether a bus is there: asked first, as connecting without one would start one."""
    return bool(os.environ.get(variable)) or socket.exists()

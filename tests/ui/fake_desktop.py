"""Run as a program: plays logind, UPower and a screen saver on a private bus; told what to do by lines on stdin.

Says "ready", then "held" when sleep is held up, and "let go" with whether the vault in its argument was sealed by then.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Signal
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVariant,
    QDBusVirtualObject,
)

MANAGER, SESSION = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_37"
SAVER, POWER = "/org/gnome/ScreenSaver", "/org/freedesktop/UPower"
HEADER = Path(sys.argv[1]) / "header.json" if sys.argv[1:] else None
PROPERTIES: dict[str, object] = {"Active": True, "LockedHint": False, "LidIsClosed": False}


def say(*words: object) -> None:
    """One line."""
    print(*words, flush=True)


class Services(QDBusVirtualObject):
    """Answers what an app asks."""

    def introspect(self, path: str) -> str:
        """Nobody asks."""
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        """Answer one call."""
        reply = message.createReply()
        match message.member():
            case "Inhibit":
                what, _who, _why, mode = message.arguments()
                reply.setArguments([self._hold(f"{what} {mode}")])
            case "GetSession":
                assert message.arguments() == ["7"]
                reply.setArguments([QDBusObjectPath(SESSION)])
            case "Get":
                reply.setArguments([QDBusVariant(PROPERTIES[message.arguments()[1]])])
            case _:
                return False
        return connection.send(reply)

    def _hold(self, what: str) -> QDBusUnixFileDescriptor:
        read, write = os.pipe()
        self._watch = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._let_go)
        held = QDBusUnixFileDescriptor(write)
        os.close(write)
        say("held", what)
        return held

    def _let_go(self, *_nothing: object) -> None:
        self._watch.setEnabled(False)
        sealed = HEADER is not None and json.loads(HEADER.read_bytes().split(b"\n")[0])["seal"] is not None
        say("let go", "sealed" if sealed else "open")


class Hand(QObject):
    """Does what a line says."""

    told = Signal(str)

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self.told.connect(self.do)

    def do(self, line: str) -> None:
        """Send a signal, or change a property and say that something changed."""
        name, _space, value = line.partition(" ")
        if name in PROPERTIES:
            PROPERTIES[name] = value == "true"
            lid = name == "LidIsClosed"
            self._signal(POWER if lid else SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                         "org.freedesktop.UPower" if lid else "org.freedesktop.login1.Session", {name: True})
        elif name == "ActiveChanged":
            self._signal(SAVER, "org.gnome.ScreenSaver", name, value == "true")
        elif name == "Lock":
            self._signal(value or SESSION, "org.freedesktop.login1.Session", name)
        else:
            self._signal(MANAGER, "org.freedesktop.login1.Manager", name, value == "true")

    def _signal(self, path: str, interface: str, name: str, *arguments: Any) -> None:
        message = QDBusMessage.createSignal(path, interface, name)
        message.setArguments(list(arguments))
        self._bus.send(message)


app = QCoreApplication([])
bus = QDBusConnection.systemBus()
assert bus.registerService("org.freedesktop.login1") and bus.registerService("org.freedesktop.UPower")
services = Services()
for place in (MANAGER, POWER):
    assert bus.registerVirtualObject(place, services, QDBusConnection.VirtualObjectRegisterOption.SubPath)
hand = Hand(bus)


def listen() -> None:
    """Pass on every line, and end with the last."""
    for line in sys.stdin:
        hand.told.emit(line.strip())
    os._exit(0)


threading.Thread(target=listen, daemon=True).start()
say("ready")
app.exec()

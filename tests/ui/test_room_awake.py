"""While the room is in sight the screens stay awake: asked on a real private bus, of a screen saver that is played."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.ui.test_desktop import bus, needs_bus
from ui.room.awake import Awake

__all__ = ["bus"]  # the private bus is a fixture of the desktop's own tests

SAVER = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServiceWatcher, QDBusVirtualObject

app = QCoreApplication([])
line = QDBusConnection.sessionBus()

class Saver(QDBusVirtualObject):
    def introspect(self, path):
        return ""
    def handleMessage(self, message, connection):
        gone = QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration
        self.watch = QDBusServiceWatcher(message.service(), line, gone)
        self.watch.serviceUnregistered.connect(lambda _name: print("let go", flush=True))
        line.interface().isServiceRegistered(message.service())  # answered once the bus knows of the watch
        print("kept awake", *message.arguments(), flush=True)
        return connection.send(message.createReply())

saver = Saver()
assert line.registerService("org.freedesktop.ScreenSaver")
assert line.registerVirtualObject("/org/freedesktop/ScreenSaver", saver)
print("ready", flush=True)
app.exec()
"""
SITTER = """
import sys
from PySide6.QtCore import QCoreApplication
from ui.room.awake import Awake

app = QCoreApplication([])
awake = Awake()
for line in sys.stdin:
    {"hold": awake.hold, "let go": awake.let_go, "die": lambda: sys.exit(1)}[line.strip()]()
    app.processEvents()
"""


@needs_bus
@pytest.mark.parametrize("end", ["let go", "die"])
def test_the_screens_stay_awake_while_the_room_is_seen_and_no_longer(bus: dict[str, str], end: str) -> None:
    """Held once, however often it is asked; let go by hand, and by a process that ends."""
    def start(program: str) -> subprocess.Popen[str]:
        return subprocess.Popen([sys.executable, "-c", program], env=bus, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                text=True)  # fmt: skip

    def hears(process: subprocess.Popen[str]) -> str:
        assert process.stdout is not None
        return process.stdout.readline().strip()

    def tell(process: subprocess.Popen[str], *lines: str) -> None:
        assert process.stdin is not None
        process.stdin.write("".join(f"{line}\n" for line in lines))
        process.stdin.flush()

    with start(SAVER) as saver, start(SITTER) as sitter:
        try:
            assert hears(saver) == "ready"
            tell(sitter, "hold", "hold")
            assert hears(saver) == "kept awake Facilitator A picture is being shown."
            tell(sitter, end)
            assert hears(saver) == "let go"
        finally:
            saver.kill()
            sitter.kill()


def test_without_a_desktop_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    awake = Awake()
    steps: tuple[Callable[[], None], ...] = (awake.let_go, awake.hold, awake.hold, awake.let_go)
    held = []
    for step in steps:
        step()
        held.append(awake.held)
    assert held == [False, True, True, False]

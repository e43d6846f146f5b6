"""What the desktop tells locks the vault at once: heard on a real private bus, from services that are played."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject

from facilitator import vault
from tests.make import FakeClock
from tests.ui.front import WORDS, Front, a_vault
from ui.desktop import Why, desktop
from ui.desktop_linux import LinuxDesktop
from ui.desktop_mac import MacDesktop
from ui.desktop_mac import meaning as meaning_on_mac
from ui.desktop_windows import (
    WM_POWERBROADCAST,
    WM_QUERYENDSESSION,
    WM_WTSSESSION_CHANGE,
    WindowsDesktop,
)
from ui.desktop_windows import meaning as meaning_on_windows

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LISTENER = """
import sys, threading
from PySide6.QtCore import QCoreApplication, QObject
from ui.desktop_linux import LinuxDesktop

app = QCoreApplication([])
desktop = LinuxDesktop(lambda why: print(why.value, flush=True))
print(desktop.listen(), flush=True)
threading.Thread(target=lambda: (sys.stdin.readline(), desktop.let_go()), daemon=True).start()
app.exec()
"""
needs_bus = pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no private bus can be started here")


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment with a private bus that is both the system's and the session's."""
    with subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={tmp_path / 'bus'}"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as daemon:  # fmt: skip
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        try:
            yield {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address,
                   "XDG_SESSION_ID": "7", "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
                   "HOME": str(tmp_path)}  # fmt: skip
        finally:
            daemon.kill()


class Told:
    """A process that says lines, and is told some."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def hear(self) -> str:
        """The next line."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, "it ended"
        return line.strip()

    def wait_for(self, wanted: str) -> None:
        """A line, whatever comes before it."""
        while self.hear() != wanted:
            pass

    def tell(self, line: str) -> None:
        """Say one."""
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()


@contextmanager
def running(environment: Mapping[str, str], *arguments: object) -> Iterator[Told]:
    """A program of Python, ended with the block."""
    with subprocess.Popen(
        [sys.executable, *map(str, arguments)], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True,
    ) as process:  # fmt: skip
        try:
            yield Told(process)
        finally:
            process.kill()


@needs_bus
def test_all_that_a_desktop_tells_is_heard(bus: dict[str, str]) -> None:
    """Sleep, lock, lid, user switch, shutdown and screen savers; what opens again or is another's says nothing."""
    with running(bus, HERE / "fake_desktop.py") as services:
        services.wait_for("ready")
        with running(bus, "-c", LISTENER) as app:
            assert app.hear() == "True"
            assert services.hear() == "held sleep:shutdown delay"
            for line in ("PrepareForSleep false", "ActiveChanged false", "Lock /org/freedesktop/login1/session/_38"):
                services.tell(line)
            for line, why in (
                ("PrepareForSleep true", "sleep"), ("PrepareForShutdown true", "end"), ("ActiveChanged true", "screen"),
                ("Lock", "screen"), ("LidIsClosed true", "lid"), ("Active false", "switch"),
            ):  # fmt: skip
                services.tell(line)
                assert app.hear() == why
            services.tell("LidIsClosed false")
            services.tell("Active true")
            services.tell("LockedHint true")
            assert app.hear() == "screen"
            app.tell("sealed")
            assert services.hear() == "let go open"


@needs_bus
def test_without_services_on_the_bus_the_rest_is_heard(bus: dict[str, str]) -> None:
    """A laptop without logind still tells by its screen saver."""
    with running(bus, "-c", LISTENER) as app:
        assert app.hear() == "True"
        subprocess.run(["dbus-send", "--session", "--type=signal", "/org/xfce/ScreenSaver",
                        "org.xfce.ScreenSaver.ActiveChanged", "boolean:true"], env=bus, check=True)  # fmt: skip
        assert app.hear() == "screen"


@needs_bus
def test_sleep_waits_until_the_vault_is_sealed(bus: dict[str, str], tmp_path: Path) -> None:
    """The real app in a process of its own: told of sleep it locks, and lets go once a fresh process has taken over."""
    folder = a_vault(tmp_path / "Blue folder.vault", FakeClock())
    environment = {**bus, "PYTHONPATH": os.pathsep.join((str(HERE / "lock_hook"), str(ROOT)))}
    with running(bus, HERE / "fake_desktop.py", folder) as services:
        services.wait_for("ready")
        with running(environment, HERE / "lock_child.py", folder, WORDS, "Quillon Abernathy") as app:
            assert services.hear() == "held sleep:shutdown delay"
            app.wait_for("open")
            assert not vault.facts(folder).clean
            services.tell("PrepareForSleep true")
            app.wait_for("gate")
            assert services.hear() == "let go sealed"
            assert vault.facts(folder).clean


def test_what_is_heard_locks_the_vault(opened: Front) -> None:
    """At once, with no countdown; a screen that opens again changes nothing."""
    assert opened.house.opened is not None
    heard = opened.house.opened.desktop
    assert isinstance(heard, LinuxDesktop)
    heard.covered(False)
    heard.sleeps(False)
    assert opened.house.gate is None
    heard.covered(True)
    heard.sleeps(True)
    opened.locked()


def test_without_a_bus_nothing_is_started(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """No bus is looked for that is not there."""
    for variable in ("DBUS_SESSION_BUS_ADDRESS", "DBUS_SYSTEM_BUS_ADDRESS", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("ui.desktop_linux.SYSTEM_BUS", Path("/nowhere/bus"))
    assert not LinuxDesktop(lambda why: None).listen()


def test_each_system_has_its_own(qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """One interface; what the others tell is read as the manuals say."""
    parent = QObject()
    for platform, kind in (("linux", LinuxDesktop), ("win32", WindowsDesktop), ("darwin", MacDesktop)):
        monkeypatch.setattr("ui.desktop.sys.platform", platform)
        assert type(desktop(lambda why: None, parent)) is kind
    monkeypatch.undo()
    assert meaning_on_windows(WM_WTSSESSION_CHANGE, 7) is Why.SCREEN
    assert meaning_on_windows(WM_WTSSESSION_CHANGE, 8) is None, "it was opened again"
    assert meaning_on_windows(WM_POWERBROADCAST, 4) is Why.SLEEP
    assert meaning_on_windows(WM_QUERYENDSESSION, 0) is Why.END and meaning_on_windows(0x0100, 7) is None
    assert meaning_on_mac({"CGSSessionScreenIsLocked": True}) is Why.SCREEN
    assert meaning_on_mac({"kCGSSessionOnConsoleKey": False}) is Why.SWITCH
    assert meaning_on_mac({"kCGSSessionOnConsoleKey": True}) is None and meaning_on_mac({}) is None

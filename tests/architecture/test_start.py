"""Nothing heavy is loaded before the unlock screen stands: it is what everybody waits for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from facilitator import vault
from facilitator.paths import documents_dir, state_dir
from facilitator.settings import DeviceSettings
from tests.architecture.house import ROOT
from tests.make import FakeClock
from ui.gate.known import KnownVaults

# What opening a vault, printing, importing or content need, and the unlock screen does not.
HEAVY = (
    "sqlcipher3", "sqlite3", "sqlite_utils", "cryptography", "keyring", "zxcvbn", "reportlab", "pikepdf", "uharfbuzz",
    "python_calamine", "markdown_it", "babel", "pypdfium2", "PySide6.QtPrintSupport",
    "facilitator.store", "facilitator.people", "facilitator.evening", "facilitator.documents", "facilitator.library",
    "facilitator.workspace", "ui.shell", "ui.screens",
)  # fmt: skip

# What is wanted soon after, but not for the first picture: each costs the start more than it seems to. Data classes
# are made by writing and compiling code; hashing brings OpenSSL; all errors together are fifty classes.
NOT_YET = (
    "dataclasses", "hashlib", "_hashlib", "ctypes", "platformdirs", "concurrent.futures", "copy",
    "facilitator.errors", "facilitator.messages", "facilitator.log", "facilitator.model.change",
    "facilitator.model.ids", "facilitator.vault.opening", "facilitator.vault.glance",
    "ui.dialogs", "ui.keys", "ui.relock", "ui.crashnotice",
    "ui.gate.step", "ui.widgets.focus", "ui.widgets.notice", "ui.widgets.tabbing",
)  # fmt: skip

# Classes of the binding whose enumerations alone take a millisecond or more to make.
UNUSED = ("QGradient", "QIcon", "QKeySequence", "QMetaMethod", "QTextCursor", "QFileDialog", "QStyleFactory", "QImage")

SHOW_UNLOCK_SCREEN = """
import builtins, json, linecache, sys
from pathlib import Path
from ui.quick import make_quick

make_quick()
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QLineEdit

def fields():
    found = [field for window in QApplication.topLevelWidgets() for field in window.findChildren(QLineEdit)]
    return [f for f in found if f.isVisible() and f.echoMode() == QLineEdit.EchoMode.Password]

def look():
    QApplication.sendPostedEvents()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.grab()
    first = list(sys.modules)
    classes = [name for module in (QtCore, QtGui, QtWidgets) for name, it in vars(module).items() if type(it) is MADE]
    waited = QElapsedTimer()
    waited.start()
    while waited.elapsed() < 500:
        QApplication.processEvents()
    assert fields(), "no unlock screen"
    ours = (str(Path("ui").resolve()), str(Path("facilitator").resolve()))
    read = [name for name in linecache.cache if name.startswith(ours)]
    print(json.dumps({"first": first, "then": list(sys.modules), "classes": classes, "read": read}))
    return 0

MADE = type(QLineEdit)
QApplication.exec = staticmethod(look)
from ui.app import run
run([])
"""


def test_the_unlock_screen_loads_nothing_heavy(tmp_path: Path) -> None:
    made = vault.create(tmp_path / "Blue folder.vault", "lantern orchard seven quiet bicycles", FakeClock(),
                        kdf=vault.KdfCost(64, 1, 1))  # fmt: skip
    made.close()
    settings = DeviceSettings(state_dir() / "settings.json")
    KnownVaults(settings, documents_dir).opened(made.folder, FakeClock().today())

    done = subprocess.run(
        [sys.executable, "-c", SHOW_UNLOCK_SCREEN], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60
    )

    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert {"ui.gate.unlock", "ui.widgets.passphrase"} <= set(found["first"]) and "QPainter" in found["classes"]
    assert not set(found["first"]) & {*HEAVY, *NOT_YET}
    assert not set(found["classes"]) & set(UNUSED)
    assert not set(found["then"]) & set(HEAVY)
    assert found["read"] == []  # the binding would read every source file for a switch that nobody turns

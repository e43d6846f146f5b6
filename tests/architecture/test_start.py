"""Nothing heavy is loaded before the unlock screen stands: it is what everybody waits for."""

from __future__ import annotations

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

SHOW_UNLOCK_SCREEN = """
import sys
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication, QLineEdit

def look():
    waited = QElapsedTimer()
    waited.start()
    while waited.elapsed() < 500:
        QApplication.processEvents()
    fields = [field for window in QApplication.topLevelWidgets() for field in window.findChildren(QLineEdit)]
    assert any(f.isVisible() and f.echoMode() == QLineEdit.EchoMode.Password for f in fields), "no unlock screen"
    print("\\n".join(sys.modules))
    return 0

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
    loaded = set(done.stdout.split())
    assert "ui.gate.unlock" in loaded
    assert not loaded & set(HEAVY)

"""Nothing heavy is loaded before the unlock screen stands: it is what everybody waits for."""

from __future__ import annotations

import hashlib
import hmac
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from facilitator import vault
from facilitator.library import Library
from facilitator.model.clock import SystemClock
from facilitator.model.ids import hash_id
from facilitator.paths import documents_dir, state_dir
from facilitator.sample import furnish
from facilitator.settings import DeviceSettings
from facilitator.workspace import Workspace
from tests.architecture.house import ROOT
from tests.make import FakeClock
from ui.gate.known import KnownVaults

# What opening a vault, printing, importing or content need, and the unlock screen does not.
HEAVY = (
    "sqlcipher3", "sqlite3", "sqlite_utils", "cryptography", "keyring", "zxcvbn", "reportlab", "pikepdf", "uharfbuzz",
    "python_calamine", "xlsxwriter", "markdown_it", "babel", "pypdfium2", "PySide6.QtPrintSupport",
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

def loaded():
    return [name for name, module in sys.modules.items() if module is not None]

def look():
    QApplication.sendPostedEvents()
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            window.grab()
    first = loaded()
    classes = [name for module in (QtCore, QtGui, QtWidgets) for name, it in vars(module).items() if type(it) is MADE]
    waited = QElapsedTimer()
    waited.start()
    while waited.elapsed() < 500:
        QApplication.processEvents()
    assert fields(), "no unlock screen"
    ours = (str(Path("ui").resolve()), str(Path("facilitator").resolve()))
    read = [name for name in linecache.cache if name.startswith(ours)]
    print(json.dumps({"first": first, "then": loaded(), "classes": classes, "read": read}))
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
    assert sorted({*HEAVY, *NOT_YET} & set(found["first"])) == []
    assert sorted(set(UNUSED) & set(found["classes"])) == []
    assert sorted(set(HEAVY) & set(found["then"])) == []
    assert found["read"] == []  # the binding would read every source file for a switch that nobody turns


COME_IN = """
import json, os, sys
from importlib import import_module
from ui.quick import make_quick

make_quick()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui.ahead import NEEDED
from ui.gate.unlock import UnlockPage

def ours():
    return {name for name in sys.modules if name.split(".")[0] in ("ui", "facilitator", "PySide6")}

def look():
    global before
    if not WHAT_COMES_AFTER_THE_FIRST_PICTURE <= set(sys.modules):
        return
    for window in QApplication.topLevelWidgets():
        if before is None:
            for page in window.findChildren(UnlockPage):
                for name in NEEDED:
                    import_module(name)
                before = ours()
                page.words.set_text(sys.argv[1])
                page.unlock_button.click()
        elif any(evening.isVisible() for evening in window.findChildren(sys.modules[EVENING].EveningPage)):
            print(json.dumps(sorted(ours() - before)), flush=True)
            os._exit(0)

def run_until_in():
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    return run_on()

WHAT_COMES_AFTER_THE_FIRST_PICTURE = {"ui.keys", "ui.widgets.focus"}
EVENING = "ui.screens.tonight.evening_page"
before = None
run_on = QApplication.exec
QApplication.exec = staticmethod(run_until_in)
from ui.app import run
run([])
"""


def test_what_a_vault_needs_is_there_when_its_key_is(tmp_path: Path) -> None:
    folder, words, clock = tmp_path / "Blue folder.vault", "lantern orchard seven quiet bicycles", SystemClock()
    made = vault.create(folder, words, clock, sample=True, kdf=vault.KdfCost(64, 1, 1))
    furnish(Workspace(made, clock, Library()))
    made.close()
    KnownVaults(DeviceSettings(state_dir() / "settings.json"), documents_dir).opened(folder, clock.today())

    done = subprocess.run(
        [sys.executable, "-c", COME_IN, words], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


# What libraries would bring along, and no evening needs: a web client and what it is made of, photographs, fractions,
# and the tables of every language there is. Together a sixth of the memory, and a third of the time to the first pack.
IDLE = (
    "urllib.request", "http", "ssl", "_ssl", "email", "xml", "asyncio", "multiprocessing", "PIL", "statistics",
    "decimal", "fractions", "babel", "zoneinfo", "sqlite_utils", "pikepdf", "zxcvbn", "keyring", "python_calamine",
)  # fmt: skip

OPEN_AND_PRINT = """
import json, sys
from pathlib import Path
from facilitator import vault
from facilitator.library import Library
from facilitator.model.clock import SystemClock
from facilitator.packs import build
from facilitator.workspace import Workspace

clock, library = SystemClock(), Library()
workspace = Workspace(vault.unlock(Path(sys.argv[1]), "lantern orchard seven quiet bicycles", clock), clock, library)
session = workspace.sessions.next(workspace.groups.named("Lantern circle").id)
pack, pdf = build(workspace.packs.plan(session))
assert pdf.startswith(b"%PDF")
print(json.dumps(list(sys.modules)))
workspace.close()
"""


def test_an_evening_and_its_pack_load_nothing_idle(tmp_path: Path) -> None:
    folder, words, clock = tmp_path / "Blue folder.vault", "lantern orchard seven quiet bicycles", SystemClock()
    made = vault.create(folder, words, clock, sample=True, kdf=vault.KdfCost(64, 1, 1))
    furnish(Workspace(made, clock, Library()))
    made.close()

    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_PRINT, folder], cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60
    )

    assert done.returncode == 0, done.stderr
    loaded = set(json.loads(done.stdout))
    assert "reportlab.pdfbase.pdfdoc" in loaded
    assert sorted(loaded & set(IDLE)) == []


def test_hashes_need_no_openssl_of_python() -> None:
    """A process has two already, of the database and of the vault's keys; the hashes stay what they are."""
    code = (
        "from ui.quick import make_quick; make_quick()\n"
        "import hashlib, hmac, sys; from facilitator.model.ids import hash_id\n"
        "print(hash_id('a', b'b').hex(), hmac.digest(b'k', b'x', hashlib.sha256).hex(), sys.modules['_hashlib'])"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    same = (hash_id("a", b"b").hex(), hmac.digest(b"k", b"x", hashlib.sha256).hex())
    assert said.split() == [*same, "None"] or not find_spec("_md5")  # a Python may be made without hashes of its own

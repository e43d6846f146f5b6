"""The layers hold: import-linter's contracts, and the core runs where Qt cannot be imported."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.house import ROOT, imported, modules

IMPORT_ALL_WITHOUT_QT = """
import importlib, pkgutil, sys
for barred in ("PySide6", "shiboken6", "pypdfium2"):
    sys.modules[barred] = None
import facilitator
names = [module.name for module in pkgutil.walk_packages(facilitator.__path__, "facilitator.")]
for name in names:
    importlib.import_module(name)
assert len(names) > 10, names
"""

# Names from inside modules that open a way out of the computer, or in.
NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "xmlrpc", "PySide6.QtNetwork")


# In a process of its own: it sets logging up for itself, and would leave other tests without theirs.
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def test_imports_go_one_way() -> None:
    done = subprocess.run([sys.executable, "-c", LINT], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout


def test_every_core_module_imports_without_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL_WITHOUT_QT], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr


def test_nothing_in_the_product_can_reach_a_network() -> None:
    found = [
        f"{path}: {name}"
        for path, tree in modules()
        for name in imported(tree)
        if any(name == barred or name.startswith(f"{barred}.") for barred in NETWORK)
    ]
    assert not found

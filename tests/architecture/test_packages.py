"""The packages we stand on: pinned, hashed, free to ship, and sound where they once were not."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib import metadata

import pytest
from PySide6.QtCore import QObject

import facilitator
from tests.architecture.house import ROOT

PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def _pins(name: str) -> dict[str, str]:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    return {re.sub(r"[-_.]+", "-", package).lower(): version for package, version in PIN.findall(text)}


def test_the_lock_pins_what_the_requirements_ask() -> None:
    locked = _pins("requirements.lock")
    for source in ("requirements.in", "requirements-dev.in"):
        asked = _pins(source)
        assert asked
        assert {package: locked.get(package) for package in asked} == asked


def test_every_pin_has_hashes_and_the_lock_no_address() -> None:
    text = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    starts = [match.start() for match in PIN.finditer(text)]
    blocks = [text[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
    assert "://" not in text


def test_no_package_is_under_the_agpl() -> None:
    found = []
    for package in _pins("requirements.lock"):
        try:
            about = metadata.metadata(package)
        except metadata.PackageNotFoundError:
            continue  # pinned for another system
        words = " ".join(
            str(value) for key in ("License", "License-Expression", "Classifier") for value in about.get_all(key) or ()
        )
        if re.search(r"AGPL|Affero", words):
            found.append(package)
    assert not found


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert facilitator.__version__ == project["version"]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is not counted from Python 3.12 on")
def test_qt_keeps_its_references_to_none() -> None:
    """PySide6 6.12.0 loses one at every call that returns nothing, and the app aborts when none is left."""
    thing = QObject()
    calls = 1000
    before = sys.getrefcount(None)
    for _ in range(calls):
        thing.setObjectName("")
    assert sys.getrefcount(None) > before - calls // 2

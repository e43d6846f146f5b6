"""Printing through the system's tools: what they are given, and what becomes of their refusals."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.errors import NoPrinter
from facilitator.model.paper import Paper
from facilitator.settings import DeviceSettings
from ui.printing import PrintJob, system_printer
from ui.printing.how import How
from ui.printing.lp import LpPrinter

TOOL = """#!{python}
import json, os, pathlib, sys
here = pathlib.Path(__file__).parent
name = pathlib.Path(__file__).name
if name == "lpstat":
    print({{"-d": "system default destination: Hall", "-e": "Office\\nHall"}}[sys.argv[1]])
else:
    given = sys.stdin.buffer.read()
    (here / "given").write_bytes(given)
    (here / "asked").write_text(json.dumps([sys.argv[1:], os.environ.get("LC_ALL"), sorted(os.listdir("."))]))
    sys.exit(1 if (here / "off").exists() else 0)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lp")


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's printing tools, made up: they keep what they are given."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in ("lp", "lpstat"):
        (folder / name).write_text(TOOL.format(python=sys.executable))
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    return folder


def test_pages_go_in_by_standard_input(tools: Path) -> None:
    """The bytes as they are, no file between, under a title that says nothing."""
    printer = system_printer()
    assert isinstance(printer, LpPrinter)
    printer.send(PrintJob(pdf=b"%PDF-1.7 pages", paper=Paper.LETTER, both_sides=False, grey=True, printer="Office"))
    asked, language, beside = json.loads((tools / "asked").read_text())
    assert (tools / "given").read_bytes() == b"%PDF-1.7 pages"
    assert asked == ["-t", "Document", "-n", "1", "-o", "media=Letter", "-o", "sides=one-sided", "-o",
                     "print-scaling=none", "-o", "print-color-mode=monochrome", "-d", "Office", "-"]  # fmt: skip
    assert language == "C" and beside == []


def test_usual_printer_is_not_named(tools: Path) -> None:
    """Both sides turn on the long edge, in colour, on whatever the system prints."""
    LpPrinter().send(PrintJob(pdf=b"%PDF"))
    asked = json.loads((tools / "asked").read_text())[0]
    assert "sides=two-sided-long-edge" in asked and "media=A4" in asked
    assert "-d" not in asked and "print-color-mode=monochrome" not in asked


def test_usual_printer_comes_first(tools: Path) -> None:
    """By its own name, as the system tells it."""
    assert LpPrinter().names() == ("Hall", "Office")


def test_refusals_of_the_tool(tools: Path) -> None:
    """A printer that takes nothing, and tools that are not there."""
    (tools / "off").touch()
    with pytest.raises(NoPrinter):
        LpPrinter().send(PrintJob(pdf=b"%PDF"))
    for name in ("lp", "lpstat"):
        (tools / name).unlink()
    with pytest.raises(NoPrinter):
        LpPrinter().send(PrintJob(pdf=b"%PDF"))
    assert LpPrinter().names() == ()


def test_how_is_remembered_and_never_trusted(tmp_path: Path) -> None:
    """What stands in the file may be anything."""
    settings = DeviceSettings(tmp_path / "settings.json")
    assert How.remembered(settings) == How()
    how = How(both_sides=False, grey=False, printer="Office")
    how.remember(settings)
    assert How.remembered(DeviceSettings(tmp_path / "settings.json")) == how
    for strange in (7, ["x"], {"both_sides": "yes", "grey": None, "printer": 3}):
        settings.remember("printing", strange)
        assert How.remembered(settings) == How()


def test_pictures_of_pages_need_a_printer(qapp: QApplication) -> None:
    """Where the system knows none, that is said, and no file is made instead."""
    from ui.printing.raster import RasterPrinter

    printer = RasterPrinter()
    if printer.names():
        pytest.skip("a printer is there")
    with pytest.raises(NoPrinter):
        printer.send(PrintJob(pdf=b"%PDF"))

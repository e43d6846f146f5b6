"""Printing through the system's tools: what they are given, and what becomes of their refusals."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.errors import NoPrinter
from facilitator.messages import explain
from facilitator.model.paper import Paper
from facilitator.settings import DeviceSettings
from ui.printing import PrintJob, Tray, system_printer
from ui.printing.how import How
from ui.printing.lp import LpPrinter

TOOL = """#!{python}
import json, os, pathlib, sys
here = pathlib.Path(__file__).parent
name = pathlib.Path(__file__).name
if name == "lpstat":
    if (here / "alone").exists():
        sys.exit(0)
    state = (here / "state").read_text() if (here / "state").exists() else "is idle.  enabled since"
    print({{"-d": "system default destination: Hall", "-e": "Office\\nHall", "-p": "printer x " + state,
           "-a": "x " + state}}[sys.argv[1]])
elif name == "lpoptions":
    print("PageSize/Media Size: *A4 Letter\\nInputSlot/Paper Source: *Auto Tray1 ManualFeed" if "Office" in sys.argv
          else "InputSlot/Paper Source: *Auto Tray1")
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
    for name in ("lp", "lpstat", "lpoptions"):
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


def test_trays_are_offered_where_there_is_a_choice(tools: Path) -> None:
    """Without the one that means the printer chooses; one page and a tray go in as options."""
    assert LpPrinter().trays("Office") == (Tray("Tray1", "Tray 1"), Tray("ManualFeed", "Manual feed"))
    assert LpPrinter().trays("") == ()
    LpPrinter().send(PrintJob(pdf=b"%PDF", tray="ManualFeed", only=3))
    asked = json.loads((tools / "asked").read_text())[0]
    assert "InputSlot=ManualFeed" in asked and asked[asked.index("-P") + 1] == "3"


def refusal(job: PrintJob) -> NoPrinter:
    """What is said when it cannot be printed."""
    with pytest.raises(NoPrinter) as caught:
        LpPrinter().send(job)
    return caught.value


def test_refusals_say_what_is_the_matter(tools: Path) -> None:
    """No printer, an unknown one, a stopped one, a refused job, no tools: nothing is handed over, one sentence each."""
    assert refusal(PrintJob(pdf=b"%PDF", printer="Attic")).reason == "away"
    for state, reason in (("disabled since Monday -", "stopped"), ("not accepting requests since Monday -", "closed")):
        (tools / "state").write_text(state)
        refused = refusal(PrintJob(pdf=b"%PDF"))
        assert (refused.reason, refused.printer) == (reason, "Hall")
        assert "“Hall”" in explain(refused).said
    (tools / "state").unlink()
    assert not (tools / "given").exists()
    (tools / "off").touch()
    assert refusal(PrintJob(pdf=b"%PDF")).reason == "refused"
    (tools / "alone").touch()
    assert refusal(PrintJob(pdf=b"%PDF")).reason == "none"
    for name in ("lp", "lpstat", "lpoptions"):
        (tools / name).unlink()
    assert refusal(PrintJob(pdf=b"%PDF")).reason == "tools"
    assert LpPrinter().names() == () and LpPrinter().trays("") == ()
    said = {explain(NoPrinter(reason, "Hall")).said
            for reason in ("tools", "none", "unset", "away", "stopped", "closed", "refused")}
    assert len(said) == 7 and all("Nothing is lost." in one for one in said)


def test_how_is_remembered_and_never_trusted(tmp_path: Path) -> None:
    """What stands in the file may be anything."""
    settings = DeviceSettings(tmp_path / "settings.json")
    assert How.remembered(settings) == How()
    how = How(both_sides=False, grey=False, printer="Office", tray="Tray1")
    how.remember(settings)
    assert How.remembered(DeviceSettings(tmp_path / "settings.json")) == how
    for strange in (7, ["x"], {"both_sides": "yes", "grey": None, "printer": 3, "tray": 1}):
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

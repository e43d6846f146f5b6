"""A print system of our own for tests: a private cupsd in a folder, and printers that keep what they are given."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

SBIN = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
FILTER = Path("/usr/lib/cups/filter/pdftopdf")
"""What turns a PDF into what a printer shall print: page range, copies, sides."""
MISSING = [name for name in ("cupsd", "lp", "lpstat", "lpadmin", "lpoptions", "cupsdisable", "cupsreject")
           if shutil.which(name, path=SBIN) is None]

_CUPSD = """Listen localhost:{port}
LogLevel warn
WebInterface No
Browsing No
DefaultAuthType None
PreserveJobFiles No
PreserveJobHistory Yes
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow localhost
  </Limit>
</Policy>
<Policy denied>
  <Limit Print-Job Create-Job Send-Document>
    AuthType Basic
    Require user nobody-we-know
  </Limit>
  <Limit All>
    Order allow,deny
    Allow localhost
  </Limit>
</Policy>
"""
_FILES = """ServerRoot {place}/root
ServerBin {place}/bin
RequestRoot {place}/spool
CacheDir {place}/cache
StateDir {place}/state
TempDir {place}/spool/tmp
AccessLog {place}/log/access
ErrorLog {place}/log/error
PageLog {place}/log/page
User {user}
Group {group}
SystemGroup {system}
"""
_BACKEND = """#!/bin/sh
[ $# -gt 0 ] || exit 0
to="${DEVICE_URI#keep:}/$1"
if [ $# -ge 6 ]; then cat "$6"; else cat; fi > "$to.part"
printf '%s\\n' "$3" "$4" "$5" > "$to.said"
mv "$to.part" "$to.pdf"
"""
_PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KEEP.PPD"
*Manufacturer: "None"
*Product: "(Keep)"
*ModelName: "Keep"
*ShortNickName: "Keep"
*NickName: "Keep"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*cupsFilter2: "{takes} application/pdf 0 -"
*OpenUI *PageSize/Page Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: ""
*PageSize Letter/US Letter: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Page Region: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*PageRegion Letter/US Letter: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "0 0 595 842"
*ImageableArea Letter: "0 0 612 792"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
*PaperDimension Letter: "612 792"
*OpenUI *InputSlot/Paper Source: PickOne
*DefaultInputSlot: Auto
*InputSlot Auto/Automatic: ""
*InputSlot Tray1/Tray 1: ""
*InputSlot ManualFeed/Manual feed: ""
*CloseUI: *InputSlot
*OpenUI *Duplex/Two-Sided: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long edge: ""
*Duplex DuplexTumble/Short edge: ""
*CloseUI: *Duplex
*OpenUI *ColorModel/Ink: PickOne
*DefaultColorModel: RGB
*ColorModel RGB/Colour: ""
*ColorModel Gray/Grey: ""
*CloseUI: *ColorModel
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """A job as the printer got it: its title, its copies, its options by name, and the very bytes."""

    title: str
    copies: int
    options: dict[str, str]
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Cups:
    """The print system; `server` is where it listens, for `CUPS_SERVER`."""

    place: Path
    server: str

    def run(self, *command: str) -> None:
        """One of its tools."""
        environment = {**os.environ, "CUPS_SERVER": self.server, "PATH": SBIN, "LC_ALL": "C"}
        subprocess.run(command, env=environment, check=True, capture_output=True)

    def add(self, name: str, takes: str = "application/pdf") -> None:
        """A printer that keeps what it gets; `takes` is what the filters before it make of a PDF."""
        kept = self.place / "kept" / name
        kept.mkdir(parents=True, exist_ok=True)
        ppd = self.place / f"{name}.ppd"
        ppd.write_text(_PPD.format(takes=takes), encoding="ascii")
        self.run("lpadmin", "-p", name, "-E", "-v", f"keep:{kept}", "-P", str(ppd))

    def taken(self, name: str) -> tuple[Taken, ...]:
        """The jobs a printer got, the first one first."""
        found = sorted((self.place / "kept" / name).glob("*.pdf"), key=lambda path: int(path.stem))
        return tuple(_taken(path) for path in found)

    def waiting(self) -> list[str]:
        """The files of pages that it has not printed yet."""
        return [path.name for path in (self.place / "spool").glob("d*")]


def _taken(path: Path) -> Taken:
    title, copies, options = path.with_suffix(".said").read_text(encoding="utf-8").splitlines()
    pairs = (word.partition("=") for word in options.split())
    return Taken(title, int(copies), {name: value for name, _is, value in pairs}, path.read_bytes())


@contextmanager
def private_cups() -> Iterator[Cups]:
    """Starts it with one printer, Hall, the usual one; and ends it."""
    place = Path(tempfile.mkdtemp(prefix="cups-"))
    try:
        cups = Cups(place, f"localhost:{_free_port()}")
        _lay_out(cups)
        cupsd = shutil.which("cupsd", path=SBIN) or "cupsd"
        with subprocess.Popen(
            [cupsd, "-f", "-c", str(place / "cupsd.conf"), "-s", str(place / "cups-files.conf")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        ) as daemon:  # fmt: skip
            try:
                _wait_for(cups, daemon)
                cups.add("Hall")
                cups.run("lpadmin", "-d", "Hall")
                yield cups
            finally:
                daemon.terminate()
                daemon.wait(20)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _lay_out(cups: Cups) -> None:
    place = cups.place
    place.chmod(0o755)
    for folder in ("root", "bin/backend", "spool/tmp", "cache", "state", "log", "kept"):
        (place / folder).mkdir(parents=True)
    for folder in ("filter", "daemon", "notifier"):
        (place / "bin" / folder).symlink_to(Path("/usr/lib/cups") / folder)
    backend = place / "bin" / "backend" / "keep"
    backend.write_text(_BACKEND, encoding="ascii")
    backend.chmod(0o700)  # one that nobody else may run is run as whoever started cupsd
    root = os.geteuid() == 0
    me = pwd.getpwuid(os.geteuid()).pw_name
    words = {"place": place, "user": "lp" if root else me, "group": "lp", "system": "root"}
    (place / "cupsd.conf").write_text(_CUPSD.format(port=cups.server.rpartition(":")[2]), encoding="ascii")
    (place / "cups-files.conf").write_text(_FILES.format(**words), encoding="ascii")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(cups: Cups, daemon: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and daemon.poll() is None:
        try:
            cups.run("lpstat", "-r")
            with socket.create_connection(("localhost", int(cups.server.rpartition(":")[2])), 1):
                return
        except (OSError, subprocess.CalledProcessError):
            time.sleep(0.1)
    log = cups.place / "log" / "error"
    raise RuntimeError(f"cupsd did not start: {log.read_text() if log.exists() else daemon.poll()}")

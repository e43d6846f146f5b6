"""Makes a fresh checkout ready to run: what the system must bring, .venv, the pinned packages, our two commands.

A stamp in .venv says what it was made from, so that the second time costs next to nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

import ourwheel
import system
from place import DEV, LOCK, ROOT, VENV, say, venv_python

STAMP = VENV / "made-from"


class NotReady(Exception):
    """Something only the person at the keyboard can put right; the text says what."""


def make_ready() -> None:
    """Do all the set-up that is still missing. Raises NotReady."""
    wanted = _fingerprint()
    if _stamp() == wanted and venv_python().exists():
        return
    _bring_what_the_system_lacks()
    _make_venv()
    _install_packages()
    _install_ourselves()
    STAMP.write_text(wanted, encoding="utf-8")
    say("Ready.")


def _fingerprint() -> str:
    """What .venv must have been made from to be good: the pins, our own metadata, this way of doing it, this place."""
    digest = hashlib.sha256()
    for source in (LOCK, DEV / "ready.py", DEV / "ourwheel.py", DEV / "system.py"):
        digest.update(hashlib.sha256(source.read_bytes()).digest())
    digest.update(repr(ourwheel.project()).encode())
    digest.update(str(ROOT).encode())
    return f"{digest.hexdigest()} {platform.machine()}\n"


def _stamp() -> str:
    try:
        return STAMP.read_text(encoding="utf-8")
    except OSError:
        return ""


def _bring_what_the_system_lacks() -> None:
    packages = []
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        packages.append("python{}.{}-venv".format(*sys.version_info[:2]))
    libraries = system.missing_libraries()
    packages += [package for package, _ in libraries]
    if not packages:
        return
    if not system.has_apt():
        if libraries:
            say("These libraries were not found, and the window may not open without them:", error=True)
            say("  " + " ".join(library for _, library in libraries), error=True)
        return
    if not system.is_root():
        raise NotReady(
            "A few parts of the system are missing. Please run this line, and then the same command again:\n\n"
            f"  sudo sh -c '{system.apt_line(packages)}'\n"
        )
    if failed := _install(packages):
        raise NotReady(f"{failed}\nThe system packages could not be installed; the lines above say why.")
    importlib.invalidate_caches()


def bring_what_tests_talk_to(*, long_ones: bool = False) -> None:
    """Install the programs that some tests need, where we may; without them those tests are skipped, and say so."""
    packages = system.missing_programs(long_ones=long_ones)
    if packages and system.has_apt() and system.is_root() and _install(packages):
        say("They could not be installed, so the tests that need them are skipped.")


def _install(packages: list[str]) -> str:
    """Bring system packages; what apt said where it failed, else nothing."""
    say(f"Installing {len(packages)} system packages: {' '.join(packages)}")
    apt = ["sh", "-c", system.apt_line(packages)]
    installed = subprocess.run(apt, capture_output=True, encoding="utf-8", check=False)
    return f"{installed.stdout}{installed.stderr}" if installed.returncode else ""


def _make_venv() -> None:
    if _runs("-m", "pip", "--version"):
        return
    say("Making .venv")
    # Asked from inside another environment, build on the Python that one was built on.
    base = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.run([base, "-m", "venv", "--clear", VENV], check=False).returncode:
        raise NotReady("The folder .venv could not be made; the lines above say why.")


def _runs(*arguments: str) -> bool:
    """Whether the Python of .venv is there, new enough, and can do this."""
    try:
        new_enough = "import sys; sys.exit(sys.version_info < (3, 11))"
        for line in (["-c", new_enough], arguments):
            subprocess.run([venv_python(), *line], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _install_packages() -> None:
    say("Installing the pinned packages into .venv (the first time, about 170 MB to fetch)")
    _pip("--require-hashes", "--no-deps", "--only-binary", ":all:", "--requirement", str(LOCK))


def _install_ourselves() -> None:
    with tempfile.TemporaryDirectory() as folder:
        wheel = ourwheel.build(Path(folder))
        _pip("--no-index", "--no-deps", "--force-reinstall", str(wheel))


def _pip(*arguments: str) -> None:
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    pip = [venv_python(), "-m", "pip", "install", "--disable-pip-version-check", *quiet, *arguments]
    if subprocess.run(pip, cwd=ROOT, check=False).returncode:
        raise NotReady("The packages could not be installed; the lines above say why. Run the same command to go on.")

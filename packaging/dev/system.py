"""What Qt and some tests ask of a Linux system beside our own files, and how Debian and Ubuntu bring it."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys

_EVERYWHERE = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))

# (Debian package, library): what the Qt parts we use link to: X11, Wayland and offscreen windows, and printers.
LIBRARIES = (
    ("libcups2", "libcups.so.2"),
    ("libdbus-1-3", "libdbus-1.so.3"),
    ("libegl1", "libEGL.so.1"),
    ("libfontconfig1", "libfontconfig.so.1"),
    ("libfreetype6", "libfreetype.so.6"),
    ("libgl1", "libGL.so.1"),
    ("libglib2.0-0", "libglib-2.0.so.0"),
    ("libwayland-client0", "libwayland-client.so.0"),
    ("libwayland-cursor0", "libwayland-cursor.so.0"),
    ("libwayland-egl1", "libwayland-egl.so.1"),
    ("libx11-6", "libX11.so.6"),
    ("libx11-xcb1", "libX11-xcb.so.1"),
    ("libxcb-cursor0", "libxcb-cursor.so.0"),
    ("libxcb-icccm4", "libxcb-icccm.so.4"),
    ("libxcb-image0", "libxcb-image.so.0"),
    ("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    ("libxcb-randr0", "libxcb-randr.so.0"),
    ("libxcb-render-util0", "libxcb-render-util.so.0"),
    ("libxcb-render0", "libxcb-render.so.0"),
    ("libxcb-shape0", "libxcb-shape.so.0"),
    ("libxcb-shm0", "libxcb-shm.so.0"),
    ("libxcb-sync1", "libxcb-sync.so.1"),
    ("libxcb-util1", "libxcb-util.so.1"),
    ("libxcb-xfixes0", "libxcb-xfixes.so.0"),
    ("libxcb-xkb1", "libxcb-xkb.so.1"),
    ("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    ("libxkbcommon0", "libxkbcommon.so.0"),
)

# (Debian package, program): what some tests talk to for real: a message bus of their own, and a keyring on it.
PROGRAMS = (
    ("dbus-bin", "dbus-run-session"),
    ("dbus-daemon", "dbus-daemon"),
    ("gnome-keyring", "gnome-keyring-daemon"),
)

# (Debian package, program): what the tests that take long talk to as well: a print system, and a look at system calls.
PROGRAMS_OF_LONG_TESTS = (
    ("cups-daemon", "cupsd"),
    ("cups-client", "lp"),
    ("cups-filters-core-drivers", "/usr/lib/cups/filter/pdftopdf"),
    ("strace", "strace"),
)


def missing_programs(*, long_ones: bool = False) -> list[str]:
    """The packages of PROGRAMS, and of those for tests that take long, that this system lacks; none outside Linux."""
    if sys.platform != "linux":
        return []
    wanted = (*PROGRAMS, *(PROGRAMS_OF_LONG_TESTS if long_ones else ()))
    return [package for package, program in wanted if shutil.which(program, path=_EVERYWHERE) is None]


def missing_libraries() -> list[tuple[str, str]]:
    """The rows of LIBRARIES that this system cannot load; none outside Linux, where the packages bring their own."""
    if sys.platform != "linux":
        return []
    return [(package, library) for package, library in LIBRARIES if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_apt() -> bool:
    """Whether this is a Debian or one of its family."""
    return sys.platform == "linux" and shutil.which("apt-get") is not None


def is_root() -> bool:
    """Whether we may install system packages without asking."""
    return os.name == "posix" and os.geteuid() == 0


def apt_line(packages: list[str]) -> str:
    """The one line for a shell that brings `packages`."""
    install = "DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends"
    return f"apt-get update && {install} {' '.join(packages)}"

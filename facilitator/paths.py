"""Where things lie: shipped resources, the small per-user files, and where vaults are kept unless told otherwise."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path


def resources() -> Path:
    """The shipped resources: content, directories, fonts, translations."""
    return Path(__file__).resolve().parent.parent / "resources"


def state_dir() -> Path:
    """The per-user folder for device settings and roll-back memory; holds no content. Made when missing, mode 0700.

    Where it cannot be made the app runs with its defaults, and remembers nothing.
    """
    path = _state_dir()
    with suppress(OSError):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def _state_dir() -> Path:
    linux: bool = sys.platform.startswith("linux")
    if linux:  # says what platformdirs would, whose loading takes longer than all else that is done here at a start
        for variable, below in (("XDG_STATE_HOME", "facilitator"), ("HOME", ".local/state/facilitator")):
            folder = Path(os.environ.get(variable, ""))
            if folder.is_absolute():
                return folder / below
    from platformdirs import user_state_path

    return Path(user_state_path("facilitator", appauthor=False))


def documents_dir() -> Path:
    """The person's documents folder, where a new vault is proposed."""
    from platformdirs import user_documents_path

    return Path(user_documents_path())


def removable_dirs() -> tuple[Path, ...]:
    """Folders where sticks are mounted on Linux and macOS, those that are plugged in now."""
    import getpass

    found: list[Path] = []
    roots = [Path("/Volumes")]
    with suppress(OSError, KeyError, ImportError):  # a user without a name has no folder for sticks
        roots += [Path("/media") / getpass.getuser(), Path("/run/media") / getpass.getuser()]
    for root in roots:
        with suppress(OSError):
            found += filter(_plugged_in, root.iterdir())
    return tuple(sorted(found))


def _plugged_in(folder: Path) -> bool:
    # A stick that was pulled may leave a plain folder on the laptop's own disk; macOS lists that disk itself too.
    try:
        return folder.is_dir() and folder.is_mount() and not folder.samefile("/")
    except OSError:
        return False

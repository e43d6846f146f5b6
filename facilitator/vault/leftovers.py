"""What a making or a bringing back that was cut off left beside a vault: put back, and swept away."""

from __future__ import annotations

import contextlib
from pathlib import Path

from facilitator.errors import UserError
from facilitator.vault import files
from facilitator.vault.glance import ENDING
from facilitator.vault.lockfile import NAME as LOCK
from facilitator.vault.lockfile import open_elsewhere

ASIDE = f"aside{files.PART}"
"""In an unfinished vault: the new name of the one that was moved aside for it. The next opening sweeps it away."""
_NEW = ".new"
_LONGEST = 1000


def unfinished(folder: Path) -> Path:
    """Where a vault is built that will get this folder's name."""
    return folder.with_name(f".{folder.name}{files.PART}")


def hidden(folder: Path) -> Path:
    """Where a vault is made and filled that will get this folder's name once it is closed."""
    return folder.with_name(f".{folder.name}{_NEW}")


def put_right(folder: Path) -> None:
    """Where a bringing back was cut off, let what was moved aside have its name again, and sweep what was unfinished.

    Nothing is touched while another process is at it. Never raises: what cannot be mended now stays for a later time.
    """
    left = unfinished(folder)
    with contextlib.suppress(OSError, UserError):
        if not files.is_folder(left) or open_elsewhere(left) is not None:
            return
        aside = _moved(left)
        if aside is not None and files.is_folder(aside) and not files.taken(folder):
            aside.rename(folder)
            files.fsync_folder(folder.parent)
        clear(left)


def sweep(parent: Path) -> None:
    """Do so for all that lies in a folder. Never raises."""
    with contextlib.suppress(OSError):
        for path in parent.glob(f".*{ENDING}{files.PART}"):
            put_right(path.with_name(path.name[1:].removesuffix(files.PART)))
        for path in parent.glob(f".*{ENDING}{_NEW}"):
            if open_elsewhere(path) is None:
                clear(path)


def clear(unfinished: Path) -> None:
    """Take away what a refused or cut-off making left; only files that are ours by name. Never raises."""
    with contextlib.suppress(OSError):
        for path in unfinished.iterdir():
            if path.name.startswith(("header.", "data-")) or path.name in (LOCK, ASIDE, ASIDE + files.PART):
                path.unlink()
        unfinished.rmdir()


def _moved(left: Path) -> Path | None:
    """The vault that was moved aside, as the mark names it."""
    try:
        name = files.read_bounded(left / ASIDE, _LONGEST).decode()
    except (OSError, UnicodeDecodeError):
        return None
    fits = name.endswith(ENDING) and Path(name).name == name and name.isprintable()
    return left.with_name(name) if fits else None

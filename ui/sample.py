"""Looking round: a throw-away sample in a folder of its own, gone when it is locked or the window closes."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.i18n import _
from facilitator.model.clock import Clock
from facilitator.model.progress import Progress

if TYPE_CHECKING:
    from facilitator.library import Library
    from facilitator.vault.opening import Opening

_PREFIX = "look-round-"


def open_sample(opening: Opening, clock: Clock, library: Library, progress: Progress) -> None:
    """Make a sample vault in a temporary folder, fill it, and take it in as opened. Its words are known to nobody."""
    from facilitator import sample, vault
    from facilitator.vault.keys import FLOOR
    from facilitator.workspace import Workspace

    parent = Path(tempfile.mkdtemp(prefix=_PREFIX))
    try:
        unlocked = vault.create(parent / _("Sample.vault"), vault.passphrase.generate(), clock, sample=True, kdf=FLOOR)
        try:
            progress(1, 2)
            sample.furnish(Workspace(unlocked, clock, library))
            progress(2, 2)
        except BaseException:
            unlocked.close()
            raise
    except BaseException:
        shutil.rmtree(parent, ignore_errors=True)
        raise
    opening.opened(unlocked)


def ours(folder: Path) -> bool:
    """Whether a sample lies where this window made it, and goes when it is locked; one made elsewhere stays."""
    return folder.parent.name.startswith(_PREFIX) and folder.parent.parent == Path(tempfile.gettempdir())


def throw_away(folder: Path) -> None:
    """Take a sample's folder away, if it is one of ours."""
    if ours(folder):
        shutil.rmtree(folder.parent, ignore_errors=True)

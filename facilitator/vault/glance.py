"""What can be told of a vault before any key: the facts that the unlock screen is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from facilitator.errors import UserError
from facilitator.vault import files, headerfiles
from facilitator.vault.lockfile import open_elsewhere

ENDING = ".vault"
BACKUPS = "backups"
"""Where a vault keeps copies of itself."""

_CARRIERS = (
    ("onedrive", "OneDrive"), ("mobile documents", "iCloud"), ("icloud", "iCloud"), ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"), ("googledrive", "Google Drive"), ("my drive", "Google Drive"),
    ("nextcloud", "Nextcloud"), ("owncloud", "ownCloud"), ("pcloud", "pCloud"), ("mega", "MEGA"),
    ("box sync", "Box"), ("syncthing", "Syncthing"), ("proton drive", "Proton Drive"),
)
_MARKS = ((".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"), (".sync_journal.db", "Nextcloud"))
"""What such services leave lying in a folder they carry."""
_WHOLE = {"mega"}
"""Words that say it only when they are the folder's whole name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultFacts:
    """A vault seen from outside. `refusal` is why it cannot be unlocked; without one, the rest is from the header.

    `open_elsewhere` is where it is open now ("" when that is not known), None when it is closed; `written` is local
    wall time; `carrier` names the service that would carry the folder to other people's computers, or is empty.
    """

    folder: Path
    name: str
    refusal: UserError | None = None
    needs_healing: bool = False
    open_elsewhere: str | None = None
    has_recovery: bool = False
    sample: bool = False
    clean: bool = True
    written: datetime | None = None
    carrier: str = ""
    devices: frozenset[str] = frozenset()
    """The names under which a computer's keyring may keep a secret that opens it."""


def facts(folder: Path) -> VaultFacts:
    """Look at a vault without a key and without changing it; refusals are told as a value."""
    name = name_of(folder)
    try:
        found = headerfiles.read(folder)
    except UserError as error:
        return VaultFacts(folder=folder, name=name, refusal=error, carrier=carrier(folder))
    header = found.header
    return VaultFacts(
        folder=folder, name=name, needs_healing=bool(found.hurt), open_elsewhere=open_elsewhere(folder),
        has_recovery=header.recovery is not None, sample=header.sample, clean=header.seal is not None,
        written=local(header.written_at), carrier=carrier(folder), devices=frozenset(header.devices.values()))


def name_of(folder: Path) -> str:
    """What a vault's folder is called on screen."""
    return folder.name.removesuffix(ENDING)


def is_vault(folder: Path) -> bool:
    """Whether a folder looks like a vault of ours."""
    return any(files.in_sight(folder / name) for name in headerfiles.NAMES)


def carrier(folder: Path) -> str:
    """The name of the service that carries this folder to other computers (OneDrive, Dropbox …), or ""."""
    for part in reversed(folder.absolute().parts):
        word = part.lower()
        for sign, service in _CARRIERS:
            if word == sign or (sign not in _WHOLE and word.startswith(sign)):
                return service
    for above in (folder.absolute(), *folder.absolute().parents):
        for sign, service in _MARKS:
            if files.in_sight(above / sign):
                return service
    return ""


def local(at_ms: int) -> datetime:
    """Milliseconds UTC as local wall time; a clock that was far off gives 1970."""
    try:
        return datetime.fromtimestamp(at_ms / 1000)
    except (OverflowError, OSError, ValueError):
        return datetime.fromtimestamp(0)

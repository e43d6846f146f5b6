"""Half-typed text, each in a small file sealed to its author: outside the database, never in a backup."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from facilitator.errors import NoSpace
from facilitator.model.clock import Clock
from facilitator.vault import files, seals
from facilitator.vault.header import canonical
from facilitator.vault.keys import expand, mac

FOLDER = "drafts"
OLD_DAYS = 30
_ENDING = ".draft"
_HEAD = b"draft 1 "
_MOST_BYTES = 1 << 20
SPARE, _SPARE_BYTES = "spare", 1 << 17
"""Room on the disk that nothing needs but a draft on the day the disk is full."""
LOST = ".lost"
"""The ending of an empty file that says of one author that something half typed could not be kept."""
_PAD = 512
"""Sizes are rounded up to this many bytes, so that a file does not tell how much was typed."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Something half typed: `place` is where it was typed, `fields` what; `old` ones ask, they never vanish."""

    place: str
    fields: Mapping[str, str]
    saved_ms: int
    old: bool


def paths_of(folder: Path, holder_id: bytes) -> tuple[Path, ...]:
    """The files of one author's drafts in a vault's folder: whose a draft is, its beginning tells."""
    return tuple(path for path in _drafts(folder / FOLDER) if _is_of(path, holder_id))


def give_room(folder: Path) -> bool:
    """On a full disk, let the room go that was put by for drafts; whether there was any."""
    try:
        (folder / SPARE).unlink()
    except OSError:
        return False
    return True


def discard_of(folder: Path, holder_id: bytes) -> None:
    """Let the drafts of somebody go who was removed: nobody can open them. One that cannot be taken away stays."""
    for path in paths_of(folder, holder_id):
        with contextlib.suppress(OSError):
            path.unlink()


class Drafts:
    """One author's drafts. Saving needs no database and waits for nothing; it may be called from any thread."""

    def __init__(self, folder: Path, vault_id: bytes, holder_id: bytes, public: bytes, private: bytes,
                 clock: Clock) -> None:
        self._folder = folder / FOLDER
        self._holder_id = holder_id
        self._head = _HEAD + holder_id
        self._public, self._private = public, private
        self._bound = canonical(["draft", vault_id.hex(), holder_id.hex()])
        self._names = expand(private, holder_id, "draft names")
        self._clock = clock
        self._one_at_a_time = threading.Lock()
        self._unkept: set[str] = set()

    def save(self, place: str, fields: Mapping[str, str]) -> None:
        """Keep what stands in a form, in the place of what was kept for it before. Raises NoSpace and its like."""
        text = json.dumps({"place": place, "fields": dict(fields), "at": self._clock.now_ms()}).encode()
        padded = text + b" " * (-len(text) % _PAD)
        sealed = self._head + seals.seal_to(self._public, padded, self._bound)
        with self._one_at_a_time, files.told(self._folder.parent.name):
            with contextlib.suppress(FileExistsError):
                files.make_folder(self._folder)
            try:
                self._write(self._path(place), sealed)
            except OSError:
                self._unkept.add(place)
                with contextlib.suppress(OSError):  # it has no content, so a full disk may take it all the same
                    files.write_new(self._mark(), b"")
                raise
            self._was_kept(place)

    def not_kept(self) -> bool:
        """Whether something half typed of mine could not be kept before the vault was locked; told once."""
        with contextlib.suppress(OSError):
            self._mark().unlink()
            return True
        return False

    def _write(self, path: Path, sealed: bytes) -> None:
        """Where the disk is full, into the room that was put by; as soon as there is room, some is put by again."""
        spare = self._folder.parent / SPARE
        try:
            files.write_whole(path, sealed)
        except OSError as error:
            if not isinstance(files.refusal(error), NoSpace) or not give_room(self._folder.parent):
                raise
            files.write_whole(path, sealed)
            return
        if not spare.exists():
            try:
                files.write_new(spare, os.urandom(_SPARE_BYTES))
            except OSError:
                with contextlib.suppress(OSError):
                    spare.unlink()

    def _was_kept(self, place: str) -> None:
        if place in self._unkept:
            self._unkept.discard(place)
            if not self._unkept:
                self.not_kept()

    def _mark(self) -> Path:
        return self._folder.parent / (mac(self._names, b"lost").hex()[:32] + LOST)

    def list(self) -> tuple[Draft, ...]:
        """My drafts, newest first."""
        found = [draft for path in self._paths() if (draft := self._read(path)) is not None]
        return tuple(sorted(found, key=lambda d: d.saved_ms, reverse=True))

    def get(self, place: str) -> Draft | None:
        """The draft of one place."""
        return self._read(self._path(place))

    def discard(self, place: str) -> None:
        """Let one go: it was saved for good, or its author said so."""
        with files.told(self._folder.parent.name), contextlib.suppress(FileNotFoundError):
            self._was_kept(place)
            self._path(place).unlink()

    def lost(self) -> int:
        """How many drafts of mine nobody can open any more: damaged, or from before a recovery."""
        return len(self._lost())

    def discard_lost(self) -> None:
        """Let the lost ones go, when their author says so."""
        with files.told(self._folder.parent.name):
            for path in self._lost():
                path.unlink(missing_ok=True)

    def _lost(self) -> tuple[Path, ...]:
        return tuple(path for path in self._paths() if self._read(path) is None and _is_of(path, self._holder_id))

    def _paths(self) -> tuple[Path, ...]:
        return _drafts(self._folder)

    def _path(self, place: str) -> Path:
        return self._folder / (mac(self._names, place.encode()).hex()[:32] + _ENDING)

    def _read(self, path: Path) -> Draft | None:
        try:
            raw = files.read_bounded(path, _MOST_BYTES)
            if not raw.startswith(self._head):
                return None
            kept = json.loads(seals.open_sealed(self._private, raw[len(self._head):], self._bound))
            place, fields, at = str(kept["place"]), kept["fields"], int(kept["at"])
        except (OSError, seals.CannotOpen, ValueError, KeyError, TypeError):
            return None
        if self._path(place).name != path.name:
            return None
        age_days = (self._clock.now_ms() - at) / 86_400_000
        return Draft(place, {str(k): str(v) for k, v in fields.items()}, at, age_days > OLD_DAYS)


def _drafts(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(p for p in folder.iterdir() if p.suffix == _ENDING))
    except OSError:
        return ()


def _is_of(path: Path, holder_id: bytes) -> bool:
    with contextlib.suppress(OSError):
        return files.read_bounded(path, _MOST_BYTES).startswith(_HEAD + holder_id)
    return False

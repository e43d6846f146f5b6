"""The backup file: one stored zip of header, database and an encrypted manifest that vouches for both."""

from __future__ import annotations

import errno
import hashlib
import hmac
import json
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeAlias

from facilitator.errors import BackupFailed, NewerVault, NotABackup, PlaceGone, PlaceMissing
from facilitator.model.progress import Progress
from facilitator.vault import files
from facilitator.vault.header import Header, canonical
from facilitator.vault.keys import Keys
from facilitator.vault.parsing import MOST_BYTES, Malformed, TooNew, parse
from facilitator.vault.sealing import mark

ENDING = ".vaultbackup"
FORMAT = 1
_HEADER, _DATA, _MANIFEST = "header.json", "data.db", "manifest"
_MOST_MANIFEST = 1 << 20
_SLICE = 1 << 20
_ANY_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds: ids, when it was made (milliseconds UTC and local wall time), live rows, fingerprint."""

    vault_id: bytes
    copy_id: bytes
    generation: int
    schema: int
    made_ms: int
    made_at: str
    counts: dict[str, int]
    fingerprint: bytes

    def sealed(self, keys: Keys, header_raw: bytes) -> bytes:
        """As it stands in the file: it counts names, so it is not left in the open; bound to the header beside it."""
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        plain = canonical({
            "format": FORMAT, "vault": self.vault_id.hex(), "copy": self.copy_id.hex(), "generation": self.generation,
            "schema": self.schema, "made": self.made_ms, "made_at": self.made_at, "counts": self.counts,
            "fingerprint": self.fingerprint.hex()})
        nonce = os.urandom(12)
        return nonce + ChaCha20Poly1305(keys.backup).encrypt(nonce, plain, _bound(header_raw))

    @classmethod
    def opened(cls, sealed: bytes, keys: Keys, header_raw: bytes) -> Manifest:
        """Read back what `sealed` wrote. Raises NotABackup, NewerVault."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

        try:
            plain = ChaCha20Poly1305(keys.backup).decrypt(sealed[:12], sealed[12:], _bound(header_raw))
        except (InvalidTag, ValueError) as error:
            raise NotABackup("manifest") from error
        read: dict[str, Any] = json.loads(plain)
        if read["format"] > FORMAT:
            raise NewerVault
        return cls(bytes.fromhex(read["vault"]), bytes.fromhex(read["copy"]), read["generation"], read["schema"],
                   read["made"], read["made_at"], read["counts"], bytes.fromhex(read["fingerprint"]))


class Archive:
    """A backup file opened for reading. Everything about it is checked before it is believed."""

    def __init__(self, file: zipfile.ZipFile, header: Header, header_raw: bytes) -> None:
        self._file = file
        self.header = header
        self._header_raw = header_raw

    def manifest(self, keys: Keys) -> Manifest:
        """The manifest. Raises NotABackup."""
        return Manifest.opened(self._file.read(_MANIFEST), keys, self._header_raw)

    def take_out(self, path: Path, keys: Keys, progress: Progress) -> None:
        """Put the database at a new path, checked against the header's seal. Raises NotABackup."""
        found = mark(keys.seal)
        total = self._file.getinfo(_DATA).file_size
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out, self._file.open(_DATA) as data:
            for done, piece in _pieces(data):
                found.update(piece)
                out.write(piece)
                progress(done, total)
            out.flush()
            os.fsync(out.fileno())
        self._must_be(found.finalize())

    def check(self, keys: Keys, progress: Progress) -> None:
        """Read the whole database and compare it with the seal. Raises NotABackup."""
        found = mark(keys.seal)
        total = self._file.getinfo(_DATA).file_size
        with self._file.open(_DATA) as data:
            for done, piece in _pieces(data):
                found.update(piece)
                progress(done, total)
        self._must_be(found.finalize())

    def _must_be(self, found: bytes) -> None:
        if self.header.seal is None or not hmac.compare_digest(found, self.header.seal):
            raise NotABackup("data")


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """A backup file, its outer shape checked before any key. Raises PlaceMissing, NotABackup, NewerVault."""
    if files.kind(path) is None:
        raise PlaceMissing(path.name)
    if not files.is_file(path):
        raise NotABackup("kind")
    try:
        with files.told(path.name, reading=True), zipfile.ZipFile(path) as file:
            raw = _outer(file, path)
            try:
                header = parse(raw)
            except TooNew as error:
                raise NewerVault from error
            except Malformed as error:
                raise NotABackup("header") from error
            if header.seal is None:
                raise NotABackup("seal")
            yield Archive(file, header, raw)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, KeyError) as error:
        raise NotABackup("zip") from error
    except PlaceGone as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno == errno.EINVAL:
            raise NotABackup("zip") from error  # It names a place before the beginning of the file.
        raise


Describe: TypeAlias = Callable[[bytes], tuple[bytes, bytes]]
"""Given the seal of the data, the header's bytes and the sealed manifest that go beside it."""


def write(path: Path, pieces: Iterable[bytes], size: int, keys: Keys, meanwhile: Callable[[], Describe],
          progress: Progress) -> None:
    """Write a backup file, flush it, read it back from the disk and compare, then give it its name.

    `pieces` are the `size` bytes of the database, written while `meanwhile` looks at what they hold. Raises
    BackupFailed, or OSError; the unfinished file is taken away then. Never writes over anything.
    """
    part = path.with_name(path.name + files.PART)
    try:
        handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w+b") as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED) as file:
                with ThreadPoolExecutor(1) as beside:
                    written = beside.submit(_write_data, file, raw, pieces, size, keys)
                    describe = meanwhile()
                header_raw, manifest = describe(written.result())
                file.writestr(_info(_HEADER), header_raw)
                file.writestr(_info(_MANIFEST), manifest)
            raw.flush()
            os.fsync(raw.fileno())
            # Or the reading back would be answered from memory, and prove nothing about the stick.
            with suppress(AttributeError, OSError):
                os.posix_fadvise(raw.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        _read_back(part, header_raw, manifest, keys, progress)
        if files.taken(path):
            raise FileExistsError(path.name)
        part.rename(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
    files.fsync_folder(path.parent)


def _write_data(file: zipfile.ZipFile, raw: IO[bytes], pieces: Iterable[bytes], size: int, keys: Keys) -> bytes:
    """The seal of what was written."""
    info = _info(_DATA)
    info.file_size = size
    seal = mark(keys.seal)
    with file.open(info, "w") as out:
        for piece in pieces:
            out.write(piece)
            seal.update(piece)
    raw.flush()
    os.fsync(raw.fileno())
    return seal.finalize()


def _read_back(path: Path, header_raw: bytes, manifest: bytes, keys: Keys, progress: Progress) -> None:
    try:
        with opened(path) as found:
            if found._header_raw != header_raw or found._file.read(_MANIFEST) != manifest:
                raise BackupFailed
            found.check(keys, progress)
    except NotABackup as error:
        raise BackupFailed from error


def _outer(file: zipfile.ZipFile, path: Path) -> bytes:
    """The header's bytes, once the shape is right. Nothing is compressed, so nothing can swell."""
    infos = {info.filename: info for info in file.infolist()}
    if set(infos) != {_HEADER, _DATA, _MANIFEST} or len(file.infolist()) != len(infos):
        raise NotABackup("parts")
    size = path.stat().st_size
    for info in infos.values():
        if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1 or info.file_size > size:
            raise NotABackup("parts")
    if infos[_HEADER].file_size > MOST_BYTES or infos[_MANIFEST].file_size > _MOST_MANIFEST:
        raise NotABackup("parts")
    return file.read(_HEADER)


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _ANY_DAY)
    info.external_attr = 0o600 << 16
    return info


def _pieces(source: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    done = 0
    while piece := source.read(_SLICE):
        done += len(piece)
        yield done, piece


def _bound(header_raw: bytes) -> bytes:
    return b"facilitator backup 1" + hashlib.sha256(header_raw).digest()

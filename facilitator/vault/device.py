"""A way in that the computer keeps: a secret in the operating system's own keyring, beside the words, never instead.

The header holds the vault's side of it; the keyring holds 32 random bytes under a name that tells nothing. What is
asked of a keyring may take as long as a person takes to answer it, or for ever: it runs on a thread of its own.
"""

from __future__ import annotations

import base64
import importlib
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol, TypeVar

from facilitator.errors import KeyringRefused
from facilitator.model.progress import Progress, no_progress
from facilitator.settings import DeviceSettings
from facilitator.vault.header import UnlockerKind
from facilitator.vault.holders import Secret
from facilitator.vault.keys import KEY_BYTES

T = TypeVar("T")

REAL = {
    "linux": ("keyring.backends.SecretService", "Keyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
}
"""The back ends we trust, one a system: each keeps its secrets behind the person's own log-in, encrypted. No other
counts, whatever is installed or set: some write plain files, and some keep nothing at all.
"""
SERVICE = "Facilitator"
PATIENCE_S = 60.0
"""How long a keyring may take: it may ask the person for a password first."""
_LOOK_S = 0.1
_KEY = "keyring"


class Keyring(Protocol):
    """The little that is asked of a keyring. Any of it may raise anything, or never return."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


Found = Callable[[], "Keyring | None"]


def system_keyring() -> Keyring | None:
    """This system's keyring, or None where there is none that we trust. May wait for the keyring."""
    real = REAL.get(sys.platform)
    named = os.environ.get("PYTHON_KEYRING_BACKEND", "")
    if real is None or (named and named != ".".join(real)):
        return None
    module, name = real
    try:
        kind = getattr(importlib.import_module(module), name)
        if not kind.viable:
            return None
        backend: Keyring = kind()
    except Exception:
        return None
    return backend


def fresh() -> bytes:
    """A secret to keep."""
    return os.urandom(KEY_BYTES)


def secret(value: bytes) -> Secret:
    """What opens a holder with it."""
    return Secret(UnlockerKind.DEVICE, value)


class DeviceMarks:
    """Under which names this laptop's user keeps secrets, in the small per-user file: hashes, and nothing else."""

    def __init__(self, settings: DeviceSettings) -> None:
        self._settings = settings

    def all(self) -> frozenset[str]:
        """Every name."""
        kept = self._settings.remembered(_KEY)
        return frozenset(name for name in kept if isinstance(name, str)) if isinstance(kept, list) else frozenset()

    def note(self, name: str) -> None:
        """One more."""
        self._settings.remember(_KEY, sorted({*self.all(), name}))

    def forget(self, name: str) -> None:
        """One less."""
        self._settings.remember(_KEY, sorted(self.all() - {name}))


class DeviceKeys:
    """Keeps secrets in a keyring and gives them back. Every call may take long: never on the window's own thread.

    `watch` is called while it waits, and may raise to give up. All of them raise KeyringRefused.
    """

    def __init__(self, found: Found = system_keyring, patience: float = PATIENCE_S) -> None:
        self._found, self._patience = found, patience

    def keep(self, name: str, value: bytes, watch: Progress = no_progress) -> None:
        """Keep a secret, and read it back; one that comes back otherwise is taken away again."""
        written = base64.b64encode(value).decode("ascii")

        def work(ring: Keyring) -> None:
            ring.set_password(SERVICE, name, written)
            if ring.get_password(SERVICE, name) != written:
                with suppress(Exception):
                    ring.delete_password(SERVICE, name)
                raise KeyringRefused("differs")

        self._ask(work, watch, lambda ring: ring.delete_password(SERVICE, name))

    def recall(self, name: str, watch: Progress = no_progress) -> bytes | None:
        """The secret of that name, or None where there is none."""
        kept = self._ask(lambda ring: ring.get_password(SERVICE, name), watch)
        if kept is None:
            return None
        try:
            value = base64.b64decode(kept, validate=True)
        except ValueError:
            return None
        return value if len(value) == KEY_BYTES else None

    def forget(self, name: str, watch: Progress = no_progress) -> None:
        """Take a secret away; one that is not there is let pass."""

        def work(ring: Keyring) -> None:
            if ring.get_password(SERVICE, name) is not None:
                ring.delete_password(SERVICE, name)

        self._ask(work, watch)

    def _ask(self, work: Callable[[Keyring], T], watch: Progress,
             undo: Callable[[Keyring], None] = lambda ring: None) -> T:
        """`undo` takes back what was done after nobody waited any more, such as by a password typed too late."""
        answers: list[T] = []
        troubles: list[KeyringRefused] = []
        given_up, deciding = threading.Event(), threading.Lock()

        def ask() -> None:
            try:
                ring = self._found()
                if ring is None:
                    troubles.append(KeyringRefused("none"))
                else:
                    found = work(ring)
                    with deciding:
                        late = given_up.is_set()
                        if not late:
                            answers.append(found)
                    if late:
                        undo(ring)
            except KeyringRefused as error:
                troubles.append(error)
            except Exception as error:
                troubles.append(KeyringRefused("locked" if _is_locked(error) else "failed"))

        asking = threading.Thread(target=ask, name="keyring", daemon=True)
        asking.start()
        waited = 0.0
        try:
            while asking.is_alive() and waited < self._patience:
                asking.join(_LOOK_S)
                waited += _LOOK_S
                watch(0, 0)
        finally:
            with deciding:
                given_up.set()
        if troubles:
            raise troubles[0]
        if not answers:
            raise KeyringRefused("silent")
        return answers[0]


def _is_locked(error: Exception) -> bool:
    from keyring.errors import KeyringLocked

    return isinstance(error, KeyringLocked)

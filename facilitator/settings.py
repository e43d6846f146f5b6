"""Each setting is declared once: key, type, default, label, scope. The settings screen draws itself from here."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from facilitator.i18n import _, languages, own_name, pgettext

if TYPE_CHECKING:
    from facilitator.model.change import Change


ELSEWHERE = "ZZ"
"""A country for which we hold no numbers of its own, by a code that none has."""


class Scope(StrEnum):
    """Where a setting is kept: in a small per-user file without content, or inside the vault."""

    DEVICE = "device"
    VAULT = "vault"


class Setting(NamedTuple):
    """A setting's declaration. `choices` gives (value, label) pairs at call time; a number has `least` and `most`.

    A named tuple, as are the values that the locked screen is built from: a data class takes five times as long to
    make, and all of them together a tenth of the start.
    """

    key: str
    scope: Scope
    default: str | int | bool
    label: Callable[[], str]
    help: Callable[[], str] = lambda: ""
    choices: Callable[[], tuple[tuple[str | int, str], ...]] | None = None
    least: int | None = None
    most: int | None = None
    step: int = 1
    unit: Callable[[], str] = lambda: ""

    def clean(self, value: object) -> str | int | bool:
        """The value when it may be used, else the default: a damaged file never stops the app."""
        if type(value) is not type(self.default):
            return self.default
        if self.choices is not None and value not in {v for v, _label in self.choices()}:
            return self.default
        if isinstance(value, int) and not isinstance(value, bool):
            if self.least is not None and value < self.least:
                return self.least
            if self.most is not None and value > self.most:
                return self.most
        return value if isinstance(value, str | int) else self.default


SETTINGS: tuple[Setting, ...] = (
    Setting(key="language", scope=Scope.DEVICE, default="en", label=lambda: _("Language"),
            help=lambda: _("Of the screens and of what is printed. A sheet can be printed in another one."),
            choices=lambda: tuple((language, own_name(language)) for language in languages())),
    Setting(key="theme", scope=Scope.DEVICE, default="system", label=lambda: _("Colours"),
            choices=lambda: (("system", _("As the laptop")),
                             ("light", pgettext("colours of the screen", "Light")), ("dark", _("Dark")),
                             ("contrast", _("High contrast")))),
    Setting(key="zoom", scope=Scope.DEVICE, default=100, label=lambda: _("Size of everything"),
            help=lambda: _("Ctrl and plus or minus do the same."), least=80, most=200, step=10, unit=lambda: "%"),
    Setting(key="idle_minutes", scope=Scope.DEVICE, default=3, label=lambda: _("Lock when nobody touches the laptop"),
            help=lambda: _("A countdown of 20 seconds shows first."), least=1, most=15,
            unit=lambda: _("min")),
    Setting(key="backup_space", scope=Scope.DEVICE, default=1000, label=lambda: _("Room for copies in the vault"),
            help=lambda: _("The vault keeps copies of itself. When they need more room, the oldest go."),
            least=100, most=9000, step=100, unit=lambda: _("MB")),
    Setting(key="less_motion", scope=Scope.DEVICE, default=False, label=lambda: _("Less motion")),
    Setting(key="country", scope=Scope.DEVICE, default="GB", label=lambda: _("Country"),
            help=lambda: _("Chooses the numbers on the emergency card, also while the vault is locked."),
            choices=lambda: (("GB", _("United Kingdom")), ("IE", _("Ireland")), ("US", _("United States")),
                             ("AU", _("Australia")), ("CA", _("Canada")), ("IN", _("India")),
                             ("NZ", _("New Zealand")), ("ZA", _("South Africa")), (ELSEWHERE, _("Other countries")))),
    Setting(key="paper", scope=Scope.VAULT, default="a4", label=lambda: _("Paper"),
            choices=lambda: (("a4", _("A4")), ("letter", _("US Letter")))),
    Setting(key="young_per_adult", scope=Scope.VAULT, default=8, label=lambda: _("Young people for each adult"),
            help=lambda: _("Your organisation’s own rule for circles of under-18s. Two adults are always needed."),
            least=1, most=20),
    Setting(key="pence_a_side", scope=Scope.VAULT, default=3, label=lambda: _("Cost of a printed side"),
            help=lambda: _("For the cover slip of a pack."), least=0, most=99, unit=lambda: _("p")),
)


def setting(key: str) -> Setting:
    """The declaration of a key. Raises KeyError for one that is not declared."""
    for declared in SETTINGS:
        if declared.key == key:
            return declared
    raise KeyError(key)


class DeviceSettings:
    """Settings of this laptop's user: a small file that holds no content. A damaged file reads as the defaults.

    Two windows may be open: each writes what it was told and nothing else, and remembers what the other wrote.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, Any] = self._read()
        self._kept = True

    def get(self, key: str) -> str | int | bool:
        """The value in force."""
        declared = setting(key)
        return declared.clean(self._values.get(key, declared.default))

    def number(self, key: str) -> int:
        """A setting that is a number."""
        return int(self.get(key))

    def text(self, key: str) -> str:
        """A setting that is a word."""
        return str(self.get(key))

    def set(self, key: str, value: str | int | bool) -> None:
        """Keep a value; a disk that cannot be written to is let pass, since nothing of worth is lost."""
        self._write(key, setting(key).clean(value))

    def remembered(self, key: str) -> Any:
        """A small thing remembered beside the settings (known vault folders, last seen sequence); None when absent."""
        key = f"memory.{key}"
        return ((self._kept and self._read()) or self._values).get(key)

    def remember(self, key: str, value: Any) -> None:
        """Keep a small thing; it must hold no content."""
        self._write(f"memory.{key}", value)

    def _read(self) -> dict[str, Any]:
        try:
            read = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return read if isinstance(read, dict) else {}

    def _write(self, key: str, value: Any) -> None:
        self._values[key] = value
        text = json.dumps((self._read() or self._values) | {key: value}, indent=1, sort_keys=True)
        name = ""
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".settings-")
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(self._path)
            self._kept = True
        except OSError:
            self._kept = False
            if name:
                with suppress(OSError):
                    Path(name).unlink(missing_ok=True)


def clean_all(values: Mapping[str, object], scope: Scope) -> dict[str, str | int | bool]:
    """Every setting of a scope, with defaults for what is missing or unusable."""
    return {s.key: s.clean(values.get(s.key, s.default)) for s in SETTINGS if s.scope is scope}


class _Store(Protocol):
    """The little that vault settings need of the store, which lies in a layer above."""

    def one(self, sql: str, params: Any = ()) -> dict[str, Any] | None: ...

    def all(self, sql: str, params: Any = ()) -> list[dict[str, Any]]: ...

    def command(self, kind: str, *, undo: bool = True) -> AbstractContextManager[Any]: ...


class VaultSettings:
    """Settings that belong to the vault and travel with it."""

    def __init__(self, store: _Store) -> None:
        self._store = store

    def all(self) -> dict[str, str | int | bool]:
        """Every vault setting in force."""
        rows = self._store.all("select key, value from setting_live")
        return clean_all({row["key"]: _read(row["value"]) for row in rows}, Scope.VAULT)

    def get(self, key: str) -> str | int | bool:
        """The value in force."""
        return self.all()[key]

    def set(self, key: str, value: str | int | bool) -> Change:
        """Keep a value in the vault."""
        from dataclasses import replace

        declared = setting(key)
        with self._store.command("setting.save") as command:
            command.put_setting(key, declared.clean(value))
        change: Change = command.change()
        return replace(change, label=_("{setting}: saved.").format(setting=declared.label()))


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None

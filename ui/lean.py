"""Data classes that take less: what is written out anew for each of our four hundred is shared by all of them."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any


def make_lean(dataclasses: ModuleType) -> None:
    """Have data classes share how they are shown, and how frozen ones refuse a change; they behave as ever.

    The module writes and compiles five functions for each class, three of which could be the same. Those of a frozen
    one hold on to the class it was before it got its slots, too: a second class for each. 2 MB in all.
    """
    usual: Callable[..., Any] = dataclasses.dataclass
    broken: type[Exception] = dataclasses.FrozenInstanceError

    def shown(self: Any) -> str:
        kind = type(self)
        parts = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(kind) if field.repr)
        return f"{kind.__qualname__}({', '.join(parts)})"

    def is_frozen(self: Any, name: str) -> bool:
        kind = type(self)
        return "__dataclass_params__" in vars(kind) or name in kind.__dataclass_fields__

    def assign(self: Any, name: str, value: object) -> None:
        if is_frozen(self, name):
            raise broken(f"cannot assign to field {name!r}")
        object.__setattr__(self, name, value)

    def delete(self: Any, name: str) -> None:
        if is_frozen(self, name):
            raise broken(f"cannot delete field {name!r}")
        object.__delattr__(self, name)

    def dataclass(cls: type | None = None, /, **asked: Any) -> Any:
        if cls is None:
            return lambda cls: dataclass(cls, **asked)
        shows = asked.pop("repr", True) and "__repr__" not in vars(cls)
        made = usual(cls, repr=False, **asked)
        if shows:
            made.__repr__ = shown
        if asked.get("frozen"):
            made.__setattr__, made.__delattr__ = assign, delete
        return made

    dataclasses.dataclass = dataclass  # type: ignore[attr-defined]

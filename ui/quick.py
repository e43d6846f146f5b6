"""A quick start and little memory: what the libraries bring along, and this app has no use for, is left out."""

from __future__ import annotations

import builtins
import gc
import linecache
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType


def make_quick() -> None:
    """To be called once, before anything of ours is loaded. Loads the binding itself.

    Rubbish is collected later, by `Tidy`: until the first picture there is next to none.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401

    # For its switch `from __feature__ import …` the binding reads the source of whatever is imported, and keeps it:
    # a tenth of the start, and 5 MB. Nobody here turns that switch.
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
    _hash_alone()
    sys.meta_path.insert(0, _WithDataclasses())


def _hash_alone() -> None:
    """Have Python make hashes by itself, where it can.

    The window needs short ones alone, as long ones go through `cryptography`. For them Python would load an OpenSSL of
    its own, the third in the process, after those of `cryptography` and SQLCipher: more than 4 MB.
    """
    sha2 = ("_sha2",) if sys.version_info >= (3, 12) else ("_sha256", "_sha512")
    if "hashlib" not in sys.modules and all(map(_there, ("_md5", "_sha1", *sha2, "_sha3", "_blake2"))):
        sys.modules["_hashlib"] = None  # type: ignore[assignment]


def _there(name: str) -> bool:
    """Whether a module can be loaded; `importlib.util` would take longer to load than this saves."""
    return any(finder.find_spec(name, None) is not None for finder in sys.meta_path)


class _WithDataclasses:
    """Makes data classes lean as soon as their module is loaded: the first picture does without it."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
                  ) -> ModuleSpec | None:
        """Says nothing of any other module."""
        if name != "dataclasses":
            return None
        sys.meta_path.remove(self)
        spec = next(filter(None, (finder.find_spec(name, path, target) for finder in sys.meta_path)), None)
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                from ui.lean import make_lean

                load(module)
                make_lean(module)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec

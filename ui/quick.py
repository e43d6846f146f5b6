"""A quick start and little memory: what the libraries bring along, and this app has no use for, is left out."""

from __future__ import annotations

import builtins
import gc
import linecache
import sys


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

"""Log lines carry a type and a place in our code, never a value."""

from __future__ import annotations

import hashlib
import traceback
from dataclasses import dataclass
from pathlib import Path

_OURS = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Trouble:
    """A bug of ours, told without any content: an id to quote, the error's type, the places in our code."""

    id: str
    kind: str
    places: tuple[str, ...]

    @property
    def line(self) -> str:
        """One log line."""
        return f"{self.id} {self.kind} at {' < '.join(self.places) or 'unknown'}"


def trouble(error: BaseException) -> Trouble:
    """What may be told about an error: never its message, which may hold a name."""
    places = []
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.is_relative_to(_OURS):
            places.append(f"{path.relative_to(_OURS).as_posix()}:{frame.lineno}")
    kind = type(error).__name__
    mark = hashlib.blake2b(f"{kind}{places}".encode(), digest_size=4).hexdigest()
    return Trouble(mark, kind, tuple(places[:6]))

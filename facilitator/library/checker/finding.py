"""What an editor sends back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something an editor would send back: which item, what is wrong, and the words in question."""

    item: str
    wrong: str
    words: str = ""

    def __str__(self) -> str:
        return f"{self.item}: {self.wrong}" + (f" — {self.words}" if self.words else "")

"""What a detail of a shape of its own is: where it stands, and whether that is sure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from facilitator.nameguard.model import Kind

I = re.IGNORECASE  # noqa: E741 (as the re module calls it)


@dataclass(frozen=True, slots=True)
class Found:
    """A detail: where it stands, what it is, whether that is sure, and why."""

    start: int
    end: int
    kind: Kind
    sure: bool
    reason: str
    opened: bool = False
    """Begins as only telephone numbers do."""

"""The clock is handed in, so that midnight, summer time and a clock gone backwards can be tried on purpose."""

from __future__ import annotations

import time
from datetime import date, datetime
from typing import Protocol


class Clock(Protocol):
    """What the app may ask about time."""

    def now(self) -> datetime:
        """The local wall time, without a zone: what a person reads off the wall."""
        ...

    def now_ms(self) -> int:
        """Milliseconds UTC since 1970, for the ledger and the journal."""
        ...

    def today(self) -> date:
        """The local day."""
        ...


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """The local wall time, without a zone."""
        return datetime.now()

    def now_ms(self) -> int:
        """Milliseconds UTC since 1970."""
        return time.time_ns() // 1_000_000

    def today(self) -> date:
        """The local day."""
        return date.today()

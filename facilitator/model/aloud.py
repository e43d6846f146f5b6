"""The agreement read aloud: one clause at a time, passed round; what is left out is said so, not forgotten."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class RoomClause:
    """One clause as the room shows it: screened words, seconds to read it, and whether it is the limits."""

    text: str
    seconds: int
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the circle is. `at` may be the number of clauses: then all is through.

    `left_out` are clauses that were passed over on purpose; the limits of confidentiality only with `marked`.
    `read_ms` is when the last was through, milliseconds UTC.
    """

    clauses: tuple[RoomClause, ...]
    at: int = 0
    left_out: tuple[int, ...] = ()
    marked: bool = False
    read_ms: int | None = None

    @property
    def clause(self) -> RoomClause | None:
        """The clause to read now, None once all is through."""
        return self.clauses[self.at] if self.at < len(self.clauses) else None

    @property
    def done(self) -> bool:
        """Whether all is through."""
        return self.at >= len(self.clauses)

    @property
    def limits_read(self) -> bool:
        """Whether every clause on the limits of confidentiality was read."""
        return all(n < self.at and n not in self.left_out
                   for n, clause in enumerate(self.clauses) if clause.limits)

    @property
    def must_mark(self) -> bool:
        """Whether leaving out what is to be read now has to be marked first."""
        return self.clause is not None and self.clause.limits and not self.marked

    @property
    def may_stop(self) -> bool:
        """Whether the reading may end here without anything to mark."""
        return self.limits_read or self.marked

    def on(self, now_ms: int) -> Reading:
        """This one was read: on to the next."""
        return self._to(self.at + 1, self.left_out, now_ms)

    def mark(self) -> Reading:
        """The facilitator says that the limits are left out tonight."""
        return replace(self, marked=True)

    def leave_out(self, now_ms: int) -> Reading:
        """Pass over the clause that is to be read; the limits stay where they are until that was marked."""
        if self.done or self.must_mark:
            return self
        return self._to(self.at + 1, (*self.left_out, self.at), now_ms)

    def back(self) -> Reading:
        """The clause before, to be read again."""
        at = max(0, self.at - 1)
        return replace(self, at=at, left_out=tuple(n for n in self.left_out if n < at), read_ms=None)

    def to_limits(self) -> Reading:
        """At the first clause on the limits, to be read now."""
        at = next((n for n, clause in enumerate(self.clauses) if clause.limits), self.at)
        return replace(self, at=at, left_out=tuple(n for n in self.left_out if n < at), read_ms=None)

    def _to(self, at: int, left_out: tuple[int, ...], now_ms: int) -> Reading:
        at = min(at, len(self.clauses))
        through = at == len(self.clauses)
        return replace(self, at=at, left_out=left_out, read_ms=(self.read_ms or now_ms) if through else None)

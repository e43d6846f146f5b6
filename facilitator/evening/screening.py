"""The seam for words about an evening, the same as for all others."""

from __future__ import annotations

from facilitator.people.screening import NamesIn, screened

__all__ = ["NamesIn", "screened"]

"""Sample vaults: one evening's charity to look round in; `decade` makes one with ten years behind it."""

from __future__ import annotations

from facilitator.sample.evening import WEEKS_BACK, furnish, make

__all__ = ["WEEKS_BACK", "furnish", "make"]

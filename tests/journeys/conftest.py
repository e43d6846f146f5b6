"""Fixtures of the journeys: the whole house, as the tests of the face use it."""

from __future__ import annotations

from tests.ui.conftest import fonts, front, quick_hands, theme

__all__ = ["fonts", "front", "quick_hands", "theme"]

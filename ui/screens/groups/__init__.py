"""Groups: who each is for, who is in it, when it meets, what it agreed, and who runs it where."""

from __future__ import annotations

from ui.screens.groups.screen import Groups

__all__ = ["Groups"]

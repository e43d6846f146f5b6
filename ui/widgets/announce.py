"""Says something aloud to a screen reader, when the screen changes where nobody looks."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

SAID_AS = "said_as"
"""The property that names what a part is to a screen reader, where Qt cannot tell; the kinds stand in `roles`."""


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say the words at its next pause."""
    if words:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def announce_title(page: QWidget) -> None:
    """Have a screen reader say what page this is, where one listens: the focus alone tells of one control."""
    from PySide6.QtGui import QAccessible

    if not QAccessible.isActive():
        return
    title = next((one for one in page.findChildren(QLabel) if one.property("role") == "h1" and one.isVisible()), None)
    if title is not None and title.text().strip():  # some pages learn theirs later, and say so then
        announce(page, title.text())

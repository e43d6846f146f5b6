"""Where Tab goes next: the order in which the page reads, also where parts of it were put there later."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QLayout,
    QScrollArea,
    QStackedLayout,
    QWidget,
)

from ui.later import later
from ui.widgets.standing import standing

_ROOM = 24  # px kept above and below what is scrolled to
_SETTLED_MS = 50  # until words that wrap have their height, and what stands under them its place
STAYS = "tab_stays"
"""The property of a part that lies over the page: Tab goes round inside it."""


def stops(part: QWidget) -> list[QWidget]:
    """Whatever in `part` takes the focus by Tab, in reading order; Qt's own chain is the order of making."""
    return list(_walk(part))


def step(part: QWidget, forward: bool) -> bool:
    """Go on from what has the focus to the next stop, or the one before; False where there is none."""
    now = QApplication.focusWidget()
    found = stops(_round(part, now))
    if not found:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    there = found[_next(part, found, now, forward)]
    there.setFocus(reason)
    reveal(there)
    return True


def reveal(stop: QWidget) -> None:
    """Scroll to what has the focus, in all that scrolls round it; to the chosen row of a list, to the top of the tall.

    Qt does so for Tab only, and only within the area that Tab leaves.
    """
    here = stop.ring_rect() if stop.property("rows") and hasattr(stop, "ring_rect") else stop.rect()
    inside = stop.parentWidget()
    while inside is not None:
        if isinstance(inside, QScrollArea) and (paper := inside.widget()) is not None:
            top = stop.mapTo(paper, here.topLeft()).y()
            inside.ensureVisible(0, top + here.height(), 0, _ROOM)
            inside.ensureVisible(0, top, 0, _ROOM)
        inside = inside.parentWidget()


def focus_in_sight(stop: QWidget) -> None:
    """Give the keyboard to a part of a page that is just being filled, and scroll to it once it has its place."""
    stop.setFocus(Qt.FocusReason.OtherFocusReason)
    keep_in_sight(stop)


def bring_in_sight(part: QWidget) -> None:
    """Scroll to what was just put on a page, such as a refusal, once its words have their height."""
    later(part, _SETTLED_MS, lambda: reveal(part) if part.isVisible() else None)


def keep_in_sight(stop: QWidget) -> None:
    """Scroll to what has the focus, once what was said above it has its height; not if one has gone on by then."""
    later(stop, _SETTLED_MS, lambda: reveal(stop) if stop.hasFocus() else None)


def keep_focus_in_sight() -> None:
    """Before all is made larger: what has the keyboard stays in sight, if it was, though what is above it grows."""
    here = QApplication.focusWidget()
    if here is not None and not here.visibleRegion().isEmpty():
        keep_in_sight(here)


def _next(part: QWidget, found: list[QWidget], now: QWidget | None, forward: bool) -> int:
    if now in found:
        return (found.index(now) + (1 if forward else -1)) % len(found)
    if now is None or not part.isAncestorOf(now):
        return 0 if forward else -1
    order = list(_walk(part, now))
    if now not in order:
        return _beside(found, now)
    # What has the focus takes none by Tab, such as a page that was given it: go on from where it stands.
    at = order.index(now)
    after = [found.index(stop) for stop in order[at + 1 :] if stop in found]
    before = [found.index(stop) for stop in order[:at] if stop in found]
    return (after[0] if after else 0) if forward else (before[-1] if before else -1)


def _beside(found: list[QWidget], gone: QWidget) -> int:
    """It was hidden with the focus on it, as Undo is once it was pressed: stay in the smallest part round it.

    Not what comes next on the window, as that may do what nobody wanted at the next press of Enter.
    """
    above = gone.parentWidget()
    while above is not None:
        for n, stop in enumerate(found):
            if above.isAncestorOf(stop):
                return n
        above = above.parentWidget()
    return 0


def _round(part: QWidget, now: QWidget | None) -> QWidget:
    """What Tab stays in: the part that lies over the page and has the focus, else all of it."""
    while now is not None and now is not part:
        if now.property(STAYS):
            return now
        now = now.parentWidget()
    return part


def _walk(part: QWidget, also: QWidget | None = None) -> Iterator[QWidget]:
    if part is also or _takes_tab(part):
        yield part
    if isinstance(part, QScrollArea):
        inside = part.widget()
        if inside is not None and inside.isVisible():
            yield from _walk(inside, also)
        return
    layout = part.layout()
    placed = list(_placed(layout)) if layout is not None else []
    # Not `children`: the binding would make classes for all kinds of helpers that nobody asks for.
    direct = part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    within = [*placed, *(one for one in direct if one not in placed)]
    control = part.focusProxy()
    if control in within:
        # What is typed into comes before what stands beside its name, such as Show: else a space would press that.
        within.sort(key=lambda one: one is not control)
    for child in within:
        if child.isVisible() and not child.isWindow():
            yield from _walk(child, also)


def _takes_tab(part: QWidget) -> bool:
    if not part.isEnabled() or part.focusProxy() is not None or part.isWindow():
        return False
    if isinstance(part, QAbstractButton) and (others := _exclude_one_another(part)):
        # Qt takes the policy away from whatever was not chosen when the focus came by; go by what is chosen now.
        return part.focusPolicy() != Qt.FocusPolicy.NoFocus and part is _stop_of(others)
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _exclude_one_another(button: QAbstractButton) -> list[QAbstractButton]:
    """The choices of which only one can be chosen, if it is one of them."""
    group: QButtonGroup | None = button.group()
    if group is not None:
        return list(group.buttons()) if group.exclusive() else []
    above = button.parentWidget()
    if not button.autoExclusive() or above is None:
        return []
    beside = (one for one in above.children() if isinstance(one, QAbstractButton))
    return [one for one in beside if one.autoExclusive() and one.group() is None]


def _stop_of(choices: list[QAbstractButton]) -> QAbstractButton | None:
    """Where Tab comes to: the one chosen, else the first; arrows go to the rest."""
    shown = [one for one in choices if one.isVisible() and one.isEnabled()]
    return next((one for one in shown if one.isChecked()), shown[0] if shown else None)


def _placed(layout: QLayout) -> Iterator[QWidget]:
    """The widgets of a layout, in the order it shows them."""
    if isinstance(layout, QStackedLayout):
        current = layout.currentWidget()
        if current is not None:
            yield current
        return
    for one in standing(layout):
        if isinstance(one, QWidget):
            yield one
        else:
            yield from _placed(one)

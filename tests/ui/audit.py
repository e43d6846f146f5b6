"""Looks a window over as the person would: nothing too small, nothing cut, nothing without a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from facilitator import i18n
from ui.theme import Theme, Tokens

ZOOMS = (1.0, 1.25, 1.5, 2.0)
SLACK = 1  # px that rounding may take
_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border)


def audit(window: QWidget, theme: Theme) -> list[str]:
    """Everything wrong with what is visible in the window, as sentences; empty when it is fit to be used."""
    settle()
    return [*_targets(window, theme), *_labels(window, theme), *_sideways(window), *_names(window)]


def audit_zooms(
    window: QWidget, theme: Theme, app: QApplication, zooms: tuple[float, ...] = ZOOMS, tokens: Tokens | None = None
) -> list[str]:
    """The audit at each zoom in turn, switched live as the person does it; back to 100 % afterwards."""
    found: list[str] = []
    for zoom in zooms:
        theme.use(app, tokens=tokens, zoom=zoom)
        found += [f"{round(zoom * 100)} %: {fault}" for fault in audit(window, theme)]
    theme.use(app, zoom=1.0)
    settle()
    return found


def audit_languages(make: Callable[[], QWidget], theme: Theme, app: QApplication) -> list[str]:
    """The audit at every zoom in English and in the made-up language of long words; `make` builds the window anew."""
    found: list[str] = []
    for language in ("en", i18n.PSEUDO):
        i18n.set_language(language)
        window = make()
        window.show()
        found += [f"{language} {fault}" for fault in audit_zooms(window, theme, app)]
        window.close()
    i18n.set_language("en")
    return found


def settle() -> None:
    """Let layouts come to rest, and deleted widgets go."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _visible(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    for widget in window.findChildren(kind):
        if widget.isVisibleTo(window) and widget.window() is window.window():
            yield widget


def _said(widget: QWidget) -> str:
    text = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} “{str(text)[:40]}”"


def _targets(window: QWidget, theme: Theme) -> Iterator[str]:
    least = 40 * theme.zoom - SLACK
    for kind in (QAbstractButton, QAbstractSpinBox, QLineEdit):
        for widget in _visible(window, kind):
            if isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), QAbstractSpinBox):
                continue
            if min(widget.width(), widget.height()) < least:
                yield f"{_said(widget)} is {widget.width()} × {widget.height()}, under {40 * theme.zoom:.0f}"
            if widget.width() < widget.minimumSizeHint().width() - SLACK:
                yield f"{_said(widget)} is cut: {widget.width()} wide, needs {widget.minimumSizeHint().width()}"
            needs = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
            if widget.height() < needs - SLACK:
                yield f"{_said(widget)} is cut: {widget.height()} high, needs {needs}"


def _labels(window: QWidget, theme: Theme) -> Iterator[str]:
    for label in _visible(window, QLabel):
        assert isinstance(label, QLabel)
        if not label.text():
            continue
        if label.fontInfo().pixelSize() < 15 * theme.zoom - SLACK:
            yield f"{_said(label)} is {label.fontInfo().pixelSize()} px, under 15"
        if label.wordWrap():
            if label.heightForWidth(label.width()) > label.height() + SLACK + 2:
                yield f"{_said(label)} is cut: {label.height()} high, needs {label.heightForWidth(label.width())}"
            if label.minimumSizeHint().width() > label.width() + SLACK:
                yield f"{_said(label)} is cut: {label.width()} wide, needs {label.minimumSizeHint().width()}"
        elif label.sizeHint().width() > label.width() + SLACK or label.sizeHint().height() > label.height() + SLACK:
            yield f"{_said(label)} is cut: {label.size().toTuple()} of {label.sizeHint().toTuple()}"
        outside = _outside(label, window)
        if outside:
            yield f"{_said(label)} runs out of its window by {outside} px"


def _outside(widget: QWidget, window: QWidget) -> int:
    left = widget.mapTo(window, QPoint(0, 0)).x()
    return max(0, -left, left + widget.width() - window.width() - SLACK)


def _sideways(window: QWidget) -> Iterator[str]:
    for area in _visible(window, QScrollArea):
        assert isinstance(area, QScrollArea)
        if area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff or area.widget() is None:
            continue
        needs, has = area.widget().minimumSizeHint().width(), area.viewport().width()
        if needs > has + SLACK:
            yield f"a page needs {needs} px across and has {has}: {_widest(area.widget(), has)}"


def _widest(page: QWidget, has: int) -> str:
    def least(widget: QWidget) -> int:
        return widget.minimumSizeHint().width()

    here, chain = page, [type(page).__name__]
    while True:
        inner = [w for w in here.children() if isinstance(w, QWidget) and w.isVisibleTo(page) and least(w) > has // 2]
        if not inner:
            return " > ".join(chain)
        here = max(inner, key=least)
        chain.append(f"{_said(here)} {least(here)}")


def _names(window: QWidget) -> Iterator[str]:
    for widget in _visible(window, QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled() or widget.focusProxy() is not None:
            continue
        if isinstance(widget, QAbstractScrollArea) and not isinstance(
            widget, QAbstractItemView | QPlainTextEdit | QTextEdit
        ):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None:
            yield f"{_said(widget)} is unknown to screen readers"
        elif not interface.text(QAccessible.Text.Name):
            yield f"{type(widget).__name__} at {QRect(widget.geometry()).getRect()} has no name"

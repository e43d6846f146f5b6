"""Tonight before there is anything to show: what this place is for, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.i18n import _
from facilitator.model.group import Group
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Empty, Header, Page


def no_group(theme: Theme, make: Callable[[], None]) -> Page:
    """Nobody has made a group yet."""
    step = Button(theme, _("Make a group"), "primary", "groups", big=True)
    step.clicked.connect(make)
    return _page(
        theme,
        _("Your first circle"),
        _("This page opens your evening: who runs it, the plan with clock times, what to see to, and what to print. "
          "It starts with a group. You need no names for that."),
        step,
    )  # fmt: skip


def no_evening(theme: Theme, group: Group, plan: Callable[[], None], other: Callable[[], None]) -> Page:
    """There is a group, but no day on which it meets."""
    step = Button(theme, _("Say when it meets"), "primary", "calendar", big=True)
    step.clicked.connect(plan)
    groups = Button(theme, _("Go to Groups"), "quiet", "groups")
    groups.clicked.connect(other)
    return _page(
        theme,
        _("When does {name} meet?").format(name=group.name),
        _("Give it a day and a time, once or every week. Then this page shows the next evening by itself."),
        step,
        groups,
    )


def _page(theme: Theme, title: str, words: str, step: Button, other: Button | None = None) -> Page:
    page = Page(theme, Header(theme, "", _("Tonight")))
    page.body.put(Empty(theme, title, words, step, other), STRETCH)
    page.setFocusProxy(step)
    return page

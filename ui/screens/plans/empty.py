"""Plans before there is an evening to plan: what this place is for, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.i18n import _
from facilitator.model.group import Group
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Empty, Header, Page


def nothing_to_plan(theme: Theme, groups: tuple[Group, ...], make: Callable[[], None],
                    days: Callable[[], None], browse: Callable[[], None]) -> Page:  # fmt: skip
    """No evening is coming: make a group, or say when it meets; plans can be looked at all the same."""
    every = Button(theme, _("All plans"), "plain", "plans")
    every.clicked.connect(browse)
    page = Page(theme, Header(theme, "", _("Plans"), every))
    if groups:
        step = Button(theme, _("Say when it meets"), "primary", "calendar", big=True)
        step.clicked.connect(days)
        title = _("No evening is coming yet")
        words = _("Give {name} a day and a time. Then you can plan what happens when.").format(name=groups[0].name)
    else:
        step = Button(theme, _("Make a group"), "primary", "groups", big=True)
        step.clicked.connect(make)
        title = _("Plans for your evenings")
        words = _("A plan says what happens when, so that you can look at faces, not at the clock. It belongs to a "
                  "group, so make that first.")  # fmt: skip
    page.body.put(Empty(theme, title, words, step), STRETCH)
    page.setFocusProxy(step)
    return page

"""A venue on paper: what to read to an ambulance, the ways out, what makes it easy to come to, what it costs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.organisation import Venue, fact_words
from ui.theme import Theme
from ui.widgets import Aside, Button, Fact, Label, Sheet, box, down


def venue_card(theme: Theme, venue: Venue, change: Button) -> Sheet:
    """The card, with the button that changes it at its head."""
    change.setAccessibleName(_("Change the venue {name}").format(name=venue.name))
    title = Aside(theme, Label(theme, venue.name, "strong", wrap=True), change, gap=8, least=140)
    parts: list[QWidget | int] = [box(title), 8]
    easy = _list(tuple(fact_words(fact) for fact in venue.facts))
    for icon, words, more in (
        ("place", venue.address, _("Read this to an ambulance")),
        ("door", venue.exits, _("Ways out")),
        ("emergency", venue.first_aid, _("First aid")),
        ("phone", venue.phone_signal, _("Where the phone works")),
        ("check", easy, _("Somebody has looked")),
        ("chair", venue.access, _("Getting in and around")),
        ("info", venue.cost, _("What it costs")),
        ("key", venue.notes, _("Good to know")),
    ):
        if words:
            parts += [Fact(theme, icon, words, more), 10]
    if not venue.address:
        missing = _("The address is missing")
        parts += [Fact(theme, "place", missing, _("Without it there is nothing to read out."), look=True), 10]
    return Sheet(theme, down(theme, *parts, margins=(24, 14, 16, 14)))


def _list(words: tuple[str, ...]) -> str:
    """Facts one after the other, as a sentence each."""
    return " ".join(_("{fact}.").format(fact=one) for one in words)

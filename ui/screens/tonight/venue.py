"""The venue card: the address to read to an ambulance, the ways out, first aid, where the phone works."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, listed
from facilitator.model.organisation import Venue, fact_words
from ui.theme import Theme
from ui.widgets import Button, Columns, Glyph, IconButton, Label, Paragraph, Sheet, across, box, down


class VenueCard(Sheet):
    """A calm sheet on the page, never a window of its own. `closed` when it is put away; `filling` to write it.

    Most evenings nobody opens it, so its parts are made at the first `unfold`.
    """

    closed = Signal()
    filling = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._venue: Venue | None = None
        self._shown: Venue | None = None
        self._column = down(theme, margins=(24, 14, 14, 20))
        self.setLayout(self._column)

    def show_venue(self, venue: Venue) -> None:
        """Be about a venue from now on."""
        self._venue = venue
        if self._shown is not None:
            self.unfold()

    def unfold(self) -> None:
        """Write the card, or write it anew where the venue is another."""
        venue = self._venue
        if venue is None or venue == self._shown:
            return
        self._shown = venue
        theme = self._theme
        self._column.clear()
        self.close_button = IconButton(theme, "close", _("Close the venue card"), token="ink_soft")
        self.close_button.clicked.connect(self.closed)
        head = across(theme, (Label(theme, _("Venue card"), "h3"), 1), self.close_button)
        read = _("Read this to an ambulance:")
        address = down(theme, Label(theme, read, "small", "soft", wrap=True), 2,
                       Label(theme, venue.address or venue.name, "lead", wrap=True))  # fmt: skip
        facts = (
            ("door", _("Ways out"), venue.exits),
            ("phone", _("Where the phone works"), venue.phone_signal),
            ("emergency", _("First aid"), venue.first_aid),
            ("check", _("Easy to come to"), " ".join(f"{fact_words(fact)}." for fact in venue.facts)),
            ("chair", _("Getting in"), venue.access),
            ("key", _("Good to know"), venue.notes),
        )
        there = [_fact(theme, icon, name, words) for icon, name, words in facts if words]
        self._column.put(head, 4, across(theme, (Glyph(theme, "place", "action"), 0, Qt.AlignmentFlag.AlignTop),
                                         (box(address), 1), gap=12))  # fmt: skip
        half = -(-len(there) // 2)
        if there:
            columns = Columns(theme, box(down(theme, *there[:half], gap=14)), box(down(theme, *there[half:], gap=14)),
                              gap=32, stacked_gap=14, below=560)  # fmt: skip
            self._column.put(18, box(columns))
        missing = [name for _icon, name, words in facts[:3] if not words] + ([] if venue.address else [_("Address")])
        if missing:
            fill = Button(theme, _("Fill in what is missing"), "quiet", "pencil", flush=True)
            fill.clicked.connect(self.filling)
            words = _("Not written down yet: {what}.").format(what=listed(missing))
            self._column.put(14, Label(theme, words, "body", "look", wrap=True), fill)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _fact(theme: Theme, icon: str, name: str, words: str) -> QWidget:
    text = box(down(theme, Label(theme, name, "label", "soft", wrap=True), Paragraph(theme, words), gap=2))
    return box(across(theme, (Glyph(theme, icon), 0, Qt.AlignmentFlag.AlignTop), (text, 1), gap=12))

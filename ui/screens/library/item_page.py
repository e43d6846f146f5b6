"""One item on a page of its own, where there is no room beside the list."""

from __future__ import annotations

from PySide6.QtCore import Signal

from facilitator.i18n import _
from ui.screens.library.preview import Preview
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Header, Page, Sheet, down


class ItemPage(Page):
    """`left` goes back to the list."""

    left = Signal()

    def __init__(self, theme: Theme, preview: Preview) -> None:
        self._theme, self.preview = theme, preview
        back = Button(theme, _("Library"), "quiet", "left", flush=True)
        super().__init__(theme, Header(theme, "", "", back=back), 8)
        back.clicked.connect(self.left)
        self.show_item(preview)

    def show_item(self, preview: Preview) -> None:
        """Show an item, or the same one as it is now."""
        self.preview = preview
        self.body.clear()
        self.body.put(Sheet(self._theme, down(self._theme, preview, margins=(24, 18, 22, 20)), stack=2), STRETCH)

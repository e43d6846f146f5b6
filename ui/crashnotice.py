"""What the person sees of an error nobody expected: whose it is, that saved work is safe, and its number."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.i18n import _
from facilitator.log import Trouble
from ui.theme import Theme
from ui.widgets import TOP, Aside, Button, Glyph, IconButton, Label, Panel, Paragraph, across, box, down
from ui.widgets.announce import SAID_AS, announce


class CrashNotice(Panel):
    """What the person sees of an error: that it is ours, that saved work is safe, the id, and what may be copied."""

    def __init__(self, theme: Theme, copy: Callable[[str], None]) -> None:
        super().__init__(theme, None, "danger_tint", "danger")
        self._copy, self._line = copy, ""
        self._fact = Label(theme, "", "strong", wrap=True)
        self._details = Label(theme, "", "small", "soft", wrap=True)
        self._safe = _("What was saved before is safe. You can go on. If it happens again, lock and unlock.")
        self.setProperty(SAID_AS, "alert")
        words = box(down(theme, self._fact, Paragraph(theme, self._safe, "small", "soft"), self._details, gap=4))
        take = Button(theme, _("Copy for whoever helps you"), "plain", "copy")
        take.clicked.connect(self._take)
        shut = IconButton(theme, "close", _("Close this message"), token="ink_soft")
        shut.clicked.connect(self.hide)
        body = box(Aside(theme, words, take, least=280))
        self.setLayout(
            across(
                theme,
                (Glyph(theme, "info", "danger"), 0, TOP),
                (body, 1),
                (shut, 0, TOP),
                gap=12,
                margins=(18, 12, 8, 12),
            )
        )
        self.hide()

    def tell(self, told: Trouble) -> None:
        """Show an error; several of one kind show once."""
        self._line = told.line
        self._fact.setText(_("Something went wrong in the app. Its number is {id}.").format(id=told.id))
        self._details.setText(told.line)
        self.setAccessibleName(f"{self._fact.words} {self._safe}")
        self.show()
        announce(self, self.accessibleName())

    def _take(self) -> None:
        self._copy(self._line)

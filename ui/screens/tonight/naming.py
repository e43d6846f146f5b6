"""Words that name somebody: said once beside them, with the way to keep them as they are."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.errors import NameInNote, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from ui.theme import Theme
from ui.widgets import Button, Refusal
from ui.widgets.tabbing import bring_in_sight


class Refused(Refusal):
    """Says in place what could not be kept. Of a name it warns: the words may be kept as they are by one press more.

    Every text passes here before it is kept; the names guard of later evenings takes the place of the matcher behind.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.keep_button: Button | None = None

    def show_error(self, error: UserError, keep: Callable[[], object] | None = None) -> None:
        """Show what is wrong; `keep` keeps words that name somebody."""
        message = explain(error)
        self.keep_button = None
        warns = isinstance(error, NameInNote) and keep is not None
        if warns and keep is not None:
            self.keep_button = Button(self._theme, _("Keep it as it is"))
            self.keep_button.clicked.connect(keep)
        self.tell(message.said, message.next, self.keep_button)
        bring_in_sight(self)

    def clear(self) -> None:
        """It is right again."""
        super().clear()
        self.keep_button = None

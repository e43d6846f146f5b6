"""A copy for a stick or a cupboard: checked to tell about nobody, with what does tell left out when asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, joined, listed
from ui.theme import Theme
from ui.widgets import STRETCH, Button, Fact, Flow, Label, Notice, Paragraph, box, down


class StickPanel(QWidget):
    """Says what tells about people. `leave` asks to leave it out, `save` to choose a place; `gone` is the way back."""

    leave = Signal()
    save = Signal()
    gone = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.leave_button = Button(theme, _("Leave them out"), "plain")
        self.trouble = Notice(theme, " ", " ", button=self.leave_button)
        self.fine = Fact(theme, "check", _("No piece in it tells about anybody."))
        self._out = Label(theme, "", "small", "soft", wrap=True)
        self.save_button = Button(theme, _("Choose where to save it"), "plain", "folder")
        self.back_button = Button(theme, _("Back"), "quiet", "left")
        said = _("It holds no name and no number of anybody, so it may lie in a drawer or be lent.")
        self.setLayout(
            down(
                theme, Label(theme, _("A copy for a stick"), "h3", wrap=True), 8,
                Paragraph(theme, said, "body", "soft"), 14, self.trouble, self.fine, 8, self._out, 20,
                box(Flow(theme, self.save_button, self.back_button, gap=10)), STRETCH, margins=(12, 8, 12, 0),
            )
        )  # fmt: skip
        self.leave_button.clicked.connect(self.leave)
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self.gone)

    def show_telling(self, titles: tuple[str, ...], left_out: tuple[str, ...] = (), anything: bool = True) -> None:
        """Say which pieces tell about people, and which were left out; `anything` whether any other is there."""
        self.trouble.setVisible(bool(titles))
        self.fine.setVisible(not titles and anything)
        if titles:
            one = _("{titles} tells about people.") if len(titles) == 1 else _("{titles} tell about people.")
            self.trouble.say(
                one.format(titles=_listed(titles)), _("A copy can be saved without. Your pack stays as it is."))
            self.leave_button.setText(_("Leave it out") if len(titles) == 1 else _("Leave them out"))
        if not anything:
            self._out.setText(_("Nothing is left to save. Put in a piece that tells about nobody."))
        else:
            self._out.setText(_("Left out: {titles}").format(titles=listed(left_out)) if left_out else "")
        self._out.setVisible(bool(self._out.words))
        if titles or not anything:
            self.save_button.off(_("First leave out what tells about people.") if titles else _("Nothing is left."))
        else:
            self.save_button.on()

    def begin(self) -> None:
        """The next step."""
        target = self.leave_button if self.trouble.isVisibleTo(self) else self.save_button
        (target if target.isEnabled() else self.back_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the way back."""
        if event.key() == Qt.Key.Key_Escape:
            self.gone.emit()
        else:
            super().keyPressEvent(event)


def _listed(titles: tuple[str, ...]) -> str:
    return joined(_("“{title}”").format(title=title) for title in titles)

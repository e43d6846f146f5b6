"""Trying the recovery code: typed from its paper twice a year, so that a sheet that was lost or misread is noticed."""

from __future__ import annotations

from PySide6.QtCore import Qt

from facilitator.errors import NoRecovery, UserError, WrongRecoveryCode
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from ui.desk import Desk
from ui.go import Go
from ui.screens.safekeeping.steps import StepPage
from ui.widgets import STRETCH, Button, CodeField, Fact, Notice, Paragraph, across, box, down

_CODE = 490


class TryingPage(StepPage):
    """The code from paper; it opens nothing and is not used up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Try the recovery code"))
        theme = desk.theme
        self.code = CodeField(theme, _("Type the code from your paper"))
        self.try_button = Button(theme, _("Try it"), "primary", "check", big=True)
        self.new_button = Button(theme, _("Make a new recovery sheet"), "plain", "paper")
        self.trouble = Notice(theme, " ", mood="danger", button=self.new_button)
        self.trouble.hide()
        # bounded inside a line: bounded alone, its height would be reckoned for the whole width
        bounded = across(theme, (self.code, 1000), STRETCH, gap=0)
        self._form = box(
            down(
                theme, Paragraph(theme, _("Fetch the sheet from where it lies, and type its code."), "lead"),
                12, Fact(theme, "key", _("It is not used up by this, and it stays as it is.")),
                8, Fact(theme, "paper", _("If you cannot find the sheet, make a new one: the old one then opens "
                                          "nothing.")),
                18, bounded, 22, self.trouble, 8, self.buttons(self.try_button),
            )
        )  # fmt: skip
        self.done_button = Button(theme, _("Back to Safe-keeping"), "primary", big=True)
        self._done = box(
            down(
                theme, Notice(theme, _("The code is right: the sheet works."),
                              _("Put it back where it lay. You are asked again in half a year."), "action", "check"),
                24, self.done_button,
            )
        )  # fmt: skip
        self._done.hide()
        self.column.put(self._form, self._done)
        self.try_button.clicked.connect(self._try)
        self.code.entered.connect(self._try)
        self.new_button.clicked.connect(self._renew)
        self.done_button.clicked.connect(self.gone)
        theme.follow(self._bound_code)

    def begin(self) -> None:
        """The first group."""
        self.code.begin()

    def wipe(self) -> None:
        """Forget the code."""
        self.code.wipe()

    def _bound_code(self) -> None:
        self.code.setMaximumWidth(self._theme.px(_CODE))

    def _try(self) -> None:
        typed = self.code.text
        self.trouble.hide()
        self.try_button.busy(_("Checking the code"))
        self.desk.jobs.do(self, lambda w: w.try_recovery(typed), self._works, refused=self._refused)

    def _works(self, _change: Change) -> None:
        self.try_button.rest()
        self.wipe()
        self._form.hide()
        self._done.show()
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: UserError) -> None:
        self.try_button.rest()
        message = explain(error)
        if isinstance(error, WrongRecoveryCode) and error.group:
            self.code.refuse_group(error.group, str(message))
            return
        if isinstance(error, WrongRecoveryCode | NoRecovery):
            self.trouble.say(_("This code does not open the vault. Nothing was changed."),
                             _("Perhaps it is an older sheet. If there is no other, make a new one."))
        else:
            self.trouble.say(message.said, message.next)
        self.trouble.show()

    def _renew(self) -> None:
        self.desk.go(Go("safekeeping", "recovery"))

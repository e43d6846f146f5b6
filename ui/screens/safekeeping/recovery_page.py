"""The recovery sheet: a code is shown once, copied by hand or printed, and typed back from paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError, WrongRecoveryCode
from facilitator.i18n import _, interface, listed
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.paper import Paper
from facilitator.model.progress import Progress
from ui.desk import Desk
from ui.printing import PrintJob
from ui.printing.how import How
from ui.screens.safekeeping import words
from ui.screens.safekeeping.asking import Keeping
from ui.screens.safekeeping.steps import StepPage
from ui.widgets import STRETCH, Button, CodeField, Fact, Grid, Label, Notice, Paragraph, Sheet, across, box, down

if TYPE_CHECKING:
    from facilitator.vault import PendingRecovery

_ACROSS, _CODE = 4, 490


class RecoveryPage(StepPage):
    """Three steps: why, the code, the code typed back. A code that is not typed back opens nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Recovery sheet"))
        theme = desk.theme
        self.pending: PendingRecovery | None = None
        self._size = Paper.A4
        self.state = Fact(theme, "info", " ")
        self.make_button = Button(theme, _("Make a code"), "primary", "key", big=True)
        self.print_button = Button(theme, _("Print it"), "plain", "print")
        self.copied_button = Button(theme, _("I have it on paper"), "primary", big=True)
        self.see_button = Button(theme, _("See the code again"), "quiet", "left")
        self.live_button = Button(theme, _("Make it live"), "primary", "key", big=True)
        self.code = CodeField(theme, _("Type the code from your paper"))
        self.trouble = Notice(theme, " ", mood="danger")
        self.trouble.hide()
        self._code_sheet = Sheet(theme, stack=1)
        self._code_grid = Grid(theme, gap=28, line_gap=14, margins=(28, 22, 28, 24))
        self._code_sheet.setLayout(self._code_grid)
        self._why = box(
            down(
                theme,
                Paragraph(theme, _("If your words are lost, nobody can look them up. A recovery code opens the vault "
                                   "once, and then you choose new words."), "lead"),
                14, Fact(theme, "paper", _("It lives on paper only. The app keeps no copy of it.")),
                8, Fact(theme, "lock", _("Keep it where you keep your passport, or with somebody you trust.")),
                8, Fact(theme, "key", _("You type it back here, so that we both know the paper is right.")),
                16, self.state, 22, self.make_button,
            )
        )  # fmt: skip
        how = Paragraph(theme, _("Copy it by hand, or print it. Then check it against the screen."), "lead")
        letters = _("There is no letter O, I, L or U in it: 0 is nought, 1 is one.")
        self._shown = box(
            down(
                theme, how, 16, self._code_sheet, 10, Label(theme, letters, "small", "soft", wrap=True), 22,
                self.buttons(self.copied_button, self.print_button),
            )
        )  # fmt: skip
        # bounded inside a line: bounded alone, its height would be reckoned for the whole width
        bounded = across(theme, (self.code, 1000), STRETCH, gap=0)
        live = _("Once it is typed back right, it is live. An older sheet then stops working.")
        self._typed = box(
            down(
                theme, Paragraph(theme, live, "lead"), 18, bounded, 22,
                self.buttons(self.live_button, self.see_button),
            )
        )  # fmt: skip
        self.done_button = Button(theme, _("Back to Safe-keeping"), "primary", big=True)
        self._done = box(
            down(
                theme, Notice(theme, _("The recovery sheet is live."),
                              _("Lock it away. If there is an older sheet, shred it: it opens nothing any more."),
                              "action", "check"), 24, self.done_button,
            )
        )  # fmt: skip
        self.column.put(self.trouble, 12, self._why, self._shown, self._typed, self._done)
        self.make_button.clicked.connect(self._make)
        self.print_button.clicked.connect(self._print)
        self.copied_button.clicked.connect(lambda: self._turn(self._typed, self.code.groups[0]))
        self.see_button.clicked.connect(lambda: self._turn(self._shown, self.copied_button))
        self.live_button.clicked.connect(self._confirm)
        self.code.entered.connect(self._confirm)
        self.done_button.clicked.connect(self.gone)
        self._turn(self._why)
        theme.follow(self._bound_code)

    def show_keeping(self, keeping: Keeping) -> None:
        """Say how things stand."""
        self.state.words.setText(words.recovery(keeping.recovery_live, keeping.recovery_since) + ".")

    def begin(self) -> None:
        """The first step."""
        self._turn(self._why, self.make_button)

    def wipe(self) -> None:
        """Forget the code, shown and typed."""
        self.pending = None
        self.code.wipe()
        self._show_code(())

    def _bound_code(self) -> None:
        """Four groups in a line, as they stand on paper."""
        self.code.setMaximumWidth(self._theme.px(_CODE))

    # ------------------------------------------------------------ steps
    def _turn(self, part: QWidget, focus: QWidget | None = None) -> None:
        for one in (self._why, self._shown, self._typed, self._done):
            one.setVisible(one is part)
        self.trouble.hide()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self) -> None:
        def made(answer: tuple[PendingRecovery, str]) -> None:
            self.pending, paper = answer
            self._size = Paper(paper)
            self.code.wipe()
            self._show_code(self.pending.groups)
            self._turn(self._shown, self.copied_button)

        self.desk.jobs.ask(self, lambda w: (w.new_recovery(), str(w.settings.get("paper"))), made, key="code")

    def _show_code(self, groups: tuple[str, ...]) -> None:
        while self._code_grid.count():
            item = self._code_grid.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        said = [_("Group {n}: {symbols}").format(n=n, symbols=listed(group)) for n, group in enumerate(groups, 1)]
        self.copied_button.setAccessibleDescription(". ".join(said))  # for whoever cannot see the sheet
        for number, group in enumerate(groups, 1):
            shown = Label(self._theme, group, "h2", tabular=True)
            shown.setAccessibleName(said[number - 1])
            figure = Label(self._theme, str(number), "small", "soft", tabular=True)
            cell = box(down(self._theme, figure, shown, gap=2))
            self._code_grid.put(cell, (number - 1) // _ACROSS, (number - 1) % _ACROSS)

    def _print(self) -> None:
        pending, printer = self.pending, self.desk.printer
        if pending is None:
            return
        groups, paper, today = pending.groups, self._size, self.desk.clock.today()
        name = How.remembered(self.desk.settings).printer

        def work(_progress: Progress) -> None:
            from facilitator.documents import RecoverySlip, SheetContext, build, render_pdf

            context = SheetContext(
                translator=interface(), today=today, paper=paper, recovery=RecoverySlip(groups=groups, made_on=today)
            )
            sheet = build("recovery-sheet", context, by_hand=True)
            pdf = render_pdf(sheet, paper).pdf
            printer.send(PrintJob(pdf=pdf, paper=paper, both_sides=False, grey=True, printer=name))

        self.trouble.hide()
        self.print_button.busy(_("Printing"))
        self.desk.jobs.paper(self, work, self._printed, refused=self._not_printed)

    def _printed(self, _nothing: None) -> None:
        self.print_button.rest()
        self.desk.tell(_("The sheet went to the printer. Fetch it at once."))

    def _not_printed(self, error: UserError) -> None:
        self.print_button.rest()
        self.trouble.say(explain(error).said, _("Check that the printer is on, or copy the code by hand."))
        self.trouble.show()

    def _confirm(self) -> None:
        pending, typed = self.pending, self.code.text
        if pending is None:
            return
        self.live_button.busy(_("Checking the code"))
        self.desk.jobs.do(self, lambda w: w.confirm_recovery(pending, typed), self._live, refused=self._slip)

    def _live(self, _change: Change) -> None:
        self.live_button.rest()
        self.wipe()
        self._turn(self._done, self.done_button)

    def _slip(self, error: UserError) -> None:
        self.live_button.rest()
        if isinstance(error, WrongRecoveryCode):
            self.code.refuse_group(error.group, str(explain(error)))
        else:
            message = explain(error)
            self.trouble.say(message.said, message.next)
            self.trouble.show()

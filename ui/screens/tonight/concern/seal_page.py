"""A concern that is typed, to be sealed to one reader: what that means is said before, and paper is offered first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.concern import About, ConcernWords, Recipient, duty_words
from facilitator.model.debrief import Answer
from facilitator.model.safeguarding import Branch
from ui.screens.tonight.concern.asking import Safety
from ui.screens.tonight.concern.paging import ConcernPage
from ui.screens.tonight.naming import Refused
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    AreaField,
    Button,
    Columns,
    Fact,
    Flow,
    Label,
    RadioCard,
    Sheet,
    box,
    down,
    heading,
)

_MOST_LINES = 4


class SealPage(ConcernPage):
    """`sealing` carries the reader’s key, the words and whom it is about; `printing` the words."""

    dropped = Signal()
    sealing = Signal(object, object, object)
    printing = Signal(object)

    def __init__(self, theme: Theme, safety: Safety, branch: Branch) -> None:
        form = safety.asked
        super().__init__(theme, "", _("A concern for one reader"), _("Act first"))
        self._theme, self._me, self.branch = theme, safety.me, branch
        self._readers = safety.readers_of(branch)
        self.refused = Refused(theme)
        self.fields: dict[str, AreaField] = {}
        sheet = down(theme, margins=(28, 22, 28, 24))
        sheet.put(Label(theme, form.title, "h2", wrap=True), 4,
                  box(down(theme, *(Fact(theme, "info", line) for line in form.cautions), gap=6)), 16)  # fmt: skip
        for part in form.parts:
            sheet.put(box(heading(theme, part.title)), 8)
            for question in part.questions:
                field = AreaField(theme, question.ask, help=question.hint, lines=min(_MOST_LINES, question.lines))
                self.fields[question.id] = field
                sheet.put(field, 12)
        self.seal_button = Button(theme, " ", "primary", "lock")
        self.print_button = Button(theme, _("Print it first"), "plain", "print")
        leave = Button(theme, _("Never mind"), "quiet")
        self.seal_button.clicked.connect(self._seal)
        self.print_button.clicked.connect(lambda: self.printing.emit(self.words))
        leave.clicked.connect(self.dropped)
        sheet.put(6, self.refused, 10, box(Flow(theme, self.seal_button, self.print_button, leave, gap=10)))
        self._group = QButtonGroup(self)
        self.cards: dict[bytes, RadioCard] = {}
        for number, reader in enumerate(self._readers):
            card = RadioCard(theme, reader.name, duty_words(reader.duty), number == 0)
            self.cards[reader.holder] = card
            self._group.addButton(card, number)
        self._group.idToggled.connect(lambda _at, on: self._say() if on else None)
        self._facts = down(theme, gap=10)
        side = box(down(
            theme, box(heading(theme, _("Who may read it"))), 8, box(down(theme, *self.cards.values(), gap=8)), 20,
            box(heading(theme, _("Before you seal it"))), 8, box(self._facts), STRETCH))  # fmt: skip
        # what sealing means comes first, in one column too: nobody should seal before having read it
        self.body.put((Columns(theme, side, Sheet(theme, sheet, stack=2), shares=(40, 60), gap=36), 1))
        self._say()

    # ------------------------------------------------------------ what it shows
    @property
    def reader(self) -> Recipient | None:
        """Who is chosen."""
        at = self._group.checkedId()
        return self._readers[at] if 0 <= at < len(self._readers) else None

    @property
    def words(self) -> ConcernWords:
        """What is typed."""
        return ConcernWords(written_by=self._me, answers=tuple(
            Answer(id, field.text) for id, field in self.fields.items() if field.text))

    def focus_first(self) -> None:
        """Give the keyboard to who may read it: what that means stands beside it, in sight in one column too."""
        chosen = self._group.checkedButton()
        (chosen or self.print_button).setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say why not, in sight."""
        self.refused.show_error(error)
        self.view.ensureWidgetVisible(self.refused)

    def read(self) -> dict[str, str] | None:
        """What is half typed: sealed to its writer, as every draft is, and gone once the concern is sealed."""
        words = {id: field.text for id, field in self.fields.items() if field.text}
        return {**words, "~case": self.branch.value} if words else None

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put it back."""
        for id, field in self.fields.items():
            field.set_text(fields.get(id, ""))

    def _say(self) -> None:
        """What sealing to the one chosen means."""
        reader, theme = self.reader, self._theme
        self._facts.clear()
        if reader is None:
            self.seal_button.hide()
            self.print_button.set_kind("primary")
            words = _("The people who may read it cannot open this vault any more. Print it, and take it to them.")
            self._facts.put(Fact(theme, "warning", words, look=True))
            return
        name = reader.name
        self.seal_button.setText(_("Seal it for me") if reader.mine else
                                 _("Seal it for {name}").format(name=name))
        facts = [
            Fact(theme, "lock", _("You are its reader. Nobody else can open it.") if reader.mine else
                 _("Only {name} can open it. You cannot read it again.").format(name=name)),
            Fact(theme, "print", _("Do you need it on the telephone today? Print it first.")),
            Fact(theme, "warning", _("It is lost if {name} has to reset their words, or leaves this vault.").format(
                name=name), look=True),
            Fact(theme, "eye", _("Everybody who opens this vault sees the day, and for whom it is. Nothing more.")),
            Fact(theme, "search", _("No search, no report and no list of what is kept about a person looks into it.")),
            Fact(theme, "stick", _("Nothing is sent. {name} finds it here, or in a backup.").format(name=name)),
            Fact(theme, "phone", _("So call {name} today all the same.").format(name=name)),
        ]  # fmt: skip
        if self.branch is Branch.FACILITATOR:
            facts.append(Fact(theme, "warning", _("Would its day warn the facilitator? Then use paper."), look=True))
        self._facts.put(*(facts if not reader.mine else facts[:2] + facts[3:5]))

    def _seal(self) -> None:
        reader = self.reader
        if reader is not None:
            about = About.FACILITATOR if self.branch is Branch.FACILITATOR else About.SOMEBODY
            self.sealing.emit(reader.holder, self.words, about)

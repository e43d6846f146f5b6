"""One concern: read by whom it was sealed to, added to by anybody, and always where it went, before it is closed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from facilitator.errors import UserError
from facilitator.i18n import _, interface
from facilitator.model.concern import Concern, OpenedConcern, Pointer
from ui.screens.tonight.concern.asking import Safety, state_of, title_of
from ui.screens.tonight.concern.paging import ConcernPage
from ui.screens.tonight.naming import Refused
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    AreaField,
    Button,
    Columns,
    DateField,
    Fact,
    Flow,
    Label,
    Notice,
    Paragraph,
    Rule,
    Sheet,
    TextField,
    box,
    down,
    heading,
)
from ui.widgets.layout import Item
from ui.widgets.tabbing import focus_in_sight, keep_in_sight


class OnePage(ConcernPage):
    """`keeping` carries where it went and whether names were seen, `adding` words; `closing` whether to close it."""

    keeping = Signal(object, bool)
    adding = Signal(str)
    closing = Signal(bool)
    erasing = Signal()

    def __init__(self, theme: Theme, safety: Safety, concern: Concern | None) -> None:
        title = _("Where did it go?") if concern is None else title_of(concern)
        super().__init__(theme, "" if concern is None else state_of(concern), title, _("Act first"))
        self._theme, self._form, self.concern = theme, safety.form, concern
        self._words = down(theme)
        self.refused = Refused(theme)
        self.more: AreaField | None = None
        found = concern or Pointer(made_on=safety.today)
        mine = concern is None or not concern.sealed or concern.mine or concern.lost
        self.made = DateField(theme, _("Day of the concern"), found.made_on, safety.today)
        self.to = TextField(theme, _("Passed to"), found.passed_to,
                            _("A role or an office, such as “our lead” or “social services”."))  # fmt: skip
        self.on = DateField(theme, _("On which day"), found.passed_on, safety.today, _("Empty while nobody knows yet."))
        self.reference = TextField(theme, _("Their reference"), found.reference, _("If they gave you one."))
        self.why = AreaField(theme, _("Passed to nobody? Then why?"), found.why_not, lines=2)
        self.keep_button = Button(theme, _("Keep it"), "primary", "check")
        self.keep_button.clicked.connect(lambda: self._keep(False))
        closed = concern is not None and concern.closed_on is not None
        self.close_button = Button(theme, _("Open it again") if closed else _("Close the concern"), "plain")
        self.close_button.clicked.connect(lambda: self.closing.emit(not closed))
        if concern is None:
            self.close_button.hide()
        self.erase_button = Button(theme, _("Take it away for good"), "danger", "bin")
        self.erase_button.clicked.connect(self.erasing)
        if concern is None or not concern.lost:
            self.erase_button.hide()
        day: list[Item] = [self.made, 14] if concern is None else []
        went = box(down(
            theme, box(heading(theme, _("Where it went"))), 8, *day, self.to, 14, self.on, 14, self.reference,
            14, self.why, 14, self.refused, 10,
            box(Flow(theme, self.keep_button, self.close_button, self.erase_button, gap=10)),
        ))  # fmt: skip
        if not mine:
            went.hide()
        facts = [Fact(theme, "info", _("Names belong on the paper, not here.")),
                 Fact(theme, "check", _("It can be closed once it says where it went, or why to nobody."))]
        if concern is None or not concern.sealed:
            self.body.put((Columns(theme, Sheet(theme, down(theme, went, margins=(28, 22, 28, 24)), stack=2),
                                   box(down(theme, *facts, STRETCH, gap=10)), shares=(60, 40), gap=36), 1))
        else:
            sheet = Sheet(theme, down(theme, self._words, margins=(28, 22, 28, 24)), stack=2)
            self.body.put((Columns(theme, sheet, box(down(theme, went, STRETCH)), shares=(56, 44), gap=36), 1))

    # ------------------------------------------------------------ what it shows
    def show_words(self, opened: OpenedConcern | None) -> None:
        """Show what was sealed to me; to anybody else that it is sealed, and a line to add to it."""
        concern, theme = self.concern, self._theme
        if concern is None or not concern.sealed:
            return
        kept = "" if self.more is None else self.more.text
        self._words.clear()
        if opened is not None:
            self._read(opened)
        elif concern.lost:
            said = _("It was sealed to a key that is gone, as happens when words are reset by recovery.")
            self._words.put(Notice(theme, _("Nobody can open this any more."), said, icon="lock"))
            return
        else:
            said = _("Only its reader can open it, not you. “Opened” is told here as a day, once they have read it.")
            self._words.put(Notice(theme, _("It is sealed."), said, icon="lock"), 16)
        self.more = AreaField(theme, _("Add to it, with today’s date"), kept, lines=3,
                              help=_("What stands there stays as it is. Your words are sealed to the same reader."))
        self.add_button = Button(theme, _("Add"), "plain", "plus")
        self.add_button.clicked.connect(self._add)
        self._words.put(self.more, 8, self.add_button)

    def focus_first(self) -> None:
        """The first thing to type, or the way back."""
        if self.concern is None:
            self.to.edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say why not, with a way to keep words that name somebody."""
        self.refused.show_error(error, lambda: self._keep(True))
        keep_in_sight(self.keep_button)  # what is said over it pushes it down

    def read(self) -> dict[str, str] | None:
        """What is half typed."""
        fields = {"to": self.to.text, "on": self.on.text, "reference": self.reference.text, "why": self.why.text,
                  "more": "" if self.more is None else self.more.text}  # fmt: skip
        was = self.concern
        same = was is not None and (was.passed_to, was.reference, was.why_not, "") == (
            fields["to"], fields["reference"], fields["why"], fields["more"])
        return None if same or not any(fields.values()) else fields

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put it back."""
        self.to.set_text(fields.get("to", ""))
        self.on.set_text(fields.get("on", ""))
        self.reference.set_text(fields.get("reference", ""))
        self.why.set_text(fields.get("why", ""))
        if self.more is not None:
            self.more.set_text(fields.get("more", ""))

    # ------------------------------------------------------------ parts
    def _read(self, opened: OpenedConcern) -> None:
        theme = self._theme
        asked = {question.id: question.ask for question in self._form.questions}
        if opened.words.written_by:
            self._words.put(Label(theme, _("Written by {name}").format(name=opened.words.written_by), "body", "soft",
                                  wrap=True), 12)  # fmt: skip
        for answer in opened.words.answers:
            self._words.put(Label(theme, asked.get(answer.question, answer.question), "strong", wrap=True), 2,
                            Paragraph(theme, answer.words), 12)  # fmt: skip
        for one in opened.added:
            day = interface().date(one.on, "d MMMM y")
            added = _("Added on {day} by {name}").format(day=day, name=one.written_by) if one.written_by else \
                _("Added on {day}").format(day=day)
            self._words.put(Rule(theme), 10, Label(theme, added, "small", "soft", wrap=True), 2,
                            Paragraph(theme, one.words), 12)  # fmt: skip

    def _keep(self, seen: bool) -> None:
        made, on = self.made.check(), self.on.check() if self.on.text else None
        wrong = self.made if made is None else self.on if self.on.text and on is None else None
        if made is None or wrong is not None:
            focus_in_sight(wrong or self.made)
            return
        self.keeping.emit(Pointer(made_on=made, passed_to=self.to.text, passed_on=on,
                                  reference=self.reference.text, why_not=self.why.text), seen)

    def _add(self) -> None:
        if self.more is not None and self.more.text.strip():
            self.adding.emit(self.more.text)

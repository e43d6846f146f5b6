"""One of my own pages on its sheet: to be read and added to, or to be written."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from facilitator.errors import UserError
from facilitator.i18n import _, interface
from facilitator.model.debrief import Answer
from facilitator.model.sealed import SealedDraft, SealedKind, SealedPage, kind_words
from ui.screens.tonight.naming import Refused
from ui.screens.tonight.own.asking import Own
from ui.theme import Theme
from ui.widgets import (
    AreaField,
    Button,
    DateField,
    Fact,
    Flow,
    Label,
    Notice,
    Paragraph,
    Rule,
    Sheet,
    box,
    down,
    heading,
)


class PageSheet(Sheet):
    """`sealing` carries a page and `amending` words for the one shown, each with whether names were seen.

    `discarding` takes a lost page away, once it was said what that means.
    """

    sealing = Signal(object, bool)
    amending = Signal(str, bool)
    discarding = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, stack=2)
        self._theme = theme
        self._kind: SealedKind | None = None
        self._page: SealedPage | None = None
        self._fields: dict[str, AreaField] = {}
        self.day: DateField | None = None
        self.more: AreaField | None = None
        self.refused = Refused(theme)
        self._column = down(theme, margins=(28, 22, 28, 24))
        self.setLayout(self._column)

    @property
    def writing(self) -> SealedKind | None:
        """What is being written, None while a page is read."""
        return self._kind

    # ------------------------------------------------------------ writing
    def show_form(self, own: Own, kind: SealedKind) -> None:
        """An empty page of a kind."""
        theme, form = self._theme, own.form(kind)
        self._begin()
        if form is None:
            return
        self._kind = kind
        self.day = DateField(theme, _("Day"), own.today, own.today)
        self._column.put(Label(theme, form.title, "h2", wrap=True), 4,
                         Label(theme, form.summary, "body", "soft", wrap=True), 10,
                         box(down(theme, *(Fact(theme, "info", line) for line in form.cautions), gap=6)), 16,
                         self.day, 16)  # fmt: skip
        for part in form.parts:
            said = [Paragraph(theme, line, "body", "soft") for line in part.says]
            self._column.put(box(heading(theme, part.title)), 6, *said, 8)
            for question in part.questions:
                field = AreaField(theme, question.ask, help=question.hint, lines=min(3, max(1, question.lines)))
                self._fields[question.id] = field
                self._column.put(field, 12)
        seal = Button(theme, _("Seal it for me alone"), "primary", "lock")
        seal.clicked.connect(lambda: self._seal(False))
        leave = Button(theme, _("Never mind"), "quiet")
        leave.clicked.connect(self.left)
        self._column.put(6, self.refused, 10, box(Flow(theme, seal, leave, gap=10)))
        self.seal_button = seal

    def focus_first(self) -> None:
        """Give the keyboard to the first question."""
        field = next(iter(self._fields.values()), self.more)
        if field is not None:
            field.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def read(self) -> dict[str, str] | None:
        """What is half written."""
        if self._kind is not None:
            words = {id: field.text for id, field in self._fields.items() if field.text}
            return {**words, "kind": self._kind.value} if words else None
        if self._page is None or self.more is None or not self.more.text:
            return None
        return {"more": self.more.text, "page": self._page.id.hex()}

    def restore(self, own: Own, fields: Mapping[str, str]) -> None:
        """Put it back."""
        if "kind" in fields:
            self.show_form(own, SealedKind(fields["kind"]))
            for id, field in self._fields.items():
                field.set_text(fields.get(id, ""))
            return
        page = next((one for one in own.pages if one.id.hex() == fields.get("page")), None)
        if page is not None:
            self.show_page(own, page)
            if self.more is not None:
                self.more.set_text(fields.get("more", ""))

    def wipe(self) -> None:
        """It is sealed, or not wanted: nothing of it is half written any more."""
        self._begin()

    def refuse(self, error: UserError) -> None:
        """Say why not, with a way to keep words that name somebody."""
        self.refused.show_error(error, lambda: self._seal(True) if self._kind is not None else self._amend(True))

    def _seal(self, seen: bool) -> None:
        if self._kind is None or self.day is None:
            return
        day = self.day.check()
        if day is None:
            return
        answers = tuple(Answer(id, field.text) for id, field in self._fields.items() if field.text)
        self.sealing.emit(SealedDraft(kind=self._kind, on=day, answers=answers), seen)

    # ------------------------------------------------------------ reading
    def show_page(self, own: Own, page: SealedPage) -> None:
        """One of my pages."""
        theme = self._theme
        self._begin()
        self._page = page
        day = interface().date(page.on, "EEEE d MMMM y")
        self._column.put(Label(theme, kind_words(page.kind), "h2", wrap=True), 2, Label(theme, day, "body", "soft"), 14)
        if page.lost:
            away = Button(theme, _("Take it away for good"), "danger", "bin")
            away.clicked.connect(self.discarding)
            words = _("It was sealed to a key that is gone, as happens when words are reset by recovery.")
            self._column.put(Notice(theme, _("Nobody can open this page any more."), words, icon="lock", button=away))
            return
        if page.light:
            light = next((one for one in own.lights if one.id == page.light), None)
            if light is not None:
                self._column.put(Fact(theme, "sun", f"{light.name}. {light.words}"), 12)
        for answer in page.answers:
            self._column.put(Label(theme, own.asked(page.kind, answer.question), "strong", wrap=True), 2,
                             Paragraph(theme, answer.words), 12)  # fmt: skip
        for amendment in page.amendments:
            added = _("Added on {day}").format(day=interface().date(amendment.on, "d MMMM y"))
            self._column.put(Rule(theme), 10, Label(theme, added, "small", "soft"), 2,
                             Paragraph(theme, amendment.words), 12)  # fmt: skip
        self.more = AreaField(theme, _("Add to it, with today’s date"), lines=2,
                              help=_("What stands above stays as it is."))  # fmt: skip
        add = Button(theme, _("Add"), "plain", "plus")
        add.clicked.connect(lambda: self._amend(False))
        self.add_button = add
        self._column.put(6, self.more, 8, self.refused, 8, add)

    def _amend(self, seen: bool) -> None:
        if self.more is not None and self.more.text:
            self.amending.emit(self.more.text, seen)

    def _begin(self) -> None:
        self._column.clear()
        self._fields, self.more, self.day, self._kind, self._page = {}, None, None, None, None
        self.refused = Refused(self._theme)

"""The choices of one piece: copies in each variant, and what its document lets one choose, in a small panel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, languages, ngettext, own_name
from facilitator.model.paper import Layout, Style, in_language
from ui.screens.print import words
from ui.screens.print.building import Build, Key
from ui.screens.print.days import Days
from ui.screens.print.extras import Extras
from ui.screens.print.pieces import MOST
from ui.theme import Theme
from ui.widgets import STRETCH, Button, ChoiceField, Label, Stepper, across, box, down

if TYPE_CHECKING:
    from facilitator.documents import Document, SheetContext

VARIANTS = (*((style, False) for style in Style), (Style.STANDARD, True), (Style.LARGE, True),
            (Style.EASYREAD, True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piecework:
    """One piece with its variants, as the panel shows it."""

    document: Document
    key: Key
    title: str
    because: str
    takes: str
    build: Build
    context: SheetContext
    days: Days | None
    """None where there is no group whose evenings could be shown."""
    names: bool
    large: int
    easy: int
    layouts: tuple[Layout, ...] = ()
    layout: Layout = Layout.PAGE
    printer: str = ""
    """What to choose at the printer, and what to do with the paper then."""


class PiecePanel(QWidget):
    """Shows and changes it. `counted` carries a variant and its copies, `item` a library item, `more` asks for one more
    of them, `option` a key and its value, `days` a `Days`; `done` is the way back.
    """

    counted = Signal(tuple, int)
    item = Signal(str)
    more = Signal(str)
    option = Signal(str, int)
    days = Signal(object)
    done = Signal()

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme = theme
        self._key: Key | None = None
        self._more = ""
        self.title = Label(theme, " ", "h3", wrap=True)
        self._because = Label(theme, " ", "small", "soft", wrap=True)
        self.extras = Extras(theme, today)
        self.printer = Label(theme, " ", "body", wrap=True)
        self.more_button = Button(theme, _("Add another one"), "quiet", "plus", flush=True)
        self.language = ChoiceField(theme, _("Language"), _tongues())
        if len(_tongues()) < 2:
            self.language.hide()
        self.other_button = Button(theme, _("Add copies in another language"), "quiet", "plus", flush=True)
        self._other = ""
        self.steppers: dict[tuple[Style, bool], Stepper] = {}
        self._rows: dict[tuple[Style, bool], QWidget] = {}
        self._abouts: dict[tuple[Style, bool], Label] = {}
        copies = down(theme, Label(theme, _("Copies"), "strong"), 6, gap=0)
        for variant in VARIANTS:
            stepper = self.steppers[variant] = Stepper(theme, 0, words.variant(*variant), most=MOST)
            about = self._abouts[variant] = Label(theme, "", "small", "soft", wrap=True)
            about_it = box(down(theme, Label(theme, words.variant(*variant), "body", wrap=True), about))
            self._rows[variant] = box(across(theme, (about_it, 1), stepper, gap=12, margins=(0, 5, 0, 5)))
            stepper.valueChanged.connect(lambda copies, variant=variant: self._count(variant, copies))
            copies.put(self._rows[variant])
        self.takes = Label(theme, "", "body", wrap=True, tabular=True)
        self.done_button = Button(theme, _("Done"), "plain", "check")
        self.setLayout(
            down(
                theme, self.title, self._because, 14, self.extras, self.printer, self.more_button, 12, copies, 10,
                self.language, 4, self.other_button, 10, self.takes, 18, self.done_button, STRETCH,
                margins=(12, 8, 12, 0),
            )
        )  # fmt: skip
        self.extras.item.connect(lambda item: self._make_of(item, str(self.language.value or "")))
        self.language.chosen.connect(lambda language: self._make_of(self._key[3] if self._key else "", str(language)))
        self.other_button.clicked.connect(lambda: self.more.emit(self._other))
        self.extras.option.connect(self.option)
        self.extras.days.connect(self.days)
        self.more_button.clicked.connect(lambda: self.more.emit(self._more))
        self.done_button.clicked.connect(self.done)

    @property
    def key(self) -> Key | None:
        """The piece whose choices these are, in its plain variant."""
        return self._key

    def show_piece(self, work: Piecework) -> None:
        """Show a piece without telling anyone."""
        from facilitator.packs import comes_in

        document, _style, _discreet, item = work.key
        self._key = document, Style.STANDARD, False, item
        self.title.setText(work.title)
        self._because.setText(work.because)
        self._because.setVisible(bool(work.because))
        self.takes.setText(work.takes)
        self.takes.setVisible(bool(work.takes))
        found = work.build.find(self._key)
        alike = [piece for piece in work.build.pieces if (piece.document, piece.item) == (document, item)]
        options = dict((alike[0] if alike else found).options)
        alone, _at, spoken = item.partition("@")
        self.language.choose(spoken)
        self._other = self._next_language(work, alone)
        self.other_button.setVisible(bool(self._other))
        self.extras.show_piece(work.document, work.context, alone, options, work.days, work.names, work.layouts)
        self.printer.setText(work.printer)
        self.printer.setVisible(bool(work.printer))
        easy = comes_in(work.document, work.context, Style.EASYREAD, item)
        for (style, discreet), stepper in self.steppers.items():
            copies = work.build.find((document, style, discreet, item)).copies
            there = easy or style is not Style.EASYREAD
            # Where there is none, that is said; copies chosen while there was one can still be taken out.
            self._rows[style, discreet].setVisible(
                not (discreet and work.build.discreet) and (there or not discreet or copies > 0))
            stepper.setVisible(there or copies > 0)
            stepper.blockSignals(True)
            stepper.setValue(copies)
            stepper.blockSignals(False)
        for (style, discreet), about in self._abouts.items():
            asked = {Style.LARGE: work.large, Style.EASYREAD: work.easy}.get(style, 0)
            said = _about(style, discreet or work.build.discreet, asked)
            if style is Style.EASYREAD and not easy:
                said = _("There is none of this one. Give standard or large print.")
            about.setText(said)
            about.setVisible(bool(said))
            self.steppers[style, discreet].setAccessibleDescription(said)
        self._more = self._next_item(work)
        self.more_button.setVisible(bool(self._more))

    def begin(self) -> None:
        """The copies, or what stands above them."""
        target = self.extras.first or self.steppers[Style.STANDARD, False]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is the way back."""
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _make_of(self, item: str, language: str) -> None:
        self.item.emit(in_language(item, language))

    @staticmethod
    def _next_language(work: Piecework, item: str) -> str:
        """The same piece in a language it is not in the pack in; empty where it is in all of them."""
        spoken = {piece.language for piece in work.build.pieces
                  if piece.document == work.document.id and piece.made_of == item}
        left = [language for language, _name in _tongues()[1:] if language not in spoken]
        return in_language(item, left[0]) if left else ""

    def _count(self, variant: tuple[Style, bool], copies: int) -> None:
        if self._key is not None:
            self.counted.emit((self._key[0], *variant, self._key[3]), copies)

    @staticmethod
    def _next_item(work: Piecework) -> str:
        """A library item that is not in the pack yet; none for a document that is made of none."""
        from facilitator.packs import made_of

        items = [item for item, _title in made_of(work.document, work.context)]
        taken = {piece.made_of or items[0] for piece in work.build.pieces
                 if piece.document == work.document.id and items}
        return next((item for item in items[1:] if item not in taken), "")


def _tongues() -> tuple[tuple[str, str], ...]:
    """The languages a sheet can be printed in, the window's first, which needs no saying."""
    here = interface().language
    return (("", own_name(here) if here in languages() else _("As the window")),
            *((one, own_name(one)) for one in languages() if one != here))


def _about(style: Style, discreet: bool, asked: int) -> str:
    if discreet:
        return _("Nothing on the outside says what the group is.") if style is Style.STANDARD else ""
    if asked:
        return ngettext("{n} person asked for it.", "{n} people asked for it.", asked).format(n=asked)
    if style is Style.EASYREAD:
        return _("Short words, with a picture for each idea.")
    if style is Style.SPACED:
        return _("Easier to read for some people.")
    return ""

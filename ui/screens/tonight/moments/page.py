"""The page for hard moments: a word is typed, the first card opens at Enter; the times noted stand beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.hard_moment import HardMoment
from ui.later import later
from ui.screens.tonight.moments.asking import Hard
from ui.screens.tonight.moments.card import CardSheet
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Fact,
    Header,
    Label,
    Page,
    RowItem,
    RowList,
    TextField,
    announce,
    box,
    down,
    heading,
)

ANY = ""
"""The key of what is right in any hard moment."""


class MomentsPage(Page):
    """`typed` asks for cards, `entered` for the first of them to open, `opened` carries a card’s id, `left` goes back.

    `tapped` carries what is to be noted with the time.
    """

    typed = Signal(str)
    entered = Signal(str)
    opened = Signal(str)
    tapped = Signal(str)
    concerning = Signal()
    left = Signal()
    going_on = Signal()

    def __init__(self, theme: Theme, back: str) -> None:
        self.back_button = Button(theme, back, "plain", "left")
        self.on_button = Button(theme, _("The circle goes on"), "primary", "play")
        self.on_button.hide()
        self._rests = Label(theme, _("The circle is at rest. The room shows a calm pause."), "body", "soft", wrap=True)
        self._rests.hide()
        head = Header(theme, "", _("Hard moments"), self.back_button, self.on_button)
        super().__init__(theme, head, 4)
        self.body.put(self._rests, 10)
        self._theme = theme
        self.back_button.clicked.connect(self.left)
        self.on_button.clicked.connect(self.going_on)
        self.search = TextField(theme, _("What is happening?"), help=_("A word, such as cry. Enter opens the first."))
        self.search.changed.connect(self.typed)
        self.search.entered.connect(lambda: self.entered.emit(self.search.text))
        self.search.edit.installEventFilter(self)
        self.rows = RowList(theme, _("Cards"), dense=True)
        self.rows.opened.connect(lambda key: self.opened.emit(str(key)))
        self.rows.picked.connect(lambda key: self.opened.emit(str(key)))
        self._none = Label(theme, _("No card for that word. Try another, or use the card beside."), "body", "look",
                           wrap=True)  # fmt: skip
        self.card = CardSheet(theme)
        self.card.tapped.connect(self.tapped)
        self.card.concerning.connect(self.concerning)
        self._noted = down(theme, gap=4)
        self._noted_box = box(down(theme, box(heading(theme, _("Times noted"))), 6, box(self._noted), 18))
        self._hard: Hard | None = None
        lead = box(down(theme, self.search, 10, self._none, self.rows, STRETCH))
        trail = box(down(theme, self._noted_box, self.card, STRETCH))
        self.body.put((Columns(theme, lead, trail, shares=(36, 64), gap=32), 1))
        self._none.hide()
        self._noted_box.hide()
        self.narrowed.connect(lambda _narrow: self._show_rows())

    # ------------------------------------------------------------ what it shows
    def show_hard(self, hard: Hard) -> None:
        """Show what there is."""
        first, self._hard = self._hard is None, hard
        self.on_button.setVisible(hard.resting)
        self._rests.setVisible(hard.resting)
        if first:
            self.show_found(hard.cards)
            self.show_card(ANY)

    def show_found(self, cards: Sequence[HardMoment]) -> None:
        """Show the cards that fit."""
        typed = bool(self.search.text)
        always = () if typed else (RowItem(ANY, _("Somebody is struggling"), icon="pebble"),)
        self.rows.show_items((*always, *(RowItem(card.id, card.title) for card in cards)))
        self._show_rows()
        self._none.setVisible(not self.rows.items)
        if typed:
            said = ngettext("{n} card", "{n} cards", len(cards)).format(n=len(cards))
            announce(self.search.edit, said if cards else self._none.words)

    def show_card(self, id: str) -> None:
        """Open a card; ANY is what is right in any moment."""
        if self._hard is not None:
            self.card.show_card(self._hard, self._hard.card(id))
            self.rows.choose(id)
            announce(self.card, self.card.accessibleName())
            if self.narrow and self.isVisible():
                later(self, 0, self._see_card)  # once it is laid out

    def _see_card(self) -> None:
        """Where there is one column, the card comes to the top."""
        paper = self.view.widget()
        if paper is not None and self.narrow:
            self.view.verticalScrollBar().setValue(self.card.mapTo(paper, QPoint(0, 0)).y() - self._theme.px(8))

    def _show_rows(self) -> None:
        """The list; where there is one column only once a word is typed, so that the card is not far below."""
        self.rows.setVisible(bool(self.rows.items) and not (self.narrow and not self.search.text))

    def show_times(self, times: Sequence[tuple[str, str]]) -> None:
        """Show the times noted, each with its words."""
        self._noted.clear()
        self._noted.put(*(Fact(self._theme, "clock", f"{at}  {words}") for at, words in times))
        self._noted_box.setVisible(bool(times))
        if times:
            announce(self.card, f"{times[-1][0]} {times[-1][1]}")

    def focus_first(self) -> None:
        """What is typed looks for a card."""
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    # ------------------------------------------------------------ keys
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the word to the cards."""
        pressed = watched is self.search.edit and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down and self.rows.items:
            self.rows.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; a letter typed anywhere but in the list goes on with the word."""
        here: QWidget | None = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text().isalpha() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier \
                and here is not self.search.edit:
            self.focus_first()
            self.search.edit.insert(event.text())
            self.typed.emit(self.search.edit.text())
        else:
            super().keyPressEvent(event)

"""The pieces of a pack in calm groups: tick, copies, and one soft line about each. Tab stops once in the whole list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, ngettext
from ui.screens.print.building import Key
from ui.screens.print.seeking import Seeking
from ui.theme import Theme
from ui.widgets import CheckRow, Label, ListRow, RowStack, Stepper, across, announce, box, down
from ui.widgets.announce import SAID_AS

MOST = 99
_INDENT = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceLook:
    """A piece as it is shown. `missing` says why it cannot be in; `usual` is how many copies a tick gives.

    `under` is one more variant of the piece above it; `group` is the heading it stands below.
    """

    key: Key
    title: str
    name: str = ""
    """Its title where the piece above it is not seen."""
    about: str = ""
    look: bool = False
    copies: int = 0
    usual: int = 1
    missing: str = ""
    under: bool = False
    group: str = ""


class PieceRow(ListRow):
    """One piece: tick, title, soft line, copies. `counted` carries the copies, 0 when it is not in.

    With the keyboard on it: + and − or a number for copies, Space in or out, Enter for its choices (`opened`).
    `seeks` is asked first whether a key goes on with a name that is being typed.
    """

    counted = Signal(int)
    opened = Signal()
    came = Signal()

    def __init__(self, theme: Theme, look: PieceLook, seeks: Callable[[QKeyEvent], bool]) -> None:
        self._seeks = seeks
        self.tick = CheckRow(theme, "", look.copies > 0, name=look.name or look.title)
        self.tick.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._about = Label(theme, "", "small", "soft", wrap=True)
        self._title = Label(theme, look.title, "body" if look.under else "strong", wrap=True)
        words = box(down(theme, self._title, self._about, gap=0))
        lead = _INDENT if look.under else 2
        self._line = across(theme, self.tick, (words, 1), gap=10, margins=(lead, 5, 12, 5))
        super().__init__(theme, look.title, self._line)
        self.look = look
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_look(look)
        self.tick.toggled.connect(self._ticked)

    @cached_property
    def copies(self) -> Stepper:
        """How many, made once it is in: there are more pieces than anybody takes."""
        copies = Stepper(self._theme, self.look.copies or max(1, self.look.usual), "", most=MOST)
        copies.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        copies.name(_("Copies of {title}").format(title=self.look.name or self.look.title))
        copies.valueChanged.connect(self._stepped)
        self._line.addWidget(copies)
        if not self.tick.isChecked():
            copies.hide()
        return copies

    @cached_property
    def _out(self) -> Label:
        """Says that it is not in, made once it is not."""
        out = Label(self._theme, _("Not in"), "body", "soft")
        self._line.addWidget(out)
        return out

    @property
    def has_keys(self) -> bool:
        """Whether the keyboard is on it or on its copies."""
        return self.hasFocus() or self._is_typed

    @property
    def _is_typed(self) -> bool:
        return "copies" in vars(self) and self.copies.hasFocus()

    def show_look(self, look: PieceLook) -> None:
        """Show what changed, without telling anyone."""
        self.look = look
        self.tick.blockSignals(True)
        self.tick.setChecked(look.copies > 0)
        self.tick.setEnabled(not look.missing)
        self.tick.blockSignals(False)
        if look.copies:
            self.copies.blockSignals(True)
            self.copies.setValue(look.copies)
            self.copies.blockSignals(False)
        name = look.name or look.title
        self._title.setText(look.title)
        self.tick.setAccessibleName(name)
        if "copies" in vars(self):
            self.copies.name(_("Copies of {title}").format(title=name))
        self._about.setText(look.missing or look.about)
        self._about.setVisible(bool(look.missing or look.about))
        self._about.set_tone("look" if look.look and not look.missing else "soft")
        self._show()

    def choose(self, on: bool) -> None:
        """Mark it; what it says of itself stays."""
        super().choose(on)
        self.setAccessibleDescription(self.look.missing or self.look.about)

    @property
    def said(self) -> str:
        """Copies in words."""
        if not self.tick.isChecked():
            return _("not in")
        return ngettext("{n} copy", "{n} copies", self.copies.value()).format(n=self.copies.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies, in or out, and the way to its choices."""
        key = event.key()
        enters = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self._is_typed and (enters or key == Qt.Key.Key_Escape):  # the number is typed
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._is_typed and self._seeks(event):
            return
        elif enters:
            self.opened.emit()
        elif self.look.missing:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.tick.click()
            announce(self, self.said)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal):
            self._step(-1 if key == Qt.Key.Key_Minus else 1)
        elif event.text().isdecimal() and event.text() != "0" and not event.modifiers() & _COMMANDS:
            self._type(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is on it."""
        super().focusInEvent(event)
        self.came.emit()

    def _step(self, way: int) -> None:
        if self.tick.isChecked():
            self.copies.stepBy(way)
        elif way > 0:
            self.tick.click()
        announce(self, self.said)

    def _type(self, digit: str) -> None:
        if not self.tick.isChecked():
            self.tick.click()
        self.copies.setFocus(Qt.FocusReason.OtherFocusReason)
        self.copies.lineEdit().setText(digit)

    def _show(self) -> None:
        on = self.tick.isChecked()
        for part, shown in (("copies", on), ("_out", not on)):
            if shown or part in vars(self):
                getattr(self, part).setVisible(shown)
        self.setAccessibleName(f"{self.look.name or self.look.title}, {self.said}")
        self.setAccessibleDescription(self.look.missing or self.look.about)

    @Slot(bool)
    def _ticked(self, on: bool) -> None:
        if on and not self.copies.value():
            self.copies.blockSignals(True)
            self.copies.setValue(max(1, self.look.usual))
            self.copies.blockSignals(False)
        self._show()
        self.counted.emit(self.copies.value() if on else 0)

    @Slot(int)
    def _stepped(self, copies: int) -> None:
        if copies:
            self._show()
            self.counted.emit(copies)
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tick.setChecked(False)


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class PieceList(RowStack):
    """All pieces. `counted` carries a variant and its copies, `chosen` the variant one is on, `opened` the one whose
    choices are wanted.
    """

    counted = Signal(tuple, int)
    chosen = Signal(tuple)
    opened = Signal(tuple)

    def __init__(self, theme: Theme) -> None:
        self._keys: tuple[Key, ...] = ()
        self._shape: tuple[object, ...] = ()
        self._heads: list[QWidget] = []
        self._at = -1
        self._seeking = Seeking()
        super().__init__(theme, _("Pieces of the pack"))
        said = _("By keys: up and down for the piece, + and − or a number for copies, Space for in or out, "
                 "Enter for its choices.")
        self.setAccessibleDescription(said)
        self.keys = Label(theme, said, "small", "soft", wrap=True)
        self.picked.connect(self._come)

    @property
    def piece_rows(self) -> list[PieceRow]:
        """The rows."""
        return [row for row in self.rows if isinstance(row, PieceRow)]

    @property
    def key(self) -> Key | None:
        """The piece one is on."""
        return self._keys[self._at] if 0 <= self._at < len(self._keys) else None

    def row(self, key: Key) -> PieceRow | None:
        """The row of a piece."""
        return self.piece_rows[self._keys.index(key)] if key in self._keys else None

    def show_pieces(self, looks: Sequence[PieceLook]) -> bool:
        """Show pieces; rows that are there stay, with whatever has the focus. Whether the rows are others."""
        shape = tuple((look.key, look.under, look.group) for look in looks)
        if shape == self._shape:
            for row, look in zip(self.piece_rows, looks, strict=True):
                row.show_look(look)
            return False
        was, had = self.key, any(row.has_keys for row in self.piece_rows)
        self._shape, self._keys = shape, tuple(look.key for look in looks)
        rows = [PieceRow(self._theme, look, self._seek) for look in looks]
        for row in rows:
            row.counted.connect(lambda copies, row=row: self._counted(row, copies))
            row.opened.connect(lambda row=row: self.opened.emit(row.look.key))
            row.came.connect(lambda row=row: self._come(self.rows.index(row)))
        self.show_rows(rows)
        self._head(looks)
        at = self._keys.index(was) if was in self._keys else min(max(0, self._at), len(rows) - 1)
        self._mark(at)
        if had and 0 <= at < len(rows):
            rows[at].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _head(self, looks: Sequence[PieceLook]) -> None:
        for head in self._heads:
            self._column.removeWidget(head)
            head.hide()
            head.deleteLater()
        self._heads = []
        group = ""
        for n, look in enumerate(looks):
            self.rows[n].last = n + 1 == len(looks) or looks[n + 1].group != look.group
            if look.group != group:
                group = look.group
                label = Label(self._theme, group, "strong", "soft")
                label.setProperty(SAID_AS, "heading")
                head = box(down(self._theme, label, margins=(12, 18 if self._heads else 6, 12, 7)))
                self._column.insertWidget(self._column.indexOf(self.rows[n]), head)
                self._heads.append(head)

    def show_chosen(self, key: Key) -> None:
        """Mark the piece whose page is seen."""
        if key in self._keys:
            self._mark(self._keys.index(key))

    def begin(self) -> QWidget | None:
        """Where the keyboard comes to."""
        return self.rows[max(0, self._at)] if self.rows else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End too."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.rows) - 1}
        if event.key() in ends and any(row.hasFocus() for row in self.rows):
            self.focus_row(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _seek(self, event: QKeyEvent) -> bool:
        """Go to the piece whose name is being typed; whether the key was for that."""
        found = self._seeking.find(event, [row.look.name or row.look.title for row in self.piece_rows], self._at)
        self.focus_row(-1 if found is None else found)
        return found is not None

    def _mark(self, at: int) -> None:
        self._at = at
        self.choose(at)
        for n, row in enumerate(self.rows):
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if n == max(0, at) else Qt.FocusPolicy.ClickFocus)

    def _come(self, at: int) -> None:
        if at != self._at:
            self._mark(at)
            self.chosen.emit(self._keys[at])

    def _counted(self, row: PieceRow, copies: int) -> None:
        self._mark(self.rows.index(row))
        self.counted.emit(row.look.key, copies)
        self.chosen.emit(row.look.key)

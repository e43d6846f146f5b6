"""The pieces of a pack: tick, copies, and one soft line about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from facilitator.i18n import _
from facilitator.model.paper import Piece
from ui.theme import Theme
from ui.widgets import CheckRow, Label, ListRow, RowStack, Stepper, across, box, down

MOST = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceLook:
    """A piece as it is shown. `missing` says why it cannot be in; `usual` is how many copies a tick gives."""

    document: str
    title: str
    about: str
    look: bool = False
    copies: int = 0
    usual: int = 1
    missing: str = ""


class PieceRow(ListRow):
    """One piece: tick, title, soft line, copies. `counted` carries the copies, 0 when it is not in."""

    counted = Signal(int)

    def __init__(self, theme: Theme, look: PieceLook) -> None:
        self.tick = CheckRow(theme, "", look.copies > 0, name=look.title)
        counted = _("Copies of {title}").format(title=look.title)
        self.copies = Stepper(theme, look.copies or max(1, look.usual), counted, most=MOST)
        self._about = Label(theme, "", "small", "soft", wrap=True)
        self._out = Label(theme, _("Not in"), "body", "soft")
        words = box(down(theme, Label(theme, look.title, "strong", wrap=True), self._about, gap=0))
        super().__init__(
            theme, look.title,
            across(theme, self.tick, (words, 1), self.copies, self._out, gap=10, margins=(2, 5, 12, 5)),
        )  # fmt: skip
        self.look = look
        self.show_look(look)
        self.tick.toggled.connect(self._ticked)
        self.copies.valueChanged.connect(self._stepped)

    def show_look(self, look: PieceLook) -> None:
        """Show what changed, without telling anyone."""
        self.look = look
        for control in (self.tick, self.copies):
            control.blockSignals(True)
        self.tick.setChecked(look.copies > 0)
        self.tick.setEnabled(not look.missing)
        if look.copies:
            self.copies.setValue(look.copies)
        for control in (self.tick, self.copies):
            control.blockSignals(False)
        said = look.missing or look.about
        self._about.setText(said)
        self._about.set_tone("look" if look.look and not look.missing else "soft")
        self.tick.setAccessibleDescription(said)
        self.setAccessibleDescription(said)
        self._show()

    def _show(self) -> None:
        on = self.tick.isChecked()
        self.copies.setVisible(on)
        self._out.setVisible(not on)

    def _ticked(self, on: bool) -> None:
        if on and not self.copies.value():
            self.copies.blockSignals(True)
            self.copies.setValue(max(1, self.look.usual))
            self.copies.blockSignals(False)
        self._show()
        self.counted.emit(self.copies.value() if on else 0)

    def _stepped(self, copies: int) -> None:
        if copies:
            self.counted.emit(copies)
        else:
            self.tick.setFocus()
            self.tick.setChecked(False)


class PieceList(RowStack):
    """All pieces. `counted` fires when copies changed, `shown` with the document whose page should be seen."""

    counted = Signal()
    shown = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Pieces of the pack"))
        self._theme = theme
        self._documents: tuple[str, ...] = ()
        self.picked.connect(lambda at: self.shown.emit(self._documents[at]))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Documents and copies as they are set now."""
        return tuple(
            Piece(row.look.document, row.copies.value() if row.tick.isChecked() else 0) for row in self.piece_rows
        )

    @property
    def piece_rows(self) -> list[PieceRow]:
        """The rows."""
        return [row for row in self.rows if isinstance(row, PieceRow)]

    def show_pieces(self, looks: Sequence[PieceLook]) -> bool:
        """Show pieces; rows that are there stay, with whatever has the focus. Whether the rows are others."""
        documents = tuple(look.document for look in looks)
        if documents == self._documents:
            for row, look in zip(self.piece_rows, looks, strict=True):
                row.show_look(look)
            return False
        self._documents = documents
        rows = [PieceRow(self._theme, look) for look in looks]
        for row in rows:
            row.counted.connect(lambda _copies, row=row: self._counted(row))
        self.show_rows(rows)
        return True

    def show_chosen(self, document: str) -> None:
        """Mark the piece whose page is seen."""
        self.choose(self._documents.index(document) if document in self._documents else -1)

    def _counted(self, row: PieceRow) -> None:
        self.counted.emit()
        if row.tick.isChecked():
            self.show_chosen(row.look.document)
            self.shown.emit(row.look.document)

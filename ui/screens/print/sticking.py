"""Saves a copy of the pack that tells about nobody: what does tell is named, and left out when asked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.paper import Piece
from ui.desk import Desk
from ui.dialogs import FileKind
from ui.screens.print.handing import write
from ui.screens.print.page import PrintPage
from ui.screens.print.pressing import COVER
from ui.screens.print.stick import StickPanel

if TYPE_CHECKING:
    from facilitator.packs import PackPlan


class Sticking(QObject):
    """Asks the pack for what tells about people, and saves the rest. `plan` gives the pack as it is chosen now."""

    def __init__(self, desk: Desk, page: PrintPage, plan: Callable[[], PackPlan | None]) -> None:
        super().__init__(page)
        self._desk, self._page, self._plan = desk, page, plan
        self._wanted: PackPlan | None = None
        self._telling: tuple[Piece, ...] = ()
        self._left_out: tuple[Piece, ...] = ()
        page.when_made(StickPanel, self._wire)

    def _wire(self, stick: StickPanel) -> None:
        stick.leave.connect(self._leave)
        stick.save.connect(self._save)
        stick.gone.connect(self._gone)

    def begin(self) -> None:
        """Look for what tells about people."""
        plan = self._wanted = self._plan()
        self._telling = self._left_out = ()
        if plan is None:
            self._found(())
            return
        self._desk.jobs.paper(self, lambda _progress: plan.telling(), self._found, refused=self._refuse, key="telling")

    def _found(self, telling: tuple[Piece, ...]) -> None:
        self._telling = telling
        self._page.turn_to(self._page.stick)
        self._show()
        self._page.stick.begin()

    def _show(self) -> None:
        waits = tuple(piece for piece in self._telling if piece not in self._left_out)
        self._page.stick.show_telling(self._titles(waits), self._titles(self._left_out), bool(self._pieces()) or
                                      bool(waits))

    def _titles(self, pieces: tuple[Piece, ...]) -> tuple[str, ...]:
        from facilitator.documents import document
        from facilitator.packs import called

        context = self._wanted.context if self._wanted is not None else None
        if context is None:
            return ()
        return tuple(dict.fromkeys(called(document(piece.document), context, piece.item) for piece in pieces))

    def _pieces(self) -> tuple[Piece, ...]:
        """What goes on it; a cover slip alone is no copy."""
        plan = self._wanted
        kept = () if plan is None else tuple(
            piece for piece in plan.pieces if piece.copies and piece not in self._left_out)
        return kept if any(piece.document != COVER for piece in kept) else ()

    def _leave(self) -> None:
        self._left_out = self._telling
        self._show()
        self._page.stick.begin()

    def _save(self) -> None:
        plan, desk = self._wanted, self._desk
        pieces = self._pieces()
        if plan is None or not pieces:
            return
        asked = plan.with_pieces(pieces)

        def chosen(path: Path) -> None:
            desk.jobs.paper(self, lambda _progress: _make(asked, path), self._saved, refused=self._refuse, key="stick")

        desk.dialogs.save_file(self._page, _("A copy for a stick"), _("Papers") + ".pdf",
                               (FileKind(_("PDF"), ("pdf",)),), chosen)

    def _saved(self, path: Path) -> None:
        self._gone()
        self._desk.tell(_("Saved as “{name}”. It tells about nobody.").format(name=path.name))

    def _refuse(self, error: UserError) -> None:
        self._page.show_refusal(explain(error))

    def _gone(self) -> None:
        self._page.turn_to()
        self._page.more.setFocus(Qt.FocusReason.OtherFocusReason)


def _make(plan: PackPlan, path: Path) -> Path:
    """Check once more, and write. Raises HoldsPersonalData."""
    return write(path, plan.library_copy().make().print().pdf, "")

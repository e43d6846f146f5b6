"""Prints one sheet about a concern, from memory, and has it noted as out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from facilitator.documents import Pack
from facilitator.errors import UserError
from facilitator.model.concern import ConcernWords
from facilitator.model.paper import Piece
from facilitator.model.progress import Progress
from ui.desk import Desk
from ui.printing import PrintJob
from ui.printing.how import How


def print_sheet(desk: Desk, owner: QWidget, document: str, words: ConcernWords | None,
                done: Callable[[], None], refused: Callable[[UserError], None]) -> None:
    """Print a document once, with words in it where there are any; `done` once the printer took it."""
    how, printer = How.remembered(desk.settings), desk.printer

    def sent(pack: Pack) -> None:
        desk.jobs.do(owner, lambda w: w.packs.printed_lines(pack, None), lambda _change: done(), refused=refused)

    def made(context: object) -> None:
        from facilitator.documents import SheetContext, make_pack

        if not isinstance(context, SheetContext):
            return
        occasion = replace(context, concern=words, both_sides=how.both_sides)

        def work(_progress: Progress) -> Pack:
            pack = make_pack((Piece(document, 1),), occasion)
            printer.send(PrintJob(pdf=pack.print().pdf, paper=occasion.paper, both_sides=how.both_sides, grey=how.grey,
                                  printer=how.printer))  # fmt: skip
            return pack

        desk.jobs.paper(owner, work, sent, refused=refused)

    desk.jobs.ask(owner, lambda w: w.packs.context(), made, refused=refused)

"""Print: chooses an evening and its pieces, keeps the proof beside them up to date, and hands it over."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.paper import Paper, Piece
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.go import Go, Way
from ui.printing.how import How
from ui.screen import Screen
from ui.screens.print import asking, showing, words
from ui.screens.print.asking import Room
from ui.screens.print.handing import Handing, Receipt
from ui.screens.print.page import PrintPage
from ui.screens.print.pressing import COVER, Order, Proof
from ui.screens.print.proofing import Proofing
from ui.screens.print.showing import SHEET

AREAS = ("groups", "members", "sessions", "agendas", "agreements", "organisation", "facilitators", "venues",
         "settings")  # fmt: skip


class PrintScreen(Screen):
    """The place for paper. `Go.show` may be a session or its id, "sheet", or ("sheet", a document)."""

    place: ClassVar[str] = "print"
    icon: ClassVar[str] = "print"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen: Session | Id | None = None
        self._room: Room | None = None
        self._alone, self._sheet, self._arriving = False, "", False
        self._edited: tuple[Piece, ...] | None = None
        self._how = How.remembered(desk.settings)
        self._printed = False
        page = self.page = PrintPage(desk)
        self.proofing = Proofing(desk.jobs, self._made, self._unmade, self)
        self.handing = Handing(desk, page, self.proofing, lambda: self._how, self._receipt)
        self.handing.sent.connect(self._sent)
        page.evenings.chosen.connect(self._switch)
        page.pieces.counted.connect(self._count)
        page.pieces.shown.connect(page.proof.show_piece)
        page.proof.chosen.connect(page.pieces.show_chosen)
        page.proof.rearranged.connect(page.order_tabs)
        page.single.changed.connect(self._change)
        page.mode_button.clicked.connect(lambda: self._be_alone(not self.alone))
        page.how_button.clicked.connect(self._show_how)
        page.how.changed.connect(self._print_how)
        page.how.paper.connect(self._use_paper)
        page.how.done.connect(self._how_done)
        page.next_button.clicked.connect(lambda: self.desk.go(Go("tonight")))
        self.show_page(page)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Print")

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What the search finds here."""
        return (Way(_("Print one sheet"), Go("print", SHEET), _("paper document")),)

    # ------------------------------------------------------------ coming and going
    def arrive(self, go: Go) -> None:
        """Show an evening's pack, or a sheet."""
        show = go.show
        if isinstance(show, Session | bytes):
            self._chosen, self._alone = show, False
        elif show == SHEET:
            self._alone = True
        elif isinstance(show, tuple) and len(show) == 2 and show[0] == SHEET:
            self._alone, self._sheet = True, str(show[1])
        self._arriving = True
        self._read()

    def changed(self, change: Change) -> None:
        """Read again what may stand on paper."""
        if change.touches(*AREAS):
            self._read()

    def leave(self) -> None:
        """Words that lock a file do not stay."""
        self.page.locking.wipe()
        self.page.turn_to()

    def _read(self) -> None:
        chosen = self._chosen
        self.desk.jobs.ask(self, lambda workspace: asking.look(workspace, chosen), self._show, key="look")

    # ------------------------------------------------------------ showing
    @property
    def alone(self) -> bool:
        """Whether one sheet is chosen, or nothing else can be."""
        return self._alone or self._room is None or self._room.plan is None

    def _show(self, room: Room) -> None:
        before, self._room = self._room, room
        arriving, self._arriving = self._arriving, False
        if _session(before) != _session(room):
            self._edited, self._printed = None, False
        self.page.single.show_room(room)
        if self._sheet:
            self.page.single.choose(self._sheet)
            self._sheet = ""
        self._refresh()
        if arriving:
            self._begin()

    def _refresh(self) -> None:
        room, page = self._room, self.page
        if room is None:
            return
        at = SHEET if self._alone or room.evening is None else room.evening.session.id
        page.evenings.set_choices(showing.evenings(room), at)
        page.show_mode(self.alone, room.plan is not None)
        if self.alone:
            page.header.say("", _("One sheet"))
        elif room.evening is not None:
            page.header.say("", words.title(room.evening.session, self.desk.clock.today()))
        page.show_notice(None if self._alone else showing.waits(self.desk.theme, room, self.desk.go))
        self._show_pieces()
        self._rebuild()

    def _show_pieces(self) -> None:
        room = self._room
        if room is not None and room.plan is not None:
            copies = {piece.document: piece.copies for piece in (self._edited or room.plan.pieces) if piece.plain}
            proof = None if self.alone else self.proofing.latest
            if self.page.pieces.show_pieces(showing.pieces(room, copies, proof)):
                self.page.order_tabs()

    def _show_buttons(self) -> None:
        page, room = self.page, self._room
        waits = not self._alone and room is not None and room.plan is None
        page.next_button.setVisible(self._printed)
        page.print_button.set_kind("plain" if self._printed or waits else "primary")
        page.print_button.setText(_("Print again") if self._printed else _("Print"))
        for button in (page.print_button, page.save_button):
            if self.proofing.order is None:
                button.off(_("Tick a piece first."))
            elif not self.handing.printing:
                button.on()

    def _begin(self) -> None:
        """Put the focus where one would begin."""
        rows = self.page.pieces.rows
        target = self.page.single.sheets if self.alone or not rows else rows[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ choosing
    def _switch(self, value: object) -> None:
        if value == SHEET:
            self._be_alone(True)
        elif isinstance(value, bytes):
            known = [one.session for one in (self._room.ahead if self._room is not None else ())]
            self._chosen = next((session for session in known if session.id == value), self._chosen)
            self._alone = self._printed = False
            self._read()

    def _be_alone(self, alone: bool) -> None:
        self._alone, self._printed = alone, False
        self._refresh()
        self._begin()

    def _count(self) -> None:
        self._edited = self.page.pieces.pieces
        self._change()

    def _change(self) -> None:
        self._printed = False
        self._rebuild()

    # ------------------------------------------------------------ how
    def _show_how(self) -> None:
        order = self.proofing.order
        if order is None:
            return
        self.page.how.show_how(self._how, order.context.paper)
        self.page.turn_to(self.page.how)
        self.page.how.begin()
        printer, show = self.desk.printer, self.page.how.show_printers
        self.desk.jobs.paper(self, lambda _progress: printer.names(), show, key="names")

    def _print_how(self, how: object) -> None:
        if isinstance(how, How):
            self._how = how
            how.remember(self.desk.settings)
            self._change()

    def _use_paper(self, paper: object) -> None:
        if isinstance(paper, Paper):
            self._printed = False
            self.desk.jobs.do(self, lambda workspace: workspace.settings.set("paper", paper.value))

    def _how_done(self) -> None:
        self.page.turn_to()
        self.page.how_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ the proof
    def _wanted(self) -> Order | None:
        """What is to be made as things are chosen now."""
        room, single = self._room, self.page.single
        if room is None:
            return None
        if self.alone:
            context = single.context
            pieces = tuple(piece for piece in (single.piece,) if piece is not None)
        else:
            context = room.plan.context if room.plan is not None else None
            pieces = tuple(piece for piece in self.page.pieces.pieces if piece.copies)
        if context is None or all(piece.document == COVER for piece in pieces):
            return None
        return Order(pieces=pieces, context=replace(context, both_sides=self._how.both_sides))

    def _rebuild(self) -> None:
        page, order = self.page, self._wanted()
        self.proofing.want(order)
        if order is None:
            page.proof.show_proof(None, self._how.grey)
            page.takes.setText("")
        else:
            page.how_button.setText(words.how(order.context.paper, self._how.both_sides, self._how.grey))
        self._show_buttons()

    def _made(self, proof: Proof) -> None:
        room, page = self._room, self.page
        page.takes.setText(words.takes(proof.pack.paper, proof.cost, room.country if room is not None else ""))
        page.proof.show_proof(proof, self._how.grey)
        if not self.alone:
            self._show_pieces()
            page.pieces.show_chosen(page.proof.document)
        self._show_buttons()

    def _unmade(self, error: UserError) -> None:
        self.page.takes.setText("")
        self.page.proof.refuse(error)
        self._show_buttons()

    # ------------------------------------------------------------ printed
    def _sent(self) -> None:
        self._printed = True
        self._show_buttons()
        self.page.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _receipt(self, proof: Proof) -> Receipt:
        """How this print is noted: a pack with its evening, or one sheet."""
        room = self._room
        if room is not None and room.plan is not None and not self.alone:
            plan = replace(room.plan, pieces=self.page.pieces.pieces, context=proof.order.context)
            return lambda workspace: workspace.packs.printed(plan, proof.pack)
        evening = room.evening if room is not None and self.page.single.for_group else None
        group = evening.group if evening is not None else None
        line = proof.pack.lines[0]

        def note(workspace: Workspace) -> Change:
            from facilitator.packs import known

            change = workspace.packs.printed_sheet(known(line.document), line.personal, line.copies, group)
            return replace(change, label=change.label or _("“{title}” went to the printer.").format(title=line.title))

        return note


def _session(room: Room | None) -> Id | None:
    return room.evening.session.id if room is not None and room.evening is not None else None

"""Print: chooses an evening and its pieces, keeps the proof beside them up to date, and hands it over."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from facilitator.errors import DocumentNeeds, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.paper import Paper, PersonalData, Piece
from facilitator.model.session import Session
from ui.desk import Desk
from ui.go import Go
from ui.printing.how import How
from ui.screen import Screen
from ui.screens.print import asking, delivering, words
from ui.screens.print.asking import Room
from ui.screens.print.page import PrintPage
from ui.screens.print.pieces import PieceLook
from ui.screens.print.pressing import Order, Proof, press
from ui.widgets import Button, Notice

AREAS = ("groups", "members", "sessions", "agendas", "agreements", "organisation", "facilitators", "venues",
         "settings")  # fmt: skip
SHEET = "sheet"
"""`Go.show` for one sheet on its own; also ("sheet", document)."""
COVER = "cover-slip"


class PrintScreen(Screen):
    """The place for paper. `Go.show` may be a session or its id, "sheet", or ("sheet", a document)."""

    place: ClassVar[str] = "print"
    icon: ClassVar[str] = "print"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen: Session | Id | None = None
        self._room: Room | None = None
        self._single = False
        self._sheet = ""
        self._edited: tuple[Piece, ...] | None = None
        self._how = How.remembered(desk.settings)
        self._order: Order | None = None
        self._proof: Proof | None = None
        self._waiting = ""
        self._printed = False
        page = self.page = PrintPage(desk)
        page.evenings.chosen.connect(self._switch)
        page.pieces.counted.connect(self._count)
        page.pieces.shown.connect(page.proof.show_piece)
        page.proof.chosen.connect(page.pieces.show_chosen)
        page.single.changed.connect(self._change)
        page.single_button.clicked.connect(lambda: self._be_single(True))
        page.how_button.clicked.connect(self._show_how)
        page.how.changed.connect(self._print_how)
        page.how.paper.connect(self._use_paper)
        page.how.done.connect(self._how_done)
        page.locking.chosen.connect(self._save_locked)
        page.locking.gone.connect(self._unlock_panel)
        page.print_button.clicked.connect(self._print)
        page.save_button.clicked.connect(self._save)
        page.next_button.clicked.connect(lambda: self.desk.go(Go("tonight")))
        self.show_page(page)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Print")

    # ------------------------------------------------------------ coming and going
    def arrive(self, go: Go) -> None:
        """Show an evening's pack, or a sheet."""
        show = go.show
        if isinstance(show, Session | bytes):
            self._chosen, self._single = show, False
        elif show == SHEET:
            self._single = True
        elif isinstance(show, tuple) and len(show) == 2 and show[0] == SHEET:
            self._single, self._sheet = True, str(show[1])
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
    def _show(self, room: Room) -> None:
        before, self._room = self._room, room
        if _session(before) != _session(room):
            self._edited, self._printed = None, False
        self._show_evenings(room)
        self.page.single.show_room(room)
        if self._sheet:
            self.page.single.choose(self._sheet)
            self._sheet = ""
        self._refresh()

    @property
    def single(self) -> bool:
        """Whether one sheet is chosen, or nothing else can be."""
        return self._single or self._room is None or self._room.plan is None

    def _refresh(self) -> None:
        room, page = self._room, self.page
        if room is None:
            return
        page.show_mode(self.single)
        if self.single:
            page.header.say("", _("One sheet"))
        elif room.evening is not None:
            page.header.say("", words.title(room.evening.session, self.desk.clock.today()))
        page.show_notice(self._waits(room) if not self._single else None)
        self._show_pieces()
        self._rebuild()

    def _show_evenings(self, room: Room) -> None:
        choices: list[tuple[object, str]] = []
        if room.evening is not None:
            choices.append((room.evening.session.id, words.evening(room.evening.group.name, room.evening.session)))
        choices += [
            (one.session.id, words.evening(one.group.name, one.session))
            for one in room.ahead
            if room.evening is None or one.session.id != room.evening.session.id
        ]
        choices.append((SHEET, _("One sheet on its own")))
        at = SHEET if self.single or room.evening is None else room.evening.session.id
        self.page.evenings.set_choices(tuple(choices), at)

    def _waits(self, room: Room) -> Notice | None:
        """Why the pack has to wait, and the way to mend it."""
        theme, go = self.desk.theme, self.desk.go
        if room.evening is None:
            button = Button(theme, _("Go to Groups"), "plain", "groups")
            button.clicked.connect(lambda: go(Go("groups")))
            return Notice(
                theme, _("No evening is planned yet."), _("These sheets need none."), icon="calendar", button=button
            )
        if room.waits is None:
            return None
        session = room.evening.session
        step = _("Choose a plan") if room.evening.plan is None else _("Change the plan")
        mend = Button(theme, step, "plain", "plans")
        mend.clicked.connect(lambda: go(Go("plans", session)))
        said = explain(room.waits)
        return Notice(theme, said.said, _("The pack waits for it. These sheets do not."), icon="plans", button=mend)

    def _show_pieces(self) -> None:
        room = self._room
        if room is None or room.plan is None:
            return
        from facilitator.packs import offered

        copies = {piece.document: piece.copies for piece in (self._edited or room.plan.pieces)}
        context, proof = room.plan.context, self._proof
        looks = []
        for document in offered():
            lacks = [need for need in context.lacks(document.needs) if need.value != "pack"]
            about, look = words.about(document, proof.line(document.id) if proof is not None else None)
            looks.append(
                PieceLook(
                    document=document.id, about=about, look=look, copies=0 if lacks else copies.get(document.id, 0),
                    title=(document.listed(context) if document.listed else "") or document.title(context.translator),
                    usual=room.usual.get(document.id, 1),
                    missing=explain(DocumentNeeds(document.id, lacks[0].value)).said if lacks else "",
                )
            )  # fmt: skip
        self.page.pieces.show_pieces(looks)

    # ------------------------------------------------------------ choosing
    def _switch(self, value: object) -> None:
        if value == SHEET:
            self._be_single(True)
        elif isinstance(value, bytes):
            room = self._room
            known = [one.session for one in room.ahead if one.session.id == value] if room is not None else []
            if known:
                self._chosen = known[0]
            self._single, self._printed = False, False
            self._read()

    def _be_single(self, single: bool) -> None:
        self._single, self._printed = single, False
        if self._room is not None:
            self._show_evenings(self._room)
        self._refresh()
        if single:
            self.page.single.sheets.setFocus()

    def _count(self) -> None:
        self._edited = self.page.pieces.pieces
        self._change()

    def _change(self) -> None:
        self._printed = False
        self._rebuild()

    def _print_how(self, how: object) -> None:
        if isinstance(how, How):
            self._how = how
            how.remember(self.desk.settings)
            self._change()

    def _use_paper(self, paper: object) -> None:
        if isinstance(paper, Paper):
            self.desk.jobs.do(self, lambda workspace: workspace.settings.set("paper", paper.value))

    def _show_how(self) -> None:
        order = self._order
        if order is None:
            return
        self.page.how.show_how(self._how, order.context.paper)
        self.page.turn_to(self.page.how)
        self.page.how.paper_bar.setFocus()
        printer, show = self.desk.printer, self.page.how.show_printers
        self.desk.jobs.paper(self, lambda _progress: printer.names(), show, key="names")

    def _how_done(self) -> None:
        self.page.turn_to()
        self.page.how_button.setFocus()

    # ------------------------------------------------------------ the proof
    def _wanted(self) -> Order | None:
        """What is to be made as things are chosen now."""
        room, single = self._room, self.page.single
        if room is None:
            return None
        if self.single:
            context = single.context
            pieces = tuple(piece for piece in (single.piece,) if piece is not None)
        else:
            context = room.plan.context if room.plan is not None else None
            pieces = tuple(piece for piece in self.page.pieces.pieces if piece.copies)
        if context is None or not pieces or all(piece.document == COVER for piece in pieces):
            return None
        return Order(pieces=pieces, context=replace(context, both_sides=self._how.both_sides))

    def _rebuild(self) -> None:
        page, order = self.page, self._wanted()
        self._show_buttons()
        if order is not None:
            page.how_button.setText(words.how(order.context.paper, self._how.both_sides, self._how.grey))
        if order is not None and order == self._order and self._proof is not None:
            page.proof.show_proof(self._proof, self._how.grey)
            return
        self._order = order
        if order is None:
            self._proof = None
            page.proof.show_proof(None, self._how.grey)
            page.takes.setText("")
            self._show_buttons()
            return
        self.desk.jobs.paper(
            self, lambda progress: press(order, progress), self._pressed, refused=self._unmade, key="press"
        )

    def _pressed(self, proof: Proof) -> None:
        self._proof = proof
        room, page = self._room, self.page
        page.takes.setText(words.takes(proof.pack.paper, proof.cost, room.country if room is not None else ""))
        page.proof.show_proof(proof, self._how.grey)
        if not self.single:
            self._show_pieces()
            page.pieces.show_chosen(page.proof.document)
        self._show_buttons()
        waiting, self._waiting = self._waiting, ""
        if waiting == "print":
            self._print()
        elif waiting == "save":
            self._save()

    def _unmade(self, error: UserError) -> None:
        self._proof, self._waiting = None, ""
        self.page.takes.setText("")
        self.page.proof.refuse(error)
        self._show_buttons()

    def _show_buttons(self) -> None:
        page = self.page
        page.next_button.setVisible(self._printed)
        page.print_button.set_kind("plain" if self._printed else "primary")
        page.print_button.setText(_("Print again") if self._printed else _("Print"))
        nothing = self._wanted() is None
        for button in (page.print_button, page.save_button):
            if nothing:
                button.off(_("Tick a piece first."))
            else:
                button.on()

    @property
    def proof(self) -> Proof | None:
        """What would be printed now; None while it is being made."""
        return self._proof if self._proof is not None and self._proof.order is self._order else None

    # ------------------------------------------------------------ handing over
    def _print(self) -> None:
        proof = self.proof
        if proof is None:
            self._waiting = "print"
            return
        self.page.show_notice(None)
        self.page.print_button.busy(_("Printing"))
        delivering.send(self.desk, self, proof, self._how, lambda: self._sent(proof), self._not_sent)

    def _sent(self, proof: Proof) -> None:
        self.page.print_button.rest()
        self._printed = True
        self._show_buttons()
        room, single = self._room, self.single
        if room is not None and not single and room.plan is not None:
            plan = replace(room.plan, pieces=self.page.pieces.pieces, context=proof.order.context)
            self.desk.jobs.do(self, lambda workspace: workspace.packs.printed(plan, proof.pack))
        else:
            self._note_sheet(proof)

    def _note_sheet(self, proof: Proof) -> None:
        from facilitator.packs import known

        line, room = proof.pack.lines[0], self._room
        evening = room.evening if room is not None and self.page.single.for_group else None
        group = evening.group if evening is not None else None

        def done(change: Change) -> None:
            if not change.label:
                self.desk.tell(_("“{title}” went to the printer.").format(title=line.title))

        self.desk.jobs.do(
            self, lambda w: w.packs.printed_sheet(known(line.document), line.personal, line.copies, group), done
        )

    def _not_sent(self, error: UserError) -> None:
        self.page.print_button.rest()
        message = explain(error)
        save = Button(self.desk.theme, _("Save as PDF"), "plain")
        save.clicked.connect(self._save)
        self.page.show_notice(Notice(self.desk.theme, message.said, message.next, "danger", button=save))

    def _save(self) -> None:
        proof = self.proof
        if proof is None:
            self._waiting = "save"
        elif proof.pack.personal is PersonalData.CONTAINED:
            self.page.turn_to(self.page.locking)
            self.page.locking.begin()
        else:
            self._save_locked("")

    def _save_locked(self, secret: str) -> None:
        proof = self.proof
        if proof is None:
            return

        def done(path: Path) -> None:
            self._unlock_panel()
            self.page.show_notice(None)
            said = _("Saved as “{name}”. It opens with its words.") if secret else _("Saved as “{name}”.")
            self.desk.tell(said.format(name=path.name))

        name = _("Sheet") if self.single else _("Session pack")
        delivering.save(self.desk, self, proof, name, secret, done, self._not_saved)

    def _not_saved(self, error: UserError) -> None:
        message = explain(error)
        again = Button(self.desk.theme, _("Choose another place"), "plain", "folder")
        again.clicked.connect(self._save)
        self.page.show_notice(Notice(self.desk.theme, message.said, message.next, "danger", button=again))

    def _unlock_panel(self) -> None:
        self.page.locking.wipe()
        self.page.turn_to()
        self.page.save_button.setFocus()


def _session(room: Room | None) -> Id | None:
    return room.evening.session.id if room is not None and room.evening is not None else None

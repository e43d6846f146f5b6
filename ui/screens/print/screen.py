"""Print: chooses an evening and its pieces, keeps the proof beside them up to date, and hands it over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from facilitator.errors import DocumentNeeds, UserError
from facilitator.i18n import _
from facilitator.messages import Message, explain
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.paper import Paper
from facilitator.model.session import Session
from ui.desk import Desk
from ui.go import Go, Way
from ui.printing.how import How
from ui.screen import Screen
from ui.screens.print import asking, showing, words
from ui.screens.print.asking import Out, Room
from ui.screens.print.days import Days, Kind
from ui.screens.print.deciding import Deciding
from ui.screens.print.handing import Handing, Receipt
from ui.screens.print.how import HowPanel
from ui.screens.print.page import OUT, PACK, PAGE, SHEET, STICK, PrintPage
from ui.screens.print.papers import PapersPage
from ui.screens.print.pressing import COVER, Count, Order, Proof, count, press
from ui.screens.print.proofing import Proofing
from ui.screens.print.sticking import Sticking
from ui.widgets import Notice

if TYPE_CHECKING:
    from facilitator.documents import PresenceGrid
    from facilitator.packs import PackPlan
    from ui.screens.print.building import Key

AREAS = ("groups", "members", "sessions", "agendas", "agreements", "organisation", "facilitators", "venues",
         "settings", "papers", "attendance")  # fmt: skip


class PrintScreen(Screen):
    """The place for paper. `Go.show` may be a session or its id, "out" for papers that are out, "sheet", or ("sheet",
    a document) with the library item it is made of as a third, where there are several.
    """

    place: ClassVar[str] = "print"
    icon: ClassVar[str] = "print"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._chosen: Session | Id | None = None
        self._made_for: Id | None = None
        self._came: Days | None = None
        self._room: Room | None = None
        self._alone, self._arriving, self._printed = False, False, False
        self._sheet: tuple[str, str] | None = None
        self._grid: PresenceGrid | None = None
        self._grid_of: tuple[bool, Id | None] = (False, None)
        self._papers: PapersPage | None = None
        self._turning = False  # to the papers that are out
        self._shown: tuple[bool, date] | None = None  # how the room stands there
        self._read_at: tuple[Session | Id | None, Id | None, datetime] | None = None  # what was read, while it holds
        self._how = How.remembered(desk.settings)
        page = self.page = PrintPage(desk)
        self.deciding = Deciding(desk, page)
        self.proofing = Proofing(desk.jobs, self._counted, self._made, self._unmade, self)
        self.handing = Handing(desk, page, self.proofing, lambda: self._how, self._receipt)
        self.sticking = Sticking(desk, page, self._pack)
        self.handing.sent.connect(self._sent)
        self.deciding.changed.connect(self._change)
        self.deciding.filled.connect(self._fill)
        self.deciding.glanced.connect(self._glance)
        page.evenings.chosen.connect(self._switch)
        page.single.made_for.connect(self._make_for)
        page.more.chosen.connect(self._more)
        page.out_button.clicked.connect(self._show_papers)
        page.how_button.clicked.connect(self._show_how)
        page.when_made(HowPanel, self._wire_how)
        page.next_button.clicked.connect(self._next)
        page.proof.rearranged.connect(page.order_tabs)
        self.show_page(page)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Print")

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What the search finds here."""
        return (
            Way(_("Print tonight’s pack"), Go("print", PACK),
                _("session run sheet papers handouts pdf printer evening all")),
            Way(_("Print one sheet"), Go("print", SHEET), _("paper document handout form pdf single")),
            Way(_("Papers that are out"), Go("print", OUT), _("shred bring back collect printed lost")),
        )

    # ------------------------------------------------------------ coming and going
    def arrive(self, go: Go) -> None:
        """Show an evening's pack, a sheet, or the papers that are out."""
        show = go.show
        if show == OUT:
            self._show_papers()
            return
        if isinstance(show, Session | bytes):
            self._chosen, self._alone = show, False
        elif show == SHEET:
            self._alone = True
        elif show == PACK:
            self._chosen, self._alone = None, False
        elif isinstance(show, tuple) and len(show) > 1 and show[0] == SHEET:
            self._alone, self._sheet = True, (str(show[1]), str(show[2]) if len(show) > 2 else "")
            self._of_group(show[3:])
            self.page.single.be_filled()
        if show is not None or self._papers is None:
            self._to_page()
            self.page.turn_to()
            self._arriving = True
        self._read()

    def _of_group(self, more: tuple[object, ...]) -> None:
        """The group a sheet is wanted for and, for a grid of who came, its first and last day, where they are told."""
        match more:
            case (bytes() as group,):
                self._made_for = group
            case (bytes() as group, date() as first, date() as last):
                self._made_for, self._came = group, Days(Kind.NAMES, first, last)

    def changed(self, change: Change) -> None:
        """Read again what may stand on paper."""
        self._read_at = None
        if change.touches(*AREAS):
            self._read()

    def leave(self) -> None:
        """Words that lock a file do not stay."""
        self.page.wipe()
        self.page.turn_to()

    def _read(self) -> None:
        chosen, made_for = self._chosen, self._made_for
        minute = self.desk.clock.now().replace(second=0, microsecond=0)  # which evening comes next goes by the minute
        wanted = chosen, made_for, minute

        def read(room: Room) -> None:
            self._read_at = wanted
            self._show(room)

        if self._read_at == wanted and self._room is not None:
            self._show(self._room)
        else:
            self.desk.jobs.ask(self, lambda workspace: asking.look(workspace, chosen, made_for), read, key="look")
        if self._papers is not None:
            self.desk.jobs.ask(self, asking.out, self._show_out, key="out")

    # ------------------------------------------------------------ showing
    @property
    def alone(self) -> bool:
        """Whether one sheet is chosen, or nothing else can be."""
        return self._alone or self._room is None or self._room.plan is None

    def _show(self, room: Room) -> None:
        before, self._room = self._room, room
        self.deciding.room = room
        arriving, self._arriving = self._arriving, False
        shown, self._shown = self._shown, (self._alone, self.desk.clock.today())
        if self._shown == shown and self._sheet is None and asking.same(before, room):
            self._show_waits(room)
            if arriving and self._papers is None:
                self.deciding.begin()
            return
        if _session(before) != _session(room) or before is None or before.plan is None:
            self.deciding.pack.begin(room.plan.pieces if room.plan is not None else ())
            self._printed = False
        self.page.single.show_room(room)
        lacking = self._lacking(room)
        if self._sheet is not None:
            document, item = self._sheet
            self.page.single.choose(document)
            self.deciding.alone = True
            usual = self.deciding.usual_item(document)
            self.deciding.begin_one(self.page.single.document, "" if item == usual else item)
            self._sheet = None
        self._keep_to_sheets()
        self._refresh()
        if lacking is not None:
            self.page.show_notice(Notice(self.desk.theme, lacking.said, lacking.next, icon="paper"))
        if self._came is not None:
            self.deciding.days, self._came = self._came, None
        if self.deciding.days.kind is not Kind.EMPTY:
            self._fill()
        if arriving and self._papers is None:
            self.deciding.begin()

    def _lacking(self, room: Room) -> Message | None:
        """Why a sheet that somebody came for cannot be made now."""
        from facilitator.packs import offered

        document = self._sheet[0] if self._sheet is not None else ""
        context = room.filled if self.page.single.for_group else room.blank
        needs = next((context.lacks(one.needs) for one in offered() if one.id == document and one.id != COVER), ())
        return explain(DocumentNeeds(document, needs[0].value)) if needs else None

    def _keep_to_sheets(self) -> None:
        """Where the sheet that was chosen cannot be made now, another one is."""
        document = self.page.single.document
        if document and all(piece.document != document for piece in self.deciding.one.now.pieces):
            self.deciding.begin_one(document)

    def _refresh(self) -> None:
        room, page = self._room, self.page
        if room is None:
            return
        self.deciding.alone = self.alone
        at = SHEET if self._alone or room.evening is None else room.evening.session.id
        page.evenings.set_choices(showing.evenings(room), at)
        page.show_mode(self.alone, room.plan is not None, room.out)
        if self.alone:
            page.header.say("", _("One sheet"))
        elif room.evening is not None:
            page.header.say("", words.title(room.evening.session, self.desk.clock.today()))
        self._show_waits(room)
        self._rebuild()

    def _show_waits(self, room: Room) -> None:
        self.page.show_notice(None if self._alone else showing.waits(self.desk.theme, room, self.desk.go))

    def _show_buttons(self) -> None:
        page, room = self.page, self._room
        waits = not self._alone and room is not None and room.plan is None
        page.next_button.setVisible(self._printed)
        page.takes.setVisible(not self._printed)  # what it took is spent: the next step has its room
        page.print_button.set_kind("plain" if self._printed or waits else "primary")
        page.print_button.setText(_("Print again") if self._printed else _("Print"))
        for button in (page.print_button, page.save_button):
            if self.proofing.order is None:
                button.off(_("Tick a piece first."))
            elif not self.handing.printing:
                button.on()
        page.print_button.setAccessibleDescription(page.holds.words or page.print_button.accessibleDescription())

    # ------------------------------------------------------------ choosing
    def _switch(self, value: object) -> None:
        if value == SHEET:
            self._be_alone(True)
        elif isinstance(value, bytes):
            known = [one.session for one in (self._room.ahead if self._room is not None else ())]
            self._chosen = next((session for session in known if session.id == value), self._chosen)
            self._alone, self._printed, self._shown = False, False, None
            self._read()

    def _more(self, way: object) -> None:
        self.page.more.choose(None)
        if way == OUT:
            self._show_papers()
        elif way == STICK:
            self.sticking.begin()
        elif way == PAGE:
            self._print_shown()
        else:
            self._be_alone(way != PACK)

    def _print_shown(self) -> None:
        """Print the page that is shown, and no other."""
        page = self.page.proof.page
        if page >= 0 and not self.page.proof.glancing and not self.handing.printing:
            self.handing.print_page(page)

    def _be_alone(self, alone: bool) -> None:
        self._alone, self._printed = alone, False
        self.page.turn_to()
        self._refresh()
        self.deciding.begin()
        self.deciding.show_page()

    def _make_for(self, group: object) -> None:
        if isinstance(group, bytes):
            self._made_for = group
            self._read()
        else:
            self._keep_to_sheets()
            self._change()

    def _change(self) -> None:
        self._printed = False
        if self._room is not None:
            self._rebuild()

    def _fill(self) -> None:
        """Ask for what stands on a grid of the days that are chosen."""
        group, days = self.deciding.group, self.deciding.days

        def filled(grid: PresenceGrid | None) -> None:
            here = self.deciding.group
            if group is not None and (here is None or here.id != group.id):
                return  # one group's days are never shown for another, or on a blank sheet
            if grid != self._grid:
                self._grid = grid
                self._change()

        def refused(error: UserError) -> None:
            self.deciding.days = Days.empty(self.desk.clock.today())
            filled(None)
            self.page.show_refusal(explain(error))

        if group is None:
            filled(None)
        else:
            self.desk.jobs.ask(
                self, lambda workspace: asking.grid(workspace, group, days), filled, refused=refused, key="grid")

    # ------------------------------------------------------------ how
    def _wire_how(self, how: HowPanel) -> None:
        how.changed.connect(self._print_how)
        how.paper.connect(self._use_paper)
        how.switched.connect(self._ask_trays)
        how.done.connect(self._how_done)

    def _show_how(self) -> None:
        context = self.deciding.context
        if context is None:
            return
        self.page.how.show_how(self._how, context.paper, None if self.alone else self.deciding.build.discreet)
        self.page.turn_to(self.page.how)
        self.page.how.begin()
        printer, show = self.desk.printer, self.page.how.show_printers
        self.desk.jobs.paper(self, lambda _progress: printer.names(), show, key="names")
        self._ask_trays()

    def _ask_trays(self) -> None:
        printer, name, show = self.desk.printer, self._how.printer, self.page.how.show_trays
        self.desk.jobs.paper(self, lambda _progress: printer.trays(name), show, key="trays")

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
        from facilitator.packs import offered

        context, build = self.deciding.context, self.deciding.build
        if context is None:
            return None
        made = {one.id for one in offered() if one.id == COVER or not context.lacks(one.needs)}
        pieces = tuple(piece for piece in build.pieces if piece.copies and piece.document in made)
        if all(piece.document == COVER for piece in pieces):
            return None
        return Order(pieces=pieces, context=replace(
            context, both_sides=self._how.both_sides, turn=self._how.turn, discreet=build.discreet, grid=self._grid))

    def _pack(self) -> PackPlan | None:
        """The pack as it is chosen now."""
        order, plan = self._wanted(), self._room.plan if self._room is not None else None
        if plan is None or order is None or self.alone:
            return None
        return replace(plan, pieces=self.deciding.build.kept, context=order.context)

    def _keep_to_group(self) -> None:
        """Days of one group, or names, do not follow to another group, a blank sheet, or between a pack and a sheet."""
        group = self.deciding.group
        here = self.deciding.alone, group.id if group is not None else None
        if here != self._grid_of:
            self._grid_of, self._grid = here, None
            self.deciding.days = Days.empty(self.desk.clock.today())

    def _rebuild(self) -> None:
        self._keep_to_group()
        page, order, room = self.page, self._wanted(), self._room
        self.proofing.want(order)
        if order is None:
            page.proof.show_proof(None, self._how.grey)
            page.takes.setText("")
            page.show_holds("", room.late if room is not None else 0)
        if (context := self.deciding.context) is not None:
            page.how_button.setText(
                words.how(context.paper, self._how.both_sides, self._how.grey, self.deciding.build.discreet))
        if room is not None:
            self.deciding.show(self.proofing.latest)
        self._show_buttons()

    def _counted(self, counted: Count) -> None:
        room, page = self._room, self.page
        if room is None:
            return
        pack = counted.pack
        page.takes.setText(words.takes(pack.paper, pack.sides, counted.cost, room.country))
        shred_by = room.plan.context.shred_by if room.plan is not None and not self.alone else None
        page.show_holds(words.holds(pack, shred_by, self.desk.clock.today()), room.late)
        self.deciding.show(counted)

    def _made(self, proof: Proof) -> None:
        self.page.proof.show_proof(proof, self._how.grey)
        self._show_buttons()

    def _glance(self, key: Key) -> None:
        """Show a piece that is not in, made by itself."""
        context, build = self.deciding.context, self.deciding.build
        if context is None:
            return
        order = Order(pieces=(replace(build.find(key), copies=1),), context=replace(
            context, both_sides=self._how.both_sides, turn=self._how.turn, discreet=build.discreet, grid=self._grid))

        def shown(proof: Proof) -> None:
            if self.page.pieces.key == key and not self.deciding.build.find(key).copies and not self.alone:
                self.page.proof.show_glance(proof, self._how.grey)

        self.desk.jobs.paper(
            self, lambda progress: press(count(order), progress), shown, refused=lambda _error: None, key="glance")

    def _unmade(self, error: UserError) -> None:
        self._shown = None  # whoever comes again has it tried again
        self.page.takes.setText("")
        self.page.proof.refuse(error)
        self._show_buttons()

    # ------------------------------------------------------------ printed
    def _sent(self) -> None:
        self._printed = True
        self._show_buttons()
        self.page.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _receipt(self, proof: Proof, page: int | None) -> Receipt:
        """How this print is noted: a pack with its evening, one sheet, or one page of it (from 0)."""
        if page is not None:
            line, made_for = proof.line_of(page), self.deciding.group
            return lambda workspace: workspace.packs.printed_page(line, made_for)
        plan = self._pack()
        if plan is not None:
            return lambda workspace: workspace.packs.printed(plan, proof.pack)
        group = self.page.single.group
        return lambda workspace: workspace.packs.printed_lines(proof.pack, group)

    def _next(self) -> None:
        """Back to the evening it was printed for."""
        evening = self._room.evening if self._room is not None and not self.alone else None
        self.desk.go(Go("tonight", evening.session if evening is not None else None))

    # ------------------------------------------------------------ papers that are out
    def _show_papers(self) -> None:
        if self._papers is None:
            papers = PapersPage(self.desk.theme, self.desk.clock.today())
            papers.back.connect(self._leave_papers)
            papers.shredded.connect(self._shred)
            self._put_up(papers)
            self._papers = papers
        self._turning = True
        self._read()

    def _show_out(self, out: tuple[Out, ...]) -> None:
        if self._papers is not None:
            turning, self._turning = self._turning, False
            self._papers.show_out(out)
            if turning:
                self._papers.begin()

    def _shred(self, papers: tuple[Id, ...]) -> None:
        self.desk.jobs.do(self, lambda workspace: workspace.papers.shredded(papers[0]) if len(papers) == 1
                          else workspace.papers.all_shredded(papers))

    def _leave_papers(self) -> None:
        self._to_page()
        self._arriving = True
        self._read()

    def _to_page(self) -> None:
        papers, self._papers = self._papers, None
        if papers is not None:
            self._put_up(self.page)
            papers.deleteLater()

    def _put_up(self, page: QWidget) -> None:
        """One page in the other's place; the pack is put aside, not away."""
        while self._column.count():
            item = self._column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
        self._column.addWidget(page)
        page.show()
        self.tell_title()

    # ------------------------------------------------------------ Undo of what is not printed yet
    def event(self, event: QEvent) -> bool:
        """Undo takes back what was chosen here before what was done to the vault."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._undoes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo."""
        if self._undoes(event):
            self.deciding.undo()
        else:
            super().keyPressEvent(event)

    def _undoes(self, event: QKeyEvent) -> bool:
        return (self._papers is None and event.matches(QKeySequence.StandardKey.Undo)
                and self.deciding.building.can_undo)


def _session(room: Room | None) -> Id | None:
    return room.evening.session.id if room is not None and room.evening is not None else None

"""What is decided on the Print page: which pieces and how many, of a whole pack or of one sheet, and how made."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.group import Group
from facilitator.model.paper import Layout, Paper, Piece, Style
from ui.desk import Desk
from ui.screens.print import asking, showing, words
from ui.screens.print.asking import Room
from ui.screens.print.building import Build, Building, Key
from ui.screens.print.choosing import PiecePanel, Piecework
from ui.screens.print.days import Days
from ui.screens.print.how import HowPanel
from ui.screens.print.page import PrintPage
from ui.screens.print.pressing import COVER, Count
from ui.widgets import announce

if TYPE_CHECKING:
    from facilitator.documents import Document, SheetContext

_LAST, _USUAL = "last", "usual"


class Deciding(QObject):
    """Keeps a building for the pack and one for a single sheet, and shows them. `changed` says that other pages are
    wanted, `filled` that a grid is to show other days, `glanced` that somebody is on a piece that is not in.
    """

    changed = Signal()
    filled = Signal()
    glanced = Signal(tuple)

    def __init__(self, desk: Desk, page: PrintPage) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.pack, self.one = Building(), Building()
        self.alone = False
        self.days = Days.empty(desk.clock.today())
        self.room: Room | None = None
        self._count: Count | None = None
        self._from_choices = True
        pieces = page.pieces
        pieces.counted.connect(self._set)
        pieces.chosen.connect(self._come)
        pieces.opened.connect(lambda _key: self._open(False))
        page.single.chosen.connect(lambda document: self.begin_one(document))
        page.copies.valueChanged.connect(self._set_one)
        page.choices_button.clicked.connect(lambda: self._open(True))
        page.presets.chosen.connect(self._preset)
        page.undo_button.clicked.connect(self.undo)
        page.proof.chosen.connect(pieces.show_chosen)
        page.proof.chosen.connect(lambda _key: self._show_chosen())
        page.when_made(PiecePanel, self._wire)
        page.when_made(HowPanel, lambda how: how.discreet.connect(self._be_discreet))

    def _wire(self, choosing: PiecePanel) -> None:
        choosing.counted.connect(self._set)
        choosing.item.connect(self._use_item)
        choosing.more.connect(self._add_item)
        choosing.option.connect(self._use_option)
        choosing.days.connect(self._use_days)
        choosing.done.connect(self._done)

    # ------------------------------------------------------------ what is decided
    @property
    def building(self) -> Building:
        """The one that is worked on."""
        return self.one if self.alone else self.pack

    @property
    def build(self) -> Build:
        """As it is now."""
        return self.building.now

    @property
    def context(self) -> SheetContext | None:
        """What it is filled with."""
        if self.alone or self.room is None:
            return self._page.single.context
        return self.room.plan.context if self.room.plan is not None else None

    def begin_one(self, document: str, item: str = "") -> None:
        """One copy of one sheet."""
        self.one.begin((Piece(document, 1, item=item),))
        self._tell()

    def undo(self) -> None:
        """Take the last change back."""
        had = self._page.undo_button.hasFocus()
        self.building.undo()
        self._tell()
        announce(self._page.undo_button, _("Taken back."))
        if had and self._page.undo_button.isHidden():
            self.begin()

    def begin(self) -> None:
        """Put the focus where one would begin."""
        page = self._page
        target: QWidget | None = page.single.sheets if self.alone else page.pieces.begin()
        (target or page.more).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self) -> None:
        """Turn to the page of the piece one is on."""
        _document, key = self._here()
        if key is not None:
            self._page.proof.show_piece(self.build.shown_as(key))

    # ------------------------------------------------------------ showing
    def show(self, count: Count | None) -> None:
        """Show everything as it is now."""
        self._count = count
        page, build, room = self._page, self.build, self.room
        if room is None:
            return
        if self.alone:
            page.copies.blockSignals(True)
            page.copies.setValue(build.find(self._plain(page.single.document)).copies if build.pieces else 0)
            page.copies.blockSignals(False)
        else:
            if page.pieces.show_pieces(showing.pieces(room, build, count)):
                page.order_tabs()
            self._show_presets(room)
        page.undo_button.setVisible(self.building.can_undo)
        self._show_chosen()

    def _show_presets(self, room: Room) -> None:
        page, used = self._page, self.build.used
        offered: list[tuple[object, str]] = [(_LAST, _("As last time"))] if room.last else []
        offered.append((_USUAL, _("The usual pack")))
        ways = {_LAST: Build.of(room.last).used, _USUAL: Build.of(room.proposed).used}
        now = next((way for way, _words in offered if ways[str(way)] == used), "")
        if not now:
            offered.insert(0, ("", _("Changed")))
        page.presets.set_choices(tuple(offered), now)
        page.for_people.setText(words.for_people(room.expected, room.basis))

    def _show_chosen(self) -> None:
        page, document, key = self._page, *self._here()
        context = self.context
        if document is None or key is None or context is None or self.room is None:
            page.show_chosen("", "", False)
            return
        work = self._work(self.room, document, key, context)
        made = words.layout_of(work.layout, work.layouts, context.paper)
        about = made if self.alone else made or work.because or work.takes
        page.show_chosen(work.title, about, not self._missing(document, context))
        if isinstance(page.panel, PiecePanel):
            page.panel.show_piece(work)

    def _work(self, room: Room, document: Document, key: Key, context: SheetContext) -> Piecework:
        from facilitator.packs import called

        layouts = tuple(layout for layout in document.layouts if self.alone or layout is not Layout.POSTER)
        layout = self._layout(document, key, context, layouts)
        because = "" if self.alone else words.because(document, room.usual.get(document.id, 1), room.expected)
        return Piecework(
            document=document, key=key, title=called(document, context, key[3]), because=because,
            takes=self._takes(document, key, context.cost_a_side, room.country), build=self.build, context=context,
            days=self.days if self.group is not None else None, names=asking.keeps_names(self.group),
            large=0 if self.alone else room.large,
            easy=0 if self.alone else room.easy, layouts=layouts, layout=layout,
            printer=self._at_the_printer(document, layout, context.paper),
        )  # fmt: skip

    def _layout(self, document: Document, key: Key, context: SheetContext, layouts: tuple[Layout, ...]) -> Layout:
        alike = [piece for piece in self.build.pieces if (piece.document, piece.item) == (document.id, key[3])]
        return replace(context, options=dict(alike[0].options) if alike else {}).layout(layouts)

    def _at_the_printer(self, document: Document, layout: Layout, paper: Paper) -> str:
        from facilitator.packs import at_the_printer

        pack = self._count.pack if self._count is not None else None
        said = at_the_printer(document, layout, pack.turn if pack else None, pack is None or pack.both_sides, paper)
        if not said or layout is Layout.POSTER or (pack is not None and not pack.both_sides):
            return said
        return _("Print sets the printer by itself. With a file you saved: {what}").format(what=said)

    @property
    def group(self) -> Group | None:
        """Whom it is for."""
        if self.alone:
            return self._page.single.group
        return self.room.evening.group if self.room is not None and self.room.evening is not None else None

    def _takes(self, document: Document, key: Key, cost: int, country: str) -> str:
        lines = [] if self._count is None else [
            line for line in self._count.pack.lines if (line.document, line.item) == (document.id, key[3])]
        if not lines:
            return ""
        sides = sum(line.pages * line.copies for line in lines)
        said = words.takes(sum(line.sheets for line in lines), sides, sides * cost, country)
        each = words.money(cost, country)
        return _("{takes}, at {money} a side").format(takes=said, money=each) if each else said

    def _here(self) -> tuple[Document | None, Key | None]:
        """The document one is on, and its piece."""
        from facilitator.packs import offered

        key = self._plain(self._page.single.document) if self.alone else self._page.pieces.key
        return (next((one for one in offered() if key is not None and one.id == key[0]), None), key)

    def _plain(self, document: str) -> Key:
        item = next((piece.item for piece in self.one.now.pieces if piece.document == document), "")
        return document, Style.STANDARD, False, item

    @staticmethod
    def _missing(document: Document, context: SheetContext) -> bool:
        return document.id != COVER and bool(context.lacks(document.needs))

    # ------------------------------------------------------------ deciding
    def _tell(self) -> None:
        self.changed.emit()

    def _come(self, key: Key) -> None:
        document, _key = self._here()
        if self.build.find(key).copies or document is None or document.id == COVER:
            self._page.proof.show_piece(self.build.shown_as(key))
        elif self.context is not None and not self._missing(document, self.context):
            self.glanced.emit(key)
        self._show_chosen()

    def _set(self, key: Key, copies: int) -> None:
        self.building.count(key, copies)
        if copies:
            self._page.proof.show_piece(self.build.shown_as(key))
        self._tell()

    def _set_one(self, copies: int) -> None:
        self._set(self._plain(self._page.single.document), copies)

    def _preset(self, way: object) -> None:
        if self.room is not None and way in (_LAST, _USUAL):
            self.pack.take(self.room.last if way == _LAST else self.room.proposed)
            self._tell()

    def _be_discreet(self, on: bool) -> None:
        self.pack.be_discreet(on)
        self._tell()

    def _use_item(self, item: str) -> None:
        key, context = self._page.choosing.key, self.context
        if key is None or context is None:
            return
        usual = item == self._usual(key[0], context)
        self.building.count(key, self.build.find(key).copies)  # so that there is a piece to change
        if self.building.choose_item(key, "" if usual else item):
            there = (*key[:3], "" if usual else item)
            self._follow(there)
        self._tell()

    def usual_item(self, document: str) -> str:
        """What a sheet is made of where nobody chose anything else."""
        return self._usual(document, self.context)

    @staticmethod
    def _usual(document: str, context: SheetContext | None) -> str:
        from facilitator.packs import made_of, offered

        declared = next((one for one in offered() if one.id == document), None)
        items = made_of(declared, context) if declared is not None and context is not None else ()
        return items[0][0] if items else ""

    def _add_item(self, item: str) -> None:
        key, room = self._page.choosing.key, self.room
        if key is not None and room is not None and item:
            there = self.building.add_item(key[0], item, 1 if self.alone or "@" in item else room.usual.get(key[0], 1))
            self._follow(there)
            self._tell()
            self._page.choosing.begin()

    def _follow(self, key: Key) -> None:
        """Go on to a piece that is only about to be shown."""
        if self.room is not None and not self.alone:
            self._page.pieces.show_pieces(showing.pieces(self.room, self.build, self._count))
            self._page.pieces.show_chosen(key)
        self._page.proof.show_piece(self.build.shown_as(key))

    def _use_option(self, option: str, value: int) -> None:
        key = self._page.choosing.key
        if key is not None:
            self.building.count(key, self.build.find(key).copies)
            self.building.choose_option(key, option, value)
            self._tell()

    def _use_days(self, days: object) -> None:
        if isinstance(days, Days):
            self.days = days
            self.filled.emit()

    # ------------------------------------------------------------ the panel
    def _open(self, pressed: bool) -> None:
        document, _key = self._here()
        context = self.context
        if document is None or context is None or self._missing(document, context):
            return
        self._from_choices = pressed
        self._page.turn_to(self._page.choosing)
        self._show_chosen()
        self._page.choosing.begin()

    def _done(self) -> None:
        self._page.turn_to()
        if self._from_choices and self._page.choices_button.isVisible():
            self._page.choices_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin()

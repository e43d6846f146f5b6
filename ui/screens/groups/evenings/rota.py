"""Who does what on the next evenings: a grid of evenings and roles, the team standing in until somebody says so."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, pgettext
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.rota import Role, Rota, RotaRow, Shift, role_meaning, role_words
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from ui.screens.groups.leaf import Leaf
from ui.screens.groups.part import Part
from ui.screens.groups.words import day_words
from ui.widgets import (
    STRETCH,
    Aside,
    Button,
    Cell,
    CellGrid,
    CellModel,
    Empty,
    Flow,
    Label,
    MenuButton,
    Paragraph,
    PickList,
    RowItem,
    Sheet,
    box,
    column_for,
    down,
)
from ui.widgets.cellpaint import lead_for

_ROLES = tuple(Role)
_SOMEBODY, _OPEN = "somebody", "open"


class RotaModel(CellModel):
    """Evenings down, roles across."""

    def __init__(self) -> None:
        super().__init__()
        self.rota = Rota((), ())

    def show(self, rota: Rota) -> None:
        """Show other evenings."""
        self.beginResetModel()
        self.rota = rota
        self.endResetModel()

    def rowCount(self, parent: object = None) -> int:
        """How many evenings."""
        return len(self.rota.rows)

    def columnCount(self, parent: object = None) -> int:
        """How many roles."""
        return len(_ROLES)

    def side(self, row: int) -> str:
        """The day."""
        return _short(self.rota.rows[row].session.held_on)

    def top(self, column: int) -> tuple[str, str]:
        """The role."""
        return role_words(_ROLES[column]), ""

    def cell(self, row: int, column: int) -> Cell:
        """Who has it."""
        return self.of(self.rota.rows[row].shift(_ROLES[column]))

    def of(self, shift: Shift) -> Cell:
        """A shift in a cell: a name, taken, or open."""
        name = self.rota.name(shift.facilitator_id)
        if shift.usual:
            return Cell(name, said=_("{name}, as usual").format(name=name), token="ink_soft")
        if shift.filled and name:
            return Cell(name, strong=True)
        if shift.filled:
            return Cell(_("Taken"), "check")
        if shift.role is Role.LEAD or (shift.role is Role.SECOND and self.rota.two):
            return Cell(pgettext("a task of an evening", "Open"), look=True)
        return Cell(said=_("open"))


class RotaPart(Part):
    """The rota, and what can be done with the cell the keyboard is on."""

    areas = ("roles", "sessions", "groups", "facilitators")

    def __init__(self, page: Leaf, group_id: Id) -> None:
        super().__init__(page, group_id)
        self.model = RotaModel()
        self.grid: CellGrid | None = None

    def read(self) -> None:
        """Ask for the next evenings."""
        self.ask(lambda workspace: workspace.rota.ahead(self.group_id), self._show)

    # ------------------------------------------------------------ drawing
    def _show(self, rota: Rota) -> None:
        theme = self.theme
        if not rota.rows:
            self.grid = None
            words = _("Once it is known when you meet, the next evenings stand here, and who does what on each.")
            step = self.way(_("Say when you meet"), "meetings", "new", primary=True)
            self.redraw(Empty(theme, _("No evenings yet"), words, step), STRETCH)
            return
        if self.grid is not None:
            at = self.grid.currentIndex()
            self.model.show(rota)
            self.grid.go_to(min(at.row(), len(rota.rows) - 1), at.column())
            self._chosen()
            return
        self.model.show(rota)
        wide = column_for(theme, [role_words(role) for role in _ROLES], 112)
        days = [row.session.held_on for row in rota.rows]
        year = [days[0] + timedelta(weeks=n) for n in range(52)]  # whatever month the grid goes on to
        lead = lead_for(theme, [_short(day) for day in (*days, *year)], 136)
        self.grid = CellGrid(theme, self.model, _("Rota"), _("Evening"), wide=wide, lead=lead, centred=False)
        self._spot = QWidget(self.grid)  # the cell as a place where a list opens; the keyboard goes back to the grid
        self._spot.setFocusProxy(self.grid)
        self._spot.hide()
        self.grid.opened.connect(self._choose)
        self.grid.moved.connect(lambda row, column: self._chosen())
        said = _("Soft letters are the team as usual. Press a cell to change it. Jobs that go round are only marked as "
                 "taken: no member’s name is kept here.")
        self._which = Label(theme, "", "strong", wrap=True)
        self._meaning = Label(theme, "", "small", "soft", wrap=True)
        self._same = Button(theme, _("Same as the evening before"), "plain", "copy")
        self._same.clicked.connect(self._as_before)
        self._swap = MenuButton(theme, (), prompt=_("Swap with another evening"), icon="again")
        self._swap.chosen.connect(self._swap_with)
        ways = box(Flow(theme, self._same, self._swap, gap=8))
        line = Aside(theme, box(down(theme, self._which, self._meaning)), ways, gap=16, least=220)
        team = self.way(_("Who is on the team"), "team", quiet=True)
        self.redraw(
            box(line), 12, Sheet(theme, down(theme, self.grid, margins=(6, 6, 6, 6)), stack=2), 14,
            Paragraph(theme, said, "small", "soft"), 4, box(Flow(theme, team)), STRETCH,
        )  # fmt: skip
        self.grid.go_to(0, 0)
        self._chosen()

    def _here(self) -> tuple[RotaRow, Role] | None:
        at = self.grid.currentIndex() if self.grid is not None else None
        if at is None or not at.isValid():
            return None
        return self.model.rota.rows[at.row()], _ROLES[at.column()]

    def _chosen(self) -> None:
        """Say what the cell is, and offer what can be done with it."""
        here = self._here()
        if here is None:
            return
        row, role = here
        today = self.room.desk.clock.today()
        cell = self.model.of(row.shift(role))
        self._which.setText(_("{day}. {role}: {who}").format(
            day=day_words(row.session.held_on, today), role=role_words(role), who=cell.said or cell.words))
        more = _("A circle for under-18s needs two adults.") if role is Role.SECOND and self.model.rota.two else ""
        self._meaning.setText(" ".join(filter(None, (role_meaning(role), more))))
        others = tuple((other.session, day_words(other.session.held_on, today))
                       for other in self.model.rota.rows if other.session.id != row.session.id)
        self._swap.set_choices(others)
        self._swap.setEnabled(bool(others))

    # ------------------------------------------------------------ doing
    def _choose(self, row: int, column: int) -> None:
        if self.grid is None:
            return
        rota, role = self.model.rota, _ROLES[column]
        shift = rota.rows[row].shift(role)
        people: list[tuple[object, str]] = [(one.id, one.name) for one in rota.people]
        somebody = (_SOMEBODY, _("Somebody else") if role.runs else _("Taken"))
        choices = [*people, somebody] if role.runs else [somebody, *people]
        choices.append((_OPEN, _("Nobody yet")))
        now: object = shift.facilitator_id or (_SOMEBODY if shift.filled else _OPEN)
        items = [RowItem(key, words, icon="check" if key == now else "blank") for key, words in choices]
        self._spot.setGeometry(self.grid.spot(row, column))
        name = _("{role}, {day}").format(role=role_words(role), day=self.model.side(row))
        shown = PickList(self.theme, self._spot, name, items, now)
        shown.picked.connect(partial(self._set, rota.rows[row].session, role))
        shown.open()

    def _set(self, session: Session, role: Role, key: object) -> None:
        person = key if isinstance(key, bytes) else None
        filled = key != _OPEN
        self.do(lambda workspace: workspace.rota.set(session, role, filled, person))

    def _as_before(self) -> None:
        here = self._here()
        if here is not None:
            session = here[0].session
            self.do(lambda workspace: workspace.rota.same_as_last(session))

    def _swap_with(self, other: object) -> None:
        here = self._here()
        self._swap.choose(None)
        if here is None or not isinstance(other, Session):
            return
        session, role, with_ = here[0].session, here[1], other

        def command(workspace: Workspace) -> Change:
            return workspace.rota.swap(session, with_, role)

        self.do(command)


def _short(day: date) -> str:
    """A day at the side of a row."""
    return interface().date(day, "EEE d MMM")

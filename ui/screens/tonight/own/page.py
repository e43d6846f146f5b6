"""The page of my own pages: what they are, the list of them, and one on its sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from facilitator.i18n import _, interface
from facilitator.model.ids import Id
from facilitator.model.sealed import SealedKind, SealedPage, kind_words
from ui.screens.tonight.own.asking import FORMS, Own
from ui.screens.tonight.own.sheet import PageSheet
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    Columns,
    Fact,
    Flow,
    Header,
    Label,
    Notice,
    Page,
    RowItem,
    RowList,
    box,
    down,
    heading,
)


class OwnPage(Page):
    """`opened` carries the id of a page, `writing` the kind of a new one."""

    opened = Signal(object)
    writing = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        way = Button(theme, _("Back"), "quiet", "left", flush=True)
        super().__init__(theme, Header(theme, "", _("My own pages"), back=way), 12)
        way.clicked.connect(self.left)
        self._theme = theme
        facts = (
            Fact(theme, "lock", _("Sealed to you. Nobody else can open them, not even who else opens this vault.")),
            Fact(theme, "search", _("No search, no report and no access request can look into them.")),
            Fact(theme, "warning", _("They are lost if your words are ever reset by recovery."), look=True),
        )
        self._talk = Notice(theme, _("Three evenings in a row were not green."), " ", icon="speak")
        self._talk.hide()
        self.buttons = {kind: Button(theme, _new(kind), "plain", "pencil") for kind in FORMS}
        for kind, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, kind=kind: self.writing.emit(kind))
        self.rows = RowList(theme, _("My own pages"))
        self.rows.opened.connect(self.opened)
        self.rows.picked.connect(self.opened)
        self._none = Label(theme, _("Nothing written yet."), "body", "soft", wrap=True)
        self.sheet = PageSheet(theme)
        lead = box(down(theme, *facts, 4, self._talk, 8, box(Flow(theme, *self.buttons.values(), gap=8)), 16,
                        box(heading(theme, _("Written"))), 4, self._none, self.rows, STRETCH, gap=6))  # fmt: skip
        self.body.put((Columns(theme, lead, box(down(theme, self.sheet, STRETCH)), shares=(44, 56), gap=36), 1))
        self.sheet.hide()

    def show_own(self, own: Own) -> None:
        """Show the list."""
        self.rows.show_items([_row(page, own) for page in own.pages])
        self.rows.setVisible(bool(own.pages))
        self._none.setVisible(not own.pages)
        self._talk.setVisible(own.talk)
        if own.talk:
            who = _("Please talk with {name} soon. Only you can see this.").format(name=own.supervisor) \
                if own.supervisor else _("Please talk with your supervisor soon. Only you can see this.")
            self._talk.say(_("Three evenings in a row were not green."), who)

    def show_page(self, own: Own, page: SealedPage) -> None:
        """Open one."""
        self.rows.choose(page.id)
        self.sheet.show_page(own, page)
        self.sheet.show()

    def show_form(self, own: Own, kind: SealedKind) -> None:
        """Begin another."""
        self.rows.clearSelection()
        self.sheet.show_form(own, kind)
        self.sheet.show()
        self.sheet.focus_first()

    def shut(self) -> None:
        """Put the sheet away."""
        self.focus_first()
        self.sheet.hide()
        self.sheet.wipe()

    def focus_first(self) -> None:
        """Give the keyboard to writing."""
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.TabFocusReason)


def _new(kind: SealedKind) -> str:
    return {SealedKind.LOG: _("Think back"), SealedKind.SUPERVISION: _("Write up a supervision")}[kind]


def _row(page: SealedPage, own: Own) -> RowItem:
    day = interface().date(page.on, "d MMMM y")
    light = next((one.name for one in own.lights if one.id == page.light), "")
    state = _("Cannot be opened any more") if page.lost else light
    key: Id = page.id
    return RowItem(key, kind_words(page.kind), day, "lock" if page.lost else "book", state)

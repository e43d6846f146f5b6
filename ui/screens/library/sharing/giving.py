"""What is given away: own cards, words and plans, ticked; whatever names somebody stays here until it is changed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.sharing import Offer, Shared
from ui.screens.library.sharing import words
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    CheckRow,
    Columns,
    Empty,
    Fact,
    Flow,
    Header,
    Label,
    Page,
    Panel,
    Paragraph,
    Refusal,
    Sheet,
    TextField,
    box,
    down,
)
from ui.widgets.layout import Item
from ui.widgets.tabbing import bring_in_sight

FORM = 600


class GivingPage(Page):
    """`making` carries what was ticked, a title and a line; `opening` asks for a pack of somebody else's.

    `writing` asks for the form of a first card, where there is nothing to give yet; `changing` carries what names
    somebody.
    """

    making = Signal(object, str, str)
    opening = Signal()
    writing = Signal()
    changing = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        back = Button(theme, _("Library"), "quiet", "left", flush=True)
        back.clicked.connect(lambda: self.left.emit())
        self.open_button = Button(theme, _("Open a content pack"), "plain", "bring")
        self.open_button.clicked.connect(self._open)
        super().__init__(theme, Header(theme, "", _("Share with other groups"), self.open_button, back=back), 14)
        self.rows: dict[Shared, CheckRow] = {}
        self.change_buttons: dict[Shared, Button] = {}
        self.name = TextField(theme, _("What the pack is called"))
        self.about = TextField(theme, _("What it is for"), "", _("One line. May stay empty."))
        self.make_button = Button(theme, _("Save the content pack"), "primary", "carry")
        self.make_button.clicked.connect(self._make)
        self._refusal = Refusal(theme, below=12)
        self._unread = Refusal(theme, below=14)
        self._column = down(theme)
        self.body.put(self._unread, box(self._column), STRETCH)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show what there is to give; what was ticked stays so."""
        theme = self._theme
        ticked = {shared for shared, row in self.rows.items() if row.isChecked()}
        for field in (self.name, self.about, self.make_button):
            field.setParent(None)  # what is typed outlives the sheet it stands on
        self._column.clear()
        self._refusal = Refusal(theme, below=12)
        self.rows, self.change_buttons = {}, {}
        lead = Paragraph(theme, _("A content pack is one file. It takes your own cards, words to say and plans to "
                                  "another group, and no people."), "lead")
        if not offers:
            write = Button(theme, _("Write a coping card"), "primary", "plus")
            write.clicked.connect(lambda: self.writing.emit())
            self._column.put(lead, 18, Empty(theme, _("There is nothing of your own to give yet"), _(
                "Put a card in your words, or keep a plan, and it stands here."), write), STRETCH)
            return
        rows: list[Item] = []
        kind = None
        for offer in offers:
            if offer.shared.kind is not kind:
                kind = offer.shared.kind
                rows += [10, Label(theme, words.kinds(kind), "h3", wrap=True), 4]
            hint = ""
            if offer.names:
                hint = _("Names somebody: “{name}”. Change the words first.").format(name=offer.names[0])
            row = CheckRow(theme, offer.shared.title, offer.shared in ticked, hint, softens=False)
            row.setEnabled(not offer.names)
            self.rows[offer.shared] = row
            rows.append(row)
            if offer.names:
                rows.append(box(Flow(theme, self._change_button(offer.shared, hint))))
        sheet = Sheet(theme, down(theme, *rows, 18, self.name, 14, self.about,
                                  margins=(26, 14, 22, 24)), stack=2)
        aside = Panel(theme, down(
            theme, Fact(theme, "person", _("No list of people, no note and no day goes with it.")), 10,
            Fact(theme, "eye", _("Every item is looked over for names that this vault knows. Read it yourself too.")),
            margins=(20, 14, 16, 16)), "action_tint")
        form = box(down(theme, sheet, 18, self._refusal, box(Flow(theme, self.make_button)), STRETCH))
        self._column.put(lead, 16, box(Columns(theme, form, aside, fixed=(FORM, None), gap=44,
                                               below=FORM + 44 + 280)), STRETCH)

    def _change_button(self, shared: Shared, why: str) -> Button:
        """The way to what names somebody. It says why too, as the keyboard passes over a row that cannot be ticked."""
        button = self.change_buttons[shared] = Button(self._theme, _("Change it"), "quiet", "pencil")
        button.setAccessibleName(_("Change {name}").format(name=shared.title))
        button.setAccessibleDescription(why)
        button.clicked.connect(lambda: self.changing.emit(shared))
        return button

    def focus_first(self) -> None:
        """Begin with the first that may go, or with opening somebody else's."""
        first = next((row for row in self.rows.values() if row.isEnabled()), None)
        (first or self.open_button).setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say it over the button."""
        self.make_button.rest()
        message = explain(error)
        self._refusal.tell(message.said, message.next)
        bring_in_sight(self._refusal)

    def refuse_file(self, error: UserError) -> None:
        """Say under the title why a pack of somebody else's cannot be read."""
        message = explain(error)
        self._unread.tell(message.said, message.next)
        bring_in_sight(self._unread)

    def made(self) -> None:
        """It is written."""
        self.make_button.rest()
        self._refusal.clear()

    def _open(self) -> None:
        self._unread.clear()
        self.opening.emit()

    def _make(self) -> None:
        self._unread.clear()
        self._refusal.clear()
        self.name.accept()
        if not self.name.text.strip():
            self.name.refuse(_("This is needed."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        chosen = tuple(shared for shared, row in self.rows.items() if row.isChecked() and row.isEnabled())
        self.making.emit(chosen, self.name.text, self.about.text)

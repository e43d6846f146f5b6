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
    Fact,
    Flow,
    Header,
    Label,
    Notice,
    Page,
    Panel,
    Paragraph,
    Sheet,
    TextField,
    box,
    down,
)
from ui.widgets.layout import Item

FORM = 600


class GivingPage(Page):
    """`making` carries what was ticked, a title and a line; `opening` asks for a pack of somebody else's."""

    making = Signal(object, str, str)
    opening = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        back = Button(theme, _("Library"), "quiet", "left", flush=True)
        back.clicked.connect(lambda: self.left.emit())
        self.open_button = Button(theme, _("Open a content pack"), "plain", "bring")
        self.open_button.clicked.connect(lambda: self.opening.emit())
        super().__init__(theme, Header(theme, "", _("Share with other groups"), self.open_button, back=back), 14)
        self.rows: dict[Shared, CheckRow] = {}
        self.name = TextField(theme, _("What the pack is called"))
        self.about = TextField(theme, _("What it is for"), "", _("One line. May stay empty."))
        self.make_button = Button(theme, _("Save the content pack"), "primary", "carry")
        self.make_button.clicked.connect(self._make)
        self._refusals = down(theme)
        self._column = down(theme)
        self.body.put(box(self._column), STRETCH)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show what there is to give; what was ticked stays so."""
        theme = self._theme
        ticked = {shared for shared, row in self.rows.items() if row.isChecked()}
        for field in (self.name, self.about, self.make_button):
            field.setParent(None)  # what is typed outlives the sheet it stands on
        self._column.clear()
        self._refusals = down(theme)
        self.rows = {}
        lead = Paragraph(theme, _("A content pack is one file. It takes cards, words to say and plans that you wrote "
                                  "to another group, and no people."), "lead")
        if not offers:
            self._column.put(lead, 18, Paragraph(theme, _(
                "There is nothing of your own to give yet. Put a card in your words, or keep a plan, and it stands "
                "here."), "body", "soft"), STRETCH)
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
        sheet = Sheet(theme, down(theme, *rows, 18, self.name, 14, self.about,
                                  margins=(26, 14, 22, 24)), stack=2)
        aside = Panel(theme, down(
            theme, Fact(theme, "person", _("No list of people, no note and no day goes with it.")), 10,
            Fact(theme, "eye", _("Every item is looked over for names that this vault knows. Read it yourself too.")),
            margins=(20, 14, 16, 16)), "action_tint")
        form = box(down(theme, sheet, 18, box(self._refusals), box(Flow(theme, self.make_button)), STRETCH))
        self._column.put(lead, 16, box(Columns(theme, form, aside, fixed=(FORM, None), gap=44,
                                               below=FORM + 44 + 280)), STRETCH)

    def focus_first(self) -> None:
        """Begin with the first that may go, or with opening somebody else's."""
        first = next((row for row in self.rows.values() if row.isEnabled()), None)
        (first or self.open_button).setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say it over the button."""
        self.make_button.rest()
        message = explain(error)
        self._refusals.clear()
        notice = Notice(self._theme, message.said, message.next, icon="warning")
        self._refusals.put(notice, 12)
        notice.show()

    def made(self) -> None:
        """It is written."""
        self.make_button.rest()
        self._refusals.clear()

    def _make(self) -> None:
        self._refusals.clear()
        self.name.accept()
        if not self.name.text.strip():
            self.name.refuse(_("This is needed."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        chosen = tuple(shared for shared, row in self.rows.items() if row.isChecked() and row.isEnabled())
        self.making.emit(chosen, self.name.text, self.about.text)

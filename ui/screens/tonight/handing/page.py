"""The page for handing on: papers that are out, one line of one's own, and the card exactly as it will be read."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from facilitator.errors import UserError
from facilitator.evening.baton_lines import lines
from facilitator.i18n import _, interface, ngettext
from ui.screens.tonight.baton_card import BatonCard
from ui.screens.tonight.handing.asking import Handing
from ui.screens.tonight.naming import Refused
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    AreaField,
    Button,
    CheckRow,
    Columns,
    Fact,
    Header,
    Label,
    Page,
    Sheet,
    box,
    down,
    heading,
)


class HandingPage(Page):
    """`handed` carries the lines and whether names in them were seen; `shredded` a paper; `locking` only locks."""

    handed = Signal(object, bool)
    shredded = Signal(object)
    locking = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        way = Button(theme, _("After the circle"), "quiet", "left", flush=True)
        self._header = Header(theme, "", _("Lock and hand on"), back=way)
        super().__init__(theme, self._header, 16)
        self._theme = theme
        way.clicked.connect(self.left)
        self._handing: Handing | None = None
        self._day = ""
        self._out_shown: object = None
        self.rows: list[CheckRow] = []
        self._papers = down(theme, gap=2)
        self.note = AreaField(theme, _("Anything else they should know"), lines=2,
                              help=_("A line or two about the room, the key, the kettle. Nothing about a person."))
        self.refused = Refused(theme)
        self.hand_button = Button(theme, _("Hand on, and lock"), "primary", "lock", big=True)
        self.lock_button = Button(theme, _("Lock without handing on"), "quiet")
        self.card = BatonCard(theme)
        self.note.changed.connect(lambda _text: self._show_lines())
        self.hand_button.clicked.connect(lambda: self.handed.emit(self.lines, False))
        self.lock_button.clicked.connect(self.locking)
        happens = (
            _("The vault is locked, and sealed."),
            _("What you copied is taken off the clipboard."),
            _("Whoever opens Tonight next sees the card beside, once."),
        )
        lead = box(down(
            theme, box(heading(theme, _("Papers that are out"))), 6, box(self._papers), 20, self.note, 10, self.refused,
            14, box(heading(theme, _("What happens now"))), 6, *(Fact(theme, "check", one) for one in happens), 18,
            self.hand_button, 6, self.lock_button, STRETCH,
        ))  # fmt: skip
        seen = _("Exactly this, and nothing else.")
        trail = Sheet(theme, down(
            theme, box(heading(theme, _("What the next person will see"))), 2, Label(theme, seen, "small", "soft"), 12,
            self.card, STRETCH, margins=(24, 20, 24, 24),
        ), stack=2)  # fmt: skip
        self.body.put((Columns(theme, lead, trail, shares=(50, 50), gap=40), 1))

    @property
    def lines(self) -> tuple[str, ...]:
        """What would be handed on now."""
        return () if self._handing is None else lines(self._handing.facts, self.note.text.splitlines())

    def show_handing(self, handing: Handing) -> None:
        """Show an evening."""
        first, self._handing = self._handing is None, handing
        self._header.say(handing.evening.group.name, _("Lock and hand on"))
        if first and handing.baton is not None:
            made = lines(handing.facts)
            self.note.set_text("\n".join(line for line in handing.baton.lines if line not in made))
        self._show_papers(handing)
        self._show_lines()

    def show_day(self, day: str) -> None:
        """Which day the card will say."""
        self._day = day
        self._show_lines()

    def focus_first(self) -> None:
        """Give the keyboard to the line of one's own."""
        self.note.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say why not, with a way to keep words that name somebody."""
        self.refused.show_error(error, lambda: self.handed.emit(self.lines, True))
        self.view.ensureWidgetVisible(self.refused)

    def read(self) -> dict[str, str]:
        """What is half typed."""
        return {"note": self.note.text}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put it back."""
        self.note.set_text(fields.get("note", ""))
        self._show_lines()

    def _show_lines(self) -> None:
        self.refused.clear()
        self.card.show_lines(self.lines, self._day)

    def _show_papers(self, handing: Handing) -> None:
        if handing.papers == self._out_shown:
            return
        self._out_shown = handing.papers
        theme = self._theme
        at = next((n for n, row in enumerate(self.rows) if row.hasFocus()), None)
        if at is not None:
            self.note.edit.setFocus(Qt.FocusReason.OtherFocusReason)  # until what is left is laid out
        self._papers.clear()
        self.rows = []
        for out in handing.papers:
            copies = out.paper.copies
            said = ngettext("Shredded: {title}, {n} copy", "Shredded: {title}, {n} copies", copies).format(
                title=out.title, n=copies)
            by = "" if out.paper.shred_by is None else _("By {day} at the latest.").format(
                day=interface().date(out.paper.shred_by, "d MMMM"))
            row = CheckRow(theme, said, hint=by)
            row.clicked.connect(lambda _on=False, id=out.paper.id: self.shredded.emit(id))
            self._papers.put(row)
            self.rows.append(row)
        if at is not None and self.rows:  # a stack of papers is ticked off one after another
            self.rows[min(at, len(self.rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        if not handing.papers:
            self._papers.put(Label(theme, _("None. Nothing to bring back."), "body", "soft", wrap=True))

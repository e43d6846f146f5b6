"""Who can open the vault: everybody by name, somebody let in, somebody's key taken away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.organisation import Facilitator
from facilitator.people.keyholders import KeyHolder, Leaving
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.screens.safekeeping import words
from ui.screens.safekeeping.letting_in import LettingIn
from ui.screens.safekeeping.steps import StepPage
from ui.screens.safekeeping.taking_away import TakingAway
from ui.widgets import Button, Label, ListRow, Paragraph, RowStack, Sheet, across, box, down
from ui.widgets.tabbing import focus_in_sight, keep_in_sight


@dataclass(frozen=True, slots=True)
class Who:
    """Who can open it, who might be let in, and whether somebody with the recovery sheet could."""

    vault: str
    holders: tuple[KeyHolder, ...]
    without: tuple[Facilitator, ...]
    recovery_live: bool
    recovery_since: date | None


def look(workspace: Workspace) -> Who:
    """Ask the vault."""
    keys = workspace.key_holders
    return Who(workspace.vault.name, keys.all(), keys.without(), workspace.vault.recovery_live,
               workspace.recovery_since)


class WhoList(QWidget):
    """The list. `adding` and `removing` (with a holder's id) lead on."""

    adding = Signal()
    removing = Signal(bytes)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = self._theme = desk.theme
        self.lead = Paragraph(theme, " ", "lead")
        self.rows = RowStack(theme, _("Who can open it"))
        self.take_buttons: dict[bytes, Button] = {}
        self.add_button = Button(theme, _("Let somebody in"), "primary", "plus", big=True)
        self._sheet_words = Label(theme, "", "body", wrap=True)
        sheet = Sheet(theme, down(theme, self.rows, margins=(14, 8, 14, 8)), stack=2)
        self.setLayout(
            down(theme, self.lead, 18, sheet, 14, across(theme, (self._sheet_words, 1)), 22,
                 across(theme, self.add_button, (QWidget(), 1)))
        )

    def show_who(self, who: Who) -> None:
        """Show the list anew."""
        said = _("Each of them opens “{name}” with words of their own, and can read everything in it.")
        if len(who.holders) == 1:
            said = _("Only you can open “{name}”. If you are ill or away, nobody else can.")
        self.lead.setText(said.format(name=who.vault))
        focused = next((holder for holder, button in self.take_buttons.items() if button.hasFocus()), None)
        self.take_buttons = {}
        self.rows.show_rows([self._row(one) for one in who.holders])
        if who.recovery_live:
            said = _("Besides, whoever holds the recovery sheet can open it once. {since}.")
            self._sheet_words.setText(said.format(since=words.recovery(True, who.recovery_since)))
        else:
            self._sheet_words.setText(_("There is no recovery sheet: if all lose their words, nobody can help."))
        self._sheet_words.set_tone("soft" if who.recovery_live else "look")
        if focused is not None:
            self.take_buttons.get(focused, self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, one: KeyHolder) -> ListRow:
        theme, name = self._theme, one.name or _("A key without a name")
        second = _second(one)
        said = box(
            down(theme, Label(theme, name, "strong", wrap=True), Label(theme, second, "small", "soft", wrap=True))
        )
        line = across(theme, (said, 1), gap=12, margins=(12, 6, 4, 6))
        if not one.mine:
            take = Button(theme, _("Take the key away"), "quiet")
            take.setAccessibleName(
                _("Take {name}’s key away").format(name=one.name) if one.name else _("Take the key without a name away")
            )
            take.clicked.connect(lambda: self.removing.emit(one.holder))
            self.take_buttons[one.holder] = take
            line.put(take)
        return ListRow(theme, f"{name}, {second}", line, choosable=False)


def _second(one: KeyHolder) -> str:
    if one.mine:
        return _("You. A laptop’s keyring opens it for you as well.") if one.by_device else _("You")
    if one.by_device:
        return _("Has words of their own, and a laptop’s keyring opens it for them as well")
    if one.person is None:
        return _("Nobody said whose it is")
    return _("Has words of their own")


class WhoPage(StepPage):
    """The list, and the two things that are done to it, each in the place of the list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Who can open it"))
        self.list = WhoList(desk)
        self.letting = LettingIn(desk)
        self.taking = TakingAway(desk)
        self._who: Who | None = None
        self._parts: tuple[QWidget, ...] = (self.list, self.letting, self.taking)
        self.column.put(*self._parts)
        self.back_button.clicked.disconnect(self.gone)
        self.back_button.clicked.connect(self._back)
        self.list.adding.connect(self._add)
        self.list.add_button.clicked.connect(self._add)
        self.list.removing.connect(self._ask_remove)
        self.letting.done.connect(self._done)
        self.taking.done.connect(self._done)
        desk.jobs.changed.connect(self._heard)
        self._turn(self.list)

    def begin(self) -> None:
        """The list, and the first thing to do."""
        self._turn(self.list)
        self._read()
        focus_in_sight(self.list.add_button)

    def wipe(self) -> None:
        """Forget all words."""
        self.letting.wipe()

    # ------------------------------------------------------------ between the parts
    def _read(self) -> None:
        self.desk.jobs.ask(self, look, self._show, key="who")

    def _heard(self, change: object) -> None:
        self._read()

    def _show(self, who: Who) -> None:
        other, self._who = who != self._who, who
        self.list.show_who(who)
        if other and self.list.add_button.hasFocus():
            keep_in_sight(self.list.add_button)

    def _turn(self, part: QWidget, title: str = "") -> None:
        for one in self._parts:
            one.setVisible(one is part)
        self.back_button.setText(_("Safe-keeping") if part is self.list else _("Who can open it"))
        self.header.say("", title or _("Who can open it"))

    def _add(self) -> None:
        if self._who is not None:
            self._turn(self.letting, _("Let somebody in"))
            self.letting.begin(self._who.without)

    def _ask_remove(self, holder: bytes) -> None:
        self.desk.jobs.ask(self, lambda w: w.key_holders.leaving(holder), self._remove)

    def _remove(self, leaving: Leaving) -> None:
        name = leaving.holder.name
        self._turn(self.taking, _("Take {name}’s key away").format(name=name) if name else _("Take a key away"))
        self.taking.begin(leaving)

    def _back(self) -> None:
        if self.list.isHidden():
            if not self.taking.work.running and not self.letting.work.running:
                self._done()
        else:
            self.gone.emit()

    def _done(self) -> None:
        self.letting.wipe()
        self._turn(self.list)
        self._read()
        focus_in_sight(self.list.add_button)

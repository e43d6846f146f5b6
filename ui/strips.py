"""Strips over the page: a sample's mark, what the opening found out, and half-typed text offered to its author."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.i18n import _, interface, ngettext
from facilitator.model.change import Change
from ui.drafting import Drafting, Offer
from ui.go import Go
from ui.sample import ours
from ui.theme import Theme, Token
from ui.widgets import MIDDLE, Aside, Button, Flow, Glyph, IconButton, Label, across, announce, box, down
from ui.widgets.announce import SAID_AS
from ui.widgets.focus import FocusRing

if TYPE_CHECKING:
    from facilitator.vault.carrying import CarriedOver
    from facilitator.vault.unlocked import UnlockedVault


class Strip(QWidget):
    """A tinted line over the page: a fact, a soft line, and what can be done."""

    def __init__(
        self, theme: Theme, fact: str, more: str = "", *buttons: QWidget, icon: str = "info", shuts: bool = True
    ) -> None:
        super().__init__()
        self._theme = theme
        self._tint: Token = "look_tint"
        self.fact = Label(theme, fact, "strong", wrap=True)
        self.more = Label(theme, more, "small", "soft", wrap=True)
        if not more:
            self.more.hide()
        words = box(down(theme, self.fact, self.more, gap=1))
        body = box(Aside(theme, words, box(Flow(theme, *buttons, gap=8)), gap=16, least=300)) if buttons else words
        line = across(theme, (Glyph(theme, icon, "look_ink"), 0, MIDDLE), (body, 1), gap=12, margins=(20, 8, 14, 8))
        if shuts:
            shut = IconButton(theme, "close", _("Close this message"), token="ink_soft")
            shut.clicked.connect(self.hide)
            line.put(shut)
        self.setLayout(line)
        self.setProperty(SAID_AS, "alert")  # before its name, which a screen reader hears at once
        self.setAccessibleName(f"{fact} {more}".strip())
        app = QApplication.instance()
        if isinstance(app, QApplication):  # the ring of the page below ends where the page does
            self.ring = FocusRing(theme, self, app)

    def showEvent(self, event: QShowEvent) -> None:
        """It stands where nobody with a screen reader looks: say it."""
        announce(self, self.accessibleName())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tint and the line under it."""
        painter, hair = QPainter(self), max(1, round(self._theme.hair))
        painter.fillRect(self.rect(), self._theme.colour(self._tint))
        painter.fillRect(0, self.height() - hair, self.width(), hair, self._theme.colour("line"))


class DraftStrip(Strip):
    """Half-typed text from before the vault was locked: pick it up, or throw it away. One at a time."""

    def __init__(self, theme: Theme, drafting: Drafting, go: Callable[[Go], None]) -> None:
        self.pick_button = Button(theme, _("Pick it up"), "plain", "pencil")
        self.drop_button = Button(theme, _("Throw it away"), "quiet")
        super().__init__(theme, "", " ", self.pick_button, self.drop_button, icon="pencil")
        self._drafting, self._go = drafting, go
        self._offer: Offer | None = None
        self.pick_button.clicked.connect(self._pick_up)
        self.drop_button.clicked.connect(self._throw)
        drafting.offered.connect(self._show)
        self._show()

    def _show(self) -> None:
        offers = self._drafting.offers
        self._offer = offers[0] if offers else None
        if self._offer is None:
            self.hide()
            return
        title = self._offer.title or _("something")
        self.fact.setText(_("You had begun to write: {title}").format(title=title))
        said = _when(self._offer.saved_ms)
        if self._offer.old:
            said += " " + _("It has lain for a month: do you still want it?")
        more = len(offers) - 1
        if more:
            said += " " + ngettext("{n} more waits.", "{n} more wait.", more).format(n=more)
        self.more.setText(said)
        self.setAccessibleName(f"{self.fact.words}. {said}")
        if self.isVisible():
            announce(self, self.accessibleName())
        elif self.parentWidget() is not None:
            self.show()

    def _pick_up(self) -> None:
        if self._offer is not None:
            way = self._drafting.pick_up(self._offer.where)
            if way is not None:
                self._go(way)

    def _throw(self) -> None:
        if self._offer is not None:
            self._drafting.throw_away(self._offer.where)


class SheetStrip(Strip):
    """After a recovery: the sheet opens nothing any more, so a new one is wanted. It goes once there is one."""

    def __init__(self, theme: Theme, vault: UnlockedVault, go: Callable[[Go], None]) -> None:
        self.make_button = Button(theme, _("Make the recovery sheet"), "plain", "paper")
        super().__init__(
            theme,
            _("Your recovery sheet is used up: shred it."),
            _("Until there is a new one, nobody can help if your words are lost again."),
            self.make_button,
            icon="warning",
        )
        self._vault = vault
        self.make_button.clicked.connect(lambda: go(Go("safekeeping", "recovery")))

    def heard(self, change: Change) -> None:
        """A command changed something."""
        if change.touches("safekeeping") and self._vault.recovery_live:
            self.hide()


class KeysBackStrip(Strip):
    """A backup brought back ways in that were taken away since it was made: they are to be taken away again."""

    def __init__(self, theme: Theme, carried: CarriedOver, go: Callable[[Go], None]) -> None:
        keys, sheet = carried.keys_back, ""
        if carried.sheet_back:
            sheet = _("A recovery sheet that was used or replaced since this backup was made works again.")
        if keys:
            fact = ngettext("{n} key that was taken away since this backup was made opens the vault again.",
                            "{n} keys that were taken away since this backup was made open the vault again.", keys)
            more = f"{_('Take the key away once more.')} {sheet}".strip()
            self.who_button = Button(theme, _("See who can open it"), "plain")
        else:
            fact, more = sheet, _("Make a new sheet: then that one opens nothing.")
            self.who_button = Button(theme, _("Make a new recovery sheet"), "plain")
        super().__init__(theme, fact.format(n=keys), more, self.who_button, icon="warning")
        self.who_button.clicked.connect(lambda: go(Go("safekeeping", "who" if keys else "recovery")))


def strips_for(theme: Theme, vault: UnlockedVault, go: Callable[[Go], None] = lambda go: None) -> list[QWidget]:
    """What must be said about a vault as it opens."""
    found: list[QWidget] = []
    if vault.sample:
        said = (_("A sample with invented people. It is thrown away when you lock or close.") if ours(vault.folder)
                else _("A sample with invented people. It stays until you delete its folder."))
        found.append(Strip(theme, said, shuts=False))
    if (older := vault.rolled_back) is not None:
        found.append(
            Strip(
                theme,
                _("This vault is older than the one last opened on this laptop."),
                _("It was last changed on {opened}; this laptop has seen it as it was on {seen}. Has somebody put an "
                  "older copy in its place?").format(opened=_moment(older.opened), seen=_moment(older.seen)),
                icon="warning",
            )
        )  # fmt: skip
    if (carried := vault.carried_over) is not None:
        if carried.keys_back or carried.sheet_back:
            found.append(KeysBackStrip(theme, carried, go))
        if not carried.known:
            found.append(
                Strip(
                    theme,
                    _("Whoever was erased since this backup was made may be back."),
                    _("The vault that was here before could not be read. Look at the lists, and erase them again."),
                    icon="warning",
                )
            )
        elif carried.erased:
            found.append(
                Strip(
                    theme,
                    _("Whoever was erased since this backup was made was erased again."),
                    _("The vault that was here before lies beside it, under another name. It is locked and whole."),
                    icon="check",
                )
            )
    if vault.drafts.not_kept():
        found.append(
            Strip(
                theme,
                _("What was half typed when the vault locked could not be kept."),
                _("The disk took nothing more. What was saved is all there. Free some space on the disk."),
                icon="warning",
            )
        )
    if vault.opened_after_crash:
        found.append(
            Strip(
                theme,
                _("The app was cut off last time."),
                _("Everything in the vault was looked over, and it is whole. What was saved is there."),
                icon="check",
            )
        )
    elif vault.healed:
        found.append(
            Strip(theme, _("A damaged part of the vault was mended from its copy."), _("Make a backup today."))
        )
    return found


def _when(at_ms: int) -> str:
    try:
        return _("Kept on {moment}.").format(moment=_moment(datetime.fromtimestamp(at_ms / 1000)))
    except (OverflowError, OSError, ValueError):
        return ""


def _moment(at: datetime) -> str:
    return _("{day} at {time}").format(day=interface().date(at.date()), time=f"{at:%H:%M}")

"""Backups: how old the newest is, where the next goes, and what became of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from facilitator.errors import PlaceMissing
from facilitator.i18n import _
from facilitator.model.progress import Progress
from facilitator.vault.backup import AgeLevel, BackupFacts
from facilitator.vault.glance import carrier
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.screens.safekeeping import words
from ui.screens.safekeeping.asking import Keeping
from ui.screens.safekeeping.work import WorkPlace
from ui.theme import Token
from ui.widgets import (
    TOP,
    Button,
    Flow,
    Glyph,
    Label,
    Notice,
    Paragraph,
    RadioCard,
    Rule,
    Sheet,
    Tone,
    across,
    box,
    down,
)

_LOOK: dict[AgeLevel, tuple[str, Token, Tone]] = {
    AgeLevel.NONE: ("warning", "look_ink", "look"),
    AgeLevel.FINE: ("check", "action", "ink"),
    AgeLevel.AMBER: ("clock", "look_ink", "look"),
    AgeLevel.RED: ("warning", "danger", "danger"),
}


class BackupSheet(Sheet):
    """The sheet of backups. `made` fires once one is; `proving`, `listing` and `restoring` lead to their pages."""

    made = Signal()
    proving = Signal()
    listing = Signal()
    restoring = Signal()
    looking = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, stack=2)
        theme = self._desk_theme = desk.theme
        self._desk = desk
        self._sticks: tuple[Path, ...] | None = None
        self._glyph = Glyph(theme, "clock", "ink_soft", 26)
        self.age = Label(theme, "", "h2", wrap=True)
        self.advice = Label(theme, "", "body", "soft", wrap=True)
        said = _("A backup is one file with everything in it. Only your words open it. Keep it away from the laptop.")
        what = Paragraph(theme, said, "body", "soft")
        self._places = down(theme, gap=8)
        self.cards: list[tuple[RadioCard, Path | None]] = []
        self.again_button = Button(theme, _("Look for sticks again"), "quiet", "again", flush=True)
        self.back_up_button = Button(theme, _("Back up now"), "primary", "stick")
        self.work = WorkPlace(desk)
        self.prove_button = Button(theme, _("Prove that a backup opens"), "quiet", "check", flush=True)
        self.list_button = Button(theme, _("Where the backups are"), "quiet", "stick", flush=True)
        self.drill_button = Button(theme, _("Prove one now"), "plain", "check")
        self.drill = Notice(theme, " ", " ", icon="clock", button=self.drill_button)
        self._drill_box = box(down(theme, self.drill, 12))
        self._drill_box.hide()
        self._kept = Label(theme, "", "small", "soft", wrap=True)
        self.restore_button = Button(theme, _("Bring a backup back"), "quiet", "bring", flush=True)
        head = across(theme, (self._glyph, 0, TOP), (box(down(theme, self.age, 2, self.advice)), 1), gap=12)
        self.setLayout(
            down(
                theme, box(head), 12, what, 12, self._drill_box, 6, Label(theme, _("Where to"), "strong"), 6,
                box(self._places), 2, self.again_button, 10, self.back_up_button, 14, self.work, 12, Rule(theme), 8,
                box(Flow(theme, self.prove_button, self.list_button, self.restore_button, gap=24, line_gap=0)), 6,
                self._kept, margins=(28, 24, 28, 20),
            )
        )  # fmt: skip
        self.back_up_button.clicked.connect(self.back_up)
        self.again_button.clicked.connect(self.looking)
        self.prove_button.clicked.connect(self.proving)
        self.drill_button.clicked.connect(self.proving)
        self.list_button.clicked.connect(self.listing)
        self.restore_button.clicked.connect(self.restoring)

    def show_keeping(self, keeping: Keeping) -> None:
        """Show how things stand."""
        self.age.setText(words.age(keeping.age, self._desk.clock.today()))
        self.advice.setText(words.advice(keeping.age))
        icon, token, tone = _LOOK[keeping.age.level]
        self._glyph.draw(icon, token)
        self.age.set_tone(tone)
        self._drill_box.setVisible(keeping.drill.due)
        if keeping.drill.due:
            self.drill.say(words.drill(keeping.drill, self._desk.clock.today()),
                           _("Look at one today: it takes a minute, and changes nothing."))
        self._kept.setText(words.kept(keeping.kept))
        self._kept.setVisible(not keeping.sample)
        self.list_button.setVisible(bool(keeping.backups))
        if keeping.sticks != self._sticks:
            self._show_sticks(keeping.sticks)

    def _show_sticks(self, sticks: tuple[Path, ...]) -> None:
        theme, chosen = self._desk_theme, self.chosen
        self._sticks = sticks
        self._places.clear()
        self.cards = [(RadioCard(theme, stick.name, _("Plugged into this laptop")), stick) for stick in sticks]
        other = _("Another folder") if sticks else _("A folder you choose")
        self.cards.append((RadioCard(theme, other, _("You are asked which, on a stick or another disk")), None))
        for card, place in self.cards:
            card.setChecked(place == chosen if chosen in sticks else place == (sticks[0] if sticks else None))
            self._places.put(card)

    @property
    def chosen(self) -> Path | None:
        """The stick that is chosen, or None for a folder that is asked for."""
        return next((place for card, place in self.cards if card.isChecked()), None)

    def back_up(self) -> None:
        """Make a backup where it is chosen to go."""
        place = self.chosen
        if place is not None:
            self._make(place)
        else:
            self._desk.dialogs.choose_folder(self, _("Where shall the backup go?"), self._make)

    def _make(self, folder: Path) -> None:
        self.work.run(
            _("Making the backup and reading it back"), lambda workspace, watch: _back_up(workspace, folder, watch),
            self._made, again=lambda: self._make(folder), button=self.back_up_button,
        )  # fmt: skip

    def _made(self, facts: BackupFacts) -> None:
        more = _("“{file}” in “{folder}”. {moment}. {counts}.").format(
            file=facts.path.name, folder=facts.path.parent.name, moment=words.moment(facts.made_at),
            counts=words.counts(facts.counts))
        service = carrier(facts.path.parent)
        if service:
            more += " " + _("{service} copies that folder to other places. Your words still guard it; a stick in a "
                            "drawer is better.").format(service=service)
        self.work.tell(
            Notice(self._desk_theme, _("The backup is made, and was read back whole."), more,
                   "look" if service else "action", "check")
        )
        self.made.emit()


def _back_up(workspace: Workspace, folder: Path, watch: Progress) -> BackupFacts:
    """Into a folder that is there: a stick that was pulled would else leave a file of its name. Raises PlaceMissing."""
    if not folder.is_dir():
        raise PlaceMissing(folder.name)
    return workspace.backup(folder, watch)

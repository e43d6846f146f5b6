"""What else there is to change about a segment: its title and kind, who leads, turns, its place, taking it out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.evening import timing
from facilitator.i18n import _, listed, parted
from facilitator.model.agenda import Give, Segment, SegmentKind
from facilitator.tonight import Evening
from ui.screens.plans import words
from ui.screens.plans.asking import Table
from ui.screens.plans.undoing import UndoGoesOn
from ui.theme import Theme
from ui.widgets import Button, CheckRow, ChoiceField, Flow, Label, Stepper, TextField, across, box, down

_LONGEST_TURN = 3600


class Details(QWidget):
    """`changed` carries the segment changed, with what was done; each field is kept as soon as it is left."""

    changed = Signal(object, str)
    removing = Signal()
    moving = Signal(int)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._segment: Segment | None = None
        self.title = TextField(theme, _("Title"), limit=120)
        self.hint = TextField(theme, _("A short line under it"), limit=120)
        self.kind = ChoiceField(theme, _("What happens"), words.kinds())
        self.lead = ChoiceField(theme, _("Who leads"), ())
        self.ready = TextField(theme, _("To have ready"), help=_("With commas between them: pens, paper."), limit=400)
        self.turn = Stepper(theme, 0, _("Seconds for each person"), most=_LONGEST_TURN, step=10)
        self._turn_help = Label(theme, _("Seconds. 0 if turns are not timed."), "small", "soft", wrap=True)
        turn_name = box(down(theme, Label(theme, _("A turn for each person"), "strong", wrap=True), self._turn_help))
        self._turn_line = box(across(theme, (turn_name, 1), self.turn, gap=10))
        self.least = Stepper(theme, 0, _("Not less than, in minutes"), most=timing.LONGEST // 4)
        least_help = Label(theme, _("Minutes, when time runs short."), "small", "soft", wrap=True)
        least_name = box(down(theme, Label(theme, _("Not less than"), "strong", wrap=True), least_help))
        self._least_line = box(across(theme, (least_name, 1), self.least, gap=10))
        self.whole = CheckRow(theme, _("Keep it whole, however late"), softens=False)
        done = Button(theme, _("Done"))
        self.remove_button = Button(theme, _("Take it out"), "danger", "bin")
        self._up = Button(theme, _("Move up"), "quiet", "up", flush=True)
        self._down = Button(theme, _("Move down"), "quiet", "down", flush=True)
        self.setLayout(
            down(theme, self.title, 14, self.hint, 14, self.kind, 14, self.lead, 14, self.ready, 16,
                 self._turn_line, 12, self._least_line, 8, self.whole, 8,
                 box(Flow(theme, self._up, self._down, gap=24)), 8,
                 box(Flow(theme, done, self.remove_button, gap=10)))
        )  # fmt: skip
        self._undoing = UndoGoesOn(self.title.edit, self.hint.edit, self.ready.edit, self.turn, self.least)
        self.title.edit.editingFinished.connect(self._titled)
        self.hint.edit.editingFinished.connect(self._hinted)
        self.ready.edit.editingFinished.connect(self._readied)
        self.kind.chosen.connect(self._kinded)
        self.lead.chosen.connect(self._led)
        self.turn.valueChanged.connect(self._turned)
        self.least.valueChanged.connect(self._at_least)
        self.whole.toggled.connect(self._kept_whole)
        self._up.clicked.connect(lambda: self.moving.emit(-1))
        self._down.clicked.connect(lambda: self.moving.emit(1))
        self.remove_button.clicked.connect(self.removing)
        done.clicked.connect(self.left)

    def show_segment(self, segment: Segment, table: Table) -> None:
        """Show a segment; what is being typed stays."""
        self._segment = segment
        for field, text in ((self.title, segment.title), (self.hint, segment.hint),
                            (self.ready, listed(segment.materials))):  # fmt: skip
            typing = field.edit.hasFocus() and field.edit.isModified()
            if field.text != text and not typing:
                field.set_text(text)
        self.kind.choose(segment.kind)
        self.lead.menu.set_choices(_leaders(table.evening, segment.leader), segment.leader)
        _set(self.turn, segment.per_person or 0, _LONGEST_TURN)
        _set(self.least, segment.least, max(segment.minutes, segment.least))
        self._least_line.setVisible(timing.gives(segment) is Give.SHRINK)
        self.whole.blockSignals(True)
        self.whole.setChecked(segment.protected)
        self.whole.blockSignals(False)
        self.whole.setVisible(segment.kind not in timing.WHOLE)  # those always are
        self._turn_line.setVisible(segment.kind.is_round or bool(segment.per_person))

    def focus_first(self) -> None:
        """Give the keyboard to the title, ready to be typed over."""
        self.title.edit.setFocus(Qt.FocusReason.TabFocusReason)
        self.title.edit.selectAll()

    # ------------------------------------------------------------ acts
    def _titled(self) -> None:
        segment, title = self._segment, self.title.text
        if segment is None or title == segment.title:
            return
        if not title:
            self.title.refuse(_("Give it a title, such as Check-in round."))
            return
        self.title.edit.setModified(False)
        self.changed.emit(replace(segment, title=title), _("The title is {title} now.").format(title=title))

    def _hinted(self) -> None:
        segment, hint = self._segment, self.hint.text
        if segment is not None and hint != segment.hint:
            self.hint.edit.setModified(False)
            self.changed.emit(replace(segment, hint=hint), "")

    def _readied(self) -> None:
        segment = self._segment
        things = parted(self.ready.text)
        if segment is not None and self.ready.text != listed(segment.materials):
            self.ready.edit.setModified(False)
            said = _("What to have ready for {title} was changed.").format(title=segment.title)
            self.changed.emit(replace(segment, materials=things), said)

    def _kinded(self, kind: object) -> None:
        segment = self._segment
        if segment is None or not isinstance(kind, SegmentKind):
            return
        named = segment.title == words.kind(segment.kind)
        title = words.kind(kind) if named else segment.title
        self.changed.emit(replace(segment, kind=kind, title=title), "")

    def _led(self, leader: object) -> None:
        if self._segment is not None and isinstance(leader, str):
            self.changed.emit(replace(self._segment, leader=leader), "")

    def _turned(self, seconds: int) -> None:
        if self._segment is not None:
            self.changed.emit(replace(self._segment, per_person=seconds or None), "")

    def _kept_whole(self, on: bool) -> None:
        segment = self._segment
        if segment is not None:
            said = _("{title} stays whole now.") if on else _("{title} may give now.")
            self.changed.emit(replace(segment, protected=on), said.format(title=segment.title))

    def _at_least(self, minutes: int) -> None:
        if self._segment is not None:
            self.changed.emit(replace(self._segment, least=minutes), "")


def _set(stepper: Stepper, value: int, most: int) -> None:
    stepper.blockSignals(True)
    stepper.setMaximum(most)
    stepper.setValue(value)
    stepper.blockSignals(False)


def _leaders(evening: Evening | None, now: str) -> tuple[tuple[object, str], ...]:
    """Nobody, who runs the evening by name, and whoever is written there now. First and second stay places."""
    places = {"{lead}": _("Who leads that evening"), "{second}": _("The second facilitator")}
    by_role = () if evening is None else evening.leaders
    known: list[tuple[object, str]] = [("", _("Nobody yet"))]
    known += [(place, by_role[n] if by_role[n:n + 1] and by_role[n] else said)
              for n, (place, said) in enumerate(places.items())]
    others = () if evening is None else (*by_role[2:], *evening.team)
    known += [(name, name) for name in dict.fromkeys(others) if name and name not in by_role[:2]]
    if now not in [value for value, _name in known]:
        known.append((now, now))
    return tuple(known)

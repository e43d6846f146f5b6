"""A form that puts an item in the group's own words: fields, advice beside them, and refusals where they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QSpacerItem, QWidget

from facilitator.errors import NameInWords, UserError, WordsNeeded
from facilitator.i18n import _
from facilitator.library.bench import looked_at
from facilitator.messages import explain
from facilitator.model.group import Application
from facilitator.model.own import Written, is_new
from ui.screens.library.asking import Opened
from ui.screens.library.counsel import Counsel
from ui.screens.library.stack import LineStack
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    AreaField,
    Button,
    CheckRow,
    Chip,
    Columns,
    Flow,
    Header,
    Label,
    Page,
    Refusal,
    Sheet,
    TextField,
    box,
    down,
)
from ui.widgets.layout import Item
from ui.widgets.tabbing import bring_in_sight, focus_in_sight, reveal

SIDE = 330
_CALM_MS = 400
"""How long nobody types before the advice is looked over."""


class Form(Page):
    """A form. `saving` carries the item and whether names in it were seen; `left` goes back without."""

    saving = Signal(object, bool)
    left = Signal()

    def __init__(self, theme: Theme, opened: Opened, title: str, line: str) -> None:
        self._theme, self.opened = theme, opened
        back = Button(theme, _("Back"), "quiet", "left", flush=True)
        super().__init__(theme, Header(theme, line, title, back=back), 16)
        back.clicked.connect(self.go_back)
        self.title_words = title
        self.new = is_new(opened.key.id) and not opened.own  # not kept yet
        self.counsel = Counsel(theme)
        self.save_button = Button(theme, _("Save it"), "primary")
        self.save_button.clicked.connect(lambda: self.send())
        keys = QKeySequence(QKeySequence.StandardKey.Save)
        QShortcut(keys, self, self.save_button.click, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.save_button.setToolTip(f"{_('Save it')}  {keys.toString(QKeySequence.SequenceFormat.NativeText)}")
        self.cancel_button = Button(theme, _("Cancel"))
        self.cancel_button.clicked.connect(self.left)
        self.refusal = Refusal(theme, below=14)
        about = _("The facts and the cautions too. Then today is its new date.")
        self.looked = CheckRow(theme, _("We read it all through again today"), False, about, softens=False)
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM_MS)
        self._calm.timeout.connect(self._advise)
        self._was: Mapping[str, str] = {}

    # ------------------------------------------------------------ for forms
    def item(self) -> Written:
        """The item as it stands in the form."""
        raise NotImplementedError

    def fields(self) -> Mapping[str, str]:
        """What stands in the form, as text."""
        raise NotImplementedError

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        raise NotImplementedError

    def parts(self) -> Mapping[str, TextField | AreaField | LineStack]:
        """Where each part of the item is written, as a refusal names it."""
        raise NotImplementedError

    def begins(self) -> QWidget:
        """Where the keyboard starts."""
        raise NotImplementedError

    def lay(self, *items: Item) -> None:
        """Lay the form out; call it once, when the fields hold what they begin with."""
        theme = self._theme
        again: list[Item] = [] if self.new else [22, self.looked]
        sheet = Sheet(theme, down(theme, *items, *again, STRETCH, margins=(26, 22, 22, 24)), stack=2)
        self._stay = QSpacerItem(0, 0)
        side = down(theme)
        side.addSpacerItem(self._stay)
        side.put(box(Flow(theme, self.save_button, self.cancel_button, gap=12)), 12, self.refusal, 8, self.counsel)
        self._side = box(side)
        self._columns = Columns(theme, sheet, self._side, fixed=(None, SIDE), gap=32)
        self._laid = box(self._columns)
        self.body.put(self._laid, STRETCH)
        self.view.verticalScrollBar().valueChanged.connect(lambda _value: self._stay_in_sight())
        self.narrowed.connect(lambda _narrow: self._stay_in_sight())
        self._was = dict(self.fields())
        for part in self.parts().values():
            if isinstance(part, LineStack):
                part.changed.connect(self._calm.start)
            else:
                part.changed.connect(lambda _text: self._calm.start())
        self._advise()

    # ------------------------------------------------------------ kept
    @property
    def where(self) -> str:
        """The form's own key among drafts."""
        return f"library/{self.opened.key.kind.value}/{'new' if self.new else self.opened.key.id}"

    @property
    def touched(self) -> bool:
        """Whether there is anything to lose."""
        return dict(self.fields()) != self._was

    def send(self, names_seen: bool = False) -> None:
        """Ask to have it kept."""
        self.refusal.clear()
        item = self.item()
        if self.looked.isChecked():
            item = replace(item, origin=looked_at(item.origin, self.opened.today))
        self.save_button.busy(_("Saving"))
        self.saving.emit(item, names_seen)

    def refuse(self, error: UserError) -> None:
        """Say it at the part where it can be, else over the buttons."""
        self.save_button.rest()
        said = explain(error)
        part = self.parts().get(error.part) if isinstance(error, WordsNeeded) else None
        if isinstance(error, WordsNeeded) and part is not None:
            words = _wanted(error)
            if isinstance(part, LineStack):
                reveal(part.point(self.place(error), words))
            else:
                part.refuse(words)
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                reveal(part)
            return
        button = None
        if isinstance(error, NameInWords):
            button = Button(self._theme, _("Save it as it is"))
            button.clicked.connect(lambda: self.send(True))
        self.refusal.tell(said.said, said.next, button)
        focus_in_sight(self.save_button)  # not on what keeps a name: Enter pressed twice would keep it unread
        bring_in_sight(self.refusal)

    def place(self, error: WordsNeeded) -> int:
        """At which line of a list a refusal belongs."""
        return error.place

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        self.begins().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Back leaves, but not when words would be lost."""
        self.refusal.leave(self.touched, self.left.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; it is passed on, as twice it hides the window."""
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.go_back()
        event.ignore()

    def _stay_in_sight(self) -> None:
        """What is pressed and what is said stays beside the words one is at, as far down as the words go."""
        was, room = self._stay.sizeHint().height(), 0
        paper = self.view.widget()
        if paper is not None and self._columns.side_by_side(self._laid.width()):
            top = self._laid.mapTo(paper, QPoint(0, 0)).y() - self._theme.px(16)
            most = self._laid.height() - (self._side.sizeHint().height() - was)
            room = max(0, min(self.view.verticalScrollBar().value() - top, most))
        if room != was:
            self._stay.changeSize(0, room)
            if (layout := self._side.layout()) is not None:
                layout.invalidate()

    def _advise(self) -> None:
        self.counsel.show_for(self.item())


class Ticks(QWidget):
    """Words that are on or off, several of them. `changed` fires at each press."""

    changed = Signal()

    def __init__(
        self, theme: Theme, name: str, help: str, choices: Sequence[tuple[str, str]], on: Sequence[str]
    ) -> None:
        super().__init__()
        self.chips = {value: Chip(theme, words, value in on) for value, words in choices}
        for chip in self.chips.values():
            chip.toggled.connect(lambda _on: self.changed.emit())
        said: list[Item] = [Label(theme, name, "strong", wrap=True)]
        if help:
            said += [2, Label(theme, help, "small", "soft", wrap=True)]
        self.setLayout(down(theme, *said, 8, box(Flow(theme, *self.chips.values(), gap=8, line_gap=8))))

    @property
    def value(self) -> tuple[str, ...]:
        """What is on, in order."""
        return tuple(value for value, chip in self.chips.items() if chip.isChecked())

    def choose(self, values: Sequence[str]) -> None:
        """Put other ones on."""
        for value, chip in self.chips.items():
            chip.setChecked(value in values)


def applications(theme: Theme, opened: Opened, on: Sequence[Application], help: str) -> Ticks:
    """Which kinds of group something is for."""
    return Ticks(theme, _("For which kinds of group?"), help,
                 [(one.value, name) for one, name in opened.names], [one.value for one in on])  # fmt: skip


def _wanted(error: WordsNeeded) -> str:
    """What to type instead, at the field itself."""
    if error.why == "long":
        return _("That is too long. Say it in fewer words.")
    if error.why == "case":
        return _("Write what happens, a colon, and what to do then. Such as: Silence: wait.")
    if error.part == "cautions":
        return _("Say at least one thing to know first. A card without cautions can do harm.")
    return _("Something is needed here.")

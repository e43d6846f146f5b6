"""The form for a number of our own: whom one reaches, under which number, and which group it is for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.errors import BadValue, NameInNote, UserError
from facilitator.i18n import _, interface
from facilitator.messages import explain
from facilitator.model.ids import Id
from facilitator.model.numbers import Channel, NumberDraft, OwnNumber
from facilitator.model.reached import way
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Button,
    ChoiceField,
    Columns,
    Fact,
    Flow,
    Header,
    Page,
    Panel,
    RadioCard,
    Refusal,
    Sheet,
    TextField,
    box,
    down,
)
from ui.widgets.tabbing import bring_in_sight, focus_in_sight

FORM = 600


class NumberForm(Page):
    """`saving` carries the draft, the group and whether names in it were seen; `binning` asks to take it away."""

    saving = Signal(object, object, bool)
    binning = Signal()
    left = Signal()

    def __init__(self, theme: Theme, number: OwnNumber | None, groups: tuple[tuple[Id, str], ...]) -> None:
        self._theme, self.number = theme, number
        back = Button(theme, _("Numbers to call"), "quiet", "left", flush=True)
        back.clicked.connect(self.go_back)
        self.title_words = _("A number of your own") if number is None else number.name
        super().__init__(theme, Header(theme, "", self.title_words, back=back), 16)
        has = number or NumberDraft(name="", number="")
        self.name = TextField(theme, _("Who answers"), has.name, _("Such as “Crisis team, St Mary’s hospital”."))
        self.number_field = TextField(theme, _("Number"), has.number)
        self.what = TextField(theme, _("What it is for"), has.what, _("One line. May stay empty."))
        self.hours = TextField(theme, _("When somebody answers"), has.hours,
                               _("Such as “Day and night”. May stay empty."))
        ways = tuple((channel, way(channel.value, interface())) for channel in Channel)
        self.channel = ChoiceField(theme, _("How it is reached"), ways, has.channel)
        was = None if number is None else number.group_id
        self.group = ChoiceField(theme, _("Which group it is for"), ((None, _("Every group")), *groups), was)
        self.any_worry = RadioCard(theme, _("Any worry"), _("It stands at the top of sheets."), has.any_worry)
        self.one_worry = RadioCard(theme, _("One kind of worry"), _("It stands further down."), not has.any_worry)
        self.save_button = Button(theme, _("Save it"), "primary")
        self.save_button.clicked.connect(lambda: self.send())
        self.cancel_button = Button(theme, _("Cancel"))
        self.cancel_button.clicked.connect(lambda: self.left.emit())
        self.bin_button = Button(theme, _("Put it in the bin"), "quiet", "bin")
        self.bin_button.clicked.connect(lambda: self.binning.emit())
        buttons = [self.save_button, self.cancel_button, *((self.bin_button,) if number is not None else ())]
        self.bin_button.setParent(self)
        self.bin_button.setVisible(number is not None)
        self._refusal = Refusal(theme, below=12)
        sheet = Sheet(theme, down(theme, self.name, 14, self.number_field, 14, self.channel, 14, self.what, 14,
                                  self.hours, 14, self.group, 18, self.any_worry, 8, self.one_worry,
                                  margins=(26, 22, 22, 24)), stack=2)
        aside = Panel(theme, down(
            theme, Fact(theme, "phone", _("Call it once it is saved. It is printed for people when it works.")), 10,
            Fact(theme, "person", _("No private numbers of members: this is printed, and paper gets about.")),
            margins=(20, 14, 16, 16)), "action_tint")
        form = box(down(theme, sheet, 20, self._refusal, box(Flow(theme, *buttons, gap=12)), STRETCH))
        self.body.put(box(Columns(theme, form, aside, fixed=(FORM, None), gap=44, below=FORM + 44 + 280)), 8, STRETCH)
        self._was = dict(self.fields())

    @property
    def where(self) -> str:
        """The form's own key among drafts."""
        return f"library/number/{'new' if self.number is None else self.number.id.hex()}"

    @property
    def touched(self) -> bool:
        """Whether there is anything to lose."""
        return dict(self.fields()) != self._was

    def fields(self) -> Mapping[str, str]:
        """What stands in the form, as text."""
        group = self.group.value
        return {"name": self.name.text, "number": self.number_field.text, "what": self.what.text,
                "hours": self.hours.text, "channel": str(self.channel.value),
                "group": group.hex() if isinstance(group, bytes) else "",
                "any": "1" if self.any_worry.isChecked() else ""}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        self.name.set_text(fields.get("name", ""))
        self.number_field.set_text(fields.get("number", ""))
        self.what.set_text(fields.get("what", ""))
        self.hours.set_text(fields.get("hours", ""))
        self.channel.choose(Channel(fields.get("channel", Channel.CALL)))
        self.group.choose(bytes.fromhex(fields.get("group", "")) or None)
        (self.any_worry if fields.get("any") else self.one_worry).setChecked(True)

    def focus_first(self) -> None:
        """Begin with whom one reaches."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def send(self, names_seen: bool = False) -> None:
        """Ask to have it kept."""
        self._refusal.clear()
        for field in (self.name, self.number_field):
            field.accept()
        draft = NumberDraft(name=self.name.text, number=self.number_field.text, what=self.what.text,
                            hours=self.hours.text, channel=Channel(str(self.channel.value)),
                            any_worry=self.any_worry.isChecked())
        self.save_button.busy(_("Saving"))
        self.saving.emit(draft, self.group.value, names_seen)

    def refuse(self, error: UserError) -> None:
        """Say it at the field where it can be, else over the buttons."""
        self.save_button.rest()
        if isinstance(error, BadValue) and error.why == "empty":
            empty = [field for field in (self.name, self.number_field) if not field.text.strip()]
            for field in reversed(empty):  # what is said last is heard: that of the field one is led to
                field.refuse(_("This is needed."))
            if empty:
                empty[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        message = explain(error)
        button = None
        if isinstance(error, NameInNote):
            button = Button(self._theme, _("Keep it as it is"))
            button.clicked.connect(lambda: self.send(names_seen=True))
        self._refusal.tell(message.said, message.next, button)
        bring_in_sight(self._refusal)
        focus_in_sight(self.save_button)  # not on what keeps a name: Enter pressed twice would keep it unread

    def go_back(self) -> None:
        """Back leaves too, but not when words would be lost."""
        self._refusal.leave(self.touched, self.left.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a line sends the form off."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if enter and isinstance(self.focusWidget(), QLineEdit) and self.save_button.isEnabled():
            self.send()
        else:
            super().keyPressEvent(event)

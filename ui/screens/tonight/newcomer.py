"""Somebody new: a name, and what they are asked, one thing at a time; or counted without a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from facilitator.errors import ConsentNeeded, NameMissing, NeedsRecovery, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.content import ConsentWording, fill
from facilitator.model.group import RecordLevel
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, MemberDraft
from ui.screens.tonight.asking import Room
from ui.screens.tonight.greeting import Greeting
from ui.theme import Theme
from ui.widgets import (
    Button,
    ChoiceBar,
    Field,
    Flow,
    Label,
    Notice,
    Panel,
    Paragraph,
    Sheet,
    TextField,
    box,
    down,
)

_BASIS = "basis"


class Newcomer(Sheet):
    """Takes somebody in. `added` carries the draft and what they said, `counted` counts them without a name."""

    added = Signal(object, object)
    counted = Signal()
    left = Signal()
    recovering = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._questions: dict[ConsentPurpose, Question] = {}
        self._column = down(theme, margins=(24, 20, 24, 20))
        self.setLayout(self._column)
        self.hide()

    def show_room(self, room: Room) -> None:
        """An empty form for this group."""
        theme, group = self._theme, room.evening.group
        self._column.clear()
        self.name = TextField(theme, _("Name"), help=_("A first name, or any name they choose."), limit=200)
        self.contact = TextField(theme, _("How to reach them"), help=_("A phone number or an address."))
        may = ((None, _("Nobody asked")), (True, _("Yes")), (False, _("No")))
        self.may_leave = ChoiceBar(theme, may, name=_("May you leave a message?"))
        self.another = TextField(theme, _("What if somebody else answers?"), help=_("Such as: hang up."))
        self.preference = TextField(theme, _("What is safe"), help=_("Such as: a text first, never before six."))
        self.emergency = TextField(theme, _("Whom to call in an emergency"))
        self.age = TextField(theme, _("Age band"), help=_("Such as 13 to 15."), limit=40)
        self._wrong: QWidget = box(down(theme))
        values = {"group": group.name}
        self._questions = {w.purpose: Question(theme, w, values) for w in room.wordings}
        for question in self._questions.values():
            question.changed.connect(self._show)
        self.add_button = Button(theme, _("Add and count"), "plain", "check")
        self.only_button = Button(theme, _("Count without a name"), "plain", "plus")
        cancel = Button(theme, _("Never mind"), "quiet")
        self.add_button.clicked.connect(self._add)
        self.only_button.clicked.connect(self.counted)
        cancel.clicked.connect(self.left)
        leave = Field(theme, _("May you leave a message?"), self.may_leave)
        self._contacts = box(down(theme, self.contact, leave, self.another, self.preference, self.emergency, gap=14))
        self._age_box = box(down(theme, self.age))
        self.greeting = Greeting(theme)
        self._column.put(Label(theme, _("Somebody new"), "h3"), 10, self.greeting, 14, self.name, 14, self._wrong)
        for purpose, question in self._questions.items():
            self._column.put(question, 14)
            if purpose is ConsentPurpose.CONTACT:
                self._column.put(self._contacts, 14)
        self._column.put(self._age_box, 14 if group.for_under_18s else 0,
                         box(Flow(theme, self.add_button, self.only_button, cancel, gap=10)))  # fmt: skip
        self._age_box.setVisible(group.for_under_18s and group.record_level >= RecordLevel.CONTACTABLE)
        self._contacts.setVisible(ConsentPurpose.CONTACT in self._questions)
        self.name.entered.connect(self._add)
        self.greeting.show_words(room.greeting, room.seconds, room.leaflet)
        self._show()

    def question(self, purpose: ConsentPurpose) -> Question:
        """One of the things that are asked. Raises KeyError for what is not asked here."""
        return self._questions[purpose]

    def focus_first(self) -> None:
        """Give the keyboard to the name."""
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say in place what could not be done, and the next step."""
        message = explain(error)
        if isinstance(error, NameMissing):
            self.name.refuse(f"{message.said} {message.next}")
            self.focus_first()
            return
        question = self._questions.get(ConsentPurpose.PARENT)
        if isinstance(error, ConsentNeeded) and question is not None:
            question.refuse(f"{message.said} {message.next}")
            return
        layout = self._wrong.layout()
        button = None
        if isinstance(error, NeedsRecovery):
            button = Button(self._theme, _("Go to Safe-keeping"))
            button.clicked.connect(self.recovering)
        while layout is not None and layout.count():
            item = layout.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        if layout is not None:
            notice = Notice(self._theme, message.said, message.next, "danger", button=button)
            layout.addWidget(notice)

    # ------------------------------------------------------------ half typed
    def read(self) -> dict[str, str] | None:
        """What was typed, for keeping."""
        if self.isHidden():
            return None
        may = {None: "", True: "yes", False: "no"}[self._may()]
        return {key: field.text for key, field in self._fields().items()} | {"may": may}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed."""
        for key, field in self._fields().items():
            field.set_text(fields.get(key, ""))
        self.may_leave.choose({"yes": True, "no": False}.get(fields.get("may", "")))

    def _fields(self) -> dict[str, TextField]:
        return {"name": self.name, "contact": self.contact, "another": self.another, "preference": self.preference,
                "emergency": self.emergency, "age": self.age}  # fmt: skip

    # ------------------------------------------------------------ acts
    def _show(self) -> None:
        refused = self._says_no()
        self.add_button.setVisible(not refused)
        self._contacts.setEnabled(not refused and self._state(ConsentPurpose.CONTACT) is not ConsentState.REFUSED)

    def _may(self) -> bool | None:
        may = self.may_leave.value
        return may if isinstance(may, bool) else None

    def _says_no(self) -> bool:
        return self._state(ConsentPurpose.LIST) is ConsentState.REFUSED

    def _state(self, purpose: ConsentPurpose) -> ConsentState | None:
        question = self._questions.get(purpose)
        return None if question is None else question.consent.state

    def _add(self) -> None:
        if self._says_no():
            return
        reach = self._contacts.isEnabled()
        draft = MemberDraft(
            name=self.name.text,
            contact=self.contact.text if reach else "",
            contact_preference=self.preference.text if reach else "",
            may_leave_message=self._may() if reach else None,
            if_another_answers=self.another.text if reach else "",
            emergency_contact=self.emergency.text if reach else "",
            age_band=self.age.text,
        )
        self.added.emit(draft, tuple(question.consent for question in self._questions.values()))


class Question(QWidget):
    """One thing that is asked, in the words of the library, and the answer."""

    changed = Signal()

    def __init__(self, theme: Theme, wording: ConsentWording, values: dict[str, str]) -> None:
        super().__init__()
        self._wording = wording
        parent = wording.purpose is ConsentPurpose.PARENT
        choices: list[tuple[object, str]] = [(ConsentState.GIVEN, _("Yes"))]
        choices.append((_BASIS, _("Not needed")) if parent else (ConsentState.NOT_ASKED, _("Not asked yet")))
        choices.append((ConsentState.REFUSED, _("No")))
        self.answer = ChoiceBar(theme, choices, None if parent else ConsentState.NOT_ASKED, name=wording.title)
        self.basis = TextField(theme, _("Why not"), help=_("The reason, such as the young person’s own right to come."))
        self._wrong = Label(theme, "", "small", "danger", wrap=True)
        lines = [Paragraph(theme, fill(line, values), "small", "soft") for line in wording.lines]
        ask = Paragraph(theme, _("“{words}”").format(words=fill(wording.ask, values)), "body")
        say = Panel(theme, down(theme, *lines, 6, ask, gap=4, margins=(20, 12, 14, 14)), "ground", "look")
        self.setLayout(down(theme, Label(theme, wording.title, "strong", wrap=True), 6, say, 8, self.answer, 4,
                            self._wrong, self.basis))  # fmt: skip
        self.answer.chosen.connect(self._chosen)
        self._show()

    @property
    def consent(self) -> Consent:
        """The answer, for whoever it is."""
        value = self.answer.value
        base = Consent(member_id=b"", purpose=self._wording.purpose, state=ConsentState.NOT_ASKED)
        if value == _BASIS:
            return replace(base, basis=self.basis.text)
        if not isinstance(value, ConsentState) or value is ConsentState.NOT_ASKED:
            return base
        return replace(base, state=value, wording_version=self._wording.version, how=_("Said on the evening"))

    def say(self, answer: ConsentState) -> None:
        """Answer it."""
        self.answer.choose(answer)
        self._chosen(answer)

    def refuse(self, words: str) -> None:
        """Say what is missing here."""
        self._wrong.setText(words)
        self._wrong.setVisible(True)
        self.answer.findChildren(QWidget)[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters typed beside a field count nobody."""
        event.accept()

    def _chosen(self, _value: object) -> None:
        self._wrong.setText("")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.basis.setVisible(self.answer.value == _BASIS)
        self._wrong.setVisible(bool(self._wrong.words))

"""The form for a person: a name, below it only what the group's level allows, and what they said about being listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QButtonGroup, QWidget

from facilitator.errors import BadValue, LevelTooLow, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.content import ConsentWording, LevelExplained, fill
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, Member, MemberDraft
from facilitator.workspace import Workspace
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Refusal, Room
from ui.screens.groups.people.allowed import names_refused
from ui.screens.groups.where import Path
from ui.widgets import (
    Button,
    CheckRow,
    ChoiceBar,
    Columns,
    DateField,
    Fact,
    Field,
    Label,
    Paragraph,
    RadioCard,
    Sheet,
    TextField,
    box,
    down,
    heading,
)

_TEXTS = ("name", "contact", "contact_preference", "if_another_answers", "emergency_contact", "age_band")
_SAME = "the next person"  # under this key among half-typed forms
_MAY = {None: "", True: "yes", False: "no"}


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    member: Member | None
    level: LevelExplained
    list: ConsentWording
    contact: ConsentWording
    parent: ConsentWording
    no_contact: bool
    refusal: UserError | None


def _read(workspace: Workspace, group_id: Id, member_id: Id | None) -> _Known:
    group, library = workspace.groups.get(group_id), workspace.library
    no_contact = False
    if member_id is not None:
        contact = workspace.members.consents.on(member_id, ConsentPurpose.CONTACT)
        no_contact = contact.state in (ConsentState.REFUSED, ConsentState.WITHDRAWN)
    return _Known(
        group,
        None if member_id is None else workspace.members.get(member_id),
        library.level_explained(group.record_level),
        library.consent_wording(ConsentPurpose.LIST),
        library.consent_wording(ConsentPurpose.CONTACT),
        library.consent_wording(ConsentPurpose.PARENT),
        no_contact,
        names_refused(workspace, group),
    )


class MemberForm(Form):
    """A new person, or one that is changed."""

    def __init__(self, room: Room, path: Path) -> None:
        self.member_id: Id | None = path[2] if isinstance(path[2], bytes) else None
        title = _("A new person") if self.member_id is None else _("Change")
        does = _("Add this person") if self.member_id is None else _("Save")
        super().__init__(room, path, title, back=_("People"), does=does)
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.name: TextField | None = None
        self._shut: Field | None = None

    def read(self) -> None:
        """Ask for the group, its level and the person."""
        if self.name is None:
            self.ask(lambda workspace: _read(workspace, self.group_id, self.member_id), self._show)

    def begins(self) -> QWidget | None:
        """The name."""
        return None if self.name is None else self.name.edit

    # ------------------------------------------------------------ drawing
    def _show(self, known: _Known) -> None:
        theme, group, member = self.theme, known.group, known.member
        self._known = known
        draft: MemberDraft = member or MemberDraft(name="")
        self.head.say(group.name, self.head.title.words if member is None else member.name)
        if member is not None and self.back is not None:
            self.back.setText(member.name)
        full = group.record_level >= RecordLevel.CONTACTABLE
        help = _("As they want to be called.") if full else _("A first name, or any name they choose. No surname.")
        self.name = self.name_field = TextField(theme, _("Name"), draft.name, help)
        self.contact = TextField(
            theme, _("One way to reach them"), draft.contact, _("A phone number or an e-mail address.")
        )
        self.contact_preference = TextField(
            theme, _("What to mind"), draft.contact_preference, _("Such as: a text first, or never before six.")
        )
        self.if_another_answers = TextField(
            theme,
            _("What if somebody else answers?"),
            draft.if_another_answers,
            _("Such as: hang up, or say you are from the library."),
        )
        may = ((None, _("Nobody asked")), (True, _("Yes")), (False, _("No")))
        self.may_leave = ChoiceBar(theme, may, draft.may_leave_message, name=_("May you leave a message?"))
        self.emergency_contact = TextField(
            theme, _("Who to call if they are hurt"), draft.emergency_contact, _("A name and a number. Ask them first.")
        )
        young = _("A year or two either way is enough: 14 to 15.")
        adult = _("Kept only where people under 18 come. You may empty it.")
        self.age_band = TextField(theme, _("Age"), draft.age_band, young if group.for_under_18s else adult)
        fields = (self.name, self.contact, self.contact_preference, self.if_another_answers, self.emergency_contact,
                  self.age_band)  # fmt: skip
        self._texts = dict(zip(_TEXTS, fields, strict=True))
        today = self.room.desk.clock.today()
        self.first = DateField(
            theme, _("First came on"), None, today, _("May stay empty."), day_first=self.room.day_first
        )
        self.ahead = Refusal(self.room, "look", below=20)  # nothing went wrong yet
        parts: list[QWidget | int] = [self.ahead, self.name]
        if full:
            if known.no_contact:
                parts += [16, Fact(theme, "phone", _("Does not want to be contacted"), _("The number is not shown."))]
            else:
                parts += [16, *self._reach(member)]
            parts += [16, self.emergency_contact]
            if group.for_under_18s or draft.age_band:
                parts += [16, self.age_band]
        if member is None:
            parts += [16, self.first, 26, *self._consents(known)]
            again = Button(theme, _("Add, and one more"))
            again.clicked.connect(lambda: self.save(again=True))
            self.beside = (again,)
        self.lay(*parts, aside=self._aside(known))
        if known.refusal is not None:
            self.ahead.say(known.refusal)
        self.keep()
        same = self.room.unsaved.pop(_SAME, None)
        if same is not None and member is None and not self.touched:
            self.begin_with(same)

    def _reach(self, member: Member | None) -> list[QWidget | int]:
        """What to mind stands before the number; one that is kept shows itself only when it is to be changed."""
        theme = self.theme
        leave = Field(theme, _("May you leave a message?"), self.may_leave)
        asked = box(Columns(theme, self.contact_preference, self.if_another_answers, gap=20, stacked_gap=16, below=480))
        parts: list[QWidget | int] = [leave, 16, asked, 16]
        if member is None or not member.contact:
            return [*parts, self.contact]
        show = Button(theme, _("Show it and change it"), "plain", "eye")
        self._shut = Field(theme, _("One way to reach them"), show, _("It is written down, and stays as it is."))
        show.setAccessibleName(show.words)  # a field gives its own name to what it holds
        show.clicked.connect(self._show_contact)
        self.contact.hide()
        return [*parts, self._shut, self.contact]

    def _show_contact(self) -> None:
        if self._shut is not None:
            self._shut.hide()
            self.contact.show()
            self.point(self.contact)

    def _consents(self, known: _Known) -> list[QWidget | int]:
        theme, group = self.theme, known.group
        self._group = QButtonGroup(self)
        self.said = RadioCard(theme, _("They said yes to being on the list"))
        self.not_asked = RadioCard(theme, _("Not asked yet"), _("The list says so until somebody asks."), True)
        for card in (self.said, self.not_asked):
            self._group.addButton(card)
        self.how = TextField(theme, _("How did they say it?"), "", _("Said it, ticked the paper list, wrote a note …"))
        parts: list[QWidget | int] = [box(heading(theme, _("Being on the list"))), 8, self.said, 8, self.not_asked]
        self.reach = CheckRow(theme, _("They said yes to being reached this way"), softens=False)
        if group.record_level >= RecordLevel.CONTACTABLE:
            parts += [8, self.reach]
        parts += [14, self.how]
        if group.for_under_18s:
            self._parents = QButtonGroup(self)
            self.parent_said = RadioCard(theme, _("A parent said yes"), _("Who, and how, in the line below."), True)
            self.parent_basis = RadioCard(
                theme, _("Nobody asks a parent, and there is a reason"), _("The reason, in the line below.")
            )
            for card in (self.parent_said, self.parent_basis):
                self._parents.addButton(card)
            self.parent_words = TextField(theme, _("Who agreed and how, or the reason"))
            parts += [26, box(heading(theme, _("A parent’s word"))), 8, self.parent_said, 8, self.parent_basis]
            parts += [14, self.parent_words]
        return parts

    def _aside(self, known: _Known) -> QWidget:
        theme, values = self.theme, {"group": known.group.name}
        parts: list[QWidget | int] = [Label(theme, known.list.title, "h3", wrap=True), 10]
        for line in known.list.lines:
            parts += [Fact(theme, "speak", fill(line, values)), 8]
        parts += [8, Label(theme, fill(known.list.ask, values), "strong", wrap=True), 12]
        words = _("Did they say no? Then leave the name out, and count them.")
        parts += [Paragraph(theme, words, "small", "soft")]
        return Sheet(theme, down(theme, *parts, margins=(24, 18, 22, 22)))

    def changed(self, change: Change) -> None:
        """Once the recovery sheet is ready, nothing stands in the way any more."""
        if self.name is not None and change.touches("safekeeping", "groups"):
            self.ask(lambda workspace: names_refused(workspace, workspace.groups.get(self.group_id)), self._freed)

    def _freed(self, refusal: UserError | None) -> None:
        if refusal is None:
            self.ahead.clear()
            self.refusal.clear()
        else:
            self.ahead.say(refusal)

    # ------------------------------------------------------------ doing
    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.name is None:
            return {}
        kept = {key: self._text(key).text for key in _TEXTS} | {"may": _MAY[self._may()]}
        if self._known.member is not None:
            return kept
        kept |= {"first": self.first.text, "said": "yes" if self.said.isChecked() else "", "how": self.how.text}
        kept["reach"] = "yes" if self.reach.isChecked() else ""
        if self._known.group.for_under_18s:
            kept["basis"] = "yes" if self.parent_basis.isChecked() else ""
            kept["parent"] = self.parent_words.text
        return kept

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.name is None:
            return
        for key in _TEXTS:
            self._text(key).set_text(fields.get(key, ""))
        self.may_leave.choose(next((may for may, words in _MAY.items() if words == fields.get("may", "")), None))
        if self._known.member is not None:
            if self.contact.text != self._known.member.contact:
                self._show_contact()
            return
        self.first.set_text(fields.get("first", ""))
        (self.said if fields.get("said") else self.not_asked).setChecked(True)
        self.how.set_text(fields.get("how", ""))
        self.reach.setChecked(bool(fields.get("reach")))
        if self._known.group.for_under_18s:
            (self.parent_basis if fields.get("basis") else self.parent_said).setChecked(True)
            self.parent_words.set_text(fields.get("parent", ""))

    def save(self, again: bool = False) -> None:
        """Keep the person; `again` opens the form for the next one, who came on the same day and is asked anew."""
        if self.name is None:
            return
        first: date | None = None
        member_id, group_id, fresh = self.member_id, self.group_id, self._known.member is None
        if fresh and self.first.text:
            first = self.first.check()
            if first is None:
                self.point(self.first)
                return
        if fresh and self._known.group.for_under_18s and not self.parent_words.text:
            self.parent_words.refuse(_("Write down who agreed and how, or the reason why nobody asks."))
            self.point(self.parent_words)
            return
        if fresh and self.how.text and not (self.said.isChecked() or self.reach.isChecked()):
            self.how.refuse(_("Nobody has said yes so far. Choose that they said yes, or leave this line empty."))
            self.point(self.how)
            return
        draft = MemberDraft(may_leave_message=self._may(), **{key: self._text(key).text for key in _TEXTS})
        consents = self._given() if fresh else ()

        def command(workspace: Workspace) -> Change:
            return workspace.members.save(group_id, draft, member_id, consents=consents, first_seen=first)

        path: Path = (group_id, "people") if member_id is None else (group_id, "people", member_id)
        same = {"first": self.first.text}  # never a yes: each person gives their own

        def onward(change: Change) -> Path:
            if not again:
                return path
            self.room.unsaved[_SAME] = same
            return self.path

        self.send(command, onward)

    def refuse(self, error: UserError) -> None:
        """A field that the level does not allow says so itself."""
        if isinstance(error, LevelTooLow) and error.field in _TEXTS and error.field != "name":
            self.primary.rest()
            field = self._text(error.field)
            field.refuse(_("At this record level nothing of this is kept. Leave it empty."))
            self.point(field)
            return
        if isinstance(error, BadValue) and error.why == "adults":
            self.primary.rest()
            message = explain(error)
            self.age_band.refuse(f"{message.said} {message.next}")
            self.point(self.age_band)
            return
        super().refuse(error)

    def _given(self) -> tuple[Consent, ...]:
        known, how = self._known, self.how.text
        given: list[Consent] = []
        if known.group.for_under_18s:
            basis = self.parent_basis.isChecked()
            given.append(
                Consent(
                    member_id=b"",
                    purpose=ConsentPurpose.PARENT,
                    state=ConsentState.NOT_ASKED if basis else ConsentState.GIVEN,
                    basis=self.parent_words.text if basis else "",
                    how="" if basis else self.parent_words.text,
                    wording_version=known.parent.version,
                )
            )
        if self.said.isChecked():
            given.append(
                Consent(
                    member_id=b"",
                    purpose=ConsentPurpose.LIST,
                    state=ConsentState.GIVEN,
                    how=how,
                    wording_version=known.list.version,
                )
            )
        if self.reach.isChecked():
            given.append(
                Consent(
                    member_id=b"",
                    purpose=ConsentPurpose.CONTACT,
                    state=ConsentState.GIVEN,
                    how=how,
                    wording_version=known.contact.version,
                )
            )
        return tuple(given)

    def _may(self) -> bool | None:
        """Whether a message may be left, as it is chosen."""
        may = self.may_leave.value
        return may if isinstance(may, bool) else None

    def _text(self, key: str) -> TextField:
        return self._texts[key]

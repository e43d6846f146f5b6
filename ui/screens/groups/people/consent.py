"""Asking a person one thing: our words to say it in, what they answered, when and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QWidget

from facilitator.i18n import _
from facilitator.model.content import ConsentWording, fill
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, Member
from facilitator.workspace import Workspace
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Holder, Room
from ui.screens.groups.people.asking import no_words
from ui.screens.groups.where import Path
from ui.widgets import (
    DateField,
    Fact,
    Label,
    Notice,
    Paragraph,
    RadioCard,
    Sheet,
    TextField,
    down,
)

YES, NO, BASIS = "yes", "no", "basis"


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    member: Member
    consent: Consent
    wording: ConsentWording


def _read(workspace: Workspace, group_id: Id, member_id: Id, purpose: ConsentPurpose) -> _Known:
    return _Known(
        workspace.groups.get(group_id),
        workspace.members.get(member_id),
        workspace.members.consents.on(member_id, purpose),
        workspace.library.consent_wording(purpose),
    )


class ConsentForm(Form):
    """One thing that is asked. A row is added at each answer; none is ever changed."""

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, "", back=_("Back"), does=_("Write it down"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.member_id = path[2] if isinstance(path[2], bytes) else b""
        self.purpose = ConsentPurpose(str(path[3]))
        self.cards: dict[str, RadioCard] = {}

    def read(self) -> None:
        """Ask for the words."""
        if not self.cards:
            self.ask(lambda workspace: _read(workspace, self.group_id, self.member_id, self.purpose), self._show)

    def begins(self) -> QWidget | None:
        """The first answer."""
        return self.cards[YES] if self.cards else None

    # ------------------------------------------------------------ drawing
    def _show(self, known: _Known) -> None:
        theme, today = self.theme, self.room.desk.clock.today()
        self._known = known
        self.head.say(_("{name}, {group}").format(name=known.member.name, group=known.group.name), known.wording.title)
        if self.back is not None:
            self.back.setText(known.member.name)
        given = known.consent.state is ConsentState.GIVEN
        self._group = QButtonGroup(self)
        self.cards[YES] = RadioCard(theme, _("Yes"))
        self.cards[NO] = RadioCard(theme, _("They take their yes back") if given else _("No"))
        if self.purpose in (ConsentPurpose.LIST, ConsentPurpose.PARENT):
            words = _("Such as a rule of your organisation. Write it down in a line.")
            self.cards[BASIS] = RadioCard(theme, _("Nobody asks, and there is a reason"), words)
        parts: list[QWidget | int] = [Label(theme, _("What did they say?"), "strong", wrap=True), 8]
        for card in self.cards.values():
            self._group.addButton(card)
            parts += [card, 8]
        self._means = Holder(theme)
        self.basis = TextField(theme, _("The reason"))
        self.on = DateField(theme, _("When did they say it?"), today, today, day_first=self.room.day_first)
        self.how = TextField(theme, _("How did they say it?"), "", _("Said it, ticked the paper list, wrote a note …"))
        self._group.buttonClicked.connect(self._picked)
        self.lay(*parts, self._means, self.basis, 12, self.on, 16, self.how, aside=self._wording(known))
        self._picked()
        self.keep()

    def _wording(self, known: _Known) -> QWidget:
        """What to say; who says it can read it out."""
        theme, values = self.theme, {"group": known.group.name}
        parts: list[QWidget | int] = [Label(theme, _("Say it in your words, or read this"), "h3", wrap=True), 12]
        for line in known.wording.lines:
            parts += [Fact(theme, "speak", fill(line, values)), 8]
        parts += [8, Label(theme, fill(known.wording.ask, values), "strong", wrap=True), 12]
        parts += [Paragraph(theme, fill(known.wording.withdraw, values), "small", "soft")]
        return Sheet(theme, down(theme, *parts, margins=(24, 18, 22, 22)))

    @property
    def answer(self) -> str:
        """What was chosen; nothing before any choice."""
        return next((key for key, card in self.cards.items() if card.isChecked()), "")

    def _picked(self, _button: object = None) -> None:
        answer = self.answer
        self.basis.setVisible(answer == BASIS)
        self.how.setVisible(answer != BASIS)
        if answer == NO:
            words = no_words(self.purpose, self._known.group.for_under_18s)
            self._means.swap(Notice(self.theme, _("What this does"), words), 14)
        else:
            self._means.swap(6)
        if answer:
            self.refusal.clear()

    # ------------------------------------------------------------ doing
    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if not self.cards:
            return {}
        return {"answer": self.answer, "basis": self.basis.text, "on": self.on.text, "how": self.how.text}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if not self.cards:
            return
        if fields.get("answer") in self.cards:
            self.cards[fields["answer"]].setChecked(True)
        self.basis.set_text(fields.get("basis", ""))
        self.on.set_text(fields.get("on", ""))
        self.how.set_text(fields.get("how", ""))
        self._picked()

    def save(self) -> None:
        """Write it down."""
        if not self.cards:
            return
        if not self.answer:
            self.refusal.tell(_("Nothing is chosen yet."), _("Choose what they said first."))
            self.cards[YES].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self.answer == BASIS and not self.basis.text:
            self.basis.refuse(_("Write the reason in a line."))
            self.point(self.basis)
            return
        day = self.on.check()
        if day is None:
            self.point(self.on)
            return
        if day > self.room.desk.clock.today():
            self.on.refuse(_("That day is still to come. Give today or an earlier day."))
            self.point(self.on)
            return
        given = self._known.consent.state is ConsentState.GIVEN
        state = {
            YES: ConsentState.GIVEN,
            NO: ConsentState.WITHDRAWN if given else ConsentState.REFUSED,
            BASIS: ConsentState.NOT_ASKED,
        }[self.answer]
        consent = Consent(
            member_id=self.member_id,
            purpose=self.purpose,
            state=state,
            on=day,
            basis=self.basis.text if self.answer == BASIS else "",
            how=self.how.text if self.answer != BASIS else "",
            wording_version=self._known.wording.version,
        )
        leaves = self.answer == NO and self.purpose in (ConsentPurpose.LIST, ConsentPurpose.PARENT)
        leaves = leaves and (self.purpose is ConsentPurpose.LIST or self._known.group.for_under_18s)
        path: Path = (self.group_id, "people") if leaves else (self.group_id, "people", self.member_id)
        self.send(lambda workspace: workspace.members.consents.record(consent), lambda change: path)

"""One person: what is kept, what they agreed to, and what helps them in the room."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.content import ConsentWording
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import AccessNeed, Consent, ConsentPurpose, ConsentState, Member, MemberDate
from facilitator.workspace import Workspace
from ui.screens.groups.going import confirm_erasing
from ui.screens.groups.halftyped import forget_people
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.people.asking import purposes, state_words
from ui.screens.groups.people.needs import NeedsBox
from ui.screens.groups.people.reaching import reaching
from ui.screens.groups.people.remembering import DatesBox
from ui.screens.groups.where import Path
from ui.screens.groups.words import day_words
from ui.widgets import (
    STRETCH,
    Aside,
    Button,
    Columns,
    Fact,
    Label,
    ListRow,
    Notice,
    RowStack,
    Sheet,
    box,
    down,
    heading,
)


@dataclass(frozen=True, slots=True)
class _Known:
    group: Group
    member: Member
    consents: tuple[Consent, ...]
    wordings: tuple[ConsentWording, ...]
    needs: tuple[AccessNeed, ...]
    dates: tuple[MemberDate, ...]
    left_over: bool
    """Whether somebody who comes no more can still be reached by what is written down."""


def _read(workspace: Workspace, group_id: Id, member_id: Id) -> _Known:
    group = workspace.groups.get(group_id)
    asked, member = purposes(group), workspace.members.get(member_id)
    current = {consent.purpose: consent for consent in workspace.members.consents.current(member_id)}
    return _Known(
        group,
        member,
        tuple(current[purpose] for purpose in asked),
        tuple(workspace.library.consent_wording(purpose) for purpose in asked),
        workspace.members.needs.of_member(member_id),
        workspace.members.dates.of_member(member_id),
        not member.active and workspace.members.reachable(member_id),
    )


class MemberPage(Leaf):
    """A person on the list."""

    areas = ("members", "groups")

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, "", back=_("People"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.member_id = path[2] if isinstance(path[2], bytes) else b""
        self._place = Holder(room.theme)
        self._needs: NeedsBox | None = None
        self._change: Button | None = None
        self._open_contact = False
        self.body.put(self.refusal, (self._place, 1))

    def read(self) -> None:
        """Ask for all that is kept."""
        self.ask(lambda workspace: _read(workspace, self.group_id, self.member_id), self._show)

    def _show(self, known: _Known) -> None:
        theme = self.theme
        line = known.group.name if known.member.active else _("{group}. Comes no more.").format(group=known.group.name)
        self.head.say(line, known.member.name)
        focus = self.window().focusWidget()
        name = focus.accessibleName() if focus is not None and self._place.isAncestorOf(focus) else ""
        typed = self._needs.field.text if self._needs is not None else ""
        self._needs = NeedsBox(self.room, self.group_id, self.member_id, known.needs, self.refuse, typed)
        kept = Sheet(theme, down(theme, *self._kept(known), margins=(26, 16, 20, 22)))
        asked = Sheet(theme, down(theme, *self._asked(known), margins=(14, 16, 14, 14)), stack=2)
        left = box(down(theme, kept, 18, asked))
        asked_days = next(one for one in known.consents if one.purpose is ConsentPurpose.DATES)
        days = DatesBox(
            self.room, self.member_id, asked_days, known.dates, self.refuse, lambda: self._ask_for(ConsentPurpose.DATES)
        )
        right = box(down(theme, self._needs, 30, days, 30, *self._leaving(known)))
        self._place.swap(box(Columns(theme, left, right, shares=(58, 42), gap=36)), STRETCH)
        turned = {_("Comes no more"): _("Comes again"), _("Comes again"): _("Comes no more")}
        self.refocus(self._place, name, turned.get(name, ""))

    def begins(self) -> QWidget | None:
        """What may be changed."""
        return self._change

    def away(self) -> None:
        """A number does not stay in sight."""
        if self._open_contact:
            self._open_contact = False
            self.read()

    # ------------------------------------------------------------ what is kept
    def _kept(self, known: _Known) -> list[QWidget | int]:
        theme, member = self.theme, known.member
        change = self._change = Button(theme, _("Change"), "quiet", "pencil")
        change.clicked.connect(lambda: self.room.open((*self.path, "change")))
        parts: list[QWidget | int] = [box(heading(theme, _("What is written down"), change)), 8]
        parts += [Fact(theme, "person", member.name), 10]
        if member.first_seen is not None:
            today = self.room.desk.clock.today()
            parts += [Fact(theme, "calendar", _("First came on {day}").format(day=day_words(member.first_seen, today)))]
            parts += [10]
        if known.group.record_level >= RecordLevel.CONTACTABLE:
            parts += self._contact(known)
            if member.emergency_contact:
                parts += [Fact(theme, "phone", member.emergency_contact, _("If something happens to them")), 10]
            if member.age_band:
                parts += [Fact(theme, "person", member.age_band, _("Age")), 10]
        if known.left_over:
            parts += [6, self._left_over(), 10]
        return parts[:-1]

    def _left_over(self) -> QWidget:
        """What we say when we ask for it: it is crossed out once somebody comes no more."""
        cross = Button(self.theme, _("Cross it out"), "plain")
        cross.clicked.connect(self._cross_out)
        return Notice(self.theme, _("How to reach them is still written down."),
                      _("We promise to cross it out once somebody comes no more."), icon="phone", button=cross)

    def _cross_out(self) -> None:
        words = _("How to reach them, what to mind, and who to call if they are hurt go. There is no Undo for this.")

        def crossed_out(_change: Change) -> None:  # it may stand in a form that was left half typed, too
            forget_people(self.room, self.group_id, member_id=self.member_id)

        confirm_erasing(self.theme, self, words, "", lambda: self.do(
            lambda workspace: workspace.members.cross_out(self.member_id), crossed_out))

    def _contact(self, known: _Known) -> list[QWidget | int]:
        """What to mind comes first; the number itself only when asked for, and never after a no."""
        theme, member = self.theme, known.member
        contact = next((one for one in known.consents if one.purpose is ConsentPurpose.CONTACT), None)
        if contact is not None and contact.state in (ConsentState.REFUSED, ConsentState.WITHDRAWN):
            return [Fact(theme, "phone", _("Does not want to be contacted"), _("The number is not shown.")), 10]
        return reaching(theme, member, self._open_contact, self._show_contact)

    def _show_contact(self) -> None:
        self._open_contact = True
        self.read()

    # ------------------------------------------------------------ what was asked
    def _asked(self, known: _Known) -> list[QWidget | int]:
        theme, today = self.theme, self.room.desk.clock.today()
        rows = RowStack(theme, _("What was asked"))
        made = []
        for consent, wording in zip(known.consents, known.wordings, strict=True):
            state = state_words(consent, today)
            words = box(
                down(
                    theme,
                    Label(theme, wording.title, "strong", wrap=True),
                    Label(theme, state, "small", "soft", wrap=True),
                )
            )
            fresh = consent.state is ConsentState.NOT_ASKED and not consent.basis
            button = Button(theme, _("Ask") if fresh else _("Change"), "quiet")
            button.setAccessibleName(f"{button.words}: {wording.title}")
            button.clicked.connect(lambda _on=False, purpose=consent.purpose: self._ask_for(purpose))
            line = Aside(theme, words, button, gap=10, least=180)
            row = ListRow(
                theme, f"{wording.title}, {state}", down(theme, box(line), margins=(12, 7, 6, 7)), choosable=False
            )
            made.append(row)
        rows.show_rows(made)
        return [box(down(theme, heading(theme, _("What was asked")), margins=(12, 0, 12, 4))), rows]

    def _ask_for(self, purpose: ConsentPurpose) -> None:
        self.room.open((self.group_id, "people", self.member_id, purpose.value))

    # ------------------------------------------------------------ leaving
    def _leaving(self, known: _Known) -> list[QWidget | int]:
        theme, member = self.theme, known.member
        if member.active:
            rests = Button(theme, _("Comes no more"), "plain")
            rests.clicked.connect(lambda: self._active(False))
            why = _("Off tonight’s list, but kept in case they come again.")
        else:
            rests = Button(theme, _("Comes again"), "plain")
            rests.clicked.connect(lambda: self._active(True))
            why = _("Back on tonight’s list.")
        gone = Button(theme, _("Remove from the list"), "plain", "bin")
        gone.clicked.connect(self._remove)
        return [
            box(heading(theme, _("Leaving"))),
            8,
            rests,
            4,
            Label(theme, why, "small", "soft", wrap=True),
            14,
            gone,
            4,
            Label(theme, _("Into the bin. Head-counts stay as they are."), "small", "soft", wrap=True),
            14,
            self._way(_("Erase for good"), "erase", "bin"),
            30,
            box(heading(theme, _("If they ask"))),
            8,
            self._way(_("What we keep about them"), "told", "sheetout"),
        ]

    def _way(self, words: str, step: str, icon: str) -> Button:
        button = Button(self.theme, words, "plain", icon)
        button.clicked.connect(lambda: self.room.open((*self.path, step)))
        return button

    def _active(self, on: bool) -> None:
        self.do(lambda workspace: workspace.members.set_active(self.member_id, on))

    def _remove(self) -> None:
        self.do_and_go(lambda workspace: workspace.members.bin(self.member_id), (self.group_id, "people"))

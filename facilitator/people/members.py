"""The people of a group: one name field each, and below it only what the group's record level allows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from facilitator.errors import BadValue, ConsentWithdrawn, LevelTooLow, NeedsRecovery, NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.lowering import ErasePreview
from facilitator.model.member import Consent, ConsentPurpose, Member, MemberDraft
from facilitator.people import words
from facilitator.people.consents import NO, Consents, check_new
from facilitator.people.dates import MemberDates
from facilitator.people.erasing import Erasing
from facilitator.people.groups import Groups
from facilitator.people.needs import AccessNeeds
from facilitator.people.screening import NamesIn, nobody
from facilitator.store import Store

if TYPE_CHECKING:
    from facilitator.store import Command

CONTACTABLE = ("contact", "contact_preference", "may_leave_message", "if_another_answers", "emergency_contact",
               "age_band")
"""Fields that need record level 2."""
_REACH = ("contact", "contact_preference", "may_leave_message", "if_another_answers")
"""Fields that a no to being contacted shuts away."""

_LISTED = """
select m.*, (select state from consent_live c where c.member_id = m.id and c.purpose = 'contact'
             order by c.id desc limit 1) as contact_state
from member_live m where """


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a member: what they said about it comes before the number itself."""

    preference: str
    may_leave_message: bool | None
    if_another_answers: str
    route: str


class Members:
    """Reads and keeps members. `recovery_live` says whether the recovery sheet is ready; before it, no name comes in.

    `.consents`, `.needs` and `.dates` hold what members agreed to, what makes the room easier for them, and days they
    asked us to remember.
    """

    def __init__(self, store: Store, clock: Clock, groups: Groups, recovery_live: Callable[[], bool],
                 names_in: NamesIn = nobody) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._recovery_live = recovery_live
        self.consents = Consents(store, clock)
        self.needs = AccessNeeds(store, names_in)
        self.dates = MemberDates(store, self.consents)
        self._erasing = Erasing(store)

    # ------------------------------------------------------------ questions
    def of(self, group_id: Id, *, left: bool = False) -> tuple[Member, ...]:
        """Who is on the group's list, by name; `left` adds those who come no more. Nobody who said no to the list."""
        where = "m.group_id = ?" if left else "m.group_id = ? and m.active = 1"
        members = map(_member, self._store.all(_LISTED + where, (group_id,)))
        return tuple(sorted(members, key=lambda member: words.order(member.name)))

    def get(self, member_id: Id) -> Member:
        """One member who is on a list. Raises ConsentWithdrawn for one who said no to that, else NotFound."""
        row = self._store.one(_LISTED + "m.id = ?", (member_id,))
        if row is not None:
            return _member(row)
        self.consents.stop(member_id, ConsentPurpose.LIST)
        raise NotFound("member")

    def not_asked(self, group_id: Id) -> tuple[Member, ...]:
        """Members nobody has asked yet whether they may be on the list, and for whom no basis is written down."""
        unasked = self.unasked(group_id)
        return tuple(member for member in self.of(group_id) if member.id in unasked)

    def unasked(self, group_id: Id) -> frozenset[Id]:
        """The ids of those, where the members themselves are known already."""
        settled = {row["member_id"] for row in self._store.all(
            """select member_id, state, basis, max(c.id) from consent_live c join member_live m on m.id = c.member_id
               where m.group_id = ? and purpose = 'list' group by member_id""", (group_id,))
            if row["state"] != "not-asked" or row["basis"]}
        listed = self._store.all("select id from member_live where group_id = ? and active = 1", (group_id,))
        return frozenset(row["id"] for row in listed) - settled

    def contact(self, member_id: Id) -> Contact:
        """How to reach a member. Raises ConsentWithdrawn when they said no to being contacted, or to the list."""
        member = self.get(member_id)
        self.consents.stop(member_id, ConsentPurpose.CONTACT)
        return Contact(member.contact_preference, member.may_leave_message, member.if_another_answers, member.contact)

    # ------------------------------------------------------------ commands
    def save(self, group_id: Id, draft: MemberDraft, member_id: Id | None = None, *,
             consents: Sequence[Consent] = (), first_seen: date | None = None) -> Change:
        """Keep a member, a new one without an id; `consents` are those of a new one, whatever member they name.

        Raises NameMissing, NeedsRecovery, LevelTooLow (names the field), ConsentNeeded (under-18s), ConsentWithdrawn
        (a contact for somebody who said no to that), NotFound, BadValue (an age where all are adults, and its like).
        """
        group = self._groups.get(group_id)
        clean = self.cleaned(group, draft)
        if member_id is not None:
            return self._change(group, clean, member_id)
        with self._store.command("member.add") as c:
            member_id = self.add(c, group, clean, consents, first_seen)
            c.label = _("{name} was added.").format(name=clean.name) + self.told_apart(member_id)
        return c.change()

    def set_active(self, member_id: Id, active: bool) -> Change:
        """Note that a member comes no more, or comes again. Raises NotFound, ConsentWithdrawn."""
        member = self.get(member_id)
        with self._store.command("member.active") as c:
            c.update("member", member_id, {"active": int(active)})
            label = _("{name} is on the list again.") if active else _("{name} was taken off the list.")
            c.label = label.format(name=member.name)
        return c.change()

    def bin(self, member_id: Id) -> Change:
        """Put a member in the bin, with their adjustments; head-counts stay as they are. Raises NotFound."""
        member = self.get(member_id)
        with self._store.command("member.bin") as c:
            for need in self.needs.of_member(member_id):
                c.bin("access_need", need.id)
            c.bin("member", member_id)
            c.label = _("{name} was put in the bin.").format(name=member.name)
        return c.change()

    def preview_erase(self, member_id: Id) -> ErasePreview:
        """What erasing a person would take away, in counts; also of one in the bin. Raises NotFound."""
        return self._erasing.preview(member_id)

    def erase(self, member_id: Id) -> Change:
        """Erase a person and all that is theirs, for good; head-counts stay as they are. Raises NotFound."""
        return self._erasing.erase(member_id)

    def reachable(self, member_id: Id) -> bool:
        """Whether anything is kept of how to reach somebody, shown or not. Raises NotFound."""
        return self._erasing.reachable(member_id)

    def cross_out(self, member_id: Id) -> Change:
        """Take how to reach somebody away for good; they stay on the list as they are. Raises NotFound."""
        return self._erasing.cross_out(member_id)

    # ------------------------------------------------------------ for commands of other features
    def cleaned(self, group: Group, draft: MemberDraft) -> MemberDraft:
        """The draft with clean words, checked against the group's level. Raises LevelTooLow, NameMissing, BadValue."""
        if group.record_level < RecordLevel.FIRST_NAME:
            raise LevelTooLow("name", group.record_level)
        clean = MemberDraft(
            name=words.name(draft.name, _("name"), "member"),
            contact=words.line(draft.contact, _("contact")),
            contact_preference=words.line(draft.contact_preference, _("how to contact them")),
            may_leave_message=draft.may_leave_message,
            if_another_answers=words.line(draft.if_another_answers, _("if somebody else answers")),
            emergency_contact=words.line(draft.emergency_contact, _("emergency contact")),
            age_band=words.line(draft.age_band, _("age band"), 40),
        )
        if group.record_level < RecordLevel.CONTACTABLE:
            for field in CONTACTABLE:
                if getattr(clean, field) not in ("", None):
                    raise LevelTooLow(field, group.record_level)
        return clean

    def add(self, c: Command, group: Group, clean: MemberDraft, consents: Sequence[Consent] = (),
            first_seen: date | None = None) -> Id:
        """Insert a member inside a running command; `clean` comes from `cleaned`. Raises as `save` does."""
        self.names_allowed()
        check_new(group, consents)
        _check_age(group, clean)
        if first_seen is not None and first_seen > self._clock.today():
            raise BadValue(_("day they first came"), "future")
        member_id = c.insert("member", {
            "group_id": group.id, "name": clean.name, "active": 1,
            "first_seen": None if first_seen is None else first_seen.isoformat(),
            **{field: getattr(clean, field) for field in CONTACTABLE},
        })
        for index, consent in enumerate(consents):
            self.consents.add(c, self.consents.cleaned(replace(consent, member_id=member_id)), fresh=index == 0)
        return member_id

    def told_apart(self, member_id: Id) -> str:
        """What to say beside a name that somebody else of the group has too, to be put after a sentence; else ""."""
        member = self.get(member_id)
        others = (one for one in self.of(member.group_id, left=True) if one.id != member_id)
        if not any(words.alike(one.name) == words.alike(member.name) for one in others):
            return ""
        return " " + _("Somebody else on the list has that name too: a letter after it tells them apart.")

    def names_allowed(self) -> None:
        """Raise NeedsRecovery until the recovery sheet is live; a sample vault needs none."""
        if not self._store.facts.sample and not self._recovery_live():
            raise NeedsRecovery

    def _change(self, group: Group, clean: MemberDraft, member_id: Id) -> Change:
        member = self.get(member_id)
        if member.group_id != group.id:
            raise NotFound("member")
        if clean.name != member.name:
            self.names_allowed()
        if clean.age_band != member.age_band:
            _check_age(group, clean)
        values: dict[str, Any] = {"name": clean.name}
        if self.consents.on(member_id, ConsentPurpose.CONTACT).state in NO:
            # The form could not show what is kept, so an empty field means "as it was".
            if clean.contact:
                raise ConsentWithdrawn(ConsentPurpose.CONTACT.value)
        else:
            values |= {field: getattr(clean, field) for field in _REACH}
        values |= {"emergency_contact": clean.emergency_contact, "age_band": clean.age_band}
        with self._store.command("member.save") as c:
            c.update("member", member_id, values)
            c.label = _("{name} was saved.").format(name=clean.name)
            if clean.name != member.name:
                c.label += self.told_apart(member_id)
        return c.change()


def _check_age(group: Group, clean: MemberDraft) -> None:
    """An age is kept only where it is required. Raises BadValue."""
    if clean.age_band and not group.for_under_18s:
        raise BadValue(_("age band"), "adults")


def _member(row: dict[str, Any]) -> Member:
    silent = row["contact_state"] in NO
    return Member(
        id=row["id"],
        group_id=row["group_id"],
        name=row["name"],
        contact="" if silent else row["contact"],
        contact_preference="" if silent else row["contact_preference"],
        may_leave_message=None if silent or row["may_leave_message"] is None else bool(row["may_leave_message"]),
        if_another_answers="" if silent else row["if_another_answers"],
        emergency_contact=row["emergency_contact"],
        age_band=row["age_band"],
        first_seen=None if row["first_seen"] is None else date.fromisoformat(row["first_seen"]),
        active=bool(row["active"]),
    )

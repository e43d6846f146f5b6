"""A charity's own numbers, and which of all numbers somebody has called: paper for people carries no other."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from facilitator.errors import BadValue, NotFound
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.content import Helpline
from facilitator.model.ids import Id, hash_id
from facilitator.model.numbers import Channel, NumberCheck, NumberDraft, NumbersKept, OwnNumber
from facilitator.people import words
from facilitator.people.screening import NamesIn, nobody, screened
from facilitator.store import Store

_AREA = "numbers"
_HOLDS = timedelta(days=183)  # as sheets say: numbers are checked again after six months
_NAME, _NUMBER, _WHAT = 60, 60, 120  # characters: what a line of the sheet takes


class Numbers:
    """Reads and keeps both."""

    def __init__(self, store: Store, clock: Clock, names_in: NamesIn = nobody) -> None:
        self._store, self._clock, self._names_in = store, clock, names_in
        self._read: tuple[int, NumbersKept] | None = None

    # ------------------------------------------------------------ questions
    def kept(self) -> NumbersKept:
        """Everything; the same value as long as none of it has changed."""
        revision = self._store.revision(_AREA)
        if self._read is None or self._read[0] != revision:
            own = tuple(map(_own, self._store.all("select * from helpline_live order by name, id")))
            checks = {row["line"]: _check(row) for row in self._store.all("select * from number_called_live")}
            self._read = (revision, NumbersKept(own, checks))
        return self._read[1]

    def get(self, id: Id) -> OwnNumber:
        """One of our own. Raises NotFound."""
        found = next((one for one in self.kept().own if one.id == id), None)
        if found is None:
            raise NotFound("number")
        return found

    @property
    def none_called(self) -> bool:
        """Whether sheets have no number that somebody called and that still holds."""
        return self._store.one("select 1 as found from number_called_live where works = 1 and until >= ?",
                               (self._clock.today().isoformat(),)) is None

    # ------------------------------------------------------------ commands
    def save(self, draft: NumberDraft, id: Id | None = None, *, group_id: Id | None = None,
             names_seen: bool = False) -> Change:
        """Keep a number of our own, a new one without an id; for one group, or with None for all.

        Raises BadValue for a name or number that is missing, NotFound, and NameInNote unless the names were seen.
        """
        values = _values(draft, group_id)
        before = () if id is None else _texts(_values(self.get(id), None))
        screened(_texts(values), self._names_in, names_seen, before)
        if group_id is not None and self._store.one("select id from groups_live where id = ?", (group_id,)) is None:
            raise NotFound("group")
        with self._store.command("number.save") as c:
            if id is None:
                c.insert("helpline", values)
            else:
                c.update("helpline", id, values)
            c.label = _("“{name}” is one of your numbers.").format(name=values["name"])
        return c.change()

    def bin(self, id: Id) -> Change:
        """Take a number of our own off every sheet. Raises NotFound."""
        one = self.get(id)
        with self._store.command("number.bin") as c:
            c.bin("helpline", id)
            c.label = _("“{name}” is in the bin.").format(name=one.name)
        return c.change()

    def called(self, line: Helpline, works: bool) -> Change:
        """Say that somebody called a line today, and whether it is what it says; that holds for half a year."""
        today = self._clock.today()
        with self._store.command("number.called") as c:
            c.put("number_called", hash_id("number_called", line.id), {
                "line": line.id, "number": line.number, "works": int(works), "checked_on": today.isoformat(),
                "until": (today + _HOLDS).isoformat()})
            c.label = (_("“{name}” works, and is printed from now on.") if works else
                       _("“{name}” does not work, and is not printed for people.")).format(name=line.name)
        return c.change()


def _values(draft: NumberDraft, group_id: Id | None) -> dict[str, Any]:
    name = words.line(draft.name, _("name"), _NAME)
    number = words.line(draft.number, _("number"), _NUMBER)
    for value, what in ((name, _("name")), (number, _("number"))):
        if not value:
            raise BadValue(what, "empty")
    return {"group_id": group_id, "name": name, "number": number, "what": words.line(draft.what, _("what it is for"),
            _WHAT), "channel": Channel(draft.channel).value, "hours": words.line(draft.hours, _("hours"), _NAME),
            "any_worry": int(draft.any_worry)}


def _texts(values: dict[str, Any]) -> tuple[str, ...]:
    return values["name"], values["number"], values["what"], values["hours"]


def _own(row: dict[str, Any]) -> OwnNumber:
    known = set(Channel)  # a later version may know more
    channel = Channel(row["channel"]) if row["channel"] in known else Channel.CALL
    return OwnNumber(id=row["id"], group_id=row["group_id"], name=row["name"], number=row["number"], what=row["what"],
                     channel=channel, hours=row["hours"], any_worry=bool(row["any_worry"]))


def _check(row: dict[str, Any]) -> NumberCheck:
    return NumberCheck(line=row["line"], number=row["number"], works=bool(row["works"]),
                       on=date.fromisoformat(row["checked_on"]), until=date.fromisoformat(row["until"]))

"""The group's agreement: every version it ever adopted, none ever changed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from facilitator.errors import BadValue
from facilitator.evening import kept
from facilitator.i18n import _
from facilitator.model.agreement import AgreementVersion, Clause
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.ids import Id, new_id
from facilitator.people import Groups, words
from facilitator.people.screening import NamesIn, nobody, screened
from facilitator.store import Store

MOST = 60
"""The most clauses of an agreement."""
_NEWEST = "select * from agreement_version_live where group_id = ? order by number desc, id desc"


class Agreements:
    """Reads versions and adopts new ones."""

    def __init__(self, store: Store, clock: Clock, groups: Groups, names_in: NamesIn = nobody,
                 shipped: Callable[[], Collection[str]] = tuple) -> None:
        self._store = store
        self._clock = clock
        self._groups = groups
        self._names_in = names_in
        self._shipped = shipped

    def current(self, group_id: Id) -> AgreementVersion | None:
        """The version the group adopted last, None when it has none yet."""
        row = self._store.one(_NEWEST + " limit 1", (group_id,))
        return None if row is None else _version(row)

    def history(self, group_id: Id) -> tuple[AgreementVersion, ...]:
        """Every version, newest first."""
        return tuple(map(_version, self._store.all(_NEWEST, (group_id,))))

    def on(self, group_id: Id, day: date) -> AgreementVersion | None:
        """The version that held on a day, None before the first."""
        return next((version for version in self.history(group_id) if version.adopted_on <= day), None)

    def adopt(self, group_id: Id, clauses: Sequence[Clause], *, present: int | None = None,
              adopted_on: date | None = None, review_by: date | None = None, names_seen: bool = False) -> Change:
        """Adopt clauses as the group's next version; `present` is how many agreed, never who.

        Raises NotFound, BadValue for no clauses, an empty clause, a day to come, or a review before the adoption, and
        NameInNote unless the names were seen: words that ship, or were agreed on before, are not asked about.
        """
        group = self._groups.get(group_id)
        day = adopted_on or self._clock.today()
        clean = [_cleaned(clause) for clause in clauses]
        if not 0 < len(clean) <= MOST:
            raise BadValue(_("number of clauses"), "range")
        if present is not None and not 0 <= present <= 9999:
            raise BadValue(_("number of people"), "range")
        if day > self._clock.today():
            raise BadValue(_("day of the agreement"), "future")
        if review_by is not None and review_by < day:
            raise BadValue(_("day to look at it again"), "before")
        newest = self.current(group_id)
        texts = _texts(clean)
        if self._names_in(texts):  # only then is it worth reading what ships
            before = (*self._shipped(), *_texts(newest.clauses if newest else ()))
            screened(texts, self._names_in, names_seen, before)
        with self._store.command("agreement.adopt") as c:
            number = 1 if newest is None else newest.number + 1
            at = self._clock.now_ms()
            if newest is not None:  # so that versions keep their order when the clock was set back
                at = max(at, int.from_bytes(newest.id[:6], "big") + 1)
            c.insert("agreement_version", {
                "group_id": group_id, "number": number, "adopted_on": day, "review_by": review_by, "present": present,
                "clauses": kept.clauses_out(clean)}, id=new_id(at))
            c.label = _("Version {number} of the agreement of {group} is kept.").format(number=number, group=group.name)
        return c.change()


def _texts(clauses: Sequence[Clause]) -> tuple[str, ...]:
    return tuple(text for one in clauses for text in (one.text, one.why, one.if_broken, one.theme) if text)


def _cleaned(clause: Clause) -> Clause:
    text = words.text(clause.text, _("clause"), 600)
    if not text:
        raise BadValue(_("clause"), "empty")
    return replace(clause, text=text, why=words.text(clause.why, _("why")),
                   if_broken=words.text(clause.if_broken, _("what we do if it is broken")),
                   theme=words.line(clause.theme, _("theme")))


def _version(row: dict[str, Any]) -> AgreementVersion:
    return AgreementVersion(
        id=row["id"], group_id=row["group_id"], number=row["number"], adopted_on=date.fromisoformat(row["adopted_on"]),
        review_by=None if row["review_by"] is None else date.fromisoformat(row["review_by"]), present=row["present"],
        clauses=kept.clauses_in(row["clauses"]),
    )

"""Sealed pages: supervision, reflective log and one's own light, readable by their author alone.

Everybody who opens the vault can see that there are such pages, and nobody else can open one. They are in no search, no
report and no paper of the group; they are lost when their author gets a new key by recovery, or is removed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from facilitator.errors import BadValue, NotFound, SealLost
from facilitator.evening.screening import NamesIn, screened
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.debrief import Answer
from facilitator.model.ids import Id, new_id
from facilitator.model.sealed import Amendment, SealedDraft, SealedKind, SealedPage
from facilitator.people import words
from facilitator.store import Store
from facilitator.vault.personal import PersonalSeals

RUNNING = 3
"""So many lights in a row that are not green suggest a talk with the supervisor."""
GREEN = "green"


class SealedPages:
    """Keeps what a facilitator writes for themselves. `me` is the holder who opened the vault."""

    def __init__(self, store: Store, clock: Clock, seals: PersonalSeals, me: bytes, names_in: NamesIn) -> None:
        self._store = store
        self._clock = clock
        self._seals = seals
        self._me = me
        self._names_in = names_in

    # ------------------------------------------------------------ questions
    def mine(self, *kinds: SealedKind) -> tuple[SealedPage, ...]:
        """My own pages, newest first, of some kinds or of all; lost ones without their words."""
        wanted = {kind.value for kind in kinds or SealedKind}
        rows = self._store.all("select * from sealed_live where holder = ? order by on_date desc, id desc", (self._me,))
        return tuple(self._opened(row) for row in rows if row["kind"] in wanted)

    def get(self, page: Id) -> SealedPage:
        """One of my pages. Raises NotFound for one that is not there or not mine."""
        return self._opened(self._mine(page))

    def light_of(self, session_id: Id) -> SealedPage | None:
        """My own light for an evening."""
        return next((page for page in self.mine(SealedKind.LIGHT) if page.session_id == session_id), None)

    def talk_suggested(self) -> bool:
        """Whether my last three lights were none of them green: told from my own pages, to me alone."""
        last = [page.light for page in self.mine(SealedKind.LIGHT) if not page.lost][:RUNNING]
        return len(last) == RUNNING and GREEN not in last

    # ------------------------------------------------------------ commands
    def add(self, draft: SealedDraft, *, names_seen: bool = False) -> Change:
        """Seal a page to me. Raises BadValue for an empty one, and NameInNote unless the names were seen."""
        clean = self._cleaned(draft)
        screened(clean.texts, self._names_in, names_seen)
        page = new_id(self._clock.now_ms())
        if clean.kind is SealedKind.LIGHT and clean.session_id is not None:
            before = self.light_of(clean.session_id)
            page = page if before is None else before.id
        with self._store.command("sealed.add") as c:
            c.put("sealed", page, {
                "holder": self._me, "kind": clean.kind, "session_id": clean.session_id, "on_date": clean.on,
                "body": self._sealed(page, clean, ())})
            c.label = _("Your page is sealed. Nobody else can open it.")
        return c.change()

    def amend(self, page: Id, typed: str, *, names_seen: bool = False) -> Change:
        """Add words with today’s date; what stood there stays. Raises NotFound, SealLost, BadValue, NameInNote."""
        found = self.get(page)
        if found.lost:
            raise SealLost
        clean = words.text(typed, _("words to add"))
        if not clean:
            raise BadValue(_("words to add"), "empty")
        screened((clean,), self._names_in, names_seen)
        amendments = (*found.amendments, Amendment(self._clock.today(), clean))
        with self._store.command("sealed.amend") as c:
            c.update("sealed", page, {"body": self._sealed(page, found, amendments)})
            c.label = _("Your words were added to the page.")
        return c.change()

    def discard(self, page: Id) -> Change:
        """Take one of my pages away for good, such as a lost one; nothing brings it back. Raises NotFound."""
        self._mine(page)
        with self._store.command("sealed.discard", undo=False) as c:
            c.erase("sealed", page)
            c.label = _("The page is gone for good.")
        return c.change()

    # ------------------------------------------------------------ inside
    def _mine(self, page: Id) -> dict[str, Any]:
        row = self._store.one("select * from sealed_live where id = ? and holder = ?", (page, self._me))
        if row is None:
            raise NotFound("sealed")
        return row

    def _cleaned(self, draft: SealedDraft) -> SealedDraft:
        answers = tuple(Answer(one.question, clean) for one in draft.answers
                        if (clean := words.text(one.words, _("answer"))))
        if not answers and not draft.light:
            raise BadValue(_("page"), "empty")
        if draft.on > self._clock.today():
            raise BadValue(_("day"), "future")
        return replace(draft, answers=answers)

    def _sealed(self, page: Id, draft: SealedDraft, amendments: Sequence[Amendment]) -> bytes:
        content = {"answers": [[one.question, one.words] for one in draft.answers], "light": draft.light,
                   "amendments": [[one.on.isoformat(), one.words] for one in amendments]}
        return self._seals.seal(json.dumps(content).encode(), _place(page))

    def _opened(self, row: dict[str, Any]) -> SealedPage:
        page = SealedPage(id=row["id"], kind=SealedKind(row["kind"]), on=date.fromisoformat(row["on_date"]),
                          session_id=row["session_id"])
        try:
            content = json.loads(self._seals.open(row["body"], _place(row["id"])))
        except SealLost:
            return replace(page, lost=True)
        return replace(
            page, light=content["light"], answers=tuple(Answer(*one) for one in content["answers"]),
            amendments=tuple(Amendment(date.fromisoformat(on), said) for on, said in content["amendments"]))


def _place(page: Id) -> str:
    return f"sealed:{page.hex()}:body"

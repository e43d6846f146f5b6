"""Themes: what an evening was about, ticked before a word is written; counted by evenings, never by people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any, TypeAlias

from facilitator.errors import BadValue, NotFound, PointsToSomebody, ThemeIsThere
from facilitator.evening.sessions import Sessions
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id, hash_id
from facilitator.model.note import Theme
from facilitator.model.session import Session
from facilitator.people import words
from facilitator.store import Store

LABEL = 40
"""The longest theme, in characters."""
Pointing: TypeAlias = "Callable[[Id, str], Sequence[str]]"
"""Gives the words of a text that surely point to somebody, in a group."""

_COUNTED = """
select t.*, (select count(*) from session_theme_live x join session_live s on s.id = x.session_id
             where x.theme_id = t.id and x.present = 1 and s.group_id = ?1) as sessions,
       (select x.present from session_theme_live x where x.theme_id = t.id and x.session_id = ?2) as tonight
from theme_live t where t.group_id = ?1 or t.group_id is null"""


class Themes:
    """Keeps themes, a group's own and those shared by all. `pointing` tells what of a label names somebody."""

    def __init__(self, store: Store, sessions: Sessions, pointing: Pointing) -> None:
        self._store = store
        self._sessions = sessions
        self._pointing = pointing

    # ------------------------------------------------------------ questions
    def of(self, session: Session) -> tuple[Theme, ...]:
        """The themes to choose from on an evening: those of tonight and the most frequent first, then suggestions."""
        rows = self._store.all(_COUNTED, (session.group_id, session.id))
        known = {words.alike(row["label"]) for row in rows}
        themes = [_theme(row) for row in rows if row["active"] or row["tonight"]]
        themes.sort(key=lambda theme: (-theme.sessions, words.order(theme.label)))
        taken = {row["id"] for row in rows}  # by a suggestion that has another name by now, too
        return (*themes, *(Theme(id=b"", label=label) for label in suggested()
                           if words.alike(label) not in known and _id(None, label) not in taken))

    def on(self, session_id: Id) -> tuple[str, ...]:
        """What an evening was about, by name."""
        rows = self._store.all("""select t.label from session_theme_live x join theme_live t on t.id = x.theme_id
                                  where x.session_id = ? and x.present = 1""", (session_id,))
        return tuple(sorted((row["label"] for row in rows), key=words.order))

    # ------------------------------------------------------------ commands
    def mark(self, session: Session, theme: Theme, on: bool = True) -> Change:
        """Say that an evening was about a theme, or was not; one only suggested so far is shared by all from now on.

        Raises NotFound.
        """
        with self._store.command("theme.mark") as c:
            kept = self._sessions.touch(c, session)
            one = theme.id or c.put("theme", self._place(None, theme.label), {
                "group_id": None, "label": theme.label, "active": 1})
            if self._store.one("select id from theme_live where id = ?", (one,)) is None:
                raise NotFound("theme")
            c.put("session_theme", hash_id("session_theme", kept.id, one), {
                "session_id": kept.id, "theme_id": one, "present": int(on)})
            c.label = (_("“{theme}” came up.") if on else _("“{theme}” did not come up.")).format(theme=theme.label)
        return c.change()

    def add(self, session: Session, typed: str, *, shared: bool = False) -> Change:
        """Add a theme and say that the evening was about it; one that is known already is only ticked.

        Raises BadValue, and PointsToSomebody for a label that names somebody.
        """
        label = self._named(session, typed)
        known = next((one for one in self.of(session) if words.alike(one.label) == words.alike(label)), None)
        if known is not None:
            return self.mark(session, known)
        owner = None if shared else session.group_id
        with self._store.command("theme.add") as c:
            kept = self._sessions.touch(c, session)
            one = c.put("theme", self._place(owner, label), {"group_id": owner, "label": label, "active": 1})
            c.put("session_theme", hash_id("session_theme", kept.id, one), {
                "session_id": kept.id, "theme_id": one, "present": 1})
            c.label = _("“{theme}” is a theme now.").format(theme=label)
        return c.change()

    def rename(self, session: Session, theme: Theme, typed: str) -> Change:
        """Call a theme something else, on every evening it came up on; one only suggested so far is shared by all then.

        Raises BadValue, PointsToSomebody for a name that names somebody, ThemeIsThere, NotFound.
        """
        label = self._named(session, typed)
        for row in self._store.all(_COUNTED, (session.group_id, session.id)):
            if row["id"] != theme.id and words.alike(row["label"]) == words.alike(label):
                raise ThemeIsThere(row["label"])
        with self._store.command("theme.rename") as c:
            if theme.id:
                c.update("theme", theme.id, {"label": label})
            else:
                c.put("theme", self._place(None, theme.label), {"group_id": None, "label": label, "active": 1})
            c.label = _("“{theme}” is called “{name}” now.").format(theme=theme.label, name=label)
        return c.change()

    def retire(self, theme: Theme) -> Change:
        """Offer a theme no more; the evenings it came up on keep it."""
        with self._store.command("theme.retire") as c:
            one = theme.id or self._place(None, theme.label)
            c.put("theme", one, {"group_id": theme.group_id, "label": theme.label, "active": 0})
            c.label = _("“{theme}” is not offered any more.").format(theme=theme.label)
        return c.change()

    # ------------------------------------------------------------ inside
    def _named(self, session: Session, typed: str) -> str:
        """A theme's words as they may be kept. Raises BadValue, PointsToSomebody."""
        label = words.line(typed, _("theme"), LABEL)
        if not label:
            raise BadValue(_("theme"), "empty")
        if pointing := self._pointing(session.group_id, label):
            raise PointsToSomebody(pointing[0])
        return label

    def _place(self, owner: Id | None, label: str) -> Id:
        """The id of a theme of these words: the next one where what once had that name is called otherwise by now."""
        for turn in count():
            one = _id(owner, label, turn)
            row = self._store.one("select label from theme where id = ?", (one,))
            if row is None or words.alike(row["label"]) == words.alike(label):
                return one
        raise AssertionError


def suggested() -> tuple[str, ...]:
    """Themes to begin with, in the window's language."""
    return (_("Sleep"), _("Family"), _("Work"), _("Money"), _("Health care"), _("Home"), _("Good news"))


def _id(group_id: Id | None, label: str, turn: int = 0) -> Id:
    """The same words mean the same theme on two laptops."""
    again = (str(turn),) if turn else ()
    return hash_id("theme", group_id or b"", words.alike(label), *again)


def _theme(row: dict[str, Any]) -> Theme:
    return Theme(id=row["id"], label=row["label"], group_id=row["group_id"], sessions=row["sessions"],
                 tonight=bool(row["tonight"]))

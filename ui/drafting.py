"""Half-typed text: forms say where they are and how to read them; what stands in them is kept every few seconds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass
from time import time
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import DraftNotKept, UserError
from ui.go import Go

EVERY_MS = 8_000
"""How often forms are read; a draft is never more than ten seconds behind what was typed."""
PATIENCE_S = 2
"""How long a lock waits for them."""
_TITLE, _RECORD = "~title", "~record"  # kept beside a form's own fields
_OF = "#"  # between a form's key and the record, where its words are kept beside others'

Fields = Mapping[str, str]


class Kept(Protocol):
    """A draft as the vault keeps it."""

    @property
    def place(self) -> str: ...

    @property
    def fields(self) -> Fields: ...

    @property
    def saved_ms(self) -> int: ...

    @property
    def old(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class _Aside:
    place: str
    fields: Fields
    saved_ms: int
    old: bool = False


class DraftShelf(Protocol):
    """Where drafts are kept, sealed to whoever unlocked: the vault's `Drafts`. May be called from any thread."""

    def save(self, place: str, fields: Fields) -> None: ...

    def list(self) -> tuple[Kept, ...]: ...

    def discard(self, place: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Offer:
    """A draft offered to its author: pick it up or throw it away. `old` ones have lain for a month."""

    where: str
    title: str
    saved_ms: int
    old: bool
    go: Go


@dataclass(frozen=True, slots=True)
class _Form:
    owner: QWidget
    where: str
    read: Callable[[], Fields | None]
    title: Callable[[], str]
    record: bytes


class Drafting(QObject):
    """Keeps what is half typed. A form registers once it is on screen and says `done` when it was saved or emptied.

    `where` is the form's own key and begins with its place: "groups/new-member". While a draft about one record waits
    there, what is typed about another is kept beside it, under the key with that record. `failed` says once that drafts
    cannot be kept, such as on a full disk; `offered` that the list of offers is another one; `broke` once
    for each form that could not be read, for a fault of ours.
    """

    failed = Signal(UserError)
    broke = Signal(Exception)
    offered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf: DraftShelf | None = None
        self._forms: dict[str, _Form] = {}
        self._kept: dict[str, dict[str, str]] = {}
        self._waiting: dict[str, Kept] = {}
        self._picked: dict[str, tuple[str, Fields]] = {}  # by the form's key: where it was kept, and the words
        self._broken: set[str] = set()
        self._refused = False
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drafts")
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.autosave)

    # ------------------------------------------------------------ what forms say
    def register(
        self,
        owner: QWidget,
        where: str,
        *,
        title: Callable[[], str],
        read: Callable[[], Fields | None],
        restore: Callable[[Fields], None],
        record: bytes = b"",
    ) -> None:
        """Keep a form's words from now on, until `done` or until `owner` is gone; a draft of it is put in at once.

        `read` gives what stands in the form, None or only empty words while there is nothing to lose. `record` is what
        to show when going back there.
        """
        slot = self._slot(where, record)
        form = _Form(owner, slot, read, title, record)
        for other in [other for other in self._forms if _key(other) == where]:
            del self._forms[other]
        self._forms[slot] = form
        owner.destroyed.connect(lambda *_nothing: self._gone(form))
        _from, fields = self._picked.pop(where, ("", None))
        if fields is None and slot in self._waiting:
            # The same form again: what was half typed there must not be written over unseen.
            fields = self._waiting.pop(slot).fields
            self.offered.emit()
        if fields is not None:
            self._kept[slot] = dict(fields)
            restore({key: words for key, words in fields.items() if not key.startswith("~")})

    def done(self, where: str) -> None:
        """It was saved for good, or emptied on purpose: nothing is kept any more."""
        for slot in [slot for slot in self._forms if _key(slot) == where] or [where]:
            self._forms.pop(slot, None)
            self._discard(slot)

    # ------------------------------------------------------------ what is offered to its author
    @property
    def offers(self) -> tuple[Offer, ...]:
        """Drafts from before the vault was locked, newest first."""
        return tuple(
            Offer(where, kept.fields.get(_TITLE, ""), kept.saved_ms, kept.old, self._way(where, kept.fields))
            for where, kept in self._waiting.items()
        )

    def pick_up(self, where: str) -> Go | None:
        """Have the draft put into its form when that is next on screen; gives the way there."""
        kept = self._waiting.pop(where, None)
        if kept is None:
            return None
        self._picked[_key(where)] = where, kept.fields
        self.offered.emit()
        return self._way(where, kept.fields)

    def picked(self, where: str) -> bool:
        """Whether a draft was picked up and its form is not on screen yet: where it is on several pages, go there."""
        return where in self._picked

    def throw_away(self, where: str) -> None:
        """Let a draft go for good."""
        self._waiting.pop(where, None)
        self._picked.pop(_key(where), None)
        self._discard(where)
        self.offered.emit()

    # ------------------------------------------------------------ unlock and lock
    def start(self, shelf: DraftShelf) -> None:
        """The vault is open: look for drafts, and keep new ones from now on."""
        self._shelf = shelf
        self._waiting = {kept.place: kept for kept in shelf.list()}
        self._timer.start()
        self.offered.emit()

    def flush(self) -> None:
        """For lock: keep everything now. A disk that takes nothing, or never answers, does not hold the lock up."""
        self._timer.stop()
        self.autosave()
        wait((self._hand.submit(lambda: None),), PATIENCE_S)  # what was begun before it is waited for as well

    def set_aside(self) -> None:
        """All forms go and come again, as when the window turns to another language: what stands in them waits."""
        self.autosave()
        now = round(time() * 1000)
        for where in self._forms:
            if where in self._kept:
                self._waiting[where] = _Aside(where, self._kept[where], now)
        self._forms.clear()
        self.offered.emit()

    def stop(self) -> None:
        """Forget all that was typed; what is kept on the disk stays there."""
        self._timer.stop()
        self._hand.shutdown(wait=True, cancel_futures=True)
        self._shelf = None
        for known in (self._forms, self._kept, self._waiting, self._picked):
            known.clear()

    def autosave(self) -> None:
        """Keep what changed since the last time; the timer does it every few seconds."""
        for where, fields in self._unkept():
            self._hand.submit(self._try_save, where, fields)

    def settle(self) -> None:
        """Wait until all that was begun is on the disk."""
        self._hand.submit(lambda: None).result()

    # ------------------------------------------------------------ inside
    def _slot(self, where: str, record: bytes) -> str:
        """Where a form's words are kept: never over a draft that waits and is about something else."""
        own = f"{where}{_OF}{record.hex()}"
        if where in self._picked:
            return self._picked[where][0]
        if own in self._waiting:
            return own
        waits = self._waiting.get(where)
        about = "" if waits is None else waits.fields.get(_RECORD, "")
        return own if about and record and about != record.hex() else where

    def _unkept(self) -> list[tuple[str, dict[str, str]]]:
        """Forms whose words are not what was last kept; empty ones are let go."""
        found: list[tuple[str, dict[str, str]]] = []
        for where, form in tuple(self._forms.items()):
            try:
                fields = _read(form)
            except Exception as fault:  # in one form, which must not cost the words in another, nor the lock
                if where not in self._broken:
                    self._broken.add(where)
                    self.broke.emit(fault)
                continue
            if not fields:
                if where in self._kept:
                    self._discard(where)
                continue
            if fields != self._kept.get(where):
                self._kept[where] = fields
                found.append((where, fields))
        return found

    def _try_save(self, where: str, fields: dict[str, str]) -> None:
        try:
            self._save(where, fields)
        except UserError:
            self._kept.pop(where, None)
            if not self._refused:
                self._refused = True
                self.failed.emit(DraftNotKept())

    def _save(self, where: str, fields: dict[str, str]) -> None:
        if self._shelf is not None:
            self._shelf.save(where, fields)
            self._refused = False

    def _discard(self, where: str) -> None:
        self._kept.pop(where, None)
        if (shelf := self._shelf) is not None:
            self._hand.submit(_let_go, shelf, where)

    def _gone(self, form: _Form) -> None:
        if self._forms.get(form.where) is form:
            del self._forms[form.where]

    @staticmethod
    def _way(where: str, fields: Fields) -> Go:
        record = bytes.fromhex(fields.get(_RECORD, ""))
        return Go(where.partition("/")[0], record or None)


def _key(slot: str) -> str:
    """A form's own key, from where its words are kept."""
    return slot.partition(_OF)[0]


def _read(form: _Form) -> dict[str, str]:
    fields = dict(form.read() or {})
    if not any(words.strip() for words in fields.values()):
        return {}
    return fields | {_TITLE: form.title(), _RECORD: form.record.hex()}


def _let_go(shelf: DraftShelf, where: str) -> None:
    with suppress(UserError):
        shelf.discard(where)

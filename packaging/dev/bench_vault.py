"""Vaults to measure with, and the rows about writing in one: a save."""

from __future__ import annotations

import hashlib
import hmac
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random

from measure import Goal, Measured, Row, milliseconds, side_by_side
from stage import SetClock

from facilitator import sample, vault
from facilitator.library import Library
from facilitator.model.member import MemberDraft
from facilitator.model.note import NoteDraft
from facilitator.sample.notes import note as sample_note
from facilitator.store.connection import connect
from facilitator.vault.keys import KdfCost
from facilitator.workspace import Workspace

WORDS = "lantern orchard seven quiet bicycles"
CHEAP = KdfCost(64, 1, 1)
"""A derivation that costs next to nothing: what it takes is not what these rows are about."""

CLOCK = SetClock()
"""The stage's own: the sample's evening is tonight, on whatever day is measured."""


Fill = Callable[[Workspace], None]


def no_more(workspace: Workspace) -> None:
    """Leave it as it was made."""


def named(workspace: Workspace) -> None:
    """Let it know nothing but who unlocks it."""
    workspace.facilitators.add("Ruth", workspace.vault.holder)


def made_vault(folder: Path, fill: Fill) -> Path:
    """A vault at a folder, filled and closed."""
    made = vault.create(folder, WORDS, CLOCK, sample=True, kdf=CHEAP)
    fill(Workspace(made, CLOCK, Library()))
    made.close()
    return folder


def seal_of(folder: Path) -> float:
    """How many milliseconds one HMAC-SHA256 over a vault's file takes."""
    data = next(folder.glob("*.db"))
    return milliseconds(lambda: hmac.new(bytes(32), data.read_bytes(), hashlib.sha256).digest())


@contextmanager
def opened_sample() -> Iterator[Workspace]:
    """The sample, opened, in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = made_vault(Path(name) / "sample", sample.furnish)
        workspace = Workspace(vault.unlock(folder, WORDS, CLOCK), CLOCK, Library())
        try:
            yield workspace
        finally:
            workspace.close()


def _save() -> Measured:
    with opened_sample() as workspace, tempfile.TemporaryDirectory() as folder:
        group = workspace.groups.named("Lantern circle")
        members = workspace.members.of(group.id)
        turn = count()
        bare = connect(Path(folder) / "bare.db", bytes(32), create=True)
        bare.execute("CREATE TABLE member (id BLOB PRIMARY KEY, name TEXT)")
        bare.executemany("INSERT INTO member VALUES (?, '')", [(member.id,) for member in members])

        def save() -> float:  # one after the other, as nobody gives one person sixty names
            n = next(turn)
            draft, who = MemberDraft(name=f"Joan {n}"), members[n % len(members)].id
            return milliseconds(lambda: workspace.members.save(group.id, draft, who))

        def statement() -> float:
            n = next(turn)
            values = (f"Joan {n}", members[n % len(members)].id)
            return milliseconds(lambda: bare.execute("UPDATE member SET name = ? WHERE id = ?", values))

        taken = side_by_side(save, statement, 60)
        bare.close()
        return Measured(*taken)


def _note() -> Measured:
    """A note of 120 words as it is kept after the last look at it: what the guard takes was taken there.

    Somebody looks for something between any two, so that the words of none wait any longer for the index.
    """
    with opened_sample() as workspace, tempfile.TemporaryDirectory() as folder:
        group = workspace.groups.named("Lantern circle")
        session = workspace.sessions.held(group.id, 1)[0]
        words = sample_note(Random(1))
        draft = NoteDraft(body=words)
        bare = connect(Path(folder) / "bare.db", bytes(32), create=True)
        bare.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")

        def save() -> float:
            workspace.vault.store.search("lantern")
            workspace.notes.checked(group.id, draft)
            return milliseconds(lambda: workspace.notes.save(session, draft))

        def statement() -> float:
            return milliseconds(lambda: bare.execute("INSERT INTO note (body) VALUES (?)", (words,)))

        save()
        taken = side_by_side(save, statement, 60)
        bare.close()
        return Measured(*taken)


def _looked_for() -> Measured:
    """The key that somebody presses next after a new note was kept, which brings its words into the index."""
    with opened_sample() as workspace:
        group = workspace.groups.named("Lantern circle")
        session = workspace.sessions.held(group.id, 1)[0]
        draft = NoteDraft(body=sample_note(Random(1)))

        def look() -> float:
            return milliseconds(lambda: workspace.vault.store.search("lantern"))

        def first() -> float:
            workspace.notes.save(session, draft)
            return look()

        first()
        return Measured(*side_by_side(first, look, 60))


ROWS = (
    Row("save a member, durable", "one UPDATE with the same settings of the database", Goal(times=2.0), _save),
    Row("save a note of 120 words, durable", "one INSERT with the same settings of the database", Goal(times=2.0),
        _note),
    Row("search at a key, the first since a note was kept", "the same key once more", Goal(at_most=16), _looked_for),
)  # fmt: skip

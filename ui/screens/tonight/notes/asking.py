"""What the notes of an evening ask: the evening, its themes and notes, and what the guard is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from facilitator.guarding import GuardFacts
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.note import Note, Theme
from facilitator.model.session import Session

if TYPE_CHECKING:
    from facilitator.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An evening as it is written about. `today` is the day it is looked at."""

    group: Group
    session: Session
    today: date
    themes: tuple[Theme, ...]
    notes: tuple[Note, ...]
    facts: GuardFacts


@dataclass(frozen=True, slots=True)
class DueNote:
    """A note that somebody has to look at again, and whose it is."""

    note: Note
    group: str


def story(workspace: Workspace, wanted: Session | Id | None) -> Story | None:
    """An evening, or the one that matters now; None where there is none. Raises NotFound."""
    if wanted is None:
        evening = workspace.evenings.tonight()
        if evening is None:
            return None
        wanted = evening.session
    session = workspace.sessions.get(wanted) if isinstance(wanted, bytes) else wanted
    return Story(
        group=workspace.groups.get(session.group_id), session=session, today=workspace.clock.today(),
        themes=workspace.themes.of(session), notes=workspace.notes.of_session(session.id),
        facts=workspace.guarding.facts(session.group_id, workspace.kept_words.all(), session))


def to_write(workspace: Workspace, wanted: Session | Id | None) -> Story | None:
    """The same for somebody who wants to write: the last evening there was, where the one meant is still to come.

    Raises NotFound.
    """
    meant = story(workspace, wanted)
    if meant is None or meant.session.starts <= workspace.clock.now():
        return meant
    held = [one for group in workspace.groups.all() for one in workspace.sessions.held(group.id, 1)]
    return story(workspace, max(held, key=lambda one: one.starts)) if held else meant


def of_note(workspace: Workspace, note: Id) -> Story | None:
    """The evening that a note is about. Raises NotFound."""
    found = workspace.notes.get(note)
    return None if found.session_id is None else story(workspace, found.session_id)


def due(workspace: Workspace) -> tuple[DueNote, ...]:
    """All notes that have to be looked at again."""
    everyone = (*workspace.groups.all(), *workspace.groups.archived())
    groups = {group.id: group.name for group in everyone}
    return tuple(DueNote(note, groups.get(note.group_id, "")) for note in workspace.notes.due())

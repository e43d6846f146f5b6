"""A note: the group's story of an evening without people; its themes, and what was added to it later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.ids import Id
from facilitator.model.sealed import Amendment


class NoteTemplate(StrEnum):
    """How a note begins: as an empty page, or under four headings."""

    PLAIN = ""
    FOUR = "four"

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings it begins with, in the window's language."""
        if self is NoteTemplate.PLAIN:
            return ()
        return (_("What we did"), _("What came up"), _("What helped"), _("Next time"))

    @property
    def text(self) -> str:
        """What stands on the page before anything is typed."""
        return "\n\n".join(self.headings) + ("\n" if self.headings else "")

    def empty(self, text: str) -> bool:
        """Whether nothing stands in a text but the headings."""
        return not any(line.strip() and line.strip() not in self.headings for line in text.splitlines())


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """A note as it is to be kept.

    `kept` are the words that the guard asked about and the writer let stand, once for each time they stand there.
    `review_on` is the day on which somebody asks whether it is still needed; None for the usual one.
    """

    body: str
    template: NoteTemplate = NoteTemplate.PLAIN
    kept: tuple[str, ...] = ()
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note that is kept. Once sealed nothing in it changes any more; words may be added, each with its day."""

    id: Id
    group_id: Id
    session_id: Id | None
    body: str
    template: NoteTemplate
    written_on: date
    held_on: date
    """The day of its evening, or the day it was written where it belongs to none."""
    review_on: date | None = None
    sealed_on: date | None = None
    amendments: tuple[Amendment, ...] = ()

    def due(self, today: date) -> bool:
        """Whether somebody has to say if it is still needed."""
        return self.review_on is not None and self.review_on <= today


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What evenings are about. `group_id` None is shared by all groups; `id` is empty for one only suggested so far.

    `sessions` counts evenings of the group on which it came up, never people; `tonight` says whether it did on this.
    """

    id: Id
    label: str
    group_id: Id | None = None
    sessions: int = 0
    tonight: bool = False


def for_next_time(note: Note) -> str:
    """What a note says for next time: what stands under that heading, else the whole of it; on one line."""
    lines, heading = note.body.splitlines(), NoteTemplate.FOUR.headings[-1]
    if heading in lines:
        after = lines[lines.index(heading) + 1:]
        end = next((n for n, line in enumerate(after) if line in NoteTemplate.FOUR.headings), len(after))
        said = " ".join(" ".join(after[:end]).split())
        if said:
            return said
    return " ".join(" ".join(line for line in lines if line not in NoteTemplate.FOUR.headings).split())

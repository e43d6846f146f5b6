"""What a facilitator writes for themselves alone: a light on the way home, a reflective log, supervision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from facilitator.i18n import _
from facilitator.model.debrief import Answer
from facilitator.model.ids import Id


class SealedKind(StrEnum):
    """What a sealed page is."""

    LIGHT = "light"
    """One's own traffic light: is it safe to go home?"""
    LOG = "log"
    """A reflective log."""
    SUPERVISION = "supervision"
    """Notes of a supervision."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """Words added later, with their day; what stood there before stays as it was."""

    on: date
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedDraft:
    """A page to be sealed. `answers` are by question; `light` is the id of one, where that was asked."""

    kind: SealedKind
    on: date
    answers: tuple[Answer, ...] = ()
    light: str = ""
    session_id: Id | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """All that was typed."""
        return tuple(answer.words for answer in self.answers if answer.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPage(SealedDraft):
    """A page of one's own, opened. `lost` where it was sealed to a key that is gone: then nothing of it can be read."""

    id: Id
    amendments: tuple[Amendment, ...] = ()
    lost: bool = False


def kind_words(kind: SealedKind) -> str:
    """What a page is called."""
    return {
        SealedKind.LIGHT: _("Safe to go home?"),
        SealedKind.LOG: _("Thinking back"),
        SealedKind.SUPERVISION: _("Supervision"),
    }[kind]

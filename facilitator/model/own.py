"""A group's own words: a text in the shape of the shipped ones, that lies in the vault and not in a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from facilitator.model.content import CopingCard, Script
from facilitator.model.ids import Id, hash_id

Written: TypeAlias = CopingCard | Script
"""What a group may write or put in its own words."""

OWN = "own-"
"""How the id of an item begins that a group wrote itself, and that changes no shipped one."""


class OwnKind(StrEnum):
    """What own words are: the folder that a shipped item of the kind lies in, in the singular."""

    CARD = "card"
    SCRIPT = "script"

    @classmethod
    def of(cls, item: Written) -> OwnKind:
        """The kind of an item."""
        return cls.CARD if isinstance(item, CopingCard) else cls.SCRIPT


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """Own words as they are kept: `body` is written like a shipped file.

    `based_on` is the mark of the shipped text that it was made from, empty for an item of the group's own. `row` is
    the id it is kept under, where that is known.
    """

    kind: OwnKind
    item: str
    language: str
    title: str
    body: str
    based_on: str = ""
    row: Id = b""

    @property
    def id(self) -> Id:
        """The row's id: two laptops that change the same item mean the same row."""
        return self.row or hash_id("library", self.kind.value, self.item, self.language)

    @property
    def name(self) -> str:
        """What a refusal calls the text, as it would a file."""
        return f"{self.kind.value}/{self.item}"


def is_new(item: str) -> bool:
    """Whether an id is of an item that the group wrote itself."""
    return item.startswith(OWN)

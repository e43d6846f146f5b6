"""Reads a group's own words with the readers of the shipped ones, each text once; and what has been made of both."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from facilitator.errors import ContentBroken, NotFound
from facilitator.library import cards, scripts
from facilitator.library.outline import Outline, outline, outline_of
from facilitator.library.shelf import FALLBACK
from facilitator.library.shipped import Item, Shipped, find
from facilitator.model.content import (
    AgendaTemplate,
    AgreementOverlay,
    AgreementTemplate,
    CopingCard,
    OwnContent,
    Script,
    ScriptKind,
)
from facilitator.model.own import OwnKind, OwnText, Written, is_new

T = TypeVar("T", CopingCard, Script)
_HELD = 64
"""How many texts stay read: those on a page and in a pack. An item in parts takes many times what its text does."""


class OwnReader:
    """Reads own texts. What was read last is remembered by its words, so that one change costs one reading."""

    def __init__(self, shipped: Shipped) -> None:
        self._shipped = shipped
        self._read: OrderedDict[tuple[str, str], Written | None] = OrderedDict()
        self._sound: dict[tuple[str, str], bool] = {}

    def read(self, text: OwnText, speak: Callable[[str], str] | None = None) -> Written:
        """The item of a text. Raises ContentBroken with the text's own name."""
        shelf = self._shipped.shelf.of_own({text.name: text.body}, speak)
        if text.kind is OwnKind.CARD:
            return cards.read_card(shelf, text.name)
        return scripts.read_script(shelf, text.name)

    def known(self, text: OwnText) -> Written | None:
        """The item of a text; None where a text cannot be read, such as one that a later version has written."""
        key = (text.name, text.body)
        if key in self._read:
            return self._read[key]
        known: Written | None = None
        try:
            found = self.read(text)
            known = found if found.id == text.item else None
        except ContentBroken:
            pass
        self._read[key] = known
        self._sound[key] = known is not None
        while len(self._read) > _HELD:
            self._read.popitem(last=False)
        return known

    def readable(self, text: OwnText) -> bool:
        """Whether a text can be read; remembered of all texts."""
        key = (text.name, text.body)
        return self._sound[key] if key in self._sound else self.known(text) is not None


class Made:
    """Shipped and own items together, at one moment: an own item of a shipped one's id stands in its place."""

    def __init__(self, shipped: Shipped, reader: OwnReader, own: OwnContent, texts: tuple[OwnText, ...]) -> None:
        self._shipped, self._reader, self.own, self.all_texts = shipped, reader, own, texts
        language = shipped.language.replace("-", "_").split("_")[0] or FALLBACK
        self.texts = {(text.kind, text.item): text for text in texts if text.language == language or is_new(text.item)}

    @cached_property
    def agreements(self) -> tuple[AgreementTemplate, ...]:
        """Agreements to start from."""
        return with_own(self._shipped.agreements, self.own.agreements)

    @cached_property
    def overlays(self) -> tuple[AgreementOverlay, ...]:
        """What kinds of group add to the core."""
        return with_own(self._shipped.overlays, self.own.overlays)

    @cached_property
    def agendas(self) -> tuple[AgendaTemplate, ...]:
        """Plans for an evening, with the words to say as they stand now."""
        return with_own(self._shipped.agendas(self.script), self.own.agendas)

    @cached_property
    def scripts(self) -> tuple[Script, ...]:
        """Words to say."""
        return with_own(with_own(self._shipped.scripts, self.own.scripts), self._mine(OwnKind.SCRIPT, Script))

    @cached_property
    def cards(self) -> tuple[CopingCard, ...]:
        """Coping cards."""
        return with_own(with_own(self._shipped.cards, self.own.cards), self._mine(OwnKind.CARD, CopingCard))

    def card(self, id: str) -> CopingCard:
        """One card, without reading all own ones for it. Raises NotFound."""
        text = self.texts.get((OwnKind.CARD, id))
        mine = None if text is None else self._reader.known(text)
        return mine if isinstance(mine, CopingCard) else find(with_own(self._shipped.cards, self.own.cards), id)

    def script(self, id: str) -> Script | None:
        """One script likewise, or None."""
        text = self.texts.get((OwnKind.SCRIPT, id))
        mine = None if text is None else self._reader.known(text)
        if isinstance(mine, Script):
            return mine
        return next((one for one in with_own(self._shipped.scripts, self.own.scripts) if one.id == id), None)

    def scripts_of(self, fits: Callable[[ScriptKind], bool]) -> tuple[Script, ...]:
        """The words to say of some kinds, in the order of all; no others are read for it."""
        found = (self.script(one.id) for one in self.outlines if one.said is not None and fits(one.said))
        return tuple(one for one in found if one is not None)

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """Cards, then words to say, each in a line; own texts that nobody has opened yet are known by their heads."""
        cards_, scripts_ = self._shipped.cards, self._shipped.scripts
        found: list[Outline] = [*map(outline, with_own(cards_, self.own.cards)),
                                *map(outline, with_own(scripts_, self.own.scripts))]
        mine = {}
        for key, text in self.texts.items():
            known = outline_of(text, self._shipped.shelf)
            if known is not None:
                mine[key] = known
        kept = [mine.pop((one.kind, one.id), one) for one in found]
        return tuple(sorted((*kept, *mine.values()), key=lambda one: one.kind))

    def unreadable(self, first: int = 0, count: int | None = None) -> tuple[OwnText, ...]:
        """Own texts that cannot be used as they are; of `count` of them from the `first` on, or of all."""
        looked = tuple(self.texts.values())[first:None if count is None else first + count]
        return tuple(text for text in looked if not self._reader.readable(text))

    def _mine(self, kind: OwnKind, item: type[T]) -> tuple[T, ...]:
        known = (self._reader.known(text) for text in self.texts.values() if text.kind is kind)
        return tuple(one for one in known if isinstance(one, item))


@dataclass(frozen=True, slots=True)
class CardChoices:
    """The cards there are at one moment, to choose from: each is read when it was chosen."""

    made: Made

    @property
    def titles(self) -> Mapping[str, str]:
        """What a list calls them, by id."""
        return {one.id: one.short for one in self.made.outlines if one.kind is OwnKind.CARD}

    def find(self, id: str) -> CopingCard | None:
        """The card that was chosen; None where it is not there any more."""
        try:
            return self.made.card(id)
        except NotFound:
            return None


@dataclass(frozen=True, slots=True)
class ScriptChoices:
    """The words to say there are at one moment, likewise."""

    made: Made

    @property
    def titles(self) -> Mapping[str, str]:
        """What a list calls them, by id."""
        return {one.id: one.short for one in self.made.outlines if one.kind is OwnKind.SCRIPT}

    def find(self, id: str) -> Script | None:
        """The words that were chosen; None where they are not there any more."""
        return self.made.script(id)


def with_own(shipped: tuple[Item, ...], own: tuple[Item, ...]) -> tuple[Item, ...]:
    """Shipped items, an own item of the same id in its place, other own items after them."""
    mine = {item.id: item for item in own}
    kept = tuple(mine.pop(item.id, item) for item in shipped)
    return (*kept, *mine.values())

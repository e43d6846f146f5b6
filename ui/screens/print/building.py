"""The pack being put together: its pieces and their copies as they are chosen now, and the way back from a change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from facilitator.model.paper import Piece, Style

Key = tuple[str, Style, bool, str]
"""A piece's variant: document, style, discreet, library item."""


@dataclass(frozen=True, slots=True)
class Build:
    """Pieces, and whether nothing on the outside of any of them says what the group is."""

    pieces: tuple[Piece, ...] = ()
    discreet: bool = False

    @staticmethod
    def of(pieces: Sequence[Piece]) -> Build:
        """A pack as it is remembered: where all of it was discreet, so is the pack."""
        used = [piece for piece in pieces if piece.copies]
        if not used or not all(piece.discreet for piece in used):
            return Build(tuple(pieces))
        return Build(_merged(pieces), True)

    @property
    def kept(self) -> tuple[Piece, ...]:
        """The pieces as they are remembered."""
        return tuple(replace(piece, discreet=True) for piece in self.pieces) if self.discreet else self.pieces

    @property
    def used(self) -> frozenset[Piece]:
        """What is in it, in no order."""
        return frozenset(piece for piece in self.kept if piece.copies)

    def find(self, key: Key) -> Piece:
        """A piece; one with no copies where there is none of it."""
        return next((piece for piece in self.pieces if piece.variant == key), piece_of(key))

    def shown_as(self, key: Key) -> Key:
        """Which piece of the printed pack it is."""
        document, style, discreet, item = key
        return document, style, discreet or self.discreet, item


class Building:
    """Changes a build, one step of Undo for each thing that was changed. `discreet` holds for the whole pack."""

    def __init__(self) -> None:
        self.now = Build()
        self._before: list[Build] = []
        self._what: object = None

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._before)

    def begin(self, pieces: Sequence[Piece]) -> None:
        """Start from these; there is nothing to take back."""
        self.now, self._what = Build.of(pieces), None
        self._before.clear()

    def undo(self) -> None:
        """Take the last change back."""
        if self._before:
            self.now, self._what = self._before.pop(), None

    # ------------------------------------------------------------ changes
    def take(self, pieces: Sequence[Piece]) -> None:
        """Have other pieces altogether."""
        build = Build.of(pieces)
        if build.used != self.now.used:
            self._to(build, object())

    def count(self, key: Key, copies: int) -> None:
        """So many copies of a piece; counting on in the same one is the same change."""
        alike = self._alike(key)
        if any(piece.variant == key for piece in alike):
            self._swap(key, lambda piece: replace(piece, copies=copies) if piece.variant == key else piece)
        else:
            options = alike[0].options if alike else ()
            self._to(replace(self.now, pieces=(*self.now.pieces, replace(piece_of(key), copies=copies,
                                                                         options=options))), ("count", key))

    def be_discreet(self, on: bool) -> None:
        """Nothing on the outside of the whole pack, or as each piece says."""
        if on != self.now.discreet:
            self._to(Build(_merged(self.now.pieces) if on else self.now.pieces, on), object())

    def choose_item(self, key: Key, item: str) -> bool:
        """Make a piece, in all its variants, of another library item; not where that is in already."""
        document, _style, _discreet, was = key
        if item == was or any(piece.document == document and piece.item == item for piece in self.now.pieces):
            return False
        self._to(replace(self.now, pieces=tuple(
            replace(piece, item=item) if piece in self._alike(key) else piece for piece in self.now.pieces)), object())
        return True

    def add_item(self, document: str, item: str, copies: int) -> Key:
        """Have a document once more, made of another library item."""
        piece = Piece(document, copies, item=item)
        self._to(replace(self.now, pieces=(*self.now.pieces, piece)), object())
        return piece.variant

    def choose_option(self, key: Key, option: str, value: int) -> None:
        """Choose an option of a piece, for all its variants."""
        alike = self._alike(key)
        self._to(replace(self.now, pieces=tuple(
            replace(piece, options=tuple(sorted({**dict(piece.options), option: value}.items())))
            if piece in alike else piece for piece in self.now.pieces)), ("option", key[0], key[3], option))

    # ------------------------------------------------------------ inside
    def _alike(self, key: Key) -> list[Piece]:
        return [piece for piece in self.now.pieces if (piece.document, piece.item) == (key[0], key[3])]

    def _swap(self, key: Key, change: Callable[[Piece], Piece]) -> None:
        self._to(replace(self.now, pieces=tuple(map(change, self.now.pieces))), ("count", key))

    def _to(self, build: Build, what: object) -> None:
        if build == self.now:
            return
        if what != self._what or not self._before:
            self._before.append(self.now)
        elif build == self._before[-1]:  # as it was before: nothing is left to take back
            self._before.pop()
            what = None
        self.now, self._what = build, what


def piece_of(key: Key, copies: int = 0) -> Piece:
    """A piece of that variant."""
    document, style, discreet, item = key
    return Piece(document, copies, style, discreet, item)


def _merged(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with none of them discreet by itself: copies of what is the same then are summed."""
    found: dict[Key, Piece] = {}
    for piece in pieces:
        plain = replace(piece, discreet=False)
        known = found.get(plain.variant)
        found[plain.variant] = plain if known is None else replace(known, copies=known.copies + piece.copies)
    return tuple(found.values())

"""Head and foot of a page: tab, ring, crisis line, source, privacy mark and page number."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from facilitator.documents.declaration import NOTE_DOT, Audience, Sheet
from facilitator.documents.render import marks
from facilitator.documents.render.flow import Flow
from facilitator.documents.render.laid import Words
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import GOLD, GOLD_TINT, INK, MM, TEAL, WHITE, PageSize, Type
from facilitator.model.paper import PersonalData

_UNDER_HEAD = 5 * MM
_OVER_FOOT = 7 * MM
_UNDER_CRISIS = 6.0
"""Air, in points, between a crisis line that goes right across the foot and the privacy mark under it."""
_CLOSER = 0.65
"""What is left of the air under the head and over the foot where room is short."""
_BAR = 3.2 * MM
_NOTE_LEADING = 1.21
"""Of the note beside the tab, as a part of its size."""
_PAGE_GAP = 10.0
_BOXED, _BOXED_NOTE = 1.75, 1.2
_SIT, _SIT_NOTED = 0.58, 0.48
"""Height of a line in a box, and how far over its foot letters stand in it, as parts of the size."""
_DEEPER = 0.36
"""By how much more letters from the right reach up and down together."""
_FOLD_MARK = 5 * MM
_NEARLY = 0.5
"""Length of a fold mark, and how far it stands from the paper's edge."""
_NOTE_LINES, _CRISIS_LINES, _SOURCE_LINES = 3, 3, 7


def capped(words: Words, most: int) -> Words:
    """No more lines than the head and the foot can bear: a name that is longer ends in dots."""
    if len(words.lines) <= most:
        return words
    last = words.lines[most - 1]
    dots = replace(last.runs[-1], text="…", moves=())
    ended = replace(last, runs=(*last.runs, dots), text=last.text + "…", glued=False)
    return replace(words, lines=(*words.lines[:most - 1], ended))


@dataclass(frozen=True, slots=True)
class Furniture:
    """A sheet's head and foot, measured; `flow` sets their words at the normal step of the ladder."""

    sheet: Sheet
    flow: Flow
    size: PageSize
    spare: int
    """What the fit ladder left out: a poster then has its small ring."""
    several: bool
    """Whether page numbers are shown."""
    close: bool = False
    """Whether less air stands under the head and over the foot, and one short line tells where its facts are from."""

    # ---------------------------------------------------------------- measures
    @property
    def _tab_height(self) -> float:
        return self.flow.size(Type.TAB) * (_BOXED + self._deeper)

    @property
    def _deeper(self) -> float:
        return _DEEPER if self.flow.setter.right_to_left else 0.0

    @property
    def _note_leading(self) -> float:
        return self.flow.size(Type.TAB_NOTE) * _NOTE_LEADING

    @property
    def _at_head(self) -> bool:
        """Whether the page number stands in the head."""
        return self.several and self.flow.style.page_at_head

    def _page_width(self) -> float:
        """The room that the page number takes in the head, for the longest one there may be."""
        return self.flow.text_width(self.sheet.page_words.format(page=88, pages=88), Type.PAGE) + _PAGE_GAP \
            if self._at_head else 0.0

    @property
    def ring_size(self) -> float:
        """The ring's side in points."""
        return self.flow.style.poster_ring if self.sheet.poster and not self.spare else self.flow.style.ring

    @property
    def _part(self) -> float:
        return _CLOSER if self.close else 1.0

    def head(self, first: bool) -> float:
        """Height of the head with the air under it, in points."""
        under = _UNDER_HEAD * self._part
        note = len(self._note(first).lines) * self._note_leading + 3
        if not first:
            return max(self._tab_height, note) + under
        if self.sheet.poster and not self.spare:
            return max(self._tab_height, note) + under
        return max(self._tab_height, note, 12.5 * MM if self.sheet.ring else 0.0) + under

    def foot(self) -> float:
        """Height of the foot with the air over it, in points."""
        return self._foot_height() + _OVER_FOOT * self._part

    def room(self, first: bool) -> float:
        """Height left between head and foot, in points."""
        return self.size.height - 2 * self.size.edge - self.head(first) - self.foot()

    def left(self, page: int, mirror: bool) -> float:
        """Where the live width starts on a page counted from 0; even sides mirror when both sides are printed."""
        if mirror and page % 2:
            return self.size.width - self.size.inside - self.size.live
        return self.size.inside

    def _foot_height(self) -> float:
        return self._foot_takes(self._across)

    def _foot_takes(self, across: bool) -> float:
        crisis, source = self._foot_words(across)
        right = 6 + self._privacy_height() + (15 if self._number_below else 0)
        if across:
            return crisis.height + self._under(crisis) + 6 + max(source.height, right - 6)
        return max(crisis.height + source.height + 6, right)

    @property
    def _number_below(self) -> bool:
        """Whether the page number stands under the privacy mark; where nothing is said at its left, it stands there."""
        return self.several and not self._at_head and bool(self.sheet.crisis or self.sheet.source)

    @property
    def _across(self) -> bool:
        """Whether the crisis line goes right across the foot: in some styles, and where that takes less room."""
        return self.flow.style.page_at_head or self._foot_takes(True) < self._foot_takes(False)

    def _under(self, crisis: Words) -> float:
        """The air under a crisis line that goes across; none where it ends before the privacy mark, or room is short.
        """
        over = bool(crisis.lines) and crisis.lines[-1].width > self.size.live - self._privacy_width()
        return _UNDER_CRISIS if over and not self.close else 0.0

    def _privacy_width(self) -> float:
        bar = _BAR if self.sheet.personal is PersonalData.ONCE_FILLED else 0.0
        words = max(self.flow.text_width(self.sheet.privacy, Type.PRIVACY),
                    self.flow.text_width(self.sheet.privacy_note, Type.PRIVACY_NOTE_SOLID))
        return max(42 * MM, words + self.flow.size(Type.PRIVACY) * 1.7 + bar)

    def _privacy_height(self) -> float:
        size = self.flow.size(Type.PRIVACY)
        line = size * (_BOXED + self._deeper)
        return line + (size * (_BOXED_NOTE + self._deeper / 2) if self.sheet.privacy_note else 0)

    def _foot_words(self, across: bool) -> tuple[Words, Words]:
        width = self.size.live - self._privacy_width() - 6 * MM
        wide = self.size.live if across else width
        crisis = self.flow.words(self.sheet.crisis, Type.CRISIS, wide)
        if len(crisis.lines) > 1 and self.sheet.crisis_short:
            crisis = self.flow.words(self.sheet.crisis_short, Type.CRISIS, wide)
        # The emergency number comes first in it, so it is never what is left out.
        crisis = capped(crisis, _CRISIS_LINES)
        source = self.sheet.source_short if self.close and self.sheet.source_short else self.sheet.source
        return crisis, capped(self.flow.words(source, Type.SOURCE, width), _SOURCE_LINES)

    def _tab_width(self) -> float:
        size = self.flow.size(Type.TAB)
        return self.flow.text_width(self.sheet.kind, Type.TAB) + size * 1.5

    def _alone(self, text: str, type_: Type) -> Words:
        """Words in one line, no wider than they are: from the right they would else begin at the far end of it."""
        return self.flow.words(text, type_, self.flow.text_width(text, type_) + _NEARLY)

    def _note(self, first: bool) -> Words:
        words = self.sheet.note if first else self.sheet.running or self.sheet.note
        if first and self.sheet.warning:
            words = self.sheet.warning
        room = self.size.live - self._tab_width() - 8 - (self.ring_size + 10 if first else 0) - self._page_width()
        if first and self.sheet.warning:
            room -= self.flow.size(Type.TAB) * 2.9
        if self.flow.style.page_at_head:
            words = self._shortened(words, room)
        note = self.flow.words(words, Type.TAB_NOTE if not (first and self.sheet.warning) else Type.SMALL_STRONG, room)
        return replace(capped(note, _NOTE_LINES), leading=self._note_leading)

    def _shortened(self, words: str, room: float) -> str:
        """As many parts of the note as stand in one line: what would touch the page number goes, from its end."""
        parts = words.split(NOTE_DOT)
        while parts and self.flow.text_width(NOTE_DOT.join(parts), Type.TAB_NOTE) > room:
            parts.pop()
        return NOTE_DOT.join(parts)

    # ---------------------------------------------------------------- drawing
    def draw(self, pen: Pen, page: int, pages: int, left: float, part: str) -> None:
        """Head or foot of a page, counted from 0: read out once a sheet, decoration on its other pages."""
        if part == "head":
            with self._once(pen, page == 0):
                self._head(pen, page == 0, left)
            if self._at_head:
                self._number(pen, page, pages, left)
        else:
            with self._once(pen, page == pages - 1):
                self._foot(pen, page, pages, left)

    @contextmanager
    def _once(self, pen: Pen, meant: bool) -> Iterator[None]:
        if meant:
            yield
        else:
            with pen.decoration(pagination=True):
                yield

    def _head(self, pen: Pen, first: bool, left: float) -> None:
        top, solid = self.size.height - self.size.edge, self.sheet.audience is Audience.TEAM
        width, height = self._tab_width(), self._tab_height
        if self.sheet.fold:
            with pen.decoration():
                pen.stroke(0.75)
                for x in (_FOLD_MARK, self.size.width - 2 * _FOLD_MARK):
                    pen.line(x, self.size.height / 2, x + _FOLD_MARK, self.size.height / 2)
        if first and self.sheet.ring:
            ring = self.ring_size
            with pen.decoration(), pen.moved(left + self.size.live - ring, top - ring):
                marks.ring(pen, ring)
        with pen.decoration():
            pen.stroke(1.25, TEAL)
            pen.fill(TEAL if solid else WHITE)
            pen.round_box(left + 0.6, top - height, width, height, height * 0.28, fill=True)
        kind = self._alone(self.sheet.kind, Type.TAB_SOLID if solid else Type.TAB)
        size = self.flow.size(Type.TAB)
        inner = left + 0.6 + (width - kind.lines[0].width) / 2 if kind.lines else left
        baseline = top - height + size * (_SIT + self._deeper / 2)
        kind.draw(pen, inner, baseline + size)
        note = self._note(first)
        x = left + width + 8
        if first and self.sheet.warning:
            wide = max(line.width for line in note.lines) + size * 2.9
            high = max(height, len(note.lines) * self._note_leading + 6.5)
            with pen.decoration():
                pen.stroke(1.1, INK, dash=(3, 2))
                pen.fill(GOLD_TINT)
                pen.round_box(x, top - high, wide, high, height * 0.28, fill=True)
                marks.warning(pen, x + size * 1.15, top - high / 2 - 0.4, size * 0.52, GOLD)
            x += size * 2.2
        note.draw(pen, x, baseline + size)

    def _foot(self, pen: Pen, page: int, pages: int, left: float) -> None:
        foot, right = self.size.edge, left + self.size.live
        top = foot + self._foot_height()
        with pen.decoration():
            pen.stroke(1.5, TEAL)
            pen.line(left, top, right, top)
        crisis, source = self._foot_words(self._across)
        crisis.draw(pen, left, top - 5)
        under = self._under(crisis) if self._across else 0.0
        source.draw(pen, left, top - 5 - crisis.height - under)
        self._privacy(pen, right, top - 6 - (crisis.height + under if self._across else 0))
        if self.several and not self._at_head:
            with pen.decoration(pagination=True):
                words = self.sheet.page_words.format(page=page + 1, pages=pages)
                line = self.flow.words(words, Type.PAGE, self.size.live, right=self._number_below)
                line.draw(pen, left, foot + 0.5 + self.flow.size(Type.PAGE) * (1 + self._deeper / 2))

    def _number(self, pen: Pen, page: int, pages: int, left: float) -> None:
        """The page number in the head, on the baseline of the tab."""
        room = self.size.live - (self.ring_size + _PAGE_GAP if page == 0 and self.sheet.ring else 0)
        sit = self.flow.size(Type.TAB) * (_SIT + self._deeper / 2)
        baseline = self.size.height - self.size.edge - self._tab_height + sit
        with pen.decoration(pagination=True):
            words = self.sheet.page_words.format(page=page + 1, pages=pages)
            self.flow.words(words, Type.PAGE, room, right=True).draw(pen, left, baseline + self.flow.size(Type.PAGE))

    def _privacy(self, pen: Pen, right: float, top: float) -> None:
        width, height = self._privacy_width(), self._privacy_height()
        state, size = self.sheet.personal, self.flow.size(Type.PRIVACY)
        solid, radius = state is PersonalData.CONTAINED, 1.6 * MM
        bar = _BAR if state is PersonalData.ONCE_FILLED else 0.0
        with pen.decoration(), pen.moved(right - width, top - height):
            pen.stroke(1.0)
            pen.fill(INK if solid else WHITE)
            pen.round_box(0, 0, width, height, radius, fill=True)
            if bar:
                with pen.kept():
                    pen.clip_round_box(0, 0, width, height, radius)
                    pen.fill(INK)
                    pen.box(0, 0, bar, height, fill=True, stroke=False)
        label = self._alone(self.sheet.privacy, Type.PRIVACY_SOLID if solid else Type.PRIVACY)
        note = self._alone(self.sheet.privacy_note, Type.PRIVACY_NOTE_SOLID if solid else Type.PRIVACY_NOTE)
        middle = right - width / 2 + bar / 2
        deeper = self._deeper / 2
        baseline = top - size * (_BOXED + self._deeper) + size * ((_SIT_NOTED if note.lines else _SIT) + deeper)
        for words, at in ((label, baseline), (note, top - height + size * (0.5 + deeper / 2))):
            if words.lines:
                words.draw(pen, middle - words.lines[0].width / 2, at + words.type.size)

"""Lays one side of a small card: its words hang from the top, its last line stands at the foot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from facilitator.documents import blocks as b
from facilitator.documents.render import marks
from facilitator.documents.render.arranged import Align, Inset, Side, Stack
from facilitator.documents.render.flow import Flow
from facilitator.documents.render.laid import Gap, Laid, Words
from facilitator.documents.render.pen import Pen
from facilitator.documents.render.style import MM, Type
from facilitator.documents.render.tags import NUMBERED, Handle
from facilitator.documents.words import Text

SAFE = 4.6 * MM
"""Nothing that is read stands nearer to a cut; a cut may go wrong by a millimetre or two."""
_RING, _RING_MOST, _RING_UP = 5.4 * MM, 1.8, 0.6 * MM
_PITCH, _PITCH_MOST = 8.9 * MM, 1.35
"""From one line to write on to the next, in the standard style, and how much further apart they may be."""
_LEAST_LINES = 2
_CAPITALS = 0.68


@dataclass(slots=True)
class Face(Laid):
    """One side of a card: `inner` from the top down, `foot` from the bottom up."""

    inner: Laid
    foot: Laid | None
    width: float
    height: float
    lift: float
    """How far the head is moved up: its letters begin that far below its top."""
    ring: float = 0.0
    with_next: bool = False
    ascent: float = 0.0

    @property
    def fits(self) -> bool:
        """Whether all of it stands inside the safe zone."""
        foot = self.foot.height if self.foot is not None else 0.0
        return self.inner.height + foot <= self.height - 2 * SAFE + self.lift + 0.01

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """The ornament, then the words."""
        if self.ring:
            high = top - SAFE - self.ring + _RING_UP
            with pen.decoration(), pen.moved(x + self.width - SAFE - self.ring, high):
                marks.ring(pen, self.ring)
        self.inner.draw(pen, x + SAFE, top - SAFE + self.lift)
        if self.foot is not None:
            self.foot.draw(pen, x + SAFE, top - self.height + SAFE + self.foot.height)


def face(flow: Flow, block: b.Face, width: float, height: float, tight: float = 1.0) -> Face:
    """One side of a card of that size; `tight` is what is left of the leading."""
    wide, scale = width - 2 * SAFE, flow.size(Type.SMALL_CARD_LINE) / 11.5

    def words(text: Text, type_: Type, room: float, role: str | None = "P", right: bool = False) -> Words:
        laid = flow.words(text, type_, room, role, right=right)
        return replace(laid, leading=laid.leading * tight)

    head = Type.SMALL_CARD_CLAUSE if block.clause else Type.SMALL_CARD_TITLE
    ring = _RING * min(scale, _RING_MOST) if block.ring else 0.0
    title = words(block.title, head, wide - (ring + 2 * MM if ring else 0), "H1" if block.first else "H2")
    kids: list[Laid] = [title]
    gaps = [0.0]

    def put(laid: Laid, gap: float) -> None:
        kids.append(laid)
        gaps.append(gap * scale * tight)

    if block.small:
        type_, gap = (Type.REASON, 3.0) if block.clause else (Type.SMALL_CARD_NOTE, 0.5)
        put(words(block.small, type_, wide), gap)
    if block.strong:
        put(words(block.strong, Type.SMALL_CARD_NOTE, wide), 1.0)
    if block.steps:
        axis = flow.size(Type.SMALL_CARD_LINE) * 1.15
        lines = [Side(((0.0, words(str(place), Type.SMALL_CARD_NUMBER, axis, "Lbl")),
                       (axis, words(text, Type.SMALL_CARD_LINE, wide - axis, "LBody"))), wide, handle=Handle("LI"))
                 for place, text in enumerate(block.steps, 1)]
        put(Stack(lines, [0.0] * len(lines), wide, Handle("L", NUMBERED)), 2.5)
    if block.rows:
        put(_rows(flow, block.rows, wide, scale), 3.0)
    foot = words(block.foot, Type.SMALL_CARD_NOTE, wide) if block.foot else None
    lift = flow.size(head) * (1 - _CAPITALS)
    if block.write:
        room = height - 2 * SAFE + lift - Stack(kids, gaps, wide).height - (foot.height if foot else 0.0)
        put(_lines(flow, block.write, wide, scale, room), 0.0)
    return Face(Stack(kids, gaps, wide), foot, width, height, lift, ring)


def _rows(flow: Flow, rows: tuple[b.CardRow, ...], wide: float, scale: float) -> Laid:
    """Whom to call at the left, the number at the right edge, a thin line between two."""
    lines: list[Laid] = []
    for row in rows:
        number = f"{row.number} {row.verify}" if row.verify else row.number
        type_ = Type.SMALL_CARD_DANGER if row.heavy else Type.SMALL_CARD_LINE if row.verify else Type.SMALL_CARD_STRONG
        room = flow.text_width(number, type_) + 0.5
        name = Type.SMALL_CARD_STRONG if row.heavy else Type.SMALL_CARD_LINE
        lines.append(Side(((0.0, flow.words(row.name, name, wide - room - 3 * MM, "Lbl")),
                           (wide - room, flow.words(number, type_, room, "LBody"))), wide, handle=Handle("LI")))
    return Stack(lines, [1.2 * scale] * len(lines), wide, Handle("L"))


def _lines(flow: Flow, labels: tuple[str, ...], wide: float, scale: float, room: float) -> Laid:
    """Lines to write on, a small label at the beginning of each that has one; of plain ones as many as have room."""
    least = _PITCH * min(scale, 1.25)
    if not any(labels):
        labels = labels[:max(_LEAST_LINES, int((room + 0.01) / least))]
    pitch = max(least, min(room / len(labels), least * _PITCH_MOST))
    kids: list[Laid] = []
    for label in labels:
        start = flow.text_width(label, Type.SMALL_CARD_NOTE) + 1.5 * MM if label else 0.0

        def paint(pen: Pen, width: float, height: float, start: float = start) -> None:
            pen.stroke(0.6)
            pen.line(start, 1.0, width, 1.0)

        words = flow.words(label, Type.SMALL_CARD_NOTE, wide) if label else Gap(0.0, wide)
        row = Side(((0.0, words),), wide, Align.FOOT, least=pitch)
        kids.append(Inset(row, 0.0, wide, paint))
    return Stack(kids, [0.0] * len(kids), wide)

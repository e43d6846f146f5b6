"""How the ordered parts of one thing are kept, an agenda's segments or an agreement's clauses: as one JSON value.

Segments carry all the words of an evening, about 3.5 KB; packed they are 1.5 KB, and a row of the ten-year vault no
longer fills a page of its own.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from facilitator.model.agenda import Give, Line, LineKind, Segment, SegmentKind
from facilitator.model.agreement import Clause


def segments_out(segments: Iterable[Segment]) -> bytes:
    """Segments packed; what nobody said is left out."""
    return zlib.compress(segments_text(segments).encode(), 9)


def segments_in(packed: bytes) -> tuple[Segment, ...]:
    """Segments unpacked."""
    return segments_of(json.loads(zlib.decompress(packed))) if packed else ()


def segments_text(segments: Iterable[Segment]) -> str:
    """Segments as text."""
    return _text(segments)


def segments_of(parts: Iterable[dict[str, Any]]) -> tuple[Segment, ...]:
    """Segments from what was read of a text."""
    return tuple(_segment(dict(part)) for part in parts)


def clauses_out(clauses: Iterable[Clause]) -> str:
    """Clauses as text."""
    return _text(clauses)


def clauses_in(text: str) -> tuple[Clause, ...]:
    """Clauses from text."""
    return tuple(Clause(**part) for part in json.loads(text))


def _text(parts: Iterable[Segment | Clause]) -> str:
    return json.dumps([_lean(part) for part in parts], ensure_ascii=False, separators=(",", ":"))


def _lean(part: Segment | Clause | Line) -> dict[str, Any]:
    """A part without the fields that are as they are when nobody says anything."""
    said = {field.name: getattr(part, field.name) for field in fields(part)
            if getattr(part, field.name) != field.default}
    if isinstance(part, Segment) and part.lines:
        said["lines"] = [_lean(line) for line in part.lines]
    return said


def _segment(part: dict[str, Any]) -> Segment:
    lines = tuple(Line(LineKind(line["kind"]), line.get("text", ""), line.get("minute"))
                  for line in part.pop("lines", ()))
    return Segment(**part | {
        "kind": SegmentKind(part["kind"]), "give": Give(part.get("give", Give.FIXED)), "lines": lines,
        "materials": tuple(part.get("materials", ())),
    })

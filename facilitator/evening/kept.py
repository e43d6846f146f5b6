"""How the ordered parts of one thing, an agenda's segments or an agreement's clauses, are kept: as one JSON value."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from facilitator.model.agenda import Give, Line, LineKind, Segment, SegmentKind
from facilitator.model.agreement import Clause


def segments_out(segments: Iterable[Segment]) -> str:
    """Segments as text; what nobody said is left out, to keep rows small."""
    return _text(segments)


def segments_in(text: str) -> tuple[Segment, ...]:
    """Segments from text."""
    return tuple(_segment(dict(part)) for part in json.loads(text))


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

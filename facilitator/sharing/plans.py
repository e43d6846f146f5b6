"""A plan as a text that goes into a content pack: who leads a part stays at home."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import fields, replace

from facilitator.errors import ContentPackBroken
from facilitator.evening import kept
from facilitator.model.agenda import AgendaDraft, Line, Segment

_PLACES = ("{lead}", "{second}")
"""Who leads a part, where a plan leaves it open: the only words for it that are nobody's name."""


def plan_out(plan: AgendaDraft) -> str:
    """The plan as text, without anybody's name in the places for one."""
    segments = _nobody(plan.segments)
    return json.dumps({"name": plan.name, "summary": plan.summary, "template": plan.template,
                       "segments": json.loads(kept.segments_text(segments))}, ensure_ascii=False, indent=1)


def plan_in(body: str) -> AgendaDraft:
    """The plan in a text. Raises ContentPackBroken."""
    try:
        told = json.loads(body)
        segments = _nobody(kept.segments_of(told["segments"]))
        plan = AgendaDraft(name=told["name"], summary=told["summary"], template=told["template"], segments=segments,
                           minutes=sum(segment.minutes for segment in segments))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ContentPackBroken from error
    lines = [line for segment in segments for line in segment.lines]
    parts: tuple[AgendaDraft | Segment | Line, ...] = (plan, *segments, *lines)
    if not segments or not all(map(_sound, parts)):
        raise ContentPackBroken
    return plan


def texts_of(plan: AgendaDraft) -> tuple[str, ...]:
    """Everything that somebody may have typed into a plan."""
    out = [plan.name, plan.summary]
    for segment in plan.segments:
        out += [segment.title, segment.hint, *segment.materials, *(line.text for line in segment.lines)]
    return tuple(out)


def _nobody(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    return tuple(one if one.leader in _PLACES else replace(one, leader="") for one in segments)


_TYPES = {"str": (str,), "int": (int,), "bool": (bool,), "int | None": (int, type(None)),
          "tuple[str, ...]": (tuple,)}


def _sound(part: AgendaDraft | Segment | Line) -> bool:
    """Whether plain fields hold what they should: a made-up file may have words where minutes belong."""
    for field in fields(part):
        value, kinds = getattr(part, field.name), _TYPES.get(str(field.type))
        if kinds is not None and not (isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool))):
            return False
        if kinds == (tuple,) and not all(isinstance(one, str) for one in value):
            return False
    return True

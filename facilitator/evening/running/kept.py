"""How a run is kept: its plan, its log and its outcome as JSON, with what nobody said left out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

from facilitator.model.agenda import Give, SegmentKind
from facilitator.model.running import Event, Mark, Outcome, Part, PartOutcome, RunPlan, Step


def plan_out(plan: RunPlan) -> str:
    """A plan as text."""
    return _text({"due": plan.due, "parts": [_lean(part) for part in plan.parts]})


def plan_in(text: str) -> RunPlan:
    """A plan from text."""
    kept = json.loads(text)
    return RunPlan(due=kept["due"], parts=tuple(
        Part(**part | {"kind": SegmentKind(part["kind"]), "give": Give(part.get("give", Give.FIXED))})
        for part in kept["parts"]))


def log_out(log: Iterable[Event]) -> str:
    """A log as text."""
    return _text([_lean(event) for event in log])


def log_in(text: str) -> tuple[Event, ...]:
    """A log from text."""
    return tuple(Event(**event | {
        "step": Step(event["step"]), "mark": Mark(event["mark"]) if "mark" in event else None,
        "cuts": tuple((part, minutes) for part, minutes in event.get("cuts", ())),
        "tally": tuple(event.get("tally", ())),
    }) for event in json.loads(text))


def outcome_out(outcome: Outcome) -> str:
    """An outcome as text."""
    return _text(_lean(outcome) | ({"parts": [asdict(part) for part in outcome.parts]} if outcome.parts else {}))


def outcome_in(text: str) -> Outcome:
    """An outcome from text."""
    kept = json.loads(text)
    return Outcome(**kept | {
        "parts": tuple(PartOutcome(**part | {"kind": SegmentKind(part["kind"])}) for part in kept.get("parts", ())),
        "opening_fist": tuple(kept.get("opening_fist", ())), "closing_fist": tuple(kept.get("closing_fist", ())),
        "taps": tuple((tap, minute) for tap, minute in kept.get("taps", ())),
    })


def _lean(part: Part | Event | Outcome) -> dict[str, Any]:
    return {field.name: getattr(part, field.name) for field in fields(part)
            if getattr(part, field.name) != field.default}


def _text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))

"""Everything in an item that somebody may have typed, to be looked at for names before it is kept."""

from __future__ import annotations

from facilitator.model.agenda import Line
from facilitator.model.content import CopingCard, Step
from facilitator.model.own import Written


def texts_of(item: Written) -> tuple[str, ...]:
    """Everything that somebody may have typed into an item."""
    if isinstance(item, CopingCard):
        return (item.title, item.short_title, item.when, item.summary, *item.cautions, *map(_step, item.steps),
                item.again, item.if_not, *item.own_lines)
    return (item.title, *map(_said, item.lines))


def _step(step: Step) -> str:
    return f"{step.key}. {step.text}"


def _said(line: Line) -> str:
    return line.text

"""Reads the way to act on a safeguarding concern, and the questions of others that may be asked word for word."""

from __future__ import annotations

from facilitator.i18n import _
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.feedback import Instrument
from facilitator.model.safeguarding import Branch, FlowBranch, FlowStep, SafeguardingFlow


def read_flow(shelf: Shelf, name: str) -> SafeguardingFlow:
    """The whole of it, every case in it."""
    table = shelf.toml(name)
    steps = tuple(map(_step, table.entries("step")))
    branches = tuple(map(_branch, table.entries("branch")))
    if tuple(one.branch for one in branches) != tuple(Branch):
        raise table.broken(_("the cases should be: {known}").format(known=", ".join(one.value for one in Branch)),
                           "branch")
    danger = table.table("danger")
    ask, call = danger.words("ask"), danger.words("call")
    danger.done()
    title, summary, never = table.words("title"), table.words("summary"), table.spoken("never")
    said = (summary, ask, call, *never, *(line for step in steps for line in (step.text, *step.say)),
            *(line for one in branches for line in (one.short, *one.lines)))
    out = SafeguardingFlow(title=title, summary=summary, danger=ask, call=call, steps=steps, branches=branches,
                           never=never, origin=shelf.origin(table, *said))
    table.done()
    return out


def _step(entry: Table) -> FlowStep:
    out = FlowStep(id=entry.text("id"), key=entry.words("key"), text=entry.words("text"), say=entry.spoken("say", ()))
    entry.done()
    return out


def _branch(entry: Table) -> FlowBranch:
    out = FlowBranch(branch=entry.choice("id", Branch), title=entry.words("title"), short=entry.words("short"),
                     lines=entry.spoken("lines"))
    entry.done()
    return out


def read_instruments(shelf: Shelf, name: str) -> tuple[Instrument, ...]:
    """The questions, in the order of the file; their words are somebody else's and are never respelled."""
    table = shelf.toml(name)
    entries = table.entries("instrument")
    asked = [entry.text("ask") for entry in entries]
    origin = shelf.origin(table, *asked)
    table.done()
    out = []
    for entry, ask in zip(entries, asked, strict=True):
        answers = []
        for answer in entry.entries("answer"):
            answers.append((answer.text("id"), answer.text("words")))
            answer.done()
        out.append(Instrument(
            id=entry.text("id"), title=entry.words("title"), ask=ask, answers=tuple(answers),
            citation=entry.text("citation"), licence=entry.text("licence"), alone=entry.words("alone", ""),
            origin=origin))
        entry.done()
    return tuple(out)

"""Reads a text below ## headings with ids: each there once, in its order, and holding what belongs there."""

from __future__ import annotations

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import Part, PartKind
from facilitator.model.content import Step

Sections = dict[str, tuple[Part, ...]]


def sections(name: str, body: tuple[Part, ...], wanted: tuple[str, ...]) -> Sections:
    """What stands below each ## heading; all must be there, in this order, and hold something."""
    out: dict[str, list[Part]] = {}
    order: list[str] = []
    line = 1
    for part in body:
        line = part.line
        if part.kind is PartKind.HEADING:
            if part.id not in wanted or part.id in out:
                raise ContentBroken(name, line, _("a heading here should carry one of: {known}, each once")
                                    .format(known=", ".join(f"{{#{id}}}" for id in wanted)))
            if order and wanted.index(part.id) < wanted.index(order[-1]):
                raise ContentBroken(name, line, _("{first} should stand before {second}")
                                    .format(first=f"{{#{part.id}}}", second=f"{{#{order[-1]}}}"))
            order.append(part.id)
            out[part.id] = []
        elif not order:
            raise ContentBroken(name, line, _("words should stand below a heading"))
        else:
            out[order[-1]].append(part)
    for id in wanted:
        if not out.get(id):
            raise ContentBroken(name, line, _("the part {id} is missing or empty").format(id=f"{{#{id}}}"))
    return {id: tuple(found) for id, found in out.items()}


def texts(name: str, found: tuple[Part, ...], kind: PartKind) -> tuple[str, ...]:
    """The words of parts that are all of one kind, without a bold start."""
    for part in found:
        if part.kind is not kind or part.lead:
            raise ContentBroken(name, part.line, _needed(kind))
    return tuple(part.text for part in found)


def steps(name: str, found: tuple[Part, ...]) -> tuple[Step, ...]:
    """Numbered steps, each with its key word."""
    for place, part in enumerate(found, 1):
        if part.kind is not PartKind.NUMBER or not part.lead.endswith(".") or part.number != place:
            raise ContentBroken(name, part.line,
                                _("steps are numbered 1, 2, 3 and begin with a bold word, like **Feet.**"))
    return tuple(Step(key=part.lead.rstrip("."), text=part.text) for part in found)


def _needed(kind: PartKind) -> str:
    if kind is PartKind.POINT:
        return _("a plain list is needed here")
    return _("words to say are needed here, behind > bars") if kind is PartKind.SAY else \
        _("plain paragraphs are needed here")

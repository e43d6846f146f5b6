"""Reads coping cards: cautions come before steps, or the card is refused."""

from __future__ import annotations

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import Part, PartKind
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.content import CopingCard, EmergencyCard, Moment, Step
from facilitator.model.group import Application

_MOST = 99
"""Cards: their numbers have two figures."""

Sections = dict[str, tuple[Part, ...]]


def read_card(shelf: Shelf, name: str) -> CopingCard:
    """One coping card, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    found = _sections(name, body, ("cautions", "steps", "after", "own"))
    after = _texts(name, found["after"], PartKind.WORDS)
    if len(after) != 2:
        raise ContentBroken(name, found["after"][0].line,
                            _("two paragraphs are needed here: doing it again, and what if it does not help"))
    cautions, steps = _texts(name, found["cautions"], PartKind.POINT), _steps(name, found["steps"])
    own = _texts(name, found["own"], PartKind.POINT)
    when, summary = head.words("when"), head.words("summary")
    said = (when, summary, *cautions, *(f"{step.key}. {step.text}" for step in steps), *after)
    out = CopingCard(id=head.text("id"), title=head.words("title"), short_title=head.words("short_title"), when=when,
                     summary=summary, cautions=cautions, steps=steps, again=after[0], if_not=after[1], own_lines=own,
                     figure=head.text("figure", ""), alt=head.words("alt", ""), number=_number(shelf, head),
                     moments=head.choices("moments", Moment), applications=_applications(head),
                     origin=shelf.origin(head, *said))
    if out.figure and not out.alt:
        raise head.broken(_("a figure needs “alt”: words for people who cannot see it"), "figure")
    head.done()
    return out


def _number(shelf: Shelf, head: Table) -> int:
    """Its place among the shipped cards; a group's own has none."""
    return head.number("number", 1, _MOST) if shelf.own is None else head.number("number", 0, _MOST, 0)


def _applications(head: Table) -> tuple[Application, ...]:
    """The kinds of group a card is for: all, where none are named."""
    return head.choices("applications", Application) if head.has("applications") else ()


def read_emergency(shelf: Shelf, name: str) -> EmergencyCard:
    """The emergency card, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    found = _sections(name, body, ("steps", "never"))
    steps, never = _steps(name, found["steps"]), _texts(name, found["never"], PartKind.POINT)
    out = EmergencyCard(title=head.words("title"), steps=steps, never=never,
                        origin=shelf.origin(head, *(f"{step.key}. {step.text}" for step in steps)))
    head.done()
    return out


def _sections(name: str, body: tuple[Part, ...], wanted: tuple[str, ...]) -> Sections:
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


def _texts(name: str, found: tuple[Part, ...], kind: PartKind) -> tuple[str, ...]:
    for part in found:
        if part.kind is not kind or part.lead:
            raise ContentBroken(name, part.line, _("a plain list is needed here") if kind is PartKind.POINT
                                else _("plain paragraphs are needed here"))
    return tuple(part.text for part in found)


def _steps(name: str, found: tuple[Part, ...]) -> tuple[Step, ...]:
    for place, part in enumerate(found, 1):
        if part.kind is not PartKind.NUMBER or not part.lead.endswith(".") or part.number != place:
            raise ContentBroken(name, part.line,
                                _("steps are numbered 1, 2, 3 and begin with a bold word, like **Feet.**"))
    return tuple(Step(key=part.lead.rstrip("."), text=part.text) for part in found)

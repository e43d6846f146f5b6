"""Reads coping cards: cautions come before steps, or the card is refused."""

from __future__ import annotations

from dataclasses import replace

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import PartKind
from facilitator.library.sections import sections, steps, texts
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.content import CopingCard, EmergencyCard, Moment, Step
from facilitator.model.group import Application

_MOST = 99
"""Cards: their numbers have two figures."""


def read_card(shelf: Shelf, name: str) -> CopingCard:
    """One coping card, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    found = sections(name, body, ("cautions", "steps", "after", "own"))
    after = texts(name, found["after"], PartKind.WORDS)
    if len(after) != 2:
        raise ContentBroken(name, found["after"][0].line,
                            _("two paragraphs are needed here: doing it again, and what if it does not help"))
    cautions, done = texts(name, found["cautions"], PartKind.POINT), _shortened(head, steps(name, found["steps"]))
    own = texts(name, found["own"], PartKind.POINT)
    when, summary = head.words("when"), head.words("summary")
    said = (when, summary, *cautions, *(f"{step.key}. {step.text}" for step in done), *after)
    out = CopingCard(id=head.text("id"), title=head.words("title"), short_title=head.words("short_title"), when=when,
                     summary=summary, cautions=cautions, steps=done, again=after[0], if_not=after[1], own_lines=own,
                     short_caution=head.words("short_caution", ""), figure=head.text("figure", ""),
                     alt=head.words("alt", ""), number=_number(shelf, head), moments=head.choices("moments", Moment),
                     applications=_applications(head), origin=shelf.origin(head, *said))
    if out.figure and not out.alt:
        raise head.broken(_("a figure needs “alt”: words for people who cannot see it"), "figure")
    head.done()
    return out


def _shortened(head: Table, done: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps with their lines for a small card; none where a card has no such lines."""
    short = head.spoken("short_steps", ())
    if short and len(short) != len(done):
        raise head.broken(_("“short_steps” needs a line for every step"), "short_steps")
    return tuple(replace(step, short=line) for step, line in zip(done, short, strict=True)) if short else done


def _number(shelf: Shelf, head: Table) -> int:
    """Its place among the shipped cards; a group's own has none."""
    return head.number("number", 1, _MOST) if shelf.own is None else head.number("number", 0, _MOST, 0)


def _applications(head: Table) -> tuple[Application, ...]:
    """The kinds of group a card is for: all, where none are named."""
    return head.choices("applications", Application) if head.has("applications") else ()


def read_emergency(shelf: Shelf, name: str) -> EmergencyCard:
    """The emergency card, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    found = sections(name, body, ("steps", "never"))
    done, never = steps(name, found["steps"]), texts(name, found["never"], PartKind.POINT)
    out = EmergencyCard(title=head.words("title"), steps=done, never=never,
                        origin=shelf.origin(head, *(f"{step.key}. {step.text}" for step in done)))
    head.done()
    return out

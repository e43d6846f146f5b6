"""Reads agreements and their overlays: quarters as ## headings, clauses as ###, then why and what if it is broken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import Part, PartKind
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.agreement import Clause
from facilitator.model.content import AgreementOverlay, AgreementTemplate
from facilitator.model.group import Application

_QUARTER, _CLAUSE = 2, 3
KEPT = frozenset({"stays", "limits", "pass", "respect"})
"""Core clauses that hold in every group, in the core's own words: nothing may stand in for them."""


def read_agreement(shelf: Shelf, name: str) -> AgreementTemplate:
    """One agreement template, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    id = head.text("id")
    clauses = _clauses(name, id, body)
    if not clauses:
        raise head.broken(_("there are no clauses here"))
    out = AgreementTemplate(id=id, title=head.words("title"), clauses=clauses,
                            origin=shelf.origin(head, *_said(clauses)))
    head.done()
    return out


def read_overlay(shelf: Shelf, name: str, core: AgreementTemplate,
                 quarters: Mapping[str, str] | None = None) -> AgreementOverlay:
    """What a kind of group adds to the core, by its file's path below the resources.

    `quarters` says what the core calls its quarters, by their names in an overlay that is not translated.
    """
    head, body = shelf.markdown(name)
    id = head.text("id")
    clauses = tuple(replace(clause, theme=(quarters or {}).get(clause.theme, clause.theme))
                    for clause in _clauses(name, id, body))
    if not clauses:
        raise head.broken(_("there are no clauses here"))
    out = AgreementOverlay(id=id, title=head.words("title"), summary=head.words("summary"),
                           applications=head.choices("applications", Application),
                           offered=head.flag("offered", False), clauses=clauses,
                           stands_for=_stands_for(head, id, clauses, core),
                           origin=shelf.origin(head, *_said(clauses)))
    head.done()
    return out


def weave(core: tuple[Clause, ...], overlays: Iterable[AgreementOverlay]) -> tuple[Clause, ...]:
    """The core with overlays in it: a clause takes the core's place it stands for, others end their quarter.

    A place that is taken already is not taken twice: the later clause comes beside the earlier one.
    """
    out = list(core)
    for overlay in overlays:
        stands_for = dict(overlay.stands_for)
        for clause in overlay.clauses:
            place = next((n for n, kept in enumerate(out) if kept.source == stands_for.get(clause.source)), None)
            if place is not None:
                out[place] = clause
            else:
                last = max((n for n, kept in enumerate(out) if kept.theme == clause.theme), default=len(out) - 1)
                out.insert(last + 1, clause)
    return tuple(out)


def _stands_for(head: Table, id: str, clauses: tuple[Clause, ...],
                core: AgreementTemplate) -> tuple[tuple[str, str], ...]:
    """The pairs in the head's [stands_for]: a clause's {#name} here, and the core clause's."""
    if not head.has("stands_for"):
        return ()
    table = head.table("stands_for")
    out: list[tuple[str, str]] = []
    here, there = ({clause.source: clause for clause in found} for found in (clauses, core.clauses))
    for name in table.names():
        other = table.text(name)
        pair = (f"{id}.{name}", f"{core.id}.{other}")
        if pair[0] not in here or pair[1] not in there:
            raise table.broken(_("there is no clause called “{id}”")
                               .format(id=name if pair[0] not in here else other), name)
        if other in KEPT:
            raise table.broken(_("nothing can stand for “{id}”: it holds in every group").format(id=other), name)
        if pair[1] in (core_id for _clause, core_id in out):
            raise table.broken(_("two clauses stand for “{id}”").format(id=other), name)
        if here[pair[0]].theme != there[pair[1]].theme:
            raise table.broken(_("“{id}” belongs to another quarter").format(id=other), name)
        out.append(pair)
    table.done()
    return tuple(out)


def _said(clauses: tuple[Clause, ...]) -> list[str]:
    return [words for clause in clauses for words in (clause.text + ".", clause.why, clause.if_broken)]


def _clauses(name: str, id: str, body: tuple[Part, ...]) -> tuple[Clause, ...]:
    out: list[Clause] = []
    seen: set[str] = set()
    theme = ""
    heading: Part | None = None
    said: list[Part] = []
    for part in (*body, None):
        if part is not None and part.kind is PartKind.WORDS and heading is not None:
            said.append(part)
            continue
        if heading is not None:
            if heading.id in seen:
                raise ContentBroken(name, heading.line, _("two clauses are called “{id}”").format(id=heading.id))
            seen.add(heading.id)
            out.append(_clause(name, id, theme, heading, said))
            heading, said = None, []
        if part is None:
            break
        if part.kind is PartKind.HEADING and part.level == _QUARTER:
            theme = part.text
        elif part.kind is PartKind.HEADING and part.level == _CLAUSE and theme:
            heading = part
        else:
            raise ContentBroken(name, part.line, _("a clause is a ### heading below a ## heading"))
    return tuple(out)


def _clause(name: str, id: str, theme: str, heading: Part, said: list[Part]) -> Clause:
    if not heading.id:
        raise ContentBroken(name, heading.line, _("this heading needs a {#name} at its end"))
    if len(said) != 2:
        raise ContentBroken(name, heading.line, _("a clause needs two paragraphs: why, and what if it is broken"))
    return Clause(text=heading.text, why=said[0].text, if_broken=said[1].text, theme=theme,
                  source=f"{id}.{heading.id}")

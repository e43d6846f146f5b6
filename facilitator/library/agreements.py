"""Reads agreement templates: quarters as ## headings, clauses as ### headings, then why and what if it is broken."""

from __future__ import annotations

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import Part, PartKind
from facilitator.library.shelf import Shelf
from facilitator.model.agreement import Clause
from facilitator.model.content import AgreementTemplate

_QUARTER, _CLAUSE = 2, 3


def read_agreement(shelf: Shelf, name: str) -> AgreementTemplate:
    """One agreement template, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    id = head.text("id")
    clauses = _clauses(name, id, body)
    if not clauses:
        raise head.broken(_("there are no clauses here"))
    said = [words for clause in clauses for words in (clause.text + ".", clause.why, clause.if_broken)]
    out = AgreementTemplate(id=id, title=head.words("title"), clauses=clauses, origin=shelf.origin(head, *said))
    head.done()
    return out


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

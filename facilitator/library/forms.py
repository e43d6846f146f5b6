"""Reads the words of forms around an evening, of role cards, and of the lines for a facilitator's own sake."""

from __future__ import annotations

from facilitator.i18n import _
from facilitator.library.markdown import PartKind
from facilitator.library.sections import sections, texts
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.form import Form, FormPart, Light, Question, RoleCard, WellbeingLine
from facilitator.model.rota import Role

_MOST_LINES = 12


def read_form(shelf: Shelf, name: str) -> Form:
    """One form, by its file's path below the resources."""
    table = shelf.toml(name)
    asked: set[str] = set()  # an answer has to tell which question it belongs to
    parts = tuple(_part(entry, asked) for entry in table.entries("part"))
    lights = tuple(map(_light, table.entries("light"))) if table.has("light") else ()
    ask = table.words("ask") if lights else ""
    summary, cautions = table.words("summary"), table.spoken("cautions")
    said = (summary, *cautions, *(line for part in parts for line in part.says), ask,
            *(line for part in parts for question in part.questions for line in (question.ask, question.hint) if line),
            *(line for light in lights for line in (light.words, light.next, light.often) if line))
    out = Form(id=table.text("id"), title=table.words("title"), summary=summary, cautions=cautions, parts=parts,
               ask=ask, lights=lights, origin=shelf.origin(table, *filter(None, said)))
    table.done()
    return out


def _part(entry: Table, asked: set[str]) -> FormPart:
    questions = tuple(map(_question, entry.entries("question", asked))) if entry.has("question") else ()
    out = FormPart(id=entry.text("id"), title=entry.words("title"), says=entry.spoken("says", ()), questions=questions)
    if not out.says and not out.questions:
        raise entry.broken(_("there are no words here"))
    entry.done()
    return out


def _question(entry: Table) -> Question:
    out = Question(id=entry.text("id"), ask=entry.words("ask"), hint=entry.words("hint", ""),
                   lines=entry.number("lines", 0, _MOST_LINES, 2))
    entry.done()
    return out


def _light(entry: Table) -> Light:
    out = Light(id=entry.text("id"), name=entry.words("name"), words=entry.words("words"), next=entry.words("next"),
                often=entry.words("often", ""))
    entry.done()
    return out


def read_role(shelf: Shelf, name: str) -> RoleCard:
    """One role card, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    found = sections(name, body, ("dont", "do", "say"))
    dont, do = texts(name, found["dont"], PartKind.POINT), texts(name, found["do"], PartKind.POINT)
    say, summary = texts(name, found["say"], PartKind.SAY), head.words("summary")
    out = RoleCard(role=head.choice("role", Role), title=head.words("title"), summary=summary, dont=dont, do=do,
                   say=say, origin=shelf.origin(head, summary, *dont, *do, *say))
    head.done()
    return out


def read_wellbeing(shelf: Shelf, name: str) -> tuple[WellbeingLine, ...]:
    """The lines for a facilitator's own sake, in the order of the file."""
    table = shelf.toml(name)
    entries = table.entries("line")
    origin = shelf.origin(table, *(entry.text("text") for entry in entries))
    table.done()
    out = []
    for entry in entries:
        out.append(WellbeingLine(id=entry.text("id"), text=entry.words("text"), origin=origin))
        entry.done()
    return tuple(out)

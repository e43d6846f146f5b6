"""Reads plain explanations: consent wordings, record levels, kinds of group and moments."""

from __future__ import annotations

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.markdown import PartKind
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.content import ApplicationExplained, ConsentWording, LevelExplained, Moment, MomentExplained
from facilitator.model.group import Application, RecordLevel
from facilitator.model.member import ConsentPurpose


def read_consent(shelf: Shelf, name: str) -> ConsentWording:
    """One consent wording, by its file's path below the resources."""
    head, body = shelf.markdown(name)
    for part in body:
        if part.kind is not PartKind.POINT or part.lead:
            raise ContentBroken(name, part.line, _("a plain list is needed here"))
    lines = tuple(part.text for part in body)
    if not lines:
        raise head.broken(_("there are no words here"))
    ask, withdraw = head.words("ask"), head.words("withdraw")
    out = ConsentWording(purpose=head.choice("purpose", ConsentPurpose), version=head.text("version"),
                         title=head.words("title"), lines=lines, ask=ask, withdraw=withdraw,
                         origin=shelf.origin(head, *lines, ask, withdraw))
    head.done()
    return out


def read_levels(shelf: Shelf, name: str) -> tuple[LevelExplained, ...]:
    """The record levels in plain consequences, lowest first."""
    table = shelf.toml(name).table("level")
    out = tuple(_level(table.table(str(level.value)), level) for level in RecordLevel)
    table.done()
    return out


def read_applications(shelf: Shelf, name: str) -> tuple[ApplicationExplained, ...]:
    """The nine kinds of group, in the model's order."""
    table = shelf.toml(name).table("application")
    out = []
    for application in Application:
        entry = table.table(application.value)
        out.append(ApplicationExplained(application=application, name=entry.words("name"), line=entry.words("line")))
        entry.done()
    table.done()
    return tuple(out)


def read_moments(shelf: Shelf, name: str) -> tuple[MomentExplained, ...]:
    """The moments that cards are looked up by, in the model's order."""
    table = shelf.toml(name).table("moment")
    out = []
    for moment in Moment:
        entry = table.table(moment.value)
        out.append(MomentExplained(moment=moment, name=entry.words("name"), line=entry.words("line")))
        entry.done()
    table.done()
    return tuple(out)


def _level(entry: Table, level: RecordLevel) -> LevelExplained:
    out = LevelExplained(level=level, name=entry.words("name"), short=entry.words("short"), kept=entry.spoken("kept"),
                         meaning=entry.spoken("meaning"), suits=entry.words("suits"))
    entry.done()
    return out

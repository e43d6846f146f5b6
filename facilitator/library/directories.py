"""Reads a country's numbers to call or text."""

from __future__ import annotations

from facilitator.i18n import _
from facilitator.library.shelf import Shelf
from facilitator.library.table import Table
from facilitator.model.content import Directory, Helpline
from facilitator.model.numbers import Channel

_SECTIONS = ("any", "one")
_CHANNELS = tuple(channel.value for channel in Channel)
_EMERGENCY = "emergency"


def read_directory(shelf: Shelf, name: str) -> Directory:
    """One country's directory, by its file's path below the resources."""
    head = shelf.toml(name)
    known = head.tables("emergency") if head.has("emergency") else ()  # for other countries we know none
    out = Directory(country=head.text("country"), name=head.text("name"),
                    emergency=tuple(map(_emergency, known)),
                    lines=tuple(_line(entry) for entry in head.tables("line")))
    head.done()
    seen: set[str] = set()
    for place, line in enumerate(out.lines):
        if line.id in seen:
            raise head.broken(_("two lines are called “{id}”").format(id=line.id), "line", place, "id")
        seen.add(line.id)
    return out


def _emergency(entry: Table) -> Helpline:
    """An emergency number: it is law, not a listing, and so never carries a check that could run out."""
    out = Helpline(id=entry.text("id"), name=entry.words("name"), what=entry.words("what"),
                   number=entry.text("number"), section=_EMERGENCY, note=entry.words("note", ""))
    entry.done()
    return out


def _line(entry: Table) -> Helpline:
    section, channel = entry.text("section"), entry.text("channel")
    if section not in _SECTIONS:
        raise entry.broken(_("“{value}” is not one of: {known}").format(value=section, known=", ".join(_SECTIONS)),
                           "section")
    if channel not in _CHANNELS:
        raise entry.broken(_("“{value}” is not one of: {known}").format(value=channel, known=", ".join(_CHANNELS)),
                           "channel")
    out = Helpline(id=entry.text("id"), name=entry.text("name"), what=entry.words("what"), number=entry.text("number"),
                   channel=channel, keyword=entry.text("keyword", ""), section=section, region=entry.text("region", ""),
                   topics=entry.texts("topics"), audience=entry.words("audience", ""), hours=entry.words("hours", ""),
                   cost=entry.words("cost", ""), languages=entry.text("languages", ""),
                   access=entry.words("access", ""), url=entry.text("url", ""),
                   verified_on=entry.day_or_none("verified_on"), verified_by=entry.text("verified_by", ""),
                   how=entry.text("how", ""), review_by=entry.day_or_none("review_by"),
                   confidence=entry.text("confidence", ""), note=entry.words("note", ""))
    if out.verified_on is not None and (out.review_by is None or not out.verified_by):
        raise entry.broken(_("a checked line needs “verified_by” and “review_by”"), "verified_on")
    entry.done()
    return out

"""The command that searches everywhere."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from facilitator.cli.opening import opened
from facilitator.cli.saying import complain, say
from facilitator.finding import KINDS, Shelf, helplines, kind_words, shipped, team
from facilitator.i18n import _
from facilitator.model.search import grouped

if TYPE_CHECKING:
    from facilitator.model.content import Helpline
    from facilitator.workspace import Workspace

EACH = 20
"""How many of a kind are listed."""
NEAR = 6
"""How many are listed where nothing fits all of the words."""


def search(options: argparse.Namespace) -> None:
    """List what fits the words, kind by kind, the best first; what ships with the app too."""
    text = " ".join(options.words)
    with opened(options) as workspace:
        hits = workspace.search(text, limit=EACH * len(KINDS), each=EACH)
        ours = Shelf((*team(workspace.facilitators.all(), workspace.groups.all()),
                      *shipped(workspace.library, _helplines(workspace))))
    found = grouped((*hits, *ours.find(text, EACH)), KINDS)
    if not found and (found := grouped(ours.near(text, NEAR), KINDS)):
        complain(_("Nothing has all of these words. These come near."))
    for kind, of_kind in found:
        say(kind_words(kind), *("  " + ", ".join(filter(None, (hit.title, _one_line(hit.detail)))) for hit in of_kind))
    if not found:
        complain(_("Nothing found for “{words}”. Try fewer letters.").format(words=text))


def _helplines(workspace: Workspace) -> tuple[Helpline, ...]:
    return helplines(workspace.library, workspace.organisations.get().country, workspace.numbers.kept())


def _one_line(text: str) -> str:
    return " ".join(text.split())

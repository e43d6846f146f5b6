"""The command that searches everywhere."""

from __future__ import annotations

import argparse

from facilitator.cli.opening import opened
from facilitator.cli.saying import complain, say
from facilitator.finding import KINDS, among, kind_words, shipped, titles
from facilitator.i18n import _
from facilitator.model.search import grouped

EACH = 20
"""How many of a kind are listed."""


def search(options: argparse.Namespace) -> None:
    """List what fits the words, kind by kind, the best first; what ships with the app too."""
    text = " ".join(options.words)
    with opened(options) as workspace:
        hits = workspace.search(text, limit=EACH * len(KINDS), each=EACH)
        ours = shipped(workspace.library)
    found = grouped((*hits, *among(ours, titles(ours), text, EACH)), KINDS)
    for kind, of_kind in found:
        say(kind_words(kind), *("  " + ", ".join(filter(None, (hit.title, _one_line(hit.detail)))) for hit in of_kind))
    if not found:
        complain(_("Nothing found for “{words}”. Try fewer letters.").format(words=text))


def _one_line(text: str) -> str:
    return " ".join(text.split())

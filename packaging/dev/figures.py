"""`dev.py figures`: what printed paper is held to, each figure beside its goal. Run inside .venv; words pick rows."""

from __future__ import annotations

import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

import bench_paper
from figures_adding import adding
from measure import milliseconds
from place import ROOT

from facilitator.documents import DOCUMENTS, Pack, make_pack, shrink
from facilitator.model.paper import Piece, Style
from facilitator.packs import build
from tests.core import paper_proof, paper_samples
from tests.core.paper_reader import spoken
from ui.preview import Wanted, draw

SIDES, LONG = 60, 240
WIDE = 900
"""Pixels across the preview."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: `take` gives what was found, in words, and whether that is good enough."""

    name: str
    goal: str
    take: Callable[[], tuple[str, bool]]


def warm() -> tuple[str, bool]:
    """The whole pack again and again in one process."""
    plan, _copies = bench_paper.filled()
    build(plan)
    found = median(milliseconds(lambda: shrink(build(plan)[1])) for _ in range(7)) / 1000
    return f"{found:.2f} s", found <= 0.30


def cold() -> tuple[str, bool]:
    """The same as the first thing a process prints."""
    found = median(_child("cold") for _ in range(5)) / 1000
    return f"{found:.2f} s", found <= 0.6


def preview() -> tuple[str, bool]:
    """The slowest of all sheets of one to four sides, from a choice of another style to its picture."""
    worst, which = 0.0, ""
    for document in DOCUMENTS:
        if document.by_hand_only or document.id == "cover-slip":
            continue
        before = make_pack((Piece(document.id, 1),), paper_samples.context())
        if before.sides > 4:
            continue
        taken = median([_shown(document.id, before) for _ in range(4)][1:])
        if taken > worst:
            worst, which = taken, document.id
    return f"{worst:.0f} ms ({which})", worst <= 60


def _shown(document: str, before: Pack) -> float:
    """How long it takes to lay a sheet out in large print, make its pages and draw the first, in milliseconds."""
    def show() -> None:
        pack = make_pack((Piece(document, 1, Style.LARGE),), paper_samples.context(), before)
        draw(pack.print().pdf, (Wanted(0, WIDE),))

    return milliseconds(show)


def memory() -> tuple[str, bool]:
    """The most that a process holds that makes the pack and nothing else, with Python and all it needs."""
    found = _child("memory") / 1e6
    return f"{found:.0f} MB", found <= 60


def size() -> tuple[str, bool]:
    """The file of the pack."""
    plan, _copies = bench_paper.filled()
    found = len(shrink(build(plan)[1])) / 1000
    return f"{found:.0f} KB", found <= 200


@cache
def proof() -> tuple[int, tuple[str, ...]]:
    """Every document × paper × style × language, and every layout: how many, and all that is not as it should be."""
    found: list[str] = []
    cases = tuple(paper_proof.cases(DOCUMENTS))
    for case in cases:
        found += [f"{case}: {fault}" for fault in paper_proof.faults(case)]
    return len(cases), tuple(found)


def accessible() -> tuple[str, bool]:
    """Failures of PDF/UA alone."""
    many, found = proof()
    failures = [fault for fault in found if "PDF/UA" in fault]
    return f"{len(failures)} in {many:,} files", not failures


def whole() -> tuple[str, bool]:
    """Everything else that is looked for in these files."""
    many, found = proof()
    others = [fault for fault in found if "PDF/UA" not in fault]
    for fault in others[:12]:
        print(f"    {fault}", file=sys.stderr)
    return f"{len(others)} in {many:,} files", not others


def lost() -> tuple[str, bool]:
    """Characters that were written and are neither drawn nor told of, on the most awkward evening there is."""
    from facilitator.documents import render_pdf, render_text
    from facilitator.documents.render.fonts import shelf

    count = gone = 0
    for document in DOCUMENTS:
        sheet = paper_samples.sheet(document, paper_samples.awkward())
        printed = render_pdf(sheet)
        written = set(render_text(paper_proof.as_fitted(sheet, printed)))
        drawable = {sign for sign in written if sign.isspace() or shelf().find(sign, False) is not None}
        count += len(written)
        gone += len(written - set(spoken(printed.pdf)) - {"\n", "\t", "\u00a0"})
        gone += len(written - drawable - set(printed.missing))
    return f"{gone} of {count:,}", gone == 0


def pause() -> tuple[str, bool]:
    """The longest time in which the window would not have answered."""
    found = _child("pause")
    return f"{found:.0f} ms", found <= 50


def written() -> tuple[str, bool]:
    """A trace of the app's system calls while it shows, prints and saves pages."""
    call = [sys.executable, "-m", "pytest", "-q", "-m", "", "-p", "no:cacheprovider", "-rs",
            str(ROOT / "tests" / "ui" / "test_print_traced.py")]
    ran = subprocess.run(call, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if ran.returncode == 0 and "skipped" not in ran.stdout:
        return "0", True
    return ("not taken: needs strace and CUPS" if ran.returncode == 0 else ran.stdout.splitlines()[-1]), False


def _child(what: str) -> float:
    _plan, copies = bench_paper.filled()
    script = Path(__file__).with_name("figures_probe.py")
    ran = subprocess.run([sys.executable, script, what, str(copies)], stdout=subprocess.PIPE, text=True, check=True)
    return float(ran.stdout.split()[-1])


FIGURES = (
    Figure(f"{SIDES}-side tagged pack, warm", "≤ 0.30 s", warm),
    Figure(f"{SIDES}-side tagged pack, first of a process", "≤ 0.6 s", cold),
    Figure("choice changed → preview of 1 to 4 sides, the slowest sheet", "≤ 60 ms", preview),
    Figure("peak memory of the generator", "≤ 60 MB", memory),
    Figure(f"size of the {SIDES}-side file", "≤ 200 KB", size),
    Figure("PDF/UA-1 failures, every document × paper × style × language", "0", accessible),
    Figure("other faults in them: order, cut, size, contrast, margins, sides, bytes, marks", "0", whole),
    Figure("characters lost in silence", "0", lost),
    Figure(f"window’s longest pause while {LONG} sides are built", "≤ 50 ms", pause),
    Figure("plaintext files written while printing or previewing", "0", written),
    Figure("files touched to add a document", "1, and 1 line", adding),
)


def main(words: list[str]) -> int:
    """Take and show the figures asked for; 1 when one does not hold."""
    rows = [row for row in FIGURES if not words or any(word.lower() in row.name.lower() for word in words)]
    widest, broken = max(len(row.name) for row in rows), 0
    print(f"  {'':<{widest}}  {'goal':<30} found")
    for row in rows:
        try:
            found, holds = row.take()
        except Exception:
            traceback.print_exc()
            found, holds = "could not be taken", False
        broken += not holds
        print(f"  {row.name:<{widest}}  {row.goal:<30} {found}  {'holds' if holds else 'DOES NOT HOLD'}", flush=True)
    print("\nAll of them hold." if not broken else f"\nThat do not hold: {broken}.")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

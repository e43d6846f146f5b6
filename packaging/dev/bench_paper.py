"""Rows about paper: a pack of 60 sides, built warm and built first thing in a process."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import replace
from functools import cache
from statistics import median
from xml.sax.saxutils import escape

from bench_vault import opened_sample
from measure import Goal, Measured, Row, milliseconds, side_by_side

from facilitator.documents import shrink
from facilitator.packs import PackPlan, build
from facilitator.paths import resources

SIDES = 60
HANDOUT = "coping-handout"
"""Handouts fill the pack up to its sides, as they do in a big circle."""


def proposed() -> PackPlan:
    """The pack that the app proposes for the sample's next evening."""
    with opened_sample() as workspace:
        session = workspace.sessions.next(workspace.groups.named("Lantern circle").id)
        if session is None:
            raise LookupError("the sample has no session to come")
        return workspace.packs.plan(session)


def with_handouts(plan: PackPlan, copies: int) -> PackPlan:
    """The same pack with so many handouts."""
    return plan.with_pieces([replace(p, copies=copies) if p.document == HANDOUT else p for p in plan.pieces])


@cache
def filled() -> tuple[PackPlan, int]:
    """The pack with as many handouts as make it 60 printed sides, and their number."""
    plan = proposed()
    for copies in range(1, SIDES):
        wanted = with_handouts(plan, copies)
        if wanted.make().sides >= SIDES:
            return wanted, copies
    raise LookupError("no number of handouts makes up the pack")


def bare_reportlab(pages: list[str]) -> bytes:
    """The same words on as many pages, one paragraph a line, with the same embedded face and nothing else."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    registerFont(TTFont("Plain", str(resources() / "fonts" / "AtkinsonHyperlegible-Regular.ttf")))
    style = ParagraphStyle("plain", fontName="Plain", fontSize=8, leading=9)
    story = []
    for page in pages:
        story += [Paragraph(escape(line), style) for line in page.splitlines() if line.strip()]
        story.append(PageBreak())
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(story)
    return out.getvalue()


def _warm() -> Measured:
    wanted, _handouts = filled()
    printed = wanted.make().print()
    pages = [page.text for page in printed.pages if not page.blank]
    bare_reportlab(pages)
    return Measured(
        *side_by_side(
            lambda: milliseconds(lambda: shrink(build(wanted)[1])),
            lambda: milliseconds(lambda: bare_reportlab(pages)), 9,
        )
    )


def _cold() -> Measured:
    _plan, handouts = filled()
    call = [sys.executable, __file__, str(handouts)]
    taken = [float(subprocess.run(call, stdout=subprocess.PIPE, text=True, check=True).stdout) for _ in range(5)]
    return Measured(median(taken) / 1000, unit="s")


ROWS = (
    Row(f"{SIDES}-side tagged pack, warm", "the same words as plain paragraphs of ReportLab", Goal(times=1.3), _warm),
    Row(f"{SIDES}-side tagged pack, first of a process", "", Goal(at_most=0.6), _cold),
)

if __name__ == "__main__":  # a fresh process that knows the plan but has not made a sheet of paper yet
    first = with_handouts(proposed(), int(sys.argv[1]))
    print(milliseconds(lambda: shrink(build(first)[1])))

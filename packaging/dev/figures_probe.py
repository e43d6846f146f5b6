"""Run as a program by the figures: a fresh process that makes a pack once, and says one number last.

`cold` are the milliseconds of the first pack of a process; `memory` the most bytes that a process held that made one
and nothing else; `pause` the longest time, in milliseconds, in which an open window did not answer meanwhile.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

LONG, BEAT_MS, ROUNDS = 240, 2, 3


def cold(copies: int) -> float:
    """Make the sample's pack with so many handouts, before anything else was made."""
    import bench_paper
    from measure import milliseconds

    from facilitator.documents import shrink
    from facilitator.packs import build

    first = bench_paper.with_handouts(bench_paper.proposed(), copies)
    return milliseconds(lambda: shrink(build(first)[1]))


def memory(copies: int) -> float:
    """Make a pack of 60 sides of an invented evening, without any vault."""
    from facilitator.documents import make_pack, shrink
    from facilitator.model.paper import Piece
    from tests.core.paper_samples import context

    pieces = (Piece("cover-slip", 1), Piece("run-sheet", 2), Piece("agreement-poster", 1), Piece("sign-in", 1),
              Piece("helplines", 9), Piece("emergency-card", 1), Piece("coping-handout", 43))
    pack = make_pack(pieces, context())
    if pack.sides < 60:
        raise ValueError(pack.sides)
    shrink(pack.print().pdf)
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024.0 * int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def pause(copies: int) -> float:
    """Build a long pack in the lane for paper of an open vault, while its window lives on; the median of a few."""
    import tempfile

    import bench_paper
    import shots
    from moving import go
    from PySide6.QtCore import QElapsedTimer, QTimer
    from stage import Stage, application

    app = application()
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(app, Path(home), "en")
        stage.show_gate()
        shots._sample(stage)
        go("print")(stage)
        session = stage.ask(lambda workspace: workspace.sessions.next(workspace.groups.named(shots.GROUP).id))
        plan = stage.ask(lambda workspace: workspace.packs.plan(session))
        sides, handouts = 0, copies
        while sides < LONG:
            handouts += LONG - sides
            sides = bench_paper.with_handouts(plan, handouts).make().sides
        long = bench_paper.with_handouts(plan, handouts)
        found = []
        for _round in range(ROUNDS):
            beat, last, gaps, done = QTimer(), QElapsedTimer(), [], []

            def tick(last: QElapsedTimer = last, gaps: list[float] = gaps) -> None:
                gaps.append(last.nsecsElapsed() / 1e6 - BEAT_MS)
                last.restart()

            beat.timeout.connect(tick)
            last.start()
            beat.start(BEAT_MS)
            stage.house.opened.jobs.paper(
                stage.house.window, lambda progress: long.make().print(progress).pdf, done.append)
            stage.until(lambda done=done: bool(done))
            beat.stop()
            found.append(max(gaps))
        stage.close()
    return median(found)


if __name__ == "__main__":
    print({"cold": cold, "memory": memory, "pause": pause}[sys.argv[1]](int(sys.argv[2])))

"""The paper evening and the form that takes it in ask for the same things, in the same order."""

from __future__ import annotations

from collections.abc import Callable

from facilitator.documents import build, render_text
from facilitator.workspace import Workspace
from tests.ui.evenings import Hall
from tests.ui.test_catching_up import page_of, tonight
from ui.screens.tonight import Tonight
from ui.screens.tonight.catchup.form import PaperForm
from ui.widgets import CheckRow, Label

Open = Callable[..., Hall]


def asked(form: PaperForm) -> list[str]:
    """Its words, from the top to the foot."""
    parts: list[Label | CheckRow] = [*form.findChildren(Label), *form.findChildren(CheckRow)]
    where = [(one.mapTo(form, one.rect().topLeft()), one.words) for one in parts if one.isVisibleTo(form)]
    return [words for _place, words in sorted(where, key=lambda one: (one[0].y(), one[0].x()))]


def printed(workspace: Workspace) -> list[str]:
    """The words of the sheet for the evening that matters now, line by line, from where it is typed in."""
    sheet = build("paper-evening", workspace.packs.context(workspace.evenings.of(tonight(workspace))))
    said = render_text(sheet).split("\n")
    return said[said.index("To type in afterwards, in this order"):]


def test_paper_and_form_go_the_same_way(hall: Open) -> None:
    house = hall()
    paper = house.ask(printed)
    session = house.ask(tonight)
    house.clock.move(hours=3)
    form = page_of(house.show(Tonight, ("catch-up", session))).form
    parts, jobs = [row.words for row in form.parts], [row.words for row in form.jobs.values()]
    assert parts and jobs
    heads = ["Came", "First time", "Went home", "What was held", "Agreement read", "Limits read",
             "Last show of hands", "Fist", "5", "Taken for next time"]
    assert [one for one in asked(form) if one in heads] == heads
    wanted = [*heads[:4], *parts, *heads[4:], *jobs]
    assert [one for one in paper if one in wanted] == wanted

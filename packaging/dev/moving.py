"""How tools move about in the window: from the gate into a vault, and from place to place; knows no page of any."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from stage import Stage

from ui.gate.gate import Gate
from ui.go import Go


def gate(stage: Stage) -> Gate:
    """The gate one stands before."""
    if stage.house.gate is None:
        raise LookupError("the gate is not there")
    return stage.house.gate


def unlock(stage: Stage, folder: Path, words: str, settle: Callable[[], None] | None = None) -> None:
    """From the gate to the places of a vault; `settle` waits for the answers of the first one."""
    page = gate(stage).page
    if page is None:
        raise LookupError("the gate has no page")
    page.ask(lambda opening, progress: (opening.choose(folder), opening.unlock(words)))
    arrive(stage, settle or stage.rest)


def arrive(stage: Stage, settle: Callable[[], None]) -> None:
    """Wait until the gate has opened."""
    stage.until(lambda: stage.house.gate is None)
    settle()


def go(place: str, show: object = None) -> Callable[[Stage], None]:
    """How to get to a place, as its button in the cover or a link elsewhere would."""

    def enter(stage: Stage) -> None:
        if stage.house.opened is None or stage.house.opened.shell is None:
            raise LookupError("no vault is open")
        stage.house.opened.shell.go(Go(place, show))
        stage.rest()

    return enter

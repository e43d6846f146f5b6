"""Groups: the empty place, making one, its page, and what is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.groups_desk import GroupsDesk
from ui.theme import Theme

Make = Callable[..., GroupsDesk]


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[Make]:
    """Makes a window over a vault; all are shut at the end."""
    made: list[GroupsDesk] = []

    def one(**more: bool) -> GroupsDesk:
        made.append(GroupsDesk(qtbot, qapp, theme, tmp_path, **more))
        return made[-1]

    yield one
    for desk in made:
        desk.stop()


def test_an_empty_place_offers_the_first_step(make: Make) -> None:
    desk = make()
    assert "No groups yet" in desk.says()
    desk.press("Make the first group")
    assert "Step 1 of 3" in desk.says()

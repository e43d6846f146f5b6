"""Fixtures for the face: the application with our fonts and theme, off any screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator import i18n
from facilitator.paths import resources
from facilitator.workspace import Workspace
from tests.ui.audit import settle
from tests.ui.evenings import Hall
from tests.ui.front import Front, a_front, a_vault, close, unlock
from tests.ui.groups_desk import GroupsDesk, furnish
from ui.gate.welcome import WelcomePage
from ui.theme import CONTRAST, DARK, LIGHT, Theme, Tokens, load_fonts
from ui.tidy import Tidy, let_go


@pytest.fixture(scope="session", autouse=True)
def quick_hands(qapp: QApplication) -> None:
    """Presses of tests follow each other faster than any hand's, and each is one of its own."""
    qapp.setDoubleClickInterval(0)


@pytest.fixture(scope="session", autouse=True)
def tidy(qapp: QApplication) -> Iterator[Tidy]:
    """Widgets that tests leave behind die on the main thread, and all of them before Python ends, as in the app."""
    yield Tidy(qapp)
    let_go(qapp)


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    """The bundled faces, registered once."""
    return load_fonts(resources() / "fonts")


@pytest.fixture
def theme(qapp: QApplication, fonts: tuple[str, ...]) -> Iterator[Theme]:
    """A light theme at 100 %, in force; put back afterwards."""
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    i18n.set_language("en")
    theme = Theme(LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    i18n.set_language("en")


@pytest.fixture(params=[LIGHT, DARK, CONTRAST], ids=lambda tokens: tokens.name)
def tokens(request: pytest.FixtureRequest) -> Tokens:
    """Every set of colours in turn."""
    assert isinstance(request.param, Tokens)
    return request.param


@pytest.fixture
def front(qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[Front]:
    """The whole house at its gate, with no vault known yet; locked and closed afterwards."""
    front = a_front(qtbot, qapp, theme, tmp_path)
    yield front
    close(front)


@pytest.fixture(scope="session")
def charity(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented charity's vault, made once and closed; work in a copy."""
    return furnish(tmp_path_factory.mktemp("charity"))


@pytest.fixture
def hall(
    qtbot: QtBot, theme: Theme, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Hall]]:
    """Opens a desk before a copy of the charity's vault, or before one that is filled otherwise; shut at the end."""
    made: list[Hall] = []

    def opened(furnish: Callable[[Workspace], object] | None = None, *, furnished: bool = True, **more: Any) -> Hall:
        folder = request.getfixturevalue("charity") if furnished and furnish is None else None
        made.append(Hall(qtbot, theme, tmp_path, furnish, furnished=folder, **more))
        return made[-1]

    yield opened
    for one in made:
        one.close()


@pytest.fixture
def groups(
    qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[..., GroupsDesk]]:
    """Makes a window with the groups in it, over an empty vault or a copy of the charity's; shut at the end."""
    made: list[GroupsDesk] = []

    def one(*, furnished: bool = False, marked_sample: bool = True) -> GroupsDesk:
        folder = request.getfixturevalue("charity") if furnished else None
        made.append(GroupsDesk(qtbot, qapp, theme, tmp_path, furnished=folder, marked_sample=marked_sample))
        return made[-1]

    yield one
    for desk in made:
        desk.stop()


@pytest.fixture
def opened(front: Front) -> Front:
    """The whole house with an empty vault open."""
    folder = a_vault(front.home / "Blue folder.vault", front.clock)
    front.house.end()
    front.house.show_gate(folder)
    unlock(front)
    return front


@pytest.fixture
def sample(front: Front) -> Front:
    """A house with the sample open."""
    front.page(WelcomePage).sample_button.click()
    front.inside()
    settle()
    return front

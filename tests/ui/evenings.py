"""A desk to try screens at: a real sample vault behind real jobs, and notes of where a screen leads."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from facilitator import vault
from facilitator.errors import UserError
from facilitator.library import Library
from facilitator.settings import DeviceSettings
from facilitator.workspace import Workspace
from tests.core.vaults import WORDS, a_vault
from tests.make import FakeClock
from tests.ui.audit import settle
from ui.desk import Desk
from ui.drafting import Drafting
from ui.go import Go
from ui.jobs import Jobs
from ui.screen import Screen
from ui.theme import Theme
from ui.widgets import Label

THURSDAY = datetime(2025, 11, 20, 18, 36)
"""Twenty-four minutes before the sample's first circle."""
T = TypeVar("T")
P = TypeVar("P", bound=QWidget)


def the(screen: QWidget, kind: type[P]) -> P:
    """The one page of a kind."""
    page = screen.findChild(kind)
    assert isinstance(page, kind)
    return page


def words_of(widget: QWidget) -> str:
    """Every word that can be seen."""
    return " | ".join(one.words for one in widget.findChildren(Label) if one.isVisibleTo(widget) and one.words)


@dataclass
class Told:
    """What a screen said and where it led."""

    went: list[Go] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    refused: list[UserError] = field(default_factory=list)


class Hall:
    """A vault on its lane, a desk before it, a person’s hands. It is a copy of `furnished`, or filled by `furnish`."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        folder: Path,
        furnish: Callable[[Workspace], object] | None = None,
        *,
        furnished: Path | None = None,
        at: datetime = THURSDAY,
        is_sample: bool = True,
    ) -> None:
        self.qtbot, self.theme, self.told = qtbot, theme, Told()
        self.clock = FakeClock(at)
        self.library = Library()
        self._home = QObject()

        def opened() -> Workspace:
            if furnished is None:
                unlocked = a_vault(folder, self.clock, sample=is_sample)
            else:
                copied = shutil.copytree(furnished, folder / furnished.name, ignore=shutil.ignore_patterns("lock"))
                unlocked = vault.unlock(copied, WORDS, self.clock)
            workspace = Workspace(unlocked, self.clock, self.library)
            if furnish is not None:
                furnish(workspace)
            return workspace

        self.jobs: Jobs[Workspace] = Jobs(opened, close=Workspace.close)
        self.broke: list[Exception] = []
        self.copied: list[str] = []
        self.jobs.broke.connect(self.broke.append)
        self.jobs.refused.connect(self.told.refused.append)
        self.jobs.changed.connect(lambda change: self.told.said.append(change.label))
        self.drafting = Drafting(self._home)
        self.drafting.start(self.ask(lambda workspace: workspace.drafts))
        self.desk = Desk(
            theme=theme,
            jobs=self.jobs,
            settings=DeviceSettings(folder / "settings.json"),
            clock=self.clock,
            printer=cast(Any, None),
            dialogs=cast(Any, None),
            drafting=self.drafting,
            go=self.told.went.append,
            tell=self.told.said.append,
            refuse=self.told.refused.append,
            use=lambda key, value: None,
            copy=self.copied.append,
            lock=lambda: None,
        )
        self._folder = folder
        self._window: Screen | None = None

    def show(self, kind: type[Screen], show: object = None, size: tuple[int, int] = (1142, 768)) -> Screen:
        """A screen in its window, gone to and settled."""
        screen = kind(self.desk)
        self.qtbot.addWidget(screen)
        self.jobs.changed.connect(screen.changed)
        screen.resize(*size)
        screen.show()
        screen.arrive(Go(kind.place, show))
        self._window = screen
        self.in_front()
        self.rest()
        return screen

    def in_front(self) -> None:
        """Have the keyboard in the window that was shown last.

        Off the screen a window that goes, such as one an earlier test left behind, gives it to no other.
        """
        window = self._window
        if window is not None and not window.isActiveWindow():
            window.activateWindow()
            self.qtbot.waitUntil(window.isActiveWindow)

    def ask(self, question: Callable[[Workspace], T]) -> T:
        """What the vault says, now that all that was asked before is done."""
        answers: list[T] = []
        self.jobs.ask(self._home, question, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers) or bool(self.broke))
        assert not self.broke, self.broke
        return answers[0]

    def rest(self) -> None:
        """Let everything asked for be answered and shown."""
        for _ in range(3):
            self.ask(lambda workspace: None)
            self._wait_for_paper()
            settle()

    def _wait_for_paper(self) -> None:
        done: list[bool] = []
        self.jobs.paper(self._home, lambda progress: True, done.append)
        self.qtbot.waitUntil(lambda: bool(done) or bool(self.broke))
        assert not self.broke, self.broke

    def close(self) -> None:
        """End the lanes and take the folder away."""
        self.drafting.stop()
        self.jobs.stop()
        settle()
        shutil.rmtree(self._folder, ignore_errors=True)

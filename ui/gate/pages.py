"""Which page draws which state: one line a state."""

from __future__ import annotations

from facilitator.vault.opening import (
    ChooseBackup,
    EnterCode,
    Locked,
    NameVault,
    NewWords,
    RestoreBackup,
    State,
    TypeAgain,
    Welcome,
)
from ui.gate.again import AgainPage
from ui.gate.naming import NamePage
from ui.gate.page import GatePage
from ui.gate.unlock import UnlockPage
from ui.gate.welcome import WelcomePage
from ui.gate.words import WordsPage


def page_for(state: State, known: bool) -> type[GatePage]:
    """The page of a state; the first screen is another one once a vault is known on this laptop."""
    match state:
        case Welcome():
            return UnlockPage if known else WelcomePage
        case Locked():
            return UnlockPage
        case NameVault():
            return NamePage
        case NewWords():
            return WordsPage
        case TypeAgain():
            return AgainPage
        case EnterCode():
            from ui.gate.code import CodePage

            return CodePage
        case ChooseBackup() | RestoreBackup():
            from ui.gate.restoring import RestorePage

            return RestorePage
    raise TypeError(type(state).__name__)

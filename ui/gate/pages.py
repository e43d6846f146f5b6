"""Which page draws which state: one line a state. Each is loaded when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.gate.page import GatePage
from ui.gate.unlock import UnlockPage

if TYPE_CHECKING:
    from facilitator.vault.opening import State


def first_page(known: bool) -> type[GatePage]:
    """The first screen: another one once a vault is known on this laptop."""
    if known:
        return UnlockPage
    from ui.gate.welcome import WelcomePage

    return WelcomePage


def page_for(state: State | None, known: bool) -> type[GatePage]:
    """The page of a state; None is the beginning."""
    if state is None:
        return first_page(known)
    from facilitator.vault import opening
    from ui.gate import again, code, naming, restoring, words

    match state:
        case opening.Welcome():
            return first_page(known)
        case opening.Locked():
            return UnlockPage
        case opening.NameVault():
            return naming.NamePage
        case opening.NewWords():
            return words.WordsPage
        case opening.TypeAgain():
            return again.AgainPage
        case opening.EnterCode():
            return code.CodePage
        case opening.ChooseBackup() | opening.RestoreBackup():
            return restoring.RestorePage
    raise TypeError(type(state).__name__)

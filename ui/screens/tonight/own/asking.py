"""What my own pages ask: those I wrote, opened for me alone, and the forms to write another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from facilitator.model.form import REFLECTIVE_LOG, SUPERVISION_SESSION, Form, Light
from facilitator.model.ids import Id
from facilitator.model.sealed import SealedKind, SealedPage

if TYPE_CHECKING:
    from facilitator.workspace import Workspace

FORMS = {SealedKind.LOG: REFLECTIVE_LOG, SealedKind.SUPERVISION: SUPERVISION_SESSION}
"""The form of each kind of page that is written here; a light is asked after the circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """My pages, newest first; `talk` says that my last lights suggest a talk with my supervisor."""

    pages: tuple[SealedPage, ...]
    forms: tuple[tuple[SealedKind, Form], ...]
    lights: tuple[Light, ...]
    today: date
    talk: bool = False
    supervisor: str = ""

    def page(self, id: Id) -> SealedPage | None:
        """One of them."""
        return next((page for page in self.pages if page.id == id), None)

    def form(self, kind: SealedKind) -> Form | None:
        """The form of a kind, None for a light."""
        return dict(self.forms).get(kind)

    def asked(self, kind: SealedKind, question: str) -> str:
        """What was asked, in today’s words; the question’s id where the form has it no more."""
        form = self.form(kind)
        found = () if form is None else form.questions
        return next((one.ask for one in found if one.id == question), question)


def own(workspace: Workspace) -> Own:
    """All of it."""
    library = workspace.library
    return Own(
        pages=workspace.sealed.mine(), forms=tuple((kind, library.form(form)) for kind, form in FORMS.items()),
        lights=library.form("debrief").lights, today=workspace.clock.today(), talk=workspace.sealed.talk_suggested(),
        supervisor=workspace.organisations.get().supervisor)

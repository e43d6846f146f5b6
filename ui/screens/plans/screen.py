"""Plans: the evenings to come, a plan to start from, and the plan of one evening."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.errors import AgendaMissing, UserError
from facilitator.i18n import _
from facilitator.model.agenda import AgendaDraft
from facilitator.model.change import Change
from facilitator.model.content import AgendaTemplate
from facilitator.model.ids import Id
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.go import Go
from ui.jobs import Job
from ui.screen import Screen
from ui.screens.plans import asking
from ui.screens.plans.asking import Choices, Coming, Table
from ui.screens.plans.choosing_page import ChoosingPage
from ui.screens.plans.coming_page import ComingPage
from ui.screens.plans.editor import Editor
from ui.screens.plans.empty import nothing_to_plan

_AREAS = ("groups", "sessions", "agendas", "facilitators", "settings")
_WORDS = "plans/words"


class Plans(Screen):
    """Plans of evenings. `Go.show` may be a session, kept or not, or the id of a kept one; without, the list."""

    place: ClassVar[str] = "plans"
    icon: ClassVar[str] = "plans"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._session: Session | Id | None = None
        self._choosing = False
        self._page: QWidget | None = None
        self._saving: Job | None = None

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Plans")

    def arrive(self, go: Go) -> None:
        """Show the plan of an evening, or carry on."""
        if isinstance(go.show, Session | bytes):
            self._session, self._choosing = go.show, False
        self._read()

    def changed(self, change: Change) -> None:
        """Read again whatever touches a plan."""
        if change.touches(*_AREAS):
            self._read()

    def leave(self) -> None:
        """Keep words that are half written."""
        if isinstance(self._page, Editor):
            self._page.settle()

    # ------------------------------------------------------------ reading
    def _read(self) -> None:
        session, jobs = self._session, self.desk.jobs
        if session is None:
            jobs.ask(self, asking.coming, self._show_coming, key="read")
        else:
            jobs.ask(self, lambda w: asking.table(w, session), self._show_table, refused=self._gone, key="read")

    def _gone(self, error: UserError) -> None:
        """The evening is not there any more: say so, and show the list."""
        self.desk.refuse(error)
        self._to_list()

    def _show_coming(self, coming: Coming) -> None:
        if not coming.ahead:
            go, groups = self.desk.go, coming.groups
            days = Go("groups", (groups[0].id, "meetings", "new")) if groups else Go("groups")
            empty = nothing_to_plan(self.desk.theme, groups, lambda: go(Go("groups", "new")), lambda: go(days))
            self._put(empty)
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        page = self._page
        if isinstance(page, ComingPage):
            page.show_coming(coming)
            return
        page = ComingPage(self.desk.theme)
        page.opened.connect(self._open)
        page.show_coming(coming)
        self._put(page)
        page.focus_first()

    def _show_table(self, table: Table) -> None:
        if self._saving is not None:
            return  # what is on screen is newer; its saving is told, and read again
        self._session = table.session
        if table.plan is None or self._choosing:
            self.desk.jobs.ask(self, lambda w: asking.choices(w, table.session),
                               lambda found: self._show_choices(table, found), key="choices")  # fmt: skip
            return
        page = self._page
        if isinstance(page, Editor):
            page.show_table(table)
            return
        page = self._editor()
        page.show_table(table)
        self._put(page)
        page.focus_first()
        self._keep_words(page, table.session)

    def _show_choices(self, table: Table, choices: Choices) -> None:
        page = self._page
        fresh = not isinstance(page, ChoosingPage)
        if not isinstance(page, ChoosingPage):
            page = ChoosingPage(self.desk.theme, _("Plans") if table.plan is None else _("Back to the plan"))
            page.chosen.connect(self._use)
            page.left.connect(self._back)
        page.show_choices(table, choices)
        self._put(page)
        if fresh:
            page.focus_first()

    def _editor(self) -> Editor:
        page = Editor(self.desk.theme)
        page.saving.connect(self._save)
        page.using.connect(lambda: self.desk.go(Go("tonight", self._session)))
        page.left.connect(self._to_list)
        page.other.connect(self._choose_other)
        page.keeping.connect(self._keep)
        page.dropping.connect(self._drop)
        page.undone.connect(lambda: self.desk.jobs.do(self, Workspace.undo))
        return page

    def _put(self, page: QWidget) -> None:
        if page is not self._page:
            self._page = page
            self.show_page(page)

    def _keep_words(self, page: Editor, session: Session) -> None:
        self.desk.drafting.register(
            page, _WORDS, title=page.words_title, read=page.words_read, restore=page.words_restore, record=session.id
        )

    # ------------------------------------------------------------ steps
    def _open(self, session: object) -> None:
        if isinstance(session, Session):
            self._session, self._choosing = session, False
            self._read()

    def _to_list(self) -> None:
        self.leave()
        self._session, self._choosing = None, False
        self._read()

    def _choose_other(self) -> None:
        self.leave()
        self._choosing = True
        self._read()

    def _back(self) -> None:
        if self._choosing:
            self._choosing = False
            self._read()
        else:
            self._to_list()

    def _use(self, source: object) -> None:
        session = self._session
        if isinstance(session, Session) and isinstance(source, AgendaTemplate | AgendaDraft):
            self._choosing = False
            self.desk.jobs.do(self, lambda w: w.agendas.save(w.agendas.draft(source, session), session))

    def _save(self, draft: object, said: str) -> None:
        """Keep the plan as it is on screen; a later act replaces one that still waits, since it holds it too."""
        session = self._session
        if not isinstance(session, Session) or not isinstance(draft, AgendaDraft):
            return
        self._saving = self.desk.jobs.do(
            self, lambda w: w.agendas.save(draft, session, said), self._saved, refused=self._not_saved, key="save"
        )

    def _saved(self, change: Change) -> None:
        self._saving = None

    def _not_saved(self, error: UserError) -> None:
        self._saving = None
        self.desk.refuse(error)
        self._read()

    def _keep(self, name: str) -> None:
        session = self._session
        if isinstance(session, Session):
            self.desk.jobs.do(self, lambda w: _keep_for_group(w, session, name))

    def _drop(self, kept: object) -> None:
        if isinstance(kept, bytes):
            self.desk.jobs.do(self, lambda w: w.agendas.bin(kept))


def _keep_for_group(workspace: Workspace, session: Session, name: str) -> Change:
    """Keep the evening's plan for the group, in place of one it keeps by that name."""
    plan = workspace.agendas.of(session)
    if plan is None:
        raise AgendaMissing
    same = asking.kept_as(workspace, session.group_id, name)
    return workspace.agendas.keep(session.group_id, replace(plan, name=name), same)

"""Plans: the evenings to come, a plan to start from, and the plan of one evening."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.errors import AgendaMissing, BadValue, NothingToUndo, UserError
from facilitator.i18n import _
from facilitator.model.agenda import AgendaDraft
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.search import Hit
from facilitator.model.session import Session
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.go import Go, Way
from ui.jobs import Job
from ui.screen import Screen
from ui.screens.plans import asking
from ui.screens.plans.asking import Choices, Coming, Source, Table
from ui.screens.plans.coming_page import ComingPage
from ui.screens.plans.empty import nothing_to_plan

if TYPE_CHECKING:
    from ui.screens.plans.choosing_page import ChoosingPage
    from ui.screens.plans.editor import Editor
    from ui.screens.plans.preview_page import PreviewPage

_AREAS = ("groups", "sessions", "agendas", "facilitators", "settings")
_WORDS = "plans/words"
ALL = "all"


class Plans(Screen):
    """Plans of evenings, and own ones. `Go.show` may be a session, kept or not, the id of one or of an own plan, or
    something found; ALL shows all plans there are; without, the list.
    """

    place: ClassVar[str] = "plans"
    icon: ClassVar[str] = "plans"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._session: Session | Id | None = None
        self._choosing = False  # of the evening, or of no evening at all: then all plans are looked at
        self._choices = Choices()
        self._looked: Source | None = None
        self._page: QWidget | None = None
        # The page again, where it is one of these: they are loaded when first wanted.
        self._editor: Editor | None = None
        self._chooser: ChoosingPage | None = None
        self._preview: PreviewPage | None = None
        self._saving: Job | None = None
        self._away = True  # in another place

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Plans")

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What the search finds here."""
        return (Way(_("Look at all plans"), Go("plans", ALL),
                    _("template agenda own timetable new change segments minutes choose")),)

    def arrive(self, go: Go) -> None:
        """Show the plan of an evening, or carry on; pressed again while here, the place leads back to its list."""
        show = go.show.id if isinstance(go.show, Hit) else go.show
        away, self._away = self._away, False
        if show is None and not away:
            self._to_list()
            return
        if show is not None:
            self._settle()  # what is half written belongs to what was shown until now
        if isinstance(show, Session | bytes):
            self._session, self._choosing, self._looked = show, False, None
        elif show == ALL:
            self._session, self._choosing, self._looked = None, True, None
        self._read()

    def changed(self, change: Change) -> None:
        """Read again whatever touches a plan."""
        if change.touches(*_AREAS):
            self._read()

    def leave(self) -> None:
        """Keep words that are half written."""
        self._away = True
        self._settle()

    def take_back(self) -> None:
        """Take the last change of the plan that is shown back."""
        if self._editor is not None:
            self._editor.take_back()

    def _settle(self) -> None:
        if self._editor is not None:
            self._editor.settle()

    # ------------------------------------------------------------ reading
    def _read(self) -> None:
        session, jobs = self._session, self.desk.jobs
        if session is None and self._choosing:
            jobs.ask(self, lambda w: asking.choices(w, None), lambda found: self._show_choices(None, found), key="read")
        elif session is None:
            jobs.ask(self, asking.coming, self._show_coming, key="read")
        else:
            jobs.ask(self, lambda w: asking.table(w, session), self._show_table, refused=self._gone, key="read")

    def _gone(self, error: UserError) -> None:
        """It is not there any more: say so, and show the list. An own plan that was just taken back needs no words."""
        if isinstance(self._session, bytes) and self._editor is not None:
            self._browse()
            return
        self.desk.refuse(error)
        self._to_list()

    def _show_coming(self, coming: Coming) -> None:
        if not coming.ahead:
            go, groups = self.desk.go, coming.groups
            days = Go("groups", (groups[0].id, "meetings", "new")) if groups else Go("groups")
            make = lambda: go(Go("groups", "new"))  # noqa: E731
            empty = nothing_to_plan(self.desk.theme, groups, make, lambda: go(days), self._browse)
            self._put(empty)
            empty.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        page = self._page
        if isinstance(page, ComingPage):
            page.show_coming(coming)
            return
        page = ComingPage(self.desk.theme)
        page.opened.connect(self._open)
        page.browsing.connect(self._browse)
        page.show_coming(coming)
        self._put(page)
        page.focus_first()

    def _show_table(self, table: Table) -> None:
        if self._saving is not None:
            return  # what is on screen is newer; its saving is told, and read again
        session = self._session = table.session or table.id
        if table.plan is None or self._choosing:
            evening = table.session
            self.desk.jobs.ask(self, lambda w: asking.choices(w, evening),
                               lambda found: self._show_choices(table, found), key="choices")  # fmt: skip
            return
        if self._editor is not None and self._editor.shows(table):
            self._editor.show_table(table)
            return
        page = self._make_editor()
        page.show_table(table)
        self._put(page)
        self._editor = page
        page.focus_first()
        self._keep_words(page, session if isinstance(session, bytes) else session.id)

    def _show_choices(self, table: Table | None, choices: Choices) -> None:
        self._choices = choices
        looked = self._looked
        if looked is not None:
            self._show_preview(table, looked)
            return
        page, was, preview = self._chooser, self._page, self._preview
        if page is None or not page.shows(table):
            from ui.screens.plans.choosing_page import ChoosingPage

            chosen = table is None or table.plan is None
            page = ChoosingPage(self.desk.theme, _("Plans") if chosen else _("Back to the plan"))
            page.looked.connect(self._look)
            page.again.connect(self._again)
            page.begun.connect(self._begin)
            page.left.connect(self._back)
        page.show_choices(table, choices)
        self._put(page)
        self._chooser = page
        if preview is not None:
            page.focus_plan(preview.source)
        elif was is not page:
            page.focus_first()

    def _show_preview(self, table: Table | None, source: Source) -> None:
        if self._preview is not None and self._preview.source == source:
            return
        from ui.screens.plans.preview_page import PreviewPage

        page = PreviewPage(self.desk.theme, source, table, self._choices.heads)
        page.used.connect(self._use)
        page.changing.connect(self._open)
        page.left.connect(lambda: self._look(None))
        self._put(page)
        self._preview = page
        page.focus_first()

    def _make_editor(self) -> Editor:
        from ui.screens.plans.editor import Editor

        page = Editor(self.desk.theme)
        page.saving.connect(self._save)
        page.using.connect(self._done)
        page.left.connect(lambda: self._to_list() if isinstance(self._session, Session) else self._from_own())
        page.other.connect(self._choose_other)
        page.keeping.connect(self._keep)
        page.again.connect(self._again)
        page.naming.connect(self._name)
        page.dropping.connect(self._drop)
        page.undone.connect(self._undo)
        return page

    def _put(self, page: QWidget) -> None:
        if page is not self._page:
            self._page = page
            self._editor = self._chooser = self._preview = None
            self.show_page(page)

    def _keep_words(self, page: Editor, record: Id) -> None:
        self.desk.drafting.register(
            page, _WORDS, title=page.words_title, read=page.words_read, restore=page.words_restore, record=record
        )

    # ------------------------------------------------------------ steps
    def _open(self, shown: object) -> None:
        if isinstance(shown, Session | bytes):
            self._session, self._choosing, self._looked = shown, False, None
            self._read()

    def _to_list(self) -> None:
        self._settle()
        self._session, self._choosing, self._looked = None, False, None
        self._read()

    def _browse(self) -> None:
        self._session, self._choosing, self._looked = None, True, None
        self._read()

    def _choose_other(self) -> None:
        self._settle()
        self._choosing = True
        self._read()

    def _look(self, source: object) -> None:
        """Look at a plan before it is chosen; without an evening an own one is there to be changed."""
        if isinstance(source, Source) and self._session is None and source.kept is not None:
            self._open(source.kept)
            return
        self._looked = source if isinstance(source, Source) else None
        self._read()

    def _back(self) -> None:
        if self._choosing and self._session is not None:
            self._choosing = False
            self._read()
        else:
            self._to_list()

    def _done(self) -> None:
        """To the evening; from an own plan back to all plans."""
        if isinstance(self._session, Session):
            self.desk.go(Go("tonight", self._session))
        else:
            self._from_own()

    def _from_own(self) -> None:
        self._settle()
        self._browse()

    def _again(self) -> None:
        session = self._session
        if isinstance(session, Session):
            self._settle()
            self._choosing, self._looked = False, None
            self.desk.jobs.do(self, lambda w: w.agendas.again(session, w.sessions.counts.expected(session.group_id)))

    def _begin(self) -> None:
        session = self._session
        self._use(asking.empty_plan(session.minutes if isinstance(session, Session) else 90))

    def _use(self, plan: object) -> None:
        """Plan the evening so; where there is none, make the plan one of one's own and show it."""
        session = self._session
        if not isinstance(plan, AgendaDraft):
            return
        self._choosing, self._looked = False, None
        if isinstance(session, Session):
            self.desk.jobs.do(self, lambda w: w.agendas.save(w.agendas.draft(plan, session), session))
        else:
            self.desk.jobs.do(self, lambda w: w.agendas.keep(replace(plan, name=asking.free_name(w, plan.name))),
                              self._made)  # fmt: skip

    def _made(self, change: Change) -> None:
        self._open(next(iter(change.ids), None))

    def _save(self, draft: object, said: str) -> None:
        """Keep the plan as it is on screen; a later act replaces one that still waits, since it holds it too."""
        shown = self._session
        if shown is None or not isinstance(draft, AgendaDraft):
            return

        def save(workspace: Workspace) -> Change:
            if isinstance(shown, bytes):
                return workspace.agendas.keep(draft, shown, said)
            return workspace.agendas.save(draft, shown, said)

        self._saving = self.desk.jobs.do(self, save, self._saved, refused=self._not_saved, key="save")

    def _saved(self, change: Change) -> None:
        self._saving = None

    def _undo(self) -> None:
        """Take the plan's last change back; what was done elsewhere since then stays, and the plan is shown anew."""
        plan = self._editor.plan_id if self._editor is not None else None
        if plan is not None:
            self.desk.jobs.do(self, lambda w: w.undo(plan), refused=self._not_undone)

    def _not_undone(self, error: UserError) -> None:
        if not isinstance(error, NothingToUndo):  # a key was held longer than there are steps
            self.desk.refuse(error)
        self._read()

    def _not_saved(self, error: UserError) -> None:
        self._saving = None
        self.desk.refuse(error)
        self._read()

    def _keep(self, name: str, summary: str, replaces: bool) -> None:
        session = self._session
        if isinstance(session, Session):
            self.desk.jobs.do(self, lambda w: _keep_as_own(w, session, name, summary, replaces),
                              lambda change: self._named(), refused=self._not_named)  # fmt: skip

    def _name(self, name: str, summary: str) -> None:
        template = self._session
        if isinstance(template, bytes):
            self.desk.jobs.do(self, lambda w: w.agendas.rename(template, name, summary),
                              lambda change: self._named(), refused=self._not_named)  # fmt: skip

    def _named(self) -> None:
        if self._editor is not None:
            self._editor.shut_keeping()

    def _not_named(self, error: UserError) -> None:
        if isinstance(error, BadValue) and error.why == "taken" and self._editor is not None:
            self._editor.name_taken()
        else:
            self.desk.refuse(error)

    def _drop(self) -> None:
        template = self._session
        if isinstance(template, bytes):
            self._session, self._choosing = None, True
            self.desk.jobs.do(self, lambda w: w.agendas.bin(template))


def _keep_as_own(workspace: Workspace, session: Session, name: str, summary: str, replaces: bool) -> Change:
    """Keep the evening's plan as an own one, or in place of the own one of that name."""
    plan = workspace.agendas.of(session)
    if plan is None:
        raise AgendaMissing
    same = workspace.agendas.named(name) if replaces else None
    return workspace.agendas.keep(replace(plan, name=name, summary=summary), None if same is None else same.id)

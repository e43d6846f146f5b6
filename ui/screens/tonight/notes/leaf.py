"""The notes of an evening as a leaf of Tonight: writing one, reading those kept, and those to look at again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar

from facilitator.errors import NamesUnsettled, UserError
from facilitator.guarding import GuardFacts, NoteGuard
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.note import Note, NoteDraft
from facilitator.model.note import Theme as Topic
from facilitator.model.search import Hit
from facilitator.model.session import Session
from ui.screens.tonight.leaf import AFTER, DUE, HALF_NOTE, NOTES, WRITE, Host, Leaf
from ui.screens.tonight.notes import asking
from ui.screens.tonight.notes.adding import AddingPage
from ui.screens.tonight.notes.asking import DueNote, Story
from ui.screens.tonight.notes.page import NotePage
from ui.screens.tonight.notes.reading import DuePage, ReadingPage
from ui.writing.guarded import GuardedPage

if TYPE_CHECKING:
    from facilitator.workspace import Workspace


class NotesLeaf(Leaf):
    """`show` is an evening, a note found, DUE, or WRITE. An evening without a note is written about at once.

    WRITE begins a note about the evening one is on; where that is still to come, about the last one there was.
    """

    key: ClassVar[str] = NOTES
    areas: ClassVar[tuple[str, ...]] = ("notes", "themes")
    stays: ClassVar[bool] = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._story: Story | None = None
        self._wanted: Session | Id | None = None
        self._note: Id | None = None
        self._due = self._write = False
        self._changing: Note | None = None
        self._left: dict[Id, tuple[Session, Mapping[str, str]]] = {}  # half typed, each for its own evening alone
        self._saved: Mapping[str, str] | None = None

    @property
    def session(self) -> Session | None:
        """The evening that is written about."""
        return self._story.session if self._story is not None else super().session

    def open(self, show: object = None) -> None:
        """Write about an evening, or read a note."""
        self._story, self._changing = None, None
        self._due, self._write = show == DUE, show == WRITE
        self._note = show.id if isinstance(show, Hit | Note) else None
        self._wanted = show if isinstance(show, Session | bytes) else None

    def left(self) -> None:
        """What is half typed is kept as a draft though its page is gone."""
        self._saved = None
        page = self.host.page
        if isinstance(page, NotePage) and self._story is not None:
            session = self._story.session
            self._left.pop(session.id, None)
            if (fields := page.read()) is not None:
                self._left[session.id] = session, fields

    @property
    def _last(self) -> tuple[Session, Mapping[str, str]] | None:
        """What was half typed last, and of which evening."""
        return next(reversed(self._left.values()), None)

    # ------------------------------------------------------------ reading
    def read(self) -> None:
        """Show what is wanted; a note that is being written is left alone."""
        if self._due:
            self.ask(asking.due, self._show_due)
        elif (note := self._note) is not None:
            self.ask(lambda workspace: asking.of_note(workspace, note), self._show, self.gone)
        else:
            wanted = self._wanted or self.host.chosen or self.session
            look = asking.to_write if self._write and self._story is None else asking.story
            if look is asking.to_write and self._last is not None:
                wanted, look = self._last[0], asking.story  # what is half typed is gone on with
            self.ask(lambda workspace: look(workspace, wanted), self._show, self.gone)

    def changed(self, change: Change) -> None:
        """A theme or a note is another one."""
        self.read()

    def _show(self, story: Story | None) -> None:
        if story is None:
            self.host.home()
            return
        page = self.host.page
        self._take_back(story)
        half = self.desk.drafting.picked(HALF_NOTE) or story.session.id in self._left
        self._story = story
        if isinstance(page, NotePage) and page.about == story.session.id:
            page.show_story(story)
        elif isinstance(page, AddingPage) and page.note in story.notes:
            return
        elif story.notes and not (half or self._write or self._changing):
            self._show_notes(story)
        else:
            self._begin(story)

    def _take_back(self, story: Story) -> None:
        """Keeping the note was taken back: its words, which were settled, are put up to go on with."""
        before = self._story
        if self._saved is not None and before is not None and len(story.notes) < len(before.notes):
            self._left[story.session.id], self._saved = (story.session, self._saved), None

    def _show_notes(self, story: Story) -> None:
        page = self.host.page
        if isinstance(page, ReadingPage):
            page.show_story(story)
            return
        page = ReadingPage(self.desk.theme)
        page.left.connect(lambda: self.host.turn(AFTER, self.session))
        page.writing.connect(self._write_another)
        page.changing.connect(lambda note: self._change(note))
        page.adding.connect(lambda note: self._add_to(note))
        do = self.desk.jobs.do
        page.sealing.connect(lambda note: do(self, lambda w: w.notes.seal(note.id)))
        page.renewing.connect(lambda note: do(self, lambda w: w.notes.renew(note.id)))
        page.binning.connect(lambda note: self._take_away(lambda w: w.notes.bin(note.id)))
        page.erasing.connect(lambda note: self._take_away(lambda w: w.notes.erase(note.id)))
        page.show_story(story)
        self.host.put(page)
        page.focus_first()

    def _show_due(self, due: tuple[DueNote, ...]) -> None:
        page = self.host.page
        if not isinstance(page, DuePage):
            page = DuePage(self.desk.theme)
            page.left.connect(self.host.home)
            page.opened.connect(lambda note: self.host.turn(NOTES, note))
            page.renewed.connect(lambda note: self.desk.jobs.do(self, lambda w: w.notes.renew(note.id)))
            self.host.put(page)
        page.show_due(due)
        page.focus_first()

    def _take_away(self, command: Callable[[Workspace], Change]) -> None:
        self._saved = None
        self.desk.jobs.do(self, command, lambda _change: self._away())

    def _away(self) -> None:
        """A note is gone: back to what is left."""
        self._note = None
        self.host.turn(AFTER, self.session)

    # ------------------------------------------------------------ writing
    def _begin(self, story: Story) -> None:
        """Make the guard beside the vault, as its lists are read from the disk the first time."""
        facts = story.facts
        self.desk.jobs.paper(self.host, lambda progress: NoteGuard(facts),
                             lambda guard: self._show_page(story, facts, guard), key="guard")

    def _show_page(self, story: Story, facts: GuardFacts, guard: NoteGuard) -> None:
        if self._story is None or self._story.session.id != story.session.id:
            return
        page = NotePage(self.desk.theme, facts, guard)
        page.left.connect(lambda: self.host.turn(AFTER, self.session))
        page.marking.connect(lambda topic, on: self._mark(topic, on))
        page.adding.connect(lambda label, shared: self._add(label, shared))
        page.renaming.connect(lambda topic, name: self._rename(topic, name))
        page.retiring.connect(lambda topic: self.desk.jobs.do(self, lambda w: w.themes.retire(topic)))
        page.looked.connect(lambda draft: self._look(draft))
        page.keeping.connect(lambda draft: self._keep(draft))
        page.always.connect(lambda word: self._always(word))
        page.asked.connect(lambda word: self._ask_ordinary(word))
        page.show_story(story)
        page.change(self._changing)
        self.host.put(page)
        self.desk.drafting.register(self.host, HALF_NOTE, title=lambda: _("A note"), read=self._half,
                                    restore=self._restore, record=story.session.id)  # fmt: skip
        if (left := self._left.pop(story.session.id, None)) is not None:
            page.restore(left[1])
        page.focus_first()

    def _half(self) -> Mapping[str, str] | None:
        page = self.host.page
        return page.read() if isinstance(page, NotePage) else left[1] if (left := self._last) is not None else None

    def _restore(self, fields: Mapping[str, str]) -> None:
        page, note = self.host.page, fields.get("note", "")
        if isinstance(page, NotePage):
            if note and self._story is not None:
                page.change(next((one for one in self._story.notes if one.id.hex() == note), None))
            page.restore(fields)

    def _page(self) -> NotePage | None:
        page = self.host.page
        return page if isinstance(page, NotePage) else None

    def _mark(self, topic: Topic, on: bool) -> None:
        session = self.session
        if session is not None:
            self.desk.jobs.do(self, lambda w: w.themes.mark(session, topic, on))

    def _add(self, label: str, shared: bool) -> None:
        session, page = self.session, self._page()
        if session is not None and page is not None:
            self.desk.jobs.do(self, lambda w: w.themes.add(session, label, shared=shared),
                              lambda _change: page.topics.put_away(), refused=page.topics.refuse)  # fmt: skip

    def _rename(self, topic: Topic, name: str) -> None:
        session, page = self.session, self._page()
        if session is not None and page is not None:
            self.desk.jobs.do(self, lambda w: w.themes.rename(session, topic, name),
                              lambda _change: page.topics.put_away(), refused=page.topics.refuse)  # fmt: skip

    def _ask_ordinary(self, word: str) -> None:
        def tell(ordinary: bool) -> None:
            if (page := self._page()) is not None:
                page.knows(word, ordinary)

        self.desk.jobs.ask(self, lambda w: w.kept_words.may(word), tell)

    def _always(self, word: str) -> None:
        session, jobs = self.session, self.desk.jobs
        if session is None:
            return

        def added(_change: Change) -> None:
            jobs.ask(self, lambda w: w.guarding.facts(session.group_id, w.kept_words.all(), session), self._take_facts)

        jobs.do(self, lambda w: w.kept_words.add(word), added)

    def _know_again(self, error: UserError) -> None:
        """Somebody came to the list since the page was opened: go by who is on it now."""
        session = self.session
        if isinstance(error, NamesUnsettled) and session is not None:
            self.desk.jobs.ask(self, lambda w: w.guarding.facts(session.group_id, w.kept_words.all(), session),
                               self._take_facts)

    def _take_facts(self, facts: GuardFacts) -> None:
        page = self.host.page
        if isinstance(page, GuardedPage):
            page.know(facts, NoteGuard(facts))

    def _look(self, draft: NoteDraft) -> None:
        """Have the core read it while somebody does: what it would refuse is said at once, and keeping it is quick."""
        session, page = self.session, self._page()
        if session is None or page is None:
            return

        def refuse(error: UserError) -> None:
            page.refuse(error)
            self._know_again(error)

        self.desk.jobs.ask(self, lambda w: w.notes.checked(session.group_id, draft), lambda _body: None,
                           refused=refuse, key="look")

    def _keep(self, draft: NoteDraft) -> None:
        session, page = self.session, self._page()
        if session is None or page is None:
            return
        note = None if page.note is None else page.note.id

        def kept(_change: Change) -> None:
            self.desk.drafting.done(HALF_NOTE)
            self._write, self._changing = False, None
            self._left.pop(session.id, None)
            saved = page.read() if note is None else None
            page.wipe()
            self.host.turn(NOTES, self.session)
            self._saved = saved

        def refuse(error: UserError) -> None:
            page.refuse(error)
            self._know_again(error)

        self.desk.jobs.do(self, lambda w: w.notes.save(session, draft, note), kept, refused=refuse)

    def _write_another(self) -> None:
        self._write = True
        if self._story is not None:
            self._begin(self._story)

    def _change(self, note: Note) -> None:
        self._changing = note
        if self._story is not None:
            self._begin(self._story)

    def _add_to(self, note: Note) -> None:
        story = self._story
        if story is not None:
            facts = story.facts
            self.desk.jobs.paper(self.host, lambda progress: NoteGuard(facts),
                                 lambda guard: self._show_adding(note, facts, guard), key="guard")

    def _show_adding(self, note: Note, facts: GuardFacts, guard: NoteGuard) -> None:
        page = AddingPage(self.desk.theme, note, facts, guard)
        session = self.session

        def back() -> None:
            page.wipe()
            self.host.turn(NOTES, session)

        def refuse(error: UserError) -> None:
            page.refuse(error)
            self._know_again(error)

        page.left.connect(back)
        page.adding.connect(lambda words, kept: self.once(
            lambda w: w.notes.amend(note.id, words, kept), lambda _change: back(), refuse))
        self.host.put(page)
        page.focus_first()

"""Bringing in a list of people: choose a file, look at what would happen, then everything at once, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as File

from PySide6.QtWidgets import QWidget

from facilitator.errors import NoNameColumn, UserError
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.model.group import Group
from facilitator.model.ids import Id
from facilitator.model.progress import Progress as Watch
from facilitator.people.importing.headers import Column, Field
from facilitator.people.importing.plan import Outcome
from facilitator.people.importing.roster import ImportReport, Preview
from facilitator.people.importing.table import Sheet as Table
from facilitator.workspace import Workspace
from ui.dialogs import FileKind
from ui.jobs import Job
from ui.screens.groups.leaf import Holder, Leaf, Room
from ui.screens.groups.people.allowed import names_refused
from ui.screens.groups.spreadsheets.broughtin import BroughtIn
from ui.screens.groups.spreadsheets.foreseen import Foreseen
from ui.screens.groups.spreadsheets.matching import Matching
from ui.screens.groups.where import Path
from ui.widgets import (
    STRETCH,
    Button,
    CheckRow,
    Columns,
    Empty,
    Flow,
    Label,
    Progress,
    Sheet,
    TextField,
    box,
    down,
    heading,
)

KINDS = ("xlsx", "ods", "csv", "xls", "tsv", "txt")


@dataclass(frozen=True, slots=True)
class _Ready:
    group: Group
    refusal: UserError | None


def _ready(workspace: Workspace, group_id: Id) -> _Ready:
    """The group, and whether names may come in already."""
    group = workspace.groups.get(group_id)
    return _Ready(group, names_refused(workspace, group))


class BringIn(Leaf):
    """From a file to the group's list. Nothing is written before the one press at the end."""

    areas = ("members",)

    def __init__(self, room: Room, path: Path) -> None:
        super().__init__(room, path, _("Bring in a list"), back=_("People"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self._group: Group | None = None
        self._table: Table | None = None
        self._unheaded: Table | None = None
        self._columns: tuple[Column, ...] = ()
        self._preview: Preview | None = None
        self._report: ImportReport | None = None
        self._job: Job | None = None
        self._place = Holder(room.theme)
        self._start: QWidget | None = None
        self.body.put(self.refusal, (self._place, 1))

    # ------------------------------------------------------------ before a file
    def read(self) -> None:
        """Ask whether names may come in at all."""
        if self._group is None:
            self.ask(lambda workspace: _ready(workspace, self.group_id), self._choose)

    def begins(self) -> QWidget | None:
        """The button that chooses a file, or the way back where none may be chosen yet."""
        return self._start if self._start is not None and self._start.isEnabled() else self.back

    def changed(self, change: Change) -> None:
        """Other people on the list make another preview; once it is brought in and taken back, go back to the list."""
        if change.touches("safekeeping", "groups") and self._table is None:
            self._again()
        if not change.touches(*self.areas) or self._job is not None:
            return
        if self._report is not None:
            self.room.open((self.group_id, "people"))
        elif self._table is not None:
            self._foresee()

    def _choose(self, ready: _Ready) -> None:
        theme = self.theme
        self._group = ready.group
        self.head.say(ready.group.name, self.head.title.words)
        choose = Button(theme, _("Choose a file"), "primary", "folder")
        choose.clicked.connect(self._ask_for_file)
        words = _(
            "An Excel, ODS or CSV file with one person a line. You see everything first. "
            "The file itself stays where it is."
        )
        self._start = choose
        self._place.swap(Empty(theme, _("A list you have already"), words, choose), STRETCH)
        if ready.refusal is not None:
            self.refusal.say(ready.refusal)
            choose.off(_("No names can come in yet."))

    def _ask_for_file(self) -> None:
        kinds = (FileKind(_("Lists of people"), KINDS),)
        self.room.desk.dialogs.open_file(self, _("Choose a list of people"), kinds, self._open)

    def _open(self, file: File) -> None:
        self.refusal.clear()
        waiting = Progress(self.theme, _("Reading {file}").format(file=file.name))
        self._place.swap(Sheet(self.theme, down(self.theme, waiting, margins=(28, 24, 28, 24))), STRETCH)

        def read(workspace: Workspace) -> tuple[Table, tuple[Column, ...]]:
            table = workspace.roster.read(file)
            return table, workspace.roster.propose(table, self.group_id)

        job = self.room.desk.jobs.ask(self, read, self._opened, refused=self._unreadable, key="file")
        waiting.cancelled.connect(job.cancel)
        waiting.cancelled.connect(self._again)

    def _again(self) -> None:
        self._group, self._begun = None, False
        self.refusal.clear()
        self.read()

    def _unreadable(self, error: UserError) -> None:
        if self._group is not None:
            self._choose(_Ready(self._group, None))
        self.refuse(error)
        if self._start is not None:
            self._start.setFocus()

    # ------------------------------------------------------------ matching
    def _opened(self, answer: tuple[Table, tuple[Column, ...]]) -> None:
        self._table, self._columns = answer
        self._unheaded, self._preview = answer[0], None
        theme, table = self.theme, self._table
        group = self._group
        if group is None:
            return
        self.head.say(_("{group}, from {file}").format(group=group.name, file=table.name), self.head.title.words)
        self.matching = Matching(theme, group)
        self.matching.chosen.connect(self._match)
        self.heading = CheckRow(theme, _("The first row is a heading"), bool(table.header_line), softens=False)
        self.heading.toggled.connect(self._headed)
        if table.header_line or not table.rows:
            self.heading.hide()
        self.day_first = CheckRow(
            theme, _("Days come before months: 3/4 is 3 April"), self.room.day_first, softens=False
        )
        self.day_first.toggled.connect(self._foresee)
        young = group.for_under_18s
        help = (
            _("Who agreed and how, parents too. It is needed for people under 18.")
            if young
            else _("Such as: signed the paper list, 3 March. Left empty, everybody is listed as not asked yet.")
        )
        self.basis = TextField(theme, _("How did they agree to be on the list?"), "", help)
        self.foreseen = Foreseen(theme)
        self._counts = Label(theme, "", "lead", wrap=True)
        self.bring = Button(theme, _("Bring them in"), "primary", "bring")
        self.bring.clicked.connect(self._bring)
        other = Button(theme, _("Choose another file"), "plain")
        other.clicked.connect(self._ask_for_file)
        self._buttons = box(Flow(theme, self.bring, other, gap=12))
        self._work = Holder(theme)
        columns = Sheet(
            theme,
            down(
                theme,
                box(down(theme, heading(theme, _("Which column is what?")), margins=(12, 0, 12, 6))),
                self.matching,
                margins=(14, 16, 14, 14),
            ),
        )
        rows = Sheet(
            theme,
            down(theme, self._counts, 12, self._work, self._buttons, 16, (self.foreseen, 1), margins=(20, 16, 16, 16)),
            stack=2,
        )
        left = box(down(theme, self.basis, 18, self.heading, self.day_first, 12, columns, STRETCH))
        self._place.swap(box(Columns(theme, left, rows, shares=(50, 50), gap=32)))
        self._match_shown()
        self._foresee()
        self.basis.setFocus()

    def _match(self, index: int, field: object) -> None:
        chosen = field if isinstance(field, Field) else None
        columns = self._columns

        def matched(workspace: Workspace) -> tuple[Column, ...]:
            return workspace.roster.choose(columns, index, chosen, self.group_id)

        def take(fresh: tuple[Column, ...]) -> None:
            self._columns = fresh
            self._match_shown()
            self._foresee()

        self.room.desk.jobs.ask(self, matched, take, refused=self.refuse)

    def _match_shown(self) -> None:
        self.matching.show_columns(self._columns)
        self.day_first.setVisible(any(column.field is Field.FIRST_SEEN for column in self._columns))

    def _headed(self, on: bool) -> None:
        table = self._unheaded
        if table is None:
            return

        def read(workspace: Workspace) -> tuple[Table, tuple[Column, ...]]:
            fresh = workspace.roster.headed(table) if on else table
            return fresh, workspace.roster.propose(fresh, self.group_id)

        def take(answer: tuple[Table, tuple[Column, ...]]) -> None:
            self._table, self._columns = answer
            self._match_shown()
            self._foresee()

        self.room.desk.jobs.ask(self, read, take, refused=self.refuse, key="file")

    # ------------------------------------------------------------ what would happen
    def _foresee(self, _on: bool = False) -> None:
        table, columns, day_first = self._table, self._columns, self.day_first.isChecked()
        if table is None:
            return

        def preview(workspace: Workspace) -> Preview:
            return workspace.roster.preview(table, columns, self.group_id, day_first=day_first)

        self.room.desk.jobs.ask(self, preview, self._foreseen, refused=self._no_preview, key="preview")

    def _foreseen(self, preview: Preview) -> None:
        self.refusal.clear()
        self._preview = preview
        self.foreseen.show_rows(preview.rows)
        self.foreseen.show()
        new, filled = len(preview.of(Outcome.ADD)), len(preview.of(Outcome.FILL))
        out = len(preview.rows) - new - filled
        said = [ngettext("{n} person comes in.", "{n} people come in.", new).format(n=new)]
        if filled and not new:
            said = []
        if filled:
            said.append(ngettext("Blanks are filled for {n}.", "Blanks are filled for {n}.", filled).format(n=filled))
        if out:
            said.append(ngettext("{n} row stays out.", "{n} rows stay out.", out).format(n=out))
        self._counts.setText(" ".join(said))
        if new or filled:
            self.bring.on()
            words = ngettext("Bring in {n} person", "Bring in {n} people", new).format(n=new)
            self.bring.setText(words if new else _("Fill the blanks"))
        else:
            self.bring.off(_("There is nothing to bring in."))

    def _no_preview(self, error: UserError) -> None:
        self._preview = None
        self.foreseen.hide()
        self.bring.off(_("Choose the column that holds the names."))
        if isinstance(error, NoNameColumn):
            self._counts.setText(_("Choose the column that holds the names."))
        else:
            self.refuse(error)

    # ------------------------------------------------------------ all at once
    def _bring(self) -> None:
        preview, basis, group = self._preview, self.basis.text, self._group
        if preview is None or group is None:
            return
        if group.for_under_18s and not basis and preview.of(Outcome.ADD):
            self.basis.refuse(_("For people under 18, write down who agreed and how."))
            self.basis.setFocus()
            self.reveal(self.basis)
            return
        self.refusal.clear()
        bar = Progress(self.theme, _("Bringing them in"))
        self._work.swap(bar)
        self._buttons.hide()
        reports: list[ImportReport] = []

        def apply(workspace: Workspace, watch: Watch) -> Change:
            reports.append(workspace.roster.apply(preview, basis, watch))
            return reports[0].change

        def done(_change: Change) -> None:
            self._job = None
            self._done(reports[0])

        self._job = self.room.desk.jobs.long(self, apply, done, progress=bar.advance, refused=self._not_brought)
        bar.cancelled.connect(self._cancelled)

    def _cancelled(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._work.swap()
        self._buttons.show()
        self.room.desk.tell(_("Stopped. Nobody was brought in."))

    def _not_brought(self, error: UserError) -> None:
        self._job = None
        self._work.swap()
        self._buttons.show()
        self.refuse(error)

    def _done(self, report: ImportReport) -> None:
        self._report = report
        group = self._group
        self.head.say(group.name if group else "", _("The list is in"))
        shown = BroughtIn(self.theme, report)
        shown.on_to_list.clicked.connect(lambda: self.room.open((self.group_id, "people")))
        self._place.swap(shown)
        self.view.verticalScrollBar().setValue(0)
        shown.on_to_list.setFocus()

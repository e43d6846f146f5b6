"""One plan: the strip to scale, its segments in order, the chosen one beside them, and whether it all fits."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal

from facilitator.evening import fitting, timing
from facilitator.i18n import _, ngettext
from facilitator.model.agenda import AgendaDraft, Segment, SegmentKind
from facilitator.model.content import fill
from facilitator.model.ids import Id
from facilitator.model.session import SessionStatus
from ui.screens.plans import words
from ui.screens.plans.asking import Table
from ui.screens.plans.carrying import Carrying
from ui.screens.plans.keeping import Keeping
from ui.screens.plans.limits_notice import LimitsNotice
from ui.screens.plans.segment_row import SegmentRow
from ui.screens.plans.side import Side
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Aside,
    Button,
    Columns,
    Empty,
    Glyph,
    Header,
    Label,
    MenuButton,
    Notice,
    Page,
    Part,
    RowStack,
    SegmentStrip,
    Sheet,
    across,
    announce,
    box,
    down,
)


class Editor(Page):
    """Changes a plan. Every act fires `saving` with the whole plan and a sentence on what was done.

    `using` leads to the evening, `left` back to the list, `other` to another plan, `again` plans it like last time,
    `keeping` keeps it as an own plan by name and summary (True: in place of the one of that name), `naming` calls an
    own plan something else, `dropping` puts it in the bin, `undone` takes the last change of this very plan back.
    """

    saving = Signal(object, str)
    using = Signal()
    left = Signal()
    other = Signal()
    again = Signal()
    keeping = Signal(str, str, bool)
    naming = Signal(str, str)
    dropping = Signal()
    undone = Signal()

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._way = way = Button(theme, _("Plans"), "quiet", "left", flush=True)
        self.undo_button = Button(theme, _("Undo"), "quiet", "undo")
        self.use_button = Button(theme, "", "primary")
        self._when = Label(theme, "", "body", "soft", wrap=True)
        self.more = MenuButton(theme, (), prompt=_("More"), kind="quiet", name=_("More"))
        head = box(across(theme, way, (self._when, 1), gap=16))
        self._header = Header(theme, "", "", self.more, self.undo_button, self.use_button, back=head)
        super().__init__(theme, self._header, 14)
        way.clicked.connect(self.left)
        self.undo_button.clicked.connect(self.undone)
        self.use_button.clicked.connect(self.using)
        self.undo_button.setEnabled(False)
        self._table: Table | None = None
        self._draft = AgendaDraft(name="", minutes=90)
        self.at = 0
        self._stepped: tuple[int, Segment] | None = None  # the segment whose minutes are stepped, as it was before
        self._settled = Notice(theme, "", "", icon="calendar")
        self.strip = SegmentStrip(theme)
        self.rows = RowStack(theme, _("Segments"), movable=True)
        self.add = MenuButton(theme, words.kinds(), prompt=_("Add a segment"), kind="quiet", icon="plus",
                              name=_("Add a segment"))  # fmt: skip
        self._fits_mark = Glyph(theme, "check", "action")
        self._fits = Label(theme, "", "strong")
        self._empty = Empty(
            theme, _("Nothing is planned yet"),
            _("Add the first segment: an opening, a round, a closing. Clock times follow by themselves."),
        )  # fmt: skip
        self.fit_button = Button(theme, _("Make it fit"))
        self.fit_button.clicked.connect(self._make_fit)
        fits = box(across(theme, self._fits_mark, (self._fits, 1), 4, self.fit_button, gap=8))
        foot = box(Aside(theme, box(across(theme, self.add, STRETCH)), fits, gap=16, stacked_gap=4, least=150))
        sheet = Sheet(theme, down(theme, self._empty, self.rows, 8, foot, STRETCH, margins=(12, 10, 14, 12)), stack=2)
        self.side = Side(theme)
        self._columns = Columns(theme, sheet, self.side, fixed=(None, 376), gap=24, below=940)
        self.keep_form = Keeping(theme)
        self.limits = LimitsNotice(theme)
        self.carrying = Carrying(theme)
        over = box(down(theme, self._settled, self.keep_form, self.limits, self.carrying, self.strip, gap=12))
        self.body.put(over, 6, (self._columns, 1))
        self._connect()

    def _connect(self) -> None:
        self.strip.chosen.connect(self._choose)
        self.rows.picked.connect(self._choose)
        self.rows.moved.connect(self._move)
        self.add.chosen.connect(self._add)
        self.more.chosen.connect(self._more)
        self.keep_form.kept.connect(lambda name, summary: self._keep(name, summary, False))
        self.keep_form.replacing.connect(lambda name, summary: self._keep(name, summary, True))
        self.keep_form.left.connect(self.shut_keeping)
        self.limits.putting.connect(self._put_limits)
        self.carrying.putting.connect(self._carry)
        self.side.changed.connect(self._change)
        self.side.removing.connect(self._remove)
        self.side.moving.connect(lambda by: self._move(self.at, self.at + by))
        self.narrowed.connect(self._be_narrow)

    # ------------------------------------------------------------ showing
    def shows(self, table: Table) -> bool:
        """Whether this very plan is shown already."""
        return self._table is not None and self._table.id == table.id

    @property
    def plan_id(self) -> Id | None:
        """The plan that is shown, as it is kept."""
        return None if self._table is None or self._table.plan is None else self._table.plan.id

    def show_table(self, table: Table) -> None:
        """Show a plan as it is kept."""
        if table.plan is None:
            return
        if self._table is None or self._table.id != table.id:
            self.at = 0
        self._table = table
        fewer = len(table.plan.segments) < len(self._draft.segments)
        had = self.undo_button.hasFocus()
        self._draft = table.plan
        self.undo_button.setEnabled(table.can_undo and not table.settled)
        self._show()
        typing = fewer and self.side.shut_details()  # what is typed on would be another segment's title
        if typing or (had and not self.undo_button.isEnabled()):
            self.focus_first()

    def focus_first(self) -> None:
        """Give the keyboard to the list, or to what begins it; to the way on where nothing can be changed."""
        if not self.rows.isEnabled():
            self.use_button.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.rows.rows:
            self.rows.focus_row(self.at)
        else:
            self.add.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        table, draft = self._table, self._draft
        if table is None:
            return
        self.at = max(0, min(self.at, len(draft.segments) - 1))
        self._when.setText(table.when)
        self._way.setText(_("All plans") if table.template else _("Plans"))
        self._header.say(draft.summary if table.template else "", draft.name or _("Our own plan"))
        self.use_button.setText(_("Done") if table.template else
                                _("Back to the circle") if table.sits else
                                _("Use this plan tonight") if table.today and not table.settled else
                                _("Go to this evening"))  # fmt: skip
        self._settled.setVisible(table.settled)
        if table.settled:
            self._settled.say(*_why_settled(table))
        for part in (self.rows, self.side, self.add):
            part.setEnabled(not table.settled)
        self.more.set_choices(_more(table))
        self.limits.show_plan(draft, table)
        self.carrying.show_plan(draft, table)
        self._show_strip()
        self._show_rows()
        self._show_fit()
        self._show_side()

    def _show_strip(self) -> None:
        table, segments = self._table, self._draft.segments
        parts = [Part(one.title, one.minutes, timing.gives(one), words.shorter(one)) for one in segments]
        self.strip.setVisible(bool(parts))
        if table is not None:
            length = self._draft.total if table.session is None else table.session.minutes
            self.strip.show_parts(parts, table.start, length, self.at)

    def _show_rows(self) -> None:
        table, segments = self._table, self._draft.segments
        if table is None:
            return
        if len(self.rows.rows) != len(segments):
            rows = []
            for n, segment in enumerate(segments):
                row = SegmentRow(self._theme, segment)
                row.be_narrow(self.narrow)
                row.resized.connect(lambda minutes, n=n: self._resize(n, minutes))
                rows.append(row)
            self.rows.show_rows(rows)
        slots = timing.clock_times(self._draft, table.start)
        for shown, slot in zip(self.rows.rows, slots, strict=True):
            if isinstance(shown, SegmentRow):
                hint = fill(slot.segment.hint, table.values) if slot.segment.hint else ""
                shown.show_segment(slot.segment, words.leader(slot.segment.leader, table.values), hint, slot.clock)
        self.rows.choose(self.at)
        self.rows.setVisible(bool(segments))
        self._empty.setVisible(not segments)

    def _show_fit(self) -> None:
        draft, table = self._draft, self._table
        if table is None:
            return
        over = draft.over if table.session is not None else 0  # a template is as long as its segments
        self._fits.setText(words.fits(draft, table.session))
        self._fits.set_tone("look" if over else "ink")
        self._fits_mark.draw("clock" if over else "check", "look_ink" if over else "action")
        made = fitting.fitted(draft, table.heads) if over and not table.settled else None
        may = made is not None and made.draft != draft
        if made is not None:  # what would give, before it does
            self.fit_button.setToolTip(made.sentence)
            self.fit_button.setAccessibleDescription(made.sentence)
        self.fit_button.setVisible(may)
        self._fits.setWordWrap(self.narrow or may)

    def _show_side(self) -> None:
        table, segments = self._table, self._draft.segments
        self.side.setVisible(bool(segments))
        if table is not None and segments:
            self.side.show_segment(self._draft, self.at, table)

    def _be_narrow(self, narrow: bool) -> None:
        self._fits.setWordWrap(narrow or not self.fit_button.isHidden())
        for row in self.rows.rows:
            if isinstance(row, SegmentRow):
                row.be_narrow(narrow)

    # ------------------------------------------------------------ half-written words
    def words_title(self) -> str:
        """What a draft of the words is called when it is offered again."""
        return _("Words for {title}").format(title=self._draft.segments[self.at].title)

    def words_read(self) -> dict[str, str] | None:
        """The words that are being written."""
        writing = self.side.writing
        if writing.isHidden() or not writing.dirty or not self._draft.segments:
            return None
        return {"at": str(self.at), "words": writing.area.text}

    def words_restore(self, fields: Mapping[str, str]) -> None:
        """Put words back that were half written."""
        at = fields.get("at", "")
        if at.isdigit() and int(at) < len(self._draft.segments):
            self._choose(int(at))
        self.side.restore(fields.get("words", ""))

    # ------------------------------------------------------------ acts
    def take_back(self) -> None:
        """Take the last change of the plan back, once for each press."""
        if self.undo_button.isEnabled():
            self.undo_button.click()

    def settle(self) -> None:
        """Save words that are half written."""
        self.side.settle()

    def _choose(self, at: int) -> None:
        if at != self.at:
            self.settle()
            self.at = at
            self.rows.choose(at)
            self._show_strip()
            self._show_side()

    def _act(self, draft: AgendaDraft, said: str) -> None:
        self._draft, self._stepped = draft, None
        self.undo_button.setEnabled(True)
        self._show()
        self.saving.emit(draft, said)

    def _resize(self, at: int, minutes: int) -> None:
        segment = self._draft.segments[at]
        title = segment.title
        stepped = self._stepped if self._stepped is not None and self._stepped[0] == at else (at, segment)
        self.at = at
        said = ngettext("{title} has {n} minute now.", "{title} has {n} minutes now.", minutes)
        self._act(fitting.resize(self._draft, at, minutes, stepped[1]), said.format(title=title, n=minutes))
        self._stepped = stepped
        announce(self.strip, self._fits.words)

    def _move(self, at: int, to: int) -> None:
        to = max(0, min(to, len(self._draft.segments) - 1))
        if at == to:
            return
        title = self._draft.segments[at].title
        self.at = to
        self._act(timing.move(self._draft, at, to), _("{title} was moved.").format(title=title))
        self.rows.focus_row(to)

    def _add(self, kind: object) -> None:
        self.add.choose(None)
        if not isinstance(kind, SegmentKind):
            return
        segment = words.usual(kind)
        at = self.at + 1 if self._draft.segments else 0
        self.at = at
        said = _("{title} was added.").format(title=segment.title)
        self._act(timing.add(self._draft, segment, at), said)
        self.side.open_details()

    def _more(self, what: object) -> None:
        self.more.choose(None)
        if what == "other":
            self.other.emit()
        elif what == "again":
            self.again.emit()
        elif what in ("keep", "name"):
            self.keep_form.open(self._draft.name, self._draft.summary)
        elif what == "drop":
            self.dropping.emit()

    def _keep(self, name: str, summary: str, replaces: bool) -> None:
        if self._table is not None and self._table.template:
            self.naming.emit(name, summary)
        else:
            self.keeping.emit(name, summary, replaces)

    def name_taken(self) -> None:
        """Another own plan has the name."""
        self.keep_form.taken(self._table is not None and self._table.template is None)

    def shut_keeping(self) -> None:
        """It is kept, or nothing came of it."""
        self.keep_form.hide()
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fit(self) -> None:
        """Let the parts give that may, so that it can be printed and begun; endings and everybody's turns stay."""
        if self._table is not None:
            self.settle()
            made = fitting.fitted(self._draft, self._table.heads)
            self._act(made.draft, _("Made to fit: {what}").format(what=made.sentence))
            self.focus_first()

    def _put_limits(self, draft: object) -> None:
        if isinstance(draft, AgendaDraft):
            self.settle()
            self._act(draft, _("The limits of confidentiality were put in."))
            self.focus_first()

    def _carry(self, draft: object) -> None:
        if isinstance(draft, AgendaDraft):
            self.settle()
            self._act(draft, _("What was left over is in the plan."))
            self.focus_first()

    def _remove(self) -> None:
        at, title = self.at, self._draft.segments[self.at].title
        self._act(timing.remove(self._draft, at), _("{title} was taken out.").format(title=title))
        self.focus_first()

    def _change(self, segment: object, said: str) -> None:
        if isinstance(segment, Segment):
            self._act(timing.change(self._draft, self.at, segment), said or _("The plan was saved."))


def _why_settled(table: Table) -> tuple[str, str]:
    if table.sits and table.session is not None and table.session.status is SessionStatus.PLANNED:
        return (_("This circle has begun."),
                _("It runs by this plan. Give minutes, or leave a part out, on Tonight."))
    return _("This evening is over or cancelled."), _("Its plan can be looked at, not changed.")


def _more(table: Table) -> tuple[tuple[object, str], ...]:
    if table.template:
        return ("name", _("Its name, and what it is for")), ("drop", _("Take it off your own plans"))
    keep = ("keep", _("Keep it as one of your own plans"))
    if table.settled:
        return (keep,)
    last = (("again", _("Plan it like last time")),) if table.last is not None else ()
    return ("other", _("Take another plan")), *last, keep

"""An item as it reads: what to know first, then the words, then where they come from; and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, interface, listed
from facilitator.model.agenda import Line, LineKind
from facilitator.model.agreement import Clause
from facilitator.model.content import (
    AgendaTemplate,
    AgreementOverlay,
    AgreementTemplate,
    CopingCard,
    Helpline,
    Leaflet,
    Script,
    fill,
)
from facilitator.model.form import Form, RoleCard
from facilitator.model.handout import Handout
from facilitator.model.hard_moment import HardMoment
from facilitator.model.prompt import Prompt
from facilitator.model.reached import before_number, way
from facilitator.model.reading import Reading
from ui.screens.library import evening_body, words
from ui.screens.library.asking import COPIED, Kind, Opened
from ui.screens.library.marks import MarksBar
from ui.screens.library.pieces import bullet, cautions, steps
from ui.theme import Theme
from ui.widgets import (
    TOP,
    Button,
    Flow,
    Glyph,
    KindMark,
    Label,
    Notice,
    Panel,
    Paragraph,
    Rule,
    across,
    box,
    down,
)
from ui.widgets.button import Kind as Press
from ui.widgets.layout import Item


class Preview(QWidget):
    """One item. `printing`, `copying`, `changing` and all others ask for what buttons say."""

    printing = Signal()
    copying = Signal()
    changing = Signal()
    comparing = Signal()
    restoring = Signal()
    leading = Signal()
    calling = Signal()
    favoured = Signal(bool)
    tagged = Signal(object, bool)

    def __init__(self, theme: Theme, opened: Opened) -> None:
        super().__init__()
        self.opened = opened
        self._theme = theme
        self.first: Button | None = None
        self.setAccessibleName(words.title(opened.thing))
        self.marks = MarksBar(theme, opened.mark, box(down(theme, *self._title())))
        self.marks.favoured.connect(self.favoured)
        self.marks.tagged.connect(self.tagged)
        self.setLayout(down(theme, *self._head(), *self._told(), *self._body(), *self._foot()))

    def focus_first(self) -> None:
        """Give the keyboard to what one would do first."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def spot(self, here: QWidget | None) -> str:
        """Where in it the keyboard is, for the same item shown anew; "" where it is elsewhere."""
        if here is None or not self.isAncestorOf(here):
            return ""
        return "favourite" if here is self.marks.favourite else "tags" if self.marks.isAncestorOf(here) else "first"

    def focus_spot(self, spot: str) -> None:
        """Give the keyboard back to such a spot."""
        found = {"favourite": self.marks.favourite, "tags": self.marks.change}.get(spot)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        elif spot:
            self.focus_first()

    # ------------------------------------------------------------ the head
    def _title(self) -> list[Item]:
        theme, opened = self._theme, self.opened
        return [Label(theme, words.about(opened), "small", "soft", wrap=True), 2,
                Label(theme, words.title(opened.thing), "h2", wrap=True)]

    def _head(self) -> list[Item]:
        theme, opened = self._theme, self.opened
        out: list[Item] = [self.marks]
        if opened.own and not opened.new:
            out += [6, across(theme, (Glyph(theme, "pencil", "action", 20), 0, TOP),
                              (Label(theme, _("In your words. The original is kept."), "small", wrap=True), 1), gap=8)]
        return [*out, 12, box(Flow(theme, *self._buttons(), gap=8, line_gap=8)), 16]

    def _buttons(self) -> list[QWidget]:
        opened = self.opened
        if opened.key.kind is Kind.AGREEMENT:
            return [self._button(_("Print this sheet"), "primary", "print", self.printing.emit),
                    self._button(_("Use it in a group’s agreement"), "plain", "groups", self.leading.emit)]
        if opened.key.kind in COPIED:
            cards = isinstance(opened.thing, Prompt | RoleCard)
            said = _("Print cards to cut out") if cards else _("Print this sheet")
            return [self._button(said, "primary", "print", self.printing.emit),
                    self._button(_("Copy the words"), "plain", "copy", self.copying.emit)]
        if opened.key.kind is Kind.PLAN:
            return [self._button(_("Use it for an evening"), "primary", "plans", self.leading.emit)]
        out: list[QWidget] = [self._button(_("Print this sheet"), "primary", "print", self.printing.emit)]
        if isinstance(opened.thing, Helpline):
            if opened.thing.section != "emergency":
                icon = words.reached_icon(opened.thing.channel)
                out.append(self._button(_("Say whether it works"), "plain", icon, self.calling.emit))
            return out
        said = _("Change your words") if opened.own else _("Put it in your words")
        out.append(self._button(said, "plain", "pencil", self.changing.emit))
        if opened.original is not None:
            out.append(self._button(_("Compare with the original"), "quiet", "copy", self.comparing.emit))
            out.append(self._button(_("Go back to the original"), "quiet", "undo", self.restoring.emit))
        elif opened.new:
            out.append(self._button(_("Put it in the bin"), "quiet", "bin", self.restoring.emit))
        return out

    def _button(self, said: str, kind: Press, icon: str, then: Callable[[], object]) -> Button:
        button = Button(self._theme, said, kind, icon)
        button.clicked.connect(lambda: then())
        self.first = self.first or button
        return button

    # ------------------------------------------------------------ what should be seen before it is used
    def _told(self) -> list[Item]:
        theme, opened = self._theme, self.opened
        out: list[Item] = []
        if opened.untranslated:
            out += [Notice(theme, _("This part is in English: it is not translated yet."), icon="info"), 14]
        if opened.drafted:
            out += [Notice(theme, _("Draft translation: have a fluent speaker read it."),
                           _("Settings is the place to note who has read it."), icon="info"), 14]
        if opened.changed:
            compare = Button(theme, _("Compare them"))
            compare.clicked.connect(lambda: self.comparing.emit())
            out += [Notice(theme, _("The original has changed since you put it in your words."),
                           _("Compare them, and take over what you like."), button=compare), 14]
        if opened.stale and opened.origin is not None:
            out += [Notice(theme, _("It should have been looked at again by {day}.").format(
                day=words.day(opened.origin.review_by)),
                _("Read it through with care before you use it. Facts may have changed."), icon="clock"), 14]
        return out

    # ------------------------------------------------------------ the words
    def _body(self) -> list[Item]:
        match self.opened.thing:
            case CopingCard() as card:
                return self._card(card)
            case Script() as script:
                return self._script(script)
            case AgreementTemplate(clauses=clauses):
                return self._clauses(clauses)
            case AgreementOverlay(clauses=clauses, summary=summary):
                return [Paragraph(self._theme, summary, "lead"), 14, *self._clauses(clauses)]
            case AgendaTemplate() as plan:
                return self._plan(plan)
            case Helpline() as line:
                return self._helpline(line)
            case Handout() as handout:
                return evening_body.handout(self._theme, handout)
            case HardMoment() as moment:
                return evening_body.hard_moment(self._theme, moment)
            case Prompt() as prompt:
                return evening_body.prompt(self._theme, prompt)
            case Reading() as reading:
                return evening_body.reading(self._theme, reading)
            case Form() as form:
                return evening_body.form(self._theme, form)
            case RoleCard() as role:
                return evening_body.role(self._theme, role)
            case Leaflet() as leaflet:
                return evening_body.leaflet(self._theme, leaflet)

    def _card(self, card: CopingCard) -> list[Item]:
        theme = self._theme
        out: list[Item] = [Paragraph(theme, " ".join((card.when, card.summary)), "lead"), 14,
                           cautions(theme, _("Before you start"), card.cautions), 18,
                           Label(theme, _("Steps"), "h3", wrap=True), 8, *steps(theme, card.steps)]
        out += [10, Label(theme, _("Afterwards"), "h3", wrap=True), 6, Paragraph(theme, card.again), 6,
                Paragraph(theme, card.if_not), 14, Label(theme, _("To write beside"), "h3", wrap=True), 6]
        return [*out, *(bullet(theme, text) for text in card.own_lines)]

    def _script(self, script: Script) -> list[Item]:
        theme = self._theme
        lines = down(theme, *(self._line(line) for line in script.lines), gap=10, margins=(20, 14, 16, 16))
        long = Label(theme, words.minutes_aloud(script.seconds), "small", "soft", wrap=True)
        return [Panel(theme, lines, "ground", "look"), 8, long]

    def _line(self, line: Line) -> QWidget:
        theme, text = self._theme, fill(line.text, self.opened.values)
        match line.kind:
            case LineKind.SAY:
                return Paragraph(theme, _("“{words}”").format(words=text), "body")
            case LineKind.IF:
                return Paragraph(theme, _("If: {words}").format(words=text), "small", "soft")
            case _:
                return Paragraph(theme, text, "small", "soft")

    def _clauses(self, clauses: tuple[Clause, ...]) -> list[Item]:
        theme = self._theme
        out: list[Item] = []
        for theme_name, found in groupby(clauses, key=lambda clause: clause.theme):
            out += [Label(theme, theme_name, "h3", wrap=True), 6]
            for clause in found:
                broken = _("If it is broken: {words}").format(words=clause.if_broken)
                out += [Label(theme, clause.text, "strong", wrap=True), 2, Paragraph(theme, clause.why), 2,
                        Paragraph(theme, broken, "small", "soft"), 12]
            out.append(6)
        return out

    def _plan(self, plan: AgendaTemplate) -> list[Item]:
        theme = self._theme
        out: list[Item] = [Paragraph(theme, plan.summary, "lead"), 14]
        for segment in plan.agenda.segments:
            said: list[QWidget] = [Label(theme, segment.title, "strong", wrap=True)]
            if segment.hint:
                said.append(Label(theme, fill(segment.hint, {}), "small", "soft", wrap=True))
            long = Label(theme, _("{n} min").format(n=segment.minutes), "body", "soft", tabular=True)
            out += [across(theme, (KindMark(theme, segment.give), 0, TOP), (box(down(theme, *said)), 1),
                           (long, 0, TOP), gap=12), 10]
        return out

    def _helpline(self, line: Helpline) -> list[Item]:
        theme = self._theme
        how = before_number(line, interface()) or way(line.channel, interface())
        out: list[Item] = [Label(theme, how, "body", "soft", wrap=True),
                           Label(theme, line.number, "h1", wrap=True), 8, Paragraph(theme, line.what, "lead"), 10]
        for name, value in ((_("When"), line.hours), (_("Cost"), line.cost), (_("Languages"), line.languages),
                            (_("For"), line.audience), (_("Where"), line.region), (_("Access"), line.access),
                            (_("On the web"), line.url), (_("Note"), line.note)):
            if value:
                out += [across(theme, (Label(theme, name, "small", "soft"), 0, TOP),
                               (Label(theme, value, "body", wrap=True), 1), gap=12), 4]
        return out

    # ------------------------------------------------------------ the foot
    def _foot(self) -> list[Item]:
        theme, opened, thing = self._theme, self.opened, self.opened.thing
        if isinstance(thing, Helpline):
            said = [_helpline_state(thing, opened)]
        else:
            said = [words.for_whom(words.suited(thing), opened.names)]
            if isinstance(thing, CopingCard) and thing.moments:
                names = dict(opened.moments)
                said.append(_("Of use for: {moments}.").format(
                    moments=listed(names[one].lower() for one in thing.moments)))
            said += words.origin_lines(thing.origin, opened.age)
        lines = down(theme, *(Label(theme, line, "small", "soft", wrap=True) for line in said), gap=5)
        return [18, Rule(theme), 12, lines]


def _helpline_state(line: Helpline, opened: Opened) -> str:
    if line.section == "emergency":
        return _("The emergency number. It is never marked as unchecked.")
    if line.failed_on is not None:
        return _("It did not work on {day}, so it is not printed for people.").format(day=words.day(line.failed_on))
    if line.verified_on is None:
        return _("Nobody has checked this yet. Try it before you hand it on.")
    if not line.holds(opened.today):
        return _("Checked on {day}. That is too long ago: try it again.").format(day=words.day(line.verified_on))
    return _("Checked on {day}.").format(day=words.day(line.verified_on))

"""The page before the circle begins: two or three questions, what follows from them, and what to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.errors import UserError
from facilitator.evening.counts import ADULTS
from facilitator.evening.go import CUT, Verdict, lack_words
from facilitator.i18n import _, ngettext
from facilitator.messages import explain
from ui.screens.tonight.ready.asking import FIRST_AIDER, SECOND, Ready
from ui.screens.tonight.running.script import line_said
from ui.theme import Theme
from ui.widgets import (
    MIDDLE,
    STRETCH,
    Button,
    CheckRow,
    Columns,
    Fact,
    Flow,
    Header,
    KeyCap,
    Label,
    Notice,
    Page,
    Panel,
    Rule,
    Sheet,
    Stepper,
    across,
    announce,
    box,
    down,
)


class ReadyPage(Page):
    """`ticked` carries an item and whether it is so, `adults` a number; `beginning`, `shortening` and `calling_off`
    are what may follow. The keys 1 and 2 tick.
    """

    ticked = Signal(str, bool)
    adults = Signal(int)
    beginning = Signal()
    shortening = Signal()
    calling_off = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        way = Button(theme, _("Who is there"), "quiet", "left", flush=True)
        self._header = Header(theme, "", _("Before you begin"), back=way)
        super().__init__(theme, self._header, 16)
        self._theme = theme
        way.clicked.connect(self.left)
        self.second = CheckRow(theme, _("Two facilitators are here"), softens=False,
                               hint=_("One can go out with somebody, one stays."))  # fmt: skip
        self.first_aider = CheckRow(theme, _("Somebody can do first aid"), softens=False,
                                    hint=_("And everybody knows who."))  # fmt: skip
        self.rows = {SECOND: self.second, FIRST_AIDER: self.first_aider}
        for key, row in self.rows.items():
            row.clicked.connect(lambda on=False, key=key: self.ticked.emit(key, on))
        self.stepper = Stepper(theme, 0, _("Adults in the room"), most=99)
        self.stepper.valueChanged.connect(self.adults)
        needs = _("Adults in the room. A circle for under-18s needs {n}.").format(n=ADULTS)
        self._adults = box(down(theme, 10, Rule(theme), 10, across(
            theme, (Label(theme, needs, "body", wrap=True), 1), self.stepper, gap=12)))  # fmt: skip
        self._verdict = down(theme)
        self._words = down(theme, gap=10, margins=(22, 14, 16, 16))
        self._words_title = Label(theme, "", "h3", wrap=True)
        words = Panel(theme, self._words, "look_tint" if theme.tokens.name == "contrast" else "sheet", "look")
        self._words_box = box(down(theme, self._words_title, 10, words))
        self.refused = Notice(theme, "", "", "danger")
        self.refused.hide()
        self._shown: object = None
        asked = [across(theme, (row, 1), (KeyCap(theme, str(n)), 0, MIDDLE), gap=10)
                 for n, row in enumerate(self.rows.values(), 1)]  # fmt: skip
        sheet = Sheet(theme, down(theme, *asked, self._adults, 18, Rule(theme), 16, box(self._verdict), STRETCH,
                                  margins=(28, 22, 28, 24), gap=4), stack=2)  # fmt: skip
        self.body.put(self.refused, 4, (Columns(theme, sheet, box(down(theme, self._words_box, STRETCH)),
                                                shares=(54, 46), gap=40), 1))  # fmt: skip

    def show_ready(self, ready: Ready) -> None:
        """Show an evening before it begins."""
        self._header.say(ready.evening.group.name, _("Before you begin"))
        self.second.setChecked(ready.there.facilitators > 1)
        self.first_aider.setChecked(ready.there.first_aider)
        self._adults.setVisible(ready.evening.group.for_under_18s)
        self.stepper.blockSignals(True)
        self.stepper.setValue(ready.there.adults or 0)
        self.stepper.blockSignals(False)
        key = (ready.answer, ready.can_shorten, ready.words)
        if key != self._shown:
            first, self._shown = self._shown is None, key
            self._show_verdict(ready)
            self._show_words(ready)
            if not first:
                announce(self, self._said)
                if ready.answer.verdict is Verdict.GO and self.isActiveWindow():
                    self.next_button.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_first(self) -> None:
        """Give the keyboard to the first question that is open."""
        rows = [row for row in self.rows.values() if not row.isChecked()]
        (rows[0] if rows else self.next_button).setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say in place what could not be done."""
        message = explain(error)
        self.refused.say(message.said, message.next)
        self.refused.show()
        self.view.ensureWidgetVisible(self.refused)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 and 2 tick the questions; Enter anywhere is the next step."""
        row = {Qt.Key.Key_1: self.second, Qt.Key.Key_2: self.first_aider}.get(Qt.Key(event.key()))
        if row is not None and not isinstance(self.focusWidget(), QLineEdit):
            row.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------ what follows
    def _show_verdict(self, ready: Ready) -> None:
        theme, verdict = self._theme, ready.answer.verdict
        self._verdict.clear()
        lacks = [lack_words(lack, ready.answer.adults) for lack in ready.answer.lacks]
        begin = Button(theme, _("Begin the circle"), "primary", "play", big=True)
        begin.clicked.connect(self.beginning)
        self.next_button = begin
        if verdict is Verdict.GO:
            self._said = _("All is ready.")
            self._verdict.put(Fact(theme, "check", self._said, lead=True), 14, begin)
            return
        why = [Fact(theme, "info", words, look=True) for words in lacks]
        if verdict is Verdict.NO:
            self._said = _("This circle does not begin.")
            off = self.next_button = Button(theme, _("Call the evening off"), "primary", "calendar", big=True)
            off.clicked.connect(self.calling_off)
            said = Panel(theme, down(theme, Label(theme, self._said, "strong", "danger", wrap=True), 6, *(
                Label(theme, words, "body", wrap=True) for words in lacks), margins=(20, 12, 16, 14)),
                "danger_tint", "danger")  # fmt: skip
            more = _("Is another adult on the way? Wait together, and count again. Nobody is sent home alone.")
            self._verdict.put(said, 10, Label(theme, more, "body", "soft", wrap=True), 14, off)
            return
        self._said = _("A shorter evening would be easier on you.")
        self._verdict.put(Label(theme, self._said, "h3", wrap=True), 8, box(down(theme, *why, gap=8)), 14)
        begin.setText(_("Begin as planned all the same") if ready.can_shorten else _("Begin the circle"))
        if ready.can_shorten:
            begin.set_kind("plain")
            words = ngettext("Begin, with {n} minute", "Begin, with {n} minutes", CUT).format(n=CUT)
            short = self.next_button = Button(theme, words, "primary", "clock", big=True)
            short.clicked.connect(self.shortening)
            plan = ready.short.title if ready.short is not None else _("your own plan, made shorter")
            self._verdict.put(Label(theme, _("The plan is then: {plan}.").format(plan=plan), "body", "soft", wrap=True),
                              10, box(Flow(theme, short, begin, gap=12)))  # fmt: skip
        else:
            self._verdict.put(begin)

    def _show_words(self, ready: Ready) -> None:
        self._words.clear()
        at_the_door = ready.answer.verdict is Verdict.NO
        self._words_title.setText(_("What to say at the door") if at_the_door else _("What to say"))
        self._words.put(*(line_said(self._theme, line, "body", "small") for line in ready.words))
        self._words_box.setVisible(bool(ready.words))

"""A page on which a text is written under the guard: the text, the panel beside it or the dock below, the keys."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.guarding import GuardFacts, NoteGuard
from facilitator.i18n import _
from facilitator.nameguard import PersonId
from ui.theme import Theme
from ui.widgets import Header, Page, Rule, Sheet, announce, box, down
from ui.widgets.placing import Aside, Flow
from ui.writing.dock import GuardDock
from ui.writing.editor import Editor
from ui.writing.marks import legend
from ui.writing.panel import GuardPanel
from ui.writing.saying import left_words
from ui.writing.settling import Word

PANEL = 360
"""Width of the panel, in design px."""
_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class GuardedPage(Page):
    """What such pages share. `always` carries a word never to be asked about again, `asked` one of which it is to be
    known whether it may be: `knows` answers, and `know` takes a guard that knows a word more.

    A page lays out `paper`, `panel` and what is its own; it says in `_say` what is in the way of keeping, in `_next`
    which button leads on, and in `send` what that does.
    """

    always = Signal(str)
    asked = Signal(str)

    def __init__(self, theme: Theme, header: Header, name: str, facts: GuardFacts, guard: NoteGuard,
                 headings: Sequence[str] = ()) -> None:
        super().__init__(theme, header, 16)
        self._theme, self._facts = theme, facts
        self._ordinary: dict[str, bool] = {}
        self._found = False
        self.editor = Editor(theme, name, guard, headings)
        self.panel = GuardPanel(theme, self._name)
        self.panel.follow(self.view)
        self.dock_row = GuardDock(theme, self._name)
        self.dock_row.hide()
        self.dock(self.dock_row)
        self.editor.read.connect(self._show)
        self.editor.changed.connect(self._typed)
        self.editor.caret_moved.connect(self._follow_caret)
        for answers in (self.panel, self.dock_row):
            answers.used.connect(self._use)
            answers.kept.connect(self._keep)
            answers.over.connect(self._over)
            answers.left.connect(lambda: self.editor.setFocus(Qt.FocusReason.OtherFocusReason))
        self.dock_row.stepped.connect(lambda: self.walk(1))
        self.panel.picked.connect(self._pick)
        self.panel.all_used.connect(self._use_all)
        self.panel.always.connect(self.always)
        self.narrowed.connect(lambda _narrow: self._arrange())

    # ------------------------------------------------------------ for the page
    def _say(self) -> None:
        """Whether it can be kept, and what is in the way."""
        raise NotImplementedError

    def _next(self) -> QWidget:
        """Where the keyboard goes once everything is settled."""
        raise NotImplementedError

    def send(self) -> None:
        """Go on, if nothing is left to settle."""
        raise NotImplementedError

    @property
    def writing(self) -> bool:
        """Whether the words are in sight, and not a step after them."""
        return True

    def paper(self, *beside: QWidget) -> Sheet:
        """The sheet that the words stand on, with what the two lines mean above them."""
        theme = self._theme
        signs = box(Flow(theme, *legend(theme), gap=18, line_gap=4))
        head: QWidget = signs
        for one in beside:
            head = box(Aside(theme, head, one, gap=16, stacked_gap=4, least=320))
        return Sheet(theme, down(theme, head, 8, Rule(theme), 14, (self.editor, 1), margins=(32, 10, 28, 16)),
                     stack=2)

    @property
    def kept(self) -> tuple[str, ...]:
        """The words that were let stand, once for each place."""
        text = self.editor.text
        return tuple(text[start:end] for start, end in self.editor.kept)

    def half(self) -> dict[str, str]:
        """What is half typed, with what was let stand in it."""
        return {"words": self.editor.text, "kept": json.dumps(self.editor.kept)}

    def put_half(self, fields: Mapping[str, str]) -> None:
        """Put it back."""
        kept = [(int(start), int(end)) for start, end in json.loads(fields.get("kept") or "[]")]
        self.editor.put(fields.get("words", ""), kept)
        self.editor.go_to(len(self.editor.text))  # whoever was called away writes on

    def wipe(self) -> None:
        """Forget every word that was typed, and who is who."""
        self.editor.wipe()
        self.panel.show_words((), None)
        self.dock_row.show_words((), None)

    # ------------------------------------------------------------ settling
    def walk(self, step: int) -> None:
        """Go to the next word that is to be settled, or the one before; from the last to the first."""
        if not self.writing:
            return
        self.editor.settle()
        words = self.editor.words
        if not words:
            announce(self, _("There is nothing to settle."))
            return
        here = self.editor.here
        self.panel.one_by_one()
        if here in words:
            at = (words.index(here) + step) % len(words)
        else:
            caret = self.editor.caret
            after = next((n for n, word in enumerate(words) if word.flag.end >= caret), len(words))
            at = (after if step > 0 else after - 1) % len(words)
        self._pick(words[at])

    def knows(self, word: str, ordinary: bool) -> None:
        """Whether a word may be kept always."""
        self._ordinary[word] = ordinary
        self._show()

    def know(self, facts: GuardFacts, guard: NoteGuard) -> None:
        """Go by a guard that knows a word more."""
        self._facts = facts
        self.editor.settling.know(guard)
        self.editor.settle()

    def _show(self) -> None:
        """The guard has read: show what it found, and have it said once where there was nothing before."""
        words, here = self.editor.words, self.editor.here
        if words and not self._found and self.editor.hasFocus():
            announce(self, _("{count} F8 leads there.").format(count=left_words(len(words))))
        self._found = bool(words)
        if here is None and words:
            here = words[0]
        ordinary = here is not None and self._ordinary.get(here.written, False)
        self.panel.show_words(words, here, ordinary, not self.editor.text.strip())
        self.dock_row.show_words(words if self.narrow and self.writing else (), here)
        if here is not None and not here.sure and here.written not in self._ordinary:
            self._ordinary[here.written] = False
            self.asked.emit(here.written)
        self._say()

    def _typed(self) -> None:
        self._say()

    def _pick(self, word: object) -> None:
        self.editor.look_at(word if isinstance(word, Word) else None)
        self._show()
        if isinstance(word, Word):
            answers = self.dock_row if self.narrow else self.panel
            answers.focus_answer()
            answers.tell(self.editor.words.index(word) + 1, len(self.editor.words))

    def _use(self, word: object, label: str) -> None:
        if isinstance(word, Word):
            self._answer(word, lambda: self.editor.use(word, label))

    def _keep(self, word: object) -> None:
        if isinstance(word, Word):
            self._answer(word, lambda: self.editor.keep(word))

    def _over(self, word: object) -> None:
        if isinstance(word, Word):
            self.editor.look_at(word)
            self.editor.type_over(word)

    def _use_all(self, words: object) -> None:
        if isinstance(words, tuple) and words:
            self._answer(None, lambda: self.editor.use_all(words))

    def _answer(self, word: Word | None, act: Callable[[], None]) -> None:
        """Do it, and go on to the word after it, or to the first; to the way on when nothing is left."""
        before = self.editor.words
        place = before.index(word) if word in before else 0
        act()
        words = self.editor.words
        if words:
            self._pick(words[place % len(words)])
            return
        self.editor.look_at(None)
        self._show()
        announce(self, _("Everything is settled."))
        target = self._next()
        target.setFocus(Qt.FocusReason.TabFocusReason)
        QTimer.singleShot(0, target, lambda: self.view.ensureWidgetVisible(target, 0, self._theme.px(24)))

    def _name(self, person: PersonId) -> str:
        """Somebody by name, told apart by their place on the list where names are alike."""
        one = self._facts.person(person)
        if one is None:
            return _("somebody")
        whole = f"{one.preferred} {one.surname}".strip()
        alike = [other for other in self._facts.people
                 if (other.preferred, other.surname) == (one.preferred, one.surname)]
        if len(alike) < 2:
            return whole
        return _("{name}, number {n} on the list").format(name=whole, n=alike.index(one) + 1)

    # ------------------------------------------------------------ room and keys
    def _arrange(self) -> None:
        """Where there is one column the word in question stands at the foot instead of beside."""
        here = QApplication.focusWidget()
        answering = here is not None and (self.panel.isAncestorOf(here) or self.dock_row.isAncestorOf(here))
        self.panel.setVisible(not self.narrow)
        self._show()
        if answering and self.editor.words:  # what had the keyboard has gone: the same answer has it on the other side
            (self.dock_row if self.narrow else self.panel).focus_answer()

    def _follow_caret(self, rect: QRect) -> None:
        if (paper := self.view.widget()) is not None:
            spot = self.editor.mapTo(paper, rect.center())
            self.view.ensureVisible(spot.x(), spot.y(), 0, rect.height() + self._theme.px(24))

    def event(self, event: QEvent) -> bool:
        """Keys that mean something else elsewhere in the window are this page's while somebody writes."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._mine(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F8 walks on, Shift+F8 back; Ctrl+Enter goes on; undo works while an answer has the keyboard, too."""
        if event.key() == Qt.Key.Key_F8 and self.writing:
            self.walk(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif self._mine(event):
            (self.editor.undo if event.matches(_UNDO) else self.editor.redo)()
            self.editor.settle()
        elif self.writing and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
                event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.send()
        else:
            super().keyPressEvent(event)

    def _mine(self, event: QKeyEvent) -> bool:
        if not self.writing:
            return False
        text = self.editor.document()
        return (event.key() == Qt.Key.Key_F8 or (event.matches(_UNDO) and text.isUndoAvailable())
                or (event.matches(_REDO) and text.isRedoAvailable()))

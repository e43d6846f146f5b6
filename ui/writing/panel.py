"""The panel beside the text: the word in question with its three answers, the rest as rows, the keys at the foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from facilitator.i18n import _, ngettext, pgettext
from facilitator.nameguard import PersonId
from ui.theme import Theme
from ui.widgets import MIDDLE, STRETCH, Button, Columns, Flow, KeyCap, Label, Panel, Sheet, across, announce, box, down
from ui.writing.alongside import Alongside
from ui.writing.marks import WordRow
from ui.writing.saying import kind_words, left_words, why_words
from ui.writing.settling import Word, at_once

_ROWS = 4
"""So many of the rest stand as rows; how many more there are is said."""


class Answers(QWidget):
    """What panel and dock share: the word in question and how it is answered.

    `used` carries a word and its label, `kept` and `over` a word; keeping what is sure asks once more. Where several
    have a name `choices` ask who is meant, by what `names` calls them.
    """

    used = Signal(object, str)
    kept = Signal(object)
    over = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, names: Callable[[PersonId], str]) -> None:
        super().__init__()
        self._theme, self._names = theme, names
        self._word: Word | None = None
        self._asking = False
        self.choices: tuple[Button, ...] = ()
        self.use_button = Button(theme, " ", "primary", "check", wide=True)
        self.keep_button = Button(theme, pgettext("a word as it stands", "Keep it"), "plain", wide=True)
        self.type_button = Button(theme, _("Type over"), "plain", wide=True)
        self.use_button.clicked.connect(self._use)
        self.keep_button.clicked.connect(self._keep)
        self.type_button.clicked.connect(self._over)

    @property
    def word(self) -> Word | None:
        """The word in question."""
        return self._word

    @property
    def asking(self) -> bool:
        """Whether it asks once more before a word that is surely somebody stays."""
        return self._asking

    def ask_about(self, word: Word | None) -> None:
        """Put a word in question."""
        if word is None or self._word is None or word.flag != self._word.flag:
            self._asking = False
        self._word = word
        if word is not None:
            self.use_button.setText(_("Use “{label}”").format(label=word.label))
            self.use_button.set_kind("plain" if word.choices else "primary")
        self._say()

    def focus_answer(self) -> None:
        """Give the keyboard to the answer; who is meant is asked, and never guessed."""
        target = self.choices[0] if self.choices else self.use_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, word: Word | None, wide: bool) -> tuple[Button, ...]:
        """A button for each person it may be."""
        made = []
        for person, label in word.choices if word is not None else ():
            words = _("{name}: “{label}”").format(name=self._names(person), label=label)
            button = Button(self._theme, words, "plain", wide=wide)
            button.clicked.connect(lambda _on=False, label=label, word=word: self.used.emit(word, label))
            made.append(button)
        self.choices = tuple(made)
        return self.choices

    def tell(self, place: int, count: int) -> None:
        """Have a screen reader say the word in question."""
        if (word := self._word) is not None:
            kind = " ".join(words for words in (kind_words(word), why_words(word)) if words)
            words = _("{word}, {n} of {count}. {kind} Which of them is meant? K keeps the word, E types over.") if (
                word.choices) else _("{word}, {n} of {count}. {kind} Proposed: {label}. Enter uses it, K keeps the "
                                     "word, E types over.")
            announce(self, words.format(word=word.written, n=place, count=count, kind=kind, label=word.label))

    def _say(self) -> None:
        sure = self._asking
        self.keep_button.setText(_("Keep it all the same") if sure else pgettext("a word as it stands", "Keep it"))
        self.keep_button.set_kind("danger" if sure else "plain")

    def _use(self) -> None:
        if self._word is not None:
            self.used.emit(self._word, self._word.label)

    def _keep(self) -> None:
        word = self._word
        if word is None:
            return
        if word.sure and not self._asking:
            self._asking = True
            self._say()
            announce(self, ask_again(word))
            return
        self._asking = False
        self.kept.emit(word)

    def _over(self) -> None:
        if self._word is not None:
            self._asking = False
            self._say()
            self.over.emit(self._word)

    def _in_sight(self) -> bool:
        """Whether the word in question is shown: no key answers for one that is not."""
        return self._word is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """K keeps, E types over, Escape leads back to the text."""
        plain = not event.modifiers() and not event.isAutoRepeat() and self._in_sight()
        acts: dict[int, Callable[[], None]] = {Qt.Key.Key_K: self._keep, Qt.Key.Key_E: self._over}
        if plain and event.key() in acts:
            acts[event.key()]()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.ignore()


class GuardPanel(Answers):
    """The panel. `picked` brings a word into question, `all_used` carries those to be replaced in one go.

    `always` carries a word that need not be asked about again.
    """

    picked = Signal(object)
    all_used = Signal(object)
    always = Signal(str)

    def __init__(self, theme: Theme, names: Callable[[PersonId], str]) -> None:
        super().__init__(theme, names)
        self._shown: object = None
        self._sure: tuple[Word, ...] = ()
        self._listing = False
        self._use_listed: Button | None = None
        self._chosen: Word | None = None
        self._count = Label(theme, left_words(0), "body", "soft", wrap=True)
        self._title = Label(theme, "", "h2", wrap=True)
        self._place = Label(theme, "", "small", "soft", tabular=True)
        self._kind = Label(theme, "", "body", wrap=True)
        self._why = Label(theme, "", "small", "soft", wrap=True)
        self._again = Label(theme, "", "label", "danger", wrap=True)
        self._again.hide()
        self._choices = down(theme, gap=8)
        self._others = box(self._choices)
        self._others.hide()
        self.always_button = Button(theme, _("Always keep this word"), "quiet", flush=True)
        self.always_button.hide()
        self.always_button.clicked.connect(lambda: self.always.emit(self._word.written) if self._word else None)
        pair = box(Columns(theme, self.keep_button, self.type_button, shares=(1, 1), gap=8, stacked_gap=8, below=120))
        head = across(theme, (self._title, 1), (self._place, 0, MIDDLE), gap=10)
        self._card = _Card(theme, down(
            theme, box(head), 2, self._kind, 2, self._why, 8, self._again, 6, self._others, self.use_button, 8, pair,
            self.always_button, margins=(22, 14, 18, 16)))
        self._list = down(theme)
        self.all_button = Button(theme, " ", "quiet", flush=True)
        self.all_button.clicked.connect(self._list_all)
        self.all_button.hide()
        self._rows = box(self._list)
        keys = box(Flow(theme, *(
            box(across(theme, KeyCap(theme, key), (Label(theme, words, "small", "soft"), 0, MIDDLE), gap=6))
            for key, words in (("F8", _("next")), ("Enter", _("use")), ("K", _("keep")), ("E", _("edit")))),
            gap=12, line_gap=6))
        sheet = Sheet(theme, down(
            theme, Label(theme, _("Name guard"), "h3", wrap=True), 2, self._count, 12, self._card, 8, self._rows,
            self.all_button, STRETCH, 14, keys, margins=(22, 18, 22, 18)))
        self._alongside = Alongside(theme, sheet)
        self.setLayout(down(theme, (self._alongside, 1)))
        self.show_words((), None)

    def follow(self, view: QScrollArea) -> None:
        """Stay in sight of a text that is longer than the page."""
        self._alongside.follow(view)

    # ------------------------------------------------------------ what it shows
    def show_words(self, words: Sequence[Word], here: Word | None, ordinary: bool = False, empty: bool = False) -> None:
        """Show what is to be settled; `ordinary` says that the word in question may be kept always.

        `empty` says that nothing is written yet.
        """
        self.ask_about(here)
        self._sure = at_once(words)
        self._listing = self._listing and len(self._sure) > 1
        self._count.setText(_("As you write, words that may point to somebody are underlined. You decide about each.")
                            if empty else left_words(len(words)))
        self._card.setVisible(here is not None and not self._listing)
        if here is not None:
            self._title.setText(here.written)
            self._place.setText(_("{n} of {count}").format(n=words.index(here) + 1, count=len(words)))
            self._kind.setText(kind_words(here))
            self._why.setText(why_words(here))
            self._why.setVisible(bool(why_words(here)))
            self._card.show_sure(here.sure)
            self._show_choices(here)
        self.always_button.setVisible(here is not None and not here.sure and ordinary)
        rest = tuple(word for word in words if word is not here) if not self._listing else self._sure
        shown = (rest, self._listing)
        if shown != self._shown:
            self._shown = shown
            self._show_rest(rest)
        many = len(self._sure)
        self.all_button.setVisible(many > 1 and not self._listing)
        self.all_button.setText(ngettext("Use the label of {n} sure word…", "Use the labels of {n} sure words…",
                                         many).format(n=many))

    def focus_answer(self) -> None:
        """While the sure words are listed, the button under them has the keyboard."""
        if self._listing and self._use_listed is not None:
            self._use_listed.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().focus_answer()

    def tell(self, place: int, count: int) -> None:
        """While the sure words are listed, say what becomes of each."""
        if not self._listing:
            super().tell(place, count)
            return
        pairs = (_("{word}: {label}").format(word=word.written, label=word.label) for word in self._sure)
        announce(self, " ".join((_("These words become"), "; ".join(pairs))))

    def one_by_one(self) -> None:
        """Put the list of the sure words away; what is next to be shown is one word."""
        self._listing = False

    def _in_sight(self) -> bool:
        return super()._in_sight() and not self._listing

    def _say(self) -> None:
        super()._say()
        self._again.setVisible(self._asking)
        if self._asking and self._word is not None:
            self._again.setText(ask_again(self._word))

    def _show_choices(self, here: Word) -> None:
        if here == self._chosen:
            return
        self._chosen = here
        self._choices.clear()
        buttons = self._choose(here, True)
        self._others.setVisible(bool(buttons))
        if buttons:
            self._choices.put(Label(self._theme, _("Which of them is meant?"), "body", wrap=True), *buttons, 2)

    def _show_rest(self, rest: Sequence[Word]) -> None:
        theme = self._theme
        self._list.clear()
        self._use_listed = None
        if self._listing:
            self._list.put(Label(theme, _("These words become"), "strong", wrap=True), 4)
        limit = len(rest) if self._listing else _ROWS
        shown = rest[:limit]
        for n, word in enumerate(shown):
            row = WordRow(theme, word, n == len(shown) - 1)
            row.clicked.connect(lambda _on=False, word=word: self._pick(word))
            self._list.put(row)
        if len(rest) > limit:
            more = ngettext("and {n} more", "and {n} more", len(rest) - limit).format(n=len(rest) - limit)
            self._list.put(6, Label(theme, more, "small", "soft", wrap=True))
        if self._listing:
            use = Button(theme, ngettext("Use this {n} label", "Use these {n} labels", len(rest)).format(n=len(rest)),
                         "primary", "check", wide=True)
            use.clicked.connect(self._use_all)
            self._use_listed = use
            back = Button(theme, _("One by one instead"), "plain", wide=True)
            back.clicked.connect(lambda: self._pick(self._word))
            self._list.put(12, use, 8, back)

    def _list_all(self) -> None:
        self._listing = True
        self.picked.emit(self._word)

    def _use_all(self) -> None:
        self._listing = False
        self.all_used.emit(self._sure)

    def _pick(self, word: Word | None) -> None:
        self._listing = False
        self.picked.emit(word)


class _Card(Panel):
    """The word in question, tinted by how sure it is."""

    def __init__(self, theme: Theme, layout: QLayout) -> None:
        super().__init__(theme, layout, "danger_tint", "danger")

    def show_sure(self, sure: bool) -> None:
        """Red or amber."""
        self._tint, self._bar = ("danger_tint", "danger") if sure else ("look_tint", "look")
        self.update()


def ask_again(word: Word) -> str:
    """The question before a word that is surely somebody stays."""
    return _("“{word}” would be kept for all who read it. Keep it all the same?").format(word=word.written)

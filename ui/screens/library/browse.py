"""The shelves: a calm list at the leading side, narrowed by what is looked for, and the item beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from facilitator.i18n import _, ngettext
from facilitator.model.content import Moment
from facilitator.model.group import Application
from facilitator.model.own import OwnText
from ui.screens.library import words
from ui.screens.library.asking import Key, Kind
from ui.screens.library.narrowing import FAVOURITES, OURS, STALE, TAG, YOURS, Narrowing, Wanted
from ui.screens.library.preview import Preview
from ui.screens.library.shelving import Entry, Shelves
from ui.spare import with_viewport
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Aside,
    Button,
    Chip,
    ChoiceField,
    Columns,
    Flow,
    Header,
    Label,
    Notice,
    Page,
    Paragraph,
    RowItem,
    RowList,
    Sheet,
    TextField,
    announce,
    box,
    down,
)

LIST, ROOM = 400, 360
"""Design px: how wide the list is beside an item, and how high both are at least."""
_QUIET_MS = 500
_TAGS = 4
"""How many tags stand over the list."""


class BrowsePage(Page):
    """All that can be looked up. `picked` carries the key of the row one is on, `opened` of the one gone to."""

    picked = Signal(object)
    opened = Signal(object)
    writing = Signal(object)  # the kind of a new item
    binning = Signal(object)  # own words that cannot be used
    calling = Signal()  # to the numbers
    sharing = Signal()  # to content packs

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        card = Button(theme, _("New card"), "plain", "plus")
        script = Button(theme, _("New words to say"), "plain", "plus")
        card.clicked.connect(lambda: self.writing.emit(Kind.CARD))
        script.clicked.connect(lambda: self.writing.emit(Kind.SCRIPT))
        numbers = Button(theme, _("Numbers to call"), "plain", "phone")
        numbers.clicked.connect(lambda: self.calling.emit())
        share = Button(theme, _("Share"), "quiet", "carry")
        share.clicked.connect(lambda: self.sharing.emit())
        super().__init__(theme, Header(theme, "", _("Library"), card, script, numbers, share), 14)
        self._shelves: Shelves | None = None
        self._narrowing: Narrowing | None = None
        self._wanted = Wanted(group=OURS)
        self.search = TextField(theme, _("Look for"))
        self.search.changed.connect(lambda _text: self._narrow(typed=True))
        self.search.edit.installEventFilter(self)
        self.kind = ChoiceField(theme, _("What"), _whats(()))
        self.group = ChoiceField(theme, _("For"), ())
        self.moment = ChoiceField(theme, _("Moment"), ())
        for field in (self.kind, self.group, self.moment):
            field.chosen.connect(lambda _value: self._narrow())
        self.rows = RowList(theme, _("Items"), fit=False)
        self.rows.picked.connect(self.picked)
        self.rows.opened.connect(self.opened)
        self.rows.installEventFilter(self)
        self._count = Label(theme, "", "small", "soft", wrap=True)
        self.favourites = Chip(theme, _("Favourites"), icon="star")
        self.favourites.clicked.connect(lambda: self._press(self.favourites, FAVOURITES))
        self.tags: dict[str, Chip] = {}
        self._tags = down(theme)
        head = box(Aside(theme, self._count, self.favourites, gap=8, stacked_gap=4, least=100))
        self._nothing = box(down(theme))
        self._sheet = Sheet(theme, down(theme, box(down(theme, head, self._tags, margins=(12, 0, 6, 6))),
                                        (self.rows, 1), self._nothing, margins=(12, 12, 12, 12)))  # fmt: skip
        self._beside = _Beside(theme)
        self._columns = Columns(theme, self._sheet, self._beside, fixed=(LIST, None), gap=24)
        self._sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        fields = Columns(theme, box(Columns(theme, self.search, self.kind, gap=16, stacked_gap=12, below=300)),
                         box(Columns(theme, self.group, self.moment, gap=16, stacked_gap=12, below=300)),
                         gap=16, stacked_gap=12, below=700)  # fmt: skip
        self._torn = down(theme)
        self.body.put(self._torn, box(fields), 16, (box(self._columns), 1))
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(lambda: announce(self.search.edit, self._count.words))
        self.narrowed.connect(lambda _narrow: self._turn())
        theme.follow(self._arrange)
        self._arrange()

    # ------------------------------------------------------------ showing
    def show_shelves(self, shelves: Shelves) -> None:
        """Show what there is; what was chosen and typed goes on holding."""
        self._shelves, self._narrowing = shelves, Narrowing(shelves)
        ours: tuple[tuple[object, str], ...] = ((OURS, _("Our kinds of group")),) if shelves.ours else ()
        self.group.menu.set_choices((*ours, (None, _("Every kind of group")), *shelves.names), self._group(shelves))
        self.moment.menu.set_choices(((None, _("Any moment")), *shelves.moments), self.moment.value)
        self._show_tags(shelves)
        whats, what = _whats(shelves.tags), self.kind.value
        self.kind.menu.set_choices(whats, what if what in dict(whats) else None)
        self._narrow(again=True)

    def _show_tags(self, shelves: Shelves) -> None:
        """How many favourites there are, and a press for each of the first tags; the menu has them all."""
        favourites = sum(entry.favourite for entry in shelves.entries)
        self.favourites.set_count(favourites or None)
        shown = shelves.tags[:_TAGS]
        if tuple(self.tags) == shown:
            return
        self.tags = {tag: Chip(self._theme, tag) for tag in shown}
        for tag, chip in self.tags.items():
            chip.setAccessibleName(_("Tag: {tag}").format(tag=tag))
            chip.clicked.connect(partial(self._press, chip, TAG + tag))
        self._tags.clear()
        if shown:
            row = box(Flow(self._theme, *self.tags.values(), gap=6, line_gap=6))
            self._tags.put(6, row)
            row.show()

    def _press(self, chip: Chip, what: str) -> None:
        self.only(what if chip.isChecked() else None)

    def only(self, what: object) -> None:
        """Look through what is marked so, or through everything."""
        self.kind.choose(what)
        self._narrow()

    def show_torn(self, torn: tuple[OwnText, ...]) -> None:
        """Tell of own words that cannot be used."""
        theme = self._theme
        self._torn.clear()
        for text in torn[:1]:  # one at a time: the next comes when this one is settled
            bin_it = Button(theme, _("Put it in the bin"))
            bin_it.clicked.connect(lambda _on=False, text=text: self.binning.emit(text))
            notice = Notice(theme, _("“{title}” cannot be used: its text is damaged.").format(title=text.title),
                            _("An older backup may still have it. The original stands in its place, if there is one."),
                            icon="warning", button=bin_it)  # fmt: skip
            self._torn.put(notice, 14)
            notice.show()

    def show_item(self, preview: Preview | None) -> None:
        """Show an item beside the list."""
        self._beside.show_item(preview)

    @property
    def preview(self) -> Preview | None:
        """The item beside the list."""
        return self._beside.preview

    def go_to(self, key: Key) -> None:
        """Choose a row; what hides it is taken back."""
        if all(item.key != key for item in self.rows.items):
            self.clear()
        self.rows.choose(key)
        if self.rows.at >= 0:
            self.rows.scrollTo(self.rows.currentIndex())

    def clear(self) -> None:
        """Look for everything again."""
        self.search.set_text("")
        for field in (self.kind, self.group, self.moment):
            field.choose(None)
        self._narrow()

    def focus_first(self) -> None:
        """Give the keyboard to the list, or to what is looked for where it is empty."""
        target: QWidget = self.rows if self.rows.items else self.search
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def chosen(self) -> Key | None:
        """The item whose row is chosen; the first one before that."""
        key = self.rows.key
        if isinstance(key, Key):
            return key
        return next((item.key for item in self.rows.items if isinstance(item.key, Key)), None)

    # ------------------------------------------------------------ narrowing
    def _group(self, shelves: Shelves) -> object:
        """The kinds of our groups until somebody chooses otherwise, where there are groups."""
        if self._wanted.group == OURS:
            return OURS if shelves.ours else None
        return self.group.value

    def _narrow(self, typed: bool = False, again: bool = False) -> None:
        if self._shelves is None or self._narrowing is None:
            return
        kind, group, moment = self.kind.value, self.group.value, self.moment.value
        self._wanted = Wanted(
            words=self.search.text, kind=kind if isinstance(kind, Kind | str) else None,
            group=group if isinstance(group, Application | str) else None,
            moment=moment if isinstance(moment, Moment) else None)  # fmt: skip
        self.favourites.setChecked(kind == FAVOURITES)
        for tag, chip in self.tags.items():
            chip.setChecked(kind == TAG + tag)
        found = self._narrowing.left(self._wanted)
        near = () if found else self._narrowing.near(self._wanted)
        found = found or near
        before = self.chosen
        self.rows.show_items(_rows(found, self._shelves.country))
        n = len(found)
        self._count.setText(_("Nothing has all of these words. These come near.") if near else
                            ngettext("{n} item", "{n} items", n).format(n=n))
        self._show_nothing(not found)
        self._arrange()
        if typed:
            self.rows.scrollToTop()
            self._quiet.start()
        now = self.chosen
        beside = None if self.preview is None else self.preview.opened.key
        if again and beside not in [entry.key for entry in found] and any(
                entry.key == beside for entry in self._shelves.entries):
            return  # what one has just done to an item may take it off this list, but not from under one's hands
        if now is None:
            self.show_item(None)
        elif now != before or self.preview is None:
            self.rows.choose(now)
            self.picked.emit(now)

    def _show_nothing(self, nothing: bool) -> None:
        theme, layout = self._theme, self._nothing.layout()
        self.rows.setVisible(not nothing)
        self._count.setVisible(not nothing)
        self._nothing.setVisible(nothing)
        if layout is None or not nothing:
            return
        clear = Button(theme, _("Look through everything"), "plain", "search")
        clear.clicked.connect(self._clear_and_begin)
        said, next = self._why_nothing()
        column = down(theme, Label(theme, said, "strong", wrap=True), 4, Paragraph(theme, next, "body", "soft"),
                      14, box(Flow(theme, clear)), STRETCH, margins=(12, 8, 12, 8))  # fmt: skip
        fresh = box(column)
        old = self._nothing
        sheet = self._sheet.layout()
        if sheet is not None:
            sheet.replaceWidget(old, fresh)
        old.hide()
        old.deleteLater()
        self._nothing = fresh
        fresh.show()

    def _why_nothing(self) -> tuple[str, str]:
        """Why the list is empty, and what to do about it."""
        kind = self._wanted.kind
        none = self._narrowing is not None and not self._narrowing.left(Wanted(kind=kind))
        if none and kind == FAVOURITES:
            return _("No favourites yet."), _("“Favourite” stands beside the title of every item.")
        if none and kind == YOURS:
            return (_("Nothing is in your own words yet."),
                    _("“Put it in your words” stands at the head of every item that may be changed."))
        if none and kind == STALE:
            return _("There is nothing to look at again."), _("What ships is looked over once a year.")
        if self._wanted.words:
            return (_("Nothing here is called “{words}”.").format(words=self._wanted.words),
                    _("Try fewer letters or another word, or choose less above."))
        return _("Nothing here fits all of that."), _("Try fewer letters or another word, or choose less above.")

    def _clear_and_begin(self) -> None:
        self.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ keys and measures
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from what is typed to the rows; Escape takes back what was typed."""
        if hasattr(self, "search") and watched is self.search.edit and event.type() == QEvent.Type.KeyPress \
                and isinstance(event, QKeyEvent):  # fmt: skip
            if event.key() == Qt.Key.Key_Down and self.rows.items:
                self.rows.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text:
                self.search.set_text("")
                self._narrow(typed=True)
                return True
        if hasattr(self, "rows") and watched is self.rows and event.type() == QEvent.Type.FocusIn and self.rows.at < 0:
            QTimer.singleShot(0, self.rows, self._tell_row)  # by then it has gone to a row
        found = super().eventFilter(watched, event)
        if isinstance(event, QResizeEvent):
            self._arrange()
        return found

    def _tell_row(self) -> None:
        if self.rows.hasFocus() and isinstance(self.rows.key, Key):
            self.picked.emit(self.rows.key)

    def _turn(self) -> None:
        """Beside the item again the list scrolls by itself: what is chosen stays in sight."""
        self._arrange()
        if not self.narrow:
            QTimer.singleShot(0, self.rows, self._bring_in_sight)

    def _bring_in_sight(self) -> None:
        self.rows.scrollTo(self.rows.currentIndex())
        # Its bar may come back only now: the list is narrower by that, and words that wrap anew make it longer.
        QTimer.singleShot(0, self.rows, lambda: self.rows.scrollTo(self.rows.currentIndex()))

    def _arrange(self) -> None:
        if not hasattr(self, "_quiet"):
            return
        if self.narrow and self._beside.isAncestorOf(self.window().focusWidget() or self):
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)  # not what happens to come next
        self._beside.setVisible(not self.narrow)
        high = self._theme.px(ROOM)
        self._sheet.setMinimumHeight(0 if self.narrow else high)
        self._beside.setMinimumHeight(0 if self.narrow else high)
        self.rows.setMinimumHeight(self.rows.all_rows() if self.narrow else self._theme.px(56))


class _Beside(Sheet):
    """The item beside the list, on the one sheet of the screen; it scrolls by itself."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, stack=2)
        self._area = QScrollArea()
        with_viewport(self._area)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        theme.dress(self._area.verticalScrollBar(), "scroll")
        self._theme = theme
        self.preview: Preview | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setLayout(down(theme, (self._area, 1), margins=(4, 4, 4, 4)))

    def show_item(self, preview: Preview | None) -> None:
        """Show an item, from its top."""
        self.preview = preview
        paper = QWidget()
        if preview is not None:
            paper.setLayout(down(self._theme, preview, STRETCH, margins=(24, 18, 22, 20)))
        self._area.setWidget(paper)
        paper.setAutoFillBackground(False)
        self._area.verticalScrollBar().setValue(0)


def _whats(tags: tuple[str, ...]) -> tuple[tuple[object, str], ...]:
    """What one may look through: everything, what is marked, or one shelf."""
    marked = ((FAVOURITES, _("Favourites")), (YOURS, _("In your own words")), (STALE, _("To look at again")))
    return ((None, _("Everything")), *marked,
            *((TAG + tag, _("Tag: {tag}").format(tag=tag)) for tag in tags),
            *((kind, words.kinds(kind)) for kind in Kind))


def _rows(entries: tuple[Entry, ...], country: str) -> list[RowItem]:
    """The items, each shelf under its heading."""
    out: list[RowItem] = []
    shelf: Kind | None = None
    for entry in entries:
        kind = entry.key.kind
        if kind is not shelf:
            shelf = kind
            title = words.kinds(kind)
            if kind is Kind.HELPLINE:
                title = _("Helplines, {country}").format(country=country)
            out.append(RowItem(kind, title, heading=True))
        side = (_("Look again") if entry.stale else _("Favourite") if entry.favourite else
                _("Yours") if entry.own else "")
        out.append(RowItem(entry.key, entry.title, entry.line, side=side, look=entry.stale))
    return out

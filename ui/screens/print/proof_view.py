"""The proof on screen: the page as a picture and in words, its neighbours, and the pack in thumbnails."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.errors import UserError
from facilitator.i18n import _
from facilitator.messages import explain
from ui.desk import Desk
from ui.preview import Pictures, Wanted, draw
from ui.screens.print.building import Key
from ui.screens.print.column import PageColumn
from ui.screens.print.picture import PagePicture
from ui.screens.print.pressing import NONE, Proof
from ui.screens.print.reading import ReadingPane
from ui.screens.print.thumbnails import WIDE, ThumbnailStrip
from ui.widgets import STRETCH, ChoiceBar, IconButton, Label, Notice, across, announce, box, down

_PICTURE, _WORDS = "picture", "words"


class ProofView(QWidget):
    """Shows pages of a proof. `chosen` carries the variant of a thumbnail; `rearranged` says there are others."""

    chosen = Signal(tuple)
    rearranged = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = desk.theme
        self._desk, self._theme = desk, theme
        self._proof: Proof | None = None
        self._glance: Proof | None = None
        self._key, self._next, self._at, self._grey = NONE, NONE, 0, False
        self._wide = True
        self._pictures = Pictures()
        self._wanted: Wanted | None = None
        self.bar = ChoiceBar(theme, ((_PICTURE, _("Picture")), (_WORDS, _("Words"))), _PICTURE,
                             name=_("Show the page as"))  # fmt: skip
        self.picture = PagePicture(theme)
        self.back_button = IconButton(theme, "left", _("Page before  Ctrl+Page Up"))
        self.on_button = IconButton(theme, "right", _("Next page  Ctrl+Page Down"))
        self.where = Label(theme, "", "body", tabular=True)
        self._turn = box(across(theme, STRETCH, self.back_button, self.where, self.on_button, STRETCH, gap=8))
        self.strip = ThumbnailStrip(theme)
        self.reading = ReadingPane(theme, desk.copy)
        self.trouble = Notice(theme, " ")
        self.trouble.hide()
        self._pages = PageColumn(theme, self.picture, self._turn, self.strip)
        self._pair = across(theme, (self._pages, 1), self.reading, gap=24)
        self.setLayout(down(theme, self.trouble, self.bar, (self._pair, 1), gap=16))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.bar.chosen.connect(lambda _value: self._arrange())
        self.back_button.clicked.connect(lambda: self.turn(-1))
        self.on_button.clicked.connect(lambda: self.turn(1))
        self.picture.turned.connect(self.turn)
        self.strip.chosen.connect(self._choose)
        self.picture.sized.connect(lambda _wide: self._draw())
        theme.follow(self._arrange)

    # ------------------------------------------------------------ what is shown
    @property
    def key(self) -> Key:
        """The piece that is shown."""
        return self._key

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Its parts in the order they are read."""
        return self.bar, self.picture, self.back_button, self.on_button, self.strip, self.reading

    @property
    def page(self) -> int:
        """The page of the PDF that is shown, from 0; -1 for none."""
        pages = self._source.places.get(self._key, ()) if self._source is not None else ()
        return pages[min(self._at, len(pages) - 1)] if pages else -1

    def show_proof(self, proof: Proof | None, grey: bool) -> None:
        """Show another proof, on the same page where it is still there."""
        self._proof, self._glance, self._grey = proof, None, grey
        self.trouble.hide()
        self._pictures.of(proof.pdf if proof is not None else b"")
        if proof is not None and self._next in proof.places:
            self._key, self._at, self._next = self._next, 0, NONE
        if proof is not None and self._key not in proof.places:
            kin = (*proof.of(self._key[0]), *proof.places)  # such as the same made of another card
            self._key, self._at = next(iter(kin), NONE), 0
        self._refresh()
        self._draw_thumbs()

    def show_piece(self, key: Key) -> None:
        """Turn to a piece's first page, now or once it is made."""
        if self._proof is None or key not in self._proof.places:
            self._next = key
        elif key != self._key or self._glance is not None:
            self._key, self._at, self._next, self._glance = key, 0, NONE, None
            self._pictures.of(self._proof.pdf)
            self._refresh()

    def show_glance(self, glance: Proof, grey: bool) -> None:
        """Show a piece that is not in, until another one is shown."""
        self._glance, self._grey = glance, grey
        self._key, self._at = next(iter(glance.places), NONE), 0
        self._pictures.of(glance.pdf)
        self._refresh()

    @property
    def glancing(self) -> bool:
        """Whether what is shown is not in."""
        return self._glance is not None

    @property
    def _source(self) -> Proof | None:
        return self._glance or self._proof

    def refuse(self, error: UserError) -> None:
        """Say why there is no proof."""
        message = explain(error)
        self.show_proof(None, self._grey)
        self.trouble.say(message.said, message.next)
        self.trouble.show()

    def turn(self, steps: int) -> None:
        """Turn pages of this piece."""
        pages = self._source.places.get(self._key, ()) if self._source is not None else ()
        at = max(0, min(len(pages) - 1, self._at + steps))
        if pages and at != self._at:
            self._at = at
            self._refresh()
            announce(self.picture, self.where.words)

    def forget(self) -> None:
        """Let pictures and words go."""
        self.show_proof(None, self._grey)

    # ------------------------------------------------------------ how it lies
    def be_wide(self, wide: bool) -> None:
        """Picture and words side by side, or one of the two."""
        self._wide = wide
        self._arrange()

    def _arrange(self) -> None:
        theme, wide = self._theme, self._wide
        picture = wide or self.bar.value != _WORDS
        self.bar.setVisible(not wide)
        self._pages.setVisible(picture)
        self.reading.setVisible(wide or not picture)
        self._pages.follow(not wide)
        self.reading.setFixedWidth(theme.px(262)) if wide else self.reading.setMaximumWidth(16_777_215)
        if not wide:
            self.reading.setMinimumWidth(0)
        self.reading.setMinimumHeight(0 if wide else theme.px(480))

    # ------------------------------------------------------------ drawing
    def _refresh(self) -> None:
        page, proof = self.page, self._source
        pages = proof.places.get(self._key, ()) if proof is not None else ()
        line = proof.lines.get(self._key) if proof is not None else None
        title = proof.titles.get(self._key, "") if proof is not None else ""
        said = _("Page {page} of {pages}, not in") if self._glance is not None else _("Page {page} of {pages}")
        where = said.format(page=self._at + 1, pages=len(pages)) if pages else ""
        self.where.setText(where)
        fact = proof.printed.pages[page] if proof is not None and page >= 0 else None
        if fact is not None:
            wide, high = fact.size
            self.picture.be(high / wide)
        self._turn.setVisible(bool(pages))
        self._pages.place()
        self.back_button.setEnabled(self._at > 0)
        self.on_button.setEnabled(self._at + 1 < len(pages))
        self.picture.setAccessibleName(f"{title}. {where}" if pages else _("No page to show"))
        text, heads = (fact.text, fact.heads) if fact is not None else ("", ())
        self.reading.say(text, heads, line.personal if line is not None and pages else None)
        self.strip.mark(NONE if self._glance is not None else self._key)
        self._draw()

    def _draw(self) -> None:
        proof, page = self._source, self.page
        if proof is None or page < 0:
            self.picture.show_picture(None)
            return
        more = self._at + 1 < len(proof.places[self._key])
        wanted = self._wanted = Wanted(page, self.picture.wide, self._grey)
        kept = self._pictures.get(wanted)
        if kept is not None:
            self.picture.show_picture(kept, more)
            return
        if not self.picture.isVisible():
            return
        pdf = proof.pdf

        def got(pictures: tuple[QImage, ...]) -> None:
            self._pictures.keep(pdf, wanted, pictures[0])
            if self._source is not None and self._source.pdf is pdf and self._wanted == wanted:
                self.picture.show_picture(pictures[0], more)

        self._desk.jobs.paper(self, lambda _progress: draw(pdf, (wanted,)), got, key="page")

    def _draw_thumbs(self) -> None:
        proof = self._proof
        places = proof.places if proof is not None else {}
        titles = proof.titles if proof is not None else {}
        if self.strip.show_pieces([(key, titles[key]) for key in places]):
            self.rearranged.emit()
        self.strip.mark(self._key)
        self.strip.setVisible(len(places) > 1)
        self._pages.place()
        if proof is None or len(places) < 2:
            return
        pdf = proof.pdf
        wide = round(self._theme.px(WIDE) * self.devicePixelRatioF())
        wanted = tuple(Wanted(pages[0], wide, self._grey) for pages in places.values())

        def got(pictures: tuple[QImage, ...]) -> None:
            for key, picture in zip(places, pictures, strict=True):
                self.strip.show_picture(key, picture)

        self._desk.jobs.paper(self, lambda _progress: draw(pdf, wanted), got, key="thumbs")

    def _choose(self, key: Key) -> None:
        self.show_piece(key)
        self.chosen.emit(key)

    def showEvent(self, event: object) -> None:
        """What was not drawn out of sight is drawn now."""
        self._draw()

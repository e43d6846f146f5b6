"""What is printed for an evening: the pieces, what they are filled with, and what is noted once they are out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.errors import NoEasyRead, NoSuchLayout, PrintedByHandOnly
from facilitator.evening import PapersOut, Sessions
from facilitator.evening.checklist import PRINTED
from facilitator.i18n import Translator, _, interface, joined, translator
from facilitator.library import Library
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.group import Group, RecordLevel
from facilitator.model.paper import Layout, Paper, PersonalData, Piece, Style, Turn
from facilitator.model.progress import Progress, no_progress
from facilitator.model.session import Session
from facilitator.people import Groups, Organisations
from facilitator.settings import VaultSettings
from facilitator.store import Store
from facilitator.tonight import Evening, Evenings
from facilitator.writing.translations import Translations

if TYPE_CHECKING:
    from facilitator.documents import Document, Pack, PackLine, PresenceGrid, Sheet, SheetContext
    from facilitator.evening.attendance import Grid
    from facilitator.model.content import AgreementOverlay, AgreementTemplate, CopingCard, Script

COVER = "cover-slip"
CARD = "feet-and-chair"
"""The coping card of the first handout."""
SCRIPT = "opening"
"""The words to say of a card on its own."""
_SLIPS_A_SHEET = 4
_NEWCOMERS = 2
_NEEDS_AGREEMENT = "agreement"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPlan:
    """A pack to be built: frozen, so that it can be built beside the vault."""

    group: Group
    session: Session
    pieces: tuple[Piece, ...]
    context: SheetContext

    def with_pieces(self, pieces: Sequence[Piece]) -> PackPlan:
        """The same evening with other pieces or copies."""
        return replace(self, pieces=tuple(pieces))

    def with_copies(self, copies: Mapping[str, int], style: Style = Style.STANDARD) -> PackPlan:
        """The same with other numbers of copies in one style, by document; what was not in comes in."""
        changed = [piece for piece in self.pieces
                   if piece.document in copies and piece.style is style and not piece.discreet]
        kept = tuple(piece for piece in self.pieces if piece not in changed)
        known = {piece.document: piece for piece in reversed(changed)}
        return self.with_pieces((*kept, *(
            replace(known[id], copies=number) if id in known else Piece(id, number, style)
            for id, number in copies.items())))

    def with_piece(self, piece: Piece) -> PackPlan:
        """The same with so many copies of one more piece, such as one in another language."""
        return self.with_pieces((*(kept for kept in self.pieces if kept.variant != piece.variant), piece))

    def spoken(self, language: str) -> PackPlan:
        """The same with all its pieces in a language; empty leaves them as they are."""
        speak = self.context.in_language
        return self if speak is None or not language else replace(self, context=speak(self.context, language))

    def on(self, paper: Paper) -> PackPlan:
        """The same on another paper."""
        return replace(self, context=replace(self.context, paper=paper))

    def styled(self, style: Style = Style.STANDARD, discreet: bool = False) -> PackPlan:
        """The same with all its plain pieces in another style, or all of it discreet."""
        return replace(self, context=replace(self.context, style=style, discreet=discreet))

    def in_easy_read(self, otherwise: Style | None = None) -> PackPlan:
        """The same with all its plain pieces in Easy Read, and in the other style those that have no such version.

        Raises NoEasyRead with all of these where no other style was chosen: nobody is given another one unasked.
        """
        from facilitator.documents.pack import listed, variant

        pieces, without = [], []
        for piece in self.pieces:
            document, chosen = known(piece.document), variant(self.context, piece)
            there = not chosen.lacks(document.needs) and document.has(Style.EASYREAD, chosen)
            if piece.copies and piece.style is Style.STANDARD and not there:
                without.append(listed(document, self.context, piece))
            style = piece.style if piece.style is not Style.STANDARD else Style.EASYREAD if there else otherwise
            pieces.append(replace(piece, style=style or Style.STANDARD))
        if without and otherwise is None:
            raise NoEasyRead(joined(without), len(without))
        return self.with_pieces(pieces)

    def turned(self, turn: Turn | None) -> PackPlan:
        """The same for a printer that turns the paper on one edge only; None where it does as it is told."""
        return replace(self, context=replace(self.context, turn=turn))

    def laid_out(self, document: Document, layout: Layout) -> PackPlan:
        """The same with one document on the paper in another way. Raises NoSuchLayout."""
        from facilitator.documents.declaration import LAYOUT

        if layout not in document.layouts or layout is Layout.POSTER:  # a pack goes onto one paper
            raise NoSuchLayout(title=document.title(self.context.translator))
        chosen = (LAYOUT, tuple(Layout).index(layout))
        return self.with_pieces(tuple(
            replace(piece, options=(*(one for one in piece.options if one[0] != LAYOUT), chosen))
            if piece.document == document.id else piece for piece in self.pieces))

    def telling(self) -> tuple[Piece, ...]:
        """The pieces that tell about people, which a library copy cannot hold. Raises as `make` does."""
        from facilitator.documents import telling

        return telling(self.pieces, self.context)

    def library_copy(self) -> PackPlan:
        """The same, checked to tell about nobody, before it may be saved for a stick. Raises HoldsPersonalData."""
        from facilitator.documents import require_nobody, without_people

        require_nobody(self.pieces, self.context)
        return replace(self, context=without_people(self.context))

    def make(self) -> Pack:
        """Lay the pack out. Raises DocumentNeeds for a piece that lacks something."""
        from facilitator.documents import make_pack

        return make_pack(self.pieces, self.context)

    def estimate(self) -> Estimate:
        """What the pack takes, measured by laying it out. Raises as `make` does."""
        return Estimate.of(self.make(), self.context.cost_a_side)

    def cover(self) -> Sheet:
        """The cover slip alone, with the whole pack counted on it."""
        pieces = (*(piece for piece in self.pieces if piece.document != COVER), Piece(COVER, 1))
        return next(sheet for sheet, _copies in self.with_pieces(pieces).make().sheets if sheet.document == COVER)


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a pack takes: sheets of paper, printed sides, and its cost in the smallest unit of money (0 = not known)."""

    sheets: int
    sides: int
    cost: int
    pieces: tuple[PieceEstimate, ...] = ()

    @classmethod
    def of(cls, pack: Pack, cost_a_side: int) -> Estimate:
        """What a pack that is laid out takes, in all and piece by piece in its order."""
        pieces = tuple(
            PieceEstimate(Piece(line.document, line.copies, line.style, line.discreet, line.item), line.title,
                          line.pages, line.sheets, line.pages * line.copies * cost_a_side) for line in pack.lines)
        return cls(pack.paper, pack.sides, pack.sides * cost_a_side, pieces)


@dataclass(frozen=True, slots=True)
class PieceEstimate:
    """What one piece takes: sides of one copy, sheets of paper and cost of all copies."""

    piece: Piece
    title: str
    pages: int
    sheets: int
    cost: int


class Tongues:
    """The same occasion in another language; its library is read when a sheet first asks for it.

    What a group says in its own words stays as it said it: its plan, its agreement and its numbers.
    """

    def __init__(self, country: Callable[[], str]) -> None:
        self._country = country
        self._libraries: dict[tuple[str, str], Library] = {}

    def __call__(self, context: SheetContext, language: str) -> SheetContext:
        """The occasion in that language."""
        key = language, self._country()
        if key not in self._libraries:
            self._libraries[key] = Library(language=language, country=key[1])
        library = self._libraries[key]
        cards, scripts, offers = library.card_choices(), library.script_choices(), library.agreement_items()
        card = cards.find(context.card.id) if context.card else None
        script = scripts.find(context.script.id) if context.script else None
        offer = next((one for one in offers if context.offer and one.id == context.offer.id), context.offer)
        return replace(
            context, translator=translator(language), card=card or context.card, cards=cards,
            script=script or context.script, scripts=scripts, offer=offer, offers=offers if context.offers else (),
            emergency=library.emergency_card() if context.emergency else None,
            welcome=library.welcome() if context.welcome else None,
            shelf=library.shipped.evening if context.shelf else None)


class Packs:
    """Plans packs and single sheets from what the vault knows, and notes what was printed."""

    def __init__(self, store: Store, clock: Clock, evenings: Evenings, groups: Groups, organisations: Organisations,
                 sessions: Sessions, papers: PapersOut, settings: VaultSettings, library: Library) -> None:
        self._store = store
        self._clock = clock
        self._evenings = evenings
        self._groups = groups
        self._organisations = organisations
        self._sessions = sessions
        self._papers = papers
        self._settings = settings
        self._library = library
        self._tongues = Tongues(lambda: library.country)
        self._translations = Translations(store, clock)

    # ------------------------------------------------------------ questions
    def plan(self, session: Session, pieces: Sequence[Piece] | None = None, paper: Paper | None = None) -> PackPlan:
        """An evening's pack, as last time or as proposed. Raises AgendaMissing, AgendaDoesNotFit, SessionSettled."""
        evening = self._evenings.of(session)
        if evening.waits is not None:
            raise evening.waits
        return PackPlan(group=evening.group, session=evening.session, context=self.context(evening, paper),
                        pieces=tuple(pieces) if pieces is not None else self.last(evening) or self.proposed(evening))

    def context(self, evening: Evening | None = None, paper: Paper | None = None,
                translator: Translator | None = None) -> SheetContext:
        """What sheets are filled with for an evening, or for none."""
        from facilitator.documents import SheetContext
        from facilitator.evening.papers import SHRED_AFTER

        organisation = self._organisations.get()
        self._library.settle(self._organisations.country)
        blank = SheetContext(
            translator=translator or interface(), today=self._clock.today(),
            paper=paper or Paper(str(self._settings.get("paper"))), organisation=organisation,
            card=self._library.coping_card(CARD), cards=self._library.card_choices(),
            script=self._library.script(SCRIPT), scripts=self._library.script_choices(),
            offer=self._library.agreement_core(), offers=self._library.agreement_items(),
            directory=self._library.directory(group_id=None if evening is None else evening.group.id),
            emergency=self._library.emergency_card(), welcome=self._library.welcome(),
            shelf=self._library.shipped.evening, in_language=self._tongues, read=self._translations.read,
            cost_a_side=int(self._settings.get("pence_a_side")))
        if evening is None:
            return blank
        return replace(
            blank, group=evening.group, session=evening.session, venue=evening.venue, agenda=evening.plan,
            agreement=evening.agreement, leaders=evening.leaders, expected=evening.expected,
            next_session=evening.following.held_on if evening.following else None,
            shred_by=evening.session.held_on + SHRED_AFTER)

    def blank(self, paper: Paper | None = None) -> SheetContext:
        """What sheets are filled with that name no group and nobody."""
        return replace(self.context(paper=paper), organisation=None)

    def proposed(self, evening: Evening) -> tuple[Piece, ...]:
        """A first pack for a group: one of each for the team, one handout for each person expected."""
        people = max(1, evening.expected)
        by_name = evening.group.record_level >= RecordLevel.FIRST_NAME
        copies = {
            "cover-slip": 1, "run-sheet": max(1, len(evening.team)), "sign-in": 1 if by_name else 0,
            "tally": 0 if by_name else 1, "agreement-poster": 1 if evening.agreement else 0,
            "coping-handout": people, "helplines": people, "helplines-team": 0, "emergency-card": 1,
        }
        return tuple(Piece(document.id, copies.get(document.id, 0)) for document in packed())

    def usual(self, evening: Evening) -> Mapping[str, int]:
        """How many copies a piece has when somebody takes it in: from the head-count, by document."""
        from facilitator.documents import Per

        people = max(1, evening.expected)
        number = {Per.ONE: 1, Per.LEADER: max(1, len(evening.team)), Per.PERSON: people, Per.NEWCOMER: _NEWCOMERS,
                  Per.FOUR: -(-people // _SLIPS_A_SHEET)}
        return {document.id: number[document.per] for document in packed()}

    @staticmethod
    def large_print(evening: Evening) -> int:
        """For how many people somebody noted that they need large print: so many copies may be of that style."""
        return _asked_for(evening, _("large print"))

    @staticmethod
    def easy_read(evening: Evening) -> int:
        """For how many people somebody noted that they need Easy Read, in these words or in those of the form."""
        return _asked_for(evening, _("Easy Read"), _("short words"))

    def last(self, evening: Evening) -> tuple[Piece, ...]:
        """What was in the group's last pack, variants after their plain piece; empty where there was none.

        What is new since then, or cannot be made now, is not in.
        """
        known = self._groups.last_pack(evening.group.id)
        out: list[Piece] = []
        for document in packed() if known else ():
            missing = evening.agreement is None and _NEEDS_AGREEMENT in document.needs
            kept = {piece.variant: piece for piece in known if piece.document == document.id and not missing}
            used = [piece for piece in kept.values() if piece.copies] or list(kept.values())[:1]
            for item in dict.fromkeys([piece.item for piece in used] or [""]):
                plain = Piece(document.id, 0, item=item)
                out.append(kept.get(plain.variant, plain))
                out += [piece for piece in used if piece.item == item and not piece.plain]
        return tuple(out)

    # ------------------------------------------------------------ commands
    def printed(self, plan: PackPlan, pack: Pack) -> Change:
        """Note that a pack was printed: which papers with personal data are out, and what to propose next time."""
        with self._store.command("pack.print", undo=False) as c:
            for line in pack.lines:
                if line.comes_back:
                    self._papers.record(line.document, line.copies, line.personal, plan.group.id,
                                        shred_by=plan.context.shred_by, kept=line.kept)
            self._groups.save_last_pack(plan.group.id, plan.pieces)
            self._sessions.tick(plan.session, PRINTED, True)
            c.label = self._said(pack.personal)
        return c.change()

    def printed_lines(self, pack: Pack, group: Group | None) -> Change:
        """Note that sheets were printed outside of any evening: those with personal data that have to come back."""
        said = _("“{title}” went to the printer.").format(title=pack.lines[0].title)
        back = [line for line in pack.lines if line.comes_back]
        if not back:
            return Change(label=said)
        with self._store.command("paper.print") as c:
            for line in back:
                self._papers.record(line.document, line.copies, line.personal, None if group is None else group.id,
                                    kept=line.kept)
            c.label = said
        return c.change()

    def printed_page(self, line: PackLine, group: Group | None) -> Change:
        """Note that one page of a piece was printed by itself; it is out like the piece that it belongs to."""
        said = _("One page of “{title}” went to the printer.").format(title=line.title)
        if not line.comes_back:
            return Change(label=said)
        with self._store.command("paper.print") as c:
            self._papers.record(line.document, 1, line.personal, None if group is None else group.id, kept=line.kept)
            c.label = said
        return c.change()

    @staticmethod
    def _said(personal: PersonalData) -> str:
        if personal is PersonalData.NONE:
            return _("The pack went to the printer. No sheet in it holds personal data.")
        return _("The pack went to the printer. Sheets with a black bar come back to be shredded.")


def _asked_for(evening: Evening, *wanted: str) -> int:
    """For how many people an adjustment names one of these."""
    return sum(any(words.casefold() in one.adjustment.casefold() for words in wanted)
               for one in evening.adjustments if one.name)


def presence(grid: Grid) -> PresenceGrid:
    """An attendance grid as its sheet takes it: names and days, and no id of anybody."""
    from facilitator.documents import PresenceGrid, PresenceRow

    return PresenceGrid(tuple(session.held_on for session in grid.sessions),
                        tuple(PresenceRow(row.member.name, row.ticks) for row in grid.rows))


def days_alone(days: Sequence[date]) -> PresenceGrid:
    """A grid of these days that nobody stands on yet."""
    from facilitator.documents import PresenceGrid

    return PresenceGrid(tuple(days), ())


def packed() -> tuple[Document, ...]:
    """The documents that a pack offers, in its order."""
    return tuple(document for document in offered() if document.for_evening)


def offered() -> tuple[Document, ...]:
    """The documents that can be printed at will, in the order of a pack."""
    from facilitator.documents import DOCUMENTS

    return tuple(sorted((d for d in DOCUMENTS if not d.by_hand_only), key=lambda document: document.order))


def called(document: Document, context: SheetContext, item: str = "") -> str:
    """What a list of pieces calls a document, whatever its variant: by the card it is made of, where it is of one."""
    from facilitator.documents.pack import in_words, variant

    piece = Piece(document.id, 1, item=item)
    chosen = variant(context, piece)
    title = (document.listed(chosen) if document.listed else "") or document.title(context.translator)
    return in_words(title, piece, context.translator)


def comes_in(document: Document, context: SheetContext, style: Style, item: str = "") -> bool:
    """Whether a document comes in a style, of that library item; one that lacks something is not asked."""
    from facilitator.documents.pack import variant

    chosen = variant(context, Piece(document.id, 1, item=item))
    return bool(context.lacks(document.needs)) or document.has(style, chosen)


def made_of(document: Document, context: SheetContext) -> tuple[tuple[str, str], ...]:
    """The library items that a document can be made of, by id and title, the usual one first; none where it is of none.
    """
    from facilitator.documents import Need

    if document.choices is not None:
        return document.choices(context)
    usual: CopingCard | Script | AgreementTemplate | AgreementOverlay | None = None
    titles: Mapping[str, str] = {}
    if Need.CARD in document.needs:
        usual, titles = context.card, context.cards.titles if context.cards else {}
    elif Need.SCRIPT in document.needs:
        usual, titles = context.script, context.scripts.titles if context.scripts else {}
    elif Need.OFFER in document.needs:
        usual, titles = context.offer, {offer.id: offer.title for offer in context.offers}
    return tuple(sorted(titles.items(), key=lambda one: usual is None or one[0] != usual.id))


def at_the_printer(document: Document, layout: Layout, turn: Turn | None = None, both_sides: bool = True,
                   paper: Paper = Paper.A4) -> str:
    """What to choose where somebody prints it from a file, and what to do with it then; nothing for plain pages.

    `turn` is the edge on which all of a pack is turned; None for what suits this document.
    """
    if layout is Layout.POSTER:
        return _("Needs A3 paper.") if paper is Paper.A4 else _("Needs Tabloid paper, 11 × 17 inches.")
    if layout not in (Layout.BOOK, Layout.BACKED) and not document.cut:
        return ""
    if not both_sides:
        return _("It goes on both sides of the paper. Print the first page, put the sheet back in, and print the "
                 "second page on its back.")
    turn = turn or (Turn.SHORT if layout is Layout.BOOK else Turn.LONG)
    said = _("At the printer choose: both sides, flip on short edge, actual size.") if turn is Turn.SHORT else \
        _("At the printer choose: both sides, flip on long edge, actual size.")
    then = _("Fold the sheets together down the middle, and staple the fold.") if layout is Layout.BOOK else \
        _("Then cut along the marks.")
    return f"{said} {then}"


def known(document_id: str) -> Document:
    """A document that may be made into a file. Raises UnknownDocument, PrintedByHandOnly."""
    from facilitator.documents import document

    found = document(document_id)
    if found.by_hand_only:
        raise PrintedByHandOnly
    return found


def build(plan: PackPlan, progress: Progress = no_progress) -> tuple[Pack, bytes]:
    """Lay out and print a pack as one PDF; may run beside the vault, since a plan is frozen."""
    pack = plan.make()
    return pack, pack.print(progress=progress).pdf

"""Words to say as a card in the hand: what is read aloud stands large, what is only done stands small beside it."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Box, Para, Rank, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Sheet
from facilitator.documents.run_sheet import values
from facilitator.documents.surround import dress, given, note, source_line, variant_words
from facilitator.documents.words import Span, Text
from facilitator.model.agenda import Line, LineKind
from facilitator.model.content import Script, fill
from facilitator.model.paper import Style


def build(context: SheetContext) -> Sheet:
    """One side, two in large print, for words of two minutes. Raises DocumentNeeds without words to say."""
    t = context.translator
    _ = t.gettext
    script = given(context.script, "script-card", Need.SCRIPT)
    # No names and no days: a card is used by whoever leads, evening after evening.
    open_words = {place: words for place, words in values(context).items() if place in ("group", "emergency")}
    blocks: list[Block] = [Title(script.title), Para(_("Read slowly. Look up between the lines."), give=1)]
    blocks += [_line(line, fill(line.text, open_words, t)) for line in script.lines]
    return dress(DOCUMENT, context, title=script.title, kind=_("Words to say"), blocks=tuple(blocks),
                 note=note(_("Read it aloud"), variant_words(context.style, context.translator)),
                 source=source_line(script.origin, context), pages=_pages(script, context.style),
                 fewest=_pages(script, context.style, _NEARLY))


def _line(line: Line, text: str) -> Block:
    match line.kind:
        case LineKind.SAY:
            return Box((Para(text, Rank.INTRO),))
        case LineKind.IF:
            case, colon, words = text.partition(":")
            said: Text = (Span(case + colon, True), Span(words))
            return Para(said)
        case _:
            return Para(text)


def _pages(script: Script, style: Style, part: float = 1.0) -> int:
    """Sides that words of this length take, or so large a part of them."""
    letters = int(part * sum(len(line.text) + _A_LINE for line in script.lines))
    return 1 + letters // (_ROOM if style is Style.STANDARD else _LARGE)


_ROOM, _LARGE, _A_LINE = 1500, 720, 22
"""Letters that one side holds, and what a new line costs of them."""
_NEARLY = 0.9
"""The part of these words that one side has to hold for it to be tried."""

DOCUMENT = Document(
    id="script-card", title=lambda t: t.gettext("Words to say"), audience=Audience.TEAM, order=22, build=build,
    needs=(Need.SCRIPT,), listed=lambda context: context.script.title if context.script else "", both_sides=False,
    more_pages={Style.LARGE: 2}, prints=("groups.name",),
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("Notes to read"))

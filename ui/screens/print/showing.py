"""What the Print page shows of a room: its evenings, its pieces, and why a pack has to wait."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, DocumentNeeds
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.paper import Piece, Style
from ui.go import Go
from ui.screens.print import words
from ui.screens.print.asking import Room
from ui.screens.print.building import Build
from ui.screens.print.page import SHEET
from ui.screens.print.pieces import PieceLook
from ui.screens.print.pressing import COVER, Count
from ui.theme import Theme
from ui.widgets import Button, Notice

if TYPE_CHECKING:
    from facilitator.documents import Document, SheetContext

def evenings(room: Room) -> tuple[tuple[object, str], ...]:
    """The evenings to choose from, the one that is shown first, and one sheet on its own."""
    here = room.evening
    found: list[tuple[object, str]] = []
    if here is not None:
        found.append((here.session.id, words.evening(here.group.name, here.session)))
    found += [
        (one.session.id, words.evening(one.group.name, one.session))
        for one in room.ahead
        if here is None or one.session.id != here.session.id
    ]
    return (*found, (SHEET, _("One sheet on its own")))


def pieces(room: Room, build: Build, count: Count | None) -> tuple[PieceLook, ...]:
    """The pieces of a pack under whom they are for; those that cannot be made say what they lack."""
    from facilitator.documents import Audience
    from facilitator.packs import packed

    if room.plan is None:
        return ()
    order = tuple(Audience)
    documents = sorted(packed(), key=lambda document: order.index(document.audience))  # stays in order within each
    return tuple(look for document in documents for look in _looks(room, room.plan.context, build, count, document))


def _looks(room: Room, context: SheetContext, build: Build, count: Count | None,
           document: Document) -> Iterator[PieceLook]:
    """A document in its variants, once for each card it is made of."""
    from facilitator.packs import called, comes_in, made_of

    lacks = [] if document.id == COVER else context.lacks(document.needs)
    missing = explain(DocumentNeeds(document.id, lacks[0].value)).said if lacks else ""
    known = [piece for piece in build.pieces if piece.document == document.id] or [Piece(document.id, 0)]
    for item in dict.fromkeys(piece.item for piece in known):
        plain = Piece(document.id, 0, item=item)
        chosen = item or any(piece.copies for piece in known if piece.item == item)
        # Until it is in, one of many is called by its kind.
        several = not chosen and len(made_of(document, context)) > 1
        title = document.title(context.translator) if several else called(document, context, item)
        for key in dict.fromkeys((plain.variant, *(piece.variant for piece in known if piece.item == item))):
            under = key != plain.variant
            line = count.lines.get(build.shown_as(key)) if count is not None else None
            about, look = words.about(line, context.cost_a_side, room.country)
            if key[1] is Style.EASYREAD and not comes_in(document, context, key[1], item):
                about, look = _("There is none of this one. Take it out, and give standard or large print."), True
            yield PieceLook(
                key=key, about=about, look=look, copies=0 if lacks else build.find(key).copies, missing=missing,
                title=words.variant(key[1], key[2]) if under else title, under=under,
                name=f"{title}, {words.variant(key[1], key[2])}" if under else title,
                usual=1 if under else room.usual.get(document.id, 1), group=words.audience(document),
            )  # fmt: skip


def waits(theme: Theme, room: Room, go: Callable[[Go], None]) -> Notice | None:
    """Why the pack has to wait, and the way to mend it; None where it does not."""
    if room.evening is None:
        button = Button(theme, _("Go to Groups"), "primary", "groups")
        button.clicked.connect(lambda: go(Go("groups")))
        return Notice(
            theme, _("No evening is planned yet."), _("These sheets need none."), icon="calendar", button=button
        )
    if room.waits is None:
        return None
    said, session = explain(room.waits), room.evening.session
    if not isinstance(room.waits, AgendaMissing | AgendaDoesNotFit):
        return Notice(theme, said.said, said.next, icon="calendar")
    mend = Button(theme, _("Choose a plan") if room.evening.plan is None else _("Change the plan"), "primary", "plans")
    mend.clicked.connect(lambda: go(Go("plans", session)))
    return Notice(theme, said.said, _("The pack waits for it. These sheets do not."), icon="plans", button=mend)

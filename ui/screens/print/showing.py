"""What the Print page shows of a room: its evenings, its pieces, and why a pack has to wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitator.errors import AgendaDoesNotFit, AgendaMissing, DocumentNeeds
from facilitator.i18n import _
from facilitator.messages import explain
from ui.go import Go
from ui.screens.print import words
from ui.screens.print.asking import Room
from ui.screens.print.pieces import PieceLook
from ui.screens.print.pressing import COVER, Proof
from ui.theme import Theme
from ui.widgets import Button, Notice

SHEET = "sheet"
"""Stands among the evenings for one sheet on its own."""


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


def pieces(room: Room, copies: Mapping[str, int], proof: Proof | None) -> tuple[PieceLook, ...]:
    """The pieces of a pack: those that cannot be made say what they lack."""
    from facilitator.packs import offered

    if room.plan is None:
        return ()
    context = room.plan.context
    found = []
    for document in offered():
        lacks = [] if document.id == COVER else context.lacks(document.needs)
        about, look = words.about(document, proof.line(document.id) if proof is not None else None)
        found.append(
            PieceLook(
                document=document.id, about=about, look=look, copies=0 if lacks else copies.get(document.id, 0),
                title=(document.listed(context) if document.listed else "") or document.title(context.translator),
                usual=room.usual.get(document.id, 1),
                missing=explain(DocumentNeeds(document.id, lacks[0].value)).said if lacks else "",
            )
        )  # fmt: skip
    return tuple(found)


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

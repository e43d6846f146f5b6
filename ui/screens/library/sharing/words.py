"""Words of content packs."""

from __future__ import annotations

from facilitator.i18n import _
from facilitator.sharing import Choice, Clash
from facilitator.sharing.bundle import SharedKind


def kinds(kind: SharedKind) -> str:
    """What such items are called together."""
    return {SharedKind.CARD: _("Coping cards"), SharedKind.SCRIPT: _("Words to say"), SharedKind.PLAN: _("Plans")}[kind]


def clash(found: Clash, own: bool) -> str:
    """How an item stands to what is here; `own`: what is here is ours, and not what ships."""
    return {Clash.NEW: _("New here."), Clash.SAME: _("You have this already."),
            Clash.OTHER: _("You have one of this name that reads otherwise.") if own else
            _("It says a card or words of the library otherwise.")}[found]


def choices(found: Clash) -> tuple[tuple[Choice, str], ...]:
    """What may become of an item."""
    leave = (Choice.LEAVE, _("Leave it out"))
    if found is Clash.NEW:
        return (Choice.TAKE, _("Take it in")), leave
    if found is Clash.SAME:
        return (leave,)
    return leave, (Choice.BESIDE, _("Take it in as one more")), (Choice.TAKE, _("Take it in place of yours"))

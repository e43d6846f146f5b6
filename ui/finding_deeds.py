"""What the window itself does at once, as the search finds it."""

from __future__ import annotations

from facilitator.i18n import _
from ui.go import Deed
from ui.shell import Shell


def deeds(shell: Shell) -> tuple[Deed, ...]:
    """What the cover and the keys that always work can do."""
    return (
        Deed(_("Lock"), shell.locked.emit, _("close shut vault log out quit leave end finish safe")),
        Deed(_("Hide"), shell.hide_all, _("blank screen cover quick")),
        Deed(_("Emergency card"), shell.emergency.emit,
             _("ambulance 999 911 112 help crisis police fire number call ring suicide danger")),
        Deed(_("Turn the screen to the room"), shell.turned.emit, _("room view show display projector circle big")),
        Deed(_("Larger"), lambda: shell.zoom_by(1), _("big bigger large letters text font size zoom in words read")),
        Deed(_("Smaller"), lambda: shell.zoom_by(-1), _("small little letters text font size zoom out words")),
    )

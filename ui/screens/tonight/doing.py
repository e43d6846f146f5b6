"""Who does what tonight beside those who run it, and what nobody has taken yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facilitator.i18n import _, listed
from facilitator.model.rota import ROTATING, Role, role_words
from facilitator.model.session import SessionStatus
from facilitator.tonight import Evening
from ui.theme import Theme
from ui.widgets import Button, Fact, box, down, heading


class Doing(QWidget):
    """Says it where there is something to say; a group without a rota never sees it. `opening` leads to the rota."""

    opening = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: object = None
        self.button = Button(theme, _("Who does what"), "quiet")
        self.button.clicked.connect(self.opening)
        self._list = down(theme, gap=8)
        self.setLayout(down(theme, heading(theme, _("Who does what"), self.button), 8, box(self._list), 22))
        self.button.setText(_("Change"))
        self.button.setAccessibleName(_("Change who does what"))
        self.hide()

    def show_evening(self, evening: Evening) -> None:
        """Show what is taken and what is open."""
        taken, still = jobs(evening)
        self.setVisible(bool(taken or still) and evening.session.status is SessionStatus.PLANNED)
        if (taken, still) == self._shown:
            return
        self._shown = taken, still
        self._list.clear()
        if still:
            words = _("Nobody yet: {roles}.").format(roles=listed(role_words(role) for role in still))
            self._list.put(Fact(self._theme, "person", words, look=True))
        for role, name in taken:
            words = _("{role}: {name}").format(role=role_words(role), name=name or _("taken"))
            self._list.put(Fact(self._theme, "check", words))


def jobs(evening: Evening) -> tuple[tuple[tuple[Role, str], ...], tuple[Role, ...]]:
    """Jobs that are taken, with the name of a facilitator who has one, and those that nobody has.

    Jobs that go round are only missed where the group uses them, a co-leader only where there is one as a rule.
    """
    rota = evening.rota
    if rota is None:
        return (), ()
    names = dict(evening.people)
    taken = tuple((role, names.get(rota.shift(role).facilitator_id or b"", ""))
                  for role in ROTATING if rota.shift(role).filled)
    wanted = [Role.LEAD] if evening.group.team or any(rota.shift(role).filled for role in Role) else []
    if len(evening.group.team) > 1 or evening.group.for_under_18s:
        wanted.append(Role.SECOND)
    if taken:
        wanted += ROTATING
    return taken, tuple(role for role in wanted if not rota.shift(role).filled)

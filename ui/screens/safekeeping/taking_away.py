"""Somebody's key is taken away: what that means, said before; the vault under a new key; what is left to do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, ngettext
from facilitator.model.change import Change
from facilitator.people.keyholders import Leaving
from facilitator.workspace import Workspace
from ui.desk import Desk
from ui.go import Go
from ui.screens.safekeeping import words
from ui.screens.safekeeping.work import WorkPlace
from ui.widgets import Button, Fact, Flow, Notice, box, down
from ui.widgets.tabbing import focus_in_sight

_LISTED = 5


class TakingAway(QWidget):
    """One guided step. `done` fires for the way back."""

    done = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        theme = self._theme = desk.theme
        self._desk = desk
        self._leaving: Leaving | None = None
        self._facts = down(theme, gap=14)
        self.take_button = Button(theme, " ", "danger", "key", big=True)
        self.keep_button = Button(theme, _("Leave it as it is"), "plain", big=True)
        self._said = box(
            down(theme, box(self._facts), 26, box(Flow(theme, self.keep_button, self.take_button, gap=12)))
        )
        self.work = WorkPlace(desk)
        self._next = down(theme, gap=14)
        self.backup_button = Button(theme, _("Make a fresh backup"), "primary", "stick", big=True)
        self.sheet_button = Button(theme, _("Make a new recovery sheet"), "plain", "paper", big=True)
        self.copies_button = Button(theme, _("Delete those copies"), "plain", "bin", big=True)
        self.list_button = Button(theme, _("Back to the list"), "quiet", "left", flush=True)
        self._after = box(
            down(
                theme, box(self._next), 24,
                box(Flow(theme, self.backup_button, self.copies_button, self.sheet_button, self.list_button, gap=12)),
            )
        )  # fmt: skip
        self.setLayout(down(theme, self._said, 16, self.work, 16, self._after))
        self.take_button.clicked.connect(self._take)
        self.keep_button.clicked.connect(self.done)
        self.copies_button.clicked.connect(self._delete_copies)
        self.list_button.clicked.connect(self.done)
        self.backup_button.clicked.connect(lambda: desk.go(Go("safekeeping", "backup")))
        self.sheet_button.clicked.connect(lambda: desk.go(Go("safekeeping", "recovery")))

    def begin(self, leaving: Leaving) -> None:
        """Say what it means; nothing is done yet. The way out has the focus."""
        self._leaving = leaving
        theme, name = self._theme, leaving.holder.name
        self._facts.clear()
        for icon, fact, more in _meaning(leaving):
            self._facts.put(Fact(theme, icon, fact, more))
        self.take_button.setText(
            _("Take {name}’s key away").format(name=name) if name else _("Take the key away")
        )
        self.take_button.setAccessibleDescription(" ".join(fact for _icon, fact, _more in _meaning(leaving)))
        self.work.tell(None)
        self._said.show()
        self._after.hide()
        focus_in_sight(self.keep_button)

    # ------------------------------------------------------------ the step
    def _take(self) -> None:
        leaving = self._leaving
        if leaving is not None:
            holder = leaving.holder.holder
            self.work.run(
                _("Giving the vault a new key"),
                lambda workspace, watch: workspace.key_holders.remove(holder, watch), self._taken,
                again=self._take, button=self.take_button,
            )  # fmt: skip

    def _taken(self, change: Change) -> None:
        leaving = self._leaving
        self._said.hide()
        self.work.tell(
            Notice(
                self._theme, change.label,
                _("The vault has a new key. Everybody else goes on with the words they have."), "action", "check",
            )
        )  # fmt: skip
        self._next.clear()
        live = leaving is not None and leaving.recovery_live
        self._next.put(
            Fact(self._theme, "stick", _("Make a fresh backup today: it does not open with the old words."))
        )
        if live:
            self._next.put(
                Fact(self._theme, "paper", _("The recovery sheet still works. If they saw it, make a new one."))
            )
        kept = leaving.kept if leaving is not None else 0
        if kept:
            said = ngettext("{n} copy that the vault kept of itself still opens with the old words.",
                            "{n} copies that the vault kept of itself still open with the old words.", kept)
            self._next.put(Fact(self._theme, "info", said.format(n=kept)))
        self.copies_button.setVisible(kept > 0)
        if leaving is not None and leaving.backups:
            self._next.put(Fact(self._theme, "safe", _("Destroy the older backups once there is a fresh one.")))
        self.sheet_button.setVisible(live)
        self._after.show()
        focus_in_sight(self.backup_button)


    def _delete_copies(self) -> None:
        """They are of before: the vault makes fresh ones by itself."""
        self.copies_button.busy(_("Deleting them"))
        self._desk.jobs.do(self, _delete, self._deleted, refused=self._not_deleted)

    def _deleted(self, change: Change) -> None:
        self.copies_button.rest()
        self.copies_button.hide()
        self._desk.tell(change.label)
        self.backup_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_deleted(self, error: UserError) -> None:
        self.copies_button.rest()
        self._desk.refuse(error)


def _delete(workspace: Workspace) -> Change:
    gone, left = workspace.vault.delete_older_copies()
    said = ngettext("{n} copy was deleted.", "{n} copies were deleted.", gone).format(n=gone)
    if left:
        said += " " + ngettext("{n} could not be deleted.", "{n} could not be deleted.", left).format(n=left)
    return Change(frozenset({"safekeeping"}), label=said)


def _meaning(leaving: Leaving) -> tuple[tuple[str, str, str], ...]:
    """Icon, fact and second line of everything it means."""
    said = [("lock", _("What is written from then on does not open with their words."),
             _("The vault gets a new key. Nobody else has to be here, and all others keep their words."))]
    backups = leaving.backups
    if backups:
        named = [_("{file} on “{place}”, {moment}").format(file=one.file, place=one.place,
                                                            moment=words.moment(one.made_at))
                 for one in backups[:_LISTED]]
        if len(backups) > _LISTED:
            more = len(backups) - _LISTED
            named.append(ngettext("and {n} older one", "and {n} older ones", more).format(n=more))
        fact = ngettext("They can still open {n} backup, if they get hold of it:",
                        "They can still open {n} backups, if they get hold of them:", len(backups))
        said.append(("stick", fact.format(n=len(backups)), "\n".join(named)))
    else:
        said.append(("stick", _("No backup is noted that they could open."), ""))
    copies = [_("A copy of this folder that they took along still opens with their words.")]
    if leaving.kept:
        copies.append(ngettext("So does {n} copy that the vault kept of itself until now.",
                               "So do {n} copies that the vault kept of itself until now.",
                               leaving.kept).format(n=leaving.kept))
    said.append(("info", _("What they have read, they have read."), " ".join(copies)))
    if leaving.drafts:
        fact = ngettext("{n} text that they half typed is lost.", "{n} texts that they half typed are lost.",
                        leaving.drafts)
        said.append(("pencil", fact.format(n=leaving.drafts), _("It is sealed to them: nobody else can open it.")))
    if leaving.concerns:
        fact = ngettext("{n} concern that is sealed to them is lost.", "{n} concerns that are sealed to them are lost.",
                        leaving.concerns)
        said.append(("warning", fact.format(n=leaving.concerns),
                     _("Ask them first to print it, or to pass it on and close it.")))
    if leaving.pages:
        said.append(("warning", _("What they sealed for themselves stays closed for good."),
                     _("It is their own log, their light or a supervision note. Nobody can read it again, not even "
                       "they. If they need any of it, ask them first to copy it by hand.")))
    if leaving.holder.person is not None:
        said.append(("groups", _("They stay on the list of those who facilitate, without a key."), ""))
    return tuple(said)

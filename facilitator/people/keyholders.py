"""Who can open the vault: the keys of its header beside the names in its store."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from facilitator.errors import BadValue, NotFound, UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.organisation import Facilitator
from facilitator.model.progress import Cancelled, Progress, no_progress
from facilitator.people import words
from facilitator.people.facilitators import Facilitators

if TYPE_CHECKING:
    from facilitator.vault import UnlockedVault
    from facilitator.vault.backup import Recorded

AREA = "safekeeping"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyHolder:
    """Somebody who can open the vault with words of their own. `person` is None where no name stands beside the key."""

    holder: bytes
    person: Facilitator | None
    mine: bool
    by_device: bool = False
    """Whether a laptop's keyring opens it for them as well."""

    @property
    def name(self) -> str:
        """The name, or empty."""
        return "" if self.person is None else self.person.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What taking a key away means. `backups` still open with the words of that time, newest first, and nobody can
    change that; `drafts` half-typed texts and `concerns` are sealed to them and go with the key, and so do `pages` that
    they sealed for themselves.
    """

    holder: KeyHolder
    backups: tuple[Recorded, ...]
    kept: int
    """Copies that the vault keeps of itself in its own folder: all of them are from before."""
    drafts: int
    recovery_live: bool
    concerns: int = 0
    """Those not closed yet."""
    pages: bool = False
    """Whether there are any: how many is nobody else's business."""


class KeyHolders:
    """Gives keys and takes them away, and says who has one. The header alone decides; the store only names."""

    def __init__(self, vault: UnlockedVault, facilitators: Facilitators) -> None:
        self._vault = vault
        self._facilitators = facilitators

    def all(self) -> tuple[KeyHolder, ...]:
        """Everybody who can open the vault: me first, then by name, keys without a name last."""
        named = self._facilitators.with_keys()
        found = [KeyHolder(holder=holder, person=named.get(holder), mine=holder == self._vault.holder,
                           by_device=holder in self._vault.devices)
                 for holder in self._vault.facilitators]
        return tuple(sorted(found, key=lambda one: (not one.mine, not one.name, words.order(one.name))))

    def without(self) -> tuple[Facilitator, ...]:
        """Everybody who facilitates and cannot open the vault, by name."""
        keys = set(self._vault.facilitators)
        return tuple(person for person in self._facilitators.all() if person.holder not in keys)

    def leaving(self, holder: bytes) -> Leaving:
        """What it would mean to take somebody's key away; nothing is done. Raises NotFound."""
        found = next((one for one in self.all() if one.holder == holder), None)
        if found is None:
            raise NotFound("key")
        backups = tuple(one for one in self._vault.backups if one.opens_for(holder))
        sealed = self._vault.store.one(
            "select count(*) as n from concern_live where recipient = ? and closed_on is null", (holder,))
        pages = self._vault.store.one("select 1 from sealed_live where holder = ? limit 1", (holder,))
        return Leaving(holder=found, backups=backups, kept=self._vault.snapshots.many,
                       drafts=self._vault.drafts_of(holder), recovery_live=self._vault.recovery_live,
                       concerns=0 if sealed is None else int(sealed["n"]), pages=pages is not None)

    def remove(self, holder: bytes, progress: Progress = no_progress) -> Change:
        """Take somebody's key away: the vault gets a new one that is theirs no more. Nobody else need be there.

        Raises OwnKey, NotFound, Cancelled from `progress`, and what a failing disk means; then nothing has changed.
        """
        found = self.leaving(holder).holder
        self._vault.remove_facilitator(holder, progress)
        done = Change()
        # The key is gone by now: a disk that has no room for the note, or a lock, must not have it look otherwise.
        with suppress(UserError, Cancelled):
            if found.person is not None:
                done = self._facilitators.give_key(found.person.id, None)
            else:
                self._vault.store.note("facilitator.key")
        said = _("{name} cannot open the vault any more.").format(name=found.name) if found.name else _(
            "That key does not open the vault any more.")
        return replace(done, areas=done.areas | {AREA}, label=said)

    def claim(self, who: Id | str) -> Change:
        """Note whose the key is that unlocked: somebody's on the list, or somebody's who is new.

        After a recovery, the key they had before goes, whose words are lost. Raises NotFound, NameMissing, and what a
        failing disk means; then claiming again works.
        """
        mine = self._vault.holder
        if isinstance(who, str):
            return self._facilitators.add(who, mine)
        before = self._facilitators.get(who).holder
        if self._vault.recovered and before is not None and before != mine and before in self._vault.facilitators:
            self._vault.withdraw(before)
        return self._facilitators.give_key(who, mine)

    def check_name(self, name: str) -> str:
        """A name for somebody new, before anything is asked of them. Raises NameMissing, BadValue (taken)."""
        clean = words.name(name, _("name"), "facilitator")
        if any(words.alike(one.name) == words.alike(clean) for one in self._facilitators.all()):
            raise BadValue(_("name"), "taken")
        return clean

    def add(self, who: Id | str, typed: str) -> Change:
        """Give a facilitator, or somebody new by name, a key of their own under the words they typed.

        Raises NameMissing, BadValue (taken, for a new name that is on the list), NotFound, WeakPassphrase, KeysFull,
        LowMemory, and what a failing disk means; then nobody new can open the vault.
        """
        name = self.check_name(who) if isinstance(who, str) else self._facilitators.get(who).name
        holder = self._vault.add_facilitator(typed)
        try:
            done = (self._facilitators.add(name, holder) if isinstance(who, str)
                    else self._facilitators.give_key(who, holder))
        except UserError:
            with suppress(UserError):
                self._vault.withdraw(holder)
            raise
        return replace(done, areas=done.areas | {AREA}, label=_("{name} can open the vault now.").format(name=name))

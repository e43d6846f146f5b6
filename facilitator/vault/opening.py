"""From the first screen to an open vault, as a plain state machine: drawn by the gate, usable by anything else.

Each command moves to the next state and gives it back. A refusal is kept as a value beside the state, which then
stays, so that trying again needs nothing but the same command. Commands that take time run where the vault shall live.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from facilitator.errors import KeyringRefused, NoRecovery, PlaceMissing, PlaceTaken, TypedDifferently, UserError
from facilitator.model.clock import Clock
from facilitator.model.progress import Cancelled, Progress, no_progress
from facilitator.vault import glance, leftovers, passphrase
from facilitator.vault.glance import VaultFacts
from facilitator.vault.keys import KdfCost

if TYPE_CHECKING:
    from facilitator.vault.device import DeviceKeys, DeviceMarks
    from facilitator.vault.rollback import LastSeen
    from facilitator.vault.unlocked import UnlockedVault


class Purpose(StrEnum):
    """What new words are for."""

    CREATE = "create"
    RECOVER = "recover"
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class Welcome:
    """The first screen: make a vault, open one, bring a backup back, or look round a sample. `known` still exist."""

    known: tuple[VaultFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class NameVault:
    """A neutral name is asked; `parent` is where the vault would lie."""

    parent: Path
    suggestion: str


@dataclass(frozen=True, slots=True)
class NewWords:
    """New words are shown to be written down, or one's own are asked. `carrier` takes the folder elsewhere, or ""."""

    purpose: Purpose
    folder: Path
    name: str
    offered: str = field(repr=False)
    own: bool = False
    carrier: str = ""


@dataclass(frozen=True, slots=True)
class TypeAgain:
    """The words are typed once more, from paper; with the right ones, the vault opens."""

    purpose: Purpose
    folder: Path
    name: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Locked:
    """A vault to unlock."""

    facts: VaultFacts


@dataclass(frozen=True, slots=True)
class EnterCode:
    """The recovery code is asked: for a vault that is there, or for a backup that is brought back."""

    purpose: Purpose
    name: str


@dataclass(frozen=True, slots=True)
class ChooseBackup:
    """A backup file is asked for."""


@dataclass(frozen=True, slots=True)
class RestoreBackup:
    """A backup was chosen: its words are asked, and under what name it comes back."""

    file: Path
    parent: Path
    suggestion: str


@dataclass(frozen=True, slots=True)
class Opened:
    """Done: the vault is open; the gate gives it away and is closed."""

    vault: UnlockedVault


State: TypeAlias = (Welcome | NameVault | NewWords | TypeAgain | Locked | EnterCode | ChooseBackup | RestoreBackup
                    | Opened)


class Opening:
    """The way in. `home` is where new vaults are proposed; `known` were opened here before, the latest first.

    `cost` is asked what a guess shall cost when words are set; `raise_to` is what an older vault is brought up to.
    `device` is this computer's keyring, and `marks` under which names it keeps something.
    """

    def __init__(self, clock: Clock, home: Path, *, known: tuple[Path, ...] = (), seen: LastSeen | None = None,
                 cost: Callable[[], KdfCost] | None = None, raise_to: KdfCost | None = None,
                 device: DeviceKeys | None = None, marks: DeviceMarks | None = None) -> None:
        self._clock = clock
        self._home = home
        self._known = known
        self._seen = seen
        self._cost = cost
        self._raise_to = raise_to
        self._device = device
        self._marks = marks
        self._words = ""
        self._code = ""
        self._folder = Path()
        self._backup = Path()
        self.refused: UserError | None = None
        self.state: State = self._beginning()

    # ---------------------------------------------------------------- moving about
    def welcome(self) -> State:
        """To the first screen."""
        return self._go(Welcome(self._known_facts()))

    def back(self) -> State:
        """One step back; what was typed on the way is forgotten."""
        match self.state:
            case NewWords(purpose=Purpose.CREATE):
                return self.new()
            case NewWords(purpose=Purpose.RECOVER, folder=folder):
                return self.choose(folder)
            case NewWords(purpose=Purpose.RESTORE) | EnterCode(purpose=Purpose.RESTORE):
                return self.backup(self._backup)
            case EnterCode(purpose=Purpose.RECOVER):
                return self.choose(self._folder)
            case RestoreBackup():
                return self.bring_back()
            case TypeAgain(purpose=purpose, folder=folder, name=name, own=own):
                return self._new_words(purpose, folder, name, own, self._words)
            case _:
                return self.welcome()

    def choose(self, folder: Path) -> State:
        """Take a vault's folder to unlock; one that is none is refused."""
        leftovers.put_right(folder)
        facts = glance.facts(folder)
        if facts.refusal is not None:
            return self._refuse(facts.refusal)
        return self._go(Locked(facts))

    # ---------------------------------------------------------------- a new vault
    def new(self) -> State:
        """Begin a new vault: its name is asked first."""
        return self._go(NameVault(self._home, self._free_name()))

    def name(self, text: str, parent: Path | None = None) -> State:
        """Name the new vault, in the proposed folder or another; then words are shown."""
        from facilitator.vault.creating import folder_for

        try:
            folder = folder_for(parent or self._home, text)
            self._must_be_free(folder)
        except UserError as error:
            return self._refuse(error)
        return self._new_words(Purpose.CREATE, folder, glance.name_of(folder))

    def other_words(self) -> State:
        """Show five other words."""
        match self.state:
            case NewWords(purpose=purpose, folder=folder, name=name):
                return self._new_words(purpose, folder, name)
        return self.state

    def own_words(self) -> State:
        """Ask for words of one's own instead."""
        match self.state:
            case NewWords(purpose=purpose, folder=folder, name=name):
                return self._new_words(purpose, folder, name, own=True)
        return self.state

    def written_down(self, own: str = "") -> State:
        """The shown words were written down, or one's own are given: they are typed again next."""
        match self.state:
            case NewWords(purpose=purpose, folder=folder, name=name) as state:
                words = own if state.own else state.offered
                try:
                    passphrase.require(words, (name,))
                except UserError as error:
                    return self._refuse(error)
                self._words = words
                return self._go(TypeAgain(purpose, folder, name, state.own))
        return self.state

    def again(self, typed: str, progress: Progress = no_progress) -> State:
        """The words typed again: where they are the same, the vault is made, recovered or brought back, and opens."""
        match self.state:
            case TypeAgain(purpose=purpose, folder=folder):
                if passphrase.normal(typed) != passphrase.normal(self._words):
                    return self._refuse(TypedDifferently(_first_difference(typed, self._words)))
                return self._open(lambda: self._finish(purpose, folder, progress))
        return self.state

    # ---------------------------------------------------------------- a vault that is there
    def unlock(self, words: str, progress: Progress = no_progress) -> State:
        """Unlock the chosen vault."""
        match self.state:
            case Locked(facts=facts):
                from facilitator.vault.unlocking import unlock

                return self._open(lambda: unlock(facts.folder, words, self._clock, seen=self._seen,
                                                 at_least=self._raise_to, progress=progress))
        return self.state

    def unlock_by_device(self, progress: Progress = no_progress) -> State:
        """Unlock the chosen vault with what this computer's keyring keeps for it; it may ask the person first."""
        match self.state:
            case Locked(facts=facts):
                return self._open(lambda: self._by_device(facts, progress))
        return self.state

    def forgot(self) -> State:
        """The words are lost: the recovery code is asked."""
        match self.state:
            case Locked(facts=facts):
                if not facts.has_recovery:
                    return self._refuse(NoRecovery())
                self._folder = facts.folder
                return self._go(EnterCode(Purpose.RECOVER, facts.name))
            case RestoreBackup(suggestion=name):
                return self._go(EnterCode(Purpose.RESTORE, name))
        return self.state

    def code(self, typed: str) -> State:
        """The recovery code: tried at once, used up only when the new words are set."""
        match self.state:
            case EnterCode(purpose=purpose, name=name):
                try:
                    folder = self._try_code(purpose, name, typed)
                except UserError as error:
                    return self._refuse(error)
                self._code = typed
                return self._new_words(purpose, folder, name)
        return self.state

    # ---------------------------------------------------------------- a backup
    def bring_back(self) -> State:
        """Bring a backup back: the file is asked for."""
        return self._go(ChooseBackup())

    def backup(self, file: Path) -> State:
        """Take a backup file; one that is none is refused before any words are asked."""
        from facilitator.vault import archive

        try:
            with archive.opened(file):
                pass
        except UserError as error:
            return self._refuse(error)
        self._backup = file
        return self._go(RestoreBackup(file, self._home, _vault_name(file)))

    def restore(self, words: str, name: str = "", parent: Path | None = None, aside: bool = False,
                progress: Progress = no_progress) -> State:
        """Bring the backup back under a name and open it; `aside` keeps a vault of that name whole beside it."""
        match self.state:
            case RestoreBackup(file=file, suggestion=suggestion):
                from facilitator.vault.creating import folder_for
                from facilitator.vault.restoring import restore

                def work() -> UnlockedVault:
                    folder = folder_for(parent or self._home, name or suggestion)
                    self._make_home()
                    return restore(file, folder, words, self._clock, aside=aside, seen=self._seen, progress=progress)

                return self._open(work)
        return self.state

    def opened(self, vault: UnlockedVault) -> State:
        """Take in a vault that was opened elsewhere, such as a sample."""
        return self._go(Opened(vault))

    # ---------------------------------------------------------------- within
    def _finish(self, purpose: Purpose, folder: Path, progress: Progress) -> UnlockedVault:
        cost = self._cost() if self._cost else None
        if purpose is Purpose.RECOVER:
            from facilitator.vault.unlocking import recover

            return recover(folder, self._code, self._words, self._clock, kdf=cost, seen=self._seen, progress=progress)
        self._make_home()
        if purpose is Purpose.RESTORE:
            from facilitator.vault.restoring import restore

            return restore(self._backup, folder, self._words, self._clock, code=self._code, kdf=cost, seen=self._seen,
                           progress=progress)
        from facilitator.vault.creating import create

        return create(folder, self._words, self._clock, kdf=cost, seen=self._seen)

    def _by_device(self, facts: VaultFacts, progress: Progress) -> UnlockedVault:
        from facilitator.vault.unlocking import unlock_by_device

        marks, device = self._marks, self._device
        if marks is None or device is None:
            raise KeyringRefused("none")
        for name in marks.all() & facts.devices:
            secret = device.recall(name, progress)
            try:
                if secret is not None:
                    return unlock_by_device(facts.folder, secret, self._clock, seen=self._seen, progress=progress)
            except KeyringRefused:
                pass  # another laptop was given a key since, which put this one out of force
            marks.forget(name)
        raise KeyringRefused("stale")

    def _try_code(self, purpose: Purpose, name: str, typed: str) -> Path:
        from facilitator.vault import archive, files, headerfiles
        from facilitator.vault.creating import folder_for
        from facilitator.vault.unlocking import enter_by_code

        if purpose is Purpose.RECOVER:
            enter_by_code(headerfiles.read(self._folder).header, typed)
            return self._folder
        with archive.opened(self._backup) as found:
            enter_by_code(found.header, typed)
        folder = folder_for(self._home, name)
        return folder if not files.taken(folder) else folder_for(self._home, self._free_name(name))

    def _open(self, work: Callable[[], UnlockedVault]) -> State:
        try:
            return self._go(Opened(work()))
        except UserError as error:
            return self._refuse(error)
        except Cancelled:
            self.refused = None
            return self.state

    def _new_words(self, purpose: Purpose, folder: Path, name: str, own: bool = False, words: str = "") -> State:
        offered = "" if own else words or passphrase.generate()
        return self._go(NewWords(purpose, folder, name, offered, own, glance.carrier(folder)))

    def _go(self, state: State) -> State:
        if not isinstance(state, NewWords | TypeAgain):
            self._words = ""
        if isinstance(state, Opened | Welcome | Locked):
            self._code = ""
        self.state = state
        self.refused = None
        return state

    def _refuse(self, error: UserError) -> State:
        self.refused = error
        return self.state

    def _beginning(self) -> State:
        for place in {self._home, *(folder.parent for folder in self._known)}:
            leftovers.sweep(place)
        known = self._known_facts()
        return Locked(known[0]) if known else Welcome()

    def _known_facts(self) -> tuple[VaultFacts, ...]:
        return tuple(f for folder in self._known if (f := glance.facts(folder)).refusal is None)

    def _free_name(self, wanted: str = "") -> str:
        from facilitator.i18n import _
        from facilitator.vault import files

        wanted = wanted or _("Blue folder")
        name, n = wanted, 1
        while files.in_sight(self._home / (name + glance.ENDING)):
            n += 1
            name = f"{wanted} {n}"
        return name

    def _must_be_free(self, folder: Path) -> None:
        from facilitator.vault import files

        if files.taken(folder):
            raise PlaceTaken(folder.name)
        if folder.parent != self._home and not files.is_folder(folder.parent):
            raise PlaceMissing(folder.parent.name)

    def _make_home(self) -> None:
        from facilitator.vault import files

        with files.told(self._home.name):
            self._home.mkdir(parents=True, exist_ok=True)


def _first_difference(typed: str, meant: str) -> int:
    left, right = passphrase.normal(typed).split(" "), passphrase.normal(meant).split(" ")
    if len(right) < 2:
        return 0
    for shape in (str.casefold, str):  # capitals, which do not count in words of the list, are the last to be told of
        pairs = zip(map(shape, left), map(shape, right), strict=False)
        for number, (one, other) in enumerate(pairs, 1):
            if one != other:
                return number
        if len(left) != len(right):
            break
    return min(len(left), len(right)) + 1


def _vault_name(file: Path) -> str:
    """The vault's name out of a backup's dated one."""
    import re

    name = re.sub(r" \d{4}-\d\d-\d\d \d\d-\d\d( \(\d+\))?$", "", file.stem).strip()
    return name or file.stem

"""A workspace is the vault opened: every feature by its name, wired together and nothing more."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.errors import NothingToUndo, UserError
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.clock import Clock
from facilitator.model.organisation import Facilitator
from facilitator.model.progress import Progress, no_progress
from facilitator.model.search import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from facilitator.beginning import Beginning
    from facilitator.evening import (
        Agendas,
        Agreements,
        Attendance,
        Batons,
        CatchingUp,
        Debriefs,
        Feedback,
        LooseEnds,
        PapersOut,
        Rotas,
        Runs,
        Sessions,
        Shortening,
        Stamps,
    )
    from facilitator.evening.roomplan import Rooms
    from facilitator.finding import Finder
    from facilitator.guarding import Guarding
    from facilitator.library import Library
    from facilitator.library.bench import Bench
    from facilitator.model.ids import Id
    from facilitator.packs import Packs
    from facilitator.people import (
        Exports,
        Facilitators,
        Groups,
        KeyHolders,
        Members,
        Organisations,
        Pairings,
        RosterImport,
        Venues,
    )
    from facilitator.settings import VaultSettings
    from facilitator.sharing import Sharing
    from facilitator.tonight import Evenings
    from facilitator.vault import BackupAge, BackupFacts, Drafts, PendingRecovery, UnlockedVault
    from facilitator.vault.personal import PersonalSeals
    from facilitator.vault.reminding import Reminder
    from facilitator.writing import (
        Concerns,
        Incidents,
        KeptWords,
        Notes,
        Numbers,
        OwnItems,
        SealedPages,
        ShelfMarks,
        Themes,
    )
    from facilitator.writing.translations import Translations

_RECOVERY, _TRIED = "recovery_since", "recovery_tried"
TRY_DAYS = 183
"""How long a recovery sheet is trusted before its code is asked for again."""


class Workspace:
    """An unlocked vault and its features. All of it belongs to the thread that opened it, but `interrupt`."""

    def __init__(self, vault: UnlockedVault, clock: Clock, library: Library) -> None:
        self.vault = vault
        self.clock = clock
        self._settled: int | None = None
        self.library = library
        self._named_in: tuple[int, Callable[[Sequence[str]], tuple[str, ...]]] | None = None

    @cached_property
    def translations(self) -> Translations:
        """Which languages a fluent speaker has read."""
        from facilitator.writing.translations import Translations

        return Translations(self.vault.store, self.clock)

    @property
    def library(self) -> Library:
        """What ships, for the organisation's country, with the group's own words in it as they are at the moment."""
        revision = self.vault.store.revision("organisation")
        if self._settled != revision:
            self._settled = revision
            self._library.settle(self.organisations.country)
        return self._library

    @library.setter
    def library(self, shipped: Library) -> None:
        self._library = shipped.beside(lambda: self.own_items.texts(), lambda: self.numbers.kept())
        self._settled = None

    def speak(self, language: str) -> None:
        """Have what ships in another language from now on."""
        self.library.speak(language)

    # ------------------------------------------------------------ features, made when first asked for
    @cached_property
    def organisations(self) -> Organisations:
        """The one organisation."""
        from facilitator.people import Organisations

        return Organisations(self.vault.store)

    @cached_property
    def facilitators(self) -> Facilitators:
        """Who runs circles."""
        from facilitator.people import Facilitators

        return Facilitators(self.vault.store)

    @cached_property
    def key_holders(self) -> KeyHolders:
        """Who can open the vault."""
        from facilitator.people import KeyHolders

        return KeyHolders(self.vault, self.facilitators)

    @cached_property
    def venues(self) -> Venues:
        """Where circles meet."""
        from facilitator.people import Venues

        return Venues(self.vault.store, self.names_in)

    @cached_property
    def groups(self) -> Groups:
        """The groups."""
        from facilitator.people import Groups

        return Groups(self.vault.store, self.clock, self.names_in)

    @cached_property
    def members(self) -> Members:
        """The people on the lists."""
        from facilitator.people import Members

        return Members(self.vault.store, self.clock, self.groups, lambda: self.vault.recovery_live,
                       self.names_in)

    @cached_property
    def roster(self) -> RosterImport:
        """Bringing people in from a spreadsheet."""
        from facilitator.people import RosterImport

        return RosterImport(self.vault.store, self.clock, self.groups, self.members)

    @cached_property
    def exports(self) -> Exports:
        """Taking lists out to a spreadsheet."""
        from facilitator.people import Exports

        return Exports(self.vault.store, self.clock, self.groups, self.members)

    @cached_property
    def sessions(self) -> Sessions:
        """Evenings: planned, held, cancelled."""
        from facilitator.evening import Sessions

        return Sessions(self.vault.store, self.clock, self.groups)

    @cached_property
    def rota(self) -> Rotas:
        """Who does what on which evening."""
        from facilitator.evening import Rotas

        return Rotas(self.vault.store, self.groups, self.facilitators, self.sessions)

    @cached_property
    def pairings(self) -> Pairings:
        """One-to-one support, under codes."""
        from facilitator.people import Pairings

        return Pairings(self.vault.store, self.clock, self.groups)

    @cached_property
    def attendance(self) -> Attendance:
        """Who was present, where the group keeps that."""
        from facilitator.evening import Attendance

        return Attendance(self.vault.store, self.clock, self.groups, self.members, self.sessions)

    @cached_property
    def agendas(self) -> Agendas:
        """Plans for an evening."""
        from facilitator.evening import Agendas

        return Agendas(self.vault.store, self.clock, self.sessions, self.names_in)

    @cached_property
    def runs(self) -> Runs:
        """How evenings run, and ran."""
        from facilitator.evening import Runs

        return Runs(self.vault.store, self.clock, self.sessions, self.agendas)

    @cached_property
    def agreements(self) -> Agreements:
        """What groups agreed, in versions."""
        from facilitator.evening import Agreements

        return Agreements(self.vault.store, self.clock, self.groups, self.names_in, self._clauses)

    def _clauses(self) -> frozenset[str]:
        from facilitator.library.nameless import clauses

        return clauses(self.library)

    @cached_property
    def rooms(self) -> Rooms:
        """What the room may be told of an evening."""
        from facilitator.evening.roomplan import Rooms
        from facilitator.library.nameless import nameless

        return Rooms(self.vault.store, self.agreements, lambda plan: nameless(self.library, plan), _seeker)

    @cached_property
    def papers(self) -> PapersOut:
        """Printed sheets that must come back."""
        from facilitator.evening import PapersOut

        return PapersOut(self.vault.store, self.clock)

    @cached_property
    def shortening(self) -> Shortening:
        """Evenings that had better be short."""
        from facilitator.evening import Shortening

        return Shortening(self.vault.store, self.sessions, self.agendas)

    @cached_property
    def stamps(self) -> Stamps:
        """Times noted in hard moments."""
        from facilitator.evening import Stamps

        return Stamps(self.vault.store, self.clock, self.sessions, self.runs)

    @cached_property
    def catching_up(self) -> CatchingUp:
        """Evenings that were held on paper, taken in afterwards."""
        from facilitator.evening import CatchingUp

        return CatchingUp(self.vault.store, self.clock, self.sessions, self.attendance, self.agendas, self.runs,
                          self.rota, self.papers)

    @cached_property
    def loose_ends(self) -> LooseEnds:
        """What circles left open."""
        from facilitator.evening import LooseEnds

        return LooseEnds(self.vault.store, self.clock, self.sessions, self.names_in)

    @cached_property
    def batons(self) -> Batons:
        """What one facilitator hands on to the next."""
        from facilitator.evening import Batons

        return Batons(self.vault.store, self.clock, self.sessions, self.names_in)

    @cached_property
    def debriefs(self) -> Debriefs:
        """What those who ran an evening said to each other afterwards."""
        from facilitator.evening import Debriefs

        return Debriefs(self.vault.store, self.clock, self.sessions, self.names_in)

    @cached_property
    def sealed(self) -> SealedPages:
        """Pages that only who unlocked can read."""
        from facilitator.writing import SealedPages

        return SealedPages(self.vault.store, self.clock, self.vault.personal, self.vault.holder, self.names_in)

    @cached_property
    def concerns(self) -> Concerns:
        """Where safeguarding concerns went, and those sealed to one reader."""
        from facilitator.writing import Concerns

        vault = self.vault
        return Concerns(vault.store, self.clock, vault.personal, vault.holder, self.facilitators, self.organisations,
                        lambda: vault.facilitators, self.names_in)

    @cached_property
    def incidents(self) -> Incidents:
        """What went wrong, with roles and no names."""
        from facilitator.writing import Incidents

        return Incidents(self.vault.store, self.clock, self.groups, self.names_in)

    @cached_property
    def feedback(self) -> Feedback:
        """Slips without a name, and answers as counts."""
        from facilitator.evening import Feedback

        return Feedback(self.vault.store, self.clock, self.groups, self.names_in)

    @cached_property
    def guarding(self) -> Guarding:
        """What the name guard is made from."""
        from facilitator.guarding import Guarding

        return Guarding(self.groups, self.members, self.facilitators, self.organisations, self.venues)

    @cached_property
    def numbers(self) -> Numbers:
        """Our own numbers, and which of all were called."""
        from facilitator.writing import Numbers

        return Numbers(self.vault.store, self.clock, self.names_in)

    @cached_property
    def shelf_marks(self) -> ShelfMarks:
        """Favourites and tags."""
        from facilitator.writing import ShelfMarks

        return ShelfMarks(self.vault.store, self.names_in)

    @cached_property
    def kept_words(self) -> KeptWords:
        """Ordinary words that the name guard need not ask about."""
        from facilitator.writing import KeptWords

        return KeptWords(self.vault.store, lambda word: self.guarding.ordinary(word))

    @cached_property
    def themes(self) -> Themes:
        """What evenings were about."""
        from facilitator.writing import Themes

        return Themes(self.vault.store, self.sessions, lambda group_id, text: self.guarding.pointing(group_id, text))

    @cached_property
    def notes(self) -> Notes:
        """The groups' stories, without people."""
        from facilitator.writing import Notes

        return Notes(self.vault.store, self.clock, self.sessions,
                     lambda group_id: self.guarding.guard(group_id, self.kept_words.all()))

    def names_in(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Words in some texts that name people on the lists for sure: slips, short forms and small letters too."""
        from facilitator.nameguard.showing import finder

        revision = self.vault.store.revision("members")
        if self._named_in is None or self._named_in[0] != revision:
            rows = self.vault.store.all("select distinct name from member_live where active = 1")
            self._named_in = (revision, finder([row["name"] for row in rows]))
        return self._named_in[1](texts)

    @cached_property
    def bench(self) -> Bench:
        """Where library items are put in the group's own words."""
        from facilitator.library.bench import Bench

        return Bench(self.library)

    @cached_property
    def own_items(self) -> OwnItems:
        """Library items in the group's own words."""
        from facilitator.writing import OwnItems

        return OwnItems(self.vault.store, self.clock, self.bench, self.names_in)

    @cached_property
    def sharing(self) -> Sharing:
        """Content packs, for other charities and from them."""
        from facilitator.sharing import Sharing

        return Sharing(self.vault.store, self.own_items, self.agendas, self.bench, self._everybody)

    def _everybody(self) -> Callable[[Sequence[str]], tuple[str, ...]]:
        """Finds what in some texts names anybody this vault knows: on a list, in the team, at the organisation."""
        from facilitator.nameguard.showing import finder

        us, here = self.organisations.get(), self.vault.store.all("select distinct name from member_live")
        names = [*(row["name"] for row in here), *(one.name for one in self.facilitators.all()),
                 us.lead_name, us.deputy_name, us.supervisor]
        return finder(names)

    @cached_property
    def settings(self) -> VaultSettings:
        """Settings that travel with the vault."""
        from facilitator.settings import VaultSettings

        return VaultSettings(self.vault.store)

    @cached_property
    def packs(self) -> Packs:
        """What is printed for an evening."""
        from facilitator.packs import Packs

        return Packs(self.vault.store, self.clock, self.evenings, self.groups, self.organisations, self.sessions,
                     self.papers, self.settings, self.library)

    @cached_property
    def beginning(self) -> Beginning:
        """The first group of a new vault."""
        from facilitator.beginning import Beginning

        return Beginning(self.clock, self.library, self.facilitators, self.groups, self.sessions, self.agendas,
                         self.agreements)

    @cached_property
    def evenings(self) -> Evenings:
        """Tonight, at a glance."""
        from facilitator.tonight import Evenings

        return Evenings(self.clock, self.groups, self.members, self.facilitators, self.venues, self.sessions,
                        self.agendas, self.agreements, self.papers, self.rota, self.runs)

    # ------------------------------------------------------------ the vault itself
    @property
    def drafts(self) -> Drafts:
        """Half-typed text, sealed to whoever unlocked."""
        return self.vault.drafts

    @property
    def personal(self) -> PersonalSeals:
        """Seals to one facilitator what they alone may read."""
        return self.vault.personal

    @property
    def me(self) -> Facilitator | None:
        """The facilitator who unlocked, once they have said their name."""
        return self.facilitators.of_holder(self.vault.holder)

    @cached_property
    def _finder(self) -> Finder:
        from facilitator.finding import Finder

        return Finder(self.vault.store, self.clock, self.groups, self.sessions)

    def search(self, text: str, limit: int = 60, each: int = 8) -> tuple[Hit, ...]:
        """All that is kept and fits what was typed, kind by kind, at most `each` of one."""
        return self._finder.find(text, limit, each)

    def undo(self, of: Id | None = None) -> Change:
        """Take the last command back, as a command of its own; with `of` only if it changed that row.

        Raises NothingToUndo.
        """
        step = self.vault.store.undo(of)
        if step is None:
            raise NothingToUndo
        label = _("Taken back: {what}").format(what=step.label) if step.label else _("Taken back.")
        return replace(step.change, label=label, can_undo=False)

    def backup(self, destination: Path, progress: Progress = no_progress) -> BackupFacts:
        """Write a backup and read it back."""
        return self.vault.backup(destination, progress)

    @property
    def backup_age(self) -> BackupAge:
        """How old the newest backup is."""
        return self.vault.backup_age

    @property
    def reminder(self) -> Reminder | None:
        """What the vault's keeping asks for next, then whether numbers wait to be called; a sample asks for nothing."""
        from facilitator.vault.reminding import Reminder, Wanted, most_pressing

        vault = self.vault
        if vault.sample:
            return None
        pressing = most_pressing(vault.store, vault.backup_age, vault.drill, self.recovery_due)
        if pressing is None and self.groups.all() and self.numbers.none_called:
            return Reminder(Wanted.NUMBERS)
        return pressing

    def new_recovery(self) -> PendingRecovery:
        """A fresh recovery code; it opens nothing until it is typed back."""
        return self.vault.new_recovery()

    def confirm_recovery(self, pending: PendingRecovery, typed: str) -> Change:
        """Make the code live, and note the day. Raises WrongRecoveryCode."""
        self.vault.confirm_recovery(pending, typed)
        self._note_day("recovery.confirm", _RECOVERY)
        return Change(areas=frozenset({"safekeeping"}), label=_("The recovery sheet is live."))

    @property
    def recovery_since(self) -> date | None:
        """The day the live recovery code was typed back; None where there is none, or nobody noted it."""
        return self._noted_day(_RECOVERY) if self.vault.recovery_live else None

    def try_recovery(self, typed: str) -> Change:
        """See whether the code on the sheet still opens the vault, without using it up, and note the day.

        Raises NoRecovery, WrongRecoveryCode.
        """
        self.vault.try_recovery(typed)
        self._note_day("recovery.try", _TRIED)
        return Change(areas=frozenset({"safekeeping"}), label=_("The recovery sheet works. It was not used up."))

    @property
    def recovery_typed(self) -> date | None:
        """The day the live code was last typed from its paper; None where there is none, or nobody noted it."""
        if not self.vault.recovery_live:
            return None
        return max(filter(None, (self._noted_day(_RECOVERY), self._noted_day(_TRIED))), default=None)

    @property
    def recovery_due(self) -> bool:
        """Whether it is half a year since the live code was typed from its paper, so that it should be tried."""
        last = self.recovery_typed
        return self.vault.recovery_live and (last is None or (self.clock.today() - last).days >= TRY_DAYS)

    @property
    def recovery_used(self) -> bool:
        """Whether there was a recovery sheet and it opens nothing any more, so that a new one is wanted."""
        return self._noted_day(_RECOVERY) is not None and not self.vault.recovery_live

    def _note_day(self, kind: str, key: str) -> None:
        """Note that something about the recovery code was done today.

        It is done by now: a disk that has no room for the day must not have it look otherwise.
        """
        day = self.clock.today().isoformat()
        with suppress(UserError), self.vault.store.command(kind, undo=False) as command:
            command.put_setting(key, day)

    def _noted_day(self, key: str) -> date | None:
        day = self.vault.store.setting(key)
        return None if day is None else date.fromisoformat(day)

    def interrupt(self) -> None:
        """Stop what runs; may be called from any thread."""
        self.vault.interrupt()

    def lock(self) -> None:
        """Interrupt, roll back, close and seal."""
        self.vault.lock()

    def close(self) -> None:
        """Close and seal."""
        self.vault.close()


def _seeker(names: Sequence[str]) -> Callable[[str], bool]:
    from facilitator.nameguard.showing import seeker

    return seeker(names)

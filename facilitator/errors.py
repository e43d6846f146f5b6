"""What a person can mend, as types with facts; the sentences stand in `messages.py`. Anything else is our bug."""

from __future__ import annotations

from dataclasses import dataclass


class UserError(Exception):
    """Something the person can mend: nothing was half done, and there is a next step."""

    def __str__(self) -> str:
        # Its facts may be names, so they stand in no traceback; `messages.explain` makes words of them.
        return type(self).__name__

    def __repr__(self) -> str:
        return type(self).__name__


# ---------------------------------------------------------------- places and disks
@dataclass(eq=False, repr=False)
class NoSpace(UserError):
    """The disk is full."""


@dataclass(eq=False, repr=False)
class ReadOnlyPlace(UserError):
    """The folder, stick or file cannot be written to."""

    place: str = ""


@dataclass(eq=False, repr=False)
class PlaceGone(UserError):
    """The stick was pulled, or the folder cannot be reached any more."""

    place: str = ""


@dataclass(eq=False, repr=False)
class PlaceTaken(UserError):
    """Something of that name is there already, and we never write over it."""

    place: str


@dataclass(eq=False, repr=False)
class PlaceMissing(UserError):
    """Nothing is there."""

    place: str


@dataclass(eq=False, repr=False)
class PlaceClosed(UserError):
    """Something is there, but this user may not look into it."""

    place: str = ""


@dataclass(eq=False, repr=False)
class NameTooLong(UserError):
    """No disk takes a name or a path as long as that."""

    place: str = ""


# ---------------------------------------------------------------- the vault
@dataclass(eq=False, repr=False)
class WrongPassphrase(UserError):
    """The words do not open the vault; which part was wrong cannot be told apart, on purpose."""


@dataclass(eq=False, repr=False)
class NotAVault(UserError):
    """The chosen folder or file is not one of ours."""

    place: str = ""


@dataclass(eq=False, repr=False)
class HeaderDamaged(UserError):
    """Both copies of the header are damaged; known before any key is derived."""


@dataclass(eq=False, repr=False)
class VaultTorn(UserError):
    """The data file is cut short, empty, or changed behind our back."""

    what: str = ""


@dataclass(eq=False, repr=False)
class VaultSwapped(UserError):
    """The parts of the vault do not belong together."""


@dataclass(eq=False, repr=False)
class NewerVault(UserError):
    """Made by a newer version of the app."""


@dataclass(eq=False, repr=False)
class JournalMissing(UserError):
    """A file that an unclean close needs is missing, or one is there that should not be: then `left` is its name."""

    left: str = ""


@dataclass(eq=False, repr=False)
class VaultOpenElsewhere(UserError):
    """Another window has this vault open; `where` says which, when known."""

    where: str = ""


@dataclass(eq=False, repr=False)
class WeakPassphrase(UserError):
    """The person's own words are too easy to guess."""

    reason: str = "short"


@dataclass(eq=False, repr=False)
class KeysFull(UserError):
    """A vault has room for so many keys and no more."""


@dataclass(eq=False, repr=False)
class OwnKey(UserError):
    """Nobody takes their own key away: so somebody who can open the vault always stays."""


@dataclass(eq=False, repr=False)
class SealedToAnother(UserError):
    """It was sealed to somebody else, who alone can open it."""


@dataclass(eq=False, repr=False)
class SealLost(UserError):
    """It was sealed to a key that is gone, or is damaged: nobody can open it any more."""


@dataclass(eq=False, repr=False)
class LowMemory(UserError):
    """The computer has too little memory free to work out the key."""


@dataclass(eq=False, repr=False)
class KeyringRefused(UserError):
    """The computer's keyring cannot keep a way in, or does not give it: none, shared, locked, silent, differs, stale
    or failed. The words open the vault as before.
    """

    why: str = "failed"


@dataclass(eq=False, repr=False)
class DraftNotKept(UserError):
    """What is half typed cannot be kept beside the vault, so a lock would lose it."""


@dataclass(eq=False, repr=False)
class TypedDifferently(UserError):
    """The words typed again are not the ones shown; `word` counts from 1, 0 when it cannot be told which."""

    word: int = 0


@dataclass(eq=False, repr=False)
class WrongRecoveryCode(UserError):
    """The recovery code is not right; `group` (1 to 7) is where the slip is, 0 when the whole does not open it."""

    group: int = 0


@dataclass(eq=False, repr=False)
class NoRecovery(UserError):
    """This vault has no live recovery code."""


@dataclass(eq=False, repr=False)
class NotABackup(UserError):
    """The file is not one of our backups, or it is damaged."""

    reason: str = ""


@dataclass(eq=False, repr=False)
class BackupFailed(UserError):
    """The backup could be written but not read back the same, so it was not kept."""


# ---------------------------------------------------------------- people
@dataclass(eq=False, repr=False)
class NameMissing(UserError):
    """A name is needed."""

    what: str = "member"


@dataclass(eq=False, repr=False)
class NeedsRecovery(UserError):
    """No member's name is taken in before the recovery sheet is live."""


@dataclass(eq=False, repr=False)
class LevelTooLow(UserError):
    """The group's record level does not allow this to be kept."""

    field: str
    level: int


@dataclass(eq=False, repr=False)
class LevelCannotDrop(UserError):
    """Saving a group never lowers its record level: that takes things away for good, and is a step of its own."""


@dataclass(eq=False, repr=False)
class LevelRequired(UserError):
    """A group for under-18s needs record level 2."""


@dataclass(eq=False, repr=False)
class ConsentNeeded(UserError):
    """A parent's consent or a documented basis, or the person's own yes ("dates"), is needed first."""

    purpose: str


@dataclass(eq=False, repr=False)
class ConsentWithdrawn(UserError):
    """The member said no to this use."""

    purpose: str


@dataclass(eq=False, repr=False)
class NotFound(UserError):
    """The record is not there any more."""

    what: str = ""


@dataclass(eq=False, repr=False)
class SheetUnreadable(UserError):
    """The spreadsheet cannot be read."""

    name: str
    reason: str = ""


@dataclass(eq=False, repr=False)
class NoteUnreadable(UserError):
    """The text that is to be made anonymous cannot be read."""

    name: str
    reason: str = ""


@dataclass(eq=False, repr=False)
class NoNameColumn(UserError):
    """None of the columns was chosen as the name."""


# ---------------------------------------------------------------- the evening
@dataclass(eq=False, repr=False)
class CountTooSmall(UserError):
    """Newcomers and returning people, or the people ticked, are more than the heads counted."""

    heads: int
    named: int


@dataclass(eq=False, repr=False)
class CountMissing(UserError):
    """A session is held only with a head-count."""


@dataclass(eq=False, repr=False)
class NeedsTwoAdults(UserError):
    """Under-18s need two adults in the room."""

    adults: int | None = None


@dataclass(eq=False, repr=False)
class AgendaDoesNotFit(UserError):
    """The agenda's minutes do not sum to the session's; `over` is positive when too long."""

    over: int


@dataclass(eq=False, repr=False)
class AgendaMissing(UserError):
    """There is no plan for this session yet."""


@dataclass(eq=False, repr=False)
class SessionSettled(UserError):
    """A held or cancelled session is a fact; this cannot be changed any more."""

    status: str


@dataclass(eq=False, repr=False)
class StepNotNow(UserError):
    """This cannot be done with the running plan as it stands; `why` says in a word what is in the way."""

    why: str


@dataclass(eq=False, repr=False)
class BadValue(UserError):
    """A value that cannot be: `what` names the field, `why` says in a word what is wrong with it."""

    what: str
    why: str = ""


@dataclass(eq=False, repr=False)
class NothingToUndo(UserError):
    """There is nothing to take back."""


# ---------------------------------------------------------------- content and paper
@dataclass(eq=False, repr=False)
class ContentBroken(UserError):
    """A content file cannot be used; names itself and its line."""

    file: str
    line: int
    reason: str


@dataclass(eq=False, repr=False)
class WordsNeeded(UserError):
    """Own words lack something: `part` of the item, `place` in a list of them (from 1), `why` empty, long or case."""

    part: str
    place: int = 0
    why: str = "empty"


@dataclass(eq=False, repr=False)
class NameInWords(UserError):
    """Own words for the library hold the name of somebody who is on a list of this vault."""

    name: str


@dataclass(eq=False, repr=False)
class NameInNote(UserError):
    """Words about an evening hold the name of somebody who is on a list of this vault."""

    name: str


@dataclass(eq=False, repr=False)
class NamesUnsettled(UserError):
    """A note holds so many words that may point to a person and that nobody has settled."""

    count: int


@dataclass(eq=False, repr=False)
class PointsToSomebody(UserError):
    """A short text, such as the name of a theme, points to a person."""

    words: str


@dataclass(eq=False, repr=False)
class ThemeIsThere(UserError):
    """Another theme is called that already."""

    label: str


@dataclass(eq=False, repr=False)
class NoteIsSealed(UserError):
    """A sealed note does not change any more."""


@dataclass(eq=False, repr=False)
class ConcernOpen(UserError):
    """Nobody has said yet whom a concern was passed to and when, nor why to nobody, so it stays open."""


@dataclass(eq=False, repr=False)
class WordMayBeName(UserError):
    """A word that may be somebody's name is asked about each time."""

    word: str


@dataclass(eq=False, repr=False)
class ContentPackBroken(UserError):
    """A file is no content pack, or a torn one."""


@dataclass(eq=False, repr=False)
class ContentPackNewer(UserError):
    """A content pack was made by a later version of the app."""


@dataclass(eq=False, repr=False)
class NothingToShare(UserError):
    """Nothing was chosen to go into a content pack."""


@dataclass(eq=False, repr=False)
class NameInShared(UserError):
    """An item chosen for a content pack holds the name of somebody this vault knows."""

    title: str
    name: str


@dataclass(eq=False, repr=False)
class UnknownDocument(UserError):
    """No document has this name."""

    document: str


@dataclass(eq=False, repr=False)
class UnknownItem(UserError):
    """No coping card and no words to say have this id."""

    item: str


@dataclass(eq=False, repr=False)
class PrintedByHandOnly(UserError):
    """The recovery sheet is never saved, packed or made by the command line."""


@dataclass(eq=False, repr=False)
class DocumentNeeds(UserError):
    """The document needs something that is not there yet: a session, an agenda, an agreement."""

    document: str
    need: str


@dataclass(eq=False, repr=False)
class NoEasyRead(UserError):
    """A document, or what it is made of, has no Easy Read version. `title` is what it, or each of them, is called."""

    title: str
    count: int = 1


@dataclass(eq=False, repr=False)
class NoSuchLayout(UserError):
    """A document cannot stand on the paper in the way that was asked for. `title` is what it is called."""

    title: str


@dataclass(eq=False, repr=False)
class HoldsPersonalData(UserError):
    """A piece cannot go into a library copy: it tells about somebody. `title` is what the piece is called."""

    title: str


@dataclass(eq=False, repr=False)
class NoPrinter(UserError):
    """No printer took the job. Reasons: tools, none, unset, away, stopped, closed, refused; any other is not known."""

    reason: str = ""
    printer: str = ""


# ---------------------------------------------------------------- command line
@dataclass(eq=False, repr=False)
class PassphraseMissing(UserError):
    """No passphrase was given, and there is nobody to ask."""


@dataclass(eq=False, repr=False)
class PassphraseUnreadable(UserError):
    """The file with the passphrase cannot be read, or is not plain text."""

    place: str


@dataclass(eq=False, repr=False)
class OutputLost(UserError):
    """The answer could not be written to standard output."""


@dataclass(eq=False, repr=False)
class UnknownGroup(UserError):
    """No group of that name is in the vault."""

    name: str


@dataclass(eq=False, repr=False)
class UnknownSession(UserError):
    """No session on that day."""

    when: str

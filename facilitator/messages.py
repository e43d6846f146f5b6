"""Every refusal as a calm sentence and a next step: one table, used by the window and the command line alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitator import errors as e
from facilitator.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Message:
    """What happened (and that nothing was lost), and what to do next."""

    said: str
    next: str

    def __str__(self) -> str:
        return f"{self.said} {self.next}".strip()


def explain(error: e.UserError) -> Message:
    """The words for a refusal. Raises KeyError for a type without words, which a test forbids."""
    for kind in type(error).__mro__:
        if kind in MESSAGES:
            said, then = MESSAGES[kind](error)
            return Message(said, then)
    raise KeyError(type(error).__name__)


_LONGEST = 64
"""The longest name of a place or thing that a sentence quotes, in characters."""
_UNSAFE = {"Cc", "Cs", "Cn", "Co", "Zl", "Zp"}
_TURNING = {chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
"""Marks that turn text round without being seen."""


def quoted(text: str) -> str:
    """A name fit to stand in a sentence: one line, nothing unseen that would turn the sentence round, not endless."""
    clean = "".join(" " if sign in _TURNING or unicodedata.category(sign) in _UNSAFE else sign for sign in text)
    clean = " ".join(clean.split())
    half = _LONGEST // 2
    return clean if len(clean) <= _LONGEST else f"{clean[:half]}…{clean[1 - half:]}"


def _place(text: str) -> str:
    shown = quoted(text)
    return _("“{place}”").format(place=shown) if shown else _("That place")


def _weak(error: Any) -> tuple[str, str]:
    if error.reason == "empty":
        return _("The passphrase is empty. Nothing was made."), _("Write one of 15 letters or more, then try again.")
    said = {
        "short": _("That passphrase is too short. Nothing was changed."),
        "names": _("That passphrase uses names that others could guess. Nothing was changed."),
        "used": _("These words cannot be used in this vault. Nothing was changed."),
    }.get(error.reason, _("That passphrase is too easy to guess. Nothing was changed."))
    return said, _("Take the five words that are offered, or write one of 15 letters or more that nobody could guess.")


def _level(error: Any) -> tuple[str, str]:
    if error.field == "roster":
        return (_("This group keeps a head-count only, so there is no list of people. Nothing was written."),
                _("Save the head-counts of its evenings instead."))
    if error.field == "pairing":
        return (_("This group keeps a head-count only, so no pairs are kept. Nothing was saved."),
                _("Raise the record level of the group first, if the group wants that."))
    if error.level == 0:
        return (_("This group keeps a head-count only, so no name can be kept. Nothing was saved."),
                _("Count the person in, or raise the record level of the group first."))
    return (_("At this record level the group keeps first names only. Nothing was saved."),
            _("Leave that field empty, or raise the record level of the group first."))


def _words(error: Any) -> tuple[str, str]:
    part = {
        "title": _("the title"), "when": _("when it helps"), "cautions": _("what to know before you start"),
        "steps": _("the steps"), "again": _("doing it again"), "if_not": _("what if it does not help"),
        "own_lines": _("the lines to write on"), "lines": _("the words to say"), "moments": _("the moments"),
        "applications": _("the kinds of group"), "summary": _("what to expect"),
    }.get(error.part, error.part)
    if error.why == "long":
        return (_("One part is too long: {part}. Nothing was saved.").format(part=part),
                _("Say it in fewer words, then save again."))
    if error.why == "case":
        return (_("A line for when something happens needs two parts. Nothing was saved."),
                _("Write what happens, a colon, and what to do then. Such as: Silence: wait."))
    return (_("One part is still empty: {part}. Nothing was saved.").format(part=part),
            _("Fill it in, then save again."))


def _keyring(error: Any) -> tuple[str, str]:
    words = _("Go on with your words: they always work.")
    return {
        "none": (_("This laptop has no keyring that the app can trust. Nothing was changed."), words),
        "shared": (_("Others use this account on the laptop, so its keyring would open the vault for them too. Nothing "
                     "was changed."), words),
        "locked": (_("The laptop’s keyring stayed locked. Nothing was changed."),
                   _("Go on with your words, or try again and unlock the keyring when it asks.")),
        "silent": (_("The laptop’s keyring did not answer. Nothing was changed."),
                   _("Go on with your words, or try again later.")),
        "differs": (_("The laptop’s keyring did not keep what it was given. Nothing was changed."), words),
        "stale": (_("The laptop’s keyring has no key that opens this vault. Nothing was changed."),
                  _("Type your words. You can then turn the keyring on again under Safe-keeping.")),
    }.get(error.why, (_("The laptop’s keyring could not be used. Nothing was changed."), words))


def _again(error: Any) -> tuple[str, str]:
    if error.word:
        return (_("Word {n} is not the same as before. Nothing was changed.").format(n=error.word),
                _("Look at what you wrote down, and type that word again."))
    return (_("That is not the same as before. Nothing was changed."), _("Type it once more, letter by letter."))


def _code(error: Any) -> tuple[str, str]:
    if error.group:
        return (_("There is a slip in group {n} of the recovery code.").format(n=error.group),
                _("Check that group against the sheet and type it again."))
    return (_("This recovery code does not open this vault. Nothing was changed."),
            _("Check the date on the sheet: only the newest sheet of this vault works."))


def _fit(error: Any) -> tuple[str, str]:
    over = int(error.over)
    if over > 0:
        said = ngettext("The plan is {n} minute too long for the session. It is kept as it is.",
                        "The plan is {n} minutes too long for the session. It is kept as it is.", over)
    else:
        said = ngettext("The plan leaves {n} minute of the session empty. It is kept as it is.",
                        "The plan leaves {n} minutes of the session empty. It is kept as it is.", -over)
    return said.format(n=abs(over)), _("Change the minutes of a segment until it fits, then try again.")


def _settled(error: Any) -> tuple[str, str]:
    if error.status == "held":
        return (_("This session was held, and what happened stays as it is. Nothing was changed."),
                _("Choose a session that is still to come."))
    return (_("This session is cancelled. Nothing was changed."), _("Bring it back first, or choose another one."))


def _step(error: Any) -> tuple[str, str]:
    later = _("Look at where the circle is, then try again.")
    return {
        "started": (_("This circle has begun already. Nothing was changed."), _("Go on with it.")),
        "not started": (_("This circle has not begun. Nothing was changed."), _("Begin it first.")),
        "ended": (_("This circle has ended. Nothing was changed."), _("Take the ending back to go on with it.")),
        "last": (_("This is the last part. Nothing was changed."), _("End the circle when you are done.")),
        "first": (_("This is the first part. Nothing was changed."), later),
        "paused": (_("The circle is paused already."), _("Go on when you are ready.")),
        "not paused": (_("The circle is not paused."), later),
        "whole": (_("The ending and the safety check stay whole. Nothing was changed."),
                  _("Shorten an earlier part instead.")),
        "begins later": (_("The circle cannot have begun then. Nothing was changed."),
                         _("Give a time that has passed, before you went on to the next part.")),
        "before the last step": (_("The laptop’s clock stands before the last step. Nothing was changed."),
                                 _("Put the clock right, then try again.")),
        "nothing to undo": (_("There is nothing to take back."), later),
    }.get(error.why, (_("That cannot be done now. Nothing was changed."), later))


def _consent(error: Any) -> tuple[str, str]:
    if error.purpose == "dates":
        return (_("A day is remembered only for people who said yes to that. Nothing was saved."),
                _("Ask them first, and write down what they say."))
    return (_("For under-18s a parent’s consent, or the reason it is not needed, has to be written down first. "
              "Nothing was saved."), _("Fill in who agreed and when, then save again."))


def _note(x: e.NoteUnreadable) -> tuple[str, str]:
    what = {
        "big": _("This text is too long. Nothing was changed."),
        "kind": _("This is not plain text. Nothing was changed."),
    }.get(x.reason, _("The text cannot be read. Nothing was changed."))
    return what, _("Save it as plain text, no more than 4 MB, and try again.")


def _sheet(error: Any) -> tuple[str, str]:
    said, then = {
        "empty": (_("“{name}” has nothing in it. Nothing was brought in."), _("Choose another file.")),
        "password": (_("“{name}” is locked with a password. Nothing was brought in."),
                     _("Open it in your spreadsheet program, save it without a password, then choose it again.")),
        "rows": (_("“{name}” is far longer than a list of people. Nothing was brought in."),
                 _("Save the list alone in a new file, then choose that one.")),
        "closed": (_("“{name}” cannot be opened. Nothing was brought in."),
                   _("Close it in other programs, check that you may read it, then choose it again.")),
    }.get({"big": "rows", "far": "rows"}.get(error.reason, error.reason),
          (_("“{name}” cannot be read as a list of people. Nothing was brought in."),
           _("Save it as an Excel, ODS or CSV file, then choose it again.")))
    return said.format(name=quoted(error.name)), then


def _value(error: Any) -> tuple[str, str]:
    said, then = {
        "long": (_("What stands for “{what}” is too long. Nothing was saved."), _("Make it shorter, then try again.")),
        "empty": (_("“{what}” is empty. Nothing was saved."), _("Fill it in, then try again.")),
        "range": (_("The number for “{what}” is too small or too large. Nothing was saved."),
                  _("Correct it, then try again.")),
        "future": (_("The day for “{what}” is still to come. Nothing was saved."),
                   _("Choose today or a day that is past, then try again.")),
        "before": (_("The day for “{what}” is too early. Nothing was saved."),
                   _("Choose a later day, then try again.")),
        "far": (_("The day for “{what}” is too far away. Nothing was saved."),
                _("Choose a nearer day, then try again.")),
        "taken": (_("That name is taken. Nothing was saved."), _("Choose another name, then try again.")),
        "ending": (_("The name of the file has to end in .csv or .xlsx. Nothing was written."),
                   _("Change the ending, then try again.")),
        "full": (_("There is no room for one more session on that day. Nothing was saved."), _("Choose another day.")),
        "barred": (_("This column is never brought in: the app keeps nothing of that kind. Nothing was changed."),
                   _("Leave it out, and choose another one.")),
        "adults": (_("Ages are kept only where people under 18 come. Nothing was saved."),
                   _("Leave the age out, then try again.")),
        "figure": (_("“{what}” has no figure in it, so it could be a name. Nothing was saved."),
                   _("Use a letter and a figure, such as A1.")),
        "name": (_("“{what}” holds somebody’s name. Nothing was saved."),
                 _("Use a code that tells nothing, such as A1.")),
        "same": (_("Both have the same code. Nothing was saved."), _("Give each a code of their own.")),
        "code": (_("“{what}” has to be two letters, such as GB. Nothing was saved."), _("Correct it, then try again.")),
    }.get(error.why, (_("That value cannot be used ({what}). Nothing was saved."), _("Correct it, then try again.")))
    return said.format(what=error.what), then


def _journal(error: Any) -> tuple[str, str]:
    if error.left:
        return (_("The file {file} does not belong beside this vault’s data. The vault was left as it is.")
                .format(file=_place(error.left)),
                _("Take it out of the folder and keep it, then try again. Or restore your newest backup."))
    return (_("The app was cut off last time, and a file it needs to tidy up is missing. The vault was left as it is."),
            _("Put the missing file back if you have it, or restore your newest backup."))


def _count(error: Any) -> tuple[str, str]:
    said = ngettext("That makes {named} person, but only {heads} were counted. Nothing was saved.",
                    "That makes {named} people, but only {heads} were counted. Nothing was saved.", error.named)
    return (said.format(named=error.named, heads=error.heads),
            _("Correct the head-count, the newcomers or the ticks, then save again."))


def _backup(error: Any) -> tuple[str, str]:
    if error.reason == "other":
        return (_("This backup is of another vault, or from before this one got a new key. It was left as it is."),
                _("Choose a backup of this vault, or prove this one with its own words."))
    return (_("This file is not a backup of this app, or it is damaged. It was left as it is."),
            _("Choose another backup file."))


def _adults(error: Any) -> tuple[str, str]:
    return (_("A session for under-18s needs two adults in the room. Nothing was saved."),
            _("Give the number of adults who were there. If it was held with fewer all the same, say why."))


def _printer(error: Any) -> tuple[str, str]:
    name = quoted(error.printer)
    add = _("Add one in the settings of this computer, or save the pages as a PDF.")
    other = _("Start it again, choose another printer, or save the pages as a PDF.")
    said, then = {
        "tools": (_("This computer has nothing to print with yet. Nothing is lost."),
                  _("Ask whoever looks after it to set up printing (CUPS), or save the pages as a PDF.")),
        "none": (_("This computer knows no printer. Nothing is lost."), add),
        "unset": (_("No printer is the usual one yet. Nothing is lost."),
                  _("Choose a printer in how to print, then print again.")),
        "away": (_("The printer “{name}” was not found. Nothing is lost."),
                 _("Choose another printer, or save the pages as a PDF.")),
        "stopped": (_("The printer “{name}” is stopped, so no page went to it. Nothing is lost."), other),
        "closed": (_("The printer “{name}” takes no pages just now. Nothing is lost."), other),
    }.get(error.reason, (_("No printer took the pages. Nothing is lost."),
                         _("Check that the printer is on, or save the pages as a PDF.")))
    return said.format(name=name), then


def _needs(error: Any) -> tuple[str, str]:
    said = {
        "session": _("There is no session for this sheet yet."),
        "agenda": _("There is no plan for this evening yet."),
        "agreement": _("This group has no agreement yet."),
        "group": _("This sheet is made for a group, and none is chosen."),
        "pack": _("A cover slip counts a pack, and there is no pack here to count."),
    }.get(error.need, _("Something this sheet needs is not there yet."))
    if error.need == "pack":
        return said, _("Make it from a vault, for a session that has a plan.")
    return said, _("Add it first, then print again.")


MESSAGES: dict[type[e.UserError], Callable[[Any], tuple[str, str]]] = {
    e.NoSpace: lambda x: (_("The disk is full. What was saved before is safe."),
                          _("Free some space, then try again.")),
    e.ReadOnlyPlace: lambda x: (_("{place} cannot be written to. Nothing was changed.").format(place=_place(x.place)),
                                _("Choose another place, or take the write protection off, then try again.")),
    e.PlaceGone: lambda x: (_("{place} cannot be reached any more. What was saved before is safe.")
                            .format(place=_place(x.place)),
                            _("If it is on a stick, plug it in again. Then try again.")),
    e.PlaceTaken: lambda x: (_("Something with the name “{place}” is there already. It was left as it is.")
                             .format(place=quoted(x.place)), _("Choose another name.")),
    e.PlaceMissing: lambda x: (_("Nothing was found at “{place}”. Nothing was changed.").format(place=quoted(x.place)),
                               _("Check the name, and that the stick is plugged in, or choose another place.")),
    e.PlaceClosed: lambda x: (_("{place} is closed to you on this computer. It was left as it is.")
                              .format(place=_place(x.place)),
                              _("Ask whoever it belongs to, or choose another place.")),
    e.NameTooLong: lambda x: (_("The name {place} is too long for the disk. Nothing was changed.")
                              .format(place=_place(x.place)), _("Choose a shorter name.")),
    e.WrongPassphrase: lambda x: (_("These words do not open this vault. Nothing was changed."),
                                  _("Check each word and the space between words, then try again.")),
    e.NotAVault: lambda x: (_("{place} is not a vault of this app. It was left as it is.")
                            .format(place=_place(x.place)), _("Choose a folder whose name ends in “.vault”.")),
    e.HeaderDamaged: lambda x: (_("Both copies of this vault’s key file are damaged. The vault was left as it is."),
                                _("Restore your newest backup into a new place.")),
    e.VaultTorn: lambda x: (_("The vault’s data file is damaged or was changed outside the app. It was left as it is."),
                            _("Restore your newest backup into a new place, and keep this one until that works.")),
    e.VaultSwapped: lambda x: (_("The files in this vault do not belong together. They were left as they are."),
                               _("Put back the files that were there, or restore your newest backup.")),
    e.NewerVault: lambda x: (_("This vault was made by a newer version of the app. It was left as it is."),
                             _("Update the app on this laptop, then open the vault again.")),
    e.JournalMissing: _journal,
    e.VaultOpenElsewhere: lambda x: (
        _("This vault is open already{where}. Nothing was changed.")
        .format(where=_(" ({where})").format(where=quoted(x.where)) if x.where else ""),
        _("Go to that window, or lock the vault there first.")),
    e.WeakPassphrase: _weak,
    e.KeysFull: lambda x: (_("This vault has room for 31 people’s keys, and all are given out. Nothing was changed."),
                           _("Take away the key of somebody who has left, then try again.")),
    e.OwnKey: lambda x: (_("Nobody can take their own key away. Nothing was changed."),
                         _("Ask somebody else who can open the vault to do it.")),
    e.SealedToAnother: lambda x: (_("This is sealed to somebody else: only they can open it. It was left as it is."),
                                  _("Ask them to open it, once they have unlocked the vault with their own words.")),
    e.SealLost: lambda x: (_("Nobody can open this any more: it was sealed to a key that is gone, or is damaged."),
                           _("If whoever wrote it still knows it, they can write it anew.")),
    e.LowMemory: lambda x: (_("This laptop has too little memory free to work out the key. Nothing was lost."),
                            _("Close other programs, such as the web browser, then try again.")),
    e.KeyringRefused: _keyring,
    e.DraftNotKept: lambda x: (_("The disk takes nothing more, so what you type is not kept for when the vault locks. "
                                 "What was saved before is safe."),
                               _("Free some space soon, or copy the words on paper.")),
    e.TypedDifferently: _again,
    e.WrongRecoveryCode: _code,
    e.NoRecovery: lambda x: (_("This vault has no recovery sheet that works."),
                             _("Use your five words, or ask another facilitator to unlock it.")),
    e.NotABackup: _backup,
    e.BackupFailed: lambda x: (_("The backup could not be read back, so it was not kept. Your vault is safe."),
                               _("Try again on another stick.")),
    e.NameMissing: lambda x: (_("A name is missing. Nothing was saved."), _("Type a name, then save again.")),
    e.NeedsRecovery: lambda x: (
        _("Before the first member’s name, a recovery sheet has to be ready. Nothing was saved."),
        _("Make the recovery sheet under Safe-keeping, then come back.")),
    e.LevelTooLow: _level,
    e.LevelCannotDrop: lambda x: (
        _("To keep less about people, what is kept about them has to go first. Nothing was changed."),
        _("Open “Keep less about people” on this group’s page, and look at what would go.")),
    e.LevelRequired: lambda x: (_("A group for under-18s has to be able to reach a parent. Nothing was saved."),
                                _("Choose record level 2, then save again.")),
    e.ConsentNeeded: _consent,
    e.ConsentWithdrawn: lambda x: (_("This person said no to that. Nothing was done."),
                                   _("Ask them first, and write down what they say.")),
    e.NotFound: lambda x: (_("That is not there any more. Nothing was changed."), _("Go back and choose again.")),
    e.SheetUnreadable: _sheet,
    e.NoteUnreadable: _note,
    e.NoNameColumn: lambda x: (_("No column is chosen as the name. Nothing was brought in."),
                               _("Choose the column that holds the names, or write “Name” above it in the file.")),
    e.CountTooSmall: _count,
    e.CountMissing: lambda x: (_("The head-count is missing. Nothing was saved."),
                               _("Type how many people were there, facilitators too.")),
    e.NeedsTwoAdults: _adults,
    e.AgendaDoesNotFit: _fit,
    e.AgendaMissing: lambda x: (_("There is no plan for this evening yet."), _("Choose a plan first.")),
    e.SessionSettled: _settled,
    e.StepNotNow: _step,
    e.BadValue: _value,
    e.NothingToUndo: lambda x: (_("There is nothing to take back."),
                                 _("Only what was done since the vault was opened can be taken back.")),
    e.ContentBroken: lambda x: (
        _("The file {file} cannot be used: line {line}, {reason}. Nothing was changed.")
        .format(file=x.file, line=x.line, reason=x.reason), _("Put the file back as it was delivered.")),
    e.WordsNeeded: _words,
    e.NameInWords: lambda x: (
        _("“{name}” is on one of your lists of people. Nothing was saved yet.").format(name=quoted(x.name)),
        _("Words of the library are printed and lie about. Say it without the name, or save it as it is.")),
    e.NameInNote: lambda x: (
        _("“{name}” is on one of your lists of people. Nothing was saved yet.").format(name=quoted(x.name)),
        _("Say it without the name: the group’s story needs none. Or keep it as it is.")),
    e.NamesUnsettled: lambda x: (
        ngettext("The note is not kept yet: {n} word may still point to somebody. Nothing was lost.",
                 "The note is not kept yet: {n} words may still point to somebody. Nothing was lost.",
                 x.count).format(n=x.count),
        _("Go from one to the next with F8, and say for each what is to stand there.")),
    e.PointsToSomebody: lambda x: (
        _("“{words}” may point to somebody. Nothing was saved.").format(words=quoted(x.words)),
        _("Say what it was about without a name or a place.")),
    e.ThemeIsThere: lambda x: (
        _("There is a theme “{theme}” already. Nothing was changed.").format(theme=quoted(x.label)),
        _("Take another name. Or tick that one, and offer this one no more.")),
    e.NoteIsSealed: lambda x: (_("The note is sealed, so nothing in it changes any more. It is as it was."),
                               _("Add words to it instead.")),
    e.ConcernOpen: lambda x: (_("The concern stays open: nobody has said yet where it went. Nothing was changed."),
                              _("Say whom it was passed to and on which day, or why it was passed to nobody.")),
    e.WordMayBeName: lambda x: (
        _("“{word}” may be somebody’s name, so you are asked each time. Nothing was changed.").format(
            word=quoted(x.word)),
        _("Keep it here if it is an ordinary word in this place.")),
    e.ContentPackBroken: lambda x: (
        _("This file is not a content pack, or only part of one. Nothing was taken in."),
        _("Ask for the file again, and copy it whole.")),
    e.ContentPackNewer: lambda x: (
        _("This content pack was made by a newer Facilitator. Nothing was taken in."),
        _("Bring this app up to date first, then open the pack again.")),
    e.NothingToShare: lambda x: (_("Nothing is chosen yet, so no content pack was made."),
                                 _("Tick what you want to share.")),
    e.NameInShared: lambda x: (
        _("“{title}” names somebody: “{name}”. No content pack was made.").format(
            title=quoted(x.title), name=quoted(x.name)),
        _("Change the words in the library first, or leave this out.")),
    e.UnknownDocument: lambda x: (_("There is no document called “{name}”. Nothing was made.")
                                  .format(name=quoted(x.document)),
                                  _("See the list of documents and choose one.")),
    e.UnknownItem: lambda x: (_("The library has no card or words to say called “{name}”. Nothing was made.")
                              .format(name=quoted(x.item)),
                              _("See the list of the library and use an id from it.")),
    e.PrintedByHandOnly: lambda x: (_("The recovery sheet is printed or copied by hand only. Nothing was made."),
                                    _("Open Safe-keeping to print it.")),
    e.DocumentNeeds: _needs,
    e.NoEasyRead: lambda x: (
        ngettext("There is no Easy Read version of “{title}”. Nothing was made.",
                 "There is no Easy Read version of {n} sheets: {title}. Nothing was made.", x.count)
        .format(n=x.count, title=quoted(x.title)),
        ngettext("Choose standard or large print for it.", "Choose standard or large print for them.", x.count)),
    e.NoSuchLayout: lambda x: (_("“{title}” cannot be laid out that way here. Nothing was made.")
                               .format(title=quoted(x.title)),
                               _("Leave the layout out: then it comes as full pages.")),
    e.HoldsPersonalData: lambda x: (_("“{title}” tells about people, so it cannot be in a library copy. "
                                      "Nothing was saved.").format(title=quoted(x.title)),
                                    _("Leave it out, or choose a blank one, then save again.")),
    e.NoPrinter: _printer,
    e.UnknownGroup: lambda x: (_("There is no group called “{name}” in this vault. Nothing was changed.")
                               .format(name=quoted(x.name)), _("See the list of groups and use a name from it.")),
    e.PassphraseMissing: lambda x: (_("A passphrase is needed, and none was given. Nothing was changed."),
                                    _("Give it in a file with --passphrase-file FILE, or use - for standard input.")),
    e.PassphraseUnreadable: lambda x: (_("The passphrase in {place} cannot be read. Nothing was changed.")
                                       .format(place=_place(x.place)),
                                       _("Check that it is a file of plain text that you may read.")),
    e.OutputLost: lambda x: (_("The answer could not be written out. What was done before is safe."),
                             _("Check where the output goes, then ask again.")),
    e.UnknownSession: lambda x: (_("No session was found for “{when}”. Nothing was made.").format(when=quoted(x.when)),
                                 _("Choose another day, such as 2026-11-26, or “next”.")),
}

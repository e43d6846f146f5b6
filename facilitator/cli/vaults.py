"""Commands about a vault as a whole: new, sample, check, backup, restore."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from facilitator import vault
from facilitator.cli.asking import words
from facilitator.cli.opening import a_backup, a_free_place, a_vault, clock, opened
from facilitator.cli.saying import meter, say
from facilitator.i18n import _, listed, ngettext


def new(options: argparse.Namespace) -> None:
    """Make an empty vault; where no passphrase is handed in, print the five words it made, once.

    The recovery code is never printed here: its sheet is made in the window, before the first name.
    """
    folder, told = a_free_place(options.path), _("New vault: {place}").format(place=options.path)
    if options.passphrase_file is not None:
        vault.create(folder, words(options.passphrase_file), clock(), kdf=vault.calibrate()).close()
        say(told)
    else:
        made = vault.passphrase.generate()
        with vault.aside(folder, clock()) as hidden:
            vault.create(hidden, made, clock(), kdf=vault.calibrate()).close()
            # Inside: a vault whose words could not be told must not stay. Scripts read the second line.
            say(told, f"Passphrase: {made}",
                _("Write the five words down now. They are not shown again, and nobody can find them out for you."))
    say(_("Before the first name goes in, make the recovery sheet: open the vault in the window, under Safe-keeping."))


def sample(options: argparse.Namespace) -> None:
    """Make a sample vault and print its passphrase."""
    from facilitator.library import Library
    from facilitator.sample import decade, evening

    def tell(passphrase: str) -> None:
        # Scripts read the second line, so it is never translated.
        say(_("Sample vault: {place}").format(place=options.path), f"Passphrase: {passphrase}",
            _("A sample with invented people. It stays until you delete its folder."))

    if options.years:
        with meter() as progress:
            decade.make(options.path, clock(), Library(), options.years, progress, tell)
    else:
        evening.make(options.path, clock(), Library(), tell)


def check(options: argparse.Namespace) -> None:
    """Open a vault, look over every part, and say what is in it."""
    report = vault.check(a_vault(options.path), words(options.passphrase_file), clock())
    say(_("The vault is whole. Every page of its data was checked."))
    if report.healed:
        say(_("One of the two copies of its key file was damaged or missing. It was made whole from the other."))
    if report.after_crash:
        say(_("It had not been closed last time. All that was saved is there."))
    _counts(report.counts)


def backup(options: argparse.Namespace) -> None:
    """Write a backup and read it back."""
    with opened(options) as workspace:
        facts = workspace.backup(options.dest)
    say(_("Backup written and read back: {place}").format(place=facts.path))
    _counts(facts.counts)


def restore(options: argparse.Namespace) -> None:
    """Restore a backup into a new folder."""
    file, folder = a_backup(options.file), a_free_place(options.path)
    unlocked = vault.restore(file, folder, words(options.passphrase_file), clock())
    try:
        counts = unlocked.store.counts()
    finally:
        unlocked.close()
    say(_("Restored into {place}.").format(place=options.path))
    _counts(counts)


def _counts(counts: Mapping[str, int]) -> None:
    groups, people, sessions = counts.get("groups", 0), counts.get("member", 0), counts.get("session", 0)
    plans, ticks, agreements = counts.get("agenda", 0), counts.get("attendance", 0), counts.get("agreement_version", 0)
    # One line, in the order people look for.
    parts = (
        ngettext("{n} group", "{n} groups", groups).format(n=groups),
        ngettext("{n} person", "{n} people", people).format(n=people),
        ngettext("{n} session", "{n} sessions", sessions).format(n=sessions),
        ngettext("{n} plan", "{n} plans", plans).format(n=plans),
        ngettext("{n} attendance", "{n} attendances", ticks).format(n=ticks),
        ngettext("{n} agreement", "{n} agreements", agreements).format(n=agreements))
    say(_("In it: {parts}.").format(parts=listed(parts)))

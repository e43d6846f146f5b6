"""Commands about a vault as a whole: sample, check, backup, restore."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from facilitator import vault
from facilitator.cli.asking import words
from facilitator.cli.opening import clock, opened
from facilitator.i18n import _, interface


def sample(options: argparse.Namespace) -> None:
    """Make a sample vault and print its passphrase."""
    from facilitator.library import Library
    from facilitator.sample import make

    passphrase = make(options.path, clock(), Library())
    print(_("Sample vault: {place}").format(place=options.path))
    # Scripts read this line, so it is never translated.
    print(f"Passphrase: {passphrase}")


def check(options: argparse.Namespace) -> None:
    """Open a vault, look over every part, and say what is in it."""
    report = vault.check(options.path, words(options.passphrase_file), clock())
    print(_("The vault is whole. Every page of its data was checked."))
    _counts(report.counts)


def backup(options: argparse.Namespace) -> None:
    """Write a backup and read it back."""
    with opened(options) as workspace:
        facts = workspace.backup(options.dest)
    print(_("Backup written and read back: {place}").format(place=facts.path))
    _counts(facts.counts)


def restore(options: argparse.Namespace) -> None:
    """Restore a backup into a new folder."""
    unlocked = vault.restore(options.file, options.path, words(options.passphrase_file), clock())
    try:
        counts = unlocked.store.counts()
    finally:
        unlocked.close()
    print(_("Restored into {place}.").format(place=options.path))
    _counts(counts)


def _counts(counts: Mapping[str, int]) -> None:
    names = {"groups": _("groups"), "member": _("people"), "session": _("sessions"), "agenda": _("plans"),
             "attendance": _("attendances"), "agreement_version": _("agreements")}
    parts = [f"{counts.get(table, 0)} {name}" for table, name in names.items()]
    # One line, in the order people look for.
    print(interface().gettext("In it: {parts}.").format(parts=", ".join(parts)))

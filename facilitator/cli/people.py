"""Commands about groups and the people in them."""

from __future__ import annotations

import argparse

from facilitator.cli.opening import a_free_place, opened
from facilitator.cli.saying import complain, say
from facilitator.i18n import _, ngettext
from facilitator.model.exporting import ExportKind, ExportOrder
from facilitator.people.exporting.exports import type_of
from facilitator.people.exporting.files import save
from facilitator.people.importing.roster import ImportReport


def groups(options: argparse.Namespace) -> None:
    """List the groups, one name a line."""
    with opened(options) as workspace:
        names = [group.name for group in workspace.groups.all()]
    say(*names)


def bring_in(options: argparse.Namespace) -> None:
    """Bring people in from a spreadsheet, and say of every row what became of it."""
    with opened(options) as workspace:
        group = workspace.groups.named(options.group)
        sheet = workspace.roster.read(options.file)
        columns = workspace.roster.propose(sheet, group.id)
        preview = workspace.roster.preview(sheet, columns, group.id)
        report = workspace.roster.apply(preview, options.basis)
    _tell(report)


def export(options: argparse.Namespace) -> None:
    """Save a list of people, or of who was there, as a spreadsheet; warn that anybody can open it."""
    kind = ExportKind(options.what)
    file_type = type_of(a_free_place(options.out))
    with opened(options) as workspace:
        order = ExportOrder(group_id=workspace.groups.named(options.group).id, kind=kind)
        people = workspace.exports.table(order).people
        data = workspace.exports.make(order, file_type)
    save(options.out, data)
    if people:
        complain(_("Take care: this file is not locked, and it names people. Anybody who finds it can read it. "
                   "Delete it when you are done."))
    say(str(options.out))


def _tell(report: ImportReport) -> None:
    added, filled = len(report.added), len(report.filled)
    say(ngettext("{n} person was added.", "{n} people were added.", added).format(n=added))
    if filled:
        say(ngettext("Blanks were filled for {n} person; nothing was overwritten.",
                     "Blanks were filled for {n} people; nothing was overwritten.", filled).format(n=filled))
    for column in report.dropped:
        why = column.drop.label if column.drop else ""
        say(_("Left out: the column “{title}” ({why}).").format(title=column.header, why=why))
    say(*(_("Line {line}, skipped: {name}. {why}").format(line=row.line, name=row.name, why=row.reason)
          for row in report.skipped))
    for row in report.bad:
        complain(_("Line {line}, not brought in: {reason}").format(line=row.line, reason=row.reason))
    if report.not_asked:
        say(_("Not asked yet whether they agree to be on this list:"), *(f"  {name}" for name in report.not_asked))

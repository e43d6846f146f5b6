"""What may be typed after `facilitator-cli`: every command, its arguments and its help."""

from __future__ import annotations

import argparse
import os
from datetime import date
from pathlib import Path

from facilitator import __version__
from facilitator.cli import anonymise, finding, paper, people, vaults
from facilitator.errors import PlaceMissing
from facilitator.i18n import _, languages
from facilitator.model.exporting import ExportKind
from facilitator.model.paper import Layout, Paper, Piece, Style, Turn, in_language
from facilitator.vault import files

_MOST = 999
"""Copies of one piece."""


def source(typed: str) -> str:
    """The name of a file, or “-”, as typed. Refuses an empty one as wrong use: a script's variable was empty."""
    if not typed:
        raise argparse.ArgumentTypeError(_("a name is missing here"))
    return typed


def place(typed: str) -> Path:
    """A path as typed, in full, so that “.” and “..” have names too. Refuses an empty one as wrong use."""
    return Path(os.path.abspath(source(typed)))  # noqa: PTH100 (it takes “..” out, which pathlib leaves in)


def destination(typed: str) -> Path:
    """The same for what is to be written; one that ends like a folder's name must be one. Raises PlaceMissing."""
    found = place(typed)
    if typed.endswith(("/", os.sep)) and not files.is_folder(found):
        raise PlaceMissing(typed)
    return found


def copies(typed: str) -> Piece:
    """A piece and its copies: `DOCUMENT=N`, `DOCUMENT:STYLE=N`, `DOCUMENT@LANGUAGE=N`. Refuses others as wrong use."""
    document, _equals, number = typed.partition("=")
    document, _at, language = document.partition("@")
    name, _colon, style = document.partition(":")
    known = {one.value: one for one in Style}
    counted = number.isascii() and number.isdigit() and int(number) <= _MOST
    spoken = not language or language in languages()
    if not name or not counted or not spoken or (style or Style.STANDARD.value) not in known:
        raise argparse.ArgumentTypeError(_("“{typed}” is not like coping-handout=9").format(typed=typed))
    return Piece(name, int(number), known[style or Style.STANDARD.value], item=in_language("", language))


def option(typed: str) -> tuple[str, int]:
    """A document’s option and its number, as `NAME=N`. Refuses anything else as wrong use."""
    name, _equals, number = typed.partition("=")
    if not name or not (number.isascii() and number.isdigit()):
        raise argparse.ArgumentTypeError(_("“{typed}” is not like deepest=1").format(typed=typed))
    return name, int(number)


def laid(typed: str) -> tuple[str, Layout]:
    """A piece and how it stands on the paper, as `DOCUMENT=LAYOUT`. Refuses anything else as wrong use."""
    document, _equals, layout = typed.partition("=")
    known = {one.value: one for one in Layout}
    if not document or layout not in known:
        raise argparse.ArgumentTypeError(_("“{typed}” is not like welcome-leaflet=book").format(typed=typed))
    return document, known[layout]


def day(typed: str) -> date:
    """A day. Refuses anything else as wrong use."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError(_("“{typed}” is not like 2026-11-26").format(typed=typed)) from None


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; each command carries its `run`."""
    top = argparse.ArgumentParser(prog="facilitator-cli", description=_("Facilitator on the command line."))
    top.add_argument("--version", action="version", version=__version__)
    commands = top.add_subparsers(required=True, metavar=_("command"))
    _vaults(commands)
    _people(commands)
    _finding(commands)
    _notes(commands)
    _paper(commands)
    return top


type_commands = argparse._SubParsersAction  # argparse has no public name for it


def _add(commands: type_commands[argparse.ArgumentParser], name: str, help: str) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=help, description=help)


def _opens(command: argparse.ArgumentParser, what: str = "path") -> None:
    command.add_argument(what, type=place, metavar="PATH", help=_("the vault’s folder"))
    _passphrase(command)


def _passphrase(command: argparse.ArgumentParser) -> None:
    command.add_argument("--passphrase-file", type=source, metavar="FILE",
                         help=_("read the passphrase from the first line of a file, or of standard input with -"))


def _vaults(commands: type_commands[argparse.ArgumentParser]) -> None:
    new = _add(commands, "new", _("make an empty vault; without a passphrase of yours it makes one and prints it once"))
    new.add_argument("path", type=place, metavar="PATH", help=_("a folder that is not there yet"))
    _passphrase(new)
    new.set_defaults(run=vaults.new)
    sample = _add(commands, "sample", _("make a sample vault to look round in; prints its passphrase"))
    sample.add_argument("path", type=place, metavar="PATH", help=_("a folder that is not there yet"))
    sample.add_argument("--years", type=int, choices=range(1, 11), metavar="N", default=0,
                        help=_("a charity of twenty groups with so many years behind it, 1 to 10"))
    sample.set_defaults(run=vaults.sample)
    check = _add(commands, "check", _("open a vault, check every part of it, and say what is in it"))
    _opens(check)
    check.set_defaults(run=vaults.check)
    backup = _add(commands, "backup", _("write a backup file and read it back"))
    _opens(backup)
    backup.add_argument("dest", type=destination, metavar="DEST", help=_("a folder or a new file"))
    backup.set_defaults(run=vaults.backup)
    restore = _add(commands, "restore", _("restore a backup file into a new vault folder"))
    restore.add_argument("file", type=place, metavar="FILE", help=_("the backup file"))
    _opens(restore)
    restore.set_defaults(run=vaults.restore)


def _people(commands: type_commands[argparse.ArgumentParser]) -> None:
    groups = _add(commands, "groups", _("list the groups, one name a line"))
    _opens(groups)
    groups.set_defaults(run=people.groups)
    bring = _add(commands, "import", _("bring people in from a CSV, Excel or ODS file"))
    _opens(bring)
    bring.add_argument("--group", required=True, metavar="NAME", help=_("the group they belong to"))
    bring.add_argument("--basis", default="", metavar="TEXT",
                       help=_("how they agreed to be on this list; without it they are marked as not asked yet"))
    bring.add_argument("file", type=place, metavar="FILE", help=_("the list of people"))
    bring.set_defaults(run=people.bring_in)
    export = _add(commands, "export", _("save the people of a group, or who was there, as a CSV or Excel file"))
    _opens(export)
    export.add_argument("--group", required=True, metavar="NAME", help=_("the group"))
    export.add_argument("--what", required=True, choices=[ExportKind.ROSTER.value, ExportKind.ATTENDANCE.value],
                        help=_("who is on the list, or who was there when"))
    export.add_argument("--out", type=destination, required=True, metavar="FILE",
                        help=_("the file to write; its name ends in .csv or .xlsx"))
    export.set_defaults(run=people.export)


def _finding(commands: type_commands[argparse.ArgumentParser]) -> None:
    search = _add(commands, "search", _("search everywhere in a vault, and in what ships with the app"))
    _opens(search)
    search.add_argument("words", nargs="+", metavar="WORDS", help=_("beginnings of words; one slip is forgiven"))
    search.set_defaults(run=finding.search)


def _notes(commands: type_commands[argparse.ArgumentParser]) -> None:
    unnamed = _add(commands, "anonymise", _("take names and details that point to a person out of a note"))
    unnamed.add_argument("--roster", type=place, required=True, metavar="FILE",
                         help=_("the people of the group, as a CSV, Excel or ODS file"))
    unnamed.add_argument("--json", action="store_true", help=_("say what was found, where and why, instead"))
    unnamed.add_argument("note", type=source, nargs="?", metavar="NOTE",
                         help=_("the note, a text file; without it, or with -, standard input"))
    unnamed.set_defaults(run=anonymise.anonymise)


def _paper(commands: type_commands[argparse.ArgumentParser]) -> None:
    pack = _add(commands, "pack", _("make the session pack of a group as a PDF"))
    _opens(pack)
    pack.add_argument("--group", required=True, metavar="NAME", help=_("the group"))
    pack.add_argument("--session", default="next", metavar="next|DATE", help=_("which session, such as 2026-11-26"))
    pack.add_argument("--copies", type=copies, nargs="+", action="extend", default=[], metavar="DOCUMENT=N",
                      help=_("how many copies of a piece, 0 to leave it out; DOCUMENT:large=N for large print, "
                             "DOCUMENT@es=N in another language"))
    pack.add_argument("--layout", type=laid, action="append", default=[], metavar="DOCUMENT=LAYOUT",
                      help=_("how a piece stands on the paper, such as welcome-leaflet=book"))
    pack.add_argument("--library-copy", action="store_true",
                      help=_("refuse the pack if any sheet in it tells about people"))
    _variant(pack)
    pack.add_argument("--otherwise", choices=[s.value for s in Style if s is not Style.EASYREAD],
                      help=_("with “--style easyread”: how sheets without an Easy Read version are laid out"))
    _spoken(pack)
    _out(pack)
    pack.set_defaults(run=paper.pack)
    listing = _add(commands, "documents", _("list the documents, id first"))
    listing.set_defaults(run=paper.documents)
    shelves = _add(commands, "library", _("list the cards, words to say, readings and forms, id first"))
    shelves.add_argument("--vault", type=place, metavar="PATH", help=_("with the group’s own words from this vault"))
    _passphrase(shelves)
    shelves.set_defaults(run=paper.library)
    one = _add(commands, "document", _("make one document as a PDF"))
    one.add_argument("id", metavar="ID", help=_("which document; see “documents”"))
    one.add_argument("--vault", type=place, metavar="PATH", help=_("fill it from this vault"))
    one.add_argument("--group", default="", metavar="NAME", help=_("the group, when the vault has more than one"))
    one.add_argument("--from", dest="first", type=day, metavar="DATE",
                     help=_("the first day of an attendance grid that is filled in, such as 2026-01-01"))
    one.add_argument("--to", dest="last", type=day, metavar="DATE", help=_("its last day; otherwise today"))
    item = one.add_mutually_exclusive_group()
    item.add_argument("--card", dest="item", default="", metavar="ID",
                      help=_("the coping card of a handout, such as slow-breathing; see “library”"))
    item.add_argument("--script", dest="item", metavar="ID", help=_("the words to say of a card to read from"))
    item.add_argument("--clauses", dest="item", metavar="ID", help=_("the clauses to talk over, such as grief"))
    item.add_argument("--item", dest="item", metavar="ID",
                      help=_("which hard moment, reading, form or prompts, such as tears or check-out"))
    one.add_argument("--option", type=option, action="append", default=[], metavar="NAME=N",
                     help=_("a number that a document lets one choose, such as deepest=1 for prompt cards"))
    one.add_argument("--layout", choices=[layout.value for layout in Layout],
                     help=_("full pages, a little book, a poster on paper twice as large, or cards with a back"))
    _passphrase(one)
    _variant(one)
    _spoken(one)
    _out(one)
    one.set_defaults(run=paper.document)


def _variant(command: argparse.ArgumentParser) -> None:
    command.add_argument("--style", choices=[s.value for s in Style], default=Style.STANDARD.value,
                         help=_("how it is laid out"))
    command.add_argument("--discreet", action="store_true",
                         help=_("nothing outside tells of a group or a purpose; handouts are folded"))


def _spoken(command: argparse.ArgumentParser) -> None:
    command.add_argument("--language", choices=languages(), default="",
                         help=_("the language of the sheets, such as es; otherwise that of this program"))


def _out(command: argparse.ArgumentParser) -> None:
    command.add_argument("--turn", choices=[turn.value for turn in Turn],
                         help=_("the edge on which the printer turns the paper; otherwise as the sheets need it"))
    command.add_argument("--paper", choices=[p.value for p in Paper], help=_("the paper; otherwise as the vault says"))
    command.add_argument("--out", type=destination, required=True, metavar="FILE", help=_("the PDF to write"))
    command.add_argument("--pdf-passphrase-file", type=source, metavar="FILE",
                         help=_("protect the PDF with AES-256 and the passphrase in this file (- for standard input)"))

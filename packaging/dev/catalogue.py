"""The translation catalogues: every string of the app in resources/translations/facilitator.pot, and each language's.

Run inside .venv. `refresh` writes them all; `check` fails when they are not what the code says, or when a translation
has lost or invented something. `dump LANGUAGE FOLDER` hands out what is not translated yet, and `merge LANGUAGE FOLDER`
takes FOLDER/*.json back. Line numbers and dates are left out, so a file changes only when a string does.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

import translating
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "resources" / "translations"
TEMPLATE = TRANSLATIONS / "facilitator.pot"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
HEADER = """\
# The strings of Facilitator. Made by `python3 packaging/dev.py catalogue`; do not edit by hand.
# CC BY 4.0: use, change and share them, and say that they come from Facilitator.
#"""


def template() -> str:
    """The catalogue as the code has it now."""
    catalogue = Catalog(project="Facilitator", charset="utf-8", header_comment=HEADER)
    for package in ("facilitator", "ui"):
        found = extract_from_dir(
            str(ROOT / package),
            method_map=[("**.py", "python")],
            keywords=KEYWORDS,
            comment_tags=("Translators:",),
            strip_comment_tags=True,
        )
        for path, line, message, comments, context in found:
            place = (f"{package}/{Path(path).as_posix()}", line)
            catalogue.add(message, locations=[place], auto_comments=comments, context=context)
    written = io.BytesIO()
    write_po(written, catalogue, width=110, sort_by_file=True, include_lineno=False)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    # Who, when and with what tool is nobody's concern, and would change at every writing.
    dropped = ('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Language-Team', '"Generated-By',
               '"Report-Msgid-Bugs-To')
    text = "".join(line for line in lines if not line.startswith(dropped))
    return text.replace("Facilitator VERSION", "Facilitator").replace("#, fuzzy\n", "", 1)


def main(arguments: list[str]) -> int:
    """`refresh`, `check`, `dump` or `merge`; return the exit code."""
    match arguments:
        case ["refresh"]:
            return _refresh()
        case ["check"]:
            return _check()
        case ["dump", language, folder]:
            old = translating.read(translating.place(TRANSLATIONS, language))
            print(f"{translating.hand_out(_kept(), old, Path(folder))} strings to translate are in {folder}")
            return 0
        case ["merge", language, folder]:
            return _merge(language, Path(folder))
    print(__doc__)
    return 2


def _refresh() -> int:
    now = template()
    TRANSLATIONS.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_text(now, encoding="utf-8", newline="\n")
    print(f"{TEMPLATE.relative_to(ROOT)}: {now.count('msgid ') - 1} strings")
    for language in translating.languages(TRANSLATIONS):
        _write(language)
    return 0


def _merge(language: str, folder: Path) -> int:
    files = sorted(path for path in folder.glob("*.json") if path.name != "index.json")
    _write(language, translating.take_back(folder, files))
    wrong = [*translating.faults(_kept(), TRANSLATIONS, language)]
    print("\n".join(wrong))
    return 1 if wrong else 0


def _write(language: str, new: dict[str, translating.Words] | None = None) -> None:
    path = translating.place(TRANSLATIONS, language)
    catalogue = translating.merged(_kept(), translating.read(path), language, new)
    translating.write(TRANSLATIONS, language, catalogue)
    done = sum(1 for message in catalogue if message.id and all(translating.forms(message.string)))
    print(f"{path.relative_to(ROOT)}: {done} of {len(catalogue)} strings")


def _check() -> int:
    now = template()
    wrong = []
    if not TEMPLATE.exists() or TEMPLATE.read_text(encoding="utf-8") != now:
        wrong.append("The catalogue is behind the code. Run: python3 packaging/dev.py catalogue")
    for language in translating.languages(TRANSLATIONS):
        wrong += translating.faults(_kept(), TRANSLATIONS, language)
    print("\n".join(wrong))
    return 1 if wrong else 0


def _kept() -> Catalog:
    """The template as it lies on the disk."""
    return read_po(io.BytesIO(TEMPLATE.read_bytes()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

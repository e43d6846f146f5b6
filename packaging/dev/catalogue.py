"""The translation catalogue: every string of the app, in resources/translations/facilitator.pot.

Run inside .venv: `refresh` writes it, `check` fails when it is not what the code says. Line numbers and dates are left
out, so it changes only when a string does. Translations that lose or invent a placeholder are refused here too.
"""

from __future__ import annotations

import io
import string
import sys
from pathlib import Path

from babel.messages.catalog import Catalog, Message
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
    dropped = ('"POT-Creation-Date', '"PO-Revision-Date', '"Last-Translator', '"Language-Team', '"Generated-By')
    return "".join(line for line in lines if not line.startswith(dropped))


def wrong_placeholders() -> list[str]:
    """One line for each translated string whose placeholders are not those of the original."""
    wrong = []
    for path in sorted(TRANSLATIONS.rglob("*.po")):
        with path.open("rb") as file:
            catalogue = read_po(file)
        wrong += [
            f"{path.relative_to(ROOT)}: “{message.id}” has other placeholders"
            for message in catalogue
            if message.id and not _placeholders_agree(message)
        ]
    return wrong


def _placeholders_agree(message: Message) -> bool:
    originals = message.id if isinstance(message.id, (list, tuple)) else (message.id,)
    translated = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    wanted = set().union(*map(_placeholders, originals))
    return all(_placeholders(text) <= wanted for text in translated if text) and (
        not any(translated) or wanted <= set().union(*map(_placeholders, filter(None, translated)))
    )


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def main(arguments: list[str]) -> int:
    """`refresh` or `check`; return the exit code."""
    now = template()
    if arguments == ["refresh"]:
        TRANSLATIONS.mkdir(parents=True, exist_ok=True)
        TEMPLATE.write_text(now, encoding="utf-8", newline="\n")
        print(f"{TEMPLATE.relative_to(ROOT)}: {now.count('msgid ') - 1} strings")
        return 0
    wrong = wrong_placeholders()
    if not TEMPLATE.exists() or TEMPLATE.read_text(encoding="utf-8") != now:
        wrong.append("The catalogue is behind the code. Run: python3 packaging/dev.py catalogue")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

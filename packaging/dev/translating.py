"""The languages beside the template: in <language>/LC_MESSAGES people write facilitator.po, and the app reads the .mo.

A string that changes loses its translation and nothing else does: what the code no longer has is kept at the foot of
the .po, and taken again if it returns. Nothing is ever guessed, so nothing is ever fuzzy.
"""

from __future__ import annotations

import io
import json
import re
import string
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po, write_po

WIDTH = 110
HEADER = """\
# Facilitator in {language}. Strings are put in by `python3 packaging/dev.py catalogue`; see ../../README.md.
# CC BY 4.0: use, change and share them, and say that they come from Facilitator.
#"""
TAG = re.compile(r"</?[a-z]+[^<>]*>|\n")
ABOUT = "\4"
"""Parts what a message is about from its original, where English says two things with one word."""
AT_ONCE = 250
"""How many strings stand in one file that a translator is handed."""

Words = str | tuple[str, ...]


def languages(folder: Path) -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in folder.glob("*/LC_MESSAGES/facilitator.po"))


def place(folder: Path, language: str) -> Path:
    """Where a language's catalogue lies; its compiled form lies beside it."""
    return folder / language / "LC_MESSAGES" / "facilitator.po"


def read(path: Path) -> Catalog:
    """A catalogue as it lies on the disk; an empty one where there is none."""
    if not path.exists():
        return Catalog()
    return read_po(io.BytesIO(path.read_bytes()))


def merged(template: Catalog, old: Catalog, language: str, new: dict[str, Words] | None = None) -> Catalog:
    """The strings of the template with the translations there are: the `new` ones by their original, else the old."""
    known: dict[str, Words] = {_key(message): _words(message) for message in old.obsolete.values()}
    known |= {_key(message): _words(message) for message in old if message.id and any(forms(message.string))}
    known |= new or {}
    out = Catalog(locale=language, project="Facilitator", charset="utf-8")
    out.header_comment = HEADER.format(language=language)
    wanted = set()
    for message in template:
        if not message.id:
            continue
        key = _key(message)
        wanted.add(key)
        empty: Words = ("",) * out.num_plurals if message.pluralizable else ""
        string_ = known.get(key, empty)
        if message.pluralizable and len(forms(string_)) != out.num_plurals:
            string_ = empty
        out.add(message.id, tuple(string_) if message.pluralizable else string_, locations=message.locations,
                auto_comments=message.auto_comments, context=message.context)
    for message in (*old.obsolete.values(), *(one for one in old if one.id)):
        if _key(message) not in wanted and any(forms(message.string)):
            out.obsolete[_key(message)] = Message(message.id, message.string, context=message.context)
    return out


def written(catalogue: Catalog, language: str) -> str:
    """A catalogue as text, always the same for the same strings: no date, no machine, nobody's address."""
    file = io.BytesIO()
    write_po(file, catalogue, width=WIDTH, sort_by_file=True, include_lineno=False, omit_header=True)
    count, rule = get_plural(language)[:2]
    head = [HEADER.format(language=language), 'msgid ""', 'msgstr ""',
            *(f'"{line}\\n"' for line in (
                "Project-Id-Version: Facilitator", f"Language: {language}", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit",
                f"Plural-Forms: nplurals={count}; plural={rule};"))]
    return "\n".join(head) + "\n\n" + file.getvalue().decode("utf-8").lstrip("\n")


def compiled(text: str) -> bytes:
    """The .mo of a .po: what is translated, by its original; the same bytes for the same strings on every machine."""
    catalogue = read_po(io.BytesIO(text.encode("utf-8")))
    head = re.search(r'^msgid ""\nmsgstr ""\n((?:".*"\n)+)', text, re.MULTILINE)
    pairs = {b"": "".join(json.loads(line) for line in head[1].splitlines()).encode("utf-8") if head else b""}
    for message in catalogue:
        if message.id and not message.fuzzy and all(forms(message.string)):
            original = "\0".join((_key(message), *forms(message.id)[1:]))
            pairs[original.encode("utf-8")] = "\0".join(forms(message.string)).encode("utf-8")
    keys = sorted(pairs)
    start, originals, translations, tables = 7 * 4 + 16 * len(keys), b"", b"", [b"", b""]
    length = sum(len(key) + 1 for key in keys)
    for key in keys:
        tables[0] += struct.pack("<2I", len(key), start + len(originals))
        originals += key + b"\0"
        tables[1] += struct.pack("<2I", len(pairs[key]), start + length + len(translations))
        translations += pairs[key] + b"\0"
    head_ = struct.pack("<7I", 0x950412DE, 0, len(keys), 28, 28 + 8 * len(keys), 0, start)
    return head_ + tables[0] + tables[1] + originals + translations


def write(folder: Path, language: str, catalogue: Catalog) -> None:
    """Put a catalogue and its compiled form on the disk."""
    path = place(folder, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    text = written(catalogue, language)
    path.write_text(text, encoding="utf-8", newline="\n")
    path.with_suffix(".mo").write_bytes(compiled(text))


# ------------------------------------------------------------ what is wrong with it
def faults(template: Catalog, folder: Path, language: str) -> Iterator[str]:
    """One line for each thing that is wrong with a language; what is not translated yet is not."""
    path = place(folder, language)
    text = path.read_text(encoding="utf-8")
    found = read(path)
    if found.locale is None or str(found.locale) != language:
        yield f"{path.name}: the header names another language than {language}"
    if _keys(found) != _keys(template):
        yield f"{language}: the strings are not those of the code. Run: python3 packaging/dev.py catalogue"
    if not path.with_suffix(".mo").exists() or path.with_suffix(".mo").read_bytes() != compiled(text):
        yield f"{language}: the .mo is not made from the .po. Run: python3 packaging/dev.py catalogue"
    for message in found:
        if message.id:
            yield from (f"{language}: “{_told(message)}” {fault}" for fault in wrong(message, language))


def wrong(message: Message, language: str) -> Iterator[str]:
    """What is wrong with one translation."""
    originals, told = forms(message.id), forms(message.string)
    if message.fuzzy:
        yield "is marked fuzzy: settle it, and take the mark off"
    if not any(told):
        return
    if message.pluralizable and (len(told) != get_plural(language)[0] or not all(told)):
        yield f"needs all {get_plural(language)[0]} forms"
        return
    wanted = set().union(*map(_placeholders, originals))
    if not all(_placeholders(text) <= wanted for text in told) or set().union(*map(_placeholders, told)) != wanted:
        yield "has other placeholders"
    tags = [_tags(text) for text in originals]
    if any(_tags(text) not in tags for text in told):
        yield "has other tags or line ends"
    if any(_edges(text) != _edges(originals[0]) for text in told):
        yield "begins or ends with other spaces"


def _placeholders(text: str) -> set[tuple[str, str]]:
    try:
        return {(name, form or "") for _, name, form, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        return {("{", text)}


def _tags(text: str) -> Counter[str]:
    return Counter(TAG.findall(text))


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1] == " ", text[-1:] == " "


# ------------------------------------------------------------ handing strings out, and taking them back
def hand_out(template: Catalog, old: Catalog, folder: Path) -> int:
    """What is not translated yet, as numbered lines in files of 250, with an index to find the originals by."""
    folder.mkdir(parents=True, exist_ok=True)
    open_ = [message for message in merged(template, old, "en") if message.id and not any(forms(message.string))]
    index = {str(number): _key(message) for number, message in enumerate(open_, 1)}
    (folder / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=0), encoding="utf-8")
    for first in range(0, len(open_), AT_ONCE):
        place_, lines = "", []
        for number, message in enumerate(open_[first : first + AT_ONCE], first + 1):
            here = message.locations[0][0] if message.locations else ""
            if here != place_:
                lines.append(f"# {here}")
                place_ = here
            said = "\t|\t".join(text.replace("\n", "\\n") for text in forms(message.id))
            lines.append(f"{number}\t{said}" + (f"\t# {message.context}" if message.context else ""))
        (folder / f"{first // AT_ONCE + 1:02}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(open_)


def take_back(folder: Path, files: Iterable[Path]) -> dict[str, Words]:
    """Translations by their original, from files of {number: words, or the list of all plural forms}."""
    index = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    out: dict[str, Words] = {}
    for path in files:
        for number, words in json.loads(path.read_text(encoding="utf-8")).items():
            out[index[number]] = tuple(words) if isinstance(words, list) else words
    return out


def forms(words: Words | list[str] | None) -> tuple[str, ...]:
    """One string, or a string in all its plural forms, as forms."""
    return (words,) if isinstance(words, str) else tuple(words or ())


def _words(message: Message) -> Words:
    told = forms(message.string)
    return told if message.pluralizable else "".join(told)


def _keys(catalogue: Catalog) -> set[str]:
    return {_key(message) for message in catalogue if message.id}


def _key(message: Message) -> str:
    """What a message is known by, as in a .mo: its original, of a plural the singular, after what it is about."""
    original = forms(message.id)[0]
    return original if message.context is None else f"{message.context}{ABOUT}{original}"


def _told(message: Message) -> str:
    return _key(message).replace(ABOUT, ": ")

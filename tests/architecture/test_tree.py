"""The tree keeps its shape, and no file says where or on what machine it was written."""

from __future__ import annotations

import re
import unicodedata

import pytest

from tests.architecture.house import ROOT, our_files

FOLDERS = {"facilitator", "ui", "resources", "packaging", "tests"}
TOP_LEVEL = FOLDERS | {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}

# Put together from halves, so that this file does not find itself.
_ADDRESS_PARTS = ("py" r"pi\.org", "python" "hosted", "registry" r"\.npm", "--(extra-)?index" "-url", "--find" "-links")
ADDRESSES = re.compile("|".join(_ADDRESS_PARTS))
MACHINE_PATH = re.compile(r"(?<![\w.~*/-])/(?:work|home|root|Users)/\w|\b[A-Z]:\\Users\\")
# Marks that turn text round without being seen, or hide in it. Joiners and left/right marks are proper spelling.
UNSEEN = set(map(chr, (0x200B, 0xFEFF, 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))


def texts() -> list[tuple[str, str]]:
    """Name and content of every text file of the project."""
    found = []
    for path in our_files():
        content = path.read_bytes()
        if path.is_relative_to(ROOT / "tests" / "kept" / "headers"):
            continue  # broken on purpose
        if b"\0" not in content[:8000] and path.suffix not in (".pdf", ".png"):
            found.append((str(path.relative_to(ROOT)), content.decode("utf-8")))
    return found


def test_top_level_is_fixed() -> None:
    names = {path.relative_to(ROOT).parts[0] for path in our_files()}
    assert {name for name in names if not name.startswith(".")} <= TOP_LEVEL


def test_packaging_is_not_a_package() -> None:
    assert not list((ROOT / "packaging").rglob("__init__.py"))


@pytest.mark.parametrize("pattern", [ADDRESSES, MACHINE_PATH], ids=["address of a package index", "path of a machine"])
def test_no_file_names(pattern: re.Pattern[str]) -> None:
    found = [f"{name}: {hit[0]}" for name, text in texts() if (hit := pattern.search(text))]
    assert not found


def test_no_hidden_characters() -> None:
    found = [
        f"{name}: U+{ord(character):04X}"
        for name, text in texts()
        for character in set(text)
        if character in UNSEEN or (unicodedata.category(character) == "Cc" and character not in "\n\t")
    ]
    assert not found

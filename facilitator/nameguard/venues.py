"""Finds organisations and venues by their capitals: “at the Marigold”, “to the Echo and Argus”, “from StepAhead”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard import language as L
from facilitator.nameguard import lexicon as X
from facilitator.nameguard.bodies import somebody_near
from facilitator.nameguard.language import DAYS, word_set
from facilitator.nameguard.meeting import Word
from facilitator.nameguard.model import Kind
from facilitator.nameguard.sentence import Sentence
from facilitator.nameguard.stretches import CONNECT, Stretch, stands_near, stretch, with_town
from facilitator.nameguard.tokens import Shape

_TO_A_VENUE = word_set("""
    at from to outside near opposite behind by for with into join joined joining left leave leaves leaving via
    rang ring called emailed against through under
""")
_WITHOUT_ARTICLE = word_set("""
    in into under round at from for to with outside near opposite via about joined runs owns through by of
""")
_LEADING_HEADS = word_set("""
    hotel ysbyty canolfan trattoria masjid ysgol scoil gurdwara mandir eglwys iglesia ecole lycee gaelscoil
""")
"""Words for a school or a house of prayer that stand before its name."""
_OF_A_FAITH = word_set("""
    baptist methodist presbyterian pentecostal evangelical episcopal lutheran ame tabernacle assembly united
    community adventist catholic unitarian orthodox
""")
"""What a church's name may end in."""
_LOOSELY = word_set("to in outside into near under opposite behind round by of")
_KEEPERS = word_set("""
    landlord landlady owner manager chef barman barmaid manageress head matron editor captain staff back
""")
"""Who a house has: “the landlord of the Bricklayers”."""
_MEMBERS = word_set("join joined joining left leave leaves leaving quit")
_INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]{2,}\Z")
_SCOTS = re.compile(r"(?:Ma?c|O|Fitz|De|Du|La|Le|Van|Di|Da)[A-Z]")
_MOST = 6
"""Words that such a name may have."""


def venues(sentence: Sentence, alive: list[int]) -> Iterator[Stretch]:
    """Runs of capitals that stand where an organisation stands, among the words that are worth a look."""
    if sentence.shouted or sentence.titled:
        return
    past = -1
    for at in alive:
        word = sentence.words[at]
        if at <= past or at == 0 or word.shape not in (Shape.CAPITAL, Shape.UPPER, Shape.MIXED):
            continue
        found = _venue(sentence, at)
        if found is not None:
            past = found.last
            yield found


def saints(sentence: Sentence) -> Iterator[Stretch]:
    """Schools and churches by their saint: “at st peters”, “the lollipop lady at St Jude’s”."""
    for at in range(1, len(sentence.words) - 1):
        saint = sentence.words[at]
        if saint.key not in ("st", "saint") or not sentence.joined(at):
            continue
        named, left = sentence.words[at + 1], sentence.left(at)
        if left is None or left.key not in _OF_A_SAINT or named.shape is not saint.shape:
            continue
        if saint.shape is not Shape.LOWER:
            last, _names = _run(sentence, at + 1)
            after = sentence.right(at + 1)
            house = named.owned and not (after is not None and after.key in _SAINTS_DAY)
            # A house by its saint, though the saint be known to all.
            signs = ("employer", "job") if house else ("employer",)
            yield stretch(at, at + 1 if named.owned else last, Kind.ORGANISATION, *signs)
            continue
        usual = named.bits & X.EVERYDAY and not named.key.endswith("s") and not named.owned
        if not named.roles & (L.STOP | L.PREPOSITION | L.NUMBER | L.MONTHLIKE) and not usual:
            yield stretch(at, at + 1, Kind.ORGANISATION, "employer")


_SAINTS_DAY = word_set("day days eve night cross flag weekend parade")
_OF_A_SAINT = word_set("at to from in near outside opposite behind by attends attending goes for into round")


def _venue(sentence: Sentence, at: int) -> Stretch | None:
    if sentence.words[at].key in _LEADING_HEADS and sentence.joined(at):
        last, names = _run(sentence, at)
        return stretch(at, last, Kind.ORGANISATION, "head", "specific") if names > 1 else None
    if sentence.words[at].owned:
        return _owned(sentence, at)
    left = sentence.left(at)
    if left is None or not sentence.inside(at) or (left.shape is Shape.UPPER and left.bits & X.WORD):
        return None
    article = left.key == "the" and at > 1
    leading = sentence.left(at - 1) if article else left
    last, names = _run(sentence, at)
    words = sentence.words[at : last + 1]
    if any(word.forms or word.bits & (X.EMPLOYER | X.NATION) for word in words) or words[0].roles & L.STREET:
        return None
    said = [word for word in words if word.shape is not Shape.LOWER]
    if all(word.bits & X.PUBLIC or word.roles & (L.MONTHLIKE | L.STOP) or len(word.key) < 3 for word in said):
        return None
    known = [word for word in said if word.bits & X.PUBLIC and not word.roles & (L.HEAD | L.GENERIC)]
    if known and (names < 3 or words[0] in known) and not _cause(words):
        return None
    if leading is None:
        apart = article and names > 1 and sentence.gap(at - 1) == ", " and _closed(sentence, last)
        return stretch(at, last, Kind.ORGANISATION, "employer") if apart else None
    if article and leading.key == "of" and at > 2 and sentence.words[at - 3].key in _KEEPERS and not _sort(words[0]):
        return stretch(at, with_town(sentence, last), Kind.ORGANISATION, "employer")
    if article and leading.key in _TO_A_VENUE:
        belongs = leading.key in _MEMBERS and not words[0].roles & _NO_BRAND
        usual = X.EVERYDAY if leading.key in ("at", "outside") and somebody_near(sentence, at) else X.COMMON
        if names > 1 or belongs or not (words[0].bits & usual or words[0].shape is Shape.UPPER or _sort(words[0])):
            return stretch(at, with_town(sentence, last), Kind.ORGANISATION, "employer")
        return None
    if leading.key == "under" and not article:
        if any(word.bits & X.GIVEN or word.roles & (L.TITLE | L.KIN | L.MONTHLIKE | L.NUMBER) for word in words):
            return None
        return stretch(at, with_town(sentence, last), Kind.ORGANISATION, "employer")  # who looks after somebody
    if article or leading.key not in _WITHOUT_ARTICLE:
        return None
    if leading.key == "of" and sentence.words[at - 2].key != "out":
        return None  # “walked out of Cygnet”
    if leading.key in ("with", "about") and not stands_near(sentence, at, L.JOB):
        return None
    if names == 1 and last == at:
        return stretch(at, at, Kind.ORGANISATION, "employer") if _brand(words[0], leading.key) else None
    tied = names < len(words)
    plain = all(word.bits & X.WORD and (tied or not word.bits & (X.GIVEN | X.DOUBLE | X.ANY_TOWN)) for word in said)
    club = words[0].bits & X.ANY_TOWN or (names > 2 and not words[0].bits & X.ANY_NAME)
    plain = plain or words[-1].key in _OF_A_FAITH or _cause(words)
    plain = plain or bool(names == 2 and words[-1].bits & X.ANY_TOWN and _brandless(words[0]))  # “at Carers Leeds”
    plain = plain or bool(_brandless(words[-1]) and club and not any(word.bits & X.GIVEN for word in words))
    plain = plain and not any(word.roles & (L.TITLE | L.KIN) for word in words)
    if names > 1 and (plain or words[0].key in ("our", "all")):  # “at Our Lady of …”
        return stretch(at, with_town(sentence, last), Kind.ORGANISATION, "employer")
    return None


_CAUSES = frozenset(("Against", "For", "Without", "United", "Together", "First", "Matters"))


def _cause(words: list[Word]) -> bool:
    """Whether a body's name tells whom it is for or against: “at Nurses Against Hunger”."""
    return any(word.raw in _CAUSES for word in words[1:])


def _sort(word: Word) -> bool:
    """Whether a word only says of what sort a house is: “at the Surgery”."""
    return bool(word.roles & (L.HEAD | L.GENERIC))


def _brandless(word: Word) -> bool:
    """Whether the last word of a run is an ordinary one in a capital, as of a club: “for Newham and Essex Beagles”."""
    return (
        word.shape is Shape.CAPITAL
        and bool(word.bits & X.WORD)
        and not word.bits & (X.GIVEN | X.DOUBLE | X.ANY_TOWN | X.PUBLIC)
        and not word.roles & (L.MONTHLIKE | L.STREET | L.STOP)
    )


def _closed(sentence: Sentence, last: int) -> bool:
    """Whether a comma or a full stop stands behind a run, as behind a name that is put in: “his shop, the …, has”."""
    return last + 1 == len(sentence.words) or sentence.gap(last + 1)[:1] in ",."


_NO_BRAND = L.STOP | L.GENERIC | L.HEAD | L.QUANTITY | L.KIN | L.TITLE | L.NUMBER | L.MONTHLIKE | L.STREET | L.PRONOUN


def _brand(word: Word, leading: str) -> bool:
    """Whether one word in a capital is a firm's: “from StepAhead”, and “at Ladders” where no ladders can be."""
    if _INNER_CAPITAL.match(word.raw):
        return not _SCOTS.match(word.raw)
    return (
        (leading in ("at", "from", "through", "via") or (leading in _LOOSELY and not word.bits & X.EVERYDAY))
        and word.shape is Shape.CAPITAL
        and bool(word.bits & X.WORD)
        and not word.bits & (X.TOWN | X.DOUBLE | X.GIVEN)
        and not word.roles & _NO_BRAND
    )


def _owned(sentence: Sentence, at: int) -> Stretch | None:
    """A firm under its owner's name: “Zara’s Dog Parlour”, with two capitals at least behind the name."""
    if not sentence.joined(at) or sentence.words[at].forms or not sentence.inside(at):
        return None
    last, names = _run(sentence, at + 1)
    words = sentence.words[at + 1 : last + 1]
    shop = words[0].bits & (X.EMPLOYER | X.BRAND) or (words and _INNER_CAPITAL.match(words[0].raw))
    if (names < 2 and not shop) or words[0].shape is Shape.LOWER:
        return None
    if any(word.forms or word.bits & X.GIVEN for word in words):
        return None
    if any(word.bits & X.PUBLIC or word.roles & (L.KIN | L.MONTHLIKE) for word in words):
        return None
    return stretch(at, last, Kind.ORGANISATION, "employer")


def _run(sentence: Sentence, at: int) -> tuple[int, int]:
    """The last word of a run of capitals, small words between them allowed, and how many capitals there are."""
    words = sentence.words
    last, names, other = at, 1, at + 1
    while other < len(words) and other - at < _MOST and CONNECT.match(sentence.gap(other)):
        word = words[other]
        if words[other - 1].owned and other - 1 == last and word.shape is Shape.LOWER:
            break
        if word.key in DAYS:
            break
        if word.shape in (Shape.CAPITAL, Shape.UPPER, Shape.MIXED) and len(word.key) > 1:
            last, names = other, names + 1
        elif word.key not in ("of", "and", "the", "for", "in", "from", "n") or other - last > 2:
            break
        other += 1
    return last, names

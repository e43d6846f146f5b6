"""What is known of a word as it is written: its key, the lists it stands in, what it does, whose name it may be."""

from __future__ import annotations

import re
import unicodedata

from facilitator.nameguard import language, lexicon
from facilitator.nameguard.lexicon import Lexicon
from facilitator.nameguard.normal import normal
from facilitator.nameguard.roster import Form, Roster
from facilitator.nameguard.tokens import Shape, shape

_SUFFIX = re.compile(r"['’‘ʼ＇](s|ll|d|ve|re|m|S|LL|D|VE)$")
_VERBAL = frozenset(("ll", "d", "ve", "re", "m"))
_AFFIXES = (
    ("nae", ""),
    ("nae", "ll"),
    ("in", "ing"),
    ("ings", ""),
    ("ing", ""),
    ("ing", "e"),
    ("edly", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ers", ""),
    ("er", ""),
    ("er", "e"),
    ("ers", "e"),
    ("ies", "y"),
    ("ied", "y"),
    ("ier", "y"),
    ("iest", "y"),
    ("es", ""),
    ("s", ""),
    ("ly", ""),
    ("ness", ""),
    ("iness", "y"),
    ("ish", ""),
    ("able", ""),
    ("able", "e"),
    ("less", ""),
    ("ful", ""),
    ("est", ""),
    ("ism", ""),
    ("ist", ""),
    ("isation", "ise"),
    ("ization", "ize"),
    ("wise", ""),
)
_BEFORE = (
    "un",
    "re",
    "over",
    "under",
    "non",
    "anti",
    "self",
    "pre",
    "mis",
    "out",
    "super",
    "semi",
    "mini",
    "multi",
    "post",
    "counter",
    "hyper",
    "micro",
    "ultra",
    "co",
    "de",
    "inter",
    "bio",
    "tele",
    "auto",
    "cyber",
    "psycho",
    "neuro",
)
_MEDICINES = re.compile(
    r"\w{2,}(?:pram|prazole|statin|cillin|mycin|micin|olol|opril|sartan|azepam|azolam|epine|idine|oxetine|traline|"
    r"apine|peridol|piprazole|"
    r"idone|gliptin|gliflozin|glutide|zumab|ximab|tinib|mab|parin|xaban|dipine|thiazide|semide|cycline|floxacin|"
    r"azole|ovir|vudine|triptan|setron|"
    r"lukast|terol|sonide|methasone|asone|olone|barbital|caine|codone|morphone|orphan|fenac|profen|coxib|formin|"
    r"thyroxine|toin|bital|dronate|"
    r"tadine|azine|afaxine|zodone|trexate|platin|rubicin|taxel|ergoline|ammonium|phylline)"
)
_INSIDE = re.compile(r"['’‘ʼ＇‐‑-]")


class Word:
    """One way of writing a word. Kept by the guard for as long as it lives, and nowhere else."""

    __slots__ = (
        "bits",
        "busy",
        "dull",
        "forms",
        "hinted",
        "kept",
        "key",
        "name",
        "owned",
        "parts",
        "plain",
        "raw",
        "roles",
        "shape",
        "tally",
        "verbal",
    )

    raw: str
    key: str
    """The normal form, without “’s”."""
    name: int
    """Letters of `raw` that may be a name: all but “’s”."""
    bits: int
    roles: int
    shape: Shape
    owned: bool
    verbal: bool
    """With “’ll”, “’d” or “’ve”: a verb follows at once."""
    forms: dict[int, Form]
    """People of whom this is a name."""
    hinted: dict[int, Form]
    """People whose name it is with an “s” too many, as where an apostrophe was left out: “wills mum”."""
    parts: tuple[str, ...]
    """The pieces of a word with hyphens."""
    plain: bool
    """An ordinary word and no name of the roster."""
    dull: bool
    """Never a name, whatever stands around it."""
    busy: bool
    """Worth more than a glance when a sentence is read: it may be a name, or the beginning of something listed."""
    tally: int
    """What it adds to the count of long words, of those in capitals and of those with a capital; see `Sentence`."""
    kept: bool
    """Close to an ordinary word, when it is not known itself."""


_BORROWED = language.word_set("""
    cafe cafes fiance fiancee fiances naive resume resumes cliche cliches entree creche creches facade decor
    risque puree saute
    sauteed soiree protege melee matinee negligee touche voila deja vu apres a la pinata jalapeno jalapenos pate
    senor senora uber
    doppelganger angst kindergarten cortege expose passe soupcon crepe crepes eclair eclairs role debacle regime
    tete tapas manana
""")


def _marked(raw: str) -> bool:
    """Whether letters have marks, or are none of English."""
    return any(unicodedata.combining(c) for c in unicodedata.normalize("NFKD", raw)) or any(
        c.isalpha() and not c.isascii() and "\u00c0" <= c <= "\u024f" for c in raw
    )


_NONE: dict[int, Form] = {}
_ALIVE = lexicon.DOUBLE


_BUSY = lexicon.OPENS | lexicon.ANY_TOWN | lexicon.NATION | lexicon.EMPLOYER | lexicon.ANY_NAME
LONG, UPPER, CAPITAL = 1, 1 << 10, 1 << 20
"""What a long word adds to the tally of a sentence."""


def meet(raw: str, roster: Roster, words: Lexicon) -> Word:
    """Look a written word up."""
    word = Word()
    word.raw = raw
    word.shape = shape(raw)
    word.owned = word.verbal = word.kept = small = False
    word.name = len(raw)
    word.parts = ()
    key = raw.lower() if raw.isascii() and raw.isalpha() else normal(raw)
    bits = words.bits(key)
    roles = language.ROLES.get(key, 0)
    if not key.isalnum() or len(key) != len(raw):
        ending = _SUFFIX.search(raw)
        before = normal(raw[: ending.start()]) if ending else ""
        if ending and (
            before in roster.forms or not language.ROLES.get(before, 0) & (language.PRONOUN | language.STOP)
        ):
            suffix = ending[1].lower()
            base = normal(raw[: ending.start()])
            if base:
                key, word.name = base, ending.start()
                word.owned, word.verbal = suffix == "s", suffix in _VERBAL
                bits, roles = words.bits(key), language.ROLES.get(key, 0)
                if word.owned:
                    whole = words.bits(key + "s")
                    bits |= whole & (lexicon.OPENS | lexicon.EMPLOYER)
                    if whole & lexicon.PUBLIC and not bits & lexicon.GIVEN and key not in roster.forms:
                        bits = whole  # “Parkinson’s” is nobody's
        elif ending and (not bits or ending[1].lower() in _VERBAL) and key not in roster.forms:
            # “who'll”, “she'll”: small words, whatever they spell without their apostrophe.
            bits, roles, small = lexicon.USUAL, roles | language.STOP, True
        elif _INSIDE.search(raw):
            word.parts = tuple(part for part in map(normal, _INSIDE.split(raw)) if part)
            if any(language.ROLES.get(part, 0) & language.NUMBER for part in word.parts):
                roles |= language.NUMBER
    forms = roster.forms.get(key)
    if (
        forms is None
        and not bits & (lexicon.WORD | lexicon.ANY_NAME | lexicon.ANY_TOWN)
        and len(key) > 3
        and key[-1] == "s"
    ):
        base = key[:-1]
        if base in roster.forms or (words.bits(base) & lexicon.GIVEN and not words.bits(base) & lexicon.WORD):
            # “sarahs turn”: an apostrophe was left out.
            key, word.owned = base, True
            bits, forms = words.bits(key), roster.forms.get(key)
    word.hinted = _NONE
    if forms is None and bits & lexicon.WORD and key[-1:] == "s" and key[:-1] in roster.forms and not word.owned:
        word.hinted = roster.forms[key[:-1]]
    word.key, word.roles, word.forms = key, roles, forms if forms is not None else _NONE
    if bits & lexicon.SHORT_FORM:
        ours = word.shape is Shape.UPPER and key in roster.initials
        bits = bits & ~lexicon.SHORT_FORM | (0 if ours or word.shape is Shape.CAPITAL else lexicon.PUBLIC)
    if not bits and not forms and word.shape is not Shape.FOREIGN and word.shape is not Shape.DIGITS:
        bits = _guess(key, word, words)
    elif word.parts and not bits & lexicon.WORD and not forms and word.shape is Shape.LOWER:
        bits = _guess(key, word, words) or bits  # “walk-ins”, and nobody called Walkins
    if bits & lexicon.WORD and not raw.isascii() and key not in _BORROWED and _marked(raw):
        # English words have no marks, so “Máté” is not “mate”.
        bits &= ~lexicon.WORD
        roles = word.roles = roles & ~language.EVERY_ROLE
    if roles & language.KIN and word.shape is Shape.LOWER and not bits & lexicon.DOUBLE and not forms:
        bits = bits & ~lexicon.ANY_NAME | (0 if bits & lexicon.WORD else lexicon.KNOWN_WORD)
    word.bits = bits
    common = bits & lexicon.WORD
    word.plain = bool(common) and not forms
    if word.shape is Shape.LOWER:
        half = bits & (lexicon.KNOWN_WORD | lexicon.RARE) and bits & lexicon.GIVEN
        word.dull = word.plain and not bits & _ALIVE and not half
        if word.dull and key in roster.initials and not bits & lexicon.EVERYDAY and not roles:
            word.dull = False
        if word.hinted:
            word.dull = False
    else:
        word.dull = word.shape is Shape.DIGITS or small
    word.busy = not word.dull or bool(bits & _BUSY or roles & language.NUMBER) or len(raw) == 1
    word.busy = word.busy or word.shape is Shape.DIGITS
    word.tally = 0
    if len(key) > 3 and word.shape is not Shape.DIGITS:
        word.tally = LONG + (UPPER if word.shape is Shape.UPPER else CAPITAL if word.shape is Shape.CAPITAL else 0)
    return word


_LANDSCAPE = re.compile(
    r"(?:meadow|field|moor|wood|brook|bridge|croft|stead|mead|dale|hill|shaw|ridge|thorpe|worth|combe|hurst|ford|bury|"
    r"mere|hollow|land|leigh|lea|side|cliffe?|grange|lodge|heath|oak|vale|bourne|burn|marsh|court)s?\Z"
)
"""What the names of places and of the houses in them end in."""
_SHORT_TOWN = 7
_ENDINGS = frozenset(("ish", "ness", "e", "x", "ins", "ups", "ons", "offs"))
_WITHIN = frozenset(("on", "over", "under", "upon", "in", "le", "by", "the", "next", "de", "sur", "sous", "en", "am"))
"""Small words within the name of a town that is written with hyphens."""
_SHORTEST, _LONGEST = 3, 40
"""Letters of words whose make is guessed at."""


def _guess(key: str, word: Word, words: Lexicon) -> int:
    """What an unknown word is likely made of: a known stem and an ending, two words, a medicine."""
    if not _SHORTEST <= len(key) <= _LONGEST:
        return 0
    if len(word.parts) > 2 and word.parts[1] in _WITHIN and word.shape is Shape.CAPITAL and word.raw[-1].islower():
        return lexicon.TOWN  # “Grange-over-Sands”
    if word.parts:
        found = [words.bits(part) | (lexicon.RARE if part in _ENDINGS else 0) for part in word.parts]
        if all(
            bits & (lexicon.WORD | lexicon.PUBLIC) or part.isdigit()
            for bits, part in zip(found, word.parts, strict=True)
        ):
            names = [bits for bits in found if bits & lexicon.DOUBLE and word.shape is not Shape.LOWER]
            return lexicon.RARE | (lexicon.GIVEN if len(names) == len(found) else 0)
        if all(bits & (lexicon.ANY_NAME | lexicon.WORD) for bits in found) and any(
            bits & lexicon.GIVEN for bits in found
        ):
            return lexicon.GIVEN
        return 0
    if _MEDICINES.fullmatch(key):
        return lexicon.RARE
    if word.shape is Shape.LOWER or word.shape is Shape.UPPER:
        for ending, instead in _AFFIXES:
            if key.endswith(ending) and len(key) - len(ending) >= 3:
                stem = key[: -len(ending)]
                if stem + instead in words.usual or (
                    len(stem) > 4 and stem[-1] == stem[-2] and stem[:-1] in words.usual
                ):
                    return lexicon.RARE
        for start in _BEFORE:
            if key.startswith(start) and len(key) - len(start) >= 4 and key[len(start) :] in words.usual:
                return lexicon.RARE
    if word.shape is Shape.CAPITAL and len(key) > _SHORT_TOWN:
        land = _LANDSCAPE.search(key)
        if land is not None and land.start() >= _SHORTEST and key[: land.start()] in words.usual:
            return lexicon.TOWN_SMALL
    if word.shape is Shape.LOWER:
        if _drawn_out(key, words):
            return lexicon.RARE
        for cut in range(3, len(key) - 2):
            if key[:cut] in words.usual and key[cut:] in words.usual:
                if _LANDSCAPE.fullmatch(key, cut) and len(key) > _SHORT_TOWN:
                    return lexicon.TOWN_SMALL  # “judgemeadow”
                word.kept = True
                break
        else:
            word.kept = len(key) > 4 and _slip_of_word(key, words)
    return 0


def _drawn_out(key: str, words: Lexicon) -> bool:
    """Whether a word is an ordinary one drawn out: “sooo”, “reallly”, “hahaha”."""
    short = re.sub(r"(.)\1{2,}", r"\1", key)
    double = re.sub(r"(.)\1{2,}", r"\1\1", key)
    if short != key and (words.bits(short) | words.bits(double)) & lexicon.WORD:
        return True
    return re.fullmatch(r"(?:ha|he|hi|ho|lo|la|na|mwa|argh|a+h+|h?m+|u+[gh]+|o+h+|e+r+m*|z+|sh+)+h?", key) is not None


def _slip_of_word(key: str, words: Lexicon) -> bool:
    """Whether one slip makes this of a usual word: a letter doubled, left out, swapped or put in.

    Of short words only the slips that fingers make most are looked for: short names are near so many words.
    """
    usual = words.usual
    for at in range(1, len(key)):
        if key[: at - 1] + key[at] + key[at - 1] + key[at + 1 :] in usual:
            return True
        if (key[at] == key[at - 1] or len(key) > _SHORT_WORD) and key[:at] + key[at + 1 :] in usual:
            return True
    if len(key) <= _SHORT_WORD:
        return False
    for at in range(1, len(key) + 1):
        before, after = key[:at], key[at:]
        if any(before + letter + after in usual for letter in "etaoinshrlducmgypfwbvk"):
            return True
        rest = key[at + 1 :]
        if at < len(key) and any(before + letter + rest in usual for letter in "aeiouyntrsl" if letter != key[at]):
            return True
    return False


_SHORT_WORD = 5

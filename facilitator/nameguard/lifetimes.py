"""Finds ages told by a life: what happened at them, what birthday comes, a number put in after somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard.ages import AGE_NUMBER, DECADES, YOUNGER, is_age, is_counted, row_of_ages
from facilitator.nameguard.language import TENS, UNITS
from facilitator.nameguard.model import Kind
from facilitator.nameguard.shapes import Found, I

_ENDS = (
    r"(?=\s*(?:$|[.,;!?)\n](?!\d))|\s(?:and|but|with|of|from|when|after|so|then|because|cos|in|on|she|he|they|having|"
    r"without|which|who|still|while|now|last|next|this|today|already|has|had|is|was)\b)"
)
"""What follows an age, and no measure or time."""

_GREAT = (
    r"diagnosed|widowed|orphaned|strokes?|heart\s+attack|pregnant|first\s+(?:drink|joint|hit|bet|child|baby|cigarette)|"
    r"drinking|using|smoking|in(?:to)?\s+care|fostered|adopted|cancer|transplant|breakdown|overdose|menopause"
)
"""What happens at an age and hardly at an hour."""
_SMALL = (
    r"retired|married|wed|divorced|died|dead|lost|left|ran\s+away|run\s+away|kicked\s+out|thrown\s+out|sectioned|sober|"
    r"clean|joined|enlisted|signed\s+up|emigrated|came|arrived|moved|learn(?:ed|t)|started|began|mother|father|mum|dad|"
    r"prison|inside|convicted|school|home|baby|son|daughter|hip|knee|job"
)
"""What may as well have happened at an hour, so that the number has to be past noon's."""
_AT = re.compile(
    rf"\b(?:(?P<great>{_GREAT})|(?:{_SMALL}))\b(?:\s+[\w'’-]+){{0,3}}?\s+at\s+(?:just\s+|only\s+|about\s+|around\s+)?"
    rf"({AGE_NUMBER}){_ENDS}",
    I,
)
_PUT_IN = re.compile(
    rf"\b(?:he|she|him|her|his|hers|who|birthday|bday|boy|girl|lad|lass|man|woman|lady|guy|bloke|chap|kid|fella)\b[^.!?\n\d]{{0,90}},\s+"
    rf"(?:maybe\s+|about\s+|perhaps\s+|barely\s+|only\s+|nearly\s+|all\s+of\s+|no\s+more\s+than\s+)?({AGE_NUMBER})"
    r"(?=\s*[,.;)]|\s+and\s+(?!\d))",
    I,
)
_CHILD = re.compile(
    rf"\b(?:sons|cousin|{YOUNGER})\s+[^\W\d_]+,\s+({AGE_NUMBER})(?=\s*[,.;)])",
    I,
)
_COMING = re.compile(
    rf"\b(?:coming\s+up\s+(?:to|for)|getting\s+on\s+for|(?:wrong|right)\s+side\s+of|just\s+gone|a\s+good)\s+"
    rf"({AGE_NUMBER}){_ENDS}",
    I,
)
_INTO = re.compile(
    r"\b(?:into|past|beyond|through|throughout|since|from|during|until|till|out\s+of)\s+(?:his|her|their|my)\s+"
    rf"(?:early\s+|mid[\s-]+|late\s+)?({DECADES})(?!\w)",
    I,
)
_WHOSE_NTH = re.compile(
    r"['’]s\s+(?:big\s+)?(seventieth|eightieth|ninetieth|hundredth|eighteenth|sixteenth|twenty-?first|thirtieth|"
    r"(?:16|18|21|30|70|80|90)(?:th|st))(?=\s*(?:$|[.,;!?)])|\s(?:on|next|this|in|party|bash|do|last|soon)\b)",
    I,
)
"""The same of somebody by name; none that may be a wedding's."""
_SINCE = re.compile(rf"\bsince\s+({AGE_NUMBER}){_ENDS}", I)
_SPELT = (
    r"(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)[\s-](?:one|two|three|four|five|six|seven|eight|nine)"
)
_SPELT_IN = re.compile(
    rf"(?:^[\s•*–—-]*|[,;:.!?–—]\s+)({_SPELT})"
    rf"(?=\s*[,.;)]|\s+and\s+(?:he|she|didn|never|still|not|has|had|is|was|can|lives)\b)", I
)
"""Years put in, in so many words that they hardly count anything else: “never claimed, ninety-one and …”."""
_NTH = re.compile(
    r"\b(?:his|her|their|my|own)\s+(?:big\s+)?(\d\d(?:st|nd|rd|th)|twenty-?first|thirtieth|fou?rtieth|fiftieth|"
    r"sixtieth|seventieth|eightieth|ninetieth|hundredth|eighteenth|sixteenth)"
    r"(?=\s*(?:$|[.,;!?)])|\s(?:on|next|this|in|party|bash|do|last|soon|today|tomorrow|coming|and|at|with|was|is)\b)",
    I,
)
_PARENT = re.compile(
    rf"\b(?:mum|mam|mom|mother|dad|father|nan|gran|granny|grandad|widow|lads?|girls|boys|sons|daughters|kids|children|"
    rf"twins)\s+(?:both\s+)?of\s+({AGE_NUMBER}){_ENDS}",
    I,
)
_NOON = 13
"""From here on a number is hardly an hour."""
_MANY = 25
"""From here on no hour at all, nor how many children somebody has."""
_AT_LEAST_ODD = 50
"""From here on “so many odd” are years."""
_BIG = re.compile(r"\bbig\s+(\d[\s-](?:0|oh|o)|(?:two|three|four|five|six|seven|eight|nine)[\s-](?:oh|o))\b", I)
_CHILDREN = (
    r"(?:girls|boys|sons|daughters|kids|children|lads|lasses|twins|grandkids|grandchildren|grandsons|granddaughters|weans|"
    r"bairns)"
)
_SON = r"(?:son|daughter|lad|lass|boy|girl|grandson|granddaughter|nephew|niece|brother|sister|youngest|eldest|oldest)"
_TOLD_OTHERWISE = (
    (
        re.compile(rf"\ba\s+(?:young|youthful|ripe\s+old|sprightly|frail)\s+({AGE_NUMBER}){_ENDS}", I),
        _NOON,
        ("a young", "youthful", "ripe", "spright", "frail"),
    ),
    (
        re.compile(
            rf"\b(?:he|she|lad|boy|girl|man|woman|kid|lass|bloke)\b[^.!?\n\d]{{0,40}}\b(?:not\s+yet|barely|hardly|more\s+than|"
            rf"older\s+than|younger\s+than|not\s+see|never\s+see|past|under|over)\s+({AGE_NUMBER})(?:{_ENDS}|(?=\s+again\b))",
            I,
        ),
        _NOON,
        (" than ", "yet ", "ardly ", "arely ", " see ", " past ", "under ", "over "),
    ),
    (
        re.compile(
            rf"(?<!\bit)(?<!\bthat)(?<!\bthere)(?<!\bwhich)\s(?:would|should|might|could|may|must|['’]d)(?:\s+have|\s+of|"
            rf"['’]?ve|a)\s+been\s+(?:about\s+|just\s+|only\s+|nearly\s+)?({AGE_NUMBER}){_ENDS}",
            I,
        ),
        1,
        (" been ",),
    ),
    (
        re.compile(rf"\b({AGE_NUMBER})[\s-]odd(?=\s*(?:$|[.,;!?)])|\s(?:and|but|now|if|still|with|he|she)\b)", I),
        _AT_LEAST_ODD,
        (" odd", "-odd"),
    ),
    (re.compile(rf"\b({AGE_NUMBER})\s+next\s+birthday\b", I), 1, ("next birthday",)),
    (re.compile(rf"\bpushing\s+on\s+({AGE_NUMBER}){_ENDS}", I), _NOON, ("pushing on",)),
    (re.compile(rf"\b{_CHILDREN},\s+({AGE_NUMBER})(?=\s*(?:,|and|&)\s)", I), 1, ("s, ", "ns, ")),
    (re.compile(rf"\b(?:so|be)\s+({AGE_NUMBER})\s+now\b", I), _NOON, (" now",)),
    (re.compile(rf"\b{_SON}\s+of\s+({AGE_NUMBER}){_ENDS}", I), 1, (" of ",)),
    (re.compile(rf"\b(?:was|were)\s+({AGE_NUMBER})\s+when\b", I), 3, (" when",)),
    (re.compile(rf"\b{_SON}\b[^.!?\n\d]{{0,16}}\bgone\s+({AGE_NUMBER}){_ENDS}", I), 1, ("gone ",)),
    (re.compile(rf"\b{_SON},\s+({AGE_NUMBER})\s+(?:in|on|next|last|this)\b", I), 1, (", ",)),
)
"""Other ways of telling an age, the least that each tells, and what must stand in a text before it is tried."""
_YEAR = re.compile(
    r"\bin\s+(?:his|her|their|my)\s+(\d\d(?:st|nd|rd|th)|(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)[\s-]"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth))\s+year\b",
    I,
)


def lived(piece: str, low: str) -> Iterator[Found]:
    """Ages in a piece of text and the same in lower case; none of them is sure."""
    if " at " in low:
        for match in _AT.finditer(piece):
            if years(match[2]) >= (5 if match["great"] else _NOON):
                yield from _found(piece, match, 2)
    if ", " in piece:
        for match in _PUT_IN.finditer(piece):
            if years(match[1]) >= _NOON and match[1][0] not in "aA":
                yield from _found(piece, match, 1)
        for match in _CHILD.finditer(piece):
            yield from _found(piece, match, 1)
    for match in _SPELT_IN.finditer(piece) if "ty-" in low or "ty " in low else ():
        yield from _found(piece, match, 1)
    if "coming" in low or "side of" in low or "gone" in low or "getting" in low or "a good" in low:
        for match in _COMING.finditer(piece):
            if years(match[1]) >= _MANY:
                yield from _found(piece, match, 1)
    for match in _INTO.finditer(piece) if "ties" in low or "0s" in low or "teens" in low else ():
        yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")
    for match in _SINCE.finditer(piece) if "since " in low else ():
        if years(match[1]) >= _NOON:
            yield from _found(piece, match, 1)
    for match in (*_NTH.finditer(piece), *_WHOSE_NTH.finditer(piece)) if "th" in low or "st" in low else ():
        yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")
    for match in _PARENT.finditer(piece) if " of " in low else ():
        several = match[0][:3].casefold() in ("gir", "boy", "son", "dau", "kid", "chi", "twi", "lad")
        if several or years(match[1]) >= _NOON:
            yield from _found(piece, match, 1)
            yield from row_of_ages(piece, match.end(1))
    for regex, least, signs in _TOLD_OTHERWISE:
        for match in regex.finditer(piece) if any(sign in low for sign in signs) else ():
            if years(match[1]) >= least:
                yield from _found(piece, match, 1)
                yield from row_of_ages(piece, match.end(1))
    for match in _YEAR.finditer(piece) if " year" in low else ():
        yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")
    for match in _BIG.finditer(piece) if "big " in low else ():
        yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")


def _found(piece: str, match: re.Match[str], group: int) -> Iterator[Found]:
    if is_age(match[group]) and not is_counted(piece, match.end(group)):
        yield Found(match.start(group), match.end(group), Kind.AGE, False, "age")


def years(written: str) -> int:
    """How many years a number in figures or in words says; a hundred for “a hundred”."""
    if written[:1].isdigit():
        return int(written)
    first, *rest = re.split(r"[\s-]+", written.casefold())
    return 100 if first == "a" else TENS.get(first, UNITS.get(first, 0)) + sum(UNITS.get(word, 0) for word in rest)

"""Dates of birth and ages, in figures and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard.language import KIN, MONTHS, NO_SUBJECT, QUANTITY, ROLES, TENS, UNITS, word_set
from facilitator.nameguard.model import Kind
from facilitator.nameguard.normal import normal
from facilitator.nameguard.shapes import Found, I

_DATE_MONTH = rf"(?:{'|'.join((*MONTHS, 'febuary', 'augustus'))})\.?"


NUMERIC = r"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})"


_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?"


_DAY_SPELT = (
    r"(?:(?:twenty|thirty)[\s-])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth"
)


_WORDED = (
    rf"(?:(?:{_DAY_SPELT})\s+(?:of\s+)?{_DATE_MONTH}[\s,]+(?:\d{{4}}|['’]\d{{2}})\b|"
    rf"\d{{1,2}}(?:st|nd|rd|th)\s+of\s+the\s+\d{{1,2}}(?:st|nd|rd|th)?[\s,]+(?:of\s+)?(?:\d{{4}}|['’]?\d{{2}})\b|"
    rf"{_DAY}[\s-]+(?:of\s+)?{_DATE_MONTH}[\s,-]+(?:\d{{4}}|['’]?\d{{2}})\b|"
    rf"{_DATE_MONTH}[\s-]+{_DAY}[\s,-]+(?:\d{{4}}|['’]?\d{{2}})\b"
    rf"|\d{{4}}[\s-]+{_DATE_MONTH}[\s-]+{_DAY})"
)


_SHORT_DATE = rf"(?:{_DAY}\s+(?:of\s+)?{_DATE_MONTH}|{_DATE_MONTH}\s+(?:the\s+)?{_DAY}|{_DATE_MONTH}[\s,]+\d{{4}})"


_ANY_DATE = rf"(?:{NUMERIC}|{_WORDED}|{_SHORT_DATE}|(?:19|20)\d\d)"


_BORN = re.compile(
    rf"\b(?:born|dob|d\.\s?o\.\s?b\.?|d/o/b|date\s+of\s+birth|birth\s?date|birth\s?day|b['’]?day|bday|birthdate|"
    rf"yob|year\s+of\s+birth|birthdays?|birth)(?!\w)"
    rf"(?:[\s:,=–-]|\b(?:is|was|on|in|the|it|of|a|his|her|their|about|around|back|at|home|here|there|abroad|as|"
    rf"given|for)\b|\w+day\b){{0,8}}?({_ANY_DATE})(?![\d:])",
    I,
)


_BORN_NAMED = re.compile(
    rf"\b(?:dob|d\.\s?o\.\s?b\.?|date\s+of\s+birth|birthday|born)(?!\w)[^.!?\n\d]{{0,40}}?({NUMERIC}|{_WORDED})(?!\d)",
    I,
)


_BORN_LATER = re.compile(r"\bborn\b[^.!?\n\d]{0,30}?((?:19|20)\d\d|['’]\d\d)(?![\d:])", I)


_BORN_SHORT = re.compile(rf"\(b\.?\s*({_ANY_DATE})\)|\bb\.\s?({_ANY_DATE})", I)


_BIRTHDAY_AFTER = re.compile(
    rf"(?<!\d)\b({NUMERIC}|{_WORDED})\s*(?:[(,]\s*)?(?:(?:as|is|was|for)\s+(?:(?:his|her|their|the|a)\s+)?)?(?:\(?\s*(?:dob|"
    rf"d\.o\.b\.?|date of birth)\b)",
    I,
)


_OLD_DATE = re.compile(rf"(?<![\d/.-])\b({NUMERIC}|{_WORDED})(?![\d/-])", I)


_YEAR = re.compile(r"(?:19|20)\d\d|\d\d(?!\d)$")


_BIRTHS = re.compile(r"\b(?:dob['’]?s?|d\.o\.b\.?s?|dates\s+of\s+birth|birth\s?dates|birthdays)(?!\w)", I)
_EACH_DATE = re.compile(rf"(?<![\d/.-]){NUMERIC}(?![\d/-])")
_ROW_OF_DATES = 90
"""Letters behind “DOBs:” within which each date is a birth."""


_NUMBER_WORD = (
    r"(?:(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|"
    r"eight|nine))?"
    r"|a\s+hundred(?:\s+and\s+(?:one|two|three|four|five))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen"
    r"|one|two|three|four|five|six|seven|eight|nine)"
)


AGE_NUMBER = rf"(?:\d{{1,3}}(?![\d:.,%]\d)|{_NUMBER_WORD})"


DECADES = r"(?:(?:\d0|1\d)['’]?s|teens|twenties|thirties|fou?rties|fifties|sixties|seventies|eighties|nineties)"


ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)[\s-](?:first|second|"
    r"third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|twentieth|thirtieth|fou?rtieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth|tenth|eleventh|"
    r"twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth)"
)


_TURNED = re.compile(
    rf"\b(?:turned|turns|turning|turn|hits|hitting|reached|reaching|pushing|nearing|approaching|knocking\s+on|aged?|age\s*[:=]|age\s+is|age\s+of|"
    rf"at\s+age)\s+(?:just\s+|only\s+|about\s+|nearly\s+|almost\s+|over\s+|the\s+big\s+|big\s+)?({AGE_NUMBER})\b",
    I,
)
_REACHED = re.compile(
    rf"\b(?:hit|celebrat(?:ed|es|ing))\s+(?:the\s+big\s+|big\s+)?({AGE_NUMBER})"
    r"(?=\s*(?:[.,;!?)]|$)|\s+(?:on|with|in|this|last|next|yesterday|today|tomorrow|and)\b)",
    I,
)
_OLD_YEARS = re.compile(
    rf"\b({AGE_NUMBER})[\s-]*(?:(?:years?|yrs?)[\s-]*(?:olds?|of\s+age|young))\b"
    rf"|\b({AGE_NUMBER}[\s-]*(?:months?|mths?|weeks?|wks?))[\s-]*old\b"
    r"|\b(\d{1,3})\s?(?:y/?o|yo)\b",
    I,
)
_IN_DECADE = re.compile(
    rf"\bin\s+(?:his|her|their|my|its)\s+(?:very\s+)?((?:(?:early|mid|late)[\s-]+)?{DECADES})(?!\w)"
    rf"|\b((?:early|mid|late)[\s-]+{DECADES})(?!\w)",
    I,
)
_BIRTHDAY = re.compile(rf"\b({ORDINAL})\s+(?:birthday|bday|b-day)\b", I)
_TOLD = (
    (("turn", "hit", "reach", "age", "pushing", "nearing", "approach", "knocking"), _TURNED),
    (("hit", "celebrat"), _REACHED),
    (("old", "young", "age", "yo", "y/o"), _OLD_YEARS),
    (("ties", "teens", "0s", "0's", "0’s", "1"), _IN_DECADE),
    (("day",), _BIRTHDAY),
)
"""Ages by the words beside them, and what must stand in a text before each is tried."""


_IS_AGE = re.compile(
    r"(?:\b(?:he|she|they|who|i|mum|mom|mam|dad|nan|son|daughter|sister|brother|mother|father|baby|child|kid|boy|boys|girls|kids|children|sons|daughters|lad|lass|bairn|wean|"
    r"girl|husband|wife|"
    r"partner|gran|nana|grandad|niece|nephew|cousin|them|both|we|you|eldest|oldest|youngest|twins|granddaughter|grandson|"
    r"him|pal|mate|friend|other|man|woman|lady|bloke|chap|fella|guy|lodger|neighbour|widow|widower|"
    r"little\s+one|(?-i:[A-Z])[^\W\d_]+)"
    r"(?:\s+(?:is|was|were|are|am|be|(?:will|must|might|may|could|should|would|ll|d)\s+be|s|m)|['’](?:s|m|re|"
    r"ll\s+be|d\s+be))|\b(?:im|hes|shes|theyre|whos|youre|being))\s+"
    r"(?:just\s+|only\s+|now\s+|about\s+|maybe\s+|around\s+|nearly\s+|almost\s+|still\s+|barely\s+|already\s+|like\s+|over\s+){0,2}"
    rf"({AGE_NUMBER})(?![\w:.]*\d|[\s-]*(?:(?:till|til|to|until|by(?!\s+now)|of|x|per|for|from|more|less|other|"
    rf"times|am|"
    rf"pm)\b|%)|\s*[-–]\s*\d)",
    I,
)


_IS_OLD = re.compile(
    r"(?<!\bthe )(?<!\bour )(?<!\bthis )(?<!\ba )\b([^\W\d_]+)[.,]?\s+(is|was|will\s+be|turns)\s+"
    rf"(?:only\s+|just\s+|about\s+|nearly\s+)?({AGE_NUMBER})"
    r"(?=\s*(?:$|[,;.!?)\n](?!\d)|\s(?:and|n|lol|tho|btw|haha|omg|innit|bless|but|so|now|today|this|next|when|going\s+on|"
    r"he|she|they|hes|shes|theyre|im|i|we|just|only|already|has|had|with|who|because|cos|or|at|coming|my|his|her|their|"
    rf"in\s+{_DATE_MONTH}|on\s+\w+day|on\s+the|\w{{3,6}}day|mon|tues?|weds?|thurs?|thu|fri|sat|sun)\b))",
    I,
)


_IS_MONTHS = re.compile(
    rf"\b([^\W\d_]+)(?:\s+(?:is|was)|['’]s)\s+(?:only\s+|just\s+|about\s+|nearly\s+)?({AGE_NUMBER}\s+(?:months?|weeks?))"
    rf"(?=\s*(?:$|[.,;!?)])|\s(?:and|but|now)\b)",
    I,
)
"""A baby's age: “is seven months and”; who is so long sober, or away, has that said behind it."""


_AGE_HALF = re.compile(
    rf"\b({AGE_NUMBER})(?=\s+(?:(?:and\s+a\s+(?:half|bit)|and\s+three\s+quarters)"
    rf"(?=\s*(?:$|[^\w\s])|\s+(?:now|already|and|but|he|she|they|when|who|so|next|today|this|going|years?\s+old)\b)"
    rf"|going\s+on\s+(?:{AGE_NUMBER}|{DECADES})))",
    I,
)
"""A child's age to the half: “eleven and a half”; behind what is counted, as hours, its measure stands."""


YOUNGER = (
    "son|daughter|lad|lass|boy|girl|brother|sister|grandson|granddaughter|nephew|niece|child|kid|baby|bairn|wean|twins|"
    "eldest|youngest|oldest|smallest|littlest|grandbaby|grandkid|grandchild|stepson|stepdaughter|godson|goddaughter"
)
"""Kin of whom a bare number says the age."""
_OF_A_CHILD = re.compile(
    rf"(?:\b(?:is|was|turned|hes|shes|aged|about|only|nearly|almost|just|now|toddler|one|{YOUNGER})"
    r"|['’]s)\s+(?:is\s+|just\s+|only\s+|nearly\s+)?\Z",
    I,
)


_MAN_OF = re.compile(
    rf"\b(?:man|woman|boy|girl|lad|lass|child|baby|widow|widower|lady|chap|bloke|twins|toddler|bairn|wean)\s+of\s+"
    rf"(?:just\s+|only\s+|about\s+|nearly\s+)?({AGE_NUMBER}(?:\s+(?:months?|weeks?|mths?|wks?|days?))?)\b",
    I,
)


_KIN_IS = re.compile(
    rf"\b([^\W\d_]+)\s+[^\W\d_]+\s+(?:is|was|turns|will\s+be)\s+({AGE_NUMBER})"
    rf"(?=\s*(?:$|[,;.!?)](?!\d))|\s(?:and|now|but|so|today|next|this|in|on)\b)",
    I,
)
"""“her lad {name} is six and …”: after kin a small number is an age too."""


_AT_AGE = re.compile(rf"\bat\s+(?:just\s+|only\s+)?({AGE_NUMBER})\s+(?:she|he|they|i|my|his|her)\b", I)
_HOURS = 24
"""Up to here a number after “at” is likelier a time of day."""
_AGE_BRACKET = re.compile(
    r"(?<=\w)\s*\(\s*(?:aged?\s+)?(\d{1,2})\s*\)|"
    rf"(?<=\w),\s+({AGE_NUMBER}(?:\s+(?:and|&)\s+{AGE_NUMBER})?)(?=\s*[,.;](?!\d)|\s+and\s|$)"
)


_LAST_WORD = re.compile(r"(?<!\w)[^\W\d_]\w*\Z")
_LONGEST_WORD = 40


_FULL_YEAR = re.compile(r"(?<!\d)(?:19\d\d|20[01]\d)(?!\d)")


def dates(piece: str, low: str) -> Iterator[Found]:
    """Dates of birth, by the words before them or by lying long ago."""
    if "b" in low and (
        "born" in low
        or "birth" in low
        or "dob" in low
        or "d.o.b" in low
        or "day" in low
        or "yob" in low
        or "o. b" in low
    ):
        for regex in (_BORN, _BORN_NAMED, _BIRTHDAY_AFTER, _BORN_LATER):
            for match in regex.finditer(piece):
                the = 4 if low.startswith("the ", match.start(1) - 4) and match.start(1) >= 4 else 0
                yield Found(match.start(1) - the, match.end(1), Kind.DATE_OF_BIRTH, True, "born")
    if "b." in low or "(b" in low:
        for match in _BORN_SHORT.finditer(piece):
            found = match.lastindex or 1
            yield Found(match.start(found), match.end(found), Kind.DATE_OF_BIRTH, True, "born")
    for cue in _BIRTHS.finditer(piece) if "dob" in low or "birth" in low or "d.o" in low else ():
        for match in _EACH_DATE.finditer(piece, cue.end(), cue.end() + _ROW_OF_DATES):
            yield Found(match.start(), match.end(), Kind.DATE_OF_BIRTH, False, "born")
    for match in _OLD_DATE.finditer(piece) if _FULL_YEAR.search(piece) else ():
        year = _YEAR.search(match[1])
        if year and len(year[0]) == 4 and int(year[0]) < _OLD:
            yield Found(match.start(1), match.end(1), Kind.DATE_OF_BIRTH, False, "old_date")


    for match in _SHORT_YEAR.finditer(piece):
        if 0 < int(match[2]) <= _DAYS and 0 < int(match[3]) <= _MONTHS and int(match[4]) > _SHORT_OLD:
            yield Found(match.start(1), match.end(1), Kind.DATE_OF_BIRTH, False, "old_date")


_SHORT_YEAR = re.compile(r"(?<![\d./:-])((\d{1,2})[./](\d{1,2})[./](\d{2}))(?![\d/:-]|\.\d)")
_DAYS, _MONTHS, _SHORT_OLD = 31, 12, 35
"""A date with a year of two figures above this is one of the last century."""
_OLD = 2013
"""A full date before this year is likelier a birth than an evening of the group."""


_MOST_AGE = 112


_RANGE = re.compile(r"\s*(?:[-–]|to|and)\s*\d")
_BEING = re.compile(r"\b(?:is|was|are|am|be|being|s|m|ll|re|im|hes|shes|theyre|whos|turns)\s")
"""What must stand in a text before the slower patterns are tried."""


def ages(piece: str, low: str) -> Iterator[Found]:
    """Ages, in figures and in words, in a piece of text and the same in lower case."""
    for signs, regex in _TOLD:
        for match in regex.finditer(piece) if any(sign in low for sign in signs) else ():
            number = match.lastindex or 0
            counted = regex is _TURNED and (is_counted(piece, match.end(1)) or _RANGE.match(piece, match.end(1)))
            if number and not counted and is_age(match[number]):
                yield Found(match.start(number), match.end(number), Kind.AGE, True, "age")
                yield from row_of_ages(piece, match.end(number))
    being = _BEING.search(low) is not None
    for match in _IS_AGE.finditer(piece) if being else ():
        few = match[1].casefold() in _FEW and _COUNTING.match(piece, match.end(1)) is not None
        several = match[0][:4].casefold() in ("they", "we a", "were") and _COUNTED.match(piece, match.end(1))
        few = few or (bool(several) and UNITS.get(match[1].casefold(), 20) < 13)
        if not few and is_age(match[1]) and not is_counted(piece, match.end(1)) and not _clock(match):
            yield Found(match.start(1), match.end(1), Kind.AGE, match[1][0].isdigit(), "age")
            yield from row_of_ages(piece, match.end(1))
    for match in _IS_MONTHS.finditer(piece) if being and ("month" in low or "week" in low) else ():
        if normal(match[1]) not in _THINGS and not ROLES.get(normal(match[1]), 0) & NO_SUBJECT:
            yield Found(match.start(2), match.end(2), Kind.AGE, False, "age")
    for match in _AGE_HALF.finditer(piece) if " and a " in low or "going on" in low or " and three" in low else ():
        if _OF_A_CHILD.search(piece, max(0, match.start() - _LONGEST_WORD), match.start()):
            yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")
    for match in _KIN_IS.finditer(piece) if being else ():
        if ROLES.get(normal(match[1]), 0) & KIN and is_age(match[2]) and not is_counted(piece, match.end(2)):
            yield Found(match.start(2), match.end(2), Kind.AGE, False, "age")
    for match in _MAN_OF.finditer(piece) if " of " in low else ():
        if is_age(match[1]) and not is_counted(piece, match.end(1)):
            yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")
    for match in _AT_AGE.finditer(piece) if " at " in f" {low}" else ():
        if (_least_age(match[1]) and not match[1].isdigit()) or (match[1].isdigit() and int(match[1]) > _HOURS):
            yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")
    for match in _IS_OLD.finditer(piece) if being else ():
        subject = normal(match[1])
        told = is_age(match[3]) if "be" in match[2] or match[2] == "turns" else _least_age(match[3])
        if told and subject not in _THINGS and not ROLES.get(subject, 0) & NO_SUBJECT:
            yield Found(match.start(3), match.end(3), Kind.AGE, False, "age")
    for match in _AGE_BRACKET.finditer(piece) if "(" in piece or "," in piece else ():
        number = match.lastindex or 0
        before = _LAST_WORD.search(piece, max(0, match.start() - _LONGEST_WORD), match.start())
        if before is None:
            continue
        whose = normal(before[0])
        roles = ROLES.get(whose, 0)
        one = roles & KIN or whose in _SOMEBODY or (before[0][0].isupper() and whose not in _NOBODY)
        if one and not roles & QUANTITY and whose not in MONTHS and whose not in _THINGS and _told_age(match[number]):
            yield Found(match.start(number), match.end(number), Kind.AGE, False, "age")


def row_of_ages(piece: str, at: int) -> Iterator[Found]:
    """The ages that follow one in a row: “is fourteen, then nine and six”."""
    while (match := _AGE_NEXT.match(piece, at)) is not None:
        if not is_age(match[1]) or is_counted(piece, match.end(1)):
            return
        yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")
        at = match.end(1)


_AGE_NEXT = re.compile(
    rf"\s*(?:,\s*(?:and\s+|then\s+)?|\s(?:and|then)\s+)({AGE_NUMBER})(?![\w:.]*\d|\s*[-–%])(?=\s*(?:$|[,.;!?)]|\s(?:and|then)\b))",
    I,
)
_FEW = ("one", "two", "three")
_COUNTED = re.compile(r"\s+(?:in|tonight|today|at|now|this|again|here|to|with)\b", I)
_COUNTING = re.compile(r"\s+(?!and\s+a\s|nearly\b|now\b)[^\W\d_]")
_SOMEBODY = frozenset(("her", "him", "them", "me"))
_NOBODY = word_set("monday tuesday wednesday thursday friday saturday sunday yes no ok step steps year years")
_THINGS = word_set("""
    it that this there which what time room step size page chapter number score total cost price answer limit
    maximum minimum fee temperature average count attendance headcount turnout numbers number capacity max min
    most least start finish group session meeting lunch tea bus rate level
    deadline week day rent target one two both all
""")


def _clock(match: re.Match[str]) -> bool:
    """Whether what “is 7” is a thing or a time rather than somebody."""
    return normal(match[0].split()[0].split("'")[0].split("’")[0]) in _THINGS


def _told_age(written: str) -> bool:
    """Whether a number behind a comma is an age: figures, or a word above three."""
    return is_age(written) and (written[:1].isdigit() or UNITS.get(re.split(r"\W", written.casefold())[0], 20) > 3)


def _least_age(written: str) -> bool:
    """Whether a number is an age that one would tell of a thing of no more than a name: over thirteen."""
    if not is_age(written) or (written[:1].isdigit() and int(written) <= 13):
        return False
    return UNITS.get(written.casefold(), 20) > 12


def is_counted(piece: str, at: int) -> bool:
    after = re.match(r"[\s-]+([^\W\d_]+['’]?)", piece[at:])
    return (
        after is not None
        and bool(ROLES.get(normal(after[1]), 0) & QUANTITY)
        and not re.match(r"[\s-]*(?:in|on|out|now|up|down|today)\b", piece[at:], I)
        and not re.match(r"[\s-]*(?:years?|yrs?)[\s-]*(?:old|young|of\s+age)", piece[at:], I)
    )


def is_age(written: str) -> bool:
    digits = re.match(r"\d+", written)
    if digits:
        return 0 < int(digits[0]) <= _MOST_AGE
    if re.fullmatch(rf"(?:early|mid|late)[\s-]+{DECADES}", written, I):
        return True
    first = re.split(r"[\s-]+", written.casefold())[0]
    return (
        first in TENS
        or first in UNITS
        or first == "a"
        or bool(re.fullmatch(DECADES, written, I))
        or bool(re.fullmatch(ORDINAL, written, I))
    )

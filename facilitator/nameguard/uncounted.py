"""Finds numbers that count nothing, beside somebody: there is hardly anything but an age that is told so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from facilitator.nameguard.ages import AGE_NUMBER, YOUNGER, is_age, is_counted, row_of_ages
from facilitator.nameguard.language import MONTHS, word_set
from facilitator.nameguard.lifetimes import years
from facilitator.nameguard.model import Kind
from facilitator.nameguard.shapes import Found, I

_UNITS = r"(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?"
_NUMBER = (
    rf"(?:\d{{2,3}}|(?:twen|thir|fou?r|fif|six|seven|eigh|nine)ty{_UNITS}|(?:thir|four|fif|six|seven|eigh|nine)teen)"
)
"""From thirteen on: fewer may always be people, hours or things."""
_SOMEBODY = re.compile(
    r"\b(?:he|she|him|her|his|hers|who|hes|shes|whos|i|my|mum|mam|mom|mother|dad|father|nan|nana|gran|granny|grandad|"
    r"husband|wife|partner|cousin|aunt|auntie|aunty|uncle|neighbou?r|friend|pal|mate|man|woman|lady|bloke|chap|guy|"
    rf"fella|teen|teenager|widow|widower|toddler|{YOUNGER})\b",
    I,
)
_BARE = re.compile(
    rf"(?<![\w£$€#/.:,+*%&'’-])(?<!\d[.,/:]\s)(?<![.:]\s)({_NUMBER})"
    r"(?=\s*(?:$|[.;!?)\n](?!\d)|,(?!\s?\d))"
    r"|\s(?:lol|tho|btw|haha|omg|innit|bless|nobody|no\s+one|you|the\s+(?:same|week|day|month|year)|and|but|when|so|then|"
    r"maybe|perhaps|i['’]?d\s+say|i\s+think|i\s+reckon|because|cos|next|this|last|now|since|by|already|today|though|while|with|who|she|he|or\s+so|"
    rf"or\s+{AGE_NUMBER}|at\s+(?:most|least|the\s+(?:time|most|oldest|youngest))|on\s+\w+day|"
    rf"in\s+(?:{'|'.join(MONTHS)}|the\s+(?:spring|summer|autumn|winter|new\s+year)))\b"
    r"|[\s-](?:odd|ish|something|plus)\b)",
    I,
)
_BEFORE = re.compile(r"([^\W_]+)\W{1,2}\Z")
_NOT_BEHIND = word_set("""
    in box rr po shop lot no number numbers step steps page pages room table bus route unit flat ward day days week
    weeks session year level tradition chapter part section grade bay gate platform channel track psalm hymn verse
    form ext stage phase version highway road covid article band type size tier point points score scored counted
    count total made makes we row all us these those each every another of half past quarter had has have having got
    gave give given took take takes want wants wanted paid pay owes need needs needed brought ordered ate baked sold
    bought for by to from till until before after line lots hundred thousand counting the our that than and rated me
    you them it apartment apt suite interstate zone question item rule clause act appendix schedule figure sheet one
    two three four five six seven eight nine ten eleven twelve minus times
""")
"""Words behind which a number is a place in a row, a time, a share or so many of something."""
_SEEMING = word_set("looks looked looking seems seemed")
"""What nothing but somebody does at a number."""
_AFAR = 90
"""Letters before a number within which somebody has to be told of."""
_LEAST, _MOST = 13, 105
_HOURS = 24
"""Beyond it a number behind “at” is no hour."""
_LONGEST = 30
"""Letters of the longest word before it."""
_NEAR = 30
"""Letters behind it within which somebody may be told of as well: “only 20, bless him”."""
_SOON = (
    r"(?:on|next|this|today|tomorrow|soon|already|now|last)\b|in\s+(?:the\s+(?:spring|summer|autumn|winter|new\s+year)|a\s+"
    rf"(?:week|month|fortnight)|{'|'.join(MONTHS)})\b"
)
_STOPS = r"(?=\s*(?:$|[,;.!?)\n](?!\d))|\s(?:and|but|so|when|then|now)\b)"
_OF_THE_YOUNG = tuple(
    re.compile(regex, I)
    for regex in (
        rf"\b(?:{YOUNGER}|newborn|toddler|tot|little\s+(?:one|un))\b[^.!?\n\d]{{0,30}}?(?:\b(?:of|is|was|are|only|just|"
        rf"now|about|nearly|almost|barely)|['’]s|,)\s+({AGE_NUMBER}\s*(?:days|weeks|months|wks|mths|mos)(?:\s+old)?)"
        r"(?!\s+(?:ago|later|clean|sober|in|into|off|away|late|early|behind|gone|since|after|before|without|of|from)\b)",
        rf"\b({AGE_NUMBER}[\s-]*days)[\s-]*old\b",
        rf"\bhow\s+old\b[^.!?\n\d]{{0,40}}?,\s+({AGE_NUMBER})\b",
        rf"\brising\s+({AGE_NUMBER}){_STOPS}",
        rf"\b(?:is|was|s|hes|shes)\s+(?:gaan|goin['’]?|going)\s+on\s+({AGE_NUMBER})\b(?!\s*(?:am|pm|o['’]?clock)\b)",
        rf"\b(?:{YOUNGER})\s+[^\W\d_]+,?\s+({AGE_NUMBER})\s+(?:years?|yrs?)\b(?!\s+(?:ago|clean|sober|later))",
        r"(?<=\w)\s*\((\d{1,2})\s+not\s+\d{1,2}\b",
        rf"\b(?:smallies|littlies|little\s+ones|wee\s+ones|young\s+ones|tamariki|mokopuna|mokos|nippers|teenagers)\s*[,(:]\s*"
        rf"({AGE_NUMBER})(?=\s*(?:,|and\b|&|\)))",
        rf"\b(?:lad|lads|boy|boys|girl|girls|child|children|kid|kids|foster\w*)\b[^.!?\n\d]{{0,60}}\bfrom\s+({AGE_NUMBER})\s+to\s+"
        rf"{_NUMBER}\b",
        rf"\b(?:lost|miscarried|stillborn|premature)\b[^.!?\n\d]{{0,20}}\bat\s+({AGE_NUMBER}\s+weeks)\b",
        rf"\b(?:{YOUNGER})(?:\s+one)?\s+[^\W\d_]+\s+((?!one\b){AGE_NUMBER})(?=\s*(?:$|[,.;)\n](?!\d)))",
        rf"\b(?:{YOUNGER})(?:\s+one)?(?:\s+[^\W\d_]+)?,?\s+(?:who\s+)?(?:is|are)\s+((?!one\b){AGE_NUMBER}){_STOPS}",
        rf"\b(?:{YOUNGER})\b(?:['’]s)?[^.!?\n\d]{{0,30}}\b(?:coming\s+up|rising|just\s+gone|not\s+quite)\s+({AGE_NUMBER}){_STOPS}",
        rf"\b(?:coming\s+up|rising)\s+{AGE_NUMBER}\s+and\s+(?:just\s+gone|coming\s+up|rising)\s+({AGE_NUMBER}){_STOPS}",
        rf"\b(?:{YOUNGER})(?:\s+[^\W\d_]+)?\s+(?:is|are|will\s+be|turns?)\s+({AGE_NUMBER})(?=\s+(?:{_SOON}))",
        rf"\b(?:{YOUNGER})\b[^.!?\n\d]{{0,16}}\b(?:not\s+yet|barely|hardly|nearly|almost)\s+({AGE_NUMBER}){_STOPS}",
        rf"\b(?:kids|children|grandkids|grandchildren|boys|girls|lads|sons|daughters|twins|weans|bairns|(?:her|his|my|their)"
        rf"\s+(?:two|three|four|lot))\s*\(\s*({AGE_NUMBER})(?=\s*(?:,|and\b|&|\)))",
        rf"\b(?:{YOUNGER}|wench|laddie|lassie|cousin),\s+[^\W\d_][\w'’-]*,\s+(?:is|was|turns|turned)\s+(?:only\s+|just\s+|"
        rf"about\s+|nearly\s+)?({AGE_NUMBER}){_STOPS}",
        rf"\blittle\s+[^\W\d_]+,?\s+({AGE_NUMBER}\s+(?:months|weeks))\b",
        rf"\b(?:{YOUNGER}|lads|boys|girls)\s+of\s+(?:about|around|maybe|barely|nearly|only)\s+({AGE_NUMBER}){_STOPS}",
        rf"\b(?:was|were)\s+({AGE_NUMBER})\s+then\b",
        rf"\bat\s+({AGE_NUMBER})\s+and\s+(?:a\s+(?:bit|half)|three\s+quarters)\b",
        rf"\blost\s+(?:his|her|their|my)\s+(?:mum|mam|mom|dad|mother|father|brother|sister|twin|parents)\s+at\s+({AGE_NUMBER})"
        rf"{_STOPS}",
    )
)
"""Ages of the young, be they small numbers."""
_ROUGHLY = re.compile(
    r"\b((?:twen|thir|fou?r|fif|six|seven|eigh|nine)ty|\d0)(?:[\s-]something(?!\s+[^\W\d_]+s\b)"
    r"|[\s-](?:ish|odd)(?=\s*(?:$|[,.;!?)])))", I)
_LIVED_TO = re.compile(
    rf"\b(?:got|gets|lived|lives|made\s+it)\s+to\s+({_NUMBER}|a\s+hundred(?:\s+and\s+\w+)?)"
    r"(?=\s*(?:$|[,.;!?)])|\s(?:and|with|but|in|on)\b)", I)
_OLD = 60
"""From here on somebody “lived to” it, rather than came to that number of something."""


def uncounted(piece: str, low: str) -> Iterator[Found]:
    """Ages in a piece of text and the same in lower case; none of them is sure."""
    for match in _BARE.finditer(piece):
        if _told(piece, match):
            yield from _found(piece, match)
    for match in _LIVED_TO.finditer(piece) if " to " in low else ():
        if match[1][0] in "aA" or years(match[1]) >= _OLD:
            yield from _found(piece, match)
    for match in _ROUGHLY.finditer(piece) if "something" in low or "ish" in low or "odd" in low else ():
        yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")
    for regex in _OF_THE_YOUNG if _YOUNG.search(low) else ():
        for match in regex.finditer(piece):
            if is_age(match[1]) and not is_counted(piece, match.end(1)):
                yield from _found(piece, match)


_YOUNG = re.compile(
    rf"\b(?:{YOUNGER}|kids|children|boys|girls|lads|sons|daughters|two|three|four|lot|little|newborn|tot|days|lost|weeks|"
    r"months|not|how old|rising|going on|goin|gaan|smallies|littlies|ones|tamariki|mokopuna|mokos|nippers|teenagers|"
    r"foster\w*)\b"
)
"""What must stand in a text before the ages of the young are looked for."""


def _found(piece: str, match: re.Match[str]) -> Iterator[Found]:
    yield Found(match.start(1), match.end(1), Kind.AGE, False, "age")
    yield from row_of_ages(piece, match.end(1))


def _told(piece: str, match: re.Match[str]) -> bool:
    written = match[1]
    if written[0].isdigit() and not _LEAST <= int(written) <= _MOST:
        return False
    if not is_age(written) or is_counted(piece, match.end(1)):
        return False
    before = _BEFORE.search(piece, max(0, match.start() - _LONGEST), match.start())
    word = before[1].casefold() if before is not None else ""
    if word in _NOT_BEHIND or word[:1].isdigit():
        return False
    late = word == "at" and written[0].isdigit() and int(written) > _HOURS
    return (word in _SEEMING or late
            or _SOMEBODY.search(piece, max(0, match.start() - _AFAR), match.start()) is not None
            or _SOMEBODY.search(piece, match.end(), match.end() + _NEAR) is not None)


_REST = re.compile(
    r"(?:[\s-](?:odd|ish|something)\b|\s+and\s+(?:a\s+(?:bit|half)|three[\s-]quarters)\b)?"
    r"(?:[\s-]*(?:years?|yrs?|months?|weeks?)?[\s-]+(?:old|young)\b|\s?y/?o\b)?",
    I,
)


def whole_age(piece: str, found: Found) -> Found:
    """An age with all that is said of it behind the number: “fifty-odd”, “five and a bit”, “12 years young”."""
    rest = _REST.match(piece, found.end)
    return replace(found, end=rest.end()) if rest is not None and found.kind is Kind.AGE else found

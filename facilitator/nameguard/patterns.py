"""Details that have a shape of their own: telephone numbers, e-mails, web addresses, postcodes, identity numbers, "
"dates, ages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facilitator.nameguard.language import MONTHS, NO_SUBJECT, QUANTITY, ROLES, TENS, UNITS, word_set
from facilitator.nameguard.model import Kind
from facilitator.nameguard.normal import normal

I = re.IGNORECASE  # noqa: E741 (as the re module calls it)


@dataclass(frozen=True, slots=True)
class Found:
    """A detail: where it stands, what it is, whether that is sure, and why."""

    start: int
    end: int
    kind: Kind
    sure: bool
    reason: str
    opened: bool = False
    """Begins as only telephone numbers do."""


_TLD = (
    r"(?:com|org|net|edu|gov|info|biz|name|me|co|io|app|dev|uk|ie|us|ca|au|nz|eu|de|fr|es|it|pl|nl|be|ch|at|se|no|"
    r"dk|fi|pt|ro|gr|tr|in|pk|ng|gh"
    r"|za|ke|jp|cn|br|mx|ar|cl|ru|ua|cz|sk|hu|bg|lt|lv|ee|tv|cc|ly|gl|ee|ai|sh|link|page|site|online|blog|social|"
    r"chat|live|club|shop|store"
    r"|health|charity|community|group|family|support|nhs|scot|wales|cymru|london)"
)
_DOT = r"\s*(?:\.|\(dot\)|\[dot\])\s*|\s+dot\s+"
_EMAIL = re.compile(r"[\w.+'’-]*[\w+]@[\w-]+(?:\.[\w-]+)+", I)
_EMAIL_SPOKEN = re.compile(
    rf"[\w+-]+(?:(?:\.|\s+dot\s+|\s+underscore\s+|\s+dash\s+|\(dot\)|\[dot\])[\w+-]+)*\s*(?:@|\(at\)|\[at\]|"
    rf"\{{at\}}|\bat\b)\s*"
    rf"[\w-]+(?:(?:{_DOT})[\w-]+)*?(?:{_DOT})(?:co\s*(?:\.|dot)\s*uk|ac\s*(?:\.|dot)\s*uk|org\s*(?:\.|dot)\s*uk|"
    rf"com\s*(?:\.|dot)\s*au|{_TLD})\b(?:(?:{_DOT}){_TLD}\b)*",
    I,
)
_MAILERS = (
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|aol|btinternet|live|msn|proton|protonmail|ymail|sky|"
    r"virginmedia|talktalk)"
)
_EMAIL_BARE = re.compile(rf"\b[\w.+-]+\s*(?:@|\(at\)|\[at\]|\bat\b)\s*{_MAILERS}\b", I)
_URL = re.compile(
    rf"\b(?:https?\s?://|ftp://|www\s?\.)[^\s<>\"“”]+|"
    rf"(?<![\w@.-])(?:[a-z0-9](?:[\w-]*[a-z0-9])?\.)+{_TLD}(?:/[^\s<>\"“”]*|\b(?![\w@]))"
    rf"|\b[a-z0-9-]+ dot {_TLD}(?: (?:slash|forward slash) [\w-]+)*\b",
    I,
)
_TRAIL = ".,;:!?)]}'\"”’…"

_SITES = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|sc|tik\s?tok|twitter|tweets?|x\.com|reddit|discord|telegram|facebook|fb|"
    r"messenger|whats\s?app|kik|"
    r"skype|steam|psn|xbox|gamer\s?tag|twitch|youtube|yt|tumblr|mastodon|bluesky|threads|linkedin|pinterest|"
    r"onlyfans|vinted|ebay|paypal|"
    r"venmo|cash\s?app|monzo|strava|duolingo|roblox|minecraft|fortnite|signal|viber|wechat|line)"
)
_HANDLE = re.compile(
    r"(?<![\w@.])@[\w][\w.]*[\w]|(?<!\w)[ur]/[\w-]{2,}|\b[\w.]{2,}#\d{3,5}\b|\b(?=\w*[^\W\d_])\w*_\w+\b", I
)
_HANDLE_CUE = re.compile(
    rf"\b(?:{_SITES}|user\s?name|handle|screen\s?name|user|nick|alias|account|profile)(?:\s+(?:name|handle|"
    rf"username|account|user|profile|id|tag|page|is|as|called|was|=))*\s*[:=]?\s*"
    r"[\"“']?(?=[\w.-]*[\d_.])([^\W_][\w.-]*\w)",
    I,
)
_AS_SITE = re.compile(rf"\b([^\W_][\w.]*\w)\s+(?:as|for|is|on)\s+(?:his|her|their|my|the|your)?\s*{_SITES}\b", I)

_DATE_MONTH = rf"(?:{'|'.join((*MONTHS, 'febuary', 'augustus'))})\.?"
_NUMERIC = r"(?:\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})|\d{4}[./-]\d{1,2}[./-]\d{1,2})"
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?"
_WORDED = (
    rf"(?:{_DAY}[\s-]+(?:of\s+)?{_DATE_MONTH}[\s,-]+(?:\d{{4}}|['’]?\d{{2}})\b|"
    rf"{_DATE_MONTH}[\s-]+{_DAY}[\s,-]+(?:\d{{4}}|['’]?\d{{2}})\b"
    rf"|\d{{4}}[\s-]+{_DATE_MONTH}[\s-]+{_DAY})"
)
_SHORT_DATE = rf"(?:{_DAY}\s+(?:of\s+)?{_DATE_MONTH}|{_DATE_MONTH}\s+(?:the\s+)?{_DAY}|{_DATE_MONTH}[\s,]+\d{{4}})"
_ANY_DATE = rf"(?:{_NUMERIC}|{_WORDED}|{_SHORT_DATE}|(?:19|20)\d\d)"
_BORN = re.compile(
    rf"\b(?:born|dob|d\.\s?o\.\s?b\.?|d/o/b|date\s+of\s+birth|birth\s?date|birth\s?day|b['’]?day|bday|birthdate|"
    rf"yob|year\s+of\s+birth|birthdays?|birth)(?!\w)"
    rf"(?:[\s:,=–-]|\b(?:is|was|on|in|the|it|of|a|his|her|their|about|around|back|at|home|here|there|abroad|as|"
    rf"given|for)\b|\w+day\b){{0,8}}?({_ANY_DATE})(?![\d:])",
    I,
)
_BORN_NAMED = re.compile(
    rf"\b(?:dob|d\.\s?o\.\s?b\.?|date\s+of\s+birth|birthday|born)(?!\w)[^.!?\n\d]{{0,40}}?({_NUMERIC}|{_WORDED})(?!\d)",
    I,
)
_BORN_SHORT = re.compile(rf"\(b\.?\s*({_ANY_DATE})\)|\bb\.\s?({_ANY_DATE})", I)
_BIRTHDAY_AFTER = re.compile(rf"({_NUMERIC}|{_WORDED})\s*(?:[(,]\s*)?(?:\(?\s*(?:dob|d\.o\.b\.?|date of birth)\b)", I)
_OLD_DATE = re.compile(rf"(?<![\d/.-])({_NUMERIC}|{_WORDED})(?![\d/-])", I)
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d(?!\d)$")

_NUMBER_WORD = (
    r"(?:(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|"
    r"eight|nine))?"
    r"|a\s+hundred(?:\s+and\s+(?:one|two|three|four|five))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen"
    r"|one|two|three|four|five|six|seven|eight|nine)"
)
_AGE_NUMBER = rf"(?:\d{{1,3}}(?![\d:.,%]\d)|{_NUMBER_WORD})"
_DECADES = r"(?:(?:\d0|1\d)['’]?s|teens|twenties|thirties|fou?rties|fifties|sixties|seventies|eighties|nineties)"
_ORDINAL = (
    r"(?:\d{1,3}(?:st|nd|rd|th)|(?:twenty|thirty|fou?rty|fifty|sixty|seventy|eighty|ninety)[\s-](?:first|second|"
    r"third|fourth|fifth|sixth|seventh|eighth|ninth)"
    r"|twentieth|thirtieth|fou?rtieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth|hundredth|tenth|eleventh|"
    r"twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|first|second|third|fourth|fifth|sixth|seventh|eighth|"
    r"ninth)"
)
_AGE = re.compile(
    rf"\b(?:turned|turns|turning|turn|hits|hitting|reached|reaching|aged?|ages|age\s*[:=]|age\s+is|age\s+of|"
    rf"at\s+age)\s+(?:just\s+|only\s+|about\s+|nearly\s+|almost\s+|over\s+|the\s+big\s+|big\s+)?({_AGE_NUMBER})\b"
    rf"|\b({_AGE_NUMBER})[\s-]*(?:years?|yrs?)[\s-]*(?:olds?|of\s+age|young)\b|\b({_AGE_NUMBER})[\s-]*(?:months?|"
    rf"mths?|weeks?|wks?)[\s-]*old\b"
    rf"|\b(\d{{1,3}})\s?(?:y/?o|yo|yr\s?old|yrs\s?old)\b"
    rf"|\bin\s+(?:his|her|their|my|its|the)\s+(?:early\s+|mid[\s-]+|late\s+|very\s+)*({_DECADES})(?!\w)"
    rf"|\b(?:his|her|their|my|our|[\w-]+['’]s)\s+({_ORDINAL})\s+(?:birthday|bday|b-day)\b|\b({_ORDINAL})\s+birthday\b",
    I,
)
_IS_AGE = re.compile(
    r"(?:\b(?:he|she|they|who|i|mum|mom|mam|dad|nan|son|daughter|sister|brother|mother|father|baby|child|kid|boy|"
    r"girl|husband|wife|"
    r"partner|gran|nana|grandad|niece|nephew|cousin|eldest|oldest|youngest|twins|granddaughter|grandson|"
    r"little\s+one|(?-i:[A-Z])[^\W\d_]+)"
    r"(?:\s+(?:is|was|are|am|be|will\s+be|s|m)|['’](?:s|m|re|ll\s+be))|\b(?:im|hes|shes|theyre|whos|being))\s+"
    r"(?:just\s+|only\s+|now\s+|about\s+|nearly\s+|almost\s+|still\s+|barely\s+|already\s+|like\s+|over\s+){0,2}"
    rf"({_AGE_NUMBER})(?![\w:.]*\d|[\s-]*(?:till|til|to|until|by|of|x|per|for|from|more|less|other|times|am\b|pm\b|"
    rf"%)|\s*[-–]\s*\d)",
    I,
)
_IS_OLD = re.compile(
    rf"(?<!\bthe )(?<!\bour )(?<!\bthis )(?<!\ba )\b([^\W\d_]+)\.?\s+(is|was|will\s+be|turns)\s+({_AGE_NUMBER})"
    rf"(?=\s*(?:$|[,;.!?)\n](?!\d)|\s(?:and|but|so|now|today|this|next|when|in\s+{_DATE_MONTH}|on\s+\w+day|"
    rf"on\s+the)\b))",
    I,
)
_AGE_BRACKET = re.compile(r"\b[^\W\d_]\w*\s*\(\s*(?:aged?\s+)?(\d{1,2})\s*\)|\b[^\W\d_]\w+,\s*(\d{1,2})\s*,(?=\s)")

_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?[ \t]?\d[A-Z]{2}|GIR[ \t]?0AA|BT\d{1,2}[ \t]?\d[A-Z]{2})\b", I)
_UNITS_IN_CODE = word_set("""
    am pm st nd rd th hr kg mg ml cm mm km lb oz ft mb gb tb in to of on is an or as at
""")
_EIRCODE = re.compile(
    r"\b(?:[AC-FHKNPRTV-Y]\d{2}|D6W)[ -]?(?=[0-9AC-FHKNPRTV-Y]*\d)(?=[0-9AC-FHKNPRTV-Y]*[A-Z])[0-9AC-FHKNPRTV-Y]{4}\b",
    I,
)
_CANADA = re.compile(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d\b", I)
_AUSTRALIA = re.compile(r"\b(?:(?i:NSW|VIC|QLD|TAS)|SA|WA|NT|ACT)[ ,]+(\d{4})\b")
_STATES = (
    r"(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|"
    r"OK|OR|PA|RI|SC|SD|TN|TX|"
    r"UT|VT|VA|WA|WV|WI|WY|DC)"
)
_ZIP = re.compile(rf"\b{_STATES}\.?,?\s+(\d{{5}}(?:-\d{{4}})?)\b")
_ZIP_CUE = re.compile(
    r"\b(?:zip|zip\s?code|post\s?code|postal\s+code|eircode)\b(?:\s+(?:is|was|code|now|of|for|her|his|"
    r"their))*\s*[:=]?\s*([A-Z0-9]{2,5}(?:[ -]?[A-Z0-9]{3,4})?)\b",
    I,
)
_ZIP_FOUR = re.compile(r"(?<![\d-])\d{5}-\d{4}(?![\d-])")

_PHONE = re.compile(r"(?<![\w.,:£$€-])(?<![^\d]/)(?:\+\s?|00\s?)?\(?\d[\d\s().–‑-]{5,22}\d(?!\w|[:.,]\d)")
_PHONE_CUE = re.compile(
    r"\b(?:phone|tel|telephone|mobile|mob|cell|ring|rang|call|called|calling|text|texts|texting|number|num|"
    r"landline|whats\s?app|reach(?:ed)?|contact(?:ed)?|on|ext|fax|no)\b"
    r"[^.!?\n\d]{0,24}$",
    I,
)
_LOCAL = re.compile(r"(?<![\w.,/:£$€-])\(?\d{3,5}\)?[\s-]?\d{3,4}(?:[\s-]?\d{2,4})?(?![\w/]|[:.,]\d)")
_DIGIT_WORD = r"(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|\d)"
_SPOKEN_PHONE = re.compile(rf"\b(?:plus\s+)?{_DIGIT_WORD}(?:[\s,-]+{_DIGIT_WORD}){{6,}}\b", I)

_NINO = re.compile(r"\b[A-Z][A-Z][ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-D]\b", I)
_SSN = re.compile(r"(?<![\d-])\d{3}([- ])\d{2}\1\d{4}(?![\d-])")
_SSN_BARE = re.compile(
    r"\b(?:ssn|social(?:\s+security)?(?:\s+(?:number|no|is|shows?))*|show\s+social)\s*[:#]?\s*(?:is\s+)?(\d{9}|"
    r"\d{3}[ -]?\d{2}[ -]?\d{4})\b",
    I,
)
_NHS = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")
_NHS_CUE = re.compile(r"\b(?:nhs|chi|health|patient|hospital|h&c|hcn)\b", I)
_CARD = re.compile(r"(?<![\d-])\d{4}(?:[ -]?\d{4}){3}(?![\d-])|(?<![\d-])\d{4}[ -]\d{6}[ -]\d{5}(?![\d-])")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b")
_SORT_CODE = re.compile(r"(?<![\d-])\d{2}-\d{2}-\d{2}(?:\s+\d{8})?(?![\d-])")
_LICENCE = re.compile(r"\b[A-Z9]{5}[ -]?\d{6}[ -]?[A-Z9]{2}\d[A-Z]{2}\b", I)
_PLATE = re.compile(r"\b[A-Z]{2}[0-9]{2}[ ]?[A-Z]{3}\b")
_PPS = re.compile(r"\b\d{7}[A-W][ABW]?\b", I)
_THREES = re.compile(r"(?<![\d-])\d{3}([ -])\d{3}\1\d{3}(?![\d-])")
_NUMBERED = re.compile(
    r"\b(?:ref(?:erence)?|case|client|patient|hospital|membership|account|acct|policy|licen[cs]e|passport|booking|"
    r"crime|claim|prison|prisoner|service|student|staff|"
    r"employee|badge|mrn|nino|ni|insurance|tenancy|application|appointment|warrant|incident|medicare|medicaid|tfn|"
    r"sin|pps|chi|id|number|no|reg|registration|plate|customer|payroll|visa|brp|ucas|"
    r"urn|upn|uln|nric|aadhaar|pesel|bsn|nie|dni|sort\s?code)"
    r"(?:\s+(?:number|num|no|nr|id|code|card|plate|ref|reference|is|was|of|for|the|it|as|quoted|given|she|he|they|"
    r"said|on|form|letter|her|his|their)|\.|['’]s)*\s*[:#=]?\s*"
    r"(?=[A-Z0-9/-]*\d[A-Z0-9/-]*\d[A-Z0-9/-]*\d)([A-Z0-9][A-Z0-9/-]{3,}[A-Z0-9](?:\s\d{2,})*)",
    I,
)
_FIRMS = re.compile(r"\b(?:b ?& ?q|b ?& ?m|m ?& ?s|h ?& ?m|at ?& ?t|p ?& ?o|c ?& ?a)\b", I)
_SIGN = re.compile(r"[\d@_#]")


def details(text: str, start: int, end: int, digits: bool, numbers: bool) -> Iterator[Found]:
    """Every detail in a stretch; they may overlap. Says nothing of what needs digits, or numbers in words, where "
    "there are none."""
    piece = text[start:end]
    for found in _details(piece, _lowered(piece), digits, numbers):
        if found.end > found.start:
            yield Found(start + found.start, start + found.end, found.kind, found.sure, found.reason, found.opened)


def _lowered(piece: str) -> str:
    """In lower case, letter for letter."""
    low = piece.lower()
    return low if len(low) == len(piece) else piece


def _details(piece: str, low: str, digits: bool, numbers: bool) -> Iterator[Found]:
    if "@" in piece or " at " in low or "(at)" in low or "[at]" in low:
        yield from _emails(piece, low)
    if "." in piece[:-2] or "://" in piece or " dot " in low:
        yield from _urls(piece)
    if any(sign in piece for sign in "_@#/") or (digits and _HANDLE_LIKE.search(piece)):
        yield from _handles(piece)
    if "&" in piece:
        for match in _FIRMS.finditer(piece):
            yield Found(match.start(), match.end(), Kind.ORGANISATION, False, "employer")
    if digits:
        many = len(_DIGIT.findall(piece))
        if many >= 2:
            if _CODE_LIKE.search(piece):
                yield from _codes(piece)
            yield from _numbers(piece, low, many)
        yield from _dates(piece, low)
    if digits or (numbers and any(word in low for word in _AGE_SIGNS)):
        yield from _ages(piece, low)
    if numbers and any(sign in low for sign in _SPOKEN_SIGNS):
        for match in _SPOKEN_PHONE.finditer(piece):
            if not match[0].replace(" ", "").isdigit():
                yield Found(match.start(), match.end(), Kind.PHONE, False, "phone")


_DIGIT = re.compile(r"\d")
_HANDLE_LIKE = re.compile(r"[^\W\d_]\d|\d[^\W\d_]|\w\.\w")
_CODE_LIKE = re.compile(r"[^\W\d_]\d|\d[^\W\d_]|\d{4}|code|eir", I)
_AGE_SIGNS = (
    "turn",
    "age",
    " old",
    "birthday",
    "ties",
    "teens",
    " is ",
    " was ",
    "'s ",
    "’s ",
    "hes ",
    "shes ",
    "im ",
    "'m ",
    "’m ",
    " be ",
    "reach",
    " hit",
    "years",
    "bday",
    "whos ",
    " am ",
    "'re ",
    "theyre ",
    " are ",
    "ten ",
)
_SPOKEN_SIGNS = ("oh ", "zero", "double", "nought", "seven", "o seven")


def _emails(piece: str, low: str) -> Iterator[Found]:
    for match in _EMAIL.finditer(piece):
        yield Found(match.start(), match.end(), Kind.EMAIL, True, "email")
    if (
        " dot " in low
        or "(dot)" in low
        or "[dot]" in low
        or "(at)" in low
        or "[at]" in low
        or " at " in low
        or " @" in low
        or "@ " in low
    ):
        for match in _EMAIL_SPOKEN.finditer(piece):
            spoken = match[0].casefold()
            # “meet at hall.org” is a place on the web; a spoken address has its own words.
            if (
                "@" in spoken
                or " dot " in spoken
                or "(" in spoken
                or "[" in spoken
                or re.search(rf"\bat\s+{_MAILERS}", spoken)
            ):
                yield Found(match.start(), match.end(), Kind.EMAIL, True, "email")
    for match in _EMAIL_BARE.finditer(piece):
        yield Found(match.start(), match.end(), Kind.EMAIL, False, "email")


def _urls(piece: str) -> Iterator[Found]:
    for match in _URL.finditer(piece):
        found = match[0].rstrip(_TRAIL)
        plain = "/" not in found and "www" not in found.casefold() and " dot " not in found.casefold()
        tail = found.rpartition(".")[2].casefold()
        # A full stop without its space is no address: “tired.no”, “home.in”.
        if plain and tail in _SENTENCE_TAILS:
            continue
        yield Found(match.start(), match.start() + len(found), Kind.URL, True, "url")


_SENTENCE_TAILS = word_set("""
    in it no me at be us is so to as an or on by my we he do go up if am name group family support community
    live page health club store shop chat link social online site blog charity app
""")


def _handles(piece: str) -> Iterator[Found]:
    for match in _HANDLE.finditer(piece):
        word = match[0]
        if word[0] == "@" and (
            word[1:].replace(".", "").isdigit() or re.fullmatch(r"@\d{1,2}(?:[.:]\d\d)?(?:am|pm)?", word, I)
        ):
            continue
        if word.strip("_").isdigit() or not word.strip("_"):
            continue
        yield Found(match.start(), match.end(), Kind.HANDLE, True, "handle")
    for match in _HANDLE_CUE.finditer(piece):
        if re.search(r"\d", match[1]) and not re.search(r"[^\W\d_]", match[1]):
            continue
        if re.fullmatch(r"\d+(?:am|pm|th|st|nd|rd|mins?|hrs?|k|p|[./-]\d+.*)", match[1], I):
            continue
        yield Found(match.start(1), match.end(1), Kind.HANDLE, True, "handle")
    for match in _AS_SITE.finditer(piece):
        if re.search(r"[\d_]", match[1]) and re.search(r"[^\W\d_]", match[1]):
            yield Found(match.start(1), match.end(1), Kind.HANDLE, True, "handle")


def _codes(piece: str) -> Iterator[Found]:
    for match in _POSTCODE.finditer(piece):
        if match[0][-2:] in _UNITS_IN_CODE and (" " in match[0] or len(match[0]) < 6):
            continue
        yield Found(match.start(), match.end(), Kind.POSTCODE, True, "postcode")
    for regex, sure in ((_EIRCODE, True), (_CANADA, True), (_ZIP_FOUR, True)):
        for match in regex.finditer(piece):
            yield Found(match.start(), match.end(), Kind.POSTCODE, sure, "postcode")
    for regex in (_AUSTRALIA, _ZIP, _ZIP_CUE):
        for match in regex.finditer(piece):
            if any(c.isdigit() for c in match[1]):
                yield Found(match.start(1), match.end(1), Kind.POSTCODE, True, "postcode")


def _numbers(piece: str, low: str, many: int) -> Iterator[Found]:
    """Numbers that belong to one person or one telephone; `many` is how many digits there are."""
    if any(cue in low for cue in _NUMBER_CUES):
        for match in _NUMBERED.finditer(piece):
            if not _NO_NUMBER.fullmatch(match[1]):
                yield Found(match.start(1), match.end(1), Kind.IDENTIFIER, False, "numbered")
    if _PLATE_LIKE.search(piece):
        yield from _whole(piece, _PLATE, "plate", False)
    if many < _FEWEST:
        return
    yield from _whole(piece, _NINO, "nino", True)
    yield from _whole(piece, _SORT_CODE, "card", "sort" in low or "account" in low)
    for match in _PHONE.finditer(piece):
        yield from _phone(piece, match)
    for match in _LOCAL.finditer(piece):
        yield from _local(piece, match)
    if many < _MANY:
        return
    yield from _whole(piece, _SSN, "ssn", True)
    for match in _SSN_BARE.finditer(piece) if "s" in low else ():
        yield Found(match.start(1), match.end(1), Kind.IDENTIFIER, True, "ssn")
    for match in _NHS.finditer(piece):
        digits = [int(c) for c in match[0] if c.isdecimal()]
        cued = _NHS_CUE.search(piece, max(0, match.start() - 60), match.start())
        if cued or (len(digits) == 10 and digits[0] != 0 and _nhs_adds_up(digits)):
            yield Found(match.start(), match.end(), Kind.IDENTIFIER, True, "nhs")
    yield from _whole(piece, _PPS, "number", False)
    yield from _whole(piece, _THREES, "number", False)
    yield from _whole(piece, _LICENCE, "number", True)
    if many > _MOST_PHONE:
        yield from _whole(piece, _CARD, "card", True)
        yield from _whole(piece, _IBAN, "card", True)


_FEWEST, _MANY, _MOST_PHONE = 6, 7, 12
"""Digits that a sentence must have before a telephone number, an identity number or a bank card is looked for."""
_NO_NUMBER = re.compile(rf"{_NUMERIC}|\d{{1,2}}-\d{{1,2}}|(?:19|20)\d\d(?:[-/]\d\d)?|\d{{1,3}}")
_NUMBER_CUES = (
    "ref",
    "case",
    "client",
    "patient",
    "hosp",
    "member",
    "acc",
    "polic",
    "licen",
    "passp",
    "book",
    "crime",
    "claim",
    "pris",
    "serv",
    "stu",
    "staff",
    "emp",
    "badge",
    "mrn",
    "ni",
    "insur",
    "ten",
    "app",
    "warr",
    "inc",
    "medic",
    "tfn",
    "sin",
    "pps",
    "chi",
    "id",
    "num",
    "no",
    "reg",
    "plate",
    "cust",
    "pay",
    "visa",
    "brp",
    "ucas",
    "ur",
    "upn",
    "uln",
    "nric",
    "pesel",
    "sort",
)
_PLATE_LIKE = re.compile(r"[A-Z]{2}\d\d ?[A-Z]{3}")
_TWO_YEARS = re.compile(r"(?:19|20)\d\d(?:19|20)\d\d")


def _whole(piece: str, regex: re.Pattern[str], reason: str, sure: bool) -> Iterator[Found]:
    for match in regex.finditer(piece):
        if reason != "card" or sure or len(match[0]) > 8:
            yield Found(match.start(), match.end(), Kind.IDENTIFIER, sure or reason == "card", reason)


def _local(piece: str, match: re.Match[str]) -> Iterator[Found]:
    """A number without its area code counts only after “ring”, “text”, “mobile”."""
    digits = "".join(c for c in match[0] if c.isdigit())
    cued = _PHONE_CUE.search(piece, max(0, match.start() - 48), match.start())
    if cued and 6 <= len(digits) <= 11 and not _TWO_YEARS.fullmatch(digits):
        yield Found(match.start(), match.end(), Kind.PHONE, False, "phone")


_US = re.compile(r"\(?\d{3}\)?[\s.-]*\d{3}[\s.-]+\d{4}|1[\s.-]*\(?\d{3}\)?[\s.-]*\d{3}[\s.-]*\d{4}")


def _phone(piece: str, match: re.Match[str]) -> Iterator[Found]:
    written = match[0].rstrip(" .-–(")
    # What stands after a wide gap is another number.
    digits = re.sub(r"\D", "", written)
    start = match.start()
    cue = _PHONE_CUE.search(piece, max(0, start - 48), start) is not None
    if not 9 <= len(digits) <= 15:
        return
    if re.fullmatch(_NUMERIC + r"(?:\s.*)?", written):
        return
    opened = written.startswith(("+", "00", "0", "(0", "(+"))
    if opened or _US.fullmatch(written) or len(digits) == 10 or (cue and len(digits) >= 9):
        sure = opened or bool(_US.fullmatch(written)) or cue
        end = (
            start
            + len(written)
            + (match[0][len(written) : len(written) + 1] == ")" and written.count("(") > written.count(")"))
        )
        yield Found(start, end, Kind.PHONE, sure, "phone", opened)


def _nhs_adds_up(digits: list[int]) -> bool:
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return digits[9] == (0 if check == 11 else check) and len(set(digits)) > 1


_FULL_YEAR = re.compile(r"(?<!\d)(?:19\d\d|20[01]\d)(?!\d)")


def _dates(piece: str, low: str) -> Iterator[Found]:
    if "b" in low and (
        "born" in low
        or "birth" in low
        or "dob" in low
        or "d.o.b" in low
        or "day" in low
        or "yob" in low
        or "o. b" in low
    ):
        for regex in (_BORN, _BORN_NAMED, _BIRTHDAY_AFTER):
            for match in regex.finditer(piece):
                yield Found(match.start(1), match.end(1), Kind.DATE_OF_BIRTH, True, "born")
    if "b." in low or "(b" in low:
        for match in _BORN_SHORT.finditer(piece):
            found = match.lastindex or 1
            yield Found(match.start(found), match.end(found), Kind.DATE_OF_BIRTH, True, "born")
    for match in _OLD_DATE.finditer(piece) if _FULL_YEAR.search(piece) else ():
        year = _YEAR.search(match[1])
        if year and len(year[0]) == 4 and int(year[0]) < _OLD:
            yield Found(match.start(1), match.end(1), Kind.DATE_OF_BIRTH, False, "old_date")


_OLD = 2013
"""A full date before this year is likelier a birth than an evening of the group."""
_MOST_AGE = 112


def _ages(piece: str, low: str) -> Iterator[Found]:
    for match in _AGE.finditer(piece):
        number = match.lastindex or 0
        if number in (1,) and _counted(piece, match.end(number)):
            continue
        if number and _age(match[number]):
            yield Found(match.start(number), match.end(number), Kind.AGE, True, "age")
    for match in _IS_AGE.finditer(piece):
        if _age(match[1]) and not _counted(piece, match.end(1)) and not _clock(match):
            yield Found(match.start(1), match.end(1), Kind.AGE, match[1][0].isdigit(), "age")
    for match in _IS_OLD.finditer(piece):
        subject = normal(match[1])
        told = _age(match[3]) if "be" in match[2] or match[2] == "turns" else _least_age(match[3])
        if told and subject not in _THINGS and not ROLES.get(subject, 0) & NO_SUBJECT:
            yield Found(match.start(3), match.end(3), Kind.AGE, False, "age")
    for match in _AGE_BRACKET.finditer(piece):
        number = match.lastindex or 0
        if match[number] and piece[match.start() : match.start() + 1].isupper() and _age(match[number]):
            yield Found(match.start(number), match.end(number), Kind.AGE, False, "age")


_THINGS = word_set("""
    it that this there which what time room step size page chapter number score total cost price answer limit
    maximum minimum fee temperature average count attendance headcount turnout numbers number capacity max min
    most least start finish group session meeting lunch tea bus rate level
    deadline week day rent target one two both all
""")


def _clock(match: re.Match[str]) -> bool:
    """Whether what “is 7” is a thing or a time rather than somebody."""
    return normal(match[0].split()[0].split("'")[0].split("’")[0]) in _THINGS


def _least_age(written: str) -> bool:
    """Whether a number is an age that one would tell of a thing of no more than a name: over thirteen."""
    return _age(written) and (not written[:1].isdigit() or int(written) > 13) and UNITS.get(written.casefold(), 20) > 12


def _counted(piece: str, at: int) -> bool:
    after = re.match(r"[\s-]+([^\W\d_]+['’]?)", piece[at:])
    return (
        after is not None
        and bool(ROLES.get(normal(after[1]), 0) & QUANTITY)
        and not re.match(r"[\s-]*(?:in|on|out|now|up|down|today)\b", piece[at:], I)
        and not re.match(r"[\s-]*(?:years?|yrs?)[\s-]*(?:old|young|of\s+age)", piece[at:], I)
    )


def _age(written: str) -> bool:
    digits = re.match(r"\d+", written)
    if digits:
        return 0 < int(digits[0]) <= _MOST_AGE
    first = re.split(r"[\s-]+", written.casefold())[0]
    return (
        first in TENS
        or first in UNITS
        or first == "a"
        or bool(re.fullmatch(_DECADES, written, I))
        or bool(re.fullmatch(_ORDINAL, written, I))
    )

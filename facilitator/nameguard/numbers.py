"""Postcodes, telephone numbers and the numbers that belong to one person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard.ages import NUMERIC
from facilitator.nameguard.language import word_set
from facilitator.nameguard.model import Kind
from facilitator.nameguard.shapes import Found, I

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
    r"their|as))*\s*[:=,]?\s*"
    r"((?=[A-Z]{0,2}\d)[A-Z0-9]{2,5}(?:[ -]?(?=[A-Z]{0,3}\d)[A-Z0-9]{3,4})?)\b",
    I,
)


_ZIP_FOUR = re.compile(r"(?<![\d-])\d{5}-\d{4}(?![\d-])")


_PHONE = re.compile(r"(?<![\w.,:£$€-])(?<![^\d]/)(?:\+\s?|00\s?)?\(?\d[\d\s().–‑-]{5,46}\d(?!\w|[:.,]\d)")


_WITH_AN_O = re.compile(r"\bo7\d{3}[ -]?\d{3}[ -]?\d{3}\b", I)
"""A mobile whose nought was typed as a letter."""


_PHONE_CUE = re.compile(
    r"\b(?:phone|tel|telephone|mobile|mob|cell|ring|rang|call|called|calling|text|texts|texting|number|num|"
    r"landline|whats\s?app|reach(?:ed)?|contact(?:ed)?|on|ext|fax|no)\b"
    r"[^.!?\n\d]{0,24}$",
    I,
)


_LOCAL = re.compile(r"(?<![\w.,/:£$€-])\(?\d{3,5}\)?[\s-]?\d{3,4}(?:[\s-]?\d{2,4})?(?![\w/]|[:.,]\d)")


_DIGIT_WORD = r"(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|hundred|thousand|\d)"


SPOKEN_PHONE = re.compile(rf"\b(?:plus\s+)?{_DIGIT_WORD}(?:[\s,-]+{_DIGIT_WORD}){{6,}}\b", I)


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


_REFERENCE = re.compile(
    r"(?<![\w£$€.@/-])(?=[A-Z0-9/-]*[A-Z])(?=(?:[A-Z/-]*\d){4})[A-Z0-9]{1,12}(?:[/-][A-Z0-9]{1,12}){1,4}(?![\w@/-])"
    r"|(?<![\w£$€.@/-])(?=[a-z0-9/-]*[a-z])(?=(?:[a-z/-]*\d){5})[a-z0-9]{1,12}(?:[/-][a-z0-9]{1,12}){1,4}(?![\w@/-])"
    r"|(?<![\w£$€.@/-])(?:[A-Z]{2,4}\d{5,10}|\d{5,9}[A-Z]{1,3}|[A-Z]\d{6,10}[A-Z]?)(?![\w@/-])"
)
"""Letters in capitals and figures in groups, as offices number cases: “PL-883201-IE”, “69-IPO-55120”."""


_REFERENCE_CUE = re.compile(
    r"\b(?:ref|refs|reference|file|case|claim|policy|account|acct|acc|a/c|membership|application|order|ticket|licen[cs]e|"
    r"invoice|tenancy|badge|crime|incident|permit|passport|registration|docket|roll|index|batch|card|tag)\b"
    r"(?:\s+(?:number|num|no|nr|is|was|code|id|ref|of|for|as)\b|[.,:#=]|['’]s)*\s*"
    r"((?-i:[A-Z0-9]{1,14}(?:[ /.-][A-Z]{0,4}\d[A-Z0-9]{0,12}){0,5}))",
    I,
)


_LONGEST_MODEL = 11
_MODEL = re.compile(
    r"(?:COVID|PHQ|GAD|CORE|AUDIT|SF|ISO|BS|EN|HIV|MP|PS|WW|USB|WD|GCSE|BTEC)-?\d|.*(?:19|20)\d\d[/-]\d\d\Z"
)
"""What is numbered so and is no person's: scales, norms, years."""


_SECRET = re.compile(
    r"\b(?:key\s?safe|door\s+code|entry\s+code|gate\s+code|alarm\s+code|pass\s?code|pin(?:\s+number)?|card\s+(?:ends?|ending)(?:\s+in)?|"
    r"(?:ssn|social|account|acc|mobile|number|phone)\s+(?:ends?|ending)(?:\s+in)?)"
    r"(?:\s+(?:is|was|code|number|no|to|it|now|for|the|door|changed))*\s*[:=,]?\s*(\d{3,8})\b",
    I,
)
"""What opens somebody's door or purse."""


_LOG = re.compile(r"\b[A-Z]{2,5} ?\d{3,8}/\d{2,4}\b")
"""The number of a police log or a file: “CAD 4471/14”."""
_LEAF = re.compile(
    r"\b(?:book|volume|vol|liber|folio|register|ledger)\.?\s+\d{1,5}[A-Z]?,?\s+(?:page|pg|p|folio|entry|leaf|no)\.?\s+\d{1,5}\b",
    I,
)
"""Where somebody stands in a register: “Book 88 page 41”."""
_PLATE_CUED = re.compile(
    r"\b(?:number\s+plate|plates?|licen[cs]e\s+plate|reg|rego|registration|tag)\s+(?:is\s+|was\s+|no\.?\s+|number\s+)?"
    r"((?=[A-Z0-9 -]*\d)(?=[A-Z0-9 -]*[A-Z])[A-Z0-9]{1,4}[ -][A-Z0-9]{2,4}|[a-z]{2}\d\d ?[a-z]{3})\b"
)
_OUTWARD = re.compile(
    r"\b(?:in|from|to|near|round|around|area|postcode|[Pp]ostcode['’]s|post\s?code)(?:\s+is|,)?\s+"
    r"((?:AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|EH|EN|EX|FK|FY|"
    r"GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|"
    r"PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|"
    r"ZE)\d{1,2}[A-Z]?)(?![\w-])(?!\s?\d[A-Z]{2})"
)
"""The first half of a postcode alone, by its area: “moved from SE5”."""
_OUTWARD_CUED = re.compile(
    r"\b(?:post\s?code|area|from|to)(?:['’]s)?(?:\s+(?:is|was|from|to))?,?\s+([BEGLMNSW]\d{1,2}[A-Z]?)"
    r"(?=\s+(?:to|and|from)\s+[A-Z]{1,2}\d|\b(?<=[Cc]ode\s...)|\b(?<=[Cc]ode\s..)|\b(?<=area,\s...)|\b(?<=area,\s..))"
)


_ALONE = re.compile(
    r"(?:\b(?:is|was|be|now)|['’]s)\s+(?=\d*[1-9]\d?(?!\d))(\d{5})(?=\s*(?:[,;!?]|\.(?!\d)|$)|\s(?:not|and|but|now)\b)"
)
"""Five figures that something is, and no round number: a postcode of the United States, a badge or a case."""


def codes(piece: str) -> Iterator[Found]:
    """Postcodes of the United Kingdom, Ireland, the United States, Canada and Australia."""
    for match in _POSTCODE.finditer(piece):
        if match[0][-2:] in _UNITS_IN_CODE and len(match[0].split()[0]) < 3:
            continue
        yield Found(match.start(), match.end(), Kind.POSTCODE, True, "postcode")
    for regex, sure in ((_EIRCODE, True), (_CANADA, True), (_ZIP_FOUR, True)):
        for match in regex.finditer(piece):
            yield Found(match.start(), match.end(), Kind.POSTCODE, sure, "postcode")
    for regex in (_OUTWARD, _OUTWARD_CUED, _ALONE):
        for match in regex.finditer(piece):
            yield Found(match.start(1), match.end(1), Kind.POSTCODE, False, "postcode")
    for regex in (_AUSTRALIA, _ZIP, _ZIP_CUE):
        for match in regex.finditer(piece):
            if any(c.isdigit() for c in match[1]):
                yield Found(match.start(1), match.end(1), Kind.POSTCODE, True, "postcode")


_NHI = re.compile(r"\bNHI\b[^.!?\n]{0,40}?\b([A-Z]{3}\d{4}|[A-Z]{3}\d{2}[A-Z]{2}|[A-Z]{3}\d{2}[A-Z]\d)\b", I)
"""The health number of New Zealand, some words behind what it is."""


def identities(piece: str, low: str, many: int) -> Iterator[Found]:
    """Numbers that belong to one person or one telephone; `many` is how many digits there are."""
    if any(cue in low for cue in _NUMBER_CUES):
        for match in _NUMBERED.finditer(piece):
            if not _NO_NUMBER.fullmatch(match[1]):
                yield Found(match.start(1), match.end(1), Kind.IDENTIFIER, False, "numbered")
        for match in _REFERENCE_CUE.finditer(piece):
            written = match[1].rstrip(" .-/")
            if not _NO_NUMBER.fullmatch(written) and sum(map(str.isdigit, written)) >= _FEW:
                yield Found(match.start(1), match.start(1) + len(written), Kind.IDENTIFIER, False, "numbered")
    for match in _NHI.finditer(piece) if "nhi" in low else ():
        yield Found(match.start(1), match.end(1), Kind.IDENTIFIER, False, "number")
    if any(cue in low for cue in ("code", "safe", "pin", "ending", " ends")):
        for match in _SECRET.finditer(piece):
            yield Found(match.start(1), match.end(1), Kind.IDENTIFIER, False, "numbered")
    if many >= _FEW:
        for match in _REFERENCE.finditer(piece):
            if len(match[0]) > _LONGEST_MODEL or not _MODEL.match(match[0]):
                yield Found(match.start(), match.end(), Kind.IDENTIFIER, False, "numbered")
    for match in _LOG.finditer(piece):
        yield Found(match.start(), match.end(), Kind.IDENTIFIER, False, "numbered")
    if "book" in low or "vol" in low or "liber" in low or "folio" in low or "reg" in low or "ledger" in low:
        for match in _LEAF.finditer(piece):
            yield Found(match.start(), match.end(), Kind.IDENTIFIER, False, "numbered")
    if "plate" in low or "reg" in low or "tag" in low:
        for match in _PLATE_CUED.finditer(piece):
            yield Found(match.start(1), match.end(1), Kind.IDENTIFIER, False, "plate")
    if _PLATE_LIKE.search(piece):
        yield from _whole(piece, _PLATE, "plate", False)
    if many < _FEWEST:
        return
    yield from _whole(piece, _NINO, "nino", True)
    yield from _whole(piece, _SORT_CODE, "card", "sort" in low or "account" in low)
    for match in _PHONE.finditer(piece):
        yield from _phone(piece, match)
    for match in _WITH_AN_O.finditer(piece) if "o7" in low else ():
        yield Found(match.start(), match.end(), Kind.PHONE, True, "phone")
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
        for found in _whole(piece, _CARD, "card", True):
            if not all(map(_YEAR.fullmatch, piece[found.start : found.end].split())):
                yield found
        yield from _whole(piece, _IBAN, "card", True)


_FEW = 4
"""Digits in the shortest reference."""
_FEWEST, _MANY, _MOST_PHONE = 6, 7, 12
"""Digits that a sentence must have before a telephone number, an identity number or a bank card is looked for."""


_NO_NUMBER = re.compile(rf"{NUMERIC}|\d{{1,2}}-\d{{1,2}}|(?:19|20)\d\d(?:[-/]\d\d)?|\d{{1,3}}")


_NUMBER_CUES = (
    "ref",
    "file",
    "order",
    "ticket",
    "permit",
    "docket",
    "roll",
    "card",
    "tag",
    "case",
    "client",
    "patient",
    "hosp",
    "member",
    "acc",
    "a/c",
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
    """A telephone number by its first digits, its groups, or the words before it; two in a row are one flag."""
    start, written = match.start(), match[0].rstrip(" .-–(")
    if written.startswith("(") and written.count("(") > written.count(")"):
        start, written = start + 1, written[1:]
    digits = re.sub(r"\D", "", written)
    if _FREE.match(digits):
        return
    if len(digits) < _FEWEST_PHONE or re.fullmatch(NUMERIC + r"(?:\s.*)?", written):
        return
    groups = re.findall(r"\d+", written)
    # One figure after another, as on paper with boxes; a scale goes up.
    boxed = len(groups) == len(digits) > _FEWEST_PHONE and digits[0] == "0" and list(digits) != sorted(digits)
    if (max(map(len, groups)) < _GROUP and not boxed) or all(map(_YEAR.fullmatch, groups)):
        return  # a row of small numbers or of years
    cue = _PHONE_CUE.search(piece, max(0, start - 48), start) is not None
    opened = written.startswith(("+", "00", "0", "(0", "(+"))
    grouped = _US.fullmatch(written) is not None
    if opened or grouped or cue or len(digits) >= _FEWEST_PHONE + 1:
        yield Found(start, start + len(written), Kind.PHONE, opened or grouped or cue, "phone", opened)


_FREE = re.compile(r"(?:0800|0808|1800|1300|116)\d{3,7}\Z|1?8(?:00|88|77|66)\d{7}\Z")
"""A helpline's or an office's number: nobody's own."""
_GROUP = 3
"""Digits in the longest group of any telephone number, at least."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_PHONE = 9
"""Digits in the shortest telephone number with its area code."""


def _nhs_adds_up(digits: list[int]) -> bool:
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return digits[9] == (0 if check == 11 else check) and len(set(digits)) > 1

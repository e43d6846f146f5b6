"""E-mails, written and spoken, web addresses, and the names people use on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator

from facilitator.nameguard.language import word_set
from facilitator.nameguard.model import Kind
from facilitator.nameguard.shapes import Found, I

_TLD = (
    r"(?:com|org|net|edu|gov|info|biz|name|me|co|io|app|dev|uk|ie|us|ca|au|nz|eu|de|fr|es|it|pl|nl|be|ch|at|se|no|"
    r"dk|fi|pt|ro|gr|tr|in|pk|ng|gh"
    r"|za|ke|jp|cn|br|mx|ar|cl|ru|ua|cz|sk|hu|bg|lt|lv|ee|tv|cc|ly|gl|ee|ai|sh|link|page|site|online|blog|social|"
    r"chat|live|club|shop|store"
    r"|health|charity|community|group|family|support|example|test|invalid|email|care|church|team|world|life|today|nhs|scot|wales|cymru|london)"
)


_DOT = r"\s*(?:\.|\(dot\)|\[dot\])\s*|\s+dot\s+"


_EMAIL = re.compile(r"[\w.+'’-]*[\w+]@[\w-]+(?:\.[\w-]+)+", I)


_EMAIL_SPOKEN = re.compile(
    rf"(?<![\w+-])(?!(?:at|on|is|as|to|and|from|by)\b)[\w+-]+(?:(?:\.|\s+dot\s+|\s+underscore\s+|\s+dash\s+|\s?\(dot\)\s?|\s?\[dot\]\s?)[\w+-]+)*\s*(?:@|\(at\)|\[at\]|"
    rf"\{{at\}}|\bat\b)\s*"
    rf"[\w-]+(?: [\w-]+(?= dot ))?(?:(?:{_DOT})[\w-]+)*?"
    rf"(?:{_DOT})(?:co\s*(?:\.|dot)\s*uk|ac\s*(?:\.|dot)\s*uk|org\s*(?:\.|dot)\s*uk|"
    rf"com\s*(?:\.|dot)\s*au|{_TLD})\b(?:(?:{_DOT}){_TLD}\b)*",
    I,
)


_MAILERS = (
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|aol|btinternet|live|msn|proton|protonmail|ymail|sky|"
    r"virginmedia|talktalk)"
)


_EMAIL_BARE = re.compile(
    rf"\b(?!(?:at|on|is|as|to|and|from|by)\b)[\w.+-]+\s*(?:@|\(at\)|\[at\]|\bat\b)\s*{_MAILERS}\b", I
)


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


_HANDLE_APART = re.compile(r"(?<![\w@])@ (?=[\w.]*[._\d])(?!\d{1,2}(?:[.:]\d\d)?\b)([^\W_][\w.]*\w)(?!@|\.\w)", I)
"""The same with a space after the sign, where a dot, a line or a figure shows that it is no place: “@ jo.k99”."""


_HANDLE_CUE = re.compile(
    rf"\b(?:{_SITES}|user\s?name|handle|screen\s?name|user|nick|alias|account|profile)(?:\s+(?:name|handle|"
    rf"username|account|user|profile|id|tag|page|is|as|called|was|=))*\s*[:=]?\s*"
    r"[\"“']?(?=[\w.-]*[\d_.])([^\W_][\w.-]*\w)",
    I,
)


_TAGGED = re.compile(
    rf"(?:['’]s|\b(?:his|her|their|my|the|on|new))\s+(?:tag|gamer\s?tag|socials?|online\s+name|{_SITES})"
    r"(?:\s+(?:is|was|now|as)|\s*[:=])*\s+([^\W\d_][\w-]*(?:[._][^\W_][\w-]*)+)",
    I,
)
"""A name of two parts behind whose tag it is: “her tag is moth.wing”."""


_DOTTED = re.compile(
    r"\b(?:on|as|is|under|add|follow|dm|pm|find|at|called|name|me|him|her|(?:it|he|she)['’]?s)[,:]?\s+"
    r"((?!www\.)[^\W\d_][^\W_]*(?:\.[^\W\d_][^\W_]+){2,})(?![\w@])",
    I,
)
"""A name of three parts and more: “shes on moth.wing.craft”."""
_FIGURED = re.compile(
    r"\b(?:on|as|is|was|under|add|follow|dm|pm|find|called|name|user|me|him|her|(?:it|he|she)['’]?s)[,:]?\s+"
    r"(?-i:([a-z]{4,}\d{2,4}))(?![\w@-]|\.\w)",
    I,
)
"""A word with figures at its end: “Kai as slowkai81”."""
_COUNTED = re.compile(
    r"(?:covid|step|room|week|year|level|page|bus|type|under|over|bay|ward|door|flat|unit|part|item|chapter|group|table|"
    r"line|route|gate|stage|phase|form|grade|size|score|hymn|psalm|model|radio|channel|vitamin|junction|class)\d",
    I,
)


_AS_SITE = re.compile(rf"(?<=\w)\s+(?:as|for|is|on)\s+(?:his|her|their|my|the|your)?\s*{_SITES}\b", I)
_LAST = re.compile(r"[^\W_][\w.]*\w\Z")
_LONGEST = 60
"""Letters that a name on the web may have."""
_AT_A_MAILER = re.compile(rf"\bat\s+{_MAILERS}", I)


FIRMS = re.compile(r"\b(?:b ?& ?q|b ?& ?m|m ?& ?s|h ?& ?m|at ?& ?t|p ?& ?o|c ?& ?a)\b", I)


def emails(piece: str, low: str) -> Iterator[Found]:
    """E-mail addresses, with their signs or in words."""
    for match in _EMAIL.finditer(piece):
        yield Found(match.start(), match.end(), Kind.EMAIL, True, "email")
    if (
        " dot " in low
        or "(dot)" in low
        or "[dot]" in low
        or "(at)" in low
        or "[at]" in low
        or " @" in low
        or "@ " in low
        or (" at " in low and ("(" in low or "[" in low or _AT_A_MAILER.search(low)))
    ):
        for match in _EMAIL_SPOKEN.finditer(piece):
            spoken = match[0].casefold()
            # “meet at hall.org” is a place on the web; a spoken address has its own words.
            if (
                "@" in spoken
                or " dot " in spoken
                or "(" in spoken
                or "[" in spoken
                or _AT_A_MAILER.search(spoken)
            ):
                yield Found(match.start(), match.end(), Kind.EMAIL, True, "email")
    for match in _EMAIL_BARE.finditer(piece) if "@" in piece or "(" in low or "[" in low or " at " in low else ():
        yield Found(match.start(), match.end(), Kind.EMAIL, False, "email")


def urls(piece: str) -> Iterator[Found]:
    """Web addresses."""
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


def handles(piece: str) -> Iterator[Found]:
    """Names people use on the web."""
    for match in _HANDLE.finditer(piece) if any(sign in piece for sign in "_@#/") else ():
        word = match[0]
        if word[0] == "@" and (
            word[1:].replace(".", "").isdigit() or re.fullmatch(r"@\d{1,2}(?:[.:]\d\d)?(?:am|pm)?", word, I)
        ):
            continue
        if word.strip("_").isdigit() or not word.strip("_"):
            continue
        yield Found(match.start(), match.end(), Kind.HANDLE, True, "handle")
    for match in _HANDLE_APART.finditer(piece) if "@ " in piece else ():
        yield Found(match.start(1), match.end(1), Kind.HANDLE, True, "handle")
    for match in _HANDLE_CUE.finditer(piece):
        if re.search(r"\d", match[1]) and not re.search(r"[^\W\d_]", match[1]):
            continue
        if re.fullmatch(r"\d+(?:am|pm|th|st|nd|rd|mins?|hrs?|k|p|[./-]\d+.*)", match[1], I):
            continue
        yield Found(match.start(1), match.end(1), Kind.HANDLE, True, "handle")
    for match in _TAGGED.finditer(piece):
        if match[1].rpartition(".")[2].casefold() not in _SENTENCE_TAILS:
            yield Found(match.start(1), match.end(1), Kind.HANDLE, False, "handle")
    for match in _DOTTED.finditer(piece) if "." in piece.rstrip(_TRAIL) else ():
        yield Found(match.start(1), match.end(1), Kind.HANDLE, False, "handle")
    for match in _FIGURED.finditer(piece):
        if not _COUNTED.match(match[1]):
            yield Found(match.start(1), match.end(1), Kind.HANDLE, False, "handle")
    for match in _AS_SITE.finditer(piece):
        name = _LAST.search(piece, max(0, match.start() - _LONGEST), match.start())
        if name and re.search(r"[\d_]", name[0]) and re.search(r"[^\W\d_]", name[0]):
            yield Found(name.start(), name.end(), Kind.HANDLE, True, "handle")

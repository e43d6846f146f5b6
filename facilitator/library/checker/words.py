"""Rules for any line of words: short sentences, clean points, nothing that hurts, nothing we cannot promise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from facilitator.library.checker.finding import Finding
from facilitator.library.readability import grade, sentences, words
from facilitator.library.spelling import american
from facilitator.model.content import PLACEHOLDERS

LONGEST_SENTENCE = 20
MEAN_SENTENCE = 15
HARDEST = 6.0
"""The school grade we aim below: age 11. It means little for less than `ENOUGH` words, which may reach `CEILING`."""
CEILING = 9.0
ENOUGH = 60

_OPEN = re.compile(r"\{(\w+)\}")


class Banned(Enum):
    """Why a phrase is not ours, in an editor's few words."""

    SUICIDE = "say “died by suicide”"
    PERSON_FIRST = "name the person first"
    HURTS = "words that hurt"
    PHRASE = "a phrase that helps nobody"
    SECRECY = "no promise of secrecy"
    OUTCOME = "no promise of outcome"
    OTHERS = "somebody else’s name or text"
    CLINIC = "a clinic’s word"


_BANNED = (
    (r"commit(s|ted|ting)? suicide|successful suicide|failed suicide", Banned.SUICIDE),
    (r"\baddicts?\b|\balcoholics?\b|\bjunkies?\b|\bsubstance abusers?\b|\bdrug abusers?\b", Banned.PERSON_FIRST),
    (r"\bschizophrenics?\b|\bthe mentally ill\b|\bthe disabled\b|\bthe elderly\b|\bsufferers?\b|\bvictims?\b",
     Banned.PERSON_FIRST),
    (r"\bcrazy\b|\binsane\b|\bnormal people\b|\bclean time\b", Banned.HURTS),
    (r"\btime heals\b|for a reason\b|\bstay strong\b|\bbe positive\b|\bbetter place\b|\bhealing journey\b",
     Banned.PHRASE),
    (r"\bstages? of (grief|grieving|loss|mourning)\b|\bgrief stages?\b|\bfind(ing)? closure\b|"
     r"\bget(ting)? over (it|your (loss|grief))\b", Banned.PHRASE),
    (r"your secrets? (is|are) safe|keep (it|this|that|your) (a )?secret\b|completely private|strictly confidential|"
     r"totally confidential|stays secret|nobody will ever know|just between us|won’t tell (anyone|anybody)|"
     r"\b100 ?%|\bsafe space\b", Banned.SECRECY),
    (r"\bguarantees?d?\b|will (cure|heal|fix)|you will feel better|always works|makes it go away|"
     r"\bproven to\b", Banned.OUTCOME),
    (r"\bDEADS\b|\bSHUSH\b|\bHALT\b|Serenity Prayer|higher power|Desiderata|Twelve Steps|\b12[- ]steps?\b",
     Banned.OTHERS),
    (r"\bdiagnos\w+|\bpatients?\b|\btreatment plan\b|\bclients?\b|\bservice users?\b", Banned.CLINIC),
)
_NEVER_BANNED = frozenset({"promise to keep it secret"})
"""What the emergency card forbids has to be named in order to be forbidden."""

_BRITISH = re.compile(
    r"\w+is(?:e|es|ed|ing|ation|ations)|\w+ys(?:e|es|ed|ing)|\w*(?:[lbnvm]|avi|eav)ours?\w*|\w+[tb]re[sd]?|"
    r"\w+(?:ell|all)(?:ed|ing|ors?)|\w+ogues?|(?:lic|def|off|pret)ences?|programmes?|gr[e]y\w*|tyres?|pyjamas|cheques?|"
    r"kerbs?|mums?|mummy|learnt|burnt|dreamt|spelt|whilst|fulfil|enrol|skilful|jewellery|storeys?|ploughs?|draughts?",
    re.IGNORECASE)
"""How British spellings end, and some that follow no rule."""
_ALIKE = re.compile(
    r"(?:(?:un)?(?:likew|otherw|pra|ra|no|po|surpr|prom|exerc|prec|adv|dev|rev|superv|improv|telev|enterpr|disgu|"
    r"compr|comprom|desp|dem|expert|franch|bru|cru|conc|arou|r|w|pra|app|mal|an)is(?:e|es|ed|ing))|"
    r"(?:adv|rev|superv|improv|prom|ra|pra|surpr|exerc|no|r|w)is\w+|is\w*|this\w*|"
    r"(?:t|s|y|sm|f|w|c|dw|qu|sw|b|h|st|inst|rec|unf|re|fore)(?:ell|all)(?:ed|ing|ors?)|sp(?:ell|all)ing|flour\w*",
    re.IGNORECASE)
"""Words with such an ending that are spelled alike on both sides."""
_HERE_ONLY = re.compile(r"\bfortnights?\b|\bcar parks?\b|\bring (us|me|them|him|her|the|your|a|round)\b|\bGPs?\b|"
                        r"\bqueues?\b|\bbank holidays?\b", re.IGNORECASE)


def check_words(item: str, said: str) -> Iterator[Finding]:
    """What is wrong with one line of words, wherever it stands."""
    for sentence in sentences(said):
        if len(words(sentence)) > LONGEST_SENTENCE:
            yield Finding(item, f"a sentence of more than {LONGEST_SENTENCE} words", sentence)
    if "'" in said or '"' in said:
        yield Finding(item, "a straight quote mark", said)
    if "  " in said or said != said.strip() or re.search(r"\s[,.;:?!]|\.\.\.|--", said):
        yield Finding(item, "a slip of spacing or of points", said)
    for name in _OPEN.findall(said):
        if name not in PLACEHOLDERS:
            yield Finding(item, f"an open place nobody fills: {name}", said)
    for why, found in banned(said):
        yield Finding(item, why.value, found)
    yield from check_spelling(item, said)


def banned(said: str) -> Iterator[tuple[Banned, str]]:
    """The phrases in a line that are not ours, and why."""
    for pattern, why in () if said in _NEVER_BANNED else _BANNED:
        if found := re.search(pattern, said, re.IGNORECASE):
            yield why, found[0]


def check_spelling(item: str, said: str) -> Iterator[Finding]:
    """British words that the respelling for the United States does not know, or that mean nothing there."""
    for word in words(said):
        if _BRITISH.fullmatch(word) and not _ALIKE.fullmatch(word) and american(word) == word:
            yield Finding(item, "a British spelling with no other one in the list", word)
    if found := _HERE_ONLY.search(said):
        yield Finding(item, "a word that is only understood in Britain", found[0])


def check_ease(item: str, said: str) -> Iterator[Finding]:
    """Whether a whole text reads easily enough: no long sentences on the whole, no hard words."""
    lines = sentences(said)
    if lines and len(words(said)) > MEAN_SENTENCE * len(lines):
        yield Finding(item, f"sentences of more than {MEAN_SENTENCE} words on average")
    found, most = grade(said), HARDEST if len(words(said)) >= ENOUGH else CEILING
    if found > most:
        yield Finding(item, f"reads at grade {found}, more than {most}")

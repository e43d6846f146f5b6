"""Rules for prompts: one line, nothing pried into, nothing taken for granted, and check-outs that look forward."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from facilitator.library.checker.finding import Finding
from facilitator.library.library import Library
from facilitator.library.readability import words
from facilitator.model.group import Application
from facilitator.model.prompt import GENTLE, GENTLE_DEEPEST, Prompt, PromptUse

LONGEST, AVOID_WORDS = 16, 10
"""Words of a prompt, and of what it should be avoided for: both are read at a glance."""
CHECK_OUT_DEEPEST = 2
"""Nobody opens a deep thing on the way out."""


class Prying(Enum):
    """Why a prompt is not asked, in an editor's few words."""

    SECRET = "asks for a secret or a confession"
    METHOD = "asks how something was done"
    COMPARES = "has people compare themselves"
    FAMILY = "takes a family for granted"
    FAITH = "takes a faith for granted"
    WORK = "takes work for granted"
    MONEY = "takes money for granted"
    BODY = "takes a body that works for granted"


_NOT_ASKED = (
    (r"\bsecrets?\b|\bnever told\b|\bconfess\w*|\bguilty\b|\badmit\b|\bregret\w*|\bashamed\b|\bforgive yourself\b|"
     r"\bworst (thing|mistake)\b|\blied\b", Prying.SECRET, ()),
    (r"\bhow did (you|they|he|she) (do|die)\b|\bmethods?\b|\bdetails?\b|\bwhat happened to you\b|\bhow much did\b",
     Prying.METHOD, ()),
    (r"\b(better|worse|more|less|harder|easier) than (others?|other people|most|anyone|mine|yours|the rest)\b|"
     r"\bcompared? (to|with)\b|\bwho has it\b|\bnormal\b|\bat least\b", Prying.COMPARES, ()),
    (r"\bfamil(y|ies)\b|\bparents?\b|\bmothers?\b|\bfathers?\b|\bmums?\b|\bdads?\b|\bhusbands?\b|\bwi(fe|ves)\b|"
     r"\bpartners?\b|\bchild(ren)?\b|\bkids?\b|\bsons?\b|\bdaughters?\b|\bsiblings?\b|\bloved ones?\b|\bat home\b",
     Prying.FAMILY, (Application.PARENTING, Application.CARERS)),
    (r"\bgod\b|\bpray\w*|\bbless\w*|\bchurch\b|\bfaith\b|\bsouls?\b|\bheaven\b|\bsins?\b|\bchristmas\b|\bspirit\w*",
     Prying.FAITH, ()),
    (r"\bjobs?\b|\bwork(s|ed|ing|place)?\b(?! for you)|\bboss\b|\bcolleagues?\b|\bcareers?\b|\bweekends?\b|"
     r"\bholidays?\b", Prying.WORK, (Application.CAREER,)),
    (r"\bmoney\b|\bbuy\b|\bbought\b|\bpay\b|\bpaid\b|\bafford\b|\bspend\b|\bcost\b|\btravel\b", Prying.MONEY, ()),
    (r"\bwalk\w*|\bruns?\b|\brunning\b|\bstand up\b|\bdance\w*|\bhands?\b|\bfeet\b|\blegs?\b|\beyes\b|\bsee\b|\bhear\b|"
     r"\bbreath\w*|\bbody\b|\bexercise\b|\bhealthy\b|\beat\b|\btaste\b", Prying.BODY, (Application.CHRONIC_ILLNESS,)),
)
"""What is not asked; of some it may be asked, where a kind of group has just that in common."""
_FORWARD = re.compile(r"\b(will|could|tonight|tomorrow|this week|ahead|next time|before we meet)\b", re.IGNORECASE)


def check_prompts(library: Library) -> Iterator[Finding]:
    """What is wrong with the prompts, each by itself and as a set."""
    texts: dict[str, str] = {}
    for prompt in library.prompts():
        yield from check_prompt(prompt)
        if (other := texts.setdefault(prompt.text, prompt.id)) != prompt.id:
            yield Finding(f"prompt {prompt.id}", "asks the same as another", other)


def check_prompt(prompt: Prompt) -> Iterator[Finding]:
    """What is wrong with one prompt beyond its words."""
    item = f"prompt {prompt.id}"
    if len(words(prompt.text)) > LONGEST or "\n" in prompt.text:
        yield Finding(item, f"more than one line of {LONGEST} words", prompt.text)
    if "?" not in prompt.text or not prompt.text.endswith((".", "?")):
        yield Finding(item, "asks nothing", prompt.text)
    for pattern, why, known_to in _NOT_ASKED:
        allowed = prompt.applications and set(prompt.applications) <= {*known_to}
        if not allowed and (found := re.search(pattern, prompt.text, re.IGNORECASE)):
            yield Finding(item, why.value, found[0])
    if prompt.use is not PromptUse.CHECK_OUT and "tonight" in prompt.text:
        yield Finding(item, "a circle that meets by day cannot ask it", prompt.text)
    if prompt.use is PromptUse.CHECK_OUT:
        if not _FORWARD.search(prompt.text):
            yield Finding(item, "looks back on the way out", prompt.text)
        if prompt.depth > CHECK_OUT_DEEPEST:
            yield Finding(item, f"deeper than {CHECK_OUT_DEEPEST} on the way out", prompt.text)
    if prompt.depth > GENTLE_DEEPEST and prompt.applications and set(prompt.applications) <= GENTLE:
        yield Finding(item, "too deep for the only kinds of group it is for")
    if prompt.avoid_if and (len(words(prompt.avoid_if)) > AVOID_WORDS or prompt.avoid_if.endswith(".")
                            or not prompt.avoid_if[0].islower()):
        yield Finding(item, "“avoid_if” is not a short phrase that goes on from “Leave it out if”", prompt.avoid_if)

"""What to see to before people arrive: a short list made for tonight, ticks kept with the session."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.evening.counts import ADULTS
from facilitator.i18n import _, ngettext
from facilitator.model.group import Group
from facilitator.model.session import Session

PRINTED = "pack"
"""What a session's list remembers once its pack was printed; it is no item to tick."""
SPARE = 2
"""Chairs beyond the people expected."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to see to; `key` is what the session remembers."""

    key: str
    text: str
    done: bool


def checklist(group: Group, session: Session, expected: int, second: str = "") -> tuple[Item, ...]:
    """Tonight's list. `second` is the co-facilitator's name, where one is in the team."""
    chairs = expected + SPARE
    texts = {
        "keys": _("Keys from the office"),
        "chairs": ngettext("{n} chair in a ring", "{n} chairs in a ring", chairs).format(n=chairs),
        "tissues": _("Tissues in reach"),
        "tea": _("Water and tea"),
        "quiet-room": _("Quiet room open"),
        "talking-piece": _("Talking piece"),
        "second": _("{name} knows the step-out plan").format(name=second) if second else
                  _("A second facilitator is here"),
        "first-aider": _("Somebody can do first aid"),
        "phone": _("Phone has signal"),
    }
    if group.for_under_18s:
        texts["adults"] = ngettext("{n} adult in the room", "{n} adults in the room", ADULTS).format(n=ADULTS)
    return tuple(Item(key, text, key in session.checklist) for key, text in texts.items())

"""Words this place says in several pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facilitator.i18n import _, interface, ngettext
from facilitator.model.content import CopingCard, Origin, Script, ScriptKind
from facilitator.model.group import Application
from ui.screens.library.asking import Kind, Opened


def kinds(kind: Kind) -> str:
    """A shelf's name."""
    return {
        Kind.CARD: _("Coping cards"), Kind.SCRIPT: _("Words to say"), Kind.AGREEMENT: _("Agreements"),
        Kind.PLAN: _("Plans"), Kind.HELPLINE: _("Helplines"),
    }[kind]  # fmt: skip


def about(opened: Opened) -> str:
    """What an item is, over its title."""
    thing = opened.thing
    match opened.key.kind:
        case Kind.CARD if isinstance(thing, CopingCard) and thing.number:
            return _("Coping card {n}").format(n=thing.number)
        case Kind.CARD:
            return _("Coping card of your own")
        case Kind.SCRIPT if isinstance(thing, Script) and not opened.new:
            return _("Words to say: {what}").format(what=said(thing.kind))
        case Kind.SCRIPT:
            return _("Words to say of your own")
        case Kind.AGREEMENT:
            return _("Clauses for an agreement")
        case Kind.PLAN:
            return _("Plan for an evening")
        case _:
            return _("Helpline")


def said(kind: ScriptKind) -> str:
    """What words to say are for."""
    return {
        ScriptKind.OPENING: _("opening"), ScriptKind.FIRST_MEETING: _("first meeting"),
        ScriptKind.LIMITS: _("limits of confidentiality"), ScriptKind.WELCOME: _("welcoming somebody new"),
        ScriptKind.RESET: _("a reset in the middle"), ScriptKind.GROUNDING: _("a calm pause"),
        ScriptKind.CLOSING: _("closing"), ScriptKind.LAST_MEETING: _("last meeting"),
        ScriptKind.HAND_OVER: _("handing over"), ScriptKind.NOT_AS_PLANNED: _("an evening that does not go as planned"),
    }[kind]  # fmt: skip


def for_whom(applications: Sequence[Application], names: Sequence[tuple[Application, str]]) -> str:
    """The kinds of group something is for."""
    if len(applications) in (0, len(names)):
        return _("For every kind of group.")
    known = dict(names)
    return _("For: {kinds}.").format(kinds=", ".join(known[one].lower() for one in applications))


def origin_lines(origin: Origin, age: int) -> tuple[str, ...]:
    """Where the facts come from, when somebody looked, how it reads, and what it is no substitute for."""
    looked = _("Reviewed on {day}. Look at it again by {next}.").format(
        day=day(origin.reviewed_on), next=day(origin.review_by))
    credit = " ".join(f"{part.rstrip('.')}." for part in (origin.source, origin.licence) if part)
    out = [_("Not a substitute for professional help."), looked, credit]
    if age:
        out.insert(2, _("Reads well from about age {age}.").format(age=max(age, 7)))
    return tuple(out)


def day(when: date) -> str:
    """A day with its year."""
    return interface().date(when, "d MMMM y")


def minutes_aloud(seconds: int) -> str:
    """How long words take to say."""
    if seconds < 60:
        return _("The words alone take less than a minute to say.")
    minutes = round(seconds / 60)
    return ngettext("The words alone take about {n} minute to say.", "The words alone take about {n} minutes to say.",
                    minutes).format(n=minutes)

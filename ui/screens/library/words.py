"""Words this place says in several pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facilitator.i18n import _, interface, listed, ngettext
from facilitator.model.content import AgreementTemplate, CopingCard, Helpline, Leaflet, Origin, Script, ScriptKind
from facilitator.model.form import Form, RoleCard
from facilitator.model.group import Application
from facilitator.model.handout import Handout, HandoutKind
from facilitator.model.hard_moment import HardMoment
from facilitator.model.numbers import Channel
from facilitator.model.prompt import Prompt, PromptUse
from facilitator.model.reading import Reading
from ui.screens.library.asking import Kind, Opened, Thing


def kinds(kind: Kind) -> str:
    """A shelf's name."""
    return {
        Kind.CARD: _("Coping cards"), Kind.HANDOUT: _("Handouts"), Kind.SCRIPT: _("Words to say"),
        Kind.HARD_MOMENT: _("Hard moments"), Kind.PROMPT: _("Prompts"), Kind.READING: _("Readings"),
        Kind.AGREEMENT: _("Agreements"), Kind.PLAN: _("Plans"), Kind.FORM: _("Forms and roles"),
        Kind.HELPLINE: _("Helplines"),
    }[kind]  # fmt: skip


def about(opened: Opened) -> str:
    """What an item is, over its title."""
    thing = opened.thing
    match opened.key.kind:
        case Kind.CARD if isinstance(thing, CopingCard) and thing.number:
            return _("Coping card {n}").format(n=thing.number)
        case Kind.CARD:
            return _("Coping card of your own")
        case Kind.HANDOUT if isinstance(thing, Handout):
            return handout(thing)
        case Kind.SCRIPT if isinstance(thing, Script) and not opened.new:
            return _("Words to say: {what}").format(what=said(thing.kind))
        case Kind.SCRIPT:
            return _("Words to say of your own")
        case Kind.HARD_MOMENT if isinstance(thing, HardMoment):
            return _("Hard moment {n}").format(n=thing.number)
        case Kind.PROMPT if isinstance(thing, Prompt):
            return _("Prompt: {use}, {depth}").format(use=use(thing.use), depth=depth(thing.depth))
        case Kind.READING:
            return _("Reading")
        case Kind.FORM:
            return about_form(thing)
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


def handout(thing: Handout) -> str:
    """Who a handout is for."""
    return _("Background for facilitators") if thing.kind is HandoutKind.BACKGROUND else _("Handout to take home")


def about_form(thing: Thing) -> str:
    """What stands among the forms, by its sort."""
    if isinstance(thing, Form):
        return _("Form")
    return _("Role of the evening") if isinstance(thing, RoleCard) else _("Sheet for the room")


def use(kind: PromptUse) -> str:
    """What a prompt is for, inside a line."""
    return {
        PromptUse.CHECK_IN: _("check-in"), PromptUse.DISCUSSION: _("discussion"), PromptUse.CHECK_OUT: _("check-out"),
    }[kind]  # fmt: skip


def reached_icon(channel: str) -> str:
    """The picture of how a line is reached."""
    known: dict[str, str] = {Channel.TEXT: "message", Channel.CHAT: "message", Channel.WEB: "web"}
    return known.get(channel, "phone")


def depth(level: int) -> str:
    """How deep a prompt goes, in a word."""
    return {1: _("light"), 2: _("everyday"), 3: _("deep")}[level]


def depth_meaning(level: int) -> str:
    """What that means for an evening."""
    return {
        1: _("Light: good on any evening, and for people who are new."),
        2: _("Everyday: for a circle that has met before."),
        3: _("Deep: only where people know each other, and with time left. Never after trauma or under 18."),
    }[level]  # fmt: skip


def title(thing: Thing) -> str:
    """What an item is called; a prompt is called what it asks."""
    if isinstance(thing, Helpline):
        return thing.name
    return thing.text if isinstance(thing, Prompt) else thing.title


def copied(thing: Thing) -> str:
    """An item’s words as plain lines, to be put elsewhere."""
    match thing:
        case HardMoment():
            steps = (f"{n}. {step.key}. {step.text}" for n, step in enumerate(thing.steps, 1))
            lines = (thing.title, thing.first, *thing.notice, *thing.dont, *thing.say, *steps, *thing.after)
        case Handout():
            parts = (line for part in thing.parts for line in (part.title, *part.lines))
            lines = (thing.title, thing.summary, *thing.cautions, *parts)
        case Reading():
            credit = (f"{thing.author}, {thing.year}",) if thing.quoted else ()
            lines = (thing.title, *("\n".join(stanza) for stanza in thing.stanzas), *credit)
        case Form():
            asked = (line for part in thing.parts
                     for line in (part.title, *part.says, *(question.ask for question in part.questions)))
            lights = (f"{light.name}: {light.words} {light.next}" for light in thing.lights)
            lines = (thing.title, thing.summary, *thing.cautions, *asked, *filter(None, (thing.ask,)), *lights)
        case RoleCard():
            lines = (thing.title, thing.summary, *thing.dont, *thing.do, *thing.say)
        case Leaflet():
            lines = (thing.title, *(line for part in thing.parts for line in (part.title, *part.lines)))
        case _:
            lines = (title(thing),)
    return "\n".join(lines)


def suited(thing: Thing) -> tuple[Application, ...]:
    """The kinds of group an item is for; none means every kind."""
    if isinstance(thing, Prompt):
        return tuple(kind for kind in Application if thing.suits(kind))
    if isinstance(thing, AgreementTemplate | Form | RoleCard | Leaflet | Helpline):
        return ()
    return thing.applications


def for_whom(applications: Sequence[Application], names: Sequence[tuple[Application, str]]) -> str:
    """The kinds of group something is for."""
    if len(applications) in (0, len(names)):
        return _("For every kind of group.")
    known = dict(names)
    return _("For: {kinds}.").format(kinds=listed(known[one].lower() for one in applications))


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

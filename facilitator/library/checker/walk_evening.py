"""Walks over the words an evening needs while it runs, for `walk`."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.library.library import Library
from facilitator.model.content import Leaflet, Origin
from facilitator.model.form import Form
from facilitator.model.hard_moment import HardMoment
from facilitator.model.prompt import PromptUse


def evening_origins(library: Library) -> Iterator[tuple[str, Origin]]:
    """Every item's origin, under a name that finds it."""
    yield from ((f"hard moment {card.id}", card.origin) for card in library.hard_moments())
    for use in PromptUse:
        yield from ((f"prompts {use}", prompt.origin) for prompt in library.prompts(use)[:1])
    yield from ((f"reading {reading.id}", reading.origin) for reading in library.readings())
    yield from ((f"handout {one.id}", one.origin) for one in library.handouts())
    yield from ((f"form {form.id}", form.origin) for form in library.forms())
    yield from ((f"role {card.id}", card.origin) for card in library.role_cards())
    yield from ((name, leaflet.origin) for name, leaflet in _leaflets(library))
    yield from (("wellbeing", line.origin) for line in library.wellbeing_lines()[:1])
    yield "safeguarding", library.safeguarding().origin
    yield from ((f"easy read {one.id}", one.origin) for one in library.shipped.evening.easy_reads)
    yield from ((f"measure {one.id}", one.origin) for one in library.instruments()[:1])


def evening_whole(library: Library) -> Iterator[tuple[str, str]]:
    """Every item's running words as one text; somebody else's poems and questions are not ours to make easier."""
    for card in library.hard_moments():
        yield f"hard moment {card.id}", "\n".join(hard_moment_lines(card))
    yield "taps", "\n".join(tap.words for tap in library.taps())
    for use in PromptUse:
        yield f"prompts {use}", "\n".join(prompt.text for prompt in library.prompts(use))
    for reading in library.readings():
        if not reading.quoted:
            yield f"reading {reading.id}", "\n".join(reading.lines)
    for one in library.handouts():
        yield f"handout {one.id}", "\n".join(one.lines)
    for form in library.forms():
        yield f"form {form.id}", "\n".join(_form_lines(form))
    for role in library.role_cards():
        yield f"role {role.id}", "\n".join((role.summary, *role.dont, *role.do, *role.say))
    for name, leaflet in _leaflets(library):
        yield name, "\n".join((leaflet.summary, *(line for part in leaflet.parts for line in part.lines)))
    yield "wellbeing", "\n".join(line.text for line in library.wellbeing_lines())
    yield "safeguarding", "\n".join(library.safeguarding().lines)
    for easy in library.shipped.evening.easy_reads:
        yield f"easy read {easy.id}", "\n".join(easy.lines)
    yield "measures", "\n".join(one.alone for one in library.instruments() if one.alone)


def evening_spoken(library: Library) -> Iterator[tuple[str, str]]:
    """Titles and other short words that are shown beside the running ones."""
    yield from ((f"hard moment {card.id}", card.title) for card in library.hard_moments())
    yield from ((f"prompt {prompt.id}", prompt.avoid_if) for prompt in library.prompts() if prompt.avoid_if)
    for reading in library.readings():
        own = () if reading.quoted else (reading.title,)
        yield from ((f"reading {reading.id}", text) for text in (*own, reading.tone, reading.avoid_if) if text)
        if reading.quoted:
            yield f"reading {reading.id}", reading.rights
    for one in library.handouts():
        yield from ((f"handout {one.id}", text) for text in (
            one.title, one.short_title, *(part.title for part in one.parts)))
    for form in library.forms():
        yield from ((f"form {form.id}", text) for text in (
            form.title, *(part.title for part in form.parts), *(light.name for light in form.lights)))
    yield from ((f"role {role.id}", role.title) for role in library.role_cards())
    for easy in library.shipped.evening.easy_reads:
        yield from ((f"easy read {easy.id}", text) for text in (
            easy.title, *easy.own_lines, *(part.title for part in easy.parts if part.title)))
    flow = library.safeguarding()
    yield from (("safeguarding", text) for text in (flow.title, *flow.never, *(one.title for one in flow.branches)))
    yield from ((f"measure {one.id}", one.title) for one in library.instruments())
    for name, leaflet in _leaflets(library):
        yield from ((name, text) for text in (leaflet.title, *(part.title for part in leaflet.parts)))


def hard_moment_lines(card: HardMoment) -> tuple[str, ...]:
    """All lines of a card, in the order they are read."""
    steps = (f"{step.key}. {step.text}" for step in card.steps)
    return (card.first, *card.notice, *card.dont, *card.say, *steps, *card.after)


def _form_lines(form: Form) -> tuple[str, ...]:
    asked = (text for part in form.parts
             for text in (*part.says, *(line for one in part.questions for line in (one.ask, one.hint))))
    lights = (text for light in form.lights for text in (light.words, light.next, light.often))
    return tuple(text for text in (form.summary, *form.cautions, *asked, form.ask, *lights) if text)


def _leaflets(library: Library) -> tuple[tuple[str, Leaflet], ...]:
    return ("chair card", library.chair_card()), ("paper evening", library.paper_evening())

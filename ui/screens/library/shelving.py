"""What stands on the shelves: every item in a line, from the core."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from facilitator.i18n import _, ngettext
from facilitator.model.agenda import AgendaDraft
from facilitator.model.content import Helpline, Moment
from facilitator.model.group import Application
from facilitator.model.numbers import OWN_NUMBER
from facilitator.model.own import OwnText
from facilitator.model.prompt import DEEPEST, PromptUse
from facilitator.writing.marks import tags_in
from ui.screens.library.asking import Key, Kind, country, form_key, helplines, names, sheets
from ui.screens.library.words import handout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from facilitator.library import Library
    from facilitator.library.outline import Outline
    from facilitator.model.shelfmark import ShelfMark
    from facilitator.workspace import Workspace

_SLICE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An item in a line. No `applications` means every kind of group; `more` are words it is found by as well."""

    key: Key
    title: str
    line: str = ""
    applications: tuple[Application, ...] = ()
    moments: tuple[Moment, ...] = ()
    own: bool = False
    stale: bool = False
    more: str = ""
    favourite: bool = False
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """All there is. `ours` are the kinds of our groups."""

    entries: tuple[Entry, ...]
    ours: frozenset[Application]
    names: tuple[tuple[Application, str], ...]
    moments: tuple[tuple[Moment, str], ...]
    country: str
    tags: tuple[str, ...] = ()


def shelves(workspace: Workspace) -> Shelves:
    """All there is, in a line each."""
    library, today = workspace.library, workspace.clock.today()
    moments = {entry.moment: entry.name for entry in library.moments()}
    directory = library.directory(country(workspace))
    found = (*_outlined(library, moments, today, Kind.CARD), *_handouts(library, today),
             *_outlined(library, moments, today, Kind.SCRIPT), *_hard_moments(library, today),
             *_prompts(library, today), *_readings(library, today), *_agreements(library, today),
             *_plans(library, today), *_forms(library, today), *(_helpline(line) for line in helplines(workspace)))
    marks = workspace.shelf_marks.all()
    return Shelves(
        entries=tuple(_marked(found, marks)), tags=tags_in(marks),
        ours=frozenset(group.application for group in workspace.groups.all()),
        names=names(library), moments=tuple(moments.items()), country=directory.name,
    )  # fmt: skip


def _marked(entries: Iterable[Entry], marks: Mapping[tuple[str, str], ShelfMark]) -> Iterator[Entry]:
    """The entries with our marks on them, by which they are found too."""
    for entry in entries:
        mark = marks.get((entry.key.kind.value, entry.key.id))
        yield entry if mark is None else replace(
            entry, favourite=mark.favourite, tags=mark.tags, more=" ".join((entry.more, *mark.tags)))


@dataclass(frozen=True, slots=True)
class LookedOver:
    """Own texts that cannot be used, of those looked at; `next` is where to go on, None at the end."""

    torn: tuple[OwnText, ...]
    next: int | None


def look_over(workspace: Workspace, first: int) -> LookedOver:
    """Look a few own texts over: reading hundreds of them at once would make others wait."""
    torn = workspace.library.unreadable(first, _SLICE)
    after = first + _SLICE
    return LookedOver(torn, after if after < len(workspace.own_items.texts()) else None)


def _outlined(library: Library, moments: dict[Moment, str], today: date, kind: Kind) -> Iterator[Entry]:
    """The items of a kind that a group may put in its own words."""
    for one in library.outlines():
        if one.kind is kind.own:
            yield _entry(one, kind, moments, today)


def _entry(one: Outline, kind: Kind, moments: dict[Moment, str], today: date) -> Entry:
    line = one.line if kind is Kind.CARD else _for_whom(one.applications)
    return Entry(key=Key(kind, one.id), title=one.title, line=line, applications=one.applications,
                 moments=one.moments, own=one.own, stale=one.review_by < today,
                 more=" ".join((one.line, *(moments[moment] for moment in one.moments))))


def _for_whom(applications: tuple[Application, ...]) -> str:
    """How many kinds of group words are for."""
    if len(applications) in (0, len(Application)):
        return _("For every kind of group")
    return ngettext("For {n} kind of group", "For {n} kinds of group", len(applications)).format(n=len(applications))


def _handouts(library: Library, today: date) -> Iterator[Entry]:
    for one in library.handouts():
        yield Entry(key=Key(Kind.HANDOUT, one.id), title=one.title, line=one.summary, applications=one.applications,
                    stale=one.origin.review_by < today, more=" ".join((handout(one), one.short_title, *one.lines)))


def _hard_moments(library: Library, today: date) -> Iterator[Entry]:
    for one in library.hard_moments():
        yield Entry(key=Key(Kind.HARD_MOMENT, one.id), title=one.title, line=one.first, applications=one.applications,
                    stale=one.origin.review_by < today, more=" ".join(one.search))


def _prompts(library: Library, today: date) -> Iterator[Entry]:
    for one in library.prompts():
        # A deep prompt is not for every kind, though it names none: those it would be too much for do not see it.
        kinds = tuple(kind for kind in Application if one.suits(kind)) if one.depth == DEEPEST else one.applications
        yield Entry(key=Key(Kind.PROMPT, one.id), title=one.text, line=_prompt(one.use, one.depth), applications=kinds,
                    stale=one.origin.review_by < today, more=_prompt(one.use, one.depth))


def _prompt(use: PromptUse, depth: int) -> str:
    """What a prompt is for, and how deep it goes."""
    known = {
        PromptUse.CHECK_IN: (_("Check-in, light"), _("Check-in, everyday"), _("Check-in, deep")),
        PromptUse.DISCUSSION: (_("Discussion, light"), _("Discussion, everyday"), _("Discussion, deep")),
        PromptUse.CHECK_OUT: (_("Check-out, light"), _("Check-out, everyday"), _("Check-out, deep")),
    }  # fmt: skip
    return known[use][depth - 1]


def _readings(library: Library, today: date) -> Iterator[Entry]:
    for one in library.readings():
        line = one.author or _in_line(one.lines[0])
        yield Entry(key=Key(Kind.READING, one.id), title=one.title, line=line, applications=one.applications,
                    stale=one.origin.review_by < today, more=" ".join((one.tone, *one.places, *one.lines)))


def _in_line(words: str) -> str:
    """The first sentence: what a reading begins with tells it from others."""
    return words.split(". ")[0].rstrip(".") + "."


def _forms(library: Library, today: date) -> Iterator[Entry]:
    for form in library.forms():
        yield Entry(key=form_key(form), title=form.title, line=form.summary, stale=form.origin.review_by < today)
    for card in library.role_cards():
        yield Entry(key=form_key(card), title=card.title, line=card.summary, stale=card.origin.review_by < today,
                    more=_("role"))
    for key, sheet in sheets(library):
        yield Entry(key=key, title=sheet.title, line=sheet.summary, stale=sheet.origin.review_by < today)


def _agreements(library: Library, today: date) -> Iterator[Entry]:
    core = library.agreement_core()
    yield Entry(key=Key(Kind.AGREEMENT, core.id), title=core.title, line=_clauses(len(core.clauses)),
                stale=core.origin.review_by < today, more=" ".join(clause.text for clause in core.clauses))
    for one in library.agreement_overlays():
        yield Entry(key=Key(Kind.AGREEMENT, one.id), title=one.title, line=one.summary, applications=one.applications,
                    stale=one.origin.review_by < today, more=" ".join(clause.text for clause in one.clauses))


def _clauses(n: int) -> str:
    return ngettext("{n} clause for every group", "{n} clauses for every group", n).format(n=n)


def _plans(library: Library, today: date) -> Iterator[Entry]:
    for one in library.agenda_templates():
        yield Entry(key=Key(Kind.PLAN, one.id), title=one.title, line=_minutes(one.agenda),
                    applications=one.applications, stale=one.origin.review_by < today, more=one.summary)


def _minutes(agenda: AgendaDraft) -> str:
    return ngettext("{n} minute", "{n} minutes", agenda.minutes).format(n=agenda.minutes)


def _helpline(line: Helpline) -> Entry:
    return Entry(key=Key(Kind.HELPLINE, line.id), title=line.name, line=f"{line.number}. {line.what}".rstrip(". "),
                 own=line.id.startswith(OWN_NUMBER), stale=line.failed_on is not None,
                 more=" ".join((line.what, *line.topics, line.audience)))

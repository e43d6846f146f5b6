"""The run sheet: the evening to scale, what to have ready, and every part with its clock time and words."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Box, Items, Mark, Para, Part, PartLine, Rank, Strip, StripPart, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Per, Sheet
from facilitator.documents.surround import dress, emergency_number, full_day, given, group_name, note, shred_note
from facilitator.documents.words import Span, Text, join, rich
from facilitator.i18n import Translator
from facilitator.model.agenda import AgendaDraft, Give, Line, LineKind, Segment, SegmentKind, clock_text
from facilitator.model.content import fill
from facilitator.model.group import Application
from facilitator.model.paper import PersonalData, Style
from facilitator.model.session import Session

_READY_BEFORE = 10
_EVENING = 17 * 60
_SPARE_CHAIRS = 2
_WHOLE = (SegmentKind.CLOSING, SegmentKind.CHECK_OUT, SegmentKind.SAFETY_CHECK)
_PLACES = ("{lead}", "{second}")


def build(context: SheetContext) -> Sheet:
    """Two sides for ninety minutes. Raises DocumentNeeds without a session or a plan."""
    t = context.translator
    _ = t.gettext
    session = given(context.session, "run-sheet", Need.SESSION)
    agenda = given(context.agenda, "run-sheet", Need.AGENDA)
    title = _title(session, t)
    blocks: list[Block] = [Title(title), Para(_when_and_where(session, context)), _strip(agenda, session, t)]
    late = _late(agenda, t)
    if late:
        blocks.append(Para(late, Rank.SMALL))
    blocks.append(_ready(agenda, session, context))
    starts = agenda.starts(session.start_minute)
    struggling = Box((Para(_struggling(context)),), heavy=True)
    # In large print the first side has room for it, and lies on top; its parts stay whole on the others.
    first = context.style is Style.LARGE
    blocks += [struggling] if first else []
    blocks += [_part(place, segment, start, context)
               for place, (segment, start) in enumerate(zip(agenda.segments, starts, strict=True), 1)]
    blocks += [] if first else [struggling]
    holds = any(context.leaders) or any(s.leader and s.leader not in _PLACES for s in agenda.segments)
    day = t.date(session.held_on, "d MMMM y")
    return dress(
        DOCUMENT, context, title=title, kind=_("Run sheet"), blocks=tuple(blocks),
        note=note(_("For facilitators"), group_name(context)), running=note(group_name(context), day),
        source=_source(agenda, holds, t),
        brief=_("Holds facilitators’ first names.") if holds else _("Not a substitute for professional help."),
        personal=PersonalData.CONTAINED if holds else PersonalData.NONE,
        privacy_note=shred_note(context) if holds else "", pages=_pages(agenda, context), fewest=_FEWEST[context.style])


def _pages(agenda: AgendaDraft, context: SheetContext) -> int:
    """Sides that so many words take: more than are declared for our own plans in another language, or a long plan."""
    letters = sum(_A_PART + sum(len(line.text) + _A_LINE for line in segment.lines) for segment in agenda.segments)
    longer = context.style is Style.STANDARD and context.translator.language != "en"
    return DOCUMENT.promised(context.style) + max(int(longer), -(-max(0, letters - _ROOM) // _A_SIDE[context.style]))


def _title(session: Session, t: Translator) -> str:
    _ = t.gettext
    return _("Run tonight’s circle") if session.start_minute >= _EVENING else _("Run today’s circle")


def _when_and_where(session: Session, context: SheetContext) -> Text:
    t = context.translator
    _ = t.gettext
    words: list[Text] = [rich(_("<b>{day}, {start} to {end}.</b>"), day=full_day(session.held_on, t),
                              start=clock_text(session.start_minute),
                              end=clock_text(session.start_minute + session.minutes))]
    if context.venue and context.venue.name:
        words.append(f" {context.venue.name}.")
    if context.expected:
        words.append(" " + t.ngettext("About {n} person.", "About {n} people.", context.expected)
                     .format(n=context.expected))
    return join(*words)


def may_give(segment: Segment) -> Give:
    """What may give when time is short: endings, safety checks and protected parts never do."""
    return Give.FIXED if segment.protected or segment.kind in _WHOLE else segment.give


def _strip(agenda: AgendaDraft, session: Session, t: Translator) -> Strip:
    _ = t.gettext
    parts = tuple(StripPart(place, segment.title, segment.minutes, may_give(segment))
                  for place, segment in enumerate(agenda.segments, 1))
    starts = agenda.starts(session.start_minute)
    told = "; ".join(_("{clock} {title}, {minutes} minutes").format(clock=clock_text(start), title=part.title,
                                                                    minutes=part.minutes)
                     for part, start in zip(parts, starts, strict=True))
    return Strip(parts, session.start_minute, _("The evening, to scale: {parts}.").format(parts=told))


def _late(agenda: AgendaDraft, t: Translator) -> Text:
    """What to drop and shrink, in the order the app would: short parts first, then the one with most to give."""
    _ = t.gettext
    parts = list(enumerate(agenda.segments, 1))
    drops = sorted((s.minutes, place) for place, s in parts if may_give(s) is Give.DROP)
    shrinks = sorted((s.least - s.minutes, place, s.least) for place, s in parts
                     if may_give(s) is Give.SHRINK and s.least < s.minutes)
    fixed = [_bold(place) for place, s in parts if may_give(s) is Give.FIXED]
    if not drops and not shrinks:
        return ""
    said = []
    if drops:
        said.append(_("Drop {parts}.").format(parts=_(", then ").join(_bold(place) for _minutes, place in drops)))
    if shrinks:
        first = _("Shrink {part} to {minutes} minutes").format(part=_bold(shrinks[0][1]), minutes=shrinks[0][2])
        rest = [_("{part} to {minutes}").format(part=_bold(place), minutes=least)
                for _room, place, least in shrinks[1:]]
        said.append(_(", then ").join([first, *rest]) + ".")
    if fixed:
        said.append(_("Never cut {parts}.").format(parts=_either(fixed, t)))
    return rich(_("<b>Late?</b> ") + " ".join(said))


def _bold(place: int) -> str:
    """The number of a part, so that nobody takes it for minutes."""
    return f"<b>{place}</b>"


def _either(words: list[str], t: Translator) -> str:
    if len(words) < 2:
        return "".join(words)
    return t.gettext("{some} or {last}").format(some=t.listed(words[:-1]), last=words[-1])


def _ready(agenda: AgendaDraft, session: Session, context: SheetContext) -> Box:
    t = context.translator
    _ = t.gettext
    things = [_("{n} chairs in a ring").format(n=context.expected + _SPARE_CHAIRS) if context.expected
              else _("Chairs in a ring, two spare"),
              _("One seat by the door"), _("Quiet room open"), _("Keys, working phone"), _("Water and cups"),
              _("Sign-in or tally, pen")]
    known = {thing.casefold() for thing in things}
    for segment in agenda.segments:
        for thing in segment.materials:
            if thing.casefold() not in known:
                known.add(thing.casefold())
                things.append(thing)
    title = _("Ready by {clock}").format(clock=clock_text(session.start_minute - _READY_BEFORE))
    return Box((Items(tuple(things), Mark.TICK_BOX, columns=3, small=True),), title=title)


def _part(place: int, segment: Segment, start: int, context: SheetContext) -> Part:
    t = context.translator
    _ = t.gettext
    give = may_give(segment)
    gives = {Give.FIXED: _("Fixed"), Give.DROP: _("Drop if late"),
             Give.SHRINK: _("{minutes} if late").format(minutes=segment.least)}[give]
    leader = _leader(segment.leader, context)
    return Part(
        title=f"{place} {segment.title}", clock=clock_text(start),
        length=t.ngettext("{n} minute", "{n} minutes", segment.minutes).format(n=segment.minutes), give=give,
        give_words=gives, leader=_("{name} leads").format(name=leader) if leader else "",
        lines=tuple(_line(line, start, context) for line in segment.lines))


def _leader(leader: str, context: SheetContext) -> str:
    """The name of who leads a part, or their turn where no name is known."""
    _ = context.translator.gettext
    if leader in _PLACES and not any(context.leaders[(at := _PLACES.index(leader)):at + 1]):
        return {"{lead}": _("First facilitator"), "{second}": _("Second facilitator")}[leader]
    return fill(leader, values(context), context.translator)


def values(context: SheetContext) -> dict[str, str]:
    """What the words of a plan leave open."""
    t = context.translator
    found = {place: name for place, name in zip(("lead", "second"), context.leaders, strict=False) if name}
    found["emergency"] = emergency_number(context.directory, t)
    if group_name(context):
        found["group"] = group_name(context)
    if context.next_session is not None:
        clock = clock_text(context.session.start_minute) if context.session else ""
        found["next_time"] = t.gettext("on {day} at {clock}").format(day=t.date(context.next_session), clock=clock)
    return found


def _line(line: Line, start: int, context: SheetContext) -> PartLine:
    text = fill(line.text, values(context), context.translator)
    if line.kind is LineKind.IF and ":" in text:
        case, _colon, words = text.partition(":")
        return PartLine(line.kind, (Span(case + ":", True), Span(words)))
    at = clock_text(start + line.minute) if line.kind is LineKind.AT and line.minute is not None else ""
    return PartLine(line.kind, text, at)


def _struggling(context: SheetContext) -> Text:
    _ = context.translator.gettext
    number = emergency_number(context.directory, context.translator)
    if context.group is not None and context.group.application is Application.YOUTH:
        # Nobody is alone with a young person.
        words = rich(_("<b>Someone is struggling?</b> Stop the round. One of you sits with them, where the other sees "
                       "you both."))
    elif all(context.leaders[:2]) and len(context.leaders) > 1:
        first, second = context.leaders[0], context.leaders[1]
        words = rich(_("<b>Someone is struggling?</b> Stop the round. {second} goes out with them, {first} stays."),
                     first=first, second=second)
    else:
        words = rich(_("<b>Someone is struggling?</b> Stop the round. One of you goes out with them, one stays."))
    if not number:
        return words
    return join(words, " ", rich(_("In danger: ring {number} now, write later."), number=number))


def _source(agenda: AgendaDraft, holds: bool, t: Translator) -> str:
    _ = t.gettext
    plan = _("Plan: {name}, {minutes} minutes.").format(name=agenda.name, minutes=agenda.minutes) if agenda.name else ""
    held = _("Holds facilitators’ first names.") if holds else ""
    return " ".join(part for part in (plan, held, _("Not a substitute for professional help.")) if part)


_FEWEST = {Style.STANDARD: 2, Style.LARGE: 4, Style.SPACED: 4}
"""Two sheets of paper wherever they suffice: on so many sides hardly any part goes on over a turn of the page."""
_ROOM, _A_LINE, _A_PART = 3400, 35, 80
"""Letters of a plan that the declared sides hold, some more than our longest has, and what a line and a part cost."""
_A_SIDE = {Style.STANDARD: 1900, Style.LARGE: 800, Style.SPACED: 1100}
"""Letters that each further side holds."""

DOCUMENT = Document(
    id="run-sheet", title=lambda t: t.gettext("Run sheet"), audience=Audience.TEAM, order=20, build=build,
    needs=(Need.SESSION, Need.AGENDA), per=Per.LEADER, pages=2, more_pages={Style.LARGE: 5, Style.SPACED: 4},
    personal=PersonalData.CONTAINED,
    prints=("facilitator.name", "groups.name", "venue.name", "session.held_on", "session.start_minute",
            "session.minutes", "agenda.name", "agenda.segments"),
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("Plan for the day"))

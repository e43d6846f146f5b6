"""What stands round every sheet: its tab and note, the crisis line in the foot, source, privacy mark and page words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TypeVar

from facilitator.documents.blocks import Block, Box, Cards, Danger, Deck, Para, Rank, Rule, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import NOTE_DOT, Audience, Document, Need, Sheet
from facilitator.documents.words import Text, rich
from facilitator.errors import DocumentNeeds
from facilitator.i18n import PSEUDO, Translator
from facilitator.model.content import Directory, Helpline, Origin
from facilitator.model.group import Application
from facilitator.model.paper import Layout, PersonalData, Style

T = TypeVar("T")

_SHRED_AFTER = timedelta(days=7)
_TOPICS = {Application.GRIEF: "grief", Application.CARERS: "carers", Application.ADDICTION: "addiction",
           Application.YOUTH: "young-people"}
"""What helplines are for that a kind of group looks for first."""


def given(value: T | None, document: str, need: Need) -> T:
    """The value. Raises DocumentNeeds when there is none."""
    if value is None:
        raise DocumentNeeds(document=document, need=need.value)
    return value


def dress(document: Document, context: SheetContext, *, title: str, kind: str, blocks: tuple[Block, ...],
          note: str = "", running: str = "", warning: str = "", source: str = "", brief: str = "",
          personal: PersonalData = PersonalData.NONE, privacy_note: str = "", pages: int | None = None,
          fewest: int = 0, poster: bool = False, handed: str = "", faces: tuple[str, ...] = (),
          origins: tuple[Origin, ...] = ()) -> Sheet:
    """The sheet with its head and foot, for whom the document is declared.

    `origins` are those of items that no `source` tells of: one that is not translated is said to be in English.

    `brief` is the source in a line, for styles and sheets whose foot has no room for more. `fewest` are the sides that
    are tried for before those that it promises: `pages`, or what its document declares. A discreet sheet keeps what
    its head and foot would tell of a group or a purpose for the end of its words.
    """
    t = context.translator
    if any(untranslated(origin, t) for origin in origins) and in_english(t) not in source:
        source = f"{in_english(t)} {source}".rstrip()
    told = in_english(t) in source
    if told:
        blocks, source, brief = _told(blocks, source, brief, in_english(t))
    helps = t.gettext("Not a substitute for professional help.")
    least = brief or " ".join(filter(None, (in_english(t) if in_english(t) in source else "", _from(source, helps))))
    if is_draft(context) and not told:
        least = f"{draft(t)} {least}".rstrip()
        if context.style is Style.LARGE and not brief and helps in source:
            source = helps  # below, large print has one short line
            least = f"{draft(t)} {helps}"
        source, brief = (f"{draft(t)} {line}".rstrip() for line in (source, brief if brief or not source else source))
    long, short = crisis(context.directory, document.audience, context.today, t)
    cut = any(isinstance(block, Cards | Deck) for block in blocks)
    layout = context.layout(document.layouts)
    both = document.both_sides or layout in (Layout.BOOK, Layout.BACKED)
    several = document.promised(context.style) if pages is None else pages
    if context.style is Style.LARGE:
        # Beside the page number nothing else has room in the head; below, one short line.
        source = brief or source
        if warning and not context.discreet:
            blocks, warning = _warned(blocks, warning), ""
    if context.discreet:
        name, fold = document.neutral(t), document.audience is Audience.GIVE and not cut and layout is Layout.PAGE
        return Sheet(
            document=document.id, title=named(name, context.style, t), language=t.locale.replace("_", "-"),
            kind=t.gettext("Notes"), audience=document.audience, note=handed, running=handed,
            blocks=blocks if cut else _inside(blocks, name, warning, short, source), personal=personal,
            privacy=privacy_words(personal, t), privacy_note=privacy_note,
            page_words=t.gettext("Page {page} of {pages}"), pages=several, fewest=fewest,
            both_sides=both and not fold, style=context.style, discreet=True, ring=False, fold=fold, faces=faces,
            layout=layout)
    return Sheet(
        document=document.id, title=named(title, context.style, t), language=t.locale.replace("_", "-"), kind=kind,
        audience=document.audience, note=note, running=running or note, warning=warning, blocks=blocks, crisis=long,
        crisis_short=short, source=source, source_short=least, personal=personal,
        privacy=privacy_words(personal, t), privacy_note=privacy_note,
        page_words=t.gettext("Page {page} of {pages}"), pages=several, fewest=fewest, both_sides=both,
        style=context.style, poster=poster and layout is not Layout.BOOK, ring=not cut, faces=faces, layout=layout)


def _from(source: str, words: str) -> str:
    """What the source says from these words on: where its facts are from is told before."""
    return source[source.index(words):] if words in source else ""


def own_first(lines: Sequence[Helpline], context: SheetContext) -> tuple[Helpline, ...]:
    """Helplines in their order, those for just this kind of group first; discreet, nothing tells of what kind it is."""
    topic = _TOPICS.get(context.group.application, "") if context.group and not context.discreet else ""
    return tuple(sorted(lines, key=lambda line: topic not in line.topics)) if topic else tuple(lines)


def is_draft(context: SheetContext) -> bool:
    """Whether it speaks a language that no fluent speaker has read yet."""
    return context.translator.language not in ("en", PSEUDO, *context.read)


def draft(t: Translator) -> str:
    """What every sheet says in such a language."""
    return t.gettext("Draft translation: have a fluent speaker read it.")


def untranslated(origin: Origin, t: Translator) -> bool:
    """Whether an item came in English because it is not there in the language of the sheet."""
    return origin.language not in ("", t.language) and t.language != PSEUDO


def in_english(t: Translator) -> str:
    """What is said of such an item, in the language of the sheet."""
    return t.gettext("This part is in English: it is not translated yet.")


def _told(blocks: tuple[Block, ...], source: str, brief: str, words: str) -> tuple[tuple[Block, ...], str, str]:
    """The blocks with the words right under their title; cards to cut have none, so that their foot says it."""
    at = next((place + 1 for place, block in enumerate(blocks) if isinstance(block, Title)), 0)
    if not at:
        return blocks, source, brief and f"{words} {brief}"
    return (*blocks[:at], Para(words, Rank.STRONG), *blocks[at:]), source.replace(words, "").strip(), brief


def _warned(blocks: tuple[Block, ...], warning: str) -> tuple[Block, ...]:
    """The blocks with the warning right under their title."""
    at = next((place + 1 for place, block in enumerate(blocks) if isinstance(block, Title)), 0)
    return (*blocks[:at], Box((Para(warning, Rank.STRONG),), heavy=True), *blocks[at:])


def _inside(blocks: tuple[Block, ...], name: str, warning: str, crisis: Text, source: str) -> tuple[Block, ...]:
    """The blocks under a neutral title, with what the foot would say at their end."""
    out: list[Block] = [Title(name) if isinstance(block, Title) else block for block in blocks]
    told: list[Block] = [Para(warning, Rank.STRONG)] if warning else []
    if crisis and not any(isinstance(block, Danger) for block in blocks):
        told.append(Para(crisis, Rank.STRONG))
    if source:
        told.append(Para(source, Rank.SMALL, give=1))
    return (*out, Rule(give=1), *told) if told else tuple(out)


def named(title: str, style: Style, t: Translator) -> str:
    """A title with the variant it is printed in, for lists and bookmarks."""
    said = variant_words(style, t)
    return t.gettext("{title}, {variant}").format(title=title, variant=said) if said else title


def variant_words(style: Style, t: Translator) -> str:
    """How a sheet is laid out, in the middle of a line; empty for the standard."""
    return {Style.STANDARD: "", Style.LARGE: t.gettext("large print"), Style.EASYREAD: t.gettext("Easy Read style"),
            Style.SPACED: t.gettext("wide spacing")}[style]


def note(*parts: str) -> str:
    """The words beside the tab, parted by a dot; what is empty is left out."""
    return NOTE_DOT.join(part for part in parts if part)


def group_name(context: SheetContext) -> str:
    """The group's name where it may be seen."""
    return "" if context.discreet or context.group is None else context.group.name


def full_day(day: date, t: Translator) -> str:
    """A day with its weekday and year."""
    return t.date(day, "EEEE d MMMM y")


def plain_day(day: date, t: Translator) -> str:
    """A day with its year."""
    return t.date(day, "d MMMM y")


def month(day: date, t: Translator) -> str:
    """A month with its year."""
    return t.date(day, "MMMM y")


def shred_day(context: SheetContext) -> date:
    """The day by which paper with personal data is shredded: a week after the evening unless somebody chose another."""
    if context.shred_by is not None:
        return context.shred_by
    return (context.session.held_on if context.session else context.today) + _SHRED_AFTER


def source_line(origin: Origin, context: SheetContext) -> str:
    """Where the facts come from, what a sheet is no substitute for, and when it was looked at; late checks are said."""
    _ = context.translator.gettext
    parts = [in_english(context.translator) if untranslated(origin, context.translator) else "",
             f"{origin.source.rstrip('.')}." if origin.source and context.style is not Style.LARGE else "",
             _("Not a substitute for professional help."),
             _("Reviewed {month}.").format(month=month(origin.reviewed_on, context.translator))]
    if origin.review_by < context.today:
        parts.append(_("A new review was due in {month}.").format(month=month(origin.review_by, context.translator)))
    return " ".join(part for part in parts if part)


def privacy_words(personal: PersonalData, t: Translator) -> str:
    """The three states of personal data in words."""
    _ = t.gettext
    return {PersonalData.NONE: _("No personal data"), PersonalData.ONCE_FILLED: _("Personal once filled in"),
            PersonalData.CONTAINED: _("Contains personal data")}[personal]


def shred_note(context: SheetContext) -> str:
    """The second line of a solid privacy mark."""
    t = context.translator
    return t.gettext("Shred by {day}").format(day=t.date(shred_day(context), "d MMMM"))


def emergency_number(directory: Directory | None, t: Translator) -> str:
    """The country's number, or two to choose from; empty where we know none."""
    numbers = [line.number for line in directory.emergency] if directory else []
    if len(numbers) < 2:
        return numbers[0] if numbers else ""
    return t.gettext("{one} or {other}").format(one=numbers[0], other=numbers[1])


def crisis(directory: Directory | None, audience: Audience, today: date, t: Translator) -> tuple[Text, Text]:
    """The foot's crisis line, long and short. On sheets that are given out only a line that a person has checked."""
    _ = t.gettext
    number = emergency_number(directory, t)
    if directory is None or not number:
        return "", ""
    line = crisis_line(directory, audience, today)
    if line is None:
        alone = rich(_("<b>In danger: {number}.</b>"), number=number)
        return alone, alone
    facts = {"number": number, "name": line.name, "line": line.number.replace(" ", "\u00a0"), "hours": _low(line.hours),
             "cost": _low(line.cost)}
    if line not in directory.checked(today):
        unchecked = rich(_("<b>In danger: {number}.</b> To talk: {name} {line} (verify)"), **facts)
        return unchecked, unchecked
    short = rich(_("<b>In danger: {number}.</b> To talk: <b>{name} {line}</b>"), **facts)
    if not (line.hours and line.cost):
        return short, short
    return rich(_("<b>In danger: {number}.</b> To talk, {hours}: <b>{name} {line}</b>, {cost}"), **facts), short


def crisis_line(directory: Directory, audience: Audience, today: date) -> Helpline | None:
    """The line for any worry to ring, checked ones first; for the team also one that nobody has checked yet."""
    checked = directory.checked(today)
    may = [line for line in directory.lines if line.section == "any" and line.channel == "call"
           and (line in checked or audience is Audience.TEAM)]
    return min(may, key=lambda line: (line not in checked, "any" not in line.topics), default=None)


def _low(words: str) -> str:
    """Words for the middle of a sentence; what is written in capitals stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]

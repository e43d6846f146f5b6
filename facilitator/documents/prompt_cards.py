"""Prompts as a deck to cut out: for one part of an evening, none deeper than was chosen or than suits the group."""

from __future__ import annotations

from facilitator.documents.blocks import Block, Cards, CardTitle, Para, Rank
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Need, Option, Sheet
from facilitator.documents.picking import shelf
from facilitator.documents.surround import dress, note
from facilitator.i18n import Translator
from facilitator.model.paper import Style
from facilitator.model.prompt import DEEPEST, GENTLE_DEEPEST, Prompt, PromptUse

_COLUMNS = {Style.STANDARD: 2, Style.LARGE: 1, Style.SPACED: 1}
_ROWS = 4
DEPTH = Option(key="deepest", label=lambda t: t.gettext("How deep: 1 light, 2 everyday, 3 deep"),
               default=GENTLE_DEEPEST, least=1, most=DEEPEST)


def build(context: SheetContext) -> Sheet:
    """Eight cards a side, four in large print. Raises DocumentNeeds without the words."""
    _ = context.translator.gettext
    use = _use(context)
    prompts = _suiting(shelf(context, DOCUMENT.id).prompts, use, context)
    columns = _COLUMNS[context.style]
    cards = tuple(_card(prompt, context.translator, first=not place) for place, prompt in enumerate(prompts))
    return dress(DOCUMENT, context, title=_title(use, context.translator), kind=_("Prompts"),
                 blocks=(Cards(cards, columns, _ROWS),),
                 note=note(_("Cut along the dashes"), _words(use, context.translator)),
                 source=_("Take out what does not suit tonight. Anyone may pass."),
                 origins=tuple(prompt.origin for prompt in prompts),
                 pages=-(-len(cards) // (columns * _ROWS)))


def _suiting(prompts: tuple[Prompt, ...], use: PromptUse, context: SheetContext) -> tuple[Prompt, ...]:
    """Those for this use and group. Where no group is known, only what is written for every kind of group."""
    group = context.group
    deepest = context.option(DEPTH)
    return tuple(prompt for prompt in prompts if prompt.use is use and prompt.depth <= deepest and (
        not prompt.applications if group is None else prompt.suits(group.application, group.for_under_18s)))


def _card(prompt: Prompt, t: Translator, *, first: bool) -> tuple[Block, ...]:
    _ = t.gettext
    depth = {1: _("Light."), 2: _("Everyday."), 3: _("Deep: never after trauma or under 18.")}[prompt.depth]
    avoid = _("Leave it out if {case}.").format(case=prompt.avoid_if) if prompt.avoid_if else ""
    return CardTitle(prompt.text, first=first, clause=True), Para(f"{depth} {avoid}".rstrip(), Rank.SMALL)


def _use(context: SheetContext) -> PromptUse:
    return PromptUse(context.item) if context.item in tuple(PromptUse) else PromptUse.CHECK_IN


def _words(use: PromptUse, t: Translator) -> str:
    _ = t.gettext
    return {PromptUse.CHECK_IN: _("for the check-in"), PromptUse.DISCUSSION: _("for the discussion"),
            PromptUse.CHECK_OUT: _("for the check-out")}[use]


def _title(use: PromptUse, t: Translator) -> str:
    _ = t.gettext
    return {PromptUse.CHECK_IN: _("Check-in prompts"), PromptUse.DISCUSSION: _("Discussion prompts"),
            PromptUse.CHECK_OUT: _("Check-out prompts")}[use]


def _choices(context: SheetContext) -> tuple[tuple[str, str], ...]:
    return tuple((use.value, _title(use, context.translator)) for use in PromptUse) if context.shelf else ()


DOCUMENT = Document(
    id="prompt-cards", title=lambda t: t.gettext("Prompt cards"), audience=Audience.TEAM, order=27, build=build,
    needs=(Need.SHELF,), choices=_choices, listed=lambda context: _title(_use(context), context.translator),
    options=(DEPTH,), both_sides=False, pages=6, more_pages={Style.LARGE: 11},
    place=lambda t: t.gettext("Facilitators"), outside=lambda t: t.gettext("Cards to cut out"))

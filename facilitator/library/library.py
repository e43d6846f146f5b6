"""The library: every shipped item as a frozen value, read when first asked for, the group's own items beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from facilitator.errors import NotFound
from facilitator.library import agreements, scripts
from facilitator.library.evening import EveningWords
from facilitator.library.outline import Outline
from facilitator.library.own import CardChoices, Made, OwnReader, ScriptChoices
from facilitator.library.shipped import CORE, Shipped, find
from facilitator.model.agenda import SegmentKind
from facilitator.model.agreement import Clause
from facilitator.model.content import (
    AgendaTemplate,
    AgreementOverlay,
    AgreementTemplate,
    ApplicationExplained,
    ConsentWording,
    CopingCard,
    Directory,
    EmergencyCard,
    Leaflet,
    LevelExplained,
    Moment,
    MomentExplained,
    OwnContent,
    Script,
    ScriptKind,
)
from facilitator.model.group import Application, GroupDraft, RecordLevel, default_level
from facilitator.model.ids import Id
from facilitator.model.member import ConsentPurpose
from facilitator.model.numbers import NumbersKept
from facilitator.model.own import OwnKind, OwnText, Written
from facilitator.paths import resources

Numbers = Callable[[], NumbersKept]
"""Gives a charity's own numbers, and which of all were called, as they are now."""
OwnTexts = Callable[[], tuple[OwnText, ...]]
"""Gives a group's own texts as they are now: the very same tuple as long as none has changed."""


class Library(EveningWords):
    """Shipped content in a language for a country, and `own` content that replaces or follows it.

    `folder` holds `content/` and `directory/`. Whatever is asked for is read then and kept; a file that cannot be
    used raises ContentBroken with its path below `folder` and its line. What a language lacks comes in English.
    """

    def __init__(self, folder: Path | None = None, language: str = "en", country: str = "GB",
                 own: OwnContent | None = None) -> None:
        self._begin(Shipped(folder or resources(), language, country.upper()), own or OwnContent(), _none, NumbersKept)

    def _begin(self, shipped: Shipped, own: OwnContent, texts: OwnTexts, numbers: Numbers) -> None:
        self._shipped, self._own, self._texts, self._numbers = shipped, own, texts, numbers
        self._reader = OwnReader(shipped)
        self._made: Made | None = None

    def beside(self, texts: OwnTexts, numbers: Numbers = NumbersKept) -> Library:
        """The same library with a group's own texts and numbers in it, as they are each time it is asked."""
        out = Library.__new__(Library)
        out._begin(self._shipped, self._own, texts, numbers)
        return out

    def settle(self, country: str | None) -> None:
        """Go over to another country's numbers and spelling, once it is known whose groups these are; None: stay."""
        if country is not None and country.upper() != self.country:
            shipped = self._shipped
            self._begin(Shipped(shipped.folder, shipped.language, country.upper()), self._own, self._texts,
                        self._numbers)

    def speak(self, language: str) -> None:
        """Go over to another language."""
        if language != self.language:
            self._begin(Shipped(self._shipped.folder, language, self.country), self._own, self._texts, self._numbers)

    @property
    def language(self) -> str:
        """The language that is asked for."""
        return self._shipped.language

    @property
    def country(self) -> str:
        """The country whose numbers and spelling it has."""
        return self._shipped.country

    @property
    def _now(self) -> Made:
        texts = self._texts()
        if self._made is None or self._made.all_texts is not texts:
            self._made = Made(self._shipped, self._reader, self._own, texts)
        return self._made

    # ------------------------------------------------------------ agreements, agendas, scripts
    def agreement_core(self) -> AgreementTemplate:
        """The twelve clauses that every group's agreement starts from."""
        return self.agreement(CORE)

    def agreement(self, id: str) -> AgreementTemplate:
        """An agreement template. Raises NotFound."""
        return find(self._now.agreements, id)

    def agreement_overlays(self) -> tuple[AgreementOverlay, ...]:
        """All that a kind of group may add to the core, in the order of the kinds, those that are only offered last."""
        return self._now.overlays

    def agreement_items(self) -> tuple[AgreementTemplate | AgreementOverlay, ...]:
        """All clauses to choose from: the core, then what kinds of group add to it."""
        return (self.agreement_core(), *self._now.overlays)

    def overlays_for(self, application: Application) -> tuple[AgreementOverlay, ...]:
        """What this kind of group may add to the core: its own first, then what is offered."""
        return tuple(overlay for overlay in self._now.overlays if application in overlay.applications)

    def agreement_for(self, application: Application, chosen: Collection[str] = ()) -> tuple[Clause, ...]:
        """The clauses a group of this kind starts from: the core, its own overlay, the `chosen` of those offered."""
        taken = [overlay for overlay in self.overlays_for(application) if not overlay.offered or overlay.id in chosen]
        return agreements.weave(self.agreement_core().clauses, taken)

    def agenda_templates(self, application: Application | None = None) -> tuple[AgendaTemplate, ...]:
        """The plans that suit a kind of group, those made for it alone first; without one, all plans."""
        if application is None:
            return self._now.agendas
        fitting = [template for template in self._now.agendas if application in template.applications]
        return tuple(sorted(fitting, key=lambda template: template.applications.index(application)))

    def agenda_template(self, id: str) -> AgendaTemplate:
        """A plan by its id. Raises NotFound."""
        return find(self._now.agendas, id)

    def suited(self, template: AgendaTemplate, group: GroupDraft) -> AgendaTemplate:
        """A plan with the limits of confidentiality that this very group needs, in place of those it was written with.

        A plan for adults who give their names may be used where no names are taken, or by young people.
        """
        limits = self.limits_for(group.application, group.record_level is RecordLevel.TALLY, group.for_under_18s)
        written = tuple(script.lines for script in self.scripts_of(ScriptKind.LIMITS))
        segments = tuple(replace(segment, lines=scripts.exchange(segment.lines, written, limits.lines))
                         for segment in template.agenda.segments)
        return template if segments == template.agenda.segments else replace(
            template, agenda=replace(template.agenda, segments=segments))

    def scripts(self) -> tuple[Script, ...]:
        """All words to say, such as openings and closings."""
        return self._now.scripts

    def script(self, id: str) -> Script:
        """A script by its id. Raises NotFound."""
        found = self._now.script(id)
        if found is None:
            raise NotFound(id)
        return found

    def script_choices(self) -> ScriptChoices:
        """All words to say by their titles, to be read when chosen."""
        return ScriptChoices(self._now)

    def scripts_of(self, kind: ScriptKind, application: Application | None = None) -> tuple[Script, ...]:
        """All words to say of one kind, such as GROUNDING for the calm pause or NOT_AS_PLANNED at the door."""
        return tuple(script for script in self._now.scripts_of(lambda one: one is kind)
                     if application is None or application in script.applications)

    def limits_for(self, application: Application, anonymous: bool | None = None, under_18: bool = False) -> Script:
        """The words about the limits of confidentiality for a group. Raises NotFound.

        `anonymous`: no names are taken; None goes by the kind of group. Under 18 names are always known, so the words
        for young people come before anything else.
        """
        if under_18:
            application = Application.YOUTH
        if anonymous is None:
            anonymous = default_level(application) is RecordLevel.TALLY
        fitting = list(self.scripts_of(ScriptKind.LIMITS, application))
        fitting.sort(key=lambda script: script.anonymous != anonymous)
        if not fitting:
            raise NotFound(ScriptKind.LIMITS)
        return fitting[0]

    def scripts_for(self, segment: SegmentKind, application: Application, anonymous: bool | None = None,
                    under_18: bool = False) -> tuple[Script, ...]:
        """The words to say that suit a part of the evening in a kind of group: by kind, and the short before the long.

        Of the limits of confidentiality, only those that `limits_for` picks.
        """
        limits = self.limits_for(application, anonymous, under_18)
        kind = Application.YOUTH if under_18 else application
        order = tuple(ScriptKind)
        fitting = [script for script in self._now.scripts_of(lambda one: segment in one.segments)
                   if kind in script.applications and (script.kind is not ScriptKind.LIMITS or script == limits)]
        return tuple(sorted(fitting, key=lambda script: (order.index(script.kind), script.seconds)))

    # ------------------------------------------------------------ cards and numbers
    def coping_cards(self, application: Application | None = None,
                     moment: Moment | None = None) -> tuple[CopingCard, ...]:
        """The coping cards that suit a kind of group and a moment, by their numbers; without any, all of them."""
        return tuple(card for card in self._now.cards if card.suits(application, moment))

    def card_choices(self) -> CardChoices:
        """All coping cards by their titles, to be read when chosen."""
        return CardChoices(self._now)

    def coping_card(self, id: str) -> CopingCard:
        """A coping card by its id. Raises NotFound."""
        return self._now.card(id)

    def emergency_card(self) -> EmergencyCard:
        """The steps for the worst minute, with the country's emergency number in them."""
        return self._shipped.emergency

    def welcome(self) -> Leaflet:
        """What newcomers read: what happens, what they can always do, and what is asked of them."""
        return self._shipped.welcome

    def directory(self, country: str | None = None, group_id: Id | None = None) -> Directory:
        """A country's numbers, the library's own country unless told otherwise, and our own lines after them.

        Our own are those for every group, and those of `group_id`. A country we hold no file for has no numbers: an
        empty directory under its code.
        """
        found = self._shipped.directory(country)
        if self._own.helplines:
            found = replace(found, lines=found.lines + self._own.helplines)
        return self._numbers().known(found, group_id)

    def countries(self) -> tuple[tuple[str, str], ...]:
        """The countries there are numbers for: code and name, by code."""
        return tuple((code, self._shipped.directory(code).name) for code in self._shipped.countries())

    # ------------------------------------------------------------ plain explanations
    def consent_wording(self, purpose: ConsentPurpose) -> ConsentWording:
        """What to say when asking for this one thing, and the version a consent keeps."""
        for wording in self._shipped.consents:
            if wording.purpose is purpose:
                return wording
        raise NotFound(purpose.value)

    def level_explained(self, level: RecordLevel) -> LevelExplained:
        """What a record level means for the people in the group."""
        return self._shipped.levels[level]

    def application_explained(self, application: Application) -> ApplicationExplained:
        """A kind of group in a name and a plain line."""
        return next(entry for entry in self._shipped.applications if entry.application is application)

    def applications(self) -> tuple[ApplicationExplained, ...]:
        """The nine kinds of group, explained."""
        return self._shipped.applications

    def moments(self) -> tuple[MomentExplained, ...]:
        """The moments that cards are looked up by, explained."""
        return self._shipped.moments

    # ------------------------------------------------------------ own words
    @property
    def shipped(self) -> Shipped:
        """What ships, as it is without own words."""
        return self._shipped

    def original(self, kind: OwnKind, id: str) -> Written | None:
        """The shipped item of this id, whatever the group made of it; None for an item of the group's own."""
        found: tuple[Written, ...] = self._shipped.cards if kind is OwnKind.CARD else self._shipped.scripts
        return next((item for item in found if item.id == id), None)

    def own_text(self, kind: OwnKind, id: str) -> OwnText | None:
        """The group's own text of this id, where it has one that is used."""
        text = self._now.texts.get((kind, id))
        return text if text is not None and self._reader.readable(text) else None

    def outlines(self) -> tuple[Outline, ...]:
        """Cards and words to say in a line each, for lists."""
        return self._now.outlines

    @property
    def plain(self) -> Library:
        """The same library without any own words."""
        out = Library.__new__(Library)
        out._begin(self._shipped, OwnContent(), _none, NumbersKept)
        return out

    def unreadable(self, first: int = 0, count: int | None = None) -> tuple[OwnText, ...]:
        """Own texts that cannot be used as they are; the shipped item stands meanwhile, where there is one.

        Reading hundreds takes a while, so `count` of them from the `first` on can be looked at in a slice.
        """
        return self._now.unreadable(first, count)


def _none() -> tuple[OwnText, ...]:
    return _NONE


_NONE: tuple[OwnText, ...] = ()

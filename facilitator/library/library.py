"""The library: every shipped item as a frozen value, read when first asked for, the group's own items beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeVar

from facilitator.errors import ContentBroken, NotFound
from facilitator.i18n import _, translator
from facilitator.library import agendas, agreements, cards, directories, explained, leaflets, scripts
from facilitator.library.shelf import FALLBACK, Shelf
from facilitator.library.spelling import american
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
from facilitator.model.member import ConsentPurpose
from facilitator.paths import resources

CORE = "core"


class _Item(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Item)


class Library:
    """Shipped content in a language for a country, and `own` content that replaces or follows it.

    `folder` holds `content/` and `directory/`. Whatever is asked for is read then and kept; a file that cannot be
    used raises ContentBroken with its path below `folder` and its line. What a language lacks comes in English.
    """

    def __init__(self, folder: Path | None = None, language: str = "en", country: str = "GB",
                 own: OwnContent | None = None) -> None:
        self.language = language
        self.country = country.upper()
        self._own = own or OwnContent()
        self._folder = folder or resources()
        self._directories: dict[str, Directory] = {}
        self._shelf = Shelf(self._folder, language, self._speak, translator(language))

    # ------------------------------------------------------------ agreements, agendas, scripts
    def agreement_core(self) -> AgreementTemplate:
        """The twelve clauses that every group's agreement starts from."""
        return self.agreement(CORE)

    def agreement(self, id: str) -> AgreementTemplate:
        """An agreement template. Raises NotFound."""
        return _find(self._agreements, id)

    def agreement_overlays(self) -> tuple[AgreementOverlay, ...]:
        """All that a kind of group may add to the core, in the order of the kinds, those that are only offered last."""
        return self._overlays

    def overlays_for(self, application: Application) -> tuple[AgreementOverlay, ...]:
        """What this kind of group may add to the core: its own first, then what is offered."""
        return tuple(overlay for overlay in self._overlays if application in overlay.applications)

    def agreement_for(self, application: Application, chosen: Collection[str] = ()) -> tuple[Clause, ...]:
        """The clauses a group of this kind starts from: the core, its own overlay, the `chosen` of those offered."""
        taken = [overlay for overlay in self.overlays_for(application) if not overlay.offered or overlay.id in chosen]
        return agreements.weave(self.agreement_core().clauses, taken)

    def agenda_templates(self, application: Application | None = None) -> tuple[AgendaTemplate, ...]:
        """The plans that suit a kind of group, those made for it alone first; without one, all plans."""
        if application is None:
            return self._agendas
        fitting = [template for template in self._agendas if application in template.applications]
        return tuple(sorted(fitting, key=lambda template: template.applications.index(application)))

    def agenda_template(self, id: str) -> AgendaTemplate:
        """A plan by its id. Raises NotFound."""
        return _find(self._agendas, id)

    def suited(self, template: AgendaTemplate, group: GroupDraft) -> AgendaTemplate:
        """A plan with the limits of confidentiality that this very group needs, in place of those it was written with.

        A plan for adults who give their names may be used where no names are taken, or by young people.
        """
        limits = self.limits_for(group.application, group.record_level is RecordLevel.TALLY, group.for_under_18s)
        written = tuple(script.lines for script in self._scripts if script.kind is ScriptKind.LIMITS)
        segments = tuple(replace(segment, lines=scripts.exchange(segment.lines, written, limits.lines))
                         for segment in template.agenda.segments)
        return template if segments == template.agenda.segments else replace(
            template, agenda=replace(template.agenda, segments=segments))

    def scripts(self) -> tuple[Script, ...]:
        """All words to say, such as openings and closings."""
        return self._scripts

    def script(self, id: str) -> Script:
        """A script by its id. Raises NotFound."""
        return _find(self._scripts, id)

    def limits_for(self, application: Application, anonymous: bool | None = None, under_18: bool = False) -> Script:
        """The words about the limits of confidentiality for a group. Raises NotFound.

        `anonymous`: no names are taken; None goes by the kind of group. Under 18 names are always known, so the words
        for young people come before anything else.
        """
        if under_18:
            application = Application.YOUTH
        if anonymous is None:
            anonymous = default_level(application) is RecordLevel.TALLY
        fitting = [script for script in self._scripts
                   if script.kind is ScriptKind.LIMITS and application in script.applications]
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
        fitting = [script for script in self._scripts if segment in script.kind.segments
                   and kind in script.applications and (script.kind is not ScriptKind.LIMITS or script == limits)]
        return tuple(sorted(fitting, key=lambda script: (order.index(script.kind), script.seconds)))

    # ------------------------------------------------------------ cards and numbers
    def coping_cards(self, application: Application | None = None,
                     moment: Moment | None = None) -> tuple[CopingCard, ...]:
        """The coping cards that suit a kind of group and a moment, by their numbers; without any, all of them."""
        return tuple(card for card in self._cards if card.suits(application, moment))

    def coping_card(self, id: str) -> CopingCard:
        """A coping card by its id. Raises NotFound."""
        return _find(self._cards, id)

    def emergency_card(self) -> EmergencyCard:
        """The steps for the worst minute, with the country's emergency number in them."""
        return self._emergency

    def welcome(self) -> Leaflet:
        """What newcomers read: what happens, what they can always do, and what is asked of them."""
        return self._welcome

    def directory(self, country: str | None = None) -> Directory:
        """A country's numbers, the library's own country unless told otherwise, and the group's own lines after them.

        A country we hold no file for has no numbers: an empty directory under its code.
        """
        code = (country or self.country).upper()
        if code not in self._directories:
            self._directories[code] = self._directory(code)
        found = self._directories[code]
        return replace(found, lines=found.lines + self._own.helplines) if self._own.helplines else found

    def countries(self) -> tuple[tuple[str, str], ...]:
        """The countries there are numbers for: code and name, by code."""
        codes = sorted(path.stem for path in (self._folder / "directory").glob("*.toml"))
        return tuple((code, self.directory(code).name) for code in codes)

    # ------------------------------------------------------------ plain explanations
    def consent_wording(self, purpose: ConsentPurpose) -> ConsentWording:
        """What to say when asking for this one thing, and the version a consent keeps."""
        for wording in self._consents:
            if wording.purpose is purpose:
                return wording
        raise NotFound(purpose.value)

    def level_explained(self, level: RecordLevel) -> LevelExplained:
        """What a record level means for the people in the group."""
        return self._levels[level]

    def application_explained(self, application: Application) -> ApplicationExplained:
        """A kind of group in a name and a plain line."""
        return next(entry for entry in self._applications if entry.application is application)

    def applications(self) -> tuple[ApplicationExplained, ...]:
        """The nine kinds of group, explained."""
        return self._applications

    def moments(self) -> tuple[MomentExplained, ...]:
        """The moments that cards are looked up by, explained."""
        return self._moments

    # ------------------------------------------------------------ reading, once each
    @cached_property
    def _agreements(self) -> tuple[AgreementTemplate, ...]:
        return _with_own(self._all("agreements", ".md", agreements.read_agreement), self._own.agreements)

    @cached_property
    def _overlays(self) -> tuple[AgreementOverlay, ...]:
        def read(shelf: Shelf, name: str) -> AgreementOverlay:
            return agreements.read_overlay(shelf, name, core)

        core, order = self.agreement_core(), tuple(Application)
        shipped = sorted(self._all("overlays", ".md", read),
                         key=lambda overlay: (overlay.offered, order.index(overlay.applications[0])))
        return _with_own(tuple(shipped), self._own.overlays)

    @cached_property
    def _agendas(self) -> tuple[AgendaTemplate, ...]:
        def read(shelf: Shelf, name: str) -> tuple[AgendaTemplate, ...]:
            return agendas.read_agendas(shelf, name, self._script_or_none)

        return _with_own(self._every("agendas", ".toml", read), self._own.agendas)

    @cached_property
    def _scripts(self) -> tuple[Script, ...]:
        return _with_own(self._all("scripts", ".md", scripts.read_script), self._own.scripts)

    @cached_property
    def _cards(self) -> tuple[CopingCard, ...]:
        shipped = self._all("cards", ".md", cards.read_card)
        return _with_own(tuple(sorted(shipped, key=lambda card: card.number)), self._own.cards)

    @cached_property
    def _emergency(self) -> EmergencyCard:
        return cards.read_emergency(self._shelf, self._shelf.name("emergency.md"))

    @cached_property
    def _welcome(self) -> Leaflet:
        return leaflets.read_leaflet(self._shelf, self._shelf.name("welcome.md"))

    @cached_property
    def _consents(self) -> tuple[ConsentWording, ...]:
        return tuple(explained.read_consent(self._shelf, name) for name in self._shelf.names("consent", ".md"))

    @cached_property
    def _levels(self) -> tuple[LevelExplained, ...]:
        return explained.read_levels(self._shelf, self._shelf.name("levels.toml"))

    @cached_property
    def _applications(self) -> tuple[ApplicationExplained, ...]:
        return explained.read_applications(self._shelf, self._shelf.name("applications.toml"))

    @cached_property
    def _moments(self) -> tuple[MomentExplained, ...]:
        return explained.read_moments(self._shelf, self._shelf.name("moments.toml"))

    def _directory(self, code: str) -> Directory:
        name = f"directory/{code}.toml"
        if not (code.isalpha() and (self._folder / name).is_file()):
            return Directory(country=code, name=code, emergency=(), lines=())
        # Numbers stand in no sentence of their own, so nothing here may ask for the emergency number again.
        return directories.read_directory(Shelf(self._folder, self.language, self._spell, self._shelf.translator), name)

    def _all(self, kind: str, ending: str, read: Callable[[Shelf, str], Item]) -> tuple[Item, ...]:
        """The items of one kind, one in a file."""
        return self._every(kind, ending, lambda shelf, name: (read(shelf, name),))

    def _every(self, kind: str, ending: str, read: Callable[[Shelf, str], tuple[Item, ...]]) -> tuple[Item, ...]:
        """The items of one kind, several in a file."""
        out: dict[str, Item] = {}
        for name in self._shelf.names(kind, ending):
            for item in read(self._shelf, name):
                if item.id in out:
                    raise ContentBroken(name, 1, _("“{id}” is taken by another file").format(id=item.id))
                out[item.id] = item
        return tuple(out.values())

    def _script_or_none(self, id: str) -> Script | None:
        return next((script for script in self._scripts if script.id == id), None)

    def _spell(self, text: str) -> str:
        english = self.language.replace("-", "_").split("_")[0] == FALLBACK
        return american(text) if english and self.country == "US" else text

    def _speak(self, text: str) -> str:
        """Words as they are said in this country."""
        if "{emergency}" in text:
            numbers = [line.number for line in self.directory().emergency]
            text = text.replace("{emergency}", _either(numbers, self._shelf.translator.gettext))
        return self._spell(text)


def _either(numbers: list[str], gettext: Callable[[str], str]) -> str:
    """One number, two to choose from, or words where we know none."""
    if not numbers:
        return gettext("the emergency number")
    return numbers[0] if len(numbers) == 1 else gettext("{one} or {other}").format(one=numbers[0], other=numbers[1])


def _find(items: tuple[Item, ...], id: str) -> Item:
    for item in items:
        if item.id == id:
            return item
    raise NotFound(id)


def _with_own(shipped: tuple[Item, ...], own: tuple[Item, ...]) -> tuple[Item, ...]:
    """Shipped items, an own item of the same id in its place, other own items after them."""
    mine = {item.id: item for item in own}
    kept = tuple(mine.pop(item.id, item) for item in shipped)
    return (*kept, *mine.values())

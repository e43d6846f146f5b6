"""What ships with the app, read from its files when first asked for, each file once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from facilitator.errors import ContentBroken, NotFound
from facilitator.i18n import _, translator
from facilitator.library import agendas, agreements, cards, directories, explained, leaflets, scripts
from facilitator.library.agendas import FindScript
from facilitator.library.shelf import FALLBACK, Shelf
from facilitator.library.spelling import american
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
    MomentExplained,
    Script,
)
from facilitator.model.group import Application
from facilitator.model.own import OwnKind

if TYPE_CHECKING:
    from facilitator.library.evening_shelf import EveningShelf

CORE = "core"
_DATES = ("reviewed_on", "review_by")


class _Item(Protocol):
    @property
    def id(self) -> str: ...


Item = TypeVar("Item", bound=_Item)


class Shipped:
    """The shipped items in a language for a country. Raises ContentBroken for a file that cannot be used."""

    def __init__(self, folder: Path, language: str, country: str) -> None:
        self.folder, self.language, self.country = folder, language, country
        self.shelf = Shelf(folder, language, self._speak, translator(language))
        self._directories: dict[str, Directory] = {}
        self._files: dict[tuple[str, str], str] = {}

    # ------------------------------------------------------------ the items
    @cached_property
    def agreements(self) -> tuple[AgreementTemplate, ...]:
        """Agreements to start from."""
        return self._all("agreements", ".md", agreements.read_agreement)

    @cached_property
    def overlays(self) -> tuple[AgreementOverlay, ...]:
        """What kinds of group add to the core, in the order of the kinds, those that are only offered last."""
        def read(shelf: Shelf, name: str) -> AgreementOverlay:
            return agreements.read_overlay(shelf, name, core, quarters)

        core, order = find(self.agreements, CORE), tuple(Application)
        complete = agreements.read_agreement(self.shelf, f"content/{FALLBACK}/agreements/{CORE}.md")
        quarters = {english.theme: ours.theme for english, ours in zip(complete.clauses, core.clauses, strict=False)}
        return tuple(sorted(self._all("overlays", ".md", read),
                            key=lambda overlay: (overlay.offered, order.index(overlay.applications[0]))))

    def agendas(self, script: FindScript) -> tuple[AgendaTemplate, ...]:
        """Plans for an evening, with the words that `script` finds for them; read anew at each call."""
        return self.every("agendas", ".toml", lambda shelf, name: agendas.read_agendas(shelf, name, script))

    @cached_property
    def scripts(self) -> tuple[Script, ...]:
        """Words to say."""
        return self._all("scripts", ".md", scripts.read_script)

    @cached_property
    def cards(self) -> tuple[CopingCard, ...]:
        """Coping cards, by their numbers."""
        return tuple(sorted(self._all("cards", ".md", cards.read_card), key=lambda card: card.number))

    @cached_property
    def emergency(self) -> EmergencyCard:
        """The steps for the worst minute."""
        return cards.read_emergency(self.shelf, self.shelf.name("emergency.md"))

    @cached_property
    def welcome(self) -> Leaflet:
        """What newcomers read."""
        return leaflets.read_leaflet(self.shelf, self.shelf.name("welcome.md"))

    @cached_property
    def consents(self) -> tuple[ConsentWording, ...]:
        """What is said when one thing is asked for."""
        return tuple(explained.read_consent(self.shelf, name) for name in self.shelf.names("consent", ".md"))

    @cached_property
    def levels(self) -> tuple[LevelExplained, ...]:
        """The record levels, lowest first."""
        return explained.read_levels(self.shelf, self.shelf.name("levels.toml"))

    @cached_property
    def applications(self) -> tuple[ApplicationExplained, ...]:
        """The nine kinds of group."""
        return explained.read_applications(self.shelf, self.shelf.name("applications.toml"))

    @cached_property
    def moments(self) -> tuple[MomentExplained, ...]:
        """The moments that cards are looked up by."""
        return explained.read_moments(self.shelf, self.shelf.name("moments.toml"))

    @cached_property
    def evening(self) -> EveningShelf:
        """What an evening needs while it runs; its readers are brought in with it, not before the first screen."""
        from facilitator.library.evening_shelf import EveningShelf

        return EveningShelf(self)

    # ------------------------------------------------------------ numbers
    def directory(self, country: str | None = None) -> Directory:
        """A country's numbers; none where we hold no file."""
        code = (country or self.country).upper()
        if code not in self._directories:
            self._directories[code] = self._directory(code)
        return self._directories[code]

    def countries(self) -> tuple[str, ...]:
        """The countries there are numbers for, by code."""
        return tuple(sorted(path.stem for path in (self.folder / "directory").glob("*.toml")))

    # ------------------------------------------------------------ the texts of items
    def text(self, kind: OwnKind, id: str) -> str | None:
        """The text that an item is read from; None where nothing of this id ships."""
        found = self.cards if kind is OwnKind.CARD else self.scripts
        if not any(item.id == id for item in found):
            return None
        return self.shelf.text(self._files[f"{kind.value}s", id])

    def mark(self, kind: OwnKind, id: str) -> str:
        """What tells one wording of a shipped text from another; empty where nothing of this id ships."""
        from hashlib import blake2b  # brings OpenSSL with it, which no locked screen needs

        text = self.text(kind, id)
        if text is None:
            return ""
        said = [line for line in text.split("\n") if not line.startswith(_DATES)]  # looked at again is not changed
        return blake2b("\n".join(said).encode(), digest_size=16).hexdigest()

    def spell(self, text: str) -> str:
        """Words as they are spelled in this country."""
        english = self.language.replace("-", "_").split("_")[0] == FALLBACK
        return american(text) if english and self.country == "US" else text

    # ------------------------------------------------------------ reading
    def _directory(self, code: str) -> Directory:
        name = f"directory/{code}.toml"
        if not (code.isalpha() and (self.folder / name).is_file()):
            return Directory(country=code, name=code, emergency=(), lines=())
        # Numbers stand in no sentence of their own, so nothing here may ask for the emergency number again.
        words = self.shelf.translator
        found = directories.read_directory(Shelf(self.folder, self.language, self.spell, words), name)
        return replace(found, name=words.gettext(found.name))  # as among the settings, where all of them stand

    def _all(self, kind: str, ending: str, read: Callable[[Shelf, str], Item]) -> tuple[Item, ...]:
        """The items of one kind, one in a file."""
        return self.every(kind, ending, lambda shelf, name: (read(shelf, name),))

    def every(self, kind: str, ending: str, read: Callable[[Shelf, str], tuple[Item, ...]]) -> tuple[Item, ...]:
        """The items of one kind, several in a file. Raises ContentBroken where two have one id."""
        out: dict[str, Item] = {}
        for name in self.shelf.names(kind, ending):
            for item in read(self.shelf, name):
                if item.id in out:
                    raise ContentBroken(name, 1, _("“{id}” is taken by another file").format(id=item.id))
                out[item.id] = item
                self._files[kind, item.id] = name
        return tuple(out.values())

    def _speak(self, text: str) -> str:
        """Words as they are said in this country."""
        if "{emergency}" in text:
            numbers = [line.number for line in self.directory().emergency]
            text = text.replace("{emergency}", _either(numbers, self.shelf.translator.gettext))
        return self.spell(text)


def _either(numbers: list[str], gettext: Callable[[str], str]) -> str:
    """One number, two to choose from, or words where we know none."""
    if not numbers:
        return gettext("the emergency number")
    return numbers[0] if len(numbers) == 1 else gettext("{one} or {other}").format(one=numbers[0], other=numbers[1])


def find(items: tuple[Item, ...], id: str) -> Item:
    """The item of this id. Raises NotFound."""
    for item in items:
        if item.id == id:
            return item
    raise NotFound(id)

"""What ships for an evening while it runs, read from its files when first asked for, each file once."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from facilitator.library import forms, handouts, hard_moments, leaflets, prompts, readings, safeguarding
from facilitator.model.content import ConsentWording, CopingCard, Leaflet
from facilitator.model.easy_read import EasyRead
from facilitator.model.feedback import Instrument
from facilitator.model.form import Form, RoleCard, WellbeingLine
from facilitator.model.handout import Handout
from facilitator.model.hard_moment import HardMoment, Tap
from facilitator.model.prompt import Prompt, PromptUse
from facilitator.model.reading import Reading
from facilitator.model.rota import Role
from facilitator.model.safeguarding import SafeguardingFlow

if TYPE_CHECKING:
    from facilitator.library.shipped import Shipped


class EveningShelf:
    """The shipped items, on one shelf. Raises ContentBroken for a file that cannot be used."""

    def __init__(self, shipped: Shipped) -> None:
        self._shelf, self._every, self._shipped = shipped.shelf, shipped.every, shipped
        self._easy: dict[str, EasyRead | None] = {}

    @property
    def consents(self) -> tuple[ConsentWording, ...]:
        """What is said when one thing is asked for."""
        return self._shipped.consents

    @property
    def shipped_cards(self) -> tuple[CopingCard, ...]:
        """Coping cards as they ship, whatever a group made of them."""
        return self._shipped.cards

    @cached_property
    def taps(self) -> dict[str, Tap]:
        """What can be stamped with a time in one tap, by id."""
        return hard_moments.read_taps(self._shelf, self._shelf.name("taps.toml"))

    @cached_property
    def hard_moments(self) -> tuple[HardMoment, ...]:
        """Cards for hard moments, by their numbers."""
        found = self._every("hard-moments", ".md",
                            lambda shelf, name: (hard_moments.read_hard_moment(shelf, name, self.taps),))
        return tuple(sorted(found, key=lambda card: card.number))

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """Prompts, use by use in the order of an evening, the light ones first."""
        order = tuple(PromptUse)
        return tuple(sorted(self._every("prompts", ".toml", prompts.read_prompts),
                            key=lambda prompt: (order.index(prompt.use), prompt.depth)))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Readings, our own first."""
        return tuple(sorted(self._every("readings", ".md", lambda shelf, name: (readings.read_reading(shelf, name),)),
                            key=lambda one: one.quoted))

    @cached_property
    def handouts(self) -> tuple[Handout, ...]:
        """Handouts and background for facilitators, by their numbers."""
        found = self._every("handouts", ".md", lambda shelf, name: (handouts.read_handout(shelf, name),))
        return tuple(sorted(found, key=lambda one: one.number))

    def easy_read(self, document: str, item: str = "") -> EasyRead | None:
        """The Easy Read version of a document, or of the library item it is made of; None where there is none."""
        from facilitator.library.easy_read import read_easy_read

        id = f"{document}-{item}" if item else document
        if id not in self._easy:
            name = self._easy_files.get(id)
            self._easy[id] = None if name is None else read_easy_read(self._shelf, name)
        return self._easy[id]

    @cached_property
    def easy_reads(self) -> tuple[EasyRead, ...]:
        """All Easy Read versions."""
        from facilitator.library.easy_read import read_easy_read

        return self._every("easyread", ".toml", lambda shelf, name: (read_easy_read(shelf, name),))

    @cached_property
    def _easy_files(self) -> dict[str, str]:
        """Their files by what they are called: one is read alone, as somebody waits for it."""
        return {name.rpartition("/")[2].removesuffix(".toml"): name for name in self._shelf.names("easyread", ".toml")}

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Forms around an evening."""
        return self._every("forms", ".toml", lambda shelf, name: (forms.read_form(shelf, name),))

    @cached_property
    def roles(self) -> tuple[RoleCard, ...]:
        """Role cards, in the order of the roles."""
        order = tuple(Role)
        return tuple(sorted(self._every("roles", ".md", lambda shelf, name: (forms.read_role(shelf, name),)),
                            key=lambda card: order.index(card.role)))

    @cached_property
    def wellbeing(self) -> tuple[WellbeingLine, ...]:
        """Lines for a facilitator's own sake."""
        return forms.read_wellbeing(self._shelf, self._shelf.name("wellbeing.toml"))

    @cached_property
    def chair_card(self) -> Leaflet:
        """What lies on each chair."""
        return leaflets.read_leaflet(self._shelf, self._shelf.name("chair-card.md"))

    @cached_property
    def paper_evening(self) -> Leaflet:
        """How to run an evening with the laptop shut."""
        return leaflets.read_leaflet(self._shelf, self._shelf.name("paper-evening.md"))

    @cached_property
    def safeguarding(self) -> SafeguardingFlow:
        """What to do when somebody may be hurt, or tells us so."""
        return safeguarding.read_flow(self._shelf, self._shelf.name("safeguarding.toml"))

    @cached_property
    def instruments(self) -> tuple[Instrument, ...]:
        """Questions of others that may be asked, word for word."""
        return safeguarding.read_instruments(self._shelf, self._shelf.name("measures.toml"))

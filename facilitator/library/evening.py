"""The words that an evening needs while it runs: hard moments, prompts, readings, forms, roles, a calm pause."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from facilitator.errors import NotFound
from facilitator.library.shipped import find
from facilitator.model.matching import Names, Rank

if TYPE_CHECKING:  # these are brought in with the first item that is asked for, not before the first screen
    from facilitator.library.shipped import Shipped
    from facilitator.model.content import Leaflet
    from facilitator.model.feedback import Instrument
    from facilitator.model.form import Form, RoleCard, WellbeingLine
    from facilitator.model.group import Application
    from facilitator.model.handout import Handout, HandoutKind
    from facilitator.model.hard_moment import HardMoment, Tap
    from facilitator.model.prompt import Prompt, PromptUse
    from facilitator.model.reading import Reading, ReadingPlace
    from facilitator.model.rota import Role
    from facilitator.model.safeguarding import SafeguardingFlow


class EveningWords:
    """The part of the library that is asked while people are in the room; each kind is read when first asked for."""

    _shipped: Shipped

    # ------------------------------------------------------------ hard moments
    def hard_moments(self, application: Application | None = None) -> tuple[HardMoment, ...]:
        """The cards for hard moments that suit a kind of group, by their numbers; without one, all nineteen."""
        return tuple(card for card in self._shipped.evening.hard_moments if card.suits(application))

    def hard_moment(self, id: str) -> HardMoment:
        """A card for a hard moment by its id. Raises NotFound."""
        return find(self._shipped.evening.hard_moments, id)

    def find_hard_moments(self, typed: str, application: Application | None = None) -> tuple[HardMoment, ...]:
        """The cards that fit what somebody types in a hurry, the best first: by title, then by other words for it.

        Beginnings of words do; a slip is forgiven where nothing fits otherwise. Nothing typed gives all of them.
        """
        cards = self.hard_moments(application)
        if not typed.strip():
            return cards
        titles = Names((at, card.title) for at, card in enumerate(cards)).find(typed)
        others = Names((at, " ".join((card.title, *card.search))) for at, card in enumerate(cards)).find(typed)
        ranks = {at: min(rank, titles.get(at, rank)) for at, rank in others.items()}
        if any(rank < Rank.SLIP for rank in ranks.values()):  # nobody in a hurry should read past a guess
            ranks = {at: rank for at, rank in ranks.items() if rank < Rank.SLIP}
        return tuple(cards[at] for at in sorted(ranks, key=lambda at: (at not in titles, ranks[at], at)))

    def taps(self) -> tuple[Tap, ...]:
        """All that can be stamped with a time in one tap; a log keeps the ids and finds the words here."""
        return tuple(self._shipped.evening.taps.values())

    def tap(self, id: str) -> Tap:
        """One of them by its id. Raises NotFound."""
        if id not in self._shipped.evening.taps:
            raise NotFound(id)
        return self._shipped.evening.taps[id]

    # ------------------------------------------------------------ prompts and readings
    def prompts(self, use: PromptUse | None = None, application: Application | None = None, *,
                deepest: int | None = None, under_18: bool = False) -> tuple[Prompt, ...]:
        """The prompts for a use and a kind of group, light ones first.

        After trauma and for young people none is deeper than 2, whatever `deepest` allows.
        """
        return tuple(prompt for prompt in self._shipped.evening.prompts if use in (None, prompt.use)
                     and (deepest is None or prompt.depth <= deepest) and prompt.suits(application, under_18))

    def prompt(self, id: str) -> Prompt:
        """A prompt by its id. Raises NotFound."""
        return find(self._shipped.evening.prompts, id)

    def readings(self, application: Application | None = None,
                 place: ReadingPlace | None = None) -> tuple[Reading, ...]:
        """The readings for a kind of group and a place in the evening, our own first; without any, all of them."""
        return tuple(reading for reading in self._shipped.evening.readings if reading.suits(application, place))

    def reading(self, id: str) -> Reading:
        """A reading by its id. Raises NotFound."""
        return find(self._shipped.evening.readings, id)

    # ------------------------------------------------------------ handouts
    def handouts(self, application: Application | None = None, kind: HandoutKind | None = None) -> tuple[Handout, ...]:
        """The handouts for a kind of group, by their numbers; without any, all, background for facilitators last."""
        return tuple(one for one in self._shipped.evening.handouts
                     if one.suits(application) and kind in (None, one.kind))

    def handout(self, id: str) -> Handout:
        """A handout by its id. Raises NotFound."""
        return find(self._shipped.evening.handouts, id)

    # ------------------------------------------------------------ forms and cards
    def forms(self) -> tuple[Form, ...]:
        """All forms in words: debrief, supervision, reflective log, and those from before one leads."""
        return self._shipped.evening.forms

    def form(self, id: str) -> Form:
        """A form by its id, as `model.form` names them: DEBRIEF and the others. Raises NotFound."""
        return find(self._shipped.evening.forms, id)

    def role_cards(self) -> tuple[RoleCard, ...]:
        """What to do in the roles that go round, in the order of the roles."""
        return self._shipped.evening.roles

    def role_card(self, role: Role) -> RoleCard:
        """The card of a role. Raises NotFound for those who run the circle."""
        for card in self._shipped.evening.roles:
            if card.role is role:
                return card
        raise NotFound(role.value)

    def chair_card(self) -> Leaflet:
        """What lies on each chair: what a circle is tonight, and that one may pass."""
        return self._shipped.evening.chair_card

    def paper_evening(self) -> Leaflet:
        """How to run an evening with the laptop shut, on one sheet."""
        return self._shipped.evening.paper_evening

    def safeguarding(self) -> SafeguardingFlow:
        """What to do when somebody may be hurt, or tells us so."""
        return self._shipped.evening.safeguarding

    def instruments(self) -> tuple[Instrument, ...]:
        """Questions of others that may be asked, word for word, and counted."""
        return self._shipped.evening.instruments

    def wellbeing_lines(self) -> tuple[WellbeingLine, ...]:
        """All lines for the facilitator's own sake."""
        return self._shipped.evening.wellbeing

    def wellbeing_line(self, day: date) -> WellbeingLine:
        """The line for an evening: another one each time, for a weekly circle as for a monthly one."""
        lines = self._shipped.evening.wellbeing
        return lines[day.toordinal() % len(lines)]

"""The place itself: it shows one page at a time, by its path."""

from __future__ import annotations

from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.group import Group
from ui.desk import Desk
from ui.go import Go, Way
from ui.screen import Screen
from ui.screens.groups.leaf import Leaf, Room
from ui.screens.groups.ways import ways_of
from ui.screens.groups.where import PARTS, Path, read


class Groups(Screen):
    """Groups and all that belongs to them. `where.py` says what `Go.show` may be."""

    place, icon = "groups", "groups"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._room = Room(desk, self.open)
        self._leaf: Leaf | None = None
        self._away = True

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Groups")

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What the search finds here."""
        return (
            Way(_("Make a group"), Go("groups", "new"), _("new circle add start set up")),
            Way(_("Who answers for the groups"), Go("groups", "organisation"),
                _("organisation charity contact name safeguarding lead deputy")),
            Way(_("Venues"), Go("groups", "venues"), _("hall room address place add new where we meet")),
        )

    @staticmethod
    def group_ways(group: Group) -> tuple[Way, ...]:
        """What can be done with one group; with its people only where it keeps names."""
        return ways_of(group)

    @property
    def leaf(self) -> Leaf | None:
        """The page shown now."""
        return self._leaf

    def arrive(self, go: Go) -> None:
        """Show what is asked for; pressed again while here, the place leads back to its list."""
        path = read(go.show)
        if path is None and (self._leaf is None or (not self._away and go.show is None)):
            path = ()
        self._away = False
        if path is not None:
            self.open(path)
        elif self._leaf is not None:
            self._leaf.begin()

    def changed(self, change: Change) -> None:
        """The page reads again what is its own."""
        if self._leaf is not None:
            self._leaf.changed(change)

    def leave(self) -> None:
        """Off to another place; the page stays as it is."""
        self._away = True
        if self._leaf is not None:
            self._leaf.away()

    def open(self, path: Path) -> None:
        """Show the page of a path."""
        if self._leaf is not None:
            self._leaf.leave()
        leaf = _leaf(self._room, path)
        self._leaf = leaf
        self.show_page(leaf)
        leaf.read()


def _leaf(room: Room, path: Path) -> Leaf:
    """The page of a path; the list of groups for one that leads nowhere. Pages are imported when first gone to."""
    match path:
        case ("new",):
            from ui.screens.groups.about.making import NewGroup

            return NewGroup(room)
        case ("organisation",):
            from ui.screens.groups.about.organisation import OrganisationForm

            return OrganisationForm(room)
        case (bytes() as group_id,):
            from ui.screens.groups.group import GroupPage

            return GroupPage(room, (group_id, PARTS[0]))
        case (bytes(), str() as part) if part in PARTS:
            from ui.screens.groups.group import GroupPage

            return GroupPage(room, path)
        case (bytes(), "change") | (bytes(), "change", "level"):
            from ui.screens.groups.about.changing import ChangeGroup

            return ChangeGroup(room, path)
        case (bytes(), "away"):
            from ui.screens.groups.about.away import PutAway

            return PutAway(room, path)
        case (bytes(), "lower", *_level):
            from ui.screens.groups.about.lowering import LowerLevel

            return LowerLevel(room, path)
        case (bytes(), "people", *_steps):
            return _person(room, path)
        case (bytes(), "meetings", "extra") | (bytes(), "meetings", "move", bytes()):
            from ui.screens.groups.evenings.single import EveningForm

            return EveningForm(room, path)
        case (bytes(), "meetings", "new" | bytes()):
            from ui.screens.groups.evenings.rule import RuleForm

            return RuleForm(room, path)
        case (bytes(), "evenings", *_steps):
            return _evening(room, path)
        case (bytes(), "pairs", *_steps):
            return _pair(room, path)
        case (bytes(), "incidents" | "feedback", *_steps):
            return _afterwards(room, path)
        case (bytes(), "agreement", "change"):
            from ui.screens.groups.agreement.agreeing import AgreeingForm

            return AgreeingForm(room, path)
        case (bytes(), "agreement", bytes()):
            from ui.screens.groups.agreement.newest import VersionPage

            return VersionPage(room, path)
        case (bytes(), "team", "venues") | ("venues",):
            from ui.screens.groups.about.venues import VenuesPage

            return VenuesPage(room, path)
        case (bytes(), "team", "person", bytes()):
            from ui.screens.groups.about.person import PersonForm

            return PersonForm(room, path)
        case (bytes(), "team", "venue" | bytes()) | ("venues", "new" | bytes()):
            from ui.screens.groups.about.venue import VenueForm

            return VenueForm(room, path)
        case _:
            from ui.screens.groups.roll import Roll

            return Roll(room)


def _evening(room: Room, path: Path) -> Leaf:
    match path[2:]:
        case (bytes(), "happened"):
            from ui.screens.groups.evenings.happened import HappenedForm

            return HappenedForm(room, path)
        case (bytes(),):
            from ui.screens.groups.evenings.evening import EveningLeaf

            return EveningLeaf(room, path)
        case _:
            from ui.screens.groups.evenings.listing import EveningsPage

            return EveningsPage(room, path[:2])


def _pair(room: Room, path: Path) -> Leaf:
    match path[2:]:
        case ("new",) | (bytes(), "change"):
            from ui.screens.groups.pairings.form import PairForm

            return PairForm(room, path)
        case (bytes(),):
            from ui.screens.groups.pairings.pair import PairPage

            return PairPage(room, path)
        case _:
            from ui.screens.groups.pairings.listing import PairsPage

            return PairsPage(room, path[:2])


def _afterwards(room: Room, path: Path) -> Leaf:
    match path[1:]:
        case ("incidents", "new" | bytes()):
            from ui.screens.groups.incidents.form import IncidentForm

            return IncidentForm(room, path)
        case ("incidents", *_steps):
            from ui.screens.groups.incidents.listing import IncidentsPage

            return IncidentsPage(room, path[:2])
        case ("feedback", "measure"):
            from ui.screens.groups.feedback.measuring import MeasureForm

            return MeasureForm(room, path)
        case _:
            from ui.screens.groups.feedback.page import FeedbackPage

            return FeedbackPage(room, path[:2])


def _person(room: Room, path: Path) -> Leaf:
    match path[2:]:
        case ("new",) | (bytes(), "change"):
            from ui.screens.groups.people.memberform import MemberForm

            return MemberForm(room, path)
        case ("import",):
            from ui.screens.groups.spreadsheets.bringing import BringIn

            return BringIn(room, path)
        case ("export",):
            from ui.screens.groups.spreadsheets.saving import SaveList

            return SaveList(room, path)
        case (bytes(), "erase"):
            from ui.screens.groups.people.erasing import ErasePerson

            return ErasePerson(room, path)
        case (bytes(), "told"):
            from ui.screens.groups.spreadsheets.telling import TellPerson

            return TellPerson(room, path)
        case (bytes(), str()):
            from ui.screens.groups.people.consent import ConsentForm

            return ConsentForm(room, path)
        case _:
            from ui.screens.groups.people.member import MemberPage

            return MemberPage(room, path)

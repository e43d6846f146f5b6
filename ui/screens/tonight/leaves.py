"""The leaves of Tonight, the evening itself first. Adding one is one line here; it is loaded when one turns to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui.screens.tonight import leaf
from ui.screens.tonight.leaf import Leaf


@dataclass(frozen=True, slots=True)
class Turning:
    """How one turns to a leaf: by its key, or to the `drafts`, the forms whose half-typed words are picked up there."""

    key: str
    load: Callable[[], type[Leaf]]
    drafts: tuple[str, ...] = ()


def _opening() -> type[Leaf]:
    from ui.screens.tonight.opening import Opening

    return Opening


def _counting() -> type[Leaf]:
    from ui.screens.tonight.counting import Counting

    return Counting


def _ready() -> type[Leaf]:
    from ui.screens.tonight.ready.leaf import BeforeBeginning

    return BeforeBeginning


def _circle() -> type[Leaf]:
    from ui.screens.tonight.running.leaf import Circle

    return Circle


def _choosing() -> type[Leaf]:
    from ui.screens.tonight.choosing import Choosing

    return Choosing


def _moments() -> type[Leaf]:
    from ui.screens.tonight.moments.leaf import Moments

    return Moments


def _after() -> type[Leaf]:
    from ui.screens.tonight.after.leaf import AfterCircle

    return AfterCircle


def _notes() -> type[Leaf]:
    from ui.screens.tonight.notes.leaf import NotesLeaf

    return NotesLeaf


def _debrief() -> type[Leaf]:
    from ui.screens.tonight.debrief.leaf import DebriefLeaf

    return DebriefLeaf


def _handing() -> type[Leaf]:
    from ui.screens.tonight.handing.leaf import HandOn

    return HandOn


def _own() -> type[Leaf]:
    from ui.screens.tonight.own.leaf import OwnPages

    return OwnPages


def _catching() -> type[Leaf]:
    from ui.screens.tonight.catchup.leaf import CatchingUpLeaf

    return CatchingUpLeaf


def _concern() -> type[Leaf]:
    from ui.screens.tonight.concern.leaf import ConcernLeaf

    return ConcernLeaf


LEAVES: tuple[Turning, ...] = (
    Turning(leaf.EVENING, _opening),
    Turning(leaf.COUNT, _counting, (leaf.HALF_NEWCOMER,)),
    Turning(leaf.READY, _ready),
    Turning(leaf.RUN, _circle),
    Turning(leaf.OTHERS, _choosing),
    Turning(leaf.MOMENTS, _moments),
    Turning(leaf.AFTER, _after, (leaf.HALF_LOOSE,)),
    Turning(leaf.NOTES, _notes, (leaf.HALF_NOTE,)),
    Turning(leaf.DEBRIEF, _debrief, (leaf.HALF_DEBRIEF,)),
    Turning(leaf.HANDING, _handing, (leaf.HALF_BATON,)),
    Turning(leaf.OWN, _own, (leaf.HALF_OWN,)),
    Turning(leaf.CATCHING, _catching, (leaf.HALF_PAPER,)),
    Turning(leaf.CONCERN, _concern, (leaf.HALF_CONCERN, leaf.HALF_POINTER)),
)

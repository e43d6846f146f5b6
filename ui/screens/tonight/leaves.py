"""The leaves of Tonight, the evening itself first. Adding one is one line here."""

from __future__ import annotations

from ui.screens.tonight.after.leaf import AfterCircle
from ui.screens.tonight.catchup.leaf import CatchingUpLeaf
from ui.screens.tonight.choosing import Choosing
from ui.screens.tonight.counting import Counting
from ui.screens.tonight.debrief.leaf import DebriefLeaf
from ui.screens.tonight.handing.leaf import HandOn
from ui.screens.tonight.leaf import Leaf
from ui.screens.tonight.moments.leaf import Moments
from ui.screens.tonight.opening import Opening
from ui.screens.tonight.own.leaf import OwnPages
from ui.screens.tonight.ready.leaf import BeforeBeginning
from ui.screens.tonight.running.leaf import Circle

LEAVES: tuple[type[Leaf], ...] = (
    Opening,
    Counting,
    BeforeBeginning,
    Circle,
    Choosing,
    Moments,
    AfterCircle,
    DebriefLeaf,
    HandOn,
    OwnPages,
    CatchingUpLeaf,
)

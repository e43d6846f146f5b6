"""The address that is read to an ambulance: the place once, then where it is."""

from __future__ import annotations

import pytest

from facilitator.model.organisation import spoken_address


@pytest.mark.parametrize(("name", "address", "said"), [
    ("St Anne’s Hall, back room", "St Anne’s Hall, 14 Mill Lane", "St Anne’s Hall, back room, 14 Mill Lane"),
    ("The Hall", "14 Mill Lane", "The Hall, 14 Mill Lane"), ("The Hall", "", "The Hall"),
    ("", "14 Mill Lane", "14 Mill Lane"), ("Mill Lane 14", "mill lane 14", "Mill Lane 14"),
    ("The Hall", "The Hallway, 3 High Street", "The Hall, The Hallway, 3 High Street"),
    ("Room 2", "  14  Mill\nLane ", "Room 2, 14 Mill Lane"), ("", "", ""),
])
def test_nothing_is_said_twice(name: str, address: str, said: str) -> None:
    assert spoken_address(name, address) == said

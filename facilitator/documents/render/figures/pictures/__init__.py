"""The pictures of Easy Read, on a ground of 100 by 100: people solid, things outlined, one marigold thing in each."""

from __future__ import annotations

import re

from facilitator.documents.render.figures.pictures import body, people, places, things
from facilitator.documents.render.figures.shapes import Drawing
from facilitator.model.easy_read import Picture

__all__ = ["PAINTS", "picture_of"]

_SIDE = 100.0
_CLOCKS = re.compile(r"clock-(\d+)-(\d+)")
_DIAL = "dial-"
_LABEL = 5
"""Figures of a number that a picture of a telephone has room for."""

PAINTS = {**people.PAINTS, **things.PAINTS, **places.PAINTS, **body.PAINTS}


def picture_of(name: str) -> Drawing | None:
    """The picture of that name; `clock-1140-1230` shows two times, `dial-999` a telephone with that number on it."""
    if found := _CLOCKS.fullmatch(name):
        return Drawing(_SIDE, _SIDE, things.clocks(int(found[1]), int(found[2])))
    if name.startswith(_DIAL):
        number = name.removeprefix(_DIAL)
        label = ((number, 50.0, 54.0),) if len(number) <= _LABEL and number.isdigit() else ()
        return Drawing(_SIDE, _SIDE, things.wide_phone if label else PAINTS[Picture.DIAL], labels=label)
    known = next((picture for picture in Picture if picture == name), None)
    return None if known is None else Drawing(_SIDE, _SIDE, PAINTS[known])

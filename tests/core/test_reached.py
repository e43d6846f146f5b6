"""How a line is reached: a web address is never to be called, and a word to text goes with its number."""

from __future__ import annotations

import pytest

from facilitator.i18n import translator
from facilitator.model.content import Helpline
from facilitator.model.numbers import Channel
from facilitator.model.reached import before_number, to_reach, way


@pytest.mark.parametrize(("channel", "number", "keyword", "before", "whole"), [
    ("call", "116 123", "", "", "116 123"),
    ("text", "85258", "SHOUT", "Text SHOUT to", "Text SHOUT to 85258"),
    ("text", "07700 900123", "", "Text", "Text 07700 900123"),
    ("chat", "aster.example", "", "Chat", "Chat: aster.example"),
    ("web", "findahelpline.com", "", "Online", "Online: findahelpline.com"),
    ("pigeon", "loft 4", "", "pigeon", "pigeon: loft 4"),
])
def test_what_stands_before_a_number(channel: str, number: str, keyword: str, before: str, whole: str) -> None:
    line = Helpline(id="x", name="Aster", what="Any worry", number=number, channel=channel, keyword=keyword)
    assert (before_number(line, translator("en")), to_reach(line, translator("en"))) == (before, whole)


def test_every_way_has_its_word() -> None:
    said = [way(channel.value, translator("en")) for channel in Channel]
    assert said == ["Call", "Text", "Chat", "Online"]

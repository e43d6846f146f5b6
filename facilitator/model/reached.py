"""How a line is reached, in words: sheets, shelves and the emergency card all take them from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.model.numbers import Channel

if TYPE_CHECKING:
    from facilitator.i18n import Translator
    from facilitator.model.content import Helpline


def way(channel: str, t: Translator) -> str:
    """What one does to reach it; what a later version may know is told as it is kept."""
    return {Channel.CALL.value: t.gettext("Call"), Channel.TEXT.value: t.gettext("Text"),
            Channel.CHAT.value: t.gettext("Chat"), Channel.WEB.value: t.gettext("Online")}.get(channel, channel)


def before_number(line: Helpline, t: Translator) -> str:
    """What stands before its number or its address, where one does anything but call it."""
    if line.keyword:
        return t.gettext("Text {word} to").format(word=line.keyword)
    return "" if line.channel == Channel.CALL.value else way(line.channel, t)


def to_reach(line: Helpline, t: Translator) -> str:
    """Its number or its address in one go, with what is done with it where that is not calling."""
    if line.keyword:
        return t.gettext("Text {word} to {number}").format(word=line.keyword, number=line.number)
    match line.channel:
        case Channel.CALL.value:
            return line.number
        case Channel.TEXT.value:
            return t.gettext("Text {number}").format(number=line.number)
        case _:
            return t.gettext("{how}: {address}").format(how=way(line.channel, t), address=line.number)

"""The invented charity's own library items: cards and words to say, written down over the years."""

from __future__ import annotations

from collections.abc import Iterator

_ABOUT = ("breathing out slowly", "a walk after supper", "writing one line a day", "a cup of tea by the window",
          "asking one small question", "a song from long ago", "tidying one drawer", "phoning before ten",
          "counting blue things", "a warm hand on the chest", "leaving early, kindly", "telling one person")
_FOR = ("long nights", "the first of the month", "crowded rooms", "bad news", "birthdays", "the waiting room",
        "Sunday evenings", "after an argument", "the way home", "a day without plans")
_SAY = ("Sit as you like. Nobody has to join in, and stopping is always fine.",
        "Do it once now, together. Then say in a word or two how it went, or pass.",
        "It will not take the trouble away. It can make the next half hour easier.",
        "Take the card home. Put it where you will find it when you need it.",
        "If it makes things worse, leave it, and try another one.")


def items(count: int) -> Iterator[dict[str, str]]:
    """So many rows, no title twice: a card, then words to say, in turn."""
    for number in range(count):
        about, occasion = _ABOUT[number % len(_ABOUT)], _FOR[number // len(_ABOUT) % len(_FOR)]
        round_ = number // (len(_ABOUT) * len(_FOR))
        title = f"{about.capitalize()}, for {occasion}" + (f" ({round_ + 1})" if round_ else "")
        lines = "\n\n".join(_SAY[(number + step) % len(_SAY)] for step in range(4))
        yield {"kind": "script" if number % 3 == 2 else "card", "item": f"own-{number + 1}", "language": "en",
               "title": title, "body": f"Try {about}.\n\n{lines}", "based_on": ""}

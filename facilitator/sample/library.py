"""The invented charity's own library items: cards and words to say, written down over the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from facilitator.library.bench import Bench
from facilitator.model.agenda import Line, LineKind
from facilitator.model.content import CopingCard, Script, ScriptKind, Step
from facilitator.model.group import Application
from facilitator.model.own import Written

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
_KEYS = ("Begin", "Go on", "Notice", "Rest", "End")


def items(count: int, bench: Bench, today: date) -> Iterator[dict[str, str]]:
    """So many rows, no title twice: a card, then words to say, in turn."""
    for number in range(count):
        about, occasion = _ABOUT[number % len(_ABOUT)], _FOR[number // len(_ABOUT) % len(_FOR)]
        round_ = number // (len(_ABOUT) * len(_FOR))
        title = f"{about.capitalize()}, for {occasion}" + (f" ({round_ + 1})" if round_ else "")
        said = tuple(_SAY[(number + step) % len(_SAY)] for step in range(4))
        id = f"own-{number + 1}"
        item = _script(id, title, about, said, bench, today) if number % 3 == 2 else _card(
            id, title, about, occasion, said, bench, today)
        text = bench.write(item)
        yield {"kind": text.kind.value, "item": text.item, "language": text.language, "title": text.title,
               "body": text.body, "based_on": text.based_on}


def _card(id: str, title: str, about: str, occasion: str, said: tuple[str, ...], bench: Bench,
          today: date) -> Written:
    card: CopingCard = bench.new_card(id, today)
    kind = tuple(Application)[sum(map(ord, title)) % len(Application)]
    return replace(card, title=title, short_title=title, when=f"For {occasion}.", summary=f"Try {about}.",
                   steps=tuple(Step(key=key, text=words) for key, words in zip(_KEYS, said, strict=False)),
                   again="Try it on a calm day first.", applications=(kind,))


def _script(id: str, title: str, about: str, said: tuple[str, ...], bench: Bench, today: date) -> Written:
    script: Script = bench.new_script(id, ScriptKind.RESET, today)
    return replace(script, title=title, lines=(Line(LineKind.DO, f"Try {about}."),
                                               *(Line(LineKind.SAY, words) for words in said)))

"""Text of a block: words, some of them strong. There is no markup, so nothing a person typed can be taken for any."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

_STRONG = re.compile(r"</?b>")


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words, strong or not."""

    text: str
    strong: bool = False


Text: TypeAlias = str | tuple[Span, ...]


def rich(template: str, **values: str) -> tuple[Span, ...]:
    """A translated sentence with `<b>…</b>` as spans; values go in afterwards, so they stay plain words."""
    spans = [Span(part.format(**values), strong=bool(place % 2))
             for place, part in enumerate(_STRONG.split(template))]
    return tuple(span for span in spans if span.text)


def spans(text: Text) -> tuple[Span, ...]:
    """The text as spans, whatever it was."""
    if isinstance(text, str):
        return (Span(text),) if text else ()
    return text


def plain(text: Text) -> str:
    """The words alone."""
    return text if isinstance(text, str) else "".join(span.text for span in text)


def join(*texts: Text) -> tuple[Span, ...]:
    """Several texts one after the other, as they are."""
    return tuple(span for text in texts for span in spans(text))

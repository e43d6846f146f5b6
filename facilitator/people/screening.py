"""The seam through which typed words are looked at before they are kept: do they name somebody of this vault?

Forms stop once and keep the words by one press more. What is saved as one types is kept, and said: nothing is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeAlias

from facilitator.errors import NameInNote
from facilitator.i18n import _

NamesIn: TypeAlias = "Callable[[Sequence[str]], tuple[str, ...]]"
"""Gives the names of people on the lists of this vault that stand in some texts."""


def nobody(texts: Sequence[str]) -> tuple[str, ...]:
    """Knows nobody: for what is made without a vault's lists."""
    return ()


def screened(texts: Sequence[str], names_in: NamesIn, seen: bool, before: Collection[str] = ()) -> None:
    """Stop once before words that name somebody are kept; those that stood there `before` are not asked about again.

    Raises NameInNote unless somebody has `seen` them.
    """
    fresh = () if seen else _new(texts, before)
    if fresh and (named := names_in(fresh)):
        raise NameInNote(named[0])


def warned(texts: Sequence[str], names_in: NamesIn, before: Collection[str] = ()) -> str:
    """What to say of words that name somebody and are kept all the same; "" where they name nobody."""
    fresh = _new(texts, before)
    named = names_in(fresh) if fresh else ()
    return _("Mind: “{name}” is on one of your lists of people.").format(name=named[0]) if named else ""


def _new(texts: Sequence[str], before: Collection[str]) -> tuple[str, ...]:
    return tuple(text for text in texts if text and text not in before)

"""The seam through which words about an evening are looked at before they are kept: do they name somebody?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from facilitator.errors import NameInNote

NamesIn: TypeAlias = "Callable[[Sequence[str]], tuple[str, ...]]"
"""Gives the names of people on the lists of this vault that stand in some texts."""


def screened(texts: Sequence[str], names_in: NamesIn, seen: bool) -> None:
    """Stop once before words that name somebody are kept. Raises NameInNote unless somebody has `seen` them."""
    if not seen and (named := names_in(texts)):
        raise NameInNote(named[0])

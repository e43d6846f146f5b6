"""Which of the words that ship a sheet is made of: the one somebody chose, or the usual one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from facilitator.documents.context import EveningItems, SheetContext
from facilitator.documents.declaration import Need
from facilitator.documents.surround import given
from facilitator.errors import DocumentNeeds
from facilitator.model.form import Form


class _Known(Protocol):
    @property
    def id(self) -> str:
        """What tells it from the others."""


T = TypeVar("T", bound=_Known)


def shelf(context: SheetContext, document: str) -> EveningItems:
    """The words of an evening. Raises DocumentNeeds."""
    return given(context.shelf, document, Need.SHELF)


def picked(items: Sequence[T], id: str, document: str) -> T:
    """The item of that id; one that is not there gives way to the first. Raises DocumentNeeds where there is none."""
    for item in (*(item for item in items if item.id == id), *items):
        return item
    raise DocumentNeeds(document=document, need=Need.SHELF.value)


def form(context: SheetContext, id: str, document: str) -> Form:
    """A form by its id. Raises DocumentNeeds where there is none of that id."""
    for one in shelf(context, document).forms:
        if one.id == id:
            return one
    raise DocumentNeeds(document=document, need=Need.SHELF.value)


def form_choices(context: SheetContext, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """The forms that a document is made of, by id and title, in the order of `ids`."""
    forms = context.shelf.forms if context.shelf else ()
    return tuple((one.id, one.title) for id in ids for one in forms if one.id == id)


def form_listed(context: SheetContext, ids: Sequence[str]) -> str:
    """What a list calls such a document: by the form that was chosen, or the usual one."""
    choices = dict(form_choices(context, ids))
    return choices.get(context.item) or next(iter(choices.values()), "")

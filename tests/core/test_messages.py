"""Every refusal has its sentence and its next step, and none of its facts stands in a traceback."""

from __future__ import annotations

import dataclasses
import traceback
from typing import get_type_hints

import pytest

from facilitator import errors
from facilitator.errors import BadValue, DocumentNeeds, SessionSettled, SheetUnreadable, UserError, WeakPassphrase
from facilitator.log import trouble
from facilitator.messages import MESSAGES, explain, quoted

CANARY = "Zebedee Quillfeather"
KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, UserError)
         and kind is not UserError]


def an(kind: type[UserError], text: str = CANARY) -> UserError:
    """One of a kind, with the same text in every fact that is text."""
    of = {"str": text, "int": 3, "int | None": None}
    hints = get_type_hints(kind)
    names = {field.name: str(getattr(hints[field.name], "__name__", hints[field.name]))
             for field in dataclasses.fields(kind)}
    return kind(**{name: of[shape] for name, shape in names.items()})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_each_says_what_happened_and_what_to_do_next(kind: type[UserError]) -> None:
    message = explain(an(kind))
    for sentence in (message.said, message.next):
        assert sentence[0].isupper() or sentence[0] == "“", sentence
        assert sentence.endswith(".") and "{" not in sentence and "  " not in sentence
    assert "!" not in str(message) and "error" not in str(message).lower() and "invalid" not in str(message).lower()
    assert len(str(message)) < 260


def test_no_word_is_kept_for_a_refusal_that_is_gone() -> None:
    assert set(MESSAGES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_no_fact_stands_in_a_traceback_or_a_log_line(kind: type[UserError]) -> None:
    try:
        try:
            raise an(kind)
        except UserError as inner:
            raise RuntimeError("above it") from inner
    except RuntimeError as error:
        told = "".join(traceback.format_exception(error))
        line = trouble(error).line + trouble(error.__cause__ or error).line
    assert CANARY not in told + line + str(an(kind)) + repr(an(kind)) and kind.__name__ in told


def test_a_bug_is_told_without_its_message() -> None:
    try:
        {}[CANARY]
    except KeyError as error:
        found = trouble(error)
    assert found.kind == "KeyError" and CANARY not in found.line
    assert "tests/core/test_messages.py" in found.places[0] and found.id in found.line


@pytest.mark.parametrize("error", [
    *(BadValue("name", why) for why in ("long", "empty", "range", "future", "before", "far", "taken", "full", "barred",
                                        "code", "")),
    *(WeakPassphrase(reason) for reason in ("short", "names", "guessable", "empty")),
    *(SessionSettled(status) for status in ("held", "cancelled")),
    *(SheetUnreadable("list", reason) for reason in ("empty", "password", "big", "far", "rows", "closed", "kind",
                                                     "damaged")),
    *(DocumentNeeds("sheet", need) for need in ("session", "agenda", "agreement", "group", "pack", "card")),
], ids=lambda error: f"{type(error).__name__} {next(reversed(vars(error).values()))}")
def test_every_reason_says_that_nothing_was_lost(error: UserError) -> None:
    said, then = explain(error).said, explain(error).next
    assert then and ("Nothing was" in said or isinstance(error, DocumentNeeds))


@pytest.mark.parametrize(("name", "shown"), [
    ("Blue folder.vault", "Blue folder.vault"), ("two\nlines\tand\x00more", "two lines and more"),
    ("invoice\u202efdp.exe", "invoice fdp.exe"), ("b\udcffd", "b d"), ("محمد", "محمد"), ("👩‍🦽", "👩‍🦽"),
    ("y" * 300, "y" * 32 + "…" + "y" * 31),
])
def test_a_name_that_is_quoted_cannot_spoil_its_sentence(name: str, shown: str) -> None:
    assert quoted(name) == shown

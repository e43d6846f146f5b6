"""A content pack as a file: one zip with a list of what is in it, and each item as a text one can read."""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from facilitator.errors import ContentPackBroken, ContentPackNewer

FORMAT = 1
_LIST = "pack.json"
_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say: when a pack was made is nobody's business
LARGEST, _ITEM, _MOST = 8_000_000, 200_000, 400
"""Bytes of a pack, and of one item; items in a pack. A card has 2,000 bytes, a plan with all its words 12,000."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,79}")


class SharedKind(StrEnum):
    """What can be shared."""

    CARD = "card"
    SCRIPT = "script"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """One item: `body` is written as it is kept, `item` the id that the same thing has everywhere."""

    kind: SharedKind
    item: str
    title: str
    body: str
    language: str = ""
    based_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A pack: what it is called, what whoever made it says about it, and what is in it."""

    title: str
    about: str = ""
    items: tuple[Shared, ...] = ()


def bundle_out(bundle: Bundle) -> bytes:
    """The pack as a file; the same pack gives the same bytes."""
    known: list[dict[str, Any]] = []
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for number, one in enumerate(bundle.items, 1):
            name = f"{one.kind.value}/{number:03d}.txt"
            known.append({"file": name, "kind": one.kind.value, "item": one.item, "title": one.title,
                          "language": one.language, "based_on": one.based_on})
            packed.writestr(_entry(name), one.body)
        told = {"format": FORMAT, "title": bundle.title, "about": bundle.about, "items": known}
        packed.writestr(_entry(_LIST), json.dumps(told, ensure_ascii=False, indent=1))
    return out.getvalue()


def bundle_in(data: bytes) -> Bundle:
    """The pack in a file, of which nothing is trusted. Raises ContentPackBroken, ContentPackNewer."""
    if len(data) > LARGEST:
        raise ContentPackBroken
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return _read(packed)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError,
            KeyError, TypeError, AttributeError, RecursionError, zlib.error) as error:
        # Any of these is what a torn or made-up zip does to its reader; the words in it are never told.
        raise ContentPackBroken from error


def _read(packed: zipfile.ZipFile) -> Bundle:
    plain = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if len(packed.infolist()) > _MOST + 1 or any(one.compress_type not in plain for one in packed.infolist()):
        raise ContentPackBroken
    told = json.loads(_text(packed, _LIST))
    if told["format"] != FORMAT:
        if isinstance(told["format"], int) and told["format"] > FORMAT:
            raise ContentPackNewer
        raise ContentPackBroken
    items = tuple(_item(packed, one) for one in told["items"])
    if sorted([_LIST, *(one["file"] for one in told["items"])]) != sorted(packed.namelist()):
        raise ContentPackBroken
    return Bundle(title=_line(told["title"]), about=_line(told["about"], 600), items=items)


def _item(packed: zipfile.ZipFile, one: dict[str, Any]) -> Shared:
    if not _ID.fullmatch(one["item"]):
        raise ContentPackBroken
    return Shared(kind=SharedKind(one["kind"]), item=one["item"], title=_line(one["title"]),
                  body=_text(packed, one["file"]), language=_line(one["language"], 12),
                  based_on=_line(one["based_on"]))


def _line(value: object, longest: int = 200) -> str:
    if not isinstance(value, str) or len(value) > longest or not value.isprintable():
        raise ContentPackBroken
    return value


def _text(packed: zipfile.ZipFile, name: str) -> str:
    """An entry's text, no longer than an item may be: what a zip says of its own sizes may be a lie."""
    with packed.open(name) as entry:
        raw = entry.read(_ITEM + 1)
    if len(raw) > _ITEM:
        raise ContentPackBroken
    return raw.decode()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry

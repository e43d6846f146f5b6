"""Where one may be in this place, as a path: from the list of groups down to one thing of one group.

`Go("groups", show)` takes

- None: carry on as it was, or the list of groups
- "new": make a group; "organisation": who answers for the groups; "venues": all venues
- `("venues", "new" | venue id)` a venue, whichever group meets there
- a group's id, or a search hit of a group or a member
- a path that begins with a group's id:
  `(id, "about" | "people" | "meetings" | "rota" | "came" | "agreement" | "team")` a part of the group's page,
  `(id, "change")` its profile, `(id, "change", "level")` that at its record level,
  `(id, "away")` putting it away, `(id, "lower")` what a lower record level takes away, `(id, "lower", "0" | "1")` that
  of one level,
  `(id, "people", "new" | "import" | "export" | member id)`, `(id, "people", member id, "change")`,
  `(id, "people", member id, purpose)` one thing to ask them, `(id, "people", member id, "told" | "erase")`,
  `(id, "meetings", "new" | "extra" | series id)`, `(id, "meetings", "move", session id)`,
  `(id, "evenings")` all evenings, `(id, "evenings", session id)` one, `(id, "evenings", session id, "happened")`
  its count,
  `(id, "pairs")` one-to-one pairs, `(id, "pairs", "new" | pairing id)`, `(id, "pairs", pairing id, "change")`,
  `(id, "incidents")` what went wrong, `(id, "incidents", "new" | incident id)`,
  `(id, "feedback")` how it was for those who came, `(id, "feedback", "measure")` counting a question,
  `(id, "agreement", "change" | version id)`, `(id, "team", "venue" | "venues" | venue id)`,
  `(id, "team", "person", facilitator id)`
- a path packed into bytes, as half-typed forms keep it
"""

from __future__ import annotations

from typing import TypeAlias

from facilitator.model.ids import Id
from facilitator.model.search import Hit

Path: TypeAlias = tuple[str | Id, ...]

PARTS = ("about", "people", "meetings", "rota", "came", "agreement", "team")
"""The parts of a group's page, in their order."""
_ID = 16
_PACKED = b"/"


def read(show: object) -> Path | None:
    """The path that is meant; None for what means nothing here."""
    match show:
        case Hit(kind="group"):
            return (show.id,)
        case Hit(kind="member", id=member_id, group_id=bytes() as group_id):
            return (group_id, "people", member_id)
        case Hit(kind="venue"):
            return ("venues", show.id) if show.group_id is None else (show.group_id, "team", show.id)
        case Hit(group_id=bytes() as group_id):
            return (group_id, "meetings")
        case "new" | "organisation" | "venues":
            return (str(show),)
        case bytes() if show.startswith(_PACKED) and len(show) != _ID:
            return _unpacked(show)
        case bytes() if len(show) == _ID:
            return (show,)
        case tuple() if all(isinstance(step, str | bytes) for step in show):
            return show
    return None


def pack(path: Path) -> bytes:
    """A path as bytes, never as long as an id."""
    steps = "".join(f"/{step}" if isinstance(step, str) else f"/~{step.hex()}" for step in path).encode()
    return steps + b"/" if len(steps) == _ID else steps


def up(path: Path) -> Path:
    """Where Back leads."""
    match path:
        case (bytes(),):
            return ()
        case (bytes(), str() as part) if part in PARTS:
            return ()
        case (bytes() as group, "evenings"):
            return (group, "meetings")
        case (bytes() as group, "pairs"):
            return (group, "people")
        case (bytes() as group, "incidents" | "feedback"):
            return (group,)
        case (bytes() as group, "team", "person", _):
            return (group, "team")
        case (bytes() as group, "change" | "lower", *_):
            return (group,)
        case (bytes() as group, "meetings", "move", _):
            return (group, "meetings")
        case _:
            return path[:-1]


def _unpacked(packed: bytes) -> Path | None:
    try:
        steps = packed.decode().strip("/").split("/")
        return tuple(bytes.fromhex(step[1:]) if step.startswith("~") else step for step in steps)
    except ValueError:
        return None

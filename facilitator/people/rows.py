"""How a group's row reads; apart from the feature, since consents need to know whether a group is for under-18s."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from facilitator.model.group import Application, Group, RecordLevel


def group(row: dict[str, Any]) -> Group:
    """The group a row holds."""
    return Group(
        id=row["id"],
        name=row["name"],
        application=Application(row["application"]),
        audience=row["audience"],
        is_open=bool(row["is_open"]),
        is_ongoing=bool(row["is_ongoing"]),
        record_level=RecordLevel(row["record_level"]),
        size_cap=row["size_cap"],
        min_age=row["min_age"],
        count_only=bool(row["count_only"]),
        venue_id=row["venue_id"],
        team=tuple(bytes.fromhex(facilitator) for facilitator in json.loads(row["team"])),
        created_on=date.fromisoformat(row["created_on"]),
        archived_on=None if row["archived_on"] is None else date.fromisoformat(row["archived_on"]),
    )

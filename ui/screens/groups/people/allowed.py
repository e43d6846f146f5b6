"""Whether names may come into a group at all, asked before somebody types one."""

from __future__ import annotations

from facilitator.errors import LevelTooLow, NeedsRecovery, UserError
from facilitator.model.group import Group, RecordLevel
from facilitator.workspace import Workspace


def names_refused(workspace: Workspace, group: Group) -> UserError | None:
    """The refusal that waits for whoever adds a name here, None when there is none."""
    if group.record_level < RecordLevel.FIRST_NAME:
        return LevelTooLow("name", group.record_level)
    try:
        workspace.members.names_allowed()
    except NeedsRecovery as error:
        return error
    return None

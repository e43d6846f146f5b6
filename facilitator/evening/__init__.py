"""One evening after the other: when the circle meets, what is planned, who came, what the group agreed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from facilitator.evening.agendas import Agendas
    from facilitator.evening.agreements import Agreements
    from facilitator.evening.attendance import Attendance
    from facilitator.evening.batons import Batons
    from facilitator.evening.catching_up import CatchingUp
    from facilitator.evening.debriefs import Debriefs
    from facilitator.evening.feedback import Feedback
    from facilitator.evening.loose_ends import LooseEnds
    from facilitator.evening.papers import PapersOut
    from facilitator.evening.rota import Rotas
    from facilitator.evening.running.runs import Runs
    from facilitator.evening.sessions import Sessions
    from facilitator.evening.shortening import Shortening
    from facilitator.evening.stamps import Stamps
    from facilitator.evening.untouched import Untouched

__all__ = ["Agendas", "Agreements", "Attendance", "Batons", "CatchingUp", "Debriefs", "Feedback", "LooseEnds",
           "PapersOut", "Rotas", "Runs", "Sessions", "Shortening", "Stamps", "Untouched"]

_HOMES = {
    "Agendas": "agendas",
    "Agreements": "agreements",
    "Attendance": "attendance",
    "Batons": "batons",
    "CatchingUp": "catching_up",
    "Debriefs": "debriefs",
    "Feedback": "feedback",
    "LooseEnds": "loose_ends",
    "PapersOut": "papers",
    "Rotas": "rota",
    "Runs": "running.runs",
    "Sessions": "sessions",
    "Shortening": "shortening",
    "Stamps": "stamps",
    "Untouched": "untouched",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

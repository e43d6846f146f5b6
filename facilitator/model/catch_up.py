"""An evening that was held on paper, as it is taken in afterwards: a few numbers and ticks, and no name."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.model.ids import Id
from facilitator.model.rota import Role
from facilitator.model.session import Count, OneAdult, Session


@dataclass(frozen=True, slots=True, kw_only=True)
class CatchUp:
    """What the papers of an evening say.

    `held` are the parts of its plan that took place, by their place in it. `agreement_read` and `limits_read` are None
    where the papers say nothing. `jobs` are taken for `following`, the evening after it. `shredded` are papers.
    """

    count: Count
    one_adult: OneAdult | None = None
    held: tuple[int, ...] = ()
    agreement_read: bool | None = None
    limits_read: bool | None = None
    closing_fist: tuple[int, ...] = ()
    jobs: tuple[Role, ...] = ()
    following: Session | None = None
    shredded: tuple[Id, ...] = ()

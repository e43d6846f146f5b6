"""Keeps the proof up to date with what is chosen: the latest order wins, and whoever waits for it is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from facilitator.errors import UserError
from facilitator.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.screens.print.pressing import Count, Order, Proof, count, press


class Proofing(QObject):
    """Makes proofs of orders on the lane for paper; `counted` is told what each takes, `made` of its pages, `failed`
    why there are none.
    """

    def __init__(
        self, jobs: Jobs[Workspace], counted: Callable[[Count], None], made: Callable[[Proof], None],
        failed: Callable[[UserError], None], parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._jobs, self._count, self._tell, self._fail = jobs, counted, made, failed
        self._order: Order | None = None
        self._counted: Count | None = None
        self._proof: Proof | None = None
        self._pressing: Job | None = None
        self._then: Callable[[Proof], None] | None = None

    @property
    def order(self) -> Order | None:
        """What was ordered last."""
        return self._order

    @property
    def proof(self) -> Proof | None:
        """Its proof; None while it is being made."""
        return self._proof if self._proof is not None and self._proof.order is self._order else None

    @property
    def latest(self) -> Count | None:
        """The last count there was, which may be of an order before."""
        return self._counted

    @property
    def pressing(self) -> Job | None:
        """The work on the pages that was begun last."""
        return self._pressing

    def want(self, order: Order | None) -> None:
        """Order something else, or nothing; the same again costs nothing."""
        if order is not None and order == self._order:
            if self.proof is not None:
                self._count(self.proof)
                self._tell(self.proof)
            return
        self._order, self._then = order, None
        if self._pressing is not None:  # what was ordered before need not be finished first
            self._pressing.cancel()
        if order is None:
            self._proof = self._counted = None
        else:
            before = self._counted
            self._jobs.paper(
                self, lambda _progress: count(order, before), self._laid, refused=self._refused, key="count"
            )

    def ready(self, then: Callable[[Proof], None]) -> None:
        """Call `then` with the proof, now or once it is made; not at all when something else is ordered before."""
        if self.proof is not None:
            then(self.proof)
        else:
            self._then = then

    def _laid(self, counted: Count) -> None:
        if counted.order is not self._order:
            return
        self._counted = counted
        self._count(counted)
        if counted.order is self._order:  # whoever was told may have ordered something else
            self._pressing = self._jobs.paper(
                self, lambda progress: press(counted, progress), self._made, refused=self._refused, key="press"
            )

    def _made(self, proof: Proof) -> None:
        if proof.order is not self._order:
            return
        self._proof = proof
        self._tell(proof)
        then, self._then = self._then, None
        if then is not None:
            then(proof)

    def _refused(self, error: UserError) -> None:
        self._order = self._counted = self._proof = self._then = None
        self._fail(error)

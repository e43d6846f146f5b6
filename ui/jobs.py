"""Ask the core for something without making the window wait: a lane for the vault, and a lane for paper."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal, Slot

from facilitator.model.progress import Cancelled, Progress
from ui.alive import alive
from ui.heap import share_heaps

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from facilitator.errors import UserError
    from facilitator.model.change import Change

W = TypeVar("W")
T = TypeVar("T")

Refused: TypeAlias = "Callable[[UserError], None]"


TURN_S = 0.0002
"""How soon a thread of Python lets another have its turn. A row that is painted needs several: at Python's 5 ms each,
the window stood still for 90 to 130 ms beside a long pack; so for 35.
"""


class Job:
    """Work that was asked for; `cancel` says that nobody wants its answer any more."""

    def __init__(self) -> None:
        self._dropped = threading.Event()

    def cancel(self) -> None:
        """Stop it at its next step; its answer is not delivered."""
        self._dropped.set()

    @property
    def dropped(self) -> bool:
        """Whether nobody wants its answer any more."""
        return self._dropped.is_set()


class Lanes:
    """The two threads: one that opened the vault and alone touches it, one for paper. The gate hands them on."""

    @cached_property
    def vault(self) -> ThreadPoolExecutor:
        """The vault's thread, begun when something is asked of it."""
        return _lane("vault")

    @cached_property
    def paper(self) -> ThreadPoolExecutor:
        """The thread for paper, begun likewise."""
        return _lane("paper")

    def stop(self) -> None:
        """Finish what was asked of the vault, drop what waits for paper, and end both threads."""
        self.paper.shutdown(wait=False, cancel_futures=True)
        self.vault.shutdown(wait=True)
        self.paper.shutdown(wait=True)


def _lane(name: str) -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    share_heaps()
    sys.setswitchinterval(TURN_S)
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)


class _Errand:
    """What comes back from a lane to the main thread, and whom it is for; `must` is delivered even when dropped."""

    __slots__ = ("deliver", "job", "must", "owner")

    def __init__(self, job: Job, owner: QObject, deliver: Callable[[], None], must: bool = False) -> None:
        self.job, self.owner, self.deliver, self.must = job, owner, deliver, must


class Jobs(QObject, Generic[W]):
    """Runs core calls off the main thread and answers on it, while the one who asked still lives.

    Within a lane a later job with the same owner and `key` replaces an earlier one that has not been answered.
    `changed` fires for every command, once; `refused` and `broke` for what nobody else takes.
    """

    # Their types are known by name alone: all errors there are would have to be made before the first picture.
    changed = Signal(cast("type[Change]", object))
    refused = Signal(cast("type[UserError]", object))
    broke = Signal(Exception)
    _errand = Signal(object)

    def __init__(
        self,
        open_workspace: Callable[[], W],
        *,
        interrupt: Callable[[W], None] = lambda workspace: None,
        close: Callable[[W], None] = lambda workspace: None,
        lanes: Lanes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.lanes = lanes or Lanes()
        self._interrupt, self._close = interrupt, close
        self._open = open_workspace
        self._opening: Future[W] | None = None
        self._latest: dict[tuple[int, str], Job] = {}
        self._live: set[Job] = set()
        self._stopped = False
        self._broken_off = False
        self._errand.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def ask(
        self,
        owner: QObject,
        question: Callable[[W], T],
        then: Callable[[T], None],
        *,
        refused: Refused | None = None,
        key: str = "",
    ) -> Job:
        """Put a question to the workspace; `then` gets its answer, `refused` a refusal (else the window shows it)."""
        job = self._new(owner, key)
        self._submit(self._vault_lane, job, owner, lambda: question(self._workspace()), then, refused)
        return job

    def do(
        self,
        owner: QObject,
        command: Callable[[W], Change],
        then: Callable[[Change], None] = lambda change: None,
        *,
        refused: Refused | None = None,
        key: str = "",
    ) -> Job:
        """Run a command, then tell every screen what it changed, though whoever asked be gone by then."""
        return self.long(owner, lambda workspace, progress: command(workspace), then, refused=refused, key=key)

    def long(
        self,
        owner: QObject,
        command: Callable[[W, Progress], T],
        then: Callable[[T], None],
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        refused: Refused | None = None,
        key: str = "",
    ) -> Job:
        """Long work on the workspace that tells how far it is and can be cancelled; a `Change` it returns is told."""
        job = self._new(owner, key)

        def settled(answer: T) -> None:
            from facilitator.model.change import Change

            if isinstance(answer, Change):
                self.changed.emit(answer)
            if alive(owner) and not job.dropped:
                then(answer)

        def work() -> T:
            return command(self._workspace(), self._watch(job, owner, progress))

        self._submit(self._vault_lane, job, self, work, settled, refused, must=True)
        return job

    def paper(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        *,
        progress: Callable[[int, int], None] = lambda done, total: None,
        refused: Refused | None = None,
        key: str = "",
    ) -> Job:
        """Build paper from frozen values, beside the vault lane, so that no query waits behind a long pack."""
        job = self._new(owner, key)
        watch = self._watch(job, owner, progress)
        self._submit(lambda: self.lanes.paper, job, owner, lambda: work(watch), then, refused)
        return job

    def interrupt(self) -> None:
        """For lock: drop all that waits or runs, take nothing more, and break off what the vault is doing, at once.

        A save that comes back while the vault is sealed has every screen read again: there is nothing to read then.
        """
        self._broken_off = True
        for job in self._live:
            job.cancel()
        found = self._opening
        if found is not None and found.done() and not found.cancelled() and found.exception() is None:
            self._interrupt(found.result())

    def stop(self) -> None:
        """Finish what was asked of the vault, close the workspace, and end both lanes."""
        if self._stopped:
            return
        self._stopped = True
        if self._opening is not None:
            self.lanes.vault.submit(self._shut, self._opening)
        self.lanes.stop()

    def _shut(self, opening: Future[W]) -> None:
        if opening.exception() is None:
            self._close(opening.result())

    def _vault_lane(self) -> ThreadPoolExecutor:
        """The lane of the vault, which opens the workspace before anything else."""
        if self._opening is None:
            self._opening = self.lanes.vault.submit(self._open)
        return self.lanes.vault

    def _workspace(self) -> W:
        if self._opening is None:
            raise RuntimeError("nothing was asked of the vault yet")
        return self._opening.result()

    def _new(self, owner: QObject, key: str) -> Job:
        job = Job()
        if key:
            slot = (id(owner), key)
            if (earlier := self._latest.get(slot)) is not None:
                earlier.cancel()
            self._latest[slot] = job
        return job

    def _submit(
        self,
        lane: Callable[[], ThreadPoolExecutor],
        job: Job,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], None],
        refused: Refused | None,
        must: bool = False,
    ) -> None:
        if self._stopped or self._broken_off:
            job.cancel()
            return
        self._live.add(job)

        def start() -> T:
            if job.dropped:
                raise Cancelled
            return work()

        def answered(future: Future[T]) -> None:
            self._send(_Errand(job, owner, lambda: self._settle(job, future, then, refused), must))

        lane().submit(start).add_done_callback(answered)

    def _watch(self, job: Job, owner: QObject, progress: Callable[[int, int], None]) -> Progress:
        def tell(done: int, total: int) -> None:
            if job.dropped:
                raise Cancelled
            self._send(_Errand(job, owner, lambda: progress(done, total)))

        return tell

    def _send(self, errand: _Errand) -> None:
        """Back to the main thread, unless the window has gone while a lane was still at work."""
        if alive(self):
            self._errand.emit(errand)

    @Slot(object)
    def _deliver(self, errand: Any) -> None:
        if alive(errand.owner) and (errand.must or not errand.job.dropped):
            errand.deliver()
        else:
            self._live.discard(errand.job)

    def _settle(self, job: Job, future: Future[T], then: Callable[[T], None], refused: Refused | None) -> None:
        from concurrent.futures import CancelledError

        self._live.discard(job)
        try:
            answer = future.result()
        except (Cancelled, CancelledError):
            return
        except Exception as error:
            from facilitator.errors import UserError

            if job.dropped:
                return
            if isinstance(error, UserError):
                (refused or self.refused.emit)(error)
            else:
                self.broke.emit(error)
        else:
            then(answer)


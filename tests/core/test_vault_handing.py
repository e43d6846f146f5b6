"""Sealing handed to another process: sealed as ever, the vault held until then, and a cut leaves an unclean close."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import VaultOpenElsewhere
from facilitator.vault import handing, sealing
from facilitator.vault.lockfile import LockFile
from tests.core.vaults import WORDS, a_vault, add_group, groups
from tests.make import FakeClock

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="on Linux alone a copied process may do it")


def hold_sealing_up(monkeypatch: pytest.MonkeyPatch, gate: Path) -> None:
    """The process that seals says which it is, and waits until the file is gone."""
    real, us = sealing.seal_of, os.getpid()

    def seal_of(path: Path, key: bytes) -> bytes:
        if os.getpid() != us:
            gate.write_text(str(os.getpid()))
            while gate.exists():
                time.sleep(0.01)
        return real(path, key)

    monkeypatch.setattr(sealing, "seal_of", seal_of)
    monkeypatch.setattr(handing, "WORTH_BYTES", 0)


def who_seals(gate: Path) -> int:
    """The process that seals."""
    while not (gate.exists() and gate.read_text()):
        time.sleep(0.01)
    return int(gate.read_text())


def test_another_process_seals_and_the_next_opening_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    gate = tmp_path / "gate"
    hold_sealing_up(monkeypatch, gate)
    opened.lock(hand_over=True)
    assert opened.closed and who_seals(gate) != os.getpid()
    seen = vault.facts(opened.folder)
    assert seen.open_elsewhere is None and not seen.clean, "not open for anybody, and not sealed yet"
    with monkeypatch.context() as patch:
        patch.setattr("facilitator.vault.lockfile._PATIENCE_S", 0.1)
        with pytest.raises(VaultOpenElsewhere):
            LockFile.take(opened.folder, FakeClock())
    gate.unlink()
    again = vault.unlock(opened.folder, WORDS, FakeClock())
    assert groups(again) == ["Wren"] and not again.opened_after_crash
    again.close()


def test_a_seal_that_is_cut_off_is_an_unclean_close(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = a_vault(tmp_path)
    add_group(opened, "Wren")
    gate = tmp_path / "gate"
    hold_sealing_up(monkeypatch, gate)
    opened.lock(hand_over=True)
    os.kill(who_seals(gate), signal.SIGKILL)
    again = vault.unlock(opened.folder, WORDS, FakeClock())
    assert groups(again) == ["Wren"] and again.opened_after_crash
    again.close()


def test_where_no_process_can_be_made_it_seals_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = a_vault(tmp_path)

    def none() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", none)
    monkeypatch.setattr(handing, "WORTH_BYTES", 0)
    opened.lock(hand_over=True)
    assert vault.facts(opened.folder).clean


def test_a_small_vault_is_sealed_at_once(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    opened.lock(hand_over=True)
    assert vault.facts(opened.folder).clean


def test_a_piece_of_work_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would hold the vault for ever."""
    monkeypatch.setattr(handing, "PATIENCE_S", 1)
    read, write = os.pipe()

    def hang() -> None:
        os.close(read)
        time.sleep(60)

    assert handing.hand_over(hang)
    os.close(write)
    assert os.read(read, 1) == b"", "its end of the pipe is closed once it is gone"
    os.close(read)

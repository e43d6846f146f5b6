"""This computer's keyring as a way in: beside the words, never instead; and every way in which a keyring can fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from keyring.errors import KeyringLocked

from facilitator import vault
from facilitator.errors import KeyringRefused, UserError, WrongPassphrase
from facilitator.messages import explain
from facilitator.model.progress import Cancelled
from facilitator.settings import DeviceSettings
from facilitator.vault import archive, device, headerfiles, unlocking
from facilitator.vault.device import DeviceKeys, DeviceMarks
from facilitator.vault.header import UnlockerKind
from facilitator.vault.opening import Locked, Opened, Opening
from facilitator.vault.parsing import Malformed, parse
from tests.architecture.house import ROOT
from tests.core.vaults import OTHER_WORDS, TINY, WORDS, a_vault, add_group, edited, groups
from tests.keyrings import FakeKeyring
from tests.make import FakeClock

NONE: frozenset[str] = frozenset()


def keys(ring: FakeKeyring | None, patience: float = 5) -> DeviceKeys:
    """What asks that keyring."""
    return DeviceKeys(lambda: ring, patience)


def with_device(opened: vault.UnlockedVault, words: str = WORDS) -> tuple[str, bytes]:
    """Turn it on, as the page does; the name and the secret."""
    name, value = opened.device_asked(words, NONE), device.fresh()
    opened.add_device(value)
    return name, value


# ---------------------------------------------------------------- the vault's side
def test_a_kept_key_opens_the_vault_beside_the_words_until_it_is_taken_away(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    me = opened.holder
    assert opened.device_name is None and opened.devices == frozenset()
    name, value = with_device(opened)
    assert opened.device_name == name and opened.devices == {me}
    opened.close()
    assert vault.facts(opened.folder).devices == {name}
    for way in (lambda: unlocking.unlock_by_device(opened.folder, value, FakeClock()),
                lambda: vault.unlock(opened.folder, WORDS, FakeClock())):  # fmt: skip
        again = way()
        assert again.holder == me
        again.close()
    opened = unlocking.unlock_by_device(opened.folder, value, FakeClock())
    assert opened.remove_device() == name and opened.device_name is None
    opened.close()
    assert vault.facts(opened.folder).devices == NONE
    with pytest.raises(KeyringRefused) as refused:
        unlocking.unlock_by_device(opened.folder, value, FakeClock())
    assert refused.value.why == "stale"
    vault.unlock(opened.folder, WORDS, FakeClock()).close()


def test_it_is_asked_for_with_the_words_and_never_where_another_has_it(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    with pytest.raises(WrongPassphrase):
        opened.device_asked(OTHER_WORDS, NONE)
    name, _value = with_device(opened)
    opened.add_facilitator(OTHER_WORDS)
    with pytest.raises(WrongPassphrase):  # somebody else's words are not mine
        opened.device_asked(OTHER_WORDS, NONE)
    opened.close()
    second = vault.unlock(opened.folder, OTHER_WORDS, FakeClock())
    with pytest.raises(KeyringRefused) as refused:
        second.device_asked(OTHER_WORDS, frozenset({name}))
    assert refused.value.why == "shared"
    mine, value = with_device(second, OTHER_WORDS)  # on a laptop of their own
    assert mine != name and len(second.devices) == 2
    second.close()
    unlocking.unlock_by_device(opened.folder, value, FakeClock()).close()


def test_it_lives_through_new_words_and_a_new_key_for_the_vault_and_ends_with_a_recovery(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    _name, value = with_device(opened)
    opened.set_passphrase(WORDS, OTHER_WORDS, TINY)
    leaving = opened.add_facilitator(WORDS)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.remove_facilitator(leaving)
    add_group(opened, "Tuesday")
    opened.close()
    opened = unlocking.unlock_by_device(opened.folder, value, FakeClock())
    assert groups(opened) == ["Tuesday"]
    opened.close()
    vault.recover(opened.folder, pending.code, WORDS, FakeClock(), kdf=TINY).close()
    with pytest.raises(KeyringRefused):
        unlocking.unlock_by_device(opened.folder, value, FakeClock())


def test_no_backup_opens_with_it(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    _name, value = with_device(opened)
    stick = tmp_path / "stick"
    stick.mkdir()
    made = opened.backup(stick).path
    kept = opened.snapshot(10**9)
    opened.close()
    assert kept is not None
    for file in (made, kept):
        with archive.opened(file) as found:
            assert found.header.devices == {}
            with pytest.raises(KeyringRefused):
                unlocking.enter_by_device(found.header, value)
        assert vault.prove_backup(file, WORDS).counts is not None
    back = vault.restore(made, tmp_path / "Back.vault", WORDS, FakeClock())
    assert back.device_name is None
    back.close()


def test_a_header_where_it_would_be_the_only_way_in_is_none(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    with_device(opened)
    opened.close()
    raw = headerfiles.read(opened.folder).raw

    def only_device(header: dict[str, Any]) -> None:
        for holder in header["holders"]:
            holder["unlockers"] = [way for way in holder["unlockers"] if way["kind"] == UnlockerKind.DEVICE]

    with pytest.raises(Malformed):
        parse(edited(raw, only_device))


# ---------------------------------------------------------------- the keyring's side
def test_what_a_keyring_keeps_tells_nothing(tmp_path: Path) -> None:
    opened, ring = a_vault(tmp_path), FakeKeyring()
    name, value = with_device(opened)
    opened.close()
    keys(ring).keep(name, value)
    [((service, username), password)] = ring.kept.items()
    told = f"{service} {username} {password}"
    assert "Blue" not in told and opened.vault_id.hex() not in told and opened.holder.hex() not in told
    assert keys(ring).recall(name) == value
    keys(ring).forget(name)
    assert ring.kept == {} and keys(ring).recall(name) is None
    keys(ring).forget(name)


@pytest.mark.parametrize(("ring", "why"), [
    (None, "none"), (FakeKeyring(raises=KeyringLocked("shut")), "locked"),
    (FakeKeyring(raises=OSError("no bus")), "failed"), (FakeKeyring(garbles=True), "differs"),
])  # fmt: skip
def test_each_refusal_is_told_and_leaves_nothing(ring: FakeKeyring | None, why: str) -> None:
    with pytest.raises(KeyringRefused) as refused:
        keys(ring).keep("a name", device.fresh())
    assert refused.value.why == why and "words" in explain(refused.value).next
    assert ring is None or ring.kept == {}


def test_a_keyring_that_never_answers_is_left_alone_and_waiting_can_be_given_up() -> None:
    never = threading.Event()

    def hangs() -> FakeKeyring:
        never.wait()
        return FakeKeyring()

    with pytest.raises(KeyringRefused) as refused:
        DeviceKeys(hangs, patience=0.2).recall("a name")
    assert refused.value.why == "silent"

    def give_up(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        DeviceKeys(hangs).recall("a name", give_up)
    never.set()


def test_what_a_keyring_keeps_too_late_is_taken_away_again() -> None:
    unlocked, ring = threading.Event(), FakeKeyring()

    def asks_first() -> FakeKeyring:
        unlocked.wait()
        return ring

    before = set(threading.enumerate())
    with pytest.raises(KeyringRefused):
        DeviceKeys(asks_first, patience=0.2).keep("a name", device.fresh())
    [asking] = set(threading.enumerate()) - before
    unlocked.set()
    asking.join(10)
    assert ring.kept == {}


def test_what_is_no_key_of_ours_counts_as_none() -> None:
    for kept in ("no base64!", "c2hvcnQ="):
        assert keys(FakeKeyring({(device.SERVICE, "a name"): kept})).recall("a name") is None


def test_only_a_back_end_we_trust_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    for named in ("keyring.backends.null.Keyring", "keyrings.alt.file.PlaintextKeyring"):
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", named)
        assert device.system_keyring() is None
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setattr(sys, "platform", "plan9")
    assert device.system_keyring() is None


# ---------------------------------------------------------------- the locked screen's side
def test_the_way_in_tries_what_this_laptop_keeps(tmp_path: Path) -> None:
    opened, ring, settings = a_vault(tmp_path), FakeKeyring(), DeviceSettings(tmp_path / "settings.json")
    name, value = with_device(opened)
    opened.close()
    marks = DeviceMarks(settings)

    def locked() -> Opening:
        opening = Opening(FakeClock(), tmp_path, device=keys(ring), marks=marks)
        opening.choose(opened.folder)
        return opening

    def why(opening: Opening) -> UserError | None:
        assert isinstance(opening.unlock_by_device(), Locked)
        return opening.refused

    assert isinstance(why(locked()), KeyringRefused)  # another laptop's
    marks.note(name)
    keys(ring).keep(name, value)
    state = locked().unlock_by_device()
    assert isinstance(state, Opened)
    state.vault.close()
    ring.raises = KeyringLocked("shut")
    error = why(locked())
    assert isinstance(error, KeyringRefused) and error.why == "locked" and marks.all() == {name}
    ring.raises = None
    opened = vault.unlock(opened.folder, WORDS, FakeClock())
    opened.add_device(device.fresh())  # as another laptop does, which then has the only key
    opened.close()
    error = why(locked())
    assert isinstance(error, KeyringRefused) and error.why == "stale" and marks.all() == frozenset()
    marks.note(name)
    ring.kept = {}
    error = why(locked())
    assert isinstance(error, KeyringRefused) and error.why == "stale" and marks.all() == frozenset()


# ---------------------------------------------------------------- with a real one
def _keyring_starts() -> bool:
    """Whether there is one, and it may run: some containers forbid it to lock its memory."""
    if not (shutil.which("dbus-run-session") and (daemon := shutil.which("gnome-keyring-daemon"))):
        return False
    try:
        return subprocess.run([daemon, "--version"], capture_output=True, timeout=10, check=False).returncode == 0
    except OSError:
        return False


needs_keyring = pytest.mark.skipif(
    not _keyring_starts(), reason="no real keyring here: gnome-keyring and dbus-run-session are needed")


UNLOCKED = 'printf wallet | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec "$@"'
SHUT = 'gnome-keyring-daemon --start --components=secrets >/dev/null && exec "$@"'


def _under_a_bus(*line: str, home: Path) -> subprocess.CompletedProcess[str]:
    outside = {name: value for name, value in os.environ.items()
               if name not in ("PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")}
    home.mkdir(mode=0o700, exist_ok=True)
    env = {**outside, "HOME": str(home), "XDG_RUNTIME_DIR": str(home), "XDG_DATA_HOME": str(home / "data"),
           "PYTHONPATH": str(ROOT)}
    return subprocess.run(["dbus-run-session", *line], capture_output=True, encoding="utf-8", timeout=60,
                          env=env, cwd=ROOT, check=False)


@needs_keyring
def test_a_real_keyring_keeps_the_key_and_gives_it_back(tmp_path: Path) -> None:
    child = (sys.executable, "-m", "tests.core.keyring_child")
    home = tmp_path / "home"
    done = _under_a_bus("--", "sh", "-c", UNLOCKED, "sh", *child, str(tmp_path), home=home)
    assert done.stdout.split() == ["kept", "opened", "forgotten"], done.stderr
    # shut, and with no screen to ask for its password on, it stays shut
    done = _under_a_bus("--", "sh", "-c", SHUT, "sh", *child, "refused locked", home=home)
    assert done.stdout.split() == ["locked"], done.stderr


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="no private bus can be started here")
def test_a_bus_without_a_keyring_is_no_keyring(tmp_path: Path) -> None:
    config = tmp_path / "bus.conf"
    config.write_text('<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">'
                      '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>'
                      '</policy></busconfig>', "ascii")
    done = _under_a_bus(f"--config-file={config}", "--", sys.executable, "-m", "tests.core.keyring_child",
                        "refused none", home=tmp_path / "home")
    assert done.stdout.split() == ["none"], done.stderr

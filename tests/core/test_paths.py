"""The small per-user places: made for this user alone, and done without where they cannot be."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from facilitator import paths
from facilitator.settings import DeviceSettings


def test_the_state_folder_is_for_this_user_alone(own_home: Path) -> None:
    folder = paths.state_dir()
    assert folder.is_dir() and folder.is_relative_to(own_home) and folder.stat().st_mode & 0o077 == 0
    assert paths.state_dir() == folder


@pytest.mark.parametrize("given", ["", "/somewhere/state", "  ", "state", "~/state", None])
def test_the_state_folder_is_where_the_system_keeps_such(given: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """We look it up ourselves on Linux, and must never come to another answer than the library would."""
    if given is None:
        monkeypatch.delenv("XDG_STATE_HOME")
    else:
        monkeypatch.setenv("XDG_STATE_HOME", given)
    monkeypatch.setattr(Path, "mkdir", lambda *_self, **_how: None)
    assert paths.state_dir() == platformdirs.user_state_path("facilitator", appauthor=False)


def test_without_a_home_the_app_runs_with_its_defaults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("HOME", str(tmp_path / "file"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file" / "state"))
    settings = DeviceSettings(paths.state_dir() / "settings.json")
    settings.set("zoom", 150)
    assert settings.get("zoom") == 150 and DeviceSettings(paths.state_dir() / "settings.json").get("zoom") == 100


def test_two_windows_keep_what_the_other_remembers(tmp_path: Path) -> None:
    """How far a vault was, which vaults there are, and what a keyring keeps must outlive a change of zoom elsewhere."""
    one, other = DeviceSettings(tmp_path / "settings.json"), DeviceSettings(tmp_path / "settings.json")
    one.remember("seen", {"a": [7, 1]})
    other.set("zoom", 150)
    assert other.remembered("seen") == {"a": [7, 1]}
    other.remember("seen", {"a": [8, 2]})
    one.set("theme", "dark")
    again = DeviceSettings(tmp_path / "settings.json")
    assert (again.remembered("seen"), again.number("zoom"), again.text("theme")) == ({"a": [8, 2]}, 150, "dark")


def test_settings_that_cannot_be_written_leave_nothing_beside_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a full disk, again and again; what was set holds until the program ends."""
    settings = DeviceSettings(tmp_path / "settings.json")
    settings.remember("seen", 1)

    def full(_handle: int) -> None:
        raise OSError

    monkeypatch.setattr(os, "fsync", full)
    settings.set("zoom", 150)
    settings.remember("seen", 2)
    assert (settings.number("zoom"), settings.remembered("seen")) == (150, 2)
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name == "nt", reason="sticks have letters there")
def test_a_user_without_a_name_has_no_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54_321_987)
    assert all(folder.is_dir() for folder in paths.removable_dirs())

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


@pytest.mark.skipif(os.name == "nt", reason="sticks have letters there")
def test_a_user_without_a_name_has_no_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54_321_987)
    assert all(folder.is_dir() for folder in paths.removable_dirs())

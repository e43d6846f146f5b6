"""What every test stands on: no display, no real home, no real keyring, and no clock that fails a slow machine."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = os.environ.get("FACILITATOR_TEST_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

settings.register_profile("suite", deadline=None, max_examples=50, print_blob=True)
settings.load_profile("suite")

# On a worker's thread the collector would free Qt objects where they may not die. Here it runs between tests.
gc.disable()
_FULL_EVERY = 50
_since_full = [0]


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that nothing reads or writes the developer's settings."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (("STATE", "state"), ("CONFIG", "config"), ("DATA", "data"), ("CACHE", "cache")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    monkeypatch.delenv("XDG_DOCUMENTS_DIR", raising=False)
    return home


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """What a test left behind is freed on the main thread once it has ended."""
    yield
    gc.disable()
    _since_full[0] += 1
    if _since_full[0] >= _FULL_EVERY:
        _since_full[0] = 0
        gc.collect()
    else:
        gc.collect(1)

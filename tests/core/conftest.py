"""What the core's tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.hall import Hall


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    """People and evening over a new, empty store."""
    hall = Hall(tmp_path)
    yield hall
    hall.store.close()

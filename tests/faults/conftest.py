"""What the fault tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.faults.tally import Tally


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Iterator[Tally]:
    """Counts for the row that the test's `fault` marker names; a marked test that asks for none counts as one case."""
    found = Tally()
    yield found
    record_property("cases", dict(found.cases))
    record_property("lost", list(found.lost))
    record_property("most", dict(found.most))

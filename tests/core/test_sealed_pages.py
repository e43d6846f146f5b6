"""Sealed pages: what a facilitator writes for themselves opens for them alone, and is lost at recovery."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import BadValue, NameInNote, NotFound, SealLost
from facilitator.library import Library
from facilitator.model.debrief import Answer
from facilitator.model.sealed import SealedDraft, SealedKind
from facilitator.nameguard.showing import finder
from facilitator.vault import UnlockedVault
from facilitator.workspace import Workspace
from facilitator.writing.sealed import SealedPages
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, bytes_of
from tests.make import FakeClock

TODAY = date(2025, 11, 20)
NEW_WORDS = "marble kettle four silent penguins"
SAID = "I talked too much, and felt it."
LOG = SealedDraft(kind=SealedKind.LOG, on=TODAY, answers=(Answer("learned", SAID),))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[UnlockedVault]:
    """An open vault with two facilitators."""
    opened = a_vault(tmp_path)
    opened.add_facilitator(OTHER_WORDS)
    yield opened
    opened.close()


def pages(opened: UnlockedVault) -> SealedPages:
    """The pages of who opened it; Zahra is on a list."""
    return SealedPages(opened.store, FakeClock(), opened.personal, opened.holder,
                       finder(["Zahra"]))


def light(colour: str, on: date = TODAY, session: bytes | None = None) -> SealedDraft:
    """A light as it is chosen on the way home."""
    return SealedDraft(kind=SealedKind.LIGHT, on=on, light=colour, session_id=session)


def test_a_page_opens_for_its_author_alone(opened: UnlockedVault) -> None:
    change = pages(opened).add(LOG)
    assert SAID not in change.label
    [page] = pages(opened).mine()
    assert (page.kind, page.on, page.answers, page.lost) == (SealedKind.LOG, TODAY, LOG.answers, False)
    opened.close()
    theirs = vault.unlock(opened.folder, OTHER_WORDS, FakeClock())
    assert pages(theirs).mine() == ()
    with pytest.raises(NotFound):
        pages(theirs).get(page.id)
    with pytest.raises(NotFound):
        pages(theirs).amend(page.id, "Mine now")
    with pytest.raises(NotFound):
        pages(theirs).discard(page.id)
    theirs.close()
    mine = vault.unlock(opened.folder, WORDS, FakeClock())
    assert pages(mine).get(page.id).answers == LOG.answers
    mine.close()


def test_no_search_no_journal_and_no_row_tells_what_a_page_says(opened: UnlockedVault) -> None:
    """Invariant: outside search and reports; even the open database holds nothing of it in clear."""
    pages(opened).add(replace(LOG, answers=(Answer("learned", "Quetzalcoatl"),)))
    workspace = Workspace(opened, FakeClock(), Library())
    assert workspace.search("Quetzalcoatl") == ()
    row = opened.store.one("select * from sealed_live")
    assert row is not None and b"Quetzalcoatl" not in row["body"]
    assert all("Quetzal" not in str(entry) for entry in opened.store.journal())
    opened.close()
    assert not any(b"Quetzalcoatl" in raw for raw in bytes_of(opened.folder).values())


def test_words_are_added_with_their_day_and_nothing_is_written_over(opened: UnlockedVault) -> None:
    mine = pages(opened)
    mine.add(LOG)
    [page] = mine.mine()
    mine.amend(page.id, "A week later it looks smaller.")
    mine.amend(page.id, "And smaller.")
    found = mine.get(page.id)
    assert found.answers == LOG.answers
    assert [(one.on, one.words) for one in found.amendments] == [
        (TODAY, "A week later it looks smaller."), (TODAY, "And smaller.")]
    with pytest.raises(BadValue):
        mine.amend(page.id, " ")


def test_a_page_is_not_empty_nor_of_a_day_to_come_and_names_nobody_unasked(opened: UnlockedVault) -> None:
    mine = pages(opened)
    for wrong in (replace(LOG, answers=(Answer("learned", " "),)), replace(LOG, on=TODAY + timedelta(days=1))):
        with pytest.raises(BadValue):
            mine.add(wrong)
    named = replace(LOG, answers=(Answer("learned", "I should have asked Zahra."),))
    with pytest.raises(NameInNote):
        mine.add(named)
    mine.add(named, names_seen=True)
    assert len(mine.mine(SealedKind.LOG)) == 1 and mine.mine(SealedKind.SUPERVISION) == ()


def test_three_lights_that_are_not_green_suggest_a_talk(opened: UnlockedVault) -> None:
    """Told from one's own pages alone; one green light is enough to hear nothing."""
    mine = pages(opened)
    for day, colour in enumerate(("amber", "amber", "red")):
        assert not mine.talk_suggested()
        mine.add(light(colour, TODAY - timedelta(days=21 - 7 * day)))
    assert mine.talk_suggested()
    opened.close()
    theirs = vault.unlock(opened.folder, OTHER_WORDS, FakeClock())
    assert not pages(theirs).talk_suggested()
    theirs.close()
    again = vault.unlock(opened.folder, WORDS, FakeClock())
    pages(again).add(light("green"))
    assert not pages(again).talk_suggested()
    again.close()


def test_an_evening_has_one_light_of_mine(opened: UnlockedVault) -> None:
    mine, session = pages(opened), b"s" * 16
    mine.add(light("amber", session=session))
    mine.add(light("green", session=session))
    [page] = mine.mine(SealedKind.LIGHT)
    assert page.light == "green" and mine.light_of(session) == page and mine.light_of(b"t" * 16) is None


def test_pages_are_lost_at_recovery_and_can_be_taken_away(tmp_path: Path) -> None:
    opened = a_vault(tmp_path)
    pages(opened).add(LOG)
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.close()
    again = vault.recover(opened.folder, pending.code, NEW_WORDS, FakeClock())
    [page] = pages(again).mine()
    assert page.lost and page.answers == ()
    with pytest.raises(SealLost):
        pages(again).amend(page.id, "More")
    assert not pages(again).discard(page.id).can_undo
    assert pages(again).mine() == ()
    again.close()

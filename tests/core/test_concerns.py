"""Safeguarding concerns: a pointer to paper, or words sealed to one reader; never closed without saying where it went.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import BadValue, ConcernOpen, NameInNote, NotFound, SealedToAnother, SealLost
from facilitator.library import Library
from facilitator.model.concern import About, Concern, ConcernWords, Duty, Pointer, allowed
from facilitator.model.debrief import Answer
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.ids import made_ms
from facilitator.model.member import MemberDraft
from facilitator.model.organisation import Organisation
from facilitator.store.register import table
from facilitator.store.versions import DAY_MS
from facilitator.workspace import Workspace
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, bytes_of
from tests.make import FakeClock

TODAY = date(2025, 11, 20)
THIRD_WORDS = "marble kettle four silent penguins"
SAID = "Quetzalcoatl said: I am afraid to go home."
WORDS_SAID = ConcernWords(answers=(Answer("words", SAID),), written_by="Ruth")


def into(folder: Path, words: str = WORDS) -> Workspace:
    """The vault, opened by somebody."""
    return Workspace(vault.unlock(folder, words, FakeClock()), FakeClock(), Library())


@pytest.fixture
def ruth(tmp_path: Path) -> Iterator[Workspace]:
    """Ruth has it open; Dev is the lead and Ines the deputy, each with words of their own."""
    opened = a_vault(tmp_path)
    workspace = Workspace(opened, FakeClock(), Library())
    opened.confirm_recovery(pending := opened.new_recovery(), pending.code)
    workspace.facilitators.add("Ruth", opened.holder)
    workspace.key_holders.add("Dev", OTHER_WORDS)
    workspace.key_holders.add("Ines", THIRD_WORDS)
    workspace.organisations.save(Organisation(country="GB", lead_name="dev", deputy_name="Ines"))
    workspace.groups.save(GroupDraft(name="Lantern", record_level=RecordLevel.FIRST_NAME))
    workspace.members.save(workspace.groups.named("Lantern").id, MemberDraft(name="Zahra"))
    yield workspace
    workspace.close()


def only(workspace: Workspace) -> Concern:
    """The one there is."""
    [concern] = workspace.concerns.all()
    return concern


def lead(workspace: Workspace) -> bytes:
    """The key of the lead."""
    return workspace.concerns.recipients()[0].holder


# ---------------------------------------------------------------- on paper
def test_a_concern_on_paper_is_kept_as_where_it_went(ruth: Workspace) -> None:
    ruth.concerns.note(Pointer(made_on=TODAY - timedelta(days=1)))
    found = only(ruth)
    assert not found.sealed and not found.settled and ruth.concerns.to_pass_on() == 1
    ruth.concerns.say_where(found.id, Pointer(made_on=TODAY, passed_to="Dev, lead", passed_on=TODAY, reference="C 7"))
    found = only(ruth)
    assert (found.made_on, found.passed_to, found.passed_on, found.reference) == (
        TODAY - timedelta(days=1), "Dev, lead", TODAY, "C 7")
    assert found.settled and ruth.concerns.to_pass_on() == 0


@pytest.mark.parametrize("said", [
    Pointer(made_on=TODAY), Pointer(made_on=TODAY, passed_to="Dev"), Pointer(made_on=TODAY, passed_on=TODAY),
    Pointer(made_on=TODAY, reference="C 7")])
def test_a_concern_is_not_closed_before_somebody_says_where_it_went(ruth: Workspace, said: Pointer) -> None:
    """Invariant 7."""
    ruth.concerns.note(said)
    with pytest.raises(ConcernOpen):
        ruth.concerns.close(only(ruth).id)
    assert only(ruth).closed_on is None


@pytest.mark.parametrize("said", [
    Pointer(made_on=TODAY, passed_to="Dev", passed_on=TODAY), Pointer(made_on=TODAY, why_not="It was a film.")])
def test_a_concern_that_says_where_it_went_can_be_closed_and_stays_so(ruth: Workspace, said: Pointer) -> None:
    ruth.concerns.note(said)
    found = only(ruth)
    ruth.concerns.close(found.id)
    assert only(ruth).closed_on == TODAY
    with pytest.raises(ConcernOpen):
        ruth.concerns.say_where(found.id, Pointer(made_on=TODAY))
    ruth.concerns.close(found.id, closed=False)
    assert only(ruth).closed_on is None


def test_what_a_pointer_says_is_screened_and_no_day_is_to_come(ruth: Workspace) -> None:
    for wrong in (Pointer(made_on=TODAY, passed_to="The school of Zahra"), Pointer(made_on=TODAY, reference="Zahra"),
                  Pointer(made_on=TODAY, why_not="Zahra laughed")):
        with pytest.raises(NameInNote):
            ruth.concerns.note(wrong)
    for late in (Pointer(made_on=TODAY + timedelta(days=1)),
                 Pointer(made_on=TODAY, passed_on=TODAY + timedelta(days=1))):
        with pytest.raises(BadValue):
            ruth.concerns.note(late)
    assert ruth.concerns.all() == ()
    ruth.concerns.note(Pointer(made_on=TODAY, why_not="Zahra laughed"), names_seen=True)
    assert only(ruth).why_not == "Zahra laughed"


def test_a_group_that_keeps_no_names_records_a_concern_all_the_same(ruth: Workspace) -> None:
    """Invariant 6: level 0 never blocks it; and no row leads to a group or an evening."""
    ruth.groups.save(GroupDraft(name="Tally", record_level=RecordLevel.TALLY))
    ruth.concerns.note(Pointer(made_on=TODAY))
    ruth.concerns.seal(lead(ruth), WORDS_SAID)
    rows = ruth.vault.store.all("select * from concern_live")
    assert len(rows) == 2 and all(row["group_id"] is None for row in rows)


# ---------------------------------------------------------------- who may be told
def test_nobody_is_told_of_a_concern_about_themselves(ruth: Workspace) -> None:
    def names(about: About) -> list[str]:
        return [one.name for one in ruth.concerns.recipients(about)]

    assert names(About.SOMEBODY) == names(About.FACILITATOR) == ["Dev", "Ines"]
    assert names(About.LEAD) == ["Ines"] and names(About.DEPUTY) == ["Dev"]
    assert [one.duty for one in ruth.concerns.recipients()] == [Duty.LEAD, Duty.DEPUTY]
    assert {duty.value for duty in allowed(About.LEAD)} == {"deputy"}
    dev = lead(ruth)
    with pytest.raises(NotFound):
        ruth.concerns.seal(dev, WORDS_SAID, About.LEAD)
    assert ruth.concerns.all() == ()


def test_only_who_has_the_duty_and_a_key_can_be_told_in_the_vault(ruth: Workspace) -> None:
    with pytest.raises(NotFound):
        ruth.concerns.seal(ruth.vault.holder, WORDS_SAID)  # Ruth has a key and no such duty
    ruth.key_holders.remove(lead(ruth))
    assert [one.name for one in ruth.concerns.recipients()] == ["Ines"]
    ruth.organisations.save(Organisation(country="GB"))
    assert ruth.concerns.recipients() == ()


# ---------------------------------------------------------------- sealed
def test_a_sealed_concern_opens_for_its_reader_alone_and_says_when(ruth: Workspace) -> None:
    change = ruth.concerns.seal(lead(ruth), WORDS_SAID)
    assert not change.can_undo and SAID not in change.label and "Zahra" not in change.label
    found = only(ruth)
    assert (found.recipient_name, found.opened_on, found.mine, found.lost) == ("Dev", None, False, False)
    with pytest.raises(SealedToAnother):
        ruth.concerns.read(found.id)
    for settle in (ruth.concerns.close, ruth.concerns.erase, ruth.concerns.opened):
        with pytest.raises(SealedToAnother):
            settle(found.id)
    with pytest.raises(SealedToAnother):
        ruth.concerns.say_where(found.id, Pointer(made_on=TODAY, why_not="no"))
    ruth.close()
    dev = into(ruth.vault.folder, OTHER_WORDS)
    assert dev.concerns.waiting() == 1
    opened = dev.concerns.read(found.id)
    assert opened.words == WORDS_SAID and opened.added == ()
    dev.concerns.opened(found.id)
    dev.concerns.opened(found.id)
    assert dev.concerns.waiting() == 0
    with pytest.raises(ConcernOpen):
        dev.concerns.close(found.id)
    dev.concerns.say_where(found.id, Pointer(made_on=TODAY, passed_to="Northtown council", passed_on=TODAY))
    dev.concerns.close(found.id)
    dev.close()
    again = into(ruth.vault.folder)
    found = only(again)
    assert (found.opened_on, found.passed_to, found.closed_on) == (TODAY, "Northtown council", TODAY)
    again.close()


def test_a_concern_that_i_seal_to_myself_does_not_wait_for_me(ruth: Workspace) -> None:
    ruth.close()
    dev = into(ruth.vault.folder, OTHER_WORDS)
    assert dev.concerns.recipients()[0].mine
    dev.concerns.seal(lead(dev), WORDS_SAID)
    assert dev.concerns.waiting() == 0 and dev.concerns.read(only(dev).id).words == WORDS_SAID
    dev.close()


def test_words_are_added_with_their_day_and_nothing_is_written_over(ruth: Workspace) -> None:
    ruth.concerns.seal(lead(ruth), WORDS_SAID)
    found = only(ruth)
    ruth.concerns.amend(found.id, "It was half past eight.", "Ruth")
    assert not ruth.concerns.amend(found.id, "By the door.").can_undo
    with pytest.raises(BadValue):
        ruth.concerns.amend(found.id, " ")
    assert only(ruth).added == 2
    assert table("concern_amendment").insert_only
    ruth.close()
    dev = into(ruth.vault.folder, OTHER_WORDS)
    opened = dev.concerns.read(found.id)
    assert opened.words == WORDS_SAID
    assert [(one.on, one.words, one.written_by) for one in opened.added] == [
        (TODAY, "It was half past eight.", "Ruth"), (TODAY, "By the door.", "")]
    dev.concerns.opened(found.id)
    dev.close()
    again = into(ruth.vault.folder)
    again.concerns.amend(found.id, "One thing more.")
    again.close()
    dev = into(ruth.vault.folder, OTHER_WORDS)
    assert dev.concerns.waiting() == 1, "what was added waits too"
    dev.close()


def test_nothing_outside_the_seal_tells_what_a_concern_says(ruth: Workspace) -> None:
    """Invariant 6: outside search and reports; the open database holds nothing of it in clear, nor the moment."""
    ruth.clock.move(minutes=11)  # type: ignore[attr-defined]
    ruth.concerns.seal(lead(ruth), WORDS_SAID)
    ruth.concerns.amend(only(ruth).id, "Quetzalcoatl again")
    assert ruth.search("Quetzalcoatl") == ()
    store = ruth.vault.store
    for name in ("concern", "concern_amendment"):
        [row] = store.all(f"select * from {name}_live")
        assert b"Quetzal" not in row["body"] and made_ms(row["id"]) == 0
        touched = store.touched(row["id"])
        assert touched is not None and touched[1] % DAY_MS == 0
    assert all("Quetzal" not in str(entry) for entry in store.journal())
    assert all(entry.at % DAY_MS == 0 for entry in store.journal() if entry.kind.startswith("concern."))
    ruth.close()
    assert not any(b"Quetzal" in raw for raw in bytes_of(ruth.vault.folder).values())


def test_the_sealed_words_need_names_and_are_not_asked_about(ruth: Workspace) -> None:
    ruth.concerns.seal(lead(ruth), replace(WORDS_SAID, answers=(Answer("who", "Zahra"),)))
    ruth.concerns.amend(only(ruth).id, "Zahra rang.")
    with pytest.raises(BadValue):
        ruth.concerns.seal(lead(ruth), replace(WORDS_SAID, answers=(Answer("who", " "),)))
    assert only(ruth).added == 1


def test_undo_leaves_a_sealed_concern_alone(ruth: Workspace) -> None:
    ruth.concerns.note(Pointer(made_on=TODAY))
    ruth.concerns.seal(lead(ruth), WORDS_SAID)
    ruth.undo()
    assert only(ruth).sealed


def test_a_backup_carries_a_sealed_concern(ruth: Workspace, tmp_path: Path) -> None:
    ruth.concerns.seal(lead(ruth), WORDS_SAID)
    stick = tmp_path / "stick"
    stick.mkdir()
    ruth.backup(stick)
    ruth.close()
    [carried] = stick.iterdir()
    restored = vault.restore(carried, tmp_path / "Other.vault", OTHER_WORDS, FakeClock())
    dev = Workspace(restored, FakeClock(), Library())
    assert dev.concerns.read(only(dev).id).words == WORDS_SAID
    dev.close()


def test_it_is_lost_with_its_readers_key_and_can_then_be_taken_away(ruth: Workspace) -> None:
    ruth.concerns.seal(lead(ruth), WORDS_SAID)
    ruth.key_holders.remove(lead(ruth))
    found = only(ruth)
    assert found.lost and not found.mine
    with pytest.raises(SealLost):
        ruth.concerns.amend(found.id, "More")
    with pytest.raises(SealLost):
        ruth.concerns.read(found.id)
    ruth.concerns.say_where(found.id, Pointer(made_on=TODAY, why_not="Written anew on paper."))
    ruth.concerns.close(found.id)
    assert not ruth.concerns.erase(found.id).can_undo
    assert ruth.concerns.all() == ()


def test_who_takes_a_key_away_is_told_which_concerns_go_with_it(ruth: Workspace) -> None:
    dev = lead(ruth)
    assert ruth.key_holders.leaving(dev).concerns == 0
    ruth.concerns.seal(dev, WORDS_SAID)
    assert ruth.key_holders.leaving(dev).concerns == 1 and ruth.key_holders.leaving(ruth.vault.holder).concerns == 0

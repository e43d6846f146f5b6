"""The way in, from the first screen to an open vault: every step, every refusal as a value, every way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from facilitator import vault
from facilitator.errors import (
    NameMissing,
    NoRecovery,
    NotABackup,
    NotAVault,
    PlaceMissing,
    PlaceTaken,
    TypedDifferently,
    UserError,
    VaultOpenElsewhere,
    WeakPassphrase,
    WrongPassphrase,
    WrongRecoveryCode,
)
from facilitator.messages import explain
from facilitator.model.progress import Cancelled
from facilitator.vault import Opening, UnlockedVault
from facilitator.vault.opening import (
    ChooseBackup,
    EnterCode,
    Locked,
    NameVault,
    NewWords,
    Opened,
    Purpose,
    RestoreBackup,
    State,
    TypeAgain,
    Welcome,
)
from tests.core.vaults import OTHER_WORDS, TINY, WORDS, a_closed_vault, a_vault, add_group, groups
from tests.make import FakeClock


def an_opening(home: Path, *known: Path) -> Opening:
    return Opening(FakeClock(), home, known=known, cost=lambda: TINY)


def done(state: State) -> UnlockedVault:
    """The open vault, which the way has led to."""
    assert isinstance(state, Opened)
    return state.vault


def refuses(opening: Opening, command: Callable[[], State], refusal: type[UserError]) -> None:
    """The command is refused in words, and the state stays."""
    before = opening.state
    assert command() == before == opening.state
    assert type(opening.refused) is refusal and explain(opening.refused).said


def recoverable(folder: Path) -> tuple[Path, str, Path]:
    """A closed vault with one group, its recovery code, and a backup: (vault, code, backup)."""
    opened = a_vault(folder)
    add_group(opened, "Wren")
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    file = opened.backup(folder).path
    opened.close()
    return opened.folder, pending.code, file


def test_from_nothing_to_an_open_vault_in_four_steps(tmp_path: Path) -> None:
    home = tmp_path / "Documents"
    opening = an_opening(home)
    assert opening.state == Welcome()
    assert opening.new() == NameVault(home, "Blue folder")
    shown = opening.name("Green folder")
    assert isinstance(shown, NewWords) and shown.purpose is Purpose.CREATE and not shown.own
    assert len(shown.offered.split()) == 5 and shown.offered not in repr(shown)
    assert isinstance(opening.written_down(), TypeAgain)
    opened = done(opening.again(shown.offered.upper() + " "))
    assert opened.folder == home / "Green folder.vault" and not opened.recovery_live
    opened.close()
    vault.unlock(opened.folder, shown.offered, FakeClock()).close()


def test_words_of_ones_own(tmp_path: Path) -> None:
    opening = an_opening(tmp_path)
    opening.new()
    opening.name("Green folder")
    own = opening.own_words()
    assert isinstance(own, NewWords) and own.own and own.offered == ""
    refuses(opening, lambda: opening.written_down("green folder green folder"), WeakPassphrase)
    assert isinstance(opening.written_down("my aunt rides zebras on tuesdays"), TypeAgain)
    refuses(opening, lambda: opening.again("my aunt rides zebra on tuesdays"), TypedDifferently)
    assert isinstance(opening.refused, TypedDifferently) and opening.refused.word == 4
    refuses(opening, lambda: opening.again("my aunt rides zebras on Tuesdays"), TypedDifferently)
    assert isinstance(opening.refused, TypedDifferently) and opening.refused.word == 6
    done(opening.again("my aunt rides zebras  on tuesdays")).close()


def test_a_slip_names_its_word(tmp_path: Path) -> None:
    opening = an_opening(tmp_path)
    opening.new()
    first = opening.name("Green folder")
    second = opening.other_words()
    assert isinstance(first, NewWords) and isinstance(second, NewWords) and first.offered != second.offered
    opening.written_down()
    words = second.offered.split()
    for typed, word in ((words[:4], 5), ([*words[:2], "x", *words[3:]], 3),
                        ([words[0].title(), words[1] + ",", *words[2:]], 2), ([*words, "x"], 6), ([], 1)):
        refuses(opening, lambda typed=typed: opening.again(" ".join(typed)), TypedDifferently)
        assert isinstance(opening.refused, TypedDifferently) and opening.refused.word == word
    assert opening.back() == second  # the same words are shown once more
    opening.written_down()
    done(opening.again(second.offered)).close()


def test_names_and_places_that_cannot_be(tmp_path: Path) -> None:
    a_closed_vault(tmp_path)
    opening = an_opening(tmp_path)
    assert opening.new() == NameVault(tmp_path, "Blue folder 2")
    refuses(opening, lambda: opening.name("  "), NameMissing)
    refuses(opening, lambda: opening.name("Blue folder"), PlaceTaken)
    refuses(opening, lambda: opening.name("Green folder", tmp_path / "nowhere"), PlaceMissing)
    (tmp_path / "Dropbox").mkdir()
    shown = opening.name("Green folder", tmp_path / "Dropbox")
    assert isinstance(shown, NewWords) and shown.carrier == "Dropbox"
    assert isinstance(opening.back(), NameVault) and isinstance(opening.back(), Welcome)


def test_a_known_vault_is_offered_to_unlock_at_once(tmp_path: Path) -> None:
    folder, _code, _file = recoverable(tmp_path)
    opening = an_opening(tmp_path, tmp_path / "gone.vault", folder)
    assert isinstance(opening.state, Locked) and opening.state.facts.name == "Blue folder"
    refuses(opening, lambda: opening.unlock(OTHER_WORDS), WrongPassphrase)
    opened = done(opening.unlock(WORDS))
    assert groups(opened) == ["Wren"] and opening.refused is None
    other = an_opening(tmp_path, folder)
    refuses(other, lambda: other.unlock(WORDS), VaultOpenElsewhere)
    opened.close()
    done(other.unlock(WORDS)).close()
    assert [f.folder for f in an_opening(tmp_path, folder).welcome().known] == [folder]  # type: ignore[union-attr]


def test_a_folder_that_is_no_vault_is_refused(tmp_path: Path) -> None:
    opening = an_opening(tmp_path)
    refuses(opening, lambda: opening.choose(tmp_path), NotAVault)
    refuses(opening, lambda: opening.choose(tmp_path / "gone"), PlaceMissing)
    assert isinstance(opening.choose(a_closed_vault(tmp_path)), Locked)


def test_lost_words_are_replaced_by_the_code(tmp_path: Path) -> None:
    folder, code, _file = recoverable(tmp_path)
    opening = an_opening(tmp_path, folder)
    assert opening.forgot() == EnterCode(Purpose.RECOVER, "Blue folder")
    refuses(opening, lambda: opening.code(code[:-1]), WrongRecoveryCode)
    assert isinstance(opening.refused, WrongRecoveryCode) and opening.refused.group == 7
    shown = opening.code(code)
    assert isinstance(shown, NewWords) and shown.purpose is Purpose.RECOVER and shown.folder == folder
    assert vault.facts(folder).has_recovery  # trying the code does not burn it
    assert isinstance(opening.back(), Locked)
    opening.forgot()
    shown = opening.code(code.lower())
    assert isinstance(shown, NewWords)
    opening.written_down()
    opened = done(opening.again(shown.offered))
    assert groups(opened) == ["Wren"] and not opened.recovery_live
    opened.close()


def test_without_a_live_code_there_is_no_way_round(tmp_path: Path) -> None:
    opening = an_opening(tmp_path, a_closed_vault(tmp_path))
    refuses(opening, opening.forgot, NoRecovery)


def test_a_backup_is_brought_back(tmp_path: Path) -> None:
    _folder, code, file = recoverable(tmp_path)
    home = tmp_path / "new home"
    opening = an_opening(home)
    assert opening.bring_back() == ChooseBackup()
    refuses(opening, lambda: opening.backup(tmp_path / "gone"), PlaceMissing)
    (tmp_path / "letter").write_text("Dear")
    refuses(opening, lambda: opening.backup(tmp_path / "letter"), NotABackup)
    assert opening.backup(file) == RestoreBackup(file, home, "Blue folder")
    refuses(opening, lambda: opening.restore(OTHER_WORDS), WrongPassphrase)
    opened = done(opening.restore(WORDS))
    assert opened.folder == home / "Blue folder.vault" and groups(opened) == ["Wren"]
    opened.close()

    opening = an_opening(home)
    opening.backup(file)
    refuses(opening, lambda: opening.restore(WORDS), PlaceTaken)
    done(opening.restore(WORDS, name="Second")).close()

    opening = an_opening(home)
    opening.backup(file)
    done(opening.restore(WORDS, aside=True)).close()

    opening = an_opening(home)
    opening.backup(file)
    assert opening.forgot() == EnterCode(Purpose.RESTORE, "Blue folder")
    assert isinstance(opening.back(), RestoreBackup)
    opening.forgot()
    shown = opening.code(code)
    assert isinstance(shown, NewWords) and shown.purpose is Purpose.RESTORE
    opening.written_down()
    opened = done(opening.again(shown.offered))
    assert opened.folder == home / "Blue folder 2.vault" and groups(opened) == ["Wren"]
    opened.close()


def test_cancelling_says_nothing_and_changes_nothing(tmp_path: Path) -> None:
    _folder, _code, file = recoverable(tmp_path)
    opening = an_opening(tmp_path / "home")
    opening.backup(file)

    def cancel(done: int, total: int) -> None:
        raise Cancelled

    before = opening.state
    assert opening.restore(WORDS, progress=cancel) == before and opening.refused is None
    done(opening.restore(WORDS)).close()


@pytest.mark.parametrize("command", [
    lambda o: o.other_words(), lambda o: o.own_words(), lambda o: o.written_down(), lambda o: o.again("x"),
    lambda o: o.unlock("x"), lambda o: o.forgot(), lambda o: o.code("x"), lambda o: o.restore("x"),
])
def test_a_command_out_of_place_does_nothing(tmp_path: Path, command: Callable[[Opening], State]) -> None:
    opening = an_opening(tmp_path)
    assert command(opening) == Welcome() and opening.refused is None


def test_a_sample_is_handed_in(tmp_path: Path) -> None:
    opening, made = an_opening(tmp_path), a_vault(tmp_path, sample=True)
    assert done(opening.opened(made)) is made
    made.close()

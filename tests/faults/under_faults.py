"""All that changes a vault, with a fault at every call to the disk, and what must stand then. A program of its own.

Arguments: a folder to work in; "cut", "full", "short" or "io", with a plus behind it where that goes on; the strides of
our own calls and of SQLite's; and the parts to run (none: all). Says of each part how often there was a fault.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from facilitator import vault
from facilitator.errors import NotABackup, UserError
from facilitator.vault import Opening, backup
from tests.core.vaults import OTHER_WORDS, TINY, WORDS, a_vault, add_group, bytes_of, groups
from tests.faults.atfault import THIRD_WORDS, Faults, Kept, a_team, let_in, opened, require
from tests.make import FakeClock

KEPT = Path(__file__).parents[1] / "kept"


def create(place: Path, faults: Faults) -> int:
    """A vault is there whole, or not at all; a retry works."""
    folder = place / "Blue folder.vault"

    def after(done: bool) -> None:
        if not folder.exists():
            require(not done)
            a_vault(place).close()
        with opened(folder) as now:
            require(groups(now) == [])
            now.store.integrity()
        require([path.name for path in place.iterdir()] == [folder.name])
        shutil.rmtree(folder)

    return faults.everywhere(lambda: a_vault(place).close(), after)


def a_kept_vault(place: Path) -> tuple[Path, Kept]:
    """A closed vault with one group, and a way to have it back."""
    made = a_vault(place)
    add_group(made, "Wren")
    made.close()
    return made.folder, Kept(made.folder)


def save(place: Path, faults: Faults) -> int:
    """Opening, one save, closing: the save is there or not, nothing else is."""
    folder, kept = a_kept_vault(place)

    def run() -> None:
        with opened(folder) as now:
            add_group(now, "Lark")

    def after(done: bool) -> None:
        with opened(folder) as now:
            found = groups(now)
        require(found in ([["Lark", "Wren"]] if done else [["Wren"], ["Lark", "Wren"]]), found)
        require(let_in(folder, WORDS, *found))
        kept.put_back()

    return faults.everywhere(run, after)


def change_words(place: Path, faults: Faults) -> int:
    """New words: always exactly one of the two phrases opens."""
    folder, kept = a_kept_vault(place)

    def run() -> None:
        with opened(folder) as now:
            now.set_passphrase(WORDS, OTHER_WORDS)

    def after(done: bool) -> None:
        old, new = let_in(folder, WORDS), let_in(folder, OTHER_WORDS)
        require(old is not new and (new or not done))
        kept.put_back()

    return faults.everywhere(run, after)


def recover(place: Path, faults: Faults) -> int:
    """The code is used: the old words and the code open it still, or the new words alone."""
    made = a_vault(place)
    add_group(made, "Wren")
    pending = made.new_recovery()
    made.confirm_recovery(pending, pending.code)
    made.close()
    folder, kept = made.folder, Kept(made.folder)

    def run() -> None:
        vault.recover(folder, pending.code, OTHER_WORDS, FakeClock(), kdf=TINY).close()

    def after(done: bool) -> None:
        old, new = let_in(folder, WORDS), let_in(folder, OTHER_WORDS)
        require(old is not new and (new or not done))
        require(vault.facts(folder).has_recovery is old)
        if old:
            run()
            require(let_in(folder, OTHER_WORDS))
        kept.put_back()

    return faults.everywhere(run, after)


def replace_recovery(place: Path, faults: Faults) -> int:
    """A new code takes the place of the old: always exactly one of the two is live."""
    made = a_vault(place)
    add_group(made, "Wren")
    first, second = made.new_recovery(), made.new_recovery()
    made.confirm_recovery(first, first.code)
    made.close()
    folder, kept = made.folder, Kept(made.folder)

    def run() -> None:
        with opened(folder) as now:
            now.confirm_recovery(second, second.code)

    def after(done: bool) -> None:
        require(let_in(folder, WORDS))
        live = []
        with opened(folder) as now:
            for code in (first.code, second.code):
                with suppress(UserError):
                    now.try_recovery(code)
                    live.append(code)
        require(live == [second.code] if done else len(live) == 1, len(live))
        kept.put_back()

    return faults.everywhere(run, after)


def add(place: Path, faults: Faults) -> int:
    """Somebody gets a key: it opens for them or it does not, and for the one who gives it always."""
    folder, kept = a_kept_vault(place)

    def run() -> None:
        with opened(folder) as now:
            now.add_facilitator(OTHER_WORDS)

    def after(done: bool) -> None:
        require(let_in(folder, OTHER_WORDS) or not done)
        require(let_in(folder, WORDS) and not let_in(folder, THIRD_WORDS))
        kept.put_back()

    return faults.everywhere(run, after)


def withdraw(place: Path, faults: Faults) -> int:
    """A key is taken back: it opens or it does not, and for everybody else always."""
    folder, leaving, _last = a_team(place)
    kept = Kept(folder)

    def run() -> None:
        with opened(folder) as now:
            now.withdraw(leaving)

    def after(done: bool) -> None:
        require(not (let_in(folder, OTHER_WORDS) and done))
        require(let_in(folder, WORDS) and let_in(folder, THIRD_WORDS))
        kept.put_back()

    return faults.everywhere(run, after)


def remove_and_rekey(place: Path, faults: Faults) -> int:
    """Somebody is removed: the vault is the old one, with them, or the new one, without; for the others it opens."""
    folder, leaving, _last = a_team(place)
    kept = Kept(folder)
    removed = 0

    def run() -> None:
        with opened(folder) as now:
            now.remove_facilitator(leaving)

    def after(done: bool) -> None:
        nonlocal removed
        gone = not let_in(folder, OTHER_WORDS)
        removed += gone
        require(gone or not done)
        require(let_in(folder, WORDS) and let_in(folder, THIRD_WORDS))
        kept.put_back()

    cuts = faults.everywhere(run, after)
    require(0 < removed <= cuts)
    return cuts


def migrate(place: Path, faults: Faults) -> int:
    """A vault of the first schema is brought up to date: all that was in it is there, and a copy of before opens."""
    folder = place / "Blue folder.vault"
    shutil.copytree(KEPT / "schema-1.vault", folder)
    folder.chmod(0o700)
    kept = Kept(folder)
    with opened(folder) as now:
        full = now.store.counts()
        fingerprint = now.store.fingerprint()
    kept.put_back()

    def run() -> None:
        vault.unlock(folder, WORDS, FakeClock()).close()

    def after(done: bool) -> None:
        with opened(folder) as now:
            require(now.store.counts() == full and now.store.fingerprint() == fingerprint)
            now.store.integrity()
        copies = list((folder / "backups").iterdir())
        require(bool(copies), "no copy of before")
        for copy in copies:
            require(vault.prove_backup(copy, WORDS, FakeClock()).counts["member"] == full["member"])
        kept.put_back()

    return faults.everywhere(run, after)


def back_up(place: Path, faults: Faults) -> int:
    """What has a backup's name is whole; what is not finished is swept away; the vault is as it was."""
    return _copied(place, faults, lambda now, stick: now.backup(stick))


def prove(place: Path, faults: Faults) -> int:
    """A proof that is cut off leaves the backup as it is, and nothing else."""
    made = a_vault(place)
    add_group(made, "Wren")
    file = made.backup(place.parent).path
    made.close()
    folder, kept = made.folder, Kept(made.folder)
    before = file.read_bytes()

    def run() -> None:
        with opened(folder) as now:
            now.prove(file)

    def after(done: bool) -> None:
        require(let_in(folder, WORDS) and file.read_bytes() == before)
        kept.put_back()

    return faults.everywhere(run, after)


def keep_a_copy(place: Path, faults: Faults) -> int:
    """The copy that the vault keeps of itself: whole, or not there."""
    return _copied(place, faults, lambda now, _stick: now.snapshot(10**9))


def _copied(place: Path, faults: Faults, copy: Callable[[vault.UnlockedVault, Path], object]) -> int:
    folder, kept = a_kept_vault(place)
    stick = place.with_name("stick")
    stick.mkdir()

    def run() -> None:
        with opened(folder) as now:
            copy(now, stick)

    def after(done: bool) -> None:
        require(let_in(folder, WORDS))
        with opened(folder) as now:
            now.sweep()
            made = [*stick.iterdir(), *(folder / "backups").glob("*")]
            require({path.suffix for path in made} <= {".vaultbackup"}, made)
            require(bool(made) or not done)
            for file in made:
                require(vault.prove_backup(file, WORDS, FakeClock()).counts["groups"] == 1)
            noted = {one.file for one in backup.recorded(now.store)}
            require(noted <= {path.name for path in made}, noted)
        for file in stick.iterdir():
            file.unlink()
        kept.put_back()

    return faults.everywhere(run, after)


def restore(place: Path, faults: Faults) -> int:
    """What is brought back to a new place is whole or not there, and the next try clears what was left."""
    folder, _kept = a_kept_vault(place)
    with opened(folder) as now:
        file = now.backup(place).path
    back = place / "inner" / "Back.vault"
    back.parent.mkdir()

    def run() -> None:
        vault.restore(file, back, WORDS, FakeClock()).close()

    def after(done: bool) -> None:
        if not back.exists():
            require(not done)
            Opening(FakeClock(), back.parent)  # the gate sweeps what was left
            require(not list(back.parent.iterdir()))
            run()
        require(let_in(back, WORDS))
        require([path.name for path in back.parent.iterdir()] == [back.name])
        shutil.rmtree(back)

    return faults.everywhere(run, after)


def restore_over(place: Path, faults: Faults) -> int:
    """Brought back over a newer state: under its name stands the older or the newer one, whole; neither is lost."""
    made = a_vault(place / "inner")
    add_group(made, "Wren")
    file = made.backup(place).path
    add_group(made, "Lark")
    made.close()
    folder, kept = made.folder, Kept(made.folder)
    before = bytes_of(folder)
    aside = folder.with_name("Blue folder until 2025-11-20 18-30.vault")

    def run() -> None:
        vault.restore(file, folder, WORDS, FakeClock(), aside=True).close()

    def after(done: bool) -> None:
        if done:
            require(aside.exists())
        else:
            Opening(FakeClock(), folder.parent)
        older = aside if aside.exists() else folder
        require(bytes_of(older) == before)
        require(not [path for path in folder.parent.iterdir() if path.name.startswith(".")])
        if aside.exists():
            require(let_in(folder, WORDS))
        require(let_in(older, WORDS, "Lark", "Wren"))
        kept.put_back()

    return faults.everywhere(run, after)


def close_for_good(place: Path, faults: Faults) -> int:
    """It opens as before, and can be closed again; or it opens for nobody, and no copy in it does."""
    made = a_vault(place)
    add_group(made, "Wren")
    made.add_facilitator(OTHER_WORDS)
    made.snapshot(10**9)
    made.drafts.save("note", {"text": "half"})
    made.close()
    folder, kept = made.folder, Kept(made.folder)
    ended = 0

    def run() -> None:
        vault.unlock(folder, WORDS, FakeClock()).end()

    def after(done: bool) -> None:
        nonlocal ended
        try:
            first = let_in(folder, WORDS)
        except UserError:
            first = False
        if first:
            require(not done and let_in(folder, OTHER_WORDS))
            run()
            require(not folder.exists())
        else:
            ended += 1
            for words in (WORDS, OTHER_WORDS):
                with suppress(UserError):
                    vault.unlock(folder, words, FakeClock())
                    raise AssertionError("it opens")
            for copy in folder.rglob("*.vaultbackup"):
                with suppress(NotABackup):
                    vault.prove_backup(copy, WORDS, FakeClock())
                    raise AssertionError("a copy opens")
            require(not done or {path.name for path in folder.rglob("*") if path.is_file()} <= {"lock"})
        kept.put_back()

    cuts = faults.everywhere(run, after)
    require(0 < ended <= cuts)
    return cuts


PARTS = (create, save, change_words, recover, replace_recovery, add, withdraw, remove_and_rekey, migrate, back_up,
         prove, keep_a_copy, restore, restore_over, close_for_good)

if __name__ == "__main__":
    base, fault = Path(sys.argv[1]), sys.argv[2]
    faults = Faults(fault.rstrip("+"), int(sys.argv[3]), int(sys.argv[4]), for_ever=fault.endswith("+"))
    for part in PARTS:
        if part.__name__ in sys.argv[5:] or not sys.argv[5:]:
            inside = base / part.__name__ / "place"
            inside.mkdir(parents=True)
            print(part.__name__, part(inside, faults), flush=True)

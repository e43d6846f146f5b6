"""Cut a process off at every call it makes to the disk, and see that what is left is old or new. A program of its own.

Each try is a fork that ends on the spot, as a power cut would have it; the parent then looks at what lies there.
Arguments: a folder to work in, and how many calls to go on from cut to cut (1 cuts at every one).
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from facilitator import vault
from facilitator.errors import UserError, WrongPassphrase
from tests.core.vaults import OTHER_WORDS, TINY, WORDS, a_vault, add_group, bytes_of, groups
from tests.faults.calls import counted
from tests.make import FakeClock

CUT = 9
THIRD_WORDS = "marble kettle four silent penguins"
STRIDE = int(sys.argv[2]) if __name__ == "__main__" else 1


def cut_everywhere(run: Callable[[], None], after: Callable[[bool], None], most: int = 200) -> int:
    """Run something again and again, ending the process at a later call each time; how many calls there are to cut."""
    for at in range(1, most, STRIDE):
        child = os.fork()
        if child == 0:
            try:
                with counted() as calls:
                    calls.act = lambda: os._exit(CUT)
                    calls.fail(at, 0)
                    run()
                os._exit(0)
            except BaseException:
                os._exit(1)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code not in (0, CUT):
            raise AssertionError(f"it failed by itself at call {at}")
        after(code == 0)
        if code == 0:
            return at - 1
    raise AssertionError("it never came to an end")


def opens_with(folder: Path, words: str, *names: str) -> bool:
    """Whether the words open the vault; what is in it must then be these groups, and whole."""
    try:
        opened = vault.unlock(folder, words, FakeClock())
    except UserError:
        return False
    found = groups(opened)
    opened.store.integrity()
    opened.close()
    if found != list(names):
        raise AssertionError(f"{found} instead of {names}")
    return True


def require(truth: bool) -> None:
    """An assertion that stays when python is told to leave them out."""
    if not truth:
        raise AssertionError


def making(place: Path) -> int:
    """A vault is there whole, or not at all; a retry works."""
    folder = place / "Blue folder.vault"

    def after(done: bool) -> None:
        if not folder.exists():
            require(not done)
            a_vault(place).close()
        require(opens_with(folder, WORDS))
        shutil.rmtree(folder)

    return cut_everywhere(lambda: a_vault(place).close(), after)


def saving(place: Path) -> int:
    """Opening, one save, closing: the save is there or not, nothing else is."""
    opened = a_vault(place)
    add_group(opened, "Wren")
    opened.close()
    folder, kept = opened.folder, place / "kept"
    shutil.copytree(folder, kept)

    def run() -> None:
        again = vault.unlock(folder, WORDS, FakeClock())
        add_group(again, "Lark")
        again.close()

    def after(done: bool) -> None:
        again = vault.unlock(folder, WORDS, FakeClock())
        require(groups(again) in ([["Lark", "Wren"]] if done else [["Wren"], ["Lark", "Wren"]]))
        again.close()
        require(vault.facts(folder).clean and not vault.facts(folder).needs_healing)
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)

    return cut_everywhere(run, after)


def keys(place: Path) -> int:
    """New words and a recovery: always exactly one of the two phrases opens."""
    opened = a_vault(place)
    add_group(opened, "Wren")
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    opened.close()
    folder, kept = opened.folder, place / "kept"
    shutil.copytree(folder, kept)

    def after(done: bool) -> None:
        require([opens_with(folder, w, "Wren") for w in (WORDS, OTHER_WORDS)].count(True) == 1)
        require(not done or opens_with(folder, OTHER_WORDS, "Wren"))
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)

    def change() -> None:
        again = vault.unlock(folder, WORDS, FakeClock())
        again.set_passphrase(WORDS, OTHER_WORDS)
        again.close()

    def recover() -> None:
        vault.recover(folder, pending.code, OTHER_WORDS, FakeClock(), kdf=TINY).close()

    return cut_everywhere(change, after) + cut_everywhere(recover, after)


def let_in(folder: Path, words: str) -> bool:
    """Whether the words open the vault, which is whole then and holds what was saved; refused, they are the wrong ones.

    Whatever was cut off, nothing of it lies about once somebody was in.
    """
    try:
        opened = vault.unlock(folder, words, FakeClock())
    except WrongPassphrase:
        return False
    require(groups(opened) == ["Wren"])
    opened.store.integrity()
    opened.close()
    left = {path.name for path in folder.iterdir()} - {"header.json", "header.bak.json", "lock", "drafts"}
    [data] = {name for name in left if not name.endswith("-journal")}
    require(left == {data, f"{data}-journal"})
    return True


def adding(place: Path) -> int:
    """Somebody gets a key: it opens for them or it does not, and for the one who gives it always."""
    opened = a_vault(place)
    add_group(opened, "Wren")
    opened.close()
    folder, kept = opened.folder, place / "kept"
    shutil.copytree(folder, kept)

    def run() -> None:
        again = vault.unlock(folder, WORDS, FakeClock())
        again.add_facilitator(OTHER_WORDS)
        again.close()

    def after(done: bool) -> None:
        require(let_in(folder, OTHER_WORDS) or not done)
        require(let_in(folder, WORDS))
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)

    return cut_everywhere(run, after)


def removing(place: Path) -> int:
    """Somebody is removed: the vault is the old one, with them, or the new one, without; for the others it opens."""
    folder, leaving, _last = a_team(place)
    kept = place / "kept"
    shutil.copytree(folder, kept)
    removed = 0

    def run() -> None:
        again = vault.unlock(folder, WORDS, FakeClock())
        again.remove_facilitator(leaving)
        again.close()

    def after(done: bool) -> None:
        nonlocal removed
        gone = not let_in(folder, OTHER_WORDS)
        removed += gone
        require(gone or not done)
        require(let_in(folder, WORDS) and let_in(folder, THIRD_WORDS))
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)

    cuts = cut_everywhere(run, after)
    require(0 < removed < cuts)
    return cuts


def a_team(place: Path) -> tuple[Path, bytes, bytes]:
    """A closed vault that three people open; the keys of the second and the third."""
    opened = a_vault(place)
    add_group(opened, "Wren")
    second, third = opened.add_facilitator(OTHER_WORDS), opened.add_facilitator(THIRD_WORDS)
    opened.close()
    theirs = vault.unlock(opened.folder, OTHER_WORDS, FakeClock())
    theirs.drafts.save("note", {"text": "half"})
    theirs.close()
    return opened.folder, second, third


def backing_up(place: Path) -> int:
    """What has a backup's name is whole; what is not finished is swept away; the vault is as it was."""
    opened = a_vault(place)
    add_group(opened, "Wren")
    opened.close()
    folder, stick = opened.folder, place / "stick"
    stick.mkdir()

    def run() -> None:
        again = vault.unlock(folder, WORDS, FakeClock())
        again.backup(stick)
        again.close()

    def after(done: bool) -> None:
        require(opens_with(folder, WORDS, "Wren"))
        require(not list((folder / "backups").iterdir()) if (folder / "backups").exists() else True)
        for file in stick.iterdir():
            if file.suffix == ".vaultbackup":
                require(vault.prove_backup(file, WORDS, FakeClock()).counts["groups"] == 1)
            file.unlink()

    return cut_everywhere(run, after)


def restoring(place: Path) -> int:
    """The older vault lies whole under its name or beside it; the restored one is whole or not there."""
    opened = a_vault(place)
    add_group(opened, "Wren")
    file = opened.backup(place).path
    add_group(opened, "Lark")
    opened.close()
    folder, kept = opened.folder, place / "kept"
    shutil.copytree(folder, kept)
    before = bytes_of(folder)
    aside = folder.with_name("Blue folder until 2025-11-20 18-30.vault")

    def run() -> None:
        vault.restore(file, folder, WORDS, FakeClock(), aside=True).close()

    def after(done: bool) -> None:
        older = aside if aside.exists() else folder
        require(bytes_of(older) == before)
        if aside.exists() and folder.exists():
            require(opens_with(folder, WORDS, "Wren"))
        for path in (aside, folder, folder.with_name(f".{folder.name}.part")):
            with suppress(FileNotFoundError):
                shutil.rmtree(path)
        shutil.copytree(kept, folder)

    return cut_everywhere(run, after)


if __name__ == "__main__":
    base = Path(sys.argv[1])
    for part in (making, saving, keys, adding, removing, backing_up, restoring):
        place = base / part.__name__
        place.mkdir()
        print(part.__name__, part(place))

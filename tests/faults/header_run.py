"""Run as a program: tries headers that are not as they should be, each against a vault's folder, and says what came.

Arguments: `kept` and files, or `mutated`, how many, and a seed. Writes a line of JSON for each, and one more
with the most memory all of it took, so that a crash or a hang is seen from outside.
"""

from __future__ import annotations

import copy
import json
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from facilitator import vault
from facilitator.errors import UserError
from facilitator.vault import headerfiles
from facilitator.vault.header import canonical
from tests.core.vaults import OTHER_WORDS, WORDS, a_vault, add_group, checked
from tests.make import FakeClock

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2**31, 2**53 - 1, 2**63, 10**400, "", "x", "A" * 24, "AAAA", "\x00", "ä", [], [[]], {},
    {"": 0}, [None] * 40)


HANGS_AFTER_S = 120
LONG_S = 2.0


def said_of(folder: Path) -> tuple[str, float]:
    """How an opening ended, and how many seconds it took. What hangs ends the program."""
    signal.alarm(HANGS_AFTER_S)
    began = time.perf_counter()
    try:
        vault.unlock(folder, WORDS, FakeClock()).close()
        said = "opened"
    except UserError as error:
        said = type(error).__name__
    seconds = time.perf_counter() - began
    signal.alarm(0)
    return said, seconds


def meaning(raw: bytes) -> dict[str, Any]:
    """What a header says, but for what each opening and closing writes anew."""
    return {name: value for name, value in json.loads(raw.split(b"\n")[0]).items()
            if name not in ("sequence", "written", "seal", "journal", "mac")}


def put(folder: Path, raw: bytes, names: tuple[str, ...] = headerfiles.NAMES) -> None:
    """Lay a header into a vault's folder."""
    for name in names:
        (folder / name).write_bytes(raw)


def peak_mib() -> float:
    """The most memory this process has held."""
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def kept(folder: Path, paths: list[str]) -> None:
    """Each of the files in the place of both copies; nothing else in the folder may change for it."""
    for path in paths:
        put(folder, Path(path).read_bytes())
        before = {one.name: one.read_bytes() for one in folder.iterdir() if one.name != "lock"}
        said, seconds = said_of(folder)
        if seconds > LONG_S:  # the computer may be busy with something else: the least of some tries is its own
            seconds = min(seconds, *(said_of(folder)[1] for _again in range(4)))
        after = {one.name: one.read_bytes() for one in folder.iterdir() if one.name != "lock"}
        print(json.dumps({"of": path, "said": said, "s": seconds, "same": before == after}), flush=True)


def mutated(folder: Path, many: int, seed: int) -> None:
    """Headers changed at random: bytes with and without their checksum put right, values, whole parts, two mixed."""
    chance = random.Random(seed)
    sound = (folder / headerfiles.NAMES[0]).read_bytes()
    elsewhere = a_vault(folder.parent / "other", words=OTHER_WORDS)
    elsewhere.close()
    other = (elsewhere.folder / headerfiles.NAMES[0]).read_bytes()
    ways = (_bytes, _checked_bytes, _values, _values, _parts, _mixed)
    for n in range(many):
        way = chance.choice(ways)
        raw = way(chance, sound, other)
        if raw == sound:
            raw = _bytes(chance, sound, other)
        both = chance.random() < 0.9
        put(folder, sound)
        put(folder, raw, headerfiles.NAMES if both else (chance.choice(headerfiles.NAMES),))
        said, seconds = said_of(folder)
        now = [(folder / name).read_bytes() for name in headerfiles.NAMES]
        healed = said == "opened" and not both and now[0] == now[1] and meaning(now[0]) == meaning(sound)
        print(json.dumps({"of": f"{seed}/{n} {way.__name__[1:]}", "said": "healed" if healed else said, "s": seconds}),
              flush=True)
        if healed:
            sound = now[0]  # of the next sequence


def _bytes(chance: random.Random, sound: bytes, _other: bytes) -> bytes:
    raw = bytearray(sound)
    for _change in range(chance.randint(1, 4)):
        at = chance.randrange(len(raw))
        match chance.randrange(4):
            case 0:
                raw[at] ^= 1 << chance.randrange(8)
            case 1:
                del raw[at:at + chance.randint(1, 40)]
            case 2:
                raw[at:at] = raw[chance.randrange(len(raw)):][:chance.randint(1, 40)]
            case _:
                raw[at:at] = chance.randbytes(chance.randint(1, 40))
        raw = raw or bytearray(b"\n")
    return bytes(raw)


def _checked_bytes(chance: random.Random, sound: bytes, other: bytes) -> bytes:
    return checked(_bytes(chance, sound.split(b"\n")[0], other))


def _values(chance: random.Random, sound: bytes, _other: bytes) -> bytes:
    """A value, or a few, in the place of others: odd ones, numbers beside, or from elsewhere in the same header."""
    header = json.loads(sound.split(b"\n")[0])
    for _change in range(chance.randint(1, 3)):
        holder, key = _place(chance, header)
        value = holder[key]
        if type(value) is int and chance.random() < 0.5:
            holder[key] = value + chance.choice((-1, 1, 2, 1000))
        elif chance.random() < 0.4:
            from_holder, from_key = _place(chance, header)
            holder[key] = copy.deepcopy(from_holder[from_key])
        else:
            holder[key] = chance.choice(ODD)
    return checked(canonical(header))


def _parts(chance: random.Random, sound: bytes, _other: bytes) -> bytes:
    """Something taken away, doubled, or put in another order."""
    header = json.loads(sound.split(b"\n")[0])
    holder, key = _place(chance, header)
    if isinstance(holder, list):
        match chance.randrange(3):
            case 0:
                del holder[key]
            case 1:
                holder.insert(chance.randrange(len(holder) + 1), copy.deepcopy(holder[key]))
            case _:
                holder.reverse()
    elif chance.random() < 0.5:
        del holder[key]
    else:
        holder[chance.choice((f"{key} ", "name", "format", "seal", ""))] = holder.pop(key)
    return checked(canonical(header))


def _mixed(chance: random.Random, sound: bytes, other: bytes) -> bytes:
    """Some parts of another vault's header among our own."""
    mine, theirs = (json.loads(raw.split(b"\n")[0]) for raw in (sound, other))
    for name in chance.sample(sorted(mine), chance.randint(1, len(mine) - 1)):
        mine[name] = theirs[name]
    return checked(canonical(mine))


def _place(chance: random.Random, inside: Any) -> tuple[Any, Any]:
    """A place somewhere within: what holds it, and its name or number there."""
    while True:
        key = chance.choice(sorted(inside)) if isinstance(inside, dict) else chance.randrange(len(inside))
        value = inside[key]
        if not isinstance(value, dict | list) or not value or chance.random() < 0.2:
            return inside, key
        inside = value


def main() -> None:
    """Do what the arguments ask, in a folder of its own."""
    with tempfile.TemporaryDirectory() as name:
        if sys.argv[1] == "kept":
            folder = Path(name) / "Blue folder.vault"
            folder.mkdir(mode=0o700)
            kept(folder, sys.argv[2:])
        else:
            made = a_vault(Path(name) / "own")
            add_group(made, "Wren")
            made.add_facilitator(OTHER_WORDS)
            pending = made.new_recovery()
            made.confirm_recovery(pending, pending.code)
            made.close()
            mutated(made.folder, int(sys.argv[2]), int(sys.argv[3]))
    print(json.dumps({"MiB": peak_mib()}), flush=True)


if __name__ == "__main__":
    os.umask(0o77)
    main()

"""Lean data classes say, refuse and compare what the usual ones do, and leave no second class behind."""

from __future__ import annotations

import dataclasses
import gc
import subprocess
import sys
import weakref
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any, ClassVar

import pytest

from tests.architecture.house import ROOT
from ui.lean import make_lean

LOADED_LATER = """
import sys
from ui.quick import make_quick

make_quick()
assert "dataclasses" not in sys.modules
from dataclasses import dataclass, fields
from facilitator.model.ids import Id
from facilitator.vault.keys import KdfCost
assert dataclass.__module__ == "ui.lean", dataclass.__module__
assert repr(KdfCost(64, 1, 1)) == "KdfCost(memory_kib=64, passes=1, lanes=1)"
assert [one for one in sys.meta_path if type(one).__module__ == "ui.quick"] == []
"""


def lean() -> ModuleType:
    """The module of data classes, loaded once more beside the usual one, and made lean."""
    spec = find_spec("dataclasses")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    make_lean(module)
    return module


def classes(module: Any) -> dict[str, type]:
    """Classes of every sort we have."""

    class Secret:
        name: str
        key: bytes = module.field(repr=False)
        both: ClassVar[int] = 2
        lines: tuple[int, ...] = ()

    class Own:
        name: str

        def __repr__(self) -> str:
            return "own"

    class Open:
        name: str
        seen: list[int] = module.field(default_factory=list)

    secret = module.dataclass(frozen=True, slots=True, kw_only=True)(Secret)
    return {
        "secret": secret,
        "child": module.dataclass(frozen=True, slots=True, kw_only=True)(
            type("Child", (secret,), {"__annotations__": {"more": "int"}, "more": 3})),
        "own": module.dataclass(frozen=True)(Own),
        "open": module.dataclass(Open),
        "plain": type("Plain", (secret,), {}),
    }  # fmt: skip


def told(module: Any) -> list[object]:
    """What they say of themselves, and what becomes of a change."""
    made = classes(module)
    things = [made["secret"](name="a", key=b"k", lines=(1,)), made["child"](name="a", key=b"k"), made["own"]("a"),
              made["open"]("a"), made["plain"](name="a", key=b"k")]  # fmt: skip
    out: list[object] = []
    for thing in things:
        out += [repr(thing).rpartition(".")[2], thing == module.replace(thing, name="a"),
                thing == module.replace(thing, name="b")]  # fmt: skip
        out.append([field.name for field in module.fields(thing)])
        changes: list[Callable[[Any], None]] = [lambda one: setattr(one, "name", "c"), lambda one: delattr(one, "name")]
        if not hasattr(thing, "__slots__"):  # the usual ones trip over the second class there
            changes += [lambda one: setattr(one, "other", 1), lambda one: delattr(one, "nothing")]
        for change in changes:
            try:
                change(thing)
                out.append("done")
            except Exception as error:
                out.append((type(error).__name__, str(error).replace("'", "")))
    out.append([hash(things[0]) == hash(module.replace(things[0]))])
    return out


def test_they_behave_as_the_usual_ones() -> None:
    """To the words of a refusal; what is not to be shown is not."""
    assert told(lean()) == told(dataclasses)
    assert "key" not in repr(classes(lean())["secret"](name="a", key=b"k"))


@pytest.mark.skipif(sys.version_info < (3, 11, 4), reason="earlier Pythons hold on to it in one more place")
def test_no_second_class_stays_behind() -> None:
    """Of a class with slots the one it was before goes."""

    class Before:
        name: str

    made = lean().dataclass(frozen=True, slots=True)(Before)
    before = weakref.ref(Before)
    del Before
    gc.collect()
    assert before() is None and made("a").name == "a"


@pytest.mark.parametrize("unset", [False, True])
def test_asked_for_without(unset: bool) -> None:
    """A class that wants none is shown as any object."""

    class Bare:
        name: str

    made = lean().dataclass(repr=not unset)(Bare)
    assert (repr(made("a")).rpartition(".")[2] == "Bare(name='a')") is not unset


def test_the_app_loads_them_lean() -> None:
    """Not before they are wanted, and then at once."""
    done = subprocess.run([sys.executable, "-c", LOADED_LATER], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr

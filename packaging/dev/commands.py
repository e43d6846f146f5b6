"""The commands of dev.py, and what each hands on to."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import checks
import opening
import pins
import ready
from place import DEV, ROOT, say, venv_python


def main(arguments: list[str]) -> int:
    """Do what was asked; return the exit code."""
    asked = _parser().parse_args(arguments)
    try:
        return asked.do(asked)
    except ready.NotReady as refusal:
        say(str(refusal), error=True)
        return 1
    except KeyboardInterrupt:
        say("Stopped.", error=True)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Set up, run, test and measure Facilitator.")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    run = commands.add_parser("run", help="open the app (sets everything up first)")
    run.set_defaults(do=_run)

    test = commands.add_parser("test", help="run every check (sets everything up first)")
    test.add_argument("--all", action="store_true", help="the tests that take long as well")
    test.set_defaults(do=_test)

    bench = commands.add_parser("bench", help="measure speed and memory against a floor taken in the same run")
    bench.add_argument("rows", nargs="*", help="only the rows whose name holds one of these words")
    bench.set_defaults(do=lambda asked: _inside("bench.py", asked.rows))

    figures = commands.add_parser("figures", help="what printed paper is held to, each figure beside its goal")
    figures.add_argument("rows", nargs="*", help="only the figures whose name holds one of these words")
    figures.set_defaults(do=_figures)

    faults = commands.add_parser("faults", help="put the vault through every fault, and count what was tried and lost")
    faults.add_argument("--all", action="store_true", help="the full numbers, which takes a quarter of an hour")
    faults.add_argument("rows", nargs="*", help="only the rows whose name holds one of these words")
    faults.set_defaults(do=lambda asked: _inside("faults.py", [*(["--all"] if asked.all else []), *asked.rows]))

    shots = commands.add_parser("shots", help="a picture of every screen in every theme, zoom and language")
    shots.add_argument("folder", type=Path)
    shots.add_argument("screens", nargs=argparse.REMAINDER, help="only the screens whose name holds one of these words")
    shots.add_argument("--documents", action="store_true",
                       help="every printed document instead; `shots --documents DIR --help` tells its choices")
    shots.set_defaults(do=_shots)

    catalogue = commands.add_parser("catalogue", help="write every string of the app into the translation catalogues")
    catalogue.set_defaults(do=lambda asked: _inside("catalogue.py", ["refresh"]))

    lock = commands.add_parser("lock", help="pin every package afresh from the two requirements files")
    lock.set_defaults(do=lambda asked: pins.lock())
    return parser


def _run(asked: argparse.Namespace) -> int:
    ready.make_ready()
    return opening.open_app()


def _test(asked: argparse.Namespace) -> int:
    ready.make_ready()
    ready.bring_what_tests_talk_to(long_ones=asked.all)
    return checks.run_all(long_ones=asked.all)


def _figures(asked: argparse.Namespace) -> int:
    ready.make_ready()
    ready.bring_what_tests_talk_to(long_ones=True)
    return _inside("figures.py", asked.rows)


def _shots(asked: argparse.Namespace) -> int:
    more = [word for word in asked.screens if word != "--documents"]
    script = "shots_documents.py" if asked.documents or more != asked.screens else "shots.py"
    return _inside(script, [str(asked.folder.absolute()), *more])


def _inside(script: str, arguments: list[str]) -> int:
    """Run one of our scripts with the packages of .venv at hand."""
    ready.make_ready()
    sys.stdout.flush()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([venv_python(), DEV / script, *arguments], cwd=ROOT, env=environment, check=False).returncode

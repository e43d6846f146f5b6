"""Nothing is left lying about: words planted everywhere can be read nowhere but where a person asked for them."""

from __future__ import annotations

import base64
import io
import json
import os
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.faults.canaries import MARK, found_in, sightings
from tests.faults.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
WORDLESS = {
    "organisation.country", "groups.application", "groups.team", "groups.last_pack", "groups.created_on",
    "series.first_on", "series.last_on", "session.held_on", "session.status", "session.checklist", "member.first_seen",
    "consent.purpose", "consent.state", "consent.on_date", "agenda.template", "agreement_version.adopted_on",
    "agreement_version.review_by", "paper_out.printed_on", "paper_out.personal", "paper_out.shred_by",
    "paper_out.shredded_on", "setting.key", "setting.value",
    "facilitator.checks_seen_on", "venue.facts", "groups.archived_on", "session.why", "role.role", "pairing.kind",
    "pairing.started_on", "pairing.ended_on", "pairing.checklist", "pairing_meeting.met_on", "member_date.kind",
    "library_item.kind", "library_item.item", "library_item.language", "library_item.based_on",
    "loose_end.raised_on", "loose_end.settled_on", "baton.written_on", "baton.taken_on", "debrief.held_on",
    "sealed.kind", "sealed.on_date", "note.template", "note.written_on", "note.review_on", "note.sealed_on",
    "note_amendment.written_on", "concern.made_on", "concern.passed_on", "concern.opened_on", "concern.closed_on",
    "concern_amendment.made_on", "incident.kind", "incident.on_date", "feedback.month", "measure.month",
    "measure.instrument", "helpline.channel", "number_called.line", "number_called.number", "number_called.checked_on",
    "number_called.until", "translation.language", "translation.read_on", "shelf_mark.kind", "shelf_mark.item",
}
"""Columns of text in which nobody's own words can stand: days, codes, and names of ours."""


def run(tmp_path: Path, *more: str) -> tuple[dict[str, Any], Path]:
    """Run the program in a tree of its own; what it saw, and its tree."""
    tree, asked = tmp_path / "tree", tmp_path / "tree" / "asked"
    for folder in (tree / "home", tree / "temporary", asked):
        folder.mkdir(parents=True)
    header = f"First name,Surname,Phone,Diagnosis,{MARK} column\n"
    (asked / "roster.csv").write_text(header + f"{MARK} ann,{MARK} bee,{MARK} 12,{MARK} ill,{MARK} x\n", "utf-8")
    (asked / "second.csv").write_text(header + f"{MARK} cyd,{MARK} dee,{MARK} 13,{MARK} ill,{MARK} x\n", "utf-8")
    (asked / "pdf words").write_text(f"{MARK} on paper\n", "utf-8")
    homes = {f"XDG_{name}_HOME": str(tree / "home" / name.lower()) for name in ("STATE", "CONFIG", "DATA", "CACHE")}
    environment = {**os.environ, **homes, "HOME": str(tree / "home"), "TMPDIR": str(tree / "temporary"),
                   "SQLITE_TMPDIR": str(tree / "temporary"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.faults.canary_run", str(tree), str(asked), *more],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    assert done.returncode == 0 and not done.stderr, done.stderr
    return json.loads(done.stdout), tree


@pytest.mark.fault("canaries")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="is ended in the midst of a save in a fork")
def test_nothing_is_left_lying_about(tmp_path: Path, tally: Tally) -> None:
    seen, tree = run(tmp_path)
    tally.tried(seen["planted"])

    # It did what it says: a run that plants nothing would find nothing.
    assert seen["hits"] and seen["drafts"] == 0 and seen["pdf"] > 10_000 and seen["listed"]
    assert set(seen["unplanted"]) == WORDLESS, "plant a canary in the new column, or say why none can stand there"
    assert set(found_in(tree / "asked")) == {"roster.csv", "second.csv", "pdf words", "open.pdf"}

    elsewhere = {path: words for path, words in found_in(tree, seen["code"], seen["code"].replace("-", "")).items()
                 if not path.startswith("asked/")}
    assert not elsewhere
    names = {path.name for path in tree.rglob("*")}
    assert {"data-1.db", "data-1.db-journal", "header.json", "lock", "locked.pdf", "Again.vault"} <= names
    assert any(path.suffix == ".draft" for path in tree.rglob("*"))
    assert any(path.stat().st_size for path in tree.rglob("data-1.db-journal")), "the half-done save left no trace"
    assert not list((tree / "temporary").iterdir())
    assert seen["said"] == [] and seen["thrown away"] == [] and seen["outside"] == []
    assert seen["sockets"] == [] and seen["open sockets"] == 0


def test_the_watch_sees_what_must_never_be_done(tmp_path: Path) -> None:
    seen, tree = run(tmp_path, "careless")
    assert len(seen["sockets"]) == 1 and len(seen["outside"]) == 1
    assert seen["thrown away"] == [str(tree / "temporary" / "passing.txt")] * 2
    assert set(found_in(tree)) == {"left.txt", "asked/roster.csv", "asked/second.csv", "asked/pdf words"}


@pytest.mark.parametrize("dress", [
    lambda word: word.upper().encode(), lambda word: b"\0" + word.encode("utf-16-le"),
    lambda word: word.encode("utf-16-be"), lambda word: word.encode("utf-32-le"), lambda word: word.encode().hex(),
    lambda word: zlib.compress(b"." * 500 + word.encode()), lambda word: b"junk" + zlib.compress(zlib.compress(
        b"so " + word.encode())),
    lambda word: b"%PDF-1.7\nstream\n" + zlib.compress(f"BT ({word}) Tj ET".encode()) + b"\nendstream",
    *(lambda word, shift=shift: base64.b64encode(b"x" * shift + word.encode() + b"tail") for shift in range(4)),
], ids=range(12))
def test_the_search_sees_a_word_in_any_dress(dress: object, tmp_path: Path) -> None:
    assert callable(dress)
    data = dress(f"{MARK} name")
    data = data if isinstance(data, bytes) else data.encode()
    assert sightings(b"before " + data + b" after") == [MARK] and not sightings(b"before and after")
    (tmp_path / "deep").mkdir()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("inside", b"before " + data)
    (tmp_path / "deep" / "file.zip").write_bytes(packed.getvalue())
    (tmp_path / f"{MARK}.txt").touch()
    assert set(found_in(tmp_path)) == {"deep/file.zip", f"{MARK}.txt"}

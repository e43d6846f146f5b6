"""What it takes to add a document: one is really added to a copy of the sources, and the tests are run over it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from place import ROOT

NAME, ID = "kettle_note", "kettle-note"
FILE = '''"""A note beside the kettle."""

from __future__ import annotations

from facilitator.documents.blocks import Items, Para, Rank, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Audience, Document, Sheet
from facilitator.documents.surround import dress, note


def build(context: SheetContext) -> Sheet:
    """One side."""
    _ = context.translator.gettext
    title = _("Tea and water")
    blocks = (Title(title), Para(_("Help yourself, at any time."), Rank.INTRO),
              Items((_("Water is on the table."), _("Leave the kettle half full."))))
    return dress(DOCUMENT, context, title=title, kind=_("Tea"), blocks=blocks, note=note(_("Beside the kettle")))


DOCUMENT = Document(
    id="kettle-note", title=lambda t: t.gettext("Tea and water"), audience=Audience.TABLE, order=999, build=build,
    both_sides=False, place=lambda t: t.gettext("Table"))
'''
LEFT_OUT = shutil.ignore_patterns(".venv", ".git", "__pycache__", ".*_cache", "*.vault", "lexicon")
TESTS = ("test_documents.py", "test_documents_evening.py", "test_documents_pack.py", "test_packs.py",
         "test_paper_styles.py", "test_paper_discreet.py", "test_paper_spaced.py", "test_render_pdf.py",
         "test_paper_proof.py")


def adding() -> tuple[str, bool]:
    """Add it, count what was touched, and run every test that walks the documents."""
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name)
        for part in ("facilitator", "tests", "resources"):
            shutil.copytree(ROOT / part, copy / part, ignore=LEFT_OUT)
        shutil.copy(ROOT / "pyproject.toml", copy)
        (copy / "facilitator" / "documents" / f"{NAME}.py").write_text(FILE, encoding="utf-8")
        every = copy / "facilitator" / "documents" / "every.py"
        before = every.read_text(encoding="utf-8")
        beside = "from facilitator.documents.lead_together "
        after = before.replace(
            beside, f"from facilitator.documents.{NAME} import DOCUMENT as {NAME.upper()}\n{beside}")
        every.write_text(after, encoding="utf-8")
        lines = len(after.splitlines()) - len(before.splitlines())
        call = [sys.executable, "-m", "pytest", "-q", "-m", "", "-p", "no:cacheprovider", "-k", ID,
                *(str(copy / "tests" / "core" / test) for test in TESTS)]
        ran = subprocess.run(call, cwd=copy, capture_output=True, encoding="utf-8", check=False)
    said = ran.stdout.strip().splitlines()[-1] if ran.stdout.strip() else ran.stderr[-200:]
    return f"1 file, {lines} line, no fixture; {said}", ran.returncode == 0 and lines == 1

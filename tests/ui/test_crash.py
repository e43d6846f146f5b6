"""The last net: an id, a type and our own lines; never a word of what the error said."""

from __future__ import annotations

import logging
import sys
import threading
from concurrent.futures import Future

import pytest
from pytestqt.qtbot import QtBot

from facilitator.log import Trouble
from tests.ui.audit import audit
from ui.crash import CrashNet
from ui.crashnotice import CrashNotice
from ui.theme import Theme


def fail() -> None:
    """An error that holds a name."""
    raise ValueError("Joan Okafor, 07700 900142")


def test_caught_without_content(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    """What is told and logged carries the type and the place, and no word of the message."""
    net = CrashNet()
    told: list[Trouble] = []
    net.fell.connect(told.append)
    with caplog.at_level(logging.ERROR, "facilitator"):
        try:
            fail()
        except ValueError as error:
            net.catch(error)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].kind == "ValueError"
    assert told[0].places[0].startswith("tests/ui/test_crash.py:")
    for text in (told[0].line, caplog.text):
        assert "Joan" not in text and "07700" not in text
    assert told[0].id in caplog.text


def test_hooks_are_put_in_and_taken_out(qtbot: QtBot) -> None:
    """Errors of other threads are caught too, and the old hooks come back."""
    before = (sys.excepthook, threading.excepthook)
    net = CrashNet()
    told: list[Trouble] = []
    net.fell.connect(told.append)
    net.install()
    try:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: bool(told))
    finally:
        net.remove()
    assert (sys.excepthook, threading.excepthook) == before


def test_what_python_and_libraries_would_print_says_no_name(
    qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    """Errors that nobody can be given, and such as a library logs with all that stood in them."""

    class Broken:
        """Fails as it goes."""

        def __del__(self) -> None:
            fail()

    net = CrashNet()
    told: list[Trouble] = []
    net.fell.connect(told.append)
    net.install()
    try:
        Broken()
        future: Future[None] = Future()
        future.add_done_callback(lambda _future: fail())
        future.set_result(None)
        logging.getLogger("elsewhere").warning("Joan Okafor has no glyph")
        qtbot.waitUntil(lambda: bool(told))
    finally:
        net.remove()
    said = capsys.readouterr().err
    assert said.count("ValueError at tests/ui/test_crash.py") == 2 and "elsewhere: WARNING" in said
    assert "Joan" not in said and "07700" not in said


def test_notice_shows_the_id_and_copies_the_line(qtbot: QtBot, theme: Theme) -> None:
    """What may be copied is the line without content."""
    copied: list[str] = []
    notice = CrashNotice(theme, copied.append)
    qtbot.addWidget(notice)
    notice.resize(900, 160)
    told = Trouble("a1b2c3d4", "KeyError", ("ui/shell.py:10",))
    notice.tell(told)
    assert notice.isVisible()
    assert "a1b2c3d4" in notice._fact.words
    assert audit(notice, theme) == []
    notice._take()
    assert copied == ["a1b2c3d4 KeyError at ui/shell.py:10"]

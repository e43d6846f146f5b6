"""Bringing in a list: columns, preview, refusals in place, one press, Undo, and five thousand rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.member import ConsentPurpose, ConsentState
from facilitator.people.importing.headers import Field
from tests.core.spreadsheets import ods, xlsx
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import GroupsDesk
from ui.screens.groups.spreadsheets.bringing import BringIn
from ui.theme import Theme
from ui.widgets import Button, MenuButton

Make = Callable[..., GroupsDesk]
ROSTER = """Name,Surname,Diagnosis,Access needs,First came,Colour
Joan,Smith,x,,1/2/2025,red
محمد,Said,x,Large print,3/4/2025,blue
=CMD(1),Hack,x,,,
Joan,Again,x,,,
,Nobody,x,Front seat,,green
Noor,Khan,x,,31/31/2025,
"""


def start(desk: GroupsDesk, tmp_path: Path, content: bytes | str = ROSTER, name: str = "list.csv") -> BringIn:
    """Go there by the list of people, and choose a file."""
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    desk.dialogs.file = file
    if not isinstance(desk.screen.leaf, BringIn):
        desk.press("Bring in a list")
    desk.press("Choose a file")
    leaf = desk.screen.leaf
    assert isinstance(leaf, BringIn)
    return leaf


@pytest.fixture
def desk(groups: Make) -> GroupsDesk:
    """A window at an empty list of first names."""
    desk = groups()
    draft = GroupDraft(name="New circle", record_level=RecordLevel.FIRST_NAME)
    desk.go((next(iter(desk.core(lambda w: w.groups.save(draft)).ids)), "people"))
    return desk


def group(desk: GroupsDesk) -> Id:
    """The group one is in."""
    leaf = desk.screen.leaf
    assert leaf is not None and isinstance(leaf.path[0], bytes)
    return leaf.path[0]


def names(desk: GroupsDesk) -> list[str]:
    """Who is on the list."""
    group_id = group(desk)
    return [member.name for member in desk.core(lambda w: w.members.of(group_id))]


def test_a_list_is_brought_in_by_keyboard_alone(desk: GroupsDesk, tmp_path: Path) -> None:
    """Shown first: what comes in, what stays out and why; then one press, a report, and Undo."""
    file = tmp_path / "list.csv"
    file.write_text(ROSTER, "utf-8")
    desk.dialogs.file = file
    desk.tab_to("Bring in a list")
    desk.key(Qt.Key.Key_Return)
    desk.tab_to("Choose a file")
    desk.key(Qt.Key.Key_Return)
    said = desk.says()
    assert "2 people come in. 4 rows stay out." in said
    assert "Left out: never kept by this app" in said and "Left out: not kept at this record level" in said
    assert "Line 4, The name is a formula." in said and "Line 6, There is no name." in said
    assert "Diagnosis comes in as" not in said
    assert names(desk) == []
    desk.tab_to("How did they agree")
    desk.keys("Signed the paper list")
    desk.tab_to("Bring in 2 people")
    desk.key(Qt.Key.Key_Return)
    assert names(desk) == ["Joan", "محمد"]
    said = desk.says()
    assert "2 people were brought in" in said and "4 rows stayed out" in said and "Surname, Diagnosis, Colour" in said
    joan = desk.core(lambda w: w.members.of(group(desk)))[0]
    consent = desk.core(lambda w: w.members.consents.on(joan.id, ConsentPurpose.LIST))
    assert (consent.state, consent.basis) == (ConsentState.GIVEN, "Signed the paper list")
    desk.tab_to("Undo")
    desk.key(Qt.Key.Key_Return)
    assert names(desk) == [] and "Nobody is on the list yet" in desk.says()


def test_columns_and_days_can_be_put_right(desk: GroupsDesk, tmp_path: Path) -> None:
    """Another column is the name; months first; without a name nothing can be pressed."""
    leaf = start(desk, tmp_path, "Name,Colour,Joined\nJoan,Red,12/25/2024\nSam,Blue,1/13/2025\n")
    assert "2 rows stay out." in desk.says()
    desk.press("Days come before months")
    assert "2 people come in." in desk.says()
    menu = desk.find(MenuButton, "Name comes in as")
    menu._take(None)
    desk.rest()
    assert "Choose the column that holds the names." in desk.says()
    assert not desk.find(Button, "Bring in").isEnabled()
    desk.find(MenuButton, "Colour comes in as")._take(Field.FIRST_NAME)
    desk.rest()
    desk.press("Bring in 2 people")
    assert names(desk) == ["Blue", "Red"]
    assert leaf._report is not None and len(leaf._report.not_asked) == 2
    assert "2 people are not asked yet" in desk.says()


def test_a_sheet_without_a_heading(desk: GroupsDesk, tmp_path: Path) -> None:
    """No row says what a name is: the person says which column it is, or that the first row is the heading."""
    start(desk, tmp_path, "Wer,Farbe\nJoan,Rot\nSam,Blau\n")
    desk.press("The first row is a heading")
    desk.find(MenuButton, "Wer comes in as")._take(Field.NAME)
    desk.rest()
    assert "2 people come in." in desk.says()
    desk.press("The first row is a heading")
    desk.find(MenuButton, "Column A comes in as")._take(Field.NAME)
    desk.rest()
    assert "3 people come in." in desk.says()


@pytest.mark.parametrize(("kind", "make"), [("xlsx", xlsx), ("ods", ods)])
def test_workbooks_come_in_and_a_second_time_they_are_here_already(
    desk: GroupsDesk, tmp_path: Path, kind: str, make: Callable[..., bytes]
) -> None:
    """Excel and OpenDocument; the same list again brings nobody in twice and fills what was blank."""
    start(desk, tmp_path, make({"List": [["Name"], ["Joan"], ["Sam"]]}), f"list.{kind}")
    desk.press("Bring in 2 people")
    desk.press("Go to the list")
    table = [["Name", "Access needs"], ["joan", "Front seat"], ["Sam", None]]
    start(desk, tmp_path, make({"List": table}), f"again.{kind}")
    assert "Blanks are filled for 1. 1 row stays out." in desk.says()
    desk.press("Here already: 1")
    assert "This person is in the group already." in desk.says()
    desk.press("Fill the blanks")
    assert names(desk) == ["Joan", "Sam"]
    assert [n.adjustment for n in desk.core(lambda w: w.members.needs.of(group(desk)))] == ["Front seat"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.csv", b"", "has nothing in it"),
        ("photo.xlsx", b"PK\x03\x04 not a workbook", "cannot be read as a list of people"),
        ("letter.pdf", b"%PDF-1.7 of something", "cannot be read as a list of people"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_place(
    desk: GroupsDesk, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    """Said on the page, and another file can be chosen at once."""
    start(desk, tmp_path, content, name)
    assert said in desk.says() and "Nothing was brought in." in desk.says()
    start(desk, tmp_path, "Name\nJoan\n")
    assert "1 person comes in." in desk.says() and said not in desk.says()


def test_under_18s_need_a_basis(groups: Make, tmp_path: Path) -> None:
    """Without the parents' word nobody under 18 comes in."""
    desk = groups()
    draft = GroupDraft(
        name="Youth", application=Application.YOUTH, record_level=RecordLevel.CONTACTABLE, min_age=12
    )
    desk.go((next(iter(desk.core(lambda w: w.groups.save(draft)).ids)), "people"))
    start(desk, tmp_path, "Name,Phone\nSam,01632 960 500\n")
    desk.press("Bring in 1 person")
    assert "write down who agreed and how" in desk.says() and names(desk) == []
    desk.find(QLineEdit, "How did they agree").setText("Parents signed on 3 March")
    desk.press("Bring in 1 person")
    assert names(desk) == ["Sam"]


def test_no_list_before_the_recovery_sheet(groups: Make, tmp_path: Path) -> None:
    """Nothing is asked for before names may come in, and the way there is a button."""
    desk = groups(marked_sample=False)
    draft = GroupDraft(name="New circle", record_level=RecordLevel.FIRST_NAME)
    desk.go((next(iter(desk.core(lambda w: w.groups.save(draft)).ids)), "people", "import"))
    assert "Make the recovery sheet" in desk.says() and not desk.find(Button, "Choose a file").isEnabled()


def test_cancelled_half_way_nobody_is_brought_in(desk: GroupsDesk, tmp_path: Path) -> None:
    """Cancel between two words of progress puts everything back."""
    leaf = start(desk, tmp_path, "Name\n" + "".join(f"Person {n}\n" for n in range(450)))
    desk.find(Button, "Bring in 450").click()
    leaf._cancelled()
    desk.rest()
    assert names(desk) == []
    assert "Stopped. Nobody was brought in." in desk.says()
    desk.press("Bring in 450 people")
    assert len(names(desk)) == 450


def test_five_thousand_rows_are_rows_of_a_model(
    desk: GroupsDesk, tmp_path: Path, qapp: QApplication, theme: Theme
) -> None:
    """No widget a row: as many widgets for five thousand people as for fifty; every page whole at 200 %."""
    counted = []
    for rows in (50, 5000):
        leaf = start(desk, tmp_path, "Name,Joined\n" + "".join(f"Person {n},99/99/99\n" for n in range(rows)))
        assert f"{rows} rows stay out." in desk.says()
        leaf.day_first.hide()
        counted.append(len(desk.shell.findChildren(object)))
        desk.find(MenuButton, "Joined comes in as")._take(None)
        desk.rest()
        if rows == 50:
            assert audit_zooms(desk.shell, theme, qapp, (1.0, 2.0)) == []
            desk.go((group(desk), "people"))
    assert counted[0] == counted[1]
    desk.press("Bring in 5000 people")
    assert audit_zooms(desk.shell, theme, qapp, (2.0,)) == []
    desk.press("Go to the list")
    assert "5000 people" in desk.says()
    desk.find(QLineEdit, "Find a person").setFocus()
    desk.keys("person 4999")
    assert "Person 4999" in desk.says() and "Person 4998" not in desk.says()
    desk.press("Undo")
    assert "Nobody is on the list yet" in desk.says()

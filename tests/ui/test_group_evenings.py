"""What became of each evening, the rota and the grid of who came: by keyboard, in place, never counting a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from facilitator.i18n import set_language
from facilitator.model.group import Application, GroupDraft, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.organisation import VenueDraft
from facilitator.model.rota import Role
from facilitator.model.session import CancelReason, OneAdult, SeriesDraft, Session, SessionStatus
from tests.ui.audit import audit_zooms
from tests.ui.groups_desk import GroupsDesk
from ui.screens.groups.evenings.came import CamePart
from ui.screens.groups.evenings.ticks import BLOCK, TicksModel
from ui.screens.groups.group import GroupPage
from ui.widgets import CellGrid, ChoiceField, Stepper
from ui.widgets.text import words_width

Make = Callable[..., GroupsDesk]
LAST, TONIGHT = date(2025, 11, 13), date(2025, 11, 20)


def lantern(desk: GroupsDesk) -> Id:
    """The sample's group of first names."""
    return desk.core(lambda w: w.groups.named("Lantern circle").id)


def on(desk: GroupsDesk, group_id: Id, day: date) -> Session:
    """The group's evening of a day."""
    (session,) = desk.core(lambda w: w.sessions.on(group_id, day))
    return session


def grid(desk: GroupsDesk) -> CellGrid:
    """The grid in sight."""
    (found,) = [one for one in desk.shell.findChildren(CellGrid) if one.isVisible()]
    return found


# ---------------------------------------------------------------- what became of it
def test_a_held_evening_is_put_right_later(groups: Make) -> None:
    """The list says what happened; a correction keeps the evening held, and says when figures cannot be."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "meetings"))
    desk.press("All evenings")
    assert "Thursday 13 November, " in desk.says() and "people counted" in desk.says()
    desk.key(Qt.Key.Key_Return)
    assert "It was held" in desk.says() and "Ruth" in desk.says()
    desk.press("Correct the count")
    desk.find(Stepper, "How many people").setValue(12)
    desk.find(Stepper, "First time").setValue(9)
    desk.find(Stepper, "Came before").setValue(8)
    assert "17 is more than the 12 who were there." in desk.says()
    desk.press("Save the count")
    assert "That makes 17 people, but only 12 were counted." in desk.says()
    desk.find(Stepper, "First time").setValue(3)
    assert "That leaves 1 person" in desk.says()
    desk.press("Save the count")
    held = on(desk, group_id, LAST)
    assert (held.status, held.count.heads, held.count.newcomers, held.count.returning) == (SessionStatus.HELD, 12, 3, 8)
    assert "12" in desk.says()
    desk.press("Undo")
    assert on(desk, group_id, LAST).count.heads != 12


def test_an_evening_nobody_wrote_down_is_written_down(groups: Make) -> None:
    """A past evening of the rule stands open, and its count makes it held; who is new may stay unsaid."""
    desk = groups()
    desk.do(lambda w: w.groups.save(GroupDraft(name="Kitchen table", record_level=RecordLevel.TALLY)))
    group_id = desk.core(lambda w: w.groups.named("Kitchen table").id)
    rule = SeriesDraft(weekday=3, start_minute=1140, first_on=LAST)
    desk.do(lambda w: w.sessions.series.save(group_id, rule))
    desk.go((group_id, "evenings"))
    assert "Nobody has written this evening down yet." in desk.says()
    desk.key(Qt.Key.Key_Return)
    desk.press("Write down how it was")
    desk.find(Stepper, "How many people").setValue(5)
    desk.press("We know who was new")
    assert not [one for one in desk.shell.findChildren(Stepper) if one.isVisible()
                and one.accessibleName().startswith("First time")]
    desk.press("Write it down")
    held = on(desk, group_id, LAST)
    assert (held.status, held.count.heads, held.count.newcomers) == (SessionStatus.HELD, 5, None)


def test_an_evening_of_years_ago_is_written_down_late(groups: Make) -> None:
    """A group that began years ago brings its past along: each evening that is listed opens, however old."""
    desk = groups()
    desk.do(lambda w: w.groups.save(GroupDraft(name="Kitchen table", record_level=RecordLevel.TALLY)))
    group_id = desk.core(lambda w: w.groups.named("Kitchen table").id)
    rule = SeriesDraft(weekday=3, start_minute=1140, first_on=date(2010, 1, 7))
    desk.do(lambda w: w.sessions.series.save(group_id, rule))
    for day in (date(2023, 3, 2), date(2010, 1, 14)):
        desk.go((group_id, "evenings", on(desk, group_id, day).id))
        desk.press("Write down how it was")
        desk.find(Stepper, "How many people").setValue(6)
        desk.press("Write it down")
        assert on(desk, group_id, day).status is SessionStatus.HELD


def test_the_ticks_tell_who_is_new(groups: Make) -> None:
    """Where names are ticked, the form begins with what they tell, and a person may still say otherwise."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    tonight = on(desk, group_id, TONIGHT)
    desk.do(lambda w: w.attendance.all_present(tonight))
    desk.go((group_id, "evenings", tonight.id, "happened"))
    figures = [desk.find(Stepper, name).value() for name in ("How many people", "First time", "Came before")]
    assert figures == [9, 0, 9]
    desk.press("Write it down")
    assert on(desk, group_id, TONIGHT).count.returning == 9


def test_invariant_13_two_adults_are_asked_for_later_too(groups: Make) -> None:
    """An under-18s evening that is written down late needs them all the same."""
    desk = groups()
    draft = GroupDraft(name="Young ones", application=Application.YOUTH, record_level=RecordLevel.CONTACTABLE)
    desk.do(lambda w: w.groups.save(draft))
    group_id = desk.core(lambda w: w.groups.named("Young ones").id)
    desk.do(lambda w: w.sessions.series.save(group_id, SeriesDraft(weekday=3, start_minute=1140, first_on=LAST)))
    desk.go((group_id, "evenings", on(desk, group_id, LAST).id, "happened"))
    desk.find(Stepper, "Adults").setValue(1)
    desk.press("Write it down")
    assert "needs two adults in the room" in desk.says()
    assert on(desk, group_id, LAST).status is SessionStatus.PLANNED
    (why,) = [one for one in desk.shell.findChildren(ChoiceField) if one.isVisible()]
    why.choose(OneAdult.LEFT)
    desk.go((group_id, "people"))  # called away: the reason is still there on coming back
    desk.go((group_id, "evenings", on(desk, group_id, LAST).id, "happened"))
    desk.press("Write it down")
    held = on(desk, group_id, LAST)
    assert (held.status, held.one_adult) == (SessionStatus.HELD, OneAdult.LEFT)
    desk.go((group_id, "evenings", held.id, "happened"))
    desk.find(Stepper, "Adults").setValue(2)
    desk.press("Save the count")
    assert on(desk, group_id, LAST).one_adult is None


def test_an_evening_is_called_off_with_a_reason_and_takes_place_after_all(groups: Make) -> None:
    """Why is one of a few words, can be said later, and goes when the evening takes place after all."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    day = date(2025, 12, 4)
    desk.go((group_id, "evenings", on(desk, group_id, day).id))
    desk.press("Call it off")
    desk.key(Qt.Key.Key_Return)
    assert "This evening is called off." in desk.says()
    assert on(desk, group_id, day).why is CancelReason.NO_FACILITATOR
    desk.press("Why: ")
    desk.key(Qt.Key.Key_Down, 2)
    desk.key(Qt.Key.Key_Return)
    assert on(desk, group_id, day).why is CancelReason.WEATHER
    desk.press("It takes place after all")
    assert (on(desk, group_id, day).status, on(desk, group_id, day).why) == (SessionStatus.PLANNED, None)


def test_the_next_step_has_the_keyboard(groups: Make) -> None:
    """Each evening begins at its one filled button: tonight, the count, the move."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    for day, step in ((LAST, "Correct the count"), (TONIGHT, "Go to Tonight"), (date(2025, 12, 4), "Move it")):
        desk.go((group_id, "evenings", on(desk, group_id, day).id))
        assert desk.focus.accessibleName() == step


def test_an_evening_is_held_elsewhere(groups: Make) -> None:
    """One evening goes to another place; the list says where, and the others stay."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.do(lambda w: w.venues.save(VenueDraft(name="Library")))
    day = date(2025, 12, 4)
    desk.go((group_id, "meetings", "move", on(desk, group_id, day).id))
    leaf = desk.screen.leaf
    library = next(v.id for v in desk.core(lambda w: w.venues.all()) if v.name == "Library")
    leaf.place.choose(library)  # type: ignore[union-attr]
    desk.press("Move it")
    assert "19:00 to 20:30. At Library." in desk.says()
    desk.go((group_id, "evenings"))
    assert "Thursday 4 December, 19:00 to 20:30. At Library." in desk.says()
    assert desk.says().count("At Library") == 1


# ---------------------------------------------------------------- rota
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_no_day_of_the_rota_is_cut_where_days_are_long(groups: Make, zoom: float) -> None:
    """In Arabic a day and a month are twice as long as in English, and still say which evening it is."""
    desk = groups(furnished=True)
    set_language("ar")
    desk.theme.use(desk.app, zoom=zoom)
    desk.go((lantern(desk), "rota"))
    rota = grid(desk)
    room = rota.verticalHeader().width() - 2 * desk.theme.px(12)
    sides = [rota.cells.side(row) for row in range(rota.cells.rowCount())]
    assert sides[0].startswith("الخميس") and len(sides) == 8
    assert max(words_width(desk.theme, side, "strong") for side in sides) <= room


def test_the_rota_by_keyboard(groups: Make) -> None:
    """Arrows to a cell, Enter opens who there is, and the cell that was changed keeps the keyboard."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "rota"))
    rota = grid(desk)
    assert "Thursday 20 November. Leads: Ruth, as usual" in desk.says()
    desk.tab_to("Rota,")
    desk.key(Qt.Key.Key_Down)
    assert "Thursday 27 November. Leads" in desk.says()
    desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Down)
    desk.key(Qt.Key.Key_Return)
    row = desk.core(lambda w: w.rota.ahead(group_id)).rows[1]
    named = {one.id: one.name for one in desk.core(lambda w: w.facilitators.all())}
    assert [named[row.shift(role).facilitator_id or b""] for role in (Role.LEAD, Role.SECOND)] == ["Dev", "Ruth"]
    assert desk.focus is rota and rota.currentIndex().row() == 1
    assert "Thursday 27 November. Leads: Dev" in desk.says()
    desk.key(Qt.Key.Key_Right, 7)  # tea
    desk.key(Qt.Key.Key_Space)
    desk.key(Qt.Key.Key_Home)
    desk.key(Qt.Key.Key_Return)
    assert desk.core(lambda w: w.rota.ahead(group_id)).rows[1].shift(Role.TEA).filled
    assert "Makes tea: Taken" in desk.says()
    rota.go_to(2, 0)
    desk.press("Same as the evening before")
    assert "Thursday 4 December. Leads: Dev" in desk.says()
    rota.go_to(0, 0)
    desk.press("Swap with another evening")
    desk.key(Qt.Key.Key_Return)
    assert "Thursday 20 November. Leads: Dev" in desk.says()
    desk.press("Undo")
    assert "Thursday 20 November. Leads: Ruth" in desk.says()


# ---------------------------------------------------------------- who came
def test_ticks_by_keyboard_and_a_count_that_is_too_small(groups: Make) -> None:
    """Space ticks, the figure over the column follows; more names than heads are refused with the way to mend it."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    desk.go((group_id, "came"))
    came = grid(desk)
    model = came.cells
    assert isinstance(model, TicksModel)
    assert model.top(model.columnCount() - 1)[0] == "20 Nov"
    desk.tab_to("Who came,")
    desk.key(Qt.Key.Key_Space)
    assert came.currentIndex().column() == model.columnCount() - 1
    assert "Amir, Thursday 20 November: here" in desk.says()
    assert model.top(model.columnCount() - 1)[1] == "1 here"
    assert desk.core(lambda w: w.sessions.counts.ticked(on_tonight(w, group_id))) == 1
    desk.key(Qt.Key.Key_Space)
    assert "Amir, Thursday 20 November: not ticked" in desk.says()
    column = model.columnCount() - 2
    held = on(desk, group_id, LAST)
    ticked = desk.core(lambda w: w.sessions.counts.ticked(held.id))
    desk.do(lambda w: w.sessions.counts.save(held, type(held.count)(heads=ticked)))
    missing = next(row for row in range(model.rowCount()) if not model.ticked(row, column))
    came.go_to(missing, column)
    desk.key(Qt.Key.Key_Space)
    assert f"only {ticked} were counted" in desk.says() and not model.ticked(missing, column)
    desk.press("Correct the count")
    assert "How many people were there?" in desk.says()


def on_tonight(workspace: object, group_id: Id) -> Id:
    """The id of tonight's evening."""
    found: Id = workspace.sessions.on(group_id, TONIGHT)[0].id  # type: ignore[attr-defined]
    return found


def typed(desk: GroupsDesk, name: str, words: str) -> None:
    """Type into a line, in place of what stood there."""
    line = desk.find(QLineEdit, name)
    line.setFocus()
    line.selectAll()
    desk.keys(words)
    desk.rest()


def test_any_days_can_be_looked_at(groups: Make) -> None:
    """A span of one's own; where nothing lies in it, the page says so and the span can still be changed."""
    desk = groups(furnished=True)
    desk.go((lantern(desk), "came"))
    wide = grid(desk).cells.columnCount()
    desk.press("Shown: ")
    desk.key(Qt.Key.Key_End)
    desk.key(Qt.Key.Key_Return)
    typed(desk, "From", "1/11/2025")
    assert 0 < grid(desk).cells.columnCount() < wide
    typed(desk, "To", "2/11/2025")
    assert "No evenings in these days" in desk.says()
    typed(desk, "To", "31/10/2025")
    assert "That lies before the first day." in desk.says()
    typed(desk, "From", "1/11/2005")
    assert "Ten years at most." in desk.says()
    typed(desk, "From", "1/11/2025")
    typed(desk, "To", "20/11/2025")
    assert grid(desk).cells.columnCount() == 3


def test_a_head_count_group_sees_its_counts_and_no_names(groups: Make) -> None:
    """Three rows of figures; pressing one leads to the evening's count."""
    desk = groups(furnished=True)
    desk.go((desk.core(lambda w: w.groups.named("Harbour circle").id), "came"))
    model = grid(desk).cells
    assert [model.side(row) for row in range(model.rowCount())] == ["People", "New", "Came before"]
    assert model.cell(0, 0).words.isdecimal()
    desk.tab_to("Head-counts")
    desk.key(Qt.Key.Key_Return)
    assert "Correct the count" in desk.says()


def test_only_what_is_seen_is_asked_for(groups: Make) -> None:
    """With hundreds of people the grid holds the ticks of those in sight, and fetches more as it scrolls."""
    desk = groups()
    desk.do(lambda w: w.groups.save(GroupDraft(name="Big circle", size_cap=500)))
    group_id = desk.core(lambda w: w.groups.named("Big circle").id)
    desk.do(lambda w: w.sessions.series.save(group_id, SeriesDraft(weekday=3, start_minute=1140, first_on=LAST)))
    many = 6 * BLOCK

    def fill(workspace: object) -> object:
        store = workspace.vault.store  # type: ignore[attr-defined]
        with store.command("many") as c:
            for n in range(many):
                c.insert("member", {"group_id": group_id, "name": f"Person {n:03}", "active": 1})
        return c.change()

    desk.do(fill)
    desk.go((group_id, "came"))
    model = grid(desk).cells
    assert isinstance(model, TicksModel) and model.rowCount() == many
    assert 0 in model._fresh and many // BLOCK - 1 not in model._fresh
    grid(desk).go_to(many - 1, 0)
    desk.rest()
    assert many // BLOCK - 1 in model._fresh
    # Nobody is put before or after anybody, nor counted up: rows are in order of names, whatever was ticked.
    desk.tab_to("Who came,")
    desk.key(Qt.Key.Key_Space)
    assert [model.side(row) for row in (0, many - 1)] == ["Person 000", f"Person {many - 1:03}"]
    assert {model.cell(row, 0).token for row in range(3)} == {"ink"}


@pytest.mark.parametrize("path", ["evenings", "rota", "came", "held", "coming", "happened", "move", "venues", "person"])
def test_pages_stand_at_every_zoom(groups: Make, path: str) -> None:
    """Nothing cut, nothing too small, no sideways overflow."""
    desk = groups(furnished=True)
    group_id = lantern(desk)
    held, coming = on(desk, group_id, LAST).id, on(desk, group_id, date(2025, 12, 4)).id
    somebody = desk.core(lambda w: w.facilitators.all())[0].id
    steps: dict[str, tuple[str | bytes, ...]] = {
        "held": ("evenings", held), "coming": ("evenings", coming), "happened": ("evenings", held, "happened"),
        "move": ("meetings", "move", coming), "venues": ("team", "venues"), "person": ("team", "person", somebody),
    }
    desk.go((group_id, *steps.get(path, (path,))))
    assert audit_zooms(desk.shell, desk.theme, desk.app, (1.0, 2.0)) == []


def test_days_half_typed_print_what_is_shown(groups: Make) -> None:
    """While a day of one's own is being typed, the grid stays, and no other days would be printed than it shows."""
    desk = groups(furnished=True)
    desk.go((lantern(desk), "came"))
    page = desk.screen.leaf
    assert isinstance(page, GroupPage) and isinstance(page.part, CamePart)
    part = page.part
    part._take_span(0)
    desk.find(QLineEdit, "From").setFocus()
    desk.focus.selectAll()  # type: ignore[attr-defined]
    desk.keys("1/10/2025")
    desk.rest()
    assert part._wanted() == (date(2025, 10, 1), date(2025, 11, 20))
    shown = part.ticks.frame.sessions
    desk.find(QLineEdit, "To").setFocus()
    desk.focus.selectAll()  # type: ignore[attr-defined]
    desk.keys("1/9/20")
    desk.rest()
    assert part._wanted() == (date(2025, 10, 1), date(2025, 11, 20)) and part.ticks.frame.sessions == shown

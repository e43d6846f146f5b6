"""Tonight: what the evening shows, what its steps do, and what stands there before there is anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from facilitator.evening.checklist import PRINTED
from facilitator.model.agenda import AgendaDraft, Segment, SegmentKind
from facilitator.model.group import Application, GroupDraft
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, DateKind
from facilitator.model.paper import PersonalData
from facilitator.model.session import Count, SeriesDraft, Session, SessionStatus
from facilitator.workspace import Workspace
from tests.ui.audit import audit_zooms, settle
from tests.ui.evenings import Hall
from ui.go import Go
from ui.screens.tonight import Tonight
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.others import Others
from ui.screens.tonight.plan_sheet import PlanRow, PlanSheet
from ui.theme import Theme, Tokens
from ui.widgets import Button, CheckRow, Chip, Empty, Label, RadioCard, SeatRing

Open = Callable[..., Hall]


def page_of(screen: QWidget) -> EveningPage:
    """The page of an evening."""
    page = screen.findChild(EveningPage)
    assert isinstance(page, EveningPage)
    return page


def words_of(widget: QWidget) -> list[str]:
    """Every label that can be seen."""
    return [label.words for label in widget.findChildren(Label) if label.isVisibleTo(widget) and label.words]


def button(widget: QWidget, words: str) -> Button:
    """The button that says so."""
    [found] = [one for one in widget.findChildren(Button) if one.isVisibleTo(widget) and one.text() == words]
    return found


def tonight(workspace: Workspace) -> Session:
    """The evening that matters now."""
    evening = workspace.evenings.tonight()
    assert evening is not None
    return evening.session


def test_days_near_the_evening_are_shown_with_a_yes_alone(hall: Open) -> None:
    """A birthday in the week of the evening stands beside the plan, one further off does not; a no takes it away."""
    house = hall()
    screen = house.show(Tonight)
    assert "Days to remember" not in words_of(screen)

    def remembers(workspace: Workspace) -> bytes:
        members, first, second = workspace.members, *workspace.members.of(tonight(workspace).group_id)[:2]
        for member, day in ((first, 22), (second, 30)):
            members.consents.record(Consent(member_id=member.id, purpose=ConsentPurpose.DATES,
                                            state=ConsentState.GIVEN))
            members.dates.add(member.id, DateKind.BIRTHDAY, 11, day)
        return first.id

    first = house.ask(remembers)
    name = house.ask(lambda w: w.members.get(first).name)
    screen = house.show(Tonight)
    said = words_of(screen)
    assert f"{name}’s birthday" in said and "Saturday 22 November" in said
    assert sum("birthday" in words for words in said) == 1
    house.ask(lambda w: w.members.consents.record(Consent(
        member_id=first, purpose=ConsentPurpose.DATES, state=ConsentState.WITHDRAWN)))
    assert "Days to remember" not in words_of(house.show(Tonight))


def test_evening_at_a_glance(hall: Open) -> None:
    """When, where, who, how many, the plan by the clock, what makes it easy, and what the pack takes."""
    house = hall()
    screen = house.show(Tonight)
    said = words_of(screen)
    assert said[:2] == ["Thursday 20 November. Doors open in 24 minutes.", "Lantern circle"]
    for words in ("19:00 to 20:30", "St Anne’s Hall, back room", "You and Dev", "90 minutes", "Joan: A seat facing the "
                  "reader", "No papers are out. Nothing to bring back.", "0 of 9 done"):  # fmt: skip
        assert words in said
    ring = screen.findChild(SeatRing)
    assert ring is not None and ring.accessibleName() == "9 likely, 2 spare"
    rows = screen.findChildren(PlanRow)
    assert [row.words[0] for row in rows] == ["19:00", "19:08", "19:28", "19:32", "20:07", "20:15", "20:25"]
    assert all(row.accessibleName().startswith(f"{row.words[0]}, ") for row in rows)
    house.qtbot.waitUntil(lambda: page_of(screen).hero.words.words == "24 sheets, about 78p")  # once all is drawn


def test_plan_stays_together_beside_a_long_column(hall: Open) -> None:
    """Where the sheet is stretched, its rows grow a little, and the air stays at its foot."""
    house = hall()
    screen = house.show(Tonight)
    sheet = screen.findChild(PlanSheet)
    assert sheet is not None
    sheet.setMinimumHeight(house.theme.px(1600))
    settle()
    for row in screen.findChildren(PlanRow):
        assert row.height() <= row.heightForWidth(row.width()) + house.theme.px(45)


def test_minutes_go_by(hall: Open) -> None:
    """The soft line follows the clock: before, at the start, after it, after the end."""
    house = hall()
    screen = house.show(Tonight)
    page = page_of(screen)
    said = []
    for minutes in (23, 1, 5, 90):
        house.clock.move(minutes=minutes)
        page.hero.tell_time(house.clock.now())
        said.append(page.hero.line.words.partition(". ")[2])
    assert said == ["Doors open in 1 minute.", "It begins now.", "Began 5 minutes ago.", "Ended at 20:30."]


def test_ticks_are_remembered_and_keep_the_keyboard(qtbot: QtBot, hall: Open) -> None:
    """A tick by the keyboard is kept, counted and can be taken back; the row stays where it is."""
    house = hall()
    screen = house.show(Tonight)
    row = next(one for one in screen.findChildren(CheckRow) if one.words == "Tissues in reach")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    house.rest()
    assert house.ask(tonight).checklist == ("tissues",)
    assert "1 of 9 done" in words_of(screen)
    assert row.hasFocus()
    house.jobs.do(screen, Workspace.undo)
    house.rest()
    assert not row.isChecked()


def test_next_step_moves_from_print_to_start(qtbot: QtBot, hall: Open) -> None:
    """Print leads to the print room; once the pack is printed, Start is what comes next."""
    house = hall()
    screen = house.show(Tonight)
    hero = page_of(screen).hero
    assert hero.print_button.hasFocus()
    qtbot.keyClick(hero.print_button, Qt.Key.Key_Return)
    assert house.told.went == [Go("print", house.ask(tonight))]
    assert (hero.print_button.kind, hero.start_button.kind) == ("primary", "plain")
    house.jobs.do(screen, lambda w: w.sessions.tick(tonight(w), PRINTED, True))
    house.rest()
    assert (hero.print_button.kind, hero.start_button.kind) == ("plain", "primary")
    assert hero.words.words == "The pack is printed."
    assert "0 of 9 done" in words_of(screen)
    page_of(screen).focus_first()
    assert hero.start_button.hasFocus()


def test_an_evening_without_a_plan_is_counted_all_the_same(hall: Open) -> None:
    """Printing waits for a plan; people at the door do not."""
    house = hall()
    house.ask(lambda w: w.agendas.bin(w.agendas.of(tonight(w)).id))
    hero = page_of(house.show(Tonight)).hero
    assert not hero.print_button.isEnabled() and hero.start_button.isEnabled()
    assert hero.mend_button.text() == "Choose a plan"


def test_plan_that_does_not_fit_says_so(hall: Open) -> None:
    """Printing waits; why stands beside it in words, with the way to mend it. People at the door do not wait."""
    house = hall()
    house.ask(lambda w: _stretch(w, 12))
    screen = house.show(Tonight)
    hero = page_of(screen).hero
    assert not hero.print_button.isEnabled() and hero.start_button.isEnabled()
    assert hero.words.words == "The plan is 4 minutes too long for the session. It is kept as it is."
    assert hero.print_button.accessibleDescription() == hero.words.words
    assert "4 minutes too long" in words_of(screen)
    button(screen, "Change the plan").click()
    assert house.told.went == [Go("plans", house.ask(tonight))]
    hero.start_button.click()
    house.rest()
    arrivals = screen.findChild(Arrivals)
    assert arrivals is not None and not arrivals.begin_button.isVisible()
    assert any("4 minutes too long" in said for said in words_of(arrivals))


def _stretch(workspace: Workspace, minutes: int) -> None:
    session = tonight(workspace)
    plan = workspace.agendas.ready(session)
    from facilitator.evening import timing

    workspace.agendas.save(timing.resize(plan, 0, minutes), session)


def test_evening_without_a_plan_offers_one(qtbot: QtBot, hall: Open) -> None:
    """Plans for this kind of group lie on the sheet, the whole one before its short cut; one press takes one."""
    house = hall()
    house.ask(lambda w: w.agendas.bin(w.agendas.ready(tonight(w)).id))
    screen = house.show(Tonight)
    hero = page_of(screen).hero
    assert hero.mend_button.text() == "Choose a plan" and not hero.print_button.isEnabled()
    _again, card, _cut = screen.findChildren(RadioCard)
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Return)
    house.rest()
    assert house.ask(lambda w: w.agendas.ready(tonight(w)).template) == "mental-health-90"
    assert hero.print_button.isEnabled() and hero.mend_button.isHidden()


def test_venue_card_is_a_calm_sheet(qtbot: QtBot, hall: Open) -> None:
    """Address, ways out, first aid, where the phone works; Escape puts it away."""
    house = hall()
    screen = house.show(Tonight)
    page = page_of(screen)
    button(screen, "Venue card").click()
    said = words_of(page.venue)
    assert "St Anne’s Hall, 14 Mill Lane, Millbridge MB1 9ZZ" in said
    assert "Good by the window. Weak in the kitchen." in said
    qtbot.keyClick(page.venue, Qt.Key.Key_Escape)
    assert not page.venue.isVisible()
    assert page.hero.venue_button.hasFocus()


def test_papers_from_last_time_are_shredded(qtbot: QtBot, hall: Open) -> None:
    """A paper printed earlier waits to be shredded; tonight's own does not yet."""
    house = hall()
    house.clock.move(days=-7)
    house.ask(lambda w: w.papers.record("sign-in", 1, PersonalData.ONCE_FILLED, w.groups.named("Lantern circle").id))
    house.clock.move(days=7)
    house.ask(lambda w: w.papers.record("tally", 1, PersonalData.ONCE_FILLED, w.groups.named("Lantern circle").id))
    screen = house.show(Tonight)
    [row] = page_of(screen).last_time.findChildren(CheckRow)
    assert row.words == "Shred it: Sign-in sheet"
    assert row.accessibleDescription() == "Printed on 13 November. To be shredded by 20 November."
    qtbot.keyClick(row, Qt.Key.Key_Space)
    house.rest()
    assert [paper.document for paper in house.ask(lambda w: w.papers.out())] == ["tally"]


def _two_circles(workspace: Workspace) -> None:
    for name, start in (("Morning circle", 10 * 60), ("Evening circle", 19 * 60)):
        workspace.groups.save(GroupDraft(name=name, application=Application.GRIEF))
        group = workspace.groups.named(name)
        rule = SeriesDraft(weekday=3, start_minute=start, first_on=date(2025, 11, 20))
        workspace.sessions.series.save(group.id, rule)


def test_two_circles_on_one_day(hall: Open) -> None:
    """The one that is not over is shown; the other is one press away."""
    house = hall(_two_circles)
    screen = house.show(Tonight)
    chips = {chip.text(): chip for chip in screen.findChildren(Chip)}
    assert list(chips) == ["Morning circle 10:00", "Evening circle 19:00"]
    assert chips["Evening circle 19:00"].isChecked()
    chips["Morning circle 10:00"].click()
    house.rest()
    assert page_of(screen).hero.title.words == "Morning circle"


def test_another_evening_is_chosen(qtbot: QtBot, hall: Open) -> None:
    """Today's and those to come in a list; the next visit to this place is for what matters now again."""
    house = hall()
    screen = house.show(Tonight)
    button(screen, "Another evening").click()
    house.rest()
    page = screen.findChild(Others)
    assert isinstance(page, Others) and page.rows.hasFocus()
    assert [(row.title, row.detail) for row in page.rows.items[:2]] == [
        ("Today, 19:00 to 20:30", "Lantern circle"), ("Sunday 23 November, 18:30 to 20:00", "Harbour circle")
    ]  # fmt: skip
    qtbot.keyClick(page.rows, Qt.Key.Key_Down)
    qtbot.keyClick(page.rows, Qt.Key.Key_Return)
    house.rest()
    hero = page_of(screen).hero
    assert (hero.title.words, hero.print_button.text()) == ("Harbour circle", "Print the pack")
    assert not hero.start_button.isEnabled()
    screen.arrive(Go("tonight"))
    house.rest()
    assert page_of(screen).hero.title.words == "Lantern circle"


def test_empty_vault_leads_to_the_first_group(qtbot: QtBot, hall: Open) -> None:
    """What this place is for, and the first step."""
    house = hall(furnished=False)
    screen = house.show(Tonight)
    assert screen.findChild(Empty) is not None
    step = button(screen, "Make a group")
    assert step.hasFocus()
    qtbot.keyClick(step, Qt.Key.Key_Return)
    assert house.told.went == [Go("groups", "new")]


def test_group_that_meets_on_no_day(hall: Open) -> None:
    """A group is there, but no day: say when it meets; then the page fills by itself."""
    house = hall(lambda w: w.groups.save(GroupDraft(name="Harbour")))
    screen = house.show(Tonight)
    group = house.ask(lambda w: w.groups.named("Harbour"))
    button(screen, "Say when it meets").click()
    assert house.told.went == [Go("groups", (group.id, "meetings", "new"))]
    rule = SeriesDraft(weekday=3, start_minute=19 * 60, first_on=date(2025, 11, 27))
    house.jobs.do(screen, lambda w: w.sessions.series.save(group.id, rule))
    house.rest()
    hero = page_of(screen).hero
    assert hero.line.words == "Thursday 27 November. In 7 days."
    assert not hero.start_button.isEnabled()


def test_later_evening_says_when_it_can_be_started(hall: Open) -> None:
    """Its pack can be printed today; why Start is off stands beside it."""
    house = hall()
    coming = house.ask(lambda w: w.evenings.tonight().following)
    segments = (Segment(title="Open", kind=SegmentKind.OPENING, minutes=coming.minutes),)
    house.ask(lambda w: w.agendas.save(AgendaDraft(name="Short", minutes=coming.minutes, segments=segments), coming))
    hero = page_of(house.show(Tonight, coming)).hero
    assert hero.print_button.isEnabled() and not hero.start_button.isEnabled()
    assert "You can start it on Thursday 27 November." in words_of(hero)


def test_cancelled_evening_comes_back(hall: Open) -> None:
    """Another evening, gone to by its session, can be cancelled and brought back."""
    house = hall()
    session = house.ask(tonight)
    house.ask(lambda w: w.sessions.cancel(session))
    screen = house.show(Tonight, session)
    assert "This evening is cancelled." in words_of(screen)
    assert page_of(screen).hero.print_button.isHidden()
    button(screen, "Bring it back").click()
    house.rest()
    assert house.ask(tonight).status is SessionStatus.PLANNED
    assert page_of(screen).hero.print_button.isEnabled()


def test_held_evening_shows_its_numbers_and_takes_corrections(hall: Open) -> None:
    """Numbers that cannot be are refused in place; true ones are kept."""
    house = hall()
    house.ask(lambda w: w.sessions.counts.hold(tonight(w), Count(heads=9, newcomers=1, out=9)))
    screen = house.show(Tonight)
    page = page_of(screen)
    assert [words for words in words_of(page.settled) if words.isdigit()] == ["9", "1", "9"]
    assert not any("sheets" in words for words in words_of(page.hero))  # nothing is left to print
    page.settled.correct_button.click()
    form = page.settled.form
    assert form is not None
    form.heads.setValue(0)
    form.save_button.click()
    house.rest()
    assert any("Nothing was saved" in words for words in words_of(form))
    form.heads.setValue(11)
    form.save_button.click()
    house.rest()
    assert house.ask(tonight).count == Count(heads=11, newcomers=1, out=9)
    assert [words for words in words_of(page.settled) if words.isdigit()] == ["11", "1", "9"]


def test_evening_that_is_gone_gives_way(hall: Open) -> None:
    """A session that is not there any more: the one that matters now is shown."""
    house = hall()
    screen = house.show(Tonight, b"0" * 16)
    assert page_of(screen).hero.title.words == "Lantern circle"


def test_fit_to_be_used(qapp: QApplication, theme: Theme, hall: Open, tokens: Tokens) -> None:
    """Nothing cut, small or nameless, in every theme, with the venue card open."""
    house = hall()
    screen = house.show(Tonight)
    page_of(screen).hero.venue.emit()
    assert audit_zooms(screen, theme, qapp, (1.0, 2.0), tokens) == []


def test_from_the_right(qapp: QApplication, theme: Theme, hall: Open) -> None:
    """The plan stands at the right where the reading begins there."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    house = hall()
    screen = house.show(Tonight)
    page = page_of(screen)
    settle()
    assert page.plan.mapTo(screen, page.plan.rect().center()).x() > screen.width() / 2
    assert audit_zooms(screen, theme, qapp, (1.0,)) == []

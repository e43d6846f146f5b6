"""A concern: what to do stands first, paper is the usual way, and what is sealed opens for its reader alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.model.concern import Concern, ConcernWords, Pointer
from facilitator.model.debrief import Answer
from facilitator.model.organisation import Organisation
from facilitator.model.paper import PersonalData
from facilitator.model.safeguarding import Branch
from facilitator.workspace import Workspace
from tests.core.vaults import OTHER_WORDS
from tests.ui.audit import audit_zooms
from tests.ui.evenings import Hall, the, words_of
from ui.emergency import NumberRow, Told
from ui.printing import PrintJob, Tray
from ui.screens.tonight import Tonight
from ui.screens.tonight.concern.act_page import ActPage
from ui.screens.tonight.concern.line import ConcernLine
from ui.screens.tonight.concern.one_page import OnePage
from ui.screens.tonight.concern.seal_page import SealPage
from ui.screens.tonight.moments.page import MomentsPage
from ui.theme import Theme, Tokens

Open = Callable[..., Hall]
LEADS = Organisation(country="GB", lead_name="Dev", lead_contact="07700 900123", deputy_name="Ines Moreau",
                     deputy_contact="07700 900456")
SAID = "“He took my card.”"


@dataclass
class Printer:
    """Takes what it is given."""

    jobs: list[PrintJob] = field(default_factory=list)

    def names(self) -> tuple[str, ...]:
        """One printer."""
        return ("Office",)

    def trays(self, printer: str) -> tuple[Tray, ...]:
        """No choice."""
        return ()

    def send(self, job: PrintJob) -> None:
        """Take the pages."""
        self.jobs.append(job)


def led(workspace: Workspace) -> bytes:
    """Dev is the lead, and has a key; gives it."""
    dev = next(one for one in workspace.facilitators.all() if one.name == "Dev")
    workspace.key_holders.add(dev.id, OTHER_WORDS)
    workspace.organisations.save(LEADS)
    return workspace.concerns.recipients()[0].holder


def concerns(house: Hall) -> tuple[Concern, ...]:
    """Those that are kept."""
    return house.ask(lambda w: w.concerns.all())


@pytest.fixture
def house(hall: Open) -> Hall:
    """The charity's vault, with a lead who has a key, and a printer."""
    house = hall()
    house.ask(led)
    house.printer = Printer()  # type: ignore[attr-defined]
    house.desk = replace(house.desk, printer=house.printer)  # type: ignore[attr-defined]
    return house


def jobs_of(house: Hall) -> list[PrintJob]:
    """What went to the printer."""
    return house.printer.jobs  # type: ignore[attr-defined, no-any-return]


# ---------------------------------------------------------------- act first
def test_what_is_seen_first_is_danger_and_its_number_and_no_field(house: Hall) -> None:
    page = the(house.show(Tonight, ("concern",)), ActPage)
    said = words_of(page)
    assert said.index("Is anyone in danger now?") < said.index("999") < said.index("Listen") < said.index("Write it")
    assert isinstance(page.focusWidget(), NumberRow)
    assert "Don’t promise to keep it secret." in said, "each line says by itself that it is forbidden"
    assert [told.accessibleName() for told in page.telling.findChildren(Told)] == [
        "Safeguarding lead: Dev, 0 7 7 0 0 9 0 0 1 2 3", "Deputy: Ines Moreau, 0 7 7 0 0 9 0 0 4 5 6"]


def test_each_case_shows_who_may_be_told_in_it(house: Hall) -> None:
    page = the(house.show(Tonight, ("concern",)), ActPage)
    shown = page.telling.chips

    def told() -> str:
        house.rest()
        return words_of(page.telling)

    assert page.telling.branch is Branch.LEAD and page.type_button.isVisible()
    shown[Branch.NO_LEAD].click()
    assert "social services" in told() and "0808 800 5000" in told() and "07700 900123" not in told()
    assert "Nobody has checked yet that this works." in told() and not page.type_button.isVisible()
    shown[Branch.ABOUT_LEAD].click()
    assert "Don’t tell the person it is about" in told() and "0808 800 5000" in told()
    assert not page.type_button.isVisible() and "Use paper this time" in words_of(page)
    shown[Branch.FACILITATOR].click()
    assert "That person" not in told() and "does not lead a circle" in told() and page.type_button.isVisible()


def test_without_a_lead_the_outside_stands_first_and_nothing_can_be_typed(house: Hall) -> None:
    house.ask(lambda w: w.organisations.save(Organisation(country="GB")))
    page = the(house.show(Tonight, ("concern",)), ActPage)
    assert page.telling.branch is Branch.NO_LEAD and not page.type_button.isVisible()
    page.telling.chips[Branch.LEAD].click()
    house.rest()
    assert "Neither is written down here yet" in words_of(page.telling)


# ---------------------------------------------------------------- paper and its pointer
def test_the_blank_form_goes_to_the_printer_and_is_noted_as_out(house: Hall) -> None:
    page = the(house.show(Tonight, ("concern",)), ActPage)
    page.print_button.click()
    house.rest()
    page.sheet_button.click()
    house.rest()
    assert len(jobs_of(house)) == 2 and all(job.pdf.startswith(b"%PDF") for job in jobs_of(house))
    papers = {paper.document: paper.personal for paper in house.ask(lambda w: w.papers.out())}
    assert papers["concern-form"] is PersonalData.ONCE_FILLED


def test_a_pointer_is_kept_screened_and_closed_once_it_says_where_the_concern_went(house: Hall) -> None:
    name = house.ask(lambda w: next(one for group in w.groups.all() for one in w.members.of(group.id)).name)
    screen = house.show(Tonight, ("concern",))
    the(screen, ActPage).note_button.click()
    page = the(screen, OnePage)
    page.to.set_text(f"the mother of {name}")
    page.keep_button.click()
    house.rest()
    assert concerns(house) == () and name in words_of(page.refused)
    page.to.set_text("our lead")
    page.on.set_text("32/13")
    page.keep_button.click()
    assert concerns(house) == () and page.on.edit.hasFocus(), "the keyboard goes to what is wrong"
    page.on.set_text("")
    page.keep_button.click()
    house.rest()
    act = the(screen, ActPage)
    [kept] = concerns(house)
    assert kept.passed_to == "our lead" and not kept.settled and "Not passed on yet" in act.rows.items[0].detail
    act.rows.opened.emit(kept.id)
    page = the(screen, OnePage)
    page.close_button.click()
    house.rest()
    assert "nobody has said yet where it went" in words_of(page.refused) and concerns(house)[0].closed_on is None
    page.on.set_day(house.clock.today())
    page.keep_button.click()
    house.rest()
    the(screen, ActPage).rows.opened.emit(kept.id)
    the(screen, OnePage).close_button.click()
    house.rest()
    assert concerns(house)[0].closed_on == house.clock.today()
    assert the(screen, OnePage).close_button.text() == "Open it again"


# ---------------------------------------------------------------- sealed
def type_one(screen: QWidget) -> SealPage:
    """From acting to a concern that is typed."""
    the(screen, ActPage).type_button.click()
    page = the(screen, SealPage)
    page.fields["words"].set_text(SAID)
    return page


def test_what_sealing_means_is_said_before_and_paper_is_offered(house: Hall) -> None:
    screen = house.show(Tonight, ("concern",))
    page = type_one(screen)
    said = words_of(page)
    for needed in ("Only Dev can open it. You cannot read it again.", "Print it first", "It is lost if Dev",
                   "No search, no report", "Nothing is sent.", "sees the day, and for whom"):
        assert needed in said or needed == page.print_button.text(), needed
    assert page.seal_button.text() == "Seal it for Dev"
    page.print_button.click()
    house.rest()
    assert len(jobs_of(house)) == 1 and concerns(house) == ()
    [paper] = house.ask(lambda w: w.papers.out())[-1:]
    assert {one.personal for one in house.ask(lambda w: w.papers.out()) if one.document == "concern-form"} == {
        PersonalData.CONTAINED} and paper.shredded_on is None


def test_a_sealed_concern_is_gone_from_its_writer_and_opened_comes_back(house: Hall) -> None:
    screen = house.show(Tonight, ("concern",))
    page = type_one(screen)
    house.drafting.autosave()
    house.drafting.settle()
    assert len(house.ask(lambda w: w.drafts.list())) == 1
    page.seal_button.click()
    house.rest()
    house.drafting.settle()
    assert house.ask(lambda w: w.drafts.list()) == (), "no draft of it stays with its writer"
    act = the(screen, ActPage)
    assert act.rows.items[0].title.startswith("Sealed for Dev") and act.rows.items[0].detail == "Not opened yet"
    [kept] = concerns(house)
    act.rows.opened.emit(kept.id)
    house.rest()
    one = the(screen, OnePage)
    assert "It is sealed." in words_of(one) and SAID not in words_of(one) and not one.keep_button.isVisible()
    assert one.more is not None
    one.more.set_text("It was Tuesday.")
    one.add_button.click()
    house.rest()
    assert concerns(house)[0].added == 1
    assert house.broke == []


def test_a_concern_sealed_by_two_presses_is_one_concern(house: Hall) -> None:
    """Nobody can take a second one back: it is sealed to its reader, and only grows."""
    screen = house.show(Tonight, ("concern",))
    page = type_one(screen)
    for _press in range(2):
        page.seal_button.click()
    house.rest()
    [kept] = concerns(house)
    the(screen, ActPage).rows.opened.emit(kept.id)
    house.rest()
    one = the(screen, OnePage)
    assert one.more is not None
    one.more.set_text("It was Tuesday.")
    for _press in range(2):
        one.add_button.click()
    house.rest()
    assert concerns(house)[0].added == 1


def test_an_empty_concern_is_refused_in_place(house: Hall) -> None:
    screen = house.show(Tonight, ("concern",))
    the(screen, ActPage).type_button.click()
    page = the(screen, SealPage)
    page.seal_button.click()
    house.rest()
    assert "is empty" in words_of(page.refused) and concerns(house) == ()


def test_words_wait_where_somebody_turns_back_to_act_and_go_where_they_are_dropped(house: Hall) -> None:
    screen = house.show(Tonight, ("concern",))
    QTest.keyClick(type_one(screen), Qt.Key.Key_Escape)
    house.rest()
    the(screen, ActPage).type_button.click()
    page = the(screen, SealPage)
    assert page.fields["words"].text == SAID
    page.dropped.emit()
    house.rest()
    the(screen, ActPage).type_button.click()
    assert the(screen, SealPage).fields["words"].text == ""


def to_me(workspace: Workspace) -> None:
    """Whoever unlocked is the lead, and somebody has sealed a concern to them that they have not read."""
    me = workspace.me
    assert me is not None
    workspace.organisations.save(Organisation(country="GB", lead_name=me.name))
    concern = workspace.concerns
    concern.seal(workspace.vault.holder, ConcernWords(answers=(Answer("words", SAID),), written_by="Dev"))
    with workspace.vault.store.command("test.unread") as command:
        command.update("concern", concern.all()[0].id, {"opened_on": None})


def test_whoever_unlocks_is_told_calmly_that_something_waits_and_reading_it_is_told_back(house: Hall) -> None:
    house.ask(to_me)
    screen = house.show(Tonight)
    line = the(screen, ConcernLine)
    assert line.isVisible() and "A concern is sealed for you" in words_of(line) and SAID not in words_of(screen)
    line.button.click()
    house.rest()
    act = the(screen, ActPage)
    assert act.rows.items[0].title.startswith("Sealed for you") and act.rows.items[0].detail == "Waits for you"
    assert act.rows.hasFocus() or act.rows.isAncestorOf(QApplication.focusWidget())
    QTest.qWait(80)  # until what stands above it has its height
    assert not act.rows.visibleRegion().isEmpty()
    act.rows.opened.emit(concerns(house)[0].id)
    house.rest()
    page = the(screen, OnePage)
    assert SAID in words_of(page) and "Written by Dev" in words_of(page) and page.keep_button.isVisible()
    assert concerns(house)[0].opened_on == house.clock.today()
    page.left.emit()
    the(screen, ActPage).left.emit()
    house.rest()
    assert not the(screen, ConcernLine).isVisible()


def test_it_is_told_where_there_is_no_evening_too(hall: Open) -> None:
    house = hall(lambda w: w.concerns.note(Pointer(made_on=w.clock.today())))
    screen = house.show(Tonight)
    line = the(screen, ConcernLine)
    assert line.isVisible()
    line.button.click()
    house.rest()
    assert the(screen, ActPage).rows.items


def test_a_concern_on_paper_that_nobody_passed_on_is_told_too(house: Hall) -> None:
    house.ask(lambda w: w.concerns.note(Pointer(made_on=w.clock.today())))
    line = the(house.show(Tonight), ConcernLine)
    assert line.isVisible() and "not where it went" in words_of(line)


def test_a_hard_moment_leads_to_acting_and_back_to_where_one_was(house: Hall) -> None:
    screen = house.show(Tonight)
    QTest.keyClick(screen, Qt.Key.Key_M)
    house.rest()
    moments = the(screen, MomentsPage)
    moments.show_card("abuse")
    moments.concerning.emit()
    house.rest()
    the(screen, ActPage).left.emit()
    house.rest()
    the(screen, MomentsPage).left.emit()
    house.rest()
    assert the(screen, ConcernLine) is not None, "back on the evening"


def test_leaving_the_place_puts_an_open_concern_away(house: Hall) -> None:
    house.ask(to_me)
    screen = house.show(Tonight, ("concern",))
    the(screen, ActPage).rows.opened.emit(concerns(house)[0].id)
    house.rest()
    assert SAID in words_of(screen)
    assert isinstance(screen, Tonight)
    screen.turn("evening")
    house.rest()
    assert SAID not in words_of(screen)
    screen.turn("concern")
    house.rest()
    assert screen.findChild(ActPage) is not None and SAID not in words_of(screen)


@pytest.mark.parametrize("page", ["act", "seal", "where", "read"])
def test_its_pages_hold_at_every_zoom_and_in_every_theme(
    house: Hall, theme: Theme, qapp: QApplication, tokens: Tokens, page: str
) -> None:
    house.ask(to_me)
    house.ask(lambda w: w.organisations.save(replace(LEADS, lead_name=w.me.name if w.me else "")))
    screen = house.show(Tonight, ("concern",))
    act = the(screen, ActPage)
    if page == "seal":
        act.type_button.click()
    elif page == "where":
        act.note_button.click()
    elif page == "read":
        act.rows.opened.emit(concerns(house)[0].id)
    house.rest()
    assert audit_zooms(screen, theme, qapp, tokens=tokens) == []

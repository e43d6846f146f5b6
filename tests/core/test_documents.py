"""What each printed document says, leaves out, and declares about itself."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module

import pytest

from facilitator.documents import DOCUMENTS, Audience, ClosingSlip, Document, Need, build, document, render_text
from facilitator.documents.blocks import Caution, Strip
from facilitator.documents.render.arranged import Aside, Stack
from facilitator.documents.render.laid import Words
from facilitator.documents.render.pdf import Press
from facilitator.documents.words import Span, plain, rich
from facilitator.errors import DocumentNeeds, PrintedByHandOnly, UnknownDocument
from facilitator.i18n import PSEUDO, translator
from facilitator.model.agenda import AgendaDraft, Give, Segment, SegmentKind
from facilitator.model.content import Directory, Helpline
from facilitator.model.group import Application, GroupDraft
from facilitator.model.organisation import Organisation
from facilitator.model.paper import PersonalData
from facilitator.store.register import TABLES, DataClass
from tests.architecture.house import ROOT
from tests.core import paper_samples as samples
from tests.core.paper_samples import context

EMPTY = {Need.SESSION: None, Need.AGENDA: None, Need.AGREEMENT: None, Need.CARD: None, Need.DIRECTORY: None,
         Need.EMERGENCY: None, Need.PACK: (), Need.SCRIPT: None, Need.OFFER: None, Need.RECOVERY: None,
         Need.GROUP: None, Need.WELCOME: None, Need.SHELF: None}
UNCHECKED = replace(samples.DIRECTORY, lines=tuple(replace(line, verified_on=None) for line in samples.DIRECTORY.lines))


def text(id: str, **changes: object) -> str:
    return render_text(samples.sheet(document(id), context(**changes)))


# ---------------------------------------------------------------- declarations
def test_ids_and_order_are_unique() -> None:
    assert len({declared.id for declared in DOCUMENTS}) == len(DOCUMENTS)
    assert len({declared.order for declared in DOCUMENTS}) == len(DOCUMENTS)
    with pytest.raises(UnknownDocument):
        document("no-such-sheet")


def test_every_declaration_there_is_has_its_line() -> None:
    """A file whose line was forgotten would be printed nowhere, and no test would miss it."""
    found = {one.id for file in (ROOT / "facilitator" / "documents").glob("*.py")
             for one in vars(import_module(f"facilitator.documents.{file.stem}")).values() if isinstance(one, Document)}
    assert found == {declared.id for declared in DOCUMENTS}


@pytest.mark.parametrize(("declared", "need"), [(d, need) for d in DOCUMENTS for need in d.needs],
                         ids=lambda value: value.id if isinstance(value, Document) else str(value))
def test_what_is_missing_is_named(declared: Document, need: Need) -> None:
    with pytest.raises(DocumentNeeds) as caught:
        samples.sheet(declared, context(**{need.value: EMPTY[need]}))
    assert (caught.value.document, caught.value.need) == (declared.id, need.value)


@pytest.mark.parametrize("declared", DOCUMENTS, ids=lambda d: d.id)
def test_columns_that_are_printed_stand_in_the_register(declared: Document) -> None:
    kept = {f"{table.name}.{column.name}": column.data for table in TABLES for column in table.columns}
    assert set(declared.prints) <= set(kept)
    tells = any(kept[column] is not DataClass.NONE for column in declared.prints)
    assert tells == (declared.personal is PersonalData.CONTAINED and not declared.by_hand_only)


@pytest.mark.parametrize("declared", DOCUMENTS, ids=lambda d: d.id)
def test_a_sheet_never_tells_more_than_its_document_declares(declared: Document) -> None:
    states = list(PersonalData)
    for occasion in (context(), samples.awkward(), context(leaders=(), organisation=None)):
        assert states.index(samples.sheet(declared, occasion).personal) <= states.index(declared.personal)


@pytest.mark.parametrize("declared", DOCUMENTS, ids=lambda d: d.id)
def test_a_sheet_has_its_own_language(declared: Document) -> None:
    sheet = samples.sheet(declared, context(translator=translator(PSEUDO)))
    assert sheet.kind != samples.sheet(declared, context()).kind
    assert "{" not in render_text(sheet).replace("{lead}", "").replace("{second}", "").replace("{next_time}", "")


def test_building_sheets_loads_neither_reportlab_nor_pikepdf() -> None:
    code = ("import sys; sys.path.insert(0, '.'); from tests.core import paper_samples as s\n"
            "from facilitator.documents import DOCUMENTS, render_text\n"
            "[render_text(s.sheet(d, s.context())) for d in DOCUMENTS]\n"
            "bad = [m for m in ('reportlab', 'pikepdf', 'uharfbuzz', 'bidi') if m in sys.modules]\n"
            "sys.exit(str(bad) if bad else 0)")
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


# ---------------------------------------------------------------- the recovery sheet
def test_recovery_sheet_is_made_by_hand_only() -> None:
    with pytest.raises(PrintedByHandOnly):
        build("recovery-sheet", context())
    said = render_text(build("recovery-sheet", context(), by_hand=True))
    assert all(group in said for group in context().recovery.groups)  # type: ignore[union-attr]


def test_recovery_sheet_names_no_charity_and_no_purpose() -> None:
    sheet = build("recovery-sheet", context(organisation=Organisation(name="Northtown Peers")), by_hand=True)
    said = render_text(sheet).casefold()
    for word in ("northtown", "thursday circle", "mill lane", "facilitator", "peer", "group agreement", "support",
                 "charity", "999", "listening line", "circle"):
        assert word not in said
    assert not sheet.ring


# ---------------------------------------------------------------- helplines and the foot
def test_people_get_checked_numbers_alone() -> None:
    said = text("helplines")
    assert "0800 000 4141" in said
    assert "0808 0000 247" not in said
    assert "999" in said
    assert "Verify" not in said
    assert "Name:" in said


def test_the_team_gets_every_number_with_its_state() -> None:
    sheet = samples.sheet(document("helplines-team"), context())
    said = " ".join(render_text(sheet).split())
    assert all(line.number in said for line in samples.DIRECTORY.lines)
    assert said.count("Verify before print") == 5
    assert said.count("Checked May 2026") == 4
    assert sheet.warning == "Draft: 5 of 9 numbers not checked yet"
    assert "999 Verify" not in said


def test_a_check_runs_out() -> None:
    later = samples.TODAY + timedelta(days=365)
    assert "0800 000 4141" not in text("helplines", today=later)
    assert "Draft: 9 of 9" in text("helplines-team", today=later)


def test_helplines_never_refuse() -> None:
    bare = Directory(country="XX", name="XX", emergency=(), lines=())
    assert "Near us" in text("helplines", directory=bare)
    assert "Near us" in text("helplines-team", directory=bare)
    said = text("helplines", directory=UNCHECKED)
    assert "999" in said
    assert said.count("Number:") == 6


def test_helplines_that_go_on_are_under_their_heading_and_leave_lines_to_write_on() -> None:
    line = next(line for line in samples.DIRECTORY.lines if line.section == "one" and line.verified_on)
    many = replace(samples.DIRECTORY, lines=tuple(replace(line, id=f"line-{place}") for place in range(12)))
    sheet = samples.sheet(document("helplines"), context(directory=many))
    layout = Press().lay_out(sheet)
    assert layout.sides == 2 and render_text(sheet).count("Number:") == 4
    goes_on = layout.pages[1][0][1]
    assert isinstance(goes_on, Stack) and isinstance(goes_on.kids[0], Aside)
    assert isinstance(goes_on.kids[0].inner, Words) and goes_on.kids[0].inner.lines[0].text == "For one kind of worry"


def test_helplines_for_just_this_kind_of_group_come_first_and_a_discreet_sheet_does_not_tell() -> None:
    line = next(line for line in samples.DIRECTORY.lines if line.section == "one" and line.verified_on)
    both = replace(samples.DIRECTORY, lines=(replace(line, id="a", name="First line", topics=("abuse",)),
                                             replace(line, id="b", name="Young line", topics=("young-people",))))
    young = GroupDraft(name="The Thursday Circle", application=Application.YOUTH)
    for id in ("helplines", "helplines-team"):
        said = text(id, directory=both, group=young)
        assert said.index("Young line") < said.index("First line")
        for same in (text(id, directory=both), text(id, directory=both, group=young, discreet=True)):
            assert same.index("First line") < same.index("Young line")


def test_the_foot_of_handouts_carries_the_emergency_number_alone_until_a_line_is_checked() -> None:
    handout = samples.sheet(document("coping-handout"), context())
    assert plain(handout.crisis) == "In danger: 999. To talk, any hour: Listening line 116\u00a0000, free"
    assert plain(handout.crisis_short) == "In danger: 999. To talk: Listening line 116\u00a0000"
    unchecked = context(directory=UNCHECKED)
    assert plain(samples.sheet(document("coping-handout"), unchecked).crisis) == "In danger: 999."
    assert plain(samples.sheet(document("run-sheet"), unchecked).crisis) == \
        "In danger: 999. To talk: Listening line 116\u00a0000 (verify)"
    assert plain(samples.sheet(document("run-sheet"), context(directory=None)).crisis) == ""


def test_two_emergency_numbers_are_both_given() -> None:
    two = replace(samples.DIRECTORY, emergency=(*samples.DIRECTORY.emergency, Helpline(
        id="e2", name="Emergency", what="", number="112", section="emergency")))
    assert "999 or 112" in text("helplines", directory=two)
    assert "Call 999 or 112." in text("emergency-card", directory=two)


# ---------------------------------------------------------------- names and topics
@pytest.mark.parametrize("declared", [d for d in DOCUMENTS if d.personal is PersonalData.ONCE_FILLED],
                         ids=lambda d: d.id)
def test_no_sheet_puts_names_beside_a_topic(declared: Document) -> None:
    said = render_text(samples.sheet(declared, context()))
    assert "Thursday Circle" not in said
    assert "Shred by 21 May" in said or declared.taken_home


def test_a_sheet_without_names_says_so() -> None:
    assert "Contains personal data\nShred by 21 May" in text("run-sheet")
    nameless = text("run-sheet", leaders=())
    assert "No personal data" in nameless
    assert "First facilitator leads" in nameless
    assert "Second facilitator leads" in nameless
    assert "I’m [your name]" in nameless


def test_a_discreet_sheet_leaves_the_group_out() -> None:
    for declared in DOCUMENTS:
        assert "Thursday Circle" not in render_text(samples.sheet(declared, context(discreet=True)))


def test_emergency_card_prints_the_lead_or_a_line_to_write_on() -> None:
    assert "Lead:" in text("emergency-card")
    named = samples.sheet(document("emergency-card"), context(
        organisation=Organisation(lead_name="Ana", lead_contact="07700 900001")))
    assert "Safeguarding lead: Ana, 07700 900001" in render_text(named)
    assert named.personal is PersonalData.CONTAINED


# ---------------------------------------------------------------- the evening
def test_run_sheet_has_the_clock_the_length_and_who_leads() -> None:
    said = text("run-sheet")
    assert "4 Talk together\n19:32\n35 minutes\n20 if late\nRuth leads" in said
    assert "6 Check-out round\n20:15\n10 minutes\nFixed\nRuth leads" in said
    assert "20:20: “Ten minutes left." in said
    assert "We meet again on Thursday 21 May at 19:00." in said
    assert "12 chairs in a ring" in said
    assert "Ready by 18:50" in said
    assert "Late? Drop 3, then 5. Shrink 4 to 20 minutes, then 2 to 14. Never cut 1, 6 or 7." in said


def test_run_sheet_leaves_a_role_open_that_nobody_has() -> None:
    said = text("run-sheet", leaders=("", "Dev"))
    assert "First facilitator leads" in said and "Ruth" not in said and "Dev leads" in said
    assert "One of you goes out with them, one stays." in said
    young = text("run-sheet", group=GroupDraft(name="The Thursday Circle", application=Application.YOUTH))
    assert "where the other sees you both" in young and "goes out with them" not in young


def test_endings_are_fixed_whatever_the_plan_says() -> None:
    plan = AgendaDraft(name="Short", minutes=30, segments=(
        Segment(title="Talk", kind=SegmentKind.DISCUSSION, minutes=20, give=Give.DROP),
        Segment(title="Check", kind=SegmentKind.SAFETY_CHECK, minutes=5, give=Give.DROP),
        Segment(title="End", kind=SegmentKind.CLOSING, minutes=5, least=2, give=Give.SHRINK)))
    said = text("run-sheet", agenda=plan)
    assert "Late? Drop 1. Never cut 2 or 3." in said
    strip = next(b for b in samples.sheet(document("run-sheet"), context(agenda=plan)).blocks if isinstance(b, Strip))
    assert [part.give for part in strip.parts] == [Give.DROP, Give.FIXED, Give.FIXED]


def test_a_circle_past_midnight_keeps_its_clock() -> None:
    late = replace(context().session, start_minute=23 * 60 + 30)  # type: ignore[type-var]
    said = text("run-sheet", session=late)
    assert "23:30 to 01:00" in said
    assert "00:02" in said


def test_cautions_come_before_steps() -> None:
    sheet = samples.sheet(document("coping-handout"), context())
    caution = next(place for place, block in enumerate(sheet.blocks) if isinstance(block, Caution))
    said = render_text(sheet)
    assert caution < len(sheet.blocks)
    assert max(said.index(line) for line in samples.CARD.cautions) < said.index("1 Feet. Put both feet")
    assert "Not a substitute for professional help." in said


def test_old_content_says_that_its_review_is_late() -> None:
    assert "A new review was due in May 2027." in text("coping-handout", today=date(2027, 6, 1))
    assert "was due" not in text("coping-handout")


def test_poster_says_which_version_it_is() -> None:
    said = text("agreement-poster")
    assert "We agreed this together on 2 April 2026. Version 3. We look at it again in October 2026." in said
    assert "12 Start on time, stop on time Stepping out?" in said


@pytest.mark.parametrize(("expected", "sheets"), [(None, 1), (12, 1), (13, 2), (40, 3)])
def test_sign_in_has_room_for_everybody(expected: int | None, sheets: int) -> None:
    sheet = samples.sheet(document("sign-in"), context(expected=expected))
    assert sheet.pages == sheets
    assert f"\n{14 * sheets}\n" in render_text(sheet)


def test_rows_may_be_asked_for_within_bounds() -> None:
    assert "\n28\n" in text("sign-in", options={"rows": 20})
    assert samples.sheet(document("sign-in"), context(options={"rows": 9999})).pages == 8


@pytest.mark.parametrize(("expected", "last"), [(10, 20), (18, 20), (19, 40)])
def test_tally_counts_far_enough(expected: int, last: int) -> None:
    assert f"Came in: circles numbered {last - 19} to {last}" in text("tally", expected=expected)


def test_audiences_choose_the_tab() -> None:
    assert {d.id for d in DOCUMENTS if d.audience is Audience.GIVE} == {
        "attendance-slip", "certificate", "coping-book", "coping-handout", "handout", "helplines", "own-goal",
        "to-fill-in", "wallet-cards", "welcome-leaflet"}


def test_a_certificate_of_thanks_can_hang_anywhere() -> None:
    said = text("certificate")
    assert context().group is not None and context().group.name not in said
    assert all(label in said for label in ("Thank you", "To:", "For:", "Signed:"))


def test_an_attendance_slip_tells_of_no_group_and_promises_nothing() -> None:
    """A pen fills it. Whoever finds it learns of no circle, and whoever is shown it can check nothing."""
    said = text("attendance-slip")
    assert "I was here" in said and "It is no proof for a court or for work." in said
    assert "Thursday Circle" not in said and "Nothing of it goes into the vault." in said
    slip = document("attendance-slip")
    assert not slip.prints and not slip.for_evening and slip.taken_home
    assert samples.sheet(slip, context()).personal is PersonalData.ONCE_FILLED


# ---------------------------------------------------------------- words
def test_values_in_a_rich_sentence_stay_plain_words() -> None:
    assert rich("<b>{name}</b> goes out", name="<b>x</b> {y}") == (
        Span("<b>x</b> {y}", strong=True), Span(" goes out"))


# ---------------------------------------------------------------- the laptop is gone
def test_stolen_sheet_names_whom_to_tell_or_leaves_lines_for_them() -> None:
    bare = text("laptop-stolen", organisation=None)
    assert "Tell first:" in bare and "What a thief cannot do" in bare and "72 hours" in bare
    named = text("laptop-stolen", organisation=Organisation(
        lead_name="Ada Quill", lead_contact="01632 960 001", controller_contact="office@north.example"))
    assert "Tell first: Ada Quill, 01632 960 001" in named and "Answers for the data: office@north.example" in named
    assert samples.sheet(document("laptop-stolen"), context(organisation=None)).personal is PersonalData.ONCE_FILLED


def test_paper_of_a_closed_vault_names_who_keeps_what_and_which_backups_are_left() -> None:
    slip = ClosingSlip(name="Blue folder", closed_on=date(2026, 5, 14), holder="Ada Quill, trustee",
                       backups=("Blue folder 2026-05-01.vaultbackup, KINGSTON",))
    said = text("vault-closed", closing=slip, organisation=None)
    for wanted in ("Vault: Blue folder. Closed on: 14 May 2026.", "Keeps what must be kept: Ada Quill, trustee",
                   "Blue folder 2026-05-01.vaultbackup, KINGSTON"):
        assert wanted in said
    assert "Keeps what must be kept:" in text("vault-closed", organisation=None)
    assert samples.sheet(document("vault-closed"), context(organisation=None)).personal is PersonalData.ONCE_FILLED

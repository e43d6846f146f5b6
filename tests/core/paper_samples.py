"""Made-up occasions for sheets: one like a real evening, and ones that are as awkward as an evening can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from facilitator.documents import (
    Document,
    PackLine,
    PresenceGrid,
    PresenceRow,
    RecoverySlip,
    Sheet,
    SheetContext,
    build,
)
from facilitator.i18n import translator
from facilitator.library import Library
from facilitator.model.agenda import AgendaDraft, Give, Line, LineKind, Segment, SegmentKind
from facilitator.model.agreement import AgreementVersion, Clause
from facilitator.model.content import CopingCard, Directory, EmergencyCard, Helpline, LeafletPart, Origin, Step
from facilitator.model.group import GroupDraft
from facilitator.model.organisation import Organisation, VenueDraft
from facilitator.model.paper import Paper, PersonalData, Style
from facilitator.model.session import Session

TODAY = date(2026, 5, 14)
PAPERS = (Paper.A4, Paper.LETTER)
ORIGIN = Origin(source="Idea: a handbook, 2020; our own words", reviewed_on=date(2026, 5, 1),
                review_by=date(2027, 5, 1))

CLAUSES = (
    ("Trust", "What we hear stays in this room", "Take home what you learned. Leave the names here."),
    ("Trust", "Safety comes before secrets", "If someone is in danger, we get help. If we can, we say so first."),
    ("Trust", "Phones away, nothing recorded", "No photos, no recording, no posts about each other."),
    ("Turns", "You can always pass", "Listening is taking part. Nobody has to say why."),
    ("Turns", "One voice at a time", "We wait for the talking piece. Silence is fine."),
    ("Turns", "We share the time", "We leave room for people who have not spoken yet."),
    ("Care", "Speak from your own life", "We say “I”, not “you should”."),
    ("Care", "Ask before you give advice", "Would you like an idea, or a listening ear?"),
    ("Care", "We do not have to be alike", "Other lives, faiths and choices are welcome here."),
    ("Safety", "Nobody is put down here", "Not for who they are, nor as a joke. We name it and stop it."),
    ("Safety", "Come clear-headed", "No drink or drugs before or during the circle."),
    ("Safety", "Start on time, stop on time", "Stepping out? A thumbs up tells us you are all right."),
)


def agreement(clauses: tuple[tuple[str, str, str], ...] = CLAUSES) -> AgreementVersion:
    """A group's third agreement."""
    return AgreementVersion(
        id=b"a" * 16, group_id=b"g" * 16, number=3, adopted_on=date(2026, 4, 2), review_by=date(2026, 10, 1), present=9,
        clauses=tuple(Clause(theme=theme, text=text, why=why) for theme, text, why in clauses))


def _say(text: str) -> Line:
    return Line(LineKind.SAY, text)


def _segment(title: str, kind: SegmentKind, minutes: int, leader: str, *lines: Line, **more: Any) -> Segment:
    return Segment(title=title, kind=kind, minutes=minutes, leader=leader, lines=lines, **more)


PLAN = AgendaDraft(name="Ninety-minute circle", minutes=90, segments=(
    _segment("Open and agree", SegmentKind.OPENING, 8, "{lead}",
             Line(LineKind.DO, "Wait for quiet. Read the agreement round the ring, one line each."),
             _say("Good evening, and welcome. I’m {lead}. This is {second}. We are volunteers with hard times of our "
                  "own. We are not therapists. You can pass on anything. You can step out."),
             _say("What you hear about others stays in this room. We ask that of everyone, but we cannot promise it "
                  "for everyone. So share only what feels right."),
             _say("There is one limit. If someone may die, or someone is being harmed, we act. If it is safe, we tell "
                  "you first. We tell only those who must know."),
             materials=("Agreement on the wall",)),
    _segment("Check-in round", SegmentKind.CHECK_IN, 20, "{second}",
             Line(LineKind.DO, "Two minutes each. Go first and keep it short. The piece goes left."),
             _say("Tell us what you like to be called. Then finish this line: “Today I arrive with…” One word is fine. "
                  "So is “pass”, or “come back to me”. For now, we only listen."),
             least=14, give=Give.SHRINK, materials=("Talking piece", "Tissues")),
    _segment("Choose a topic", SegmentKind.DISCUSSION, 4, "{lead}",
             _say("I heard these threads: [name threads, not people]. Which one would help most tonight?"),
             give=Give.DROP),
    _segment("Talk together", SegmentKind.DISCUSSION, 35, "{lead}",
             _say("Take the talking piece from the middle to speak. Say “I”, not “you should”. Who will begin?"),
             Line(LineKind.IF, "Quiet: “We can sit with this for a moment.”"),
             Line(LineKind.IF, "One voice: “Thank you. Let’s leave room for someone who has not spoken.”"),
             Line(LineKind.IF, "Too graphic: “I’ll pause you there. How is it for you now, here, tonight?”"),
             least=20, give=Give.SHRINK),
    _segment("Skill: feet and chair", SegmentKind.SKILL, 8, "{second}",
             _say("This is a choice. Eyes open is fine. Stop any time. Now: put both feet flat on the floor. Press "
                  "down. Let go. Feel the chair hold you."),
             give=Give.DROP, materials=("Handouts",)),
    _segment("Check-out round", SegmentKind.CHECK_OUT, 10, "{lead}",
             _say("In one line: a kind thing I will do for myself tonight. Or pass."),
             Line(LineKind.AT, "“Ten minutes left. Is something big still with you? One of us can stay behind.”", 5)),
    _segment("Close", SegmentKind.CLOSING, 5, "{lead}",
             _say("Thank you for what you gave tonight. Take a helpline sheet, even if you don’t need it. What we "
                  "heard stays here. We meet again {next_time}. Go gently."),
             Line(LineKind.DO, "Count people out. Same as the count in? Has everyone a safe way home?")),
))

CARD = CopingCard(
    id="steady", title="Steady yourself: feet and chair", short_title="Feet and chair",
    when="For a rush of worry or anger, a bad memory, or feeling far away.",
    summary="It takes two minutes. Nobody needs to notice.",
    cautions=("You choose. You can stop at any point.", "Keep your eyes open if you like.",
              "Leave out any part of you that hurts.",
              "If this makes you feel worse, stop. Look round the room instead."),
    steps=(Step(key="Feet", text="Put both feet flat on the floor. Press down. Count to five. Let go."),
           Step(key="Chair", text="Feel where the chair holds your back and your seat. Let it take your weight."),
           Step(key="Look", text="Slowly look round. Find three things and name each one."),
           Step(key="Place", text="Say where you are and what day it is. “I am in the hall. It is Thursday evening.”"),
           Step(key="Choose", text="Ask: what would help me now? A rest, some water, fresh air, or a friendly voice?")),
    again="Repeat it as often as you like. Feelings rise, stay a while, and fall.",
    if_not="If it does not help, it is not your fault. Tell us, or ring below.",
    own_lines=("A place where I could try this", "A word that steadies me"), figure="feet-and-chair",
    alt="A person sits on a chair, both feet flat on the floor. 1 marks the feet, 2 the chair, 3 where they look.",
    origin=ORIGIN)


def _line(name: str, what: str, number: str, checked: bool, section: str = "one", **more: Any) -> Helpline:
    if checked:
        more |= {"verified_on": date(2026, 5, 2), "verified_by": "R", "how": "rang", "review_by": date(2026, 11, 2)}
    return Helpline(id=name.lower(), name=name, what=what, number=number, section=section, **more)


DIRECTORY = Directory(
    country="GB", name="United Kingdom",
    emergency=(Helpline(id="e", name="Emergency", what="Police, ambulance, fire", number="999", section="emergency"),),
    lines=(_line("Worry line", "England; Wales and Scotland similar", "111, then 2", True, "any"),
           _line("Listening line", "Any worry", "116 000", True, "any", topics=("any",), hours="Any hour", cost="Free"),
           _line("Text line", "Any worry, by text", "85000", True, "any", channel="text", keyword="HELLO"),
           _line("Youth line", "Young, and thinking of suicide", "0800 000 4141", True),
           _line("Children’s line", "Children and teenagers", "0800 0011", False),
           _line("Abuse helpline", "England", "0808 0000 247", False),
           _line("Grief line", "When someone has died", "0808 000 1677", False),
           _line("Carers’ line", "When you care for someone", "0808 000 7777", False),
           _line("Drugs line", "Questions about drugs", "0300 000 6600", False)))

EMERGENCY = EmergencyCard(
    title="When someone is in danger",
    steps=(Step(key="Get safe", text="Danger in the room? Everyone out, then call."),
           Step(key="Call", text="Call {emergency}. Say where you are, then what is wrong. Do what they tell you."),
           Step(key="Stay", text="One of you stays with the person, if it is safe. Speak slowly and kindly."),
           Step(key="Clear", text="The other one takes the group to another room."),
           Step(key="Meet", text="Send someone to the street door to meet the help."),
           Step(key="Tell", text="Tell your safeguarding lead today. Write it down afterwards, not now.")),
    never=("leave a person in danger alone", "promise to keep it secret", "argue about whether life is worth living",
           "go home without talking to each other"),
    origin=ORIGIN)

VENUE = VenueDraft(name="Mill Lane Hall", address="12 Mill Lane, Northtown NT1 2AB", exits="Front door; kitchen door",
                   phone_signal="By the front windows", first_aid="Green box, kitchen wall")

PACK = (
    PackLine(document="run-sheet", title="Run sheet", copies=2, pages=2, sheets=2, both_sides=True,
             place="Facilitators", personal=PersonalData.CONTAINED),
    PackLine(document="agreement-poster", title="Agreement poster", copies=1, pages=1, sheets=1, both_sides=False,
             place="Wall"),
    PackLine(document="sign-in", title="Sign-in sheet", copies=1, pages=1, sheets=1, both_sides=False,
             place="By the door", personal=PersonalData.ONCE_FILLED),
    PackLine(document="coping-handout", title="Steady yourself: feet and chair", copies=12, pages=1, sheets=12,
             both_sides=True, place="Chairs"),
    PackLine(document="helplines", title="Helplines", copies=12, pages=1, sheets=12, both_sides=True, place="Chairs"),
    PackLine(document="cover-slip", title="This slip", copies=1, pages=1, sheets=1, both_sides=True,
             place="Facilitators"),
)


WELCOME = Library().welcome()
OFFER = Library().agreement_core()
SCRIPT = Library().script("opening-long")
SHELF = Library().shipped.evening
GRID = PresenceGrid(
    tuple(date(2026, 4, 2) + timedelta(days=14 * place) for place in range(4)),
    tuple(PresenceRow(name, tuple(None if (place + at) % 5 == 4 else (place * 3 + at) % 4 > 0 for at in range(4)))
          for place, name in enumerate(("Amina", "Bernard", "Chidi", "Dorota", "Eun-ji", "Farid", "Grace", "Hanneke"))))


def context(paper: Paper = Paper.A4, **changes: Any) -> SheetContext:
    """An evening as it should be, with whatever is changed."""
    made = SheetContext(
        translator=translator("en"), today=TODAY, paper=paper, organisation=Organisation(country="GB"),
        group=GroupDraft(name="The Thursday Circle"),
        session=Session(id=b"s" * 16, group_id=b"g" * 16, held_on=TODAY, start_minute=19 * 60, minutes=90),
        venue=VENUE, agenda=PLAN, agreement=agreement(), card=CARD, directory=DIRECTORY, emergency=EMERGENCY,
        leaders=("Ruth", "Dev"), expected=10, next_session=date(2026, 5, 21), pack=PACK, cost_a_side=4,
        grid=GRID, welcome=WELCOME, script=SCRIPT, offer=OFFER, shelf=SHELF,
        recovery=RecoverySlip(groups=("7K3MP", "Q9RTW", "2XH4C", "V8NBD", "6YZ5A", "JE1FS", "G0TKM"), made_on=TODAY))
    return replace(made, **changes)


LONG_NAME = "Wolfeschlegelsteinhausenbergerdorffstrasse"
ARABIC_NAME = "مريم عبد الرحمن"
HINDI_NAME = "क्षितिज हिन्दी"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


def awkward(paper: Paper = Paper.A4) -> SheetContext:
    """Long names, other scripts, an emoji, sixteen clauses, fourteen parts, long wording, a word wider than a line."""
    words = "We take our time here and nobody has to hurry, which is worth saying more than once in an evening. " * 4
    parts = tuple(
        _segment(f"Part {place} of the evening" if place % 5 else f"{LONG_WORD} {place}", SegmentKind.ROUND,
                 6 if place < 13 else 9, LONG_NAME if place % 2 else "{second}", _say(words),
                 Line(LineKind.DO, f"{ARABIC_NAME} reads. {HINDI_NAME} holds the piece. 😀 <b>not bold</b> & {{lead}}"),
                 least=3, give=(Give.SHRINK, Give.DROP, Give.FIXED)[place % 3])
        for place in range(1, 15))
    clauses = (*CLAUSES, ("Safety", f"Also {LONG_WORD}", ""), ("", "No theme at all, and a line that goes on until it "
               "has to wrap onto a second and perhaps a third line of the poster", "And why " * 20),
               ("Other", ARABIC_NAME, HINDI_NAME), ("Other", "<img src='/etc/passwd'>", "A < B & C > D"))
    line = _line(f"{LONG_NAME} line", "For one kind of worry, or several, in a great many words that wrap",
                 "0800 000 000 000 000 000", False, "one")
    directory = replace(DIRECTORY, lines=(*DIRECTORY.lines, line, *(
        replace(line, id=str(n), name=f"Line {n}", number="0800 0000") for n in range(14))))
    card = replace(CARD, title=f"A title that is long enough to take two lines of the page {LONG_WORD}",
                   cautions=CARD.cautions * 3, steps=CARD.steps * 3)
    venue = replace(VENUE, name="St. Bartholomew’s-by-the-Water Parish Community Centre, Lower Hall", exits=words)
    return context(
        paper, group=GroupDraft(name="The Thursday Evening Circle for People Who Look After Somebody at Home, North"),
        agenda=AgendaDraft(name="Own plan", minutes=90, segments=parts), agreement=agreement(clauses), card=card,
        directory=directory, venue=venue, leaders=(LONG_NAME, ARABIC_NAME), expected=37,
        organisation=Organisation(country="GB", lead_name=LONG_NAME, lead_contact="07700 900000",
                                  deputy_name=ARABIC_NAME, deputy_contact="d" * 90),
        emergency=replace(EMERGENCY, steps=EMERGENCY.steps * 2, never=EMERGENCY.never * 3),
        pack=PACK * 6, grid=PresenceGrid(
            tuple(TODAY + timedelta(days=place) for place in range(23)),
            tuple(PresenceRow(name, (True, None, False, True) * 5 + (True, False, None))
                  for name in (LONG_NAME, ARABIC_NAME, HINDI_NAME, LONG_WORD, "<b>x</b>") * 6)))


def styled(style: Style, paper: Paper = Paper.A4, **changes: Any) -> SheetContext:
    """An evening in a style; for Easy Read with a card and an agreement as they ship: of those there is a version."""
    if style is not Style.EASYREAD:
        return context(paper, style=style, **changes)
    library = Library()
    ours = replace(agreement(), clauses=library.agreement_core().clauses)
    easy = {"card": library.coping_card("feet-and-chair"), "agreement": ours, "offers": library.agreement_items(),
            "emergency": library.emergency_card(), "shelf": library.shipped.evening}
    return context(paper, **({"style": style} | easy | changes))


def sheet(document: Document, occasion: SheetContext) -> Sheet:
    """A document built for an occasion, the recovery sheet too."""
    return build(document, occasion, by_hand=document.by_hand_only)


def endless(paper: Paper = Paper.A4) -> SheetContext:
    """Every text that a person may type goes on for a page and more."""
    words = " ".join(f"word{place}" for place in range(700))
    lines = tuple(replace(line, what=words, name=f"{line.name} {words[:3000]}") for line in DIRECTORY.lines[:2])
    segments = tuple(replace(segment, title=words[:400], leader=words[:300], lines=(
        *(replace(line, text=f"Case: {words}") for line in segment.lines),)) for segment in PLAN.segments[:2])
    return context(
        paper, group=GroupDraft(name=words), venue=replace(VENUE, name=words, address=words, exits=words),
        agenda=AgendaDraft(name=words, minutes=28, segments=segments), leaders=(words[:200], words[:300]),
        agreement=agreement((("Trust", words, words), ("Turns", words[:50], ""))),
        card=replace(CARD, title=words[:300], cautions=(words, words), steps=(Step(key="Do", text=words),), again=words,
                     if_not=words, own_lines=(words[:700],)),
        directory=replace(DIRECTORY, lines=lines),
        organisation=Organisation(country="GB", lead_name=words, lead_contact=words),
        emergency=replace(EMERGENCY, title=words[:200], steps=(Step(key=words[:40], text=words),), never=(words,)),
        pack=tuple(replace(line, title=words[:900]) for line in PACK),
        grid=PresenceGrid(GRID.days, (PresenceRow(words, (True, None, False, True)),)),
        welcome=replace(WELCOME, summary=words, parts=(LeafletPart(words[:300], (words, words)),)))

"""The library reads what is there, names the file and line of what is broken, and takes in a group's own items."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from facilitator.errors import ContentBroken, NotFound
from facilitator.i18n import translator
from facilitator.library import Library
from facilitator.messages import explain
from facilitator.model.agenda import Give, Line, LineKind
from facilitator.model.content import OwnContent, fill
from facilitator.model.group import Application, RecordLevel
from facilitator.model.member import ConsentPurpose
from facilitator.paths import resources

AGENDA = "content/en/agendas/mental-health-90.toml"
CORE = "content/en/agreements/core.md"
CARD = "content/en/cards/feet-and-chair.md"
SCRIPT = "content/en/scripts/opening.md"
CLOSING = "content/en/scripts/closing.md"
CONSENT = "content/en/consent/list.md"
EMERGENCY = "content/en/emergency.md"
LEVELS = "content/en/levels.toml"
KINDS = "content/en/applications.toml"
MOMENTS = "content/en/moments.toml"
MOMENT = "content/en/hard-moments/suicide.md"
TAPS = "content/en/taps.toml"
PROMPTS = "content/en/prompts/check-out.toml"
READING = "content/en/readings/hope.md"
FORM = "content/en/forms/debrief.toml"
ROLE = "content/en/roles/reader.md"
WELLBEING = "content/en/wellbeing.toml"
SOURCES = "content/en/sources.toml"
BRITAIN = "directory/GB.toml"

READ: dict[str, Callable[[Library], object]] = {
    AGENDA: lambda library: library.agenda_templates(),
    CORE: lambda library: library.agreement_core(),
    CARD: lambda library: library.coping_card("feet-and-chair"),
    SCRIPT: lambda library: library.scripts(),
    CLOSING: lambda library: library.scripts(),
    CONSENT: lambda library: library.consent_wording(ConsentPurpose.LIST),
    EMERGENCY: lambda library: library.emergency_card(),
    LEVELS: lambda library: library.level_explained(RecordLevel.TALLY),
    KINDS: lambda library: library.applications(),
    MOMENTS: lambda library: library.moments(),
    MOMENT: lambda library: library.hard_moments(),
    TAPS: lambda library: library.taps(),
    PROMPTS: lambda library: library.prompts(),
    READING: lambda library: library.readings(),
    FORM: lambda library: library.forms(),
    ROLE: lambda library: library.role_cards(),
    WELLBEING: lambda library: library.wellbeing_lines(),
    SOURCES: lambda library: library.agreement_core(),
    BRITAIN: lambda library: library.directory("GB"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the shipped content for all tests here."""
    folder = tmp_path_factory.mktemp("resources")
    for part in ("content", "directory"):
        shutil.copytree(resources() / part, folder / part)
    return folder


@pytest.fixture
def folder(copy: Path) -> Iterator[Path]:
    """The copy, which a test may break; it is put right afterwards."""
    shipped = {path.relative_to(copy): path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    yield copy
    for path in [path for path in copy.rglob("*") if path.is_file() and path.relative_to(copy) not in shipped]:
        path.unlink()
    for name, raw in shipped.items():
        (copy / name).write_bytes(raw)


def broken(folder: Path, file: str, text: str | bytes) -> ContentBroken:
    """What is said about a file with this text in it."""
    (folder / file).write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ContentBroken) as caught:
        READ[file](Library(folder))
    return caught.value


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


# ---------------------------------------------------------------- every kind of mistake names its file and its line
@pytest.mark.parametrize(("file", "old", "new", "where", "reason"), [
    # the way TOML is written
    (AGENDA, 'kind = "skill"', "kind = skill", "kind = skill", "not TOML"),
    (AGENDA, "minutes = 35", "minutes = 35 minutes", "35 minutes", "not TOML"),
    (LEVELS, 'name = "First names"', 'name = "First names"\nname = "Again"', 'name = "Again"', "not TOML"),
    (CARD, 'figure = "feet-and-chair"', "figure = feet", "figure = feet", "not TOML"),
    # keys
    (AGENDA, 'summary = "A check-in', 'sumary = "A check-in', "", "“summary” is missing"),
    (AGENDA, 'hint = "A show of hands"', 'hnt = "A show of hands"', "hnt =", "“hnt” is not known"),
    (AGENDA, 'title = "Talk together"\nkind', "kind", "[[segment]]|4", "“title” is missing"),
    (AGENDA, 'title = "Talk together"', 'title = " "', 'title = " "', "“title” is empty"),
    (LEVELS, "[level.1]", "[level.9]", "[level.0]", "“1” is missing"),
    (KINDS, "[application.grief]", "[application.loss]", "[application.mental", "“grief” is missing"),
    (BRITAIN, 'confidence = "low"\nnote = "Not open all night."', 'confidence = "low"\nnotes = "x"', "notes =",
     "“notes” is not known"),
    # minutes and what may give
    (AGENDA, "minutes = 35", "minutes = 36", "minutes = 90", "91 minutes, not 90"),
    (AGENDA, "minutes = 35", "minutes = 0", "minutes = 0", "from 1 to 480"),
    (AGENDA, "minutes = 35", "minutes = true", "minutes = true", "whole number"),
    (AGENDA, "minutes = 35", 'minutes = "35"', 'minutes = "35"', "whole number"),
    (AGENDA, "minutes = 35", "minutes = 35.5", "35.5", "whole number"),
    (AGENDA, "least = 20", "least = 35", "least = 35", "less than “minutes”"),
    (AGENDA, "least = 20\n", "", "[[segment]]|4", "“least” is missing"),
    (AGENDA, 'minutes = 5\ngive = "fixed"', 'minutes = 5\nleast = 4\ngive = "fixed"', "least = 4", "only for segments"),
    (AGENDA, 'give = "drop"', 'give = "bend"', 'give = "bend"', "“bend” is not one of: fixed"),
    (AGENDA, 'kind = "skill"', 'kind = "skil"', 'kind = "skil"', "“skil” is not one of"),
    (AGENDA, 'kind = "skill"', 'kind = "skill"\nper_person = 30', "per_person = 30", "rounds only"),
    (AGENDA, 'minutes = 5\ngive = "fixed"\nprotected = true', 'minutes = 5\ngive = "fixed"', "[[segment]]|7",
     "should be protected"),
    (AGENDA, 'hint = "Read it', 'protected = true\nhint = "Read it', 'give = "drop"|2', "always fixed"),
    (AGENDA, "per_person = 90", "per_person = 1", "per_person = 1", "from 5"),
    (AGENDA, '["mental-health", "chronic', '["mental health", "chronic', "applications", "“mental health” is not one"),
    # the short cut of a plan
    (AGENDA, "{ minutes = 21, least = 14 }", "{ minutes = 20, least = 14 }", "minutes = 60", "59 minutes, not 60"),
    (AGENDA, "{ minutes = 10 }", "{ minutes = 11 }", "{ minutes = 11 }", "from 0 to 10"),
    (AGENDA, "short = { minutes = 0 }\n", "", "[[segment]]|5", "“short” is missing"),
    (AGENDA, "least = 14 }", "least = 21 }", "least = 21 }", "less than “minutes”"),
    (AGENDA, "{ minutes = 3 }", "{ minutes = 3, least = 2 }", "least = 2 }", "only for segments that shrink"),
    (AGENDA, "{ minutes = 5 }", "{ minutes = 5, mins = 5 }", "mins = 5", "“mins” is not known"),
    (AGENDA, "33. For you two", "21. For you two", "{ minutes = 21", "minute -1 is not inside the segment"),
    # words to say
    (AGENDA, "{script:opening}", "{script:opner}", "{script:opner}", "no script called “opner”"),
    (AGENDA, "33. For you two", "35. For you two", "35. For you two", "minute 35 is not inside"),
    (AGENDA, "- **Long turn:** “", "- Long turn: “", "- Long turn", "case in bold"),
    (AGENDA, "Go first and", "# Go first and", "# Go first", "headings do not belong"),
    (SCRIPT, "> Hello", "> > Hello", "> > Hello", "inside each other"),
    (SCRIPT, "> Hello", "    Hello", "    Hello", "only headings, paragraphs"),
    (SCRIPT, "Hello, and welcome", "Hello, and *welcome*", "*welcome*", "only plain words"),
    (SCRIPT, "Hello, and welcome", "Hello, and [welcome](http://x)", "[welcome]", "only plain words"),
    (SCRIPT, "Hello, and welcome", "Hello<br>and welcome", "<br>", "only plain words"),
    (SCRIPT, "> Hello", "<div>Hello</div>\n\n> Hello", "<div>", "only headings, paragraphs"),
    (CLOSING, "\n\nCount people", "\nCount people", "Count people", "empty line after words to say"),
    (CLOSING, "Count people", "Lead in\n33. Count people", "33. Count", "empty line before a list"),
    # heads
    (SCRIPT, "+++\nid", "id", "id =", "begin with a line of +++"),
    (CARD, "2027-11-20\n+++", "2027-11-20", "LAST", "no closing line"),
    (SCRIPT, 'source = ["mind"', 'source = ["mnd"', "source", "“mnd” is not in the table"),
    (SCRIPT, "review_by = 2027-11-20", "review_by = 2026-11-19", "review_by", "later than"),
    (SCRIPT, "reviewed_on = 2026-11-20", 'reviewed_on = "2026-11-20"', "reviewed_on", "should be a date"),
    (SCRIPT, "reviewed_on = 2026-11-20", "reviewed_on = 2026-11-20T10:00:00", "reviewed_on", "without a time"),
    (SCRIPT, 'licence = "CC BY 4.0"\n', "", 'id = "opening"', "“licence” is missing"),
    (SOURCES, '[mind]\nname = "Mind,', '[mind]\nnam = "Mind,', "[mind]", "“name” is missing"),
    # structure
    (CORE, "### One voice at a time {#one-voice}", "### One voice at a time", "### One voice", "{#name}"),
    (CORE, "### One voice", "#### One voice", "#### One voice", "### heading"),
    (CORE, "{#one-voice}", "{#pass}", "One voice", "two clauses are called “pass”"),
    (CORE, "We say “one voice, please”.", "We say so.\n\nAnd more.", "### One voice", "two paragraphs"),
    (CORE, "## Trust\n", "", "### What we hear", "### heading below"),
    (CARD, "{#cautions}", "{#steps-first}", "{#steps-first}", "should carry one of"),
    (CARD, "- Your eyes can stay open.", "Your eyes can stay open.", "Your eyes|2", "empty line after a list"),
    (CARD, "2. **Chair.** Notice", "2. Chair. Notice", "2. Chair", "bold word"),
    (CARD, "2. **Chair.**", "7. **Chair.**", "7. **Chair", "numbered 1, 2, 3"),
    (CARD, "number = 1", "number = 0", "number = 0", "from 1 to 99"),
    (CARD, '["sudden-distress", ', '["sudden distress", ', "moments", "“sudden distress” is not one of"),
    (MOMENTS, "[moment.sleep]", "[moment.slep]", "[moment.sudden", "“sleep” is missing"),
    (CARD, '\nalt = "', '\nalto = "', "figure", "needs “alt”"),
    (CARD, "If it does not help", "- If it does not help", "- If it does", "plain paragraphs"),
    (CARD, "- Words that steady me\n", "- **Words** that steady me\n", "- **Words**", "plain list"),
    (EMERGENCY, "## Never {#never}", "## Never {#steps}", "{#steps}|2", "each once"),
    (EMERGENCY, "## Do this {#steps}\n", "", "1. **Get safe", "below a heading"),
    (CONSENT, "- We tick the days", "We tick the days", "We tick", "empty line after a list"),
    (CONSENT, 'purpose = "list"', 'purpose = "lists"', "purpose", "“lists” is not one of: list"),
    # what an evening needs while it runs
    (MOMENT, "## Don’t {#dont}", "## Don’t {#do}", "## Say", "{#say} should stand before {#do}"),
    (MOMENT, "- Don’t leave", "Don’t leave", "Don’t leave", "a plain list is needed"),
    (MOMENT, "> Are you thinking", "Are you thinking", "Are you thinking of|2", "words to say are needed here"),
    (MOMENT, "1. **Ask.**", "1. Ask.", "1. Ask.", "bold word"),
    (MOMENT, '"went-out"', '"gone-out"', "taps =", "“gone-out” is not one of: called-help"),
    (MOMENT, '"crisis"', '"crises"', "numbers =", "“crises” is not one of: emergency, crisis, lead"),
    (MOMENT, "number = 9", "number = 100", "number = 100", "from 1 to 99"),
    (MOMENT, "search = [", 'serch = ["x"]\nsearch = [', "serch =", "“serch” is not known"),
    (TAPS, "[tap.went-out]\nwords", "[tap.went-out]\nword", "[tap.went-out]", "“words” is missing"),
    (PROMPTS, "depth = 2", "depth = 4", "depth = 4", "from 1 to 3"),
    (PROMPTS, 'id = "lean-on"', 'id = "softer"', 'id = "softer"|2', "two entries are called “softer”"),
    (PROMPTS, 'use = "check-out"', 'use = "checkout"', "use =", "“checkout” is not one of: check-in"),
    (PROMPTS, '\ntext = "Who or what', '\ntxt = "Who or what', "[[prompt]]|15", "“text” is missing"),
    (READING, 'rights = "', 'right = "', 'id = "hope"', "“rights” is missing"),
    (READING, '["opening", "closing"]', "[]", "places =", "“places” is empty"),
    (READING, 'author = "Emily Dickinson"\n', "", "year =", "“year” is not known"),
    (FORM, 'id = "hard"', 'id = "well"', 'id = "well"|2', "two entries are called “well”"),
    (FORM, "lines = 2", "lines = 20", "lines = 20", "from 0 to 12"),
    (FORM, 'next = "Lock up', 'nxt = "Lock up', "[[light]]", "“next” is missing"),
    (FORM, 'ask = "Are you safe', 'aks = "Are you safe', "", "“ask” is missing"),
    (ROLE, 'role = "reader"', 'role = "reeder"', "role =", "“reeder” is not one of"),
    (ROLE, 'role = "reader"', 'role = "first-speaker"', "", "“first-speaker” is taken"),
    (ROLE, "## Do this {#do}", "## Do this {#say}", "## Words that", "each once"),
    (WELLBEING, 'id = "eat"', 'id = "enough"', 'id = "enough"|2', "two entries are called “enough”"),
    # directories
    (BRITAIN, 'section = "any"', 'section = "all"', 'section = "all"', "“all” is not one of: any, one"),
    (BRITAIN, 'channel = "text"', 'channel = "fax"', 'channel = "fax"', "“fax” is not one of"),
    (BRITAIN, 'id = "gb-shout"', 'id = "gb-samaritans"', 'id = "gb-samaritans"|2', "two lines are called"),
    (BRITAIN, 'verified_on = ""', "verified_on = 2026-10-01", "verified_on = 2026", "needs “verified_by”"),
    (BRITAIN, 'verified_on = ""', 'verified_on = "1 October"', "1 October", "date without quotes"),
    (BRITAIN, 'topics = ["grief"]', "topics = [7]", "topics = [7]", "words between quotes"),
    (BRITAIN, 'topics = ["grief"]', 'topics = "grief"', 'topics = "grief"', "should be a list"),
    (BRITAIN, "[[emergency]]", "[emergency]", "[emergency]", "a list"),
])
def test_a_broken_file_names_itself_and_its_line(folder: Path, file: str, old: str, new: str, where: str,
                                                 reason: str) -> None:
    text = (folder / file).read_text("utf-8")
    assert old in text, "the mistake is made where it means something"
    text = text.replace(old, new, 1)
    error = broken(folder, file, text)
    assert error.file == file
    assert reason in error.reason
    lines = text.split("\n")
    if where == "LAST":
        assert error.line == len(lines)
    elif not where:
        assert error.line == 1
    else:
        words, _bar, count = where.partition("|")
        places = [number for number, line in enumerate(lines, 1) if words in line]
        assert error.line == places[int(count or 1) - 1]
    assert file in str(explain(error)) and str(error.line) in str(explain(error))


def _read_or_refuse(folder: Path, file: str) -> None:
    """Reads a file; anything but a value or a ContentBroken for that very file fails the test."""
    try:
        READ[file](Library(folder))
    except ContentBroken as error:
        # An entry lost from a table is missed by the file that asks for it.
        assert error.file == file or (file, error.file) in ((SOURCES, CORE), (SCRIPT, AGENDA), (CLOSING, AGENDA)) \
            or (file == MOMENT and error.file.startswith("content/en/hard-moments"))  # its id is another's now
        assert 1 <= error.line <= (folder / error.file).read_bytes().count(b"\n") + 1
        assert error.reason
    except NotFound as error:
        assert error.what  # the id itself was changed: the item is there under another name


@pytest.mark.parametrize("file", sorted(READ))
def test_no_lost_doubled_or_spoilt_line_ends_in_anything_but_a_named_refusal(folder: Path, file: str) -> None:
    lines = (folder / file).read_text("utf-8").split("\n")
    for place in range(0, len(lines), max(1, len(lines) // 16)):
        for spoilt in ([], [lines[place]] * 2, ["= ["], ["+++"], ["> - # 3. x"], [lines[place].upper()]):
            (folder / file).write_text("\n".join(lines[:place] + spoilt + lines[place + 1:]), "utf-8")
            _read_or_refuse(folder, file)


def test_a_missing_an_empty_and_a_foreign_file_are_named(folder: Path) -> None:
    assert "begin with" in broken(folder, CARD, "").reason
    error = broken(folder, AGENDA, b'id = "x"\ntitle = "caf\xe9"\n')
    assert (error.line, "UTF-8" in error.reason) == (2, True)
    (folder / EMERGENCY).unlink()
    with pytest.raises(ContentBroken) as caught:
        Library(folder).emergency_card()
    assert (caught.value.file, caught.value.line) == (EMERGENCY, 1)
    assert "missing" in caught.value.reason


def test_cautions_cannot_stand_after_steps(folder: Path) -> None:
    text = (folder / CARD).read_text("utf-8")
    start, middle, end = (text.index(mark) for mark in ("## Before", "## Steps", "## After"))
    swapped = text[:start] + text[middle:end] + text[start:middle] + text[end:]
    error = broken(folder, CARD, swapped)
    assert "{#cautions} should stand before {#steps}" in error.reason
    assert error.line == line_of(swapped, "{#cautions}")


def test_two_files_cannot_share_an_id(folder: Path) -> None:
    shutil.copy(folder / SCRIPT, folder / "content/en/scripts/second.md")
    with pytest.raises(ContentBroken) as caught:
        Library(folder).scripts()
    assert "“opening” is taken" in caught.value.reason


def test_one_broken_file_leaves_the_rest_readable(folder: Path) -> None:
    (folder / CARD).write_text("nothing", "utf-8")
    library = Library(folder)
    assert library.agreement_core().clauses
    assert library.emergency_card().steps
    with pytest.raises(ContentBroken):
        library.coping_card("feet-and-chair")


def test_a_mended_file_is_read_by_the_next_question(folder: Path) -> None:
    good = (folder / CARD).read_text("utf-8")
    (folder / CARD).write_text("nothing", "utf-8")
    library = Library(folder)
    with pytest.raises(ContentBroken):
        library.coping_card("feet-and-chair")
    (folder / CARD).write_text(good, "utf-8")
    assert library.coping_card("feet-and-chair").steps


def test_files_with_windows_line_ends_read_the_same(folder: Path) -> None:
    plain = Library(folder).agenda_template("mental-health-90")
    for file in (AGENDA, SCRIPT):
        (folder / file).write_bytes((folder / file).read_bytes().replace(b"\n", b"\r\n"))
    assert Library(folder).agenda_template("mental-health-90") == plain


# ---------------------------------------------------------------- reading
def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    library = Library(tmp_path / "nowhere")
    assert library.scripts() == ()
    assert library.countries() == ()
    with pytest.raises(NotFound):
        library.agenda_template("mental-health-90")
    with pytest.raises(ContentBroken):
        library.emergency_card()


def test_the_words_of_an_evening_bring_their_readers_when_first_asked_for() -> None:
    """No screen before the evening waits for them."""
    code = ("import sys; from facilitator.library import Library; library = Library(); library.agenda_templates();"
            "ours = ('facilitator.library.evening_shelf', 'facilitator.model.hard_moment', 'facilitator.model.prompt');"
            "before = [name for name in ours if name in sys.modules]; library.hard_moments();"
            "print(before, all(name in sys.modules for name in ours))")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert done.stdout.strip() == "[] True"


def test_the_same_question_gives_the_same_value() -> None:
    library = Library()
    assert library.agenda_template("grief-90") is library.agenda_template("grief-90")
    assert library.directory("IE") is library.directory("ie")


def test_segments_keep_their_words_in_order() -> None:
    agenda = Library().agenda_template("mental-health-90").agenda
    talk = agenda.segments[3]
    assert [line.kind for line in talk.lines] == [LineKind.SAY, *[LineKind.IF] * 4, LineKind.AT]
    assert talk.lines[1].text == "Silence: Count to twenty in your head. “There is no rush.”"
    assert talk.lines[-1].minute == 33
    assert (talk.least, talk.give) == (20, Give.SHRINK)
    assert agenda.segments[2].least == 0
    assert agenda.segments[0].lines[-1].kind is LineKind.DO


def test_a_language_without_words_of_its_own_speaks_english(folder: Path) -> None:
    assert Library(folder, "cy").agreement_core() == Library(folder).agreement_core()
    assert Library(folder, "qps").coping_card("feet-and-chair").steps


def test_a_language_takes_its_own_file_where_it_has_one(folder: Path) -> None:
    (folder / "content/cy/scripts").mkdir(parents=True)
    welsh = (folder / SCRIPT).read_text("utf-8").replace("Hello, and welcome", "Helo, a chroeso")
    (folder / "content/cy/scripts/opening.md").write_text(welsh, "utf-8")
    for language in ("cy", "cy_GB", "cy-GB"):
        library = Library(folder, language)
        assert library.script("opening").lines[0].text.startswith("Helo, a chroeso")
        assert library.script("closing") == Library(folder).script("closing")
        assert library.agenda_template("grief-90").agenda.segments[0].lines[0].text.startswith("Helo")


def test_spelling_follows_the_country_in_english_only(folder: Path) -> None:
    assert "colors" in Library(folder, "en", "us").coping_card("feet-and-chair").cautions[3]
    assert "colours" in Library(folder, "cy", "US").coping_card("feet-and-chair").cautions[3]
    assert Library(country="US").countries() == (
        ("AU", "Australia"), ("CA", "Canada"), ("GB", "United Kingdom"), ("IE", "Ireland"), ("IN", "India"),
        ("NZ", "New Zealand"), ("US", "United States"), ("ZA", "South Africa"), ("ZZ", "Other countries"))


def test_a_country_without_a_directory_has_no_numbers_and_still_a_card() -> None:
    library = Library(country="../GB")
    assert library.directory().lines == () and library.directory().emergency == ()
    assert "Dial the emergency number" in library.emergency_card().steps[1].text


def test_unknown_items_are_not_found() -> None:
    library = Library()
    for ask in (library.agreement, library.agenda_template, library.script, library.coping_card):
        with pytest.raises(NotFound):
            ask("nothing")


# ---------------------------------------------------------------- the group's own items
def test_own_items_follow_the_shipped_and_may_stand_in_their_place() -> None:
    shipped = Library()
    closing = replace(shipped.script("closing"), lines=(Line(LineKind.SAY, "Good night."),))
    plan = replace(shipped.agenda_template("grief-90"), id="ours", applications=(Application.TRAUMA,))
    card = replace(shipped.coping_card("feet-and-chair"), id="tea", title="Make tea")
    helpline = replace(shipped.directory().lines[0], id="ours", name="Our crisis team", section="any")
    library = Library(own=OwnContent(scripts=(closing,), agendas=(plan,), cards=(card,), helplines=(helpline,)))
    assert library.script("closing").lines[0].text == "Good night."
    assert [script.id for script in library.scripts()] == [script.id for script in shipped.scripts()]
    assert "Good night." in [line.text for line in library.agenda_template("grief-90").agenda.segments[-1].lines]
    trauma = library.agenda_templates(Application.TRAUMA)
    assert trauma[-1] is plan and len(trauma) == len(shipped.agenda_templates(Application.TRAUMA)) + 1
    assert library.coping_cards() == (*shipped.coping_cards(), card)
    assert library.directory().lines[-1] == helpline
    assert library.directory("IE").lines[-1] == helpline
    assert len(shipped.directory().lines) == 12


# ---------------------------------------------------------------- open places
def test_open_places_take_names_or_words() -> None:
    said = "I’m {lead}, this is {second}. Call {emergency}. {unknown}"
    assert fill(said, {"lead": "Ruth", "second": "", "emergency": "999"}) == (
        "I’m Ruth, this is [second facilitator]. Call 999. {unknown}")
    assert fill("We meet again {next_time}. {group} keeps names {keep_for}.", {}) == (
        "We meet again on [day and time]. this group keeps names 12 months.")
    assert fill("Hello {lead}.", {}, translator("en")) == "Hello [your name]."
    assert fill("{lead}", {"lead": "{second}"}) == "{second}", "a name is never opened again"


def test_credits_are_short_and_ours(folder: Path) -> None:
    library = Library(folder)
    assert library.coping_card("feet-and-chair").origin.source == "Ideas: WHO, Doing What Matters (2020); our own words"
    assert library.agreement_core().origin.source == (
        "Ideas: Mind, DBSA, NAMI, SMART Recovery, circle practice; our own words")
    origin = library.emergency_card().origin
    assert origin.source == "Ideas: WHO, Psychological First Aid (2011) and others; our own words"
    assert origin.reviewed_on == date(2026, 11, 20)
    assert origin.reading_grade is not None and origin.reading_grade < 6
    text = (folder / SCRIPT).read_text("utf-8").replace('source = ["mind", "tcf", "circles"]', 'source = ["own"]')
    (folder / SCRIPT).write_text(text, "utf-8")
    assert Library(folder).script("opening").origin.source == "Our own words"

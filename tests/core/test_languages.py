"""Every language beside English: its catalogue, its content, the mark of a draft, and sheets printed in it."""

from __future__ import annotations

import re
import sys
from datetime import date
from gettext import GNUTranslations
from pathlib import Path

import pytest

from facilitator.documents import build, render_text
from facilitator.documents.pack import make_pack, variant
from facilitator.documents.registry import document
from facilitator.errors import NameMissing, NotFound
from facilitator.i18n import PSEUDO, Translator, languages, own_name, parted, translator
from facilitator.library import Library, checker
from facilitator.library.readability import sentences
from facilitator.model.member import ConsentPurpose
from facilitator.model.paper import Piece, Style, in_language
from facilitator.packs import Packs, Tongues, called
from facilitator.paths import resources
from facilitator.settings import VaultSettings
from facilitator.writing.translations import Translations, drafts
from tests.core import paper_samples as samples
from tests.core.hall import Hall
from tests.core.test_tonight_ahead import evenings

OTHERS = tuple(language for language in languages() if language != "en")
DRAFT = "Draft translation: have a fluent speaker read it."
ENGLISH = "This part is in English: it is not translated yet."
LONGEST = 25
"""Words in a sentence: other languages say the same with more of them."""


@pytest.fixture
def tools(monkeypatch: pytest.MonkeyPatch) -> object:
    """The module that keeps the catalogues."""
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "packaging" / "dev"))
    import translating

    yield translating
    sys.modules.pop("translating", None)


# ---------------------------------------------------------------- catalogues
@pytest.mark.parametrize("language", OTHERS)
def test_a_catalogue_is_whole(language: str, tools: object) -> None:
    """Placeholders, tags, plural forms and the compiled form; and every string of the template is there."""
    folder = resources() / "translations"
    template = tools.read(folder / "facilitator.pot")  # type: ignore[attr-defined]
    assert [*tools.faults(template, folder, language)] == []  # type: ignore[attr-defined]
    text = (folder / language / "LC_MESSAGES" / "facilitator.po").read_text("utf-8")
    head = text[: text.index("#:")]
    assert "@" not in head and "-Date" not in head and not re.search(r"^#,.*fuzzy", text, re.MULTILINE)


@pytest.mark.parametrize("translated", ["Hola", "{name} y {other}", "<b>{name}</b>", " {name}"])
def test_a_slip_in_a_translation_is_found(translated: str, tools: object) -> None:
    from babel.messages.catalog import Message

    assert [*tools.wrong(Message("Hello {name}", translated), "es")]  # type: ignore[attr-defined]
    assert not [*tools.wrong(Message("Hello {name}", "Hola, {name}"), "es")]  # type: ignore[attr-defined]
    assert [*tools.wrong(Message(("{n} day", "{n} days"), ("{n} día", "")), "es")]  # type: ignore[attr-defined]


def test_a_string_that_went_keeps_its_translation(tools: object, tmp_path: Path) -> None:
    """Merged without loss: what the code dropped is kept at the foot, and taken again when it comes back."""
    from babel.messages.catalog import Catalog

    def template(*ids: str) -> Catalog:
        out = Catalog()
        for id in ids:
            out.add(id)
        return out

    said = {"One": "Uno", "Two": "Dos"}
    for ids in (("One", "Two"), ("One",), ("One", "Two", "Three")):
        known = tools.read(tools.place(tmp_path, "es"))  # type: ignore[attr-defined]
        tools.write(tmp_path, "es", tools.merged(template(*ids), known, "es", said))  # type: ignore[attr-defined]
        said = {}
        assert not [*tools.faults(template(*ids), tmp_path, "es")]  # type: ignore[attr-defined]
    found = tools.read(tools.place(tmp_path, "es"))  # type: ignore[attr-defined]
    assert [(one.id, one.string) for one in found if one.id] == [("One", "Uno"), ("Two", "Dos"), ("Three", "")]


def test_one_word_that_says_two_things_is_translated_twice(tools: object, tmp_path: Path) -> None:
    """What each is about goes through every hand: the template, the .po, what a translator is handed, and the .mo."""
    from babel.messages.catalog import Catalog

    template = Catalog()
    template.add("Light")
    template.add("Light", context="of a question")
    first = tools.merged(template, Catalog(), "es", {"Light": "Claros"})  # type: ignore[attr-defined]
    assert tools.hand_out(template, first, tmp_path / "out") == 1  # type: ignore[attr-defined]
    assert "1\tLight\t# of a question\n" in (tmp_path / "out" / "01.txt").read_text("utf-8")
    (tmp_path / "out" / "back.json").write_text('{"1": "Ligera"}', "utf-8")
    new = tools.take_back(tmp_path / "out", [tmp_path / "out" / "back.json"])  # type: ignore[attr-defined]
    tools.write(tmp_path, "es", tools.merged(template, first, "es", new))  # type: ignore[attr-defined]
    assert not [*tools.faults(template, tmp_path, "es")]  # type: ignore[attr-defined]
    with (tmp_path / "es" / "LC_MESSAGES" / "facilitator.mo").open("rb") as file:
        said = GNUTranslations(file)
    assert (said.gettext("Light"), said.pgettext("of a question", "Light")) == ("Claros", "Ligera")
    gone = Catalog()
    gone.add("Light")
    found = tools.read(tools.place(tmp_path, "es"))  # type: ignore[attr-defined]
    tools.write(tmp_path, "es", tools.merged(gone, found, "es"))  # type: ignore[attr-defined]
    found = tools.read(tools.place(tmp_path, "es"))  # type: ignore[attr-defined]
    again = tools.merged(template, found, "es")  # type: ignore[attr-defined]
    assert {one.context: one.string for one in again if one.id} == {None: "Claros", "of a question": "Ligera"}


def test_pseudo_and_english_say_it_without_what_it_is_about() -> None:
    assert Translator("en").pgettext("of a question", "Light") == "Light"
    assert Translator(PSEUDO).pgettext("of a question", "Light") == Translator(PSEUDO).gettext("Light")


def test_languages_are_named_by_those_who_speak_them() -> None:
    assert [own_name(one) for one in ("en", "es", "ar", "cy")] == ["English", "Español", "العربية", "Cymraeg"]


def test_words_in_a_row_stand_as_the_language_has_them() -> None:
    assert Translator("en").joined([]) == "" and Translator("en").joined(["one"]) == "one"
    assert Translator("en").joined(iter(["one", "two", "three"])) == "one, two and three"
    assert Translator("ar").listed(["one", "two"]) == "one، two"
    assert Translator("es").joined(["uno", "dos", "tres"]) == "uno, dos y tres"
    assert parted("tea, cups، ,tea;  mats，") == ("tea", "cups", "mats") and parted(" ") == ()


def test_a_count_in_arabic_has_the_ending_its_number_asks_for() -> None:
    """Babel puts 100 to 102 before 11 to 99, and many programs the other way round: swapped, “11 chairs” is wrong."""
    said = {n: Translator("ar").ngettext("{n} chair", "{n} chairs", n).format(n=n) for n in (3, 11, 99, 100, 111)}
    assert said == {3: "3 كراسٍ", 11: "11 كرسيًا", 99: "99 كرسيًا", 100: "100 كرسي", 111: "111 كرسيًا"}


def test_days_are_written_as_the_language_does() -> None:
    day, spanish = date(2026, 11, 19), Translator("es")
    assert spanish.date(day) == "jueves, 19 de noviembre"
    assert spanish.date(day, "d MMMM y") == "19 de noviembre de 2026"
    assert spanish.date(day, "MMMM y") == "noviembre de 2026" and spanish.date(day, "EEEE") == "jueves"


# ---------------------------------------------------------------- content
def own(language: str) -> Library:
    return Library(language=language)


@pytest.mark.parametrize("language", OTHERS)
def test_what_people_are_told_first_is_there(language: str) -> None:
    """The core agreement, all scripts, eight coping cards, the forms, consents and what to do in an emergency."""
    library = own(language)
    there = [library.agreement_core(), *library.scripts(), *library.coping_cards()[:8], *library.forms(),
             *library.agreement_overlays(), library.emergency_card(), library.welcome(), library.safeguarding(),
             *(library.consent_wording(purpose) for purpose in ConsentPurpose)]
    assert [one for one in there if one.origin.language != language] == []
    versions = [library.consent_wording(purpose).version for purpose in ConsentPurpose]
    assert all(f"-{language}-" in version for version in versions)


@pytest.mark.parametrize("language", OTHERS)
def test_translated_words_are_as_the_english_ones_are_made(language: str) -> None:
    """Short sentences, no straight quotes, the same open places, and as many steps and cautions."""
    english = dict(_texts(own("en"), "en"))
    for name, said in _texts(own(language), language):
        for sentence in sentences(said):
            assert len(re.findall(r"[\w’]+", sentence)) <= LONGEST, (name, sentence)
        assert "'" not in said and '"' not in said, name
        assert set(re.findall(r"\{\w+\}", said)) == set(re.findall(r"\{\w+\}", english[name])), name
        assert said.count("\n") == english[name].count("\n"), name


def _texts(library: Library, language: str) -> list[tuple[str, str]]:
    ours = {item for item, origin in checker.origins(library) if origin.language == language}
    return [(item, said) for item, said in checker.whole(library) if item in ours]


@pytest.mark.parametrize("language", OTHERS)
def test_the_clauses_of_the_core_fit_their_poster(language: str) -> None:
    core = own(language).agreement_core()
    assert len({clause.theme for clause in core.clauses}) == 4
    for clause in core.clauses:
        assert len(clause.text.split()) <= 9 and len(clause.why.split()) <= 14, clause.text
        assert len(clause.if_broken.split()) <= 28, clause.if_broken


@pytest.mark.parametrize("language", OTHERS)
def test_what_a_kind_of_group_adds_stands_in_the_quarters_of_the_core(language: str) -> None:
    library = own(language)
    quarters = [clause.theme for clause in library.agreement_core().clauses]
    for overlay in library.agreement_overlays():
        assert {clause.theme for clause in overlay.clauses} <= set(quarters), overlay.id


# ---------------------------------------------------------------- sheets
def occasion(**changes: object):  # type: ignore[no-untyped-def]
    return samples.context(in_language=Tongues(lambda: "GB"), **changes)


def test_a_pack_has_copies_in_another_language() -> None:
    """Nine as usual, two in large print and one in Spanish, each with its words, in one document."""
    pieces = (Piece("coping-handout", 9), Piece("coping-handout", 2, Style.LARGE),
              Piece("coping-handout", 1, item="senses@es"), Piece("cover-slip", 1))
    pack = make_pack(pieces, occasion())
    titles = [line.title for line in pack.lines]
    assert titles[0] == "Feet and chair" and titles[1].endswith(", Spanish")
    assert [sheet.language for sheet, _copies in pack.sheets] == ["en-GB", "en-GB", "es", "en-GB"]
    said = render_text(pack.sheets[2][0])
    assert Library(language="es").coping_card("senses").steps[0].text in said
    assert "Spanish" in render_text(pack.sheets[0][0])
    assert called(document("coping-handout"), occasion(), in_language("senses", "es")).endswith("Spanish")


@pytest.mark.parametrize("language", OTHERS)
def test_a_translated_sheet_is_a_draft_until_somebody_has_read_it(language: str) -> None:
    mark = translator(language).gettext(DRAFT)
    for style in Style:
        context = occasion(style=Style.LARGE) if style is Style.LARGE else occasion()
        piece = Piece("coping-handout", 1, item=f"@{language}")
        assert mark in render_text(build(document("coping-handout"), variant(context, piece)))
    read = occasion(read=frozenset({language}))
    assert mark not in render_text(build(document("coping-handout"), variant(read, Piece("coping-handout", 1,
                                                                                       item=f"@{language}"))))
    assert mark not in render_text(build(document("coping-handout"), occasion()))


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize(("id", "item", "folder"), [
    ("hard-moment", "tears", "hard-moments"), ("prompt-cards", "", "prompts"), ("reading-card", "hope", "readings"),
    ("coping-handout", "worry-time", "cards/worry-time.md")])
def test_what_is_not_translated_says_so_in_the_language_of_the_sheet(language: str, id: str, item: str,
                                                                     folder: str) -> None:
    if (resources() / "content" / language / folder).exists():
        pytest.skip("it is translated")
    told = translator(language).gettext(ENGLISH)
    sheet = build(document(id), variant(occasion(), Piece(id, 1, item=in_language(item, language))))
    assert told in render_text(sheet)
    assert ENGLISH not in render_text(build(document(id), variant(occasion(), Piece(id, 1, item=item))))


# ---------------------------------------------------------------- who has read it
def test_who_has_read_a_language_is_kept_in_the_vault(hall: Hall) -> None:
    """With a name and a day; Undo and a second thought bring the draft back."""
    kept = Translations(hall.store, hall.clock)
    assert drafts() == OTHERS and kept.read == frozenset()
    kept.mark_read("es", "  Ana ")
    reading = kept.reading("es")
    assert reading is not None and (reading.by, reading.on) == ("Ana", hall.clock.today())
    packs = Packs(hall.store, hall.clock, evenings(hall), hall.groups, hall.organisation, hall.sessions, hall.papers,
                  VaultSettings(hall.store), Library())
    assert packs.context().read == {"es"}
    hall.store.undo()
    assert kept.read == frozenset()
    kept.mark_read("es", "Ana")
    kept.mark_draft("es")
    assert kept.readings() == () and not hall.store.all("select * from translation where read_by <> ''")
    assert [entry.kind for entry in hall.store.journal(2)] == ["translation.draft", "translation.read"]
    with pytest.raises(NameMissing):
        kept.mark_read("es", " ")
    for language in ("en", "xx"):
        with pytest.raises(NotFound):
            kept.mark_read(language, "Ana")

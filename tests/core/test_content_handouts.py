"""Handouts: fifteen to take home and the background, honest about limits and gain, each on one side of paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.documents import render_text
from facilitator.documents.registry import build, document
from facilitator.documents.render.pdf import Press
from facilitator.errors import ContentBroken, NotFound
from facilitator.library import Library, checker
from facilitator.library.handouts import read_handout
from facilitator.model.group import Application
from facilitator.model.handout import Handout, HandoutKind
from facilitator.model.paper import Paper, Style
from tests.core import paper_samples as samples
from tests.core.paper_reader import spoken, squeezed

LIBRARY = Library()
HANDOUTS = LIBRARY.handouts()
TO_GIVE = [
    "what-to-expect", "about-our-agreement", "what-stays-here", "after-a-hard-session", "listening",
    "help-without-fixing", "using-a-helpline", "grounding", "living-with-urges", "living-with-limits",
    "when-someone-has-died", "when-you-look-after-someone", "for-parents", "for-young-people", "when-you-tell-us"]
BACKGROUND = ["where-circles-come-from", "what-is-known", "words-for-people", "find-your-rule"]


def wrong(one: Handout) -> list[str]:
    return [finding.wrong for finding in checker.check_handout(one)]


def said(id: str) -> str:
    return " ".join(LIBRARY.handout(id).lines)


def test_there_are_fifteen_to_take_home_and_the_background_after_them() -> None:
    assert [one.id for one in LIBRARY.handouts(kind=HandoutKind.GIVE)] == TO_GIVE
    assert [one.id for one in HANDOUTS] == [*TO_GIVE, *BACKGROUND]
    with pytest.raises(NotFound):
        LIBRARY.handout("nothing")


def test_some_are_for_one_kind_of_group_and_most_for_all() -> None:
    assert "for-parents" in {one.id for one in LIBRARY.handouts(Application.PARENTING)}
    assert "for-parents" not in {one.id for one in LIBRARY.handouts(Application.CAREER)}
    assert sum(not one.applications for one in HANDOUTS) > len(HANDOUTS) / 2


def test_nothing_of_it_is_read_before_it_is_asked_for() -> None:
    library = Library()
    library.coping_cards()
    assert "handouts" not in vars(library.shipped.evening)
    library.handouts()
    assert library.handouts() is not None and "handouts" in vars(library.shipped.evening)


# ---------------------------------------------------------------- what they must say, and must not
@pytest.mark.parametrize(("id", "needed"), [
    ("what-to-expect", ("or feel worse", "come three times", "no help in an emergency")),
    ("what-stays-here", ("We cannot be sure that everybody does", "somebody may die", "a child or an adult", "the law",
                         "we tell you first", "only those who need to know")),
    ("after-a-hard-session", ("call 999", "see a doctor")),
    ("grounding", ("Keep your eyes open", "Do not touch")),
    ("living-with-urges", ("To stop all at once can be dangerous", "Call 999", "The old amount may be too much")),
    ("living-with-limits", ("not a cure", "Never push through")),
    ("when-someone-has-died", ("no right way", "we do not compare", "Tell someone now")),
    ("for-parents", ("Put the baby in a safe place", "call 999")),
    ("for-young-people", ("Two adults are here", "do not message you in private", "never your fault")),
    ("where-circles-come-from", ("Indigenous", "We hold no ceremony", "1840", "1935", "1978")),
    ("what-is-known", ("0.18", "97 in 100", "did not change symptoms, hope", "do not promise")),
    ("find-your-rule", ("We cannot tell you your rule", "do not look up rules")),
])
def test_it_says_what_it_has_to(id: str, needed: tuple[str, ...]) -> None:
    assert [words for words in needed if words not in said(id)] == []


def test_grief_has_no_stages_and_nobody_is_told_to_move_on() -> None:
    everything = "\n".join(line for _item, line in checker.spoken(LIBRARY)).lower()
    assert "stages" not in everything and "closure" not in everything
    assert "Nobody is told to move on." in str(LIBRARY.agreement_overlays())


def test_the_editor_sends_a_bad_handout_back() -> None:
    good = LIBRARY.handout("listening")
    assert wrong(good) == []
    assert wrong(replace(good, parts=good.parts[:2])) == ["2 parts, not 3 to 4"]
    assert wrong(replace(good, summary="no sentence")) == ["a line that is no sentence"]
    assert wrong(replace(good, summary="so " * 33 + "on.")) == ["a line of more than 32 words"]
    assert wrong(replace(good, title="Listen.")) == ["a title with a full stop"]
    assert wrong(replace(good, cautions=("Wait.",) * 9)) == ["21 lines, not 9 to 16"]


@pytest.mark.parametrize(("body", "line"), [
    ("words before any heading", 9), ("## Part\n\nplain words\n", 11), ("## Part\n", 1),
    ("## Part\n\n- A line.\n\n## Late {#cautions}\n\n- Wait.\n", 13), ("## Only {#cautions}\n\n- Wait.\n", 1),
])
def test_a_file_in_another_shape_is_refused_with_its_line(body: str, line: int) -> None:
    head = ('+++\nid = "x"\nnumber = 1\ntitle = "X"\nshort_title = "X"\nsummary = "X."\nsource = ["own"]\n+++\n'
            .replace('source', 'licence = "CC BY 4.0"\nsource').replace('licence = "CC BY 4.0"\n', ""))
    shelf = LIBRARY.shipped.shelf.of_own({"x.md": head + body})
    with pytest.raises(ContentBroken) as caught:
        read_handout(shelf, "x.md")
    assert caught.value.line == line


# ---------------------------------------------------------------- on paper
@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("style", [style for style in Style if style is not Style.EASYREAD])
def test_each_keeps_to_the_sides_it_promises(paper: Paper, style: Style) -> None:
    library, press = Library(country="IE"), Press(paper)
    occasion = samples.context(paper, style=style, shelf=library.shipped.evening, cards=library.card_choices())
    most = document("handout").promised(style)
    for one in library.handouts():
        sheet = build("handout", replace(occasion, item=one.id))
        assert press.sides(sheet) <= most, one.id
        printed = press.print([(sheet, 1)], "Handout", "en-GB")
        assert printed.missing == ()
        for text in one.lines:
            assert squeezed(text) in squeezed(render_text(sheet)), one.id
    assert most == (1 if style is Style.STANDARD else 2)


def test_a_handout_names_the_cards_that_go_with_it_and_says_who_it_is_for() -> None:
    occasion = samples.context(cards=LIBRARY.card_choices())
    sheet = build("handout", replace(occasion, item="living-with-urges"))
    words = spoken(Press().print([(sheet, 1)], "Handout", "en-GB").pdf)
    assert "Ask us for these cards, too: Urge wave, Urge plan, Quick check." in words
    assert sheet.note == "Yours to keep" and sheet.kind == "Handout"
    ours = build("handout", replace(occasion, item="what-is-known"))
    assert ours.note == "For facilitators" and ours.kind == "Background"

"""Prompts: sixty, forty and twenty; gentle where that is due; nothing pried into; and the editor who must notice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitator.errors import NotFound
from facilitator.library import Library, checker
from facilitator.model.group import Application
from facilitator.model.prompt import GENTLE, Prompt, PromptUse, deepest_for

LIBRARY = Library()


def wrong(prompt: Prompt) -> list[str]:
    return [finding.wrong for finding in checker.check_prompt(prompt)]


@pytest.mark.parametrize(("use", "count"), [
    (PromptUse.CHECK_IN, 60), (PromptUse.DISCUSSION, 40), (PromptUse.CHECK_OUT, 20)])
def test_there_are_sixty_forty_and_twenty(use: PromptUse, count: int) -> None:
    found = LIBRARY.prompts(use)
    assert len(found) == len({prompt.id for prompt in found}) == len({prompt.text for prompt in found}) == count
    depths = [prompt.depth for prompt in found]
    assert depths == sorted(depths), "light ones first"
    assert set(depths) == ({1, 2} if use is PromptUse.CHECK_OUT else {1, 2, 3})


@pytest.mark.parametrize("application", list(Application))
def test_every_kind_of_group_finds_enough_of_each(application: Application) -> None:
    for use, least in ((PromptUse.CHECK_IN, 40), (PromptUse.DISCUSSION, 22), (PromptUse.CHECK_OUT, 20)):
        found = LIBRARY.prompts(use, application)
        assert len(found) >= least
        assert all(not prompt.applications or application in prompt.applications for prompt in found)


# ---------------------------------------------------------------- invariant: trauma and youth see depth 1 and 2 only
@pytest.mark.parametrize("application", sorted(GENTLE))
@pytest.mark.parametrize("use", [None, *PromptUse])
@pytest.mark.parametrize("deepest", [None, 3, 9])
def test_invariant_no_deep_prompt_after_trauma_or_for_young_people(
        application: Application, use: PromptUse | None, deepest: int | None) -> None:
    found = LIBRARY.prompts(use, application, deepest=deepest)
    assert found and max(prompt.depth for prompt in found) == 2


@pytest.mark.parametrize("application", list(Application))
def test_invariant_no_deep_prompt_for_under_18s_in_any_kind_of_group(application: Application) -> None:
    assert max(prompt.depth for prompt in LIBRARY.prompts(application=application, under_18=True)) == 2
    deep = Application.GRIEF not in GENTLE and deepest_for(Application.GRIEF) == 3
    assert deep and deepest_for(Application.GRIEF, under_18=True) == deepest_for(Application.TRAUMA) == 2


def test_others_may_go_deeper_or_stay_light() -> None:
    assert {prompt.depth for prompt in LIBRARY.prompts(PromptUse.CHECK_IN, Application.GRIEF)} == {1, 2, 3}
    assert {prompt.depth for prompt in LIBRARY.prompts(PromptUse.CHECK_IN, Application.GRIEF, deepest=1)} == {1}


def test_a_prompt_is_known_again_by_its_id() -> None:
    for prompt in LIBRARY.prompts():
        assert LIBRARY.prompt(prompt.id) is prompt
    with pytest.raises(NotFound):
        LIBRARY.prompt("nothing")


def test_deep_prompts_mostly_say_when_to_leave_them_out() -> None:
    deep = [prompt for prompt in LIBRARY.prompts() if prompt.depth == 3]
    assert sum(bool(prompt.avoid_if) for prompt in deep) * 3 >= len(deep) * 2
    assert all(prompt.avoid_if[0].islower() and not prompt.avoid_if.endswith(".")
               for prompt in LIBRARY.prompts() if prompt.avoid_if)


def test_spelling_follows_the_country() -> None:
    assert Library(country="US").prompt("colour").text == "If your week had a color, which one?"


# ---------------------------------------------------------------- the editor notices
@pytest.mark.parametrize(("text", "why"), [
    ("What secret do you carry?", "asks for a secret or a confession"),
    ("What do you regret most?", "asks for a secret or a confession"),
    ("What is something you have never told anyone?", "asks for a secret or a confession"),
    ("How did you do it?", "asks how something was done"),
    ("What happened to you?", "asks how something was done"),
    ("Do you have it harder than others?", "has people compare themselves"),
    ("What would your mother say?", "takes a family for granted"),
    ("How are things at home?", "takes a family for granted"),
    ("What do you pray for?", "takes a faith for granted"),
    ("What are you doing for Christmas?", "takes a faith for granted"),
    ("How was work this week?", "takes work for granted"),
    ("What did you buy yourself lately?", "takes money for granted"),
    ("Where did you walk this week?", "takes a body that works for granted"),
    ("What do you see from your window?", "takes a body that works for granted"),
    ("Tell us about your week.", "asks nothing"),
    ("How are you tonight?", "a circle that meets by day cannot ask it"),
    ("What, of all that has happened to us and to others here in these long weeks, stays with you most?",
     "more than one line of 16 words"),
])
def test_the_editor_sends_a_prying_prompt_back(text: str, why: str) -> None:
    assert why in wrong(replace(LIBRARY.prompt("one-word"), text=text))


def test_what_a_kind_of_group_has_in_common_may_be_asked_there_only() -> None:
    work = replace(LIBRARY.prompt("one-word"), text="What kind of place would you like to work in?")
    assert wrong(work) == ["takes work for granted"]
    assert wrong(replace(work, applications=(Application.CAREER,))) == []
    assert wrong(replace(work, applications=(Application.CAREER, Application.GRIEF))) == ["takes work for granted"]


def test_the_editor_has_check_outs_look_forward_and_stay_light() -> None:
    good = LIBRARY.prompt("kind-tonight")
    assert wrong(good) == []
    assert wrong(replace(good, text="What was hard for you?")) == ["looks back on the way out"]
    assert wrong(replace(good, depth=3)) == ["deeper than 2 on the way out"]


def test_the_editor_sees_a_prompt_that_nobody_would_be_shown() -> None:
    deep = LIBRARY.prompt("heavy")
    assert wrong(deep) == []
    assert wrong(replace(deep, applications=(Application.TRAUMA,))) == [
        "too deep for the only kinds of group it is for"]
    assert "“avoid_if” is not a short phrase" in wrong(replace(deep, avoid_if="Leave it out."))[0]


def test_the_editor_sees_the_same_prompt_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    library, good = Library(), LIBRARY.prompt("one-word")
    monkeypatch.setattr(library, "prompts", lambda: (good, replace(good, id="again")))
    assert [str(found) for found in checker.prompts.check_prompts(library)] == [
        "prompt again: asks the same as another — one-word"]

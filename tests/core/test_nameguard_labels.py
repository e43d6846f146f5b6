"""What is proposed in a flag's place: letters, roles, towns, decades; and asked where it may be two people."""

from __future__ import annotations

from facilitator.nameguard import NameGuard, Person
from facilitator.nameguard.labels import Labels, anonymised

PEOPLE = (Person(1, "Sarah", "Owen"), Person(2, "Zuzanna"), Person(3, "Alan", "Marsh"), Person(4, "Alan", "Pirie"))


def unnamed(text: str, labels: Labels | None = None) -> str:
    """The text with what is proposed put in."""
    return anonymised(text, (labels or Labels()).propose(text, NameGuard(PEOPLE).flags(text)))


def test_people_get_letters_by_first_mention_and_keep_them() -> None:
    labels = Labels()
    assert unnamed("Zuzanna told Sarah; then Zuzanna left.", labels) == "Person A told Person B; then Person A left."
    assert unnamed("Sarah came.", labels) == "Person B came."
    assert unnamed("Sarah came.") == "Person A came."


def test_strangers_become_their_role_and_keep_it_in_the_note() -> None:
    assert unnamed("His sister Kasia rang. Later Kasia came.") == "His [sister] rang. Later [sister] came."
    assert unnamed("Met Xiaowen outside.") == "Met [someone] outside."
    assert unnamed("saw Dr Okafor") == "saw [doctor]"


def test_details_become_what_they_are() -> None:
    assert unnamed("Sarah moved to Totnes, she is 46.") == "Person A moved to [town], she is [40s]."
    assert unnamed("He turned nine; ring 07911 123456.") == "He turned [age]; ring [phone]."
    assert unnamed("works at Barnsley Hospital") == "works at [hospital]"
    assert unnamed("at 14 Beech Grove, LS6 3HN") == "at [address], [postcode]"


def test_where_it_may_be_two_people_it_is_asked() -> None:
    labels = Labels()
    text = "Alan came."
    proposal = labels.propose(text, NameGuard(PEOPLE).flags(text))[0]
    assert proposal.label == "[someone]"
    assert dict(proposal.choices) == {3: "Person A", 4: "Person B"}


def test_after_the_twenty_sixth_come_two_letters() -> None:
    labels = Labels()
    assert [labels.of(n) for n in range(28)][24:] == ["Person Y", "Person Z", "Person AA", "Person AB"]

"""The name guard: what it finds, where exactly, and whose it is."""

from __future__ import annotations

import pytest

from facilitator.nameguard import Certainty, Flag, Kind, NameGuard, Person

SARAH = Person(1, "Sarah", "Owen", ("Saz", "Big Sal"), ("07700 900123",), ("sarah.owen@example.org",), ("Tomasz",))
WILL = Person(2, "Will", "Bright")
ZUZANNA = Person(3, "Zuzanna", "Łukasik")
BETH = Person(4, "Elizabeth-Anne", "Ó'Muirí")
ALAN = Person(5, "Alan", "Marsh")
OTHER_ALAN = Person(6, "Alan", "Pirie")
EVERYBODY = (SARAH, WILL, ZUZANNA, BETH, ALAN, OTHER_ALAN)


def found(text: str, *people: Person) -> list[tuple[str, str, str, tuple[object, ...]]]:
    """What is flagged of a text: the piece, its kind, how sure, and whose."""
    return [
        (text[f.start : f.end], f.kind.value, f.certainty.value, f.person_ids) for f in NameGuard(people).flags(text)
    ]


@pytest.mark.parametrize(
    ("text", "piece", "ids"),
    [
        ("We heard Sarah out.", "Sarah", (1,)),
        ("we heard sarah out.", "sarah", (1,)),
        ("SARAH was early.", "SARAH", (1,)),
        ("Sarah’s coat is here.", "Sarah", (1,)),
        ("sarahs turn to chair", "sarahs", (1,)),
        ("Then Sarah Owen left.", "Sarah Owen", (1,)),
        ("Owen, Sarah: absent", "Owen, Sarah", (1,)),
        ("Mrs Owen rang.", "Mrs Owen", (1,)),
        ("Mr. Bright rang.", "Mr. Bright", (2,)),
        ("Sarah O. passed.", "Sarah O", (1,)),
        ("S. Owen passed.", "S. Owen", (1,)),
        ("We asked S.O. to wait.", "S.O.", (1,)),
        ("Lift for SO and the rest.", "SO", (1,)),
        ("We lent S.O. a chair.", "S.O.", (1,)),
        ("sarah o. is back", "sarah o", (1,)),
        ("saz is fine", "saz", (1,)),
        ("It was Big Sal again.", "Big Sal", (1,)),
        ("Srah stayed.", "Srah", (1,)),
        ("Zuzanna came.", "Zuzanna", (3,)),
        ("Zuznnaa came.", "Zuznnaa", (3,)),
        ("Lukasik came.", "Lukasik", (3,)),
        ("Beth is away.", "Beth", (4,)),
        ("Elizabeth Anne is away.", "Elizabeth Anne", (4,)),
        ("Omuiri is away.", "Omuiri", (4,)),
        ("Ring Tomasz if she is ill.", "Tomasz", (1,)),
        ("Z\u0301uzanna came.", "Z\u0301uzanna", (3,)),
        ("Ｓａｒａｈ came.", "Ｓａｒａｈ", (1,)),
    ],
)
def test_people_of_the_group_are_found_in_every_form(text: str, piece: str, ids: tuple[int, ...]) -> None:
    assert (piece, "name", ids) in [(p, kind, whose) for p, kind, _sure, whose in found(text, *EVERYBODY)]


def test_two_people_of_one_name_are_both_named() -> None:
    assert found("Alan passed.", *EVERYBODY) == [("Alan", "name", "red", (5, 6))]
    assert found("Alan Pirie passed.", *EVERYBODY) == [("Alan Pirie", "name", "red", (6,))]
    assert found("Alan P. passed.", *EVERYBODY)[0][3] == (6,)


def test_ids_may_be_anything_that_can_be_looked_up() -> None:
    assert found("Ngozi came.", Person("b-7", "Ngozi"))[0][3] == ("b-7",)


@pytest.mark.parametrize(
    "text",
    [
        "Will said no.",
        "We told will to rest.",
        "Quiet word with Will after.",
        "Card for will's mum.",
        "Sat beside Will.",
        "i think will is ready",
        "Attendance: Sarah, will, Zuzanna.",
        "Then Will laughed.",
    ],
)
def test_a_name_that_is_a_word_is_found_where_a_person_acts(text: str) -> None:
    assert "will" in [piece.lower() for piece, *_rest in found(text, *EVERYBODY)]


@pytest.mark.parametrize(
    "text",
    [
        "Will you bring the cups?",
        "It will be dark.",
        "They may come in May.",
        "we will see",
        "the bright side of it",
        "Please mark the date.",
        "People said it will help.",
        "Will it rain?",
    ],
)
def test_the_same_word_as_a_word_is_left_alone(text: str) -> None:
    assert found(text, *EVERYBODY, Person(9, "Mark", "Brown"), Person(10, "May", "Long")) == []


@pytest.mark.parametrize(
    ("text", "piece", "sure"),
    [
        ("his sister Kaz rang", "Kaz", "red"),
        ("his sister kaz rang", "kaz", None),
        ("We met Tzipporah.", "Tzipporah", None),
        ("Nurse Okwuosa came.", "Okwuosa", None),
        ("spoke to Xiaowen after", "Xiaowen", None),
        ("a friend called hope came", "hope", None),
        ("Thiago Albuquerque from the council rang.", "Thiago Albuquerque", "red"),
        ("then olumide said thanks", "olumide", None),
        ("Thanks to محمد for the tea.", "محمد", "amber"),
        ("Card for Наталья.", "Наталья", "amber"),
        ("Met 王小明 at the door.", "王小明", "amber"),
        ("Ask Ελένη.", "Ελένη", "amber"),
        ("अनिता came.", "अनिता", "amber"),
    ],
)
def test_strangers_are_found(text: str, piece: str, sure: str | None) -> None:
    flags = {p: (certainty, whose) for p, _kind, certainty, whose in found(text)}
    covering = next((flags[p] for p in flags if piece in p), None)
    assert covering is not None and covering[1] == () and sure in (None, covering[0])


def test_the_roster_knows_its_telephones_and_addresses() -> None:
    assert found("Text +44 7700 900123 or sarah.owen@example.org.", SARAH) == [
        ("+44 7700 900123", "phone", "red", (1,)),
        ("sarah.owen@example.org", "email", "red", (1,)),
    ]
    assert found("it is sarah dot owen at example dot org", SARAH)[0][1:] == ("email", "red", (1,))


@pytest.mark.parametrize(
    "text",
    [
        "Monday’s agenda had two topics and Tuesday’s had one.",
        "Half of us speak Welsh, Polish or Urdu; two are Catholic and one is Muslim.",
        "20 mg of sertraline at 9.30, step 4 of 12, room 204, £12.50.",
        "It was warm, and people were kind.",
        "Zoom was slow so we used WhatsApp.",
        "NA and AA meet here too.",
        "",
        " \n\t ",
    ],
)
def test_a_note_with_nobody_in_it_has_no_flag(text: str) -> None:
    assert found(text, *EVERYBODY) == []


def test_reasons_are_readable_and_the_weightiest_comes_first() -> None:
    flag = NameGuard([SARAH]).flags("his sister Saz said so")[0]
    assert flag.reasons[0] == "a name of someone in this group"
    assert all(reason and "_" not in reason for reason in flag.reasons)


def test_an_empty_roster_still_finds_strangers() -> None:
    flags = NameGuard([]).flags("Told Siobhán to ring 07700 900456.")
    assert [flag.kind for flag in flags] == [Kind.NAME, Kind.PHONE]
    assert flags[0] == Flag(5, 12, Kind.NAME, Certainty.RED, (), flags[0].reasons)


@pytest.mark.parametrize(
    "person",
    [
        Person(1, ""),
        Person(1, " "),
        Person(1, "-"),
        Person(1, "", "", ("",), ("",), ("",), ("",)),
        Person(1, "😀"),
        Person(1, "O'", "'"),
        Person(1, "J"),
        Person(1, "van der Berg"),
        Person(1, "محمد", "علي"),
    ],
)
def test_odd_people_do_no_harm(person: Person) -> None:
    assert found("It was warm.", person) == []


@pytest.mark.parametrize(
    ("word", "may"),
    [
        ("biscuit", True),
        ("Sarah", False),
        ("hope", False),
        ("bright", False),
        ("xqzz", False),
        ("Theresa", False),
        ("sara", False),
        ("umbrella", True),
    ],
)
def test_only_ordinary_words_may_always_be_kept(word: str, may: bool) -> None:
    assert NameGuard(EVERYBODY).may_always_be_kept(word) is may


def test_small_words_are_no_firms_without_their_apostrophe() -> None:
    assert found("He has my card, she'll ring, and I'm not happy.") == []


def test_a_name_that_is_a_word_too_is_asked_about_where_it_is_doing_something() -> None:
    kylie, destiny = Person(1, "Kylie", "Dawes"), Person(2, "Destiny", "Walker")
    assert found("It was good. kylie spewing again.", kylie) == [("kylie", "name", "amber", (1,))]
    assert found("We talked. Destiny proofread it.", destiny) == [("Destiny", "name", "amber", (2,))]
    assert found("hope growing, bit by bit.", Person(3, "Hope", "Lee")) == []


@pytest.mark.parametrize(("text", "piece", "kind"), [
    ("She hit thirty on Sunday.", "thirty", "age"),
    ("He celebrated fifty with us.", "fifty", "age"),
    ("He goes to Holyrood Secondary now.", "Holyrood Secondary", "organisation"),
    ("He works at Holyrood School.", "Holyrood School", "organisation"),
])
def test_schools_under_a_known_place_and_ages_that_are_reached(text: str, piece: str, kind: str) -> None:
    assert (piece, kind) in [(words, of) for words, of, _sure, _ids in found(text)]
    assert found("We hit thirty degrees. Secondary school is hard. Our secondary aim was rest.") == []


ROOM = (Person(1, "Will", "Price"), Person(2, "Gordon", "Bell", ("Gord",)), Person(3, "Bob", "Dean"),
        Person(4, "Jazz", "Lowe"), Person(5, "Joy", "Hill"), Person(6, "Rusty", "Mann"),
        Person(7, "Comfort", "Owusu"), Person(8, "Darnell", "Brooks"),
        Person(9, "Terry", "Nunn", ("Tel",)))  # fmt: skip


@pytest.mark.parametrize(("text", "piece"), [
    ("Two Bobs in the room now.", "Bobs"),
    ("Jazz five months and looking well.", "Jazz"),
    ("Will 3 weeks on Monday.", "Will"),
    ("joy joyful for a change", "joy"),
    ("rusty a bit rusty on the guitar", "rusty"),
    ("comfort was a comfort to the new girl", "comfort"),
    ("Darnel in the waiting room.", "Darnel"),
    ("will p got knocked back", "will p"),
    ("It is in the porch. gord dont lift it.", "gord"),
])
def test_names_that_are_words_are_found_by_how_notes_are_written(text: str, piece: str) -> None:
    assert piece in [words for words, _kind, _sure, _ids in found(text, *ROOM)]


@pytest.mark.parametrize("text", [
    "will i get there in time", "we will p", "She will p", "hope is hope", "We sat two months in the cold.",
    "tel 0300 on the door", "joy is what we need", "it was a comfort to us all",
])
def test_the_same_words_are_left_alone_elsewhere(text: str) -> None:
    assert [words for words, kind, _sure, _ids in found(text, *ROOM) if kind == "name"] == []


def test_initials_in_a_row_are_those_of_people_though_they_be_words() -> None:
    room = (Person(1, "Ruth", "Hall"), Person(2, "Adam", "Moss"), Person(3, "Wes", "Sole"), Person(4, "Eve", "Gray"),
            Person(5, "Ma", "Dean"), Person(6, "Lo", "Orr"))  # fmt: skip
    row = [words for words, *_rest in found("present: rh, ws, a.m., e.g.", *room)]
    assert row == ["rh", "ws", "a.m.", "e.g."]
    assert [words for words, *_rest in found("E.G.: scan on Monday", *room)] == ["E.G."]
    assert found("We start at 10 a.m., e.g. on Sunday.", *room) == []


MEMBERS = tuple(Person(n, name, "Albright") for n, name in enumerate(
    ("Dawn", "Amber", "Rob", "Hope", "Bill", "Frank", "Grace", "Chuck"), 1))  # fmt: skip


@pytest.mark.parametrize("frame", [
    "{} a bit low.", "{} up first, short and honest.", "{} six weeks, shaky.", "{} lift home.", "{} letter to do.",
    "{} please bring the box.", "{} shy at first.", "{} on the door.", "{} out of work.", "{} in and out all night.",
    "{} apologies.", "{} key.",
])
def test_a_member_whose_name_is_a_word_is_found_at_the_head_of_a_hurried_line(frame: str) -> None:
    missed = [one.preferred for one in MEMBERS
              if one.preferred not in [words for words, *_rest in found(frame.format(one.preferred), *MEMBERS)]]
    assert missed == []


@pytest.mark.parametrize(("text", "piece"), [
    ("no amber tonight", "amber"), ("apologies dawn", "dawn"), ("please can rob do the shop", "rob"),
    ("amber lift home", "amber"), ("dawn six months on friday", "dawn"),
])
def test_and_without_a_capital(text: str, piece: str) -> None:
    assert piece in [words for words, *_rest in found(text, *MEMBERS)]


@pytest.mark.parametrize("text", [
    "no hope tonight, she said", "the bill for the door", "we hope up to a point",
    "we were up at dawn", "the amber light by the door", "to rob a man of hope is hard",
])
def test_and_the_words_are_words_still(text: str) -> None:
    assert found(text, *MEMBERS) == []

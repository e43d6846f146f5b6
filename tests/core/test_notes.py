"""Notes, their themes and the words that stand unasked, over the real store and the real guard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.errors import (
    BadValue,
    NamesUnsettled,
    NoteIsSealed,
    NotFound,
    PointsToSomebody,
    ThemeIsThere,
    WordMayBeName,
)
from facilitator.guarding import GuardFacts, NoteGuard
from facilitator.model.group import Group, RecordLevel
from facilitator.model.ids import Id
from facilitator.model.note import NoteDraft, NoteTemplate
from facilitator.model.organisation import Organisation, VenueDraft
from facilitator.model.session import Session
from facilitator.nameguard import Certainty, Edit, Flag, Person
from facilitator.writing import Notes
from facilitator.writing.notes import months_on
from tests.core.hall import Hall

PLAIN = "The round went slowly, which suited the room. The radiator was cold again."


@pytest.fixture
def circle(hall: Hall) -> Group:
    """A group that meets tonight, with people on its list."""
    group = hall.group(RecordLevel.CONTACTABLE)
    hall.weekly(group)
    hall.member(group, "Zahra Haddad", contact="zahra@post.example",
                emergency_contact="her sister Nasreen, 07700 900142")
    hall.member(group, "Will Carter")
    hall.facilitators.add("Ruth Adler")
    hall.organisation.save(Organisation(name="Mill Lane", lead_name="Hannah Brook", lead_contact="01632 960 101"))
    return group


@pytest.fixture
def tonight(hall: Hall, circle: Group) -> Session:
    """Its evening."""
    return hall.tonight(circle)


def test_a_note_is_kept_only_once_every_word_is_settled(hall: Hall, circle: Group, tonight: Session) -> None:
    body = "Zahra spoke of her sister Nasreen. Will brought the kettle. Ring 07700 900142."
    before = hall.store.counts()
    with pytest.raises(NamesUnsettled) as caught:
        hall.notes.save(tonight, NoteDraft(body=body))
    assert caught.value.count == 4 and hall.store.counts() == before
    with pytest.raises(NamesUnsettled) as caught:
        hall.notes.save(tonight, NoteDraft(body=body, kept=("Zahra", "Nasreen", "Will")))
    assert caught.value.count == 1
    hall.notes.save(tonight, NoteDraft(body="Person A spoke of her [sister]. Ring [phone]."))
    [note] = hall.notes.of_session(tonight.id)
    assert (note.held_on, note.written_on) == (tonight.held_on, hall.clock.today())
    assert note.review_on == date(2026, 11, 20) and not note.due(hall.clock.today())


def test_a_word_let_stand_once_stands_once(hall: Hall, tonight: Session) -> None:
    """The same word again further on is asked about again."""
    body = "Zahra came late. Zahra left early."
    with pytest.raises(NamesUnsettled) as caught:
        hall.notes.save(tonight, NoteDraft(body=body, kept=("Zahra",)))
    assert caught.value.count == 1
    hall.notes.save(tonight, NoteDraft(body=body, kept=("Zahra", "Zahra")))


def test_what_was_read_at_the_last_look_is_not_read_twice_and_nothing_unread_is_kept(
    hall: Hall, circle: Group, tonight: Session,
) -> None:
    """Only the very same text, with the same words let stand and nothing saved since, is kept unread."""
    read: list[str] = []

    class Reader:
        def __init__(self, group_id: Id) -> None:
            self._guard = hall.guarding.guard(group_id)

        def flags(self, text: str) -> Sequence[Flag]:
            read.append(text)
            return self._guard.flags(text)

    notes = Notes(hall.store, hall.clock, hall.sessions, Reader)
    draft = NoteDraft(body="Zahra came late. We read with Lantern together.", kept=("Zahra",))
    notes.checked(circle.id, draft)
    notes.checked(circle.id, draft)
    assert len(read) == 1
    for other in (NoteDraft(body=draft.body), NoteDraft(body=draft.body + " Zahra left.", kept=draft.kept)):
        with pytest.raises(NamesUnsettled):
            notes.save(tonight, other)
    assert len(read) == 3
    notes.save(tonight, draft)
    assert len(read) == 3
    notes.checked(circle.id, draft)
    assert len(read) == 4  # it was kept: nothing of it is remembered
    hall.member(circle, "Lantern Okafor")
    with pytest.raises(NamesUnsettled) as caught:
        notes.save(tonight, draft)
    assert caught.value.count == 1 and len(read) == 5
    harbour = hall.group(RecordLevel.CONTACTABLE, "Harbour circle")
    notes.checked(harbour.id, draft)
    with pytest.raises(NamesUnsettled):
        notes.checked(circle.id, draft)


def test_the_roster_is_the_session_s_and_all_who_stand_round_it(hall: Hall, circle: Group) -> None:
    people = {one.preferred: one for one in hall.guarding.facts(circle.id).people}
    assert set(people) == {"Zahra", "Will", "Ruth", "Hannah"}
    zahra = people["Zahra"]
    assert (zahra.surname, zahra.emails) == ("Haddad", ("zahra@post.example",))
    assert zahra.contacts == ("Nasreen",) and zahra.phones == ("07700 900142",)
    other = hall.group(RecordLevel.TALLY, "Harbour circle")
    assert hall.guarding.facts(other.id).people == ()
    guard = hall.guarding.guard(other.id)
    assert [flag.person_ids for flag in guard.flags("His sister Kaz rang on 07700 900142.")] == [(), ()]


def test_undo_takes_a_note_back_and_brings_an_older_wording(hall: Hall, tonight: Session) -> None:
    hall.notes.save(tonight, NoteDraft(body=PLAIN))
    [note] = hall.notes.of_session(tonight.id)
    hall.notes.save(tonight, NoteDraft(body="The second wording."), note.id)
    hall.store.undo()
    assert hall.notes.get(note.id).body == PLAIN
    hall.store.undo()
    assert hall.notes.of_session(tonight.id) == ()
    for empty in (NoteDraft(body=" \n "), NoteDraft(body=NoteTemplate.FOUR.text, template=NoteTemplate.FOUR)):
        with pytest.raises(BadValue):
            hall.notes.save(tonight, empty)


def test_the_headings_of_a_template_are_nobody(hall: Hall, tonight: Session) -> None:
    assert hall.guarding.guard(tonight.group_id).flags(NoteTemplate.FOUR.text) == ()


def test_a_sealed_note_stays_as_it_is_and_takes_dated_words(hall: Hall, tonight: Session) -> None:
    hall.notes.save(tonight, NoteDraft(body=PLAIN))
    [note] = hall.notes.of_session(tonight.id)
    hall.notes.seal(note.id)
    with pytest.raises(NoteIsSealed):
        hall.notes.save(tonight, NoteDraft(body="Otherwise"), note.id)
    with pytest.raises(NoteIsSealed):
        hall.notes.seal(note.id)
    with pytest.raises(NamesUnsettled):
        hall.notes.amend(note.id, "Zahra has mended it")
    hall.clock.move(days=3)
    hall.notes.amend(note.id, "The heating is mended.")
    found = hall.notes.get(note.id)
    assert found.body == PLAIN and found.sealed_on == date(2025, 11, 20)
    assert [(one.on, one.words) for one in found.amendments] == [(date(2025, 11, 23), "The heating is mended.")]
    hall.store.undo()
    assert hall.notes.get(note.id).amendments == ()


def test_a_note_comes_due_is_renewed_and_never_goes_by_itself(hall: Hall, circle: Group, tonight: Session) -> None:
    hall.notes.save(tonight, NoteDraft(body=PLAIN, review_on=date(2026, 2, 28)))
    [note] = hall.notes.of_group(circle.id)
    assert hall.notes.due() == ()
    hall.clock.move(days=100)
    assert [one.id for one in hall.notes.due(circle.id)] == [note.id] == [one.id for one in hall.notes.due()]
    assert hall.notes.due(b"x" * 16) == () and hall.notes.due_count(circle.id) == 1
    hall.notes.renew(note.id, 6)
    assert hall.notes.due() == () and hall.notes.get(note.id).review_on == date(2026, 8, 28)
    hall.clock.move(days=4000)
    assert hall.notes.get(note.id).body == PLAIN and len(hall.notes.due()) == 1
    hall.notes.amend(note.id, "Still true.")
    hall.notes.erase(note.id)
    assert hall.notes.due() == () and hall.store.one("select count(*) as n from note_amendment") == {"n": 0}
    with pytest.raises(NotFound):
        hall.notes.renew(note.id)


def test_the_same_day_so_many_months_on() -> None:
    assert months_on(date(2025, 11, 30), 3) == date(2026, 2, 28)
    assert months_on(date(2024, 2, 29), 12) == date(2025, 2, 28)
    assert months_on(date(2025, 1, 5), 6) == date(2025, 7, 5)


def test_last_time_is_the_newest_evening_before(hall: Hall, circle: Group, tonight: Session) -> None:
    first = hall.sessions.planned(circle.id, date(2025, 11, 13), date(2025, 11, 13))[0]
    hall.notes.save(tonight, NoteDraft(body="Tonight."))
    hall.notes.save(first, NoteDraft(body="A week ago."))
    assert [note.body for note in hall.notes.of_group(circle.id)] == ["Tonight.", "A week ago."]
    last = hall.notes.last(circle.id, tonight.held_on)
    assert last is not None and last.body == "A week ago."
    assert hall.notes.last(circle.id, first.held_on) is None


def test_a_note_is_found_by_its_words_and_what_was_added(hall: Hall, tonight: Session) -> None:
    hall.notes.save(tonight, NoteDraft(body=PLAIN))
    [note] = hall.notes.of_session(tonight.id)

    def found(words: str) -> list[bytes]:
        return [hit.id for hit in hall.store.search(words) if hit.kind == "note"]

    assert found("radia") == [note.id] and found("round slowly") == [note.id] and found("kettle") == []
    hall.notes.amend(note.id, "The kettle is new.")
    assert found("kettle") == [note.id]
    hall.store.undo()
    assert found("kettle") == [] and found("radiator") == [note.id]
    hall.notes.save(tonight, NoteDraft(body="Nothing to tell."), note.id)
    assert found("radiator") == []
    hall.notes.bin(note.id)
    assert found("nothing") == []
    hall.store.undo()
    [hit] = [one for one in hall.store.search("nothing tell") if one.kind == "note"]
    assert (hit.title, hit.detail, hit.day) == ("Thursday 20 November 2025", "Lantern circle", tonight.held_on)


# ---------------------------------------------------------------- themes
def test_themes_are_counted_by_evenings(hall: Hall, circle: Group, tonight: Session) -> None:
    offered = {one.label: one for one in hall.themes.of(tonight)}
    assert offered["Sleep"].id == b"" and offered["Sleep"].sessions == 0
    hall.themes.mark(tonight, offered["Sleep"])
    earlier = hall.sessions.planned(circle.id, date(2025, 11, 13), date(2025, 11, 13))[0]
    hall.themes.mark(earlier, hall.themes.of(earlier)[0])
    hall.themes.add(tonight, " The  heating ")
    first, second, *_rest = hall.themes.of(tonight)
    assert (first.label, first.sessions, first.tonight, first.group_id) == ("Sleep", 2, True, None)
    assert (second.label, second.sessions, second.group_id) == ("The heating", 1, circle.id)
    assert hall.themes.on(tonight.id) == ("Sleep", "The heating")
    hall.themes.mark(tonight, first, False)
    assert hall.themes.on(tonight.id) == ("The heating",) and hall.themes.on(earlier.id) == ("Sleep",)
    hall.themes.add(tonight, "sleep")
    assert hall.themes.on(tonight.id) == ("Sleep", "The heating")
    assert len([one for one in hall.themes.of(tonight) if one.label == "Sleep"]) == 1


def test_a_theme_names_nobody(hall: Hall, tonight: Session) -> None:
    for label in ("Zahra", "Will Carter's move", "Ring 07700 900142"):
        with pytest.raises(PointsToSomebody):
            hall.themes.add(tonight, label)
    with pytest.raises(BadValue):
        hall.themes.add(tonight, " ")
    assert hall.themes.on(tonight.id) == ()


def test_a_retired_theme_is_offered_no_more_and_its_evenings_keep_it(
    hall: Hall, circle: Group, tonight: Session
) -> None:
    hall.themes.add(tonight, "The heating")
    heating = hall.themes.of(tonight)[0]
    hall.themes.retire(heating)
    hall.themes.retire(next(one for one in hall.themes.of(tonight) if one.label == "Money"))
    assert "Money" not in [one.label for one in hall.themes.of(tonight)]
    assert hall.themes.on(tonight.id) == ("The heating",)
    later = hall.sessions.planned(circle.id, date(2025, 11, 27), date(2025, 11, 27))[0]
    assert "The heating" not in [one.label for one in hall.themes.of(later)]
    hall.themes.add(later, "the heating")
    assert hall.themes.on(later.id) == ("The heating",) or hall.themes.on(later.id) == ("the heating",)


def test_a_theme_is_called_something_else_on_all_its_evenings(hall: Hall, circle: Group, tonight: Session) -> None:
    earlier = hall.sessions.planned(circle.id, date(2025, 11, 13), date(2025, 11, 13))[0]
    hall.themes.add(earlier, "The heeting")
    hall.themes.add(tonight, "The heeting")
    [heating] = [one for one in hall.themes.of(tonight) if one.sessions]
    hall.themes.rename(tonight, heating, " The  heating ")
    assert hall.themes.on(earlier.id) == hall.themes.on(tonight.id) == ("The heating",)
    [again] = [one for one in hall.themes.of(tonight) if one.sessions]
    assert (again.id, again.sessions) == (heating.id, 2)
    hall.themes.rename(tonight, again, "the Heating")  # its own words, written otherwise
    before = hall.store.counts()
    for label, refusal in (("Zahra", PointsToSomebody), (" ", BadValue)):
        with pytest.raises(refusal):
            hall.themes.rename(tonight, again, label)
    hall.themes.mark(tonight, next(one for one in hall.themes.of(tonight) if one.label == "Money"))
    with pytest.raises(ThemeIsThere):
        hall.themes.rename(tonight, again, "money")
    assert hall.themes.on(earlier.id) == ("the Heating",) and hall.store.counts()["theme"] == before["theme"] + 1
    for _step in range(3):
        hall.store.undo()
    assert hall.themes.on(tonight.id) == ("The heeting",)


def test_what_once_had_a_name_does_not_take_it_back(hall: Hall, circle: Group, tonight: Session) -> None:
    """A suggestion under another name is not offered again beside it; added by its old name it is a theme of its
    own."""
    [sleep] = [one for one in hall.themes.of(tonight) if one.label == "Sleep"]
    hall.themes.rename(tonight, sleep, "Rest and nights")
    labels = [one.label for one in hall.themes.of(tonight)]
    assert "Rest and nights" in labels and "Sleep" not in labels
    hall.themes.add(tonight, "Rest and nights")
    hall.themes.add(tonight, "sleep", shared=True)
    assert hall.themes.on(tonight.id) == ("Rest and nights", "sleep")
    hall.themes.add(tonight, "Sleep")
    assert hall.themes.on(tonight.id) == ("Rest and nights", "sleep")
    assert len(hall.themes.of(tonight)) == len({one.id or one.label for one in hall.themes.of(tonight)})


# ---------------------------------------------------------------- words kept always
def test_only_an_ordinary_word_may_stand_unasked(hall: Hall, circle: Group, tonight: Session) -> None:
    for word in ("will", "Zahra", "Grace", "zahrah", "Haddad", "Nasreen", "two words", "Qwzzt", "Hannah", ""):
        assert not hall.kept_words.may(word), word
        with pytest.raises(WordMayBeName):
            hall.kept_words.add(word)
    assert hall.kept_words.may("lantern")
    hall.kept_words.add("Lantern")
    assert hall.kept_words.all() == {"lantern"}
    hall.kept_words.bin("lantern")
    assert hall.kept_words.all() == frozenset()


def test_a_kept_word_is_let_stand_where_it_is_only_suspected(hall: Hall) -> None:
    text = "mad hollie and hope did the tea and then zahra spoke"
    bare = NoteGuard(GuardFacts((Person(1, "Zahra"),)))
    assert {text[one.start:one.end]: one.certainty for one in bare.flags(text)}["hope"] is Certainty.AMBER
    guard = NoteGuard(GuardFacts((Person(1, "Zahra"),), frozenset({"hope", "zahra"})))
    left = guard.flags(text)
    assert [text[flag.start:flag.end] for flag in left] == ["hollie", "zahra"]
    longer = text + " So."
    assert guard.update(left, longer, Edit(len(text), 0, 4)) == guard.flags(longer) == left


def test_a_trait_is_one_that_fits_a_single_person(hall: Hall, circle: Group, tonight: Session) -> None:
    zahra, will = sorted(hall.members.of(circle.id), key=lambda one: one.name, reverse=True)
    hall.members.needs.add(circle.id, "Large print, and a wheelchair ramp", zahra.id)
    hall.members.needs.add(circle.id, "Large print please", will.id)
    assert "wheelchair" in hall.guarding.facts(circle.id).traits
    assert "large" not in hall.guarding.facts(circle.id).traits
    hall.member(circle, "Noor")
    assert "newcomer" not in hall.guarding.facts(circle.id, session=tonight).traits
    hall.members.save(circle.id, _draft("Ines"), first_seen=tonight.held_on)
    assert "newcomer" in hall.guarding.facts(circle.id, session=tonight).traits


def _draft(name: str):  # type: ignore[no-untyped-def]
    from facilitator.model.member import MemberDraft

    return MemberDraft(name=name)


def test_labels_of_ours_are_nobody(hall: Hall, circle: Group) -> None:
    guard = hall.guarding.guard(circle.id)
    for label in ("Person A", "Person B", "Person I", "Person AA", "[sister]", "[someone]", "[GP]", "[40s]"):
        text = f"{label} came late. Then {label} said so, and we asked {label} and her [friend] to read."
        assert guard.flags(text) == (), label
    assert [flag.kind for flag in guard.flags("Person A sat by Zahra.")] == ["name"]
    assert guard.flags("We thanked Person Haddad.") != ()


def test_who_bears_the_very_name_is_meant_before_who_has_it_as_a_short_form(hall: Hall) -> None:
    guard = NoteGuard(GuardFacts((Person(1, "Hannah"), Person(2, "Joan"), Person(3, "Sam"), Person(4, "Sam", "Ito"))))
    found = {flag.person_ids for flag in guard.flags("Joan spoke, then Sam spoke, then Sam Ito spoke.")}
    assert found == {(2,), (3, 4), (4,)}


def test_somebody_s_sister_is_not_they(hall: Hall, circle: Group) -> None:
    guard = hall.guarding.guard(circle.id)
    text = "Zahra spoke of her sister Nasreen."
    found = {text[flag.start:flag.end]: flag for flag in guard.flags(text)}
    assert found["Nasreen"].person_ids == () and found["Nasreen"].certainty is Certainty.RED
    assert len(found["Zahra"].person_ids) == 1


def test_the_place_where_they_meet_is_the_hall(hall: Hall, circle: Group) -> None:
    """However it is written; at a level without names, too."""
    hall.venues.save(VenueDraft(name="St Anne’s Hall, back room", address="14 Mill Lane"), meets_here=circle.id)
    guard = hall.guarding.guard(circle.id)
    text = "We met at st annes hall. St Anne's was cold, and Zahra said so. Anne came."
    found = [(text[flag.start:flag.end], guard.label(text[flag.start:flag.end])) for flag in guard.flags(text)]
    assert found[:2] == [("st annes hall", "[the hall]"), ("St Anne's", "[the hall]")]
    assert [one for one in found if one[0] == "Zahra"] == [("Zahra", "")]
    longer = f"{text} So."
    assert guard.update(guard.flags(text), longer, Edit(len(text), 0, 4)) == guard.flags(longer)
    plain = hall.venues.all()[0]
    hall.venues.save(VenueDraft(name="Library"), plain.id)
    assert hall.guarding.facts(circle.id).halls == ()


_BITS = ("Zahra ", "will ", "Will ", "Sam ", "St Anne’s Hall ", "Person A ", "[sister] ", "07700 900142 ", "\U0001f642",
         "the ", "said ", "hope ", "mad ", ". ", "\n", "her sister Kaz ", "and ", "x", "'s ")


@given(st.lists(st.sampled_from(_BITS), max_size=12), st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 6), st.sampled_from(("", *_BITS))), max_size=5))
def test_after_any_edit_it_says_what_it_says_of_the_whole(
    said: list[str], edits: list[tuple[int, int, str]]
) -> None:
    people = (Person(1, "Zahra", "Haddad"), Person(2, "Will"), Person(3, "Sam", "Ito"), Person(4, "Sam", "Reid"))
    guard = NoteGuard(GuardFacts(people, frozenset({"hope"}), (), ("St Anne’s Hall",)))
    text = "".join(said)
    flags = guard.flags(text)
    for place, gone, put in edits:
        start = place % (len(text) + 1)
        end = min(len(text), start + gone)
        text = text[:start] + put + text[end:]
        flags = guard.update(flags, text, Edit(start, end - start, len(put)))
        assert flags == guard.flags(text)

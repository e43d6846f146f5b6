"""Content packs: out without anybody's name, in only when whole, and never over what is here unasked."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitator.errors import (
    BadValue,
    ContentPackBroken,
    ContentPackNewer,
    NameInShared,
    NothingToShare,
)
from facilitator.library import Library
from facilitator.model.agenda import AgendaDraft
from facilitator.model.content import CopingCard
from facilitator.model.group import GroupDraft, RecordLevel
from facilitator.model.member import MemberDraft
from facilitator.model.own import OwnKind
from facilitator.sharing import Choice, Clash, Shared, bundle_in
from facilitator.sharing.bundle import SharedKind
from facilitator.workspace import Workspace
from tests.core.vaults import a_vault
from tests.make import FakeClock


def _workspace(folder: Path) -> Workspace:
    clock = FakeClock()
    folder.mkdir()
    opened = a_vault(folder, clock)
    workspace = Workspace(opened, clock, Library())
    opened.confirm_recovery(pending := opened.new_recovery(), pending.code)
    workspace.groups.save(GroupDraft(name="Lantern", record_level=RecordLevel.FIRST_NAME))
    return workspace


@pytest.fixture
def giver(tmp_path: Path) -> Iterator[Workspace]:
    """A charity with a card, words to say and a plan of its own, and a shipped card in its words."""
    workspace = _workspace(tmp_path / "giver")
    library, items = workspace.library, workspace.own_items
    card, script = library.coping_card("feet-and-chair"), library.scripts()[0]
    items.save(replace(card, id=items.new_id(), title="Hands in cold water", short_title="Cold water"))
    items.save(replace(card, again="Say what you hear, two times over."))
    items.save(replace(script, id=items.new_id(), title="Our own welcome"))
    plan = library.agenda_templates()[0].agenda
    workspace.agendas.keep(replace(plan, name="Garden evening", segments=tuple(
        replace(segment, leader="Omar") for segment in plan.segments)))
    yield workspace
    workspace.close()


@pytest.fixture
def taker(tmp_path: Path) -> Iterator[Workspace]:
    """Another charity."""
    workspace = _workspace(tmp_path / "taker")
    yield workspace
    workspace.close()


def _packed(giver: Workspace) -> bytes:
    return giver.sharing.make([offer.shared for offer in giver.sharing.offers()], "From the garden", "Four things")


def test_what_one_charity_gives_another_has(giver: Workspace, taker: Workspace) -> None:
    data = _packed(giver)
    assert data == _packed(giver), "the same pack, the same bytes"
    bundle, incoming = taker.sharing.read(data)
    assert (bundle.title, bundle.about, len(incoming)) == ("From the garden", "Four things", 4)
    assert {one.shared.title: one.clash for one in incoming} == {
        "Hands in cold water": Clash.NEW, "Our own welcome": Clash.NEW, "Garden evening": Clash.NEW,
        taker.library.coping_card("feet-and-chair").title: Clash.OTHER}
    change = taker.sharing.take_in(incoming, {})
    assert change.label == "3 items were taken in."
    titles = {text.title for text in taker.own_items.texts()}
    assert titles == {"Hands in cold water", "Our own welcome"}
    [plan] = taker.agendas.templates()
    assert plan.name == "Garden evening" and {segment.leader for segment in plan.segments} == {""}
    assert [segment.lines for segment in plan.segments] == [
        segment.lines for segment in giver.agendas.templates()[0].segments]
    taker.vault.store.undo()
    assert taker.own_items.texts() == () and taker.agendas.templates() == (), "one step, taken back at once"


def test_nothing_here_is_written_over_unasked(giver: Workspace, taker: Workspace) -> None:
    data = _packed(giver)
    incoming = taker.sharing.read(data)[1]
    taker.sharing.take_in(incoming, {})
    again = taker.sharing.read(data)[1]
    assert [one.clash for one in again if one.shared.item != "feet-and-chair"] == [Clash.SAME] * 3
    before = taker.vault.store.counts()
    assert not taker.sharing.take_in(again, {}).can_undo and taker.vault.store.counts() == before

    card = next(one for one in again if one.shared.item == "feet-and-chair")
    key = (SharedKind.CARD, "feet-and-chair")
    taker.sharing.take_in([card], {key: Choice.TAKE})
    assert taker.library.coping_card("feet-and-chair").again == "Say what you hear, two times over."
    taker.own_items.save(replace(taker.library.coping_card("feet-and-chair"), again="Only once."))
    card = next(one for one in taker.sharing.read(data)[1] if one.shared.item == "feet-and-chair")
    assert card.clash is Clash.OTHER and card.proposed is Choice.LEAVE
    taker.sharing.take_in([card], {key: Choice.BESIDE})
    assert taker.library.coping_card("feet-and-chair").again == "Only once."
    beside = next(text for text in taker.own_items.texts() if text.title.endswith(" 2"))
    assert beside.kind is OwnKind.CARD and beside.item != "feet-and-chair"

    plan = next(one for one in again if isinstance(one.thing, AgendaDraft))
    taker.sharing.take_in([plan], {(SharedKind.PLAN, plan.shared.item): Choice.BESIDE})
    assert [one.name for one in taker.agendas.templates()] == ["Garden evening", "Garden evening 2"]


def test_no_name_goes_out(giver: Workspace) -> None:
    giver.facilitators.add("Omar")
    assert b"Omar" not in _packed(giver), "who leads stays at home"
    giver.members.save(giver.groups.named("Lantern").id, MemberDraft(name="Zahra"))
    giver.own_items.save(replace(giver.library.coping_cards()[0], again="As Zahra says, once more."), names_seen=True)
    offers = giver.sharing.offers()
    [named] = [offer for offer in offers if offer.names]
    assert named.names == ("Zahra",)
    with pytest.raises(NameInShared):
        giver.sharing.make([offer.shared for offer in offers], "From the garden")
    giver.sharing.make([offer.shared for offer in offers if offer is not named], "From the garden")
    with pytest.raises(NameInShared):
        giver.sharing.make([offers[-1].shared], "Zahra’s things")
    with pytest.raises(NothingToShare):
        giver.sharing.make([], "From the garden")
    with pytest.raises(BadValue):
        giver.sharing.make([offers[-1].shared], " ")


def test_names_in_what_comes_are_told(giver: Workspace, taker: Workspace) -> None:
    giver.own_items.save(replace(giver.library.coping_cards()[0], again="As Ngozi says, once more."))
    taker.members.save(taker.groups.named("Lantern").id, MemberDraft(name="Ngozi"))
    incoming = taker.sharing.read(_packed(giver))[1]
    assert [one.names for one in incoming if one.names] == [("Ngozi",)]


def _zip(told: object, **files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
        packed.writestr("pack.json", json.dumps(told))
    return out.getvalue()


def _told(**one: object) -> dict[str, object]:
    item = {"file": "a", "kind": "card", "item": "own-1", "title": "A", "language": "en", "based_on": "", **one}
    return {"format": 1, "title": "A", "about": "", "items": [item]}


PLAN = json.dumps({"name": "A", "summary": "", "template": "", "segments": [
    {"title": "Open", "kind": "opening", "minutes": "ten"}]})
HOSTILE = {
    "nothing": b"", "words": b"hello", "half": b"PK\x03\x04 and no more", "no list": _zip([], a=""),
    "no items": _zip({"format": 1}), "a number for a title": _zip({**_told(), "title": 7}, a="x"),
    "a way out": _zip(_told(item="../../etc")), "no such file": _zip(_told()),
    "not listed": _zip(_told(), a="x", b="y"), "no such kind": _zip(_told(kind="member"), a="x"),
    "no card": _zip(_told(), a="hello"), "a bomb": _zip(_told(), a="x" * 5_000_000),
    "no such shipped card": _zip(_told(item="no-such-card"), a="x"),
    "minutes in words": _zip(_told(kind="plan"), a=PLAN),
    "deep": _zip(_told(kind="plan"), a="[" * 50_000), "format": _zip({**_told(), "format": "1"}, a="x"),
    "twice": _zip({**_told(), "items": _told()["items"] * 2}, a="x"),  # type: ignore[operator]
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_whole(taker: Workspace, data: bytes) -> None:
    before = taker.vault.store.counts()
    with pytest.raises(ContentPackBroken):
        taker.sharing.read(data)
    assert taker.vault.store.counts() == before


def test_a_later_pack_and_a_torn_one(giver: Workspace, taker: Workspace) -> None:
    with pytest.raises(ContentPackNewer):
        taker.sharing.read(_zip({"format": 2}))
    data = _packed(giver)
    for end in range(0, len(data), 97):
        with pytest.raises(ContentPackBroken):
            taker.sharing.read(data[:end])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, 4000), bit=st.integers(0, 7))
def test_a_flipped_bit_is_refused_or_does_no_harm(tmp_path_factory: pytest.TempPathFactory, at: int, bit: int) -> None:
    card = Shared(kind=SharedKind.CARD, item="own-1", title="A", body="words\n" * 300)
    from facilitator.sharing import Bundle, bundle_out

    data = bytearray(bundle_out(Bundle(title="A", items=(card,))))
    data[at % len(data)] ^= 1 << bit
    try:
        found = bundle_in(bytes(data))
    except (ContentPackBroken, ContentPackNewer):
        return
    assert [one.body for one in found.items] == [card.body]


def test_a_card_that_comes_in_can_be_used(giver: Workspace, taker: Workspace) -> None:
    taker.sharing.take_in(taker.sharing.read(_packed(giver))[1], {})
    mine = [card for card in taker.library.coping_cards() if card.title == "Hands in cold water"]
    assert len(mine) == 1 and isinstance(mine[0], CopingCard) and taker.library.unreadable() == ()

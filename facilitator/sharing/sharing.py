"""Gives own items away in a content pack and takes others' in: each is read, shown and looked at for names first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from facilitator.errors import BadValue, ContentBroken, ContentPackBroken, NameInShared, NothingToShare, WordsNeeded
from facilitator.evening.agendas import Agendas
from facilitator.i18n import _, ngettext
from facilitator.library.bench import Bench
from facilitator.model.agenda import AgendaDraft
from facilitator.model.change import Change
from facilitator.model.content import CopingCard
from facilitator.model.own import OwnKind, OwnText, Written, is_new
from facilitator.people import words
from facilitator.sharing.bundle import Bundle, Shared, SharedKind, bundle_in, bundle_out
from facilitator.sharing.plans import plan_in, plan_out, texts_of
from facilitator.store import Store
from facilitator.writing import OwnItems
from facilitator.writing import guarding as written

Names = Callable[[Sequence[str]], tuple[str, ...]]
"""Gives what in some texts names somebody this vault knows: on a list, in the team, at the organisation."""
Finder = Callable[[], Names]
"""Makes such a one ready: that takes a while with long lists, so it is done once for all items of a pack."""


class Clash(StrEnum):
    """How an item of a pack stands to what is here."""

    NEW = "new"
    SAME = "same"
    OTHER = "other"
    """There is one of the same id or name here, and it reads otherwise."""


class Choice(StrEnum):
    """What becomes of an item of a pack."""

    LEAVE = "leave"
    TAKE = "take"
    """In place of what is here, where there is something."""
    BESIDE = "beside"
    """As one more, under a name of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An own item that may be shared. `names` are words in it that name somebody we know: with any, it stays here."""

    shared: Shared
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An item of a pack, read: a card, words to say or a plan, and how it stands to what is here."""

    shared: Shared
    thing: Written | AgendaDraft
    clash: Clash
    names: tuple[str, ...] = ()

    @property
    def proposed(self) -> Choice:
        """What happens to it unless somebody says otherwise: what is new comes in, and nothing here is written over."""
        return Choice.TAKE if self.clash is Clash.NEW else Choice.LEAVE


class Sharing:
    """Makes packs and takes them in. `finder` looks for everybody this vault knows."""

    def __init__(self, store: Store, items: OwnItems, agendas: Agendas, bench: Bench, finder: Finder) -> None:
        self._store, self._items, self._agendas, self._bench, self._finder = store, items, agendas, bench, finder

    # ------------------------------------------------------------ giving away
    def offers(self) -> tuple[Offer, ...]:
        """Everything of our own that can be shared, by kind and title."""
        shared = [Shared(kind=SharedKind(text.kind.value), item=text.item, title=text.title, body=text.body,
                         language=text.language, based_on=text.based_on) for text in self._items.texts()]
        shared += [Shared(kind=SharedKind.PLAN, item=plan.id.hex(), title=plan.name, body=plan_out(plan))
                   for plan in self._agendas.templates()]
        order = tuple(SharedKind)
        shared.sort(key=lambda one: (order.index(one.kind), words.order(one.title)))
        names = self._finder()
        return tuple(Offer(shared=one, names=names((one.title, one.body))) for one in shared)

    def make(self, chosen: Collection[Shared], title: str, about: str = "") -> bytes:
        """A content pack of what was chosen, as a file's bytes. Raises NothingToShare, NameInShared, BadValue."""
        title, about = words.line(title, _("title"), 80), words.line(about, _("what it is for"), 300)
        if not title:
            raise BadValue(_("title"), "empty")
        if not chosen:
            raise NothingToShare
        names = self._finder()
        for of, said in ((title, title), (title, about), *((one.title, f"{one.title}\n{one.body}") for one in chosen)):
            if named := names((said,)):
                raise NameInShared(of, named[0])
        return bundle_out(Bundle(title=title, about=about, items=tuple(chosen)))

    # ------------------------------------------------------------ taking in
    def read(self, data: bytes) -> tuple[Bundle, tuple[Incoming, ...]]:
        """What is in a pack, every item read. Raises ContentPackBroken, ContentPackNewer: all of it or nothing."""
        bundle = bundle_in(data)
        if len({(one.kind, one.item) for one in bundle.items}) < len(bundle.items):
            raise ContentPackBroken
        names = self._finder()
        return bundle, tuple(self._incoming(one, names) for one in bundle.items)

    def take_in(self, incoming: Sequence[Incoming], choices: Mapping[tuple[SharedKind, str], Choice]) -> Change:
        """Take in what was chosen, all in one step; what nobody chose for goes as proposed."""
        taken = 0
        with self._store.command("content.take") as c:
            for one in incoming:
                choice = choices.get((one.shared.kind, one.shared.item), one.proposed)
                if choice is not Choice.LEAVE:
                    self._take(one, beside=choice is Choice.BESIDE)
                    taken += 1
            c.label = ngettext("{n} item was taken in.", "{n} items were taken in.", taken).format(n=taken)
        return c.change()

    # ------------------------------------------------------------ inside
    def _incoming(self, one: Shared, names: Names) -> Incoming:
        if one.kind is SharedKind.PLAN:
            plan = plan_in(one.body)
            mine = self._agendas.named(plan.name)
            same = mine is not None and plan_out(mine) == plan_out(plan)
            return Incoming(shared=one, thing=plan, names=names(texts_of(plan)),
                            clash=Clash.NEW if mine is None else Clash.SAME if same else Clash.OTHER)
        text = _text(one)
        try:
            thing = self._bench.read(text)
        except ContentBroken as error:
            raise ContentPackBroken from error
        if thing.id != one.item or not (is_new(one.item) or self._bench.mark(text.kind, one.item)):
            raise ContentPackBroken
        here = [mine for mine in self._items.texts() if (mine.kind, mine.item) == (text.kind, text.item)]
        clash = (Clash.NEW if not here and is_new(one.item) else
                 Clash.SAME if any(mine.body == one.body for mine in here) else Clash.OTHER)
        return Incoming(shared=one, thing=thing, names=names(written.texts_of(thing)), clash=clash)

    def _take(self, one: Incoming, beside: bool) -> None:
        thing = one.thing
        try:
            if isinstance(thing, AgendaDraft):
                mine = self._agendas.named(thing.name)
                if mine is not None and beside:
                    thing, mine = replace(thing, name=self._free(thing.name)), None
                self._agendas.keep(thing, None if mine is None else mine.id)
                return
            if beside:
                title = f"{thing.title} 2"
                thing = replace(thing, id=self._items.new_id(), title=title)
                if isinstance(thing, CopingCard):
                    thing = replace(thing, short_title=f"{thing.short_title} 2")
            self._items.save(thing, names_seen=True)  # it was shown, with the names in it
        except (WordsNeeded, ContentBroken) as error:
            raise ContentPackBroken from error

    def _free(self, name: str) -> str:
        """The name with the first number that no plan of ours has."""
        return next(f"{name} {number}" for number in range(2, 1000) if self._agendas.named(f"{name} {number}") is None)


def _text(one: Shared) -> OwnText:
    return OwnText(kind=OwnKind(one.kind.value), item=one.item, language=one.language, title=one.title, body=one.body,
                   based_on=one.based_on)

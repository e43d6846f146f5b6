"""Where own words are made: an item is opened for changing, written as a text, read back, and compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from facilitator.errors import ContentBroken
from facilitator.i18n import _
from facilitator.library.library import Library
from facilitator.library.own import OwnReader
from facilitator.library.shelf import FALLBACK
from facilitator.library.written import written
from facilitator.model.agenda import Line, LineKind
from facilitator.model.content import CopingCard, Origin, Script, ScriptKind, Step
from facilitator.model.group import Application
from facilitator.model.own import OwnKind, OwnText, Written, is_new

REVIEW = timedelta(days=365)
"""How long own words may stand before somebody should look at them again."""


class Bench:
    """Makes texts of items, for one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def _reader(self) -> OwnReader:
        return OwnReader(self._library.shipped)  # anew: the library may have gone over to another language

    @property
    def language(self) -> str:
        """The language of what is written."""
        return self._library.language.replace("-", "_").split("_")[0] or FALLBACK

    def mark(self, kind: OwnKind, id: str) -> str:
        """What tells one wording of a shipped item from another; empty where nothing of this id ships."""
        return self._library.shipped.mark(kind, id)

    def write(self, item: Written) -> OwnText:
        """The text of an item, read back to be sure that it says the same. Raises ContentBroken."""
        kind = OwnKind.of(item)
        text = OwnText(kind=kind, item=item.id, language=self.language, title=item.title, body=written(item),
                       based_on="" if is_new(item.id) else self.mark(kind, item.id))
        back = self._open(text)
        if replace(back, origin=item.origin) != replace(item, origin=item.origin):
            raise ContentBroken(text.name, 1, _("what is read back is not what was written"))
        return text

    def read(self, text: OwnText) -> Written:
        """The item of a text that came from elsewhere, its open places still open. Raises ContentBroken."""
        return self._open(text)

    def opened(self, kind: OwnKind, id: str) -> Written | None:
        """An item as it can be changed, its open places still open: the group's own, else the shipped one, else None.
        """
        text = self._library.own_text(kind, id)
        if text is not None:
            return self._open(text)
        body = self._library.shipped.text(kind, id)
        if body is None:
            return None
        return self._open(OwnText(kind=kind, item=id, language=self.language, title="", body=body))

    def changed_since(self, kind: OwnKind, id: str) -> bool:
        """Whether the shipped item reads otherwise than when the group put it in its own words."""
        text = self._library.own_text(kind, id)
        mark = "" if text is None else self.mark(kind, id)
        return bool(text is not None and mark and text.based_on != mark)

    def new_card(self, id: str, today: date) -> CopingCard:
        """A card to begin with: what every card says is there already."""
        return CopingCard(
            id=id, title="", short_title="", when="", summary="", cautions=(_("It is up to you. Stop when you want."),),
            steps=tuple(Step(key="", text="") for _n in range(3)), again="",
            if_not=_("If it does not help, you have done nothing wrong."), own_lines=(_("When I could do this"),),
            origin=fresh(today))

    def new_script(self, id: str, kind: ScriptKind, today: date) -> Script:
        """Words to say to begin with, for every kind of group."""
        return Script(id=id, title="", kind=kind, applications=tuple(Application), lines=(Line(LineKind.SAY, ""),),
                      origin=fresh(today))

    def _open(self, text: OwnText) -> Written:
        return self._reader.read(text, self._library.shipped.spell)


def fresh(today: date) -> Origin:
    """The origin of words that somebody has just written."""
    return Origin(source="", licence="", reviewed_on=today, review_by=today + REVIEW, sources=())


def looked_at(origin: Origin, today: date) -> Origin:
    """The same origin, looked at today."""
    return replace(origin, reviewed_on=today, review_by=today + REVIEW)

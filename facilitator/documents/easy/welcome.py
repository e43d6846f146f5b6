"""The welcome leaflet in Easy Read: what happens, what you may do, when and where we meet."""

from __future__ import annotations

from facilitator.documents.blocks import Block, PageBreak, PictureRow, PictureRows, Title
from facilitator.documents.context import SheetContext
from facilitator.documents.declaration import Document, Sheet
from facilitator.documents.easy.seen import seen
from facilitator.documents.easy.version import dressed, easy_words, part_blocks, rows
from facilitator.documents.words import Text, rich
from facilitator.i18n import Translator
from facilitator.model.easy_read import Picture
from facilitator.model.organisation import spoken_address

_HALF_DAY = 12 * 60
_AFTERNOON, _EVENING = 12 * 60, 17 * 60


def build(document: Document, context: SheetContext) -> Sheet | None:
    """Two sides; None where there are no Easy Read words."""
    words = easy_words(context, document.id)
    if words is None:
        return None
    first, *others = words.parts
    blocks: list[Block] = [Title(words.title), *part_blocks(first, context), PageBreak()]
    known = rows((line for part in others for line in part.rows), context)
    blocks.append(PictureRows((*_meeting(context), *known)))
    return dressed(document, context, words.title, blocks, words.origin, advice=True)


def _meeting(context: SheetContext) -> tuple[PictureRow, ...]:
    t = context.translator
    _ = t.gettext
    out: list[PictureRow] = []
    if context.session is not None:
        start, end = context.session.start_minute, context.session.start_minute + context.session.minutes
        out.append(PictureRow(
            f"clock-{start}-{end}", _("Two clocks: when we start, and when we stop"),
            (rich(_("We start at <b>{time}</b>."), time=easy_time(start, t)),
             rich(_("We stop at <b>{time}</b>."), time=easy_time(end, t)))))
    if context.next_session is not None:
        day = t.date(context.next_session, "EEEE d MMMM")
        out.append(PictureRow(Picture.CALENDAR, seen(Picture.CALENDAR, t),
                              (rich(_("We meet again on <b>{day}</b>."), day=day),)))
    if context.venue is not None and context.venue.name:
        name = " ".join(context.venue.name.split())
        address = spoken_address(name, context.venue.address)[len(name):].removeprefix(", ")
        lines: list[Text] = [rich(_("We meet at <b>{place}</b>."), place=name.rstrip("."))]
        lines += [text for text in (address, " ".join(context.venue.access.split())) if text]
        out.append(PictureRow(Picture.PLACE, seen(Picture.PLACE, t), tuple(lines)))
    return tuple(out)


def easy_time(minute: int, t: Translator) -> str:
    """A time as it is said: “7:00 in the evening”."""
    _ = t.gettext
    minute %= 2 * _HALF_DAY
    hour = minute // 60 % 12 or 12
    said = f"{hour}:{minute % 60:02d}"
    if minute < _AFTERNOON:
        return _("{time} in the morning").format(time=said)
    if minute < _EVENING:
        return _("{time} in the afternoon").format(time=said)
    return _("{time} in the evening").format(time=said)

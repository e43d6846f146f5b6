"""The words of a sheet for people who do not see the page: from its blocks, and page by page as it was tagged."""

from __future__ import annotations

from facilitator.documents.render.tags import Element, SheetRecord

_BLOCKS = ("P", "H1", "H2", "H3", "Figure", "LI", "TR")


def page_text(record: SheetRecord, page: int) -> str:
    """What a page says, in reading order, a line for each paragraph, list item and table row."""
    out: list[str] = []
    _walk(record.root, page, out)
    return "\n".join(line for line in out if line)


def _walk(element: Element, page: int, out: list[str]) -> None:
    if element.role in ("LI", "TR"):
        out.append(" ".join(word for word in _texts(element, page) if word))
        return
    if element.role == "Figure" or element.texts:
        out.append(" ".join(text for at, text in element.texts if at == page))
    for kid in element.kids:
        if isinstance(kid, Element):
            _walk(kid, page, out)


def _texts(element: Element, page: int) -> list[str]:
    out = [text for at, text in element.texts if at == page]
    for kid in element.kids:
        if isinstance(kid, Element):
            out += _texts(kid, page)
    return out

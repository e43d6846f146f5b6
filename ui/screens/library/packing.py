"""Lines of a form as one text, as drafts keep them."""

from __future__ import annotations

import json

from ui.screens.library.stack import Entry, LineStack


def packed(stack: LineStack) -> str:
    """The lines as they stand; nothing where there are no words."""
    entries = stack.entries
    if not any(one.text or (one.lead and stack.keyed) for one in entries):
        return ""
    return json.dumps([[one.text, one.lead] for one in entries], ensure_ascii=False)


def unpacked(kept: str) -> list[Entry]:
    """The lines again."""
    return [Entry(text, lead) for text, lead in json.loads(kept or "[]")]

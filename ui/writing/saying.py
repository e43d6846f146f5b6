"""What is said of a word that may point to somebody."""

from __future__ import annotations

from facilitator.i18n import _, ngettext
from facilitator.nameguard import Kind
from ui.writing.settling import Word


def kind_words(word: Word) -> str:
    """What it seems to be, in a few words."""
    flag = word.flag
    if flag.kind is Kind.NAME:
        if not word.sure:
            return _("A name, or an ordinary word?")
        if len(flag.person_ids) > 1:
            return _("More than one person here has this name.")
        return _("A name this circle knows.") if flag.person_ids else _("A name not on your lists.")
    return {
        Kind.PLACE: _("A place."),
        Kind.ORGANISATION: _("Work, or a service."),
        Kind.ADDRESS: _("An address."),
        Kind.POSTCODE: _("A postcode."),
        Kind.PHONE: _("A telephone number."),
        Kind.EMAIL: _("An e-mail address."),
        Kind.URL: _("An address on the web."),
        Kind.HANDLE: _("A name used online."),
        Kind.DATE_OF_BIRTH: _("A date of birth."),
        Kind.AGE: _("Somebody’s age."),
        Kind.IDENTIFIER: _("A number that stands for one person."),
    }.get(flag.kind, _("It may point to somebody."))


def why_words(word: Word) -> str:
    """Why the guard thinks so: its weightiest reason; nothing where that says no more than what it is."""
    reason = word.flag.reasons[0] if word.flag.reasons else ""
    same = reason.casefold() == kind_words(word).rstrip(".").casefold()
    return _("Why: {reason}.").format(reason=reason) if reason and not same else ""


def short_words(word: Word) -> str:
    """What stands under it, like a pencil mark: the label; with a question where it may be an ordinary word."""
    if word.sure:
        return word.label
    return _("name?") if word.flag.kind is Kind.NAME else _("{label}?").format(label=word.label)


def left_words(count: int) -> str:
    """How much is still to be settled."""
    if not count:
        return _("Nothing here points to anybody, as far as the guard can see.")
    return ngettext("{n} word may point to someone.", "{n} words may point to someone.", count).format(n=count)

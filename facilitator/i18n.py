"""Words in the person's language: gettext catalogues, dates, and a pseudo-language that finds tight places."""

from __future__ import annotations

import gettext as _gettext
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from facilitator.paths import resources

PSEUDO = "qps"
"""A made-up language of long words, for pictures and tests."""

OWN_NAMES = {"ar": "العربية", "en": "English", "es": "Español"}
"""What those who speak a language call it. One that is not here is named by Babel, which takes a moment to load."""

_STRETCH = str.maketrans("aeiouAEIOU", "åéîøüÅÉÎØÜ")
_COMMAS = "،，、;"
_PLACEHOLDER = re.compile(r"(\{[^}]*\}|<[^>]+>|&\w+;|\n)")


class Translator:
    """Looks words up for one language; a document has its own, since a sheet's language is not the window's."""

    def __init__(self, language: str = "en") -> None:
        self.language = language
        folder = resources() / "translations"
        self._words: _gettext.NullTranslations = _gettext.NullTranslations()
        if language not in ("en", PSEUDO):
            self._words = _gettext.translation("facilitator", folder, [language], fallback=True)

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return pseudo(message) if self.language == PSEUDO else self._words.gettext(message)

    def pgettext(self, about: str, message: str) -> str:
        """The message where English says two things with one word; `about` tells translators which, and nobody else."""
        return pseudo(message) if self.language == PSEUDO else self._words.pgettext(about, message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """One message or the other, by number."""
        words = one if n == 1 else many
        return pseudo(words) if self.language == PSEUDO else self._words.ngettext(one, many, n)

    @property
    def locale(self) -> str:
        """The locale for dates and numbers."""
        return "en_GB" if self.language in ("en", PSEUDO) else self.language

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from the right."""
        return right_to_left(self.language)

    def listed(self, parts: Iterable[str]) -> str:
        """Words one after another, with the comma of the language between them."""
        return ("، " if self.right_to_left and self.language.split("_")[0] != "he" else ", ").join(parts)

    def joined(self, parts: Iterable[str]) -> str:
        """Words in a row, as within a sentence: one, two and three."""
        *names, last = tuple(parts) or ("",)
        return self.gettext("{names} and {last}").format(names=self.listed(names), last=last) if names else last

    def date(self, day: date, shape: str = "EEEE d MMMM") -> str:
        """A day in words, such as Thursday 20 November (shape as in Unicode's date patterns)."""
        if self.locale == "en_GB":
            from facilitator.english import day_in_words

            known = day_in_words(day, shape)
            if known is not None:
                return known
        from babel.dates import format_date

        order = shape if self.locale == "en_GB" else _own_order(shape, self.locale)
        return str(format_date(day, order, self.locale))

    def money(self, amount: float, currency: str) -> str:
        """An amount as it is written here, such as £1.20; `currency` is its three letters."""
        if self.locale == "en_GB":
            from facilitator.english import sum_in_words

            known = sum_in_words(amount, currency)
            if known is not None:
                return known
        from babel.numbers import format_currency, get_currency_symbol

        told = str(format_currency(amount, currency, locale=self.locale))
        return told.replace(get_currency_symbol(currency, self.locale), get_currency_symbol(currency, "en_GB"))


@cache
def _own_order(shape: str, locale: str) -> str:
    """A date pattern with the same parts, in the order and with the small words of another language."""
    from babel import Locale
    from babel.dates import match_skeleton

    parts = {sign: found[0] for sign in "yMEd" if (found := re.search(f"{sign}+", shape))}
    known = Locale.parse(locale).datetime_skeletons
    like = match_skeleton("".join(parts.values()), known) if len(parts) > 1 else None
    if like is None:  # a weekday or a month alone
        return shape
    pattern = str(known[like].pattern)
    return re.sub(r"'[^']*'|E+|c+|[ML]+", lambda found: found[0] if found[0][0] == "'" else
                  parts["M" if found[0][0] in "ML" else "E"], pattern)


def pseudo(message: str) -> str:
    """A message made about 40 % longer with marked letters; placeholders and tags stay as they are."""
    out = []
    for part in _PLACEHOLDER.split(message):
        if _PLACEHOLDER.fullmatch(part):
            out.append(part)
        else:
            out.append(re.sub(r"\b(\w{4,})\b", lambda m: m[1] + m[1][-3:] if m[1].isalpha() else m[1], part)
                       .translate(_STRETCH))
    return "".join(out)


class _Interface:
    """The window's language: the one process-wide value, set once by each composition root."""

    translator: Translator | None = None


def set_language(language: str) -> Translator:
    """Choose the interface language; called once at start, and by the settings screen."""
    _Interface.translator = translator(language)
    return _Interface.translator


def interface() -> Translator:
    """The translator of the interface."""
    return _Interface.translator or set_language("en")


@cache
def translator(language: str) -> Translator:
    """A translator for a language, made once."""
    return Translator(language)


def _(message: str) -> str:
    """The message in the interface language; call it at use, never at import."""
    return interface().gettext(message)


def pgettext(about: str, message: str) -> str:
    """The message in the interface language, where English says two things with one word; `about` tells which."""
    return interface().pgettext(about, message)


def ngettext(one: str, many: str, n: int) -> str:
    """One message or the other in the interface language, by number."""
    return interface().ngettext(one, many, n)


def listed(parts: Iterable[str]) -> str:
    """Words one after another in the interface language: one, two, three."""
    return interface().listed(parts)


def joined(parts: Iterable[str]) -> str:
    """Words in a row in the interface language, as within a sentence: one, two and three."""
    return interface().joined(parts)


def parted(typed: str) -> tuple[str, ...]:
    """What somebody typed in a row, with the commas of whatever script between: each once, in that order."""
    for comma in _COMMAS:
        typed = typed.replace(comma, ",")
    return tuple(dict.fromkeys(part for found in typed.split(",") if (part := found.strip())))


def right_to_left(language: str) -> bool:
    """Whether a language is written from the right."""
    return language.replace("-", "_").split("_")[0] in ("ar", "fa", "he", "ur", "ps", "yi")


def own_name(language: str) -> str:
    """What those who speak a language call it."""
    known = OWN_NAMES.get(language)
    if known is None:
        from babel import Locale

        known = str(Locale.parse(language.replace("-", "_")).get_display_name() or language)
    return known[:1].upper() + known[1:]


def name_here(language: str) -> str:
    """What a language is called in that of the window, as within a sentence."""
    if interface().locale == "en_GB":
        from facilitator.english import language_in_words

        known = language_in_words(language)
        if known is not None:
            return known
    from babel import Locale

    here = Locale.parse(interface().locale.replace("-", "_"))
    return str(Locale.parse(language.replace("-", "_")).get_display_name(here) or language)


def languages() -> tuple[str, ...]:
    """The languages there are catalogues for, English first."""
    folder: Path = resources() / "translations"
    found = sorted(p.name for p in folder.iterdir() if (p / "LC_MESSAGES").is_dir()) if folder.is_dir() else []
    return ("en", *found)

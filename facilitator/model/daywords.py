"""Days as people type them: months and weekdays in the window's language, figures, today and tomorrow."""

from __future__ import annotations

import re
from datetime import date, timedelta

from facilitator.i18n import _, interface
from facilitator.model.matching import folded

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_WRITTEN = re.compile(r"(\d{1,2})[./-](\d{1,2})(?:[./-](\d{0,4}))?")
_NEAR_FROM = 3
"""From so many letters on, “tod” means today."""


class DayWords:
    """What typed words say of a day, as words of no language: xm11 a month, xw3 a weekday (0 = Monday), xd20 a day.

    Made for one language and one today; cheap to ask, so that it can be asked at every key.
    """

    def __init__(self, today: date) -> None:
        words = interface()
        self.language, self.today = words.language, today

        def forms(day: date, *shapes: str) -> frozenset[str]:
            return frozenset(folded(words.date(day, shape)) for shape in shapes)

        # Some languages write a month otherwise when it stands alone; 1.1.2024 is a Monday.
        self._named = [(f"xm{n}", forms(date(2024, n, 1), "LLLL", "MMMM")) for n in range(1, 13)]
        self._named += [(f"xw{n}", forms(date(2024, 1, n + 1), "cccc", "EEEE")) for n in range(7)]
        near = ((_("today"), 0), (_("tonight"), 0), (_("tomorrow"), 1), (_("yesterday"), -1))
        self._near = [(folded(word), today + timedelta(days=days)) for word, days in near]

    def meant(self, typed: str) -> tuple[tuple[str, ...], ...]:
        """Every reading of one typed word, each as words that must all hold of the day; empty where it is no day."""
        word = folded(typed).strip(".,")
        if not word:
            return ()
        if figures := _WRITTEN.fullmatch(word):
            return _readings(*figures.groups())
        readings: list[tuple[str, ...]] = []
        for token, names in self._named:
            if any(name.startswith(word) for name in names):
                readings.append((token,))
        if len(word) >= _NEAR_FROM:
            readings += [tuple(words_of_day(day).split()) for name, day in self._near if name.startswith(word)]
        if day := _DAY.fullmatch(word):
            readings.append((f"xd{int(day[1])}",))
        elif word.isdigit() and len(word) == 4:
            readings.append((word,))
        return tuple(readings)


def words_of_day(day: date) -> str:
    """A day as words of no language; what a person types is turned into them."""
    return f"{day.year} xm{day.month} xd{day.day} xw{day.weekday()}"


def written(word: str) -> bool:
    """Whether a word is a day in figures, its year perhaps half typed."""
    return _WRITTEN.fullmatch(word) is not None


def _readings(one: str, other: str, year: str | None) -> tuple[tuple[str, ...], ...]:
    """20/11 and 11/20 alike: where both can be meant, both are. A year that is half typed says nothing yet."""
    years = {4: (year or "",), 2: (f"20{year}",)}.get(len(year or ""), ())
    return tuple((f"xd{int(day)}", f"xm{int(month)}", *years)
                 for day, month in dict.fromkeys(((one, other), (other, one)))
                 if 1 <= int(day) <= 31 and 1 <= int(month) <= 12)

"""The register: every column that is kept, how sensitive it is, how long it stays, and what erasure does to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DataClass(StrEnum):
    """How much a column tells about somebody."""

    NONE = "N"
    PERSONAL = "P"
    SPECIAL = "S"
    """Special category: being in a health-related group tells something about health."""
    CHILD = "C"
    RESTRICTED = "R"


class Retention(StrEnum):
    """How long a column may stay; what is due is shown to a person, and nothing goes by itself."""

    KEPT = "kept"
    """While the vault is in use."""
    AFTER_LAST_ATTENDANCE = "after last attendance"
    """12 months after the member last came; the counts stay."""
    ON_LEAVING = "on leaving"
    """Until the member leaves."""
    CONSENT = "consent"
    """Until withdrawn, and 12 months more."""
    DEBRIEF = "debrief"
    """12 months after the evening."""
    SUPERVISION = "supervision"
    """24 months after the day it is about."""
    CONCERN = "concern"
    """As long as the organisation's safeguarding policy says."""
    PAPER = "paper"
    """Until the sheets are shredded, and 12 months more."""
    JOURNAL = "journal"
    """Until a checkpoint lets the old entries go."""


class Erasure(StrEnum):
    """What erasing a person does to a column of a row about them."""

    STAYS = "stays"
    """Tells nothing about the person, or is needed as a count."""
    GOES = "goes"
    """Goes together with its row."""
    CLEARED = "cleared"
    """The row stays for the counts, the column is emptied."""


class Clash(StrEnum):
    """How two versions of one row that have not seen each other come together."""

    BY_FIELD = "by field"
    ASK = "ask"
    UNION = "union"
    STRICTER_FIRST = "stricter first"


class SearchKind(StrEnum):
    """What the search box can find."""

    GROUP = "group"
    MEMBER = "member"
    SESSION = "session"
    AGENDA = "agenda"
    VENUE = "venue"
    LIBRARY = "library"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Column:
    """One column's duties. `access` says whether a subject-access answer holds it."""

    name: str
    data: DataClass
    retention: Retention = Retention.KEPT
    erasure: Erasure = Erasure.STAYS
    access: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A shared table. `owners` are (column, table) whose erasure takes the row along; `area` is what screens watch."""

    name: str
    area: str
    clash: Clash
    owners: tuple[tuple[str, str], ...]
    columns: tuple[Column, ...]
    insert_only: bool = False
    search: SearchKind | None = None
    searched: tuple[str, ...] = ()
    """The columns that the search index is made from."""
    dated: bool = False
    """Only the day is kept of when a row was saved, as the very moment would tell who it is about."""

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names without the id."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True)
class Internal:
    """A table that the store keeps for itself; it is not merged row by row, but its columns have duties too."""

    name: str
    columns: tuple[Column, ...]


_N, _P, _S, _C = DataClass.NONE, DataClass.PERSONAL, DataClass.SPECIAL, DataClass.CHILD
_R = DataClass.RESTRICTED


def _plain(*names: str) -> tuple[Column, ...]:
    return tuple(Column(name, _N) for name in names)


def _person(data: DataClass, *names: str, retention: Retention = Retention.KEPT) -> tuple[Column, ...]:
    return tuple(Column(name, data, retention, Erasure.GOES, access=True) for name in names)


_NAMES = Retention.AFTER_LAST_ATTENDANCE

TABLES: tuple[Table, ...] = (
    Table("organisation", "organisation", Clash.BY_FIELD, (), (
        *_plain("name", "country"),
        Column("controller_contact", _P, erasure=Erasure.CLEARED, access=True),
        Column("lead_name", _P, erasure=Erasure.CLEARED, access=True),
        Column("lead_contact", _P, erasure=Erasure.CLEARED, access=True),
        Column("deputy_name", _P, erasure=Erasure.CLEARED, access=True),
        Column("deputy_contact", _P, erasure=Erasure.CLEARED, access=True),
        Column("supervisor", _P, erasure=Erasure.CLEARED, access=True),
    )),
    Table("facilitator", "facilitators", Clash.BY_FIELD, (), (
        *_person(_P, "name", "holder"), *_plain("active"),
        *_person(_P, "availability"), *_person(_S, "lived_experience"), *_person(_P, "checks_seen_on"),
    )),
    Table("venue", "venues", Clash.BY_FIELD, (), _plain(
        "name", "address", "exits", "phone_signal", "first_aid", "access", "notes", "facts", "cost",
    ), search=SearchKind.VENUE, searched=("name", "address")),
    Table("groups", "groups", Clash.BY_FIELD, (), (
        *_plain("name", "application", "audience", "is_open", "is_ongoing", "record_level", "size_cap", "min_age",
                "count_only", "venue_id"),
        Column("team", _P, erasure=Erasure.CLEARED, access=True),
        *_plain("last_pack", "created_on", "setting", "format", "archived_on"),
    ), search=SearchKind.GROUP, searched=("name", "audience")),
    Table("series", "sessions", Clash.ASK, (("group_id", "groups"),), _plain(
        "group_id", "weekday", "every", "nth", "start_minute", "minutes", "first_on", "last_on",
    )),
    Table("session", "sessions", Clash.ASK, (("group_id", "groups"),), _plain(
        "group_id", "series_id", "held_on", "slot", "start_minute", "minutes", "status", "venue_id", "headcount",
        "newcomers", "returning", "adults", "count_out", "checklist", "ended_at", "why",
    ), search=SearchKind.SESSION, searched=("held_on",)),
    Table("member", "members", Clash.BY_FIELD, (("group_id", "groups"),), (
        *_person(_S, "group_id", "name", "first_seen", "active", retention=_NAMES),
        *_person(_S, "contact", "contact_preference", "emergency_contact", "may_leave_message", "if_another_answers",
                 retention=Retention.ON_LEAVING),
        *_person(_C, "age_band", retention=Retention.ON_LEAVING),
    ), search=SearchKind.MEMBER, searched=("name",)),
    Table("consent", "members", Clash.UNION, (("member_id", "member"),), (
        *_person(_S, "member_id", "purpose", "state", "basis", "wording_version", "on_date", "how",
                 retention=Retention.CONSENT),
    ), insert_only=True),
    Table("access_need", "members", Clash.BY_FIELD, (("group_id", "groups"), ("member_id", "member")), (
        *_person(_S, "group_id", "member_id", "adjustment", retention=Retention.ON_LEAVING),
    )),
    Table("attendance", "attendance", Clash.ASK, (("session_id", "session"), ("member_id", "member")), (
        *_person(_S, "session_id", "member_id", "present", retention=_NAMES),
    )),
    Table("agenda", "agendas", Clash.ASK, (("group_id", "groups"), ("session_id", "session")), _plain(
        "group_id", "session_id", "name", "template", "minutes", "segments", "summary",
    ), search=SearchKind.AGENDA, searched=("name", "summary")),
    Table("role", "roles", Clash.ASK, (("session_id", "session"),), (
        *_plain("session_id", "role", "filled"),
        *(Column(name, _P, _NAMES, Erasure.CLEARED, access=True) for name in ("facilitator_id", "name")),
    )),
    Table("pairing", "pairings", Clash.BY_FIELD, (("group_id", "groups"),), (
        *_person(_S, "group_id", "one", "other", "kind", "started_on", "ended_on", "checklist", retention=_NAMES),
    )),
    Table("pairing_meeting", "pairings", Clash.BY_FIELD, (("pairing_id", "pairing"),), (
        *_person(_S, "pairing_id", "met_on", "minutes", retention=_NAMES),
    )),
    Table("member_date", "members", Clash.BY_FIELD, (("member_id", "member"),), (
        *_person(_S, "member_id", "kind", "month", "day", retention=Retention.CONSENT),
    )),
    Table("library_item", "library", Clash.ASK, (), _plain(
        "kind", "item", "language", "title", "body", "based_on",
    ), search=SearchKind.LIBRARY, searched=("title", "body")),
    Table("helpline", "numbers", Clash.BY_FIELD, (("group_id", "groups"),), _plain(
        "group_id", "name", "number", "what", "channel", "hours", "any_worry",
    )),
    Table("number_called", "numbers", Clash.ASK, (), _plain("line", "number", "works", "checked_on", "until")),
    Table("shelf_mark", "shelf_marks", Clash.BY_FIELD, (), _plain("kind", "item", "favourite", "tags")),
    Table("agreement_version", "agreements", Clash.UNION, (("group_id", "groups"),), _plain(
        "group_id", "number", "adopted_on", "review_by", "present", "clauses",
    ), insert_only=True),
    Table("paper_out", "papers", Clash.BY_FIELD, (("group_id", "groups"),), tuple(
        Column(name, _N, Retention.PAPER)
        for name in ("group_id", "document", "copies", "printed_on", "personal", "shred_by", "shredded_on")
    )),
    Table("run", "runs", Clash.ASK, (("session_id", "session"),), _plain("session_id", "plan", "log", "outcome")),
    Table("loose_end", "loose_ends", Clash.BY_FIELD, (("group_id", "groups"),), _plain(
        "group_id", "session_id", "words", "raised_on", "settled_on",
    )),
    Table("baton", "batons", Clash.ASK, (("group_id", "groups"),), tuple(
        Column(name, _N, Retention.DEBRIEF) for name in ("group_id", "session_id", "words", "written_on", "taken_on")
    )),
    Table("debrief", "debriefs", Clash.ASK, (("session_id", "session"),), tuple(
        Column(name, _N, Retention.DEBRIEF) for name in ("session_id", "answers", "follow_ups", "held_on")
    )),
    Table("sealed", "sealed", Clash.ASK, (), (
        *(Column(name, _P, Retention.SUPERVISION, Erasure.GOES, access=True) for name in ("holder", "body")),
        *(Column(name, _N, Retention.SUPERVISION) for name in ("kind", "session_id", "on_date")),
    )),
    Table("theme", "themes", Clash.BY_FIELD, (("group_id", "groups"),), _plain("group_id", "label", "active")),
    Table("session_theme", "themes", Clash.ASK, (("session_id", "session"), ("theme_id", "theme")), _plain(
        "session_id", "theme_id", "present",
    )),
    Table("note", "notes", Clash.ASK, (("group_id", "groups"),), _plain(
        "group_id", "session_id", "template", "body", "written_on", "review_on", "sealed_on",
    ), search=SearchKind.NOTE, searched=("body",)),
    Table("note_amendment", "notes", Clash.UNION, (("note_id", "note"),), _plain("note_id", "body", "written_on"),
          insert_only=True),
    Table("kept_word", "notes", Clash.UNION, (), _plain("word")),
    Table("concern", "concerns", Clash.ASK, (), tuple(
        Column(name, _R, Retention.CONCERN, Erasure.GOES, access=True) for name in (
            "group_id", "made_on", "passed_to", "passed_on", "reference", "why_not", "recipient", "body", "opened_on",
            "closed_on")
    ), dated=True),
    Table("concern_amendment", "concerns", Clash.UNION, (("concern_id", "concern"),), tuple(
        Column(name, _R, Retention.CONCERN, Erasure.GOES, access=True) for name in ("concern_id", "made_on", "body")
    ), insert_only=True, dated=True),
    Table("incident", "incidents", Clash.ASK, (("group_id", "groups"),), tuple(
        Column(name, _N, Retention.CONCERN)
        for name in ("group_id", "session_id", "kind", "facts", "roles", "action", "on_date")
    )),
    Table("feedback", "feedback", Clash.UNION, (("group_id", "groups"),), _plain(
        "group_id", "month", "answers", "words",
    ), dated=True),
    Table("measure", "feedback", Clash.UNION, (("group_id", "groups"),), _plain(
        "group_id", "instrument", "licence", "month", "people", "counts",
    ), dated=True),
    Table("translation", "settings", Clash.ASK, (), (
        *_plain("language"), Column("read_by", _P, erasure=Erasure.CLEARED, access=True), *_plain("read_on"),
    )),
    Table("setting", "settings", Clash.BY_FIELD, (), _plain("key", "value")),
)
"""Every table that two copies of a vault share."""

INTERNAL: tuple[Internal, ...] = (
    Internal("ledger", _plain("id", "tbl", "rev", "seen", "fv", "state", "touched", "by", "at")),
    Internal("sibling", (
        *_plain("id", "rev", "seen", "fv", "state"), Column("body", _S, _NAMES, Erasure.GOES, access=True),
        *_plain("by", "at"),
    )),
    Internal("clock", _plain("one", "n", "quiet", "by", "at")),
    Internal("copy", _plain("copy_id", "label")),
    Internal("journal", tuple(
        Column(name, _N, Retention.JOURNAL) for name in ("copy_id", "n", "by", "at", "kind", "rows", "hash")
    )),
    Internal("checkpoint", _plain("copy_id", "n", "hash")),
    Internal("meta", _plain("key", "value")),
    Internal("search", (
        Column("title", _S, _NAMES, Erasure.GOES), Column("more", _S, _NAMES, Erasure.GOES),
    )),
    Internal("search_place", _plain("n", "id")),
)
"""Every table that the store keeps for itself."""


def table(name: str) -> Table:
    """The declaration of a shared table. Raises KeyError."""
    return _BY_NAME[name]


_BY_NAME = {one.name: one for one in TABLES}

"""The schema, step after step. A step is self-contained: it imports nothing of the app and never changes again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from facilitator.store.sixth import read_over

if TYPE_CHECKING:
    from sqlite_utils import Database

Migration: TypeAlias = Callable[["Database"], None]

SET = "facilitator"
"""Our name in sqlite-utils' table of applied migrations."""

_ID = "id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16)"
_FIRST = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value ANY) STRICT, WITHOUT ROWID;
CREATE TABLE copy (copy_id BLOB PRIMARY KEY NOT NULL, label TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
CREATE TABLE clock (
    one INTEGER PRIMARY KEY CHECK (one = 1), n INTEGER NOT NULL, quiet INTEGER NOT NULL,
    by BLOB NOT NULL, at INTEGER NOT NULL
) STRICT;
INSERT INTO clock VALUES (1, 0, 0, x'', 0);
CREATE TABLE ledger (
    id BLOB PRIMARY KEY NOT NULL, tbl TEXT NOT NULL, rev INTEGER, seen TEXT, fv TEXT,
    state INTEGER NOT NULL DEFAULT 0, touched INTEGER NOT NULL, by BLOB NOT NULL, at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE sibling (
    id BLOB NOT NULL, rev INTEGER NOT NULL, seen TEXT, fv TEXT, state INTEGER NOT NULL, body TEXT NOT NULL,
    by BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (id, rev)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal (
    copy_id BLOB NOT NULL, n INTEGER NOT NULL, by BLOB NOT NULL, at INTEGER NOT NULL, kind TEXT NOT NULL,
    rows TEXT NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (copy_id, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE checkpoint (
    copy_id BLOB PRIMARY KEY NOT NULL, n INTEGER NOT NULL, hash BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE search_place (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE search USING fts5(
    title, more, tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE TABLE organisation (
    {_ID}, name TEXT NOT NULL DEFAULT '', country TEXT NOT NULL DEFAULT '', controller_contact TEXT NOT NULL DEFAULT '',
    lead_name TEXT NOT NULL DEFAULT '', lead_contact TEXT NOT NULL DEFAULT '', deputy_name TEXT NOT NULL DEFAULT '',
    deputy_contact TEXT NOT NULL DEFAULT '', supervisor TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE facilitator ({_ID}, name TEXT NOT NULL, holder BLOB, active INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TABLE venue (
    {_ID}, name TEXT NOT NULL DEFAULT '', address TEXT NOT NULL DEFAULT '', exits TEXT NOT NULL DEFAULT '',
    phone_signal TEXT NOT NULL DEFAULT '', first_aid TEXT NOT NULL DEFAULT '', access TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE groups (
    {_ID}, name TEXT NOT NULL, application TEXT NOT NULL, audience TEXT NOT NULL DEFAULT '',
    is_open INTEGER NOT NULL DEFAULT 1, is_ongoing INTEGER NOT NULL DEFAULT 1, record_level INTEGER NOT NULL,
    size_cap INTEGER, min_age INTEGER, count_only INTEGER NOT NULL DEFAULT 0, venue_id BLOB,
    team TEXT NOT NULL DEFAULT '[]', last_pack TEXT, created_on TEXT NOT NULL
) STRICT;
CREATE TABLE series (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, weekday INTEGER NOT NULL,
    every INTEGER NOT NULL DEFAULT 1, nth INTEGER NOT NULL DEFAULT 0, start_minute INTEGER NOT NULL,
    minutes INTEGER NOT NULL, first_on TEXT NOT NULL, last_on TEXT
) STRICT;
CREATE INDEX series_group ON series (group_id);
CREATE TABLE session (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, series_id BLOB,
    held_on TEXT NOT NULL, slot INTEGER NOT NULL DEFAULT 0, start_minute INTEGER NOT NULL, minutes INTEGER NOT NULL,
    status TEXT NOT NULL DEFAULT 'planned', venue_id BLOB, headcount INTEGER, newcomers INTEGER, "returning" INTEGER,
    adults INTEGER, count_out INTEGER, checklist TEXT NOT NULL DEFAULT '[]', ended_at INTEGER
) STRICT;
CREATE INDEX session_group ON session (group_id, held_on);
CREATE INDEX session_day ON session (held_on);
CREATE TABLE member (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, name TEXT NOT NULL,
    first_seen TEXT, active INTEGER NOT NULL DEFAULT 1, contact TEXT NOT NULL DEFAULT '',
    contact_preference TEXT NOT NULL DEFAULT '', emergency_contact TEXT NOT NULL DEFAULT '',
    age_band TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX member_group ON member (group_id);
CREATE TABLE consent (
    {_ID}, member_id BLOB NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED, purpose TEXT NOT NULL,
    state TEXT NOT NULL, basis TEXT NOT NULL DEFAULT '', wording_version TEXT NOT NULL DEFAULT '', on_date TEXT,
    how TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX consent_member ON consent (member_id);
CREATE TABLE access_need (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED,
    member_id BLOB REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED, adjustment TEXT NOT NULL
) STRICT;
CREATE INDEX access_need_group ON access_need (group_id);
CREATE INDEX access_need_member ON access_need (member_id);
CREATE TABLE attendance (
    {_ID}, session_id BLOB NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    member_id BLOB NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED, present INTEGER NOT NULL
) STRICT;
CREATE INDEX attendance_session ON attendance (session_id);
CREATE INDEX attendance_member ON attendance (member_id);
CREATE TABLE agenda (
    {_ID}, group_id BLOB REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED,
    session_id BLOB REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED, name TEXT NOT NULL DEFAULT '',
    template TEXT NOT NULL DEFAULT '', minutes INTEGER NOT NULL, segments BLOB NOT NULL DEFAULT x''
) STRICT;
CREATE INDEX agenda_group ON agenda (group_id);
CREATE INDEX agenda_session ON agenda (session_id);
CREATE TABLE agreement_version (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, number INTEGER NOT NULL,
    adopted_on TEXT NOT NULL, review_by TEXT, present INTEGER, clauses TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX agreement_version_group ON agreement_version (group_id);
CREATE TABLE paper_out (
    {_ID}, group_id BLOB REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, document TEXT NOT NULL,
    copies INTEGER NOT NULL, printed_on TEXT NOT NULL, personal TEXT NOT NULL, shred_by TEXT, shredded_on TEXT
) STRICT;
CREATE INDEX paper_out_group ON paper_out (group_id);
CREATE TABLE setting ({_ID}, key TEXT NOT NULL, value TEXT NOT NULL) STRICT;
"""


def first(db: Database) -> None:
    """The first schema: one group's evening from list to count, in versions from the first row."""
    for statement in _FIRST.split(";\n"):
        if statement.strip():
            db.execute(statement)


_FURNISHED = f"""
ALTER TABLE facilitator ADD COLUMN availability TEXT NOT NULL DEFAULT '';
ALTER TABLE facilitator ADD COLUMN lived_experience INTEGER;
ALTER TABLE facilitator ADD COLUMN checks_seen_on TEXT;
ALTER TABLE venue ADD COLUMN facts TEXT NOT NULL DEFAULT '[]';
ALTER TABLE venue ADD COLUMN cost TEXT NOT NULL DEFAULT '';
ALTER TABLE groups ADD COLUMN setting TEXT NOT NULL DEFAULT '';
ALTER TABLE groups ADD COLUMN format TEXT NOT NULL DEFAULT '';
ALTER TABLE groups ADD COLUMN archived_on TEXT;
ALTER TABLE session ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE member ADD COLUMN may_leave_message INTEGER;
ALTER TABLE member ADD COLUMN if_another_answers TEXT NOT NULL DEFAULT '';
ALTER TABLE agenda ADD COLUMN summary TEXT NOT NULL DEFAULT '';
CREATE TABLE role (
    {_ID}, session_id BLOB NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED, role TEXT NOT NULL,
    filled INTEGER NOT NULL DEFAULT 0, facilitator_id BLOB, name TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX role_session ON role (session_id);
CREATE TABLE pairing (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, one TEXT NOT NULL,
    other TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'buddy', started_on TEXT NOT NULL, ended_on TEXT,
    checklist TEXT NOT NULL DEFAULT '[]'
) STRICT;
CREATE INDEX pairing_group ON pairing (group_id);
CREATE TABLE pairing_meeting (
    {_ID}, pairing_id BLOB NOT NULL REFERENCES pairing (id) DEFERRABLE INITIALLY DEFERRED, met_on TEXT NOT NULL,
    minutes INTEGER NOT NULL
) STRICT;
CREATE INDEX pairing_meeting_pairing ON pairing_meeting (pairing_id);
CREATE TABLE member_date (
    {_ID}, member_id BLOB NOT NULL REFERENCES member (id) DEFERRABLE INITIALLY DEFERRED, kind TEXT NOT NULL,
    month INTEGER NOT NULL, day INTEGER NOT NULL
) STRICT;
CREATE INDEX member_date_member ON member_date (member_id);
CREATE TABLE library_item (
    {_ID}, kind TEXT NOT NULL, item TEXT NOT NULL, language TEXT NOT NULL, title TEXT NOT NULL,
    body TEXT NOT NULL, based_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX library_item_kind ON library_item (kind, item)
"""


def furnished(db: Database) -> None:
    """Every room: rota, pairings, dates that matter, safe contact, venue facts, own words, archived groups."""
    for statement in _FURNISHED.split(";\n"):
        db.execute(statement)


_EVENING = f"""
CREATE TABLE run (
    {_ID}, session_id BLOB NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    plan TEXT NOT NULL DEFAULT '[]', log TEXT NOT NULL DEFAULT '[]', outcome TEXT NOT NULL DEFAULT '{{}}'
) STRICT;
CREATE INDEX run_session ON run (session_id);
CREATE TABLE loose_end (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, session_id BLOB,
    words TEXT NOT NULL, raised_on TEXT NOT NULL, settled_on TEXT
) STRICT;
CREATE INDEX loose_end_group ON loose_end (group_id);
CREATE TABLE baton (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, session_id BLOB NOT NULL,
    words TEXT NOT NULL, written_on TEXT NOT NULL, taken_on TEXT
) STRICT;
CREATE INDEX baton_group ON baton (group_id);
CREATE TABLE debrief (
    {_ID}, session_id BLOB NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    answers TEXT NOT NULL DEFAULT '[]', follow_ups TEXT NOT NULL DEFAULT '[]', held_on TEXT NOT NULL
) STRICT;
CREATE INDEX debrief_session ON debrief (session_id);
CREATE TABLE sealed (
    {_ID}, holder BLOB NOT NULL, kind TEXT NOT NULL, session_id BLOB, on_date TEXT NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE INDEX sealed_holder ON sealed (holder, kind)
"""


def evening(db: Database) -> None:
    """The evening itself: how it ran, loose ends, what is handed on, debrief, and what is sealed to its author."""
    for statement in _EVENING.split(";\n"):
        db.execute(statement)


_WRITTEN = f"""
CREATE TABLE theme (
    {_ID}, group_id BLOB REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, label TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX theme_group ON theme (group_id);
CREATE TABLE session_theme (
    {_ID}, session_id BLOB NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    theme_id BLOB NOT NULL REFERENCES theme (id) DEFERRABLE INITIALLY DEFERRED, present INTEGER NOT NULL
) STRICT;
CREATE INDEX session_theme_session ON session_theme (session_id);
CREATE INDEX session_theme_theme ON session_theme (theme_id);
CREATE TABLE note (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, session_id BLOB,
    template TEXT NOT NULL DEFAULT '', body TEXT NOT NULL, written_on TEXT NOT NULL, review_on TEXT, sealed_on TEXT
) STRICT;
CREATE INDEX note_group ON note (group_id);
CREATE INDEX note_session ON note (session_id);
CREATE TABLE note_amendment (
    {_ID}, note_id BLOB NOT NULL REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED, body TEXT NOT NULL,
    written_on TEXT NOT NULL
) STRICT;
CREATE INDEX note_amendment_note ON note_amendment (note_id);
CREATE TABLE kept_word ({_ID}, word TEXT NOT NULL) STRICT;
CREATE TABLE concern (
    {_ID}, group_id BLOB, made_on TEXT NOT NULL, passed_to TEXT NOT NULL DEFAULT '', passed_on TEXT,
    reference TEXT NOT NULL DEFAULT '', why_not TEXT NOT NULL DEFAULT '', recipient BLOB, body BLOB, opened_on TEXT,
    closed_on TEXT
) STRICT;
CREATE TABLE concern_amendment (
    {_ID}, concern_id BLOB NOT NULL REFERENCES concern (id) DEFERRABLE INITIALLY DEFERRED, made_on TEXT NOT NULL,
    body BLOB NOT NULL
) STRICT;
CREATE INDEX concern_amendment_concern ON concern_amendment (concern_id);
CREATE TABLE incident (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, session_id BLOB,
    kind TEXT NOT NULL, facts TEXT NOT NULL DEFAULT '', roles TEXT NOT NULL DEFAULT '[]',
    action TEXT NOT NULL DEFAULT '', on_date TEXT NOT NULL
) STRICT;
CREATE INDEX incident_group ON incident (group_id);
CREATE TABLE feedback (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, month TEXT NOT NULL,
    answers TEXT NOT NULL DEFAULT '{{}}', words TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX feedback_group ON feedback (group_id);
CREATE TABLE measure (
    {_ID}, group_id BLOB NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, instrument TEXT NOT NULL,
    licence TEXT NOT NULL DEFAULT '', month TEXT NOT NULL, people INTEGER NOT NULL, counts TEXT NOT NULL
) STRICT;
CREATE INDEX measure_group ON measure (group_id)
"""


def written(db: Database) -> None:
    """What is written afterwards: themes, notes, concerns, incidents, feedback; none of it has a link to a member."""
    for statement in _WRITTEN.split(";\n"):
        db.execute(statement)


_SHELVED = f"""
CREATE TABLE helpline (
    {_ID}, group_id BLOB REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED, name TEXT NOT NULL,
    number TEXT NOT NULL, what TEXT NOT NULL DEFAULT '', channel TEXT NOT NULL, hours TEXT NOT NULL DEFAULT '',
    any_worry INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX helpline_group ON helpline (group_id);
CREATE TABLE number_called (
    {_ID}, line TEXT NOT NULL, number TEXT NOT NULL, works INTEGER NOT NULL, checked_on TEXT NOT NULL,
    until TEXT NOT NULL
) STRICT;
CREATE TABLE shelf_mark (
    {_ID}, kind TEXT NOT NULL, item TEXT NOT NULL, favourite INTEGER NOT NULL DEFAULT 0,
    tags TEXT NOT NULL DEFAULT '[]'
) STRICT
"""


def shelved(db: Database) -> None:
    """What a charity adds to the shelves: numbers of its own, which numbers were called, favourites and tags."""
    for statement in _SHELVED.split(";\n"):
        db.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (first, furnished, evening, written, shelved, read_over)
"""Every step, oldest first; a new one is added at the end, with a name never used before."""

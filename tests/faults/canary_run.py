"""A program of its own: fills a vault with words that must lie nowhere, and takes it through all that files can do.

Writes what it saw to standard output as JSON: sockets, files written outside its tree, files that held a canary when
they were thrown away, columns that took no canary, and the recovery code.
"""

from __future__ import annotations

import errno
import io
import json
import os
import sys
import traceback
import zlib
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.faults.canaries import MARK, sightings

TREE, ASKED = Path(sys.argv[1]), Path(sys.argv[2])
SEEN: dict[str, Any] = {"sockets": [], "outside": [], "thrown away": [], "said": []}


def watch(event: str, facts: tuple[Any, ...]) -> None:
    """Called by Python itself, before each thing it does to the system."""
    if event == "socket.__new__":
        SEEN["sockets"].append(f"socket of family {facts[1]!r}")
    elif event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        SEEN["sockets"].append(event)
    elif event == "open" and isinstance(facts[0], str | bytes) and facts[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        path = Path(os.fsdecode(facts[0])).absolute()
        if not path.is_relative_to(TREE) and not path.is_relative_to("/dev") and path.suffix != ".pyc":
            SEEN["outside"].append(str(path))
    elif event in ("os.remove", "os.rename", "os.truncate"):
        path = Path(os.fsdecode(facts[0])).absolute() if isinstance(facts[0], str | bytes | os.PathLike) else None
        if path is not None and path.is_file() and not path.is_relative_to(ASKED) and sightings(path.read_bytes()):
            SEEN["thrown away"].append(str(path))


sys.addaudithook(watch)

from facilitator import packs, vault  # noqa: E402
from facilitator.cli.main import main as command_line  # noqa: E402
from facilitator.errors import NotFound, UserError  # noqa: E402
from facilitator.library import Library  # noqa: E402
from facilitator.log import trouble  # noqa: E402
from facilitator.model.agenda import AgendaDraft, Line, LineKind, Segment, SegmentKind  # noqa: E402
from facilitator.model.agreement import Clause  # noqa: E402
from facilitator.model.clock import SystemClock  # noqa: E402
from facilitator.model.group import Application, GroupDraft, RecordLevel  # noqa: E402
from facilitator.model.member import Consent, ConsentPurpose, ConsentState, MemberDraft  # noqa: E402
from facilitator.model.organisation import Organisation, VenueDraft  # noqa: E402
from facilitator.model.paper import PersonalData  # noqa: E402
from facilitator.model.session import Count, SeriesDraft  # noqa: E402
from facilitator.settings import DeviceSettings  # noqa: E402
from facilitator.store.register import TABLES  # noqa: E402
from facilitator.vault import SeenInSettings, UnlockedVault  # noqa: E402
from facilitator.workspace import Workspace  # noqa: E402
from tests.core.vaults import TINY  # noqa: E402

WORDS, OTHER = f"{MARK} seven quiet bicycles", f"{MARK} nine gentle trumpets"
CLOCK = SystemClock()
FOLDER = TREE / "home" / "Blue folder.vault"


def canary(what: str) -> str:
    """A word that stands nowhere else, and says where it was planted."""
    return f"{MARK.capitalize()} {what}"


def plant(workspace: Workspace) -> None:
    """A canary wherever a person can write."""
    made = canary
    workspace.organisations.save(Organisation(
        name=made("charity"), controller_contact=made("controller"), lead_name=made("lead"),
        lead_contact=made("lead contact"), deputy_name=made("deputy"), deputy_contact=made("deputy contact"),
        supervisor=made("supervisor")))
    workspace.facilitators.add(made("facilitator"), workspace.vault.holder)
    workspace.venues.save(VenueDraft(name=made("venue"), address=made("address"), exits=made("exits"),
                                     phone_signal=made("phone"), first_aid=made("first aid"), access=made("access"),
                                     notes=made("notes")))
    adults = GroupDraft(name=made("group"), application=Application.GRIEF, audience=made("audience"),
                        record_level=RecordLevel.CONTACTABLE, venue_id=workspace.venues.all()[0].id,
                        team=(workspace.facilitators.all()[0].id,))
    workspace.groups.save(replace(adults, min_age=16))
    group = workspace.groups.named(made("group"))
    workspace.agreements.adopt(group.id, [Clause(text=made("clause"), why=made("why"), if_broken=made("broken"),
                                                 theme=made("theme"))], present=5)
    given = Consent(member_id=b"", purpose=ConsentPurpose.LIST, state=ConsentState.GIVEN, basis=made("basis"),
                    wording_version=made("wording"), how=made("how"))
    workspace.members.save(group.id, MemberDraft(
        name=made("member"), contact=made("contact"), contact_preference=made("preference"),
        emergency_contact=made("emergency"), age_band=made("age band")),
        consents=(given, replace(given, purpose=ConsentPurpose.PARENT)))
    workspace.groups.save(adults, group.id)  # an age that was required once stays until somebody takes it away
    member = workspace.members.of(group.id)[0]
    workspace.members.needs.add(group.id, made("adjustment"), member.id)
    today = CLOCK.today()
    workspace.sessions.series.save(group.id, SeriesDraft(weekday=today.weekday(), start_minute=600,
                                                         first_on=today - timedelta(weeks=2)))
    past = workspace.sessions.planned(group.id, today - timedelta(weeks=2), today)[0]
    workspace.attendance.set(past, member.id, True)
    workspace.attendance.newcomer(past, MemberDraft(name=made("newcomer")))
    workspace.sessions.counts.hold(past, Count(heads=5, newcomers=1))
    coming = workspace.sessions.next(group.id)
    assert coming is not None
    plan = AgendaDraft(name=made("plan"), minutes=coming.minutes, segments=(Segment(
        title=made("segment"), kind=SegmentKind.ROUND, minutes=coming.minutes, leader=made("leader"), hint=made("hint"),
        materials=(made("materials"),), lines=(Line(LineKind.SAY, made("script")),)),))
    workspace.agendas.save(plan, coming)
    workspace.agendas.keep(replace(plan, name=made("kept plan"), summary=made("kept summary")))
    workspace.papers.record(made("document"), 2, PersonalData.CONTAINED, group.id)
    with workspace.vault.store.command("test.plant") as c:
        c.update("facilitator", workspace.facilitators.all()[0].id, {"availability": made("availability")})
        c.update("venue", workspace.venues.all()[0].id, {"cost": made("cost")})
        c.update("groups", group.id, {"setting": made("setting"), "format": made("format")})
        c.update("member", member.id, {"if_another_answers": made("another answers")})
        c.insert("role", {"session_id": past.id, "role": "welcomer", "name": made("welcomer")})
        c.insert("agenda", {"name": made("own template"), "summary": made("summary"), "minutes": 60,
                            "segments": zlib.compress(b"[]")})
        pairing = c.insert("pairing", {"group_id": group.id, "one": made("one"), "other": made("other"),
                                       "started_on": today})
        c.insert("pairing_meeting", {"pairing_id": pairing, "met_on": today, "minutes": 30})
        c.insert("member_date", {"member_id": member.id, "kind": "remembered", "month": 1, "day": 2})
        c.insert("run", {"session_id": past.id, "plan": made("plan as run"), "log": made("log of a run"),
                         "outcome": made("outcome")})
        c.insert("loose_end", {"group_id": group.id, "words": made("loose end"), "raised_on": today})
        c.insert("baton", {"group_id": group.id, "session_id": past.id, "words": made("baton"), "written_on": today})
        c.insert("debrief", {"session_id": past.id, "answers": made("answers"), "follow_ups": made("follow-ups"),
                             "held_on": today})
        c.insert("sealed", {"holder": workspace.vault.holder, "kind": "log", "on_date": today,
                            "body": workspace.vault.personal.seal(made("sealed").encode(), "sealed")})
        theme = c.insert("theme", {"group_id": group.id, "label": made("theme")})
        c.insert("session_theme", {"session_id": past.id, "theme_id": theme, "present": 1})
        note = c.insert("note", {"group_id": group.id, "body": made("note"), "written_on": today})
        c.insert("note_amendment", {"note_id": note, "body": made("amendment"), "written_on": today})
        c.insert("kept_word", {"word": made("kept word")})
        sealed = workspace.vault.personal.seal(made("concern").encode(), "concern")
        concern = c.insert("concern", {"group_id": group.id, "made_on": today, "passed_to": made("passed to"),
                                       "reference": made("reference"), "why_not": made("why not"), "body": sealed})
        c.insert("concern_amendment", {"concern_id": concern, "made_on": today, "body": sealed})
        c.insert("incident", {"group_id": group.id, "kind": "fall", "facts": made("facts"), "roles": made("roles"),
                              "action": made("action"), "on_date": today})
        c.insert("feedback", {"group_id": group.id, "month": f"{today:%Y-%m}", "answers": made("feedback answers"),
                              "words": made("feedback words")})
        c.insert("measure", {"group_id": group.id, "instrument": "own", "licence": made("licence"),
                             "month": f"{today:%Y-%m}", "people": 7, "counts": made("counts")})
        c.insert("helpline", {"name": made("crisis team"), "number": made("crisis number"), "what": made("what for"),
                              "hours": made("hours"), "channel": "call"})
        c.insert("shelf_mark", {"kind": "card", "item": "sleep", "tags": made("tags")})
        c.insert("number_called", {"line": "gb-samaritans", "number": "116 123", "works": 1, "checked_on": today,
                                   "until": today})
        c.insert("translation", {"language": "es", "read_by": made("reader"), "read_on": today})
        c.insert("library_item", {"kind": "card", "item": "own", "language": "en", "title": made("own title"),
                                  "body": made("own words")})


def unplanted(workspace: Workspace) -> list[str]:
    """Columns of words that took no canary: the test names those that never hold a person's own words."""
    out = []
    SEEN["planted"] = 0
    for table in TABLES:
        rows = workspace.vault.store.all(f"select * from {table.name}")
        types = workspace.vault.store.all("select name, type from pragma_table_info(?)", (table.name,))
        for column in (row["name"] for row in types if row["type"] == "TEXT" or row["name"] == "segments"):
            values = [row[column] for row in rows if row[column] is not None]
            texts = [value if isinstance(value, str) else zlib.decompress(value).decode() for value in values]
            if any(MARK in text.casefold() for text in texts):
                SEEN["planted"] += 1
            else:
                out.append(f"{table.name}.{column}")
    return out


def refused(doing: Callable[[], object]) -> None:
    """Run something that is refused; neither its traceback nor its log line may say whom it was about."""
    try:
        doing()
        raise AssertionError("this should have been refused")
    except UserError as error:
        told = "".join(traceback.format_exception(error)) + trouble(error).line + repr(error)
        # The lines of our own programs stand in a traceback too, but no canary stands in one as it is planted.
        if sightings(told.encode()):
            SEEN["said"].append(type(error).__name__)


def run(*words: object, typed: str = WORDS) -> str:
    """The command line, within this process; what it said on standard output. Its errors may name no canary."""
    out, err, stdin = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            command_line([str(word) for word in words])
    finally:
        sys.stdin = stdin
    if sightings(err.getvalue().encode()):
        SEEN["said"].append(f"{words[0]}: standard error")
    return out.getvalue()


def first_day(seen: SeenInSettings) -> UnlockedVault:
    """Make a vault, plant, look for it, take back, half type, refuse, print."""
    opened = vault.create(FOLDER, WORDS, CLOCK, kdf=TINY, seen=seen)
    workspace = Workspace(opened, CLOCK, Library())
    refused(lambda: workspace.roster.read(ASKED / "none.csv"))
    pending = opened.new_recovery()
    opened.confirm_recovery(pending, pending.code)
    SEEN["code"] = pending.code
    plant(workspace)
    SEEN["unplanted"] = unplanted(workspace)
    SEEN["hits"] = len(workspace.search(canary("member")))
    group = workspace.groups.named(canary("group"))
    member = workspace.members.of(group.id)[0]
    workspace.members.save(group.id, replace(MemberDraft(name=canary("renamed")), contact=canary("second")), member.id)
    workspace.undo()
    workspace.members.bin(member.id)
    workspace.undo()
    opened.drafts.save(canary("draft"), {canary("field"): canary("half typed")})
    refused(lambda: workspace.groups.save(GroupDraft(name=canary("group"))))
    refused(lambda: workspace.groups.named(canary("nobody")))
    refused(lambda: workspace.members.save(group.id, MemberDraft(name=canary("long") * 40)))
    refused(lambda: workspace.members.get(b"?" * 16))
    refused(lambda: opened.set_passphrase(WORDS, canary("short")))
    refused(lambda: opened.set_passphrase(canary("wrong words, and many"), OTHER))
    sheet = workspace.roster.read(ASKED / "roster.csv")
    columns = workspace.roster.propose(sheet, group.id)
    preview = workspace.roster.preview(sheet, columns, group.id)
    repr((sheet, preview))
    workspace.roster.apply(preview, canary("import basis"))
    coming = workspace.sessions.next(group.id)
    assert coming is not None
    made, pdf = packs.build(workspace.packs.plan(coming))
    workspace.packs.printed(workspace.packs.plan(coming), made)
    SEEN["pdf"] = len(pdf)
    return opened


def other_days(opened: UnlockedVault, seen: SeenInSettings) -> None:
    """Back up, prove, change the words, lock, recover, restore; then the same on the command line."""
    backup = opened.backup(TREE / "stick").path
    opened.prove(backup)
    vault.prove_backup(backup, WORDS, CLOCK)
    opened.set_passphrase(WORDS, OTHER)
    opened.lock()
    opened = vault.recover(FOLDER, SEEN["code"], WORDS, CLOCK, kdf=TINY, seen=seen)
    SEEN["drafts"] = len(opened.drafts.list())
    opened.close()
    vault.restore(backup, TREE / "home" / "Again.vault", WORDS, CLOCK).close()
    refused(lambda: vault.unlock(FOLDER, OTHER, CLOCK))
    refused(lambda: vault.restore(ASKED / "roster.csv", TREE / "home" / "No.vault", WORDS, CLOCK))
    opens = (FOLDER, "--passphrase-file", "-")
    group = ("--group", canary("group"))
    run("check", *opens)
    run("backup", FOLDER, TREE / "stick", "--passphrase-file", "-")
    run("import", *opens, *group, ASKED / "second.csv")
    run("groups", *opens, typed=canary("wrong"))
    run("pack", *opens, *group, "--out", TREE / "locked.pdf", "--pdf-passphrase-file", ASKED / "pdf words")
    run("pack", *opens, *group, "--out", ASKED / "open.pdf")
    run("restore", next((TREE / "stick").iterdir()), TREE / "home" / "Third.vault", "--passphrase-file", "-")
    SEEN["listed"] = canary("group") in run("groups", *opens)


def last_day() -> None:
    """Be ended in the midst of a save, with the disk failing before: nothing is closed, nothing is tidied up."""
    if os.fork() == 0:
        opened = vault.unlock(FOLDER, WORDS, CLOCK)
        workspace = Workspace(opened, CLOCK, Library())
        opened.drafts.save("at the end", {"field": canary("last words")})
        try:
            with opened.store.command("test.half"):
                half = VenueDraft(name=canary("half saved"), notes=canary("half") * 200)
                workspace.venues.save(half, names_seen=True)
                raise OSError(errno.EIO, canary("system"))
        except OSError:
            pass
        with opened.store.command("test.more"):
            for number in range(400):
                more = VenueDraft(name=f"{canary('many')} {number}", notes=canary("more") * 100)
                workspace.venues.save(more, names_seen=True)
            os._exit(0)
    os.wait()


def careless() -> None:
    """All that must never be done, so that the watch itself can be tried."""
    import socket

    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
    (TREE.parent / "outside.txt").write_text("x", "utf-8")
    passing = TREE / "temporary" / "passing.txt"
    passing.write_text(canary("for a moment"), "utf-8")
    passing.unlink()
    passing.write_text(canary("for another"), "utf-16")
    passing.replace(TREE / "left.txt")


def main() -> None:
    """Everything, in order."""
    os.umask(0o077)
    seen = SeenInSettings(DeviceSettings(TREE / "home" / "state" / "settings.json"))
    (TREE / "stick").mkdir()
    other_days(first_day(seen), seen)
    last_day()
    try:
        raise NotFound(canary("not there"))
    except NotFound as error:
        SEEN["said"] += sightings(trouble(error).line.encode())
    SEEN["open sockets"] = sum(path.readlink().as_posix().startswith("socket:")
                               for path in Path("/proc/self/fd").iterdir() if path.is_symlink()
                               and path.exists()) if Path("/proc/self/fd").exists() else 0
    sys.stdout.write(json.dumps(SEEN))


if __name__ == "__main__" and sys.argv[3:]:
    careless()
    sys.stdout.write(json.dumps(SEEN))
elif __name__ == "__main__":
    main()

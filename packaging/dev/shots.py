"""`dev.py shots DIR`: a picture of every screen × theme × zoom × language. Run inside .venv; words pick screens."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import shots_safety
from moving import arrive, gate, go
from PySide6.QtWidgets import QRadioButton
from shots_room import seen, steps
from stage import Stage, application

from facilitator.i18n import PSEUDO
from facilitator.model.content import CopingCard
from facilitator.model.own import OwnKind
from facilitator.model.paper import PersonalData, Style
from facilitator.model.running import MINUTE
from facilitator.model.session import Count, Session
from facilitator.vault.opening import Opening
from facilitator.workspace import Workspace
from ui.screens import SCREENS
from ui.screens.groups.where import PARTS
from ui.screens.library import LibraryScreen
from ui.screens.plans.choosing_page import ChoosingPage
from ui.screens.plans.editor import Editor
from ui.screens.plans.preview_page import PreviewPage
from ui.screens.plans.screen import ALL
from ui.screens.print import PrintScreen
from ui.screens.safekeeping.who_page import WhoPage
from ui.screens.tonight.arrivals import Arrivals
from ui.screens.tonight.evening_page import EveningPage
from ui.screens.tonight.notes.page import NotePage
from ui.screens.tonight.running.page import RunningPage
from ui.theme import CONTRAST, DARK, LIGHT
from ui.widgets.search import SearchPanel
from ui.writing.settling import at_once

THEMES = (LIGHT, DARK, CONTRAST)
ZOOMS = (1.0, 1.5, 2.0)
LANGUAGES = ("en", PSEUDO)
GROUP = "Lantern circle"
"""The sample's group that meets tonight."""
NOTE = """We opened on time and read the agreement. Joan will bring the kettle, and mad hollie and hope did the tea.
Sleep took most of the hour. Please tell Mrs Okafor on 07700 900142 that two of us would like the radiator on."""
WORDS = "lantern orchard seven quiet bicycles"


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen: its name in the file names, and how to get there from the scene before."""

    name: str
    enter: Callable[[Stage], None]


def _step(*commands: Callable[[Opening], object]) -> Callable[[Stage], None]:
    """Take steps of the way in, as the buttons of the gate do."""

    def enter(stage: Stage) -> None:
        for command in commands:
            page = gate(stage).page
            if page is None:
                raise LookupError("the gate has no page")
            page.ask(lambda opening, progress, command=command: command(opening))
            stage.rest()

    return enter


def _lock(stage: Stage) -> None:
    stage.house.lock()
    stage.until(lambda: stage.house.opened is None)
    stage.rest()


def _emergency(stage: Stage) -> None:
    stage.house.emergency()
    stage.rest()


def _sample(stage: Stage) -> None:
    _emergency(stage)  # put the card away again
    here = gate(stage)
    if here.page is not None:
        here.page.ask(here.porch.sample)
    arrive(stage, stage.rest)


def start_the_count(stage: Stage) -> Arrivals:
    """From anywhere in the sample to counting who comes."""
    go("tonight")(stage)
    stage.house.window.findChild(EveningPage).hero.starting.emit()
    stage.rest()
    return stage.house.window.findChild(Arrivals)


def _group(*path: str) -> Callable[[Stage], None]:
    """A page of the group that meets tonight."""

    def enter(stage: Stage) -> None:
        group = stage.ask(lambda workspace: workspace.groups.named(GROUP).id)
        go("groups", (group, *path))(stage)

    return enter


def _member(*path: str) -> Callable[[Stage], None]:
    """A page of the first person of that group."""

    def enter(stage: Stage) -> None:
        group = stage.ask(lambda workspace: workspace.groups.named(GROUP).id)
        member = stage.ask(lambda workspace: workspace.members.of(group)[0].id)
        go("groups", (group, "people", member, *path))(stage)

    return enter


def _evening(*path: str) -> Callable[[Stage], None]:
    """A page of that group's newest evening that was held."""

    def enter(stage: Stage) -> None:
        group = stage.ask(lambda workspace: workspace.groups.named(GROUP).id)
        held = stage.ask(lambda workspace: workspace.sessions.held(group, 1)[0].id)
        go("groups", (group, "evenings", held, *path))(stage)

    return enter


def _facilitator(stage: Stage) -> None:
    group = stage.ask(lambda workspace: workspace.groups.named(GROUP))
    go("groups", (group.id, "team", "person", group.team[0]))(stage)


def _plan(stage: Stage) -> None:
    session = stage.ask(lambda workspace: workspace.sessions.next(workspace.groups.named(GROUP).id))
    go("plans", session)(stage)


def _unplanned(stage: Stage) -> None:
    """An evening that has no plan yet: the plans to start from."""
    def coming(workspace: Workspace) -> Session:
        group = workspace.groups.named(GROUP).id
        ahead = workspace.sessions.planned(
            group, workspace.clock.today() + timedelta(days=1), workspace.clock.today() + timedelta(days=60)
        )
        return next(session for session in ahead if workspace.agendas.of(session) is None)

    go("plans", stage.ask(coming))(stage)


def _words(stage: Stage) -> None:
    """The words from the library that suit the segment shown."""
    _plan(stage)
    stage.house.window.findChild(Editor).side.borrow_button.click()
    stage.rest()


def _prompts(stage: Stage) -> None:
    """Prompts for the check-in."""
    _plan(stage)
    editor = stage.house.window.findChild(Editor)
    editor.rows.picked.emit(1)
    editor.side.prompt_button.click()
    stage.rest()


def _preview(stage: Stage) -> None:
    """A plan looked at before it is chosen."""
    page = stage.house.window.findChild(ChoosingPage)
    page.looked.emit(page.lists[0].items[0].key)
    stage.rest()


def _own(stage: Stage) -> None:
    """A plan of one's own; it is made from one that ships."""
    page = stage.house.window.findChild(ChoosingPage)
    page.looked.emit(page.lists[0].items[0].key)
    stage.rest()
    stage.house.window.findChild(PreviewPage).use_button.click()
    stage.rest()


def _compared(stage: Stage) -> None:
    """A card in the sample group's own words, beside the original."""
    def reword(workspace: Workspace) -> None:
        card = workspace.bench.opened(OwnKind.CARD, "slow-breathing")
        if isinstance(card, CopingCard):
            said = replace(card, title="Breathe out slowly", cautions=(*card.cautions, "Sit by a window."))
            workspace.own_items.save(said)

    stage.ask(reword)
    go("library", ("card", "slow-breathing"))(stage)
    screen = stage.house.window.findChild(LibraryScreen)
    screen.browse.preview.comparing.emit()
    stage.rest()


def _search(stage: Stage) -> None:
    if stage.house.opened is not None and stage.house.opened.shell is not None:
        stage.house.opened.shell.searched.emit()
        stage.rest()
        panel = stage.house.window.findChild(SearchPanel)
        panel.edit.setText("circle")
        panel.ask()
    stage.rest()


def _print(stage: Stage) -> PrintScreen:
    """The pack that is printed tonight."""
    go("print", stage.ask(lambda workspace: workspace.sessions.next(workspace.groups.named(GROUP).id)))(stage)
    return stage.house.window.findChild(PrintScreen)


def _print_piece(stage: Stage) -> None:
    """The choices of a handout, two of it in large print."""
    page = _print(stage).page
    handout = next(row for row in page.pieces.piece_rows if row.look.key[0] == "coping-handout")
    handout.setFocus()
    page.choices_button.click()
    page.choosing.steppers[Style.LARGE, False].setValue(2)
    stage.rest()


def _print_how(stage: Stage) -> None:
    page = _print(stage).page
    page.turn_to()
    page.how_button.click()
    stage.rest()


def _print_stick(stage: Stage) -> None:
    page = _print(stage).page
    page.turn_to()
    page.more.chosen.emit("stick")
    stage.rest()


def _print_grid(stage: Stage) -> None:
    """An attendance grid with the names of those who came."""
    go("print", ("sheet", "attendance-grid"))(stage)
    page = stage.house.window.findChild(PrintScreen).page
    page.choices_button.click()
    bar = page.choosing.extras.days_field.bar
    if bar is not None:
        bar.findChildren(QRadioButton)[-1].click()
    stage.rest()


def _print_out(stage: Stage) -> None:
    """Papers that are out, one of them past its day."""
    def note(workspace: Workspace) -> None:
        group, today = workspace.groups.named(GROUP).id, workspace.clock.today()
        for document, days in (("sign-in", -6), ("run-sheet", 7), ("emergency-card", 7)):
            workspace.papers.record(document, 1, PersonalData.ONCE_FILLED, group, today + timedelta(days=days))

    stage.ask(note)
    go("print", "out")(stage)


def _who(stage: Stage) -> None:
    """Two who can open the vault, one of whom was here for a backup."""
    def give(workspace: Workspace) -> None:
        keys = workspace.key_holders
        if len(keys.all()) == 1:
            keys.add(keys.without()[0].id, "pebble harbour nine gentle trumpets")
            with tempfile.TemporaryDirectory() as place:
                stick = Path(place) / "KINGSTON"
                stick.mkdir()
                workspace.backup(stick)

    stage.ask(give)
    go("safekeeping", "who")(stage)


def _let_in(stage: Stage) -> None:
    """Somebody's own words, to be written down."""
    _who(stage)
    page = stage.house.window.findChild(WhoPage)
    page.list.add_button.click()
    page.letting.name.set_text("Ngozi")
    page.letting.on_button.click()
    stage.rest()


def _take_away(stage: Stage) -> None:
    """What it means to take somebody's key away."""
    _who(stage)
    page = stage.house.window.findChild(WhoPage)
    next(iter(page.list.take_buttons.values())).click()
    stage.rest()


def _circle(minutes: int, late: int = 0, part: int = 0, *steps: Callable[[Workspace, Session], object],
            ) -> Callable[[Stage], None]:
    """The sample's circle as it runs: due so many minutes ago, begun so much later, at a part by now."""

    def sit(workspace: Workspace) -> Session:
        evening = workspace.evenings.tonight()
        if evening is None:
            raise LookupError("no circle tonight")
        while workspace.runs.of(evening.session) is not None:
            workspace.undo()
        wall = workspace.clock.now()
        workspace.sessions.change(evening.session, start_minute=wall.hour * 60 + wall.minute - minutes)
        session = workspace.sessions.get(evening.session.id)
        workspace.runs.begin(session)
        began = workspace.clock.now_ms() - (minutes - late) * MINUTE
        workspace.runs.correct(session, began, part or None)
        for step in steps:
            step(workspace, session)
        return session

    def enter(stage: Stage) -> None:
        go("tonight", ("running", stage.ask(sit)))(stage)

    return enter


def _correcting(stage: Stage) -> None:
    _circle(12, 9)(stage)
    stage.house.window.findChild(RunningPage).correcting.open()
    stage.rest()


def _unnamed(stage: Stage) -> None:
    """Nobody has touched the laptop for a minute."""
    _circle(3)(stage)
    stage.house.window.findChild(RunningPage).untouched.timer.timeout.emit()
    stage.rest()


def _after(leaf: str) -> Callable[[Stage], None]:
    """A step after the sample's circle was held."""

    def hold(workspace: Workspace) -> Session:
        evening = workspace.evenings.tonight()
        if evening is None:
            raise LookupError("no circle tonight")
        workspace.attendance.hold(evening.session, Count(heads=10, newcomers=1, out=10))
        return workspace.sessions.get(evening.session.id)

    return lambda stage: go("tonight", (leaf, stage.ask(hold)))(stage)


def _note(looked_at: bool = False, kept: bool = False) -> Callable[[Stage], None]:
    """A note with words to settle; settled, in the last look; kept, and to be read."""

    def enter(stage: Stage) -> None:
        _after("notes")(stage)
        page = stage.house.window.findChild(NotePage)
        page.editor.put(NOTE)
        page.walk(1)
        if looked_at:
            page.panel.all_used.emit(at_once(page.editor.words))
            while page.editor.words:
                page.panel.kept.emit(page.editor.words[0])
            page.send()
        if kept:
            page.look.keep_button.click()
        stage.rest()

    return enter


CIRCLE: tuple[Scene, ...] = (
    Scene("circle", _circle(16, 0, 1)),
    Scene("circle-late", _circle(34, 9, 1)),
    Scene("circle-over", _circle(40, 0, 1, lambda w, s: w.runs.decline(s, 12))),
    Scene("circle-hopeless", _circle(90, 60, 3)),
    Scene("circle-paused", _circle(16, 0, 1, lambda w, s: w.runs.pause(s))),
    Scene("circle-doorknob", _circle(66, 0, 3)),
    Scene("circle-ending", _circle(87, 0, 6)),
    Scene("circle-ended", _circle(89, 0, 6, lambda w, s: w.runs.end(s))),
    Scene("circle-unnamed", _unnamed),
    Scene("circle-correcting", _correcting),
    *(Scene(f"after-{leaf}", _after(leaf)) for leaf in ("after", "debrief", "hand-on", "catch-up")),
    Scene("note", _note()),
    Scene("note-looked-at", _note(True)),
    Scene("note-kept", _note(True, True)),
    Scene("note-due", go("tonight", ("notes", "due"))),
    Scene("concern", shots_safety.act()),
    Scene("concern-seal", shots_safety.act("type_button")),
    Scene("concern-where", shots_safety.act("note_button")),
    Scene("concern-read", shots_safety.one),
)
"""The circle as it runs, last of all: its evening begins elsewhere."""

WITHIN: dict[str, tuple[Scene, ...]] = {
    "tonight": (
        Scene("tonight-count", start_the_count),
        *(Scene(f"tonight-{leaf}", go("tonight", (leaf,))) for leaf in ("ready", "moments", "own")),
    ),
    "groups": (
        *(Scene(f"groups-{part}", _group(part)) for part in PARTS),
        Scene("groups-new", go("groups", "new")),
        Scene("groups-organisation", go("groups", "organisation")),
        Scene("groups-profile", _group("change")),
        Scene("groups-lower", _group("lower")),
        Scene("groups-away", _group("away")),
        Scene("groups-import", _group("people", "import")),
        Scene("groups-export", _group("people", "export")),
        Scene("groups-member-new", _group("people", "new")),
        Scene("groups-agreeing", _group("agreement", "change")),
        Scene("groups-rule", _group("meetings", "new")),
        Scene("groups-evening", _group("meetings", "extra")),
        Scene("groups-person", _member()),
        Scene("groups-person-told", _member("told")),
        Scene("groups-person-erase", _member("erase")),
        Scene("groups-person-days", _member("dates")),
        Scene("groups-venue", _group("team", "venue")),
        Scene("groups-venues", go("groups", "venues")),
        Scene("groups-evenings", _group("evenings")),
        Scene("groups-evening-held", _evening()),
        Scene("groups-evening-count", _evening("happened")),
        Scene("groups-facilitator", _facilitator),
        Scene("groups-pairs", _group("pairs")),
        Scene("groups-pair-new", _group("pairs", "new")),
        Scene("groups-feedback", shots_safety.heard(GROUP)),
        Scene("groups-measure", _group("feedback", "measure")),
        Scene("groups-incidents", shots_safety.wrong(GROUP)),
        Scene("groups-incident-new", _group("incidents", "new")),
    ),
    "plans": (
        Scene("plans-evening", _plan),
        Scene("plans-words", _words),
        Scene("plans-prompts", _prompts),
        Scene("plans-choose", _unplanned),
        Scene("plans-preview", _preview),
        Scene("plans-all", go("plans", ALL)),
        Scene("plans-own", _own),
    ),
    "library": (
        Scene("library-words", go("library", ("script", "limits-adult"))),
        Scene("library-plan", go("library", ("plan", "grief-90"))),
        Scene("library-handout", go("library", ("handout", "after-a-hard-session"))),
        Scene("library-new", go("library", "new-card")),
        Scene("library-change", go("library", b"edit/card/slow-breathing")),
        Scene("library-compare", _compared),
        Scene("library-numbers", go("library", "numbers")),
        Scene("library-number", go("library", b"number/")),
        Scene("library-share", go("library", "share")),
    ),
    "print": (
        Scene("print-piece", _print_piece),
        Scene("print-how", _print_how),
        Scene("print-stick", _print_stick),
        Scene("print-sheet", go("print", "sheet")),
        Scene("print-grid", _print_grid),
        Scene("print-out", _print_out),
    ),
    "safekeeping": (
        *(Scene(f"safekeeping-{page}", go("safekeeping", page)) for page in ("recovery", "passphrase", "prove",
                                                                             "restore", "backups")),
        Scene("safekeeping-who", _who),
        Scene("safekeeping-let-in", _let_in),
        Scene("safekeeping-take-away", _take_away),
    ),
}
"""Pages further in, by their place."""


def scenes() -> Iterator[Scene]:
    """Every screen there is, in the order a person meets them: the gate, then the places of the registry."""
    yield Scene("gate-welcome", lambda stage: stage.show_gate())
    yield Scene("gate-name", _step(Opening.new))
    yield Scene("gate-words", _step(lambda opening: opening.name("Blue folder")))
    yield Scene("gate-own-words", _step(Opening.own_words))
    yield Scene("gate-again", _step(lambda opening: opening.written_down(WORDS)))
    yield Scene("gate-hello", _step(lambda opening: opening.again(WORDS)))
    yield Scene("gate-unlock", _lock)
    yield Scene("gate-restore", _step(Opening.bring_back))
    yield Scene("emergency-locked", _emergency)
    for number, screen in enumerate(SCREENS):
        enter = go(screen.place)
        yield Scene(screen.place, enter if number else lambda stage, enter=enter: (_sample(stage), enter(stage))[-1])
        yield from WITHIN.get(screen.place, ())
    yield from CIRCLE
    yield from (Scene(name, enter) for name, enter in steps(_circle))
    yield Scene("emergency-open", _emergency)
    yield Scene("search", lambda stage: (_emergency(stage), _search(stage))[-1])


def shoot(folder: Path, words: list[str]) -> list[str]:
    """Take the pictures; return what could not be shown."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    failed = []
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as home:
            stage = Stage(app, Path(home), language)
            for scene in scenes():
                try:
                    scene.enter(stage)
                except Exception as error:
                    failed.append(f"{scene.name} ({language}): {type(error).__name__}: {error}")
                    continue
                if not words or any(word in scene.name for word in words):
                    _take(stage, folder, scene.name, language)
            stage.close()
    return failed


def _take(stage: Stage, folder: Path, name: str, language: str) -> None:
    for tokens in THEMES:
        for zoom in ZOOMS:
            stage.look(tokens, zoom)
            picture = seen(stage).grab()
            picture.save(str(folder / f"{name}-{tokens.name}-{zoom:.0%}-{language}.png".replace("%", "")))
    stage.look(LIGHT, 1.0)


def main(arguments: list[str]) -> int:
    """Take the pictures into a folder and say how many there are; 1 when a screen could not be shown."""
    folder = Path(arguments[0])
    failed = shoot(folder, arguments[1:])
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    print(*failed, sep="\n", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

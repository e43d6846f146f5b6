"""Scenes about somebody's safety: acting first, sealing to one reader, and what waits for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from moving import go
from stage import Stage

from facilitator.model.concern import ConcernWords, Pointer
from facilitator.model.debrief import Answer
from facilitator.model.feedback import Face, Item, Slip
from facilitator.model.ids import Id
from facilitator.model.incident import IncidentDraft, IncidentKind, IncidentRole
from facilitator.workspace import Workspace
from ui.screens.tonight.concern.act_page import ActPage

_WORDS = "pebble harbour nine gentle trumpets"


def act(press: str = "") -> Callable[[Stage], None]:
    """What to do, with a lead who has a key; and the page behind one of its buttons."""
    def enter(stage: Stage) -> None:
        stage.ask(_led)
        go("tonight", ("concern",))(stage)
        if press:
            getattr(stage.house.window.findChild(ActPage), press).click()
            stage.rest()

    return enter


def one(stage: Stage) -> None:
    """A concern that waits for whoever unlocked."""
    concern = stage.ask(_sealed)
    go("tonight", ("concern",))(stage)
    stage.house.window.findChild(ActPage).rows.opened.emit(concern)
    stage.rest()


def heard(group: str) -> Callable[[Stage], None]:
    """What slips and a question say together."""
    def enter(stage: Stage) -> None:
        go("groups", (stage.ask(lambda workspace: _heard(workspace, group)), "feedback"))(stage)

    return enter


def wrong(group: str) -> Callable[[Stage], None]:
    """Incidents of a group."""
    def enter(stage: Stage) -> None:
        go("groups", (stage.ask(lambda workspace: _wrong(workspace, group)), "incidents"))(stage)

    return enter


def _led(workspace: Workspace) -> None:
    me, people = workspace.me, workspace.facilitators.all()
    other = next(person for person in people if person != me)
    if other.holder is None:
        workspace.key_holders.add(other.id, _WORDS)
    workspace.organisations.save(replace(
        workspace.organisations.get(), lead_name=other.name, lead_contact="07700 900123",
        deputy_name="" if me is None else me.name, deputy_contact="07700 900456"))  # fmt: skip
    if not workspace.concerns.all():
        workspace.concerns.note(Pointer(made_on=workspace.clock.today()))


def _sealed(workspace: Workspace) -> Id:
    said = ConcernWords(written_by="Dev", answers=(
        Answer("who", "Mrs J, 71. Call her at her neighbour’s."), Answer("when", "Tonight, in the quiet room."),
        Answer("words", "“He took my card. I must ask for every penny.”"), Answer("done", "I sat with her.")))
    concerns = workspace.concerns
    concerns.seal(workspace.vault.holder, said)
    found = next(concern for concern in concerns.all() if concern.mine)
    concerns.amend(found.id, "She called at nine and is safe at her sister’s.", "Dev")
    return found.id


def _heard(workspace: Workspace, name: str) -> Id:
    group, today, faces = workspace.groups.named(name), workspace.clock.today(), tuple(Face)
    for n in range(11):
        answers = {item: faces[0 if (n * 3 + at) % 5 else 1 + n % 2] for at, item in enumerate(Item)}
        workspace.feedback.add(group.id, today, Slip(faces=answers, words="A warm room. Thank you." if n == 3 else ""))
    workspace.feedback.count(group.id, workspace.library.instruments()[0], today, {"often": 3, "some": 4, "never": 6})
    return group.id


def _wrong(workspace: Workspace, name: str) -> Id:
    group, today = workspace.groups.named(name), workspace.clock.today()
    for kind, role in ((IncidentKind.ACCIDENT, IncidentRole.MEMBER), (IncidentKind.BREACH, IncidentRole.FACILITATOR)):
        workspace.incidents.save(group.id, IncidentDraft(kind=kind, on=today, roles=(role,), facts="It was short."))
    return group.id

"""One country in a vault: words, cards and sheets give the organisation's emergency number, whatever the laptop's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from facilitator.library import Library
from facilitator.workspace import Workspace
from tests.core.vaults import a_vault
from tests.make import FakeClock

SAID = {"GB": "999", "IE": "112", "US": "911"}


def test_words_and_sheets_follow_the_organisation_and_the_laptop_until_there_is_one(tmp_path: Path) -> None:
    workspace = Workspace(a_vault(tmp_path), FakeClock(), Library(country="US"))
    assert numbers(workspace) == ("US", "US", "US")
    pages = workspace.packs
    for country in ("IE", "GB"):
        workspace.organisations.save(replace(workspace.organisations.get(), name="Harbour", country=country))
        on_paper = pages.context().directory
        assert on_paper is not None and on_paper.country == country, "also before anybody asks for the library"
        assert numbers(workspace) == (country, country, country)
    workspace.close()


def numbers(workspace: Workspace) -> tuple[str, str, str]:
    """The countries of the library, of its numbers, and of those on a sheet; the card's words must say its number."""
    context = workspace.packs.context()
    said = "".join(step.key + step.text for step in workspace.library.emergency_card().steps)
    assert context.directory is not None
    assert SAID[workspace.library.country] in said and context.emergency == workspace.library.emergency_card()
    return workspace.library.country, workspace.library.directory().country, context.directory.country

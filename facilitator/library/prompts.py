"""Reads prompts: a file for each use, a line for each prompt."""

from __future__ import annotations

from facilitator.library.shelf import Shelf
from facilitator.model.group import Application
from facilitator.model.prompt import DEEPEST, Prompt, PromptUse


def read_prompts(shelf: Shelf, name: str) -> tuple[Prompt, ...]:
    """The prompts of one file, by its path below the resources, the light ones first."""
    table = shelf.toml(name)
    entries = table.entries("prompt")
    use, origin = table.choice("use", PromptUse), shelf.origin(table, *(entry.text("text") for entry in entries))
    table.done()
    out = []
    for entry in entries:
        out.append(Prompt(
            id=entry.text("id"), use=use, text=entry.words("text"), depth=entry.number("depth", 1, DEEPEST),
            applications=entry.choices("applications", Application) if entry.has("applications") else (),
            avoid_if=entry.words("avoid_if", ""), origin=origin))
        entry.done()
    return tuple(sorted(out, key=lambda prompt: prompt.depth))

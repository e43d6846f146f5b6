"""How the words of an evening read beside the list: a card for a hard moment, a prompt, a reading, a form, a role."""

from __future__ import annotations

from facilitator.i18n import _
from facilitator.model.content import Leaflet
from facilitator.model.form import Form, RoleCard
from facilitator.model.handout import Handout
from facilitator.model.hard_moment import HardMoment
from facilitator.model.prompt import Prompt
from facilitator.model.reading import Reading
from ui.screens.library import words
from ui.screens.library.pieces import aloud, bullet, bullets, cautions, steps
from ui.theme import Theme
from ui.widgets import Label, Panel, Paragraph, box, down
from ui.widgets.layout import Item


def hard_moment(theme: Theme, card: HardMoment) -> list[Item]:
    """What to do first, large; then what not to do, before what to do."""
    first = down(theme, Label(theme, _("First"), "small", "soft", wrap=True), 2,
                 Paragraph(theme, card.first, "lead"), margins=(18, 12, 16, 14))  # fmt: skip
    return [
        Panel(theme, first, "ground", "look"), 16, *bullets(theme, _("What you may notice"), card.notice),
        cautions(theme, _("Don’t"), card.dont), 18, Label(theme, _("Words to say"), "h3", wrap=True), 6,
        *aloud(theme, card.say), 14, Label(theme, _("Steps"), "h3", wrap=True), 8, *steps(theme, card.steps), 10,
        *bullets(theme, _("Afterwards"), card.after)]  # fmt: skip


def handout(theme: Theme, one: Handout) -> list[Item]:
    """What to know first, then its headings, each with its lines."""
    out: list[Item] = [Paragraph(theme, one.summary, "lead"), 14]
    if one.cautions:
        out += [cautions(theme, _("Know this first"), one.cautions), 18]
    for part in one.parts:
        out += bullets(theme, part.title, part.lines)
    return out


def prompt(theme: Theme, one: Prompt) -> list[Item]:
    """How deep it goes, and when to leave it out."""
    out: list[Item] = []
    if one.avoid_if:
        out += [_leave_out(theme, one.avoid_if), 14]
    return [*out, Paragraph(theme, words.depth_meaning(one.depth), "lead"), 8,
            Paragraph(theme, _("Anybody may pass, and nobody says why."), "body", "soft")]  # fmt: skip


def reading(theme: Theme, one: Reading) -> list[Item]:
    """The words, a poem verse by verse, and whose they are."""
    out: list[Item] = []
    if one.avoid_if:
        out += [_leave_out(theme, one.avoid_if), 14]
    stanzas: list[Item] = []
    for stanza in one.stanzas:
        stanzas += [*(Paragraph(theme, line) for line in stanza), 12]
    out.append(Panel(theme, down(theme, *stanzas[:-1], margins=(20, 14, 16, 16)), "ground", "look"))
    if one.quoted:
        credit = _("{author}, {year}").format(author=one.author, year=one.year)
        out += [8, Label(theme, credit, "strong", wrap=True), 2, Paragraph(theme, one.rights, "small", "soft")]
    return [*out, 8, Label(theme, words.minutes_aloud(one.seconds), "small", "soft", wrap=True)]


def _leave_out(theme: Theme, case: str) -> Panel:
    said = Paragraph(theme, _("Leave it out if {case}.").format(case=case))
    return Panel(theme, down(theme, said, margins=(18, 12, 16, 14)), "look_tint", "look")


def form(theme: Theme, one: Form) -> list[Item]:
    """Its cautions, then what it asks, part by part, and its lights."""
    out: list[Item] = [Paragraph(theme, one.summary, "lead"), 14,
                       cautions(theme, _("Before you start"), one.cautions), 18]  # fmt: skip
    for part in one.parts:
        out += [Label(theme, part.title, "h3", wrap=True), 6]
        for text in part.says:
            out += [Paragraph(theme, text), 4]
        for question in part.questions:
            out.append(bullet(theme, question.ask))
            if question.hint:
                out.append(box(down(theme, Paragraph(theme, question.hint, "small", "soft"), margins=(22, 0, 0, 2))))
        out.append(14)
    if one.lights:
        out += [Label(theme, one.ask, "h3", wrap=True), 6]
        for light in one.lights:
            out += [Label(theme, light.name, "strong", wrap=True), 2, Paragraph(theme, light.words), 2,
                    Paragraph(theme, light.next, "small", "soft"), 10]  # fmt: skip
    return out


def role(theme: Theme, card: RoleCard) -> list[Item]:
    """What to leave, what to do, and words that help."""
    return [Paragraph(theme, card.summary, "lead"), 14, cautions(theme, _("Don’t"), card.dont), 18,
            *bullets(theme, _("Do this"), card.do), Label(theme, _("Words that help"), "h3", wrap=True), 6,
            *aloud(theme, card.say)]  # fmt: skip


def leaflet(theme: Theme, one: Leaflet) -> list[Item]:
    """Its headings, each with its lines."""
    out: list[Item] = [Paragraph(theme, one.summary, "lead"), 14]
    for part in one.parts:
        out += bullets(theme, part.title, part.lines)
    return out

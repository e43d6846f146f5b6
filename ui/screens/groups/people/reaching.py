"""How to reach a person: what to mind comes first, and the number itself only when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from facilitator.i18n import _
from facilitator.model.member import MemberDraft
from ui.theme import Theme
from ui.widgets import Button, Fact, Flow, Label, box


def rule_words(member: MemberDraft) -> tuple[tuple[str, bool], ...]:
    """What to mind before a call, in lines; True marks what to look at. Where nobody asked, it says the safe thing."""
    lines: list[tuple[str, bool]] = []
    if member.contact_preference:
        lines.append((member.contact_preference, False))
    if member.may_leave_message is None and member.contact_preference:
        lines.append((_("Beyond that, nobody has asked about messages. Leave none until you have."), True))
    elif member.may_leave_message is None:
        lines.append((_("Nobody has asked about messages. Leave none until you have."), True))
    elif member.may_leave_message:
        lines.append((_("You may leave a message."), False))
    else:
        lines.append((_("Never leave a message."), True))
    if member.if_another_answers:
        lines.append((_("If somebody else answers: {words}").format(words=member.if_another_answers), False))
    else:
        words = _("If somebody else answers, say nothing of the group. Nobody has asked yet what is safe.")
        lines.append((words, True))
    return tuple(lines)


def reaching(theme: Theme, member: MemberDraft, shown: bool, show: Callable[[], None]) -> list[QWidget | int]:
    """The rule, then the number where it is `shown`, else the button that shows it."""
    if not member.contact:
        return [Fact(theme, "phone", _("No way to reach them is written down")), 10]
    parts: list[QWidget | int] = [4, Label(theme, _("Before you call or write"), "strong", wrap=True), 6]
    for words, look in rule_words(member):
        parts += [Fact(theme, "warning" if look else "info", words, look=look), 8]
    if shown:
        return [*parts, Fact(theme, "phone", member.contact, _("How to reach them")), 10]
    button = Button(theme, _("Show how to reach them"), "plain", "eye")
    button.clicked.connect(show)
    return [*parts, 2, box(Flow(theme, button)), 12]

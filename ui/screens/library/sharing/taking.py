"""What somebody else gave: every item can be read first, and nothing here is written over unasked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.errors import UserError
from facilitator.i18n import _, ngettext
from facilitator.messages import explain
from facilitator.model.agenda import AgendaDraft
from facilitator.model.content import CopingCard
from facilitator.sharing import Bundle, Choice, Incoming
from ui.screens.library.sharing import words
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    Aside,
    Button,
    ChoiceField,
    Flow,
    Header,
    Label,
    Page,
    Paragraph,
    Reason,
    Refusal,
    Rule,
    Sheet,
    box,
    down,
)
from ui.widgets.announce import announce
from ui.widgets.layout import Item


class TakingPage(Page):
    """`taking` carries the choices by kind and item; `left` goes back without."""

    taking = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, bundle: Bundle, incoming: tuple[Incoming, ...], ours: frozenset[str]) -> None:
        self._theme, self.incoming = theme, incoming
        back = Button(theme, _("Share with other groups"), "quiet", "left", flush=True)
        back.clicked.connect(lambda: self.left.emit())
        super().__init__(theme, Header(theme, _("A content pack"), bundle.title, back=back), 14)
        self.fields: dict[Incoming, ChoiceField] = {}
        self.read_buttons: dict[Incoming, Button] = {}
        self._bodies: dict[Incoming, QWidget] = {}
        rows: list[Item] = []
        for number, one in enumerate(incoming):
            rows += [Rule(theme), 10] if number else []
            rows += [self._row(one, ours), 12]
        n = len(incoming)
        said = ngettext("{n} item is in it. Read it before you take it in.",
                        "{n} items are in it. Read them before you take them in.", n).format(n=n)
        sheet = Sheet(theme, down(theme, *rows, margins=(26, 20, 22, 14)), stack=2)
        self.take_button = Button(theme, "", "primary", "bring")
        self.take_button.clicked.connect(lambda: self._take())
        cancel = Button(theme, _("Cancel"))
        cancel.clicked.connect(lambda: self.left.emit())
        self._refusal = Refusal(theme, below=12)
        about: list[Item] = [Paragraph(theme, bundle.about, "lead"), 6] if bundle.about else []
        self.body.put(*about, Paragraph(theme, said, "body", "soft"), 16, sheet, 18, self._refusal,
                      box(Flow(theme, self.take_button, cancel, Reason(theme, self.take_button), gap=12)), STRETCH)
        self._count()

    @property
    def choices(self) -> dict[tuple[object, str], Choice]:
        """What is to become of each item."""
        return {(one.shared.kind, one.shared.item): Choice(str(field.value)) for one, field in self.fields.items()}

    def focus_first(self) -> None:
        """Begin with reading the first."""
        first = next(iter(self.read_buttons.values()), None)
        (first or self.take_button).setFocus(Qt.FocusReason.TabFocusReason)

    def refuse(self, error: UserError) -> None:
        """Say it over the buttons."""
        self.take_button.rest()
        message = explain(error)
        self._refusal.tell(message.said, message.next)

    # ------------------------------------------------------------ inside
    def _row(self, one: Incoming, ours: frozenset[str]) -> QWidget:
        theme = self._theme
        state = words.clash(one.clash, one.shared.item in ours or isinstance(one.thing, AgendaDraft))
        told: list[Item] = [Label(theme, words.kinds(one.shared.kind), "small", "soft", wrap=True),
                            Label(theme, one.shared.title, "strong", wrap=True),
                            Label(theme, state, "small", "soft", wrap=True)]
        mind = ""
        if one.names:
            mind = _("Mind: “{name}” is on one of your lists of people.").format(name=one.names[0])
            told.append(Label(theme, mind, "small", "look", wrap=True))
        read = self.read_buttons[one] = Button(theme, _("Read it"), "quiet", "eye", flush=True)
        read.setAccessibleName(_("Read {title}").format(title=one.shared.title))
        read.setAccessibleDescription(f"{state} {mind}".strip())
        read.clicked.connect(lambda: self._show(one))
        body = self._bodies[one] = QWidget()
        body.hide()
        choices = words.choices(one.clash)
        field = self.fields[one] = ChoiceField(theme, _("What to do with it"), choices, one.proposed)
        field.menu.setAccessibleDescription(one.shared.title)
        field.setEnabled(len(choices) > 1)
        field.chosen.connect(lambda _value: self._count())
        head = Aside(theme, box(down(theme, *told, 2, box(Flow(theme, read)), gap=1)), field, gap=24, least=300)
        return box(down(theme, box(head), body))

    def _show(self, one: Incoming) -> None:
        body = self._bodies[one]
        if body.layout() is None:
            theme = self._theme
            lines = [Paragraph(theme, text, "small") for text in _texts(one)]
            body.setLayout(down(theme, *lines, gap=5, margins=(16, 8, 0, 4)))
        body.setVisible(body.isHidden())
        button, closed = self.read_buttons[one], body.isHidden()
        button.setText(_("Read it") if closed else _("Close it"))
        name = _("Read {title}") if closed else _("Close {title}")
        button.setAccessibleName(name.format(title=one.shared.title))
        if not closed:
            announce(body, "\n".join(_texts(one)))

    def _count(self) -> None:
        n = sum(choice is not Choice.LEAVE for choice in self.choices.values())
        self.take_button.setText(ngettext("Take in {n} item", "Take in {n} items", n).format(n=n))
        if n:
            self.take_button.on()
        else:
            self.take_button.off(_("All of it is left out, so there is nothing to take in."))

    def _take(self) -> None:
        self._refusal.clear()
        self.take_button.busy(_("Saving"))
        self.taking.emit(self.choices)


def _texts(one: Incoming) -> list[str]:
    """An item's words, to be read as they stand."""
    thing = one.thing
    if isinstance(thing, AgendaDraft):
        out = [thing.summary]
        for segment in thing.segments:
            out.append(_("{title}, {n} min").format(title=segment.title, n=segment.minutes))
            out += [segment.hint, *(line.text for line in segment.lines)]
    elif isinstance(thing, CopingCard):
        out = [thing.when, thing.summary, *thing.cautions, *(f"{step.key}. {step.text}" for step in thing.steps),
               thing.again, thing.if_not, *thing.own_lines]
    else:
        out = [line.text for line in thing.lines]
    return [text for text in out if text]

"""The three pieces a group's profile is filled in with: its kind, whom it is for, and how much it keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from facilitator.i18n import _, pgettext
from facilitator.model.content import ApplicationExplained, LevelExplained
from facilitator.model.group import Application, GroupDraft, RecordLevel, default_level
from facilitator.workspace import Workspace
from ui.screens.groups.about.level import Consequences, LevelChoice
from ui.theme import Theme
from ui.widgets import (
    STRETCH,
    AreaField,
    Box,
    Button,
    CheckRow,
    ChoiceBar,
    Columns,
    Field,
    Flow,
    Label,
    RadioCard,
    Stepper,
    TextField,
    box,
    down,
)
from ui.widgets.announce import announce

ADULT = 18
_ROW = 3
YOUNG = 12
"""The age proposed for a group of young people."""


@dataclass(frozen=True, slots=True)
class Explained:
    """The words of the library that a profile is explained with."""

    kinds: tuple[ApplicationExplained, ...]
    levels: tuple[LevelExplained, ...]


def explained(workspace: Workspace) -> Explained:
    """Read them."""
    levels = tuple(workspace.library.level_explained(level) for level in RecordLevel)
    return Explained(workspace.library.applications(), levels)


class KindFields(QWidget):
    """What the group is called and what kind it is. `picked` fires for a choice of kind."""

    picked = Signal()

    def __init__(self, theme: Theme, kinds: Sequence[ApplicationExplained], draft: GroupDraft | None) -> None:
        super().__init__()
        self.name = TextField(theme, _("Name of the group"), draft.name if draft else "")
        self._kinds = [kind.application for kind in kinds]
        self._group = QButtonGroup(self)
        cards = [RadioCard(theme, kind.name, kind.line) for kind in kinds]
        for n, card in enumerate(cards):
            self._group.addButton(card, n)
        for card in cards:  # all cards of a row are as high as the highest
            policy = card.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Expanding)
            card.setSizePolicy(policy)
        rows: list[QWidget | int] = []
        for at in range(0, len(cards), _ROW):
            rows += [box(Columns(theme, *cards[at : at + _ROW], gap=12, stacked_gap=8, below=820)), 10]
        self.wrong = Label(theme, "", "small", "danger", wrap=True)
        self.wrong.hide()
        title = Label(theme, _("What kind of group is it?"), "strong", wrap=True)
        self.setLayout(down(theme, self.name, 18, title, 8, *rows, self.wrong, STRETCH))
        self._group.idClicked.connect(self._clicked)
        if draft is not None:
            self.choose(draft.application)

    @property
    def application(self) -> Application | None:
        """The kind chosen; None before any choice."""
        at = self._group.checkedId()
        return self._kinds[at] if at >= 0 else None

    def choose(self, application: Application) -> None:
        """Choose without telling anyone."""
        self._group.button(self._kinds.index(application)).setChecked(True)

    def check(self) -> QWidget | None:
        """What has to be filled in first; it says so itself."""
        if not self.name.text:
            self.name.refuse(_("A name is needed, such as Lantern circle."))
            return self.name
        if self.application is None:
            self.wrong.setText(_("Choose the kind that comes nearest. You can change it later."))
            self.wrong.show()
            announce(self.wrong, self.wrong.words)
            return self._group.buttons()[0]
        return None

    def put_into(self, draft: GroupDraft) -> GroupDraft:
        """The draft with what stands here."""
        return replace(draft, name=self.name.text, application=self.application or draft.application)

    def fields(self) -> dict[str, str]:
        """As text."""
        return {"name": self.name.edit.text(), "kind": self.application.value if self.application else ""}

    def restore(self, fields: Mapping[str, str]) -> None:
        """From text."""
        self.name.set_text(fields.get("name", ""))
        if fields.get("kind"):
            self.choose(Application(fields["kind"]))

    def _clicked(self, _at: int) -> None:
        self.wrong.hide()
        self.picked.emit()


class AudienceFields(QWidget):
    """Whom the group is for, and how it takes people in. `aged` fires when the youngest age changes."""

    aged = Signal()

    def __init__(self, theme: Theme, draft: GroupDraft) -> None:
        super().__init__()
        self.audience = AreaField(
            theme,
            _("Who is it for?"),
            draft.audience,
            _("One or two lines, as you would say it to somebody new."),
            lines=2,
        )
        self.opened = ChoiceBar(
            theme, [(True, pgettext("a group", "Open")), (False, pgettext("a group", "Closed"))],
            draft.is_open, name=_("Who may come?")
        )
        self.ongoing = ChoiceBar(
            theme,
            [(True, _("It goes on")), (False, _("It has an end"))],
            draft.is_ongoing,
            name=_("How long does it run?"),
        )
        self.places = Stepper(theme, draft.size_cap or 12, _("How many people fit"), least=1, most=500)
        self.any_number = CheckRow(theme, _("As many as come"), draft.size_cap is None, softens=False)
        self.age = Stepper(theme, ADULT if draft.min_age is None else draft.min_age, _("Youngest age"), most=120)
        self.no_age = CheckRow(theme, _("We do not ask for an age"), draft.min_age is None, softens=False)
        pair = Columns(
            theme,
            Field(theme, _("Who may come?"), self.opened, _("Open: anybody, any time. Closed: the same people.")),
            Field(theme, _("How long does it run?"), self.ongoing, _("With an end: a set number of meetings.")),
            gap=20,
            stacked_gap=16,
            below=480,
        )
        numbers = Columns(
            theme,
            box(_with(theme, _("How many people fit?"), self.places, self.any_number)),
            box(_with(theme, _("Youngest age"), self.age, self.no_age)),
            gap=20,
            stacked_gap=16,
            below=480,
        )
        self.setLayout(down(theme, self.audience, 18, box(pair), 18, box(numbers), STRETCH))
        self.any_number.toggled.connect(self._off)
        self.no_age.toggled.connect(self._off)
        self.no_age.toggled.connect(lambda _on: self.aged.emit())
        self.age.valueChanged.connect(lambda _n: self.aged.emit())
        self._off()

    @property
    def min_age(self) -> int | None:
        """The youngest age; None where nobody asks."""
        return None if self.no_age.isChecked() else self.age.value()

    def propose_age(self, age: int) -> None:
        """Propose an age, such as when the kind of group changes."""
        self.no_age.setChecked(False)
        self.age.setValue(age)

    def put_into(self, draft: GroupDraft) -> GroupDraft:
        """The draft with what stands here."""
        return replace(
            draft,
            audience=self.audience.text,
            is_open=bool(self.opened.value),
            is_ongoing=bool(self.ongoing.value),
            size_cap=None if self.any_number.isChecked() else self.places.value(),
            min_age=self.min_age,
        )

    def fields(self) -> dict[str, str]:
        """As text."""
        return {
            "audience": self.audience.edit.toPlainText(),
            "open": str(self.opened.value),
            "ongoing": str(self.ongoing.value),
            "size": "" if self.any_number.isChecked() else str(self.places.value()),
            "age": "" if self.no_age.isChecked() else str(self.age.value()),
        }

    def restore(self, fields: Mapping[str, str]) -> None:
        """From text."""
        self.audience.set_text(fields.get("audience", ""))
        self.opened.choose(fields.get("open") != "False")
        self.ongoing.choose(fields.get("ongoing") != "False")
        for stepper, none, words in (
            (self.places, self.any_number, fields.get("size", "")),
            (self.age, self.no_age, fields.get("age", "")),
        ):
            none.setChecked(not words)
            if words:
                stepper.setValue(int(words))

    def _off(self) -> None:
        self.places.setEnabled(not self.any_number.isChecked())
        self.age.setEnabled(not self.no_age.isChecked())


class LevelFields(QWidget):
    """How much the group keeps. A new one follows `default_level` until somebody chooses; a kept one rises in here.

    `lowering` carries the lower level that somebody wants to know more about.
    """

    changed = Signal()
    lowering = Signal(int)

    def __init__(self, theme: Theme, levels: Sequence[LevelExplained], draft: GroupDraft, kept: bool) -> None:
        super().__init__()
        self._theme = theme
        self._kept = draft.record_level if kept else None
        self._chosen = kept
        self._application, self._min_age = draft.application, draft.min_age
        words = _("A hearing voices group: we count people and write no names")
        self.voices = CheckRow(theme, words, draft.count_only, softens=False)
        self.cards = LevelChoice(theme, levels, draft.record_level)
        self.meaning = Consequences(theme, self.cards.explained)
        self.setLayout(down(theme, self.voices, 8, self.cards, STRETCH))
        self.cards.chosen.connect(self._picked)
        self.voices.toggled.connect(self._settle)
        self._settle()

    @property
    def young(self) -> bool:
        """Whether the rules for under-18s hold."""
        return GroupDraft(name="", application=self._application, min_age=self._min_age).for_under_18s

    def follow(self, application: Application, min_age: int | None) -> None:
        """The kind of group or its youngest age is another one."""
        self._application, self._min_age = application, min_age
        self._settle()

    def put_into(self, draft: GroupDraft) -> GroupDraft:
        """The draft with what stands here."""
        voices = self.voices.isChecked() and draft.application is Application.MENTAL_HEALTH
        return replace(draft, record_level=self.cards.level, count_only=voices)

    def fields(self) -> dict[str, str]:
        """As text."""
        chosen = str(int(self.cards.level)) if self._chosen else ""
        return {"level": chosen, "voices": "yes" if self.voices.isChecked() else ""}

    def restore(self, fields: Mapping[str, str]) -> None:
        """From text."""
        self.voices.setChecked(bool(fields.get("voices")))
        if fields.get("level"):
            self._chosen = True
            self.cards.choose(RecordLevel(int(fields["level"])))
        self._settle()

    def _picked(self, _level: int) -> None:
        self._chosen = True
        self._settle()

    def _settle(self) -> None:
        mental = self._application is Application.MENTAL_HEALTH
        self.voices.setVisible(mental)
        self.cards.free()
        if self.young:
            self.cards.force(
                RecordLevel.CONTACTABLE,
                _("People under 18 come to this group."),
                _("You must be able to reach a parent, so names and contacts are kept, and a parent agrees first."),
            )
        elif not self._chosen:
            count_only = mental and self.voices.isChecked()
            self.cards.choose(default_level(self._application, count_only, self._min_age))
        if self._kept is not None and self.cards.level < self._kept:
            see = Button(self._theme, _("See what would go"))
            see.clicked.connect(lambda: self.lowering.emit(int(self.cards.level)))
            self.cards.warn(
                _("To keep less, what is kept has to go first."),
                _("Look at what would go. Nothing goes before you say so."),
                see,
            )
        elif self._kept is not None and self.cards.level > self._kept and not self.young:
            self.cards.warn(
                _("More is written down from now on."),
                _("Ask people before you add to what is kept about them. Going back later erases it again."),
            )
        self.meaning.show_level(self.cards.explained)
        self.changed.emit()


def _with(theme: Theme, name: str, stepper: Stepper, none: CheckRow) -> Box:
    return down(theme, Label(theme, name, "strong", wrap=True), 6, box(Flow(theme, stepper, none, gap=16)))

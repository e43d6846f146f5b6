"""The form for a pair: two codes, what kind of pair, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from facilitator.errors import BadValue, UserError
from facilitator.i18n import _
from facilitator.messages import explain
from facilitator.model.change import Change
from facilitator.model.ids import Id
from facilitator.model.pairing import Pairing, PairingDraft, PairingKind, kind_words
from facilitator.workspace import Workspace
from ui.screens.groups.form import Form
from ui.screens.groups.leaf import Room
from ui.screens.groups.pairings.listing import why_codes
from ui.screens.groups.where import Path
from ui.widgets import Columns, DateField, Label, RadioCard, TextField, box, down


@dataclass(frozen=True, slots=True)
class _Known:
    group: str
    pair: Pairing | None
    codes: tuple[str, ...]


class PairForm(Form):
    """A new pair, or one that is changed."""

    def __init__(self, room: Room, path: Path) -> None:
        self.pairing_id: Id | None = path[2] if isinstance(path[2], bytes) else None
        title = _("New pair") if self.pairing_id is None else _("Change the pair")
        super().__init__(room, path, title, back=_("One to one"), does=_("Save the pair"))
        self.group_id = path[0] if isinstance(path[0], bytes) else b""
        self.one: TextField | None = None

    def read(self) -> None:
        """Ask for the pair, or for codes that nobody has yet."""
        if self.one is not None:
            return
        group_id, pairing_id = self.group_id, self.pairing_id

        def known(workspace: Workspace) -> _Known:
            pair = None if pairing_id is None else workspace.pairings.get(pairing_id)
            return _Known(workspace.groups.get(group_id).name, pair, workspace.pairings.free_codes(group_id))

        self.ask(known, self._show)

    def begins(self) -> QWidget | None:
        """The first code."""
        return None if self.one is None else self.one.edit

    def _show(self, known: _Known) -> None:
        theme, today, pair = self.theme, self.room.desk.clock.today(), known.pair
        self.head.say(known.group, self.head.title.words)
        one, other = (pair.one, pair.other) if pair is not None else (*known.codes, "", "")[:2]
        self.one = TextField(theme, _("Code of one"), one, _("A letter and a figure. Never a name."))
        self.other = TextField(theme, _("Code of the other"), other)
        facts = {PairingKind.BUDDY: _("Both give and both take."),
                 PairingKind.MENTOR: _("One has been there longer.")}
        now = PairingKind.BUDDY if pair is None else pair.kind
        self.kinds = {kind: RadioCard(theme, kind_words(kind), facts[kind], kind is now) for kind in PairingKind}
        cards = box(Columns(theme, *self.kinds.values(), gap=12, stacked_gap=10, below=420))
        self.began = DateField(theme, _("Since"), today if pair is None else pair.started_on, today,
                               day_first=self.room.day_first)  # fmt: skip
        self.ended = DateField(theme, _("Until"), None if pair is None else pair.ended_on, today,
                               _("Leave it empty while it goes on."), day_first=self.room.day_first)  # fmt: skip
        span = box(Columns(theme, self.began, self.ended, gap=20, stacked_gap=16, below=420))
        codes = box(Columns(theme, self.one, self.other, gap=20, stacked_gap=16, below=420))
        kind = box(down(theme, Label(theme, _("What kind of pair?"), "label", wrap=True), 8, cards))
        self.lay(codes, 18, kind, 18, span, aside=why_codes(theme))
        self.keep()

    def fields(self) -> Mapping[str, str]:
        """What stands in the form."""
        if self.one is None:
            return {}
        return {"one": self.one.text, "other": self.other.text, "kind": self._kind().value, "began": self.began.text,
                "ended": self.ended.text}

    def restore(self, fields: Mapping[str, str]) -> None:
        """Put back what was half typed."""
        if self.one is not None:
            self.one.set_text(fields.get("one", ""))
            self.other.set_text(fields.get("other", ""))
            self.kinds[PairingKind(fields.get("kind", PairingKind.BUDDY))].setChecked(True)
            self.began.set_text(fields.get("began", ""))
            self.ended.set_text(fields.get("ended", ""))

    def save(self) -> None:
        """Keep it."""
        if self.one is None:
            return
        day = self.began.check()
        if day is None:
            self.point(self.began)
            return
        if self.ended.text and self.ended.check() is None:
            self.point(self.ended)
            return
        self.one.accept()
        self.other.accept()
        draft = PairingDraft(one=self.one.text, other=self.other.text, kind=self._kind(), started_on=day,
                             ended_on=self.ended.day)
        group_id, pairing_id = self.group_id, self.pairing_id

        def command(workspace: Workspace) -> Change:
            return workspace.pairings.save(group_id, draft, pairing_id)

        self.send(command, lambda change: (group_id, "pairs", pairing_id or next(iter(change.ids))))

    def refuse(self, error: UserError) -> None:
        """What a code cannot be is said at the code."""
        one, other = _("code of one"), _("code of the other")
        if isinstance(error, BadValue) and self.one is not None and error.what in (one, other):
            self.primary.rest()
            field = self.one if error.what == one else self.other
            message = explain(error)
            field.refuse(f"{message.said} {message.next}")
            self.point(field)
            return
        super().refuse(error)

    def _kind(self) -> PairingKind:
        return next(kind for kind, card in self.kinds.items() if card.isChecked())

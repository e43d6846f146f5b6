"""Settings: what this laptop does, and what goes with the vault."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator import __version__
from facilitator.i18n import _
from facilitator.model.change import Change
from facilitator.model.translation import Reading
from facilitator.settings import SETTINGS, Scope, Setting
from ui.desk import Desk
from ui.go import Go, Way
from ui.screen import Screen
from ui.screens.settings import licences
from ui.screens.settings.found import also
from ui.screens.settings.kept import KeptWordList
from ui.screens.settings.rows import SettingRow, Value, about_words
from ui.screens.settings.translations import TranslationList
from ui.widgets import STRETCH, Button, Columns, Fact, Header, Label, Page, Rule, Sheet, box, down
from ui.widgets.tabbing import stops


class SettingsScreen(Screen):
    """The place at the cover's foot."""

    place: ClassVar[str] = "settings"
    icon: ClassVar[str] = "settings"
    foot: ClassVar[bool] = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.rows: dict[str, SettingRow] = {}
        self.licences_button = Button(desk.theme)
        self.kept = KeptWordList(desk.theme)
        self.translations = TranslationList(desk.theme)
        self._show_settings()
        desk.theme.changed.connect(self._zoomed)

    @staticmethod
    def title() -> str:
        """Its name."""
        return _("Settings")

    @staticmethod
    def ways() -> tuple[Way, ...]:
        """What the search finds here: every setting."""
        return tuple(Way(setting.label(), Go("settings", setting.key), also(setting.key)) for setting in SETTINGS)

    def arrive(self, go: Go) -> None:
        """Show the values in force, with the keyboard on the one that is asked for, else on the first."""
        self._read_device()
        self._read_vault()
        wanted = self.rows.get(go.show) if isinstance(go.show, str) else None
        for stop in stops(wanted or self)[:1]:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, change: Change) -> None:
        """Read again what is kept in the vault."""
        if change.touches("settings", "notes"):
            self._read_vault()

    # ------------------------------------------------------------ the pages
    def _show_settings(self) -> None:
        theme = self.desk.theme
        page = Page(theme, Header(theme, "", _("Settings")))
        self.rows = {}
        laptop = self._group(_("On this laptop"), Scope.DEVICE, _("They stay when the vault is locked."))
        vault = self._group(_("In this vault"), Scope.VAULT, _("They go with the vault, and with its backups."))
        self.kept = KeptWordList(theme)
        self.kept.asking.connect(lambda word: self.desk.jobs.do(self, lambda workspace: workspace.kept_words.bin(word)))
        self.translations = TranslationList(theme)
        self.translations.read.connect(self._mark_read)
        self.translations.draft.connect(
            lambda language: self.desk.jobs.do(self, lambda workspace: workspace.translations.mark_draft(language)))
        right = box(down(theme, vault, 28, self.kept, self.translations, self._about(), STRETCH))
        page.body.put(box(Columns(theme, laptop, right, shares=(1.15, 1), gap=32)))
        self.show_page(page)
        self._read_device()

    def _group(self, name: str, scope: Scope, help: str) -> QWidget:
        theme = self.desk.theme
        rows = down(theme, Label(theme, name, "h3", wrap=True), 2, Label(theme, help, "small", "soft", wrap=True), 8,
                    margins=(28, 20, 28, 18))  # fmt: skip
        declared = [setting for setting in SETTINGS if setting.scope is scope]
        for number, setting in enumerate(declared):
            row = self.rows[setting.key] = SettingRow(theme, setting)
            row.chosen.connect(lambda value, setting=setting: self._use(setting, value))
            rows.put(12, row, 12)
            if number < len(declared) - 1:
                rows.put(Rule(theme))
        return Sheet(theme, rows)

    def _about(self) -> QWidget:
        theme = self.desk.theme
        self.licences_button = Button(theme, _("What it is made of, and licences"), "quiet", "paper", flush=True)
        self.licences_button.clicked.connect(self._show_licences)
        said = [Label(theme, line, "body", "soft", wrap=True) for line in about_words()]
        version = Fact(theme, "info", _("Facilitator {version}").format(version=__version__))
        return box(down(theme, Label(theme, _("About"), "h3"), 8, version, 6, *said, 8, self.licences_button))

    def _show_licences(self) -> None:
        back = Button(self.desk.theme, _("Settings"), "quiet", "left", flush=True)
        back.clicked.connect(self._back)
        self.rows = {}
        self.show_page(licences.page(self.desk.theme, back))
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self._show_settings()
        self._read_vault()
        self.licences_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ values
    def _use(self, setting: Setting, value: object) -> None:
        if not isinstance(value, str | int):
            return
        if setting.scope is Scope.DEVICE:
            self.desk.use(setting.key, value)
        else:
            self.desk.jobs.do(self, lambda workspace: workspace.settings.set(setting.key, value), key=setting.key)

    def _read_device(self) -> None:
        for key, row in self.rows.items():
            if row.declared.scope is Scope.DEVICE:
                row.show_value(self.desk.settings.get(key))

    def _read_vault(self) -> None:
        self.desk.jobs.ask(self, lambda workspace: workspace.settings.all(), self._show_values, key="settings")
        self.desk.jobs.ask(self, lambda workspace: workspace.kept_words.all(), self._show_kept, key="kept words")

        self.desk.jobs.ask(self, lambda workspace: workspace.translations.readings(), self._show_readings, key="read")

    def _mark_read(self, language: str, by: str) -> None:
        self.desk.jobs.do(self, lambda workspace: workspace.translations.mark_read(language, by))

    def _show_readings(self, readings: tuple[Reading, ...]) -> None:
        from facilitator.writing.translations import drafts

        if self.rows:
            self.translations.show_readings(drafts(), {reading.language: reading for reading in readings})

    def _show_kept(self, words: frozenset[str]) -> None:
        if self.rows:  # not while the licences are shown
            self.kept.show_words(words)

    def _show_values(self, values: dict[str, Value]) -> None:
        for key, value in values.items():
            if key in self.rows:
                self.rows[key].show_value(value)

    def _zoomed(self) -> None:
        """Ctrl and plus change the size too."""
        if "zoom" in self.rows:
            self.rows["zoom"].show_value(round(self.desk.theme.zoom * 100))

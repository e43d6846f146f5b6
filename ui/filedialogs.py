"""Qt's own file dialogs, which keep no history: no list of folders and files is left behind for the next person."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator import paths
from facilitator.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog, QWidget

    from ui.dialogs import Chosen, FileKind
    from ui.theme import Theme


class QtDialogs:
    """Asks with Qt's own dialog, never the desktop's: that one remembers what was opened."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def open_file(self, parent: QWidget, title: str, kinds: Sequence[FileKind], then: Chosen,
                  start: Path | None = None) -> None:  # fmt: skip
        """Ask for a file that is there, beginning in a folder."""
        dialog = self._dialog(parent, title, kinds)
        if start is not None and start.is_dir():
            dialog.setDirectory(str(start))
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        _run(dialog, then)

    def save_file(self, parent: QWidget, title: str, name: str, kinds: Sequence[FileKind], then: Chosen) -> None:
        """Ask where to write."""
        dialog = self._dialog(parent, title, kinds)
        dialog.setAcceptMode(dialog.AcceptMode.AcceptSave)
        dialog.setFileMode(dialog.FileMode.AnyFile)
        if kinds:
            dialog.setDefaultSuffix(kinds[0].endings[0])
        dialog.selectFile(name)
        _run(dialog, then)

    def choose_folder(self, parent: QWidget, title: str, then: Chosen, start: Path | None = None) -> None:
        """Ask for a folder."""
        dialog = self._dialog(parent, title, ())
        dialog.setFileMode(dialog.FileMode.Directory)
        dialog.setOption(dialog.Option.ShowDirsOnly)
        if start is not None and start.is_dir():
            dialog.setDirectory(str(start))
        _run(dialog, then)

    def _dialog(self, parent: QWidget, title: str, kinds: Sequence[FileKind]) -> QFileDialog:
        from PySide6.QtCore import QUrl
        from PySide6.QtWidgets import QFileDialog, QSplitter

        no_history()
        dialog = QFileDialog(parent.window(), title)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
        dialog.setHistory([])
        documents, home = paths.documents_dir(), Path.home()
        dialog.setDirectory(str(documents if documents.is_dir() else home))
        places = (home, documents, *paths.removable_dirs())
        dialog.setSidebarUrls([QUrl.fromLocalFile(str(place)) for place in dict.fromkeys(places) if place.is_dir()])
        if kinds:
            dialog.setNameFilters([*map(_filter, kinds), _("All files (*)")])
        wide, side = self._theme.px(900), self._theme.px(180)
        dialog.resize(wide, self._theme.px(560))
        if (splitter := dialog.findChild(QSplitter)) is not None:
            splitter.setSizes([side, wide - side])  # else the names of the places are cut
        dialog.destroyed.connect(scrub_history)
        return dialog


def no_history() -> None:
    """Have Qt keep no settings of its own for this process: its file dialogs would note every folder they showed."""
    from PySide6.QtCore import QSettings

    nowhere = "/dev/null"  # below which nothing can be made
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, scope, nowhere)


def scrub_history() -> None:
    """Take out what a dialog noted where `no_history` has no effect (Windows, macOS)."""
    from PySide6.QtCore import QSettings

    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("FileDialog/history", "FileDialog/lastVisited", "FileDialog/shortcuts"):
        settings.remove(key)
    settings.sync()


def _filter(kind: FileKind) -> str:
    return f"{kind.name} ({' '.join(f'*.{ending}' for ending in kind.endings)})"


def _run(dialog: QFileDialog, then: Chosen) -> None:
    def finished(result: int) -> None:
        chosen = dialog.selectedFiles()
        dialog.setHistory([])
        dialog.deleteLater()
        if result and chosen:
            then(Path(chosen[0]))

    dialog.finished.connect(finished)
    dialog.open()

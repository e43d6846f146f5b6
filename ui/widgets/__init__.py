"""The shared vocabulary of the face. Every widget takes the theme first, is named for screen readers, follows the zoom.

Names are bound when first asked for, so that the unlock screen loads only what it shows.

Layout    across down box Grid Flow Columns Aside STRETCH TOP MIDDLE BOTTOM LEADING
Words     Label Paragraph heading Fact KeyCap Header Page
Paper     Sheet Panel Rule Cloth
Grid      CellGrid CellModel Cell column_for
Marks     Glyph Mark SeatRing KindMark MinutesBar SegmentStrip Part
Press     Button Reason IconButton MenuButton Chip PlaceTab EmergencyCard
Choose    ChoiceBar CheckRow RadioCard Stepper RowList RowItem RowStack ListRow Grip PickList
Type      Field TextField AreaField ChoiceField DateField TimeField PassphraseField CodeField
Tell      Notice NoticeBar Refusal Empty Progress Confirm SearchPanel announce
Window    FocusRing
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.announce import announce  # at once: the file has the function's own name, and would hide it

if TYPE_CHECKING:
    from ui.widgets.button import Button, IconButton, Reason
    from ui.widgets.cellgrid import CellGrid
    from ui.widgets.cellpaint import column_for
    from ui.widgets.cells import Cell, CellModel
    from ui.widgets.chip import Chip
    from ui.widgets.choicebar import ChoiceBar
    from ui.widgets.choicefield import ChoiceField
    from ui.widgets.code import CodeField
    from ui.widgets.confirm import Confirm
    from ui.widgets.cover import Cloth, EmergencyCard, PlaceTab
    from ui.widgets.field import AreaField, Field, TextField
    from ui.widgets.focus import FocusRing
    from ui.widgets.grip import Grip
    from ui.widgets.layout import (
        BOTTOM,
        LEADING,
        MIDDLE,
        STRETCH,
        TOP,
        Box,
        Grid,
        across,
        box,
        down,
    )
    from ui.widgets.marks import Glyph, KindMark, Mark, Seat, SeatRing, paint_ring
    from ui.widgets.menu import MenuButton
    from ui.widgets.narrow import NarrowField
    from ui.widgets.notice import Empty, Notice, NoticeBar, Progress
    from ui.widgets.page import Fact, Header, Page, heading
    from ui.widgets.paper import KeyCap, Panel, Rule, Sheet
    from ui.widgets.passphrase import PassphraseField
    from ui.widgets.picklist import PickList
    from ui.widgets.placing import Aside, Columns, Flow
    from ui.widgets.radiocard import RadioCard
    from ui.widgets.refusal import Refusal
    from ui.widgets.rows import ListRow, RowItem, RowList, RowStack
    from ui.widgets.search import FoundGroup, SearchPanel
    from ui.widgets.segments import MinutesBar, Part, SegmentStrip, clock
    from ui.widgets.stepper import Stepper
    from ui.widgets.text import Label, Paragraph, Tone
    from ui.widgets.tickrow import CheckRow
    from ui.widgets.when import DateField, TimeField

__all__ = [
    "BOTTOM",
    "LEADING",
    "MIDDLE",
    "STRETCH",
    "TOP",
    "AreaField",
    "Aside",
    "Box",
    "Button",
    "Cell",
    "CellGrid",
    "CellModel",
    "CheckRow",
    "Chip",
    "ChoiceBar",
    "ChoiceField",
    "Cloth",
    "CodeField",
    "Columns",
    "Confirm",
    "DateField",
    "EmergencyCard",
    "Empty",
    "Fact",
    "Field",
    "Flow",
    "FocusRing",
    "FoundGroup",
    "Glyph",
    "Grid",
    "Grip",
    "Header",
    "IconButton",
    "KeyCap",
    "KindMark",
    "Label",
    "ListRow",
    "Mark",
    "MenuButton",
    "MinutesBar",
    "NarrowField",
    "Notice",
    "NoticeBar",
    "Page",
    "Panel",
    "Paragraph",
    "Part",
    "PassphraseField",
    "PickList",
    "PlaceTab",
    "Progress",
    "RadioCard",
    "Reason",
    "Refusal",
    "RowItem",
    "RowList",
    "RowStack",
    "Rule",
    "SearchPanel",
    "Seat",
    "SeatRing",
    "SegmentStrip",
    "Sheet",
    "Stepper",
    "TextField",
    "TimeField",
    "Tone",
    "across",
    "announce",
    "box",
    "clock",
    "column_for",
    "down",
    "heading",
    "paint_ring",
]

_FILES = {
    "button": "Button IconButton Reason",
    "cellgrid": "CellGrid",
    "cellpaint": "column_for",
    "cells": "Cell CellModel",
    "chip": "Chip",
    "choicebar": "ChoiceBar",
    "code": "CodeField",
    "confirm": "Confirm",
    "cover": "Cloth EmergencyCard PlaceTab",
    "choicefield": "ChoiceField",
    "field": "AreaField Field TextField",
    "focus": "FocusRing",
    "grip": "Grip",
    "layout": "BOTTOM LEADING MIDDLE STRETCH TOP Box Grid across box down",
    "marks": "Glyph KindMark Mark Seat SeatRing paint_ring",
    "menu": "MenuButton",
    "narrow": "NarrowField",
    "notice": "Empty Notice NoticeBar Progress",
    "page": "Fact Header Page heading",
    "paper": "KeyCap Panel Rule Sheet",
    "passphrase": "PassphraseField",
    "picklist": "PickList",
    "placing": "Aside Columns Flow",
    "radiocard": "RadioCard",
    "refusal": "Refusal",
    "rows": "ListRow RowItem RowList RowStack",
    "search": "FoundGroup SearchPanel",
    "segments": "MinutesBar Part SegmentStrip clock",
    "stepper": "Stepper",
    "text": "Label Paragraph Tone",
    "tickrow": "CheckRow",
    "when": "DateField TimeField",
}
"""Each file of the package, and the names it gives."""

_WHERE = {name: file for file, names in _FILES.items() for name in names.split()}


def __getattr__(name: str) -> object:
    if name not in _WHERE:
        raise AttributeError(name)
    from importlib import import_module

    found: object = getattr(import_module(f"ui.widgets.{_WHERE[name]}"), name)
    globals()[name] = found
    return found

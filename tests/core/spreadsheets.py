"""Writes small real workbooks, so that the import is tried on what Excel and LibreOffice write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

Value: TypeAlias = "str | float | date | None"
Table: TypeAlias = Sequence[Sequence[Value]]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006"


def xlsx(tables: Mapping[str, Table], merged: Sequence[str] = (), hidden: Sequence[str] = ()) -> bytes:
    """An Excel workbook; `merged` are ranges of the first sheet, `hidden` the names of hidden sheets."""
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" state="{"hidden" if name in hidden else "visible"}" '
        f'r:id="rId{n}"/>'
        for n, name in enumerate(tables, 1))
    rels = "".join(f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>'
                   for n in range(1, len(tables) + 1))
    rels += f'<Relationship Id="rId0" Type="{_REL}/styles" Target="styles.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACK}/content-types"><Default Extension="xml" '
                               'ContentType="application/xml"/><Default Extension="rels" ContentType='
                               '"application/vnd.openxmlformats-package.relationships+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACK}/relationships"><Relationship Id="rId1" '
                       f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACK}/relationships">{rels}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{_MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/>'
                         "</cellXfs></styleSheet>",
    }
    for n, table in enumerate(tables.values(), 1):
        rows = "".join(f'<row r="{r}">{"".join(_xlsx_cell(r, c, cell) for c, cell in enumerate(row))}</row>'
                       for r, row in enumerate(table, 1))
        spans = "".join(f'<mergeCell ref="{span}"/>' for span in merged) if n == 1 else ""
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>'
            + (f"<mergeCells>{spans}</mergeCells>" if spans else "") + "</worksheet>")
    return _zipped(parts)


def ods(tables: Mapping[str, Table]) -> bytes:
    """An OpenDocument spreadsheet."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    body = "".join(
        f"<table:table table:name={quoteattr(name)}>"
        + "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in table)
        + "</table:table>" for name, table in tables.items())
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _zipped({
        "mimetype": kind,
        "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0"><manifest:file-entry '
                                 f'manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        "content.xml": f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
                       f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet>{body}</office:spreadsheet>'
                       "</office:body></office:document-content>",
    })


def _xlsx_cell(row: int, column: int, value: Value) -> str:
    where = f'r="{chr(65 + column)}{row}"'
    match value:
        case None:
            return ""
        case str():
            return f'<c {where} t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
        case date():
            return f'<c {where} s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        case _:
            return f"<c {where}><v>{value}</v></c>"


def _ods_cell(value: Value) -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case str():
            return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
        case date():
            return (f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}">'
                    f"<text:p>{value.isoformat()}</text:p></table:table-cell>")
        case _:
            return (f'<table:table-cell office:value-type="float" office:value="{value}">'
                    f"<text:p>{value}</text:p></table:table-cell>")


def _zipped(parts: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return out.getvalue()

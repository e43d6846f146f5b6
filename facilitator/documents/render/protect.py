"""Locks a PDF with a passphrase: AES-256, readable by screen readers once it is open."""

from __future__ import annotations

import io
import secrets


def protect(pdf: bytes, passphrase: str) -> bytes:
    """The same PDF, opened only with the passphrase. The owner's password is thrown away: there is no second way in."""
    import pikepdf

    out = io.BytesIO()
    allowed = pikepdf.Permissions(accessibility=True, extract=True, print_highres=True, print_lowres=True)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate,
                  encryption=pikepdf.Encryption(owner=secrets.token_urlsafe(32), user=passphrase, R=6, allow=allowed))
    return out.getvalue()

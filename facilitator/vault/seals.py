"""Sealing to one holder: only their private key opens it, and only for the purpose it was sealed for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite


class CannotOpen(Exception):
    """Sealed to somebody else, for something else, or damaged: which, cannot be told."""


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


def new_pair() -> tuple[bytes, bytes]:
    """A fresh X25519 pair: (private, public), 32 bytes each."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def seal_to(public: bytes, content: bytes, bound_to: bytes) -> bytes:
    """Seal content to the holder of a public key; `bound_to` says what it is and where it belongs."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    return _suite().encrypt(content, X25519PublicKey.from_public_bytes(public), bound_to)


def open_sealed(private: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    """The content, for the holder of the private key. Raises CannotOpen."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    try:
        return _suite().decrypt(sealed, X25519PrivateKey.from_private_bytes(private), bound_to)
    except (InvalidTag, ValueError) as error:
        raise CannotOpen from error

"""Files as everybody else meets them: root may read and write whatever it likes, which no person here may."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_VERSION = 0x20080522
_ABOVE_FILE_RIGHTS = (1 << 1) | (1 << 2) | (1 << 3)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER


@contextmanager
def file_rights_count() -> Iterator[None]:
    """In the block, rights of files and folders bind this thread even where it belongs to root."""
    if os.name == "nt":
        pytest.skip("rights are another matter there")
    if os.geteuid() != 0:
        yield
        return
    if not sys.platform.startswith("linux"):
        pytest.skip("who may do everything cannot be refused")
    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(_VERSION, 0)
    now = (ctypes.c_uint32 * 6)()
    if libc.capget(head, now):
        pytest.skip("this system does not say what root may do")
    less = (ctypes.c_uint32 * 6)(now[0] & ~_ABOVE_FILE_RIGHTS, *now[1:])
    if libc.capset(head, less):
        pytest.skip("this system does not let root do less")
    try:
        yield
    finally:
        libc.capset(head, now)

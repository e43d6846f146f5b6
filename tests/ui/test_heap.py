"""The memory of all threads lies in two heaps, where the C library would give each thread one."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

_COUNTED = """
import ctypes, sys, tempfile, threading
if sys.argv[1] == "shared":
    from ui.heap import share_heaps
    share_heaps()
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, (ctypes.c_size_t,)
meet = threading.Barrier(6)
def work():
    meet.wait()
    libc.malloc(5000)
    meet.wait()
threads = [threading.Thread(target=work) for _ in range(6)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
libc.fopen.restype = ctypes.c_void_p
libc.malloc_info.argtypes, libc.fclose.argtypes = (ctypes.c_int, ctypes.c_void_p), (ctypes.c_void_p,)
with tempfile.NamedTemporaryFile() as told:
    file = libc.fopen(told.name.encode(), b"w")
    libc.malloc_info(0, file)
    libc.fclose(file)
    print(told.read().decode().count("<heap nr="))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries keep no heap a thread")
def test_threads_share_two_heaps() -> None:
    def heaps(how: str) -> int:
        told = subprocess.run([sys.executable, "-c", _COUNTED, how], capture_output=True, text=True, check=True)
        return int(told.stdout)

    assert heaps("shared") <= 2 < heaps("as they are")

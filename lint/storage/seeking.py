"""A file in a store from which pieces are read, wherever they lie: the index of a collection, then some of its rows."""

import os
from typing import Any

from lint.model.address import Url
from lint.model.errors import cannot_be_read
from lint.storage.asking import asked
from lint.storage.stores import store_of

# Columns of some rows lie side by side: blocks of a few MB, the last of them kept, make few requests of many reads.
_BLOCK, _KEPT = 4 << 20, 16
_SECONDS = 120  # for one piece
_CHANGED = "the file was changed meanwhile"


class Seeking:
    """A file as ``pyarrow`` reads one. Raises Unreadable (LT001) where it cannot be read, then and later.

    A process that is forked opens it anew: the threads of its store are not there.
    """

    def __init__(self, url: Url) -> None:
        self._url = url
        self._place = 0
        self.closed = False
        self._open()

    def _open(self) -> None:
        self._process = os.getpid()
        try:
            store, path = store_of(self._url)
            self._file, self._size = asked(self._url, lambda: _opened(store, path), _SECONDS)
        except OSError as error:
            raise cannot_be_read(error.strerror or str(error)) from None

    def read(self, count: int = -1) -> bytes:
        """The next bytes; all that are left where no count is given."""
        if os.getpid() != self._process:
            size = self._size
            self._open()
            if size != self._size:
                raise cannot_be_read(_CHANGED)
        place = self._place
        try:
            data = asked(self._url, lambda: _read(self._file, place, count), _SECONDS)
        except OSError as error:
            raise cannot_be_read(error.strerror or str(error)) from None
        self._place += len(data)
        return data

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        """Go to a place."""
        self._place = place + {os.SEEK_SET: 0, os.SEEK_CUR: self._place, os.SEEK_END: self._size}[whence]
        return self._place

    def tell(self) -> int:
        """Where the next bytes are."""
        return self._place

    def seekable(self) -> bool:
        """It is: what cannot be read in pieces was refused."""
        return True

    def readable(self) -> bool:
        """It is."""
        return True

    def writable(self) -> bool:
        """It is not."""
        return False

    def close(self) -> None:
        """No more is read."""
        self.closed = True


def _opened(store: Any, path: str) -> tuple[Any, int]:
    """The file, and its size; some servers give the whole only, and raise ValueError here."""
    file = store.open(path, "rb", block_size=_BLOCK, cache_type="blockcache", cache_options={"maxblocks": _KEPT})
    return file, file.seek(0, os.SEEK_END)


def _read(file: Any, place: int, count: int) -> bytes:
    file.seek(place)
    return bytes(file.read(count))

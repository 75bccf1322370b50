"""A file in a store from which pieces are read, wherever they lie: the index of a collection, then some of its rows."""

from typing import Any

from lint.model.address import Url
from lint.model.errors import cannot_be_read
from lint.storage.asking import asked
from lint.storage.stores import store_of

# Columns of some rows lie side by side: blocks of a few MB, the last of them kept, make few requests of many reads.
_BLOCK, _KEPT = 4 << 20, 16
_SECONDS = 120  # for one piece


class Seeking:
    """A file as ``pyarrow`` reads one. Raises Unreadable (LT001) where it cannot be read, then and later."""

    def __init__(self, url: Url) -> None:
        self._url = url
        try:
            store, path = store_of(url)
            self._file: Any = asked(url, lambda: _opened(store, path), _SECONDS)
        except OSError as error:
            raise cannot_be_read(error.strerror or str(error)) from None

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        was_closed: bool = self._file.closed
        return was_closed

    def read(self, count: int = -1) -> bytes:
        """The next bytes; all that are left where no count is given."""
        try:
            return asked(self._url, lambda: bytes(self._file.read(count)), _SECONDS)
        except OSError as error:
            raise cannot_be_read(error.strerror or str(error)) from None

    def seek(self, place: int, whence: int = 0) -> int:
        """Go to a place."""
        reached: int = self._file.seek(place, whence)
        return reached

    def tell(self) -> int:
        """Where the next bytes are."""
        place: int = self._file.tell()
        return place

    def seekable(self) -> bool:
        """Whether pieces can be read: some servers give the whole only."""
        can: bool = self._file.seekable()
        return can

    def readable(self) -> bool:
        """It is."""
        return True

    def writable(self) -> bool:
        """It is not."""
        return False

    def close(self) -> None:
        """No more is read."""
        self._file.close()


def _opened(store: Any, path: str) -> Any:
    return store.open(path, "rb", block_size=_BLOCK, cache_type="blockcache", cache_options={"maxblocks": _KEPT})

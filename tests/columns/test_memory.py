"""However many rows a collection has: what was read of it is given back."""

import os
from pathlib import Path

import pytest

from lint.columns.reading import Collection
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree
from tests.columns.support_columns import written

pytestmark = pytest.mark.needs_module("pyarrow", "numpy")

GROUPS, ROWS, LENGTH = 40, 10, 20_000


def test_nothing_is_held_of_the_rows_before(tmp_path: Path) -> None:
    import pyarrow  # noqa: PLC0415 - absent where the test is not run
    from pyarrow import parquet  # noqa: PLC0415

    one = parquet.read_table(written(tmp_path / "one.parquet", [report_of_tree("one.json", complete_tree())]))
    many = pyarrow.concat_tables([one] * GROUPS * ROWS)
    texts = [os.urandom(LENGTH // 2).hex() for _ in range(len(many))]  # each its own, so that nothing packs them
    column = many.schema.get_field_index("title")
    path = tmp_path / "many.parquet"
    parquet.write_table(many.set_column(column, "title", [texts]), path, row_group_size=ROWS)
    before = pyarrow.total_allocated_bytes()
    held = [pyarrow.total_allocated_bytes() - before for _ in Collection(str(path)).batches(size=ROWS)]
    assert len(held) == GROUPS
    assert max(held) < 10 * ROWS * LENGTH < GROUPS * ROWS * LENGTH

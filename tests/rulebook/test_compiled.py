"""The compiled rule set is used only for what it was compiled from."""

import json
import shutil
import time
from decimal import Decimal
from pathlib import Path

import pytest

from lint.model.errors import RuleError
from lint.resources import bundle_root
from lint.rulebook.compiled import NAME, compile_bundle, load_bundle

RULE = Path("rules", "arithmetic", "ar004_dispute_total.yaml")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small bundle of our own: one rule, the layouts and the schema of rule files."""
    made = tmp_path / "bundle"
    (made / RULE).parent.mkdir(parents=True)
    shutil.copy(bundle_root() / RULE, made / RULE)
    shutil.copytree(bundle_root() / "schemas" / "layouts", made / "schemas" / "layouts")
    shutil.copy(bundle_root() / "schemas" / "rule.schema.json", made / "schemas" / "rule.schema.json")
    return made


def titles(root: Path, cache: Path | None) -> list[str]:
    """The titles of the rules as loaded."""
    return [spec["title"]["en"] for spec in load_bundle(root, cache)["rules"]]


def edit(path: Path, old: str, new: str) -> None:
    """Change a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


TITLE = "The total of a group of disputes is the sum of its outcomes"


def test_a_cache_is_written_and_read(root: Path, tmp_path: Path) -> None:
    """The second start reads what the first has written: a mark put into the cache comes back."""
    cache = tmp_path / "cache"
    assert titles(root, cache) == [TITLE]
    (file,) = cache.iterdir()
    edit(file, TITLE, "read from the cache")
    assert titles(root, cache) == ["read from the cache"]


@pytest.mark.parametrize("share", ["0.5", "0.05", "12.345678"])
def test_decimal_numbers_stay_exact(root: Path, tmp_path: Path, share: str) -> None:
    """Through the cache too: what the rule file writes is what the check is given."""
    edit(root / RULE, 'relation: "total = upheld + corrected + other + pending"', f"range: {{least: {share}}}")
    for old, new in (("{left}", "{actual}"), ("{right}", "{least}"), ("{difference}", "{where}")):
        edit(root / RULE, old, new)
    wanted = [Decimal(share)] * 2
    found = [load_bundle(root, tmp_path / "cache")["rules"][0]["check"]["range"]["least"] for _ in wanted]
    assert (found, [type(one) for one in found]) == (wanted, [Decimal] * 2)


def test_without_a_cache_nothing_is_written(root: Path) -> None:
    """No cache folder, no file."""
    before = sorted(root.rglob("*"))
    assert titles(root, None) == [TITLE]
    assert sorted(root.rglob("*")) == before


def test_an_edited_rule_file_is_seen_at_once(root: Path, tmp_path: Path) -> None:
    """Even under its old size, in the moment of the first start."""
    cache = tmp_path / "cache"
    load_bundle(root, cache)
    edit(root / RULE, TITLE, TITLE[::-1])
    assert titles(root, cache) == [TITLE[::-1]]


CHANGES = {
    "layout": "schemas/layouts/annual-2021.yaml",
    "schema-of-rule-files": "schemas/rule.schema.json",
    "rule": RULE.as_posix(),
}


@pytest.mark.parametrize("name", CHANGES.values(), ids=CHANGES)
def test_whatever_is_compiled_is_watched(root: Path, tmp_path: Path, name: str) -> None:
    """A change of any file that goes into the compiled rules makes the old cache useless."""
    cache = tmp_path / "cache"
    load_bundle(root, cache)
    with (root / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    load_bundle(root, cache)
    assert len(list(cache.iterdir())) == 2


def test_new_renamed_and_removed_rules_are_seen(root: Path, tmp_path: Path) -> None:
    """The set of files counts too."""
    cache = tmp_path / "cache"
    load_bundle(root, cache)
    second = root / RULE.with_name("ar003_row_total.yaml")
    shutil.copy(bundle_root() / RULE.with_name("ar003_row_total.yaml"), second)
    assert len(titles(root, cache)) == 2
    second.rename(second.with_name("zz.yaml"))
    assert [spec["source"] for spec in load_bundle(root, cache)["rules"]][-1].endswith("zz.yaml")
    second.with_name("zz.yaml").unlink()
    assert titles(root, cache) == [TITLE]


CORRUPTED: dict[str, bytes] = {
    "empty": b"", "cut-off": b'{"digest": "', "no-json": b"\xff\xfe\x00", "other-json": b"[]", "null": b"null",
    "of-other-files": b'{"digest": "x", "marks": ["x"], "rules": [], "layouts": {}}',
    "of-nothing-known": b'{"rules": [], "layouts": {}}',
    "deep": b"[" * 100_000, "nan": b"NaN",
}  # fmt: skip


@pytest.mark.parametrize("content", CORRUPTED.values(), ids=CORRUPTED)
@pytest.mark.parametrize("where", ["cache", "bundle"])
def test_a_corrupted_cache_is_ignored(root: Path, tmp_path: Path, content: bytes, where: str) -> None:
    """What does not fit is compiled anew, in the cache and in an installed bundle alike."""
    cache = tmp_path / "cache"
    load_bundle(root, cache)
    (file,) = cache.iterdir()
    (file if where == "cache" else root / NAME).write_bytes(content)
    assert titles(root, cache) == [TITLE]


def test_a_corrupted_cache_is_written_anew(root: Path, tmp_path: Path) -> None:
    """The next start has a good cache again."""
    cache = tmp_path / "cache"
    load_bundle(root, cache)
    (file,) = cache.iterdir()
    good = file.read_bytes()
    file.write_bytes(good[:100])
    load_bundle(root, cache)
    assert file.read_bytes() == good
    assert list(cache.iterdir()) == [file]


def test_a_cache_folder_that_cannot_be_written_is_no_matter(root: Path, tmp_path: Path) -> None:
    """A file where the folder should be: the rules load all the same, the file stays as it is."""
    blocked = tmp_path / "blocked"
    blocked.write_text("mine", encoding="utf-8")
    assert titles(root, blocked / "cache") == [TITLE]
    assert blocked.read_text(encoding="utf-8") == "mine"


def test_a_folder_in_the_place_of_the_cache_file_is_no_matter(root: Path, tmp_path: Path) -> None:
    """The same where the file's own name is taken by a folder; nothing half written is left."""
    cache = tmp_path / "cache"
    load_bundle(root, cache)
    (file,) = cache.iterdir()
    file.unlink()
    file.mkdir()
    assert titles(root, cache) == [TITLE]
    assert list(cache.iterdir()) == [file]


def test_an_installed_bundle_carries_its_compiled_rules(root: Path) -> None:
    """What a wheel carries is used, and no cache is needed."""
    (root / NAME).write_text(compile_bundle(root).replace(TITLE, "read from the wheel"), encoding="utf-8")
    assert titles(root, None) == ["read from the wheel"]


def test_compiled_rules_are_json_without_examples(root: Path) -> None:
    """What is compiled is plain JSON: what it was compiled from, rules without their examples, layouts."""
    compiled = json.loads(compile_bundle(root))
    assert list(compiled)[1:] == ["rules", "layouts"]
    assert ["examples" in spec for spec in compiled["rules"]] == [False]
    assert sorted(compiled["layouts"]) == ["2019", "2021"]


def test_a_bundle_without_rules_does_not_load(root: Path) -> None:
    """A folder that is not there is an error with its name, not an empty rule book."""
    shutil.rmtree(root / "rules")
    with pytest.raises(RuleError) as raised:
        load_bundle(root, None)
    assert raised.value.located() == f"{root / 'rules'}: "


def test_files_that_rest_are_not_read_again(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once they have settled, a note says what fitted them; it leads to the compiled rules, which are still held
    against their digest."""
    cache = tmp_path / "cache"
    later = time.time_ns() + 3600 * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert titles(root, cache) == [TITLE]
    (kept,) = cache.glob("rules-*.json")
    assert len(list(cache.glob("seen-*.txt"))) == 1
    edit(kept, TITLE, "read from the cache")
    assert titles(root, cache) == ["read from the cache"]
    edit(kept, '"marks": [', '"marks": ["another", ')
    assert titles(root, cache) == [TITLE]
    edit(root / RULE, TITLE, TITLE[::-1])
    assert titles(root, cache) == [TITLE[::-1]]


def test_an_installed_bundle_writes_nothing_into_the_cache(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even a note, however long its files have rested."""
    (root / NAME).write_text(compile_bundle(root), encoding="utf-8")
    later = time.time_ns() + 3600 * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert titles(root, tmp_path / "cache") == [TITLE]
    assert not (tmp_path / "cache").exists()

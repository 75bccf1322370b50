"""All that is measured, in the order of the page."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks import cold_start, columns, diagnosis, documents, formats, throughput
from benchmarks.table import Measurement, Question
from lint.model.text import Text


class Given(NamedTuple):
    """The reports to measure with and their folder, and the reasons why some peers are not measured."""

    folder: Path
    reports: tuple[Path, ...]
    absent: Mapping[str, str]


class Group(NamedTuple):
    """Questions of one kind, what has to be said of all of them, and how they are answered, in their order."""

    title: Text
    note: Text
    questions: tuple[Question, ...]
    measure: Callable[[Given], Iterable[Measurement]]


GROUPS = (
    Group(
        Text("启动：查一份", "Cold start: one report"),
        Text(
            "一条命令查一份没有问题的报告，从启动到结束。",
            "The whole command over one clean report, from its start to its end.",
        ),
        cold_start.QUESTIONS,
        lambda given: cold_start.measure(given.reports[0], given.absent),
    ),
    Group(
        Text("吞吐：一个文件夹的报告", "Throughput: a folder of reports"),
        Text(
            "每份所用时间。别的工具都是整条命令，启动摊在各份里；它们只用一个核（vtlengine 可用全部），"
            "所以与 `--jobs 1` 比才对等，不带 `--jobs` 时我们用全部核。“同一进程”不含我们的启动。",
            "Time for each report. Of the others it is the whole command, their start shared by all reports. They use "
            "one core (vtlengine may use all), so `--jobs 1` is the fair comparison; without `--jobs` ours uses all "
            "cores. “In one process” is ours without its start.",
        ),
        tuple(throughput.QUESTIONS.values()),
        lambda given: throughput.measure(given.folder, given.reports, given.absent),
    ),
    Group(
        Text("报告集：一个 Parquet 文件", "Collections: one file in Parquet"),
        Text(
            "每行（一份报告）所用时间。别的工具都是整条命令，只算 42 个和。",
            "Time for each row, which is a report. Of the others it is the whole command, and the 42 sums only.",
        ),
        columns.QUESTIONS,
        lambda given: columns.measure(given.reports),
    ),
    Group(
        Text("诊断：指出写错的格", "Diagnosis: naming the wrong cells"),
        Text(
            "中位数。我们列出全部最小改法，HiGHS 只给一个；两边都不算启动。先核对两边改的格数相同。",
            "Medians. Ours lists all smallest repairs, HiGHS gives one; neither with its start. Both change equally "
            "many cells in every case, or HiGHS would not be measured.",
        ),
        diagnosis.QUESTIONS,
        lambda _: diagnosis.measure(),
    ),
    Group(
        Text("Word 和网页", "Word and HTML"),
        Text("与只解析、不检查相比。", "Against parsing alone, which checks nothing."),
        documents.QUESTIONS,
        lambda given: documents.measure(given.folder),
    ),
    Group(
        Text("输出格式", "Output formats"),
        Text("与我们自己的 json 相比。", "Against our own json."),
        tuple(formats.QUESTIONS.values()),
        lambda _: formats.measure(),
    ),
)

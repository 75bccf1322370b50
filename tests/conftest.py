"""What all tests share: what a bare machine may lack, and how Hypothesis makes up its examples."""

import shutil
from importlib.util import find_spec

import pytest
from hypothesis import settings

ABSENT = "not run: "

# A slow machine is no fault of the code; the seed of a failure is printed, so that it can be run again.
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs_program(*names): not run, and counted as such, where one is absent")
    config.addinivalue_line("markers", "needs_module(*names): not run, and counted as such, where one is absent")


def pytest_runtest_setup(item: pytest.Item) -> None:
    programs = {name for mark in item.iter_markers("needs_program") for name in mark.args if shutil.which(name) is None}
    modules = {name for mark in item.iter_markers("needs_module") for name in mark.args if find_spec(name) is None}
    if absent := sorted(programs | modules):
        pytest.skip(f"{ABSENT}{', '.join(absent)} absent")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    count = sum(ABSENT in str(report.longrepr) for report in skipped)
    if count:
        terminalreporter.write_line(f"{count} tests not run, since a program or module is absent")

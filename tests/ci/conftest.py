"""What the tests of the ways into other systems share."""

import os

import pytest

from tests.ci.support_machine import Machine, bare_machine, machine_with_program


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if os.name != "posix" and "tests/ci/" in item.path.as_posix():
            item.add_marker(pytest.mark.skip(reason="scripts for a POSIX shell"))


@pytest.fixture(scope="session")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine with the program."""
    return machine_with_program(tmp_path_factory.mktemp("machine"))


@pytest.fixture
def bare(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A machine without it."""
    return bare_machine(tmp_path_factory.mktemp("bare"))

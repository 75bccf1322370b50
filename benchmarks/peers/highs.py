"""Which cells are wrong, asked of HiGHS: ``python -m benchmarks.peers.highs < question.json > answer.json``.

The question holds ``relations``, lists of ``[factor, cell]`` that come to nothing, and ``cases``, lists of figures. The
answer holds for each case the seconds of the solver and how many cells its repair changes. Fellegi and Holt as a mixed
integer program: a cell moves up or down only where its switch is on, and as few switches as may be are on.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy
from scipy.optimize import Bounds, LinearConstraint, milp


def solver(relations: Sequence[Sequence[tuple[int, int]]]) -> Callable[[Sequence[int]], Any]:
    """What finds one smallest repair of a report."""
    width = 1 + max(cell for terms in relations for _, cell in terms)
    matrix = numpy.zeros((len(relations), width))
    for row, terms in enumerate(relations):
        for factor, cell in terms:
            matrix[row, cell] = factor
    nothing, own = numpy.zeros((len(relations), width)), numpy.eye(width)
    cost = numpy.concatenate([numpy.zeros(width), numpy.ones(width)])

    def solve(case: Sequence[int]) -> Any:
        now = numpy.array(case, dtype=float)
        most = 2 * now.max() + 10.0
        switches = LinearConstraint(
            numpy.vstack([numpy.hstack([own, -most * own]), numpy.hstack([-own, -most * own])]),
            -numpy.inf,
            numpy.concatenate([now, -now]),
        )
        equations = LinearConstraint(numpy.hstack([matrix, nothing]), 0, 0)
        limits = Bounds(0, numpy.concatenate([numpy.full(width, most), numpy.ones(width)]))
        return milp(cost, constraints=[equations, switches], integrality=cost, bounds=limits)

    return solve


def main() -> None:
    """Read the question and write the answer."""
    asked = json.load(sys.stdin)
    solve = solver(asked["relations"])
    seconds, cells = [], []
    for case in asked["cases"]:
        start = time.perf_counter()
        found = solve(case)
        seconds.append(time.perf_counter() - start)
        cells.append(round(found.fun))
    json.dump({"seconds": seconds, "cells": cells}, sys.stdout)


if __name__ == "__main__":
    main()

"""What was measured, as a small table with the bars that have to hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Bar:
    """A peer's time, and what ours must be: at most so many times as long, or at least so many times as fast.

    Without a limit the ratio is shown, and nothing is asked of it.
    """

    peer: str
    seconds: float
    sign: Literal["<=", ">="]
    limit: float | None

    def ratio(self, ours: float) -> float:
        """Our time by theirs, or our speed by theirs."""
        return ours / self.seconds if self.sign == "<=" else self.seconds / ours

    def holds(self, ours: float) -> bool:
        """Whether we are fast enough."""
        if self.limit is None:
            return True
        return self.ratio(ours) <= self.limit if self.sign == "<=" else self.ratio(ours) >= self.limit

    def line(self, ours: float) -> str:
        """The row of the table: how long the peer took, our ratio, the bar and whether it holds."""
        kind = "as long" if self.sign == "<=" else "as fast"
        figures = f"  {self.peer:<44}{self.seconds * 1000:>11.3f} ms {self.ratio(ours):>8.2f} x {kind}"
        if self.limit is None:
            return figures
        return f"{figures}  {self.sign} {self.limit:<4g} {'holds' if self.holds(ours) else 'MISSED'}"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One thing measured: what we took for it, and the bars."""

    title: str
    ours: float
    bars: tuple[Bar, ...]

    def holds(self) -> bool:
        """Whether every bar holds."""
        return all(bar.holds(self.ours) for bar in self.bars)

    def lines(self) -> Iterator[str]:
        """The rows of the table."""
        yield f"{self.title:<46}{self.ours * 1000:>11.3f} ms"
        yield from (bar.line(self.ours) for bar in self.bars)

"""What was measured, as a small table with the bars that have to hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Bar:
    """A peer's time, and what ours must be: at most so many times as long, or at least so many times as fast."""

    peer: str
    seconds: float
    sign: Literal["<=", ">="]
    limit: float

    def ratio(self, ours: float) -> float:
        """Our time by theirs, or our speed by theirs."""
        return ours / self.seconds if self.sign == "<=" else self.seconds / ours

    def holds(self, ours: float) -> bool:
        """Whether we are fast enough."""
        return self.ratio(ours) <= self.limit if self.sign == "<=" else self.ratio(ours) >= self.limit


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
        yield f"{self.title:<44}{self.ours * 1000:>12.3f} ms"
        for bar in self.bars:
            verdict = "holds" if bar.holds(self.ours) else "MISSED"
            figures = f"{bar.ratio(self.ours):>8.2f} x {bar.sign} {bar.limit:g}"
            yield f"  {bar.peer:<42}{bar.seconds * 1000:>12.3f} ms  {figures:<18} {verdict}"

"""What is asked, and what was measured: known before anything runs, so that the page can be held against it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lint.model.text import Text

Kind: TypeAlias = Literal["peer", "floor", "own"]


@dataclass(frozen=True, slots=True)
class Bar:
    """What ours is held against, and what it must be: at most so many times as long, or at least so many times as fast.

    Without a limit the ratio is shown, and nothing is asked of it. A ``floor`` is not another way of doing the same: it
    is what any program would have to do. ``own`` is another part of ours.
    """

    peer: Text
    sign: Literal["<=", ">="]
    limit: float | None = None
    kind: Kind = "peer"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to measure; each bar is known by the English name of its peer."""

    title: Text
    bars: tuple[Bar, ...] = ()

    def answered(
        self, ours: float, taken: Mapping[str, float], absent: Mapping[str, str] | None = None
    ) -> "Measurement":
        """With the seconds of ours and of each peer, or with the reason why a peer was not measured.

        Raises KeyError where a peer has neither.
        """
        absent = absent or {}
        bars = tuple(
            Measured(bar, ours, None if bar.peer.en in absent else taken[bar.peer.en], absent.get(bar.peer.en, ""))
            for bar in self.bars
        )
        return Measurement(self, ours, bars)


@dataclass(frozen=True, slots=True)
class Measured:
    """A bar, the seconds of ours, and those of the peer: ``None`` where it was not measured, which has a reason."""

    bar: Bar
    ours: float
    theirs: float | None
    reason: str = ""

    def ratio(self) -> float | None:
        """Our time by theirs, or our speed by theirs."""
        if self.theirs is None:
            return None
        return self.ours / self.theirs if self.bar.sign == "<=" else self.theirs / self.ours

    def holds(self) -> bool:
        """Whether we are fast enough; what was not measured does not hold."""
        ratio, limit = self.ratio(), self.bar.limit
        if limit is None:
            return True
        return ratio is not None and (ratio <= limit if self.bar.sign == "<=" else ratio >= limit)

    def ahead(self) -> bool:
        """Whether the peer took less than we did."""
        return self.bar.kind == "peer" and self.theirs is not None and self.theirs < self.ours

    def line(self) -> str:
        """The row of the table: how long the peer took, our ratio, the bar and whether it holds."""
        ratio, limit, name = self.ratio(), self.bar.limit, self.bar.peer.en
        verdict = "" if limit is None else f"  {self.bar.sign} {limit:<4g} {'holds' if self.holds() else 'MISSED'}"
        if self.theirs is None or ratio is None:
            return f"  {name:<46}not measured: {self.reason}{verdict}"
        kind = "as long" if self.bar.sign == "<=" else "as fast"
        told = verdict or ("  it is AHEAD" if self.ahead() else "")
        return f"  {name:<46}{self.theirs * 1000:>11.3f} ms {ratio:>8.2f} x {kind}{told}"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One thing measured: what we took for it, and the bars."""

    question: Question
    ours: float
    bars: tuple[Measured, ...] = field(default=())

    def holds(self) -> bool:
        """Whether every bar holds."""
        return all(bar.holds() for bar in self.bars)

    def lines(self) -> Iterator[str]:
        """The rows of the table."""
        yield f"{self.question.title.en:<48}{self.ours * 1000:>11.3f} ms"
        yield from (bar.line() for bar in self.bars)

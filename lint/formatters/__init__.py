"""Floor one: a run becomes text. Knows diagnostics only."""

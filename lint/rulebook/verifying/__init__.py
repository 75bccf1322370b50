"""The rule set looks at itself: contradictions, redundancies, dead patterns, reused ids, missing examples, coverage."""

"""Violations made from the examples of a rule, each known to be one by how it was made, never by asking the rule."""

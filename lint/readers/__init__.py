"""Floor one: bytes to reports. Knows formats, knows no rules."""

"""Floor two: rule files become rules, are tested by their examples and explained."""

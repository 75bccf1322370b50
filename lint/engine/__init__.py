"""Floor one: rules meet reports. Knows no formats and no terminal."""

"""The check kinds: one file each, one line each in the table."""

"""What a reader takes at most. Checked before, or while, a parser sees a byte; beyond it a file is refused."""

# A whole report is 20 KB to 2 MB; 1 GB of JSON took 6 s and 2 GB of memory.
FILE_BYTES = 20 * 1024 * 1024
# PyYAML is slow: 5 MB took 19 to 48 s and 1 GB.
YAML_BYTES = 2 * 1024 * 1024
# The form is 8 deep. Deeper trees end other people's recursion (jsonschema stops at 900).
JSON_DEPTH = 128
# Flow and block nesting alike; libyaml's own composer overflows the stack of a thread from 2,500.
YAML_DEPTH = 64
# 48 MB of ``[{},{},…`` became 1.2 GB; a report has about 50 objects.
CONTAINERS = 100_000
# Values of any kind, as many as the cells of a workbook.
VALUES = 500_000
# Counts and sums of money stay far below 10**18; longer is a slip or an attack.
DIGITS = 18
DECIMALS = 18
# 1e400 is no number of any report, and int(Decimal("1e9999999")) never ends.
EXPONENT_DIGITS = 2
# How much of a file a message quotes.
EXCERPT = 40
# A report has about 200 lines and 300 cells; one that sums up a province with its annexes stays below 10,000.
LINES = 200_000
CELLS = 250_000
# Six, their sub-headings, and a table of contents.
HEADINGS = 1_000

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
# HTML of 8 MB is ten times the wordiest page with a report.
HTML_BYTES = 8 * 1024 * 1024
# Of 728 honest Office files none had more than 143 parts or 15.3 MB unpacked; bombs hold gigabytes in a few KB.
ZIP_MEMBERS = 2_000
ZIP_TOTAL_BYTES = 100 * 1024 * 1024
ZIP_PART_BYTES = 64 * 1024 * 1024
ZIP_STRINGS_BYTES = 16 * 1024 * 1024
# libxml2 itself ends at 256 without its huge_tree.
XML_DEPTH = 256
HTML_DEPTH = 2_048
# A tag with 200,000 attributes took lxml 60 s.
TAG_CHARACTERS = 16 * 1024
PARAGRAPHS = 200_000
TAGS = 100_000
PAGES = 500
# Of one grid, merged cells unfolded; browsers stop at these spans.
GRID_CELLS = 200_000
COLUMN_SPAN = 1_000
ROW_SPAN = 65_534
WORD_SPAN = 100
# A page of a report holds 2,000 characters and 200 ruled lines.
PAGE_CHARACTERS = 200_000
PAGE_EDGES = 5_000
# What a parser in a process of its own may take, and the largest answer that is read from it.
# Eight seconds, so that what is said of it is said within ten.
WORKER_SECONDS = 8
WORKER_BYTES = 1024 * 1024 * 1024
ANSWER_BYTES = 16 * 1024 * 1024
# LibreOffice itself takes 200 MB for its data; what it may take for a hostile file.
OFFICE_BYTES = 1024 * 1024 * 1024

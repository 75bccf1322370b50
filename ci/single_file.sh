#!/bin/sh
# sh ci/single_file.sh PYTHON FOLDER FILE: one file of the program and all it needs, installed in FOLDER before.
# shiv, not zipapp alone: compiled parts (lxml, orjson) cannot be loaded from inside an archive, so they are unpacked
# once into ~/.shiv, or $SHIV_ROOT. Parsers that run in a process of their own find them by PYTHONPATH.
set -eu
exec "$1" -m shiv --reproducible --site-packages "$2" --preamble "$(dirname "$0")/only_here.py" \
	--entry-point lint.cli.main:main --extend-pythonpath --output-file "$3"

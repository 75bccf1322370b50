#!/bin/sh
# What action.yml runs: the check, its annotations, the summary of the job, and the results for code scanning.
# All that a user wrote comes as variables, so that nothing of it is ever read as a command.
set -eu

sarif=${INPUT_SARIF:-.xxgk-lint/findings.sarif}
summary=.xxgk-lint/summary.md
largest=1000000 # bytes; GitHub refuses a summary above 1 MiB
mkdir -p "$(dirname "$sarif")" .xxgk-lint
rm -f "$summary" # of an earlier step

# One path a line, so that names may hold spaces; options by words. Neither is a pattern to the shell.
set -f
set --
for option in ${INPUT_ARGS:-}; do
	set -- "$@" "$option"
done
set -- "$@" --format "${INPUT_FORMAT:-github}" --format "sarif:$sarif" --format "markdown:$summary" --
newline='
'
IFS=$newline
for path in ${INPUT_PATHS:-.}; do
	set -- "$@" "$path"
done
unset IFS

status=0
xxgk-lint check "$@" || status=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$summary" ]; then
	if [ "$(wc -c <"$summary")" -le "$largest" ]; then
		cat "$summary" >>"$GITHUB_STEP_SUMMARY"
	else
		echo "xxgk-lint: 结果过长，见日志与 SARIF too long to be shown here; see the log and the SARIF file" >>"$GITHUB_STEP_SUMMARY"
	fi
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
	printf 'exit-code=%s\nsarif=%s\n' "$status" "$sarif" >>"$GITHUB_OUTPUT"
fi
exit "$status"

#!/bin/sh
# Checks reports in a build and leaves the results as files, for any build server: Gitee, Jenkins, a cron job.
#
#   sh ci/check.sh PATH...           paths and options of `xxgk-lint check`; the folder reports/ where there are none
#
#   XXGK_LINT          the command, such as "python3 xxgk-lint.pyz"   (default: xxgk-lint)
#   XXGK_LINT_RESULTS  the folder of the results                      (default: .xxgk-lint, which no check looks into)
#
# Ends with the exit code of the check: 0 passed, 1 findings, 2 not everything could be checked.
set -eu

results=${XXGK_LINT_RESULTS:-.xxgk-lint}
[ $# -gt 0 ] || set -- reports
mkdir -p "$results"
printf '*\n' >"$results/.gitignore" # results are none of git's

status=0
# The command may be of several words.
# shellcheck disable=SC2086
${XXGK_LINT:-xxgk-lint} check \
	--format text \
	--format "json:$results/findings.json" \
	--format "junit:$results/junit.xml" \
	--format "checkstyle:$results/checkstyle.xml" \
	--format "sarif:$results/findings.sarif" \
	--format "gitlab:$results/gitlab.json" \
	--format "markdown:$results/summary.md" \
	--format "xlsx:$results/findings.xlsx" \
	"$@" || status=$?

case $status in
0 | 1) exit "$status" ;;
*)
	# A command that is not there ends with 127, a killed one above 128: nothing was checked, so no code but 2 fits.
	echo "xxgk-lint: 未能全部检查 not everything could be checked (exit code $status)" >&2
	exit 2
	;;
esac

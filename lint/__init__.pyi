from lint.api import Session as Session
from lint.api import check as check
from lint.api import check_tree as check_tree
from lint.api import read as read
from lint.model.errors import LintError as LintError
from lint.model.errors import Unreadable as Unreadable
from lint.model.finding import Diagnostic as Diagnostic
from lint.model.finding import Finding as Finding
from lint.model.finding import Severity as Severity
from lint.model.report import Report as Report
from lint.model.run import Checked as Checked
from lint.model.run import Run as Run
from lint.model.settings import Settings as Settings

__version__: str

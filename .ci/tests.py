"""Adds up the test reports. A skipped test is an error unless its reason names a missing program."""

import glob
import re
import sys
import xml.etree.ElementTree as xml

PROGRAMS = re.compile(
    r"chromium|prometheus|promtool|alertmanager|mariadb|hypopg|wrk|zipkin|helm|openssl|git\b", re.I
)
REPORTS = ("*/target/surefire-reports/TEST-*.xml", "*/*/target/surefire-reports/TEST-*.xml")


def main():
    run = skipped = failed = 0
    unexplained = []
    for report in (path for pattern in REPORTS for path in glob.glob(pattern)):
        for case in xml.parse(report).getroot().iter("testcase"):
            run += 1
            failed += case.find("failure") is not None or case.find("error") is not None
            skip = case.find("skipped")
            if skip is not None:
                skipped += 1
                reason = f"{skip.get('message') or ''} {skip.text or ''}"
                if not PROGRAMS.search(reason):
                    unexplained.append(f"{case.get('classname')}.{case.get('name')}: {reason.strip()}")
    if unexplained:
        sys.exit("skipped without naming a missing program:\n" + "\n".join(unexplained))
    if failed or run == 0:
        sys.exit(f"{failed} of {run} tests failed")
    print(f"{run - skipped} passed, {failed} failed, {skipped} skipped")


main()

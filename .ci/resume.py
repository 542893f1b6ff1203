"""Kills agent, gate and demo in the middle of the investigation, resumes, and compares."""

import json
import os
import pathlib
import re
import signal
import subprocess
import sys

COMMAND = ["./inquest", "demo", "--headless", "-o", "json"]
RESUME_SECONDS = 420


def descendants(pid):
    """Process ids below one, found through /proc."""
    children = {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                status = (entry / "stat").read_text()
            except OSError:
                continue
            parent = int(status[status.rindex(")") + 2 :].split()[1])
            children.setdefault(parent, []).append(int(entry.name))
    found, open_ = [], [pid]
    while open_:
        below = children.get(open_.pop(), [])
        found += below
        open_ += below
    return found


def is_role(pid):
    try:
        line = pathlib.Path("/proc", str(pid), "cmdline").read_bytes().split(b"\0")
    except OSError:
        return False
    return b"--role" in line


def killed_in_the_middle(folder):
    """Runs until the incident is open, kills, and gives the incident's id."""
    demo = subprocess.Popen(
        COMMAND + ["--keep", folder], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    for line in demo.stderr:
        print("  first:", line.rstrip(), file=sys.stderr)
        opened = re.search(r"Incident (inc-\S+) is open", line)
        if opened:
            both = [pid for pid in descendants(demo.pid) if is_role(pid)]
            for pid in both + [demo.pid]:
                os.kill(pid, signal.SIGKILL)
            demo.wait()
            if len(both) != 2:
                sys.exit(f"resume: {len(both)} processes with a role were found, not agent and gate")
            return opened.group(1)
    sys.exit("resume: the demo ended before its incident was open")


def told(log):
    """Shows the end of what Inquest itself said, for the folder is gone after a failure."""
    if log.is_file():
        print("\n".join(log.read_text(errors="replace").splitlines()[-60:]), file=sys.stderr)


def main(folder):
    incident = killed_in_the_middle(folder)
    resumed = subprocess.run(
        COMMAND + ["--keep", folder, "--resume"],
        stdout=subprocess.PIPE,
        timeout=RESUME_SECONDS,
        check=False,
    )
    if resumed.returncode != 0:
        told(pathlib.Path(folder, "logs", "inquest.log"))
        sys.exit(f"resume: exit status {resumed.returncode}")
    answer = json.loads(resumed.stdout)
    repository = pathlib.Path(folder, "repository")
    branches = subprocess.run(
        ["git", "-C", repository, "branch", "--remotes", "--list", "origin/inquest/*"],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout.split()
    wrong = []
    if answer["incident"] != incident:
        wrong.append(f"incident {answer['incident']} was opened beside {incident}")
    if answer["diagnosis"]["verdict"] != "identified":
        wrong.append(f"verdict {answer['diagnosis']['verdict']}")
    if branches != ["origin/" + answer["mergeRequest"]["branch"]]:
        wrong.append(f"not one merge request but {branches}")
    if wrong:
        sys.exit("resume: " + "; ".join(wrong))
    print(f"resume: {incident} went on to its one merge request")


main(sys.argv[1])

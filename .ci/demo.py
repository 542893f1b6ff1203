"""Checks the answer of `inquest demo -o json` against what the demo promises."""

import json
import pathlib
import re
import sys

PHASES = ["detect_s", "diagnose_s", "approve_s", "remediate_s", "recover_s", "total_s"]
KEYS = {
    "incident", "seed", "diagnosis", "refuted", "proposal", "approval", "mergeRequest", "recovery",
    "mttr", "report", "case",
}

wrong = []


def expect(right, otherwise):
    if not right:
        wrong.append(otherwise)


def both(answer, folder):
    expect(set(answer) == KEYS, f"keys are {sorted(answer)}")
    expect(set(answer["mttr"]) == set(PHASES), f"mttr has {sorted(answer['mttr'])}")
    expect(pathlib.Path(answer["report"]).is_file(), f"no report at {answer['report']}")
    expect(pathlib.Path(answer["case"], "alert.json").is_file(), f"no case at {answer['case']}")
    expect((folder / "repository" / ".git").is_dir(), "no clone is left")
    expect(list(folder.glob("report.*")), "no report is left")


def by_path(files):
    return {file["path"]: file["content"] for file in files}


def fault(answer, folder):
    both(answer, folder)
    diagnosis = answer["diagnosis"]
    expect(diagnosis["verdict"] == "identified", f"verdict {diagnosis['verdict']}")
    expect(diagnosis["causes"] and diagnosis["causes"][0]["evidence"], "the cause cites nothing")
    expect(diagnosis["onset"], "no onset")
    expect(len(answer["refuted"]) >= 2, "fewer than two innocents are refuted")
    for innocent in answer["refuted"]:
        expect(innocent["change"] and innocent["reason"], f"no reason for {innocent['change']}")
    migrations = [f for f in answer["mergeRequest"]["files"] if f["path"].endswith(".sql")]
    expect(len(migrations) == 1, "not exactly one migration is merged")
    for file in migrations:
        expect("CREATE INDEX CONCURRENTLY" in file["content"], "not built concurrently")
        expect(re.search(r"lock_timeout", file["content"]), "no lock_timeout")
        expect((folder / "repository" / file["path"]).is_file(), "the clone lacks the migration")
    proposed, merged = (by_path(answer[key]["files"]) for key in ("proposal", "mergeRequest"))
    expect(proposed == merged, "what is merged is not what was proposed")
    expect(re.fullmatch(r"[0-9a-f]{64}", answer["proposal"]["digest"]), "no digest")
    for key in ("by", "at", "warrant"):
        expect(answer["approval"][key], f"approval lacks {key}")
    recovery = answer["recovery"]
    expect(recovery["after_p95_ms"] * 3 <= recovery["before_p95_ms"], f"recovery {recovery}")
    for phase in PHASES:
        expect(isinstance(answer["mttr"][phase], (int, float)), f"mttr lacks {phase}")
    expect(answer["mttr"]["total_s"] <= 90, f"total {answer['mttr']['total_s']} s")


def control(answer, folder):
    both(answer, folder)
    expect(answer["diagnosis"]["verdict"] in ("healthy", "inconclusive"), "a false alarm believed")
    for key in ("proposal", "approval", "mergeRequest", "recovery"):
        expect(answer[key] is None, f"a false alarm led to a {key}")


def replay(answer, lines):
    replayed = [json.loads(line) for line in lines.read_text().splitlines()]
    expect(len(replayed) == 1, f"{len(replayed)} lines for one case")
    for key in ("service", "kind", "change"):
        was, now = (d["causes"][0][key] for d in (answer["diagnosis"], replayed[0]))
        expect(was == now, f"replayed {key} is {now}, was {was}")


check, file, other = sys.argv[1:]
{"fault": fault, "control": control, "replay": replay}[check](
    json.loads(pathlib.Path(file).read_text()), pathlib.Path(other)
)
if wrong:
    sys.exit(f"{check}: " + "; ".join(wrong))
print(f"{check}: as promised")

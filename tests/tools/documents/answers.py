"""Reads cases of three lines, and compares what jq finds in answers with what the cases expect."""
import json
import subprocess
import sys
import urllib.request

from served import PATIENCE


def cases(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    if len(lines) % 3:
        sys.exit(f"{path}: a case does not have three lines")
    return zip(*[iter(lines)] * 3)


def get(address, path):
    with urllib.request.urlopen(f"http://{address}{path}", timeout=PATIENCE) as answer:
        return answer.read()


def find(bodies, filters):
    """Yields the output of each filter on its body, as jq -r prints it. Starts jq only once, since that takes long."""
    program = ", ".join(f"[$bodies[{i}] | {filter}]" for i, filter in enumerate(filters))
    run = subprocess.run(["jq", "-nc", f"[inputs] as $bodies | {program}"], input=b"\n".join(bodies),
                         capture_output=True, timeout=PATIENCE)
    if run.returncode:
        sys.exit(run.stderr.decode())
    for line in run.stdout.decode().splitlines():
        yield [found if isinstance(found, str) else json.dumps(found) for found in json.loads(line)]


def fault(expected, found):
    kind, pieces = expected[:2], expected[2:]
    if kind == "= ":
        return None if "; ".join(found) == pieces else f"expected: {pieces}"
    if kind == "~ ":
        missing = [piece for piece in pieces.split("; ") if piece not in "\n".join(found)]
        return "missing: " + "; ".join(missing) if missing else None
    sys.exit(f'questions: an answer must begin with "= " or "~ ": {expected}')

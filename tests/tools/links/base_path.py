#!/usr/bin/env python3
"""usage: base_path.py PROGRAM - checks --base-path, for a proxy that strips a path prefix from requests.

Every link must begin with the prefix, and must resolve without it."""
import subprocess
import sys
from pathlib import Path

from crawl import Asker, crawl, links_of

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import start_server

BASE_PATH = "/an.archive/record~1"
# Targets that no link has, and the status of their answers.
UNLINKED = {"/people?limit=3&offset=3": 200, "/search?q=energy&limit=2": 200, "/sessions/3": 200, "/speakers/tj-pempel/papers.csv": 200,
       "/papers/": 308, "/papers/99": 404, "/sesions": 404, "/papers?limt=1": 400, "/search": 400, "/a/b/c/d/e": 404, "/assets/a/b": 404}


def follow_all(asker):
    """Returns (faults, number of answers checked)."""
    faults, count = [], 0
    for url, _, answer in crawl(asker, BASE_PATH, leave_out=("/search",)):
        count += 1
        if answer.status != 200:
            faults.append(f"{url} is answered with {answer.status}")
    return faults if count > 1000 else [*faults, f"links lead to only {count} answers"], count


def check_unlinked(asker):
    for path, status in UNLINKED.items():
        answer = asker.ask(path)
        links = list(links_of(f"{BASE_PATH}{path}", answer))
        if answer.status != status:
            yield f"{path} is answered with {answer.status}"
        yield from (f"{path} leads to {link}" for link in links if not link.startswith(f"{BASE_PATH}/"))
        if not links:
            yield f"{path} has no link"
    location = asker.ask("/papers/?limit=1").headers.get("location")
    if location != f"{BASE_PATH}/papers?limit=1":
        yield f"/papers/ is redirected to {location}"


def check_descriptions(program, asker):
    printed = subprocess.run([program, "openapi", "--base-path", BASE_PATH], capture_output=True, check=True).stdout
    if printed != asker.ask("/openapi.json").body:
        yield "rapporteur openapi and /openapi.json differ"
    if f"{BASE_PATH}/papers?".encode() not in asker.ask("/docs").body:
        yield "/docs shows requests without the base path"


def main(program):
    server, address = start_server(program, "--base-path", BASE_PATH)
    try:
        asker = Asker(address)
        faults, count = follow_all(asker)
        faults += [*check_unlinked(asker), *check_descriptions(program, asker)]
    finally:
        server.terminate()
        server.wait()
    print(*(f"FAULT {fault}" for fault in faults), f"{count} answers under {BASE_PATH}, {len(faults)} faults", sep="\n")
    sys.exit(1 if faults else 0)


main(sys.argv[1])

#!/usr/bin/env python3
"""usage: base_path.py PROGRAM - whether, behind a proxy that takes a path away, every link begins with that path and leads
somewhere once it is taken away."""
import subprocess
import sys
from pathlib import Path

from crawl import Asker, crawl, links_of

sys.path.insert(0, str(Path(__file__).parent.parent / "documents"))
from served import start_server

BASE_PATH = "/an.archive/record~1"
# What no link leads to, and what is answered to it.
ODD = {"/people?limit=3&offset=3": 200, "/search?q=energy&limit=2": 200, "/sessions/3": 200, "/speakers/tj-pempel/papers.csv": 200,
       "/papers/": 308, "/papers/99": 404, "/sesions": 404, "/papers?limt=1": 400, "/search": 400, "/a/b/c/d/e": 404, "/assets/a/b": 404}


def follow_all(asker):
    """Returns (what is wrong, how many answers were looked at)."""
    faults, count = [], 0
    for url, _, answer in crawl(asker, BASE_PATH, leave_out=("/search",)):
        count += 1
        if answer.status != 200:
            faults.append(f"{url} is answered {answer.status}")
    return faults if count > 1000 else [*faults, f"only {count} answers were found"], count


def ask_the_odd(asker):
    for path, status in ODD.items():
        answer = asker.ask(path)
        links = list(links_of(f"{BASE_PATH}{path}", answer))
        if answer.status != status:
            yield f"{path} is answered {answer.status}"
        yield from (f"{path} leads to {link}" for link in links if not link.startswith(f"{BASE_PATH}/"))
        if not links:
            yield f"{path} leads nowhere"
    location = asker.ask("/papers/?limit=1").headers.get("location")
    if location != f"{BASE_PATH}/papers?limit=1":
        yield f"/papers/ is redirected to {location}"


def check_descriptions(program, asker):
    printed = subprocess.run([program, "openapi", "--base-path", BASE_PATH], capture_output=True, check=True).stdout
    if printed != asker.ask("/openapi.json").body:
        yield "rapporteur openapi prints another description than the server gives"
    if f"{BASE_PATH}/papers?".encode() not in asker.ask("/docs").body:
        yield "/docs shows requests that leave the base path out"


def main(program):
    server, address = start_server(program, "--base-path", BASE_PATH)
    try:
        asker = Asker(address)
        faults, count = follow_all(asker)
        faults += [*ask_the_odd(asker), *check_descriptions(program, asker)]
    finally:
        server.terminate()
        server.wait()
    print(*(f"FAULT {fault}" for fault in faults), f"{count} answers behind {BASE_PATH}, {len(faults)} faults", sep="\n")
    sys.exit(1 if faults else 0)


main(sys.argv[1])

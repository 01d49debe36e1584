#!/usr/bin/env python3
"""usage: bench.py PROGRAM FLOOR [--quick | --instructions] - measures the cost of a request, beside bare libmicrohttpd and nginx.

FLOOR answers every request with one prepared response of libmicrohttpd; nginx sends the same bytes as a static file. The three run
in turn on one processor, in many rounds. A figure is the least on-CPU time per request of all rounds, since other load on the
machine can only add to it; a ratio is that of two such figures. --instructions counts only instructions, which do not depend on
time and other load; the exit status is 1 if PROGRAM takes more than INSTRUCTIONS_MAX times those of FLOOR. Needs h2load, nginx,
strace, taskset and valgrind."""
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time

import sides

PATHS = ["/sessions", "/sessions/3", "/papers?limit=5&offset=5", "/proposals"]
INSTRUCTIONS_MAX = 1.15
CODED = {"Accept-Encoding": "gzip, br"}
quick = "--quick" in sys.argv
PROGRAM, FLOOR = [word for word in sys.argv[1:] if not word.startswith("--")]
ROUNDS, REQUESTS = (6, 500) if quick else (25, 1000)


def microseconds(side, headers):
    before = side.on_cpu_nanoseconds()
    sides.load(side.url, REQUESTS, headers)
    return (side.on_cpu_nanoseconds() - before) / REQUESTS / 1000


def measure(row):
    """Returns the least figure of each (side, headers), and the ratios of the first figure to the others."""
    rounds = [[microseconds(side, headers) for side, headers in row] for _ in range(ROUNDS + 1)][1:]
    figures = [min(column) for column in zip(*rounds)]
    return figures, [figures[0] / figure for figure in figures[1:]]


def compare(path, headers, label):
    """Prints a row. With the label 304, requests have a precondition: an entity tag, or for nginx a date."""
    ours = sides.server(PROGRAM, path, "--threads", "1")
    head, body, fields = sides.fetch(ours.url, headers)
    known = label == "304"
    if known:
        body = b""
    asked = [{**headers, "If-None-Match": fields["ETag"]} if known else headers] * 2
    asked.append({**headers, "If-Modified-Since": "Fri, 31 Dec 9999 23:59:59 GMT"} if known else headers)
    with tempfile.TemporaryDirectory() as for_floor, tempfile.TemporaryDirectory() as for_nginx:
        floor = sides.floor(FLOOR, for_floor, head, body, "304" if known else "200")
        row = list(zip([ours, floor, sides.nginx(for_nginx, head, body)], asked))
        try:
            figures, ratios = measure(row)
        finally:
            for side, _ in row:
                side.stop()
    print(f"{path:<28}{label:>10}{len(body):>8}" + "".join(f"{f:>9.2f}" for f in figures)
          + "".join(f"{r:>9.2f}" for r in ratios), flush=True)


def compare_misses():
    print(f"\n{'an answer that is not in the cache':<46}{'miss us':>9}{'hit us':>9}{'miss/hit':>18}")
    for path in PATHS:
        row = [(sides.server(PROGRAM, path, "--threads", "1", "--cache-bytes", size), {}) for size in ("0", "33554432")]
        figures, ratios = measure(row)
        for side, _ in row:
            side.stop()
        print(f"{path:<46}{figures[0]:>9.2f}{figures[1]:>9.2f}{ratios[0]:>18.2f}", flush=True)


def compare_threads():
    """Compares the cost of a request on two threads and on one. The request rate says little about scaling if the client uses the
    same processors. The cost includes contention between threads, except sleeping on a lock, which is a system call."""
    row = [(sides.server(PROGRAM, PATHS[0], "--threads", count, pinned=False), {}) for count in ("2", "1")]
    _, ratios = measure(row)
    for side, _ in row:
        side.stop()
    print(f"\non-CPU time per request, two threads to one: {ratios[0]:.2f}; two threads serve {2 / ratios[0]:.2f} times the requests of one")


def instructions(start, requests):
    """Returns the user-space instructions of a run with that many requests. The server's sandbox is off, since it would not let
    valgrind write its result to a file at the end."""
    with tempfile.TemporaryDirectory() as folder:
        side = start(["env", "RAPPORTEUR_SANDBOX=off", "valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out"])
        sides.load(side.url, requests, {}, 4)
        side.stop()
        return int(re.search(r"(?:summary|totals): (\d+)", open(f"{folder}/out").read()).group(1))


def count_instructions():
    path = PATHS[0]
    ours = sides.server(PROGRAM, path)
    head, body, _ = sides.fetch(ours.url, {})
    ours.stop()
    with tempfile.TemporaryDirectory() as folder:
        starts = {"ours": lambda under: sides.server(PROGRAM, path, "--threads", "1", under=under),
                  "logged": lambda under: sides.server(PROGRAM, path, "--threads", "1", "--access-log=combined", under=under),
                  "floor": lambda under: sides.floor(FLOOR, folder, head, body, under=under)}
        counts = {name: (instructions(start, 2200) - instructions(start, 200)) / 2000 for name, start in starts.items()}
    print(f"\nuser-space instructions per request: ours {counts['ours']:.0f}, floor {counts['floor']:.0f}, "
          f"ratio {counts['ours'] / counts['floor']:.2f}; with --access-log combined {counts['logged']:.0f}, "
          f"{counts['logged'] / counts['ours']:.2f} times as many")
    return counts["ours"] / counts["floor"]


def count_system_calls():
    with tempfile.TemporaryDirectory() as folder:
        side = sides.server(PROGRAM, PATHS[0], "--threads", "1", under=["strace", "-f", "-c", "-o", f"{folder}/counts"])
        sides.load(side.url, 10000, {})
        os.kill(sides.only_child(side.pid), signal.SIGTERM)
        side.process.wait(30)
        rows = [line.split() for line in open(f"{folder}/counts") if re.match(r"\s*\d+\.\d+", line)]
    calls = {row[-1]: int(row[3]) / 10000 for row in rows if row[-1] in ("recvfrom", "sendmsg", "epoll_wait", "sendto", "writev")}
    print("system calls per request, 64 connections: " + ", ".join(f"{name} {count:.3f}" for name, count in sorted(calls.items())))


def measure_start():
    times = []
    for _ in range(11):
        before = time.monotonic()
        side = sides.server(PROGRAM, "/sessions/3", pinned=False)
        sides.fetch(side.url, {})
        times.append((time.monotonic() - before) * 1000)
        side.stop()
    print(f"start to first answer, 11 times: least {min(times):.1f} ms, median {statistics.median(times):.1f} ms")


def measure_memory():
    requests = 50000 if quick else 1000000
    side = sides.server(PROGRAM, PATHS[0])
    for path in PATHS:
        sides.load(side.url.replace(PATHS[0], path), requests // 8, {})
        sides.load(side.url.replace(PATHS[0], path), requests // 8, CODED)
    print(f"private memory (RssAnon) after {requests} requests: {side.private_kilobytes() / 1024:.1f} MiB")
    side.stop()


def latency(side):
    """Returns the ratio of the 99th percentile to the median of the client's latency, at half of the greatest load."""
    printed = sides.load(side.url, REQUESTS, {})
    most = float(re.search(r"([\d.]+) req/s", printed).group(1))
    with tempfile.NamedTemporaryFile("r") as log:
        requests = int(most / 2 * (2 if quick else 8)) // 16 * 16
        sides.load(side.url, requests, {}, 16, f"--rps={most / 2 / 16:.0f}", f"--log-file={log.name}")
        taken = sorted(int(line.split()[2]) for line in open(log.name))
    half, high = taken[len(taken) // 2], taken[len(taken) * 99 // 100]
    return high / half


def measure_latency():
    """Prints the latency beside that of FLOOR, which shows how much the machine and the client contribute."""
    ours = sides.server(PROGRAM, PATHS[0], "--threads", "1")
    head, body, _ = sides.fetch(ours.url, {})
    with tempfile.TemporaryDirectory() as folder:
        floor = sides.floor(FLOOR, folder, head, body)
        rounds = [(latency(ours), latency(floor)) for _ in range(3)]
        ours.stop()
        floor.stop()
    print("latency at half load, p99 to the median, three times ours and the floor's: "
          + ", ".join(f"{one:.1f} and {other:.1f}" for one, other in rounds))


def main():
    if "--instructions" in sys.argv:
        sys.exit(1 if count_instructions() > INSTRUCTIONS_MAX else 0)
    print(f"{'on-CPU microseconds per request':<38}{'bytes':>8}{'ours':>9}{'floor':>9}{'nginx':>9}{'/floor':>9}{'/nginx':>9}")
    for headers, label in (({}, "identity"), (CODED, "br")):
        for path in PATHS:
            compare(path, headers, label)
    compare(PATHS[0], {}, "304")
    compare_misses()
    compare_threads()
    count_instructions()
    count_system_calls()
    measure_start()
    measure_memory()
    measure_latency()


if __name__ == "__main__":
    main()

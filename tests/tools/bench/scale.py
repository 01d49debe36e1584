#!/usr/bin/env python3
"""usage: scale.py PROGRAM RIVAL [--most RECORDS] [--archives FOLDER] [--check] - measures how cost grows with the archive.

Uses the shipped record and synthetic archives of 1,000, 10,000, 100,000 and 1,000,000 records, up to RECORDS. For each it prints
the speed of loading, the memory of the server, and the CPU time of single requests that the cache cannot answer, beside that of
the same questions to SQLite (RIVAL: indexed tables and FTS5, through the C API). Every time is on-CPU time from the kernel, the
least of ROUNDS in which both take turns, since other load on the machine can only add to it. Compare the ratios. Archives are made
in FOLDER, or reused if they exist there.
With --check the exit status is 1 if a ratio is above CHECKED times its target in each of ATTEMPTS runs."""
import argparse
import glob
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time

import sides

HERE = os.path.dirname(os.path.abspath(__file__))
SHIPPED = os.path.join(HERE, "..", "..", "..", "data", "beijing-2006.json")
SIZES = {1000: 20, 10000: 200, 100000: 2000, 1000000: 20000}
CHECKED = 3  # allows for a busy machine, and for costs that do not depend on the size and so weigh more in small archives
ATTEMPTS = 3
PAGE, REPEATS, ROUNDS = 5, 10, 15

# Requests to the server, and the same questions in SQL. All archives have these words and values.
QUESTIONS = {
    "filtered, sorted page": ("/proposals?status={status}&sort=title", "SELECT json FROM proposals WHERE status = '{status}' ORDER BY title, id"),
    "last of such pages": ("/proposals?status={status}&sort=title", "SELECT json FROM proposals WHERE status = '{status}' ORDER BY title, id"),
    "page by a dotted filter": ("/papers?presenters.country=JP", "SELECT json FROM papers WHERE ordinal IN (SELECT owner FROM papers_presenters "
                                "JOIN people ON people.id = value WHERE country = 'JP') ORDER BY ordinal"),
    "page by ballots": ("/decisions?votes.ballots.person.country=JP&votes.ballots.option=no", "SELECT json FROM decisions WHERE ordinal IN "
                        "(SELECT owner FROM people JOIN ballots ON person = people.id WHERE country = 'JP' AND option = 'no') ORDER BY ordinal"),
    "first pages": ("/discussions?", "SELECT json FROM discussions ORDER BY ordinal"),
    "last pages": ("/discussions?", "SELECT json FROM discussions ORDER BY ordinal"),
    "facets of a collection": ("/papers?facet=kind,topics", "SELECT kind, count(*) FROM papers GROUP BY kind UNION ALL "
                               "SELECT value, count(*) FROM papers_topics GROUP BY value"),
    "two-word search": ("/search?q=nuclear+regional", "SELECT rowid, rank FROM search WHERE search MATCH 'nuclear regional' ORDER BY rank"),
}


class Client:
    """One persistent connection."""

    def __init__(self, side):
        address = re.match(r"http://([^/]+)", side.url).group(1)
        self.connection = http.client.HTTPConnection(address, timeout=600)

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"scale: {path}: {answer.status} {body.decode()}")
        return body


def pages(name, total):
    """Returns an offset for each request. They differ if there are enough pages, and every page is full."""
    last = max(total - PAGE, 0)
    if name.startswith("last"):
        return [last - i % min(last + 1, 100) for i in range(REPEATS)]
    return [i % min(last + 1, 100) for i in range(REPEATS)]


class Rival:
    """SQLite with the same archive, which it loads before its first answer."""

    def __init__(self, program, path):
        self.process = subprocess.Popen([program, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def nanoseconds(self, sql):
        """Returns the CPU time of REPEATS queries."""
        self.process.stdin.write(f"{REPEATS}\t{sql}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def stop(self):
        self.process.stdin.close()
        self.process.wait(60)


def ask_page_by_page(client, side, path, offsets):
    before = side.on_cpu_nanoseconds()
    for offset in offsets:
        client.get(f"{path}limit={PAGE}&offset={offset}")
    return side.on_cpu_nanoseconds() - before


def sql_of_page(name, sql, total, offsets):
    if name.startswith("facets"):
        return sql
    first = offsets[-1] if name.startswith("last") else 0
    return sql + f" LIMIT {PAGE} OFFSET {first} + ?1 % {min(max(total - PAGE, 0) + 1, 100)}"


def ask(side, rival, status):
    """Returns for each question the CPU microseconds of one request and of SQLite, and the number of records found."""
    client, asked = Client(side), {}
    for name, (path, sql) in QUESTIONS.items():
        path = path.format(status=status)
        path += "" if path.endswith("?") else "&"
        total = json.loads(client.get(f"{path}limit=1"))["meta"]["total"]
        offsets = pages(name, total)
        sql = sql_of_page(name, sql.format(status=status), total, offsets)
        rounds = [(ask_page_by_page(client, side, path, offsets), rival.nanoseconds(sql)) for _ in range(ROUNDS)]
        ours, theirs = (min(round[i] for round in rounds) / REPEATS / 1000 for i in range(2))
        asked[name] = ours, theirs, total
    return asked


def size_of(path):
    return sum(os.path.getsize(file) for file in (glob.glob(f"{path}/*.json") if os.path.isdir(path) else [path]))


def children_seconds():
    times = os.times()
    return times.children_user + times.children_system


def load(program, path):
    """Returns the speed of loading in megabytes per second and per CPU second."""
    size, cpu, clock = size_of(path) / 1e6, children_seconds(), time.monotonic()
    subprocess.run([program, "check", path], check=True)
    return size / (time.monotonic() - clock), size / (children_seconds() - cpu)


def kilobytes(side, name):
    return int(re.search(rf"{name}:\s+(\d+)", open(f"/proc/{side.pid}/status").read()).group(1))


class Measured:
    """The figures of one archive, for the server and for SQLite."""

    def __init__(self, given, path, status):
        by_clock, by_processor = load(given.program, path)
        # Both load at the same time. The connection to the server is silent until SQLite has loaded.
        rival = Rival(given.rival, path)
        side = sides.server(given.program, "/", "--data", path, "--threads", "1", "--cache-bytes", "0", "--idle-seconds", "3600", pinned=False)
        try:
            memory, peak = kilobytes(side, "RssAnon") * 1024 / size_of(path), kilobytes(side, "VmHWM") * 1024 / size_of(path)
            self.loading = by_clock, by_processor, memory, peak
            self.records = sum(one["count"] for one in json.loads(Client(side).get("/"))["collections"] if one["name"] != "speakers")
            self.asked = ask(side, rival, status)
        finally:
            rival.stop()
            side.stop()


def archive(folder, meetings):
    path = os.path.join(folder, str(meetings))
    if not os.path.isdir(path):
        making = path + ".making"
        subprocess.run([os.path.join(HERE, "make-archive"), "--meetings", str(meetings), "--seed", "1", making], check=True)
        os.rename(making, path)
    return path


def print_now(text):
    print(text, flush=True)


def print_measured(name, path, one, shipped):
    """Prints the rows of one archive, as soon as it is measured."""
    by_clock, by_processor, memory, peak = one.loading
    print_now(f"\n{name}: {one.records} records, {size_of(path) / 1e6:.1f} MB of JSON; loading {by_clock:.1f} MB/s, {by_processor:.1f} MB/CPU s; "
              f"memory {memory:.2f} times the JSON, peak {peak:.2f}")
    print_now(f"{'':<26}{'found':>8}{'ours us':>10}{'SQLite us':>11}{'ours/shipped':>14}{'ours/SQLite':>13}")
    for question in QUESTIONS:
        ours, rival, found = one.asked[question]
        print_now(f"{question:<26}{found:>8}{ours:>10.1f}{rival:>11.1f}{ours / shipped.asked[question][0]:>14.2f}{ours / rival:>13.2f}")


def print_growth(measured):
    """Prints the cost in each archive as a multiple of that in the archive before it."""
    names = list(measured)
    print_now(f"\n{'cost to that before':<26}" + "".join(f"{name:>12}" for name in names[1:]))
    for question in QUESTIONS:
        costs = [one.asked[question][0] for one in measured.values()]
        print_now(f"{question:<26}" + "".join(f"{cost / before:>12.2f}" for before, cost in zip(costs, costs[1:])))


def aims(shipped, one):
    """Returns a list of (name, figure, target); less is better."""
    ours, rival = ({name: asked[i] for name, asked in one.asked.items()} for i in range(2))
    page = "filtered, sorted page"
    return [("loading: 40 MB/s to MB/s", 40 / one.loading[0], 1), ("memory to JSON", one.loading[2], 2.5),
            ("filtered, sorted page, to the shipped record's", ours[page] / shipped.asked[page][0], 3),
            ("filtered, sorted page, to SQLite's", ours[page] / rival[page], 1),
            ("facets, in milliseconds of CPU", ours["facets of a collection"] / 1000, 5),
            ("two-word search, to bare FTS5's", ours["two-word search"] / rival["two-word search"], 1.2),
            ("last pages to first pages", ours["last pages"] / ours["first pages"], 1),
            ("last pages to first pages, filtered, sorted", ours["last of such pages"] / ours[page], 1)]


def print_aims(name, compared):
    print_now(f"\nat {name} records{'is':>52}{'target':>8}")
    for what, figure, aim in compared:
        print_now(f"{what:<56}{figure:>10.2f}{aim:>8.1f}{'' if figure <= aim else '  missed'}")


def measure(given, folder):
    """Measures and prints all sizes. Returns the names of figures of the last one that are far above their target."""
    measured = {}
    for records, meetings in {0: 0, **SIZES}.items():
        if records > given.most:
            continue
        name = f"{records:,}" if records else "shipped"
        path = archive(folder, meetings) if records else SHIPPED
        measured[name] = Measured(given, path, "adopted" if records else "provisional")
        print_measured(name, path, measured[name], measured["shipped"])
    print_growth(measured)
    compared = aims(measured["shipped"], list(measured.values())[-1])
    print_aims(list(measured)[-1], compared)
    # The speed of loading depends on the machine as much as on the program, so it is not checked.
    return [what for what, figure, aim in compared[1:] if figure > aim * CHECKED]


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split(" - ")[0].removeprefix("usage: "))
    parser.add_argument("program")
    parser.add_argument("rival")
    parser.add_argument("--most", type=int, default=max(SIZES))
    parser.add_argument("--archives")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for _ in range(ATTEMPTS if given.check else 1):
            missed = measure(given, given.archives or temporary)
            if not missed:
                return
    if given.check:
        raise SystemExit(f"scale: far above the target with {given.most:,} records: {'; '.join(missed)}")


main()
